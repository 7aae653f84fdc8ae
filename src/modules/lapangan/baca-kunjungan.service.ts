import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { AuditService, type BarisAudit } from '../audit/audit.service.js';
import { bolehLihatOrmas, lingkupOrmas } from '../ormas/ormas.policy.js';
import { type KunjunganOrmas } from '../ormas/ormas.types.js';
import { pekan } from './kunjungan.aturan.js';
import { Kunjungan } from './kunjungan.entity.js';
import { lencanaHasil, lencanaKunjungan } from './kunjungan.kata.js';
import {
  bacaBeritaAcara,
  bacaFoto,
  bacaOrmasSasaran,
  bacaPetugas,
  isianDari,
  OBJEK,
  objekDari,
  satuBeritaAcara,
} from './kunjungan.kueri.js';
import {
  bolehBacaIsi,
  bolehKunjungan,
  bolehLihatDaftarKunjungan,
  bolehLihatFoto,
  bolehLihatKunjungan,
  bolehLihatPenerima,
  bolehLihatYangDicabut,
  bolehRencanakanKunjungan,
} from './kunjungan.policy.js';
import { SumberTindakLanjut } from './sumber-tindak-lanjut.js';
import { AKSI_KUNJUNGAN, type AksiKunjungan } from './kunjungan.status.js';
import {
  BAGIAN_KUNJUNGAN,
  type BagianKunjungan,
  type BarisKunjungan,
  type IsianBeritaAcara,
  type KunjunganRinci,
  type ObjekKunjungan,
  type SaringanKunjungan,
  SEBUTAN_TUJUAN,
} from './kunjungan.types.js';

const PER_HALAMAN = 25;
/** A sheet to print holds so many visits. */
const CETAK_MAKS = 500;

/** The day of a visit: when it took place, or else when it is planned. */
const HARI = 'COALESCE(k.tanggal_nyata, k.tanggal)';
// Lists join the register, applications and places read-only: one statement instead of a question per row.
const DARI = `FROM kunjungan k LEFT JOIN ormas o ON o.id = k.ormas_id LEFT JOIN pendaftaran p ON p.id = k.pendaftaran_id
  LEFT JOIN kelurahan l ON l.id = k.kelurahan_id LEFT JOIN kecamatan c ON c.id = l.kecamatan_id`;
const BARIS = `SELECT k.id, k.ormas_id AS ormasId, k.pendaftaran_id AS pendaftaranId, COALESCE(o.nama, p.nama) AS nama,
    k.tujuan, k.status, k.tanggal, k.jam, k.tanggal_nyata AS tanggalNyata, k.ditemui, k.tempat, l.nama AS kelurahan,
    c.nama AS kecamatan, IF(k.status = 'selesai', COALESCE(k.jawab_sikap, k.sikap), NULL) AS sikap,
    (SELECT GROUP_CONCAT(a.nama ORDER BY a.nama SEPARATOR ', ') FROM kunjungan_petugas t JOIN akun a ON a.id = t.akun_id
      WHERE t.kunjungan_id = k.id) AS petugas ${DARI}`;

type Mentah = Omit<BarisKunjungan, 'sasaran' | 'ditemui' | 'petugas'> & {
  ormasId: number | null;
  pendaftaranId: number | null;
  ditemui: 0 | 1 | null;
  petugas: string | null;
};
type Syarat = [sql: string, ...nilai: unknown[]];

/** Acts that are the writers' affair alone. */
const AKSI_DALAM: readonly string[] = [
  ...['kunjungan.tulis', 'kunjungan.ulangi-dokumen', 'kunjungan.dokumen', 'kunjungan.sapu-foto'],
];

/** Field visits as people read them; and who may open their photos and documents. */
@Injectable()
export class BacaKunjunganService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly tindakLanjut: SumberTindakLanjut,
  ) {}

  /** Today in Jakarta, 'YYYY-MM-DD'. */
  hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  /**
   * One page of a part of the list, with how many stand in each part: the office all, an OPD those of its cluster.
   * @throws DomainError `tidak-berwenang`
   */
  async daftar(
    aktor: Aktor,
    s: SaringanKunjungan,
    halaman: number,
  ): Promise<{ jumlah: Record<BagianKunjungan, number>; isi: Halaman<BarisKunjungan> }> {
    const hitung = this.susun(aktor, s);
    const bagian = BAGIAN_KUNJUNGAN.map((b) => this.bagian(aktor, b));
    const [n] = await this.db.query<Record<string, string | null>[]>(
      `SELECT ${bagian.map(([sql], i) => `SUM(${sql}) AS n${i}`).join(', ')} ${DARI} WHERE ${hitung.sql}`,
      [...bagian.flatMap(([, ...nilai]) => nilai), ...hitung.nilai],
    );
    const jumlah = Object.fromEntries(BAGIAN_KUNJUNGAN.map((b, i) => [b, Number(n?.[`n${i}`] ?? 0)])) as Record<
      BagianKunjungan,
      number
    >;
    const isi = await this.baris(aktor, s, PER_HALAMAN, (halaman - 1) * PER_HALAMAN);
    return { jumlah, isi: { isi, halaman, perHalaman: PER_HALAMAN, jumlah: jumlah[s.bagian] } };
  }

  /** The same to take along: at most 500, with how many there are. @throws DomainError `tidak-berwenang` */
  async cetak(aktor: Aktor, s: SaringanKunjungan): Promise<Pick<Halaman<BarisKunjungan>, 'isi' | 'jumlah'>> {
    const { sql, nilai } = this.susun(aktor, s);
    const [bagian, ...nilaiBagian] = this.bagian(aktor, s.bagian);
    const [n] = await this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${DARI} WHERE ${sql} AND ${bagian}`, [
      ...nilai,
      ...nilaiBagian,
    ]);
    return { isi: await this.baris(aktor, s, CETAK_MAKS, 0), jumlah: Number(n?.n ?? 0) };
  }

  /** The visits of an ormas, newest first, at most 100. @throws DomainError `tidak-ditemukan` */
  async milikOrmas(
    aktor: Aktor,
    ormasId: number,
  ): Promise<{ nama: string; boleh: { rencanakan: boolean; daftar: boolean }; isi: BarisKunjungan[] }> {
    const o = await bacaOrmasSasaran(this.db.manager, ormasId);
    if (!o || !bolehLihatOrmas(aktor, { id: ormasId, opdId: o.opdId })) throw new DomainError('tidak-ditemukan');
    const baris = await this.db.query<Mentah[]>(
      `${BARIS} WHERE k.ormas_id = ? ORDER BY ${HARI} DESC, k.id DESC LIMIT 100`,
      [ormasId],
    );
    const boleh = {
      rencanakan: o.terbuka && bolehRencanakanKunjungan(aktor),
      daftar: lingkupOrmas(aktor).jenis !== 'ormas',
    };
    return { nama: o.nama, boleh, isi: baris.map(urai) };
  }

  /** The three newest visits of an ormas for its page. The caller has checked that the reader may see the ormas. */
  async terbaru(ormasId: number): Promise<KunjunganOrmas[]> {
    const baris = await this.db.query<Mentah[]>(
      `${BARIS} WHERE k.ormas_id = ? ORDER BY ${HARI} DESC, k.id DESC LIMIT 3`,
      [ormasId],
    );
    const hari = this.hari();
    return baris.map(urai).map((k) => ({
      ...{ id: k.id, hari: k.tanggalNyata ?? k.tanggal, tujuan: SEBUTAN_TUJUAN[k.tujuan] },
      lencana: [lencanaKunjungan(k, hari), ...lencanaHasil(k)],
    }));
  }

  /** The visits of an application, newest first. The caller has checked that the reader may see the application. */
  async milikPendaftaran(pendaftaranId: number): Promise<BarisKunjungan[]> {
    const baris = await this.db.query<Mentah[]>(
      `${BARIS} WHERE k.pendaftaran_id = ? ORDER BY ${HARI} DESC, k.id DESC LIMIT 20`,
      [pendaftaranId],
    );
    return baris.map(urai);
  }

  /** One visit, as far as its reader may see it. @throws DomainError `tidak-ditemukan` also when it is not for this reader */
  async rinci(aktor: Aktor, id: number): Promise<KunjunganRinci> {
    const em = this.db.manager;
    const { k, objek } = await this.muat(id);
    if (!bolehLihatKunjungan(aktor, objek)) throw new DomainError('tidak-ditemukan');
    const lihat = {
      isi: bolehBacaIsi(aktor, objek),
      penerima: bolehLihatPenerima(aktor, objek),
      foto: bolehLihatFoto(aktor, objek),
      daftar: bolehLihatDaftarKunjungan(aktor),
    };
    const [petugas, foto, beritaAcara, riwayat, rekomendasi, [lain]] = await Promise.all([
      bacaPetugas(em, id),
      lihat.foto ? bacaFoto(em, id) : [],
      bacaBeritaAcara(em, id),
      this.audit.riwayat(OBJEK, id, 100),
      this.tindakLanjut.dariKunjungan(id),
      em.query<(Pick<KunjunganRinci, 'kelurahan' | 'kecamatan' | 'dibuatOleh'> & { penjawab: string | null })[]>(
        `SELECT l.nama AS kelurahan, c.nama AS kecamatan, a.nama AS dibuatOleh, j.nama AS penjawab
         FROM kunjungan k LEFT JOIN kelurahan l ON l.id = k.kelurahan_id LEFT JOIN kecamatan c ON c.id = l.kecamatan_id
           LEFT JOIN akun a ON a.id = k.dibuat_oleh LEFT JOIN akun j ON j.id = k.jawab_oleh WHERE k.id = ?`,
        [id],
      ),
    ]);
    const isian = isianDari(
      k,
      petugas.map((p) => p.id),
    );
    const dalam = bolehLihatYangDicabut(aktor, objek);
    const terlihat = beritaAcara.filter((b) => dalam || (lihat.isi && b.dicabutPada === null));
    return {
      ...{ id, versi: k.versi, objek, nama: objek.nama, tujuan: k.tujuan, status: k.status },
      sasaran:
        k.ormasId === null ? { jenis: 'pendaftaran', id: k.pendaftaranId ?? 0 } : { jenis: 'ormas', id: k.ormasId },
      ...{ tanggal: k.tanggal, jam: k.jam, tempat: k.tempat, petugas, alasan: k.alasan },
      ...{ kelurahan: lain?.kelurahan ?? null, kecamatan: lain?.kecamatan ?? null },
      dibuatOleh: lain?.dibuatOleh ?? null,
      bekal: dalam ? k.bekal : '',
      isian: lihat.isi ? tanpaPenerima(isian, lihat.penerima) : null,
      foto,
      beritaAcara: lihat.foto ? terlihat : terlihat.map((b) => ({ ...b, berkasId: null, sha256: null })),
      jawaban:
        lihat.isi && k.jawabSikap && k.jawabPada
          ? { sikap: k.jawabSikap, kata: k.jawabKata, pada: k.jawabPada, oleh: dalam ? (lain?.penjawab ?? null) : null }
          : null,
      rekomendasi,
      bolehRekomendasikan:
        k.status === 'selesai' && k.ormasId !== null && k.rekomendasi !== '' && this.tindakLanjut.bolehBeri(aktor),
      riwayat: this.saring(riwayat, dalam),
      boleh: Object.fromEntries(AKSI_KUNJUNGAN.map((a) => [a, bolehKunjungan(aktor, a, objek)])) as Record<
        AksiKunjungan,
        boolean
      >,
      lihat,
      hari: this.hari(),
    };
  }

  /** Whether the actor may open a photo: who sees the photos of its visit; its writer always. */
  async bolehBukaFoto(aktor: Aktor, berkas: { objekId: number; dibuatOleh: number | null }): Promise<boolean> {
    const objek = await this.objek(berkas.objekId);
    if (!objek || !bolehLihatKunjungan(aktor, objek)) return false;
    return bolehLihatFoto(aktor, objek) || (aktor.id !== null && aktor.id === berkas.dibuatOleh);
  }

  /** Whether the actor may open the document of a record: one that was opened again only those whose work visits are. */
  async bolehBukaDokumen(aktor: Aktor, beritaAcaraId: number): Promise<boolean> {
    const ba = await satuBeritaAcara(this.db.manager, beritaAcaraId);
    const objek = ba && (await this.objek(ba.kunjunganId));
    if (!ba || !objek) return false;
    return bolehLihatYangDicabut(aktor, objek) || (ba.dicabutPada === null && bolehLihatFoto(aktor, objek));
  }

  private async objek(id: number): Promise<ObjekKunjungan | null> {
    try {
      return (await this.muat(id)).objek;
    } catch (galat) {
      if (galat instanceof DomainError && galat.kode === 'tidak-ditemukan') return null;
      throw galat;
    }
  }

  private async muat(id: number): Promise<{ k: Kunjungan; objek: ObjekKunjungan & { nama: string } }> {
    const k = Number.isSafeInteger(id) ? await this.db.manager.findOneBy(Kunjungan, { id }) : null;
    if (!k) throw new DomainError('tidak-ditemukan');
    return { k, objek: await objekDari(this.db.manager, k) };
  }

  private async baris(aktor: Aktor, s: SaringanKunjungan, batas: number, lewati: number): Promise<BarisKunjungan[]> {
    const { sql, nilai } = this.susun(aktor, s);
    const [bagian, ...nilaiBagian] = this.bagian(aktor, s.bagian);
    const arah = s.bagian === 'selesai' || s.bagian === 'dibatalkan' ? 'DESC' : 'ASC';
    const baris = await this.db.query<Mentah[]>(
      `${BARIS} WHERE ${sql} AND ${bagian} ORDER BY ${HARI} ${arah}, k.jam, k.id LIMIT ? OFFSET ?`,
      [...nilai, ...nilaiBagian, batas, lewati],
    );
    return baris.map(urai);
  }

  private susun(aktor: Aktor, s: SaringanKunjungan): { sql: string; nilai: unknown[] } {
    if (!bolehLihatDaftarKunjungan(aktor)) throw new DomainError('tidak-berwenang');
    const lingkup = lingkupOrmas(aktor);
    const tanpaOrmas = bolehLihatKunjungan(aktor, {
      ...{ ormasId: null, ormasOpdId: null, pemohonId: null, petugas: [], status: 'direncanakan' },
    });
    const syarat: Syarat[] = [
      ...(lingkup.jenis === 'opd' ? [['o.opd_id = ?', lingkup.opdId] as Syarat] : []),
      ...(tanpaOrmas ? [] : [['k.ormas_id IS NOT NULL'] as Syarat]),
      ...(s.tujuan === '' ? [] : [['k.tujuan = ?', s.tujuan] as Syarat]),
      ...(s.kelurahanId === null ? [] : [['k.kelurahan_id = ?', s.kelurahanId] as Syarat]),
      ...(s.petugasId === null
        ? []
        : [['k.id IN (SELECT t.kunjungan_id FROM kunjungan_petugas t WHERE t.akun_id = ?)', s.petugasId] as Syarat]),
    ];
    return {
      sql: ['1 = 1', ...syarat.map(([sql]) => sql)].join(' AND '),
      nilai: syarat.flatMap(([, ...nilai]) => nilai),
    };
  }

  /** Which visits stand in a part of the list, as a condition on `k`. */
  private bagian(aktor: Aktor, bagian: BagianKunjungan): Syarat {
    const hari = this.hari();
    switch (bagian) {
      case 'saya':
        return [
          "k.status IN ('direncanakan', 'dilaksanakan') AND k.id IN (SELECT t.kunjungan_id FROM kunjungan_petugas t WHERE t.akun_id = ?)",
          aktor.id ?? 0,
        ];
      case 'minggu': {
        const [senin, minggu] = pekan(hari);
        return [`k.status <> 'dibatalkan' AND ${HARI} BETWEEN ? AND ?`, senin, minggu];
      }
      case 'sepekan':
        return ["k.status = 'direncanakan' AND k.tanggal BETWEEN ? AND ?", hari, tambahHari(hari, 6)];
      case 'mendatang':
        return ["k.status = 'direncanakan' AND k.tanggal >= ?", hari];
      case 'terlewat':
        return ["((k.status = 'direncanakan' AND k.tanggal < ?) OR k.status = 'dilaksanakan')", hari];
      case 'selesai':
      case 'dibatalkan':
        return ['k.status = ?', bagian];
    }
  }

  /** What readers outside the office are told of what happened: nothing of drafts and printing. */
  private saring(riwayat: readonly BarisAudit[], dalam: boolean): BarisAudit[] {
    return riwayat.filter((r) => dalam || !AKSI_DALAM.includes(r.aksi));
  }
}

const tanpaPenerima = (i: IsianBeritaAcara, terlihat: boolean): IsianBeritaAcara =>
  terlihat ? i : { ...i, penerimaNama: '' };

function urai({ ormasId, pendaftaranId, ditemui, petugas, ...b }: Mentah): BarisKunjungan {
  return {
    ...b,
    sasaran: ormasId === null ? { jenis: 'pendaftaran', id: pendaftaranId ?? 0 } : { jenis: 'ormas', id: ormasId },
    ditemui: ditemui === null ? null : Boolean(ditemui),
    petugas: petugas ?? '',
  };
}

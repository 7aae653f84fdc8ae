import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { type BarisAudit, AuditService } from '../audit/audit.service.js';
import { kecualiLinimasa } from '../ormas/linimasa.js';
import { bacaRiwayatStatus } from '../ormas/riwayat-status.js';
import { Kegiatan } from './kegiatan.entity.js';
import { bacaBantahan, bacaBukti, bacaOrmas, isianDari, objekDari } from './kegiatan.kueri.js';
import { bolehLihatAntrean, bolehLihatKegiatan, bolehLihatKegiatanOrmas, bolehLihatNaskah } from './kegiatan.policy.js';
import {
  type BarisKegiatan,
  type HitunganTahun,
  type KegiatanRinci,
  type ObjekKegiatan,
  type OrmasKegiatan,
  type PeristiwaKegiatan,
  type TahunPenilaian,
} from './kegiatan.types.js';
import { MasaKegiatanService } from './masa-kegiatan.service.js';
import { masaTerhenti, type MasaTerhenti } from './masa-terhenti.js';
import { type Masa } from './masa-tertutup.js';
import { bacaNaskah, type Naskah, perbaikanPada } from './naskah.kueri.js';
import { RujukanKegiatanService } from './rujukan-kegiatan.service.js';

interface Muatan {
  kegiatan: Kegiatan;
  ormas: OrmasKegiatan;
  objek: ObjekKegiatan;
}

/** What narrows the work list; ids, null narrows nothing. */
export interface SaringanAntrean {
  opdId: number | null;
  kecamatanId: number | null;
}

// Lists join the register and the places read-only: one statement instead of a question per row.
const BARIS = `SELECT k.id, k.ormas_id AS ormasId, o.nama AS ormasNama, p.nama AS opdNama, k.judul,
    k.tanggal_mulai AS tanggalMulai, k.tanggal_selesai AS tanggalSelesai, k.tempat, k.status, k.catatan,
    k.diajukan_pertama_pada AS diajukanPertamaPada, k.diajukan_pada AS diajukanPada,
    b.nama AS bersamaOpdNama, k.opd_konfirmasi_pada AS opdKonfirmasiPada,
    (SELECT COUNT(*) FROM kegiatan_bukti f WHERE f.kegiatan_id = k.id AND f.jenis = 'foto') AS jumlahFoto,
    (SELECT COUNT(*) FROM kegiatan_bukti d WHERE d.kegiatan_id = k.id AND d.jenis = 'dokumen') AS jumlahDokumen,
    k.status IN ('draf', 'dikembalikan', 'dibatalkan')
      AND EXISTS (SELECT 1 FROM kegiatan_perbaikan u WHERE u.kegiatan_id = k.id) AS ditulisUlang
  FROM kegiatan k JOIN ormas o ON o.id = k.ormas_id
  LEFT JOIN opd p ON p.id = o.opd_id LEFT JOIN opd b ON b.id = k.bersama_opd_id`;

/** Reports as people read them: one in full, those of an ormas, those that wait. */
@Injectable()
export class BacaKegiatanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly rujukan: RujukanKegiatanService,
    private readonly masa: MasaKegiatanService,
  ) {}

  /**
   * One report in full: as it was last sent, and for those who write it as they have it now.
   * @throws DomainError `tidak-ditemukan` also when it is not for this reader
   */
  async rinci(aktor: Aktor, id: number): Promise<KegiatanRinci> {
    const { kegiatan, ormas, objek } = await this.muat(id);
    if (!bolehLihatKegiatan(aktor, objek)) throw new DomainError('tidak-ditemukan');
    const penulis = bolehLihatNaskah(aktor, objek);
    return this.susun(aktor, { kegiatan, ormas, objek }, penulis ? await bacaNaskah(this.db.manager, kegiatan) : null);
  }

  /** One report as it was last sent, also for those who are rewriting it. Errors as `rinci`, also when it never was. */
  async terkirim(aktor: Aktor, id: number): Promise<KegiatanRinci> {
    const muatan = await this.muat(id);
    if (!bolehLihatKegiatan(aktor, muatan.objek) || !muatan.objek.pernahDiajukan)
      throw new DomainError('tidak-ditemukan');
    return this.susun(aktor, muatan, null);
  }

  /** When an ormas was suspended or had ended. The caller has checked that the ormas may be seen. */
  async terhenti(ormasId: number): Promise<MasaTerhenti[]> {
    return masaTerhenti(await bacaRiwayatStatus(this.db, ormasId));
  }

  private async susun(
    aktor: Aktor,
    { kegiatan: k, ormas, objek }: Muatan,
    naskah: Naskah | null,
  ): Promise<KegiatanRinci> {
    const { id } = k;
    const isian = naskah?.isian ?? isianDari(k);
    const [nama, bukti, bantahan, masa, ditulisUlangPada, terhenti, penghentian, riwayat, awal, pemutus] =
      await Promise.all([
        this.rujukan.nama(isian),
        naskah?.bukti ?? bacaBukti(this.db.manager, id),
        bacaBantahan(this.db, k),
        this.masa.untuk(isian.tanggalSelesai ?? isian.tanggalMulai),
        perbaikanPada(this.db, k),
        this.terhenti(k.ormasId),
        this.db.query<{ sejak: string; sampai: string | null }[]>(
          `SELECT tanggal AS sejak, sampai FROM pembinaan WHERE ormas_id = ? AND jenis = 'penghentian' AND batal_pada IS NULL
           AND tanggal <= ? AND (sampai IS NULL OR sampai >= ?) ORDER BY tanggal, id LIMIT 1`,
          [k.ormasId, isian.tanggalSelesai ?? isian.tanggalMulai, isian.tanggalMulai],
        ),
        this.audit.riwayat('kegiatan', id, 100, kecualiLinimasa(aktor, k.ormasId)),
        this.db.query<unknown[]>(
          "SELECT 1 FROM audit WHERE objek = 'kegiatan' AND objek_id = ? AND aksi = 'kegiatan.simpan-draf' LIMIT 1",
          [String(id)],
        ),
        this.db.query<{ nama: string }[]>('SELECT nama FROM akun WHERE id = ?', [k.diputuskanOleh]),
      ]);
    return {
      ...objek,
      id: k.id,
      versi: k.versi,
      ormasNama: ormas.nama,
      isian,
      nama,
      bukti,
      catatan: k.catatan,
      diajukanPertamaPada: k.diajukanPertamaPada,
      diajukanPada: k.diajukanPada,
      diputuskanPada: k.diputuskanPada,
      diputuskanOlehNama: pemutus[0]?.nama ?? null,
      opdKonfirmasiPada: k.opdKonfirmasiPada,
      ditulisUlangPada,
      naskah: naskah !== null && ditulisUlangPada !== null,
      terhenti,
      penghentian: penghentian[0] ?? null,
      dimuat: awal.length === 0,
      bantahan,
      masa,
      riwayat: riwayat.map(keperistiwa),
    };
  }

  /**
   * Whether the actor may read a file of a report: who may read the report, as long as the file is evidence of what was
   * sent; those who write it, also evidence of what they have not sent yet. One taken off (or attached by mistake) is
   * nobody's any more but its writer's. Unknown reports may not be read.
   */
  async bolehLihatBukti(
    aktor: Aktor,
    berkas: { id: string; objekId: number; dibuatOleh: number | null },
  ): Promise<boolean> {
    try {
      const { objek } = await this.muat(berkas.objekId);
      if (!bolehLihatKegiatan(aktor, objek)) return false;
      const penulis = bolehLihatNaskah(aktor, objek);
      if (penulis && aktor.id !== null && aktor.id === berkas.dibuatOleh) return true;
      const [ada] = await this.db.query<unknown[]>(
        `SELECT 1 FROM kegiatan_bukti WHERE berkas_id = ? AND kegiatan_id = ?${
          penulis ? ' UNION SELECT 1 FROM kegiatan_perbaikan_bukti WHERE berkas_id = ? AND kegiatan_id = ?' : ''
        }`,
        [berkas.id, berkas.objekId, berkas.id, berkas.objekId],
      );
      return ada !== undefined;
    } catch (galat) {
      if (galat instanceof DomainError && galat.kode === 'tidak-ditemukan') return false;
      throw galat;
    }
  }

  /** The ormas whose activities are asked for. @throws DomainError `tidak-ditemukan` also when not for this reader */
  async ormas(aktor: Aktor, ormasId: number): Promise<OrmasKegiatan> {
    if (!Number.isSafeInteger(ormasId)) throw new DomainError('tidak-ditemukan');
    const ormas = await bacaOrmas(this.db.manager, ormasId);
    if (!bolehLihatKegiatanOrmas(aktor, ormas)) throw new DomainError('tidak-ditemukan');
    return ormas;
  }

  /** A year of assessment with its window; null: the one that runs. */
  tahun(tahun: number | null): Promise<TahunPenilaian> {
    return tahun === null ? this.masa.berjalan() : this.masa.tahun(tahun);
  }

  /**
   * Years of assessment in which an ormas has reports, newest first, with counts; the year that runs always. Drafts count
   * for the ormas only.
   */
  async hitungTahun(aktor: Aktor, ormasId: number): Promise<HitunganTahun[]> {
    await this.ormas(aktor, ormasId);
    const berjalan = await this.masa.berjalan();
    const baris = await this.db.query<Omit<HitunganTahun, 'mulai' | 'akhir'>[]>(
      `SELECT ${await this.masa.kolomTahun()} AS tahun, COUNT(*) AS jumlah, SUM(k.status = 'terverifikasi') AS terverifikasi,
              SUM(k.status = 'diajukan') AS menunggu, SUM(k.status = 'dikembalikan') AS perluDiperbaiki
       FROM kegiatan k WHERE k.ormas_id = ?${terlihat(aktor)} GROUP BY tahun ORDER BY tahun DESC`,
      [ormasId],
    );
    const hitungan = await Promise.all(
      baris.map(async (b) => ({
        ...(await this.masa.tahun(Number(b.tahun))),
        jumlah: Number(b.jumlah),
        terverifikasi: Number(b.terverifikasi),
        menunggu: Number(b.menunggu),
        perluDiperbaiki: Number(b.perluDiperbaiki),
      })),
    );
    if (!hitungan.some((h) => h.tahun === berjalan.tahun))
      hitungan.push({ ...berjalan, jumlah: 0, terverifikasi: 0, menunggu: 0, perluDiperbaiki: 0 });
    return hitungan.sort((a, b) => b.tahun - a.tahun);
  }

  /** The reports of an ormas in one year of assessment, newest activity first, at most 500. */
  async daftarOrmas(aktor: Aktor, ormasId: number, tahun: number): Promise<BarisKegiatan[]> {
    await this.ormas(aktor, ormasId);
    const baris = await this.db.query<BarisKegiatan[]>(
      `${BARIS} WHERE k.ormas_id = ?${terlihat(aktor)} AND ${await this.masa.kolomTahun()} = ?
       ORDER BY k.tanggal_selesai IS NULL DESC, k.tanggal_selesai DESC, k.id DESC LIMIT 500`,
      [ormasId, tahun],
    );
    const tertutup = await this.masa.tertutup();
    return baris.map((b) => angkakan(b, tertutup));
  }

  /**
   * The work list: for the office the reports that wait for verification, for an OPD the joint activities that wait for
   * its word, but for those of years that are closed; the longest waiting first.
   * @throws DomainError `tidak-berwenang`
   */
  async antrean(
    aktor: Aktor,
    saringan: SaringanAntrean,
    halaman: number,
    perHalaman = 25,
  ): Promise<Halaman<BarisKegiatan>> {
    if (!bolehLihatAntrean(aktor)) throw new DomainError('tidak-berwenang');
    const syarat =
      aktor.peran === 'opd'
        ? [
            "k.status IN ('diajukan', 'dikembalikan', 'terverifikasi')",
            'k.bersama_opd_id = ?',
            'k.opd_konfirmasi_pada IS NULL',
            'NOT EXISTS (SELECT 1 FROM kegiatan_bantahan x WHERE x.kegiatan_id = k.id AND x.opd_id = k.bersama_opd_id)',
          ]
        : ["k.status = 'diajukan'"];
    const nilai: (number | string)[] = aktor.peran === 'opd' ? [aktor.opdId ?? 0] : [];
    const tertutup = await this.masa.tertutup();
    if (aktor.peran === 'opd') {
      for (const masa of tertutup) {
        syarat.push('k.tanggal_selesai NOT BETWEEN ? AND ?');
        nilai.push(masa.mulai, masa.akhir);
      }
    }
    if (saringan.opdId !== null) {
      syarat.push('o.opd_id = ?');
      nilai.push(saringan.opdId);
    }
    if (saringan.kecamatanId !== null) {
      syarat.push('o.kelurahan_id IN (SELECT l.id FROM kelurahan l WHERE l.kecamatan_id = ?)');
      nilai.push(saringan.kecamatanId);
    }
    const dimana = `WHERE ${syarat.join(' AND ')}`;
    const [[hitung], isi] = await Promise.all([
      this.db.query<{ jumlah: number }[]>(
        `SELECT COUNT(*) AS jumlah FROM kegiatan k JOIN ormas o ON o.id = k.ormas_id ${dimana}`,
        nilai,
      ),
      this.db.query<BarisKegiatan[]>(`${BARIS} ${dimana} ORDER BY k.diajukan_pada, k.id LIMIT ? OFFSET ?`, [
        ...nilai,
        perHalaman,
        (halaman - 1) * perHalaman,
      ]),
    ]);
    return { isi: isi.map((b) => angkakan(b, tertutup)), halaman, perHalaman, jumlah: Number(hitung?.jumlah ?? 0) };
  }

  private async muat(id: number): Promise<Muatan> {
    const kegiatan = Number.isSafeInteger(id) ? await this.db.getRepository(Kegiatan).findOneBy({ id }) : null;
    if (!kegiatan) throw new DomainError('tidak-ditemukan');
    const ormas = await bacaOrmas(this.db.manager, kegiatan.ormasId);
    return { kegiatan, ormas, objek: objekDari(kegiatan, ormas) };
  }
}

/** Reports that were never submitted are the ormas's own affair. */
const terlihat = (aktor: Aktor): string =>
  aktor.peran === 'sekretaris' ? '' : ' AND k.diajukan_pertama_pada IS NOT NULL';

const angkakan = (b: BarisKegiatan, tertutup: readonly Masa[]): BarisKegiatan => ({
  ...b,
  jumlahFoto: Number(b.jumlahFoto),
  jumlahDokumen: Number(b.jumlahDokumen),
  ditulisUlang: Boolean(Number(b.ditulisUlang)),
  tahunDitutup:
    tertutup.find((m) => b.tanggalSelesai !== null && m.mulai <= b.tanggalSelesai && b.tanggalSelesai <= m.akhir)
      ?.tahun ?? null,
});

function keperistiwa(b: BarisAudit): PeristiwaKegiatan {
  const rincian = (b.rincian ?? {}) as { catatan?: string; beda?: PeristiwaKegiatan['beda'] };
  return {
    waktu: b.waktu,
    aktorNama: b.aktorNama,
    aksi: b.aksi,
    ringkasan: b.ringkasan,
    catatan: rincian.catatan ?? null,
    beda: rincian.beda ?? [],
  };
}

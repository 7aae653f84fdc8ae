import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { kunciAlamat } from '../../common/kunci-alamat.js';
import { normalNama } from '../../common/normalisasi.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type IsiKlaster, type LangkahKlaster } from '../klaster/klaster.types.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { CariKembaranService, type Kembaran } from './cari-kembaran.service.js';
import { FAKTA, type Fakta, type IsiFakta, KOLOM_FAKTA } from './fakta.js';
import { catatUbahanOrmas } from './indeks-ormas.service.js';
import { kunciDasarHukum } from './impor/pencocok-ganda.js';
import { type SebabKembar } from './kembaran.js';
import { kunciCariOrmas, namaLainOrmas } from './ormas.cari.js';
import { Ormas } from './ormas.entity.js';
import { type JenisDokumen, type StatusOrmas } from './ormas.types.js';
import { type AsalFakta, catatFakta, faktaKini, type FaktaKini, urungkanFakta } from './riwayat-fakta.js';

/** A member of a board as the register has it. */
export interface PengurusKini {
  id: number;
  jabatan: string;
  nama: string;
  dari: string;
  sampai: string | null;
}

/** An ormas as an act holds it: locked until the transaction ends, with everything the register says of it. */
export interface OrmasTerkunci {
  id: number;
  nama: string;
  opdId: number | null;
  status: StatusOrmas;
  versi: number;
  fakta: IsiFakta;
  /** The present board. */
  pengurus: PengurusKini[];
}

/** A document that comes with a change; it was looked at when the change was approved. */
export interface DokumenBaru {
  jenis: JenisDokumen;
  nomor: string | null;
  tanggal: string | null;
  berlakuSampai: string | null;
  berkasId: string | null;
}

/** What shall hold from `berlaku` ('YYYY-MM-DD') on. */
export type Penerapan = { berlaku: string; dokumen: DokumenBaru | null } & (
  | { [F in Fakta]: { perihal: F; nilai: IsiFakta[F] } }[Fakta]
  | { perihal: 'pengurus'; nilai: { anggota: { jabatan: string; nama: string }[]; sampai: string | null } }
);

/** What a change replaced: enough to put it back. Kept as JSON by who asked for the change. */
export interface KeadaanLama {
  nilai: unknown;
  /** What held of the fact; null for a board. */
  fakta: FaktaKini | null;
  klaster: { opdId: number | null; langkah: LangkahKlaster } | null;
  pengurus: { lama: { id: number; sampai: string | null }[]; baru: number[] } | null;
  dokumenId: number | null;
}

const salah = (pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang: 'berlaku', pesan }] });

/** Which reasons to be another ormas a change can bring. */
const SEBAB_PERIHAL: Readonly<Partial<Record<Fakta, readonly SebabKembar[]>>> = {
  nama: ['nama', 'urutan-kata', 'nama-mirip'],
  npwp: ['npwp'],
  'dasar-hukum': ['dasar-hukum'],
  sekretariat: ['alamat', 'urutan-kata', 'nama-mirip'],
};

/**
 * Changes what the register says of an ormas, dated, with everything that depends on it: search keys, the cluster, the
 * documents. It asks no policy: the module that decides on requests does, and writes the audit row of the request.
 */
@Injectable()
export class UbahOrmasService {
  constructor(
    private readonly klaster: KlasterService,
    private readonly wilayah: WilayahService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly kembar: CariKembaranService,
  ) {}

  /** Reads an ormas; with `kunci` its row stays locked until the transaction ends. @throws `tidak-ditemukan` */
  async baca(em: EntityManager, ormasId: number, kunci = true): Promise<OrmasTerkunci> {
    const o = await em.findOne(Ormas, {
      where: { id: ormasId },
      ...(kunci && { lock: { mode: 'pessimistic_write' as const } }),
    });
    if (!o) throw new DomainError('tidak-ditemukan');
    const pengurus = await em.query<PengurusKini[]>(
      `SELECT id, jabatan, nama, dari, sampai FROM pengurus
       WHERE ormas_id = ? AND (sampai IS NULL OR sampai >= dari) ORDER BY dari DESC, id`,
      [ormasId],
    );
    const baris = { ...o, luarDomisili: o.luarDomisili ? 1 : 0 } as unknown as Record<string, unknown>;
    const fakta = Object.fromEntries(
      FAKTA.map((f) => [f, Object.fromEntries(Object.keys(KOLOM_FAKTA[f]).map((k) => [k, baris[k]]))]),
    ) as unknown as IsiFakta;
    const { id, nama, opdId, status, versi } = o;
    // The newest board and those who sit longer; earlier boards are history.
    const kini = pengurus.filter((p) => p.sampai === null || p.sampai >= (pengurus[0]?.dari ?? p.dari));
    return { id, nama, opdId, status, versi, fakta, pengurus: kini };
  }

  /**
   * Lets a change hold. The caller has locked the ormas (`baca`).
   * @returns what it replaced, for `kembalikan`
   * @throws DomainError `isian-tidak-sah` (field `berlaku`) when the present value began later
   */
  async terapkan(
    em: EntityManager,
    aktor: Aktor,
    o: OrmasTerkunci,
    p: Penerapan,
    apa: { perubahanId: number | null; alasan: string },
  ): Promise<KeadaanLama> {
    const asal: AsalFakta = {
      ...{
        sumber: apa.perubahanId === null ? 'kantor' : 'perubahan',
        alasan: apa.alasan,
        perubahanId: apa.perubahanId,
        akunId: aktor.id,
      },
      dicatat: this.clock.sekarang(),
    };
    const lama: KeadaanLama = { nilai: null, fakta: null, klaster: null, pengurus: null, dokumenId: null };
    if (p.perihal === 'pengurus') {
      lama.pengurus = await this.gantiPengurus(em, o, p.nilai, p.berlaku);
      await this.naikkanVersi(em, o);
    } else {
      const kini = await faktaKini(em, o.id, p.perihal);
      if (kini.berlakuDari && p.berlaku < kini.berlakuDari) {
        throw salah(`Data sekarang berlaku sejak ${tanggal(kini.berlakuDari)}. Isi tanggal itu atau sesudahnya.`);
      }
      lama.nilai = o.fakta[p.perihal];
      lama.fakta = kini;
      if (p.perihal === 'bidang') lama.klaster = await this.pindahkan(em, aktor, o, p.nilai.bidangId, p.berlaku);
      await this.tulis(em, o, p.perihal, p.nilai);
      await this.catat(em, o, { fakta: p.perihal, baru: p.nilai, berlaku: p.berlaku }, asal);
    }
    if (p.dokumen) lama.dokumenId = await this.terimaDokumen(em, o.id, p.dokumen);
    return lama;
  }

  /**
   * Puts back what a change replaced, from the day on which the change had begun. The caller has locked the ormas.
   * @throws DomainError `transisi-tidak-sah` when something else has changed it since
   */
  async kembalikan(
    em: EntityManager,
    aktor: Aktor,
    o: OrmasTerkunci,
    p: { perihal: Fakta | 'pengurus'; lama: KeadaanLama; perubahanId: number | null; alasan: string },
  ): Promise<void> {
    const dicatat = this.clock.sekarang();
    const { perihal, lama, perubahanId, alasan } = p;
    const sudahLain = new DomainError(
      'transisi-tidak-sah',
      'Data ini sudah diubah lagi sesudah permohonan ini disetujui. Ajukan permohonan baru untuk mengubahnya.',
    );
    if (perihal === 'pengurus') {
      const susunan = lama.pengurus ?? { lama: [], baru: [] };
      const [lain] = await em.query<{ n: string }[]>(
        'SELECT COUNT(*) AS n FROM pengurus WHERE ormas_id = ? AND id > ?',
        [o.id, Math.max(0, ...susunan.baru)],
      );
      if (Number(lain?.n) > 0) throw sudahLain;
      // An empty span: nobody held the office on any day, and the row still tells who was entered.
      for (const id of susunan.baru)
        await em.query('UPDATE pengurus SET sampai = DATE_SUB(dari, INTERVAL 1 DAY) WHERE id = ?', [id]);
      for (const b of susunan.lama) await em.query('UPDATE pengurus SET sampai = ? WHERE id = ?', [b.sampai, b.id]);
      await this.naikkanVersi(em, o);
    } else {
      const kini = await faktaKini(em, o.id, perihal);
      if (kini.perubahanId !== perubahanId || lama.fakta === null) throw sudahLain;
      if (lama.klaster && !(await this.klaster.urungkan(em, o.id, lama.klaster.langkah)))
        throw new DomainError(
          'transisi-tidak-sah',
          'Klaster ormas ini sudah ditetapkan lagi sesudah permohonan ini disetujui. Ajukan permohonan baru untuk mengubah bidangnya.',
        );
      const nilai = lama.nilai as IsiFakta[typeof perihal];
      await this.tulis(em, o, perihal, nilai);
      const asal = { sumber: 'pembatalan' as const, alasan, akunId: aktor.id, dicatat };
      await urungkanFakta(em, o.id, { fakta: perihal, nilai, semula: lama.fakta }, asal);
      if (lama.klaster) await this.kembalikanKlaster(em, aktor, o, lama.klaster.opdId, alasan);
    }
    if (lama.dokumenId !== null)
      await em.query("UPDATE ormas_dokumen SET status = 'tidak-sah' WHERE id = ?", [lama.dokumenId]);
  }

  /**
   * Other ormas that this one would be like once the change held, for a reason that the change brings: a warning, not a
   * refusal. Permission is the caller's.
   */
  async serupa(em: EntityManager, o: OrmasTerkunci, p: Penerapan): Promise<Kembaran[]> {
    const { perihal } = p;
    if (perihal === 'pengurus') return [];
    const sebab = SEBAB_PERIHAL[perihal] ?? [];
    if (sebab.length === 0) return [];
    const f: IsiFakta = { ...o.fakta, [perihal]: p.nilai };
    const baru = {
      ...{ nama: f.nama.nama, npwp: f.npwp.npwp, dasarHukum: [f['dasar-hukum'].dasarHukumNomor] },
      ...{ alamat: f.sekretariat.alamat, kelurahanId: f.sekretariat.kelurahanId },
    };
    return (await this.kembar.cari(em, baru, o.id))
      .map((k) => ({ ...k, sebab: k.sebab.filter((s) => sebab.includes(s)) }))
      .filter((k) => k.sebab.length > 0);
  }

  private async tulis<F extends Fakta>(
    em: EntityManager,
    o: OrmasTerkunci,
    fakta: F,
    nilai: IsiFakta[F],
  ): Promise<void> {
    const kolom = Object.entries(KOLOM_FAKTA[fakta]) as [keyof IsiFakta[F], string][];
    const set = [...kolom.map(([, k]) => `${k} = ?`), 'versi = versi + 1', 'diubah_pada = ?'];
    const isi = [...kolom.map(([k]) => nilai[k]), this.clock.sekarang()];
    const semua = { ...o.fakta, [fakta]: nilai };
    const { kelurahanId } = semua.sekretariat;
    const { perId } = await this.wilayah.data();
    const tempat = kelurahanId === null ? null : (perId.get(kelurahanId)?.kelurahan ?? null);
    const lain = await namaLainOrmas(em, o.id);
    const { dasarHukumNomor } = semua['dasar-hukum'];
    const turunan: [string, unknown][] = [
      ['nama_normal', normalNama(semua.nama.nama)],
      ['cari', kunciCariOrmas(semua.nama.nama, tempat, lain)],
      ['dasar_hukum_normal', dasarHukumNomor === null ? null : kunciDasarHukum(dasarHukumNomor)],
      ['alamat_kunci', kunciAlamat(semua.sekretariat.alamat, kelurahanId)],
    ];
    await em.query(`UPDATE ormas SET ${[...set, ...turunan.map(([k]) => `${k} = ?`)].join(', ')} WHERE id = ?`, [
      ...isi,
      ...turunan.map(([, v]) => v),
      o.id,
    ]);
    await catatUbahanOrmas(em, [o.id]);
  }

  private catat<F extends Fakta>(
    em: EntityManager,
    o: OrmasTerkunci,
    isi: { fakta: F; baru: IsiFakta[F]; berlaku: string },
    asal: AsalFakta,
  ): Promise<void> {
    return catatFakta(em, o.id, { ...isi, lama: o.fakta[isi.fakta] }, asal);
  }

  private async naikkanVersi(em: EntityManager, o: OrmasTerkunci): Promise<void> {
    await em.query('UPDATE ormas SET versi = versi + 1, diubah_pada = ? WHERE id = ?', [this.clock.sekarang(), o.id]);
  }

  /** The cluster follows the bidang, unless an officer decided it. */
  private async pindahkan(
    em: EntityManager,
    aktor: Aktor,
    o: OrmasTerkunci,
    bidangId: number | null,
    mulai: string,
  ): Promise<KeadaanLama['klaster']> {
    const [kini] = await em.query<Pick<IsiKlaster, 'opdId' | 'sumber' | 'alasan'>[]>(
      `SELECT opd_id AS opdId, sumber, alasan FROM klaster_ormas
       WHERE ormas_id = ? AND berlaku_sampai IS NULL ORDER BY id DESC LIMIT 1`,
      [o.id],
    );
    const { sumber, alasan, ...lama } = kini ?? { opdId: o.opdId, sumber: 'bidang' as const, alasan: null };
    const opdId = sumber === 'petugas' ? lama.opdId : await this.klaster.opdUntukBidang(em, bidangId, mulai);
    const penetapan = { ormasId: o.id, opdId, bidangId, mulai, sumber, alasan, akunId: aktor.id };
    const langkah = await this.klaster.tetapkan(em, penetapan);
    await this.salinKlaster(em, o.id, opdId);
    return { opdId: lama.opdId, langkah };
  }

  /** The cluster goes back with the bidang; whoever reads the trail of clusters finds it there. */
  private async kembalikanKlaster(
    em: EntityManager,
    aktor: Aktor,
    o: OrmasTerkunci,
    opdId: number | null,
    alasan: string,
  ): Promise<void> {
    const kembali = await this.salinKlaster(em, o.id, opdId);
    if (kembali === o.opdId) return;
    const { opdPerId } = await this.klaster.data();
    const sebut = (id: number | null): string => (id === null ? null : opdPerId.get(id)?.nama) ?? 'Belum ditetapkan';
    const [sebelum, sesudah] = [sebut(o.opdId), sebut(kembali)];
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'ormas.pindah-klaster', objek: 'ormas', objekId: o.id, ormasId: o.id },
      ringkasan: `Klaster kembali dari ${sebelum} ke ${sesudah}: persetujuan perubahan bidang dibatalkan`,
      rincian: { sebelum: { OPD: sebelum }, sesudah: { OPD: sesudah }, alasan },
    });
  }

  /** Repeats in the register where the history puts the ormas today; `lain` for one that has no history. */
  private async salinKlaster(em: EntityManager, ormasId: number, lain: number | null): Promise<number | null> {
    const kini = await this.klaster.opdKini(em, ormasId, tanggalWib(this.clock.sekarang()));
    const opdId = kini === undefined ? lain : kini;
    await em.query('UPDATE ormas SET opd_id = ? WHERE id = ?', [opdId, ormasId]);
    await catatUbahanOrmas(em, [ormasId]);
    return opdId;
  }

  /** The whole board is another one from a day on: those who sit then leave the day before. */
  private async gantiPengurus(
    em: EntityManager,
    o: OrmasTerkunci,
    baru: { anggota: readonly { jabatan: string; nama: string }[]; sampai: string | null },
    berlaku: string,
  ): Promise<NonNullable<KeadaanLama['pengurus']>> {
    const terbaru = o.pengurus.reduce((t, p) => (p.dari > t ? p.dari : t), '');
    if (berlaku < terbaru)
      throw salah(`Pengurus sekarang menjabat sejak ${tanggal(terbaru)}. Isi tanggal itu atau sesudahnya.`);
    const lama = o.pengurus.filter((p) => p.sampai === null || p.sampai >= berlaku);
    for (const p of lama)
      await em.query('UPDATE pengurus SET sampai = ? WHERE id = ?', [tambahHari(berlaku, -1), p.id]);
    const [puncak] = await em.query<{ id: number | null }[]>('SELECT MAX(id) AS id FROM pengurus WHERE ormas_id = ?', [
      o.id,
    ]);
    await sisipBanyak(
      em,
      'pengurus',
      ['ormas_id', 'jabatan', 'nama', 'dari', 'sampai'],
      baru.anggota.map((a) => [o.id, a.jabatan, a.nama, berlaku, baru.sampai]),
    );
    const id = await em.query<{ id: number }[]>('SELECT id FROM pengurus WHERE ormas_id = ? AND id > ?', [
      o.id,
      puncak?.id ?? 0,
    ]);
    return { lama: lama.map(({ id: pid, sampai }) => ({ id: pid, sampai })), baru: id.map((b) => b.id) };
  }

  private async terimaDokumen(em: EntityManager, ormasId: number, d: DokumenBaru): Promise<number> {
    await em.query(
      `INSERT INTO ormas_dokumen (ormas_id, jenis, nomor, tanggal, berlaku_sampai, status, berkas_id)
       VALUES (?, ?, ?, ?, ?, 'sah', ?)`,
      [ormasId, d.jenis, d.nomor, d.tanggal, d.berlakuSampai, d.berkasId],
    );
    const [b] = await em.query<{ id: number }[]>('SELECT MAX(id) AS id FROM ormas_dokumen WHERE ormas_id = ?', [
      ormasId,
    ]);
    return b?.id ?? 0;
  }
}

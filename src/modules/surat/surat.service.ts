import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { buatKode } from '../../common/kode-periksa.js';
import { tanggalSah, tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { bolehLihatOrmas } from '../ormas/ormas.policy.js';
import { OrmasService } from '../ormas/ormas.service.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { akhirMasa, nomorSurat, SEBUTAN_KEADAAN } from './surat.aturan.js';
import { bacaOrmasSurat, bacaSurat, suratTerbit, susunIsi, urutBerikut } from './surat.kueri.js';
import { bolehCabutSurat, bolehLihatSurat, bolehTerbitkanSurat, bolehUlangiDokumen } from './surat.policy.js';
import { SuratQueue } from './surat.queue.js';
import { type SuratRinci } from './surat.types.js';

/** A letter to be issued. `dilihat`: the letter in force that the person saw; undefined where nobody looked. */
export interface PermintaanSurat {
  ormasId: number;
  /** Why this letter replaces another; '' for the first one. */
  alasan: string;
  dilihat?: number | null;
  /** Day of issue in the past, for taking letters over; the present unless told. */
  terbit?: string;
}

/** What stays of an issued letter with its caller. */
export interface SuratTerbit {
  id: number;
  nomor: string;
  kode: string;
}

/** What a letter is issued from: the settings of the office, and the register that takes note of it. */
@Injectable()
export class KonteksSurat {
  constructor(
    readonly setelan: SetelanService,
    readonly ormas: OrmasService,
  ) {}
}

/** Issuing, replacing and revoking letters of existence. A letter is never edited: a new one takes its place. */
@Injectable()
export class SuratService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly queue: SuratQueue,
    private readonly konteks: KonteksSurat,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues a letter within the caller's transaction: the ormas's first, or one that takes the place of the one it has.
   * The document follows from the queue.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang` (also when the ormas is not registered now), `isian-tidak-sah`
   * without a reason where one is replaced, `versi-berbeda` when the letter in force is another than the person saw
   */
  async terbitkan(em: EntityManager, aktor: Aktor, minta: PermintaanSurat): Promise<SuratTerbit> {
    const kini = this.clock.sekarang();
    const terbit = minta.terbit ?? tanggalWib(kini);
    const ormas = await bacaOrmasSurat(em, minta.ormasId, terbit, true);
    if (!ormas || !bolehLihatOrmas(aktor, ormas)) throw new DomainError('tidak-ditemukan');
    if (!bolehTerbitkanSurat(aktor, ormas)) throw new DomainError('tidak-berwenang');
    const lama = await suratTerbit(em, ormas.id);
    if (minta.dilihat !== undefined && minta.dilihat !== (lama?.id ?? null)) {
      throw new DomainError(
        'versi-berbeda',
        'Surat ormas ini baru saja diterbitkan atau berubah. Belum ada yang disimpan.',
        {
          ...(lama && (await terakhirDiubah(em, 'surat', lama.id))),
          milikAnda: { 'Surat yang berlaku': minta.dilihat === null ? 'belum ada' : `surat ${minta.dilihat}` },
          tersimpan: { 'Surat yang berlaku': lama?.nomor ?? 'belum ada' },
        },
      );
    }
    const alasan = periksaAlasan(minta.alasan, lama !== null);
    const kantor = await this.konteks.setelan.baca();
    const tahun = Number(terbit.slice(0, 4));
    const urut = await urutBerikut(em, tahun);
    const nomor = nomorSurat(kantor.surat.format, urut, terbit);
    const kode = buatKode();
    const sampai = akhirMasa(terbit, kantor.surat.masaTahun);
    if (lama) await em.query("UPDATE surat SET status = 'diganti', versi = versi + 1 WHERE id = ?", [lama.id]);
    const { insertId: id } = await em.query<{ insertId: number }>(
      `INSERT INTO surat (ormas_id, tahun, urut, nomor, kode, terbit, berlaku_sampai, isi, status, menggantikan_id,
         alasan_terbit, dokumen, dibuat_oleh, dibuat_pada)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'terbit', ?, ?, 'menunggu', ?, ?)`,
      [
        ormas.id,
        tahun,
        urut,
        nomor,
        kode,
        terbit,
        sampai,
        JSON.stringify(susunIsi(ormas, kantor, lama?.nomor ?? null)),
        lama?.id ?? null,
        alasan || null,
        aktor.id,
        kini,
      ],
    );
    await this.konteks.ormas.catatSurat(em, ormas.id, nomor, sampai);
    await this.queue.titipCetak(em, id, 0);
    await this.audit.catat(em, aktor, {
      aksi: lama ? 'surat.ganti' : 'surat.terbitkan',
      objek: 'surat',
      objekId: id,
      ormasId: ormas.id,
      ringkasan: lama
        ? `Surat keterangan ${nomor} terbit menggantikan ${lama.nomor}: ${alasan}`
        : `Surat keterangan ${nomor} terbit, berlaku sampai ${tanggal(sampai)}`,
      rincian: { nomor, terbit, berlakuSampai: sampai, menggantikan: lama?.nomor ?? null, alasan },
    });
    return { id, nomor, kode };
  }

  /** The same as an act of its own. @throws DomainError as `terbitkan` */
  async terbitkanSendiri(aktor: Aktor, minta: PermintaanSurat): Promise<SuratTerbit> {
    return this.transaksi.jalankan((em) => this.terbitkan(em, aktor, minta));
  }

  /**
   * Records that a letter was revoked: a fact with its day and reason.
   * @param cabut `pada` 'YYYY-MM-DD', not before the issue and not in the future; `alasan` 5–500 letters
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `isian-tidak-sah`, `versi-berbeda`
   */
  async cabut(aktor: Aktor, id: number, versi: number, cabut: { pada: string; alasan: string }): Promise<void> {
    const hari = tanggalWib(this.clock.sekarang());
    const alasan = cabut.alasan.trim();
    await this.transaksi.jalankan(async (em) => {
      const s = await this.kunci(em, aktor, id, versi, hari);
      if (!bolehCabutSurat(aktor, s)) throw new DomainError('tidak-berwenang');
      const isian = [
        ...(!tanggalSah(cabut.pada) || cabut.pada < s.terbit || cabut.pada > hari
          ? [{ bidang: 'pada', pesan: `Isi tanggal antara ${tanggal(s.terbit)} dan hari ini.` }]
          : []),
        ...(alasan.length < 5 || alasan.length > 500
          ? [{ bidang: 'alasan', pesan: 'Tulis alasan dan dasar pencabutan, 5 sampai 500 huruf.' }]
          : []),
      ];
      if (isian.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian });
      await em.query(
        "UPDATE surat SET status = 'dicabut', dicabut_pada = ?, alasan_cabut = ?, versi = versi + 1 WHERE id = ?",
        [cabut.pada, alasan, id],
      );
      await this.konteks.ormas.catatSurat(em, s.ormasId, null, null);
      await this.audit.catat(em, aktor, {
        aksi: 'surat.cabut',
        objek: 'surat',
        objekId: id,
        ormasId: s.ormasId,
        ringkasan: `Surat keterangan ${s.nomor} dicabut per ${tanggal(cabut.pada)}: ${alasan}`.slice(0, 500),
        rincian: { pada: cabut.pada, alasan },
      });
    });
  }

  /** Leaves the printing of a letter anew after it failed. @throws DomainError as `cabut` */
  async ulangiDokumen(aktor: Aktor, id: number, versi: number): Promise<void> {
    const hari = tanggalWib(this.clock.sekarang());
    await this.transaksi.jalankan(async (em) => {
      const s = await this.kunci(em, aktor, id, versi, hari);
      if (!bolehUlangiDokumen(aktor, s)) throw new DomainError('tidak-berwenang');
      await em.query(
        "UPDATE surat SET dokumen = 'menunggu', galat = NULL, ulangan = ulangan + 1, versi = versi + 1 WHERE id = ?",
        [id],
      );
      const [{ ulangan } = { ulangan: 1 }] = await em.query<{ ulangan: number }[]>(
        'SELECT ulangan FROM surat WHERE id = ?',
        [id],
      );
      await this.queue.titipCetak(em, id, ulangan);
      await this.audit.catat(em, aktor, {
        aksi: 'surat.ulangi-dokumen',
        objek: 'surat',
        objekId: id,
        ormasId: s.ormasId,
        ringkasan: `Dokumen surat keterangan ${s.nomor} dibuat ulang`,
      });
    });
  }

  private async kunci(em: EntityManager, aktor: Aktor, id: number, versi: number, hari: string): Promise<SuratRinci> {
    await em.query('SELECT id FROM surat WHERE id = ? FOR UPDATE', [id]);
    const s = await bacaSurat(em, 's.id = ?', id, hari);
    if (!s || !bolehLihatSurat(aktor, s)) throw new DomainError('tidak-ditemukan');
    if (s.versi !== versi) {
      const keadaan = SEBUTAN_KEADAAN[s.keadaan].teks;
      throw new DomainError('versi-berbeda', undefined, {
        ...(await terakhirDiubah(em, 'surat', id)),
        milikAnda: { Surat: s.nomor, Keadaan: 'seperti pada halaman Anda' },
        tersimpan: { Surat: s.nomor, Keadaan: keadaan },
      });
    }
    return s;
  }
}

function periksaAlasan(teks: string, perlu: boolean): string {
  const alasan = teks.trim();
  if (alasan.length > 300 || (perlu && alasan.length < 5)) {
    const pesan = 'Tulis alasan penerbitan surat pengganti, 5 sampai 300 huruf.';
    throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'alasan', pesan }] });
  }
  return alasan;
}

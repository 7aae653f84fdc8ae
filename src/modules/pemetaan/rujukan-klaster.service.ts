import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { tambahTahun, tanggalWib } from '../../common/tanggal.js';
import { kunciGanda, setelahKomit, Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { BacaRujukanService } from './baca-rujukan.service.js';
import { akhirTertutupTerkunci } from './dampak.kueri.js';
import { TAHUN_DI_MUKA } from './pemetaan.aturan.js';
import { bolehUbahPemetaan } from './pemetaan.policy.js';
import { type IsianRujukan, type JenisRujukan, type RujukanRinci } from './pemetaan.types.js';

const SEBUTAN: Readonly<Record<JenisRujukan, string>> = { opd: 'OPD', bidang: 'Bidang' };

const salah = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang, pesan }] });

/** The office keeps its list of OPD and of bidang: each with its names over time and the days on which it may be chosen. */
@Injectable()
export class RujukanKlasterService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly baca: BacaRujukanService,
    private readonly klaster: KlasterService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds an OPD, or a bidang with the OPD that guides it, from a day on (today or later).
   * @returns its id
   * @throws DomainError `tidak-berwenang`; `isian-tidak-sah` for a code that is taken, a day that is past, an OPD that does
   * not hold on that day
   */
  async tambah(aktor: Aktor, jenis: JenisRujukan, i: IsianRujukan): Promise<number> {
    return this.kerjakan(aktor, async (em, hari) => {
      if (i.mulai < hari) throw salah('mulai', 'Isi hari ini atau tanggal sesudahnya.');
      if (i.mulai > tambahTahun(hari, TAHUN_DI_MUKA))
        throw salah('mulai', `Isi tanggal paling jauh ${TAHUN_DI_MUKA} tahun ke depan.`);
      const id = await tanpaGanda(async () => (jenis === 'opd' ? tambahOpd(em, i) : tambahBidang(em, i)));
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rujukan.tambah', objek: jenis, objekId: id },
        ringkasan: `${SEBUTAN[jenis]} ditambahkan: ${i.nama}, mulai ${tanggal(i.mulai)}`,
        rincian: { sesudah: i },
      });
      return id;
    });
  }

  /** How the office of an OPD is reached. @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `versi-berbeda` */
  async ubahKontak(aktor: Aktor, id: number, versi: number, kontak: string): Promise<void> {
    await this.kerjakan(aktor, async (em) => {
      const lama = await this.baca.dalam(em, 'opd', id);
      await this.tulis(em, 'opd', lama, {
        ...{ versi, isi: { kontak: kontak || null } },
        ...{ milikAnda: { Kontak: kontak }, tersimpan: { Kontak: lama.kontak } },
      });
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rujukan.kontak', objek: 'opd', objekId: id },
        ringkasan: `Kontak OPD ${lama.nama} diubah`,
        rincian: { sebelum: { Kontak: lama.kontak }, sesudah: { Kontak: kontak } },
      });
    });
  }

  /**
   * Gives an OPD or a bidang another name from a day on that has come. Reports of a year bear the name of its last day.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `versi-berbeda`; `isian-tidak-sah` for a day within a closed
   * year, before the present name, or that has not come, and when nothing would change
   */
  async gantiNama(
    aktor: Aktor,
    jenis: JenisRujukan,
    id: number,
    versi: number,
    i: { nama: string; namaLengkap: string; mulai: string; alasan: string },
  ): Promise<void> {
    await this.kerjakan(aktor, async (em, hari, kini) => {
      const lama = await this.baca.dalam(em, jenis, id);
      const tertutup = await akhirTertutupTerkunci(em);
      const sejak = lama.riwayatNama[0]?.berlakuDari ?? lama.berlakuDari;
      if (i.mulai > hari) throw salah('mulai', 'Isi hari ini atau tanggal yang sudah lewat.');
      if (tertutup !== null && i.mulai <= tertutup)
        throw salah(
          'mulai',
          `Tahun penilaian yang berakhir ${tanggal(tertutup)} sudah ditutup. Isi tanggal sesudahnya.`,
        );
      if (i.mulai < sejak) throw salah('mulai', `Nama sekarang berlaku sejak ${tanggal(sejak)}.`);
      if (i.nama === lama.nama && (jenis === 'bidang' || i.namaLengkap === lama.namaLengkap))
        throw salah('nama', 'Nama ini sama dengan nama sekarang.');
      const isi = { nama: i.nama, ...(jenis === 'opd' && { nama_lengkap: i.namaLengkap }) };
      const sebut = (n: { nama: string; namaLengkap: string }): Record<string, string> => ({
        Nama: n.nama,
        ...(jenis === 'opd' && { 'Nama lengkap': n.namaLengkap }),
      });
      await this.tulis(em, jenis, lama, {
        versi,
        isi,
        milikAnda: { ...sebut(i), Alasan: i.alasan },
        tersimpan: sebut(lama),
      });
      if (lama.riwayatNama.length === 0) await catatNama(em, jenis, id, { ...lama, mulai: lama.berlakuDari }, kini);
      await catatNama(em, jenis, id, { ...i, akunId: aktor.id }, kini);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rujukan.nama', objek: jenis, objekId: id },
        ringkasan: `${SEBUTAN[jenis]} ${lama.nama} berganti nama menjadi ${i.nama} sejak ${tanggal(i.mulai)}`,
        rincian: { sebelum: sebut(lama), sesudah: { ...sebut(i), 'Mulai berlaku': i.mulai }, alasan: i.alasan },
      });
    });
  }

  /**
   * Ends an OPD or a bidang with a day, or (null) lets one go on whose end has not come. An OPD that guides a bidang or an
   * ormas beyond the day cannot end; a bidang that ends is only not chosen any more, and who has it keeps it.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `versi-berbeda`, `isian-tidak-sah`, `transisi-tidak-sah`
   */
  async akhiri(
    aktor: Aktor,
    jenis: JenisRujukan,
    id: number,
    versi: number,
    i: { sampai: string | null; alasan: string },
  ): Promise<void> {
    await this.kerjakan(aktor, async (em, hari) => {
      const lama = await this.baca.dalam(em, jenis, id, i.sampai ?? undefined);
      const { sampai } = i;
      if (sampai === null && (lama.berlakuSampai === null || lama.berlakuSampai < hari))
        throw new DomainError('transisi-tidak-sah');
      if (sampai !== null && (sampai < hari || sampai < lama.berlakuDari))
        throw salah('sampai', 'Isi hari ini atau tanggal sesudahnya.');
      if (sampai !== null && lama.penghalang.length > 0) throw salah('sampai', lama.penghalang.join(' '));
      const sebut = (s: string | null): Record<string, string> => ({ 'Berlaku sampai': s === null ? '' : tanggal(s) });
      await this.tulis(em, jenis, lama, {
        ...{ versi, isi: { berlaku_sampai: sampai } },
        ...{ milikAnda: { ...sebut(sampai), Alasan: i.alasan }, tersimpan: sebut(lama.berlakuSampai) },
      });
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rujukan.akhiri', objek: jenis, objekId: id },
        ringkasan:
          sampai === null
            ? `${SEBUTAN[jenis]} ${lama.nama} berlaku terus`
            : `${SEBUTAN[jenis]} ${lama.nama} berakhir ${tanggal(sampai)}`,
        rincian: { sebelum: sebut(lama.berlakuSampai), sesudah: sebut(sampai), alasan: i.alasan },
      });
    });
  }

  private async kerjakan<T>(aktor: Aktor, fn: (em: EntityManager, hari: string, kini: Date) => Promise<T>): Promise<T> {
    if (!bolehUbahPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan(async (em) => {
      const kini = this.clock.sekarang();
      const hasil = await fn(em, tanggalWib(kini), kini);
      setelahKomit(em, () => this.klaster.lupakan());
      return hasil;
    });
  }

  private async tulis(
    em: EntityManager,
    jenis: JenisRujukan,
    lama: RujukanRinci,
    u: {
      versi: number;
      isi: Record<string, string | null>;
      milikAnda: Record<string, string>;
      tersimpan: Record<string, string>;
    },
  ): Promise<void> {
    const { versi, isi, milikAnda, tersimpan } = u;
    const kolom = Object.keys(isi).map((k) => `${k} = ?`);
    const { affectedRows } = await em.query<{ affectedRows: number }>(
      `UPDATE ${jenis} SET ${kolom.join(', ')}, versi = versi + 1 WHERE id = ? AND versi = ?`,
      [...Object.values(isi), lama.id, versi],
    );
    if (affectedRows !== 1)
      throw new DomainError('versi-berbeda', undefined, {
        ...{ milikAnda, tersimpan },
        ...(await terakhirDiubah(em, jenis, lama.id)),
      });
  }
}

async function tambahOpd(em: EntityManager, i: IsianRujukan): Promise<number> {
  const { insertId } = await em.query<{ insertId: number }>(
    'INSERT INTO opd (kode, nama, nama_lengkap, kontak, berlaku_dari) VALUES (?, ?, ?, ?, ?)',
    [i.kode, i.nama, i.namaLengkap, i.kontak || null, i.mulai],
  );
  return insertId;
}

async function tambahBidang(em: EntityManager, i: IsianRujukan): Promise<number> {
  const [opd] = await em.query<{ id: number }[]>(
    'SELECT id FROM opd WHERE kode = ? AND berlaku_dari <= ? AND berlaku_sampai IS NULL FOR UPDATE',
    [i.opd, i.mulai],
  );
  if (!opd) throw salah('opd', 'Pilih OPD yang berlaku pada tanggal itu.');
  const [u] = await em.query<{ n: number | null }[]>('SELECT MAX(urutan) AS n FROM bidang');
  const { insertId } = await em.query<{ insertId: number }>(
    'INSERT INTO bidang (kode, nama, urutan, berlaku_dari) VALUES (?, ?, ?, ?)',
    [i.kode, i.nama, (u?.n ?? 0) + 1, i.mulai],
  );
  await em.query('INSERT INTO bidang_opd (bidang_id, opd_id, berlaku_dari) VALUES (?, ?, ?)', [
    ...[insertId, opd.id, i.mulai],
  ]);
  return insertId;
}

async function catatNama(
  em: EntityManager,
  jenis: JenisRujukan,
  id: number,
  n: { nama: string; namaLengkap: string; mulai: string; alasan?: string; akunId?: number | null },
  kini: Date,
): Promise<void> {
  await em.query(
    `INSERT INTO riwayat_nama (${jenis}_id, nama, nama_lengkap, berlaku_dari, alasan, akun_id, dicatat_pada)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE nama = VALUES(nama), nama_lengkap = VALUES(nama_lengkap), alasan = VALUES(alasan),
       akun_id = VALUES(akun_id), dicatat_pada = VALUES(dicatat_pada)`,
    [id, n.nama, n.namaLengkap, n.mulai, n.alasan ?? null, n.akunId ?? null, kini],
  );
}

async function tanpaGanda<T>(tulis: () => Promise<T>): Promise<T> {
  try {
    return await tulis();
  } catch (galat) {
    if (!kunciGanda(galat)) throw galat;
    throw salah('kode', 'Kode ini sudah dipakai. Tulis kode lain.');
  }
}

import { type INestApplicationContext, type Type } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Aktor } from '../../src/common/aktor.js';
import { Clock } from '../../src/common/clock.js';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { BeritaAcaraService } from '../../src/modules/lapangan/berita-acara.service.js';
import { DAFTAR_PERIKSA } from '../../src/modules/lapangan/daftar-periksa.data.js';
import { type IsianBeritaAcara, type Sasaran } from '../../src/modules/lapangan/kunjungan.types.js';
import { RencanaKunjunganService } from '../../src/modules/lapangan/rencana-kunjungan.service.js';
import { fotoContoh } from './berkas.js';

/** An officer without a password. */
export async function akunPetugas(db: DataSource, nama: string): Promise<Aktor> {
  const surel = `${nama.toLowerCase().replace(/\W+/g, '-')}@contoh.invalid`;
  await db.query(
    `INSERT INTO akun (surel, nama, peran, dibuat_pada, diubah_pada) VALUES (?, ?, 'petugas', '2026-01-01', '2026-01-01')`,
    [surel, nama],
  );
  const [akun] = await db.query<{ id: number }[]>('SELECT id FROM akun WHERE surel = ?', [surel]);
  return { id: akun?.id ?? 0, nama, peran: 'petugas', opdId: null, ormasId: null };
}

/** A whole record; `hari` 'YYYY-MM-DD'. */
export const beritaAcaraContoh = (
  hari: string,
  petugas: readonly number[],
  lain: Partial<IsianBeritaAcara> = {},
): IsianBeritaAcara => ({
  ...{ tanggal: hari, mulai: '09:00', selesai: '10:15', petugas, ditemui: true },
  ...{ penerimaNama: 'Kenanga Khayal', penerimaJabatan: 'Sekretaris' },
  periksa: Object.fromEntries(DAFTAR_PERIKSA.map((d) => [d.kode, { hasil: 'sesuai' as const, catatan: '' }])),
  temuan: 'Sekretariat rekaan buka dan dipakai rapat mingguan.',
  rekomendasi: 'Memperbarui papan nama.',
  ...{ sikap: 'belum', kataOrmas: '' },
  ...lain,
});

/** A planned visit, tomorrow unless told; returns its id (its version is 1). */
export async function kunjunganRencana(
  app: INestApplicationContext,
  petugas: Aktor,
  sasaran: Sasaran,
  tanggal?: string,
): Promise<number> {
  const hari = tanggalWib(app.get(Clock, { strict: false }).sekarang());
  const [id] = await app.get(RencanaKunjunganService, { strict: false }).rencanakan(petugas, [sasaran], {
    teks: { tujuan: 'pembinaan', tanggal: tanggal ?? tambahHari(hari, 1), jam: '09.00', tempat: '', bekal: '' },
    petugas: [petugas.id ?? 0],
  });
  return id ?? 0;
}

/** A visit whose record is written and not signed off; returns its id and version. */
export async function kunjunganTertulis(
  app: INestApplicationContext,
  petugas: Aktor,
  sasaran: Sasaran,
  lain: Partial<IsianBeritaAcara> = {},
): Promise<{ id: number; versi: number }> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const hari = tanggalWib(ambil(Clock).sekarang());
  const id = await kunjunganRencana(app, petugas, sasaran, hari);
  await ambil(BeritaAcaraService).mulai(petugas, id, 1);
  const siap = await ambil(BerkasService).siapkanIsi(await fotoContoh('#557f45'), 'papan-nama.jpg');
  const isian = beritaAcaraContoh(hari, [petugas.id ?? 0], lain);
  const versi = await ambil(BeritaAcaraService).tulis(petugas, id, 2, isian, {
    tambah: [{ siap, keterangan: 'Papan nama di depan sekretariat' }],
    ...{ lepas: [], keterangan: {} },
  });
  return { id, versi };
}

/** A visit whose record is signed off; returns its id and version. */
export async function kunjunganSelesai(
  app: INestApplicationContext,
  petugas: Aktor,
  sasaran: Sasaran,
  lain: Partial<IsianBeritaAcara> = {},
): Promise<{ id: number; versi: number }> {
  const { id, versi } = await kunjunganTertulis(app, petugas, sasaran, lain);
  await app.get(BeritaAcaraService, { strict: false }).selesaikan(petugas, id, versi);
  return { id, versi: versi + 1 };
}

import { type INestApplicationContext, type Type } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Aktor } from '../../src/common/aktor.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { BacaPendaftaranService } from '../../src/modules/pendaftaran/baca-pendaftaran.service.js';
import { dokumenDiminta } from '../../src/modules/pendaftaran/pendaftaran.aturan.js';
import { FORMULIR } from '../../src/modules/pendaftaran/formulir.data.js';
import { PendaftaranService } from '../../src/modules/pendaftaran/pendaftaran.service.js';
import { type Jawaban } from '../../src/modules/pendaftaran/pendaftaran.types.js';
import { pdfContoh } from './berkas.js';
import { jawabanContoh } from './jawaban-pendaftaran.js';

/** Fills an application completely through the services: every page, every required document. Returns its version. */
export async function isiPendaftaran(
  app: INestApplicationContext,
  aktor: Aktor,
  id: number,
  jawaban: Jawaban = jawabanContoh(),
): Promise<number> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  let { versi } = await ambil(BacaPendaftaranService).rinci(aktor, id);
  for (const h of FORMULIR) await ambil(PendaftaranService).simpanHalaman(aktor, id, versi++, h.kode, jawaban);
  const siap = await ambil(BerkasService).siapkanIsi(await pdfContoh('Dokumen rekaan'), 'dokumen.pdf');
  for (const { dokumen: d, wajib } of dokumenDiminta(jawaban)) {
    if (!wajib) continue;
    await ambil(PendaftaranService).simpanDokumen(aktor, id, versi++, d.kode, {
      nomor: d.nomor === 'wajib' ? `${d.kode}/1` : '',
      tanggal: d.tanggal === 'wajib' ? '2025-01-15' : '',
      berlakuSampai: d.berlaku === 'wajib' ? '2099-12-31' : '',
      siap,
    });
  }
  return versi;
}

/** An application that was sent, by a new applicant. */
export async function pendaftaranTerkirim(
  app: INestApplicationContext,
  db: DataSource,
  lain: { surel: string; jawaban?: Jawaban },
): Promise<{ id: number; versi: number; pemohon: Aktor }> {
  const pemohon = await akunPemohon(db, lain.surel);
  const layanan = app.get(PendaftaranService, { strict: false });
  const id = await layanan.mulai(pemohon);
  const versi = await isiPendaftaran(app, pemohon, id, lain.jawaban);
  await layanan.ajukan(pemohon, id, versi);
  return { id, versi: versi + 1, pemohon };
}

/** An applicant's account without a password. */
export async function akunPemohon(db: DataSource, surel: string): Promise<Aktor> {
  await db.query(
    `INSERT INTO akun (surel, nama, peran, dibuat_pada, diubah_pada) VALUES (?, ?, 'sekretaris', '2026-01-01', '2026-01-01')`,
    [surel, `Pemohon ${surel.split('@')[0]}`],
  );
  const [akun] = await db.query<{ id: number; nama: string }[]>('SELECT id, nama FROM akun WHERE surel = ?', [surel]);
  return { id: akun?.id ?? 0, nama: akun?.nama ?? '', peran: 'sekretaris', opdId: null, ormasId: null };
}

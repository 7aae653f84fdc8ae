import { type INestApplicationContext, type Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { BerkasService } from '../../modules/berkas/berkas.service.js';
import { FORMULIR } from '../../modules/pendaftaran/formulir.data.js';
import { dokumenDiminta } from '../../modules/pendaftaran/pendaftaran.aturan.js';
import { PendaftaranService } from '../../modules/pendaftaran/pendaftaran.service.js';
import { type Jawaban } from '../../modules/pendaftaran/pendaftaran.types.js';
import { suratBukti } from './gambar-contoh.js';

/** The answers of an organisation that wants to be registered; all of it invented. */
const JAWABAN: Jawaban = {
  ...{ bentuk: 'yayasan', nama: 'Yayasan Kemuning Senja Rekaan', singkatan: 'YKSR', namaInduk: '' },
  ...{ ciriKhusus: 'tidak-ada', bidangLain: [], dasarHukumNomor: 'AHU-0000000.AH.01.04.Tahun 2024' },
  ...{ dasarHukumTanggal: '2024-03-04', aktaNomor: '7', aktaTanggal: '2024-02-01', npwp: '00.000.000.0-000.777' },
  ...{ alamat: 'Jalan Rekaan Senja Nomor 7', rt: '02', rw: '04', statusKantor: 'pinjam' },
  ...{ telepon: '0800 0000 7777', surel: 'kemuning@contoh.invalid', tempatBerdiri: 'Bogor' },
  ...{ tanggalBerdiri: '2024-02-01', pendiri: 'Kemuning Rekaan', pembina: 'Jati Misalnya', penasihat: '' },
  ...{ pejabatDicantumkan: 'tidak', ketua: 'Kemuning Rekaan', sekretaris: 'Cendana Umpama' },
  ...{ bendahara: 'Kenanga Khayal', masaBaktiDari: '2024-02-01', masaBaktiSampai: '2029-01-31' },
  ...{ anggotaLaki: '12', anggotaPerempuan: '18', anggotaAnak: '0', anggotaPemuda: '14', anggotaDewasa: '12' },
  ...{ anggotaLansia: '4', asas: 'Pancasila', tujuan: 'Mendampingi belajar anak sekolah.', ruangLingkup: 'kota' },
  ...{ keputusanTertinggi: 'Rapat pembina', unitOtonom: '', sumberDana: ['iuran', 'sumbangan'] },
  ...{ bank: 'Bank Rekaan', usaha: '', lambang: 'Bunga kemuning di atas lingkaran jingga.', bendera: '' },
};

/** Sends the application of the demonstration's applicant; its id, null where nobody applies. */
export async function kirimPendaftaran(app: INestApplicationContext): Promise<number | null> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const db = app.get<DataSource>(getDataSourceToken(), { strict: false });
  const [akun] = await db.query<{ id: number; nama: string }[]>(
    "SELECT id, nama FROM akun WHERE peran = 'sekretaris' AND ormas_id IS NULL ORDER BY id LIMIT 1",
  );
  if (!akun) return null;
  const pemohon: Aktor = { ...AKTOR_SISTEM, ...akun, peran: 'sekretaris' };
  const [rujukan] = await db.query<{ bidang: number; kelurahan: number }[]>(
    'SELECT (SELECT MIN(id) FROM bidang) AS bidang, (SELECT MIN(id) FROM kelurahan) AS kelurahan',
  );
  const jawaban = { ...JAWABAN, bidangUtama: String(rujukan?.bidang), kelurahan: String(rujukan?.kelurahan) };
  const layanan = ambil(PendaftaranService);
  const id = await layanan.mulai(pemohon);
  let versi = 1;
  for (const h of FORMULIR) await layanan.simpanHalaman(pemohon, id, versi++, h.kode, jawaban);
  const isi = Buffer.from(await suratBukti('Dokumen pendaftaran', ['Contoh rekaan untuk kota contoh.']));
  const siap = await ambil(BerkasService).siapkanIsi(isi, 'dokumen-pendaftaran.pdf');
  for (const { dokumen: d, wajib } of dokumenDiminta(jawaban)) {
    if (!wajib) continue;
    await layanan.simpanDokumen(pemohon, id, versi++, d.kode, {
      nomor: d.nomor === 'wajib' ? `${d.kode}/7` : '',
      tanggal: d.tanggal === 'wajib' ? '2025-01-15' : '',
      berlakuSampai: d.berlaku === 'wajib' ? '2099-12-31' : '',
      siap,
    });
  }
  await layanan.ajukan(pemohon, id, versi);
  return id;
}

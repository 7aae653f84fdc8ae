import { type INestApplicationContext, type Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { BerkasService } from '../../modules/berkas/berkas.service.js';
import { type BerkasSiap } from '../../modules/berkas/berkas.types.js';
import { FORMULIR } from '../../modules/pendaftaran/formulir.data.js';
import { dokumenDiminta } from '../../modules/pendaftaran/pendaftaran.aturan.js';
import { PendaftaranService } from '../../modules/pendaftaran/pendaftaran.service.js';
import { type Jawaban } from '../../modules/pendaftaran/pendaftaran.types.js';
import { AcakTetap } from './acak-tetap.js';
import { gambarKegiatan, suratBukti } from './gambar-contoh.js';

/** The answers of an organisation that wants to be registered; all of it invented. */
export const JAWABAN_CONTOH: Jawaban = {
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

/** Files of the documents of an application, made when first asked for: a photo where one is asked for, else a PDF. */
export class BerkasPendaftaran {
  private readonly siap = new Map<string, BerkasSiap>();
  constructor(private readonly berkas: BerkasService) {}

  async untuk(
    kode: string,
    nama: string,
    foto: boolean,
    baris = 'Contoh rekaan untuk kota contoh.',
  ): Promise<BerkasSiap> {
    const kunci = `${kode} ${baris}`;
    const ada = this.siap.get(kunci);
    if (ada) return ada;
    const isi = foto ? await gambarKegiatan(new AcakTetap(1968)) : Buffer.from(await suratBukti(nama, [baris]));
    const baru = await this.berkas.siapkanIsi(isi, `${kode}.${foto ? 'jpg' : 'pdf'}`);
    this.siap.set(kunci, baru);
    return baru;
  }
}

/**
 * Fills the pages of a new application and attaches what the checklist asks for its form, without sending it.
 * @param sampai how many pages are filled; with fewer than all no document is attached
 * @returns its id and version
 */
export async function isiFormulir(
  app: INestApplicationContext,
  pemohon: Aktor,
  jawaban: Jawaban,
  berkas: BerkasPendaftaran,
  sampai = FORMULIR.length,
): Promise<{ id: number; versi: number }> {
  const layanan = app.get<PendaftaranService>(PendaftaranService, { strict: false });
  const id = await layanan.mulai(pemohon);
  let versi = 1;
  for (const h of FORMULIR.slice(0, sampai)) await layanan.simpanHalaman(pemohon, id, versi++, h.kode, jawaban);
  if (sampai < FORMULIR.length) return { id, versi };
  for (const { dokumen: d, wajib } of dokumenDiminta(jawaban)) {
    if (!wajib) continue;
    await layanan.simpanDokumen(pemohon, id, versi++, d.kode, {
      nomor: d.nomor === 'wajib' ? `${d.kode}/7` : '',
      tanggal: d.tanggal === 'wajib' ? '2025-01-15' : '',
      berlakuSampai: d.berlaku === 'wajib' ? '2099-12-31' : '',
      siap: await berkas.untuk(d.kode, d.nama, d.terima === 'foto'),
    });
  }
  return { id, versi };
}

/** Ids of a bidang (of that code where there is one) and of the n-th kelurahan, as the form has them. */
export async function rujukanContoh(db: DataSource, bidang: string, ke: number): Promise<Jawaban> {
  const [r] = await db.query<{ bidang: number; kelurahan: number }[]>(
    `SELECT COALESCE((SELECT id FROM bidang WHERE kode = ?), (SELECT MIN(id) FROM bidang)) AS bidang,
       (SELECT id FROM kelurahan ORDER BY id LIMIT 1 OFFSET ?) AS kelurahan`,
    [bidang, ke],
  );
  return { bidangUtama: String(r?.bidang), kelurahan: String(r?.kelurahan) };
}

/** Sends the application of the demonstration's applicant; its id, null where nobody applies. */
export async function kirimPendaftaran(app: INestApplicationContext): Promise<number | null> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const db = app.get<DataSource>(getDataSourceToken(), { strict: false });
  const [akun] = await db.query<{ id: number; nama: string }[]>(
    `SELECT id, nama FROM akun a WHERE peran = 'sekretaris' AND ormas_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM pendaftaran p WHERE p.akun_id = a.id) ORDER BY id LIMIT 1`,
  );
  if (!akun) return null;
  const pemohon: Aktor = { ...AKTOR_SISTEM, ...akun, peran: 'sekretaris' };
  const jawaban = { ...JAWABAN_CONTOH, ...(await rujukanContoh(db, '', 0)) };
  const { id, versi } = await isiFormulir(app, pemohon, jawaban, new BerkasPendaftaran(ambil(BerkasService)));
  await ambil(PendaftaranService).ajukan(pemohon, id, versi);
  return id;
}

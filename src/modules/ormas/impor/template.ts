import { type Readable } from 'node:stream';
import { type KolomLembar, type LembarTulis } from '../../../infra/lembar/lembar.js';
import { alirkanCsv } from '../../../infra/lembar/tulis-csv.js';
import { alirkanXlsx } from '../../../infra/lembar/tulis-xlsx.js';
import { AWAL_BARIS_CONTOH, JUDUL_PORTAL } from './tata-letak.js';

/** The example, by heading: invented, and named so that the checker never takes it for an ormas. */
const CONTOH: Readonly<Record<string, string>> = {
  nama: `${AWAL_BARIS_CONTOH} - Perkumpulan Rekaan, hapus baris ini`,
  bentuk: 'perkumpulan',
  dasar_hukum: 'AHU-0000000.AH.01.07.TAHUN 2020',
  tanggal_dasar_hukum: '2020-01-31',
  akta: '12',
  tanggal_akta: '2020-01-15',
  npwp: '00.000.000.0-000.000',
  alamat: 'Jl. Contoh No. 1',
  rt: '1',
  rw: '2',
  kelurahan: 'Gudang',
  kecamatan: 'Bogor Tengah',
  bidang: 'Pendidikan',
  sumber_dana: 'Iuran anggota',
  jumlah_anggota: '25',
  ketua: 'Nama Rekaan',
  sekretaris: 'Nama Rekaan',
  bendahara: 'Nama Rekaan',
  telepon: '0899-0000-0000',
  surel: 'ormas@contoh.invalid',
  terdaftar_pada: '2020-02-28',
  nomor_skko: '220/000-SKKO/REKAAN',
  berlaku_skko: '2025-02-28',
  singkatan: 'PRH',
};

/** The empty register in the portal's own layout. Every column is text, so that numbers typed into it keep their zeros. */
export function templateRegister(jenis: 'csv' | 'xlsx'): Readable {
  const kolom: KolomLembar[] = JUDUL_PORTAL.map((judul) => ({
    judul,
    jenis: 'teks',
    lebar: judul === 'nama' ? 40 : 18,
  }));
  const lembar: LembarTulis = {
    kolom,
    kelompok: (async function* () {
      yield await Promise.resolve([JUDUL_PORTAL.map((judul) => CONTOH[judul] ?? '')]);
    })(),
  };
  return jenis === 'csv' ? alirkanCsv(lembar) : alirkanXlsx(lembar, 'Register');
}

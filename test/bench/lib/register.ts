import { readFileSync } from 'node:fs';
import { pengacak } from './konteks.ts';

const SEED = new URL('../../../src/database/seed/', import.meta.url);
const JUDUL =
  'nama,bentuk,dasar_hukum,tanggal_dasar_hukum,akta,tanggal_akta,npwp,alamat,rt,rw,kelurahan,kecamatan,bidang,sumber_dana,jumlah_anggota,ketua,sekretaris,bendahara,telepon,surel,terdaftar_pada,nomor_skko,berlaku_skko';

const BENTUK = 'Yayasan Perkumpulan Komunitas Forum Paguyuban Gerakan Lembaga Himpunan Ikatan Sanggar'.split(' ');
export const KATA =
  'Melati Cendana Kenanga Jati Mawar Beringin Teratai Rasamala Anggrek Kemuning Puspa Saga Angsana Bungur Flamboyan Ketapang Dahlia Cempaka Waru Sonokeling Kenari Talas Asinan Kujang Ciliwung Cisadane Salak Pangrango Gede Halimun'.split(
    ' ',
  );
const KARYA =
  'Peduli Mandiri Sejahtera Lestari Bersatu Guyub Berdaya Cerdas Sehat Tangguh Ceria Bahagia Mulia Terang Jernih Hijau Bersih Muda Perintis Harapan'.split(
    ' ',
  );
const PENANDA = ['Rekaan', 'Umpama', 'Khayal', 'Andaikata', 'Misalnya'];
const DANA = ['Iuran anggota', 'Donasi', 'Hibah', 'Usaha', 'Iuran anggota dan donasi'];

const baca = (nama: string): string[][] =>
  readFileSync(new URL(nama, SEED), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((b) => b.split(','));

/** How a register is spoilt: shares of the lines, 0–1. */
export interface Cacat {
  ditolak: number;
  ganda: number;
}

/**
 * The bytes of a register in the portal's layout: invented ormas all over the city, legal bases, boards, contacts, with
 * quoted cells and spelling variants; and among them, spread evenly, lines that must be rejected (an impossible date, an
 * unknown kelurahan, a phone that is too short, a formula, no name) or that repeat an earlier one.
 */
export function registerBesar(jumlah: number, benih: number, cacat: Cacat = { ditolak: 0, ganda: 0 }): Buffer {
  const acak = pengacak(benih);
  const bulat = (n: number): number => Math.floor(acak() * n);
  const pilih = <T>(isi: readonly T[]): T => isi[bulat(isi.length)] as T;
  const dua = (n: number): string => String(n).padStart(2, '0');
  const tanggal = (dari: number, sampai: number): string =>
    `${dari + bulat(sampai - dari + 1)}-${dua(1 + bulat(12))}-${dua(1 + bulat(28))}`;
  const orang = (): string => `${pilih(KATA)} ${pilih(PENANDA)}`;
  const tempat = baca('wilayah.csv').map(([kecamatan = '', , kelurahan = '', varian = '']) => ({
    kecamatan,
    kelurahan,
    ejaan: [kelurahan, kelurahan.toUpperCase(), ...varian.split('|').filter(Boolean)],
  }));
  const bidang = baca('bidang.csv').map(([, nama = '']) => nama);

  const ragam = BENTUK.length * KATA.length * KARYA.length * PENANDA.length;
  const satu = (i: number): string[] => {
    // A walk over all combinations of words: no name comes twice.
    let n = (i * 7919 + benih) % ragam;
    const suku = [BENTUK, KATA, KARYA, PENANDA].map((daftar) => {
      const kata = daftar[n % daftar.length] as string;
      n = Math.floor(n / daftar.length);
      return kata;
    });
    const nomor = String(benih * 100_000 + i);
    const berdiri = tanggal(1995, 2021);
    const berbadan = acak() < 0.6;
    const t = pilih(tempat);
    const luar = acak() < 0.02;
    return [
      suku.join(' '),
      berbadan ? (suku[0] === 'Yayasan' ? 'yayasan' : 'perkumpulan') : 'non-badan-hukum',
      berbadan
        ? `AHU-${nomor.padStart(7, '9')}.AH.01.07.TAHUN ${berdiri.slice(0, 4)}`
        : `220/${nomor}-Rekaan/${berdiri.slice(0, 4)}`,
      berdiri,
      String(1 + bulat(300)),
      berdiri,
      acak() < 0.7 ? `00.${nomor.padStart(9, '0').replace(/(\d{3})(\d{3})(\d)(\d)(\d)/, '$1.$2.$3-$4$5')}0.000` : '',
      `"Jl. Contoh ${pilih(KATA)} No. ${1 + bulat(200)}, Gg. ${pilih(KATA)}"`,
      String(1 + bulat(9)),
      String(1 + bulat(14)),
      luar ? 'Luar Domisili' : pilih(t.ejaan),
      luar ? '' : t.kecamatan,
      acak() < 0.97 ? pilih(bidang) : 'Bidang Rekaan',
      pilih(DANA),
      String(5 + bulat(400)),
      orang(),
      orang(),
      orang(),
      `0899${nomor.padStart(8, '0')}`,
      `ormas${nomor}@contoh.invalid`,
      tanggal(2022, 2025),
      `220/${nomor}-SKKO/REKAAN`,
      tanggal(2026, 2029),
    ];
  };
  const RUSAK: readonly ((sel: string[]) => void)[] = [
    (sel) => (sel[3] = '2020-02-31'),
    (sel) => (sel[10] = 'Kelurahan Tidak Ada'),
    (sel) => (sel[18] = '0899'),
    (sel) => (sel[13] = '=1+1'),
    (sel) => (sel[0] = ''),
  ];
  const baris: string[][] = [];
  for (let i = 0; i < jumlah; i++) {
    const nasib = acak();
    const ulangan = nasib < cacat.ganda ? baris[bulat(baris.length)] : undefined;
    const sel = ulangan ? [...ulangan] : satu(i);
    if (!ulangan && nasib > 1 - cacat.ditolak) pilih(RUSAK)(sel);
    baris.push(sel);
  }
  return Buffer.from(`${JUDUL}\r\n${baris.map((sel) => sel.join(',')).join('\r\n')}\r\n`);
}

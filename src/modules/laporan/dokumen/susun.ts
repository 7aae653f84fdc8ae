import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Aset } from '../../../infra/view/aset.js';
import { AKAR_TEMPLATES, renderDokumen } from '../../../infra/view/pasang.js';
import { hitungAngka, jendelaBerjalan } from '../laporan.angka.js';
import { tandaSementara } from '../laporan.kata.js';
import { type DataLaporan } from '../laporan.types.js';
import { babMetode, babPendahuluan } from './bab-awal.js';
import { babHasil } from './bab-hasil.js';
import { babMasalah, babPenutup } from './bab-tindak.js';
import { type BahanBab } from './bahan.js';
import { Penomor } from './blok.js';
import { type EntriIsi, judulLembar, modelDepan } from './depan.js';
import { lampiranLain, lampiranSkor } from './lampiran.js';
import { halamanOrmas } from './profil.js';

// From the frozen data to the HTML of each part. Pure except for the style sheets, which are read once.

/** Pages of ormas in one part: a second of printing, little memory, and small enough for the browser to keep its tab. */
const ORMAS_SEKALI = 15;
/**
 * Lines of annex 1 in one part, which ends with a cluster: every part leaves the rest of its last page empty. Printing
 * takes time and memory with every line, so a cluster of more than `KLASTER_MAKS` lines is divided all the same.
 */
const BARIS_SEKALI = 150;
const KLASTER_MAKS = 600;

/** One part: its key, what it is called on the page of the report, in the order of the document. */
export interface RencanaBagian {
  kunci: string;
  judul: string;
}

/** A part as HTML. */
export interface DokumenBagian {
  html: string;
  landscape: boolean;
}

/** A heading of the finished document with the word on its page: `iv`, `12`. */
export interface JudulHalaman {
  id: string;
  judul: string;
  tingkat: number;
  label: string;
}

/** The parts that are rendered one by one; front matter and index follow when their pages are known. */
export function rencanaBagian(data: DataLaporan): RencanaBagian[] {
  const profil = data.klaster.flatMap((k) => {
    const banyak = Math.ceil(data.ormas.filter((o) => o.opdId === k.opdId).length / ORMAS_SEKALI);
    return Array.from({ length: banyak }, (_, i) => ({
      kunci: `profil/${k.kode}/${i + 1}`,
      judul: `Halaman ormas, ${k.opdId === null ? 'klaster belum ditetapkan' : `klaster ${k.nama}`}${banyak > 1 ? ` (${i + 1} dari ${banyak})` : ''}`,
    }));
  });
  const skor = bagianSkor(data);
  return [
    { kunci: 'bab', judul: 'BAB I sampai BAB V' },
    { kunci: 'profil-awal', judul: 'Cara membaca halaman ormas' },
    ...profil,
    ...skor.map((_, i) => ({
      kunci: `skor/${i + 1}`,
      judul: `Lampiran 1${skor.length > 1 ? ` (${i + 1} dari ${skor.length})` : ''}`,
    })),
    { kunci: 'lampiran', judul: 'Lampiran 2 sampai 4' },
  ];
}

/** Which ormas stand in which part of annex 1: whole clusters, small ones together, very large ones divided. */
function bagianSkor({ ormas }: DataLaporan): { dari: number; sampai: number }[] {
  const bagian = [{ dari: 0, sampai: 0 }];
  let awal = 0;
  ormas.forEach((o, i) => {
    const habis = i + 1 === ormas.length || ormas[i + 1]?.opdId !== o.opdId;
    if (!habis && i + 1 - awal < KLASTER_MAKS) return;
    const kini = bagian.at(-1);
    if (!kini || (kini.sampai > kini.dari && i + 1 - kini.dari > BARIS_SEKALI))
      bagian.push({ dari: awal, sampai: i + 1 });
    else kini.sampai = i + 1;
    awal = i + 1;
  });
  return bagian;
}

/** The HTML of a part. @throws RangeError for a key that is none of `rencanaBagian` */
export function dokumenBagian(data: DataLaporan, kunci: string): DokumenBagian {
  const [jenis, nama, nomor] = kunci.split('/');
  if (kunci === 'bab') return tegak(data, 'bab', { bab: semuaBab(data) });
  if (kunci === 'profil-awal') return tegak(data, 'profil-awal', modelProfilAwal(data));
  if (kunci === 'lampiran') return tegak(data, 'lampiran', { ...lampiranLain(data), tahun: data.tahun });
  if (jenis === 'profil') return tegak(data, 'profil', modelProfil(data, nama ?? '', Number(nomor)));
  if (jenis === 'skor') {
    const milik = bagianSkor(data)[Number(nama) - 1];
    if (milik) {
      const model = lampiranSkor(data, milik.dari, data.ormas.slice(milik.dari, milik.sampai));
      return { html: susun(data, 'skor', { ...model, tahun: data.tahun }), landscape: true };
    }
  }
  throw new RangeError(`No part named ${kunci}`);
}

/** Cover, ratification, preface, executive summary, contents. */
export function dokumenDepan(data: DataLaporan, judul: readonly JudulHalaman[]): DokumenBagian {
  const entri = judul
    .filter((j) => j.tingkat <= 2)
    .map(({ id, label, ...j }): EntriIsi => ({ ...j, halaman: label, tujuan: id }));
  const tetap: EntriIsi[] = [
    { judul: judulLembar(data), halaman: 'ii', tingkat: 1, tujuan: 'pengesahan' },
    { judul: 'Kata Pengantar', halaman: 'iii', tingkat: 1, tujuan: 'pengantar' },
    { judul: 'Ikhtisar Eksekutif', halaman: 'iv', tingkat: 1, tujuan: 'ikhtisar' },
    { judul: 'Daftar Isi', halaman: 'v', tingkat: 1, tujuan: 'daftar-isi' },
  ];
  return tegak(data, 'depan', modelDepan(bahan(data), [...tetap, ...entri]));
}

/** The heading of the index, known before it is rendered: it follows the last page of the parts. */
export function judulIndeks(label: string): JudulHalaman {
  return { id: 'indeks', judul: 'Indeks Nama Ormas', tingkat: 1, label };
}

/** Every ormas by name, with the page it stands on. */
export function dokumenIndeks(data: DataLaporan, judul: readonly JudulHalaman[]): DokumenBagian {
  const label = new Map(judul.map((j) => [j.id, j.label]));
  const { compare } = new Intl.Collator('id');
  const butir = [...data.ormas]
    .sort((a, b) => compare(a.nama, b.nama) || a.id - b.id)
    .map((o) => ({ nama: o.nama, tujuan: `ormas-${o.id}`, halaman: label.get(`ormas-${o.id}`) ?? '' }));
  const huruf = [...new Set(butir.map((b) => b.nama.charAt(0).toLocaleUpperCase('id')))];
  return tegak(data, 'indeks', {
    kelompok: huruf.map((h) => ({
      huruf: h,
      butir: butir.filter((b) => b.nama.charAt(0).toLocaleUpperCase('id') === h),
    })),
  });
}

/** What stands in the left of the bottom margin of every page. */
export function kakiHalaman(data: DataLaporan): string {
  return bertanda(data, `Laporan Monev Ormas ${data.kantor.kota} ${data.tahun} · ${data.nomor}`);
}

/** Name of the file as it is stored and downloaded; a provisional one says so first, where lists do not cut it off. */
export function namaBerkas(data: DataLaporan): string {
  const nama = `Laporan Monev Ormas ${data.kantor.kota} ${data.tahun} (${data.nomor}).pdf`;
  return data.sementara ? `${tandaSementara(data)} - ${nama}` : nama;
}

function bertanda(data: DataLaporan, teks: string): string {
  return data.sementara ? `${tandaSementara(data)} · ${teks}` : teks;
}

function tegak(data: DataLaporan, nama: string, model: object): DokumenBagian {
  return { html: susun(data, nama, model), landscape: false };
}

function susun(data: DataLaporan, nama: string, model: object): string {
  return renderDokumen(`laporan-tahunan/${nama}`, {
    ...model,
    judulDokumen: judulDokumen(data),
    gaya: gaya(),
    kertas: data.kantor.kertas,
  });
}

/** Title of the document, as readers show it. */
export function judulDokumen(data: DataLaporan): string {
  return bertanda(data, `Laporan Monitoring dan Evaluasi Ormas ${data.kantor.kota} Tahun ${data.tahun}`);
}

let tersimpan: string | undefined;

/** Tokens of the portal and the document's own sheet; the faces are added by whoever prints. */
function gaya(): string {
  tersimpan ??=
    Aset.baca().isi('token.css') + readFileSync(join(AKAR_TEMPLATES, 'laporan-tahunan', 'laporan-tahunan.css'), 'utf8');
  return tersimpan;
}

const simpanan = new WeakMap<DataLaporan, BahanBab>();

/** The figures of all groups, computed once per data. */
function bahan(data: DataLaporan): BahanBab {
  let ada = simpanan.get(data);
  if (!ada) {
    const berjalan = jendelaBerjalan(data);
    ada = {
      data,
      kota: hitungAngka(data.ormas, data.instrumen, data.tahun, berjalan),
      klaster: data.klaster.map((klaster) => ({
        klaster,
        angka: hitungAngka(
          data.ormas.filter((o) => o.opdId === klaster.opdId),
          data.instrumen,
          data.tahun,
          berjalan,
        ),
      })),
    };
    simpanan.set(data, ada);
  }
  return ada;
}

function semuaBab(data: DataLaporan) {
  const isi = bahan(data);
  const nomor = new Penomor();
  return [
    babPendahuluan(data, isi.kota),
    babMetode(data, nomor),
    babHasil(isi, nomor),
    babMasalah(isi, nomor),
    babPenutup(isi),
  ];
}

function modelProfil(data: DataLaporan, kode: string, ke: number): object {
  const milik = bahan(data).klaster.find((k) => k.klaster.kode === kode);
  if (!milik || !(ke >= 1)) throw new RangeError(`No part named profil/${kode}/${ke}`);
  const { klaster, angka } = milik;
  const anggota = data.ormas.filter((o) => o.opdId === klaster.opdId).slice((ke - 1) * ORMAS_SEKALI, ke * ORMAS_SEKALI);
  return {
    halaman: halamanOrmas({ data, klaster, angka }, anggota),
    idKlaster: ke === 1 ? `profil-${kode}` : '',
    tahun: data.tahun,
  };
}

function modelProfilAwal(data: DataLaporan): object {
  return {
    tahun: data.tahun,
    minimum: data.instrumen.cakupanMinimum,
    jumlah: data.ormas.length,
    tingkat: [...data.instrumen.tingkat].reverse(),
    catatan: data.instrumen.catatan ?? '',
  };
}

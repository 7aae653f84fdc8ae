import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nip, tanggal } from '../../../common/format.js';
import { kodeBerkelompok } from '../../../common/kode-periksa.js';
import { Aset } from '../../../infra/view/aset.js';
import { AKAR_TEMPLATES, renderDokumen } from '../../../infra/view/pasang.js';
import { qrSvg } from '../../../infra/view/qr.js';
import { jalurLambang } from '../lambang.jalur.js';
import { type IsiSurat } from '../surat.types.js';

/** A letter as its document needs it. */
export interface BahanDokumen {
  nomor: string;
  kode: string;
  terbit: string;
  berlakuSampai: string;
  isi: IsiSurat;
  /** Where the code is checked, in full: it stands in the QR code. */
  alamat: string;
}

/** How closely a letter is set: the next one is tried when it takes more than a page. */
export const KERAPATAN = ['', 'rapat', 'sangat-rapat'] as const;
type Kerapatan = (typeof KERAPATAN)[number];

/** The HTML of a letter. Equal letters give equal HTML. */
export function htmlSurat(b: BahanDokumen, kerapatan: Kerapatan = ''): string {
  const { isi, kode } = b;
  const { kantor } = isi;
  const p = kantor.penandaTangan;
  const lambang = jalurLambang(kantor.lambang);
  const butir = [
    { label: 'Nama organisasi', nilai: isi.nama, tebal: true },
    { label: 'Bentuk', nilai: isi.bentuk, tebal: false },
    { label: 'Bidang kegiatan', nilai: isi.bidang, tebal: false },
    { label: 'Alamat sekretariat', nilai: isi.alamat, tebal: false },
    { label: 'Dasar hukum', nilai: isi.dasarHukum, tebal: false },
    { label: 'Akta notaris', nilai: isi.akta, tebal: false },
    ...isi.pengurus.map((o) => ({ label: o.jabatan, nilai: o.nama, tebal: false })),
  ];
  return renderDokumen('surat-keterangan/surat', {
    judulDokumen: `Surat Keterangan Terdaftar Keberadaan ${b.nomor}`,
    gaya: gaya(),
    kertas: kantor.kertas,
    kerapatan,
    kop: kantor.kop,
    lambang: lambang === '' ? '' : `http://aset.invalid/${lambang}`,
    nomor: b.nomor,
    jabatan: p.jabatan,
    butir: butir.filter((x) => x.nilai !== ''),
    pembuka: `${p.jabatan} menerangkan bahwa organisasi kemasyarakatan di bawah ini:`,
    isi: [
      `telah menyampaikan keberadaannya dan tercatat dalam register organisasi kemasyarakatan pada ${kantor.lembaga} ${kantor.kota}.`,
      `Surat keterangan ini berlaku sejak ${tanggal(b.terbit)} sampai dengan ${tanggal(b.berlakuSampai)}. Perubahan nama, bidang kegiatan, alamat, atau pengurus wajib dilaporkan; surat keterangan yang datanya berubah diganti dengan yang baru.`,
      ...(isi.menggantikan === null
        ? []
        : [`Surat keterangan ini menggantikan surat keterangan nomor ${isi.menggantikan}, yang tidak berlaku lagi.`]),
      'Surat keterangan ini bukan izin kegiatan, bukan pengesahan badan hukum, dan tidak dapat dipakai untuk menarik sumbangan.',
    ],
    tempatTanggal: `${kantor.tempat}, ${tanggal(b.terbit)}`,
    penandaTangan: { jabatan: p.jabatan, nama: p.nama, pangkat: p.pangkat, nip: kataNip(p.nip) },
    qr: qrSvg(b.alamat),
    alamat: b.alamat.replace(/\/[^/]*$/, ''),
    kode: kodeBerkelompok(kode),
  });
}

/** The NIP in its groups; what is no NIP (not filled in yet) stays as it is. */
function kataNip(teks: string): string {
  try {
    return nip(teks);
  } catch {
    return teks;
  }
}

let tersimpan: string | undefined;

function gaya(): string {
  tersimpan ??=
    Aset.baca().isi('token.css') +
    readFileSync(join(AKAR_TEMPLATES, 'surat-keterangan', 'surat-keterangan.css'), 'utf8');
  return tersimpan;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hariTanggal, tanggal } from '../../../common/format.js';
import { Aset } from '../../../infra/view/aset.js';
import { AKAR_TEMPLATES, renderDokumen } from '../../../infra/view/pasang.js';
import { jalurLambang } from '../../surat/lambang.jalur.js';
import { type BeritaAcara, SEBUTAN_SIKAP } from '../kunjungan.types.js';
import { kataJam } from '../kunjungan.aturan.js';

/** Where the document finds its photo number `i`, from 0. */
export const jalurFoto = (i: number): string => `foto/${i + 1}.jpg`;

/** The HTML of a record. Equal records give equal HTML. */
export function htmlBeritaAcara({ nomor, isi, dibuatPada }: Pick<BeritaAcara, 'nomor' | 'isi' | 'dibuatPada'>): string {
  const { kantor } = isi;
  const lambang = jalurLambang(kantor.lambang);
  return renderDokumen('berita-acara/berita-acara', {
    judulDokumen: `Berita Acara Kunjungan Lapangan ${nomor}`,
    gaya: gaya(),
    kertas: kantor.kertas,
    kop: kantor.kop,
    lambang: lambang === '' ? '' : `http://aset.invalid/${lambang}`,
    nomor,
    pembuka: `Pada hari ${hariTanggal(isi.tanggal)}, pukul ${kataJam(isi.mulai)} sampai ${kataJam(isi.selesai)}, petugas ${kantor.lembaga} ${kantor.kota} melaksanakan kunjungan lapangan sebagai berikut.`,
    butir: [
      { label: 'Organisasi', nilai: isi.nama },
      { label: 'Tujuan', nilai: isi.tujuan },
      { label: 'Tempat', nilai: isi.tempat },
      { label: 'Petugas', nilai: isi.petugas.join(', ') },
      {
        label: 'Diterima oleh',
        nilai: isi.ditemui ? isi.penerimaJabatan : 'Tidak ada pengurus yang menerima kunjungan',
      },
    ],
    periksa: isi.periksa.map((p, i) => ({ ...p, nomor: String(i + 1), catatan: p.catatan || '–' })),
    temuan: isi.temuan,
    rekomendasi: isi.rekomendasi || 'Tidak ada rekomendasi.',
    sikap: isi.ditemui ? SEBUTAN_SIKAP[isi.sikap] : 'Tidak ada pihak ormas di tempat.',
    kataOrmas: isi.kataOrmas,
    menggantikan: isi.menggantikan ?? '',
    tempatTanggal: `${kantor.tempat}, ${tanggal(dibuatPada)}`,
    petugas: isi.petugas.map((nama) => ({ nama })),
    ditemui: isi.ditemui,
    jabatan: isi.penerimaJabatan,
    foto: isi.foto.map((f, i) => ({ src: `http://aset.invalid/${jalurFoto(i)}`, keterangan: f.keterangan })),
  });
}

let tersimpan: string | undefined;

function gaya(): string {
  tersimpan ??=
    Aset.baca().isi('token.css') + readFileSync(join(AKAR_TEMPLATES, 'berita-acara', 'berita-acara.css'), 'utf8');
  return tersimpan;
}

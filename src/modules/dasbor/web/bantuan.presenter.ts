import Big from 'big.js';
import { PERAN, type Aktor, type Peran } from '../../../common/aktor.js';
import { angka, desimal } from '../../../common/format.js';
import { type Butir, type KepalaHalaman, type Lencana } from '../../../infra/view/bagian.js';
import { SEBUTAN_STATUS } from '../../kegiatan/kegiatan.status.js';
import { type BahanBantuan } from '../bantuan.service.js';
import { ARTI_STATUS, PANDUAN, PANDUAN_PEMOHON } from './bantuan.isi.js';
import { jalurDasbor } from './dasbor.paths.js';

/** `views/bantuan/bantuan.hbs`. */
export interface TampilanBantuan {
  judul: string;
  kepala: KepalaHalaman;
  panduan: { untuk: string; langkah: readonly string[]; terbuka: boolean }[];
  status: { lencana: Lencana; arti: string }[];
  iko: {
    domain: Butir[];
    tingkat: Butir[];
    cakupan: string;
    catatan: string;
  };
  bertanya: Butir[];
}

/** Settings that the office has not filled in yet stand in square brackets. */
const terisi = (nilai: string): boolean => nilai !== '' && !nilai.startsWith('[');

const bobot = (semua: readonly string[]): string =>
  angka(semua.reduce((jumlah, b) => jumlah.plus(b), new Big(0)).toFixed());

/** Help for the reader's own role first; for the public that of the ormas. */
export function presentBantuan({ kantor, instrumen }: BahanBantuan, peran: Aktor['peran'] | null): TampilanBantuan {
  const milik: Peran = peran === null || peran === 'sistem' ? 'sekretaris' : peran;
  const urutan = [milik, ...PERAN.filter((p) => p !== milik)];
  return {
    judul: 'Bantuan',
    kepala: {
      judul: 'Bantuan',
      pengantar: 'Apa yang dikerjakan siapa, arti setiap status, dan dari mana angka IKO berasal.',
      remah: peran === null ? [] : [{ teks: 'Beranda', href: jalurDasbor.beranda() }],
    },
    panduan: [
      ...urutan.slice(0, 1).map((p) => ({ ...PANDUAN[p], terbuka: true })),
      { ...PANDUAN_PEMOHON, terbuka: peran === null },
      ...urutan.slice(1).map((p) => ({ ...PANDUAN[p], terbuka: false })),
    ],
    status: ARTI_STATUS.map(([status, arti]) => ({ lencana: SEBUTAN_STATUS[status], arti })),
    iko: {
      domain: instrumen.domain.map((d) => ({
        label: `${d.nama}, bobot ${bobot(d.indikator.map((i) => i.bobot))}`,
        nilai: d.indikator.map((i) => i.nama).join(', '),
      })),
      tingkat: instrumen.tingkat.map((t, i) => {
        const berikut = instrumen.tingkat[i + 1];
        const dari = desimal(t.dari);
        return {
          label: t.sebutan,
          nilai: berikut ? `${dari} sampai di bawah ${desimal(berikut.dari)}` : `${dari} ke atas`,
        };
      }),
      cakupan: angka(instrumen.cakupanMinimum),
      catatan: instrumen.catatan ?? '',
    },
    bertanya: [
      { label: 'Kantor', nilai: `${kantor.lembaga} ${kantor.kota}` },
      ...(terisi(kantor.kop.alamat) ? [{ label: 'Alamat', nilai: kantor.kop.alamat }] : []),
      {
        label: 'Kontak',
        nilai: terisi(kantor.kop.kontak) ? kantor.kop.kontak : 'datang atau menelepon pada jam kerja',
      },
    ],
  };
}

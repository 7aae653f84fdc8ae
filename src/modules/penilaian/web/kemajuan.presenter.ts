import { angka, sisaWaktu, tanggalJam } from '../../../common/format.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type Lencana,
  type PesanProgres,
  type Progres,
} from '../../../infra/view/bagian.js';
import { type Kemajuan, type StatusHitung } from '../penilaian.types.js';
import { jalurPenilaian } from './penilaian.paths.js';

const LENCANA: Readonly<Record<StatusHitung, Lencana>> = {
  menunggu: { jenis: 'proses', teks: 'Menunggu giliran' },
  berjalan: { jenis: 'proses', teks: 'Sedang menilai' },
  selesai: { jenis: 'baik', teks: 'Selesai' },
  gagal: { jenis: 'bahaya', teks: 'Gagal' },
};

/** State of a run as word, icon and colour. */
export function lencanaHitung(status: StatusHitung): Lencana {
  return LENCANA[status];
}

/** Whether somebody is still at it. */
export function sedangBerjalan(k: Pick<Kemajuan, 'status'> | null): boolean {
  return k?.status === 'menunggu' || k?.status === 'berjalan';
}

/** "Menilai 140 dari 210; sekitar 20 detik lagi": one message of the stream, and the text of the page without it. */
export function pesanKemajuan(k: Kemajuan, kini: Date): PesanProgres {
  return {
    selesai: k.selesai,
    jumlah: k.jumlah,
    kalimat: kalimat(k, kini),
    tuntas: !sedangBerjalan(k),
    keadaan: k.status,
  };
}

function kalimat(k: Kemajuan, kini: Date): string {
  if (k.status === 'selesai') return `Selesai: ${angka(k.jumlah)} ormas sudah dinilai`;
  if (k.status === 'gagal') return `Berhenti pada ${angka(k.selesai)} dari ${angka(k.jumlah)} ormas`;
  const menilai = `Menilai ${angka(k.selesai)} dari ${angka(k.jumlah)}`;
  if (k.status === 'menunggu' || k.mulaiPada === null) return `${menilai}; menunggu giliran`;
  if (k.selesai === 0) return menilai;
  const lewat = Math.max(0, kini.getTime() - k.mulaiPada.getTime()) / 1000;
  return `${menilai}; ${sisaWaktu((lewat / k.selesai) * (k.jumlah - k.selesai))}`;
}

/** `partials/progres` of a run. */
export function progresHitung(k: Kemajuan, kini: Date): Progres {
  return { ...pesanKemajuan(k, kini), sse: sedangBerjalan(k) ? jalurPenilaian.aliran(k.id) : null };
}

/** `views/penilaian/hitung.hbs`: one run. */
export interface TampilanHitung {
  judul: string;
  kepala: KepalaHalaman;
  progres: Progres;
  butir: Butir[];
  gagal: Catatan | null;
  /** Where to post "Coba lagi"; null when it is not offered. */
  ulangi: string | null;
  hasil: { teks: string; href: string } | null;
  muatUlang: number | null;
}

/** One run: how far it is, and what to do when it failed. */
export function presentHitung(k: Kemajuan, bolehUlangi: boolean, kini: Date): TampilanHitung {
  const judul = `Perhitungan IKO ${k.tahun}`;
  return {
    judul,
    kepala: {
      judul,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'IKO', href: jalurPenilaian.periode() },
        { teks: `Tahun ${k.tahun}`, href: jalurPenilaian.tahun(k.tahun) },
      ],
      lencana: [lencanaHitung(k.status)],
    },
    progres: progresHitung(k, kini),
    butir: [
      { label: 'Dimulai oleh', nilai: k.dibuatOleh ?? 'Sistem' },
      { label: 'Dimulai pada', nilai: tanggalJam(k.dibuatPada) },
      ...(k.selesaiPada ? [{ label: 'Selesai pada', nilai: tanggalJam(k.selesaiPada) }] : []),
    ],
    gagal:
      k.status === 'gagal'
        ? {
            jenis: 'bahaya',
            judul: 'Perhitungan ini berhenti sebelum selesai',
            teks: `${k.galat ?? 'Sebabnya tidak tercatat.'} Yang sudah dinilai tetap tersimpan, dan hasil perhitungan sebelumnya tetap berlaku.`,
          }
        : null,
    ulangi: k.status === 'gagal' && k.terbaru && bolehUlangi ? jalurPenilaian.ulangi(k.id) : null,
    hasil: k.status === 'selesai' ? { teks: `Lihat hasil IKO ${k.tahun}`, href: jalurPenilaian.tahun(k.tahun) } : null,
    muatUlang: sedangBerjalan(k) ? 5 : null,
  };
}

import { type Aktor } from '../../../common/aktor.js';
import { angka } from '../../../common/format.js';
import { type Indikator } from '../../../iko/instrumen.js';
import { isMandiri } from '../../../iko/tingkat.js';
import { type Jenis } from '../../../infra/view/bagian.js';
import { bolehNilaiMandiri } from '../penilaian.policy.js';
import { type HasilTerbuka } from '../penilaian.types.js';
import { jalurPenilaian } from './penilaian.paths.js';

/** One indicator that the ormas assesses itself, as `partials/tugas` shows it. */
export interface BarisMandiri {
  jenis: Jenis;
  teks: string;
  alasan: string;
  tombol: { teks: string; href: string };
}

/** What the ormas assesses itself in a year: what is sent, what is missing. */
export interface DaftarMandiri {
  /** `3 dari 5 indikator sudah terkirim atau diputuskan petugas.` */
  hitungan: string;
  baris: BarisMandiri[];
}

const indikatorMandiri = (h: HasilTerbuka): Indikator[] =>
  h.instrumen.domain.flatMap((d) => d.indikator).filter((i) => isMandiri(i.sumber ?? 'V'));

const isDiputuskan = (h: HasilTerbuka, i: Indikator): boolean => {
  const t = h.tingkat[i.kode];
  return t !== undefined && (t.akhir !== null || t.takBerlaku !== null);
};

/** Neither sent by the ormas nor decided by an officer. */
const isKurang = (h: HasilTerbuka, i: Indikator): boolean =>
  (h.tingkat[i.kode]?.mandiri ?? null) === null && !isDiputuskan(h, i);

/** The list for the sekretaris while the period is open; null for everybody else. */
export function daftarMandiri(aktor: Aktor, h: HasilTerbuka): DaftarMandiri | null {
  const { tahun, status: statusPeriode } = h.periode;
  const semua = indikatorMandiri(h);
  if (semua.length === 0 || !bolehNilaiMandiri(aktor, { ormasId: h.ormasId, statusPeriode })) return null;
  const ada = semua.filter((i) => !isKurang(h, i)).length;
  return {
    hitungan: `${angka(ada)} dari ${angka(semua.length)} indikator sudah terkirim atau diputuskan petugas.`,
    baris: semua.map((i) => {
      const kurang = isKurang(h, i);
      return {
        jenis: kurang ? 'perlu' : isDiputuskan(h, i) ? 'baik' : 'proses',
        teks: `${i.kode} ${i.nama}`,
        alasan: kataKeadaan(h, i),
        tombol: {
          teks: kurang ? 'Nilai sendiri' : isDiputuskan(h, i) ? 'Lihat' : 'Ubah',
          href: jalurPenilaian.mandiri(tahun, h.ormasId, i.kode),
        },
      };
    }),
  };
}

function kataKeadaan(h: HasilTerbuka, i: Indikator): string {
  const t = h.tingkat[i.kode];
  const berkas = (h.bukti[i.kode] ?? []).filter((b) => b.pihak === 'ormas').length;
  const kataBerkas = berkas > 0 ? `${angka(berkas)} berkas` : 'tanpa berkas';
  if (isDiputuskan(h, i))
    return t?.akhir === null || t === undefined
      ? 'Diputuskan petugas: tak berlaku'
      : `Diputuskan petugas: tingkat ${t.akhir}`;
  if (typeof t?.mandiri === 'number') return `Terkirim, tingkat ${t.mandiri}, ${kataBerkas}`;
  return berkas > 0 ? `Belum diisi; ${kataBerkas} tersimpan` : 'Belum diisi';
}

/**
 * The indicator to be filled in after another: the next missing one in the order of the instrument, from the beginning
 * again after the last.
 * @param kode the indicator just sent
 * @returns null when none is missing
 */
export function mandiriBerikutnya(h: HasilTerbuka, kode: string): Indikator | null {
  const semua = indikatorMandiri(h);
  const sini = semua.findIndex((i) => i.kode === kode);
  const urut = [...semua.slice(sini + 1), ...semua.slice(0, Math.max(0, sini))];
  return urut.find((i) => isKurang(h, i)) ?? null;
}

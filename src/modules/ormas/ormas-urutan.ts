import { type DataKlaster } from '../klaster/klaster.types.js';
import { type DataWilayah } from '../wilayah/wilayah.service.js';
import { type Arah, type UrutanOrmas } from './ormas.types.js';

// The orders of the list, each in two ways: as one expression, to sort the few rows that some filter has left; and as
// runs of an index that follow each other, to read the beginning of a long list without sorting it.

/** One run: the rows of a condition in the order of an index. */
export interface Golongan {
  indeks: string;
  /** null: all rows. */
  syarat: string | null;
  urut: string;
  /** The value that all rows of the run have, to leave out runs that the filter leaves empty. */
  nilai?: number | null;
}

interface Rujukan {
  wilayah: DataWilayah;
  klaster: DataKlaster;
}

/** The ids of places or OPD by name, in the direction asked for. */
export function idMenurutNama(urut: UrutanOrmas, arah: Arah, { wilayah, klaster }: Rujukan): number[] {
  const daftar =
    urut === 'kelurahan' ? wilayah.kelurahan.map((k) => ({ id: k.id, nama: k.kelurahan })) : [...klaster.opd];
  const id = daftar.sort((a, b) => a.nama.localeCompare(b.nama, 'id')).map((d) => d.id);
  return arah === 'naik' ? id : id.reverse();
}

const KOLOM = {
  kelurahan: 'kelurahan_id',
  opd: 'opd_id',
  skor: 'iko_skor',
  kegiatan: 'kegiatan_terakhir',
} as const;

/** The order as one expression. What is unknown (no place, no OPD, no score, no activity) stands at the end either way. */
export function ungkapanUrutan(urut: UrutanOrmas, arah: Arah, rujukan: Rujukan): string {
  const turun = arah === 'turun' ? ' DESC' : '';
  if (urut === 'nama') return `o.nama${turun}, o.id${turun}`;
  const kolom = `o.${KOLOM[urut]}`;
  if (urut === 'skor' || urut === 'kegiatan') return `${kolom} IS NULL, ${kolom}${turun}, o.id${turun}`;
  return `${kolom} IS NULL, FIELD(${[kolom, ...idMenurutNama(urut, arah, rujukan)].join(', ')}), o.nama, o.id`;
}

/** The order as runs. */
export function golonganUrutan(urut: UrutanOrmas, arah: Arah, rujukan: Rujukan): Golongan[] {
  const turun = arah === 'turun' ? ' DESC' : '';
  const indeks = `ix_ormas_menurut_${urut}`;
  if (urut === 'nama') return [{ indeks, syarat: null, urut: `o.nama${turun}, o.id${turun}` }];
  const kolom = `o.${KOLOM[urut]}`;
  if (urut === 'skor' || urut === 'kegiatan') {
    return [
      { indeks, syarat: `${kolom} IS NOT NULL`, urut: `${kolom}${turun}, o.id${turun}` },
      { indeks, syarat: `${kolom} IS NULL`, urut: `o.id${turun}` },
    ];
  }
  return [
    ...idMenurutNama(urut, arah, rujukan).map((id) => ({
      ...{ indeks, urut: 'o.nama, o.id', nilai: id },
      syarat: `${kolom} = ${id}`,
    })),
    { indeks, urut: 'o.nama, o.id', nilai: null, syarat: `${kolom} IS NULL` },
  ];
}

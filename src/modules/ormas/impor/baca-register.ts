import { type Lembar, type Rekaman } from './csv.js';
import { type PencocokGanda } from './pencocok-ganda.js';
import { periksaBaris } from './periksa-baris.js';
import { kunciBaris } from './periksa-pratinjau.js';
import type { HasilBaca, Ringkasan, Rujukan } from './register.types.js';
import { kenaliTataLetak } from './tata-letak.js';

/**
 * Reads a register file: recognises its layout, checks every line, and finds the lines that repeat an organisation of
 * the file or of the register. A line with faults is rejected with all of them, and only then is it asked whether it
 * repeats another. Pure but for `pencocok`, which comes to know every line that is taken.
 * @param lembar the file as records (see `bacaLembar`)
 * @param pencocok holds the keys of the register; a fresh one for every file
 * @throws DomainError `berkas-ditolak` when the file as a whole cannot be read; nothing is taken then
 */
export function bacaRegister(lembar: Lembar, rujukan: Rujukan, pencocok: PencocokGanda): HasilBaca {
  return cocokkanRegister(uraiRegister(lembar, rujukan), pencocok);
}

/** A register file read and checked line by line, not yet compared with any other line. */
export interface RegisterTerurai {
  tataLetak: HasilBaca['tataLetak'];
  sandi: HasilBaca['sandi'];
  data: ({ nomor: number } & ReturnType<typeof periksaBaris>)[];
}

/** The slow half of `bacaRegister`, which needs nothing of the register: done before anything is locked. Errors as there. */
export function uraiRegister({ rekaman, sandi }: Lembar, rujukan: Rujukan): RegisterTerurai {
  const [judul, ...data] = rekaman as [Rekaman, ...Rekaman[]];
  const peta = kenaliTataLetak(judul.sel, judul.baris);
  return {
    tataLetak: peta.tataLetak,
    sandi,
    data: data.map((r) => ({ nomor: r.baris, ...periksaBaris(r, peta, rujukan) })),
  };
}

/** The other half: finds the lines that repeat an organisation of the file or of the register. */
export function cocokkanRegister({ tataLetak, sandi, data }: RegisterTerurai, pencocok: PencocokGanda): HasilBaca {
  const hasil: HasilBaca = { tataLetak, sandi, baris: data.length, diterima: [], ganda: [], ditolak: [], catatan: [] };
  for (const { nomor, baris, galat, catatan } of data) {
    if (baris === null) {
      hasil.ditolak.push({ baris: nomor, alasan: galat.join('; ') });
      continue;
    }
    const kunci = kunciBaris(baris);
    const kembar = pencocok.cari(kunci);
    if (kembar) {
      hasil.ganda.push({ baris: nomor, ...kembar });
      continue;
    }
    pencocok.catat(kunci, nomor);
    hasil.diterima.push({ ...baris, kunci });
    for (const c of catatan) hasil.catatan.push({ baris: nomor, ...c });
  }
  return hasil;
}

/** The outcome in the exchange form; keys stand in this order. */
export function ringkas(hasil: HasilBaca): Ringkasan {
  return {
    baris: hasil.baris,
    diterima: hasil.diterima.length,
    ganda: hasil.ganda.map((g) => g.baris),
    ditolak: Object.fromEntries(hasil.ditolak.map((d) => [String(d.baris), d.alasan])),
  };
}

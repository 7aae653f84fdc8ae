import { tahunJendela } from '../../modules/setelan/jendela.js';
import { SETELAN_CONTOH } from './setelan-contoh.js';

/** So many ormas are newly registered in each of the two closed years. */
const BARU_SETAHUN = 4;

/** The end of a line: day of registration, number and last day of the certificate. */
const EKOR = /,(\d{4}-\d\d-\d\d),([^,]*),([^,]*)$/;

/**
 * The portal's register as it lies in the examples, with the youngest registrations moved into the two closed years: their
 * days are fixed in the file, and the older it gets the fewer ormas would be too young for a score ("profil saja").
 * @param isi the file: a line each, and at the end of a line the columns of `EKOR`
 */
export function segarkanRegister(isi: string, hariIni: string): string {
  const tahun = tahunJendela(SETELAN_CONTOH.jendelaMulai, hariIni);
  const baris = isi.split('\n');
  const termuda = baris
    .flatMap((b, i) => {
      const hari = EKOR.exec(b.trimEnd())?.[1];
      return hari === undefined ? [] : [{ i, hari }];
    })
    .sort((a, b) => (a.hari < b.hari ? 1 : -1))
    .slice(0, 2 * BARU_SETAHUN);
  for (const [n, { i }] of termuda.entries()) {
    const tertutup = tahun - 1 - Math.floor(n / BARU_SETAHUN);
    const ke = n % BARU_SETAHUN;
    const ekor = (nomor: string): string =>
      `,${tertutup}-0${2 + 2 * ke}-1${ke},${nomor},${tertutup + 3}-0${2 + 2 * ke}-15`;
    baris[i] = (baris[i] ?? '').trimEnd().replace(EKOR, (_, __, nomor: string) => ekor(nomor));
  }
  return baris.join('\n');
}

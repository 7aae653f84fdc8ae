import { bedaSatuHuruf, NAMA_MIRIP_MIN } from '../ormas/kembaran.js';

/** An entry by its folded name. */
export interface NamaBernomor {
  id: number;
  nama: string;
}

/** More names of one key than this say that the key tells none apart. */
const SEKUNCI_MAKS = 6;

/**
 * Pairs of one kelurahan whose names may be nearly one: they differ by one letter, or have the same letters. Two names
 * that differ by one edit become the same when one letter is left out of each, so that every name is looked up under
 * itself without each of its letters, and none is compared with all others. Pure; ids ascending within a pair, each once.
 */
export function pasanganSenada(daftar: readonly NamaBernomor[]): [number, number][] {
  const hasil = new Map<string, [number, number]>();
  const pasang = (a: NamaBernomor, b: NamaBernomor): void => {
    const [x, y] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
    hasil.set(`${x}-${y}`, [x, y]);
  };
  const kurang = new Map<string, NamaBernomor[]>();
  const huruf = new Map<string, NamaBernomor[]>();
  for (const o of daftar) {
    if (o.nama.length < NAMA_MIRIP_MIN) continue;
    const kunci = new Set([o.nama]);
    for (let i = 0; i < o.nama.length; i++) kunci.add(o.nama.slice(0, i) + o.nama.slice(i + 1));
    for (const k of kunci) {
      const ada = kurang.get(k) ?? [];
      for (const lain of ada) if (bedaSatuHuruf(lain.nama, o.nama)) pasang(lain, o);
      if (ada.length < SEKUNCI_MAKS) kurang.set(k, [...ada, o]);
    }
    const urut = [...o.nama].sort().join('');
    const ada = huruf.get(urut) ?? [];
    for (const lain of ada) if (lain.nama !== o.nama) pasang(lain, o);
    if (ada.length < SEKUNCI_MAKS) huruf.set(urut, [...ada, o]);
  }
  return [...hasil.values()];
}

/** Every pair of each group, ids ascending; larger groups say that their key tells none apart, and are left out. */
export function pasanganSekelompok(kelompok: Iterable<readonly number[]>): [number, number][] {
  const hasil: [number, number][] = [];
  for (const id of kelompok) {
    if (id.length > SEKUNCI_MAKS) continue;
    const urut = [...new Set(id)].sort((a, b) => a - b);
    urut.forEach((a, i) => hasil.push(...urut.slice(i + 1).map((b): [number, number] => [a, b])));
  }
  return hasil;
}

import { anggota, isObjek, kutip, periksaBidang } from './galat.js';
import { ringkas } from './hasil.js';
import { hitungIko, siapkanInstrumen } from './hitung-iko.js';
import { validasiInstrumen } from './instrumen.js';
import { bacaJson, type GalatJson } from './json-ketat.js';
import { bacaKamus, validasiPenilaian } from './penilaian.js';

/** What `hitung` prints: one JSON document, or every problem of the input, a sentence each, in Indonesian. */
export type HasilDokumen =
  { readonly ok: true; readonly keluaran: string } | { readonly ok: false; readonly galat: readonly string[] };

/**
 * The exchange format: `{ instrumen, penilaian }` in, `{ hasil }` out. Pure; the command only reads, prints and exits.
 * @param teks one JSON document
 * @returns the document to print, one ormas a line, ending in a newline; or all problems, nothing being computed then
 */
export function hitungDokumen(teks: string): HasilDokumen {
  const json = bacaJson(teks);
  if (!json.ok) return { ok: false, galat: json.galat.map((g) => g.pesan) };
  const dokumen = json.nilai;
  if (!isObjek(dokumen))
    return {
      ok: false,
      galat: [`Dokumen harus berupa objek dengan "instrumen" dan "penilaian", bukan ${kutip(dokumen)}.`],
    };

  const galat = json.galat.map((g) => kalimat(g, dokumen));
  galat.push(...periksaBidang(dokumen, ['instrumen', 'penilaian'], [], 'Dokumen').map((g) => g.pesan));
  const instrumen = anggota(dokumen, 'instrumen');
  const penilaian = anggota(dokumen, 'penilaian');
  const hasilInstrumen = validasiInstrumen(instrumen);
  if (!hasilInstrumen.ok && instrumen !== undefined) galat.push(...hasilInstrumen.galat.map((g) => g.pesan));
  const hasilPenilaian = validasiPenilaian(bacaKamus(instrumen), penilaian);
  if (!hasilPenilaian.ok && penilaian !== undefined) galat.push(...hasilPenilaian.galat.map((g) => g.pesan));
  if (galat.length > 0 || !hasilInstrumen.ok || !hasilPenilaian.ok) return { ok: false, galat };

  const siap = siapkanInstrumen(hasilInstrumen.nilai);
  const baris = hasilPenilaian.nilai.map((p) => JSON.stringify(ringkas(hitungIko(siap, p))));
  return { ok: true, keluaran: baris.length === 0 ? '{"hasil":[]}\n' : `{"hasil":[\n${baris.join(',\n')}\n]}\n` };
}

/** Names the ormas and the indicator where the place lies inside an assessment. */
function kalimat(galat: GalatJson, dokumen: Readonly<Record<string, unknown>>): string {
  const [bagian, urutan, bidang, kode] = galat.jalur;
  const daftar = anggota(dokumen, 'penilaian');
  if (bagian === 'penilaian' && typeof urutan === 'number' && Array.isArray(daftar)) {
    const isi: unknown = daftar[urutan];
    const id = isObjek(isi) ? anggota(isi, 'id') : undefined;
    const letak = typeof id === 'string' ? `Penilaian ${JSON.stringify(id)}` : `Penilaian ke-${urutan + 1}`;
    return bidang === 'tingkat' && kode !== undefined
      ? `${letak}, indikator ${JSON.stringify(kode)}: ${galat.pesan}`
      : `${letak}: ${galat.pesan}`;
  }
  const letak = galat.jalur.map((j) => (typeof j === 'number' ? `ke-${j + 1}` : j)).join(', ');
  return letak === '' ? galat.pesan : `Dokumen, ${letak}: ${galat.pesan}`;
}

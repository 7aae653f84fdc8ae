import { type GalatIsian } from '../../common/domain-error.js';

/** A fault as the summary of a form tells it. */
export interface GalatBerlabel {
  bidang: string;
  /** Begins with the label of its field. */
  kalimat: string;
  /** Whether the page has that field, to be led to. */
  adaKolom: boolean;
}

/** How deep fields lie in a view model: `tindakan[0].kolom` is three. */
const DALAM_MAKS = 5;
/** What Express puts beside the page's own data. */
const BUKAN_HALAMAN = new Set(['settings', '_locals', 'cache']);

/** Every field that a view model holds (`nama` and `label`, as `partials/kolom/` takes them), the first of each name. */
function kumpulkan(isi: unknown, label: Map<string, string>, dalam = 0): void {
  if (typeof isi !== 'object' || isi === null || dalam > DALAM_MAKS) return;
  const { nama, label: sebutan } = isi as Record<string, unknown>;
  if (typeof nama === 'string' && typeof sebutan === 'string' && !label.has(nama)) label.set(nama, sebutan);
  for (const [kunci, nilai] of Object.entries(isi)) {
    if (dalam > 0 || !BUKAN_HALAMAN.has(kunci)) kumpulkan(nilai, label, dalam + 1);
  }
}

/** "Peserta anak: isi dengan jumlah orang"; a sentence that begins with the label anyhow stays as it is. */
function kalimat(label: string, pesan: string): string {
  const awal = label.charAt(0).toUpperCase() + label.slice(1);
  return pesan.toLowerCase().startsWith(label.toLowerCase()) ? pesan : `${awal}: ${pesan}`;
}

/**
 * The faults of a form under the labels of their fields. A fault by itself says what is wrong ("Isi dengan jumlah orang"),
 * which is enough beside its field and not in a list above six of them. The labels are those of the page itself, found in
 * its view model, so that no form can forget or misspell them.
 * @param halaman the whole view model of the page
 */
export function galatBerlabel(halaman: object, galat: readonly GalatIsian[]): GalatBerlabel[] {
  const label = new Map<string, string>();
  kumpulkan(halaman, label);
  return galat.map(({ bidang, pesan }) => {
    const milik = label.get(bidang);
    return { bidang, kalimat: milik === undefined ? pesan : kalimat(milik, pesan), adaKolom: milik !== undefined };
  });
}

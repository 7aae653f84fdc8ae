const NAMA_BERKAS = /^(Foto|Dokumen) “.*” \(([0-9a-f]{8})\)$/s;
const ADA = 'tidak ditampilkan';

type Isi = Record<string, unknown>;
const objek = (isi: unknown): Isi | null =>
  typeof isi === 'object' && isi !== null && !Array.isArray(isi) ? (isi as Isi) : null;
const sembunyi = (teks: unknown): unknown => (typeof teks === 'string' && teks !== '' ? ADA : teks);
const label = (nama: string): string => nama.replace(NAMA_BERKAS, '$1 ($2)');
/** Each entry of a list that is a thing with fields, changed; the others as they are. */
const tiap = (daftar: readonly unknown[], ubah: (b: Isi) => Isi): unknown[] =>
  daftar.map((b) => {
    const isi = objek(b);
    return isi ? ubah(isi) : b;
  });

/**
 * What a row of the trail keeps, as those read it who only look after the portal: of evidence that it was there and its
 * hash. How its writer called a file and what the caption says is for those who examine it.
 */
export function rincianAudit(rincian: unknown): unknown {
  const isi = objek(rincian);
  if (!isi) return rincian;
  const hasil: Isi = { ...isi };
  const potret = objek(isi.potret);
  if (potret)
    hasil.potret = Object.fromEntries(
      Object.entries(potret).map(([nama, nilai]) => [label(nama), NAMA_BERKAS.test(nama) ? sembunyi(nilai) : nilai]),
    );
  if (Array.isArray(isi.beda))
    hasil.beda = tiap(isi.beda, (b) =>
      typeof b.bidang === 'string' && NAMA_BERKAS.test(b.bidang)
        ? { ...b, bidang: label(b.bidang), sebelum: sembunyi(b.sebelum), sesudah: sembunyi(b.sesudah) }
        : b,
    );
  if (Array.isArray(isi.keterangan))
    hasil.keterangan = tiap(isi.keterangan, (b) => ({
      ...b,
      ...('sebelum' in b && { sebelum: sembunyi(b.sebelum), sesudah: sembunyi(b.sesudah) }),
    }));
  return hasil;
}

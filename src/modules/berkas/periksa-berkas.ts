import { fileTypeFromBuffer } from 'file-type';
import { ukuranBerkas } from '../../common/format.js';
import { type JenisBerkas, type MimeTersimpan, UKURAN_BERKAS_MAKS } from './berkas.types.js';
import { bersihkanNama } from './nama-berkas.js';
import { periksaPdfTerpisah, type PutusanPdf } from './pemeriksa-pdf.js';
import { type AlasanGambar, buatUlangGambar } from './periksa-gambar.js';

/** A file that may be stored: the bytes to keep (pictures are made anew) and what is known of them. */
export interface BerkasLayak {
  layak: true;
  bita: Buffer;
  mime: MimeTersimpan;
  lebar: number | null;
  tinggi: number | null;
  kecil: Buffer | null;
}

/** A file that may not; `pesan` is a sentence for people that names the file and says what to do. */
export interface BerkasDitolak {
  layak: false;
  pesan: string;
}

const HEIC = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

const PESAN_GAMBAR: Readonly<Record<AlasanGambar, string>> = {
  bergerak: 'adalah gambar bergerak. Kirim foto diam (JPEG, PNG, atau WebP).',
  'terlalu-banyak-piksel':
    'terlalu lebar atau terlalu tinggi. Perkecil fotonya hingga paling banyak 64 juta piksel, lalu unggah lagi.',
  rusak:
    'rusak atau terpotong sehingga tidak dapat dibuka. Periksa apakah foto itu terbuka di perangkat Anda, lalu unggah lagi.',
};

/** What a place says that takes one kind alone. */
const LAIN: Readonly<Record<JenisBerkas, string>> = {
  dokumen: 'bukan PDF. Di sini hanya PDF yang diterima; pilih berkas PDF.',
  foto: 'bukan foto. Di sini hanya foto (JPEG, PNG, WebP) yang diterima; pilih fotonya.',
};

const PESAN_PDF: Readonly<Record<PutusanPdf, string>> = {
  'bukan-pdf': 'bukan PDF yang sah. Simpan ulang dokumen itu sebagai PDF, lalu unggah lagi.',
  terpotong: 'terpotong atau rusak. Periksa apakah PDF itu terbuka di perangkat Anda, lalu unggah lagi.',
  bersandi: 'terkunci dengan sandi atau pembatasan. Simpan ulang tanpa sandi, lalu unggah lagi.',
  'berisi-program':
    'berisi program atau formulir yang bekerja sendiri, sehingga tidak dapat diterima. Cetak dokumen itu ke PDF yang baru, lalu unggah lagi.',
  'berisi-lampiran': 'berisi berkas lain di dalamnya. Unggah setiap dokumen sebagai PDF tersendiri.',
  'tak-dikenali': 'susunannya tidak dikenali. Cetak dokumen itu ke PDF yang baru, lalu unggah lagi.',
  'terlalu-rumit':
    'terlalu rumit untuk diperiksa. Cetak dokumen itu ke PDF yang baru atau bagi menjadi beberapa PDF, lalu unggah lagi.',
  sibuk:
    'belum dapat diperiksa karena portal sedang memeriksa banyak dokumen lain. Tunggu beberapa menit, lalu unggah lagi.',
};

/**
 * Decides by its content whether a received file may be stored, and makes pictures anew. Neither the name's ending nor
 * what the browser says counts. A file that is two kinds at once loses the second one: pictures are drawn again from
 * their pixels, a PDF must end where it ends.
 *
 * @param bita at most `UKURAN_BERKAS_MAKS` bytes; check before reading a file into memory
 * @param namaAsal as the person knows it, for the sentence
 * @param milik the account that sent it, null for the portal itself: `periksaPdfTerpisah`
 * @param hanya the only kind that its place takes: the sentence offers no other
 */
export async function periksaBerkas(
  bita: Buffer,
  namaAsal: string,
  milik: number | null = null,
  hanya?: JenisBerkas,
): Promise<BerkasLayak | BerkasDitolak> {
  const nama = bersihkanNama(namaAsal);
  const tolak = (sebab: string): BerkasDitolak => ({ layak: false, pesan: `Berkas “${nama}” ${sebab}` });
  const alasanUkuran = periksaUkuran(bita.length);
  if (alasanUkuran) return tolak(alasanUkuran);
  const mime = (await fileTypeFromBuffer(bita))?.mime;
  if (hanya === 'dokumen' && mime !== 'application/pdf') return tolak(LAIN.dokumen);
  if (hanya === 'foto' && mime === 'application/pdf') return tolak(LAIN.foto);
  if (mime === 'application/pdf') {
    const alasan = await periksaPdfTerpisah(bita, milik);
    if (alasan) return tolak(PESAN_PDF[alasan]);
    return { layak: true, bita, mime, lebar: null, tinggi: null, kecil: null };
  }
  if (mime === 'image/jpeg' || mime === 'image/png' || mime === 'image/webp') {
    const baru = await buatUlangGambar(bita, mime);
    return typeof baru === 'string' ? tolak(PESAN_GAMBAR[baru]) : { layak: true, ...baru };
  }
  if (mime && HEIC.has(mime)) {
    return tolak(
      'berformat HEIC (bawaan iPhone) yang belum dapat diterima. Ubah ke JPEG: Pengaturan › Kamera › Format › “Paling Kompatibel”, atau kirim foto itu lewat aplikasi pesan lalu simpan, kemudian unggah lagi.',
    );
  }
  if (mime === 'image/apng') return tolak(PESAN_GAMBAR.bergerak);
  return tolak(
    hanya ? LAIN[hanya] : 'bukan foto (JPEG, PNG, WebP) atau PDF. Pilih berkas dengan salah satu jenis itu.',
  );
}

/** Why a size is not taken, or null. @param ukuran bytes */
export function periksaUkuran(ukuran: number): string | null {
  if (ukuran === 0) return 'kosong (0 bita), mungkin gagal tersalin. Pilih lagi berkas itu dari perangkat Anda.';
  if (ukuran <= UKURAN_BERKAS_MAKS) return null;
  return `terlalu besar (${ukuranBerkas(ukuran)}). Ukuran paling besar ${ukuranBerkas(UKURAN_BERKAS_MAKS)}.`;
}

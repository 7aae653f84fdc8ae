import { type KolomBerkas, type KolomTeks } from '../../../infra/view/bagian.js';
import { ukuranBerkas } from '../../../common/format.js';
import { bidangKeterangan } from '../../berkas/penerima-unggahan.js';
import { jalurBerkas, jalurBerkasKecil } from '../../berkas/berkas.paths.js';
import { TERIMA_DOKUMEN, TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { sebutBerkas } from '../../berkas/nama-berkas.js';
import { type BerkasBukti, type BuktiTingkat } from '../penilaian.types.js';
import { type TempatBukti } from './unggahan-tingkat.js';

/** One attached file on a form: what it is, where it comes from, how to open it. */
export interface BuktiTampil {
  id: number;
  berkasId: string;
  nama: string;
  /** `laporan.pdf, 12 kB, SHA-256 0a1b2c3d4e5f`. */
  ringkas: string;
  /** From the portal, or sent as a file. */
  asal: string;
  keterangan: string;
  /** null: not for this reader. */
  href: string | null;
  gambar: string | null;
}

/** The beginning of a fingerprint, enough to compare by eye. */
export function sidikRingkas(sha256: string): string {
  return sha256.slice(0, 12);
}

/** A file in one line: its name, only for who may open it, its size and the beginning of its fingerprint. */
export function kalimatBerkas(b: Pick<BerkasBukti, 'nama' | 'mime' | 'ukuran' | 'sha256' | 'terbaca'>): string {
  const berkas = b.terbaca ? `${b.nama}, ${ukuranBerkas(b.ukuran)}` : sebutBerkas(b);
  return `${berkas}, SHA-256 ${sidikRingkas(b.sha256)}`;
}

/** An attached file as a form shows it. */
export function buktiTampil(b: BuktiTingkat): BuktiTampil {
  const asal =
    b.sumber === 'unggahan'
      ? b.pihak === 'ormas'
        ? 'Dilampirkan ormas'
        : 'Dilampirkan petugas'
      : `Dari ${b.sumber === 'kegiatan' ? 'kegiatan' : 'dokumen'} ${b.sumberTeks}`;
  return {
    id: b.id,
    berkasId: b.berkasId,
    nama: b.nama,
    ringkas: kalimatBerkas(b),
    asal,
    keterangan: b.keterangan,
    href: b.terbaca ? jalurBerkas(b.berkasId) : null,
    gambar: b.terbaca && b.mime.startsWith('image/') ? jalurBerkasKecil(b.berkasId) : null,
  };
}

/** A place for a new file with its caption. */
export function tempatBerkas(
  tempat: TempatBukti,
  label: string,
  isi: { galat: string | null; keterangan: string; petunjuk: string },
): { berkas: KolomBerkas; keterangan: KolomTeks } {
  return {
    berkas: {
      nama: tempat,
      label,
      terima: `${TERIMA_DOKUMEN},${TERIMA_FOTO}`,
      banyak: false,
      ukuranMaksimal: UKURAN_BERKAS_MAKS,
      sisiMaksimal: 2000,
      petunjuk: isi.petunjuk,
      galat: isi.galat,
    },
    keterangan: {
      nama: bidangKeterangan(tempat),
      label: `Keterangan ${label.toLowerCase()}`,
      nilai: isi.keterangan,
      maksimal: 300,
    },
  };
}

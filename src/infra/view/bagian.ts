// The contexts of the partials in views/partials: presenters build these, so a template never finds a field missing.
// Optional fields may be left out; what stands without `?` must be there.

/** The five moods of a status; the icon and the colour follow from it, the word is the presenter's. */
export type Jenis = 'netral' | 'proses' | 'perlu' | 'baik' | 'bahaya';

/** `partials/lencana`: a status as word, icon and colour. */
export interface Lencana {
  jenis: Jenis;
  teks: string;
}

/** A link drawn as a button or as plain text. */
export interface Tindakan {
  teks: string;
  href: string;
  jenis?: 'utama' | 'biasa' | 'bahaya';
  /** A name of `ikon.ts`. */
  ikon?: string;
}

/** `partials/kepala-halaman`. `remah` leads here from home and leaves this page itself out. */
export interface KepalaHalaman {
  judul: string;
  pengantar?: string;
  remah?: { teks: string; href: string }[];
  lencana?: Lencana[];
  tindakan?: Tindakan[];
}

/** `partials/daftar-tugas`: what waits for the reader. `kosong` is the sentence when nothing waits. */
export interface DaftarTugas {
  tugas: Tugas[];
  kosong: string;
}

/** `partials/tugas`: one waiting thing — what, why, since when, one button. */
export interface Tugas {
  jenis: Jenis;
  teks: string;
  alasan?: string;
  sejak?: string;
  tombol: { teks: string; href: string };
}

export interface Opsi {
  nilai: string;
  teks: string;
  terpilih: boolean;
}

/** `partials/saringan`: a GET form; the address bar holds all of it. */
export interface Saringan {
  aksi: string;
  /** Sent as the body of a form instead of in the address: where a number of a person may be typed. */
  kirim?: boolean;
  cari?: { nama: string; label: string; nilai: string; petunjuk?: string };
  /** Further fields to type in. */
  kolom?: { nama: string; label: string; jenis: 'text' | 'date'; nilai: string; galat?: string | null }[];
  pilihan: { nama: string; label: string; opsi: Opsi[] }[];
  /** Values that must survive a new filter, such as the order of the table. */
  tersembunyi: { nama: string; nilai: string }[];
  /** Filters in force, each with the address without it. */
  aktif: { teks: string; href: string }[];
  /** The address without any filter. */
  hapusSemua: string;
}

/** `partials/kepala-kolom`: a head cell. Without `href` the column cannot be sorted. */
export interface KepalaKolom {
  teks: string;
  href?: string;
  /** The order in force, when the table is sorted by this column. */
  arah?: 'naik' | 'turun' | null;
  /** Figures stand to the right. */
  angka?: boolean;
}

/** `partials/penomoran`; build it with `susunPenomoran()`. */
export interface Penomoran {
  ringkasan: string;
  sebelum: string | null;
  sesudah: string | null;
  nomor: { teks: string; href: string | null; kini: boolean }[];
}

/** `partials/kosong`: nothing here yet, why, and what to do. */
export interface Kosong {
  judul: string;
  teks: string;
  tindakan?: Tindakan;
}

/** `partials/ringkasan-galat`: the faults of a form, each a link to its field. Field ids are `isian-<bidang>`. */
export interface RingkasanGalat {
  /** Instead of "Ada isian yang perlu diperbaiki". */
  judulGalat?: string;
  galat: { bidang: string; pesan: string }[];
}

/** What every field partial under `partials/kolom/` takes. `galat` is the sentence at the field. */
export interface Kolom {
  nama: string;
  label: string;
  petunjuk?: string;
  galat?: string | null;
  wajib?: boolean;
  /** What stands behind the label instead of `tidak wajib`, e.g. `wajib bila ada fotonya`. */
  tanda?: string;
}

/** `partials/kolom/teks`, `panjang`, `angka`, `tanggal` (`nilai` as `'YYYY-MM-DD'` or empty). */
export interface KolomTeks extends Kolom {
  nilai: string;
  /** `text` unless told; `password` is never given back filled in. */
  tipe?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'time';
  /** HTML autocomplete token, e.g. `username`. */
  otomatis?: string;
  maksimal?: number;
  /** Rows of a `panjang`. */
  baris?: number;
  /** Unit after an `angka`, e.g. `orang`. */
  satuan?: string;
  /** Smallest value of an `angka`, first day of a `tanggal`. */
  terkecil?: string;
  /** Largest value of an `angka`, last day of a `tanggal`. */
  terbesar?: string;
  lebar?: 'pendek' | 'sedang' | 'penuh';
}

/** `partials/kolom/pilihan` (select), `radio`, `centang` (checkboxes). */
export interface KolomPilihan extends Kolom {
  opsi: (Opsi & { petunjuk?: string })[];
  /** The empty first option of a select, e.g. `Pilih kelurahan`. */
  kosong?: string;
}

/** `partials/kolom/berkas`: upload of one or more files. */
export interface KolomBerkas extends Kolom {
  /** The `accept` list, e.g. `image/jpeg,image/png,application/pdf`. */
  terima: string;
  banyak: boolean;
  /** Largest size of one file in bytes; only a hint, the server decides. */
  ukuranMaksimal: number;
  /** Photos wider or higher than this many pixels are made smaller on the device, where it can. */
  sisiMaksimal?: number;
  /** What is stored already. */
  tersimpan?: { nama: string; ukuran: number; href: string }[];
}

/** `partials/periksa`: check your answers. `kelompok[].ubah` leads back to the page of that topic. */
export interface Periksa {
  kelompok: { judul: string; ubah?: string; butir: Butir[] }[];
}

/** One line of `partials/butir` and `partials/periksa`; an empty `nilai` is shown as "belum diisi". */
export interface Butir {
  label: string;
  nilai: string;
  href?: string;
  lencana?: Lencana;
}

/** `partials/linimasa`: newest first. */
export interface Linimasa {
  peristiwa: Peristiwa[];
}

export interface Peristiwa {
  jenis: Jenis;
  apa: string;
  /** For people: `5 Desember 2026, 14.05 WIB`. */
  saat: string;
  /** For machines: ISO 8601. */
  saatIso: string;
  siapa: string;
  catatan?: string;
  href?: string;
  beda?: Beda[];
}

export interface Beda {
  bidang: string;
  sebelum: string;
  sesudah: string;
}

/** `partials/angka`: one figure; a mean says its n and coverage in `keterangan`. */
export interface Angka {
  label: string;
  nilai: string;
  satuan?: string;
  keterangan?: string;
  href?: string;
}

/** `partials/progres`, and (without `sse`) the JSON of each server-sent event. */
export interface Progres {
  selesai: number;
  jumlah: number;
  kalimat: string;
  tuntas: boolean;
  /** One word for the state: when it changes, what carries `data-ikut` on the page is drawn again. */
  keadaan?: string;
  /** Address of the event stream; null when nothing runs. */
  sse: string | null;
}

/** One message on the stream behind `Progres.sse`; when `tuntas` the page shows the end (see progres.js). */
export type PesanProgres = Omit<Progres, 'sse'>;

/** `partials/jejak`: a number opened down to its inputs. */
export interface Jejak {
  label: string;
  nilai: string;
  keterangan?: string;
  /** Facts behind it: who, when, why, evidence. */
  butir?: Butir[];
  rincian?: Jejak[];
  terbuka?: boolean;
}

/** `partials/catatan`: a callout. */
export interface Catatan {
  jenis: Jenis;
  judul?: string;
  teks: string;
}

/** `partials/tab`: pages of one thing; each is a link. */
export interface Tab {
  label: string;
  tab: { teks: string; href: string; aktif: boolean; jumlah?: string }[];
}

/** `partials/konflik`: somebody else changed the same thing; both versions side by side. */
export interface Konflik {
  kalimat: string;
  /** Who changed the stored version, and when in Jakarta; null: not known. */
  terakhir: { oleh: string; pada: string; saatIso: string } | null;
  baris: { bidang: string; milikAnda: string; tersimpan: string; berbeda: boolean }[];
  tindakan: Tindakan[];
}

/** `partials/bagan`: a chart and the same figures as a table. `svg` comes from `bersihkanSvg()`. */
export interface Bagan {
  id: string;
  judul: string;
  /** What the chart says, in one sentence. */
  ringkas: string;
  svg: string;
  kepala: string[];
  baris: string[][];
  catatan?: string;
}

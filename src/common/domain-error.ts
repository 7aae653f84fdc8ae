/**
 * The one list of what can go wrong in the domain. A service throws one of these; the web layer turns it into a page
 * with the right HTTP status, the worker into a recorded failure, the CLI into an exit code. The words are for people:
 * what happened, what was kept, what to do.
 */
const DAFTAR = {
  'perlu-masuk': { status: 401, pesan: 'Silakan masuk terlebih dahulu.' },
  'masuk-gagal': { status: 401, pesan: 'Surel atau kata sandi tidak cocok.' },
  'tidak-berwenang': { status: 403, pesan: 'Anda tidak berwenang melakukan tindakan ini.' },
  'csrf-tidak-sah': {
    status: 403,
    pesan: 'Formulir ini sudah kedaluwarsa. Muat ulang halaman, lalu kirim kembali; isian Anda belum disimpan.',
  },
  'tidak-ditemukan': { status: 404, pesan: 'Yang Anda cari tidak ditemukan.' },
  'transisi-tidak-sah': { status: 409, pesan: 'Tindakan ini tidak dapat dilakukan pada status sekarang.' },
  'versi-berbeda': {
    status: 409,
    pesan: 'Data ini baru saja diubah orang lain. Perubahan Anda belum disimpan.',
  },
  'sudah-terkirim': { status: 409, pesan: 'Formulir ini sudah pernah Anda kirim dan sudah diproses.' },
  'sudah-ada': { status: 409, pesan: 'Data yang sama sudah ada.' },
  'sudah-tidak-berlaku': { status: 410, pesan: 'Tautan ini sudah dipakai atau sudah lewat masanya.' },
  'berkas-terlalu-besar': { status: 413, pesan: 'Berkas terlalu besar.' },
  'berkas-ditolak': { status: 422, pesan: 'Berkas tidak dapat diterima.' },
  'isian-tidak-sah': { status: 422, pesan: 'Ada isian yang perlu diperbaiki.' },
  'terlalu-sering': { status: 429, pesan: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.' },
  'dokumen-gagal': { status: 500, pesan: 'Dokumen gagal dibuat.' },
} as const;

export type KodeGalat = keyof typeof DAFTAR;

/** One fault in one field of a form: `bidang` is the field's name, `pesan` the sentence shown beside it. */
export interface GalatIsian {
  bidang: string;
  pesan: string;
}

/** A domain rule said no. `rincian` carries per-field faults, the two versions of a conflict, or where the first sending led. */
export class DomainError extends Error {
  readonly status: number;

  constructor(
    readonly kode: KodeGalat,
    pesan?: string,
    readonly rincian: {
      isian?: GalatIsian[];
      milikAnda?: Record<string, string>;
      tersimpan?: Record<string, string>;
      /** Who changed the stored version, and when. */
      terakhir?: { oleh: string; olehId: number | null; pada: Date };
      cobaLagiDetik?: number;
      tujuan?: string;
    } = {},
  ) {
    super(pesan ?? DAFTAR[kode].pesan);
    this.name = 'DomainError';
    this.status = DAFTAR[kode].status;
  }
}

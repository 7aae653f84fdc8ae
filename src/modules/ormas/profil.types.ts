/** Where the secretariat stands. */
export const SEBUTAN_KANTOR = {
  milik: 'Milik sendiri',
  sewa: 'Sewa atau kontrak',
  pinjam: 'Pinjam atau izin pakai',
} as const;
export type StatusKantor = keyof typeof SEBUTAN_KANTOR;

/** The *ciri khusus* of an ormas; `tidak-ada`: it was asked and has none. */
export const SEBUTAN_CIRI = {
  'tidak-ada': 'Tidak ada',
  keagamaan: 'Keagamaan atau kepercayaan',
  kewanitaan: 'Kewanitaan',
  kepemudaan: 'Kepemudaan',
  profesi: 'Kesamaan profesi, kegiatan, atau bidang',
  mitra: 'Mitra kementerian atau lembaga',
} as const;
export type CiriKhusus = keyof typeof SEBUTAN_CIRI;

export const SEBUTAN_LINGKUP = { kota: 'Kota', provinsi: 'Provinsi', nasional: 'Nasional' } as const;
export type RuangLingkup = keyof typeof SEBUTAN_LINGKUP;

/** Members by sex, and the same members by age, as the form asks for them. */
export const SEBUTAN_ANGGOTA = {
  laki: 'Anggota laki-laki',
  perempuan: 'Anggota perempuan',
  anak: 'Di bawah 16 tahun',
  pemuda: '16–30 tahun',
  dewasa: '31–59 tahun',
  lansia: '60 tahun ke atas',
} as const;
export type KelompokAnggota = keyof typeof SEBUTAN_ANGGOTA;
export const KELOMPOK_ANGGOTA = Object.keys(SEBUTAN_ANGGOTA) as readonly KelompokAnggota[];

/** Those who stand beside the board, without a term of office. */
export const SEBUTAN_TOKOH = { pendiri: 'Pendiri', pembina: 'Pembina', penasihat: 'Penasihat' } as const;
export type PeranTokoh = keyof typeof SEBUTAN_TOKOH;
export const PERAN_TOKOH = Object.keys(SEBUTAN_TOKOH) as readonly PeranTokoh[];

/** What the official form says of an ormas beyond its identity; null: not told. Days are 'YYYY-MM-DD'. */
export interface ProfilOrmas {
  /** The day on which it was so. Nothing of it has a dated history. */
  perTanggal: string;
  anggota: Readonly<Record<KelompokAnggota, number | null>>;
  tempatBerdiri: string | null;
  tanggalBerdiri: string | null;
  namaInduk: string | null;
  statusKantor: StatusKantor | null;
  ciriKhusus: CiriKhusus | null;
  asas: string | null;
  ruangLingkup: RuangLingkup | null;
  keputusanTertinggi: string | null;
  unitOtonom: string | null;
  usaha: string | null;
  lambang: string | null;
  bendera: string | null;
  bank: string | null;
  /** Names in the order of the form. */
  tokoh: Readonly<Record<PeranTokoh, readonly string[]>>;
  /** Ids of the fields of work beside the primary one. */
  bidangLain: readonly number[];
}

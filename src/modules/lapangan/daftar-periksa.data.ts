/** What an officer finds of one line of the checklist. */
export const HASIL_PERIKSA = ['sesuai', 'tidak-sesuai', 'tidak-diperiksa'] as const;
export type HasilPeriksa = (typeof HASIL_PERIKSA)[number];

export const SEBUTAN_HASIL: Readonly<Record<HasilPeriksa, string>> = {
  sesuai: 'Sesuai',
  'tidak-sesuai': 'Tidak sesuai',
  'tidak-diperiksa': 'Tidak dapat diperiksa',
};

/** One line of the checklist. `kode` stands in stored records: it is never used for anything else. */
export interface ButirPeriksa {
  kode: string;
  sebutan: string;
  petunjuk: string;
}

/**
 * What every visit looks at, in this order (ours: what visits of other cities record, see docs/istilah.md). A line may be
 * added or reworded: a record that was signed off keeps the words that it was signed with.
 */
export const DAFTAR_PERIKSA: readonly ButirPeriksa[] = [
  {
    kode: 'sekretariat',
    sebutan: 'Sekretariat ditemukan',
    petunjuk: 'Ada di alamat yang tercatat dan dipakai organisasi.',
  },
  {
    kode: 'papan-nama',
    sebutan: 'Papan nama',
    petunjuk: 'Terpasang, terbaca dari luar, dan namanya sama dengan yang tercatat.',
  },
  {
    kode: 'pengurus-inti',
    sebutan: 'Pengurus inti dapat ditemui',
    petunjuk: 'Ketua, sekretaris, atau bendahara hadir atau dapat dihubungi saat kunjungan.',
  },
  {
    kode: 'arsip',
    sebutan: 'Arsip organisasi',
    petunjuk: 'Akta atau AD/ART, SK pengurus, dan buku kegiatan tersimpan dan dapat diperlihatkan.',
  },
  {
    kode: 'data',
    sebutan: 'Kecocokan dengan data tercatat',
    petunjuk: 'Nama, alamat, bidang, dan susunan pengurus sama dengan yang tercatat di portal.',
  },
];

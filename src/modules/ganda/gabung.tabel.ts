/** How the rows of a table go when an entry of the register is put under another. */
export type CaraPindah =
  /** All go over, but for those that `kecuali` names; `bentrok`: unless the other has one of the same columns. */
  | { cara: 'pindah'; sebutan: string; kunci?: string; bentrok?: readonly string[]; hanya?: string }
  /** They stay with the entry, and why. */
  | { cara: 'tinggal'; sebab: string };

/**
 * Every table whose rows belong to an ormas (`ormas_id`, or another column that refers to one), and how its rows go. A
 * test compares this list with the schema, so that no new table is forgotten. Names and conditions are code, never input.
 */
export const TABEL_ORMAS: Readonly<Record<string, CaraPindah>> = {
  kegiatan: { cara: 'pindah', sebutan: 'laporan kegiatan' },
  program_kerja: { cara: 'pindah', sebutan: 'rencana kerja' },
  laporan_ormas: { cara: 'pindah', sebutan: 'laporan tahunan', bentrok: ['tahun', 'jenis'] },
  rekomendasi: { cara: 'pindah', sebutan: 'rekomendasi' },
  pembinaan: { cara: 'pindah', sebutan: 'pembinaan dan sanksi' },
  kunjungan: { cara: 'pindah', sebutan: 'kunjungan lapangan' },
  ormas_dokumen: { cara: 'pindah', sebutan: 'dokumen' },
  ormas_konfirmasi: { cara: 'pindah', sebutan: 'konfirmasi profil', bentrok: ['tanggal'] },
  akun: { cara: 'pindah', sebutan: 'akun sekretaris' },
  berkas: { cara: 'pindah', sebutan: 'berkas', hanya: "t.objek NOT IN ('surat')" },
  // What was approved changed the entry that it spoke of; only there can it be taken back.
  perubahan_ormas: { cara: 'pindah', sebutan: 'permohonan perubahan', hanya: "t.status <> 'disetujui'" },
  notifikasi: { cara: 'pindah', sebutan: 'pemberitahuan' },
  radar_peringatan: { cara: 'pindah', sebutan: 'peringatan masa berlaku', hanya: "t.benda = 'dokumen'" },
  tingkat_indikator: {
    ...{ cara: 'pindah', sebutan: 'tingkat indikator tahun berjalan', bentrok: ['periode_id', 'indikator'] },
    hanya: "t.periode_id IN (SELECT id FROM periode WHERE status = 'berjalan')",
  },

  pengurus: {
    cara: 'tinggal',
    sebab: 'The board is one of the values that are chosen: two chairs at once would be wrong.',
  },
  ormas_profil: {
    cara: 'tinggal',
    sebab: 'What the form of the entry said; where the one that holds has none, its page reads it there.',
  },
  ormas_bidang_lain: { cara: 'tinggal', sebab: 'As its profile.' },
  ormas_tokoh: { cara: 'tinggal', sebab: 'As its profile.' },
  surat: { cara: 'tinggal', sebab: 'A letter certifies the entry that it names; it is read under the one that holds.' },
  pendaftaran: { cara: 'tinggal', sebab: 'The application by which the entry came in belongs to its history.' },
  hasil_iko: { cara: 'tinggal', sebab: 'Results are frozen; those of open years follow with the next run.' },
  riwayat_status_ormas: { cara: 'tinggal', sebab: 'The standing of the entry until it was merged.' },
  riwayat_ormas: { cara: 'tinggal', sebab: 'What the register said of the entry, dated.' },
  klaster_ormas: { cara: 'tinggal', sebab: 'The clusters that the entry was in; frozen results refer to them.' },
  ormas_ubahan: { cara: 'tinggal', sebab: 'A log that indexes follow; both are noted in it.' },
  audit: { cara: 'tinggal', sebab: 'The trail is never changed; both are read together.' },
  impor_baris: { cara: 'tinggal', sebab: 'What a preview of an import found on its day.' },
  pasangan_kembar: { cara: 'tinggal', sebab: 'Pairs of a merged entry are not listed while it is merged.' },
  penggabungan: { cara: 'tinggal', sebab: 'The merging itself.' },
  ormas: { cara: 'tinggal', sebab: 'Entries merged before point to the one that holds; see `digabung_ke`.' },
};

/** The tables whose rows go over, in the order in which that is told. */
export const TABEL_PINDAH = Object.entries(TABEL_ORMAS).flatMap(([tabel, c]) =>
  c.cara === 'pindah' ? [{ tabel, ...c }] : [],
);

/**
 * The portal's own icon set: strokes on a 24 × 24 grid, drawn for this portal. One icon has one meaning everywhere.
 * An icon never stands alone: the word beside it carries the meaning, so every icon is hidden from screen readers.
 */
const BENTUK = {
  baik: '<circle cx="12" cy="12" r="9"/><path d="m8 12.4 2.8 2.8L16.2 9.5"/>',
  perlu: '<path d="M12 3.5 21.5 20h-19z"/><path d="M12 10v4.5M12 17.2v.3"/>',
  bahaya: '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/><path d="m9 9 6 6m0-6-6 6"/>',
  proses: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>',
  netral: '<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.3"/>',
  centang: '<path d="m4.5 12.6 5 5L19.5 7"/>',
  silang: '<path d="m6 6 12 12M18 6 6 18"/>',
  tambah: '<path d="M12 5v14M5 12h14"/>',
  ubah: '<path d="m4 20 .9-4L16.5 4.4l3.1 3.1L8 19.1z"/><path d="m14 7 3 3"/>',
  kanan: '<path d="M5 12h14m-6-6 6 6-6 6"/>',
  kiri: '<path d="M19 12H5m6-6-6 6 6 6"/>',
  naik: '<path d="M12 19V5m-6 6 6-6 6 6"/>',
  turun: '<path d="M12 5v14m-6-6 6 6 6-6"/>',
  urut: '<path d="m8 9.5 4-4.5 4 4.5M8 14.5l4 4.5 4-4.5"/>',
  buka: '<path d="m9 5 7 7-7 7"/>',
  cari: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.3 15.3 5.2 5.2"/>',
  saring: '<path d="M3 5h18l-7 8.2V19l-4 2v-7.8z"/>',
  unduh: '<path d="M12 3.5v12m-5-5 5 5 5-5M4 20.5h16"/>',
  unggah: '<path d="M12 16V4m-5 5 5-5 5 5M4 20.5h16"/>',
  cetak: '<path d="M7 8.5V3h10v5.5M7 17H3.5V8.5h17V17H17"/><path d="M7 14h10v7H7z"/>',
  dokumen: '<path d="M6 2.8h8.2L19 7.5v13.7H6z"/><path d="M14 3v5h5M9 12.5h7M9 16.5h7"/>',
  foto: '<path d="M3 6h4.2l1.6-2.3h6.4L16.8 6H21v14H3z"/><circle cx="12" cy="12.8" r="3.8"/>',
  kalender: '<path d="M3.5 5h17v15.5h-17zM3.5 9.8h17M8 2.8V7m8-4.2V7"/>',
  lokasi:
    '<path d="M12 21.3c4.4-4.6 6.6-8.1 6.6-11.2a6.6 6.6 0 0 0-13.2 0c0 3.1 2.2 6.6 6.6 11.2z"/><circle cx="12" cy="10" r="2.4"/>',
  orang: '<circle cx="12" cy="8" r="4.2"/><path d="M3.8 20.8c.8-4.3 3.9-6.4 8.2-6.4s7.4 2.1 8.2 6.4"/>',
  gedung: '<path d="M3 20.5h18M4.5 9.5 12 4l7.5 5.5zM6.5 9.5v8M12 9.5v8M17.5 9.5v8M4 17.5h16"/>',
  menu: '<path d="M4 6.5h16M4 12h16M4 17.5h16"/>',
  keluar: '<path d="M14 4H4.5v16H14M10 12h10.5m-4.5-4.5 4.5 4.5-4.5 4.5"/>',
  gembok: '<path d="M5 10.5h14v10H5zM8 10.5V7.2a4 4 0 0 1 8 0v3.3M12 14v3"/>',
  tugas:
    '<path d="M10 6.5h10.5M10 12h10.5M10 17.5h10.5"/><path d="M3.5 4.8h3.4v3.4H3.5zM3.5 10.3h3.4v3.4H3.5zM3.5 15.8h3.4v3.4H3.5z"/>',
  hitung:
    '<path d="M5 2.8h14v18.4H5zM8.5 6.5h7v3h-7z"/><path d="M8.7 13.5v.2m3.3-.2v.2m3.3-.2v.2m-6.6 3.3v.2m3.3-.2v.2m3.3-.2v.2"/>',
  lonceng: '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.8 2H4.2zM10 20.8h4M12 5V3"/>',
  grafik: '<path d="M4 3.5v17h16.5"/><path d="M8.5 16.5v-5m4.5 5v-9m4.5 9v-6.5"/>',
  riwayat: '<path d="M3.6 9.5A8.8 8.8 0 1 1 3.2 13M3.5 4.5v5h5"/><path d="M12 7.5v5l3.2 1.9"/>',
  bantuan: '<circle cx="12" cy="12" r="9"/><path d="M9.3 9.3a2.8 2.8 0 0 1 5.4.9c0 1.9-2.7 2.3-2.7 4M12 17v.3"/>',
} as const;

/** Every icon there is; a wrong name in a template stops the start. */
export type NamaIkon = keyof typeof BENTUK;

/** Whether an icon of that name exists. */
export const adaIkon = (nama: string): nama is NamaIkon => Object.hasOwn(BENTUK, nama);

/**
 * The inline SVG of an icon, coloured by the text around it and hidden from screen readers.
 * @throws RangeError for a name outside the set
 */
export function gambarIkon(nama: string): string {
  if (!adaIkon(nama)) throw new RangeError(`No icon named '${nama}'`);
  return `<svg class="ikon ikon-${nama}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${BENTUK[nama]}</svg>`;
}

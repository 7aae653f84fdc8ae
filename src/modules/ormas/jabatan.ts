/** What each office of a board is called; others are called by their own words. */
export const SEBUTAN_JABATAN: Readonly<Record<string, string>> = {
  ketua: 'Ketua',
  sekretaris: 'Sekretaris',
  bendahara: 'Bendahara',
  'bendahara-2': 'Bendahara II',
};

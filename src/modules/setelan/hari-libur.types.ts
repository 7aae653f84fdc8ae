/** Kinds of days off: national holiday, cuti bersama, and a day off of this office or city alone. */
export const JENIS_LIBUR = ['nasional', 'cuti-bersama', 'setempat'] as const;
export type JenisLibur = (typeof JENIS_LIBUR)[number];

/** Whether a day off stands in a decree, or is expected until one is out. */
export const KEPASTIAN_LIBUR = ['ketetapan', 'perkiraan'] as const;
export type KepastianLibur = (typeof KEPASTIAN_LIBUR)[number];

export const SEBUTAN_JENIS_LIBUR: Readonly<Record<JenisLibur, string>> = {
  nasional: 'Libur nasional',
  'cuti-bersama': 'Cuti bersama',
  setempat: 'Libur setempat',
};

/** What is said of a day off. `dasar` is the decree, or what is waited for; `berlaku` false: the office works that day. */
export interface IsianLibur {
  tanggal: string;
  nama: string;
  jenis: JenisLibur;
  kepastian: KepastianLibur;
  dasar: string;
  berlaku: boolean;
}

/** A day off as stored. */
export interface BarisLibur extends IsianLibur {
  id: number;
  versi: number;
}

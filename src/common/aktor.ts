/** The roles of the portal. `sistem` is the worker and the command line acting on their own. */
export const PERAN = ['admin', 'petugas', 'kabid', 'kaban', 'opd', 'sekretaris', 'pimpinan'] as const;
export type Peran = (typeof PERAN)[number];

/** What each role is called on the page. */
export const SEBUTAN_PERAN: Readonly<Record<Peran | 'sistem', string>> = {
  admin: 'Admin',
  petugas: 'Petugas',
  kabid: 'Kepala Bidang',
  kaban: 'Kepala Badan',
  opd: 'OPD',
  sekretaris: 'Sekretaris ormas',
  pimpinan: 'Pimpinan',
  sistem: 'Sistem',
};

/** Who acts: asked by every policy. `opdId` is set for role `opd`, `ormasId` for `sekretaris`. */
export interface Aktor {
  id: number | null;
  nama: string;
  peran: Peran | 'sistem';
  opdId: number | null;
  ormasId: number | null;
}

/** The portal itself: jobs, imports from the command line, the demonstration. */
export const AKTOR_SISTEM: Aktor = { id: null, nama: 'Sistem', peran: 'sistem', opdId: null, ormasId: null };

/** The roles of the office (Bakesbangpol), who may read every ormas. */
export const PERAN_KANTOR: readonly (Peran | 'sistem')[] = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem'];

/** Paper of the documents: A4, or F4 (215 × 330 mm), the local habit. */
export const KERTAS = ['A4', 'F4'] as const;
export type Kertas = (typeof KERTAS)[number];

/** Who signs the documents of the office. `nip` is 18 digits without spaces. */
export interface PenandaTangan {
  jabatan: string;
  nama: string;
  pangkat: string;
  nip: string;
}

/** What one office writes differently from another: names, letterhead, paper, signer, and the window of a year. */
export interface SetelanKantor {
  /** `Kota Bogor`. */
  kota: string;
  /** `Badan Kesatuan Bangsa dan Politik`. */
  lembaga: string;
  /** The letterhead: its lines in capitals, the address, and how to reach the office. */
  kop: { baris: string[]; alamat: string; kontak: string };
  /** Where documents are signed: `Bogor`. */
  tempat: string;
  kertas: Kertas;
  penandaTangan: PenandaTangan;
  /** Letters of existence: how they are numbered (see `nomorSurat`) and for how many years they hold. */
  surat: { format: string; masaTahun: number };
  /** The emblem in the letterhead: a stored picture, or none yet. Changed on its own page. */
  lambang: { berkasId: string; sha256: string; mime: string } | null;
  /** First day of the window of a year as `MM-DD`; see `jendelaTahun`. */
  jendelaMulai: string;
}

/** The default settings: the city's, with a signer that is clearly nobody until the office fills it in. */
export const SETELAN_BAWAAN: SetelanKantor = {
  kota: 'Kota Bogor',
  lembaga: 'Badan Kesatuan Bangsa dan Politik',
  kop: {
    baris: ['PEMERINTAH DAERAH KOTA BOGOR', 'BADAN KESATUAN BANGSA DAN POLITIK'],
    alamat: '[alamat kantor belum diisi]',
    kontak: '[telepon, surel, dan laman belum diisi]',
  },
  tempat: 'Bogor',
  kertas: 'A4',
  penandaTangan: {
    jabatan: 'Kepala Badan Kesatuan Bangsa dan Politik Kota Bogor',
    nama: '[nama pejabat belum diisi]',
    pangkat: '[pangkat belum diisi]',
    nip: '000000000000000000',
  },
  surat: { format: '220/{urut}/Bakesbangpol/{tahun}', masaTahun: 5 },
  lambang: null,
  jendelaMulai: '12-01',
};

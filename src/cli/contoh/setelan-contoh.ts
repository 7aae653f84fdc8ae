import { SETELAN_BAWAAN, type SetelanKantor } from '../../modules/setelan/setelan.types.js';

/** Letterhead and signer of the demonstration: invented, and recognisably so. */
export const SETELAN_CONTOH: SetelanKantor = {
  ...SETELAN_BAWAAN,
  kop: {
    ...SETELAN_BAWAAN.kop,
    alamat: 'Jalan Contoh Rekaan Nomor 1, Bogor 16000',
    kontak: 'Telepon (0251) 000000, surel bakesbangpol@contoh.invalid, laman contoh.invalid',
  },
  penandaTangan: {
    ...SETELAN_BAWAAN.penandaTangan,
    nama: 'Nama Pejabat Rekaan, S.Contoh.',
    pangkat: 'Pembina Utama Muda (rekaan)',
    nip: '111111111111111111',
  },
};

import { tambahHari } from '../../common/tanggal.js';
import { tahunJendela } from '../../modules/setelan/jendela.js';
import { SETELAN_BAWAAN, type SetelanKantor } from '../../modules/setelan/setelan.types.js';

/** Who heads the office: the account that ratifies reports, and the name below every letter. */
export const KABAN_CONTOH = 'Kaban Jati Misalnya';

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
    nama: KABAN_CONTOH,
    pangkat: 'Pembina Utama Muda (rekaan)',
    nip: '111111111111111111',
  },
};

/** For so long after its window the demonstration's office still decides on the reports of a year before it closes it. */
const TENGGANG_HARI = 14;

/**
 * The year that the demonstration has under way, the newest that is not closed: that of the window, or in its first days,
 * when the reports of the window before are still decided on, that one. So there is always a year with activities, and what waits in it still counts.
 * @param hariIni 'YYYY-MM-DD'
 */
export function tahunBerjalanContoh(hariIni: string): number {
  return tahunJendela(SETELAN_CONTOH.jendelaMulai, tambahHari(hariIni, -TENGGANG_HARI));
}

import { jamLayanan } from './jam-layanan.js';

const saat = (t: string): Date => new Date(`${t}:00+07:00`);
const TANPA_LIBUR = new Set<string>();
// 2026-11-02 is a Monday.
const SENIN = saat('2026-11-02T09:00');

describe('the clock of 15 working days', () => {
  it('does not run before the first submission', () => {
    expect(jamLayanan('draf', [], SENIN, TANPA_LIBUR)).toBeNull();
  });

  it('counts working days from the day after, and not the holidays', () => {
    const putaran = [{ diajukanPada: SENIN, berakhirPada: null }];
    const kini = saat('2026-11-10T09:00');
    expect(jamLayanan('diajukan', putaran, kini, TANPA_LIBUR)).toEqual({
      ...{ jatah: 15, terpakai: 6, sisa: 9, tenggat: '2026-11-23', keadaan: 'berjalan' },
    });
    expect(jamLayanan('diajukan', putaran, kini, new Set(['2026-11-04']))?.sisa).toBe(10);
  });

  it('stands still while the applicant must act, and goes on with the next submission', () => {
    const kembali = { diajukanPada: SENIN, berakhirPada: saat('2026-11-04T15:00') };
    const lama = saat('2026-12-15T09:00');
    expect(jamLayanan('perlu-perbaikan', [kembali], lama, TANPA_LIBUR)).toEqual({
      ...{ jatah: 15, terpakai: 2, sisa: 13, tenggat: null, keadaan: 'berhenti' },
    });
    const lagi = { diajukanPada: saat('2026-12-14T10:00'), berakhirPada: null };
    expect(jamLayanan('diajukan-ulang', [kembali, lagi], lama, TANPA_LIBUR)).toMatchObject({
      terpakai: 3,
      keadaan: 'berjalan',
    });
  });

  it('is over with the decision, and stays where it was then', () => {
    const akhir = { diajukanPada: SENIN, berakhirPada: saat('2026-11-09T15:00') };
    for (const kini of ['2026-11-09T16:00', '2027-03-01T09:00']) {
      expect(jamLayanan('terdaftar', [akhir], saat(kini), TANPA_LIBUR)).toEqual({
        ...{ jatah: 15, terpakai: 5, sisa: 10, tenggat: null, keadaan: 'selesai' },
      });
    }
  });

  it('says how far it is beyond the last day', () => {
    const putaran = [{ diajukanPada: SENIN, berakhirPada: null }];
    expect(jamLayanan('diajukan', putaran, saat('2026-11-25T00:01'), TANPA_LIBUR)?.sisa).toBe(-2);
    expect(jamLayanan('diajukan', putaran, saat('2026-11-23T23:59'), TANPA_LIBUR)?.sisa).toBe(0);
  });
});

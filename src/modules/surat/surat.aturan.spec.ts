import { akhirMasa, kataBerhenti, keadaanSurat, nomorSurat } from './surat.aturan.js';

describe('a letter of existence', () => {
  it.each([
    ['2026-08-01', 'berlaku'],
    ['2026-08-02', 'segera-berakhir'],
    ['2026-10-31', 'segera-berakhir'],
    ['2026-11-01', 'berakhir'],
  ] as const)('that holds until 31 October 2026 is on %s %s', (hari, keadaan) => {
    expect(keadaanSurat({ status: 'terbit', berlakuSampai: '2026-10-31', ormasStatus: 'terdaftar' }, hari)).toBe(
      keadaan,
    );
  });

  it.each([
    ['dibekukan', 'sedang dibekukan sejak 1 Maret 2026'],
    ['dicabut', 'sudah dicabut pendaftarannya sejak 1 Maret 2026'],
    ['bubar', 'sudah bubar sejak 1 Maret 2026'],
  ] as const)('of an ormas that is %s does not hold any more, and says since when', (ormasStatus, kata) => {
    for (const hari of ['2026-08-01', '2026-11-01'])
      expect(keadaanSurat({ status: 'terbit', berlakuSampai: '2026-10-31', ormasStatus }, hari)).toBe('ormas-berhenti');
    expect(kataBerhenti({ ormasStatus, ormasSejak: '2026-03-01' })).toBe(kata);
  });

  it('that was replaced or revoked stays so, whatever the day', () => {
    for (const hari of ['2026-01-01', '2030-01-01']) {
      expect(keadaanSurat({ status: 'diganti', berlakuSampai: '2026-10-31', ormasStatus: 'bubar' }, hari)).toBe(
        'diganti',
      );
      expect(keadaanSurat({ status: 'dicabut', berlakuSampai: '2026-10-31', ormasStatus: 'terdaftar' }, hari)).toBe(
        'dicabut',
      );
    }
  });

  it('holds for whole years, also from a leap day', () => {
    expect(akhirMasa('2026-11-21', 5)).toBe('2031-11-20');
    expect(akhirMasa('2028-02-29', 1)).toBe('2029-02-27');
  });

  it('is numbered as the settings say', () => {
    expect(nomorSurat('220/{urut}/Bakesbangpol/{tahun}', 7, '2026-11-21')).toBe('220/007/Bakesbangpol/2026');
    expect(nomorSurat('{urut}/SKT/{bulan}/{tahun}', 1234, '2027-09-01')).toBe('1234/SKT/IX/2027');
  });
});

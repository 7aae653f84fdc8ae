import { type BarisStatus } from '../ormas/koreksi-status.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { kalimatTerhenti, masaTerhenti, sebutMasa, terhentiPada } from './masa-terhenti.js';

const riwayat = (...isi: [StatusOrmas | null, string | null, batal?: number][]): BarisStatus[] =>
  isi.map(([status, berlaku, batal], i) => ({
    ...{ id: i + 1, status, berlaku, alasan: null, dicatat: new Date('2026-01-01T00:00:00Z'), oleh: null },
    ...{ membatalkanId: batal ?? null, dibatalkanOleh: isi.findIndex((b) => b[2] === i + 1) + 1 || null },
  }));

describe('when an ormas holds no activities', () => {
  it('is after the day on which it ended, and never while it is registered', () => {
    expect(masaTerhenti(riwayat(['terdaftar', '2020-01-01']))).toEqual([]);
    const masa = masaTerhenti(riwayat(['terdaftar', '2020-01-01'], ['bubar', '2026-05-03']));
    expect(masa).toEqual([{ status: 'bubar', sejak: '2026-05-03', mulai: '2026-05-04', akhir: null }]);
    const pada = (mulai: string, selesai = mulai) => terhentiPada(masa, mulai, selesai)?.status ?? null;
    expect([pada('2026-05-02'), pada('2026-05-03'), pada('2026-05-04')]).toEqual([null, null, 'bubar']);
    expect(pada('2026-05-01', '2026-05-04')).toBe('bubar');
    expect(terhentiPada(masa, null, null)).toBeNull();
  });

  it('is within a suspension, whose first day and whose day of ending are none of it', () => {
    const masa = masaTerhenti(riwayat(['terdaftar', null], ['dibekukan', '2026-02-01'], ['terdaftar', '2026-03-01']));
    expect(masa).toEqual([{ status: 'dibekukan', sejak: '2026-02-01', mulai: '2026-02-02', akhir: '2026-02-28' }]);
    const pada = (mulai: string, selesai = mulai) => terhentiPada(masa, mulai, selesai) !== null;
    expect([pada('2026-02-01'), pada('2026-02-15'), pada('2026-03-01')]).toEqual([false, true, false]);
    expect(pada('2026-01-20', '2026-03-05')).toBe(true);
  });

  it('has no gap where a suspension becomes a revocation, and forgets what was cancelled', () => {
    const masa = masaTerhenti(riwayat(['terdaftar', null], ['dibekukan', '2026-02-01'], ['dicabut', '2026-03-01']));
    expect(masa.map((m) => [m.mulai, m.akhir])).toEqual([
      ['2026-02-02', '2026-02-28'],
      ['2026-03-01', null],
    ]);
    expect(masaTerhenti(riwayat(['terdaftar', null], ['bubar', '2026-02-01'], [null, '2026-02-01', 2]))).toEqual([]);
  });

  it('is always where it was taken over as ended without a day', () => {
    const [m] = masaTerhenti(riwayat(['dicabut', null]));
    expect(terhentiPada(m ? [m] : [], '1999-01-01', '1999-01-01')).not.toBeNull();
    expect(m && sebutMasa(m)).toBe('dicabut pendaftarannya');
    expect(m && kalimatTerhenti(m)).toContain('tidak dapat dilaporkan lagi');
  });
});

import { type Kemajuan } from '../penilaian.types.js';
import { pesanKemajuan, presentHitung, progresHitung } from './kemajuan.presenter.js';

const MULAI = new Date('2025-12-02T03:00:00Z');
const setelah = (detik: number): Date => new Date(MULAI.getTime() + detik * 1000);
const K: Kemajuan = {
  id: 5,
  periodeId: 1,
  statusPeriode: 'berjalan',
  tahun: 2025,
  status: 'berjalan',
  jumlah: 210,
  selesai: 140,
  dibuatPada: MULAI,
  mulaiPada: MULAI,
  selesaiPada: null,
  dibuatOleh: 'Petugas Contoh',
  galat: null,
  terbaru: true,
};

describe('the progress of a run in words', () => {
  it.each([
    [K, 40, 'Menilai 140 dari 210; sekitar 20 detik lagi'],
    [{ ...K, selesai: 200 }, 20, 'Menilai 200 dari 210; beberapa detik lagi'],
    [{ ...K, selesai: 0 }, 3, 'Menilai 0 dari 210'],
    [{ ...K, status: 'menunggu', selesai: 0, mulaiPada: null }, 3, 'Menilai 0 dari 210; menunggu giliran'],
    [{ ...K, jumlah: 10_000, selesai: 2_500 }, 60, 'Menilai 2.500 dari 10.000; sekitar 3 menit lagi'],
    [{ ...K, status: 'selesai', selesai: 210 }, 60, 'Selesai: 210 ormas sudah dinilai'],
    [{ ...K, status: 'gagal' }, 60, 'Berhenti pada 140 dari 210 ormas'],
  ] as [Kemajuan, number, string][])('%o after %d s', (k, detik, kalimat) => {
    expect(pesanKemajuan(k, setelah(detik)).kalimat).toBe(kalimat);
  });

  it('never promises a time when the clock runs backwards', () => {
    expect(pesanKemajuan(K, setelah(-60)).kalimat).toBe('Menilai 140 dari 210; beberapa detik lagi');
  });

  it('follows the stream while it runs, and reloads by itself without JavaScript', () => {
    expect(progresHitung(K, setelah(1))).toMatchObject({
      sse: '/penilaian/hitung/5/aliran',
      tuntas: false,
      keadaan: 'berjalan',
    });
    expect(presentHitung(K, true, setelah(1)).muatUlang).toBe(5);
    const selesai = { ...K, status: 'selesai' as const, selesai: 210 };
    expect(progresHitung(selesai, setelah(1))).toMatchObject({ sse: null, tuntas: true });
    expect(presentHitung(selesai, true, setelah(1)).muatUlang).toBeNull();
  });

  it('offers to try again only a failed run, the newest, to whoever may', () => {
    const gagal: Kemajuan = { ...K, status: 'gagal', galat: 'Basis data: ER_CONTOH' };
    expect(presentHitung(gagal, true, MULAI).ulangi).toBe('/penilaian/hitung/5/ulangi');
    expect(presentHitung(gagal, true, MULAI).gagal?.teks).toContain('ER_CONTOH');
    expect(presentHitung(gagal, false, MULAI).ulangi).toBeNull();
    expect(presentHitung({ ...gagal, terbaru: false }, true, MULAI).ulangi).toBeNull();
    expect(presentHitung(K, true, MULAI).ulangi).toBeNull();
  });
});

import { AKTOR_SISTEM, type Aktor } from '../../../common/aktor.js';
import { type BuktiTingkat, type HasilTerbuka, type TingkatTersimpan } from '../penilaian.types.js';
import { daftarMandiri, mandiriBerikutnya } from './daftar-mandiri.js';
import { butirKini } from './tingkat.presenter.js';

const SEKRETARIS: Aktor = { ...AKTOR_SISTEM, id: 3, peran: 'sekretaris', ormasId: 7 };
const indikator = (kode: string, sumber: 'S' | 'S+V' | 'V') => ({
  ...{ kode, nama: `Nama ${kode}`, bobot: '2', bolehTakBerlaku: true, sumber },
});
const tingkat = (ubah: Partial<TingkatTersimpan>): TingkatTersimpan => ({
  ...{ indikator: '', mandiri: null, adaBerkasMandiri: false, adaBerkas: false, petugas: null, akhir: null },
  ...{ takBerlaku: null, alasan: null, oleh: null, pada: null, versi: 1, ...ubah },
});
const berkas = (id: number): BuktiTingkat => ({
  ...{ id, indikator: 'A', berkasId: `b${id}`, pihak: 'ormas', keterangan: '', nama: 'surat.pdf', sumberTeks: '' },
  ...{ mime: 'application/pdf', ukuran: 1200, sha256: 'a'.repeat(64), terbaca: true, dirujuk: false },
  ...{ sumber: 'unggahan', sumberId: null, pada: new Date('2026-05-01T02:00:00Z') },
});
const hasil = (ubah: Partial<HasilTerbuka> = {}): HasilTerbuka => ({
  ...{ ormasId: 7, nama: 'Yayasan Rekaan', opdId: 2, opd: 'Dinas Rekaan', hasil: null, rujukan: {} },
  ...{ putusan: {}, putusanKini: {} },
  periode: {
    ...{ id: 1, tahun: 2026, mulai: '2025-12-01', akhir: '2026-11-30', status: 'berjalan', versi: 1, instrumenId: 1 },
    ...{ instrumenNama: 'Bawaan', instrumenVersi: 1, instrumenCatatan: null, hitungId: null, dihitungPada: null },
    populasiTetap: false,
  },
  instrumen: {
    ...{ kode: 'uji', versi: 1, cakupanMinimum: '60', tingkat: [] },
    domain: [
      { kode: 'X', nama: 'X', indikator: [indikator('A', 'S'), indikator('B', 'V'), indikator('C', 'S+V')] },
      { kode: 'Y', nama: 'Y', indikator: [indikator('D', 'S'), indikator('E', 'S')] },
    ],
  },
  tingkat: {
    A: tingkat({ mandiri: 4 }),
    C: tingkat({ mandiri: 2, akhir: 3 }),
    E: tingkat({ takBerlaku: 'Tidak ada kegiatan di luar kota.' }),
  },
  bukti: { A: [berkas(1), berkas(2)] },
  ...ubah,
});

describe('what an ormas assesses itself', () => {
  it('is listed with what is sent, what is missing and what is decided, each with its own button', () => {
    const daftar = daftarMandiri(SEKRETARIS, hasil());
    expect(daftar?.hitungan).toBe('3 dari 4 indikator sudah terkirim atau diputuskan petugas.');
    expect(daftar?.baris.map((b) => `${b.jenis}: ${b.teks}: ${b.alasan} → ${b.tombol.teks} ${b.tombol.href}`)).toEqual([
      'proses: A Nama A: Terkirim, tingkat 4, 2 berkas → Ubah /penilaian/2026/ormas/7/mandiri/A',
      'baik: C Nama C: Diputuskan petugas: tingkat 3 → Lihat /penilaian/2026/ormas/7/mandiri/C',
      'perlu: D Nama D: Belum diisi → Nilai sendiri /penilaian/2026/ormas/7/mandiri/D',
      'baik: E Nama E: Diputuskan petugas: tak berlaku → Lihat /penilaian/2026/ormas/7/mandiri/E',
    ]);
  });

  it('is not listed for others, nor once the period is closed', () => {
    const ditutup = hasil({ periode: { ...hasil().periode, status: 'ditutup' } });
    expect(daftarMandiri(SEKRETARIS, ditutup)).toBeNull();
    for (const peran of ['petugas', 'kabid', 'kaban', 'pimpinan', 'admin', 'opd'] as const)
      expect(daftarMandiri({ ...SEKRETARIS, peran, ormasId: null }, hasil())).toBeNull();
    expect(daftarMandiri({ ...SEKRETARIS, ormasId: 8 }, hasil())).toBeNull();
  });

  it.each([
    ['A', { A: tingkat({ mandiri: 4 }) }, 'C'],
    ['E', { C: tingkat({ mandiri: 1 }), E: tingkat({ mandiri: 0 }) }, 'A'],
    ['C', hasil().tingkat, 'D'],
    ['D', { ...hasil().tingkat, D: tingkat({ mandiri: 0 }) }, null],
  ])('after %s the next missing one follows, from the beginning again after the last', (kode, t, lanjut) => {
    expect(mandiriBerikutnya(hasil({ tingkat: t }), kode)?.kode ?? null).toBe(lanjut);
  });

  it('what is not assessed is called so once', () => {
    const h = hasil();
    const skor = { asal: [{ kode: 'D', cara: 'belum' }] } as unknown as NonNullable<HasilTerbuka['hasil']>;
    expect(butirKini({ ...h, hasil: skor }, indikator('D', 'S'))).toEqual([
      { label: 'Dalam skor sekarang', nilai: 'Belum dinilai' },
    ]);
  });
});

import { dataLaporan, ormasDiam, ormasLaporan } from '../../../test/factories/data-laporan.js';
import { hitungAngka, jendelaBerjalan, layakBanding } from './laporan.angka.js';
import { narasiKlaster } from './laporan.narasi-klaster.js';
import { kalimatNaik, narasiDomain, narasiIko, narasiKegiatan, narasiRegister } from './laporan.narasi.js';
import { daftarMasalah, narasiSaran, narasiSimpulan, prioritasIndikator } from './laporan.tindak.js';
import { syaratNaik } from './laporan.kata.js';

// A report over a part of a year: it knows how much of the window is over, compares nothing and accuses nobody.

const KOSONG = { jumlah: 0, tercatat: 0, tepatWaktu: 0, bersamaOpd: 0, terakhir: null };
const ormas = [
  ...Array.from({ length: 8 }, (_, i) => ormasLaporan(i + 1, { laporanTahunan: false, kegiatan: KOSONG })),
  ...Array.from({ length: 6 }, (_, i) => ormasDiam(i + 20)),
];

function laporan(dihitung: string, sementara = true) {
  const d = dataLaporan(ormas, { sementara, dihitung, mulai: '2024-12-01', akhir: '2025-11-30', tahun: 2025 });
  const k = hitungAngka(d.ormas, d.instrumen, d.tahun, jendelaBerjalan(d));
  const masalah = daftarMasalah(d, k);
  const teks = [
    ...narasiRegister(d, k),
    ...narasiKegiatan(k),
    ...narasiIko(d, k),
    ...narasiDomain(k),
    ...(d.klaster[0] ? narasiKlaster(d, d.klaster[0], k, k) : []),
    ...masalah.map((m) => `${m.judul} ${m.kalimat} ${m.tindakan}`),
    ...narasiSimpulan(d, k, [{ nama: 'DLH', angka: k }]),
    ...narasiSaran(d, k),
  ].join(' ');
  return { d, k, masalah, teks };
}

describe('a provisional report while its window runs', () => {
  it('on the first day says so, and neither accuses, visits, ranks nor compares', () => {
    const { k, masalah, teks } = laporan('2024-12-01');
    expect(k.rerata.berjalan).toEqual({ hari: 1, dari: 365 });
    expect(layakBanding(k.rerata)).toBe(false);
    expect(masalah.map((m) => m.kunci)).not.toContain('diam');
    expect(teks).toContain('masih berjalan sampai 30 November 2025');
    expect(teks).toContain('hari ke-1 dari 365 hari');
    expect(teks).not.toMatch(/tidak mengirim laporan apa pun|kunjungan lapangan|dipastikan di lapangan/i);
    expect(teks).not.toMatch(/\b(naik|turun) \d|terlalu sedikit untuk dibandingkan|berskor lengkap/);
  });

  it('reminds those who have sent nothing once half of it is over, without calling them inactive', () => {
    const { masalah, teks } = laporan('2025-08-01');
    expect(masalah.find((m) => m.kunci === 'diam')?.tindakan).toMatch(/^Mengingatkan/);
    expect(teks).not.toMatch(/tidak mengirim laporan apa pun|kunjungan lapangan/i);
  });

  it.each([
    ['2025-11-30', true, { hari: 365, dari: 365 }],
    ['2025-12-01', true, null],
    ['2025-11-20', false, null],
  ])('computed on %s (provisional: %s) it is of a part of the year: %j', (dihitung, sementara, harapan) => {
    expect(laporan(dihitung, sementara).k.rerata.berjalan ?? null).toEqual(harapan);
  });

  it('of a whole year speaks as before', () => {
    const { teks } = laporan('2025-12-20', false);
    expect(teks).toMatch(/tidak mengirim laporan apa pun/);
    expect(teks).not.toMatch(/masih berjalan/);
  });
});

describe('advice', () => {
  it('is a goal at every level of the shipped instrument, also from 0', () => {
    const { d } = laporan('2025-12-20', false);
    for (const i of d.instrumen.domain.flatMap((x) => x.indikator))
      for (const t of [0, 1, 2, 3])
        expect(kalimatNaik(d.instrumen, i.kode, t)).not.toMatch(/kurang dari|hanya|tetapi|\btanpa\b/i);
    expect(kalimatNaik(d.instrumen, 'EFS2', 0)).toBe(
      'Kirim laporan kegiatan paling lambat 30 hari setelah kegiatan selesai.',
    );
  });

  it('of an instrument without goals is the first sentence above that is one', () => {
    const rubrik = ['Tidak ada.', 'Kurang dari 50% masuk.', 'Paling sedikit 50% masuk.', 'Tiga.', 'Empat.'];
    expect(syaratNaik(rubrik, 0)).toBe('Paling sedikit 50% masuk.');
  });

  it('names no priorities while the window runs', () => {
    const { d, k } = laporan('2025-03-01');
    expect(prioritasIndikator(d, k)).toEqual([]);
  });
});

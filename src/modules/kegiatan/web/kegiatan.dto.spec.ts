import { ISIAN_KOSONG } from '../kegiatan.types.js';
import { tempatBidang } from './formulir.presenter.js';
import { mentahDari, rupiahDariTeks, uraiIsian } from './kegiatan.dto.js';

describe('the form of a report', () => {
  it.each([
    ['', null],
    ['1250000', '1250000'],
    ['1.250.000', '1250000'],
    ['1.250.000,50', '1250000.50'],
    ['Rp1.250.000,00', '1250000.00'],
    ['Rp 1.250.000', '1250000'],
    ['rp. 500.000,-', '500000'],
  ])('takes the cost “%s” as it is written, also as pages write it', async (teks, nilai) => {
    const { isian, galat } = await uraiIsian({ judul: 'Bakti', realisasi: teks }, ISIAN_KOSONG);
    expect(galat).toEqual([]);
    expect(isian.realisasi).toBe(nilai);
    expect(rupiahDariTeks(teks)).toBe(nilai);
  });

  it.each(['1.25', 'Rp', '12,345', 'sejuta', '-5', '1.250.00'])('does not guess at the cost “%s”', async (teks) => {
    const { galat } = await uraiIsian({ realisasi: teks }, ISIAN_KOSONG);
    expect(galat.map((g) => g.bidang)).toEqual(['realisasi']);
  });

  it('gives the last day of a single day back as empty as it was left', async () => {
    const { isian } = await uraiIsian({ tanggalMulai: '05/12/2026', tanggalSelesai: '' }, ISIAN_KOSONG);
    expect([isian.tanggalMulai, isian.tanggalSelesai]).toEqual(['2026-12-05', '2026-12-05']);
    expect(mentahDari(isian).tanggalSelesai).toBe('');
    const kemudian = await uraiIsian({ ...mentahDari(isian), tanggalMulai: '2026-12-20' }, isian);
    expect([kemudian.galat, kemudian.isian.tanggalSelesai]).toEqual([[], '2026-12-20']);
  });

  it('tells faults in the order of the page, those of evidence at the evidence', () => {
    const bidang = ['pesertaAnak', 'ket_foto1', 'judul', 'bersamaOpdId', 'tanggalSelesai', 'keterangan_7', 'uraian'];
    expect(bidang.sort((a, b) => tempatBidang(a) - tempatBidang(b))).toEqual([
      'judul',
      'tanggalSelesai',
      'uraian',
      'ket_foto1',
      'keterangan_7',
      'pesertaAnak',
      'bersamaOpdId',
    ]);
  });
});

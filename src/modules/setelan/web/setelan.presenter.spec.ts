import { SETELAN_BAWAAN } from '../setelan.types.js';
import { keSetelan, SetelanDto } from './setelan.dto.js';
import { ketikanSetelan, presentSetelan } from './setelan.presenter.js';

describe('the page of settings', () => {
  it('gives the settings back as they were, whether or not anything was typed', () => {
    const { nip, ...isi } = ketikanSetelan(SETELAN_BAWAAN, 0);
    const dto = Object.assign(new SetelanDto(), isi, {
      nip: nip.replaceAll(' ', ''),
      versi: 0,
      masaSurat: Number(isi.masaSurat),
    });
    expect(keSetelan(dto, SETELAN_BAWAAN)).toEqual(SETELAN_BAWAAN);
  });

  it('says which days the year takes in, and marks the fault at its field', () => {
    const isi = { ...ketikanSetelan(SETELAN_BAWAAN, 3), nip: '12' };
    const t = presentSetelan(isi, SETELAN_BAWAAN, 2026, [{ bidang: 'nip', pesan: 'NIP terdiri atas 18 angka.' }]);
    expect(t.jendela).toBe('Penilaian tahun 2026 memuat kegiatan 1 Desember 2025–30 November 2026.');
    expect(t.kolom.nip).toMatchObject({ nilai: '12', galat: 'NIP terdiri atas 18 angka.' });
    expect(t.kolom.jendelaMulai.opsi.find((o) => o.terpilih)?.teks).toBe('1 Desember tahun sebelumnya');
    expect(t.kolom.jendelaMulai.opsi[0]?.teks).toBe('1 Januari (tahun kalender)');
    expect(t.versi).toBe('3');
  });
});

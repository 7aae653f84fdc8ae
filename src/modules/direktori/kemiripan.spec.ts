import { kemiripan, palingMirip } from './kemiripan.js';

describe('names like what was typed', () => {
  it.each([
    ['Melatii', 'Yayasan Melati'],
    ['yayasn melati', 'Yayasan Melati'],
    ['karang tarunna', 'Karang Taruna Rekaan'],
  ])('"%s" is like %s', (ketikan, nama) => expect(kemiripan(ketikan, nama)).toBeGreaterThanOrEqual(0.5));

  it('what is hardly alike is left out, the best comes first', () => {
    const calon = ['Forum Mekar', 'Yayasan Melati', 'Yayasan Melati Indah Rekaan', 'Himpunan Lain'].map((nama) => ({
      nama,
    }));
    expect(palingMirip('melatti', calon, 5).map((c) => c.nama)).toEqual([
      'Yayasan Melati',
      'Yayasan Melati Indah Rekaan',
    ]);
    expect(palingMirip('', calon, 5)).toEqual([]);
    expect(palingMirip('melatti', calon, 1)).toHaveLength(1);
  });
});

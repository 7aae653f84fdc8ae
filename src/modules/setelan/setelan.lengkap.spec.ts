import { kontakKantor, setelanKurang } from './setelan.lengkap.js';
import { SETELAN_BAWAAN, type SetelanKantor } from './setelan.types.js';

const LENGKAP: SetelanKantor = {
  ...SETELAN_BAWAAN,
  kop: { ...SETELAN_BAWAAN.kop, alamat: 'Jl. Contoh No. 1' },
  penandaTangan: {
    ...SETELAN_BAWAAN.penandaTangan,
    nama: 'Nama Rekaan',
    pangkat: 'Pembina',
    nip: '111111111111111111',
  },
};
const tanda = (ubah: Partial<SetelanKantor['penandaTangan']>) => ({
  ...LENGKAP,
  penandaTangan: { ...LENGKAP.penandaTangan, ...ubah },
});

describe('what a signed document cannot do without', () => {
  it.each<[string, SetelanKantor, string[]]>([
    ['as the portal comes', SETELAN_BAWAAN, ['alamat kantor', 'nama pejabat', 'pangkat pejabat', 'NIP pejabat']],
    ['filled in', LENGKAP, []],
    ['no address', { ...LENGKAP, kop: SETELAN_BAWAAN.kop }, ['alamat kantor']],
    ['an emptied name', tanda({ nama: ' ' }), ['nama pejabat']],
    ['no rank', tanda({ pangkat: SETELAN_BAWAAN.penandaTangan.pangkat }), ['pangkat pejabat']],
    ['zeros for a NIP', tanda({ nip: SETELAN_BAWAAN.penandaTangan.nip }), ['NIP pejabat']],
  ])('%s', (_, setelan, kurang) => {
    expect(setelanKurang(setelan)).toEqual(kurang);
  });
});

it('the way to reach the office is told as far as it is filled in', () => {
  const kop = { ...SETELAN_BAWAAN.kop, kontak: '(0251) 000000' };
  expect(kontakKantor(SETELAN_BAWAAN)).toBe('');
  expect(kontakKantor({ ...SETELAN_BAWAAN, kop })).toBe('(0251) 000000');
  expect(kontakKantor({ ...SETELAN_BAWAAN, kop: { ...kop, alamat: 'Jl. Contoh No. 1' } })).toBe(
    'Jl. Contoh No. 1 · (0251) 000000',
  );
});

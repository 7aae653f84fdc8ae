import { kunciAlamat, normalAlamat } from './kunci-alamat.js';

describe('an address as it is compared', () => {
  it.each([
    ['Jl. Melati No. 05-A, RT 01/RW 02', 'jalan melati 5 a'],
    ['JALAN MELATI NOMOR 5A', 'jalan melati 5 a'],
    ['Jln Melati 5 A Kel. Tegal Gundil Kec. Bogor Utara', 'jalan melati 5 a'],
    ['Gg. Rekaan RT03 No 7', 'gang rekaan 7'],
    ['', ''],
  ])('reads %j as %j', (alamat, normal) => {
    expect(normalAlamat(alamat)).toBe(normal);
  });

  it('is the same house in any spelling, and another in another kelurahan', () => {
    expect(kunciAlamat('Jl. Melati No. 5', 3)).toBe(kunciAlamat('jalan melati 05 RT 2', 3));
    expect(kunciAlamat('Jl. Melati No. 5', 3)).not.toBe(kunciAlamat('Jl. Melati No. 5', 4));
    expect(kunciAlamat('Jl. Melati No. 5', 3)).not.toBe(kunciAlamat('Jl. Melati No. 15', 3));
    expect(kunciAlamat('Jl. Melati No. 5', null)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each(['', 'Jl. Melati', 'Jl. Melati RT 01 RW 02', '12'])('says nothing of %j: no house is named', (alamat) => {
    expect(kunciAlamat(alamat, 3)).toBeNull();
  });
});

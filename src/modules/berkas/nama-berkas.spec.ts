import { bersihkanNama, namaUntuk } from './nama-berkas.js';

describe('the name of a file', () => {
  it.each([
    ['C:\\Foto\\Bakti sosial.jpg', 'Bakti sosial.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['  .tersembunyi. ', 'tersembunyi'],
    ['a<b>:c.pdf', 'a_b__c.pdf'],
    ['', 'berkas'],
  ])('%j is called %j', (nama, bersih) => expect(bersihkanNama(nama)).toBe(bersih));

  it('ends as what is stored', () => expect(namaUntuk('Foto.PNG', 'image/webp')).toBe('Foto.webp'));

  it('of any length is cleaned in one pass', () => {
    expect(bersihkanNama(`a${'.'.repeat(1_000_000)}x.jpg`).length).toBeLessThanOrEqual(120);
    expect(bersihkanNama(`${' '.repeat(1_000_000)}`)).toBe('berkas');
  });
});

import { pemilikAlamat } from './pemilik-alamat.js';

describe('whose an address is', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:0207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:c000:207', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
    ['2001:DB8:1:2:bbbb:0:0:9', '2001:db8:1:2'],
    ['2001:0db8:0000:0000::1', '2001:db8:0:0'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1:2:3:4:192.0.2.7', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['', ''],
    ['bukan alamat', 'bukan alamat'],
  ])('%s belongs to %s', (alamat, pemilik) => expect(pemilikAlamat(alamat)).toBe(pemilik));
});

import { isIPv6 } from 'node:net';

/**
 * Who an address belongs to, wherever attempts are counted by address: an IPv6 address stands for its network (/64), since
 * each of its users has as many addresses as there are.
 */
export function pemilikAlamat(alamat: string): string {
  // An IPv4 address as a socket of both families gives it.
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(alamat)?.[1];
  if (v4 !== undefined) return v4;
  if (!isIPv6(alamat)) return alamat;
  const [kiri = '', kanan] = alamat.split('::');
  const bagian = kiri === '' ? [] : kiri.split(':');
  if (kanan !== undefined) {
    const ekor = kanan === '' ? 0 : kanan.split(':').length;
    while (bagian.length + ekor < 8) bagian.push('0');
    bagian.push(...(kanan === '' ? [] : kanan.split(':')));
  }
  return bagian
    .slice(0, 4)
    .map((b) => b.replace(/^0+(?=.)/, ''))
    .join(':');
}

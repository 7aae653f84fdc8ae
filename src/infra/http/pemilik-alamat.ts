import { isIPv6 } from 'node:net';

/**
 * Who an address belongs to, wherever attempts are counted by address: an IPv6 address stands for its network (/64), since
 * each of its users has as many addresses as there are. However an address is spelt, its owner is one: an IPv4 address
 * within IPv6 (`::ffff:192.0.2.7`, `::ffff:c000:207`) is that IPv4 address. What is no address is its own owner.
 */
export function pemilikAlamat(alamat: string): string {
  const tanpaZona = alamat.split('%', 1)[0] ?? '';
  if (!isIPv6(tanpaZona)) return alamat;
  const bagian = delapanBagian(tanpaZona);
  const awal = bagian.slice(0, 5).every((b) => b === 0);
  if (awal && bagian[5] === 0xffff)
    return bagian
      .slice(6)
      .flatMap((b) => [b >> 8, b & 0xff])
      .join('.');
  return bagian
    .slice(0, 4)
    .map((b) => b.toString(16))
    .join(':');
}

/** The eight numbers of an IPv6 address. */
function delapanBagian(alamat: string): number[] {
  const [kiri = '', kanan] = alamat.split('::');
  const [a, b] = [urai(kiri), urai(kanan ?? '')];
  return [...a, ...Array<number>(Math.max(0, 8 - a.length - b.length)).fill(0), ...b];
}

function urai(sisi: string): number[] {
  if (sisi === '') return [];
  return sisi.split(':').flatMap((b) => {
    if (!b.includes('.')) return [parseInt(b, 16)];
    const [w = 0, x = 0, y = 0, z = 0] = b.split('.').map(Number);
    return [w * 256 + x, y * 256 + z];
  });
}

import sharp from 'sharp';
import { matriksQr, qrSvg } from './qr.js';

const ALAMAT = 'https://portal.contoh.invalid/verifikasi/7K2MQX4P9WDBRT3H';

describe('the QR code of a paper', () => {
  it('shows, drawn, exactly the modules of the code, with four white ones around', async () => {
    const { sisi, gelap } = matriksQr(ALAMAT);
    const lebar = sisi + 8;
    const { data, info } = await sharp(Buffer.from(qrSvg(ALAMAT)), { density: 72 })
      .resize(lebar * 4, lebar * 4, { kernel: 'nearest' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (let baris = 0; baris < lebar; baris++) {
      for (let kolom = 0; kolom < lebar; kolom++) {
        const titik = data[((baris * 4 + 2) * info.width + kolom * 4 + 2) * info.channels] ?? 0;
        const dalam = baris >= 4 && kolom >= 4 && baris < sisi + 4 && kolom < sisi + 4;
        expect(titik < 128).toBe(dalam && gelap(baris - 4, kolom - 4));
      }
    }
  });

  it('is small, and differs with every text', () => {
    expect(matriksQr(ALAMAT).sisi).toBeLessThanOrEqual(37);
    expect(qrSvg(ALAMAT)).not.toBe(qrSvg(`${ALAMAT}X`));
    expect(qrSvg(ALAMAT)).not.toMatch(/<script|style=|xlink/);
  });
});

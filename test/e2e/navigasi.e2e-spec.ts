import { type Aktor, PERAN, type Peran } from '../../src/common/aktor.js';
import { navigasi } from '../../src/navigasi.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { HARI_TENANG, JamUji } from '../support/jam.js';

let uji: AplikasiUji;
let kota: KotaKecil;

beforeAll(async () => {
  uji = await aplikasiUji({}, new JamUji(HARI_TENANG));
  kota = await kotaKecil(uji.app, uji.db);
});
afterAll(() => uji.tutup());

const sebagai = (peran: Peran): Aktor => ({
  id: 1,
  nama: 'Rekaan',
  peran,
  opdId: peran === 'opd' ? kota.opd.id : null,
  ormasId: peran === 'sekretaris' ? kota.ormasId : null,
});
const menu = (peran: Peran): string[] => navigasi(sebagai(peran), '/').map((b) => b.href);

/** Opens an address as a browser does, through redirects; returns where it ends. */
async function buka(orang: Pengunjung, jalur: string): Promise<{ status: number; tujuan: string }> {
  const { status, headers } = await orang.buka(jalur);
  return status === 303 ? buka(orang, String(headers.location)) : { status, tujuan: jalur };
}

describe('the menu and the permissions', () => {
  it.each(PERAN)('%s: every entry of any role is shown exactly when it opens', async (peran) => {
    const orang = await uji.masukSebagai(peran, {
      ...(peran === 'opd' && { opdId: kota.opd.id }),
      ...(peran === 'sekretaris' && { ormasId: kota.ormasId }),
    });
    const ada = menu(peran);
    const halaman = (await orang.buka('/akun/sesi')).text;
    const hasil: Record<string, { tampil: boolean; terbuka: boolean }> = {};
    const sama: typeof hasil = {};
    // A secretary's own pages are of one ormas: they are no entries of the others.
    for (const href of new Set(PERAN.filter((p) => p !== 'sekretaris' || p === peran).flatMap(menu))) {
      const { status, tujuan } = await buka(orang, href);
      // Being led to another entry of the own menu is no page of its own.
      const terbuka = status === 200 && (tujuan === href || !ada.includes(tujuan));
      const tampil = halaman.includes(`<a href="${href}"`) && ada.includes(href);
      hasil[href] = { tampil, terbuka };
      sama[href] = { tampil: terbuka, terbuka };
    }
    expect(hasil).toEqual(sama);
    expect(Object.keys(hasil).length).toBeGreaterThanOrEqual(10);
  });

  it('browsers that look for an icon by themselves find one, without a session', async () => {
    const jawaban = await uji.tamu().agen.get('/favicon.ico');
    expect(jawaban.status).toBe(200);
    expect(jawaban.headers).toMatchObject({ 'content-type': 'image/x-icon', 'cache-control': 'public, max-age=86400' });
    expect(jawaban.headers['set-cookie']).toBeUndefined();
  });
});

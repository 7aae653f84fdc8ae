import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { HariLiburService } from '../../src/modules/setelan/hari-libur.service.js';
import { PERAN } from '../../src/common/aktor.js';

let uji: AplikasiUji;
let admin: Pengunjung;
const HALAMAN = '/setelan/hari-libur';

beforeAll(async () => {
  uji = await aplikasiUji();
  admin = await uji.masukSebagai('admin');
});
afterAll(() => uji.tutup());

const isian = {
  tanggal: '2026-06-03',
  nama: 'Hari Jadi Bogor',
  jenis: 'setempat',
  kepastian: 'ketetapan',
  dasar: '',
  berlaku: 'ya',
};

describe('the days off', () => {
  it('of 2025 to 2027 are there from the start, those of 2027 as expected ones', async () => {
    const libur = await uji.app.get(HariLiburService, { strict: false }).baca();
    expect([...libur].filter((h) => h.startsWith('2025'))).toHaveLength(28);
    expect([...libur].filter((h) => h.startsWith('2026'))).toHaveLength(25);
    const { text } = await admin.buka(`${HALAMAN}?tahun=2027`);
    expect(text).toContain('hari masih perkiraan');
    expect((await admin.buka(`${HALAMAN}?tahun=2026`)).text).not.toContain('hari masih perkiraan');
  });

  it('are added once, corrected, and withdrawn, each in the trail', async () => {
    expect((await admin.kirim(HALAMAN, HALAMAN, isian)).headers.location).toBe(`${HALAMAN}?tahun=2026`);
    const ganda = await admin.kirim(HALAMAN, HALAMAN, { ...isian, nama: 'Nama yang diketik' });
    expect(ganda.status).toBe(422);
    expect(ganda.text).toContain('sudah ada dalam daftar');
    expect(ganda.text).toContain('value="Nama yang diketik"');
    const [baris] = await uji.db.query<{ id: number; versi: number }[]>(
      "SELECT id, versi FROM hari_libur WHERE tanggal = '2026-06-03'",
    );
    const satu = `${HALAMAN}/${baris?.id}`;
    const ubah = { ...isian, berlaku: 'tidak', versi: String(baris?.versi) };
    expect((await admin.kirim(satu, satu, ubah)).status).toBe(303);
    const basi = await admin.kirim(satu, satu, ubah);
    expect(basi.status).toBe(409);
    expect((await admin.buka(`${HALAMAN}?tahun=2026`)).text).toContain('Ditiadakan');
    expect((await uji.app.get(HariLiburService, { strict: false }).baca()).has('2026-06-03')).toBe(false);
    const jejak = await uji.db.query<{ aksi: string }[]>(
      "SELECT aksi FROM audit WHERE objek = 'hari-libur' ORDER BY id",
    );
    expect(jejak.map((j) => j.aksi)).toEqual(['libur.tambah', 'libur.ubah']);
  });

  it('tell every fault at its field', async () => {
    const salah = await admin.kirim(HALAMAN, HALAMAN, { tanggal: '2026-02-30', nama: ' ', dasar: 'x'.repeat(201) });
    expect(salah.status).toBe(422);
    for (const kalimat of ['Isi tanggal yang ada dalam kalender', 'Tulis nama', 'Pilih jenis', 'Paling panjang 200'])
      expect(salah.text).toContain(kalimat);
    expect((await admin.buka(`${HALAMAN}/999999`)).status).toBe(404);
  });

  it.each(PERAN.filter((p) => p !== 'admin' && p !== 'opd' && p !== 'sekretaris'))('are none of %s', async (peran) => {
    const lain = await uji.masukSebagai(peran);
    expect((await lain.buka(HALAMAN)).status).toBe(403);
    expect((await lain.kirim('/', HALAMAN, isian)).status).toBe(403);
  });
});

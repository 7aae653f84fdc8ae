import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { Clock } from '../../src/common/clock.js';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { KeaktifanService } from '../../src/modules/keaktifan/keaktifan.service.js';
import { type SaringanKeaktifan } from '../../src/modules/keaktifan/keaktifan.types.js';
import { buatOrmas } from '../factories/ormas.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { HARI_TENANG, JamUji } from '../support/jam.js';

let uji: AplikasiUji;
let kota: KotaKecil;
let diam: number;
const TELEPON = '081200000042';
const PETUGAS: Aktor = { ...AKTOR_SISTEM, id: 1, peran: 'petugas' };
const SEMUA: SaringanKeaktifan = { diam: '0', opd: '', kecamatan: '', kelurahan: '' };
const layanan = (): KeaktifanService => uji.app.get(KeaktifanService, { strict: false });
const tanda = async (id: number) => (await layanan().kunjungan(PETUGAS, SEMUA)).find((b) => b.id === id)?.tanda;

beforeAll(async () => {
  uji = await aplikasiUji({}, new JamUji(HARI_TENANG));
  kota = await kotaKecil(uji.app, uji.db);
  diam = (await buatOrmas(uji.db, { nama: 'Perkumpulan Sunyi Rekaan', opdId: kota.opd.id })).id;
  await uji.db.query('UPDATE ormas SET telepon = ?', [TELEPON]);
});
afterAll(() => uji.tutup());

it('ranks by silence: never a sign first, then the oldest', async () => {
  const h = await layanan().daftar(PETUGAS, SEMUA, 1);
  const terakhir = h.isi.map((b) => Object.values(b.tanda).reduce<string>((x, y) => (y !== null && y > x ? y : x), ''));
  expect(terakhir).toEqual([...terakhir].sort());
  expect(terakhir[0]).toBe('');
  expect(h.isi.map((b) => b.id)).toContain(diam);
  // The dissolved one is history.
  expect(h.isi.map((b) => b.id)).not.toContain(kota.ormas[7]);
});

it('knows each sign: report, meeting, confirmation, change and sign-in; drafts and failed sign-ins are none', async () => {
  const hari = tanggalWib(uji.app.get(Clock, { strict: false }).sekarang());
  expect(await tanda(diam)).toEqual({
    laporan: null,
    pertemuan: null,
    kunjungan: null,
    perubahan: null,
    konfirmasi: null,
    masuk: null,
  });
  await uji.db.query(
    "INSERT INTO pembinaan (ormas_id, jenis, tanggal, dasar, keterangan) VALUES (?, 'pembinaan', '2026-01-05', 'x', 'x'), (?, 'peringatan', '2026-02-05', 'x', 'x')",
    [diam, diam],
  );
  await uji.db.query("INSERT INTO ormas_konfirmasi (ormas_id, tanggal) VALUES (?, '2026-03-01')", [diam]);
  expect(await tanda(diam)).toMatchObject({ pertemuan: '2026-01-05', konfirmasi: '2026-03-01' });
  const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: diam });
  expect(await tanda(diam)).toMatchObject({ masuk: hari });
  await uji.tamu().kirim('/masuk', '/masuk', { surel: sekretaris.surel, sandi: 'salah-sama-sekali' });
  expect(await tanda(diam)).toMatchObject({ masuk: hari, laporan: null });
});

it('narrows by silence, cluster and place', async () => {
  const hitung = async (s: Partial<SaringanKeaktifan>) =>
    (await layanan().daftar(PETUGAS, { ...SEMUA, ...s }, 1)).jumlah;
  const semua = await hitung({});
  expect(semua).toBe(8);
  expect(await hitung({ opd: kota.opd.kode })).toBe(4);
  expect(await hitung({ opd: 'belum' })).toBe(2);
  expect(await hitung({ opd: 'tidak-ada' })).toBe(0);
  expect(await hitung({ kelurahan: 'luar' })).toBe(0);
  expect(await hitung({ diam: '12' })).toBeLessThan(semua);
  await uji.db.query('UPDATE ormas_konfirmasi SET tanggal = ? WHERE ormas_id = ?', [tambahHari(kota.hari, -1), diam]);
  expect((await layanan().daftar(PETUGAS, { ...SEMUA, diam: '3' }, 1)).isi.map((b) => b.id)).not.toContain(diam);
});

it('an OPD sees its cluster without phone numbers, a sekretaris nothing', async () => {
  const opd = await uji.masukSebagai('opd', { opdId: kota.opd.id });
  for (const jalur of ['/keaktifan?diam=0', '/keaktifan/kunjungan?diam=0']) {
    const { status, text } = await opd.buka(jalur);
    expect([jalur, status, text.includes(TELEPON), text.includes('Nomor 1'), text.includes('Nomor 4')]).toEqual([
      ...[jalur, 200, false, true, false],
    ]);
  }
  const petugas = await uji.masukSebagai('petugas');
  expect((await petugas.buka('/keaktifan/kunjungan?diam=0')).text).toContain(TELEPON);
  const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: kota.ormasId });
  for (const jalur of ['/keaktifan', '/keaktifan/kunjungan']) expect((await sekretaris.buka(jalur)).status).toBe(403);
});

it('the radar shows the office all, an OPD its cluster, a sekretaris the own', async () => {
  const isi = async (peran: 'petugas' | 'opd' | 'sekretaris', jalur = '/radar?masa=90') =>
    (
      await (
        await uji.masukSebagai(peran, {
          ...(peran === 'opd' && { opdId: kota.opd.id }),
          ...(peran === 'sekretaris' && { ormasId: kota.ormasId }),
        })
      ).buka(jalur)
    ).text;
  const nama = (n: number): string => `Perkumpulan Rekaan Nomor ${n}<`;
  const [petugas, opd] = [await isi('petugas'), await isi('opd')];
  expect([petugas.includes(nama(2)), petugas.includes(nama(5))]).toEqual([true, true]);
  expect([opd.includes(nama(2)), opd.includes(nama(5))]).toEqual([true, false]);
  const sekretaris = await isi('sekretaris', '/radar');
  expect([sekretaris.includes(nama(1)), sekretaris.includes(nama(4))]).toEqual([true, false]);
  expect(await isi('petugas', '/radar/cetak?masa=berakhir&opd=belum')).toContain('Tidak ada yang berakhir di sini');
  expect(await isi('petugas', '/radar?masa=asal&benda=asal&halaman=99')).toContain('Halaman ini kosong');
});

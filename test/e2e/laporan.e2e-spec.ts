import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { HARI_TENANG, JamUji } from '../support/jam.js';

// The acts on a report through its pages: approving, ratifying, taking back, and a provisional one that nobody signs.

let uji: AplikasiUji;
let kota: KotaKecil;

beforeAll(async () => {
  uji = await aplikasiUji({}, new JamUji(HARI_TENANG));
  kota = await kotaKecil(uji.app, uji.db);
});
afterAll(() => uji.tutup());

const versi = async (): Promise<string> =>
  String(
    (await uji.db.query<{ versi: number }[]>('SELECT versi FROM laporan WHERE id = ?', [kota.laporanId]))[0]?.versi,
  );
const sementara = (ya: 0 | 1) => uji.db.query('UPDATE laporan SET sementara = ? WHERE id = ?', [ya, kota.laporanId]);

it('shows a provisional report as what it is, without a way to sign it', async () => {
  await sementara(1);
  const kabid = await uji.masukSebagai('kabid');
  const halaman = `/laporan/${kota.laporanId}`;
  const { text } = await kabid.buka(halaman);
  expect(text).toContain(`Laporan tahunan ${kota.tahun - 1} (SEMENTARA, data per `);
  expect(text).toContain('tidak dapat disetujui maupun disahkan');
  expect(text).not.toContain(`${halaman}/setujui`);
  expect((await kabid.buka('/laporan')).text).toContain('(SEMENTARA, data per ');
  const jawaban = await kabid.kirim('/akun/sandi', `${halaman}/setujui`, { versi: await versi() });
  expect(jawaban.status).toBe(409);
  expect(jawaban.text).toContain('susun laporan baru untuk disahkan');
  await sementara(0);
});

it('is approved, ratified and taken back, each by its own role', async () => {
  const halaman = `/laporan/${kota.laporanId}`;
  const kabid = await uji.masukSebagai('kabid');
  const kaban = await uji.masukSebagai('kaban');
  // Each is a step of its own, which says what it is about; the page of the report only leads there.
  const setuju = `${halaman}/setujui`;
  const awal = (await kabid.buka(halaman)).text;
  expect(awal).toContain(`href="${setuju}"`);
  expect(awal).not.toMatch(/<form[^>]*setujui/);
  expect((await kabid.buka(setuju)).text).toMatch(
    /Yang disetujui<[^]*Nomor<[^]*Sidik berkas \(SHA-256\)[^]*[0-9a-f]{64}[^]*dapat dibatalkan[^]*Setujui laporan ini/,
  );
  expect((await kaban.buka(setuju)).status).toBe(403);
  expect((await kabid.kirim(setuju, setuju, { versi: await versi() })).status).toBe(303);
  expect((await kabid.buka(halaman)).text).toContain('Laporan disetujui dan menunggu pengesahan Kepala Badan.');
  expect((await kabid.buka(setuju)).status).toBeGreaterThanOrEqual(403);
  const tanya = `${halaman}/sahkan`;
  expect((await kaban.buka(halaman)).text).not.toMatch(/<form[^>]*sahkan/);
  const { text } = await kaban.buka(tanya);
  expect(text).toMatch(/Sidik berkas \(SHA-256\)[^]*[0-9a-f]{64}[^]*dapat dibatalkan/);
  expect(text).toMatch(/Nomor<[^]*Penanda tangan<[^]*halaman/);
  expect((await kabid.buka(tanya)).status).toBe(403);
  expect((await kaban.kirim(tanya, tanya, { versi: await versi() })).status).toBe(303);
  expect((await kaban.buka(tanya)).status).toBeGreaterThanOrEqual(403);
  const batal = { versi: await versi(), alasan: 'Naskah perlu diperbaiki.' };
  expect((await kaban.kirim(halaman, `${halaman}/batalkan`, batal)).status).toBe(303);
  expect((await kaban.buka(halaman)).text).toContain('Menunggu pengesahan');
});

it('is not signed while the letterhead or the signer was empty when it was made', async () => {
  const halaman = `/laporan/${kota.laporanId}`;
  const kabid = await uji.masukSebagai('kabid');
  const kaban = await uji.masukSebagai('kaban');
  // Made before the settings were filled in: what was printed is what stood before that change.
  await uji.db.query("UPDATE laporan SET dibuat_pada = '2020-01-01', disahkan_pada = NULL WHERE id = ?", [
    kota.laporanId,
  ]);
  const { text } = await kaban.buka(halaman);
  expect(text).toContain('Kop atau penanda tangan belum diisi');
  expect(text).not.toContain(`${halaman}/sahkan`);
  const jawaban = await kaban.kirim('/akun/sandi', `${halaman}/sahkan`, { versi: await versi() });
  expect([jawaban.status, jawaban.text.includes('alamat kantor, nama pejabat, pangkat pejabat, dan NIP')]).toEqual([
    409,
    true,
  ]);
  await uji.db.query('UPDATE laporan SET disetujui_pada = NULL WHERE id = ?', [kota.laporanId]);
  expect((await kabid.kirim('/akun/sandi', `${halaman}/setujui`, { versi: await versi() })).status).toBe(409);
  expect((await kabid.buka('/laporan')).text).not.toContain('Kop atau penanda tangan belum diisi');
  await uji.db.query("DELETE FROM setelan WHERE kunci = 'kantor'");
  expect((await kabid.buka('/laporan')).text).toContain('Kop atau penanda tangan belum diisi');
});

it('knows no other act', async () => {
  const kabid = await uji.masukSebagai('kabid');
  const halaman = `/laporan/${kota.laporanId}`;
  for (const tindakan of ['constructor', 'susun', 'batalkanPengesahan'])
    expect((await kabid.kirim(halaman, `${halaman}/${tindakan}`, { versi: await versi() })).status).toBe(404);
});

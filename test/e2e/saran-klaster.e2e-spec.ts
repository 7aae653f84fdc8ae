import { PERAN } from '../../src/common/aktor.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

const SARAN = '/klaster/pemetaan/saran';
let uji: AplikasiUji;
let petugas: Pengunjung;
const id: Record<string, number> = {};

beforeAll(async () => {
  uji = await aplikasiUji();
  for (const nama of ['Bank Sampah Rekaan', 'Forum Anak Rekaan', 'Perkumpulan Melati Rekaan', 'Sanggar Tari <b>Rekaan'])
    id[nama] = (await buatOrmas(uji.db, { nama, opdId: null })).id;
  await uji.db.query('UPDATE ormas SET bidang_id = NULL');
  petugas = await uji.masukSebagai('petugas');
});
afterAll(() => uji.tutup());

const klaster = async (nama: string): Promise<[string | null, string | null]> => {
  const [o] = await uji.db.query<{ opd: string | null; bidang: string | null }[]>(
    'SELECT p.kode AS opd, b.kode AS bidang FROM ormas o LEFT JOIN opd p ON p.id = o.opd_id LEFT JOIN bidang b ON b.id = o.bidang_id WHERE o.id = ?',
    [id[nama]],
  );
  return [o?.opd ?? null, o?.bidang ?? null];
};

it('suggests with the words that led to it, and ticks nothing by itself', async () => {
  const { text } = await petugas.buka(SARAN);
  expect(text).toContain('Lingkungan Hidup (DLH): “sampah” dalam nama');
  expect(text).toContain('tidak ada kata yang dikenal');
  expect(text).not.toContain('checked');
  expect(text).not.toContain('<b>Rekaan');
  expect(await klaster('Bank Sampah Rekaan')).toEqual([null, null]);
});

it('takes several at once, as they were chosen', async () => {
  const [a, b] = [id['Bank Sampah Rekaan'], id['Forum Anak Rekaan']];
  const jawaban = await petugas.kirim(SARAN, SARAN, {
    pilih: [String(a), String(b)],
    ...{ [`versi-${a}`]: '1', [`bidang-${a}`]: 'lingkungan', [`versi-${b}`]: '1', [`bidang-${b}`]: 'sosial' },
  });
  expect(jawaban.status).toBe(303);
  expect(await klaster('Bank Sampah Rekaan')).toEqual(['dlh', 'lingkungan']);
  expect(await klaster('Forum Anak Rekaan')).toEqual(['bakesbangpol', 'sosial']);
  const riwayat = await uji.db.query<{ sumber: string }[]>('SELECT sumber FROM klaster_ormas WHERE ormas_id IN (?)', [
    [a, b],
  ]);
  expect(riwayat.map((r) => r.sumber)).toEqual(['petugas', 'petugas']);
});

it('says at the field what is missing, and keeps what was ticked', async () => {
  const n = id['Perkumpulan Melati Rekaan'];
  const tanpa = await petugas.kirim(SARAN, SARAN, { pilih: String(n), [`versi-${n}`]: '1', [`bidang-${n}`]: '' });
  expect([tanpa.status, tanpa.text.includes('Pilih bidang ormas yang dicentang.')]).toEqual([422, true]);
  expect(tanpa.text).toContain('checked');
  const kosong = await petugas.kirim(SARAN, SARAN, {});
  expect([kosong.status, kosong.text.includes('Centang ormas yang akan ditetapkan')]).toEqual([422, true]);
});

it('leaves alone what somebody else has changed meanwhile, and decides on the others', async () => {
  const [a, b] = [id['Perkumpulan Melati Rekaan'], id['Sanggar Tari <b>Rekaan']];
  const jawaban = await petugas.kirim(SARAN, SARAN, {
    pilih: [String(a), String(b), '999999'],
    ...{ [`versi-${a}`]: '7', [`bidang-${a}`]: 'sosial', [`versi-${b}`]: '1', [`bidang-${b}`]: 'seni-budaya' },
    ...{ 'versi-999999': '1', 'bidang-999999': 'sosial' },
  });
  expect(jawaban.status).toBe(303);
  expect(await klaster('Perkumpulan Melati Rekaan')).toEqual([null, null]);
  expect(await klaster('Sanggar Tari <b>Rekaan')).toEqual(['disparbud', 'seni-budaya']);
  expect((await petugas.buka(SARAN)).text).toContain('2 ormas tidak ditetapkan');
});

it.each(PERAN.filter((p) => p !== 'petugas'))('%s neither sees nor decides', async (peran) => {
  const [opd] = await uji.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM opd');
  const orang = await uji.masukSebagai(peran, {
    ...(peran === 'opd' && { opdId: opd?.id ?? 0 }),
    ...(peran === 'sekretaris' && { ormasId: id['Forum Anak Rekaan'] ?? 0 }),
  });
  expect((await orang.buka(SARAN)).status).toBe(403);
  const n = id['Perkumpulan Melati Rekaan'];
  const kirim = await orang.kirim('/notifikasi/pilihan', SARAN, {
    pilih: String(n),
    [`versi-${n}`]: '1',
    [`bidang-${n}`]: 'sosial',
  });
  expect(kirim.status).toBe(403);
});

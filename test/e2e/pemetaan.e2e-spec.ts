import { PERAN } from '../../src/common/aktor.js';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

const PETA = '/klaster/pemetaan';
const HARI = tanggalWib(new Date());
const BESOK = tambahHari(HARI, 1);

let uji: AplikasiUji;
let kabid: Pengunjung;
let opdLama: Pengunjung;
let opdBaru: Pengunjung;
let ormasId: number;
const opd: Record<string, number> = {};
const bidang: Record<string, number> = {};

beforeAll(async () => {
  uji = await aplikasiUji();
  for (const t of ['opd', 'bidang'] as const)
    for (const b of await uji.db.query<{ id: number; kode: string }[]>(`SELECT id, kode FROM ${t}`))
      (t === 'opd' ? opd : bidang)[b.kode] = b.id;
  ormasId = await anggota('Bank Sampah <b>Rekaan');
  kabid = await uji.masukSebagai('kabid');
  opdLama = await uji.masukSebagai('opd', { opdId: opd.dlh });
  opdBaru = await uji.masukSebagai('opd', { opdId: opd.disparbud });
});
afterAll(() => uji.tutup());

/** An ormas whose cluster follows the bidang Lingkungan Hidup. */
async function anggota(nama: string): Promise<number> {
  const { id } = await buatOrmas(uji.db, { nama, opdId: opd.dlh ?? 0 });
  await uji.db.query('UPDATE ormas SET bidang_id = ? WHERE id = ?', [bidang.lingkungan, id]);
  await uji.db.query(
    "INSERT INTO klaster_ormas (ormas_id, opd_id, bidang_id, berlaku_dari, sumber) VALUES (?, ?, ?, '2022-01-01', 'bidang')",
    [id, opd.dlh, bidang.lingkungan],
  );
  return id;
}

const jalurUbah = (kode = 'lingkungan'): string => `${PETA}/${bidang[kode]}/ubah`;
const pratinjau = (mulai: string, ke = 'disparbud'): string => `${jalurUbah()}?opd=${ke}&mulai=${mulai}`;
const isi = async (halaman: string): Promise<Record<string, string>> => {
  const { text } = await kabid.buka(halaman);
  const nilai = (nama: string) => new RegExp(`name="${nama}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return { opd: nilai('opd'), mulai: nilai('mulai'), sidik: nilai('sidik') };
};
const keputusan = async (): Promise<number> => {
  const [b] = await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM perubahan_pemetaan');
  return Number(b?.n);
};

it('shows whom it moves and what follows, before anything is written', async () => {
  const { text } = await kabid.buka(pratinjau(HARI)).expect(200);
  expect(text).toContain('1 ormas berpindah sejak');
  expect(text).toContain('Bank Sampah &lt;b&gt;Rekaan');
  expect(text).toContain('1 akun DLH tidak lagi melihat 1 ormas itu');
  expect(text).toContain('1 akun Disparbud melihat 1 ormas itu');
  expect(await keputusan()).toBe(0);
});

it.each([
  ['a day that does not exist', '2026-02-30', 'disparbud', 'Isi tanggal yang ada dalam kalender.'],
  ['an OPD that there is not', HARI, 'entah', 'Pilih OPD yang tersedia.'],
  ['the OPD that guides it already', HARI, 'dlh', 'Bidang ini sudah dibina DLH.'],
  ['neither', '', '', 'Pilih OPD yang tersedia.'],
])('says at the field what is wrong with %s', async (_apa, mulai, ke, pesan) => {
  const { status, text } = await kabid.buka(pratinjau(mulai, ke));
  expect([status, text.includes(pesan)]).toEqual([422, true]);
});

it('keeps what was typed when the reason is missing or too long', async () => {
  const halaman = pratinjau(HARI);
  const tanpa = await kabid.kirim(halaman, jalurUbah(), { ...(await isi(halaman)), alasan: ' ' });
  expect([tanpa.status, tanpa.text.includes('Tuliskan alasannya')]).toEqual([422, true]);
  expect(tanpa.text).toContain('name="sidik"');
  const panjang = await kabid.kirim(halaman, jalurUbah(), { ...(await isi(halaman)), alasan: 'x'.repeat(1001) });
  expect([panjang.status, panjang.text.includes('x'.repeat(1001))]).toEqual([422, true]);
  expect(await keputusan()).toBe(0);
});

it('is not taken when somebody else was added meanwhile: the new preview, with the reason still there', async () => {
  const halaman = pratinjau(HARI);
  const basi = await isi(halaman);
  await anggota('Sahabat Sungai Rekaan');
  const jawaban = await kabid.kirim(halaman, jalurUbah(), { ...basi, alasan: 'Keputusan rekaan nomor 7.' });
  expect(jawaban.status).toBe(409);
  expect(jawaban.text).toContain('2 ormas berpindah sejak');
  expect(jawaban.text).toContain('Keputusan rekaan nomor 7.');
  expect(await keputusan()).toBe(0);
});

it('planned is sent once however often the button is pressed, told to both OPD, and cancelled before its day', async () => {
  const halaman = pratinjau(BESOK);
  const kiriman = { ...(await isi(halaman)), alasan: 'Rencana rekaan.', ...(await kabid.rahasia(halaman)) };
  const kirim = () => kabid.agen.post(jalurUbah()).set('Accept', 'text/html').type('form').send(kiriman);
  const [satu, dua] = [await kirim(), await kirim()];
  expect([satu.status, dua.status, await keputusan()]).toEqual([303, 409, 1]);
  const alamat = satu.headers.location ?? '';
  expect((await opdLama.buka('/notifikasi').expect(200)).text).toContain('meninggalkan klaster Anda');
  expect((await opdBaru.buka('/notifikasi').expect(200)).text).toContain('masuk ke klaster Anda');
  expect((await kabid.buka(PETA).expect(200)).text).toContain('Disparbud mulai');
  expect((await kabid.buka(jalurUbah()).expect(200)).text).toContain('Batalkan dahulu rencana itu');
  await opdLama.buka(`/ormas/${ormasId}`).expect(200);
  await opdBaru.buka(`/ormas/${ormasId}`).expect(404);

  const batal = `${alamat}/batalkan`;
  const tanpa = await kabid.kirim(alamat, batal, { versi: '1', alasan: '' });
  expect([tanpa.status, tanpa.text.includes('Tuliskan alasannya')]).toEqual([422, true]);
  expect((await kabid.kirim(alamat, batal, { versi: '9', alasan: 'Basi.' })).status).toBe(409);
  expect((await kabid.kirim(alamat, batal, { versi: '1', alasan: 'Ditunda.' })).status).toBe(303);
  expect((await kabid.kirim(`${PETA}/opd`, batal, { versi: '2', alasan: 'Lagi.' })).status).toBe(409);
  expect((await kabid.buka(alamat).expect(200)).text).toContain('Dibatalkan');
});

it('from today on moves the sight of the accounts, the page of the ormas tells of it, and it can be reversed', async () => {
  const halaman = pratinjau(HARI);
  const jawaban = await kabid.kirim(halaman, jalurUbah(), { ...(await isi(halaman)), alasan: 'Keputusan rekaan.' });
  expect(jawaban.status).toBe(303);
  await opdLama.buka(`/ormas/${ormasId}`).expect(404);
  await opdBaru.buka(`/ormas/${ormasId}`).expect(200);
  expect((await opdBaru.buka('/klaster/disparbud').expect(200)).text).toContain('Bank Sampah');
  const { text } = await kabid.buka(`/ormas/${ormasId}`).expect(200);
  expect(text).toContain('OPD pembina bidang berganti: Keputusan rekaan.');
  const rinci = await kabid.buka(jawaban.headers.location ?? '').expect(200);
  expect(rinci.text).toContain(`opd&#x3D;dlh&amp;mulai&#x3D;${HARI}`);
  const balik = `${jalurUbah()}?opd=dlh&mulai=${HARI}`;
  expect((await kabid.kirim(balik, jalurUbah(), { ...(await isi(balik)), alasan: 'Dibalikkan.' })).status).toBe(303);
  await opdLama.buka(`/ormas/${ormasId}`).expect(200);
});

it('the lists of OPD and bidang are kept, and nothing typed is lost', async () => {
  const daftar = `${PETA}/opd`;
  const baru = { kode: 'Dinas Baru', nama: 'Dinas Baru', namaLengkap: 'Dinas Rekaan Baru', kontak: '', mulai: HARI };
  const salah = await kabid.kirim(daftar, daftar, baru);
  expect([salah.status, salah.text.includes('Kode terdiri atas'), salah.text.includes('Dinas Rekaan Baru')]).toEqual([
    ...[422, true, true],
  ]);
  const benar = await kabid.kirim(daftar, daftar, { ...baru, kode: 'dinas-baru' });
  expect(benar.status).toBe(303);
  const alamat = benar.headers.location ?? '';
  const kontak = await kabid.kirim(alamat, `${alamat}/kontak`, { versi: '1', 'kontak-kontak': 'Jl. Rekaan No. 1' });
  expect(kontak.status).toBe(303);
  const basi = await kabid.kirim(alamat, `${alamat}/kontak`, { versi: '1', 'kontak-kontak': 'Jl. Lain' });
  expect([basi.status, basi.text.includes('Jl. Lain'), basi.text.includes('Jl. Rekaan No. 1')]).toEqual([
    ...[409, true, true],
  ]);
  const nama = {
    versi: '2',
    ...{ 'nama-nama': 'Dinas Baru', 'nama-namaLengkap': 'Dinas Rekaan Terbaru', 'nama-mulai': HARI },
  };
  const tanpa = await kabid.kirim(alamat, `${alamat}/nama`, nama);
  expect([tanpa.status, tanpa.text.includes('Dinas Rekaan Terbaru')]).toEqual([422, true]);
  expect((await kabid.kirim(alamat, `${alamat}/nama`, { ...nama, 'nama-alasan': 'Perda rekaan.' })).status).toBe(303);
  expect((await kabid.buka(alamat)).text).toContain('Perda rekaan.');
  const akhir = { versi: '3', 'akhiri-sampai': BESOK, 'akhiri-alasan': 'Digabung.' };
  expect((await kabid.kirim(alamat, `${alamat}/akhiri`, akhir)).status).toBe(303);
  expect(
    (await kabid.kirim(alamat, `${alamat}/lanjutkan`, { versi: '4', 'lanjutkan-alasan': 'Tidak jadi.' })).status,
  ).toBe(303);

  const dlh = `${PETA}/opd/${opd.dlh}`;
  const tertahan = await kabid.kirim(dlh, `${dlh}/akhiri`, {
    versi: '1',
    'akhiri-sampai': HARI,
    'akhiri-alasan': 'Coba.',
  });
  expect([tertahan.status, tertahan.text.includes('masih dibina DLH')]).toEqual([422, true]);

  const tambahBidang = { kode: 'kearsipan', nama: 'Kearsipan', opd: 'dinas-baru', mulai: HARI };
  const b = await kabid.kirim(`${PETA}/bidang`, `${PETA}/bidang`, tambahBidang);
  expect(b.status).toBe(303);
  expect((await kabid.buka(PETA)).text).toContain('Kearsipan');
});

it.each(PERAN)('%s opens and changes what the role allows', async (peran) => {
  const orang = await uji.masukSebagai(peran, {
    ...(peran === 'opd' && { opdId: opd.dlh }),
    ...(peran === 'sekretaris' && { ormasId }),
  });
  const baca = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan'].includes(peran) ? 200 : 403;
  const ubah = ['admin', 'kabid'].includes(peran);
  for (const alamat of [PETA, `${PETA}/opd`, `${PETA}/bidang`, `${PETA}/opd/${opd.dlh}`, `${PETA}/perubahan/1`])
    expect([alamat, (await orang.buka(alamat)).status]).toEqual([alamat, baca]);
  expect((await orang.buka(pratinjau(HARI))).status).toBe(ubah ? 200 : 403);
  if (ubah) return;
  const rahasia = await orang.rahasia('/akun/sesi');
  for (const [alamat, badan] of [
    [jalurUbah(), { opd: 'disparbud', mulai: HARI, alasan: 'Bukan wewenang.', sidik: '' }],
    [`${PETA}/perubahan/1/batalkan`, { versi: '1', alasan: 'Bukan wewenang.' }],
    [`${PETA}/opd`, { kode: 'xx', nama: 'X', namaLengkap: 'X', kontak: '', mulai: HARI }],
    [`${PETA}/opd/${opd.dlh}/kontak`, { versi: '1', 'kontak-kontak': 'x' }],
  ] as const) {
    const { status } = await orang.agen
      .post(alamat)
      .type('form')
      .send({ ...rahasia, ...badan });
    expect([alamat, status]).toEqual([alamat, 403]);
  }
});

it.each([
  '/klaster/pemetaan/999999/ubah',
  '/klaster/pemetaan/0/ubah',
  '/klaster/pemetaan/perubahan/999999',
  '/klaster/pemetaan/opd/abc',
  '/klaster/pemetaan/entah',
])('%s is no page', async (alamat) => {
  await kabid.buka(alamat).expect(404);
});

it('the cluster of an OPD is narrowed, printed, and shows no phone numbers', async () => {
  await uji.db.query("UPDATE ormas SET telepon = '081200000009' WHERE id = ?", [ormasId]);
  await uji.db.query(
    "INSERT INTO ormas_dokumen (ormas_id, jenis, nomor, berlaku_sampai, status) VALUES (?, 'domisili', 'R-1', ?, 'sah')",
    [ormasId, tambahHari(HARI, 10)],
  );
  for (const alamat of ['/klaster/dlh', '/klaster/dlh?tampil=30', '/klaster/dlh/cetak', '/klaster/dlh?tampil=entah']) {
    const { text } = await opdLama.buka(alamat).expect(200);
    expect([alamat, text.includes('Bank Sampah'), text.includes('081200000009')]).toEqual([alamat, true, false]);
    expect(text).toContain('berakhir dalam 10 hari');
  }
  expect((await opdLama.buka('/klaster/dlh?tampil=60').expect(200)).text).not.toContain('Bank Sampah');
  await opdLama.buka('/klaster/disparbud/cetak').expect(404);
});

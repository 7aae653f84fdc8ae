import { CariPasanganService } from '../../src/modules/ganda/cari-pasangan.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

let uji: AplikasiUji;
let petugas: Pengunjung;

beforeAll(async () => {
  uji = await aplikasiUji();
  petugas = await uji.masukSebagai('petugas');
});
afterAll(() => uji.tutup());

const isiTersembunyi = (html: string, nama: string): string =>
  new RegExp(`name="${nama}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Two entries of one organisation, as two registers wrote them. */
async function kembar(nama: string): Promise<{ a: number; b: number }> {
  const [a, b] = [await buatOrmas(uji.db, { nama }), await buatOrmas(uji.db, { nama: nama.toUpperCase() })];
  await uji.db.query("UPDATE ormas SET telepon = '02511234567' WHERE id = ?", [b.id]);
  await uji.app.get(CariPasanganService, { strict: false }).kerjakan();
  return { a: a.id, b: b.id };
}

/** From the choices over the check page to the merging; returns the answer of the last step. */
async function gabungkan(siapa: Pengunjung, a: number, b: number, ubah: Record<string, string> = {}) {
  const formulir = `/ganda/gabung/${a}/${b}`;
  const { text } = await siapa.buka(formulir).expect(200);
  const pilihan = Object.fromEntries([...text.matchAll(/name="(nilai-[a-z-]+)"/g)].map((m) => [m[1] ?? '', 'b']));
  const isian = {
    ...{ tetap: 'a', alasan: 'Akta yang sama (rekaan).', ...pilihan },
    ...{ versiA: isiTersembunyi(text, 'versiA'), versiB: isiTersembunyi(text, 'versiB'), ...ubah },
  };
  const periksa = await siapa.kirim(formulir, formulir, isian);
  return { periksa, lakukan: () => siapa.kirim(formulir, `${formulir}/lakukan`, isian), isian };
}

it('an officer is told at home, compares, merges, and takes it back', async () => {
  const { a, b } = await kembar('Yayasan Jalan Rekaan');
  expect((await petugas.buka('/').expect(200)).text).toContain('Putuskan 1 pasang ormas yang mungkin kembar');
  const daftar = await petugas.buka('/ganda').expect(200);
  expect(daftar.text).toContain('Nama sama setelah disamakan ejaannya');
  expect((await petugas.buka('/ganda?sebab=npwp').expect(200)).text).toContain('Tidak ada pasangan dengan alasan ini');
  const banding = await petugas.buka(`/ganda/banding/${b}/${a}`).expect(200);
  expect(banding.text).toContain('02511234567');
  expect(banding.text).toContain(`/ganda/gabung/${a}/${b}`);

  const kosong = await petugas.kirim(`/ganda/gabung/${a}/${b}`, `/ganda/gabung/${a}/${b}`, { alasan: 'Hmm' });
  expect(kosong.status).toBe(422);
  expect(kosong.text).toContain('Pilih catatan yang tetap.');
  expect(kosong.text).toContain('>Hmm<');

  const { periksa, lakukan } = await gabungkan(petugas, a, b);
  expect(periksa.status).toBe(200);
  expect(periksa.text).toContain('Periksa penggabungan');
  const jadi = await lakukan();
  expect(jadi.status).toBe(303);
  const rinci = jadi.headers.location ?? '';
  expect(rinci).toMatch(/^\/ganda\/gabungan\/\d+$/);

  // The old address leads on and says so; the entry itself is still there to be read.
  const lama = await petugas.buka(`/ormas/${b}/kegiatan?halaman=1`).expect(303);
  expect(lama.headers.location).toBe(`/ormas/${a}/kegiatan?halaman=1&dari=${b}`);
  const alih = await petugas.buka(`/ormas/${b}`).expect(303);
  const kini = await petugas.buka(alih.headers.location ?? '').expect(200);
  expect(kini.text).toContain(`alamat catatan nomor ${b}`);
  expect(kini.text).toContain('Catatan yang digabung ke sini');
  expect((await petugas.buka(`/ormas/${b}?catatan=asli`).expect(200)).text).toContain('Sudah digabung ke');
  const umum = uji.tamu();
  const publik = await umum.buka(`/direktori/${b}`).expect(302);
  expect(publik.headers.location).toBe(`/direktori/${a}?dari=${b}`);
  expect((await umum.buka(publik.headers.location ?? '').expect(200)).text).toContain(`nomor ${b}`);
  // Acts on the merged entry are refused, also by hand.
  const tulis = await petugas.kirim(`/ormas/${a}/kontak`, `/ormas/${b}/kontak`, { versi: '2', telepon: '', surel: '' });
  expect([403, 409]).toContain(tulis.status);
  expect((await petugas.buka('/').expect(200)).text).not.toContain('mungkin kembar');

  const batal = `${rinci}/batal`;
  const tanpa = await petugas.kirim(rinci, batal, { versi: '1', alasan: '' });
  expect([tanpa.status, tanpa.text.includes('Tulis alasannya')]).toEqual([422, true]);
  const kembali = await petugas.kirim(rinci, batal, { versi: '1', alasan: 'Ternyata dua (rekaan).' });
  expect([kembali.status, kembali.headers.location]).toEqual([303, rinci]);
  expect((await petugas.buka(rinci).expect(200)).text).toContain('Ternyata dua (rekaan).');
  expect((await petugas.buka(`/ormas/${b}`)).status).toBe(200);
  const lagi = await petugas.kirim(rinci, batal, { versi: '1', alasan: 'Sekali lagi.' }).catch((e: Error) => e);
  // The page has no form any more: there is no token to send it with.
  expect(lagi instanceof Error || lagi.status !== 303).toBe(true);
});

it('a secretary of the merged entry lands at the one that stays', async () => {
  const { a, b } = await kembar('Yayasan Sekretaris Rekaan');
  const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: b });
  expect((await sekretaris.buka(`/ormas/${b}`)).status).toBe(200);
  expect((await (await gabungkan(petugas, a, b)).lakukan()).status).toBe(303);
  expect((await sekretaris.buka('/ormas').expect(303)).headers.location).toBe(`/ormas/${a}`);
  const alih = await sekretaris.buka(`/ormas/${b}`).expect(303);
  expect((await sekretaris.buka(alih.headers.location ?? '')).status).toBe(200);
  expect((await sekretaris.buka('/notifikasi').expect(200)).text).toContain('digabung ke');
});

it('sent twice it is done once; a page that is stale changes nothing and shows both', async () => {
  const { a, b } = await kembar('Yayasan Dua Kali Rekaan');
  const formulir = `/ganda/gabung/${a}/${b}`;
  const { isian } = await gabungkan(petugas, a, b);
  const rahasia = await petugas.rahasia(formulir);
  const kirim = () =>
    petugas.agen
      .post(`${formulir}/lakukan`)
      .type('form')
      .set('Accept', 'text/html')
      .send({ ...rahasia, ...isian });
  await uji.db.query('UPDATE ormas SET versi = versi + 1 WHERE id = ?', [b]);
  const usang = await kirim();
  expect(usang.status).toBe(409);
  expect(usang.text).toContain('Berubah sesudah halaman Anda dibuka');
  // The form again, of the two as they are now, with what was written.
  expect(usang.text).toContain('>Akta yang sama (rekaan).<');
  expect(isiTersembunyi(usang.text, 'versiB')).toBe(String(Number(isian.versiB) + 1));
  const periksaUsang = await petugas.kirim(formulir, formulir, isian);
  expect([periksaUsang.status, periksaUsang.text.includes('>Akta yang sama (rekaan).<')]).toEqual([409, true]);
  await uji.db.query('UPDATE ormas SET versi = versi - 1 WHERE id = ?', [b]);
  const hasil = await Promise.all([kirim(), kirim()]);
  expect(hasil.map((h) => h.status).sort()).toEqual([303, 409]);
  expect((await kirim()).text).toContain('sudah pernah Anda kirim');
  const [n] = await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM penggabungan WHERE asal_id = ?', [b]);
  expect(Number(n?.n)).toBe(1);
});

it('two officers decide at once: the word of the first stands, and the second sees it', async () => {
  const { a, b } = await kembar('Yayasan Putusan Rekaan');
  const halaman = `/ganda/banding/${a}/${b}`;
  const lain = await uji.masukSebagai('kabid');
  const tanpa = await petugas.kirim(halaman, `${halaman}/bukan`, { versi: '1', alasan: 'x' });
  expect([tanpa.status, tanpa.text.includes('Tulis alasannya')]).toEqual([422, true]);
  expect((await petugas.kirim(halaman, `${halaman}/bukan`, { versi: '1', alasan: 'Induk dan cabang.' })).status).toBe(
    303,
  );
  const kedua = await lain.kirim(halaman, `${halaman}/bukan`, { versi: '1', alasan: 'Saya juga.' });
  expect([kedua.status, kedua.text.includes('Induk dan cabang.')]).toEqual([409, true]);
  expect((await lain.buka(`/ganda/gabung/${a}/${b}`)).status).toBe(409);
  expect((await lain.buka('/ganda?status=bukan-kembaran').expect(200)).text).toContain('Induk dan cabang.');
  expect((await lain.kirim(halaman, `${halaman}/tarik`, { versi: '2', alasan: 'Keliru.' })).status).toBe(303);
});

it('is closed to everybody else, whatever number stands in the address', async () => {
  const { a, b } = await kembar('Yayasan Tertutup Rekaan');
  const jalur = ['/ganda', '/ganda/gabungan', `/ganda/banding/${a}/${b}`, `/ganda/gabung/${a}/${b}`];
  for (const [peran, lain] of [
    ['admin', {}],
    ['pimpinan', {}],
    ['opd', { opdId: 1 }],
    ['sekretaris', { ormasId: a }],
  ] as const) {
    const siapa = await uji.masukSebagai(peran, lain);
    for (const j of jalur) expect([peran, j, (await siapa.buka(j)).status]).toEqual([peran, j, 403]);
    const kirim = await siapa.kirim('/akun/sesi', `/ganda/gabung/${a}/${b}/lakukan`, {
      ...{ tetap: 'a', alasan: 'Coba-coba saja.', versiA: '1', versiB: '1' },
    });
    expect([peran, kirim.status]).toEqual([peran, 403]);
  }
  const kaban = await uji.masukSebagai('kaban');
  expect((await kaban.buka(`/ganda/banding/${a}/${b}`)).status).toBe(200);
  expect((await kaban.buka(`/ganda/gabung/${a}/${b}`)).status).toBe(403);
  for (const j of [
    `/ganda/banding/${a}/999999`,
    `/ganda/banding/${a}/${a}`,
    `/ganda/gabung/${a}/999999`,
    '/ganda/gabungan/999999',
    `/ganda/catatan/${a}`,
    `/ganda/banding/${a}/x`,
  ])
    expect([j, (await petugas.buka(j)).status]).toEqual([j, 404]);
  expect((await petugas.buka(`/ganda/banding?a=${b}&b=${a}`).expect(303)).headers.location).toBe(
    `/ganda/banding/${a}/${b}`,
  );
  expect((await petugas.buka('/ganda/banding?a=&b=5').expect(422)).text).toContain('Isi nomor catatan pertama.');
});

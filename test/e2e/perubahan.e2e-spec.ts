import { pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

let uji: AplikasiUji;
let petugas: Pengunjung;
let sekretaris: Pengunjung;
let ormas: { id: number; nama: string; opdId: number | null };
let surat: Buffer;

beforeAll(async () => {
  uji = await aplikasiUji();
  ormas = await buatOrmas(uji.db, { nama: 'Yayasan Sebelum Rekaan' });
  petugas = await uji.masukSebagai('petugas');
  sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
  surat = await pdfContoh('Akta perubahan (contoh)');
});
afterAll(() => uji.tutup());

const ISI = { berlaku: '2025-03-01', alasan: 'Keputusan musyawarah rekaan tahun 2025.' };

/** Sends the form of a request with a file, as the browser does. */
async function kirimFormulir(
  siapa: Pengunjung,
  halaman: string,
  aksi: string,
  isian: Record<string, string>,
  berkas: Buffer | null = surat,
) {
  const rahasia = await siapa.rahasia(halaman);
  const kirim = siapa.agen.post(aksi).set('Accept', 'text/html');
  for (const [nama, nilai] of Object.entries({ ...rahasia, ...isian })) void kirim.field(nama, nilai);
  return berkas ? kirim.attach('bukti', berkas, 'akta-perubahan.pdf') : kirim;
}

const versiDi = (html: string): { versi: string; versiOrmas: string } => ({
  versi: /name="versi" value="(\d+)"/.exec(html)?.[1] ?? '',
  versiOrmas: /name="versiOrmas" value="(\d+)"/.exec(html)?.[1] ?? '',
});

it('a request goes its way: fault at the field, evidence kept, sent, approved, read as of the day before, reversed', async () => {
  const baru = `/ormas/${ormas.id}/perubahan/baru`;
  expect((await sekretaris.buka(baru).expect(200)).text).toContain('Apa yang berubah?');
  const formulir = `${baru}?perihal=nama`;
  expect((await sekretaris.buka(formulir).expect(200)).text).toContain('Sekarang dalam register');

  const salah = await kirimFormulir(sekretaris, formulir, baru, { ...ISI, perihal: 'nama', nama: '' });
  expect(salah.status).toBe(422);
  expect(salah.text).toContain('Isi nama baru.');
  expect(salah.text).toContain('akta-perubahan.pdf');
  expect(salah.text).toContain('musyawarah rekaan');
  const id = Number(/action="\/perubahan\/(\d+)\/ubah"/.exec(salah.text)?.[1]);
  const ubah = `/perubahan/${id}/ubah`;
  const isian = { ...ISI, perihal: 'nama', versi: versiDi(salah.text).versi, nama: 'Yayasan Sesudah <b>Rekaan</b>' };
  const benar = await kirimFormulir(sekretaris, ubah, ubah, isian, null);
  expect([benar.status, benar.headers.location]).toEqual([303, `/perubahan/${id}`]);

  const periksa = await sekretaris.buka(`/perubahan/${id}`).expect(200);
  expect(periksa.text).toContain('Kirim permohonan');
  expect(periksa.text).toContain('&lt;b&gt;Rekaan&lt;/b&gt;');
  await petugas.buka(`/perubahan/${id}`).expect(404);

  // Sent twice from one page it is sent once.
  const rahasia = await sekretaris.rahasia(`/perubahan/${id}`);
  const kirim = () =>
    sekretaris.agen
      .post(`/perubahan/${id}/tindakan/ajukan`)
      .set('Accept', 'text/html')
      .type('form')
      .send({ ...rahasia, versi: versiDi(periksa.text).versi });
  expect((await kirim()).status).toBe(303);
  expect((await kirim()).status).toBe(409);

  expect((await petugas.buka('/perubahan').expect(200)).text).toContain('Yayasan Sebelum Rekaan');
  const halaman = `/perubahan/${id}`;
  const terbuka = await petugas.buka(halaman).expect(200);
  const keputusan = { ...versiDi(terbuka.text), keputusan: 'tolak', catatan: '' };
  const tanpaAlasan = await petugas.kirim(halaman, `${halaman}/keputusan`, keputusan);
  expect(tanpaAlasan.status).toBe(422);
  expect(tanpaAlasan.text).toContain('Tulis alasan penolakan.');
  const basi = { ...keputusan, keputusan: 'setujui', versiOrmas: '99' };
  const konflik = await petugas.kirim(halaman, `${halaman}/keputusan`, basi);
  expect(konflik.status).toBe(409);
  expect(konflik.text).toContain('Yayasan Sebelum Rekaan');
  const setuju = { ...keputusan, keputusan: 'setujui' };
  expect((await petugas.kirim(halaman, `${halaman}/keputusan`, setuju)).status).toBe(303);

  const kini = await petugas.buka(`/ormas/${ormas.id}`).expect(200);
  expect(kini.text).toContain('Yayasan Sesudah');
  expect(kini.text).toContain('Perubahan disetujui: Nama ormas, berlaku sejak 1 Maret 2025');
  const dulu = await sekretaris.buka(`/ormas/${ormas.id}?pada=2025-02-28`).expect(200);
  expect(dulu.text).toContain('Keadaan per 28 Februari 2025');
  expect(dulu.text).toContain('<h1>Yayasan Sebelum Rekaan</h1>');
  expect((await sekretaris.buka(`/ormas/${ormas.id}?pada=2025-03-01`)).text).not.toContain('<h1>Yayasan Sebelum');

  const sesudah = versiDi((await petugas.buka(halaman)).text);
  const batal = await petugas.kirim(halaman, `${halaman}/tindakan/buka-kembali`, {
    ...sesudah,
    alasan: 'Akta ternyata milik ormas lain.',
  });
  expect(batal.status).toBe(303);
  expect((await petugas.buka(`/ormas/${ormas.id}?pada=2025-03-01`)).text).toContain('<h1>Yayasan Sebelum Rekaan</h1>');
});

describe('someone else’s', () => {
  it('id in the address is not found, and the evidence is not for an OPD', async () => {
    const baru = `/ormas/${ormas.id}/perubahan/baru`;
    const isian = { ...ISI, perihal: 'npwp', npwp: '01.234.567.8-901.000' };
    const { headers } = await kirimFormulir(sekretaris, `${baru}?perihal=npwp`, baru, isian);
    const halaman = String(headers.location);
    const milik = await sekretaris.buka(halaman);
    const berkas = /href="(\/berkas\/[^"]+)"/.exec(milik.text)?.[1] ?? '';
    await sekretaris.kirim(halaman, `${halaman}/tindakan/ajukan`, { versi: versiDi(milik.text).versi });

    const asing = await uji.masukSebagai('sekretaris', { ormasId: (await buatOrmas(uji.db)).id });
    for (const jalur of [halaman, `${halaman}/ubah`, `/ormas/${ormas.id}/perubahan`, baru, berkas])
      await asing.buka(jalur).expect(404);
    expect((await asing.kirim('/akun/sandi', `${halaman}/tindakan/cabut`, { versi: '2' })).status).toBe(404);
    expect(
      (await asing.kirim('/akun/sandi', `${halaman}/keputusan`, { keputusan: 'setujui', versi: '2' })).status,
    ).toBe(404);
    await asing.buka('/perubahan').expect(403);

    const opd = await uji.masukSebagai('opd', { opdId: ormas.opdId ?? 0 });
    const { text } = await opd.buka(halaman).expect(200);
    expect(text).not.toContain('012345678901000');
    expect(text).toContain('tidak ditampilkan');
    await opd.buka(berkas).expect(404);

    const sebelum = await uji.db.query("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'berkas.baca'");
    await petugas.buka(berkas).expect(200);
    const sesudah = await uji.db.query("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'berkas.baca'");
    expect(Number(sesudah[0].n) - Number(sebelum[0].n)).toBe(1);
  });

  it.each([
    ['a text called PDF', Buffer.from('bukan pdf')],
    ['nothing', Buffer.alloc(0)],
  ])('a file that is %s is refused by name, and what was typed stays', async (_apa, isi) => {
    const baru = `/ormas/${ormas.id}/perubahan/baru`;
    const isian = { ...ISI, perihal: 'npwp', npwp: '012345678901999' };
    const { status, text } = await kirimFormulir(sekretaris, `${baru}?perihal=npwp`, baru, isian, isi);
    expect(status).toBe(422);
    expect(text).toContain('akta-perubahan.pdf');
    expect(text).toContain('value="012345678901999"');
  });
});

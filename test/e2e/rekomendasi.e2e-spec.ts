import { fotoContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

let uji: AplikasiUji;
let petugas: Pengunjung;
let sekretaris: Pengunjung;
let ormas: { id: number; nama: string; opdId: number | null };
let foto: Buffer;

beforeAll(async () => {
  uji = await aplikasiUji();
  ormas = await buatOrmas(uji.db, { nama: 'Yayasan Diminta Rekaan' });
  petugas = await uji.masukSebagai('petugas');
  sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
  foto = await fotoContoh();
});
afterAll(() => uji.tutup());

const ISI = { isi: 'Susun <b>SOP</b> keuangan', sumber: 'Monev rekaan', penanggung: 'ormas', jatuhTempo: '2099-06-30' };
const baru = (): string => `/ormas/${ormas.id}/rekomendasi/baru`;
const versiDi = (html: string): string => /name="versi" value="(\d+)"/.exec(html)?.[1] ?? '';

async function beri(): Promise<string> {
  const { status, headers } = await petugas.kirim(baru(), baru(), ISI);
  expect(status).toBe(303);
  return String(headers.location);
}

/** Sends the form of a report with a file, as the browser does. */
async function lapor(halaman: string, isian: Record<string, string>, berkas: [Buffer, string] | null, token?: object) {
  const rahasia = (token ?? (await sekretaris.rahasia(halaman))) as Record<string, string>;
  const kirim = sekretaris.agen.post(`${halaman}/tindakan/lapor`).set('Accept', 'text/html');
  for (const [nama, nilai] of Object.entries({ ...rahasia, ...isian })) void kirim.field(nama, nilai);
  return berkas ? kirim.attach('bukti', berkas[0], berkas[1]) : kirim;
}

it('a recommendation goes its way: fault at the field, given, reported, accepted, stale pages told', async () => {
  const salah = await petugas.kirim(baru(), baru(), { ...ISI, penanggung: '', jatuhTempo: '01/01/2020' });
  expect(salah.status).toBe(422);
  expect(salah.text).toContain('Pilih siapa yang bertanggung jawab.');
  expect(salah.text).toContain('href="#isian-jatuhTempo"');
  expect(salah.text).toContain('Susun &lt;b&gt;SOP&lt;/b&gt; keuangan');
  const halaman = await beri();
  expect((await petugas.buka(`/ormas/${ormas.id}`)).text).toContain(`href="${halaman}"`);

  expect((await sekretaris.buka('/')).text).toContain('Tindak lanjuti 1 rekomendasi');
  expect((await sekretaris.buka(`/ormas/${ormas.id}/rekomendasi`).expect(200)).text).toContain(`href="${halaman}"`);
  const terbuka = await sekretaris.buka(halaman).expect(200);
  const hari = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const isian = { versi: versiDi(terbuka.text), keadaan: 'selesai', uraian: 'SOP ditetapkan.', selesaiPada: '' };
  const kurang = await lapor(halaman, isian, [foto, 'sop.jpg']);
  expect(kurang.status).toBe(422);
  expect(kurang.text).toContain('Isi tanggal selesainya.');
  expect(kurang.text).toContain('SOP ditetapkan.');
  expect(kurang.text).toContain('Pilih lagi “sop.jpg”');
  for (const isi of [Buffer.from('bukan foto'), Buffer.alloc(0)]) {
    const rusak = await lapor(halaman, { ...isian, selesaiPada: hari }, [isi, 'rusak.jpg']);
    expect(rusak.status).toBe(422);
    expect(rusak.text).toContain('rusak.jpg');
  }
  const tanpa = await lapor(halaman, { ...isian, selesaiPada: hari }, null);
  expect(tanpa.text).toContain('Lampirkan buktinya: foto atau PDF.');
  const token = await sekretaris.rahasia(halaman);
  expect((await lapor(halaman, { ...isian, selesaiPada: hari }, [foto, 'sop.jpg'], token)).status).toBe(303);
  expect((await lapor(halaman, { ...isian, selesaiPada: hari }, [foto, 'sop.jpg'], token)).status).toBe(409);

  expect((await petugas.buka('/')).text).toContain('Periksa 1 tindak lanjut rekomendasi');
  expect((await petugas.buka('/rekomendasi?keadaan=dilaporkan').expect(200)).text).toContain(`href="${halaman}"`);
  const lihat = await petugas.buka(halaman).expect(200);
  expect(lihat.text).toContain(`value="${hari}"`);
  expect(lihat.text).toContain('sop.jpg');
  const putusan = { versi: versiDi(lihat.text) };
  const tolak = await petugas.kirim(halaman, `${halaman}/tindakan/kembalikan`, { ...putusan, catatan: '' });
  expect(tolak.status).toBe(422);
  expect(tolak.text).toContain('Tulis apa yang masih kurang.');
  expect((await petugas.kirim(halaman, `${halaman}/tindakan/terima`, { ...putusan, selesaiPada: hari })).status).toBe(
    303,
  );
  const basi = await petugas.kirim(halaman, `${halaman}/tindakan/kembalikan`, {
    ...putusan,
    catatan: 'Kurang lengkap.',
  });
  expect(basi.status).toBe(409);
  expect(basi.text).toContain('Selesai');
});

it('someone else’s is not found, and who reads does not decide', async () => {
  const halaman = await beri();
  const asing = await uji.masukSebagai('sekretaris', { ormasId: (await buatOrmas(uji.db)).id });
  for (const jalur of [halaman, `/ormas/${ormas.id}/rekomendasi`, baru()]) await asing.buka(jalur).expect(404);
  const isian = { versi: '1', alasan: 'Tidak setuju.', uraian: 'Sudah.', keadaan: 'berjalan' };
  for (const t of ['lapor', 'terima', 'kembalikan', 'selesaikan', 'buka-kembali', 'batalkan', 'pulihkan'])
    expect((await asing.kirim('/akun/sandi', `${halaman}/tindakan/${t}`, isian)).status).toBe(404);
  for (const t of ['terima', 'selesaikan', 'batalkan'])
    expect((await sekretaris.kirim('/akun/sandi', `${halaman}/tindakan/${t}`, isian)).status).toBe(403);
  await sekretaris.buka(baru()).expect(403);
  await asing.buka('/rekomendasi').expect(403);
  const batal = await petugas.kirim(halaman, `${halaman}/tindakan/batalkan`, isian);
  expect(batal.status).toBe(303);
  expect((await sekretaris.buka(`/ormas/${ormas.id}/rekomendasi`)).text).toContain('<del>Susun');
});

it('the list is read, narrowed, printed and taken along', async () => {
  const pimpinan = await uji.masukSebagai('pimpinan');
  expect((await pimpinan.buka('/rekomendasi').expect(200)).text).toContain('Yayasan Diminta Rekaan');
  expect((await pimpinan.buka('/rekomendasi?tahun=2099&keadaan=selesai').expect(200)).text).toContain(
    'Disaring menurut',
  );
  expect((await pimpinan.buka('/rekomendasi/cetak').expect(200)).text).not.toContain('Terapkan');
  expect((await pimpinan.buka('/ekspor/rekomendasi.csv').expect(200)).text).toContain('Monev rekaan');
  await pimpinan.buka('/ekspor/rekomendasi.xlsx').expect(200);
});

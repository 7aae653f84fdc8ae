import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

let uji: AplikasiUji;
let petugas: Pengunjung;
let sekretaris: Pengunjung;
let ormas: { id: number; nama: string; opdId: number | null };
let surat: Buffer;

beforeAll(async () => {
  uji = await aplikasiUji();
  ormas = await buatOrmas(uji.db, { nama: 'Yayasan Bersanksi Rekaan' });
  petugas = await uji.masukSebagai('petugas');
  sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
  surat = await pdfContoh('Surat peringatan (contoh)');
});
afterAll(() => uji.tutup());

const ISI = {
  ...{ jenis: 'penghentian', tanggal: '2025-03-01', sampai: '', nomor: '220/5-Rekaan', tanggalSurat: '27/02/2025' },
  ...{ dasar: 'Surat Kepala Badan (rekaan)', keterangan: 'Dua kepengurusan <b>rekaan</b>.' },
};

interface Kiriman {
  halaman: string;
  aksi: string;
  isian: Record<string, string>;
  berkas?: [bidang: string, isi: Buffer, nama: string][];
}

/** Sends a form with files, as the browser does. @param rahasia tokens of a page that was opened before */
async function kirim(siapa: Pengunjung, k: Kiriman, rahasia?: Record<string, string>) {
  const token = rahasia ?? (await siapa.rahasia(k.halaman));
  const kiriman = siapa.agen.post(k.aksi).set('Accept', 'text/html');
  for (const [nama, nilai] of Object.entries({ ...token, ...k.isian })) void kiriman.field(nama, nilai);
  for (const [bidang, isi, nama] of k.berkas ?? []) void kiriman.attach(bidang, isi, nama);
  return kiriman;
}

const baru = (): string => `/ormas/${ormas.id}/pembinaan/baru`;
const formulir = (isian: Record<string, string>, berkas: Kiriman['berkas'] = []): Kiriman => ({
  ...{ halaman: baru(), aksi: baru(), isian, berkas },
});
async function catat(isian: Record<string, string> = ISI, berkas: Kiriman['berkas'] = []): Promise<string> {
  const { status, headers } = await kirim(petugas, formulir(isian, berkas));
  expect(status).toBe(303);
  return String(headers.location);
}
const versiDi = (html: string): string => /name="versi" value="(\d+)"/.exec(html)?.[1] ?? '';

it('a sanction goes its way: found from the ormas, fault at the field, recorded, standing offered, ended, read by the ormas', async () => {
  expect((await petugas.buka(`/ormas/${ormas.id}`).expect(200)).text).toContain(`href="/ormas/${ormas.id}/pembinaan"`);
  const log = await petugas.buka(`/ormas/${ormas.id}/pembinaan`).expect(200);
  expect(log.text).toContain('Portal tidak pernah menjatuhkan');
  expect(log.text).toContain(`href="${baru()}"`);
  const kosong = await petugas.buka(baru()).expect(200);
  expect(kosong.text).toContain('peringatan tertulis, penghentian kegiatan, pencabutan');

  const kurang = { ...ISI, jenis: 'pencabutan', nomor: '', tanggalSurat: '' };
  const salah = await kirim(petugas, formulir(kurang, [['dokumen', surat, 'keputusan.pdf']]));
  expect(salah.status).toBe(422);
  expect(salah.text).toContain('Isi nomor keputusan Menteri.');
  expect(salah.text).toContain('href="#isian-nomor"');
  expect(salah.text).toContain('Dua kepengurusan &lt;b&gt;rekaan&lt;/b&gt;.');
  expect(salah.text).toContain('Pilih lagi “keputusan.pdf”');
  expect(salah.text).toMatch(/value="pencabutan" checked/);

  const halaman = await catat(ISI, [
    ['dokumen', surat, 'surat.pdf'],
    ['dokumen', await fotoContoh(), 'foto-surat.jpg'],
  ]);
  const rinci = await petugas.buka(halaman).expect(200);
  expect(rinci.text).toContain('27 Februari 2025');
  expect(rinci.text).toContain('surat.pdf');
  expect(rinci.text).toContain('foto-surat.jpg');
  const status = `/ormas/${ormas.id}/status?sanksi=${halaman.split('/').at(-1)}`;
  expect(rinci.text).toContain(`href="${status.replace('=', '&#x3D;')}"`);
  expect((await petugas.buka(`/ormas/${ormas.id}`)).text).toContain('Status belum mengikuti sanksi');

  const isiStatus = await petugas.buka(status).expect(200);
  expect(isiStatus.text).toMatch(/value="dibekukan" selected/);
  expect(isiStatus.text).toContain('value="2025-03-01"');
  expect(isiStatus.text).toContain('220/5-Rekaan');
  expect(isiStatus.text).toContain(`href="${halaman}"`);
  const ubah = {
    status: 'dibekukan',
    berlaku: '2025-03-01',
    alasan: 'Surat 220/5-Rekaan.',
    versi: versiDi(isiStatus.text),
  };
  expect((await petugas.kirim(status, `/ormas/${ormas.id}/status`, ubah)).status).toBe(303);
  expect((await petugas.buka(`/ormas/${ormas.id}`)).text).not.toContain('Status belum mengikuti sanksi');

  const akhir = { versi: versiDi(rinci.text), sampai: '01/02/2025', dasar: 'Masanya habis.' };
  const tindakan = `${halaman}/tindakan/akhiri`;
  const keliru = await kirim(petugas, { halaman, aksi: tindakan, isian: akhir });
  expect(keliru.status).toBe(422);
  expect(keliru.text).toContain('Mulainya 1 Maret 2025.');
  expect(keliru.text).toContain('Masanya habis.');
  const benar = { ...akhir, sampai: '31/08/2025' };
  expect((await kirim(petugas, { halaman, aksi: tindakan, isian: benar })).status).toBe(303);
  const basi = await kirim(petugas, { halaman, aksi: tindakan, isian: { ...benar, sampai: '2025-07-01' } });
  expect(basi.status).toBe(409);
  expect(basi.text).toContain('1 Juli 2025');
  expect(basi.text).toContain('31 Agustus 2025');
  expect((await petugas.buka(halaman)).text).toContain('Penghentian sudah berakhir');

  const milik = await sekretaris.buka(`/ormas/${ormas.id}/pembinaan`).expect(200);
  expect(milik.text).toContain('220/5-Rekaan');
  expect(milik.text).not.toContain(`href="${baru()}"`);
  const kotak = await sekretaris.buka('/notifikasi').expect(200);
  expect(kotak.text).toContain('Penghentian kegiatan dicatat di portal');
  expect((await sekretaris.buka(halaman)).text).toContain('Berakhir');
  const berkas = /href="(\/berkas\/[^"]+)"/.exec(milik.text)?.[1] ?? '';
  await sekretaris.buka(berkas).expect(200);
});

it('a wrong one is corrected, then cancelled: struck through, with the reasons, and nothing more to do', async () => {
  const halaman = await catat({ ...ISI, nomor: '220/salah-Rekaan' }, [['dokumen', surat, 'surat.pdf']]);
  const koreksi = `${halaman}/koreksi`;
  const terbuka = await petugas.buka(koreksi).expect(200);
  expect(terbuka.text).toContain('value="220/salah-Rekaan"');
  const isian = { ...ISI, jenis: 'peringatan', versi: versiDi(terbuka.text), alasan: '' };
  const tanpa = await kirim(petugas, { halaman: koreksi, aksi: koreksi, isian });
  expect(tanpa.status).toBe(422);
  expect(tanpa.text).toContain('href="#isian-alasan"');
  const jadi = await kirim(petugas, {
    halaman: koreksi,
    aksi: koreksi,
    isian: { ...isian, alasan: 'Salah ketik nomor.' },
  });
  expect(jadi.status).toBe(303);
  const baruHalaman = String(jadi.headers.location);
  const lama = await petugas.buka(halaman).expect(200);
  expect(lama.text).toContain('Salah ketik nomor.');
  expect(lama.text).toContain(`href="${baruHalaman}"`);
  expect(lama.text).not.toContain('Batalkan catatan ini');
  await petugas.buka(koreksi).expect(409);
  expect((await petugas.buka(baruHalaman)).text).toContain('surat.pdf');
  const batal = await petugas.kirim(baruHalaman, `${baruHalaman}/tindakan/batalkan`, {
    versi: '1',
    alasan: 'Salah ormas.',
  });
  expect(batal.status).toBe(303);
  const log = await petugas.buka(`/ormas/${ormas.id}/pembinaan`).expect(200);
  expect(log.text).toContain('<del>Peringatan tertulis</del>');
  expect(log.text).toContain('Salah ormas.');
});

it('a form sent twice is recorded once', async () => {
  const rahasia = await petugas.rahasia(baru());
  const isian = { ...ISI, jenis: 'pembinaan', nomor: '220/dua-Rekaan' };
  expect((await kirim(petugas, formulir(isian), rahasia)).status).toBe(303);
  expect((await kirim(petugas, formulir(isian), rahasia)).status).toBe(409);
  const [n] = await uji.db.query("SELECT COUNT(*) AS n FROM pembinaan WHERE nomor = '220/dua-Rekaan'");
  expect(Number(n.n)).toBe(1);
});

it.each([
  ['a text called PDF', Buffer.from('bukan pdf')],
  ['nothing', Buffer.alloc(0)],
])('a file that is %s is refused by name, nothing is recorded and what was typed stays', async (_apa, isi) => {
  const isian = { ...ISI, nomor: `220/tolak-${isi.length}` };
  const { status, text } = await kirim(
    petugas,
    formulir(isian, [
      ['dokumen', surat, 'baik.pdf'],
      ['dokumen', isi, 'rusak.pdf'],
    ]),
  );
  expect(status).toBe(422);
  expect(text).toContain('rusak.pdf');
  expect(text).toContain('Pilih lagi juga “baik.pdf”');
  expect(text).toContain(`value="${isian.nomor}"`);
  const [n] = await uji.db.query('SELECT COUNT(*) AS n FROM pembinaan WHERE nomor = ?', [isian.nomor]);
  expect(Number(n.n)).toBe(0);
});

it('someone else’s log is not found, and reading is not recording', async () => {
  const halaman = await catat();
  const lain = await buatOrmas(uji.db);
  const asing = await uji.masukSebagai('sekretaris', { ormasId: lain.id });
  for (const jalur of [halaman, `${halaman}/koreksi`, `/ormas/${ormas.id}/pembinaan`, baru()])
    await asing.buka(jalur).expect(404);
  const isian = { versi: '1', alasan: 'Tidak setuju.' };
  for (const t of ['akhiri', 'batalkan', 'dokumen'])
    expect((await asing.kirim('/akun/sandi', `${halaman}/tindakan/${t}`, isian)).status).toBe(404);
  await asing.buka('/pembinaan').expect(403);
  await sekretaris.buka(halaman).expect(200);
  await sekretaris.buka(baru()).expect(403);
  await sekretaris.buka(`${halaman}/koreksi`).expect(403);
  expect((await sekretaris.kirim('/akun/sandi', `${halaman}/tindakan/batalkan`, isian)).status).toBe(403);
  await petugas.buka('/pembinaan/0').expect(404);
  await petugas.buka('/pembinaan/999999').expect(404);
  expect((await petugas.kirim(halaman, `${halaman}/tindakan/hapus`, isian)).status).toBe(404);
});

it('the list of the city is read, narrowed, printed and taken along', async () => {
  const pimpinan = await uji.masukSebagai('pimpinan');
  const semua = await pimpinan.buka('/pembinaan').expect(200);
  expect(semua.text).toContain('Yayasan Bersanksi Rekaan');
  expect(semua.text).not.toContain('/pembinaan/belum-sejalan');
  await pimpinan.buka('/pembinaan/belum-sejalan').expect(403);
  const saring = await petugas.buka('/pembinaan?keadaan=batal&tahun=2025&opd=ngawur').expect(200);
  expect(saring.text).toContain('Disaring menurut');
  expect(saring.text).toContain('Dikoreksi');
  expect((await petugas.buka('/pembinaan?cari=tidak-ada-begini')).text).toContain(
    'Tidak ada catatan untuk saringan ini',
  );
  const cetak = await petugas.buka('/pembinaan/cetak?jenis=penghentian').expect(200);
  expect(cetak.text).toContain('Keadaan ');
  expect(cetak.text).not.toContain('Terapkan');
  const csv = await pimpinan.buka('/ekspor/pembinaan.csv?jenis=penghentian').expect(200);
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.text).toContain('220/5-Rekaan');
  await petugas.buka('/ekspor/pembinaan.xlsx').expect(200);
  await petugas.buka('/ekspor/pembinaan.pdf').expect(404);
  // Suspended, with a halt in force: both say the same. Without it they do not.
  expect((await petugas.buka('/pembinaan/belum-sejalan').expect(200)).text).toContain('Semuanya sejalan');
  await uji.db.query("UPDATE pembinaan SET sampai = '2025-12-31' WHERE jenis = 'penghentian' AND sampai IS NULL");
  expect((await petugas.buka('/pembinaan/belum-sejalan').expect(200)).text).toContain('Yayasan Bersanksi Rekaan');
});

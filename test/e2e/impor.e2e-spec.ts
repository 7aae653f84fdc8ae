import { buffer } from 'node:stream/consumers';
import { type Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { PERAN, type Peran } from '../../src/common/aktor.js';
import { bacaXlsx } from '../../src/infra/lembar/baca-xlsx.js';
import { bacaCsv } from '../../src/modules/ormas/impor/csv.js';
import { ImporMasukkanService } from '../../src/modules/ormas/impor-masukkan.service.js';
import { ImporPeriksaService } from '../../src/modules/ormas/impor-periksa.service.js';
import { JUDUL_PORTAL } from '../../src/modules/ormas/impor/tata-letak.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

const CSV = [
  'nama,kelurahan,npwp,telepon,ketua',
  'Forum Ekspor Rekaan,Gudang,00.000.123.4-000.000,089900000001,Melati Rekaan',
  '"Forum ""Kutip"", Rekaan",Empang,,,',
  'Forum Keliru Rekaan,Tidak Ada,,,',
].join('\n');

let uji: AplikasiUji;
let petugas: Pengunjung;
beforeAll(async () => {
  uji = await aplikasiUji();
  petugas = await uji.masukSebagai('petugas');
});
afterAll(() => uji.tutup());

const layanan = <T>(kelas: new (...args: never[]) => T): T => uji.app.get(kelas, { strict: false });

async function kirimBerkas(
  siapa: Pengunjung,
  isi: string | Buffer,
  nama = 'register.csv',
  rahasia?: Record<string, string>,
) {
  const { _csrf, _formulir } = { ...(await siapa.rahasia('/impor')), ...rahasia };
  return siapa.agen
    .post('/impor')
    .set('Accept', 'text/html')
    .field('_csrf', _csrf)
    .field('_formulir', _formulir)
    .attach('berkas', Buffer.from(isi), nama);
}
const idDari = (alamat: unknown): number => Number(/^\/impor\/(\d+)$/.exec(String(alamat))?.[1]);
const versi = (html: string): string => /name="versi" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('the page of imports', () => {
  it.each(PERAN)('opens for petugas and admin only: %s', async (peran) => {
    const orang = await uji.masukSebagai(peran, await lingkup(peran));
    const boleh = ['petugas', 'admin'].includes(peran);
    for (const jalur of ['/impor', '/impor/template.csv', '/impor/template.xlsx'])
      expect([jalur, (await orang.buka(jalur)).status]).toEqual([jalur, boleh ? 200 : 403]);
    expect((await kirimBerkasLewat(orang)).status).toBe(boleh ? 303 : 403);
    expect((await orang.buka('/')).text.includes('href="/impor"')).toBe(boleh);
  });

  it('gives templates that the importer itself reads, with an example it refuses', async () => {
    const { rekaman } = bacaCsv(Buffer.from((await petugas.buka('/impor/template.csv')).text));
    expect(rekaman[0]?.sel).toEqual(JUDUL_PORTAL);
    const jawaban = await petugas.buka('/impor/template.xlsx').buffer(true).parse(mentah);
    const isi = jawaban.body as Buffer;
    expect((await bacaXlsx(isi, { baris: 9, kolom: 99 }))[0]?.sel).toEqual(JUDUL_PORTAL);
    const id = idDari((await kirimBerkas(petugas, isi, 'template.xlsx')).headers.location);
    await layanan(ImporPeriksaService).periksa(id);
    expect((await petugas.buka(`/impor/${id}`)).text).toContain('baris contoh dari template');
    await petugas.kirim(`/impor/${id}`, `/impor/${id}/batalkan`);
  });

  it.each<[string, string | Buffer, string]>([
    ['zero bytes', '', '0 bita'],
    ['a wrong kind', '%PDF-1.7 rekaan', 'Berkas ini PDF, bukan CSV atau XLSX.'],
    ['headings of no register', 'a,b\n1,2', 'tidak dikenali'],
  ])('says at the field what is wrong with %s', async (_, isi, kata) => {
    const jawaban = await kirimBerkas(petugas, isi);
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain(kata);
    expect(jawaban.text).toContain('href="#isian-berkas"');
  });

  it('refuses what is too large, and a form without a file', async () => {
    const besar = await kirimBerkas(petugas, Buffer.alloc(10 * 1024 * 1024 + 1, 65));
    expect([besar.status, besar.text.includes('terlalu besar (10,5 MB)')]).toEqual([422, true]);
    const { _csrf, _formulir } = await petugas.rahasia('/impor');
    const jawaban = await petugas.agen.post('/impor').field('_csrf', _csrf).field('_formulir', _formulir);
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain('Pilih berkas register dahulu');
  });
});

describe('a register on its way', () => {
  let id: number;
  let halaman: string;

  it('is sent once however often the form is sent, and waits with its progress', async () => {
    const rahasia = await petugas.rahasia('/impor');
    const pertama = await kirimBerkas(petugas, CSV, 'register.csv', rahasia);
    id = idDari(pertama.headers.location);
    halaman = `/impor/${id}`;
    expect((await kirimBerkas(petugas, CSV, 'register.csv', rahasia)).status).toBe(409);
    expect((await kirimBerkas(petugas, CSV)).headers.location).toBe(halaman);
    const { text } = await petugas.buka(halaman);
    expect(text).toContain('Menunggu giliran diperiksa');
    expect(text).toContain(`data-sse="${halaman}/aliran"`);
    expect(text).toContain('http-equiv="refresh"');
    await layanan(ImporPeriksaService).periksa(id);
  });

  it('shows every line with its outcome, filtered and linked', async () => {
    const { text } = await petugas.buka(halaman);
    expect(text).toContain('2 diterima, 1 ditolak');
    expect(text).toContain('Masukkan 2 ormas');
    expect(text).toContain('bukan kelurahan di Kota Bogor');
    const ditolak = (await petugas.buka(`${halaman}?hasil=ditolak`)).text;
    expect([ditolak.includes('Forum Keliru'), ditolak.includes('Forum Ekspor')]).toEqual([true, false]);
    const aliran = await petugas.agen.get(`${halaman}/aliran`);
    expect(aliran.text).toContain('"tuntas":true');
  });

  it('is nobody else’s', async () => {
    const lain = await uji.masukSebagai('petugas');
    for (const jalur of [halaman, `${halaman}/aliran`, `${halaman}/baris/2`])
      expect((await lain.buka(jalur)).status).toBe(404);
    for (const aksi of ['masukkan', 'batalkan', 'baris/2', 'baris/2/lewati'])
      expect((await lain.kirim('/impor', `${halaman}/${aksi}`, { versi: '1' })).status).toBe(404);
    expect((await lain.buka('/impor/99999')).status).toBe(404);
    expect((await lain.buka('/impor/x')).status).toBe(404);
    expect((await lain.buka('/impor')).text).not.toContain('register.csv');
  });

  it('has a line corrected, with every fault at its field and nothing typed lost', async () => {
    const baris = `${halaman}/baris/4`;
    const isian = { kolom0: 'Forum <b>Diketik</b> Rekaan', kolom1: 'Entah', kolom2: '12', kolom3: '', kolom4: '' };
    const salah = await petugas.kirim(baris, baris, { versi: '1', ...isian });
    expect(salah.status).toBe(422);
    expect(salah.text).toContain('href="#isian-kolom1"');
    expect(salah.text).toContain('value="Forum &lt;b&gt;Diketik');
    const benar = { versi: '1', ...isian, kolom1: 'Paledang', kolom2: '' };
    expect((await petugas.kirim(baris, baris, benar)).headers.location).toBe(halaman);
    expect((await petugas.kirim(baris, baris, { ...benar, kolom0: 'Forum Lain Rekaan' })).status).toBe(409);
    expect((await petugas.buka(`${halaman}?hasil=dikoreksi`)).text).toContain('Dikoreksi oleh Uji petugas');
    const lewati = await petugas.kirim(baris, `${baris}/lewati`, { versi: '2', dilewati: '1' });
    expect(lewati.status).toBe(303);
    expect((await petugas.buka(halaman)).text).toContain('1 ditinggalkan');
  });

  it('is taken in from a fresh page only, and then says what became of it', async () => {
    expect((await petugas.kirim(halaman, `${halaman}/masukkan`, { versi: '1' })).status).toBe(409);
    const kini = versi((await petugas.buka(halaman)).text);
    expect((await petugas.kirim(halaman, `${halaman}/masukkan`, { versi: kini })).headers.location).toBe(halaman);
    expect((await petugas.buka(halaman)).text).toContain('Memasukkan 0 dari 2 ormas');
    expect((await petugas.kirim('/impor', `${halaman}/batalkan`)).status).toBe(409);
    await layanan(ImporMasukkanService).masukkan(id);
    expect((await petugas.buka(halaman)).text).toContain('2 ormas masuk ke register');
    expect((await petugas.buka('/ormas')).text).toContain('Forum Ekspor Rekaan');
  });

  it('is cancelled without a trace of its lines', async () => {
    const lain = idDari((await kirimBerkas(petugas, `${CSV}\nForum Batal Rekaan,Gudang,,,`)).headers.location);
    await layanan(ImporPeriksaService).periksa(lain);
    expect((await petugas.buka(`/impor/${lain}`)).text).toMatch(/href="\/ormas\/\d+">Forum Ekspor Rekaan/);
    expect((await petugas.kirim(`/impor/${lain}`, `/impor/${lain}/batalkan`)).headers.location).toBe('/impor');
    expect((await petugas.buka(`/impor/${lain}`)).status).toBe(404);
    const [{ n } = { n: '' }] = await uji.db.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM impor_baris WHERE impor_id = ?',
      [lain],
    );
    expect(Number(n)).toBe(0);
  });
});

describe('the list of ormas as a file', () => {
  const csv = async (siapa: Pengunjung, kueri = '') =>
    bacaCsv(Buffer.from((await siapa.buka(`/ekspor/ormas.csv${kueri}`)).text)).rekaman.map((r) => r.sel);

  it.each(PERAN)('is for who sees the list, personal columns for few: %s', async (peran) => {
    const orang = await uji.masukSebagai(peran, await lingkup(peran));
    const jawaban = await orang.buka('/ekspor/ormas.csv');
    expect(jawaban.status).toBe(peran === 'sekretaris' ? 403 : 200);
    expect((await orang.buka('/ekspor/ormas.xlsx').buffer(true).parse(mentah)).status).toBe(jawaban.status);
    const pribadi = ['petugas', 'kabid', 'kaban'].includes(peran);
    for (const kata of ['NPWP', 'Telepon', 'Nama ketua', 'Melati Rekaan', '0899-0000-0001'])
      expect([kata, jawaban.text.includes(kata)]).toEqual([kata, pribadi]);
    // The ormas has no cluster: an OPD does not get it.
    expect(jawaban.text.includes('Forum Ekspor Rekaan')).toBe(!['opd', 'sekretaris'].includes(peran));
  });

  it('has the headings in words, the filters of the list, and a name that tells both', async () => {
    const semua = await csv(petugas);
    expect(semua[0]?.slice(0, 3)).toEqual(['Nama ormas', 'Status', 'Bentuk']);
    expect(semua.map((s) => s[0])).toEqual(['Nama ormas', 'Forum "Kutip", Rekaan', 'Forum Ekspor Rekaan', 'Z']);
    expect((await csv(petugas, '?kelurahan=gudang')).slice(1).map((s) => s[0])).toEqual(['Forum Ekspor Rekaan']);
    expect((await csv(petugas, '?cari=kutip')).slice(1).map((s) => s[0])).toEqual(['Forum "Kutip", Rekaan']);
    const { headers } = await petugas.buka('/ekspor/ormas.csv?kelurahan=gudang');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="ormas-\d{4}-\d\d-\d\d-kelurahan-gudang\.csv"$/,
    );
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect((await petugas.buka('/ormas?kelurahan=gudang')).text).toMatch(
      /href="\/ekspor\/ormas\.xlsx\?kelurahan(=|&#x3D;)gudang"/,
    );
    expect((await petugas.buka('/ekspor/ormas.pdf')).status).toBe(404);
  });

  it('says the same as a workbook', async () => {
    const isi = (await petugas.buka('/ekspor/ormas.xlsx').buffer(true).parse(mentah)).body as Buffer;
    const baris = await bacaXlsx(isi, { baris: 99, kolom: 99 });
    expect(baris.map((b) => b.sel[0])).toEqual((await csv(petugas)).map((s) => s[0]));
  });

  it('stands in the audit trail with filter and number of rows', async () => {
    await petugas.buka('/ekspor/ormas.csv?kelurahan=gudang');
    const [jejak] = await uji.db.query<{ ringkasan: string; rincian: string }[]>(
      "SELECT ringkasan, rincian FROM audit WHERE aksi = 'ormas.ekspor' ORDER BY id DESC LIMIT 1",
    );
    expect(jejak?.ringkasan).toBe('Daftar ormas diunduh (CSV): 1 ormas, dengan kontak dan NPWP');
    expect(JSON.parse(jejak?.rincian ?? '')).toEqual({ saringan: { kelurahan: 'gudang' }, jumlah: 1, pribadi: true });
  });

  it('marks what looks like a formula', async () => {
    await uji.db.query("UPDATE ormas SET alamat = '=HYPERLINK(1)' WHERE nama = 'Forum Ekspor Rekaan'");
    expect((await petugas.buka('/ekspor/ormas.csv')).text).toContain(`"'=HYPERLINK(1)"`);
  });

  it('is read no further when the connection is cut', async () => {
    await uji.db.query(
      `INSERT INTO ormas (nama, nama_normal, cari, bentuk, status, luar_domisili, sumber, dibuat_pada, diubah_pada)
       SELECT CONCAT('Perkumpulan Banyak ', a.i, '-', b.i, '-', c.i), CONCAT(a.i, b.i, c.i), 'x', 'perkumpulan', 'terdaftar', 1, 'uji', NOW(), NOW()
       FROM (${angka(40)}) a, (${angka(40)}) b, (${angka(40)}) c`,
    );
    const ongkos = async (kerja: () => Promise<unknown>): Promise<number> => {
      const sebelum = kueri();
      await kerja();
      return kueri() - sebelum;
    };
    const utuh = async (): Promise<void> => {
      expect((await petugas.buka('/ekspor/ormas.csv')).text.split('\r\n')).toHaveLength(64_000 + 3 + 2);
    };
    const kueri = hitungKueri(uji.app.get(DataSource, { strict: false }));
    const satu = await ongkos(utuh);
    // The whole export behind the one that was cut gives that time to go on, if it did.
    const putusLaluUtuh = await ongkos(async () => {
      await petugas
        .buka('/ekspor/ormas.csv')
        .buffer(false)
        .parse((res, selesai) => {
          (res as unknown as Readable).once('data', () => {
            (res as unknown as Readable).destroy();
            selesai(null, null);
          });
        });
      await utuh();
    });
    expect(satu).toBeGreaterThan(64);
    expect(putusLaluUtuh).toBeLessThan(satu * 1.7);
  }, 120_000);
});

const angka = (n: number): string => Array.from({ length: n }, (_, i) => `SELECT ${i} AS i`).join(' UNION ALL ');
/** How many queries the portal has asked since; the server's own count holds those of other tests too. */
function hitungKueri(db: DataSource): () => number {
  const asli = db.query.bind(db);
  let n = 0;
  db.query = (...isi: Parameters<typeof asli>) => {
    n++;
    return asli(...isi);
  };
  return () => n;
}
const mentah = (res: unknown, selesai: (galat: Error | null, isi: Buffer) => void): void => {
  buffer(res as Readable).then(
    (isi) => selesai(null, isi),
    (galat: unknown) => selesai(galat as Error, Buffer.alloc(0)),
  );
};

async function lingkup(peran: Peran): Promise<{ opdId?: number; ormasId?: number }> {
  if (peran === 'opd')
    return { opdId: (await uji.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM opd'))[0]?.id ?? 0 };
  if (peran !== 'sekretaris') return {};
  const [ada] = await uji.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM ormas');
  if (ada?.id) return { ormasId: ada.id };
  await uji.db.query(
    "INSERT INTO ormas (nama, nama_normal, cari, bentuk, status, luar_domisili, sumber, dibuat_pada, diubah_pada) VALUES ('Z', 'z', 'z', 'perkumpulan', 'bubar', 1, 'uji', NOW(), NOW())",
  );
  return lingkup(peran);
}

/** A file sent with the tokens of a page that every role has. */
async function kirimBerkasLewat(orang: Pengunjung) {
  const { _csrf, _formulir } = await orang.rahasia('/akun/sandi');
  return orang.agen
    .post('/impor')
    .field('_csrf', _csrf)
    .field('_formulir', _formulir)
    .attach('berkas', Buffer.from('nama,kelurahan\nForum Peran Rekaan,Gudang'), 'a.csv');
}

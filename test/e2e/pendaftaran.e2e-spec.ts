import { PDFDocument } from '@cantoo/pdf-lib';
import { tanggal } from '../../src/common/format.js';
import { tanggalWib } from '../../src/common/tanggal.js';
import { dokumenDiminta } from '../../src/modules/pendaftaran/pendaftaran.aturan.js';
import { BukaAkunService } from '../../src/modules/akun/buka-akun.service.js';
import { FORMULIR } from '../../src/modules/pendaftaran/formulir.data.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { jawabanContoh } from '../factories/jawaban-pendaftaran.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

let uji: AplikasiUji;
let petugas: Pengunjung;
const SANDI = 'hujan-sore-di-kebun-raya';

beforeAll(async () => {
  uji = await aplikasiUji();
  petugas = await uji.masukSebagai('petugas');
});
afterAll(() => uji.tutup());

/** Opens an account as a visitor does, with the link that an officer hands over; returns the signed-in visitor. */
async function bukaAkun(surel: string): Promise<Pengunjung> {
  const tamu = uji.tamu();
  const minta = await tamu.kirim('/daftar', '/daftar', { nama: 'Pemohon Rekaan', surel, sandiBaru: SANDI });
  expect([minta.status, minta.headers.location]).toEqual([303, '/daftar/terkirim']);
  const daftar = (await petugas.buka('/daftar/menunggu')).text;
  const aksi = /action="(\/daftar\/menunggu\/\d+\/tautan)"/.exec(daftar)?.[1] ?? '';
  const { text } = await petugas.kirim('/daftar/menunggu', aksi);
  const jalur = /http:\/\/localhost(\/daftar\/konfirmasi\/[\w-]+)/.exec(text)?.[1] ?? '';
  const salah = await tamu.kirim(jalur, jalur, { sandi: 'bukan kata sandinya' });
  expect(salah.status).toBe(422);
  expect((await tamu.kirim(jalur, jalur, { sandi: SANDI })).status).toBe(303);
  expect((await uji.tamu().buka(jalur)).status).toBe(410);
  return tamu;
}

const lokasi = (j: { headers: Record<string, string> }): string => j.headers.location ?? '';

/** Sends a document with its file as a browser does. */
async function lampirkan(
  orang: Pengunjung,
  jalur: string,
  isian: Record<string, string>,
  ...berkas: [Buffer, string][]
) {
  const { text } = await orang.buka(jalur);
  const nilai = (nama: string): string => new RegExp(`name="${nama}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  const kirim = orang.agen.post(jalur).set('Accept', 'text/html');
  const semua = { _csrf: nilai('_csrf'), _formulir: nilai('_formulir'), versi: nilai('versi'), lanjut: 'ya', ...isian };
  for (const [nama, isi] of Object.entries(semua)) void kirim.field(nama, isi);
  for (const [isi, nama] of berkas) void kirim.attach('berkas', isi, nama);
  return kirim;
}

/** Sends a form with the version that its page shows. */
async function kirim(orang: Pengunjung, halaman: string, aksi: string, isian: Record<string, string | string[]> = {}) {
  const { text } = await orang.buka(halaman);
  const versi = /name="versi" value="(\d+)"/.exec(text)?.[1] ?? '';
  return orang.kirim(halaman, aksi, { versi, ...isian });
}

describe('from a visitor to an ormas of the register, over HTTP', () => {
  it('goes the whole way: account, form, documents, return, mending, verification, approval', async () => {
    const pemohon = await bukaAkun('melati@contoh.invalid');
    const mulai = await pemohon.kirim('/pendaftaran', '/pendaftaran');
    const rinci = lokasi(mulai);
    expect(rinci).toMatch(/^\/pendaftaran\/\d+$/);

    const jawaban = jawabanContoh() as Record<string, string | string[]>;
    const [pertama] = FORMULIR;
    const salah = await kirim(pemohon, `${rinci}/isi/${pertama?.kode}`, `${rinci}/isi/${pertama?.kode}`, {
      nama: 'Yayasan "Rekaan" <b>',
    });
    expect(salah.status).toBe(422);
    expect(salah.text).toContain('Pilih bentuk organisasi.');
    expect(salah.text).toContain('value="Yayasan &quot;Rekaan&quot; &lt;b&gt;"');
    for (const h of FORMULIR) {
      const jalur = `${rinci}/isi/${h.kode}`;
      const isi = Object.fromEntries(h.kolom.map((k) => [k.nama, jawaban[k.nama] ?? '']));
      expect([h.kode, (await kirim(pemohon, jalur, jalur, isi)).status]).toEqual([h.kode, 303]);
    }
    const kurang = await kirim(pemohon, `${rinci}/isi/identitas`, `${rinci}/ajukan`);
    expect(kurang.status).toBe(422);
    expect(kurang.text).toContain('Lampirkan KTP ketua.');

    for (const { dokumen: d, wajib } of dokumenDiminta(jawaban)) {
      if (!wajib) continue;
      const jalur = `${rinci}/dokumen/${d.kode}`;
      const isian = {
        ...(d.nomor !== 'tidak' && { nomor: `${d.kode}/1` }),
        ...(d.tanggal !== 'tidak' && { tanggal: '15/01/2025' }),
        ...(d.berlaku !== 'tidak' && { berlakuSampai: '2099-12-31' }),
      };
      if (d.kode === 'permohonan') {
        const kosong = await lampirkan(pemohon, jalur, isian, [Buffer.alloc(0), 'kosong.pdf']);
        expect(kosong.status).toBe(422);
        expect(kosong.text).toContain('kosong.pdf');
        expect(kosong.text).toContain('value="permohonan/1"');
        expect((await lampirkan(pemohon, jalur, isian, [Buffer.from('MZ program'), 'a.pdf'])).status).toBe(422);
        const campur = await lampirkan(
          pemohon,
          jalur,
          isian,
          [await pdfContoh('a'), 'a.pdf'],
          [await fotoContoh(), 'b.jpg'],
        );
        expect([campur.status, campur.text.includes('“a.pdf” adalah PDF. Kirim satu PDF saja')]).toEqual([422, true]);
        expect(campur.text).toContain('value="permohonan/1"');
        // A phone that makes no PDF: a photo of each page, together one document.
        const lembar = await Promise.all(['#fff', '#eee', '#ddd'].map((w) => fotoContoh(w)));
        const difoto = await lampirkan(
          pemohon,
          jalur,
          isian,
          ...lembar.map((b, i): [Buffer, string] => [b, `halaman ${i + 1}.jpg`]),
        );
        expect(difoto.status).toBe(303);
        const { text } = await pemohon.buka(jalur);
        const [, alamat = ''] = /href="(\/berkas\/[\w-]+)">halaman 1\.pdf/.exec(text) ?? [];
        const { body } = await pemohon.agen.get(alamat).buffer().responseType('blob').expect(200);
        expect((await PDFDocument.load(body as Buffer)).getPageCount()).toBe(3);
        continue;
      }
      if (d.terima === 'dokumen') {
        const foto = await lampirkan(pemohon, jalur, isian, [await fotoContoh(), 'foto.jpg']);
        expect([foto.status, foto.text.includes('“foto.jpg” bukan PDF. Di sini hanya PDF')]).toEqual([422, true]);
        expect(foto.text).not.toContain('(JPEG, PNG, WebP)');
      }
      const berkas: [Buffer, string] =
        d.terima === 'foto' ? [await fotoContoh(), 'foto.jpg'] : [await pdfContoh(d.nama), `${d.kode}.pdf`];
      expect([d.kode, (await lampirkan(pemohon, jalur, isian, berkas)).status]).toEqual([d.kode, 303]);
    }
    const kirimanPertama = await kirim(pemohon, `${rinci}/periksa`, `${rinci}/ajukan`);
    expect([kirimanPertama.status, lokasi(kirimanPertama)]).toEqual([303, rinci]);
    expect((await pemohon.buka(rinci)).text).toContain('Sisa 15 hari kerja');
    expect((await pemohon.buka(`${rinci}/isi/alamat`)).status).toBe(409);

    expect((await petugas.buka('/pendaftaran')).text).toContain('Yayasan Rekaan Melati Pagi');
    expect((await petugas.kirim(rinci, `${rinci}/tindakan/ambil`)).status).toBe(303);
    const tanpaKata = await kirim(petugas, rinci, `${rinci}/pemeriksaan`, { 'putusan-domisili': 'tidak-sesuai' });
    expect(tanpaKata.status).toBe(422);
    expect(tanpaKata.text).toContain('Tulis apa yang tidak sesuai');
    const temuan = {
      'putusan-domisili': 'tidak-sesuai',
      'catatan-dokumen-domisili': 'Alamat pada surat berbeda.',
      'catatan-alamat': 'Sesuaikan dengan surat domisili.',
    };
    expect((await kirim(petugas, rinci, `${rinci}/pemeriksaan`, temuan)).status).toBe(303);
    expect((await kirim(petugas, rinci, `${rinci}/keputusan`, { keputusan: 'verifikasi' })).status).toBe(422);
    expect((await kirim(petugas, rinci, `${rinci}/keputusan`, { keputusan: 'kembalikan' })).status).toBe(303);

    const kembali = (await pemohon.buka(rinci)).text;
    expect(kembali).toContain('Berhenti selama menunggu perbaikan');
    expect((await pemohon.buka(`${rinci}/isi/alamat`)).text).toContain('Sesuaikan dengan surat domisili.');
    expect((await pemohon.buka(`${rinci}/dokumen/domisili`)).text).toContain('Alamat pada surat berbeda.');
    const alamat = Object.fromEntries(
      FORMULIR.filter((h) => h.kode === 'alamat').flatMap((h) => h.kolom.map((k) => [k.nama, jawaban[k.nama] ?? ''])),
    );
    const jalurAlamat = `${rinci}/isi/alamat`;
    await kirim(pemohon, jalurAlamat, jalurAlamat, { ...alamat, alamat: 'Jalan Rekaan Nomor 21' });
    expect((await kirim(pemohon, `${rinci}/periksa`, `${rinci}/ajukan`)).status).toBe(303);

    const lagi = (await petugas.buka(rinci)).text;
    expect(lagi).toContain('Yang berubah sejak pengajuan sebelumnya');
    expect(lagi).toContain('Jalan Rekaan Nomor 21');
    const sesuai = Object.fromEntries(dokumenDiminta(jawaban).map((d) => [`putusan-${d.dokumen.kode}`, 'sesuai']));
    expect((await kirim(petugas, rinci, `${rinci}/pemeriksaan`, sesuai)).status).toBe(303);
    expect((await kirim(petugas, rinci, `${rinci}/keputusan`, { keputusan: 'verifikasi' })).status).toBe(303);
    expect((await kirim(petugas, rinci, `${rinci}/tindakan/daftarkan`)).status).toBe(403);

    const kabid = await uji.masukSebagai('kabid');
    expect((await kabid.buka('/pendaftaran')).text).toContain('Yayasan Rekaan Melati Pagi');
    expect((await kirim(kabid, rinci, `${rinci}/tindakan/daftarkan`)).status).toBe(303);
    const ormas = /href="(\/ormas\/\d+)"/.exec((await kabid.buka(rinci)).text)?.[1] ?? '';
    expect((await pemohon.buka(ormas)).status).toBe(200);
    expect((await pemohon.buka('/pendaftaran')).status).toBe(303);
    expect((await pemohon.buka(rinci)).text).toContain('Organisasi Anda sudah terdaftar');
    // On its first day it is asked nothing that only a year in the register could answer.
    const beranda = (await pemohon.buka('/').expect(200)).text;
    for (const kata of ['masih sama?', 'Perlu dipastikan', 'Isi penilaian mandiri'])
      expect(beranda).not.toContain(kata);
    expect(beranda).toContain(`dipastikan ${tanggal(tanggalWib(new Date()))}`);
    const [{ ormasId } = { ormasId: 0 }] = await uji.db.query<{ ormasId: number }[]>(
      'SELECT MAX(id) AS ormasId FROM ormas',
    );
    const halaman = (await petugas.buka(`/ormas/${ormasId}`).expect(200)).text;
    expect([halaman.includes('Baru terdaftar'), halaman.includes('Tidak aktif')]).toEqual([true, false]);
    expect([halaman.includes('Masih benar'), halaman.includes('Perlu dipastikan')]).toEqual([true, false]);
  });

  it('says the same of a known and an unknown e-mail, and keeps nothing for a known one', async () => {
    const jawab = async (surel: string) => {
      const j = await uji.tamu().kirim('/daftar', '/daftar', { nama: 'Penanya', surel, sandiBaru: SANDI });
      return [j.status, lokasi(j)];
    };
    expect(await jawab('melati@contoh.invalid')).toEqual(await jawab('belum-ada@contoh.invalid'));
    const calon = await uji.db.query<{ surel: string }[]>('SELECT surel FROM calon_akun');
    expect(calon.map((c) => c.surel)).toEqual(['belum-ada@contoh.invalid']);
  });

  it('keeps the pages of applicants from everybody else, and theirs from the rest of the portal', async () => {
    const lain = await bukaAkun('kenanga@contoh.invalid');
    for (const jalur of ['/pendaftaran/1', '/pendaftaran/1/isi/alamat', '/pendaftaran/1/periksa']) {
      expect([jalur, (await lain.buka(jalur)).status]).toEqual([jalur, 404]);
    }
    for (const jalur of ['/ormas', '/klaster', '/kegiatan', '/penilaian', '/laporan', '/audit', '/daftar/menunggu']) {
      expect([jalur, (await lain.buka(jalur)).status]).toEqual([jalur, 403]);
    }
    expect((await lain.buka('/')).headers.location).toBe('/pendaftaran');
    for (const peran of ['opd', 'pimpinan', 'admin'] as const) {
      const opd = await uji.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM opd');
      const orang = await uji.masukSebagai(peran, peran === 'opd' ? { opdId: opd[0]?.id ?? 0 } : {});
      expect([peran, (await orang.buka('/pendaftaran')).status]).toEqual([peran, 403]);
      expect([peran, (await orang.buka('/pendaftaran/1')).status]).toEqual([peran, 404]);
    }
  });

  describe('the list of those who wait', () => {
    const MENUNGGU = '/daftar/menunggu';
    const jejak = (aksi: string) =>
      uji.db.query<{ objekId: string; isi: string }[]>(
        `SELECT objek_id AS objekId, CONCAT_WS(' ', aktor_nama, ringkasan, rincian) AS isi FROM audit WHERE aksi = ? ORDER BY id`,
        [aksi],
      );
    const minta = (surel: string, nama = 'Pemohon Rekaan', alamat = '203.0.113.5') =>
      uji.app.get(BukaAkunService, { strict: false }).minta({ surel, nama, sandi: SANDI }, alamat);
    const menunggu = (surel: string) =>
      uji.db.query<{ id: number; nama: string }[]>('SELECT id, nama FROM calon_akun WHERE surel = ?', [surel]);

    beforeEach(async () => {
      await uji.db.query('DELETE FROM percobaan_masuk');
      await uji.db.query('DELETE FROM calon_akun');
    });

    it('finds the one who came after hundreds of others by name, by e-mail and by turning pages', async () => {
      const kini = new Date();
      const besok = new Date(kini.getTime() + 86_400_000);
      const sampah = Array.from({ length: 230 }, (_, n) => [
        `sampah${n}@contoh.invalid`,
        'Tanpa Maksud',
        'x',
        kini,
        besok,
      ]);
      await uji.db.query('INSERT INTO calon_akun (surel, nama, sandi, dibuat_pada, kedaluwarsa_pada) VALUES ?', [
        sampah,
      ]);
      await minta('teratai@contoh.invalid', 'Teratai Rekaan');
      expect((await petugas.buka(MENUNGGU)).text).not.toContain('teratai@contoh.invalid');
      expect((await petugas.buka(`${MENUNGGU}?halaman=10`)).text).toContain('teratai@contoh.invalid');

      const nama = await petugas.kirim(MENUNGGU, `${MENUNGGU}/cari`, { cari: 'teratai rek' });
      expect([nama.status, lokasi(nama)]).toEqual([303, `${MENUNGGU}?cari=teratai+rek`]);
      expect((await petugas.buka(lokasi(nama))).text).toContain('teratai@contoh.invalid');

      const surel = await petugas.kirim(MENUNGGU, `${MENUNGGU}/cari`, { cari: 'teratai@contoh' });
      expect([surel.status, surel.text.includes('Teratai Rekaan')]).toEqual([200, true]);
      expect(surel.text).not.toMatch(/(?:href|action)="[^"]*(?:@|%40)/);
      expect((await petugas.buka(`${MENUNGGU}?cari=tidak+ada`)).text).toContain('Tidak ada yang cocok');
      expect((await petugas.buka(`${MENUNGGU}?cari=%25_`)).text).toContain('Tidak ada yang cocok');
    });

    it('takes out what an officer removes, leads back to where they were, and tells it in the trail without a name', async () => {
      const sekretaris = await bukaAkun('dahlia@contoh.invalid');
      await minta('hapus@contoh.invalid', 'Penghapus Rekaan');
      const [calon] = await menunggu('hapus@contoh.invalid');
      const id = calon?.id ?? 0;
      const asal = `${MENUNGGU}?cari=rekaan`;
      expect((await sekretaris.kirim('/akun/sandi', `${MENUNGGU}/${id}/hapus`)).status).toBe(403);
      const j = await petugas.kirim(asal, `${MENUNGGU}/${id}/hapus`, { asal });
      expect([j.status, lokasi(j)]).toEqual([303, asal]);
      expect(await menunggu('hapus@contoh.invalid')).toEqual([]);
      expect((await petugas.kirim(asal, `${MENUNGGU}/${id}/hapus`, { asal })).status).toBe(404);
      for (const aksi of ['akun.minta', 'akun.hapus-calon']) {
        const baris = (await jejak(aksi)).filter((b) => b.objekId === String(id));
        expect([aksi, baris.length]).toEqual([aksi, 1]);
        expect(baris[0]?.isi).not.toMatch(/Penghapus|hapus@/);
      }
    });

    it('keeps one request of an e-mail, the newest, also when several come at once', async () => {
      // Nobody can insert until all four stand within their transactions: each that looks meanwhile finds nothing there.
      const penahan = uji.db.createQueryRunner();
      await penahan.startTransaction('REPEATABLE READ');
      await penahan.query("SELECT id FROM calon_akun WHERE surel = 'ganda@contoh.invalid' FOR UPDATE");
      const empat = Promise.all(
        [1, 2, 3, 4].map((n) => minta('ganda@contoh.invalid', `Rekaan ${n}`, `203.0.113.${n}`)),
      );
      const tertahan = async () => {
        const [baris] = await uji.db.query<{ n: string }[]>(
          `SELECT COUNT(*) AS n FROM information_schema.processlist
           WHERE db = DATABASE() AND (info LIKE 'INSERT INTO calon_akun%' OR info LIKE 'SELECT kunci FROM percobaan_masuk%FOR UPDATE')`,
        );
        return Number(baris?.n);
      };
      try {
        while ((await tertahan()) < 4);
      } finally {
        await penahan.rollbackTransaction();
        await penahan.release();
      }
      await empat;
      const bersama = await menunggu('ganda@contoh.invalid');
      expect(bersama).toHaveLength(1);
      const [pertama] = bersama;
      await minta('ganda@contoh.invalid', 'Rekaan Terakhir');
      const kini = await menunggu('ganda@contoh.invalid');
      expect(kini.map((c) => c.nama)).toEqual(['Rekaan Terakhir']);
      // What an officer still sees on an older page is no longer there: no link for words that were not read.
      expect((await petugas.kirim(MENUNGGU, `${MENUNGGU}/${pertama?.id}/tautan`)).status).toBe(404);
    });

    it('lets nobody replace a request whose link was handed over', async () => {
      await minta('kantil@contoh.invalid', 'Kantil Rekaan');
      const [calon] = await menunggu('kantil@contoh.invalid');
      const { text } = await petugas.kirim(MENUNGGU, `${MENUNGGU}/${calon?.id}/tautan`);
      expect(text).toContain('Tautan untuk kantil@contoh.invalid');
      await minta('kantil@contoh.invalid', 'Orang Lain Rekaan');
      expect(await menunggu('kantil@contoh.invalid')).toEqual([{ id: calon?.id, nama: 'Kantil Rekaan' }]);
    });
  });

  it('stops whoever asks for account after account', async () => {
    await uji.db.query('DELETE FROM percobaan_masuk');
    const status: number[] = [];
    for (let i = 0; i < 7; i++) {
      const isian = { nama: 'Penanya', surel: 'ulang@contoh.invalid', sandiBaru: SANDI };
      status.push((await uji.tamu().kirim('/daftar', '/daftar', isian)).status);
    }
    expect(status).toEqual([303, 303, 303, 303, 303, 429, 429]);
  });
});

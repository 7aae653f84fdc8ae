import { type Browser, type HTTPRequest } from 'puppeteer';
import { type Aktor } from '../../src/common/aktor.js';
import { tanggalWib } from '../../src/common/tanggal.js';
import { KegiatanService } from '../../src/modules/kegiatan/kegiatan.service.js';
import { ISIAN_KOSONG, type IsianKegiatan } from '../../src/modules/kegiatan/kegiatan.types.js';
import { BeritaAcaraService } from '../../src/modules/lapangan/berita-acara.service.js';
import { PendaftaranService } from '../../src/modules/pendaftaran/pendaftaran.service.js';
import { BacaPendaftaranService } from '../../src/modules/pendaftaran/baca-pendaftaran.service.js';
import { beritaAcaraContoh, kunjunganTertulis } from '../factories/kunjungan.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;
let petugas: Orang;
let ormasId: number;

type Orang = Pengunjung & { surel: string; sandi: string; aktor: Aktor };

beforeAll(async () => {
  uji = await aplikasiUji();
  petugas = await orangBaru('petugas');
  ormasId = (await buatOrmas(uji.db, { nama: 'Yayasan Contoh Isian Panjang' })).id;
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban?.close();
  await uji?.tutup();
});

async function orangBaru(peran: 'petugas' | 'sekretaris', lingkup = {}): Promise<Orang> {
  const orang = await uji.masukSebagai(peran, lingkup);
  if (!orang.aktor) throw new Error('Not signed in');
  return orang as Orang;
}

async function jendelaUntuk(orang: Orang): Promise<Jendela> {
  const jendela = await Jendela.buka(peramban, uji.alamat);
  jendela.halaman.setDefaultTimeout(8000);
  // Leaving a form with unsent text asks back; here one always leaves.
  jendela.halaman.on('dialog', (d) => void d.accept());
  await jendela.masuk(orang);
  return jendela;
}

const beritaAcara = async (): Promise<{ id: number; versi: number; jalur: string }> => {
  const ormas = await buatOrmas(uji.db, { nama: 'Perkumpulan Contoh Catatan Lapangan' });
  const k = await kunjunganTertulis(uji.app, petugas.aktor, { jenis: 'ormas', id: ormas.id });
  return { ...k, jalur: `/kunjungan/${k.id}/berita-acara` };
};

/** What another officer writes meanwhile. */
const tulisLain = (k: { id: number; versi: number }, temuan: string): Promise<number> =>
  uji.app
    .get(BeritaAcaraService, { strict: false })
    .tulis(
      petugas.aktor,
      k.id,
      k.versi,
      beritaAcaraContoh(tanggalWib(new Date()), [petugas.aktor.id ?? 0], { temuan }),
    );

const nilai = (jendela: Jendela, id: string): Promise<string> =>
  jendela.baca(`document.querySelector('#isian-${id}').value`);
const BILAH = `document.querySelector('.bilah-draf p')?.textContent ?? ''`;

/** Types at the end of a field and waits until the device has it. */
async function ketik(jendela: Jendela, id: string, teks: string): Promise<void> {
  await jendela.halaman.focus(`#isian-${id}`);
  await jendela.baca(`(() => { const e = document.querySelector('#isian-${id}'); e.setSelectionRange(9e6, 9e6); })()`);
  await jendela.halaman.keyboard.type(teks);
  await jendela.halaman.waitForFunction(
    `Object.entries(localStorage).some(([k, v]) => k.startsWith('draf:') && v.includes(${JSON.stringify(teks.trim())}))`,
  );
}

async function kirim(jendela: Jendela, tombol: string): Promise<void> {
  await Promise.all([jendela.halaman.waitForNavigation(), jendela.halaman.click(tombol)]);
}

async function tekan(jendela: Jendela, kata: string): Promise<void> {
  await jendela.baca(
    `[...document.querySelectorAll('.bilah-draf button')].find((b) => b.textContent === '${kata}').click()`,
  );
}

/** The comparison as rows of words. */
const BANDINGAN = `[...document.querySelectorAll('.bilah-draf tbody tr')].map((r) => [...r.cells].map((s) => s.textContent))`;
const SISA = `Object.keys(localStorage).filter((k) => k.startsWith('draf:')).length`;

const SIMPAN = 'button[name=lanjut][value=draf]';

describe('text that was typed and never stored', () => {
  it('is offered after a conflict over a record of a visit, compared, and used only where one typed', async () => {
    const k = await beritaAcara();
    const jendela = await jendelaUntuk(petugas);
    await jendela.kunjungi(k.jalur, 360);
    await ketik(jendela, 'rekomendasi', ' Membeli lemari arsip.');
    const versi = await tulisLain(k, 'Ditulis di tempat lain.');
    await kirim(jendela, SIMPAN);
    expect(await jendela.baca("document.querySelector('h1').textContent")).toBe('Data sudah Anda ubah di halaman lain');
    await kirim(jendela, '.konflik .btn-primary');
    await jendela.halaman.waitForSelector('.bilah-draf');
    expect(await jendela.baca(BILAH)).toMatch(
      /^Isian Anda dari .+ WIB belum tersimpan; isi yang tersimpan telah berubah sejak itu\.$/,
    );
    expect(await nilai(jendela, 'rekomendasi')).toBe('Memperbarui papan nama.');
    await tekan(jendela, 'Bandingkan');
    expect(await jendela.baca(BANDINGAN)).toEqual([
      [
        expect.stringMatching(/^Rekomendasi/),
        'Memperbarui papan nama. Membeli lemari arsip.',
        'Memperbarui papan nama.',
      ],
    ]);
    expect(await jendela.periksa('draf-berita-acara')).toEqual([]);
    await tekan(jendela, 'Pakai');
    expect(await nilai(jendela, 'rekomendasi')).toBe('Memperbarui papan nama. Membeli lemari arsip.');
    expect(await nilai(jendela, 'temuan')).toBe('Ditulis di tempat lain.');
    await kirim(jendela, SIMPAN);
    expect(await jendela.baca("document.querySelector('.kilat').textContent")).toContain('Draf tersimpan');
    // Stored now: not offered to anybody again, whatever becomes of the record.
    await tulisLain({ id: k.id, versi: versi + 1 }, 'Ditulis lagi di tempat lain.');
    await jendela.kunjungi(k.jalur);
    await jendela.halaman.waitForFunction(`${SISA} === 0`);
    expect(await jendela.baca(BILAH)).toBe('');
    expect(jendela.keluhan.filter((t) => !t.includes('409'))).toEqual([]);
    await jendela.tutup();
  });

  it('is not offered when it was stored and only the answer got lost', async () => {
    const k = await beritaAcara();
    const jendela = await jendelaUntuk(petugas);
    await jendela.kunjungi(k.jalur);
    await ketik(jendela, 'temuan', ' Jawaban hilang di jalan.');
    // The portal gets the form, the device never its answer.
    const kuki = (await jendela.halaman.browserContext().cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
    const kirimTanpaJawab = async (r: HTTPRequest): Promise<void> => {
      if (r.method() !== 'POST') return r.continue();
      const headers = { ...r.headers(), cookie: kuki };
      await fetch(r.url(), { method: 'POST', headers, body: (await r.fetchPostData()) ?? '', redirect: 'manual' });
      await r.abort();
    };
    const tanggapi = (r: HTTPRequest): void => void kirimTanpaJawab(r);
    jendela.halaman.on('request', tanggapi);
    await jendela.halaman.setRequestInterception(true);
    const putus = new Promise((selesai) => jendela.halaman.once('requestfailed', selesai));
    await jendela.halaman.click(SIMPAN);
    await putus;
    jendela.halaman.off('request', tanggapi);
    await jendela.halaman.setRequestInterception(false);
    const [baris] = await uji.db.query<{ versi: number }[]>('SELECT versi FROM kunjungan WHERE id = ?', [k.id]);
    expect(baris?.versi).toBe(k.versi + 1);
    await tulisLain({ id: k.id, versi: k.versi + 1 }, 'Sama sekali lain.');
    await jendela.kunjungi(k.jalur);
    await jendela.halaman.waitForFunction(`${SISA} === 0`);
    expect(await jendela.baca(BILAH)).toBe('');
    await jendela.tutup();
  });

  it('is offered after a session that ended while one typed, back at the same form', async () => {
    const k = await beritaAcara();
    const jendela = await jendelaUntuk(petugas);
    await jendela.kunjungi(k.jalur);
    await ketik(jendela, 'temuan', ' Sesi berakhir di sini.');
    await uji.db.query('DELETE FROM sesi WHERE akun_id = ?', [petugas.aktor.id]);
    await kirim(jendela, SIMPAN);
    expect(await jendela.baca("document.querySelector('main').textContent")).toContain('tersimpan di perangkat ini');
    await kirim(jendela, 'main .btn-primary');
    await jendela.halaman.type('[name=surel]', petugas.surel);
    await jendela.halaman.type('[name=sandi]', petugas.sandi);
    await kirim(jendela, 'form[action="/masuk"] button');
    expect(new URL(jendela.halaman.url()).pathname).toBe(k.jalur);
    await jendela.halaman.waitForSelector('.bilah-draf');
    expect(await jendela.baca(BILAH)).toMatch(/belum tersimpan\.$/);
    await tekan(jendela, 'Pakai');
    expect(await nilai(jendela, 'temuan')).toMatch(/Sesi berakhir di sini\.$/);
    await jendela.tutup();
  });

  it('is offered at a report of an activity whose stored text changed, and gone when thrown away', async () => {
    const sekretaris = await orangBaru('sekretaris', { ormasId });
    const kegiatan = uji.app.get(KegiatanService, { strict: false });
    const isian: IsianKegiatan = { ...ISIAN_KOSONG, judul: 'Lomba rekaan', uraian: 'Awal.' };
    const id = await kegiatan.simpanDraf(sekretaris.aktor, ormasId, isian, []);
    const jendela = await jendelaUntuk(sekretaris);
    await jendela.kunjungi(`/kegiatan/${id}/ubah`);
    await ketik(jendela, 'uraian', ' Diketik di ponsel.');
    await kegiatan.ubah(sekretaris.aktor, id, 1, { ...isian, uraian: 'Diketik di kantor.' });
    await kirim(jendela, SIMPAN);
    await kirim(jendela, '.konflik .btn-primary');
    await jendela.halaman.waitForSelector('.bilah-draf');
    await tekan(jendela, 'Bandingkan');
    expect(await jendela.baca(BANDINGAN)).toEqual([
      [expect.stringMatching(/^Uraian/), 'Awal. Diketik di ponsel.', 'Diketik di kantor.'],
    ]);
    await tekan(jendela, 'Buang');
    expect(await jendela.baca(SISA)).toBe(0);
    expect(await nilai(jendela, 'uraian')).toBe('Diketik di kantor.');
    await jendela.tutup();
  });

  it('is not offered for a new report that was saved as a draft', async () => {
    const sekretaris = await orangBaru('sekretaris', { ormasId });
    const jendela = await jendelaUntuk(sekretaris);
    await jendela.kunjungi(`/ormas/${ormasId}/kegiatan/baru`);
    await ketik(jendela, 'judul', 'Kegiatan yang sudah tersimpan');
    await kirim(jendela, SIMPAN);
    await jendela.kunjungi(`/ormas/${ormasId}/kegiatan/baru`);
    await jendela.halaman.waitForFunction(`${SISA} === 0`);
    expect([await jendela.baca(BILAH), await nilai(jendela, 'judul')]).toEqual(['', '']);
    await jendela.tutup();
  });

  it('is offered at a page of an application that went on elsewhere', async () => {
    const pemohon = await orangBaru('sekretaris', { ormasId });
    await uji.db.query('UPDATE akun SET ormas_id = NULL WHERE id = ?', [pemohon.aktor.id]);
    pemohon.aktor.ormasId = null;
    const id = await uji.app.get(PendaftaranService, { strict: false }).mulai(pemohon.aktor);
    const jendela = await jendelaUntuk(pemohon);
    const jalur = `/pendaftaran/${id}/isi/identitas`;
    expect(await jendela.kunjungi(jalur)).toBe(200);
    await ketik(jendela, 'nama', 'Paguyuban Rekaan Baru');
    const { versi } = await uji.app.get(BacaPendaftaranService, { strict: false }).rinci(pemohon.aktor, id);
    await uji.app
      .get(PendaftaranService, { strict: false })
      .simpanHalaman(pemohon.aktor, id, versi, 'identitas', { nama: 'Paguyuban Rekaan Lama' });
    await kirim(jendela, 'button[name=lanjut][value=nanti]');
    await jendela.kunjungi(jalur);
    await jendela.halaman.waitForSelector('.bilah-draf');
    expect(await jendela.baca(BILAH)).toContain('isi yang tersimpan telah berubah');
    await tekan(jendela, 'Pakai');
    await kirim(jendela, 'button[name=lanjut][value=nanti]');
    const { jawaban } = await uji.app.get(BacaPendaftaranService, { strict: false }).rinci(pemohon.aktor, id);
    expect(jawaban.nama).toBe('Paguyuban Rekaan Baru');
    await jendela.halaman.waitForFunction(`${SISA} === 0`);
    await jendela.tutup();
  });

  it('leaves the device with who signs out, and is gone when somebody else signs in after a session that ended', async () => {
    const [k, lain] = [await beritaAcara(), await orangBaru('petugas')];
    const jendela = await jendelaUntuk(petugas);
    await jendela.kunjungi(k.jalur);
    await ketik(jendela, 'temuan', ' Milik petugas pertama.');
    // Typed within the breath in which one signs out.
    await jendela.halaman.keyboard.type('!');
    await kirim(jendela, 'form[data-keluar] button');
    expect(await jendela.baca(SISA)).toBe(0);

    await jendela.masuk(petugas);
    await jendela.kunjungi(k.jalur);
    await ketik(jendela, 'temuan', ' Tertinggal di perangkat bersama.');
    await uji.db.query('DELETE FROM sesi WHERE akun_id = ?', [petugas.aktor.id]);
    await jendela.masuk(lain);
    await jendela.halaman.waitForFunction(`${SISA} === 0`);
    await jendela.kunjungi(k.jalur);
    expect(await jendela.baca(BILAH)).toBe('');
    await jendela.tutup();
  });

  it('is not kept by a form in another tab once its writer has signed out', async () => {
    const k = await beritaAcara();
    const jendela = await jendelaUntuk(petugas);
    await jendela.kunjungi(k.jalur);
    await ketik(jendela, 'temuan', ' Sebelum keluar.');
    const kedua = await jendela.halaman.browserContext().newPage();
    await kedua.goto(uji.alamat);
    await kedua.setViewport({ width: 1280, height: 900 });
    await Promise.all([kedua.waitForNavigation(), kedua.click('form[data-keluar] button')]);
    await jendela.halaman.bringToFront();
    await jendela.halaman.type('#isian-temuan', ' Sesudah keluar.');
    await jendela.baca(
      `document.querySelector('form[data-draf]').dispatchEvent(new Event('submit', { cancelable: true }))`,
    );
    expect(await jendela.baca(SISA)).toBe(0);
    await jendela.tutup();
  });
});

import { type Aktor } from '../../src/common/aktor.js';
import { BacaPendaftaranService } from '../../src/modules/pendaftaran/baca-pendaftaran.service.js';
import { FORMULIR } from '../../src/modules/pendaftaran/formulir.data.js';
import { dokumenDiminta } from '../../src/modules/pendaftaran/pendaftaran.aturan.js';
import { PendaftaranService } from '../../src/modules/pendaftaran/pendaftaran.service.js';
import { PeriksaPendaftaranService } from '../../src/modules/pendaftaran/periksa-pendaftaran.service.js';
import { jawabanContoh } from '../factories/jawaban-pendaftaran.js';
import { isiPendaftaran } from '../factories/pendaftaran.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

let uji: AplikasiUji;
let petugas: Pengunjung;
const layanan = <T>(kelas: new (...a: never[]) => T): T => uji.app.get<T>(kelas, { strict: false });
const aktorDari = (p: Pengunjung): Aktor => {
  if (!p.aktor) throw new Error('Not signed in');
  return p.aktor;
};

beforeAll(async () => {
  uji = await aplikasiUji();
  petugas = await uji.masukSebagai('petugas');
});
afterAll(() => uji.tutup());

/** An application of a new applicant that the officer holds. */
async function dipegang(): Promise<{ id: number; rinci: string; pemohon: Pengunjung }> {
  const pemohon = await uji.masukSebagai('sekretaris', { pemohon: true });
  const id = await layanan(PendaftaranService).mulai(aktorDari(pemohon));
  const versi = await isiPendaftaran(uji.app, aktorDari(pemohon), id);
  await layanan(PendaftaranService).ajukan(aktorDari(pemohon), id, versi);
  await layanan(PeriksaPendaftaranService).ambil(aktorDari(petugas), id);
  return { id, rinci: `/pendaftaran/${id}`, pemohon };
}

const baca = (id: number) => layanan(BacaPendaftaranService).rinci(aktorDari(petugas), id);
const versiPada = (teks: string): string => /name="versi" value="(\d+)"/.exec(teks)?.[1] ?? '';

async function kirim(orang: Pengunjung, halaman: string, aksi: string, isian: Record<string, string> = {}) {
  const { text } = await orang.buka(halaman);
  return orang.kirim(halaman, aksi, { versi: versiPada(text), ...isian });
}

const SESUAI = Object.fromEntries(dokumenDiminta(jawabanContoh()).map((d) => [`putusan-${d.dokumen.kode}`, 'sesuai']));
const TEMUAN = {
  'putusan-domisili': 'tidak-sesuai',
  'catatan-dokumen-domisili': 'Alamat pada surat berbeda.',
  'catatan-alamat': 'Sesuaikan dengan surat domisili.',
};

describe('examination and decision on one page', () => {
  it('keeps what was found together with the decision', async () => {
    const { id, rinci } = await dipegang();
    const jawab = await kirim(petugas, rinci, `${rinci}/keputusan`, { ...TEMUAN, keputusan: 'kembalikan' });
    expect(jawab.status).toBe(303);
    const p = await baca(id);
    const domisili = p.dokumen.find((d) => d.kode === 'domisili');
    expect([p.status, domisili?.putusan, domisili?.catatan, p.catatanBidang]).toEqual([
      'perlu-perbaikan',
      'tidak-sesuai',
      'Alamat pada surat berbeda.',
      { alamat: 'Sesuaikan dengan surat domisili.' },
    ]);
  });

  it('verifies in one press what was marked on the same page', async () => {
    const { id, rinci } = await dipegang();
    expect((await kirim(petugas, rinci, `${rinci}/keputusan`, { ...SESUAI, keputusan: 'verifikasi' })).status).toBe(
      303,
    );
    expect((await baca(id)).status).toBe('terverifikasi');
  });

  it('refuses at the field and keeps everything typed, storing nothing', async () => {
    const { id, rinci } = await dipegang();
    const isian = { ...SESUAI, ...TEMUAN, keputusan: 'verifikasi', catatan: 'Sudah rapi.' };
    const jawab = await kirim(petugas, rinci, `${rinci}/keputusan`, isian);
    expect(jawab.status).toBe(422);
    expect(jawab.text).toContain('Belum semua dokumen dinyatakan sesuai: ');
    for (const ke of ['#isian-keputusan', '#isian-putusan-domisili', '#isian-catatan-alamat'])
      expect(jawab.text).toContain(`href="${ke}"`);
    expect(jawab.text).toMatch(/name="putusan-domisili" value="tidak-sesuai" checked/);
    expect(jawab.text).toMatch(/name="putusan-akta" value="sesuai" checked/);
    expect(jawab.text).toMatch(/name="keputusan" value="verifikasi" checked/);
    for (const kata of ['Alamat pada surat berbeda.', 'Sesuaikan dengan surat domisili.', 'Sudah rapi.'])
      expect(jawab.text).toContain(kata);
    const p = await baca(id);
    expect([p.status, p.catatanBidang, p.dokumen.every((d) => d.putusan === 'belum')]).toEqual(['diajukan', {}, true]);
    for (const keputusan of ['', 'tolak']) {
      const lain = await kirim(petugas, rinci, `${rinci}/keputusan`, { ...TEMUAN, keputusan });
      expect([keputusan, lain.status, lain.text.includes('Alamat pada surat berbeda.')]).toEqual([
        keputusan,
        422,
        true,
      ]);
    }
  });

  it('keeps a decision that was begun when the examination alone is saved, and marks the rest at once when asked', async () => {
    const { id, rinci } = await dipegang();
    const isian = { 'putusan-domisili': 'tidak-sesuai', 'catatan-dokumen-domisili': 'Buram.' };
    const jawab = await kirim(petugas, rinci, `${rinci}/pemeriksaan`, {
      ...isian,
      semua: 'sesuai',
      keputusan: 'kembalikan',
      catatan: 'Mohon dipindai lagi.',
    });
    expect(jawab.status).toBe(200);
    expect(jawab.text).toContain('Mohon dipindai lagi.');
    expect(jawab.text).toMatch(/name="keputusan" value="kembalikan" checked/);
    const p = await baca(id);
    expect([p.status, new Set(p.dokumen.map((d) => `${d.kode === 'domisili'} ${d.putusan}`))]).toEqual([
      'diajukan',
      new Set(['true tidak-sesuai', 'false sesuai']),
    ]);
    expect((await petugas.buka(rinci)).text).not.toContain('name="semua"');
  });

  it('does not write over a newer examination after a fault on an older page', async () => {
    const { rinci } = await dipegang();
    const lama = versiPada((await petugas.buka(rinci)).text);
    await kirim(petugas, rinci, `${rinci}/pemeriksaan`, { 'catatan-alamat': 'Dari tab lain.' });
    const salah = await petugas.kirim(rinci, `${rinci}/keputusan`, { versi: lama, ...TEMUAN, keputusan: 'tolak' });
    expect([salah.status, versiPada(salah.text)]).toEqual([422, lama]);
  });

  it('tells a number beside a document that is not the one of the form', async () => {
    const { rinci } = await dipegang();
    expect((await petugas.buka(rinci)).text).toContain('pada dokumen akta/1.');
  });
});

describe('remarks and their answers', () => {
  const isiHalaman = (kode: string, ubah: Record<string, string> = {}): Record<string, string> => {
    const jawaban = jawabanContoh();
    const kolom = FORMULIR.find((h) => h.kode === kode)?.kolom ?? [];
    return { ...Object.fromEntries(kolom.map((k) => [k.nama, String(jawaban[k.nama] ?? '')])), ...ubah };
  };

  it('lists them for the applicant, asks before nothing is answered, and lets an answered one block no more', async () => {
    const { id, rinci, pemohon } = await dipegang();
    const telepon = { 'catatan-telepon': 'Nomor ini tidak aktif.' };
    await kirim(petugas, rinci, `${rinci}/keputusan`, { ...TEMUAN, ...telepon, keputusan: 'kembalikan' });

    const kembali = (await pemohon.buka(rinci)).text;
    expect(kembali).toContain('0 dari 3 catatan petugas sudah Anda jawab.');
    expect(kembali).not.toContain('>Periksa dan kirim<');
    for (const ke of ['isi/alamat#isian-alamat', 'dokumen/domisili#isian-berkas'])
      expect(kembali).toContain(`href="${rinci}/${ke}"`);
    const tanpa = await kirim(pemohon, `${rinci}/periksa`, `${rinci}/ajukan`);
    expect(tanpa.status).toBe(422);
    expect(tanpa.text).toContain('Memang tidak perlu diubah; kirim apa adanya');
    expect((await baca(id)).status).toBe('perlu-perbaikan');

    const alamat = `${rinci}/isi/alamat`;
    await kirim(pemohon, alamat, alamat, isiHalaman('alamat', { alamat: 'Jalan Rekaan Nomor 21' }));
    expect((await pemohon.buka(rinci)).text).toContain('1 dari 3 catatan petugas sudah Anda jawab.');
    expect((await kirim(pemohon, `${rinci}/periksa`, `${rinci}/ajukan`)).status).toBe(303);

    const lagi = (await petugas.buka(rinci)).text;
    expect(lagi).toContain(': dijawab pemohon');
    const tertahan = await kirim(petugas, rinci, `${rinci}/keputusan`, {
      ...SESUAI,
      'catatan-alamat': '',
      ...telepon,
      keputusan: 'verifikasi',
    });
    expect(tertahan.status).toBe(422);
    expect(tertahan.text).toContain('Masih ada catatan pada isian: ');
    expect(tertahan.text).toContain('href="#isian-catatan-telepon"');
    expect(tertahan.text).not.toContain('href="#isian-catatan-alamat"');
    const lepas = { ...SESUAI, 'catatan-alamat': '', 'catatan-telepon': '', keputusan: 'verifikasi' };
    expect((await kirim(petugas, rinci, `${rinci}/keputusan`, lepas)).status).toBe(303);
    expect((await baca(id)).catatanBidang).toEqual({ alamat: 'Sesuaikan dengan surat domisili.' });
  });

  it('lets the applicant go on without a change when they say that none is needed', async () => {
    const { id, rinci, pemohon } = await dipegang();
    const umum = { keputusan: 'kembalikan', catatan: 'Mohon dipastikan sekali lagi.' };
    await kirim(petugas, rinci, `${rinci}/keputusan`, umum);
    expect((await kirim(pemohon, `${rinci}/periksa`, `${rinci}/ajukan`)).status).toBe(422);
    const kirimLagi = await kirim(pemohon, `${rinci}/periksa`, `${rinci}/ajukan`, { tetapKirim: 'ya' });
    expect([kirimLagi.status, (await baca(id)).status]).toEqual([303, 'diajukan-ulang']);
  });

  it('shows the officer and the applicant what they typed on a page that is not the newest, and who was there', async () => {
    const { rinci, pemohon } = await dipegang();
    const lama = versiPada((await petugas.buka(rinci)).text);
    await kirim(petugas, rinci, `${rinci}/pemeriksaan`, { 'catatan-alamat': 'Dari tab lain.' });
    const isian = { versi: lama, ...TEMUAN, keputusan: 'kembalikan', catatan: 'Mohon diperbaiki.' };
    const beda = await petugas.kirim(rinci, `${rinci}/keputusan`, isian);
    expect(beda.status).toBe(409);
    for (const kata of ['Tidak sesuai: Alamat pada surat berbeda.', 'Dari tab lain.', 'Mohon diperbaiki.'])
      expect(beda.text).toContain(kata);
    expect(beda.text).toContain('Sesuaikan dengan surat domisili.');
    expect([beda.text.includes('orang lain'), beda.text.includes('oleh Anda sendiri')]).toEqual([false, true]);

    // The applicant's page of an application that has left their hands meanwhile.
    const alamat = `${rinci}/isi/alamat`;
    const isi = { versi: '1', ...isiHalaman('alamat', { alamat: 'Jalan yang Baru Diketik 9' }) };
    const jawab = await pemohon.kirim(rinci, alamat, isi);
    expect(jawab.status).toBe(409);
    for (const kata of ['Jalan yang Baru Diketik 9', String(jawabanContoh().alamat), 'orang lain'])
      expect(jawab.text).toContain(kata);
    const dokumen = { versi: '1', nomor: 'DOM/99/baru', tanggal: '2025-02-03', berlakuSampai: '2099-01-01' };
    const lain = await pemohon.kirim(rinci, `${rinci}/dokumen/domisili`, dokumen);
    expect([lain.status, lain.text.includes('DOM/99/baru'), lain.text.includes('domisili/1')]).toEqual([
      409,
      true,
      true,
    ]);
  });
});

import sharp from 'sharp';
import { terbitkanSuratContoh } from '../../src/cli/contoh/surat.js';
import { tanggalWib } from '../../src/common/tanggal.js';
import { KEADAAN_SURAT, type KeadaanSurat } from '../../src/modules/surat/surat.types.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { buatOrmas } from '../factories/ormas.js';

let uji: AplikasiUji;
let petugas: Pengunjung;
let kabid: Pengunjung;
let sekretaris: Pengunjung;
let ormas: { id: number; nama: string };
let lain: { id: number; nama: string };

beforeAll(async () => {
  uji = await aplikasiUji();
  ormas = await buatOrmas(uji.db, { nama: 'Yayasan Lentera Rekaan' });
  lain = await buatOrmas(uji.db, { nama: 'Perkumpulan Lain Rekaan', opdId: null });
  petugas = await uji.masukSebagai('petugas');
  kabid = await uji.masukSebagai('kabid');
  sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
});
afterAll(() => uji.tutup());

const baru = (id: number) => `/surat/baru?ormas=${id}`;

describe('letters over HTTP', () => {
  it('are issued from the page of an ormas already in the register, checked first, once however often it is sent', async () => {
    expect((await petugas.buka(`/ormas/${ormas.id}`)).text).toContain(`/surat?ormas&#x3D;${ormas.id}`);
    expect((await petugas.buka(`/surat?ormas=${ormas.id}`)).text).toContain('/surat/baru?ormas&#x3D;');
    const periksa = await petugas.buka(baru(ormas.id));
    expect(periksa.text).toContain('Yayasan Lentera Rekaan');
    const rahasia = await petugas.rahasia(baru(ormas.id));
    const kirim = () =>
      petugas.agen
        .post('/surat')
        .type('form')
        .send({ ...rahasia, ormas: String(ormas.id), dilihat: '' });
    const terbit = await kirim();
    expect(terbit.status).toBe(303);
    expect((await kirim()).status).toBe(409);
    const [{ n } = { n: 0 }] = await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM surat');
    expect(Number(n)).toBe(1);
    const halaman = await petugas.buka(String(terbit.headers.location));
    expect(halaman.text).toContain('220/001/Bakesbangpol/');
    expect(halaman.text).toContain('Dokumen sedang dibuat');
  });

  it('are replaced only with a reason, which stays as typed when it is too short', async () => {
    const [{ id: dilihat } = { id: 0 }] = await uji.db.query<{ id: number }[]>('SELECT id FROM surat');
    const isian = { ormas: String(ormas.id), dilihat: String(dilihat) };
    const salah = await petugas.kirim(baru(ormas.id), '/surat', { ...isian, alasan: 'abc' });
    expect(salah.status).toBe(422);
    expect(salah.text).toContain('Tulis alasan penerbitan surat pengganti');
    expect(salah.text).toContain('value="abc"');
    const basi = await petugas.kirim(baru(ormas.id), '/surat', {
      ormas: isian.ormas,
      dilihat: '',
      alasan: 'perpanjangan',
    });
    expect(basi.status).toBe(409);
    expect((await petugas.kirim(baru(ormas.id), '/surat', { ...isian, alasan: 'perpanjangan' })).status).toBe(303);
  });

  it('are revoked by the kabid alone', async () => {
    const [{ id, versi } = { id: 0, versi: 0 }] = await uji.db.query<{ id: number; versi: number }[]>(
      "SELECT id, versi FROM surat WHERE status = 'terbit'",
    );
    const halaman = `/surat/${id}`;
    const isian = { versi: String(versi), pada: '', alasan: 'Keputusan rekaan nomor 1' };
    expect((await petugas.kirim(halaman, `${halaman}/cabut`, isian)).status).toBe(403);
    const salah = await kabid.kirim(halaman, `${halaman}/cabut`, isian);
    expect(salah.status).toBe(422);
    expect(salah.text).toContain('Keputusan rekaan nomor 1');
    const [{ terbit } = { terbit: '' }] = await uji.db.query<{ terbit: string }[]>(
      'SELECT terbit FROM surat WHERE id = ?',
      [id],
    );
    expect((await kabid.kirim(halaman, `${halaman}/cabut`, { ...isian, pada: terbit })).status).toBe(303);
    expect((await kabid.buka(halaman)).text).toContain('Dicabut per');
  });

  it('are searched by name and number and narrowed by their standing', async () => {
    expect((await petugas.buka('/surat?cari=lentera')).text).toContain('2 surat');
    expect((await petugas.buka('/surat?keadaan=dicabut')).text).toContain('1 surat');
    expect((await petugas.buka('/surat?keadaan=diganti')).text).toContain('1 surat');
    expect((await petugas.buka('/surat?keadaan=berlaku')).text).toContain('Tidak ada surat untuk saringan ini');
    expect((await petugas.buka('/surat?cari=%25')).text).toContain('Tidak ada surat');
  });

  it('of another ormas are none of a secretary or of another OPD, whatever id stands in the address', async () => {
    const rahasia = await petugas.kirim(baru(lain.id), '/surat', { ormas: String(lain.id), dilihat: '' });
    const alamat = String(rahasia.headers.location);
    expect((await sekretaris.buka(alamat)).status).toBe(404);
    expect((await sekretaris.buka('/surat')).text).not.toContain('Perkumpulan Lain Rekaan');
    expect((await sekretaris.buka(`/surat?ormas=${lain.id}`)).text).not.toContain('Perkumpulan Lain Rekaan');
    const [opd] = await uji.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM opd');
    const opdLain = await uji.masukSebagai('opd', { opdId: opd?.id ?? 0 });
    expect((await opdLain.buka(alamat)).status).toBe(404);
    expect((await opdLain.kirim('/', '/surat', { ormas: String(lain.id) })).status).toBe(404);
    expect((await sekretaris.kirim('/', '/surat', { ormas: String(ormas.id) })).status).toBe(403);
    // What it says is no longer so once the register says something else: its page, that of the ormas, and anybody.
    await uji.db.query("UPDATE ormas SET nama = 'Perkumpulan Ganti Nama Rekaan' WHERE id = ?", [lain.id]);
    const kalimat = 'Nama organisasi pada surat ini sudah berubah';
    const berubah = await petugas.buka(alamat);
    expect(berubah.text).toContain(kalimat);
    expect(berubah.text).toContain('Terbitkan surat pengganti');
    expect((await petugas.buka(`/ormas/${lain.id}`)).text).toContain(kalimat);
    expect((await petugas.buka(baru(lain.id))).text).toContain('value="Perubahan nama organisasi"');
    const kode = /\/verifikasi\/([A-Z0-9]{16})/.exec(berubah.text)?.[1] ?? '';
    expect((await uji.tamu().buka(`/verifikasi/${kode}`)).text).toContain(
      'Asli; sebagian datanya telah berubah sejak diterbitkan',
    );
    for (const alamatLain of ['/surat/0', '/surat/99999999', '/surat/baru', '/surat/baru?ormas=x'])
      expect((await petugas.buka(alamatLain)).status).toBe(404);
  });
});

describe('the emblem in the letterhead', () => {
  it('is a picture that admin puts there; anything else is refused by name', async () => {
    const admin = await uji.masukSebagai('admin');
    expect((await petugas.buka('/setelan/lambang')).status).toBe(403);
    const kirim = async (isi: Buffer, nama: string) => {
      const rahasia = await admin.rahasia('/setelan/lambang');
      return admin.agen
        .post('/setelan/lambang')
        .field('_csrf', rahasia._csrf)
        .field('_formulir', rahasia._formulir)
        .attach('lambang', isi, nama);
    };
    const salah = await kirim(Buffer.from('%PDF-1.4 bukan gambar'), 'lambang.png');
    expect(salah.status).toBe(422);
    expect(salah.text).toContain('lambang.png');
    const gambar = await sharp({ create: { width: 300, height: 360, channels: 4, background: '#0d575280' } })
      .png()
      .toBuffer();
    expect((await kirim(gambar, 'lambang.png')).status).toBe(303);
    const { text } = await admin.buka('/setelan/lambang');
    const alamat = /\/berkas\/[\w-]{22}/.exec(text)?.[0] ?? '';
    expect((await admin.buka(alamat)).status).toBe(200);
    expect((await admin.kirim('/setelan/lambang', '/setelan/lambang/hapus')).status).toBe(303);
    expect((await admin.buka('/setelan/lambang')).text).toContain('Belum ada lambang');
  });
});

describe('the letters of the demonstration', () => {
  it('stand in every way a letter can stand', async () => {
    for (let i = 0; i < 10; i++) await buatOrmas(uji.db);
    await terbitkanSuratContoh(uji.app, tanggalWib(new Date()));
    const satu = "SELECT MIN(ormas_id) FROM surat WHERE status = 'terbit'";
    const tampil = async (keadaan: KeadaanSurat): Promise<void> =>
      expect((await petugas.buka(`/surat?keadaan=${keadaan}`)).text).not.toContain('Tidak ada surat untuk saringan');
    for (const keadaan of KEADAAN_SURAT) if (keadaan !== 'ormas-berhenti') await tampil(keadaan);
    await uji.db.query(`UPDATE ormas SET status = 'bubar' WHERE id = (${satu})`);
    await tampil('ormas-berhenti');
  });
});

import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { buatKode, kodeBerkelompok } from '../../src/common/kode-periksa.js';
import { BacaSuratService } from '../../src/modules/surat/baca-surat.service.js';
import { SuratService } from '../../src/modules/surat/surat.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

let uji: AplikasiUji;
let umum: Pengunjung;

beforeAll(async () => {
  uji = await aplikasiUji();
  umum = uji.tamu();
});
afterAll(() => uji.tutup());

const layanan = () => uji.app.get(SuratService, { strict: false });
async function surat(terbit?: string) {
  const ormas = await buatOrmas(uji.db, { nama: 'Yayasan Pelita Rekaan' });
  await uji.db.query(
    "UPDATE ormas SET npwp = '0000000000000000', telepon = '080000000000', alamat = 'Jalan Rahasia Rekaan 5' WHERE id = ?",
    [ormas.id],
  );
  await uji.db.query(
    "INSERT INTO pengurus (ormas_id, jabatan, nama, dari) VALUES (?, 'ketua', 'Ketua Rekaan', '2020-01-01')",
    [ormas.id],
  );
  const s = await layanan().terbitkanSendiri(AKTOR_SISTEM, {
    ormasId: ormas.id,
    alasan: '',
    ...(terbit ? { terbit } : {}),
  });
  return { ...s, ormasId: ormas.id };
}

describe('checking a paper in public', () => {
  it('says of a genuine letter that it holds, with name and number, and nothing about a person', async () => {
    const s = await surat();
    for (const kode of [s.kode, kodeBerkelompok(s.kode), s.kode.toLowerCase()]) {
      const jawaban = await umum.buka(`/verifikasi/${kode}`);
      expect(jawaban.status).toBe(200);
      expect(jawaban.text).toContain('Asli dan masih berlaku');
      expect(jawaban.text).toContain('Yayasan Pelita Rekaan');
      expect(jawaban.text).toContain(s.nomor);
      for (const pribadi of ['Ketua Rekaan', 'Jalan Rahasia', '080000000000', '0000000000000000'])
        expect(jawaban.text).not.toContain(pribadi);
      expect(jawaban.headers['cache-control']).toBe('public, max-age=60');
      expect(jawaban.headers['set-cookie']).toBeUndefined();
    }
  });

  it('keeps the page of somebody signed in out of every store', async () => {
    const s = await surat();
    const petugas = await uji.masukSebagai('petugas');
    expect((await petugas.buka(`/verifikasi/${s.kode}`)).headers['cache-control']).toContain('no-store');
  });

  it('says what became of a letter: run out, replaced by which, revoked when, without the reason', async () => {
    const habis = await surat('2015-01-02');
    expect((await umum.buka(`/verifikasi/${habis.kode}`)).text).toContain('habis pada 1 Januari 2020');
    const baru = await layanan().terbitkanSendiri(AKTOR_SISTEM, { ormasId: habis.ormasId, alasan: 'perpanjangan' });
    const diganti = await umum.buka(`/verifikasi/${habis.kode}`);
    expect(diganti.text).toContain('Asli, tetapi sudah diganti');
    expect(diganti.text).toContain(baru.nomor);
    const kabid = await uji.masukSebagai('kabid');
    const { versi, terbit } = await uji.app.get(BacaSuratService, { strict: false }).rinci(AKTOR_SISTEM, baru.id);
    await kabid.kirim(`/surat/${baru.id}`, `/surat/${baru.id}/cabut`, {
      versi: String(versi),
      pada: terbit,
      alasan: 'Alasan yang tidak diumumkan',
    });
    const dicabut = await umum.buka(`/verifikasi/${baru.kode}`);
    expect(dicabut.text).toContain('Asli, tetapi sudah dicabut');
    expect(dicabut.text).not.toContain('tidak diumumkan');
  });

  it('tells a code that was never given from a slip of the fingers and from what is no code', async () => {
    const asing = await umum.buka(`/verifikasi/${buatKode()}`);
    expect(asing.status).toBe(404);
    expect(asing.text).toContain('tidak pernah diterbitkan');
    const { kode } = await surat();
    const salah = kode.slice(0, 5) + (kode[5] === 'A' ? 'B' : 'A') + kode.slice(6);
    const ketik = await umum.buka(`/verifikasi/${salah}`);
    expect(ketik.status).toBe(422);
    expect(ketik.text).toContain('Kode salah ketik');
    const bukan = await umum.buka(`/verifikasi/${encodeURIComponent('<b>halo</b>')}`);
    expect(bukan.status).toBe(422);
    expect(bukan.text).not.toContain('<b>halo</b>');
  });

  it('takes a typed code from a form without script', async () => {
    const { kode } = await surat();
    expect((await umum.buka('/verifikasi')).text).toContain('action="/verifikasi"');
    const lanjut = await umum.buka(`/verifikasi?kode=${kodeBerkelompok(kode)}`);
    expect([lanjut.status, lanjut.headers.location]).toEqual([303, `/verifikasi/${kodeBerkelompok(kode)}`]);
  });

  it('asks who asks too often to wait', async () => {
    let terakhir = 200;
    for (let i = 0; i < 70 && terakhir !== 429; i++) terakhir = (await umum.buka('/verifikasi/AAAA')).status;
    expect(terakhir).toBe(429);
    expect((await umum.buka('/verifikasi')).status).toBe(200);
  });
});

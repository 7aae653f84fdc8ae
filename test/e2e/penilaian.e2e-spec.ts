import { type INestApplicationContext } from '@nestjs/common';
import { get, type IncomingMessage } from 'node:http';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { isiTahun, kerjakanSemua, potonganHitung } from '../support/penilaian.js';
import { PotonganService } from '../../src/modules/penilaian/potongan.service.js';
import { PenyelesaianService } from '../../src/modules/penilaian/penyelesaian.service.js';

const TAHUN = 2025;

describe('the pages of scoring', () => {
  let uji: AplikasiUji;
  let layanan: INestApplicationContext;
  let petugas: Pengunjung;
  let kabid: Pengunjung;
  let ormas: number[];

  beforeAll(async () => {
    uji = await aplikasiUji();
    layanan = uji.app;
    petugas = await uji.masukSebagai('petugas');
    kabid = await uji.masukSebagai('kabid');
  });
  afterAll(() => uji?.tutup());

  const versi = (teks: string): string => /name="versi" value="(\d+)"/.exec(teks)?.[1] ?? '';
  const hitungTerakhir = async (): Promise<number> =>
    (await uji.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM hitung'))[0]?.id ?? 0;
  const satuHasil = async (syarat: string): Promise<{ ormas_id: number; opd_id: number | null; skor: string }> =>
    (
      await uji.db.query<{ ormas_id: number; opd_id: number | null; skor: string }[]>(
        `SELECT ormas_id, opd_id, skor FROM hasil_iko WHERE hitung_id = ? AND ${syarat} ORDER BY id LIMIT 1`,
        [await hitungTerakhir()],
      )
    )[0] ?? { ormas_id: 0, opd_id: null, skor: '' };

  it('an officer makes the period, and reads that nothing has been computed yet', async () => {
    expect((await petugas.buka('/penilaian')).text).toContain('Belum ada periode penilaian');
    const salah = await petugas.kirim('/penilaian', '/penilaian', { tahun: 'dua ribu' });
    expect(salah.status).toBe(422);
    expect(salah.text).toContain('Tulis tahun penilaian, misalnya 2026.');
    expect(salah.text).toContain('value="dua ribu"');
    const jawaban = await petugas.kirim('/penilaian', '/penilaian', { tahun: String(TAHUN) });
    expect(jawaban.headers.location).toBe(`/penilaian/${TAHUN}`);
    const { text } = await petugas.buka(`/penilaian/${TAHUN}`);
    expect(text).toContain('1 Desember 2024–30 November 2025');
    expect(text).toContain('bobot bawaan, belum ditetapkan kantor');
    expect(text).toContain('Belum ada hasil');
    expect(text).toContain('Hitung IKO');
  });

  it('pressing "Hitung IKO" leads to the running run, a second press to the same one', async () => {
    ormas = await isiTahun(layanan, uji.url, { jumlah: 210, tahun: TAHUN, benih: 3 });
    const jawaban = await petugas.kirim(`/penilaian/${TAHUN}`, `/penilaian/${TAHUN}/hitung`);
    const id = await hitungTerakhir();
    expect([jawaban.status, jawaban.headers.location]).toEqual([303, `/penilaian/hitung/${id}`]);
    const lagi = await kabid.kirim('/penilaian', `/penilaian/${TAHUN}/hitung`);
    expect(lagi.headers.location).toBe(`/penilaian/hitung/${id}`);
    expect((await kabid.buka(`/penilaian/hitung/${id}`)).text).toContain('sedang berjalan');
  });

  it('shows how far it is without JavaScript, and stays right after a reload', async () => {
    const id = await hitungTerakhir();
    const potongan = await potonganHitung(uji.db, id);
    await layanan.get(PotonganService, { strict: false }).kerjakanPotongan(potongan[0]?.id ?? 0);
    const jumlah = potongan.reduce((n, p) => n + p.jumlah, 0);
    for (const alamat of [`/penilaian/hitung/${id}`, `/penilaian/${TAHUN}`]) {
      const { text } = await petugas.buka(alamat);
      expect(text).toContain(`Menilai ${potongan[0]?.jumlah} dari ${jumlah}; `);
      expect(text).toMatch(/<meta http-equiv="refresh"/);
      expect(text).toContain(`data-sse="/penilaian/hitung/${id}/aliran"`);
    }
    expect((await petugas.buka(`/penilaian/${TAHUN}`)).text).not.toContain('>Hitung IKO<');
  });

  it('ends the stream of a reader whose session was ended', async () => {
    const pembaca = await uji.masukSebagai('kaban');
    const alamat = `${uji.alamat}/penilaian/hitung/${await hitungTerakhir()}/aliran`;
    const { pesan, akhir } = await ikuti(pembaca, alamat);
    expect(await pesan(1)).toMatchObject({ tuntas: false });
    await uji.db.query('DELETE FROM sesi WHERE akun_id = (SELECT MAX(id) FROM akun)');
    await akhir;
    expect((await semuaPesan(pesan)).every((p) => !p.tuntas)).toBe(true);
  });

  it('streams the progress, and ends the stream with the run', async () => {
    const id = await hitungTerakhir();
    const { res, pesan, akhir } = await ikuti(petugas, `${uji.alamat}/penilaian/hitung/${id}/aliran`);
    expect(res.headers['content-type']).toContain('text/event-stream');
    expect(res.headers['content-encoding']).toBeUndefined();
    expect(await pesan(1)).toMatchObject({ tuntas: false });
    await kerjakanSemua(layanan, uji.db, id);
    await akhir;
    const [terakhir] = (await semuaPesan(pesan)).slice(-1);
    expect(terakhir).toMatchObject({ tuntas: true, selesai: terakhir?.jumlah });
    expect(terakhir?.kalimat).toMatch(/^Selesai: \d+ ormas sudah dinilai$/);
  });

  it('gives the stream of a run that is over one message and an end', async () => {
    const { pesan, akhir } = await ikuti(petugas, `${uji.alamat}/penilaian/hitung/${await hitungTerakhir()}/aliran`);
    await akhir;
    expect(await semuaPesan(pesan)).toHaveLength(1);
  });

  it('shows the results: mean with n and coverage, levels as chart and table, clusters, everybody', async () => {
    const { text } = await petugas.buka(`/penilaian/${TAHUN}`);
    expect(text).toMatch(/n \d+ dari \d+ ormas, cakupan rata-rata \d+,\d\d%/);
    expect(text).toContain('Sebaran tingkat');
    expect(text).toContain('Lihat sebagai tabel');
    expect(text).toContain('Menurut klaster');
    expect(text).toContain('Hitung ulang IKO');
    const sementara = await petugas.buka(`/penilaian/${TAHUN}?keadaan=sementara&urut=nama&arah=naik`);
    expect(sementara.text).toContain('Hasil: Sementara');
    expect(sementara.text).not.toMatch(/<td class="angka">\d+<\/td>\s*<th scope="row"/);
    expect((await petugas.buka(`/penilaian/${TAHUN}?cari=zzzz`)).text).toContain('Tidak ada yang cocok');
    expect((await petugas.buka(`/penilaian/${TAHUN}?opd=abc&keadaan=xyz&halaman=9999`)).status).toBe(200);
  });

  it('opens one score from the IKO down to the activities that were counted', async () => {
    const h = await satuHasil('sementara = 0 AND skor IS NOT NULL AND masukan LIKE \'%"kegiatanSebidang":[%\'');
    const { text, status } = await petugas.buka(`/penilaian/${TAHUN}/ormas/${h.ormas_id}`);
    expect(status).toBe(200);
    expect(text).toContain(h.skor.replace('.', ','));
    expect(text).toContain('EFK1 Realisasi program kerja');
    expect(text).toContain('Kegiatan terverifikasi dalam periode');
    expect(text).toMatch(/href="\/kegiatan\/\d+"/);
    expect(text).toMatch(/Sidik masukan[\s\S]*[0-9a-f]{64}/);
    expect(text).toContain(`IKO ${TAHUN} dihitung: ${h.skor.replace('.', ',')}`);
    expect(text).toContain('Tetapkan tingkat');
  });

  it('opens provisional scores, profiles without a score and ormas outside the run too', async () => {
    const sementara = await satuHasil("sementara = 1 AND status = 'dinilai'");
    expect((await petugas.buka(`/penilaian/${TAHUN}/ormas/${sementara.ormas_id}`)).text).toContain('Skor sementara');
    const profil = await satuHasil("status = 'profil-saja'");
    expect((await petugas.buka(`/penilaian/${TAHUN}/ormas/${profil.ormas_id}`)).text).toContain(
      'kurang dari satu tahun',
    );
    const luar = await uji.db.query<{ id: number }[]>(
      'SELECT id FROM ormas WHERE id NOT IN (SELECT ormas_id FROM hasil_iko WHERE hitung_id = ?) LIMIT 1',
      [await hitungTerakhir()],
    );
    if (luar[0])
      expect((await petugas.buka(`/penilaian/${TAHUN}/ormas/${luar[0].id}`)).text).toContain('Belum ada skor');
    expect((await petugas.buka(`/penilaian/${TAHUN}/ormas/999999`)).status).toBe(404);
    expect((await petugas.buka('/penilaian/1999')).status).toBe(404);
  });

  it('an officer sets a level with its reason; what is wrong is shown beside the field, what was typed stays', async () => {
    const { ormas_id: id } = await satuHasil(
      "sementara = 0 AND ormas_id NOT IN (SELECT ormas_id FROM tingkat_indikator WHERE indikator = 'KTH2')",
    );
    const alamat = `/penilaian/${TAHUN}/ormas/${id}/tingkat/KTH2`;
    const formulir = await petugas.buka(alamat);
    expect(formulir.text).toContain('Tingkat 4');
    const salah = await petugas.kirim(alamat, alamat, { versi: versi(formulir.text), nilai: '3', alasan: 'ya' });
    expect(salah.status).toBe(422);
    expect(salah.text).toContain('Tuliskan alasannya, 5 sampai 300 huruf');
    expect(salah.text).toMatch(/value="3" checked/);
    const benar = { versi: versi(formulir.text), nilai: '3', alasan: 'Arsip rapi pada kunjungan 3 November.' };
    const jawaban = await petugas.kirim(alamat, alamat, benar);
    expect([jawaban.status, jawaban.headers.location]).toEqual([303, `/penilaian/${TAHUN}/ormas/${id}`]);
    const { text } = await petugas.buka(`/penilaian/${TAHUN}/ormas/${id}`);
    expect(text).toContain('Sudah ditetapkan menjadi tingkat 3; berlaku setelah dihitung ulang');
    expect(text).toContain('Arsip rapi pada kunjungan 3 November.');
    const kedua = await kabid.kirim(alamat, alamat, benar);
    expect(kedua.status).toBe(409);
    expect(kedua.text).toContain('tingkat 3');
  });

  it('says what failed and offers to try again', async () => {
    await petugas.kirim(`/penilaian/${TAHUN}`, `/penilaian/${TAHUN}/hitung`);
    const id = await hitungTerakhir();
    const [potongan] = await potonganHitung(uji.db, id);
    await layanan.get(PenyelesaianService, { strict: false }).menyerah(potongan?.id ?? 0, 'Basis data: ER_CONTOH');
    const { text } = await petugas.buka(`/penilaian/hitung/${id}`);
    expect(text).toContain('Basis data: ER_CONTOH');
    expect(text).toContain('Coba lagi');
    expect((await petugas.buka(`/penilaian/${TAHUN}`)).text).toContain('Perhitungan terakhir berhenti sebelum selesai');
    const jawaban = await petugas.kirim(`/penilaian/hitung/${id}`, `/penilaian/hitung/${id}/ulangi`);
    expect(jawaban.headers.location).toBe(`/penilaian/hitung/${id}`);
    await kerjakanSemua(layanan, uji.db, id);
    expect((await petugas.buka(`/penilaian/hitung/${id}`)).text).toContain(`Lihat hasil IKO ${TAHUN}`);
  });

  it('the kabid closes the period, after which no level can be set, and opens it again with a reason', async () => {
    const alamat = `/penilaian/${TAHUN}`;
    const halaman = `${alamat}/tutup`;
    const tutup = { versi: versi((await kabid.buka(halaman)).text), paham: 'ya' };
    expect((await petugas.kirim(alamat, halaman, tutup)).status).toBe(403);
    expect((await kabid.kirim(halaman, halaman, { versi: tutup.versi })).status).toBe(422);
    expect((await kabid.kirim(halaman, halaman, tutup)).status).toBe(303);
    expect((await petugas.buka(`${alamat}/ormas/${ormas[0]}/tingkat/KTH2`)).status).toBe(403);
    expect((await petugas.buka(alamat)).text).not.toContain('Hitung ulang IKO');
    const hitung = await petugas.kirim('/penilaian', `${alamat}/hitung`);
    expect(hitung.status).toBe(409);
    expect(hitung.text).toContain('membuka kembali periode ini dahulu, dengan alasan');
    const buka = { versi: versi((await kabid.buka(alamat)).text) };
    expect((await kabid.kirim(alamat, `${alamat}/buka`, { ...buka, alasan: '' })).status).toBe(422);
    expect((await kabid.kirim(alamat, `${alamat}/buka`, { ...buka, alasan: 'Klarifikasi ormas' })).status).toBe(303);
  });

  it('shows an OPD its own cluster, a sekretaris the own ormas, and nobody else anything', async () => {
    const h = await satuHasil('opd_id IS NOT NULL AND skor IS NOT NULL');
    const lain = await satuHasil(`opd_id <> ${h.opd_id}`);
    const opd = await uji.masukSebagai('opd', { opdId: h.opd_id ?? 0 });
    expect((await opd.buka(`/penilaian/${TAHUN}/ormas/${h.ormas_id}`)).status).toBe(200);
    expect((await opd.buka(`/penilaian/${TAHUN}/ormas/${lain.ormas_id}`)).status).toBe(404);
    const daftar = (await opd.buka(`/penilaian/${TAHUN}`)).text;
    expect(daftar).not.toContain('Hitung ulang IKO');
    const [milik] = await uji.db.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM hasil_iko WHERE hitung_id = ? AND opd_id = ?',
      [await hitungTerakhir(), h.opd_id],
    );
    expect(daftar).toContain(`dari ${milik?.n} ormas`);
    expect((await opd.buka(`/penilaian/hitung/${await hitungTerakhir()}`)).status).toBe(404);
    expect((await opd.kirim('/penilaian', `/penilaian/${TAHUN}/hitung`)).status).toBe(403);

    const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: h.ormas_id });
    const ke = await sekretaris.buka(`/penilaian/${TAHUN}`);
    expect(ke.headers.location).toBe(`/penilaian/${TAHUN}/ormas/${h.ormas_id}`);
    const sendiri = await sekretaris.buka(`/penilaian/${TAHUN}/ormas/${h.ormas_id}`);
    expect(sendiri.text).toContain('Nilai sendiri');
    expect(sendiri.text).not.toContain('Tetapkan tingkat');
    expect((await sekretaris.buka(`/penilaian/${TAHUN}/ormas/${lain.ormas_id}`)).status).toBe(404);
    const mandiri = `/penilaian/${TAHUN}/ormas/${h.ormas_id}/mandiri/KBL2`;
    const isian = { versi: versi((await sekretaris.buka(mandiri)).text), nilai: '1' };
    expect((await sekretaris.kirim(mandiri, mandiri, isian)).status).toBe(303);
    expect((await uji.tamu().buka(`/penilaian/${TAHUN}`)).headers.location).toContain('/masuk');

    const pimpinan = await uji.masukSebagai('pimpinan');
    expect((await pimpinan.buka(`/penilaian/${TAHUN}`)).text).not.toContain('Hitung ulang IKO');
  });
});

interface Pesan {
  selesai: number;
  jumlah: number;
  kalimat: string;
  tuntas: boolean;
}

/** Opens an event stream as a signed-in browser does; `pesan(n)` is the n-th message. */
async function ikuti(siapa: Pengunjung, alamat: string) {
  const cookie = siapa.agen.jar
    .getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false })
    .toValueString();
  const res = await new Promise<IncomingMessage>((selesai, gagal) =>
    get(alamat, { headers: { cookie, accept: 'text/event-stream', 'accept-encoding': 'gzip' } }, selesai).on(
      'error',
      gagal,
    ),
  );
  const daftar: Pesan[] = [];
  let bangun = (): void => undefined;
  res.setEncoding('utf8').on('data', (potong: string) => {
    for (const [, isi] of potong.matchAll(/^data: (.*)$/gm)) daftar.push(JSON.parse(isi ?? '') as Pesan);
    bangun();
  });
  const akhir = new Promise<void>((selesai) => res.on('close', selesai));
  const pesan = async (n: number): Promise<Pesan | undefined> => {
    while (daftar.length < n && !res.closed) await Promise.race([new Promise<void>((s) => (bangun = s)), akhir]);
    return daftar[n - 1];
  };
  return { res, pesan, akhir };
}

async function semuaPesan(pesan: (n: number) => Promise<Pesan | undefined>): Promise<Pesan[]> {
  const isi: Pesan[] = [];
  for (let n = 1; ; n++) {
    const satu = await pesan(n);
    if (!satu) return isi;
    isi.push(satu);
  }
}

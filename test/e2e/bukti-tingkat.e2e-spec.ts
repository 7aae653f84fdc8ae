import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { isiTahun, kerjakanSemua } from '../support/penilaian.js';

const TAHUN = 2025;
type Berkas = [bidang: string, nama: string, isi: Buffer];

describe('evidence behind levels', () => {
  let uji: AplikasiUji;
  let petugas: Pengunjung;
  let sekretaris: Pengunjung;
  let ormasId: number;
  let skor: string;
  let mandiri: string;
  let tingkat: string;

  beforeAll(async () => {
    uji = await aplikasiUji();
    const ormas = await isiTahun(uji.app, uji.url, { jumlah: 210, tahun: TAHUN, benih: 3 });
    petugas = await uji.masukSebagai('petugas');
    await petugas.kirim(`/penilaian/${TAHUN}`, `/penilaian/${TAHUN}/hitung`);
    const [hitung] = await uji.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM hitung');
    await kerjakanSemua(uji.app, uji.db, hitung?.id ?? 0);
    const [h] = await uji.db.query<{ ormas_id: number }[]>(
      `SELECT h.ormas_id FROM hasil_iko h JOIN ormas o ON o.id = h.ormas_id
       WHERE h.skor IS NOT NULL AND o.opd_id IS NOT NULL AND h.ormas_id NOT IN
         (SELECT ormas_id FROM tingkat_indikator WHERE indikator = 'KBL3') LIMIT 1`,
    );
    ormasId = h?.ormas_id ?? ormas[0] ?? 0;
    sekretaris = await uji.masukSebagai('sekretaris', { ormasId });
    skor = `/penilaian/${TAHUN}/ormas/${ormasId}`;
    mandiri = `${skor}/mandiri/KBL3`;
    tingkat = `${skor}/tingkat/KBL3`;
  });
  afterAll(() => uji?.tutup());

  /** Sends the form as a browser without JavaScript does: multipart, with what the page holds. */
  async function kirim(siapa: Pengunjung, alamat: string, isian: Record<string, string>, berkas: Berkas[] = []) {
    const { text } = await siapa.buka(alamat);
    const bawaan = Object.fromEntries(
      ['_csrf', '_formulir', 'versi'].map((n) => [n, new RegExp(`name="${n}" value="([^"]*)"`).exec(text)?.[1] ?? '']),
    );
    let kiriman = siapa.agen.post(alamat).set('Accept', 'text/html');
    for (const [nama, nilai] of Object.entries({ ...bawaan, ...isian })) kiriman = kiriman.field(nama, nilai);
    for (const [bidang, nama, isi] of berkas) kiriman = kiriman.attach(bidang, isi, nama);
    return kiriman;
  }
  const berkasPertama = (teks: string): string => /href="(\/berkas\/[A-Za-z0-9_-]{22})"/.exec(teks)?.[1] ?? '';
  let berkas: string;

  it('a level that needs evidence is not sent without; the choice stays on the page', async () => {
    const jawaban = await kirim(sekretaris, mandiri, { nilai: '3', lanjut: 'kirim' });
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain('Tingkat 3 memerlukan paling sedikit satu berkas bukti');
    expect(jawaban.text).toMatch(/value="3" checked/);
    const kosong = await kirim(sekretaris, mandiri, { lanjut: 'kirim' });
    expect([kosong.status, kosong.text.includes('Pilih salah satu tingkat.')]).toEqual([422, true]);
  });

  it('a good file is kept beside a bad one, whose caption stays; nothing is sent until the person has seen that', async () => {
    const isian = {
      nilai: '3',
      lanjut: 'kirim',
      ket_berkas1: 'Perjanjian dengan sekolah',
      ket_berkas2: 'Perjanjian dua',
    };
    const jawaban = await kirim(sekretaris, mandiri, isian, [
      ['berkas1', 'perjanjian.pdf', await pdfContoh('Perjanjian kerja sama')],
      ['berkas2', 'program.pdf', Buffer.from('#!/bin/sh\n')],
    ]);
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain('Berkas “program.pdf” bukan foto');
    expect(jawaban.text).toContain('value="Perjanjian dua"');
    expect(jawaban.text).toContain('value="Perjanjian dengan sekolah"');
    expect(jawaban.text).toMatch(/perjanjian\.pdf, [\d,]+ \w+, SHA-256 [0-9a-f]{12}, tersimpan/);
    expect(jawaban.text).toMatch(/value="3" checked/);
    berkas = berkasPertama(jawaban.text);
    expect((await sekretaris.buka(berkas)).status).toBe(200);
    expect((await petugas.buka(berkas)).status).toBe(404);
    expect((await petugas.buka(tingkat)).text).not.toContain('perjanjian.pdf');
  });

  it('sends the level with the evidence, which the officer sees beside the claim', async () => {
    const foto = await fotoContoh('#446688');
    const simpan = await kirim(sekretaris, mandiri, { lanjut: 'berkas' }, [['berkas1', 'papan.png', foto]]);
    expect([simpan.status, simpan.headers.location]).toEqual([303, mandiri]);
    expect((await sekretaris.buka(mandiri)).text).toContain('papan.jpg');
    const jawaban = await kirim(sekretaris, mandiri, { nilai: '3', lanjut: 'kirim' });
    expect(jawaban.status).toBe(303);
    expect((await sekretaris.buka(skor)).text).toContain('Menunggu petugas');
    const { text } = await petugas.buka(tingkat);
    expect(text).toContain('Tingkat 3; 2 berkas bukti');
    expect(text).toContain('Perjanjian dengan sekolah');
    expect(text).toMatch(/<img src="\/berkas\/[A-Za-z0-9_-]{22}\?ukuran(=|&#x3D;)kecil"/);
    expect((await petugas.buka(berkas)).headers['content-type']).toBe('application/pdf');
  });

  it('shows the secretary alone what is sent and what is missing, and leads from one to the next until none is', async () => {
    const bagian = async (): Promise<string> => {
      const { text } = await sekretaris.buka(skor);
      return /<section class="bagian tumpuk-rapat" id="penilaian-mandiri">[\s\S]*?<\/section>/.exec(text)?.[0] ?? '';
    };
    await uji.db.query("DELETE FROM tingkat_indikator WHERE ormas_id = ? AND indikator IN ('EFK2', 'KTH1')", [ormasId]);
    expect(await bagian()).toMatch(/KBL3 Kemitraan[^<]*<\/b><p>Terkirim, tingkat 3, 2 berkas/);
    expect((await petugas.buka(skor)).text).not.toContain('id="penilaian-mandiri"');
    const kurang = (teks: string): string[] =>
      [...teks.matchAll(/<p>Belum diisi[\s\S]*?href="([^"]+)"/g)].map((m) => m[1] ?? '');
    let sisa = kurang(await bagian());
    let alamat = sisa[0] ?? '';
    const jumlah = sisa.length;
    expect(jumlah).toBe(2);
    for (let i = 1; i <= jumlah; i++) {
      const jawaban = await kirim(sekretaris, alamat, { nilai: '0', lanjut: 'kirim' });
      sisa = kurang(await bagian());
      expect([jawaban.status, sisa.length]).toEqual([303, jumlah - i]);
      alamat = jawaban.headers.location ?? '';
      if (i < jumlah) expect(sisa).toContain(alamat);
    }
    expect(alamat).toBe(`${skor}#penilaian-mandiri`);
  });

  it('the officer decides on files that are ticked, with a note of the visit that survives a refusal', async () => {
    const catatan: Berkas = ['berkas1', 'kunjungan.pdf', await pdfContoh('Berita acara kunjungan')];
    const tanpaAlasan = await kirim(petugas, tingkat, { nilai: '2', alasan: 'ya', ket_berkas1: 'Kunjungan 3 Mei' }, [
      catatan,
    ]);
    expect(tanpaAlasan.status).toBe(422);
    expect(tanpaAlasan.text).toContain('Tuliskan alasannya');
    expect(tanpaAlasan.text).toMatch(
      /name="dasar" value="[^"]+" checked[^>]*>(?:(?!name="dasar")[\s\S])*kunjungan\.pdf/,
    );
    const dasar = [...tanpaAlasan.text.matchAll(/name="dasar" value="([^"]+)"/g)].map((m) => m[1] ?? '');
    expect(dasar).toHaveLength(3);
    const tanpaDasar = await kirim(petugas, tingkat, { nilai: '2', alasan: 'Satu perjanjian tertulis ada.' });
    expect(tanpaDasar.text).toContain('Tandai berkas yang menjadi dasar keputusan');
    const isian = { nilai: '2', alasan: 'Satu perjanjian tertulis ada.' };
    const { text } = await petugas.buka(tingkat);
    const bawaan = Object.fromEntries(
      ['_csrf', '_formulir', 'versi'].map((n) => [n, new RegExp(`name="${n}" value="([^"]*)"`).exec(text)?.[1] ?? '']),
    );
    const jawaban = await petugas.agen
      .post(tingkat)
      .type('form')
      .send({ ...bawaan, ...isian, dasar: [dasar[0] ?? '', dasar[2] ?? ''] });
    expect([jawaban.status, jawaban.headers.location]).toEqual([303, skor]);
  });

  it('the score opens the level down to its reason, who, when, and the files, before and after it is computed', async () => {
    const sebelum = (await petugas.buka(skor)).text;
    const kini = sebelum.slice(
      sebelum.indexOf('Sejak perhitungan terakhir'),
      sebelum.indexOf('Tingkat setiap indikator'),
    );
    expect(kini).toContain('KBL3 Kemitraan');
    expect(kini).toContain('Satu perjanjian tertulis ada.');
    await petugas.kirim(`/penilaian/${TAHUN}`, `/penilaian/${TAHUN}/hitung`);
    const [hitung] = await uji.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM hitung');
    await kerjakanSemua(uji.app, uji.db, hitung?.id ?? 0);
    for (const siapa of [petugas, sekretaris]) {
      const { text } = await siapa.buka(skor);
      expect(text).not.toContain('Sejak perhitungan terakhir');
      const semua = text.slice(text.indexOf('Dari mana angka ini'));
      const jejak = semua.slice(semua.indexOf('KBL3 Kemitraan'), semua.indexOf('KTH1'));
      expect(jejak).toContain('Satu perjanjian tertulis ada.');
      expect(jejak).toContain('Uji petugas, ');
      expect(jejak).toMatch(
        /Dasar keputusan 1[\s\S]*href="\/berkas\/[^"]+"[^<]*>Perjanjian dengan sekolah: perjanjian\.pdf/,
      );
      expect(jejak).toMatch(/Dasar keputusan 2[\s\S]*Kunjungan 3 Mei: kunjungan\.pdf/);
      expect(jejak).toMatch(/Bukti dari ormas[\s\S]*papan\.jpg/);
    }
    expect((await petugas.buka(`/penilaian/${TAHUN}`)).status).toBe(200);
  });

  it('holds what the decision rests on, and shows it to nobody else', async () => {
    const { text } = await sekretaris.buka(mandiri);
    expect(text).toContain('Menjadi dasar keputusan petugas; tidak dapat dilepaskan.');
    const [opd] = await uji.db.query<{ opd_id: number }[]>('SELECT opd_id FROM ormas WHERE id = ?', [ormasId]);
    const [luar] = await uji.db.query<{ id: number }[]>('SELECT id FROM ormas WHERE id <> ? LIMIT 1', [ormasId]);
    const lain = ((opd?.opd_id ?? 1) % 5) + 1;
    const siapa: [Pengunjung, number][] = [
      [await uji.masukSebagai('opd', { opdId: opd?.opd_id ?? 0 }), 200],
      [await uji.masukSebagai('opd', { opdId: lain }), 404],
      [await uji.masukSebagai('sekretaris', { ormasId: luar?.id ?? 0 }), 404],
      [await uji.masukSebagai('kaban'), 200],
      [await uji.masukSebagai('pimpinan'), 404],
      [await uji.masukSebagai('admin'), 404],
    ];
    for (const [p, status] of siapa)
      expect([p.aktor?.peran, (await p.buka(berkas)).status]).toEqual([p.aktor?.peran, status]);
    expect((await uji.tamu().buka(berkas)).headers.location).toContain('/masuk');
    expect((await siapa[4]?.[0].buka(skor))?.text).not.toContain('href="/berkas/');
    const baca = await uji.db.query("SELECT id FROM audit WHERE aksi = 'berkas.baca' AND objek = 'tingkat'");
    expect(baca.length).toBeGreaterThan(0);
  });
});

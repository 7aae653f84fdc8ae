import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { tahunJendela } from '../../src/modules/setelan/jendela.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';

let uji: AplikasiUji;
let ormas: { id: number; nama: string; opdId: number | null };
let sekretaris: Pengunjung;
let petugas: Pengunjung;
// On the first day of a window yesterday belongs to the year before.
const kemarin = tambahHari(tanggalWib(new Date()), -1);

beforeAll(async () => {
  uji = await aplikasiUji();
  ormas = await buatOrmas(uji.db);
  sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
  petugas = await uji.masukSebagai('petugas');
});
afterAll(() => uji.tutup());

const ISIAN = {
  judul: 'Pelatihan membatik contoh',
  tanggalMulai: kemarin,
  tempat: 'Aula contoh RW 05',
  uraian: 'Dua puluh remaja belajar membatik.\nHasilnya dipamerkan.',
  pesertaLaki: '8',
  pesertaPerempuan: '12',
  realisasi: '1.250.000',
};

interface Lampiran {
  bidang: string;
  isi: Buffer;
  nama: string;
}

/** Sends a form with files as a browser does. */
async function kirimBerkas(
  siapa: Pengunjung,
  halaman: string,
  isian: Record<string, string>,
  lampiran: Lampiran[] = [],
  aksi = halaman,
) {
  const { text } = await siapa.buka(halaman);
  const ambil = (nama: string) => new RegExp(`name="${nama}" value="([^"]*)"`).exec(text)?.[1];
  const versi = ambil('versi');
  const rahasia = { _csrf: ambil('_csrf') ?? '', _formulir: ambil('_formulir') ?? '', ...(versi ? { versi } : {}) };
  const kiriman = siapa.agen.post(aksi).set('Accept', 'text/html');
  for (const [nama, nilai] of Object.entries({ ...rahasia, ...isian })) void kiriman.field(nama, nilai);
  for (const l of lampiran) void kiriman.attach(l.bidang, l.isi, l.nama);
  return kiriman;
}

/** Sends a plain form of a page together with the version that stands in it. */
async function kirim(siapa: Pengunjung, halaman: string, aksi: string, isian: Record<string, string> = {}) {
  const { text } = await siapa.buka(halaman);
  const versi = /name="versi" value="(\d+)"/.exec(text)?.[1] ?? '';
  return siapa.kirim(halaman, aksi, { versi, ...isian });
}

const idDari = (alamat: unknown): number => Number(/\/kegiatan\/(\d+)/.exec(String(alamat))?.[1]);

/** A report that was sent to the office. */
async function terkirim(judul = ISIAN.judul): Promise<number> {
  const jawaban = await kirimBerkas(
    sekretaris,
    `/ormas/${ormas.id}/kegiatan/baru`,
    { ...ISIAN, judul, ket_foto1: 'Peserta di aula', lanjut: 'periksa' },
    [{ bidang: 'foto1', isi: await fotoContoh(), nama: 'foto.jpg' }],
  );
  const id = idDari(jawaban.headers.location);
  await kirim(sekretaris, `/kegiatan/${id}/periksa`, `/kegiatan/${id}/ajukan`);
  return id;
}

const baris = async (id: number): Promise<Record<string, unknown>> =>
  (await uji.db.query<Record<string, unknown>[]>('SELECT * FROM kegiatan WHERE id = ?', [id]))[0] ?? {};

const sandiBerkas = (teks: string): string[] => [...teks.matchAll(/\/berkas\/([\w-]{22})/g)].map((m) => m[1] ?? '');

describe('the way of a report', () => {
  it('leads from draft over a return to verification, with files, receipt and timeline', async () => {
    const daftar = await sekretaris.buka(`/ormas/${ormas.id}/kegiatan`);
    expect(daftar.status).toBe(200);
    expect(daftar.text).toContain('Belum ada laporan kegiatan');

    // One good photo, one file that is none, a document, and a figure that is none: what is good is kept.
    const draf = await kirimBerkas(
      sekretaris,
      `/ormas/${ormas.id}/kegiatan/baru`,
      { ...ISIAN, pesertaLaki: 'delapan', ket_foto1: 'Peserta di aula', ket_foto2: 'Gambar kedua', lanjut: 'periksa' },
      [
        { bidang: 'foto1', isi: await fotoContoh(), nama: 'foto satu.jpg' },
        { bidang: 'foto2', isi: Buffer.from('<svg onload=alert(1)>'), nama: 'bukan.jpg' },
        { bidang: 'dokumen1', isi: await pdfContoh(), nama: 'daftar hadir.pdf' },
      ],
    );
    expect(draf.status).toBe(422);
    expect(draf.text).toContain('Draf sudah disimpan');
    expect(draf.text).toContain('value="delapan"');
    expect(draf.text).toContain('value="Gambar kedua"');
    expect(draf.text).toContain('“bukan.jpg” bukan foto');
    expect(draf.text).toContain('foto satu.jpg');
    const id = idDari(/action="(\/kegiatan\/\d+\/ubah)"/.exec(draf.text)?.[1]);
    expect(await baris(id)).toMatchObject({ status: 'draf', judul: ISIAN.judul, peserta_laki: null });
    expect(String((await baris(id)).realisasi)).toBe('1250000.00');
    expect((await petugas.buka(`/kegiatan/${id}`)).status).toBe(404);

    // Saved again without choosing another file: the caption typed for it stays, and so do those of the others.
    const tanpaFoto = await kirimBerkas(sekretaris, `/kegiatan/${id}/ubah`, {
      ...ISIAN,
      pesertaLaki: 'delapan',
      ket_foto2: 'Gambar kedua',
      lanjut: 'draf',
    });
    expect(tanpaFoto.status).toBe(422);
    expect(tanpaFoto.text).toContain('Pilih berkasnya, atau kosongkan keterangannya.');
    expect(tanpaFoto.text).toContain('value="Gambar kedua"');
    expect(tanpaFoto.text).toContain('value="Peserta di aula"');

    // The stored form is sent again, complete: on to the check, and off.
    const lanjut = await kirimBerkas(sekretaris, `/kegiatan/${id}/ubah`, { ...ISIAN, lanjut: 'periksa' });
    expect([lanjut.status, lanjut.headers.location]).toEqual([303, `/kegiatan/${id}/periksa`]);
    const periksa = await sekretaris.buka(`/kegiatan/${id}/periksa`);
    expect(periksa.text).toContain('Rp1.250.000,00');
    expect(periksa.text).toContain('Peserta di aula');
    const kiriman = await kirim(sekretaris, `/kegiatan/${id}/periksa`, `/kegiatan/${id}/ajukan`);
    const mundur = await sekretaris.buka(`/kegiatan/${id}/periksa`);
    expect([mundur.status, mundur.headers.location]).toEqual([303, `/kegiatan/${id}`]);
    expect([kiriman.status, kiriman.headers.location]).toEqual([303, `/kegiatan/${id}/tanda-terima`]);
    const terima = await sekretaris.buka(`/kegiatan/${id}/tanda-terima`);
    expect(terima.text).toContain('2 dari 2 berkas tersimpan utuh');
    expect(terima.text.match(/"sidik">[0-9a-f]{64}</g)).toHaveLength(2);

    // The officer finds it in the list, may not return it without a word, and returns it.
    expect((await petugas.buka('/kegiatan')).text).toContain(ISIAN.judul);
    const tanpaCatatan = await kirim(petugas, `/kegiatan/${id}`, `/kegiatan/${id}/keputusan`, {
      keputusan: 'kembalikan',
      catatan: ' ',
    });
    expect(tanpaCatatan.status).toBe(422);
    expect(tanpaCatatan.text).toContain('Tulis apa yang perlu diperbaiki');
    expect(tanpaCatatan.text).toMatch(/value="kembalikan" checked/);
    const kembali = await kirim(petugas, `/kegiatan/${id}`, `/kegiatan/${id}/keputusan`, {
      keputusan: 'kembalikan',
      catatan: 'Jumlah peserta tidak cocok dengan daftar hadir.',
    });
    expect([kembali.status, kembali.headers.location]).toEqual([303, '/kegiatan']);

    // The secretary reads why, mends it, and sends it again; the first sending stays the measure of timeliness.
    const pertama = (await baris(id)).diajukan_pertama_pada;
    const rinci = await sekretaris.buka(`/kegiatan/${id}`);
    expect(rinci.text).toContain('Jumlah peserta tidak cocok');
    await kirimBerkas(sekretaris, `/kegiatan/${id}/ubah`, { ...ISIAN, pesertaLaki: '10', lanjut: 'periksa' });
    const milik = (await sekretaris.buka(`/kegiatan/${id}`)).text;
    expect(milik).toContain('Perbaikan Anda belum dikirim');
    expect(milik).toContain('10 orang');
    const umum = (await petugas.buka(`/kegiatan/${id}`)).text;
    expect(umum).not.toContain('Dimuat ke portal');
    expect(umum.match(/Laporan diajukan/g)).toHaveLength(1);
    expect(umum).toContain('Ormas sedang menulis ulang laporan ini');
    expect(umum).not.toContain('10 orang');
    const setahun = `/ormas/${ormas.id}/kegiatan?tahun=${tahunJendela('12-01', kemarin)}`;
    expect((await petugas.buka(setahun)).text).toContain('Sedang ditulis ulang oleh ormas');
    await kirim(sekretaris, `/kegiatan/${id}/periksa`, `/kegiatan/${id}/ajukan`);
    expect((await baris(id)).diajukan_pertama_pada).toEqual(pertama);

    // The officer sees what changed and verifies.
    const lagi = await petugas.buka(`/kegiatan/${id}`);
    expect(lagi.text).toContain('Yang berubah sejak pengajuan sebelumnya');
    expect(lagi.text).toContain('<del>8 orang</del> menjadi <ins>10 orang</ins>');
    const sah = await kirim(petugas, `/kegiatan/${id}`, `/kegiatan/${id}/keputusan`, { keputusan: 'verifikasi' });
    expect(sah.status).toBe(303);
    expect((await sekretaris.buka(`/kegiatan/${id}`)).text).toContain('Terverifikasi');
    const [o] = await uji.db.query<{ t: string }[]>('SELECT kegiatan_terakhir AS t FROM ormas WHERE id = ?', [
      ormas.id,
    ]);
    expect(o?.t).toBe(kemarin);

    // A decision has a way back, with a reason; the register follows.
    const buka = await kirim(petugas, `/kegiatan/${id}`, `/kegiatan/${id}/tindakan/buka-kembali`, {
      alasan: 'Salah pilih.',
    });
    expect(buka.status).toBe(303);
    expect(await baris(id)).toMatchObject({ status: 'diajukan', diputuskan_oleh: null });
    const [p] = await uji.db.query<{ t: string | null }[]>('SELECT kegiatan_terakhir AS t FROM ormas WHERE id = ?', [
      ormas.id,
    ]);
    expect(p?.t).toBeNull();
    expect((await petugas.buka(`/kegiatan/${id}`)).text).toContain('Salah pilih.');
  });

  it('refuses to send what has not been held yet, without evidence, or without captions, and keeps the draft', async () => {
    const besok = tambahHari(tanggalWib(new Date()), 1);
    const draf = await kirimBerkas(
      sekretaris,
      `/ormas/${ormas.id}/kegiatan/baru`,
      { ...ISIAN, tanggalMulai: besok, tanggalSelesai: besok, lanjut: 'draf' },
      [{ bidang: 'foto1', isi: await fotoContoh('#883311'), nama: 'tanpa-keterangan.jpg' }],
    );
    expect(draf.status).toBe(303);
    const id = idDari(draf.headers.location);
    const periksa = await sekretaris.buka(`/kegiatan/${id}/periksa`);
    expect(periksa.text).toContain('Laporan dapat dikirim setelah kegiatan selesai');
    expect(periksa.text).toContain('Isi keterangan untuk foto “tanpa-keterangan.jpg”');
    const paksa = await kirim(sekretaris, `/kegiatan/${id}/ubah`, `/kegiatan/${id}/ajukan`);
    expect(paksa.status).toBe(422);
    expect(await baris(id)).toMatchObject({ status: 'draf', diajukan_pertama_pada: null });
  });

  it('gives a form sent twice the effect of once', async () => {
    const { text } = await sekretaris.buka(`/ormas/${ormas.id}/kegiatan/baru`);
    const ambil = (nama: string) => new RegExp(`name="${nama}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    const isi = {
      _csrf: ambil('_csrf'),
      _formulir: ambil('_formulir'),
      ...ISIAN,
      judul: 'Dikirim dua kali',
      lanjut: 'draf',
    };
    const sekali = () => sekretaris.agen.post(`/ormas/${ormas.id}/kegiatan/baru`).type('form').send(isi);
    const jawaban = await Promise.all([sekali(), sekali()]);
    expect(jawaban.map((j) => j.status).sort()).toEqual([303, 409]);
    const [n] = await uji.db.query<{ n: number }[]>(
      "SELECT COUNT(*) AS n FROM kegiatan WHERE judul = 'Dikirim dua kali'",
    );
    expect(Number(n?.n)).toBe(1);

    // Later (the browser's "back", the button once more) the second sender is shown where the first one arrived.
    const lagi = await sekali();
    expect(lagi.status).toBe(409);
    expect(lagi.text).toContain('Sudah terkirim');
    expect(lagi.text).toContain('tidak ada yang ganda');
    expect(lagi.text).not.toContain('belum disimpan');
    expect(lagi.text).toMatch(/href="\/kegiatan\/\d+\/ubah"/);
  });

  it('shows the second of two officers both decisions', async () => {
    const id = await terkirim('Diputuskan berdua');
    const lain = await uji.masukSebagai('kabid');
    const { text } = await lain.buka(`/kegiatan/${id}`);
    const versi = /name="versi" value="(\d+)"/.exec(text)?.[1] ?? '';
    await kirim(petugas, `/kegiatan/${id}`, `/kegiatan/${id}/keputusan`, {
      keputusan: 'verifikasi',
      catatan: 'Lengkap.',
    });
    const jawaban = await lain.kirim(`/kegiatan/${id}`, `/kegiatan/${id}/keputusan`, {
      versi,
      keputusan: 'tolak',
      catatan: 'Bukti kurang.',
    });
    expect(jawaban.status).toBe(409);
    expect(jawaban.text).toContain('Bukti kurang.');
    expect(jawaban.text).toContain('Terverifikasi');
    expect(jawaban.text).toContain('Uji petugas');
    expect(await baris(id)).toMatchObject({ status: 'terverifikasi' });
  });

  it('lets the OPD confirm a joint activity, and nobody else', async () => {
    const [opd] = await uji.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM opd');
    const draf = await kirimBerkas(
      sekretaris,
      `/ormas/${ormas.id}/kegiatan/baru`,
      { ...ISIAN, judul: 'Kegiatan bersama', bersamaOpdId: String(opd?.id), ket_foto1: 'Bersama', lanjut: 'periksa' },
      [{ bidang: 'foto1', isi: await fotoContoh('#114488'), nama: 'bersama.jpg' }],
    );
    const id = idDari(draf.headers.location);
    await kirim(sekretaris, `/kegiatan/${id}/periksa`, `/kegiatan/${id}/ajukan`);
    const reviewer = await uji.masukSebagai('opd', { opdId: opd?.id ?? 0 });
    expect((await reviewer.buka('/kegiatan')).text).toContain('Kegiatan bersama');
    const ditolak = await kirim(petugas, `/kegiatan/${id}`, `/kegiatan/${id}/tindakan/konfirmasi`);
    expect(ditolak.status).toBe(403);
    const ya = await kirim(reviewer, `/kegiatan/${id}`, `/kegiatan/${id}/tindakan/konfirmasi`);
    expect(ya.status).toBe(303);
    expect((await reviewer.buka(`/kegiatan/${id}`)).text).toContain('Dikonfirmasi');
    expect((await reviewer.buka('/kegiatan')).text).not.toContain('>Kegiatan bersama<');
  });
});

describe('files', () => {
  it('are read by role and file exactly as their report is', async () => {
    const id = await terkirim('Untuk matriks berkas');
    const foto = sandiBerkas((await sekretaris.buka(`/kegiatan/${id}`)).text)[0] ?? '';
    const drafJawaban = await kirimBerkas(
      sekretaris,
      `/ormas/${ormas.id}/kegiatan/baru`,
      { judul: 'Draf rahasia', lanjut: 'draf' },
      [{ bidang: 'dokumen1', isi: await pdfContoh('Rahasia'), nama: 'rahasia.pdf' }],
    );
    const pdf = sandiBerkas((await sekretaris.buka(String(drafJawaban.headers.location))).text)[0] ?? '';
    const lain = await buatOrmas(uji.db, { opdId: null });
    const [opdLain] = await uji.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM opd');
    const matriks: [string, Pengunjung, number, number][] = [
      ['sekretaris', sekretaris, 200, 200],
      ['sekretaris lain', await uji.masukSebagai('sekretaris', { ormasId: lain.id }), 404, 404],
      ['opd klaster', await uji.masukSebagai('opd', { opdId: ormas.opdId ?? 0 }), 200, 404],
      ['opd lain', await uji.masukSebagai('opd', { opdId: opdLain?.id ?? 0 }), 404, 404],
      ['petugas', petugas, 200, 404],
      ['kabid', await uji.masukSebagai('kabid'), 200, 404],
      ['kaban', await uji.masukSebagai('kaban'), 200, 404],
      ['admin', await uji.masukSebagai('admin'), 200, 404],
      ['pimpinan', await uji.masukSebagai('pimpinan'), 200, 404],
      ['tamu', uji.tamu(), 303, 303],
    ];
    for (const [siapa, p, padaFoto, padaDraf] of matriks) {
      expect([siapa, (await p.buka(`/berkas/${foto}`)).status]).toEqual([siapa, padaFoto]);
      expect([siapa, (await p.buka(`/berkas/${foto}?ukuran=kecil`)).status]).toEqual([siapa, padaFoto]);
      expect([siapa, (await p.buka(`/berkas/${pdf}`)).status]).toEqual([siapa, padaDraf]);
    }
    for (const tebakan of ['x', '../../etc/passwd', 'A'.repeat(22), '%00', `${foto}x`]) {
      expect((await petugas.buka(`/berkas/${tebakan}`)).status).toBe(404);
    }
  });

  it('come with heads that let a browser show or save them and nothing else; documents leave a trace', async () => {
    const draf = await kirimBerkas(
      sekretaris,
      `/ormas/${ormas.id}/kegiatan/baru`,
      { ...ISIAN, judul: 'Kepala berkas', ket_foto1: 'Foto', lanjut: 'periksa' },
      [
        { bidang: 'foto1', isi: await fotoContoh('#553366', 3000, 2000), nama: 'Árén “x”.jpg' },
        { bidang: 'dokumen1', isi: await pdfContoh('Daftar hadir'), nama: 'hadir.pdf' },
      ],
    );
    const id = idDari(draf.headers.location);
    await kirim(sekretaris, `/kegiatan/${id}/periksa`, `/kegiatan/${id}/ajukan`);
    const [foto = '', pdf = ''] = await uji.db
      .query<{ id: string }[]>("SELECT id FROM berkas WHERE objek = 'kegiatan' AND objek_id = ? ORDER BY mime DESC", [
        id,
      ])
      .then((b) => b.map((x) => x.id));
    const gambar = await petugas.agen.get(`/berkas/${foto}`);
    expect(gambar.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store, no-transform',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    expect(gambar.headers['content-disposition']).toContain('inline; filename="Aren _x_.jpg"');
    const kecil = await petugas.agen.get(`/berkas/${foto}?ukuran=kecil`);
    expect(Number(kecil.headers['content-length'])).toBeLessThan(Number(gambar.headers['content-length']) / 3);
    const dokumen = await petugas.agen.get(`/berkas/${pdf}`);
    expect(dokumen.headers['content-type']).toBe('application/pdf');
    expect(dokumen.headers['content-disposition']).toMatch(/^attachment/);
    const jejak = await uji.db.query<{ ringkasan: string }[]>(
      "SELECT ringkasan FROM audit WHERE aksi = 'berkas.baca' AND objek_id = ?",
      [String(id)],
    );
    expect(jejak).toEqual([{ ringkasan: expect.stringMatching(/^Membuka 1 berkas \(PDF, /) as string }]);
  });
});

describe('plan and yearly report', () => {
  it('are written by the secretary and read by the office', async () => {
    const halaman = `/ormas/${ormas.id}/rencana`;
    const tahun = tanggalWib(new Date()).slice(0, 4);
    const salah = await sekretaris.kirim(halaman, `${halaman}/program`, { tahun, nama: '', anggaran: 'banyak' });
    expect(salah.status).toBe(422);
    expect(salah.text).toContain('Isi nama program.');
    const program = await sekretaris.kirim(halaman, `${halaman}/program`, {
      tahun,
      nama: 'Program contoh',
      anggaran: '5.000.000',
    });
    expect(program.status).toBe(303);
    const lapor = await sekretaris.kirim(halaman, `${halaman}/laporan`, {
      tahunLaporan: String(Number(tahun) - 1),
      ringkasan: 'Sepanjang tahun kami mengadakan delapan kegiatan contoh.',
    });
    expect(lapor.status).toBe(303);
    const lagi = await sekretaris.kirim(halaman, `${halaman}/laporan`, {
      tahunLaporan: String(Number(tahun) - 1),
      ringkasan: 'Sepanjang tahun kami mengadakan delapan kegiatan contoh.',
    });
    expect(lagi.status).toBe(409);
    const baca = await petugas.buka(halaman);
    expect(baca.text).toContain('Rp5.000.000,00');
    expect(baca.text).toContain('delapan kegiatan contoh');
    expect((await petugas.kirim(`/kegiatan`, `${halaman}/program`, { tahun, nama: 'x' })).status).toBe(403);
  });
});

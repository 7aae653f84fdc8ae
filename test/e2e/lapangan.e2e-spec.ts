import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { DAFTAR_PERIKSA } from '../../src/modules/lapangan/daftar-periksa.data.js';
import { BeritaAcaraService } from '../../src/modules/lapangan/berita-acara.service.js';
import { type Sasaran } from '../../src/modules/lapangan/kunjungan.types.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { kunjunganRencana, kunjunganSelesai, kunjunganTertulis } from '../factories/kunjungan.js';
import { buatOrmas } from '../factories/ormas.js';
import { pendaftaranTerkirim } from '../factories/pendaftaran.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

let uji: AplikasiUji;
let petugas: Pengunjung;
let lain: Pengunjung;
let kabid: Pengunjung;
const hari = tanggalWib(new Date());
const besok = tambahHari(hari, 1);
const ke = (id: number): Sasaran => ({ jenis: 'ormas', id });

beforeAll(async () => {
  uji = await aplikasiUji();
  petugas = await uji.masukSebagai('petugas');
  lain = await uji.masukSebagai('petugas');
  kabid = await uji.masukSebagai('kabid');
});
afterAll(() => uji.tutup());

const ormasBaru = async (nama: string) => {
  const ormas = await buatOrmas(uji.db, { nama });
  return { ...ormas, sekretaris: await uji.masukSebagai('sekretaris', { ormasId: ormas.id }) };
};
const aktor = (p: Pengunjung) => {
  if (!p.aktor) throw new Error('Not signed in');
  return p.aktor;
};
const belumDibaca = async (p: Pengunjung): Promise<number> => {
  const [b] = await uji.db.query<{ n: string }[]>(
    'SELECT COUNT(*) AS n FROM notifikasi_penerima WHERE akun_id = ? AND dibaca_pada IS NULL',
    [aktor(p).id],
  );
  return Number(b?.n);
};
const versiDi = (html: string): string => /name="versi" value="(\d+)"/.exec(html)?.[1] ?? '';
const baru = (id: number) => `/kunjungan/baru?ormas=${id}`;
const rencana = (id: number, ubah: Record<string, string | string[]> = {}) => ({
  ...{ ormas: String(id), tujuan: 'pembinaan', tanggal: besok, jam: '09:30', tempat: '', bekal: '' },
  ...{ petugas: String(aktor(petugas).id), ...ubah },
});
const isian = (ubah: Record<string, string> = {}): Record<string, string> => ({
  ...{ tanggal: hari, mulai: '09:00', selesai: '10:00', petugas: String(aktor(petugas).id), ditemui: 'ya' },
  ...{ penerimaNama: 'Kenanga Khayal', penerimaJabatan: 'Sekretaris', rekomendasi: '', kataOrmas: '' },
  ...{ temuan: 'Sekretariat <b>aktif</b>.', sikap: 'belum' },
  ...Object.fromEntries(
    DAFTAR_PERIKSA.flatMap((d) => [
      [`hasil_${d.kode}`, 'sesuai'],
      [`catatan_${d.kode}`, ''],
    ]),
  ),
  ...ubah,
});

/** Sends the form of a record with a photo, as the browser does. */
async function kirimBeritaAcara(
  siapa: Pengunjung,
  id: number,
  isi: Record<string, string>,
  foto: { isi: Buffer; nama: string } | null = null,
) {
  const halaman = `/kunjungan/${id}/berita-acara`;
  const rahasia = await siapa.rahasia(halaman);
  const kirim = siapa.agen.post(halaman).set('Accept', 'text/html');
  for (const [nama, nilai] of Object.entries({ ...rahasia, ...isi })) void kirim.field(nama, nilai);
  return foto ? kirim.attach('foto1', foto.isi, foto.nama) : kirim;
}

it('a visit goes its way: planned, told, written with a photo, checked, signed off, answered, opened again', async () => {
  const { id: ormasId, sekretaris } = await ormasBaru('Yayasan Dikunjungi Rekaan');
  expect((await petugas.buka('/keaktifan?diam=0')).text).toContain(`name="ormas" value="${ormasId}"`);
  expect((await petugas.buka(`/ormas/${ormasId}/kunjungan`).expect(200)).text).toContain('Belum pernah dikunjungi');

  const salah = await petugas.kirim(
    baru(ormasId),
    '/kunjungan',
    rencana(ormasId, { tanggal: '', tempat: 'Balai <RW>' }),
  );
  expect(salah.status).toBe(422);
  expect(salah.text).toContain('Isi tanggal kunjungan');
  expect(salah.text).toContain('value="Balai &lt;RW&gt;"');
  // Sent twice from one page it is planned once.
  const rahasia = await petugas.rahasia(baru(ormasId));
  const kirim = () =>
    petugas.agen
      .post('/kunjungan')
      .set('Accept', 'text/html')
      .type('form')
      .send({ ...rahasia, ...rencana(ormasId, { tanggal: hari }) });
  const pertama = await kirim();
  expect(pertama.status).toBe(303);
  expect((await kirim()).status).toBe(409);
  const halaman = String(pertama.headers.location);
  const id = Number(halaman.split('/').at(-1));
  const lagi = await petugas.kirim(baru(ormasId), '/kunjungan', rencana(ormasId, { tanggal: hari }));
  expect(lagi.status).toBe(422);
  expect(lagi.text).toContain('sudah ada kunjungan ke tempat ini');

  expect((await sekretaris.buka('/')).text).toContain('Terima kunjungan petugas');
  expect((await sekretaris.buka(halaman).expect(200)).text).not.toContain('Mulai berita acara');
  const terbuka = await petugas.buka(halaman).expect(200);
  await petugas.kirim(halaman, `${halaman}/tindakan/mulai`, { versi: versiDi(terbuka.text) });
  expect((await sekretaris.buka(halaman)).text).toContain('sedang disusun petugas');

  // Everything that is missing at once, with what was typed; the draft is kept.
  const versi = versiDi((await petugas.buka(`${halaman}/berita-acara`)).text);
  const kurang = await kirimBeritaAcara(petugas, id, {
    ...isian({ mulai: 'pagi', temuan: '' }),
    versi,
    lanjut: 'periksa',
  });
  expect(kurang.status).toBe(422);
  for (const kata of [
    'Isi jam seperti 09.30.',
    'Tulis temuan',
    'paling sedikit satu foto',
    'value="pagi"',
    'Kenanga Khayal',
  ])
    expect(kurang.text).toContain(kata);
  const foto = { isi: await fotoContoh(), nama: 'papan-nama.jpg' };
  const isi = { ...isian(), ket_foto1: 'Papan nama', versi: versiDi(kurang.text), lanjut: 'periksa' };
  const lengkap = await kirimBeritaAcara(petugas, id, isi, foto);
  expect([lengkap.status, lengkap.headers.location]).toEqual([303, `${halaman}/berita-acara/periksa`]);
  const periksa = await petugas.buka(`${halaman}/berita-acara/periksa`).expect(200);
  expect(periksa.text).toContain('Sekretariat &lt;b&gt;aktif&lt;/b&gt;.');

  // A page that was opened before shows both versions.
  const basi = await kirimBeritaAcara(petugas, id, { ...isian({ temuan: 'Lain' }), versi, lanjut: 'draf' });
  expect(basi.status).toBe(409);
  expect(basi.text).toContain('Yang tersimpan sekarang');
  const selesai = await petugas.kirim(`${halaman}/berita-acara/periksa`, `${halaman}/berita-acara/selesai`, {
    versi: versiDi(periksa.text),
  });
  expect(selesai.status).toBe(303);

  const baca = await sekretaris.buka(halaman).expect(200);
  expect(baca.text).toContain('Berita acara BAK-');
  expect(baca.text).not.toContain('Kenanga Khayal');
  expect((await petugas.buka(halaman)).text).toContain('Kenanga Khayal');
  expect((await sekretaris.buka('/')).text).toContain('Tanggapi berita acara');
  expect((await sekretaris.buka('/notifikasi')).text).toContain('lalu nyatakan setuju atau tidak');
  expect(await belumDibaca(sekretaris)).toBeGreaterThan(0);
  expect((await petugas.buka(`/ormas/${ormasId}`)).text).toContain('Kunjungan lapangan');
  const tanggapan = { sikap: 'tidak-setuju', kata: '', versi: versiDi(baca.text) };
  const tanpaSebab = await sekretaris.kirim(halaman, `${halaman}/tanggapan`, tanggapan);
  expect(tanpaSebab.status).toBe(422);
  expect(tanpaSebab.text).toContain('Tulis bagian mana');
  const jawab = await sekretaris.kirim(halaman, `${halaman}/tanggapan`, { ...tanggapan, kata: 'Arsip ada di lemari.' });
  expect(jawab.status).toBe(303);
  // Once it is answered nothing asks for an answer: no task, no unread notice, no open form.
  expect((await sekretaris.buka('/')).text).not.toContain('Tanggapi berita acara');
  expect(await belumDibaca(sekretaris)).toBe(0);
  expect((await sekretaris.buka(halaman)).text).toMatch(
    /Tidak menyetujui isi berita acara, dijawab [^<]*<\/p>\s*<details class="lipat">/,
  );
  const sesudah = await kabid.buka(halaman).expect(200);
  expect(sesudah.text).toContain('Ormas tidak setuju');
  const buka = { versi: versiDi(sesudah.text), alasan: '' };
  const tanpaAlasan = await kabid.kirim(halaman, `${halaman}/tindakan/buka-kembali`, buka);
  expect(tanpaAlasan.status).toBe(422);
  expect(
    (await kabid.kirim(halaman, `${halaman}/tindakan/buka-kembali`, { ...buka, alasan: 'Keberatan benar.' })).status,
  ).toBe(303);
  expect((await sekretaris.buka(halaman)).text).toContain('sedang disusun petugas');
});

it('an ormas that agreed on the spot is told so, and not asked for an answer', async () => {
  const { id: ormasId, sekretaris } = await ormasBaru('Yayasan Setuju Rekaan');
  const { id } = await kunjunganSelesai(uji.app, aktor(petugas), ke(ormasId), { sikap: 'setuju' });
  expect((await sekretaris.buka('/')).text).not.toContain('Tanggapi berita acara');
  const kabar = (await sekretaris.buka('/notifikasi')).text;
  expect(kabar).toContain('Sikap Anda sudah tercatat di tempat: menyetujui isi berita acara.');
  expect(kabar).not.toContain('nyatakan setuju atau tidak');
  expect((await sekretaris.buka(`/kunjungan/${id}`)).text).toContain('dinyatakan di tempat.');
});

describe('what a record recommends', () => {
  const anjuran = 'Memasang papan nama <besar> yang terbaca dari jalan.';

  it('becomes a recommendation of the ormas in one step, and each leads to the other', async () => {
    const { id: ormasId, opdId, sekretaris } = await ormasBaru('Yayasan Berpapan Rekaan');
    const { id } = await kunjunganSelesai(uji.app, aktor(petugas), ke(ormasId), { rekomendasi: anjuran });
    const halaman = `/kunjungan/${id}`;
    const formulir = `/ormas/${ormasId}/rekomendasi/baru?kunjungan=${id}`;
    const opd = await uji.masukSebagai('opd', { opdId: opdId ?? 0 });
    for (const [orang, ada] of [
      [petugas, true],
      [kabid, true],
      [await uji.masukSebagai('kaban'), false],
      [opd, false],
      [sekretaris, false],
    ] as const)
      expect((await orang.buka(halaman).expect(200)).text.includes('Jadikan rekomendasi')).toBe(ada);

    const isi = (await petugas.buka(formulir).expect(200)).text.replaceAll('&#x3D;', '=');
    const bulanDepan = tambahHari(hari, 30);
    for (const kata of [
      'Memasang papan nama &lt;besar&gt; yang terbaca dari jalan.</textarea>',
      'Berita acara BAK-',
      `value="${bulanDepan}"`,
      `action="${formulir}"`,
    ])
      expect(isi).toContain(kata);
    const sumber =
      /name="sumber"[^>]*value="([^"]*)"/.exec(isi)?.[1] ?? /value="(Berita acara[^"]*)"/.exec(isi)?.[1] ?? '';
    const kirim = { isi: anjuran, sumber, penanggung: 'ormas', jatuhTempo: bulanDepan };
    const salah = await petugas.kirim(formulir, formulir, { ...kirim, isi: '' });
    expect([salah.status, salah.text.replaceAll('&#x3D;', '=').includes(`action="${formulir}"`)]).toEqual([422, true]);
    const jadi = await petugas.kirim(formulir, formulir, kirim);
    expect(jadi.status).toBe(303);
    const rekomendasi = String(jadi.headers.location);
    for (const orang of [petugas, sekretaris, opd]) {
      expect((await orang.buka(rekomendasi).expect(200)).text).toContain(`href="${halaman}"`);
      expect((await orang.buka(halaman).expect(200)).text).toContain(`href="${rekomendasi}"`);
    }
    expect((await petugas.buka(halaman)).text).toContain('Tambah rekomendasi');
    expect((await sekretaris.buka('/')).text).toContain('Tindak lanjuti 1 rekomendasi');
  });

  it('becomes none of another ormas, nor before the record is signed off, nor by who may give none', async () => {
    const { id: ormasId, sekretaris } = await ormasBaru('Yayasan Belum Rekaan');
    const { id: lainId } = await buatOrmas(uji.db);
    const { id: draf } = await kunjunganTertulis(uji.app, aktor(petugas), ke(ormasId));
    const { id: jadi } = await kunjunganSelesai(uji.app, aktor(petugas), ke(lainId));
    const { id: kosong } = await kunjunganSelesai(uji.app, aktor(petugas), ke(lainId), { rekomendasi: '' });
    expect((await petugas.buka(`/kunjungan/${draf}`)).text).not.toContain('Jadikan rekomendasi');
    expect((await petugas.buka(`/kunjungan/${kosong}`)).text).not.toContain('Jadikan rekomendasi');
    const isi = { isi: anjuran, sumber: 'Kunjungan', penanggung: 'ormas', jatuhTempo: besok };
    for (const id of [draf, jadi, 99_999_999]) {
      const formulir = `/ormas/${ormasId}/rekomendasi/baru?kunjungan=${id}`;
      await petugas.buka(formulir).expect(404);
      expect((await petugas.kirim(`/ormas/${ormasId}/rekomendasi/baru`, formulir, isi)).status).toBe(404);
      await sekretaris.buka(formulir).expect(403);
    }
    const [n] = await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM rekomendasi WHERE ormas_id = ?', [
      ormasId,
    ]);
    expect(Number(n?.n)).toBe(0);
  });
});

it('several are planned from one page, each at its own address', async () => {
  const dua = [await buatOrmas(uji.db, { nama: 'Ormas Diam A' }), await buatOrmas(uji.db, { nama: 'Ormas Diam B' })];
  const jalur = `/kunjungan/baru?${dua.map((o) => `ormas=${o.id}`).join('&')}`;
  const { text } = await petugas.buka(jalur).expect(200);
  expect([text.includes('Ormas Diam A'), text.includes('Rencanakan 2 kunjungan')]).toEqual([true, true]);
  const isi = { ...rencana(0), ormas: dua.map((o) => String(o.id)) };
  const jawab = await petugas.kirim(jalur, '/kunjungan', isi);
  expect([jawab.status, jawab.headers.location]).toEqual([303, '/kunjungan?bagian=mendatang']);
  const daftar = await petugas.buka('/kunjungan?bagian=saya').expect(200);
  expect(daftar.text).toContain('Ormas Diam B');
  expect((await petugas.buka('/kunjungan/cetak?bagian=mendatang').expect(200)).text).toContain('Ormas Diam A');
  await petugas.buka('/kunjungan/baru').expect(404);
  await petugas.buka('/kunjungan?bagian=asal&kelurahan=x&halaman=99').expect(200);
});

describe('a photo', () => {
  it.each<[string, () => Promise<Buffer>, string]>([
    ['that is a text', () => Promise.resolve(Buffer.from('bukan foto')), 'palsu.jpg'],
    ['of no bytes', () => Promise.resolve(Buffer.alloc(0)), 'kosong.jpg'],
    ['that is a PDF', () => pdfContoh(), 'surat.pdf'],
    ['above the limit', () => Promise.resolve(Buffer.alloc(10_200_000, 1)), 'besar.jpg'],
    ['far above the limit', () => Promise.resolve(Buffer.alloc(11 * 1024 * 1024, 1)), 'raksasa.jpg'],
  ])('%s is refused at its place, and the rest is kept', async (_apa, buat, nama) => {
    const { id: ormasId } = await buatOrmas(uji.db);
    const { id, versi } = await kunjunganTertulis(uji.app, aktor(petugas), ke(ormasId));
    const isi = { ...isian({ temuan: 'Tetap ada.' }), ket_foto1: 'Ruang arsip', versi: String(versi), lanjut: 'draf' };
    const { status, text } = await kirimBeritaAcara(petugas, id, isi, { isi: await buat(), nama });
    expect(status).toBe(422);
    expect(text).toContain('id="galat-foto1"');
    expect([text.includes('Tetap ada.'), text.includes('value="Ruang arsip"')]).toEqual([true, true]);
    const [n] = await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM kunjungan_foto WHERE kunjungan_id = ?', [
      id,
    ]);
    expect(Number(n?.n)).toBe(1);
  });
});

describe('someone else’s', () => {
  it('visit is not found by another ormas or OPD, and not written by an officer who does not go', async () => {
    const { id: ormasId, opdId } = await buatOrmas(uji.db, { nama: 'Yayasan Tertutup Rekaan' });
    const { id } = await kunjunganTertulis(uji.app, aktor(petugas), ke(ormasId));
    const halaman = `/kunjungan/${id}`;
    const foto = /href="(\/berkas\/[^"]+)"/.exec((await petugas.buka(halaman)).text)?.[1] ?? '';
    const [opd] = await uji.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM opd');
    const asing = [
      (await ormasBaru('Yayasan Asing Rekaan')).sekretaris,
      await uji.masukSebagai('opd', { opdId: opd?.id ?? 0 }),
    ];
    for (const orang of asing) {
      for (const jalur of [halaman, `${halaman}/berita-acara`, `${halaman}/berita-acara/periksa`, foto])
        expect([jalur, (await orang.buka(jalur)).status]).toEqual([jalur, 404]);
      for (const aksi of ['tindakan/batalkan', 'tindakan/mulai', 'tanggapan', 'berita-acara', 'berita-acara/selesai'])
        expect([aksi, (await orang.kirim('/akun/sandi', `${halaman}/${aksi}`, { versi: '3' })).status]).toEqual([
          aksi,
          404,
        ]);
      expect((await orang.kirim('/akun/sandi', '/kunjungan', rencana(ormasId))).status).toBe(403);
    }
    await lain.buka(halaman).expect(200);
    await lain.buka(`${halaman}/berita-acara`).expect(403);
    expect((await lain.kirim(halaman, `${halaman}/berita-acara/selesai`, { versi: '3' })).status).toBe(403);
    const milik = await uji.masukSebagai('opd', { opdId: opdId ?? 0 });
    await milik.buka(halaman).expect(200);
    await milik.buka(foto).expect(404);
    for (const jalur of ['/kunjungan/0', '/kunjungan/99999999', '/kunjungan/x', '/kunjungan/baru?ormas=99999999'])
      expect([jalur, (await petugas.buka(jalur)).status]).toEqual([jalur, 404]);
  });

  it('document is read by its ormas once it is there, not by an OPD; the reading is recorded', async () => {
    const { id: ormasId, opdId, sekretaris } = await ormasBaru('Yayasan Berdokumen Rekaan');
    const { id, versi } = await kunjunganSelesai(uji.app, aktor(petugas), ke(ormasId));
    const [ba] = await uji.db.query<{ id: number }[]>('SELECT id FROM berita_acara WHERE kunjungan_id = ?', [id]);
    const isi = await pdfContoh('Berita acara (contoh)');
    await uji.db.query(
      `INSERT INTO berkas (id, sha256, mime, ukuran, sha256_asal, ukuran_asal, nama, objek, objek_id, dibuat_pada)
       SELECT 'AAAAAAAAAAAAAAAAAAAAA1', b.sha256, 'application/pdf', b.ukuran, b.sha256, ?, 'ba.pdf', 'berita-acara', ?, '2026-01-01'
       FROM berkas b WHERE b.objek = 'kunjungan' ORDER BY b.dibuat_pada LIMIT 1`,
      [isi.length, ba?.id],
    );
    await uji.db.query(
      "UPDATE berita_acara SET dokumen = 'selesai', berkas_id = 'AAAAAAAAAAAAAAAAAAAAA1' WHERE id = ?",
      [ba?.id],
    );
    const unduh = '/berkas/AAAAAAAAAAAAAAAAAAAAA1';
    expect((await sekretaris.buka(`/kunjungan/${id}`)).text).toContain(unduh);
    await sekretaris.buka(unduh).expect(200);
    const opd = await uji.masukSebagai('opd', { opdId: opdId ?? 0 });
    expect((await opd.buka(`/kunjungan/${id}`)).text).not.toContain(unduh);
    await opd.buka(unduh).expect(404);
    await uji.app
      .get(BeritaAcaraService, { strict: false })
      .bukaKembali(aktor(petugas), id, versi, 'Perlu diperbaiki (rekaan).');
    await sekretaris.buka(unduh).expect(404);
    await petugas.buka(unduh).expect(200);
    const [n] = await uji.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'berkas.baca' AND objek = 'berita-acara'",
    );
    expect(Number(n?.n)).toBe(2);
  });
});

it('an application shows its visit to both sides, and warns before it is sent upward', async () => {
  const { id } = await pendaftaranTerkirim(uji.app, uji.db, { surel: 'pemohon-kunjungan@contoh.invalid' });
  const halaman = `/pendaftaran/${id}`;
  await petugas.kirim(halaman, `${halaman}/tindakan/ambil`);
  const sebelum = await petugas.buka(halaman).expect(200);
  expect(sebelum.text).toContain(`/kunjungan/baru?pendaftaran&#x3D;${id}`);
  expect(sebelum.text).not.toContain('Kunjungan lapangan belum selesai');
  expect((await petugas.buka(`/kunjungan/baru?pendaftaran=${id}`)).text).toContain('value="verifikasi" selected');
  await kunjunganRencana(uji.app, aktor(petugas), { jenis: 'pendaftaran', id });
  const sesudah = await petugas.buka(halaman).expect(200);
  expect(sesudah.text).toContain('Kunjungan lapangan belum selesai');
  expect(sesudah.text).toContain('kunjungan lapangannya belum selesai');
});

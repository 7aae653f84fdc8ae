import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AplikasiUji, aplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';

// A document of the register goes from the ormas to the officer's finding, with its file, and is read by few.

let uji: AplikasiUji;
let ormas: number;
let lain: number;
let sekretaris: Pengunjung;
let petugas: Pengunjung;

beforeAll(async () => {
  uji = await aplikasiUji();
  ormas = (await buatOrmas(uji.db)).id;
  lain = (await buatOrmas(uji.db)).id;
  sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas });
  petugas = await uji.masukSebagai('petugas');
}, 60_000);
afterAll(() => uji.tutup());

const halaman = () => `/ormas/${ormas}/dokumen/baru`;
const ISIAN = { jenis: 'domisili', nomor: '470/REKAAN/2026', tanggal: '2026-03-01', berlakuSampai: '2027-03-01' };
const baris = () =>
  uji.db.query<{ id: number; status: string; berkasId: string | null; nomor: string }[]>(
    "SELECT id, status, berkas_id AS berkasId, nomor FROM ormas_dokumen WHERE ormas_id = ? AND nomor LIKE '%REKAAN%' ORDER BY id",
    [ormas],
  );

/** How many contents are stored. */
const tersimpan = (): number =>
  readdirSync(join(uji.config.varDir, 'berkas'), { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
    .length;

/** Sends the form with a file, as a browser does. */
async function serahkan(orang: Pengunjung, isian: Record<string, string>, berkas?: [Buffer, string]) {
  const permintaan = orang.agen.post(halaman()).set('Accept', 'text/html');
  for (const [nama, nilai] of Object.entries({ ...(await orang.rahasia(halaman())), ...isian }))
    permintaan.field(nama, nilai);
  if (berkas) permintaan.attach('berkas', ...berkas);
  return permintaan;
}

it('takes a document with its file, shows it to the officer, and takes the finding', async () => {
  const jawaban = await serahkan(sekretaris, ISIAN, [await pdfContoh('Surat domisili (contoh)'), 'domisili.pdf']);
  expect([jawaban.status, jawaban.get('Location')]).toEqual([303, `/ormas/${ormas}`]);
  const [d] = await baris();
  expect(d).toMatchObject({ status: 'belum-diperiksa', nomor: ISIAN.nomor });
  const { text } = await petugas.buka(`/ormas/${ormas}`);
  expect(text).toContain(`/berkas/${d?.berkasId}`);
  await petugas.buka(`/berkas/${d?.berkasId}`).expect(200);
  const temuan = await petugas.kirim(`/ormas/${ormas}`, `/ormas/${ormas}/dokumen/${d?.id}`, {
    hasil: 'sah',
    statusTerlihat: 'belum-diperiksa',
    alasan: '',
  });
  expect(temuan.status).toBe(303);
  expect((await baris())[0]?.status).toBe('sah');
  const jejak = await uji.db.query<{ aksi: string }[]>(
    "SELECT aksi FROM audit WHERE ormas_id = ? AND aksi IN ('ormas.serah-dokumen', 'berkas.baca', 'ormas.periksa-dokumen') ORDER BY id",
    [ormas],
  );
  expect(jejak.map((j) => j.aksi)).toEqual(['ormas.serah-dokumen', 'berkas.baca', 'ormas.periksa-dokumen']);
});

it('lets nobody else read the file: not an OPD, another ormas, an admin, a leader or the public', async () => {
  const [d] = await baris();
  const [opd] = await uji.db.query<{ id: number }[]>('SELECT COALESCE(opd_id, 1) AS id FROM ormas WHERE id = ?', [
    ormas,
  ]);
  const siapa = await Promise.all([
    uji.masukSebagai('opd', { opdId: opd?.id ?? 1 }),
    uji.masukSebagai('sekretaris', { ormasId: lain }),
    uji.masukSebagai('admin'),
    uji.masukSebagai('pimpinan'),
  ]);
  for (const orang of siapa) {
    await orang.buka(`/berkas/${d?.berkasId}`).expect(404);
    expect([403, 404]).toContain((await orang.buka(halaman())).status);
  }
  await sekretaris.buka(`/ormas/${lain}/dokumen/baru`).expect(404);
});

it('tells every fault at its field, stores nothing, and gives back what was typed', async () => {
  const sebelum = (await baris()).length;
  const isiGudang = tersimpan();
  const salah = await serahkan(sekretaris, {
    ...ISIAN,
    tanggal: '2026-13-40',
    jenis: 'paspor',
    nomor: 'NOMOR-KETIKAN',
  });
  expect(salah.status).toBe(422);
  for (const kata of ['Pilih jenis dokumennya.', 'Tulis tanggal yang ada', 'value="NOMOR-KETIKAN"'])
    expect(salah.text).toContain(kata);
  const terbalik = await serahkan(sekretaris, { ...ISIAN, berlakuSampai: '2026-01-01' });
  expect(terbalik.text).toContain('Masa berlaku tidak boleh berakhir sebelum');
  expect(terbalik.text).toContain('Pilih berkas dokumennya');
  const palsu = await serahkan(sekretaris, ISIAN, [Buffer.from('<html>'), 'domisili.pdf']);
  expect([palsu.status, palsu.text]).toEqual([422, expect.stringContaining('domisili.pdf')]);
  const esok = await serahkan(sekretaris, { ...ISIAN, tanggal: '2999-01-01' }, [await pdfContoh(), 'a.pdf']);
  expect(esok.text).toContain('Tanggal dokumen tidak boleh sesudah hari ini.');
  await serahkan(sekretaris, { ...ISIAN, jenis: 'paspor' }, [await pdfContoh('Tidak disimpan'), 'b.pdf']);
  expect(tersimpan()).toBe(isiGudang);
  expect((await baris()).length).toBe(sebelum);
});

it('lets an officer record a paper without its file, and holds back a third that waits', async () => {
  expect((await serahkan(petugas, { ...ISIAN, nomor: 'KERTAS-REKAAN' })).status).toBe(303);
  expect((await baris()).at(-1)).toMatchObject({ berkasId: null, status: 'belum-diperiksa' });
  const foto: [Buffer, string] = [await fotoContoh(), 'domisili.jpg'];
  expect((await serahkan(sekretaris, { ...ISIAN, nomor: 'FOTO-REKAAN' }, foto)).status).toBe(303);
  const ketiga = await serahkan(sekretaris, { ...ISIAN, nomor: 'KETIGA-REKAAN' }, foto);
  expect([ketiga.status, ketiga.text]).toEqual([422, expect.stringContaining('menunggu pemeriksaan petugas')]);
});

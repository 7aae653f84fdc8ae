import { type Peran } from '../../src/common/aktor.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { HARI_TENANG, JamUji } from '../support/jam.js';

// A figure leads to the list whose rows it counts: what the figure says is what the list has.

let uji: AplikasiUji;
let kota: KotaKecil;

beforeAll(async () => {
  uji = await aplikasiUji({}, new JamUji(HARI_TENANG));
  kota = await kotaKecil(uji.app, uji.db);
  // Scores for a mean: three complete ones.
  await uji.db.query(
    "UPDATE hasil_iko SET status = 'dinilai', skor = 50 + ormas_id, cakupan = 80, tingkat = 2, sementara = 0 WHERE ormas_id IN (?)",
    [kota.ormas.slice(0, 3)],
  );
});
afterAll(() => uji.tutup());

const angkaDari = (teks: string | undefined): number => Number((teks ?? '').replaceAll('.', '').replace(',', '.'));

/** The figures of a page that lead somewhere: label, number (of a mean: its n), address. */
function figur(asli: string): { label: string; n: number; href: string }[] {
  const html = asli.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  const kartu = [...html.matchAll(/<div class="kartu-angka">(.*?)<\/div>/gs)].map(([, isi = '']) => {
    const satu = (pola: RegExp): string | undefined => pola.exec(isi)?.[1];
    const label = satu(/<dt>(.*?)<\/dt>/) ?? '';
    const n = label.startsWith('Rata-rata') ? satu(/n = ([\d.]+)/) : satu(/<dd class="nilai">([\d.,]+)/);
    return { label, n: angkaDari(n), href: satu(/href="([^"]*)"/) ?? '' };
  });
  const sel = [
    ...html.matchAll(/<td(?= )[^>]* class="angka"><a href="([^"]*)">([\d.]+)<span class="visually-hidden"> ([^<]*)/g),
  ].map(([, href = '', n, label = '']) => ({ label, n: angkaDari(n), href: href }));
  return [...kartu, ...sel].filter((f) => f.href !== '' && !f.label.startsWith('rata-rata'));
}

/** How many rows a list says that it has; an empty one says so. */
const jumlahDaftar = (html: string): number =>
  angkaDari(/<p role="status"><b class="angka">([\d.]+)/.exec(html)?.[1] ?? '0');

describe.each<[Peran, string, number]>([
  ['petugas', '/', 7],
  ['kabid', '/', 3],
  ['kaban', '/', 3],
  ['pimpinan', '/', 3],
  ['opd', '/', 8],
  ['petugas', '/klaster/KODE', 4],
  ['opd', '/klaster/KODE', 4],
  ['petugas', '/klaster', 10],
])('for %s on %s', (peran, halaman, sedikitnya) => {
  it('every figure is the total of the list it leads to', async () => {
    const orang = await uji.masukSebagai(peran, peran === 'opd' ? { opdId: kota.opd.id } : {});
    const { text } = await orang.buka(halaman.replace('KODE', kota.opd.kode)).expect(200);
    const semua = figur(text);
    expect(semua.length).toBeGreaterThanOrEqual(sedikitnya);
    for (const f of semua) {
      const daftar = await orang.buka(f.href).expect(200);
      expect([f.label, f.href, jumlahDaftar(daftar.text)]).toEqual([f.label, f.href, f.n]);
    }
    expect(semua.some((f) => f.n > 0)).toBe(true);
  });
});

it('the page of an ormas shows its score of each year, and leads to it', async () => {
  const petugas = await uji.masukSebagai('petugas');
  const { text } = await petugas.buka(`/ormas/${kota.ormasId}`).expect(200);
  expect(text).toContain('IKO dari tahun ke tahun');
  expect(text).toContain(`href="/penilaian/${kota.tahun - 1}/ormas/${kota.ormasId}"`);
  await petugas.buka(`/penilaian/${kota.tahun - 1}/ormas/${kota.ormasId}`).expect(200);
});

it('petugas records that an ormas was dissolved, through the page; nobody else is offered it', async () => {
  const [, , , , id = 0] = kota.ormas;
  const alamat = `/ormas/${id}/status`;
  const petugas = await uji.masukSebagai('petugas');
  expect((await petugas.buka(`/ormas/${id}`).expect(200)).text).toContain(`href="${alamat}"`);
  const isian = { versi: '1', status: 'bubar', berlaku: '2999-01-01', alasan: 'Akta pembubaran rekaan nomor 2.' };
  const keliru = await petugas.kirim(alamat, alamat, isian);
  expect([keliru.status, keliru.text.includes('Isi tanggal hari ini atau yang sudah lewat.')]).toEqual([422, true]);
  expect((await petugas.kirim(alamat, alamat, { ...isian, berlaku: '2026-02-31' })).status).toBe(422);
  const kosong = await petugas.kirim(alamat, alamat, { ...isian, berlaku: '' });
  expect([kosong.status, kosong.text.includes('Isi tanggalnya.')]).toEqual([422, true]);
  const terlaluAwal = await petugas.kirim(alamat, alamat, { ...isian, berlaku: '1945-08-16' });
  expect([terlaluAwal.status, terlaluAwal.text.includes('atau sesudahnya.')]).toEqual([422, true]);
  // The day of a decision is nobody's to guess.
  expect((await petugas.buka(alamat)).text).toMatch(/name="berlaku" value=""/);
  expect((await petugas.kirim(alamat, alamat, { ...isian, berlaku: kota.hari })).status).toBe(303);
  const { text } = await petugas.buka(`/ormas/${id}`).expect(200);
  expect(text).toContain('Status berubah dari Terdaftar menjadi Bubar');
  // However lately it did something, who has ended is not called active anywhere.
  await uji.db.query('UPDATE ormas SET kegiatan_terakhir = ? WHERE id = ?', [kota.hari, id]);
  const bubar = (keaktifan: string) => petugas.buka(`/ormas?status=bubar&keaktifan=${keaktifan}`).expect(200);
  expect(jumlahDaftar((await bubar('aktif')).text)).toBe(0);
  expect(jumlahDaftar((await bubar('tidak-aktif')).text)).toBeGreaterThan(0);
  expect((await petugas.buka(`/ormas/${id}`).expect(200)).text).toContain('Tidak aktif');
  const kabid = await uji.masukSebagai('kabid');
  expect((await kabid.buka(`/ormas/${id}`).expect(200)).text).not.toContain(`href="${alamat}"`);
  await kabid.buka(alamat).expect(403);
});

it('a dissolution that was recorded by mistake is cancelled, stays readable, and the ormas stands in the register again', async () => {
  const [, , , , id = 0] = kota.ormas;
  const alamat = `/ormas/${id}/status`;
  const petugas = await uji.masukSebagai('petugas');
  const kabid = await uji.masukSebagai('kabid');
  const [, koreksi = ''] = /href="(\/ormas\/\d+\/status\/\d+)"/.exec((await petugas.buka(alamat)).text) ?? [];
  await kabid.buka(koreksi).expect(403);
  const ralat = { versi: '2', status: 'tidak-terjadi', berlaku: '', alasan: '' };
  const tanpaAlasan = await petugas.kirim(koreksi, koreksi, ralat);
  expect([tanpaAlasan.status, tanpaAlasan.text.includes('Tulis alasan koreksi')]).toEqual([422, true]);
  const alasan = 'Akta itu milik ormas rekaan lain.';
  expect((await petugas.kirim(koreksi, koreksi, { ...ralat, alasan })).status).toBe(303);
  const riwayat = (await petugas.buka(alamat).expect(200)).text;
  expect(riwayat).toContain('<del>Bubar</del>');
  expect(riwayat).toMatch(/oleh [^<]*petugas/i);
  expect(riwayat).toContain(alasan);
  expect(riwayat).toContain('Sekarang: Terdaftar.');
  expect((await kabid.buka(`/ormas/${id}?pada=${kota.hari}`).expect(200)).text).toContain('<del>Bubar</del>');
});

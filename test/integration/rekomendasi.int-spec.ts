import { type TestingModule } from '@nestjs/testing';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { type BerkasSiap } from '../../src/modules/berkas/berkas.types.js';
import { kumpulkanMasukan } from '../../src/modules/penilaian/penilaian.masukan.js';
import { BacaRekomendasiService } from '../../src/modules/rekomendasi/baca-rekomendasi.service.js';
import { EksporRekomendasiService } from '../../src/modules/rekomendasi/ekspor-rekomendasi.service.js';
import { RekomendasiModule } from '../../src/modules/rekomendasi/rekomendasi.module.js';
import { RekomendasiService } from '../../src/modules/rekomendasi/rekomendasi.service.js';
import { type RekomendasiBaru, type SaringanRekomendasi } from '../../src/modules/rekomendasi/rekomendasi.types.js';
import { fotoContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { JamUji } from '../support/jam.js';
import { aktorUji, modulUji } from '../support/modul.js';

const jam = new JamUji('2026-03-10');
let dasar: BasisDataUji;
let modul: TestingModule;
let layanan: RekomendasiService;
let baca: BacaRekomendasiService;
let foto: BerkasSiap;

const PETUGAS = aktorUji('petugas');
const BARU: RekomendasiBaru = {
  ...{ isi: 'Susun SOP keuangan', sumber: 'Monev rekaan', jatuhTempo: '2026-06-30', penanggung: 'ormas', opdId: null },
};
const KOSONG: SaringanRekomendasi = { cari: '', keadaan: '', tahun: '', opd: '' };

beforeAll(async () => {
  dasar = await basisDataUji();
  modul = await modulUji(dasar, jam, [RekomendasiModule]);
  layanan = modul.get(RekomendasiService);
  baca = modul.get(BacaRekomendasiService);
  foto = await modul.get(BerkasService, { strict: false }).siapkanIsi(await fotoContoh(), 'sop.jpg');
});
afterAll(async () => {
  await modul.close();
  await dasar.hapus();
});
beforeEach(() => {
  jam.kini = new Date('2026-03-10T03:00:00Z');
});

/** REL3 of the year in which the recommendations are due: due, done, on time. */
async function rel3(ormasId: number): Promise<number[]> {
  const jendela = { id: 0, tahun: 2026, mulai: '2025-12-01', akhir: '2026-11-30' };
  const [m] = await modul
    .get(Transaksi)
    .jalankan((em) => kumpulkanMasukan(em, jendela as never, [ormasId], '2026-11-30'));
  const f = m?.fakta;
  return [f?.rekomendasiJatuhTempo ?? -1, f?.rekomendasiSelesai ?? -1, f?.rekomendasiTepatWaktu ?? -1];
}
const selesai = (selesaiPada: string) => ({ uraian: 'SOP ditetapkan rapat.', selesaiPada });
async function beri(ubah: Partial<RekomendasiBaru> = {}) {
  const { id: ormasId, opdId } = await buatOrmas(dasar.db);
  const id = await layanan.beri(PETUGAS, ormasId, { ...BARU, ...ubah });
  return { id, ormasId, opdId, sekretaris: aktorUji('sekretaris', { ormasId }) };
}
const status = async (id: number) => (await baca.rinci(PETUGAS, id)).r.status;

it('the ormas reports with evidence, an officer sends back, then accepts: only then it counts, on its day', async () => {
  const { id, ormasId, sekretaris } = await beri();
  expect(await rel3(ormasId)).toEqual([1, 0, 0]);
  jam.kini = new Date('2026-07-02T03:00:00Z');
  await layanan.lapor(sekretaris, id, 1, { uraian: 'Rancangan sudah ada.', selesaiPada: null }, []);
  expect(await status(id)).toBe('terbuka');
  await expect(layanan.lapor(sekretaris, id, 2, selesai('2026-06-29'), [])).rejects.toMatchObject({
    rincian: { isian: [{ bidang: 'bukti' }] },
  });
  await layanan.lapor(sekretaris, id, 2, selesai('2026-06-29'), [foto]);
  expect(await status(id)).toBe('dilaporkan');
  expect(await rel3(ormasId)).toEqual([1, 0, 0]);
  await expect(layanan.lapor(sekretaris, id, 3, selesai('2026-06-29'), [foto])).rejects.toMatchObject({
    kode: 'transisi-tidak-sah',
  });
  await layanan.kembalikan(PETUGAS, id, 3, 'SOP belum ditandatangani.');
  await layanan.lapor(sekretaris, id, 4, selesai('2026-06-30'), [foto]);
  await layanan.terima(PETUGAS, id, 5, '2026-06-30');
  expect(await status(id)).toBe('selesai');
  expect(await rel3(ormasId)).toEqual([1, 1, 1]);
  const { kemajuan } = await baca.rinci(sekretaris, id);
  expect(kemajuan.map((k) => [k.putusan, k.berkas.length])).toEqual([
    ['diterima', 1],
    ['dikembalikan', 1],
    [null, 0],
  ]);
  const kabar = await dasar.db.query<{ judul: string }[]>(
    "SELECT judul FROM notifikasi WHERE jenis = 'rekomendasi' AND (ormas_id = ? OR tautan = ?) ORDER BY id",
    [ormasId, `/rekomendasi/${id}`],
  );
  expect(kabar.map((k) => k.judul)).toEqual([
    'Ada rekomendasi baru untuk ormas Anda',
    expect.stringContaining('melaporkan rekomendasi selesai'),
    'Laporan tindak lanjut perlu dilengkapi',
    expect.stringContaining('melaporkan rekomendasi selesai'),
    'Rekomendasi dinyatakan selesai',
  ]);
});

it('done late is done but not on time; opened again it is neither; withdrawn it is not due, restored it is', async () => {
  const { id, ormasId } = await beri();
  jam.kini = new Date('2026-08-02T03:00:00Z');
  await layanan.selesaikan(PETUGAS, id, 1, selesai('2026-07-15'), []);
  expect(await rel3(ormasId)).toEqual([1, 1, 0]);
  await layanan.bukaKembali(aktorUji('kabid'), id, 2, 'SOP ternyata milik ormas lain.');
  expect(await rel3(ormasId)).toEqual([1, 0, 0]);
  await expect(layanan.batalkan(PETUGAS, id, 3, '')).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
  await layanan.batalkan(PETUGAS, id, 3, 'Salah ormas.');
  expect([await status(id), await rel3(ormasId)]).toEqual(['batal', [0, 0, 0]]);
  await layanan.pulihkan(PETUGAS, id, 4);
  expect([await status(id), await rel3(ormasId)]).toEqual(['terbuka', [1, 0, 0]]);
});

it('of two who decide the second is shown what is stored', async () => {
  const { id, sekretaris } = await beri();
  await layanan.lapor(sekretaris, id, 1, selesai('2026-03-10'), [foto]);
  await layanan.terima(PETUGAS, id, 2, '2026-03-10');
  await expect(layanan.kembalikan(aktorUji('kabid'), id, 2, 'Belum lengkap.')).rejects.toMatchObject({
    kode: 'versi-berbeda',
    rincian: {
      milikAnda: { Catatan: 'Belum lengkap.' },
      tersimpan: { Keadaan: 'Selesai', 'Selesai pada': '10 Maret 2026' },
      terakhir: { oleh: 'Uji petugas' },
    },
  });
});

it('what an ormas wrote into a page that was stale is shown to it again', async () => {
  const { id, sekretaris } = await beri();
  await layanan.batalkan(PETUGAS, id, 1, 'Salah ormas.');
  await expect(layanan.lapor(sekretaris, id, 1, selesai('2026-03-10'), [foto])).rejects.toMatchObject({
    kode: 'versi-berbeda',
    rincian: { milikAnda: { Uraian: 'SOP ditetapkan rapat.', 'Selesai pada': '10 Maret 2026' } },
  });
});

it('a file to take along holds every recommendation, also more than a printed list', async () => {
  const { id: ormasId } = await buatOrmas(dasar.db);
  const banyak = 2101;
  await dasar.db.query('INSERT INTO rekomendasi (ormas_id, isi, sumber, dibuat_pada, jatuh_tempo) VALUES ?', [
    Array.from({ length: banyak }, (_, i) => [ormasId, `Banyak ${i}`, 'Rekaan', '2026-01-01', '2026-12-31']),
  ]);
  const { lembar } = await modul.get(EksporRekomendasiService).siapkan(PETUGAS, { ...KOSONG, cari: 'Banyak' }, 'csv');
  const isi = new Set<unknown>();
  for await (const k of lembar.kelompok) for (const baris of k) isi.add(baris[2]);
  expect(isi.size).toBe(banyak);
  const [jejak] = await dasar.db.query<{ rincian: string }[]>(
    "SELECT rincian FROM audit WHERE aksi = 'rekomendasi.ekspor' ORDER BY id DESC LIMIT 1",
  );
  expect(JSON.parse(jejak?.rincian ?? '{}')).toMatchObject({ jumlah: banyak });
});

it.each([
  ['2026-03-09', 'before it was given'],
  ['2026-03-11', 'in the future'],
  ['2026-02-30', 'that does not exist'],
  ['', 'that was not told'],
])('a day %s %s is refused at its field', async (hari) => {
  const { id } = await beri();
  await expect(layanan.selesaikan(PETUGAS, id, 1, selesai(hari), [])).rejects.toMatchObject({
    rincian: { isian: [{ bidang: 'selesaiPada' }] },
  });
});

it('belongs to who sees the ormas, with its evidence; only its secretary reports and only the office decides', async () => {
  const { id, ormasId, opdId, sekretaris } = await beri();
  await layanan.lapor(sekretaris, id, 1, selesai('2026-03-10'), [foto]);
  const berkasId = (await baca.rinci(sekretaris, id)).kemajuan[0]?.berkas[0]?.berkasId ?? '';
  const berkas = modul.get(BerkasService, { strict: false });
  for (const a of [sekretaris, aktorUji('opd', { opdId }), aktorUji('kaban'), aktorUji('pimpinan')])
    expect((await berkas.untukDibaca({ ...a, id: 99 }, berkasId)).dicatat).toBe(true);
  const tidak = { kode: 'tidak-ditemukan' };
  const lain = aktorUji('sekretaris', { ormasId: (await buatOrmas(dasar.db)).id });
  for (const a of [lain, aktorUji('opd', { opdId: (opdId ?? 0) + 1 })]) {
    await expect(baca.rinci(a, id)).rejects.toMatchObject(tidak);
    await expect(baca.milikOrmas(a, ormasId)).rejects.toMatchObject(tidak);
    await expect(berkas.untukDibaca(a, berkasId)).rejects.toMatchObject(tidak);
  }
  await expect(layanan.lapor(lain, id, 2, selesai('2026-03-10'), [foto])).rejects.toMatchObject(tidak);
  await expect(layanan.terima(sekretaris, id, 2, '2026-03-10')).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  await expect(layanan.beri(sekretaris, ormasId, BARU)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
});

it('the list is narrowed by state, year and OPD, what waits first; it leaves as a sheet', async () => {
  await dasar.db.query('DELETE FROM rekomendasi_berkas');
  await dasar.db.query('DELETE FROM rekomendasi_kemajuan');
  await dasar.db.query('DELETE FROM rekomendasi');
  const [opd] = await baca.daftarOpd();
  const satu = await beri({ jatuhTempo: '2026-03-20' });
  const dua = await beri({ jatuhTempo: '2026-04-30' });
  const tiga = await beri({ jatuhTempo: '2027-01-31', penanggung: 'opd', opdId: opd?.id ?? null });
  await layanan.lapor(dua.sekretaris, dua.id, 1, selesai('2026-03-10'), [foto]);
  await layanan.batalkan(PETUGAS, tiga.id, 1, 'Salah ormas.');
  jam.kini = new Date('2026-03-25T03:00:00Z');
  const isi = async (ubah: Partial<SaringanRekomendasi>, a = PETUGAS) =>
    (await baca.daftar(a, { ...KOSONG, ...ubah }, 1)).halaman.isi.map((r) => r.id);
  expect(await isi({})).toEqual([dua.id, satu.id, tiga.id]);
  expect(await isi({ keadaan: 'dilaporkan' })).toEqual([dua.id]);
  expect(await isi({ keadaan: 'terlambat' })).toEqual([satu.id]);
  expect(await isi({ keadaan: 'batal' })).toEqual([tiga.id]);
  expect(await isi({ tahun: '2027' })).toEqual([tiga.id]);
  expect(await isi({ opd: 'belum' })).toEqual([]);
  expect(await isi({}, aktorUji('opd', { opdId: satu.opdId }))).toHaveLength(3);
  await expect(isi({}, satu.sekretaris)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  const { lembar } = await modul.get(EksporRekomendasiService).siapkan(PETUGAS, { ...KOSONG, keadaan: 'batal' }, 'csv');
  const sel: unknown[][] = [];
  for await (const k of lembar.kelompok) sel.push(...k.map((b) => [...b]));
  expect(sel.map((s) => s.slice(4, 7))).toEqual([[opd?.nama, '2027-01-31', 'Dibatalkan']]);
});

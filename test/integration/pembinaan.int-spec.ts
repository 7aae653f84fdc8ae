import { type TestingModule } from '@nestjs/testing';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { type BerkasSiap } from '../../src/modules/berkas/berkas.types.js';
import { OrmasModule } from '../../src/modules/ormas/ormas.module.js';
import { OrmasRincianService } from '../../src/modules/ormas/ormas-rincian.service.js';
import { StatusOrmasService } from '../../src/modules/ormas/status-ormas.service.js';
import { BacaPembinaanService } from '../../src/modules/pembinaan/baca-pembinaan.service.js';
import { DaftarPembinaanService } from '../../src/modules/pembinaan/daftar-pembinaan.service.js';
import { PembinaanModule } from '../../src/modules/pembinaan/pembinaan.module.js';
import { PembinaanService } from '../../src/modules/pembinaan/pembinaan.service.js';
import { type IsianPembinaan, type SaringanPembinaan } from '../../src/modules/pembinaan/pembinaan.types.js';
import { kumpulkanMasukan } from '../../src/modules/penilaian/penilaian.masukan.js';
import { pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { JamUji } from '../support/jam.js';
import { aktorUji, modulUji } from '../support/modul.js';

const jam = new JamUji('2026-03-10');
let dasar: BasisDataUji;
let modul: TestingModule;
let layanan: PembinaanService;
let baca: BacaPembinaanService;
let semua: DaftarPembinaanService;
let surat: BerkasSiap;

const PETUGAS = aktorUji('petugas');
const KOSONG: SaringanPembinaan = { cari: '', jenis: '', keadaan: '', tahun: '', bidang: '', opd: '' };

beforeAll(async () => {
  dasar = await basisDataUji();
  modul = await modulUji(dasar, jam, [PembinaanModule, OrmasModule]);
  layanan = modul.get(PembinaanService);
  baca = modul.get(BacaPembinaanService);
  semua = modul.get(DaftarPembinaanService);
  surat = await modul.get(BerkasService, { strict: false }).siapkanIsi(await pdfContoh('Surat rekaan'), 'surat.pdf');
});
afterAll(async () => {
  await modul.close();
  await dasar.hapus();
});

const isian = (ubah: Partial<IsianPembinaan> = {}): IsianPembinaan => ({
  ...{ jenis: 'penghentian', tanggal: '2026-01-10', sampai: null, nomor: '220/1-Rekaan', tanggalSurat: '2026-01-08' },
  ...{ dasar: 'Surat Kepala Badan (rekaan)', keterangan: 'Dua kepengurusan.', ...ubah },
});
const baris = async (ormasId: number) => (await baca.daftar(PETUGAS, ormasId)).baris;
/** Whether a run over the year that ends on the day of the test would see a sanction in force. */
async function sanksiAktif(ormasId: number): Promise<boolean> {
  const jendela = { id: 0, tahun: 2026, mulai: '2025-03-11', akhir: '2026-03-10' };
  const [m] = await modul
    .get(Transaksi)
    .jalankan((em) => kumpulkanMasukan(em, jendela as never, [ormasId], '2026-03-10'));
  return m?.fakta.sanksiAktif ?? false;
}
const kabar = (ormasId: number): Promise<{ judul: string; tautan: string }[]> =>
  dasar.db.query('SELECT judul, tautan FROM notifikasi WHERE ormas_id = ? ORDER BY id', [ormasId]);

describe('a sanction that is recorded', () => {
  it('has its letter as a file, is told to the ormas and its OPD, and changes no standing', async () => {
    const { id: ormasId, opdId } = await buatOrmas(dasar.db);
    const id = await layanan.catat(PETUGAS, ormasId, isian(), { tambah: [surat], lepas: [] });
    const [b] = await baris(ormasId);
    expect(b).toMatchObject({
      id,
      keadaan: 'berlaku',
      nomor: '220/1-Rekaan',
      versi: 1,
      berkas: [{ nama: 'surat.pdf' }],
    });
    expect(await sanksiAktif(ormasId)).toBe(true);
    expect(await kabar(ormasId)).toEqual([
      { judul: 'Penghentian kegiatan dicatat di portal', tautan: `/pembinaan/${id}` },
    ]);
    const [opd] = await dasar.db.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM notifikasi WHERE opd_id = ? AND tautan = ?',
      [opdId, `/pembinaan/${id}`],
    );
    expect(Number(opd?.n)).toBe(1);
    const [o] = await dasar.db.query<{ status: string }[]>('SELECT status FROM ormas WHERE id = ?', [ormasId]);
    expect(o?.status).toBe('terdaftar');
  });

  it('is read with its file by the ormas, its OPD and the office, and by no other; each reading is recorded', async () => {
    const { id: ormasId, opdId } = await buatOrmas(dasar.db);
    const id = await layanan.catat(PETUGAS, ormasId, isian(), { tambah: [surat], lepas: [] });
    const berkasId = (await baris(ormasId))[0]?.berkas[0]?.berkasId ?? '';
    const berkas = modul.get(BerkasService, { strict: false });
    const sekretaris = aktorUji('sekretaris', { ormasId });
    for (const a of [
      sekretaris,
      aktorUji('opd', { opdId }),
      aktorUji('kabid'),
      aktorUji('kaban'),
      aktorUji('pimpinan'),
    ]) {
      expect((await baca.rinci(a, id)).berkas).toHaveLength(1);
      expect(await berkas.untukDibaca({ ...a, id: 99 }, berkasId)).toMatchObject({
        dicatat: true,
        berkas: { id: berkasId },
      });
    }
    const tidak = { kode: 'tidak-ditemukan' };
    const lain = (await buatOrmas(dasar.db)).id;
    for (const a of [aktorUji('sekretaris', { ormasId: lain }), aktorUji('opd', { opdId: (opdId ?? 0) + 1 })]) {
      await expect(baca.rinci(a, id)).rejects.toMatchObject(tidak);
      await expect(baca.daftar(a, ormasId)).rejects.toMatchObject(tidak);
      await expect(berkas.untukDibaca(a, berkasId)).rejects.toMatchObject(tidak);
    }
    expect((await baca.rinci(aktorUji('admin'), id)).berkas).toEqual([]);
    await expect(berkas.untukDibaca(aktorUji('admin'), berkasId)).rejects.toMatchObject(tidak);
    for (const a of [sekretaris, aktorUji('kaban'), aktorUji('pimpinan')])
      await expect(layanan.catat(a, ormasId, isian())).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  });

  it('needs the number and the day of the decision where it is a revocation', async () => {
    const { id } = await buatOrmas(dasar.db);
    const tanpa = isian({ jenis: 'pencabutan', nomor: null, tanggalSurat: null });
    await expect(layanan.catat(PETUGAS, id, tanpa)).rejects.toMatchObject({
      kode: 'isian-tidak-sah',
      rincian: { isian: [{ bidang: 'nomor' }, { bidang: 'tanggalSurat' }] },
    });
    expect(await baris(id)).toEqual([]);
  });
});

describe('what becomes of it', () => {
  it('ends once, with both values where two people record it', async () => {
    const { id: ormasId } = await buatOrmas(dasar.db);
    const id = await layanan.catat(PETUGAS, ormasId, isian());
    const akhir = { sampai: '2026-03-09', dasar: 'Surat 220/2-Rekaan.' };
    await layanan.akhiri(PETUGAS, id, 1, akhir);
    expect((await baris(ormasId))[0]).toMatchObject({ keadaan: 'berakhir', sampai: '2026-03-09', versi: 2 });
    expect(await sanksiAktif(ormasId)).toBe(false);
    await expect(layanan.akhiri(PETUGAS, id, 1, { ...akhir, sampai: '2026-02-01' })).rejects.toMatchObject({
      kode: 'versi-berbeda',
      rincian: {
        milikAnda: { 'Hari terakhir': '1 Februari 2026' },
        tersimpan: { 'Hari terakhir': '9 Maret 2026' },
        terakhir: { oleh: 'Uji petugas' },
      },
    });
    await expect(layanan.akhiri(PETUGAS, id, 2, akhir)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    await expect(layanan.akhiri(aktorUji('kaban'), id, 2, akhir)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    expect(await kabar(ormasId)).toHaveLength(2);
  });

  it.each([
    ['2026-01-09', 'sampai'],
    ['2026-03-11', 'sampai'],
    ['2026-02-30', 'sampai'],
    ['', 'sampai'],
  ])('does not end on %s', async (sampai, bidang) => {
    const { id: ormasId } = await buatOrmas(dasar.db);
    const id = await layanan.catat(PETUGAS, ormasId, isian());
    await expect(layanan.akhiri(PETUGAS, id, 1, { sampai, dasar: 'Surat rekaan' })).rejects.toMatchObject({
      rincian: { isian: [{ bidang }] },
    });
  });

  it('is cancelled with a reason: it stays, counts no more, and nothing is done with it again', async () => {
    const { id: ormasId } = await buatOrmas(dasar.db);
    const id = await layanan.catat(PETUGAS, ormasId, isian());
    await expect(layanan.batalkan(PETUGAS, id, 1, '')).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await layanan.batalkan(aktorUji('kabid'), id, 1, 'Suratnya milik ormas lain.');
    expect((await baris(ormasId))[0]).toMatchObject({ keadaan: 'batal', batalAlasan: 'Suratnya milik ormas lain.' });
    expect(await sanksiAktif(ormasId)).toBe(false);
    expect((await baca.rinci(aktorUji('sekretaris', { ormasId }), id)).baris.batalPada).toEqual(jam.kini);
    const akhir = { sampai: '2026-03-09', dasar: 'Surat rekaan' };
    for (const tindakan of [
      () => layanan.akhiri(PETUGAS, id, 2, akhir),
      () => layanan.koreksi(PETUGAS, id, 2, { isian: isian(), alasan: 'Masih keliru.' }),
      () => layanan.batalkan(PETUGAS, id, 2, 'Sekali lagi.'),
      () => layanan.lampirkan(PETUGAS, id, 2, { tambah: [surat], lepas: [] }),
    ])
      await expect(tindakan()).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
  });

  it('is corrected by a row that takes its place and keeps the files that were right', async () => {
    const { id: ormasId } = await buatOrmas(dasar.db);
    const dua = { tambah: [surat, { ...surat, nama: 'salah.pdf' }], lepas: [] };
    const id = await layanan.catat(PETUGAS, ormasId, isian(), dua);
    const [, salah] = (await baca.rinci(PETUGAS, id)).berkas;
    const koreksi = { isian: isian({ jenis: 'peringatan' }), alasan: 'Suratnya baru peringatan.' };
    const baru = await layanan.koreksi(PETUGAS, id, 1, koreksi, { tambah: [], lepas: [salah?.id ?? 0] });
    const lama = (await baca.rinci(PETUGAS, id)).baris;
    expect(lama).toMatchObject({ keadaan: 'batal', digantiId: baru, jumlahBerkas: 2, jenis: 'penghentian' });
    const kini = await baca.rinci(PETUGAS, baru);
    expect(kini.baris).toMatchObject({ jenis: 'peringatan', menggantikanId: id, keadaan: 'berlaku' });
    expect(kini.berkas.map((b) => b.nama)).toEqual(['surat.pdf']);
    expect(kini.riwayat[0]?.rincian).toMatchObject({
      sebelum: { Jenis: 'Penghentian kegiatan' },
      sesudah: { Jenis: 'Peringatan tertulis' },
      alasan: 'Suratnya baru peringatan.',
    });
    await expect(
      layanan.koreksi(PETUGAS, baru, 1, { isian: koreksi.isian, alasan: 'Tidak ada.' }),
    ).rejects.toMatchObject({ rincian: { isian: [{ bidang: 'jenis' }] } });
    // The timeline tells of each once, and both lead to their page.
    const { riwayat } = await modul.get(OrmasRincianService).rincian(PETUGAS, ormasId);
    expect(riwayat.isi.filter((r) => r.objek === 'pembinaan').map((r) => r.objekId)).toEqual([
      String(baru),
      String(id),
    ]);
  });

  it('takes six files and not one more', async () => {
    const { id: ormasId } = await buatOrmas(dasar.db);
    const lima = Array.from({ length: 5 }, () => surat);
    const id = await layanan.catat(PETUGAS, ormasId, isian(), { tambah: lima, lepas: [] });
    await layanan.lampirkan(PETUGAS, id, 1, { tambah: [surat], lepas: [] });
    await expect(layanan.lampirkan(PETUGAS, id, 2, { tambah: [surat], lepas: [] })).rejects.toMatchObject({
      kode: 'berkas-ditolak',
    });
    expect((await baca.rinci(PETUGAS, id)).baris).toMatchObject({ jumlahBerkas: 6, versi: 2 });
  });
});

describe('standing and sanctions', () => {
  it('lead to each other, and neither changes the other', async () => {
    const { id: ormasId, nama } = await buatOrmas(dasar.db);
    const status = modul.get(StatusOrmasService);
    const selisih = async () => (await baca.ormas(PETUGAS, ormasId)).selisih?.jenis ?? null;
    const terdaftar = async () =>
      (await semua.berselisih(PETUGAS, 1)).isi.find((o) => o.nama === nama)?.selisih.jenis ?? null;
    const ubah = async (s: 'dibekukan' | 'terdaftar' | 'dicabut', berlaku: string) => {
      const { versi } = await modul.get(OrmasRincianService).rincian(PETUGAS, ormasId);
      await status.ubahStatus(PETUGAS, ormasId, versi, { status: s, berlaku, alasan: 'Surat rekaan untuk uji.' });
    };
    const harapan = async (jenis: string | null): Promise<void> => {
      expect([await selisih(), await terdaftar()]).toEqual([jenis, jenis]);
      expect((await modul.get(OrmasRincianService).rincian(PETUGAS, ormasId)).pembinaan.selisih?.jenis ?? null).toBe(
        jenis,
      );
    };
    await harapan(null);
    const henti = await layanan.catat(PETUGAS, ormasId, isian());
    await harapan('status-tertinggal');
    expect((await baca.rinci(PETUGAS, henti)).usul).toMatchObject({ status: 'dibekukan', berlaku: '2026-01-10' });
    await ubah('dibekukan', '2026-01-10');
    await harapan(null);
    await layanan.akhiri(PETUGAS, henti, 1, { sampai: '2026-03-01', dasar: 'Masanya habis.' });
    await harapan('sanksi-berakhir');
    expect((await baca.rinci(PETUGAS, henti)).usul).toMatchObject({ status: 'terdaftar', berlaku: '2026-03-02' });
    await ubah('terdaftar', '2026-03-02');
    await harapan(null);
    await ubah('dicabut', '2026-03-05');
    await harapan('sanksi-tertinggal');
    const cabut = isian({
      jenis: 'pencabutan',
      tanggal: '2026-03-05',
      nomor: 'AHU-1-Rekaan',
      tanggalSurat: '2026-03-05',
    });
    const id = await layanan.catat(PETUGAS, ormasId, cabut);
    await harapan(null);
    await layanan.batalkan(PETUGAS, id, 1, 'Keputusannya tentang ormas lain.');
    await harapan('sanksi-tertinggal');
    await expect(semua.berselisih(aktorUji('opd', { opdId: 1 }), 1)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  });
});

describe('the list of the city', () => {
  it('is narrowed by kind, state, year, field, OPD and words; an OPD sees its cluster alone', async () => {
    await dasar.db.query('DELETE FROM pembinaan_berkas');
    await dasar.db.query('UPDATE pembinaan SET menggantikan_id = NULL');
    await dasar.db.query('DELETE FROM pembinaan');
    const satu = await buatOrmas(dasar.db, { nama: 'Yayasan Satu Rekaan' });
    const dua = await buatOrmas(dasar.db, { nama: 'Yayasan Dua 100% Rekaan', opdId: null });
    const tegur = await layanan.catat(PETUGAS, satu.id, isian({ jenis: 'peringatan', tanggal: '2025-06-01' }));
    await layanan.catat(PETUGAS, satu.id, isian({ tanggal: '2025-07-01', sampai: '2025-12-31' }));
    const bina = isian({ jenis: 'pembinaan', tanggal: '2026-02-02', nomor: null, tanggalSurat: null });
    await layanan.catat(PETUGAS, dua.id, bina);
    const batal = await layanan.catat(PETUGAS, dua.id, isian({ nomor: '220/99-Rekaan' }));
    await layanan.batalkan(PETUGAS, batal, 1, 'Salah ormas.');
    const jumlah = async (ubah: Partial<SaringanPembinaan>, a = PETUGAS): Promise<number> =>
      (await semua.daftar(a, { ...KOSONG, ...ubah }, 1)).halaman.jumlah;
    const pilihan = await semua.pilihan();
    expect(pilihan.tahun).toEqual(['2026', '2025']);
    const opd = pilihan.opd.find((p) => p.id === satu.opdId)?.kode ?? '';
    for (const [ubah, n] of [
      [{}, 4],
      [{ jenis: 'peringatan' }, 1],
      [{ keadaan: 'berlaku' }, 1],
      [{ keadaan: 'berakhir' }, 1],
      [{ keadaan: 'tercatat' }, 1],
      [{ keadaan: 'batal' }, 1],
      [{ tahun: '2025' }, 2],
      [{ opd }, 2],
      [{ opd: 'belum' }, 2],
      [{ bidang: pilihan.bidang[0]?.kode ?? '' }, 4],
      [{ bidang: 'tidak-ada' }, 0],
      [{ cari: '220/99' }, 1],
      [{ cari: '100%' }, 2],
      [{ cari: '%' }, 2],
    ] as [Partial<SaringanPembinaan>, number][])
      expect([ubah, await jumlah(ubah)]).toEqual([ubah, n]);
    expect(await jumlah({}, aktorUji('opd', { opdId: satu.opdId }))).toBe(2);
    expect(await jumlah({ opd: 'belum' }, aktorUji('opd', { opdId: satu.opdId }))).toBe(2);
    await expect(jumlah({}, aktorUji('sekretaris', { ormasId: satu.id }))).rejects.toMatchObject({
      kode: 'tidak-berwenang',
    });
    const { isi } = (await semua.daftar(PETUGAS, KOSONG, null)).halaman;
    expect(isi.map((b) => b.tanggal)).toEqual(['2026-02-02', '2026-01-10', '2025-07-01', '2025-06-01']);
    expect(isi.at(-1)?.id).toBe(tegur);
  });

  it('leaves as a sheet with the filters of the list, and the trail says who took it', async () => {
    const { lembar, nama } = await semua.ekspor(aktorUji('kaban'), { ...KOSONG, tahun: '2025' }, 'csv');
    const sel: unknown[][] = [];
    for await (const kelompok of lembar.kelompok) sel.push(...kelompok.map((k) => [...k]));
    expect(nama).toBe('pembinaan-dan-sanksi-2026-03-10');
    expect(sel.map((s) => s.slice(0, 5))).toEqual([
      ['Yayasan Satu Rekaan', expect.any(String), 'Penghentian kegiatan', 'Berakhir', '2025-07-01'],
      ['Yayasan Satu Rekaan', expect.any(String), 'Peringatan tertulis', 'Berlaku', '2025-06-01'],
    ]);
    const [jejak] = await dasar.db.query<{ rincian: string }[]>(
      "SELECT rincian FROM audit WHERE aksi = 'pembinaan.ekspor' ORDER BY id DESC LIMIT 1",
    );
    expect(JSON.parse(jejak?.rincian ?? '')).toEqual({ saringan: { tahun: '2025' }, jumlah: 2 });
  });
});

it('what was recorded before the portal knew letters is read as it is', async () => {
  const { id } = await buatOrmas(dasar.db);
  await dasar.db.query(
    "INSERT INTO pembinaan (ormas_id, jenis, tanggal, dasar, keterangan) VALUES (?, 'peringatan', '2024-01-05', 'Surat lama', 'Lama')",
    [id],
  );
  const [b] = await baris(id);
  expect(b).toMatchObject({ keadaan: 'berlaku', nomor: null, dicatatPada: null, versi: 1 });
  const koreksi = { isian: isian({ tanggal: '2024-01-05' }), alasan: 'Nomor suratnya ditemukan.' };
  await layanan.koreksi(PETUGAS, b?.id ?? 0, 1, koreksi);
});

import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Aktor } from '../../src/common/aktor.js';
import { kunciAlamat } from '../../src/common/kunci-alamat.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { BacaGabunganService } from '../../src/modules/ganda/baca-gabungan.service.js';
import { CariPasanganService } from '../../src/modules/ganda/cari-pasangan.service.js';
import { TABEL_ORMAS } from '../../src/modules/ganda/gabung.tabel.js';
import { GandaModule } from '../../src/modules/ganda/ganda.module.js';
import { type IsianGabung } from '../../src/modules/ganda/ganda.types.js';
import { PasanganService } from '../../src/modules/ganda/pasangan.service.js';
import { PenggabunganService } from '../../src/modules/ganda/penggabungan.service.js';
import { CariKembaranService, susunCalon, susunSenada } from '../../src/modules/ormas/cari-kembaran.service.js';
import { CariNomorService } from '../../src/modules/ormas/cari-nomor.service.js';
import { GabungOrmasService } from '../../src/modules/ormas/gabung-ormas.service.js';
import { ciriOrmas } from '../../src/modules/ormas/kembaran.js';
import { KeadaanOrmasService } from '../../src/modules/ormas/keadaan-ormas.service.js';
import { OrmasDaftarService } from '../../src/modules/ormas/ormas-daftar.service.js';
import { OrmasPublikService } from '../../src/modules/ormas/ormas-publik.service.js';
import { OrmasRegisterService } from '../../src/modules/ormas/ormas-register.service.js';
import { OrmasRincianService } from '../../src/modules/ormas/ormas-rincian.service.js';
import { OrmasService } from '../../src/modules/ormas/ormas.service.js';
import { RiwayatOrmasService } from '../../src/modules/ormas/riwayat-ormas.service.js';
import { SARINGAN_KOSONG } from '../../src/modules/ormas/web/ormas.paths.js';
import { ormasDalamPeriode } from '../../src/modules/penilaian/penilaian.masukan.js';
import { SuratModule } from '../../src/modules/surat/surat.module.js';
import { SuratService } from '../../src/modules/surat/surat.service.js';
import { BacaSuratService } from '../../src/modules/surat/baca-surat.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

let dasar: BasisDataUji;
let app: INestApplicationContext;
const ambil = <T>(kelas: new (...a: never[]) => T): T => app.get<T>(kelas, { strict: false });
const orang = (peran: Aktor['peran'], lain: Partial<Aktor> = {}): Aktor => ({
  ...{ id: null, nama: `Uji ${peran}`, peran, opdId: null, ormasId: null },
  ...lain,
});
const petugas = orang('petugas');
const tanya = <T>(sql: string, nilai: unknown[] = []): Promise<T[]> => dasar.db.query<T[]>(sql, nilai);
const satu = async <T>(sql: string, nilai: unknown[] = []): Promise<T> => (await tanya<T>(sql, nilai))[0] as T;

beforeAll(async () => {
  dasar = await basisDataUji();
  app = await NestFactory.createApplicationContext(
    {
      module: class Uji {},
      imports: [ConfigModule.untuk(dasar.config), DatabaseModule, RedisModule, GandaModule, SuratModule],
    },
    { logger: false },
  );
  await tanya(
    `INSERT INTO instrumen (kode, versi, nama, isi, hash, status, terbit_pada)
     SELECT 'uji', 1, 'Uji', '{}', REPEAT('0', 64), 'terbit', '2020-01-01' FROM DUAL
     WHERE NOT EXISTS (SELECT 1 FROM instrumen)`,
  );
  const { id } = await satu<{ id: number }>('SELECT MIN(id) AS id FROM instrumen');
  for (const [tahun, status] of [
    [2024, 'ditutup'],
    [2025, 'berjalan'],
  ])
    await tanya(
      'INSERT INTO periode (tahun, mulai, akhir, instrumen_id, status, populasi_tetap) VALUES (?, ?, ?, ?, ?, 0)',
      [tahun, `${Number(tahun) - 1}-12-01`, `${tahun}-11-30`, id, status],
    );
});
afterAll(async () => {
  await app?.close();
  await dasar?.hapus();
});

/** An ormas with something in every table whose rows go over, and with a history of its own. */
async function ormasLengkap(nama: string, ciri: string): Promise<number> {
  const { id } = await buatOrmas(dasar.db, { nama });
  const { tempat } = await satu<{ tempat: number }>('SELECT kelurahan_id AS tempat FROM ormas WHERE id = ?', [id]);
  const alamat = `Jl. ${ciri} No. 5`;
  await tanya('UPDATE ormas SET alamat = ?, alamat_kunci = ?, telepon = ? WHERE id = ?', [
    ...[alamat, kunciAlamat(alamat, tempat), ciri, id],
  ]);
  await tanya(`INSERT INTO program_kerja (ormas_id, tahun, nama) VALUES (?, 2025, ?)`, [id, `Rencana ${ciri}`]);
  for (const [status, hari] of [
    ['terverifikasi', '2025-02-03'],
    ['draf', '2025-04-05'],
  ])
    await tanya(
      `INSERT INTO kegiatan (ormas_id, judul, uraian, tanggal_mulai, tanggal_selesai, tempat, status, dibuat_pada, diubah_pada)
       VALUES (?, ?, 'Uraian', ?, ?, 'Aula', ?, '2025-05-01', '2025-05-01')`,
      [id, `Kegiatan ${ciri} ${status}`, hari, hari, status],
    );
  await tanya(
    `INSERT INTO laporan_ormas (ormas_id, tahun, jenis, ringkasan, diajukan_pada)
     VALUES (?, 2024, 'tahunan', 'x', '2025-01-01'), (?, ?, 'tahunan', 'x', '2025-01-01')`,
    [id, id, 2000 + id],
  );
  await tanya(
    "INSERT INTO rekomendasi (ormas_id, isi, sumber, dibuat_pada, jatuh_tempo) VALUES (?, 'x', 'y', '2025-01-01', '2025-06-01')",
    [id],
  );
  await tanya(
    "INSERT INTO pembinaan (ormas_id, jenis, tanggal, dasar, keterangan) VALUES (?, 'pembinaan', '2025-01-01', 'x', 'y')",
    [id],
  );
  await tanya(
    "INSERT INTO ormas_dokumen (ormas_id, jenis, nomor, status) VALUES (?, 'domisili', ?, 'sah'), (?, 'dasar-hukum', ?, 'sah')",
    [id, `DOM/${ciri}/1`, id, `220/0077/${ciri}/2019`],
  );
  await tanya("INSERT INTO ormas_konfirmasi (ormas_id, tanggal) VALUES (?, '2025-01-02'), (?, ?)", [
    ...[id, id, `2024-01-${String((id % 27) + 1).padStart(2, '0')}`],
  ]);
  await tanya(
    `INSERT INTO akun (surel, nama, peran, ormas_id, dibuat_pada, diubah_pada)
     VALUES (?, ?, 'sekretaris', ?, '2025-01-01', '2025-01-01')`,
    [`${ciri}@contoh.invalid`.toLowerCase(), `Sekretaris ${ciri}`, id],
  );
  await tanya(
    `INSERT INTO perubahan_ormas (ormas_id, perihal, asal, status, usul, keadaan_lama, dibuat_pada, diubah_pada)
     VALUES (?, 'npwp', 'ormas', 'draf', '{}', NULL, '2025-01-01', '2025-01-01'),
       (?, 'nama', 'ormas', 'disetujui', '{}', '{}', '2025-01-01', '2025-01-01')`,
    [id, id],
  );
  for (const tahun of [2024, 2025])
    await tanya(
      `INSERT INTO tingkat_indikator (periode_id, ormas_id, indikator, tingkat_akhir)
       SELECT id, ?, 'EFK9', 2 FROM periode WHERE tahun = ? UNION ALL SELECT id, ?, ?, 3 FROM periode WHERE tahun = ?`,
      [id, tahun, id, `X${id}`, tahun],
    );
  await tanya(
    "INSERT INTO pengurus (ormas_id, jabatan, nama, dari) VALUES (?, 'ketua', ?, '2024-01-01'), (?, 'bendahara', ?, '2024-01-01')",
    [id, `Ketua ${ciri}`, id, `Bendahara ${ciri}`],
  );
  await tanya(
    `INSERT INTO berkas (id, sha256, mime, ukuran, sha256_asal, ukuran_asal, nama, objek, objek_id, ormas_id, dibuat_pada)
     SELECT ?, REPEAT('a', 64), 'application/pdf', 10, REPEAT('a', 64), 10, 'x.pdf', 'kegiatan', MIN(k.id), ?, '2025-01-01'
     FROM kegiatan k WHERE k.ormas_id = ?`,
    [`berkas${ciri}`.padEnd(22, 'x').slice(0, 22), id, id],
  );
  // The words and the last activity as the portal itself writes them.
  await app.get(GabungOrmasService, { strict: false }).segarkan(dasar.db.manager, id, id);
  return id;
}

/** Every table as it is, row by row; without what is only ever added to, and without counters of change. */
async function potret(): Promise<Record<string, string[]>> {
  const tabel = await tanya<{ nama: string }>(
    `SELECT TABLE_NAME AS nama FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'`,
  );
  const tambahan = [
    'audit',
    // A log that indexes follow: it grows with every change.
    'ormas_ubahan',
    'notifikasi',
    'notifikasi_penerima',
    'penggabungan',
    'penggabungan_baris',
    'riwayat_ormas',
  ];
  const lain = [...tambahan, 'kotak_keluar', 'token_formulir', 'pasangan_kembar'];
  const isi: Record<string, string[]> = {};
  for (const { nama } of tabel) {
    if (lain.includes(nama)) continue;
    const baris = await tanya<Record<string, unknown>>(`SELECT * FROM \`${nama}\``);
    isi[nama] = baris
      .map(({ versi, diubah_pada, ...b }) => {
        void versi;
        void diubah_pada;
        return JSON.stringify(b);
      })
      .sort();
  }
  // Of the dated history what holds: rows that were replaced are kept, and are no longer believed.
  isi.riwayat_ormas = (
    await tanya(
      `SELECT ormas_id, fakta, nilai, berlaku_sampai FROM riwayat_ormas WHERE gugur_pada IS NULL
         AND EXISTS (SELECT 1 FROM riwayat_ormas x WHERE x.ormas_id = riwayat_ormas.ormas_id AND x.fakta = riwayat_ormas.fakta AND x.sumber <> 'awal' AND x.sumber <> 'pembatalan' AND x.gugur_pada IS NULL)`,
    )
  ).map((b) => JSON.stringify(b));
  return isi;
}

const versi = async (id: number): Promise<number> =>
  (await satu<{ v: number }>('SELECT versi AS v FROM ormas WHERE id = ?', [id])).v;
async function gabungkan(asalId: number, tujuanId: number, lain: Partial<IsianGabung> = {}): Promise<number> {
  return ambil(PenggabunganService).gabungkan(petugas, {
    ...{ asalId, tujuanId, versiAsal: await versi(asalId), versiTujuan: await versi(tujuanId), ambil: [] },
    ...{ alasan: 'Satu organisasi, terdaftar dua kali (rekaan).', ...lain },
  });
}
const batalkan = (id: number, v = 1) =>
  ambil(PenggabunganService).batalkan(petugas, id, v, 'Ternyata dua organisasi (rekaan).');

it('knows every table whose rows belong to an ormas', async () => {
  const milik = await tanya<{ tabel: string }>(
    `SELECT TABLE_NAME AS tabel FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'ormas_id'
     UNION SELECT TABLE_NAME FROM information_schema.KEY_COLUMN_USAGE
     WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME = 'ormas'`,
  );
  expect([...new Set(milik.map((m) => m.tabel))].sort()).toEqual(Object.keys(TABEL_ORMAS).sort());
});

describe('two entries that are one', () => {
  it('become one, and two again as if nothing had happened', async () => {
    const tujuan = await ormasLengkap('Yayasan Pelita Rekaan', 'TUJUANA');
    const asal = await ormasLengkap('Yayasan Pelita Rekaan Bogor', 'ASALA');
    const sebelum = await potret();
    const keadaan = (id: number, hari: string) => ambil(KeadaanOrmasService).pada(petugas, id, hari);
    const dulu = await Promise.all([keadaan(tujuan, '2025-01-01'), keadaan(asal, '2025-01-01')]);

    const id = await gabungkan(asal, tujuan, { ambil: ['nama', 'kontak', 'sekretariat', 'pengurus'] });
    const o = await ambil(OrmasRincianService).rincian(petugas, tujuan);
    expect([o.nama, o.kontak.telepon, o.kontak.alamat]).toEqual([
      'Yayasan Pelita Rekaan Bogor',
      'ASALA',
      'Jl. ASALA No. 5',
    ]);
    expect(
      o.pengurus
        .filter((p) => p.sampai === null)
        .map((p) => p.nama)
        .sort(),
    ).toEqual(['Bendahara ASALA', 'Ketua ASALA']);
    expect(o.gabungan).toEqual([{ id: asal, nama: 'Yayasan Pelita Rekaan Bogor' }]);
    const milik = async (tabel: string) =>
      tanya<{ ormas: number; n: string }>(
        `SELECT ormas_id AS ormas, COUNT(*) AS n FROM ${tabel} WHERE ormas_id IN (?) GROUP BY ormas_id ORDER BY ormas_id`,
        [[tujuan, asal]],
      ).then((b) => b.map((x) => [x.ormas, Number(x.n)]));
    expect(await milik('kegiatan')).toEqual([[tujuan, 4]]);
    expect(await milik('akun')).toEqual([[tujuan, 2]]);
    // One of each collides with the other's and stays: the report of 2024, the confirmation of one day.
    expect(await milik('laporan_ormas')).toEqual([
      [tujuan, 3],
      [asal, 1],
    ]);
    expect(await milik('ormas_konfirmasi')).toEqual([
      [tujuan, 3],
      [asal, 1],
    ]);
    // Levels: of the open year those that do not collide; of the closed year none.
    expect(await milik('tingkat_indikator')).toEqual([
      [tujuan, 5],
      [asal, 3],
    ]);
    // What was approved stays with the entry that it changed.
    expect(await milik('perubahan_ormas')).toEqual([
      [tujuan, 3],
      [asal, 1],
    ]);
    const riwayat = o.riwayat.isi.map((b) => b.ringkasan);
    expect(riwayat).toContain(`Catatan nomor ${asal}, “Yayasan Pelita Rekaan Bogor”, digabung ke sini`);
    expect(riwayat).toContain(`Digabung ke catatan nomor ${tujuan}, “Yayasan Pelita Rekaan”`);

    const rinci = await ambil(BacaGabunganService).rinci(petugas, id);
    expect(rinci).toMatchObject({ halangan: null, bolehBatalkan: true, versi: 1, batal: null });
    expect(rinci.dipindah).toContainEqual({ sebutan: 'laporan kegiatan', jumlah: 2 });
    expect(rinci.diambil.map((d) => d.label)).toEqual([
      ...['Nama ormas', 'Alamat sekretariat', 'Kontak', 'Susunan pengurus'],
    ]);

    await batalkan(id);
    expect(await potret()).toEqual(sebelum);
    expect(await ambil(RiwayatOrmasService).periksa()).toEqual([]);
    const kini = await Promise.all([keadaan(tujuan, '2025-01-01'), keadaan(asal, '2025-01-01')]);
    const isi = (k: (typeof dulu)[number]) => k.fakta.map((f) => [f.fakta, f.isi]);
    expect(kini.map(isi)).toEqual(dulu.map(isi));
    await expect(batalkan(id, 2)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    await expect(batalkan(id, 1)).rejects.toMatchObject({ kode: 'versi-berbeda' });
  });

  it('are left out of lists, the directory, the population, and are found by the old name and number', async () => {
    const tujuan = await ormasLengkap('Perkumpulan Rajawali Rekaan', 'TUJUANB');
    const asal = await ormasLengkap('Himpunan Elang Rekaan', 'ASALB');
    await tanya("UPDATE ormas SET npwp = '0099887766554433' WHERE id = ?", [asal]);
    const periode = { akhir: '2025-11-30', hitungId: null, populasiTetap: false };
    const populasi = () => ormasDalamPeriode(dasar.db.manager, periode);
    expect(await populasi()).toEqual(expect.arrayContaining([asal, tujuan]));
    const id = await gabungkan(asal, tujuan);

    const cari = async (kata: string) =>
      (await ambil(OrmasDaftarService).daftar(petugas, { ...SARINGAN_KOSONG, cari: kata }, 1)).isi.map((o) => o.id);
    expect(await cari('elang')).toEqual([tujuan]);
    expect(await cari('rajawali')).toEqual([tujuan]);
    expect(await cari('')).not.toContain(asal);
    const nomor = async (teks: string) => (await ambil(CariNomorService).cari(petugas, teks))?.map((o) => o.id);
    expect(await nomor('0099887766554433')).toEqual([tujuan]);
    expect(await nomor('220/0077/ASALB/2019')).toEqual([tujuan]);
    const publik: number[] = [];
    for await (const b of ambil(OrmasPublikService).semua()) publik.push(...b.map((o) => o.id));
    expect(publik).toContain(tujuan);
    expect(publik).not.toContain(asal);
    expect(await populasi()).toContain(tujuan);
    expect(await populasi()).not.toContain(asal);
    const kunci = await ambil(OrmasRegisterService).kunciTerdaftar(dasar.db.manager);
    expect([...kunci.npwp].filter(([k]) => k === '0099887766554433')).toEqual([['0099887766554433', tujuan]]);
    await expect(ambil(OrmasService).pastikanTerlihat(petugas, asal)).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
      message: expect.stringContaining(`nomor ${tujuan}`) as string,
    });
    // Who would be registered under the old name is shown the entry that holds.
    const calon = { nama: 'HIMPUNAN ELANG  REKAAN', kelurahanId: null, npwp: null, dasarHukum: [], alamat: '' };
    expect(await ambil(CariKembaranService).cari(dasar.db.manager, calon)).toMatchObject([
      { id: tujuan, sebab: ['nama'], lewat: 'Himpunan Elang Rekaan' },
    ]);
    await batalkan(id);
    expect(await cari('elang')).toEqual([asal]);
    expect(await populasi()).toContain(asal);
  });

  it('a letter of the merged entry says under which number the organisation is recorded, and is read by its secretary', async () => {
    const tujuan = await ormasLengkap('Yayasan Surat Rekaan', 'TUJUANC');
    const asal = await ormasLengkap('Yayasan Surat Lama Rekaan', 'ASALC');
    const { id: suratId } = await ambil(SuratService).terbitkanSendiri(orang('kabid'), { ormasId: asal, alasan: '' });
    const { kode } = await satu<{ kode: string }>('SELECT kode FROM surat WHERE id = ?', [suratId]);
    const id = await gabungkan(asal, tujuan);
    expect(await ambil(BacaSuratService).bukti(kode)).toMatchObject({
      keadaan: 'ormas-berhenti',
      digabungKe: { id: tujuan, nama: 'Yayasan Surat Rekaan' },
    });
    const sekretaris = orang('sekretaris', { ormasId: tujuan });
    expect((await ambil(BacaSuratService).rinci(sekretaris, suratId)).nama).toBe('Yayasan Surat Lama Rekaan');
    const daftar = await ambil(BacaSuratService).daftar(sekretaris, { cari: '', keadaan: '', ormasId: tujuan }, 1);
    expect(daftar.isi.map((s) => s.id)).toEqual([suratId]);
    await batalkan(id);
    expect(await ambil(BacaSuratService).bukti(kode)).toMatchObject({ keadaan: 'berlaku', digabungKe: null });
  });

  it('keeps with the entry that stayed what happened since, and says so', async () => {
    const tujuan = await ormasLengkap('Yayasan Sesudah Rekaan', 'TUJUAND');
    const asal = await ormasLengkap('Yayasan Dahulu Rekaan', 'ASALD');
    const id = await gabungkan(asal, tujuan, { ambil: ['kontak', 'nama'] });
    await ambil(OrmasService).ubahKontak(petugas, tujuan, await versi(tujuan), { telepon: '08111222333', surel: null });
    await tanya(
      `INSERT INTO kegiatan (ormas_id, judul, uraian, tanggal_mulai, tanggal_selesai, tempat, status, dibuat_pada, diubah_pada)
       VALUES (?, 'Sesudah', 'x', '2025-05-05', '2025-05-05', 'x', 'draf', '2025-05-05', '2025-05-05')`,
      [tujuan],
    );
    await tanya('UPDATE akun SET ormas_id = NULL WHERE surel = ?', ['asald@contoh.invalid']);
    await batalkan(id);
    const o = await ambil(OrmasRincianService).rincian(petugas, tujuan);
    expect([o.nama, o.kontak.telepon]).toEqual(['Yayasan Sesudah Rekaan', '08111222333']);
    expect((await ambil(OrmasRincianService).rincian(petugas, asal)).kontak.telepon).toBe('ASALD');
    const [n] = await tanya<{ n: string }>(
      "SELECT COUNT(*) AS n FROM kegiatan WHERE ormas_id = ? AND judul = 'Sesudah'",
      [tujuan],
    );
    expect(Number(n?.n)).toBe(1);
    const { batal } = await ambil(BacaGabunganService).rinci(petugas, id);
    expect(batal?.hasil.join(' ')).toContain('sudah dipindahkan atau dihapus sesudah penggabungan: 1 akun sekretaris');
    expect(batal?.hasil.join(' ')).toContain('diubah lagi sesudah penggabungan: Kontak');
  });

  it('are not taken apart where that could not be done wholly, and a sentence says why', async () => {
    const [a, b, c] = [
      await ormasLengkap('Yayasan Rantai Satu', 'RANTAIA'),
      await ormasLengkap('Yayasan Rantai Dua', 'RANTAIB'),
      await ormasLengkap('Yayasan Rantai Tiga', 'RANTAIC'),
    ];
    const sebelum = await potret();
    const pertama = await gabungkan(c, b);
    const kedua = await gabungkan(b, a);
    expect(await satu('SELECT digabung_ke AS ke FROM ormas WHERE id = ?', [c])).toEqual({ ke: a });
    await expect(batalkan(pertama)).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
      message: expect.stringContaining('sendiri sudah digabung ke “Yayasan Rantai Satu”') as string,
    });
    await tanya("UPDATE periode SET status = 'ditutup' WHERE tahun = 2025");
    await expect(batalkan(kedua)).rejects.toThrow('Tahun 2025 ditutup sesudah penggabungan');
    await tanya("UPDATE periode SET status = 'berjalan' WHERE tahun = 2025");
    const { id: rencana } = await satu<{ id: number }>("SELECT id FROM program_kerja WHERE nama = 'Rencana RANTAIB'");
    await tanya(
      `INSERT INTO kegiatan (ormas_id, judul, uraian, tanggal_mulai, tanggal_selesai, tempat, status, program_kerja_id, dibuat_pada, diubah_pada)
       VALUES (?, 'Baru', 'x', '2025-05-05', '2025-05-05', 'x', 'draf', ?, '2025-05-05', '2025-05-05')`,
      [a, rencana],
    );
    await expect(batalkan(kedua)).rejects.toThrow('Kegiatan “Baru” dilaporkan sesudah penggabungan');
    await tanya("DELETE FROM kegiatan WHERE judul = 'Baru'");
    await batalkan(kedua);
    expect(await satu('SELECT digabung_ke AS ke FROM ormas WHERE id = ?', [c])).toEqual({ ke: b });
    await batalkan(pertama);
    expect(await potret()).toEqual(sebelum);
  });

  it('are merged once, of the versions that were seen, and by those who decide', async () => {
    const tujuan = await ormasLengkap('Yayasan Lomba Rekaan', 'TUJUANE');
    const asal = await ormasLengkap('Yayasan Lomba Kembar Rekaan', 'ASALE');
    await expect(gabungkan(asal, tujuan, { versiAsal: 99 })).rejects.toMatchObject({ kode: 'versi-berbeda' });
    await expect(gabungkan(asal, asal)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await expect(gabungkan(asal, tujuan, { alasan: ' ' })).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    const isian = {
      asalId: asal,
      tujuanId: tujuan,
      versiAsal: 1,
      versiTujuan: 1,
      ambil: [],
      alasan: 'Satu organisasi.',
    };
    for (const peran of ['admin', 'kaban', 'opd', 'pimpinan', 'sekretaris', 'sistem'] as const)
      await expect(ambil(PenggabunganService).gabungkan(orang(peran), isian)).rejects.toMatchObject({
        kode: 'tidak-berwenang',
      });
    const hasil = await Promise.allSettled([gabungkan(asal, tujuan), gabungkan(asal, tujuan), gabungkan(tujuan, asal)]);
    expect(hasil.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
    const kode = hasil.flatMap((h) => (h.status === 'rejected' ? (h.reason as { kode: string }).kode : []));
    expect(kode.every((k) => k === 'versi-berbeda' || k === 'transisi-tidak-sah')).toBe(true);
  });

  it('while scores are computed nothing changes hands', async () => {
    const tujuan = await ormasLengkap('Yayasan Hitung Rekaan', 'TUJUANF');
    const asal = await ormasLengkap('Yayasan Hitung Kembar Rekaan', 'ASALF');
    await tanya(
      `INSERT INTO hitung (periode_id, instrumen_id, status, jumlah, dibuat_pada)
       SELECT id, instrumen_id, 'berjalan', 1, '2025-01-01' FROM periode WHERE tahun = 2025`,
    );
    await expect(gabungkan(asal, tujuan)).rejects.toThrow('IKO sedang dihitung');
    await tanya("UPDATE hitung SET status = 'gagal'");
    await gabungkan(asal, tujuan);
  });
});

describe('suspected pairs', () => {
  it('are found by every key, once, the strongest first; what was decided stays, and what no longer holds goes', async () => {
    const buat = async (nama: string, ubah: Record<string, unknown> = {}): Promise<number> => {
      const { id } = await buatOrmas(dasar.db, { nama });
      for (const [k, v] of Object.entries(ubah)) await tanya(`UPDATE ormas SET ${k} = ? WHERE id = ?`, [v, id]);
      return id;
    };
    const { tempat } = await satu<{ tempat: number }>('SELECT MIN(id) AS tempat FROM kelurahan');
    const rumah = { alamat: 'Jl. Kembar No. 3', alamat_kunci: kunciAlamat('Jl. Kembar No. 3', tempat) };
    const npwp = [
      await buat('Yayasan Anggrek Mekar', { npwp: '012345678901999' }),
      await buat('Perkumpulan Melati Wangi', { npwp: '0012345678901999' }),
    ];
    const ejaan = [
      await buat('Yayasan Cahaya Timur', rumah),
      await buat('YYS. CAHAYA  TIMUR', { ...rumah, alamat: 'Jalan Kembar 03 RT 1' }),
    ];
    const mirip = [await buat('Paguyuban Rekaan Pasundan'), await buat('Paguyuban Rekaan Pasundam')];
    const urutan = [await buat('Forum Rekaan Warga Peduli'), await buat('Forum Peduli Warga Rekaan')];
    await buat('Karang Taruna Rekaan RW 05');
    await buat('Karang Taruna Rekaan RW 06');
    const bubar = await buat('Yayasan Cahaya Timur', { status: 'bubar' });
    await ambil(CariPasanganService).kerjakan();
    const daftar = async (status: 'dugaan' | 'bukan-kembaran' = 'dugaan', sebab: '' | 'npwp' = '') =>
      (await ambil(PasanganService).daftar(petugas, { status, sebab }, 1)).isi;
    const milik = (await daftar()).filter((p) => [...npwp, ...ejaan, ...mirip, ...urutan, bubar].includes(p.a.id));
    expect(milik.map((p) => [[p.a.id, p.b.id], p.sebab])).toEqual([
      [npwp, ['npwp']],
      [ejaan, ['nama', 'alamat']],
      [urutan, ['urutan-kata']],
      [mirip, ['nama-mirip']],
    ]);
    expect((await daftar('dugaan', 'npwp')).map((p) => [p.a.id, p.b.id])).toEqual([npwp]);

    const [a = 0, b = 0] = npwp;
    await ambil(PasanganService).nyatakanBukan(petugas, b, a, 1, 'Induk dan cabangnya (rekaan).');
    await tanya("UPDATE ormas SET nama = 'Lain', nama_normal = 'lain' WHERE id = ?", [mirip[1]]);
    await ambil(CariPasanganService).kerjakan();
    await ambil(CariPasanganService).kerjakan();
    const sisa = (await daftar()).map((p) => p.a.id);
    expect(sisa).not.toContain(a);
    expect(sisa).not.toContain(mirip[0]);
    expect((await daftar('bukan-kembaran')).map((p) => [p.a.id, p.alasan])).toEqual([
      [a, 'Induk dan cabangnya (rekaan).'],
    ]);
    await expect(gabungkan(a, b)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    await expect(ambil(PasanganService).nyatakanBukan(petugas, a, b, 1, 'Halaman lama.')).rejects.toMatchObject({
      kode: 'versi-berbeda',
    });
    await ambil(PasanganService).tarik(petugas, a, b, 2, 'Ternyata satu (rekaan).');
    expect((await daftar()).map((p) => p.a.id)).toContain(a);
    await gabungkan(b, a);
    expect((await daftar()).map((p) => p.a.id)).not.toContain(a);
  });
});

it('twins are looked up by indexes alone, however long the register', async () => {
  const angka = `(${Array.from({ length: 10 }, (_, d) => `SELECT ${d} AS d`).join(' UNION ALL ')})`;
  await tanya(
    `INSERT INTO ormas (nama, nama_normal, cari, bentuk, status, kelurahan_id, npwp, dasar_hukum_normal, alamat_kunci, sumber, dibuat_pada, diubah_pada)
     SELECT CONCAT('Deret ', n), CONCAT('deretrekaan', n), 'x', 'yayasan', 'terdaftar',
       (SELECT MIN(id) FROM kelurahan) + n % 68, LPAD(n, 16, '7'), CONCAT('deret.', n), LPAD(n, 16, '0'), 'uji', '2020-01-01', '2020-01-01'
     FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM ${angka} a, ${angka} b, ${angka} c, ${angka} e) s`,
  );
  await tanya('ANALYZE TABLE ormas, ormas_dokumen');
  const kelurahan = (await tanya<{ id: number }>('SELECT id FROM kelurahan')).map((k) => k.id);
  const ciri = ciriOrmas({
    ...{ nama: 'Deret Rekaan 5', kelurahanId: kelurahan[3] ?? 0, npwp: '0012345678901234' },
    ...{ dasarHukum: ['SKT/DERET/77'], alamat: 'Jl. Deret 5' },
  });
  for (const { sql, nilai } of [susunCalon(ciri, ['SKT/DERET/77'], kelurahan), susunSenada(ciri)]) {
    const rencana = await tanya<{ table: string | null; type: string | null; key: string | null; rows: string }>(
      `EXPLAIN ${sql}`,
      nilai,
    );
    for (const r of rencana.filter((x) => x.table !== null && !x.table.startsWith('<'))) {
      expect([r.table, r.type === 'ALL', r.key === null]).toEqual([r.table, false, false]);
      expect(Number(r.rows)).toBeLessThan(1000);
    }
  }
});

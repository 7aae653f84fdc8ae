import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Aktor } from '../../src/common/aktor.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { CariPasanganService } from '../../src/modules/ganda/cari-pasangan.service.js';
import { GandaModule } from '../../src/modules/ganda/ganda.module.js';
import { PenggabunganService } from '../../src/modules/ganda/penggabungan.service.js';
import { KegiatanModule } from '../../src/modules/kegiatan/kegiatan.module.js';
import { RencanaOrmasService } from '../../src/modules/kegiatan/rencana-ormas.service.js';
import { KeadaanOrmasService } from '../../src/modules/ormas/keadaan-ormas.service.js';
import { OrmasRincianService } from '../../src/modules/ormas/ormas-rincian.service.js';
import { PembinaanModule } from '../../src/modules/pembinaan/pembinaan.module.js';
import { PembinaanService } from '../../src/modules/pembinaan/pembinaan.service.js';
import { PerubahanModule } from '../../src/modules/perubahan/perubahan.module.js';
import { PerubahanService } from '../../src/modules/perubahan/perubahan.service.js';
import { RekomendasiModule } from '../../src/modules/rekomendasi/rekomendasi.module.js';
import { RekomendasiService } from '../../src/modules/rekomendasi/rekomendasi.service.js';
import { fotoContoh } from '../factories/berkas.js';
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
  const imports = [AkunModule, GandaModule, KegiatanModule, PembinaanModule, PerubahanModule, RekomendasiModule];
  app = await NestFactory.createApplicationContext(
    {
      module: class Uji {},
      imports: [ConfigModule.untuk(dasar.config), DatabaseModule, RedisModule, ...imports],
    },
    { logger: false },
  );
  await tanya(
    `INSERT INTO instrumen (kode, versi, nama, isi, hash, status, terbit_pada)
     SELECT 'uji', 1, 'Uji', '{}', REPEAT('0', 64), 'terbit', '2020-01-01' FROM DUAL
     WHERE NOT EXISTS (SELECT 1 FROM instrumen)`,
  );
  await tanya(
    `INSERT INTO periode (tahun, mulai, akhir, instrumen_id, status, populasi_tetap)
     SELECT 2025, '2024-12-01', '2025-11-30', MIN(id), 'berjalan', 0 FROM instrumen`,
  );
});
afterAll(async () => {
  await app?.close();
  await dasar?.hapus();
});

const versi = async (id: number): Promise<number> =>
  (await satu<{ v: number }>('SELECT versi AS v FROM ormas WHERE id = ?', [id])).v;
async function gabungkan(asalId: number, tujuanId: number, ambilan: 'pengurus'[] = []): Promise<number> {
  return ambil(PenggabunganService).gabungkan(petugas, {
    ...{ asalId, tujuanId, versiAsal: await versi(asalId), versiTujuan: await versi(tujuanId), ambil: ambilan },
    alasan: 'Satu organisasi, terdaftar dua kali (rekaan).',
  });
}
const batalkan = (id: number) => ambil(PenggabunganService).batalkan(petugas, id, 1, 'Ternyata dua (rekaan).');
async function berdua(): Promise<{ asal: number; tujuan: number }> {
  const [tujuan, asal] = [await buatOrmas(dasar.db), await buatOrmas(dasar.db)];
  return { asal: asal.id, tujuan: tujuan.id };
}

const PEMBINAAN = {
  ...{ jenis: 'pembinaan' as const, tanggal: '2025-05-05', sampai: null, nomor: null, tanggalSurat: null },
  ...{ dasar: 'Undangan rekaan', keterangan: 'Bimbingan administrasi (rekaan).' },
};
const REKOMENDASI = {
  ...{ isi: 'Susun SOP', sumber: 'Monev rekaan', jatuhTempo: '2099-06-30', penanggung: 'ormas' as const, opdId: null },
};

describe('what is written of an entry while it is merged', () => {
  const tahun = new Date().getFullYear();
  const tulis: [string, (ormasId: number) => Promise<unknown>][] = [
    ['guidance', (o) => ambil(PembinaanService).catat(petugas, o, PEMBINAAN)],
    ['a recommendation', (o) => ambil(RekomendasiService).beri(petugas, o, REKOMENDASI)],
    [
      'an item of the plan',
      (o) =>
        ambil(RencanaOrmasService).tambahProgram(orang('sekretaris', { ormasId: o }), o, {
          ...{ tahun, nama: 'Rencana rekaan', targetPenerima: null, anggaran: null },
        }),
    ],
    [
      'a yearly report',
      (o) =>
        ambil(RencanaOrmasService).kirimLaporanTahunan(
          ...([orang('sekretaris', { ormasId: o }), o, tahun - 1, 'Setahun berjalan baik (rekaan).'] as const),
        ),
    ],
    ['a request for a change', (o) => ambil(PerubahanService).buat(petugas, o, 'nama', {})],
  ];

  it.each(tulis)('%s is refused once it is merged, and says where to', async (_, kerja) => {
    const { asal, tujuan } = await berdua();
    await gabungkan(asal, tujuan);
    await expect(kerja(asal)).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
      message: expect.stringContaining(`nomor ${tujuan}`) as string,
    });
  });

  it.each(tulis)('%s that comes at the same moment is moved with the others, or refused', async (_, kerja) => {
    const { asal, tujuan } = await berdua();
    const pelari = dasar.db.createQueryRunner();
    // A merging stands in the middle: it holds both entries.
    await pelari.startTransaction('READ COMMITTED');
    await pelari.query('SELECT id FROM ormas WHERE id IN (?) ORDER BY id FOR UPDATE', [[asal, tujuan]]);
    const datang = kerja(asal).then(
      () => 'tertulis',
      (g: { kode: string }) => g.kode,
    );
    await Promise.race([datang, new Promise((lanjut) => setTimeout(lanjut, 300))]);
    await pelari.query("UPDATE ormas SET status = 'digabung', digabung_ke = ? WHERE id = ?", [tujuan, asal]);
    await pelari.commitTransaction();
    await pelari.release();
    expect(await datang).toBe('transisi-tidak-sah');
  });
});

it('nobody becomes the secretary of an entry that was merged', async () => {
  const { asal, tujuan } = await berdua();
  await gabungkan(asal, tujuan);
  const baru = { surel: 'tertinggal@contoh.invalid', nama: 'Sekretaris rekaan', peran: 'sekretaris' as const };
  await expect(ambil(AkunService).buat(orang('admin'), { ...baru, ormasId: asal })).rejects.toMatchObject({
    rincian: { isian: [{ bidang: 'ormasId', pesan: expect.stringContaining(`nomor ${tujuan}`) as string }] },
  });
  expect(await ambil(AkunService).buat(orang('admin'), { ...baru, ormasId: tujuan })).toBeGreaterThan(0);
});

it('a run of scores that begins at the same moment is seen: nothing changes hands', async () => {
  const { asal, tujuan } = await berdua();
  const pelari = dasar.db.createQueryRunner();
  await pelari.startTransaction('READ COMMITTED');
  await pelari.query("SELECT id FROM periode WHERE status = 'berjalan' FOR UPDATE");
  await pelari.query(
    `INSERT INTO hitung (periode_id, instrumen_id, status, jumlah, dibuat_pada)
     SELECT id, instrumen_id, 'menunggu', 1, '2025-01-01' FROM periode WHERE tahun = 2025`,
  );
  const hasil = gabungkan(asal, tujuan).then(
    () => 'digabung',
    (g: Error) => g.message,
  );
  await Promise.race([hasil, new Promise((lanjut) => setTimeout(lanjut, 300))]);
  await pelari.commitTransaction();
  await pelari.release();
  const kata = await hasil;
  await tanya("UPDATE hitung SET status = 'gagal'");
  expect(kata).toContain('IKO sedang dihitung');
});

it('a file that was added to moved guidance or a moved recommendation goes back with it, and nobody else reads it', async () => {
  const { asal, tujuan } = await berdua();
  const bimbingan = await ambil(PembinaanService).catat(petugas, asal, PEMBINAAN);
  const rekomendasi = await ambil(RekomendasiService).beri(petugas, asal, REKOMENDASI);
  const id = await gabungkan(asal, tujuan);
  const berkas = ambil(BerkasService);
  const surat = await berkas.siapkanIsi(await fotoContoh('#123456'), 'surat.jpg');
  await ambil(PembinaanService).lampirkan(petugas, bimbingan, 1, { tambah: [surat], lepas: [] });
  const bukti = await berkas.siapkanIsi(await fotoContoh('#654321'), 'bukti.jpg');
  const hari = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await ambil(RekomendasiService).lapor(
    orang('sekretaris', { ormasId: tujuan }),
    rekomendasi,
    1,
    { uraian: 'Sudah disusun.', selesaiPada: hari },
    [bukti],
  );
  await batalkan(id);
  for (const [objek, objekId] of [
    ['pembinaan', bimbingan],
    ['rekomendasi', rekomendasi],
  ] as const) {
    const b = await satu<{ id: string }>('SELECT id FROM berkas WHERE objek = ? AND objek_id = ?', [objek, objekId]);
    const baca = (ormasId: number) =>
      berkas.untukDibaca(orang('sekretaris', { ormasId }), b.id).then(
        () => true,
        () => false,
      );
    expect([objek, await baca(asal), await baca(tujuan)]).toEqual([objek, true, false]);
  }
});

it('is not taken apart while a report that goes back serves the plan of the one that stays', async () => {
  const { asal, tujuan } = await berdua();
  await tanya("INSERT INTO program_kerja (ormas_id, tahun, nama) VALUES (?, 2025, 'Rencana tujuan')", [tujuan]);
  await tanya(
    `INSERT INTO kegiatan (ormas_id, judul, uraian, tanggal_mulai, tanggal_selesai, tempat, status, dibuat_pada, diubah_pada)
     VALUES (?, 'Bakti rekaan', 'x', '2025-05-05', '2025-05-05', 'x', 'draf', '2025-05-05', '2025-05-05')`,
    [asal],
  );
  const id = await gabungkan(asal, tujuan);
  await tanya(
    `UPDATE kegiatan SET program_kerja_id = (SELECT MAX(id) FROM program_kerja WHERE nama = 'Rencana tujuan')
     WHERE judul = 'Bakti rekaan'`,
  );
  await expect(batalkan(id)).rejects.toThrow('“Bakti rekaan”');
  await tanya("UPDATE kegiatan SET program_kerja_id = NULL WHERE judul = 'Bakti rekaan'");
  await batalkan(id);
});

it('a board that was taken over sits from that day on: before it sat who sat', async () => {
  const { asal, tujuan } = await berdua();
  for (const [o, nama] of [
    [asal, 'Ketua asal'],
    [tujuan, 'Ketua tujuan'],
  ] as const)
    await tanya("INSERT INTO pengurus (ormas_id, jabatan, nama, dari) VALUES (?, 'ketua', ?, '2024-01-01')", [o, nama]);
  const pada = async (id: number, hari: string) =>
    (await ambil(KeadaanOrmasService).pada(petugas, id, hari)).pengurus.map((p) => p.nama);
  const id = await gabungkan(asal, tujuan, ['pengurus']);
  const hariIni = ambil(KeadaanOrmasService).hariIni();
  expect(await pada(tujuan, '2025-03-01')).toEqual(['Ketua tujuan']);
  expect(await pada(tujuan, hariIni)).toEqual(['Ketua asal']);
  expect(await pada(asal, '2025-03-01')).toEqual(['Ketua asal']);
  await batalkan(id);
  expect(await pada(asal, '2025-03-01')).toEqual(['Ketua asal']);
  expect(await pada(tujuan, hariIni)).toEqual(['Ketua tujuan']);
});

it('entries merged before do not hide that the one that holds has a twin again', async () => {
  const nama = 'Perkumpulan Kembar Berulang Rekaan';
  const semua: number[] = [];
  for (let i = 0; i < 8; i++) semua.push((await buatOrmas(dasar.db, { nama })).id);
  const [tujuan = 0, baru = 0, ...lama] = semua;
  for (const asal of lama) await gabungkan(asal, tujuan);
  await ambil(CariPasanganService).kerjakan();
  const pasangan = await tanya<{ a: number; b: number }>(
    "SELECT ormas_a AS a, ormas_b AS b FROM pasangan_kembar WHERE status = 'dugaan' AND (ormas_a IN (?) OR ormas_b IN (?))",
    [
      [tujuan, baru],
      [tujuan, baru],
    ],
  );
  expect(pasangan).toContainEqual({ a: tujuan, b: baru });
});

it('of an entry that was merged nobody is told that the ground of its standing is missing', async () => {
  const { asal, tujuan } = await berdua();
  await gabungkan(asal, tujuan);
  expect((await ambil(OrmasRincianService).rincian(petugas, asal)).pembinaan.selisih).toBeNull();
});

it('a sanction that was put right while merged goes back as it was put right', async () => {
  const { asal, tujuan } = await berdua();
  const lama = await ambil(PembinaanService).catat(petugas, asal, PEMBINAAN);
  const id = await gabungkan(asal, tujuan);
  const isian = { ...PEMBINAAN, keterangan: 'Bimbingan keuangan (rekaan).' };
  const pertama = await ambil(PembinaanService).koreksi(petugas, lama, 1, { isian, alasan: 'Keliru ketik.' });
  const lagi = { isian: { ...isian, dasar: 'Undangan kedua rekaan' }, alasan: 'Keliru lagi.' };
  const kedua = await ambil(PembinaanService).koreksi(petugas, pertama, 1, lagi);
  await batalkan(id);
  const milik = await tanya<{ id: number }>('SELECT id FROM pembinaan WHERE ormas_id = ? ORDER BY id', [asal]);
  expect(milik.map((p) => p.id)).toEqual([lama, pertama, kedua]);
});

it('a new twin is found also where there are more old ones than anybody works through', async () => {
  const angka = `(${Array.from({ length: 10 }, (_, d) => `SELECT ${d} AS d`).join(' UNION ALL ')})`;
  await tanya(
    `INSERT INTO ormas (nama, nama_normal, cari, bentuk, status, npwp, luar_domisili, sumber, dibuat_pada, diubah_pada)
     SELECT CONCAT('Lama ', s.n), CONCAT('lama', s.n), 'lama', 'yayasan', 'terdaftar', LPAD(1000 + s.n DIV 2, 16, '0'), 1, 'uji',
       '2020-01-01', '2020-01-01'
     FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n
       FROM ${angka} a, ${angka} b, ${angka} c, ${angka} e, ${angka} f) s WHERE s.n < 10100 ORDER BY s.n`,
  );
  const { asal, tujuan } = await berdua();
  // Its key comes last among the keys.
  await tanya("UPDATE ormas SET npwp = '9999999999999999' WHERE id IN (?)", [[asal, tujuan]]);
  await ambil(CariPasanganService).kerjakan();
  expect(await tanya('SELECT sebab FROM pasangan_kembar WHERE ormas_a = ? AND ormas_b = ?', [tujuan, asal])).toEqual([
    { sebab: ',npwp,' },
  ]);
}, 120_000);

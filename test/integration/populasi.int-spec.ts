import { type INestApplicationContext } from '@nestjs/common';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { type BarisRegister } from '../../src/modules/ormas/impor/register.types.js';
import { OrmasRegisterService } from '../../src/modules/ormas/ormas-register.service.js';
import { type IsianStatus } from '../../src/modules/ormas/ormas.types.js';
import { StatusOrmasService } from '../../src/modules/ormas/status-ormas.service.js';
import { HitungService } from '../../src/modules/penilaian/hitung.service.js';
import { ormasDalamPeriode } from '../../src/modules/penilaian/penilaian.masukan.js';
import { PenutupanService } from '../../src/modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { kerjakanSemua, konteksPenilaian } from '../support/penilaian.js';

// Who is assessed in a year: read from the dated history of standing in the register, and settled when the year is closed.

const TAHUN = 2025; // 1 December 2024 to 30 November 2025
const PETUGAS: Aktor = { ...AKTOR_SISTEM, nama: 'Petugas Contoh', peran: 'petugas' };
const KABID: Aktor = { ...AKTOR_SISTEM, nama: 'Kabid Contoh', peran: 'kabid' };

let dasar: BasisDataUji;
let app: INestApplicationContext;
let nomor = 0;

beforeAll(async () => {
  dasar = await basisDataUji();
  app = await konteksPenilaian(dasar.config);
  await app.get(Transaksi).jalankan((em) => app.get(PeriodeService).pastikanPeriode(em, TAHUN));
});
afterAll(async () => {
  await app?.close();
  await dasar?.hapus();
});

/** Takes one invented ormas in, as a register says when it was registered. */
async function impor(terdaftarPada: string | null): Promise<number> {
  nomor++;
  const nama = `Perkumpulan Rekaan Populasi ${nomor}`;
  const baris: BarisRegister = {
    ...{ baris: 2, nama, bentuk: 'perkumpulan', dasarHukumNomor: null, dasarHukumLain: null, dasarHukumTanggal: null },
    ...{ aktaNomor: null, aktaTanggal: null, npwp: null, alamat: 'Jl. Contoh No. 1', rt: null, rw: null },
    ...{ kelurahan: 'Gudang', kecamatan: null, luarDomisili: false, bidangKode: 'pendidikan', bidangTeks: null },
    ...{ sumberDana: null, jumlahAnggota: null, ketua: null, sekretaris: null, bendahara: null, bendahara2: null },
    ...{ telepon: null, surel: null, terdaftarPada, nomorSkko: null, nomorReg: null, berlakuSkko: null },
    singkatan: null,
  };
  const asal = { berkas: 'rekaan.csv', tataLetak: 'portal', hitungan: { baris: 1, ganda: 0, ditolak: 0 } };
  await app
    .get(Transaksi)
    .jalankan((em) => app.get(OrmasRegisterService).daftarkanBanyak(em, AKTOR_SISTEM, [baris], asal));
  const [b] = await dasar.db.query<{ id: number }[]>('SELECT id FROM ormas WHERE nama = ?', [nama]);
  return b?.id ?? 0;
}

async function ubahStatus(id: number, status: IsianStatus['status'], berlaku: string): Promise<void> {
  const [b] = await dasar.db.query<{ versi: number }[]>('SELECT versi FROM ormas WHERE id = ?', [id]);
  const isian = { status, berlaku, alasan: 'Keputusan rekaan nomor 1.' };
  await app.get(StatusOrmasService).ubahStatus(PETUGAS, id, b?.versi ?? 0, isian);
}

const populasi = async (): Promise<number[]> => {
  const periode = await app.get(PeriodeService).untukTahun(TAHUN);
  return ormasDalamPeriode(dasar.db.manager, periode);
};
const hitung = async (tahun = TAHUN): Promise<number[]> => {
  const { hitungId } = await app.get(HitungService).mulaiHitung(PETUGAS, tahun);
  await kerjakanSemua(app, dasar.db, hitungId);
  const baris = await dasar.db.query<{ id: number }[]>(
    'SELECT ormas_id AS id FROM hasil_iko WHERE hitung_id = ? ORDER BY ormas_id',
    [hitungId],
  );
  return baris.map((b) => b.id);
};
const versi = async (): Promise<number> => (await app.get(PeriodeService).untukTahun(TAHUN)).versi;

/** The year whose score the register shows of an ormas, with the score. */
const terlihat = async (id: number): Promise<unknown> =>
  (
    await dasar.db.query<unknown[]>(
      'SELECT iko_tahun AS tahun, iko_skor AS skor, iko_tingkat AS tingkat, iko_sebutan AS sebutan, iko_sementara AS sementara FROM ormas WHERE id = ?',
      [id],
    )
  )[0];
const KOSONG = { tahun: null, skor: null, tingkat: null, sebutan: null, sementara: 0 };

describe('who is assessed in a year that was not closed yet', () => {
  it.each<[string, string | null, [IsianStatus['status'], string][], boolean]>([
    ['registered on the last day', '2025-11-30', [], true],
    ['registered the day after', '2025-12-01', [], false],
    ['read in late, registered long before', '2015-03-04', [], true],
    ['registered nobody knows when', null, [], true],
    ['dissolved after the window', '2020-01-01', [['bubar', '2025-12-01']], true],
    ['dissolved on the last day', '2020-01-01', [['bubar', '2025-11-30']], false],
    ['dissolved within the window', '2020-01-01', [['bubar', '2025-06-01']], false],
    ['revoked within the window', '2020-01-01', [['dicabut', '2025-06-01']], false],
    ['revoked after the window', '2020-01-01', [['dicabut', '2026-01-05']], true],
    ['suspended within the window', '2020-01-01', [['dibekukan', '2025-06-01']], true],
    [
      'dissolved and registered again within the window',
      '2020-01-01',
      [
        ['bubar', '2025-02-01'],
        ['terdaftar', '2025-10-01'],
      ],
      true,
    ],
    [
      'dissolved within the window, registered again after it',
      '2020-01-01',
      [
        ['bubar', '2025-02-01'],
        ['terdaftar', '2025-12-20'],
      ],
      false,
    ],
    [
      'dissolved by mistake and put right on the same day',
      '2020-01-01',
      [
        ['bubar', '2025-02-01'],
        ['terdaftar', '2025-02-01'],
      ],
      true,
    ],
    ['registered nobody knows when, dissolved within the window', null, [['bubar', '2025-06-01']], false],
  ])('%s', async (_, terdaftar, perubahan, harapan) => {
    const id = await impor(terdaftar);
    for (const [status, berlaku] of perubahan) await ubahStatus(id, status, berlaku);
    expect((await populasi()).includes(id)).toBe(harapan);
  });
});

describe('a change of standing', () => {
  it('adds to the history, keeps the reason, and moves what holds today', async () => {
    const id = await impor('2020-01-01');
    await ubahStatus(id, 'bubar', '2025-06-01');
    expect(
      await dasar.db.query(
        'SELECT status, berlaku_dari AS berlaku, alasan FROM riwayat_status_ormas WHERE ormas_id = ? ORDER BY id',
        [id],
      ),
    ).toEqual([
      { status: 'terdaftar', berlaku: '2020-01-01', alasan: null },
      { status: 'bubar', berlaku: '2025-06-01', alasan: 'Keputusan rekaan nomor 1.' },
    ]);
    expect(await dasar.db.query('SELECT status, versi FROM ormas WHERE id = ?', [id])).toEqual([
      { status: 'bubar', versi: 2 },
    ]);
    const [jejak] = await dasar.db.query<{ ringkasan: string }[]>(
      "SELECT ringkasan FROM audit WHERE aksi = 'ormas.ubah-status' AND ormas_id = ?",
      [id],
    );
    expect(jejak?.ringkasan).toBe('Status berubah dari Terdaftar menjadi Bubar, berlaku sejak 1 Juni 2025');
  });

  it('refuses what contradicts the history, an old version, and whoever is no officer', async () => {
    const id = await impor('2020-01-01');
    const isian = { status: 'bubar', berlaku: '2025-06-01', alasan: 'Keputusan rekaan.' } as const;
    const layanan = app.get(StatusOrmasService);
    const kode = async (aktor: Aktor, v: number, ubah: Partial<IsianStatus> = {}): Promise<unknown> =>
      layanan.ubahStatus(aktor, id, v, { ...isian, ...ubah }).then(
        () => null,
        (g: { kode?: string }) => g.kode,
      );
    expect(await kode(KABID, 1)).toBe('tidak-berwenang');
    expect(await kode({ ...PETUGAS, peran: 'opd', opdId: 999_999 }, 1)).toBe('tidak-ditemukan');
    expect(await kode(PETUGAS, 2)).toBe('versi-berbeda');
    expect(await kode(PETUGAS, 1, { berlaku: '2999-01-01' })).toBe('isian-tidak-sah');
    expect(await kode(PETUGAS, 1, { berlaku: '2019-12-31' })).toBe('isian-tidak-sah');
    const entah = await impor(null);
    const kuno = layanan.ubahStatus(PETUGAS, entah, 1, { ...isian, berlaku: '1945-08-16' });
    await expect(kuno).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    expect(await kode(PETUGAS, 1, { status: 'terdaftar' })).toBe('isian-tidak-sah');
    expect(await kode(PETUGAS, 1)).toBeNull();
  });
});

describe('a correction of the history', () => {
  const rekam = async (id: number): Promise<{ id: number; status: string | null }[]> =>
    dasar.db.query('SELECT id, status FROM riwayat_status_ormas WHERE ormas_id = ? ORDER BY id', [id]);
  const koreksi = async (
    id: number,
    ke: number,
    isian: { status: IsianStatus['status'] | null; berlaku: string },
    aktor = PETUGAS,
  ): Promise<unknown> => {
    const [b] = await dasar.db.query<{ versi: number }[]>('SELECT versi FROM ormas WHERE id = ?', [id]);
    const baris = (await rekam(id))[ke];
    const penuh = { ...isian, alasan: 'Salah baca surat rekaan.' };
    return app
      .get(StatusOrmasService)
      .koreksi(aktor, id, baris?.id ?? 0, b?.versi ?? 0, penuh)
      .then(
        () => null,
        (g: { kode?: string; rincian?: { isian?: { bidang: string }[] } }) => g.rincian?.isian?.[0]?.bidang ?? g.kode,
      );
  };

  it.each<[string, [IsianStatus['status'] | null, string][], boolean, string]>([
    ['entered too early: it was after the window', [['bubar', '2025-12-05']], true, 'bubar'],
    ['entered too late: it was before the window', [['bubar', '2024-11-01']], false, 'bubar'],
    ['a wrong status: only suspended', [['dibekukan', '2025-06-01']], true, 'dibekukan'],
    ['never happened', [[null, '']], true, 'terdaftar'],
    [
      'never happened, and did after all',
      [
        [null, ''],
        ['bubar', '2025-06-02'],
      ],
      false,
      'bubar',
    ],
  ])('moves the population of an open year and what holds today: %s', async (_, ralat, harapan, kini) => {
    const id = await impor('2020-01-01');
    await ubahStatus(id, 'bubar', '2025-06-01');
    expect((await populasi()).includes(id)).toBe(false);
    for (const [i, [status, berlaku]] of ralat.entries())
      expect(await koreksi(id, i + 1, { status, berlaku })).toBeNull();
    expect((await populasi()).includes(id)).toBe(harapan);
    const [o] = await dasar.db.query<{ status: string }[]>('SELECT status FROM ormas WHERE id = ?', [id]);
    expect(o?.status).toBe(kini);
    const [jejak] = await dasar.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'ormas.koreksi-status' AND ormas_id = ?",
      [id],
    );
    expect(Number(jejak?.n)).toBe(ralat.length);
    expect(await rekam(id)).toHaveLength(2 + ralat.length);
  });

  it('is refused to others, of the registration, of what is corrected, and where it contradicts what stands around it', async () => {
    const id = await impor('2020-01-01');
    await ubahStatus(id, 'dibekukan', '2025-02-01');
    await ubahStatus(id, 'terdaftar', '2025-05-01');
    const beda = { status: 'bubar', berlaku: '2025-03-01' } as const;
    expect(await koreksi(id, 1, beda, KABID)).toBe('tidak-berwenang');
    expect(await koreksi(id, 0, beda)).toBe('transisi-tidak-sah');
    expect(await koreksi(id, 9, beda)).toBe('tidak-ditemukan');
    expect(await koreksi(id, 1, { status: 'dibekukan', berlaku: '2025-02-01' })).toBe('status');
    expect(await koreksi(id, 1, { status: 'terdaftar', berlaku: '2025-02-01' })).toBe('status');
    expect(await koreksi(id, 1, { status: 'dibekukan', berlaku: '2025-05-01' })).toBe('berlaku');
    expect(await koreksi(id, 1, { status: 'dibekukan', berlaku: '2019-12-31' })).toBe('berlaku');
    expect(await koreksi(id, 2, { status: 'terdaftar', berlaku: '2025-01-31' })).toBe('berlaku');
    expect(await koreksi(id, 2, { status: 'terdaftar', berlaku: '2999-01-01' })).toBe('berlaku');
    expect(await koreksi(id, 1, { status: 'dibekukan', berlaku: '2025-03-01' })).toBeNull();
    expect(await koreksi(id, 1, beda)).toBe('transisi-tidak-sah');
  });
});

describe('the score that the register shows', () => {
  it('is that of the newest other year, or none, once an ormas is out of the run', async () => {
    await app.get(Transaksi).jalankan((em) => app.get(PeriodeService).pastikanPeriode(em, TAHUN - 1));
    const lama = await impor('2020-01-01');
    const baru = await impor('2024-12-15');
    const tetap = await impor('2020-01-01');
    await hitung(TAHUN - 1);
    const lalu = await terlihat(lama);
    expect(lalu).toMatchObject({ tahun: TAHUN - 1 });
    await hitung();
    for (const id of [lama, baru, tetap]) expect(await terlihat(id)).toMatchObject({ tahun: TAHUN });
    for (const id of [lama, baru]) await ubahStatus(id, 'bubar', '2025-10-01');
    await hitung();
    expect(await terlihat(lama)).toEqual(lalu);
    expect(await terlihat(baru)).toEqual(KOSONG);
    expect(await terlihat(tetap)).toMatchObject({ tahun: TAHUN });
    await hitung(TAHUN - 1);
    expect(await terlihat(tetap)).toMatchObject({ tahun: TAHUN });
  });
});

describe('a year that was closed and opened again', () => {
  it('scores exactly those it was closed with, whatever is recorded later, until an officer asks for the register', async () => {
    const keluar = await impor('2020-01-01');
    const awal = await hitung();
    expect(awal).toContain(keluar);
    await app.get(PenutupanService).tutup(KABID, TAHUN, await versi());
    const terlambat = await impor('2019-05-06');
    await ubahStatus(keluar, 'bubar', '2025-10-01');
    // Put right while the year is closed: it stays whom it scored.
    const [salah] = await dasar.db.query<{ id: number; versi: number }[]>(
      `SELECT r.id, o.versi FROM riwayat_status_ormas r JOIN ormas o ON o.id = r.ormas_id
       WHERE o.id = ? AND r.status = 'bubar'`,
      [keluar],
    );
    await app.get(StatusOrmasService).koreksi(PETUGAS, keluar, salah?.id ?? 0, salah?.versi ?? 0, {
      ...{ status: 'dicabut', berlaku: '2025-09-01', alasan: 'Keputusan rekaan, bukan akta.' },
    });
    await app.get(PenutupanService).bukaKembali(KABID, TAHUN, await versi(), 'Perbaikan tingkat rekaan.');
    expect(await hitung()).toEqual(awal);

    const susun = async (aktor: Aktor, alasan: string): Promise<unknown> =>
      app
        .get(PeriodeService)
        .susunUlangPopulasi(aktor, TAHUN, await versi(), alasan)
        .then(
          () => null,
          (g: { kode?: string }) => g.kode,
        );
    expect(await susun({ ...PETUGAS, peran: 'kaban' }, 'Alasan rekaan.')).toBe('tidak-berwenang');
    expect(await susun(PETUGAS, ' ')).toBe('isian-tidak-sah');
    expect(await susun(PETUGAS, 'Register susulan rekaan.')).toBeNull();
    expect(await susun(PETUGAS, 'Sekali lagi.')).toBe('transisi-tidak-sah');
    const baru = await hitung();
    expect(baru).toEqual([...awal.filter((id) => id !== keluar), terlambat]);
    await app.get(PenutupanService).tutup(KABID, TAHUN, await versi());
    expect(await susun(PETUGAS, 'Sudah ditutup.')).toBe('transisi-tidak-sah');
  });
});

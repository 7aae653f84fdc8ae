import { type INestApplicationContext } from '@nestjs/common';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { KeadaanOrmasService } from '../../src/modules/ormas/keadaan-ormas.service.js';
import { OrmasModule } from '../../src/modules/ormas/ormas.module.js';
import { OrmasService } from '../../src/modules/ormas/ormas.service.js';
import { catatFakta } from '../../src/modules/ormas/riwayat-fakta.js';
import { RiwayatOrmasService } from '../../src/modules/ormas/riwayat-ormas.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { JamUji } from '../support/jam.js';
import { aktorUji, modulUji } from '../support/modul.js';

const jam = new JamUji('2026-03-10');
let dasar: BasisDataUji;
let app: INestApplicationContext;
let keadaan: KeadaanOrmasService;
let riwayat: RiwayatOrmasService;

const PETUGAS = aktorUji('petugas');

beforeAll(async () => {
  dasar = await basisDataUji();
  app = await modulUji(dasar, jam, [OrmasModule]);
  keadaan = app.get(KeadaanOrmasService);
  riwayat = app.get(RiwayatOrmasService);
});
afterAll(async () => {
  await app.close();
  await dasar.hapus();
});

const sebut = async (id: number, hari: string, siapa = PETUGAS): Promise<string | undefined> =>
  (await keadaan.pada(siapa, id, hari)).fakta.find((f) => f.fakta === 'nama')?.isi.Nama;

/** Renames an ormas from a day on, as an approved request does. */
const namai = (id: number, lama: string, baru: string, berlaku: string): Promise<void> =>
  app.get(Transaksi).jalankan(async (em) => {
    await em.query('UPDATE ormas SET nama = ? WHERE id = ?', [baru, id]);
    const asal = { sumber: 'kantor', alasan: null, perubahanId: null, akunId: null, dicatat: jam.kini } as const;
    await catatFakta(em, id, { fakta: 'nama', lama: { nama: lama }, baru: { nama: baru }, berlaku }, asal);
  });

it('what never changed has held from the day of registration, and takes no row', async () => {
  const { id } = await buatOrmas(dasar.db);
  const baris = await riwayat.riwayat(id);
  expect(baris).toHaveLength(7);
  expect(new Set(baris.map((b) => `${b.sumber} ${b.berlakuDari}`))).toEqual(new Set(['awal 2020-01-15']));
  expect(await dasar.db.query('SELECT id FROM riwayat_ormas WHERE ormas_id = ?', [id])).toEqual([]);
  await app.get(OrmasService).ubahKontak(PETUGAS, id, 1, { telepon: '081200000001', surel: null });
  expect((await riwayat.riwayat(id)).map((b) => `${b.fakta} ${b.berlakuDari}`).slice(-2)).toEqual([
    'kontak 2020-01-15',
    'kontak 2026-03-10',
  ]);
  expect(await riwayat.periksa()).toEqual([]);
});

it('reads a name on the day before it changed, on the day itself, and after', async () => {
  const { id, nama } = await buatOrmas(dasar.db);
  await namai(id, nama, 'Nama Kedua', '2025-03-01');
  await namai(id, 'Nama Kedua', 'Nama Ketiga', '2025-09-01');
  const hari = ['2025-02-28', '2025-03-01', '2025-08-31', '2025-09-01', '2026-03-10'];
  expect(await Promise.all(hari.map((h) => sebut(id, h)))).toEqual([
    ...[nama, 'Nama Kedua', 'Nama Kedua', 'Nama Ketiga', 'Nama Ketiga'],
  ]);
  expect((await riwayat.periksa()).filter((s) => s.startsWith(`Ormas ${id}:`))).toEqual([]);
});

it('a second value of one day takes the place of the first, which is kept as what was believed', async () => {
  const { id, nama } = await buatOrmas(dasar.db);
  await namai(id, nama, 'Keliru', '2025-03-01');
  await namai(id, 'Keliru', 'Benar', '2025-03-01');
  expect(await sebut(id, '2025-03-01')).toBe('Benar');
  const [gugur] = await dasar.db.query(
    'SELECT nilai FROM riwayat_ormas WHERE ormas_id = ? AND gugur_pada IS NOT NULL',
    [id],
  );
  expect(gugur.nilai).toContain('Keliru');
});

it('the database refuses a second present value, and the check finds what does not fit', async () => {
  const { id, nama } = await buatOrmas(dasar.db);
  await namai(id, nama, 'Baru', '2025-03-01');
  const kedua = `INSERT INTO riwayat_ormas (ormas_id, fakta, nilai, berlaku_dari, sumber, dicatat_pada)
    VALUES (?, 'nama', '{"nama":"Lain"}', '2025-05-01', 'kantor', '2025-05-01')`;
  await expect(dasar.db.query(kedua, [id])).rejects.toThrow(/Duplicate/);
  await dasar.db.query("UPDATE ormas SET nama = 'Menyimpang' WHERE id = ?", [id]);
  await dasar.db.query(
    "UPDATE riwayat_ormas SET berlaku_sampai = '2025-01-01' WHERE ormas_id = ? AND berlaku_sampai IS NOT NULL",
    [id],
  );
  expect((await riwayat.periksa()).filter((s) => s.startsWith(`Ormas ${id}:`))).toEqual([
    `Ormas ${id}: nama berbeda dari riwayatnya`,
    `Ormas ${id}: riwayat nama terputus atau bertumpang`,
  ]);
  await dasar.db.query('DELETE FROM riwayat_ormas WHERE ormas_id = ?', [id]);
});

describe('the day in Jakarta', () => {
  afterEach(() => {
    jam.kini = new Date('2026-03-10T03:00:00Z');
  });

  it('a phone corrected at 23.59 WIB holds from that day, at 00.01 from the next; both can be read at once', async () => {
    const { id } = await buatOrmas(dasar.db);
    const telepon = async (hari: string): Promise<string | undefined> =>
      (await keadaan.pada(PETUGAS, id, hari)).fakta.find((f) => f.fakta === 'kontak')?.isi.Telepon;
    jam.kini = new Date('2026-03-31T16:59:00Z');
    await app.get(OrmasService).ubahKontak(PETUGAS, id, 1, { telepon: '081200000031', surel: null });
    expect(await telepon('2026-03-31')).toBe('081200000031');
    await expect(keadaan.pada(PETUGAS, id, '2026-04-01')).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    jam.kini = new Date('2026-03-31T17:01:00Z');
    await app.get(OrmasService).ubahKontak(PETUGAS, id, 2, { telepon: '081200000001', surel: null });
    expect(await telepon('2026-03-31')).toBe('081200000031');
    expect(await telepon('2026-04-01')).toBe('081200000001');
    expect(await telepon('2026-03-30')).toBe('');
  });
});

describe('who reads the past, and what', () => {
  it('an OPD reads its cluster without numbers of people, and nobody reads what is not theirs', async () => {
    const { id, opdId } = await buatOrmas(dasar.db);
    await app.get(OrmasService).ubahKontak(PETUGAS, id, 1, { telepon: '081200000099', surel: 'a@contoh.invalid' });
    const opd = await keadaan.pada(aktorUji('opd', { opdId }), id, '2026-03-10');
    expect(JSON.stringify(opd)).not.toContain('081200000099');
    expect(JSON.stringify(opd)).toContain('a@contoh.invalid');
    for (const lain of [aktorUji('opd', { opdId: 999 }), aktorUji('sekretaris', { ormasId: id + 1 })]) {
      await expect(keadaan.pada(lain, id, '2026-03-10')).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    }
  });

  it('before it was registered it is said to be absent; a day that does not exist is refused in words', async () => {
    const { id } = await buatOrmas(dasar.db);
    expect(await keadaan.pada(PETUGAS, id, '2020-01-14')).toMatchObject({ ada: 'belum-ada', terdaftar: '2020-01-15' });
    expect((await keadaan.pada(PETUGAS, id, '2020-01-15')).ada).toBe('ada');
    for (const hari of ['2025-02-31', 'kemarin', '', '2026-03-11']) {
      await expect(keadaan.pada(PETUGAS, id, hari)).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    }
  });
});

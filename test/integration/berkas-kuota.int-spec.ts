import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { denganKonteks } from '../../src/infra/database/konteks.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { BerkasModule } from '../../src/modules/berkas/berkas.module.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { type BerkasSiap, KUOTA_AKUN_SEHARI, KUOTA_ORMAS } from '../../src/modules/berkas/berkas.types.js';
import { fotoContoh, pdfBanyakObjek, pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

let dasar: BasisDataUji;
let modul: TestingModule;
let foto: BerkasSiap;

beforeAll(async () => {
  dasar = await basisDataUji();
  modul = await Test.createTestingModule({
    imports: [ConfigModule.untuk(dasar.config), DatabaseModule, BerkasModule],
  }).compile();
  foto = await modul.get(BerkasService).siapkanIsi(await fotoContoh(), 'foto.jpg');
});
afterAll(async () => {
  await modul.close();
  await dasar.hapus();
});

const berukuran = (ukuran: number): BerkasSiap => ({ ...foto, ukuran });

/** Stores one file for the ormas in a transaction that then waits for `tahan` before it ends. */
const simpan = (ormasId: number, ukuran: number, tahan: () => Promise<void> = () => Promise.resolve()) =>
  modul.get(Transaksi).jalankan(async (em) => {
    const pemilik = { objek: 'kegiatan', objekId: 1, ormasId, dibuatOleh: null };
    await modul.get(BerkasService).catat(em, berukuran(ukuran), pemilik);
    await tahan();
  });

describe('the room of an ormas', () => {
  it('is taken by one of two forms that together would exceed it, however they meet', async () => {
    const { id } = await buatOrmas(dasar.db);
    const separuh = Math.floor(KUOTA_ORMAS * 0.6);
    let tercatat!: () => void;
    let lepaskan!: () => void;
    const pertamaTercatat = new Promise<void>((r) => (tercatat = r));
    const boleh = new Promise<void>((r) => (lepaskan = r));
    const pertama = simpan(id, separuh, () => {
      tercatat();
      return boleh;
    });
    await pertamaTercatat;
    // The first has its row but has not committed: the second must neither pass nor be refused before it knows.
    const kedua = simpan(id, separuh);
    const menunggu = async (): Promise<boolean> => {
      const [b] = await dasar.db.query<{ n: string }[]>(
        "SELECT COUNT(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE 'SELECT id FROM ormas%FOR UPDATE'",
      );
      return Number(b?.n) > 0;
    };
    while (!(await menunggu()));
    lepaskan();
    await pertama;
    await expect(kedua).rejects.toMatchObject({ kode: 'berkas-ditolak' });
    expect(await modul.get(BerkasService).sisaKuota(id)).toBe(KUOTA_ORMAS - separuh);
  });

  it('is never exceeded by many forms at once, and used by those that fit', async () => {
    const { id } = await buatOrmas(dasar.db);
    const hasil = await Promise.allSettled(Array.from({ length: 5 }, () => simpan(id, KUOTA_ORMAS / 4)));
    expect(hasil.filter((h) => h.status === 'fulfilled')).toHaveLength(4);
    expect(await modul.get(BerkasService).sisaKuota(id)).toBe(0);
  });

  it('of one ormas says nothing of another', async () => {
    const [satu, dua] = [await buatOrmas(dasar.db), await buatOrmas(dasar.db)];
    await simpan(satu.id, KUOTA_ORMAS);
    await simpan(dua.id, KUOTA_ORMAS);
    await expect(simpan(satu.id, 1)).rejects.toMatchObject({ kode: 'berkas-ditolak' });
  });
});

describe('the share of an account in a day', () => {
  it('counts what takes no ormas’ room, also in forms sent at one moment, and begins anew the next day', async () => {
    const akun = await dasar.db.query<{ insertId: number }>(
      `INSERT INTO akun (surel, nama, peran, dibuat_pada, diubah_pada)
       VALUES ('petugas.kuota@contoh.test', 'Petugas Rekaan', 'petugas', NOW(3), NOW(3))`,
    );
    const dibuatOleh = akun.insertId;
    const kirim = (ukuran: number, ormasId: number | null = null) =>
      modul
        .get(Transaksi)
        .jalankan((em) =>
          modul.get(BerkasService).catat(em, berukuran(ukuran), { objek: 'tingkat', objekId: 1, ormasId, dibuatOleh }),
        );
    const hasil = await Promise.allSettled(Array.from({ length: 5 }, () => kirim(KUOTA_AKUN_SEHARI / 4)));
    expect(hasil.filter((h) => h.status === 'fulfilled')).toHaveLength(4);
    await expect(kirim(1)).rejects.toMatchObject({ kode: 'berkas-ditolak' });
    const { id } = await buatOrmas(dasar.db);
    await expect(kirim(1, id)).resolves.toEqual(expect.any(String));
    await dasar.db.query(
      'UPDATE berkas SET dibuat_pada = DATE_SUB(dibuat_pada, INTERVAL 1 DAY) WHERE dibuat_oleh = ?',
      [dibuatOleh],
    );
    await expect(kirim(1)).resolves.toEqual(expect.any(String));
  });
});

describe('the documents of one account', () => {
  it('are looked through one at a time, two more wait, and the next is told so at once', async () => {
    const kecil = await pdfContoh();
    const kirim = (isi: Buffer, akunId: number) =>
      denganKonteks({ akunId }, () => modul.get(BerkasService).siapkanIsi(isi, 'daftar.pdf'));
    const besar = pdfBanyakObjek();
    const seorang = [besar, kecil, kecil, kecil].map((isi) => kirim(isi, 1));
    const hasil = Promise.allSettled(seorang);
    await expect(seorang[3]).rejects.toMatchObject({ kode: 'berkas-ditolak' });
    await expect(kirim(kecil, 2)).resolves.toMatchObject({ mime: 'application/pdf' });
    expect((await hasil).map((h) => h.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  });
});

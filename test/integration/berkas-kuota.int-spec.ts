import { readdir, writeFile } from 'node:fs/promises';
import { type Request } from 'express';
import { DataSource } from 'typeorm';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { denganKonteks } from '../../src/infra/database/konteks.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { Gudang } from '../../src/infra/storage/gudang.js';
import { BerkasModule } from '../../src/modules/berkas/berkas.module.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { type BerkasSiap, KUOTA_AKUN_SEHARI, KUOTA_ORMAS } from '../../src/modules/berkas/berkas.types.js';
import { PenerimaUnggahan } from '../../src/modules/berkas/penerima-unggahan.js';
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

describe('what an account sends in a day', () => {
  const kirim = (berkas: BerkasService, akunId: number, jalur: string) =>
    denganKonteks({ akunId }, () => berkas.siapkan(jalur, 'foto.jpg'));
  const buatAkun = async (surel: string): Promise<number> =>
    (
      await dasar.db.query<{ insertId: number }>(
        `INSERT INTO akun (surel, nama, peran, dibuat_pada, diubah_pada) VALUES (?, 'Petugas Rekaan', 'petugas', NOW(3), NOW(3))`,
        [surel],
      )
    ).insertId;
  const terkirim = async (akunId: number): Promise<number> =>
    Number(
      (await dasar.db.query<{ b: string }[]>('SELECT bita AS b FROM kiriman_akun WHERE akun_id = ?', [akunId]))[0]?.b,
    );
  /** A photo that nobody has stored yet, in a temporary file. */
  const fotoBaru = async (warna: string): Promise<{ jalur: string; ukuran: number }> => {
    const isi = await fotoContoh(warna);
    const jalur = `${dasar.config.varDir}/${warna.slice(1)}.jpg`;
    await writeFile(jalur, isi);
    return { jalur, ukuran: isi.length };
  };
  const isiGudang = async (): Promise<number> =>
    (await readdir(`${dasar.config.varDir}/berkas`, { recursive: true, withFileTypes: true })).filter((f) => f.isFile())
      .length;

  it('is asked before a byte is stored, remembered over a restart, and begins anew at midnight in Jakarta', async () => {
    const akunId = await buatAkun('kiriman.satu@contoh.test');
    const jam = { sekarang: () => new Date('2026-03-10T16:59:00Z') };
    const proses = () => new BerkasService(modul.get(DataSource), modul.get(Gudang, { strict: false }), jam);
    const satu = await fotoBaru('#a1b2c3');
    await kirim(proses(), akunId, satu.jalur);
    expect(await terkirim(akunId)).toBe(satu.ukuran);
    await dasar.db.query('UPDATE kiriman_akun SET bita = ? WHERE akun_id = ?', [KUOTA_AKUN_SEHARI, akunId]);
    const dua = await fotoBaru('#c3b2a1');
    const sebelum = await isiGudang();
    await expect(kirim(proses(), akunId, dua.jalur)).rejects.toMatchObject({ kode: 'berkas-ditolak' });
    expect([await isiGudang(), await terkirim(akunId)]).toEqual([sebelum, KUOTA_AKUN_SEHARI]);
    await kirim(proses(), await buatAkun('kiriman.dua@contoh.test'), dua.jalur);
    jam.sekarang = () => new Date('2026-03-10T17:00:00Z');
    await kirim(proses(), akunId, dua.jalur);
    expect(await terkirim(akunId)).toBe(dua.ukuran);
  });

  it('counts what is sent at one moment together', async () => {
    const akunId = await buatAkun('kiriman.tiga@contoh.test');
    const { jalur, ukuran } = await fotoBaru('#0f0f0f');
    const berkas = modul.get(BerkasService);
    await kirim(berkas, akunId, jalur);
    await dasar.db.query('UPDATE kiriman_akun SET bita = ? WHERE akun_id = ?', [
      KUOTA_AKUN_SEHARI - 2 * ukuran,
      akunId,
    ]);
    const hasil = await Promise.allSettled(Array.from({ length: 4 }, () => kirim(berkas, akunId, jalur)));
    expect(hasil.filter((h) => h.status === 'fulfilled')).toHaveLength(2);
    expect(await terkirim(akunId)).toBe(KUOTA_AKUN_SEHARI);
  });
});

describe('the room of an ormas and the files of a form', () => {
  it('is asked by the size of each file before it is stored; the others go on', async () => {
    const { id } = await buatOrmas(dasar.db);
    const isi = await fotoContoh('#778899');
    const jalur = `${dasar.config.varDir}/muat.jpg`;
    await writeFile(jalur, isi);
    await simpan(id, KUOTA_ORMAS - isi.length);
    const unggahan = [
      { bidang: 'foto1', nama: 'terlalu besar.jpg', jalur: '/tidak/dibuka', ukuran: isi.length + 1 },
      { bidang: 'foto2', nama: 'muat.jpg', jalur, ukuran: isi.length },
    ];
    const req = { unggahan, body: { ket_foto1: 'Pertama', ket_foto2: 'Kedua' } } as unknown as Request;
    const hasil = await modul.get(PenerimaUnggahan).terima(req, ['foto1', 'foto2'], id);
    expect(hasil.diterima.map((d) => [d.tempat, d.keterangan])).toEqual([['foto2', 'Kedua']]);
    expect(hasil.galat).toEqual([{ bidang: 'foto1', pesan: expect.stringContaining('terlalu besar.jpg') as string }]);
    expect(hasil.keteranganDitolak).toEqual({ foto1: 'Pertama' });
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

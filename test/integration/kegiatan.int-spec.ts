import { truncate, utimes } from 'node:fs/promises';
import { type TestingModule } from '@nestjs/testing';
import { AKTOR_SISTEM, type Aktor, type Peran } from '../../src/common/aktor.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { Gudang } from '../../src/infra/storage/gudang.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { type BerkasSiap, KUOTA_ORMAS } from '../../src/modules/berkas/berkas.types.js';
import { PenyapuIsi } from '../../src/modules/berkas/jobs/penyapu-isi.js';
import { BacaKegiatanService } from '../../src/modules/kegiatan/baca-kegiatan.service.js';
import { hariTerlambat } from '../../src/modules/kegiatan/kegiatan.aturan.js';
import { KegiatanModule } from '../../src/modules/kegiatan/kegiatan.module.js';
import { KegiatanService } from '../../src/modules/kegiatan/kegiatan.service.js';
import { ISIAN_KOSONG, type IsianKegiatan } from '../../src/modules/kegiatan/kegiatan.types.js';
import { KeputusanKegiatanService } from '../../src/modules/kegiatan/keputusan-kegiatan.service.js';
import { type KegiatanMuatan, MuatKegiatanService } from '../../src/modules/kegiatan/muat-kegiatan.service.js';
import { sqlTahunJendela, tahunJendela } from '../../src/modules/setelan/jendela.js';
import { fotoContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { JamUji } from '../support/jam.js';
import { modulUji } from '../support/modul.js';

const jam = new JamUji('2026-03-10');
let dasar: BasisDataUji;
let modul: TestingModule;
let kegiatan: KegiatanService;
let keputusan: KeputusanKegiatanService;
let baca: BacaKegiatanService;
let foto: BerkasSiap;

beforeAll(async () => {
  dasar = await basisDataUji();
  modul = await modulUji(dasar, jam, [AkunModule, KegiatanModule]);
  kegiatan = modul.get(KegiatanService);
  keputusan = modul.get(KeputusanKegiatanService);
  baca = modul.get(BacaKegiatanService);
  foto = await modul.get(BerkasService).siapkanIsi(await fotoContoh(), 'foto.jpg');
});
afterAll(async () => {
  await modul.close();
  await dasar.hapus();
});
beforeEach(() => {
  jam.kini = new Date('2026-03-10T03:00:00Z');
});

let nomor = 0;
async function akun(peran: Peran, lingkup: { opdId?: number; ormasId?: number } = {}): Promise<Aktor> {
  const nama = `Uji ${peran} ${++nomor}`;
  const surel = `uji-${nomor}@contoh.invalid`;
  const [id] = await modul
    .get(AkunService)
    .muatBanyak(AKTOR_SISTEM, [{ surel, nama, peran, sandi: `sandi-acak-${nomor}-${process.pid}`, ...lingkup }]);
  return { id: id ?? 0, nama, peran, opdId: lingkup.opdId ?? null, ormasId: lingkup.ormasId ?? null };
}

const isian = (lain: Partial<IsianKegiatan> = {}): IsianKegiatan => ({
  ...ISIAN_KOSONG,
  judul: 'Bakti contoh',
  uraian: 'Membersihkan sungai bersama warga.',
  tanggalMulai: '2026-03-01',
  tanggalSelesai: '2026-03-01',
  tempat: 'Tepi sungai',
  ...lain,
});
const bukti = () => [{ siap: foto, keterangan: 'Warga di tepi sungai' }];
const versi = async (id: number): Promise<number> =>
  (await dasar.db.query<{ versi: number }[]>('SELECT versi FROM kegiatan WHERE id = ?', [id]))[0]?.versi ?? 0;
const terakhir = async (ormasId: number): Promise<string | null> =>
  (await dasar.db.query<{ t: string | null }[]>('SELECT kegiatan_terakhir AS t FROM ormas WHERE id = ?', [ormasId]))[0]
    ?.t ?? null;

async function diajukan(sekretaris: Aktor, lain: Partial<IsianKegiatan> = {}): Promise<number> {
  const id = await kegiatan.simpanDraf(sekretaris, sekretaris.ormasId ?? 0, isian(lain), bukti());
  await kegiatan.ajukan(sekretaris, id, 1);
  return id;
}

describe('timeliness', () => {
  it.each([
    // The activity ends on 31 October; the thirtieth day is 30 November, in Jakarta.
    ['2026-11-30T16:59:59.000Z', '23.59 WIB on 30 November is still that day', 0],
    ['2026-11-30T17:01:00.000Z', '00.01 WIB on 1 December is one day late', 1],
  ])('first submission at %s: %s', async (saat, _kalimat, terlambat) => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    jam.kini = new Date(saat);
    const id = await diajukan(sekretaris, { tanggalMulai: '2026-10-31', tanggalSelesai: '2026-10-31' });
    const k = await baca.rinci(sekretaris, id);
    expect(hariTerlambat(k.isian.tanggalSelesai, k.diajukanPertamaPada)).toBe(terlambat);
  });

  it('counts from the first submission, whatever comes after, and cannot be carried over to a later activity', async () => {
    const ormas = await buatOrmas(dasar.db);
    const [sekretaris, petugas] = [await akun('sekretaris', { ormasId: ormas.id }), await akun('petugas')];
    const id = await diajukan(sekretaris);
    const pertama = jam.kini;
    await keputusan.kembalikan(petugas, id, 2, 'Lengkapi uraian.');
    jam.kini = new Date('2026-06-01T03:00:00Z');
    await kegiatan.ubah(sekretaris, id, 3, isian({ tanggalMulai: '2026-05-20', tanggalSelesai: '2026-05-20' }));
    await expect(kegiatan.ajukan(sekretaris, id, 4)).rejects.toMatchObject({
      kode: 'isian-tidak-sah',
      rincian: { isian: [{ bidang: 'tanggalMulai' }] },
    });
    await kegiatan.ubah(sekretaris, id, 4, isian({ uraian: 'Uraian yang lebih lengkap.' }));
    await kegiatan.ajukan(sekretaris, id, 5);
    const k = await baca.rinci(petugas, id);
    expect(k.diajukanPertamaPada).toEqual(pertama);
    expect(k.diajukanPada).toEqual(jam.kini);
    expect(k.riwayat[0]?.beda).toEqual([
      {
        bidang: 'Uraian kegiatan',
        sebelum: 'Membersihkan sungai bersama warga.',
        sesudah: 'Uraian yang lebih lengkap.',
      },
    ]);
  });
});

describe('the last verified activity in the register', () => {
  it('is the latest of all verified ones when two officers verify at once, and goes back when a decision is taken back', async () => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    const [a, b] = [await akun('petugas'), await akun('kabid')];
    const lama = await diajukan(sekretaris, { tanggalMulai: '2026-01-05', tanggalSelesai: '2026-01-05' });
    const baru = await diajukan(sekretaris, { tanggalMulai: '2026-02-07', tanggalSelesai: '2026-02-08' });
    await Promise.all([keputusan.verifikasi(a, lama, 2), keputusan.verifikasi(b, baru, 2)]);
    expect(await terakhir(ormas.id)).toBe('2026-02-08');
    await keputusan.bukaKembali(a, baru, 3, 'Foto milik kegiatan lain.');
    expect(await terakhir(ormas.id)).toBe('2026-01-05');
    await keputusan.bukaKembali(a, lama, 3, 'Diperiksa ulang.');
    expect(await terakhir(ormas.id)).toBeNull();
  });
});

describe('two at once on one report', () => {
  it('lets one decision through and shows the other both', async () => {
    const ormas = await buatOrmas(dasar.db);
    const id = await diajukan(await akun('sekretaris', { ormasId: ormas.id }));
    const [a, b] = [await akun('petugas'), await akun('petugas')];
    const hasil = await Promise.allSettled([
      keputusan.verifikasi(a, id, 2, 'Lengkap.'),
      keputusan.tolak(b, id, 2, 'Tidak cocok.'),
    ]);
    expect(hasil.map((h) => h.status).sort()).toEqual(['fulfilled', 'rejected']);
    const gagal = hasil.find((h) => h.status === 'rejected') as PromiseRejectedResult;
    expect(gagal.reason).toMatchObject({ kode: 'versi-berbeda' });
    expect(await versi(id)).toBe(3);
    const [n] = await dasar.db.query<{ n: number }[]>(
      "SELECT COUNT(*) AS n FROM audit WHERE objek = 'kegiatan' AND objek_id = ? AND aksi IN ('kegiatan.verifikasi', 'kegiatan.tolak')",
      [String(id)],
    );
    expect(Number(n?.n)).toBe(1);
  });
});

describe('what a report may point to', () => {
  it('is never the programme of another ormas', async () => {
    const [milik, lain] = [await buatOrmas(dasar.db), await buatOrmas(dasar.db)];
    const [program] = await modul
      .get(Transaksi)
      .jalankan((em) =>
        modul
          .get(MuatKegiatanService)
          .muatProgram(em, AKTOR_SISTEM, [
            { ormasId: lain.id, tahun: 2026, nama: 'Program ormas lain', targetPenerima: null, anggaran: null },
          ]),
      );
    const sekretaris = await akun('sekretaris', { ormasId: milik.id });
    await expect(
      kegiatan.simpanDraf(sekretaris, milik.id, isian({ programKerjaId: program ?? 0 })),
    ).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await expect(kegiatan.simpanDraf(sekretaris, lain.id, isian())).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  });

  it('loses the word of an OPD when another OPD is named', async () => {
    const opd = await dasar.db.query<{ id: number }[]>('SELECT id FROM opd ORDER BY id LIMIT 2');
    const [satu, dua] = opd.map((o) => o.id) as [number, number];
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    const [petugas, reviewer] = [await akun('petugas'), await akun('opd', { opdId: satu })];
    const id = await diajukan(sekretaris, { bersamaOpdId: satu });
    await keputusan.konfirmasiBersama(reviewer, id, 2);
    await keputusan.kembalikan(petugas, id, 3, 'Nama OPD keliru.');
    await kegiatan.ubah(sekretaris, id, 4, isian({ bersamaOpdId: dua }));
    expect((await baca.rinci(petugas, id)).bersamaOpdId).toBe(satu);
    await kegiatan.ajukan(sekretaris, id, 5);
    expect(await baca.rinci(petugas, id)).toMatchObject({ bersamaOpdId: dua, opdKonfirmasiPada: null });
  });
});

describe('evidence', () => {
  it('that is damaged in storage stops the submission by name', async () => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    const siap = await modul.get(BerkasService).siapkanIsi(await fotoContoh('#99aa22'), 'akan rusak.jpg');
    const id = await kegiatan.simpanDraf(sekretaris, ormas.id, isian(), [{ siap, keterangan: 'Contoh' }]);
    const s = siap.sha256;
    await truncate(`${dasar.config.varDir}/berkas/${s.slice(0, 2)}/${s.slice(2, 4)}/${s}`, 10);
    await expect(kegiatan.ajukan(sekretaris, id, 1)).rejects.toMatchObject({
      kode: 'berkas-ditolak',
      message: expect.stringContaining('akan rusak.jpg'),
    });
    expect((await baca.rinci(sekretaris, id)).status).toBe('draf');
  });

  it('taken off a draft is gone from the report', async () => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    const id = await kegiatan.simpanDraf(sekretaris, ormas.id, isian(), [...bukti(), ...bukti()]);
    const [satu, dua] = (await baca.rinci(sekretaris, id)).bukti;
    await kegiatan.ubah(sekretaris, id, 1, isian(), {
      tambah: [],
      hapus: [satu?.id ?? 0],
      keterangan: { [dua?.id ?? 0]: 'Keterangan baru' },
    });
    const k = await baca.rinci(sekretaris, id);
    expect(k.bukti.map((b) => b.keterangan)).toEqual(['Keterangan baru']);
  });

  it('taken off before the submission is gone for everybody, and so is the room that it took', async () => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    const petugas = await akun('petugas');
    const berkas = modul.get(BerkasService);
    const id = await kegiatan.simpanDraf(sekretaris, ormas.id, isian(), [...bukti(), ...bukti()]);
    const [lepas, tetap] = (await baca.rinci(sekretaris, id)).bukti;
    await kegiatan.ubah(sekretaris, id, 1, isian(), { tambah: [], hapus: [lepas?.id ?? 0], keterangan: {} });
    await kegiatan.ajukan(sekretaris, id, 2);
    expect((await berkas.untukDibaca(petugas, tetap?.berkasId ?? '')).dicatat).toBe(false);
    await expect(berkas.untukDibaca(petugas, lepas?.berkasId ?? '')).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await expect(berkas.untukDibaca(sekretaris, lepas?.berkasId ?? '')).rejects.toMatchObject({
      kode: 'tidak-ditemukan',
    });
    expect(await berkas.sisaKuota(ormas.id)).toBe(KUOTA_ORMAS - foto.ukuran);
  });

  it('that never got a row is swept after a day, and what has one stays', async () => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    await kegiatan.simpanDraf(sekretaris, ormas.id, isian(), bukti());
    const gudang = modul.get(Gudang, { strict: false });
    const yatim = await modul.get(BerkasService).siapkanIsi(await fotoContoh('#123456'), 'yatim.jpg');
    const lama = new Date('2026-01-01T00:00:00Z');
    for (const s of [yatim.sha256, foto.sha256]) {
      await utimes(`${dasar.config.varDir}/berkas/${s.slice(0, 2)}/${s.slice(2, 4)}/${s}`, lama, lama);
    }
    expect(await new PenyapuIsi(dasar.db, gudang, jam).sapu()).toBe(1);
    expect(await gudang.ukuran(yatim.sha256)).toBeNull();
    expect(await gudang.utuh(foto.sha256)).toBe(true);
  });
});

describe('withdrawing', () => {
  it('and rewriting what came back tells others the title that was sent, not the one being written', async () => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    const petugas = await akun('petugas');
    const id = await diajukan(sekretaris);
    await keputusan.kembalikan(petugas, id, 2, 'Lengkapi uraiannya.');
    await kegiatan.ubah(sekretaris, id, 3, isian({ judul: 'Judul rahasia' }));
    await kegiatan.batalkan(sekretaris, id, 4);
    const riwayat = async (siapa: Aktor) => (await baca.rinci(siapa, id)).riwayat;
    expect((await riwayat(sekretaris)).map((r) => r.aksi)).toContain('kegiatan.ubah');
    const terbaca = await riwayat(await akun('pimpinan'));
    expect(terbaca.map((r) => r.ringkasan).join()).not.toContain('rahasia');
    expect(terbaca[0]?.ringkasan).toBe('Laporan kegiatan “Bakti contoh” dibatalkan oleh ormas');
  });

  it('is taken back by a decision of its own', async () => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    const id = await diajukan(sekretaris);
    await kegiatan.batalkan(sekretaris, id, 2, 'Salah kegiatan.');
    await expect(kegiatan.ajukan(sekretaris, id, 3)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    await kegiatan.pulihkan(sekretaris, id, 3);
    await kegiatan.ajukan(sekretaris, id, 4);
    expect((await baca.rinci(sekretaris, id)).status).toBe('diajukan');
  });
});

describe('bulk entrance', () => {
  it('takes many reports over with their files, and only the portal itself may use it', async () => {
    const ormas = await buatOrmas(dasar.db);
    const muat = modul.get(MuatKegiatanService);
    const saat = new Date('2026-02-10T03:00:00Z');
    const daftar: KegiatanMuatan[] = Array.from({ length: 1500 }, (_, i) => ({
      ormasId: ormas.id,
      isian: isian({ judul: `Kegiatan ${i}`, tanggalMulai: '2026-01-01', tanggalSelesai: '2026-01-20' }),
      status: i % 2 ? 'terverifikasi' : 'diajukan',
      catatan: null,
      dibuatOleh: null,
      dibuatPada: saat,
      diajukanPertamaPada: saat,
      diajukanPada: saat,
      diputuskanPada: i % 2 ? saat : null,
      diputuskanOleh: null,
      opdKonfirmasiPada: null,
      bukti: bukti(),
    }));
    const transaksi = modul.get(Transaksi);
    await expect(
      transaksi.jalankan(async (em) => muat.muatBanyak(em, await akun('admin'), daftar)),
    ).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    const id = await transaksi.jalankan((em) => muat.muatBanyak(em, AKTOR_SISTEM, daftar));
    expect(id).toHaveLength(1500);
    const petugas = await akun('petugas');
    const k = await baca.rinci(petugas, id[1499] ?? 0);
    expect([k.isian.judul, k.status, k.bukti.length]).toEqual(['Kegiatan 1499', 'terverifikasi', 1]);
    expect(await terakhir(ormas.id)).toBe('2026-01-20');
    expect(await baca.hitungTahun(petugas, ormas.id)).toEqual([
      {
        ...{ tahun: 2026, mulai: '2025-12-01', akhir: '2026-11-30' },
        jumlah: 1500,
        terverifikasi: 750,
        menunggu: 750,
        perluDiperbaiki: 0,
      },
    ]);
  });
});

it('an officer is told of a halt of activities on the days of a report, and of none that was cancelled', async () => {
  const ormas = await buatOrmas(dasar.db);
  const [petugas, sekretaris] = [await akun('petugas'), await akun('sekretaris', { ormasId: ormas.id })];
  const halt = (dari: string, sampai: string, batal: string | null) =>
    dasar.db.query(
      `INSERT INTO pembinaan (ormas_id, jenis, tanggal, sampai, dasar, keterangan, batal_pada, batal_alasan)
       VALUES (?, 'penghentian', ?, ?, 'Surat contoh', 'Penghentian kegiatan contoh.', ?, ?)`,
      [ormas.id, dari, sampai, batal, batal && 'Salah ormas.'],
    );
  await halt('2026-02-20', '2026-03-05', null);
  await halt('2026-01-01', '2026-03-31', '2026-02-02 03:00:00');
  const pada = async (hari: string) =>
    (await baca.rinci(petugas, await diajukan(sekretaris, { tanggalMulai: hari, tanggalSelesai: hari }))).penghentian;
  expect(await pada('2026-03-05')).toEqual({ sejak: '2026-02-20', sampai: '2026-03-05' });
  expect(await pada('2026-03-06')).toBeNull();
});

describe('the year of an activity', () => {
  it('is that of the window, by the same rule in the database; the year that runs is always there', async () => {
    const ormas = await buatOrmas(dasar.db);
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    for (const hari of ['2025-11-30', '2025-12-01', '2024-02-29', '2024-12-31'])
      await kegiatan.simpanDraf(sekretaris, ormas.id, isian({ tanggalMulai: hari, tanggalSelesai: hari }));
    await kegiatan.simpanDraf(sekretaris, ormas.id, isian({ tanggalMulai: null, tanggalSelesai: null }));
    const hitungan = async () =>
      (await baca.hitungTahun(sekretaris, ormas.id)).map((h) => [h.tahun, h.mulai, h.akhir, h.jumlah]);
    const lama = [
      [2026, '2025-12-01', '2026-11-30', 1],
      [2025, '2024-12-01', '2025-11-30', 2],
      [2024, '2023-12-01', '2024-11-30', 1],
    ];
    // A draft without a day is still being written: it stands in the year that runs.
    expect(await hitungan()).toEqual([[2026, '2025-12-01', '2026-11-30', 2], ...lama.slice(1)]);
    jam.kini = new Date('2026-11-30T17:00:00Z'); // midnight in Jakarta
    expect(await hitungan()).toEqual([[2027, '2026-12-01', '2027-11-30', 1], ...lama]);
    expect((await baca.daftarOrmas(sekretaris, ormas.id, 2025)).map((k) => k.tanggalSelesai)).toEqual([
      '2025-11-30',
      '2024-12-31',
    ]);
  });

  it.each(['12-01', '01-01', '03-01', '07-15'])('is the same in SQL for a window from %s', async (mulai) => {
    for (const hari of [
      '2024-02-29',
      '2025-02-28',
      '2025-03-01',
      '2025-07-14',
      '2025-07-15',
      '2025-12-31',
      '2026-01-01',
    ]) {
      const [baris] = await dasar.db.query<{ tahun: string }[]>(
        `SELECT ${sqlTahunJendela(mulai, `DATE '${hari}'`)} AS tahun`,
      );
      expect([hari, Number(baris?.tahun)]).toEqual([hari, tahunJendela(mulai, hari)]);
    }
  });
});

describe('news for the ormas', () => {
  it('of every decision, once, with the remark and the way to the report', async () => {
    const ormas = await buatOrmas(dasar.db);
    const [petugas, sekretaris] = [await akun('petugas'), await akun('sekretaris', { ormasId: ormas.id })];
    const id = await kegiatan.simpanDraf(sekretaris, ormas.id, isian(), bukti());
    await kegiatan.ajukan(sekretaris, id, 1);
    await keputusan.kembalikan(petugas, id, 2, 'Lengkapi jumlah peserta.');
    await kegiatan.ajukan(sekretaris, id, 3);
    await keputusan.tolak(petugas, id, 4, 'Bukan kegiatan ormas ini.');
    await keputusan.bukaKembali(petugas, id, 5, 'Keliru.');
    await keputusan.verifikasi(petugas, id, 6);
    const kabar = await dasar.db.query<{ judul: string; isi: string; tautan: string }[]>(
      "SELECT judul, isi, tautan FROM notifikasi WHERE ormas_id = ? AND jenis = 'kegiatan' ORDER BY id",
      [ormas.id],
    );
    expect(kabar.map((k) => k.judul.split(':')[0])).toEqual([
      'Laporan perlu diperbaiki',
      'Laporan ditolak',
      'Laporan dibuka kembali',
      'Laporan diverifikasi',
    ]);
    expect(new Set(kabar.map((k) => k.tautan))).toEqual(new Set([`/kegiatan/${id}`]));
    expect(kabar[0]?.isi).toContain('Lengkapi jumlah peserta.');
  });
});

describe('the answer of an OPD that it did not take part', () => {
  it('is recorded with its reason, told to the ormas, ends the waiting, and can be taken back', async () => {
    const ormas = await buatOrmas(dasar.db);
    const [{ id: opdId } = { id: 0 }] = await dasar.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM opd');
    const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
    const opd = await akun('opd', { opdId });
    const id = await kegiatan.simpanDraf(sekretaris, ormas.id, isian({ bersamaOpdId: opdId }), bukti());
    await kegiatan.ajukan(sekretaris, id, 1);
    const menunggu = async () =>
      (await baca.antrean(opd, { opdId: null, kecamatanId: null }, 1)).isi.some((k) => k.id === id);
    expect(await menunggu()).toBe(true);
    await expect(keputusan.bantahBersama(opd, id, 2, ' ')).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await expect(keputusan.bantahBersama(await akun('petugas'), id, 2, 'x')).rejects.toMatchObject({
      kode: 'tidak-berwenang',
    });
    await keputusan.bantahBersama(opd, id, 2, 'Kami tidak hadir.');
    expect((await baca.rinci(sekretaris, id)).bantahan).toMatchObject({ alasan: 'Kami tidak hadir.' });
    expect(await menunggu()).toBe(false);
    await expect(keputusan.konfirmasiBersama(opd, id, 3)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    const kabar = await dasar.db.query<{ isi: string }[]>('SELECT isi FROM notifikasi WHERE ormas_id = ?', [ormas.id]);
    expect(kabar).toEqual([{ isi: expect.stringContaining('Kami tidak hadir.') as string }]);
    await keputusan.tarikBantahan(opd, id, 3, 'Ternyata hadir.');
    expect(await menunggu()).toBe(true);
    await keputusan.konfirmasiBersama(opd, id, 4);
    const k = await baca.rinci(opd, id);
    expect([k.bantahan, k.opdKonfirmasiPada, k.riwayat.map((r) => r.aksi).slice(0, 3)]).toEqual([
      null,
      jam.kini,
      ['kegiatan.konfirmasi-bersama', 'kegiatan.tarik-bantahan', 'kegiatan.bantah-bersama'],
    ]);
    await expect(keputusan.bantahBersama(opd, id, 5, 'x')).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
  });
});

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { AKTOR_SISTEM, type Aktor, type Peran } from '../../src/common/aktor.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { ImporBacaService } from '../../src/modules/ormas/impor-baca.service.js';
import { ImporKoreksiService } from '../../src/modules/ormas/impor-koreksi.service.js';
import { ImporMasukkanService } from '../../src/modules/ormas/impor-masukkan.service.js';
import { ImporPeriksaService } from '../../src/modules/ormas/impor-periksa.service.js';
import { ImporPratinjauService } from '../../src/modules/ormas/impor-pratinjau.service.js';
import { ImporModule } from '../../src/modules/ormas/impor.module.js';
import { ImporService } from '../../src/modules/ormas/impor.service.js';
import { barisBuku, bukuKerja } from '../factories/buku-kerja.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

const JUDUL = 'nama,kelurahan,npwp,dasar_hukum,telepon,bidang';
const BARIS = [
  'Forum Satu Rekaan,Gudang,,220/1-Rekaan/2020,,Pendidikan',
  'Forum Dua Rekaan,Empang,,220/2-Rekaan/2020,,Pendidikan',
  'Forum Tiga Rekaan,Tidak Ada,,,,Pendidikan',
  'FORUM SATU REKAAN,gudang,,,,',
  '=1+1,Paledang,1.2E+15,,,',
];
const CSV = [JUDUL, ...BARIS].join('\n');

let uji: BasisDataUji;
let modul: TestingModule;
let petugas: Aktor;
let lain: Aktor;

beforeEach(async () => {
  uji = await basisDataUji();
  modul = await Test.createTestingModule({
    imports: [ConfigModule.untuk(uji.config), DatabaseModule, RedisModule, AkunModule, ImporModule],
  }).compile();
  await modul.init();
  petugas = await akun('petugas');
  lain = await akun('petugas');
});
afterEach(async () => {
  await modul.close();
  await uji.hapus();
});

let urut = 0;
async function akun(peran: Peran): Promise<Aktor> {
  const nama = `Uji ${peran} ${++urut}`;
  const [id = 0] = await modul
    .get(AkunService)
    .muatBanyak(AKTOR_SISTEM, [{ surel: `uji${urut}@contoh.invalid`, nama, peran, sandi: 'kata-sandi-rekaan-uji' }]);
  return { id, nama, peran, opdId: null, ormasId: null };
}

const ambil = <T>(kelas: new (...a: never[]) => T): T => modul.get(kelas);
const jumlah = async (tabel: string): Promise<number> =>
  Number((await uji.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM ${tabel}`))[0]?.n);
const isi = async (): Promise<Record<string, number>> => {
  const semua: Record<string, number> = {};
  for (const t of ['ormas', 'pengurus', 'ormas_dokumen', 'klaster_ormas', 'audit']) semua[t] = await jumlah(t);
  return semua;
};
/** Every file below the storage's root. */
const berkasTersimpan = (): string[] => {
  const akar = join(uji.config.varDir, 'berkas');
  if (!existsSync(akar)) return [];
  return readdirSync(akar, { recursive: true, withFileTypes: true }).flatMap((d) => (d.isFile() ? [d.name] : []));
};

async function kirim(isiBerkas: string | Uint8Array = CSV, aktor = petugas, nama = 'register.csv'): Promise<number> {
  const jalur = join(uji.config.varDir, `kiriman-${++urut}`);
  writeFileSync(jalur, isiBerkas);
  return (await ambil(ImporPratinjauService).kirim(aktor, { nama, jalur })).id;
}
/** Sent and checked, as the worker does it. */
async function periksa(isiBerkas?: string | Uint8Array, aktor = petugas): Promise<number> {
  const id = await kirim(isiBerkas, aktor);
  await ambil(ImporPeriksaService).periksa(id);
  return id;
}
const lihat = (id: number, aktor = petugas) => ambil(ImporBacaService).pratinjau(aktor, id);
const baris = async (id: number) => (await ambil(ImporBacaService).baris(id, null, 1)).isi;
async function masukkan(id: number): Promise<void> {
  await ambil(ImporPratinjauService).masukkan(petugas, id, (await lihat(id)).versi);
  await ambil(ImporMasukkanService).masukkan(id);
}

describe('a preview', () => {
  it('says of every line what would become of it, and writes nothing into the register', async () => {
    await ambil(ImporService).impor(AKTOR_SISTEM, Buffer.from(`${JUDUL}\nForum Dua Rekaan,Empang,,,,`), {
      berkas: 'a',
    });
    const sebelum = await isi();
    const id = await periksa();
    const p = await lihat(id);
    expect(p).toMatchObject({ status: 'siap', jumlah: 5, tataLetak: 'portal', judul: JUDUL.split(',') });
    expect(p.hitungan).toEqual({ diterima: 1, ganda: 2, ditolak: 2, mirip: 0, dilewati: 0, dikoreksi: 0 });
    const [satu, dua, tiga, empat, lima] = await baris(id);
    expect(satu).toMatchObject({ nomor: 2, nama: 'Forum Satu Rekaan', hasil: 'diterima' });
    expect(dua).toMatchObject({ hasil: 'ganda', kembaran: null, kembaranOrmas: { nama: 'Forum Dua Rekaan' } });
    expect(tiga?.alasan).toContain('kelurahan: "Tidak Ada" bukan kelurahan di Kota Bogor');
    expect(empat).toMatchObject({ hasil: 'ganda', kembaran: 2, kembaranOrmas: null });
    expect(lima?.alasan).toContain('nama: berisi rumus');
    expect(lima?.alasan).toContain('npwp: berisi bilangan');
    expect({ ...(await isi()), audit: 0 }).toEqual({ ...sebelum, audit: 0 });
  });

  it('reads a workbook the same way', async () => {
    const id = await periksa(await bukuKerja(barisBuku([JUDUL, ...BARIS].map((b) => b.split(',')))));
    expect((await lihat(id)).hitungan).toMatchObject({ diterima: 2, ganda: 1, ditolak: 2 });
  });

  it('is found again only by who sent the file, and only until it expires', async () => {
    const id = await periksa();
    await expect(lihat(id, lain)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    const pratinjau = ambil(ImporPratinjauService);
    const { versi } = await lihat(id);
    await expect(pratinjau.masukkan(lain, id, versi)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await expect(pratinjau.batalkan(lain, id)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    const koreksi = ambil(ImporKoreksiService);
    await expect(koreksi.koreksi(lain, id, 2, 1, [])).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await expect(koreksi.lewati(lain, id, 2, 1, true)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });

    await uji.db.query("UPDATE impor SET kedaluwarsa_pada = '2020-01-01'");
    await expect(lihat(id)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    expect(berkasTersimpan()).toHaveLength(1);
    expect(await pratinjau.sapu()).toBe(1);
    const [sapu] = await uji.db.query("SELECT objek_id AS id FROM audit WHERE aksi = 'impor.sapu'");
    expect(sapu).toMatchObject({ id: String(id) });
    expect([await jumlah('impor'), await jumlah('impor_baris'), berkasTersimpan()]).toEqual([0, 0, []]);
  });

  it('of a file that is no register says so on its page', async () => {
    const id = await periksa(await bukuKerja(barisBuku([['a', 'b']])));
    expect(await lihat(id)).toMatchObject({ status: 'gagal', jumlah: 0 });
    expect((await lihat(id)).pesan).toContain('Tata letak yang dapat dibaca');
    await ambil(ImporPratinjauService).batalkan(petugas, id);
    expect(await jumlah('impor')).toBe(0);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', '0 bita'],
    ['a PDF', '%PDF-1.7', 'Berkas ini PDF, bukan CSV'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), '.xls'],
    ['a broken zip', 'PK\u0003\u0004x', 'rusak'],
  ])('refuses %s at once, at the field', async (_, isiBerkas, kata) => {
    const gagal = await kirim(isiBerkas).catch((g: unknown) => g);
    expect(gagal).toMatchObject({ kode: 'isian-tidak-sah', rincian: { isian: [{ bidang: 'berkas' }] } });
    expect(JSON.stringify(gagal)).toContain(kata);
    expect([await jumlah('impor'), berkasTersimpan()]).toEqual([0, []]);
  });

  it('sent twice is one preview; another officer with the same file has an own one, and cancelling takes only one away', async () => {
    const id = await periksa();
    expect(await kirim()).toBe(id);
    const lainnya = await periksa(CSV, lain);
    expect(lainnya).not.toBe(id);
    await ambil(ImporPratinjauService).batalkan(petugas, id);
    expect(berkasTersimpan()).toHaveLength(1);
    expect((await lihat(lainnya, lain)).status).toBe('siap');
    await ambil(ImporPratinjauService).batalkan(lain, lainnya);
    expect([await jumlah('impor'), await jumlah('impor_baris'), await jumlah('ormas'), berkasTersimpan()]).toEqual([
      0,
      0,
      0,
      [],
    ]);
  });

  it('checked twice, or taken over half way, has every line once', async () => {
    const banyak = [
      JUDUL,
      ...Array.from({ length: 1200 }, (_, i) => `Forum Nomor ${i} Rekaan,Gudang,,,,`),
      'Forum Nomor 3 Rekaan,Gudang,,,,',
    ];
    const id = await periksa(banyak.join('\n'));
    const acuan = await uji.db.query('SELECT nomor, hasil, kembaran FROM impor_baris ORDER BY nomor');
    // As a worker leaves it that was killed behind the second chunk.
    await uji.db.query("UPDATE impor SET status = 'memeriksa', diproses = 1000");
    await uji.db.query('DELETE FROM impor_baris WHERE nomor > 1001');
    await Promise.all([ambil(ImporPeriksaService).periksa(id), ambil(ImporPeriksaService).periksa(id)]);
    expect(await uji.db.query('SELECT nomor, hasil, kembaran FROM impor_baris ORDER BY nomor')).toEqual(acuan);
    expect(await lihat(id)).toMatchObject({ status: 'siap', diproses: 1201 });
    await ambil(ImporPeriksaService).periksa(id);
    expect(await jumlah('impor_baris')).toBe(1201);
  });

  it('that was cancelled takes no more lines', async () => {
    const id = await kirim();
    await ambil(ImporPratinjauService).batalkan(petugas, id);
    await ambil(ImporPeriksaService).periksa(id);
    expect([await jumlah('impor'), await jumlah('impor_baris')]).toEqual([0, 0]);
  });
});

describe('correcting a line', () => {
  const sel = (nama: string, kelurahan = 'Gudang', npwp = '') => [nama, kelurahan, npwp, '', '', ''];

  it('checks it at once, keeps what the file said, who and when, and frees the lines that repeated it', async () => {
    const id = await periksa();
    const koreksi = ambil(ImporKoreksiService);
    await koreksi.koreksi(petugas, id, 4, 1, sel('Forum Tiga Rekaan', 'Empang'));
    await koreksi.koreksi(petugas, id, 2, 1, sel('Forum Satu Baru Rekaan'));
    const [satu, , tiga, empat] = await baris(id);
    expect(satu).toMatchObject({
      nama: 'Forum Satu Baru Rekaan',
      hasil: 'diterima',
      dikoreksi: { oleh: petugas.nama },
    });
    expect(satu?.selAsal?.[0]).toBe('Forum Satu Rekaan');
    expect(tiga).toMatchObject({ hasil: 'diterima', alasan: null });
    // It repeated line 2, which is another organisation now.
    expect(empat).toMatchObject({ hasil: 'diterima', kembaran: null, alasan: null });
    await koreksi.koreksi(petugas, id, 2, 2, sel('Forum Satu Rekaan'));
    expect((await baris(id))[3]).toMatchObject({ hasil: 'ganda', kembaran: 2 });
    const jejak = await uji.db.query<{ ringkasan: string }[]>(
      "SELECT ringkasan FROM audit WHERE aksi = 'impor.koreksi' ORDER BY id",
    );
    expect(jejak[0]?.ringkasan).toBe('Baris 4 dari register.csv dikoreksi sebelum dimasukkan: kelurahan, bidang');
  });

  it('keeps nothing of a line that still cannot be taken, and says why at each column', async () => {
    const id = await periksa();
    const gagal = await ambil(ImporKoreksiService)
      .koreksi(petugas, id, 4, 1, sel('', 'Tidak Ada', '123'))
      .catch((g: unknown) => g);
    expect(gagal).toMatchObject({ kode: 'isian-tidak-sah' });
    const bidang = (gagal as { rincian: { isian: { bidang: string }[] } }).rincian.isian.map((i) => i.bidang);
    expect(bidang.sort()).toEqual(['kolom0', 'kolom1', 'kolom2']);
    expect((await baris(id))[2]).toMatchObject({ hasil: 'ditolak', dikoreksi: null, versi: 1 });
  });

  it('finds what the register has: by name, NPWP and legal basis', async () => {
    const terdaftar = `${JUDUL}\nForum Lama Rekaan,Gudang,00.000.123.4-000.000,220/77-Rekaan/2019,,`;
    await ambil(ImporService).impor(AKTOR_SISTEM, Buffer.from(terdaftar), { berkas: 'a' });
    const id = await periksa();
    const koreksi = ambil(ImporKoreksiService);
    const kembar = { hasil: 'ganda', kembaranOrmas: { nama: 'Forum Lama Rekaan' } };
    await koreksi.koreksi(petugas, id, 4, 1, sel('forum lama rekaan'));
    expect((await baris(id))[2]).toMatchObject(kembar);
    await koreksi.koreksi(petugas, id, 4, 2, sel('Forum Lain Rekaan', 'Empang', '0000001234000000'));
    expect((await baris(id))[2]).toMatchObject(kembar);
    await koreksi.koreksi(petugas, id, 4, 3, ['Forum Lain Rekaan', 'Empang', '', 'No. 220/077-REKAAN/2019', '', '']);
    expect((await baris(id))[2]).toMatchObject(kembar);
  });

  it('on a page that is out of date shows both versions', async () => {
    const id = await periksa();
    const koreksi = ambil(ImporKoreksiService);
    await koreksi.koreksi(petugas, id, 2, 1, sel('Forum Satu Baru Rekaan'));
    await expect(koreksi.koreksi(petugas, id, 2, 1, sel('Forum Satu Lain Rekaan'))).rejects.toMatchObject({
      kode: 'versi-berbeda',
      rincian: { milikAnda: { nama: 'Forum Satu Lain Rekaan' }, tersimpan: { nama: 'Forum Satu Baru Rekaan' } },
    });
    await expect(koreksi.lewati(petugas, id, 2, 1, true)).rejects.toMatchObject({ kode: 'versi-berbeda' });
    await expect(koreksi.koreksi(petugas, id, 99, 1, sel('x'))).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
  });

  it('tells whose name a line nearly has, in the register or in the file, until it is corrected', async () => {
    await ambil(ImporService).impor(petugas, Buffer.from(`${JUDUL}\nForum Bina Cipta Rekaan,Gudang,,,,`), {
      berkas: 'lama.csv',
    });
    const id = await periksa(
      [
        JUDUL,
        'Forum Bina Citta Rekaan,Gudang,,,,',
        'Sanggar Wayang Cilik Rekaan,Empang,,,,',
        'Sanggar Cilik Wayang Rekaan,Empang,,,,',
        'Forum Bina Citta Rekaan,Empang,,,,',
      ].join('\n'),
    );
    const mirip = async () => (await baris(id)).map((b) => [b.hasil, b.mirip, b.miripOrmas?.nama ?? null]);
    expect(await mirip()).toEqual([
      ['diterima', null, 'Forum Bina Cipta Rekaan'],
      ['diterima', null, null],
      ['diterima', 3, null],
      ['diterima', null, null],
    ]);
    expect((await lihat(id)).hitungan).toMatchObject({ diterima: 4, mirip: 2 });
    expect((await ambil(ImporBacaService).baris(id, 'mirip', 1)).isi.map((b) => b.nomor)).toEqual([2, 4]);
    const koreksi = (nomor: number, nama: string, kelurahan: string) =>
      ambil(ImporKoreksiService).koreksi(petugas, id, nomor, 1, [nama, kelurahan, '', '', '', '']);
    await koreksi(3, 'Sanggar Tari Rekaan', 'Empang');
    await koreksi(5, 'Forum Bina Ciptaa Rekaan', 'Gudang');
    expect(await mirip()).toEqual([
      ['diterima', null, 'Forum Bina Cipta Rekaan'],
      ['diterima', null, null],
      ['diterima', null, null],
      ['diterima', null, 'Forum Bina Cipta Rekaan'],
    ]);
    await ambil(ImporKoreksiService).lewati(petugas, id, 2, 1, true);
    expect((await lihat(id)).hitungan).toMatchObject({ diterima: 3, mirip: 1, dilewati: 1 });
    await masukkan(id);
    expect(await jumlah('ormas')).toBe(4);
  });

  it('or leaving it out lets the line that repeated it be taken in its place', async () => {
    const id = await periksa();
    await ambil(ImporKoreksiService).lewati(petugas, id, 2, 1, true);
    expect((await lihat(id)).hitungan).toMatchObject({ diterima: 2, ganda: 0, dilewati: 1 });
    await ambil(ImporKoreksiService).lewati(petugas, id, 2, 2, false);
    expect((await lihat(id)).hitungan).toMatchObject({ diterima: 2, ganda: 1, dilewati: 0 });
  });
});

describe('taking a preview in', () => {
  it('stores all that can be taken, once, in the name of who asked for it', async () => {
    const id = await periksa();
    await ambil(ImporKoreksiService).koreksi(petugas, id, 4, 1, [
      'Forum Tiga Rekaan',
      'Empang',
      '',
      '',
      '',
      'Pendidikan',
    ]);
    await masukkan(id);
    expect(await lihat(id)).toMatchObject({ status: 'selesai', masuk: 3 });
    expect(await jumlah('ormas')).toBe(3);
    const [{ nama } = { nama: '' }] = await uji.db.query<{ nama: string }[]>(
      "SELECT aktor_nama AS nama FROM audit WHERE aksi = 'ormas.impor'",
    );
    expect(nama).toBe(petugas.nama);
    const sesudah = await isi();
    await ambil(ImporMasukkanService).masukkan(id);
    expect(await isi()).toEqual(sesudah);
    await expect(ambil(ImporPratinjauService).batalkan(petugas, id)).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
    });
  });

  it('the same file again changes nothing', async () => {
    await masukkan(await periksa());
    const sesudah = await isi();
    const id = await periksa();
    expect((await lihat(id)).hitungan).toMatchObject({ diterima: 0, ganda: 3 });
    await expect(masukkan(id)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    expect({ ...(await isi()), audit: 0 }).toEqual({ ...sesudah, audit: 0 });
  });

  it('stores nothing and tells what has changed when the register is no longer what it was', async () => {
    const id = await periksa();
    await ambil(ImporService).impor(AKTOR_SISTEM, Buffer.from(`${JUDUL}\nForum Dua Rekaan,Empang,,,,`), {
      berkas: 'a',
    });
    await masukkan(id);
    const p = await lihat(id);
    expect(p).toMatchObject({ status: 'siap', hitungan: { diterima: 1, ganda: 2 } });
    expect(p.pesan).toContain('hasil 1 baris ikut berubah');
    expect(await jumlah('ormas')).toBe(1);
    expect((await baris(id))[1]).toMatchObject({ hasil: 'ganda', kembaranOrmas: { nama: 'Forum Dua Rekaan' } });
    await masukkan(id);
    expect(await lihat(id)).toMatchObject({ status: 'selesai', masuk: 1, pesan: null });
  });

  it('is refused on a page that was opened before a correction', async () => {
    const id = await periksa();
    const { versi } = await lihat(id);
    await ambil(ImporKoreksiService).lewati(petugas, id, 2, 1, true);
    await expect(ambil(ImporPratinjauService).masukkan(petugas, id, versi)).rejects.toMatchObject({
      kode: 'versi-berbeda',
    });
  });

  it('stores nothing of it when its last line cannot be stored, and may be tried again', async () => {
    const id = await periksa();
    const sebelum = await jumlah('ormas');
    await uji.db.query("CREATE TRIGGER tolak BEFORE INSERT ON klaster_ormas FOR EACH ROW SIGNAL SQLSTATE '45000'");
    await expect(masukkan(id)).rejects.toThrow();
    expect(await jumlah('ormas')).toBe(sebelum);
    await ambil(ImporMasukkanService).menyerah(id, 'Basis data');
    expect((await lihat(id)).pesan).toContain('Belum ada yang dimasukkan');
    await uji.db.query('DROP TRIGGER tolak');
    await masukkan(id);
    expect(await jumlah('ormas')).toBe(2);
  });

  it('is refused when the sender may no longer do it', async () => {
    const id = await periksa();
    await ambil(ImporPratinjauService).masukkan(petugas, id, (await lihat(id)).versi);
    await uji.db.query('UPDATE akun SET aktif = 0 WHERE id = ?', [petugas.id]);
    await ambil(ImporMasukkanService).masukkan(id);
    expect((await lihat(id)).pesan).toContain('tidak lagi berwenang');
    expect(await jumlah('ormas')).toBe(0);
  });

  it.each(['kabid', 'kaban', 'pimpinan'] as const)('and sending a file are not for the role %s', async (peran) => {
    await expect(kirim(CSV, await akun(peran))).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  });
});

import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AKTOR_SISTEM, type Aktor, type Peran } from '../../src/common/aktor.js';
import { DomainError } from '../../src/common/domain-error.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AuditService } from '../../src/modules/audit/audit.service.js';
import { KlasterService } from '../../src/modules/klaster/klaster.service.js';
import { type BarisRegister } from '../../src/modules/ormas/impor/register.types.js';
import { CariNomorService, susunCariNomor } from '../../src/modules/ormas/cari-nomor.service.js';
import { ImporModule } from '../../src/modules/ormas/impor.module.js';
import { ImporService } from '../../src/modules/ormas/impor.service.js';
import { uraiNomor } from '../../src/modules/ormas/nomor-ormas.js';
import { OrmasDaftarService } from '../../src/modules/ormas/ormas-daftar.service.js';
import { OrmasRegisterService } from '../../src/modules/ormas/ormas-register.service.js';
import { OrmasRincianService } from '../../src/modules/ormas/ormas-rincian.service.js';
import { OrmasService } from '../../src/modules/ormas/ormas.service.js';
import { type SaringanOrmas } from '../../src/modules/ormas/ormas.types.js';
import { SARINGAN_KOSONG } from '../../src/modules/ormas/web/ormas.paths.js';
import { WilayahService } from '../../src/modules/wilayah/wilayah.service.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

let dasar: BasisDataUji;
let app: INestApplicationContext;
let daftar: OrmasDaftarService;
let ormas: OrmasService;
let opdId: Map<string, number>;

const aktor = (peran: Peran, lingkup: Partial<Aktor> = {}): Aktor => ({
  id: null,
  nama: `Uji ${peran}`,
  peran,
  opdId: null,
  ormasId: null,
  ...lingkup,
});
const PETUGAS = aktor('petugas');
const ANGKA = `(${Array.from({ length: 10 }, (_, d) => `SELECT ${d} AS d`).join(' UNION ALL ')})`;

/** A line of an invented register. */
function baris(nama: string, kelurahan: string | null, bidangKode: string | null, lebih: Partial<BarisRegister> = {}) {
  const b: BarisRegister = {
    baris: 2,
    nama,
    bentuk: 'yayasan',
    dasarHukumNomor: null,
    dasarHukumLain: null,
    dasarHukumTanggal: null,
    aktaNomor: null,
    aktaTanggal: null,
    npwp: null,
    alamat: 'Jl. Contoh No. 1',
    rt: null,
    rw: null,
    kelurahan,
    kecamatan: null,
    luarDomisili: kelurahan === null,
    bidangKode,
    bidangTeks: null,
    sumberDana: null,
    jumlahAnggota: null,
    ketua: 'Ketua Rekaan',
    sekretaris: null,
    bendahara: null,
    bendahara2: null,
    telepon: '081200000001',
    surel: null,
    terdaftarPada: '2020-02-03',
    nomorSkko: null,
    nomorReg: null,
    singkatan: null,
    berlakuSkko: null,
    ...lebih,
  };
  return b;
}

const REGISTER = [
  baris('Yayasan Cahaya Pakuan Rekaan', 'Kedunghalang', 'pendidikan'),
  baris('Perkumpulan Café Literasi Rekaan', 'Gudang', 'pendidikan', { bentuk: 'perkumpulan' }),
  baris('Jajasan Soerja Rekaan', 'Kebon Kalapa', 'seni-budaya'),
  baris('Forum Anak Ceria Rekaan', 'Tegal Gundil', 'perempuan-anak', {
    npwp: '123456789012345',
    dasarHukumNomor: 'AHU-1.AH.01.07.2020',
    dasarHukumLain: '220/9-Bkbp/2020',
    sekretaris: 'Sekretaris Rekaan',
    singkatan: 'F.A.C.R',
  }),
  baris('Himpunan Tak Berbidang Rekaan', null, null, { bidangTeks: 'Lain-lain' }),
];

const id = async (nama: string): Promise<number> => {
  const [b] = await dasar.db.query<{ id: number }[]>('SELECT id FROM ormas WHERE nama LIKE ?', [`%${nama}%`]);
  return b?.id ?? 0;
};

const nama = async (saringan: Partial<SaringanOrmas>, siapa: Aktor = PETUGAS): Promise<string[]> => {
  const h = await daftar.daftar(siapa, { ...SARINGAN_KOSONG, ...saringan }, 1);
  expect(h.jumlah).toBe(h.isi.length);
  return h.isi.map((o) => o.nama.replace(' Rekaan', ''));
};

beforeAll(async () => {
  dasar = await basisDataUji();
  app = await NestFactory.createApplicationContext(
    { module: class Uji {}, imports: [ConfigModule.untuk(dasar.config), DatabaseModule, RedisModule, ImporModule] },
    { logger: false },
  );
  daftar = app.get(OrmasDaftarService);
  ormas = app.get(OrmasService);
  opdId = new Map((await app.get(KlasterService).data()).opd.map((o) => [o.kode, o.id]));
  await app.get(Transaksi).jalankan((em) =>
    app.get(OrmasRegisterService).daftarkanBanyak(em, AKTOR_SISTEM, REGISTER, {
      berkas: 'rekaan.csv',
      tataLetak: 'portal',
      hitungan: { baris: 5, ganda: 0, ditolak: 0 },
    }),
  );
  const hariIni = new Date().toISOString().slice(0, 10);
  await app.get(Transaksi).jalankan(async (em) => {
    await ormas.catatKegiatanTerverifikasi(em, await id('Cahaya'), hariIni);
    await ormas.catatKegiatanTerverifikasi(em, await id('Anak Ceria'), '2020-01-01');
    await ormas.catatIko(em, 2024, [
      {
        ormasId: await id('Cahaya'),
        skor: '68.75',
        tingkat: 3,
        sebutan: 'Berkembang (lanjut)',
        sementara: false,
        profilSaja: false,
      },
      { ormasId: await id('Café'), skor: '31.25', tingkat: 1, sebutan: 'Tumbuh', sementara: true, profilSaja: false },
      { ormasId: await id('Soerja'), skor: null, tingkat: null, sebutan: null, sementara: true, profilSaja: true },
    ]);
  });
});

afterAll(async () => {
  await app.close();
  await dasar.hapus();
});

describe('searching the register', () => {
  it.each([
    ['kedung halang', ['Yayasan Cahaya Pakuan']],
    ['Kedunghalang', ['Yayasan Cahaya Pakuan']],
    ['KEDUNGHALANG', ['Yayasan Cahaya Pakuan']],
    ['  pakuan   cahaya ', ['Yayasan Cahaya Pakuan']],
    ['cafe', ['Perkumpulan Café Literasi']],
    ['CAFÉ', ['Perkumpulan Café Literasi']],
    ['yayasan', ['Jajasan Soerja', 'Yayasan Cahaya Pakuan']],
    ['jajasan', ['Jajasan Soerja', 'Yayasan Cahaya Pakuan']],
    ['surya', ['Jajasan Soerja']],
    ['tegalgundil', ['Forum Anak Ceria']],
    ['luar domisili', ['Himpunan Tak Berbidang']],
    ['Kebon Kelapa', ['Jajasan Soerja']],
    ['kebonkelapa soerja', ['Jajasan Soerja']],
    ['Kebon Kalapa', ['Jajasan Soerja']],
    ['kebonkelapa cahaya', []],
    ['kel. tegal gundil', ['Forum Anak Ceria']],
    ['yayasan kelurahan kedunghalang', ['Yayasan Cahaya Pakuan']],
    ['%', []],
    ['_', []],
    ['caf%', ['Perkumpulan Café Literasi']],
    ['zzzz', []],
    // Folded, it is a single letter, which is in nearly every name.
    ['aaaa', []],
    ['yayasan aaaa', []],
    ['yys. cahaya', ['Yayasan Cahaya Pakuan']],
    ['.,;', []],
    ["' OR 1=1 --", []],
    ['tidak ada yang begini', []],
  ])('finds by "%s"', async (cari, harapan) => {
    expect(await nama({ cari })).toEqual(harapan);
  });
});

describe('searching by kecamatan', () => {
  const cari = async (kata: string, lebih: Partial<SaringanOrmas> = {}, siapa: Aktor = PETUGAS) => {
    const { halaman, saringan, kecamatan } = await daftar.cari(siapa, { ...SARINGAN_KOSONG, cari: kata, ...lebih }, 1);
    const isi = halaman.isi.map((o) => o.nama.replace(' Rekaan', ''));
    return { isi, saringan, kecamatan: kecamatan && [kecamatan.teks, kecamatan.jumlah, kecamatan.dibaca] };
  };

  it.each(['bogor utara', 'BOGORUTARA', 'Kec. Bogor-Utara'])('"%s" finds the ormas there', async (kata) => {
    expect(await cari(kata)).toEqual({
      isi: ['Forum Anak Ceria', 'Yayasan Cahaya Pakuan'],
      saringan: { ...SARINGAN_KOSONG, kecamatan: 'bogor-utara' },
      kecamatan: ['Bogor Utara', 2, true],
    });
  });

  it('names stand first, and the place is offered beside them', async () => {
    const bernama = await id('Himpunan Tak Berbidang');
    await dasar.db.query("UPDATE ormas SET cari = CONCAT(cari, ' bogorutara') WHERE id = ?", [bernama]);
    expect(await cari('bogor utara')).toMatchObject({
      isi: ['Himpunan Tak Berbidang'],
      saringan: { cari: 'bogor utara', kecamatan: '' },
      kecamatan: ['Bogor Utara', 2, false],
    });
    await dasar.db.query("UPDATE ormas SET cari = REPLACE(cari, ' bogorutara', '') WHERE id = ?", [bernama]);
  });

  it('with other words or another place chosen it is only offered', async () => {
    expect(await cari('cahaya bogor utara')).toMatchObject({ isi: [], kecamatan: ['Bogor Utara', 1, false] });
    expect(await cari('bogor utara', { kecamatan: 'bogor-tengah' })).toMatchObject({
      isi: [],
      kecamatan: ['Bogor Utara', 2, false],
    });
    expect((await cari('surya')).kecamatan).toBeNull();
  });
});

describe('filtering the register', () => {
  it.each([
    [{ bidang: 'pendidikan' }, ['Perkumpulan Café Literasi', 'Yayasan Cahaya Pakuan']],
    [{ bidang: 'belum' }, ['Himpunan Tak Berbidang']],
    [{ opd: 'dp3a' }, ['Forum Anak Ceria']],
    [{ opd: 'belum' }, ['Himpunan Tak Berbidang']],
    [{ kecamatan: 'bogor-utara' }, ['Forum Anak Ceria', 'Yayasan Cahaya Pakuan']],
    [{ kelurahan: 'tegal-gundil' }, ['Forum Anak Ceria']],
    [{ kelurahan: 'luar' }, ['Himpunan Tak Berbidang']],
    [{ keaktifan: 'aktif' }, ['Yayasan Cahaya Pakuan']],
    [{ keaktifan: 'tidak-aktif', kecamatan: 'bogor-utara' }, ['Forum Anak Ceria']],
    [{ tingkat: '3' }, ['Yayasan Cahaya Pakuan']],
    [{ tingkat: 'belum', kecamatan: 'bogor-tengah' }, ['Jajasan Soerja']],
    [{ status: 'dicabut' }, []],
    [{ cari: 'kedung', bidang: 'pendidikan', opd: 'bakesbangpol' }, ['Yayasan Cahaya Pakuan']],
    [{ cari: 'facr' }, ['Forum Anak Ceria']],
    [{ bidang: 'tidak-dikenal' }, []],
  ] as [Partial<SaringanOrmas>, string[]][])('by %j', async (saringan, harapan) => {
    expect(await nama(saringan)).toEqual(harapan);
  });

  it('offers only choices that the city has', async () => {
    const opsi = await daftar.opsi();
    expect(opsi.kelurahan).toHaveLength(69);
    expect(opsi.kecamatan).toHaveLength(6);
    expect(opsi.bidang).toHaveLength(14);
    expect(opsi.tingkat.map((t) => t.teks)).toEqual(['1 Tumbuh', '3 Berkembang (lanjut)', 'Belum dinilai']);
  });
});

describe('sorting and paging the register', () => {
  it.each([
    [{ urut: 'nama', arah: 'turun' }, 'Yayasan Cahaya Pakuan'],
    [{ urut: 'kelurahan', arah: 'naik' }, 'Perkumpulan Café Literasi'],
    [{ urut: 'opd', arah: 'turun' }, 'Forum Anak Ceria'],
    [{ urut: 'skor', arah: 'turun' }, 'Yayasan Cahaya Pakuan'],
    [{ urut: 'skor', arah: 'naik' }, 'Perkumpulan Café Literasi'],
    [{ urut: 'kegiatan', arah: 'turun' }, 'Yayasan Cahaya Pakuan'],
    [{ urut: 'kegiatan', arah: 'naik' }, 'Forum Anak Ceria'],
  ] as [Partial<SaringanOrmas>, string][])('by %j begins with %s', async (saringan, pertama) => {
    expect((await nama(saringan))[0]).toBe(pertama);
  });

  it('counts all and shows a page, with and without a search', async () => {
    const dua = await daftar.daftar(PETUGAS, SARINGAN_KOSONG, 2, 2);
    expect(dua).toMatchObject({ halaman: 2, perHalaman: 2, jumlah: 5 });
    expect(dua.isi.map((o) => o.nama)).toEqual(['Jajasan Soerja Rekaan', 'Perkumpulan Café Literasi Rekaan']);
    expect(await daftar.daftar(PETUGAS, { ...SARINGAN_KOSONG, cari: 'rekaan' }, 2, 2)).toEqual(dua);
    expect((await daftar.daftar(PETUGAS, SARINGAN_KOSONG, 9)).isi).toEqual([]);
  });
});

describe('who sees what', () => {
  it('an OPD sees its cluster, a sekretaris its own ormas, in lists as on pages', async () => {
    const dp3a = aktor('opd', { opdId: opdId.get('dp3a') ?? 0 });
    const sekretaris = aktor('sekretaris', { ormasId: await id('Café') });
    expect(await nama({}, dp3a)).toEqual(['Forum Anak Ceria']);
    expect(await nama({}, sekretaris)).toEqual(['Perkumpulan Café Literasi']);
    const rincian = app.get(OrmasRincianService);
    await expect(rincian.rincian(dp3a, await id('Café'))).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await expect(rincian.rincian(sekretaris, await id('Cahaya'))).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    const ceria = await id('Anak Ceria');
    expect((await rincian.rincian(PETUGAS, ceria)).kontak.telepon).toBe('081200000001');
    const terbaca = await rincian.rincian(dp3a, ceria);
    expect(JSON.stringify(terbaca)).not.toMatch(/081200000001|123456789012345/);
    expect(terbaca.kontak.telepon).toBe('tidak ditampilkan');
  });
});

describe('taking a register in', () => {
  it('stores board, documents, cluster and one audit row per ormas and for the file', async () => {
    const o = await app.get(OrmasRincianService).rincian(PETUGAS, await id('Anak Ceria'));
    expect(o).toMatchObject({ opd: 'DP3A', kelurahan: 'Tegal Gundil', kecamatan: 'Bogor Utara', aktif: false });
    expect(o.pengurus.map((p) => [p.jabatan, p.dari])).toEqual([
      ['ketua', '2020-02-03'],
      ['sekretaris', '2020-02-03'],
    ]);
    expect(o.dokumen.map((d) => [d.jenis, d.nomor])).toEqual([
      ['dasar-hukum', 'AHU-1.AH.01.07.2020'],
      ['dasar-hukum', '220/9-Bkbp/2020'],
      ['npwp', '123456789012345'],
    ]);
    // The bidang belongs to the OPD only since 2022.
    expect(o.klaster).toMatchObject([
      { opd: 'DP3A', berlakuDari: '2022-01-01', berlakuSampai: null, sumber: 'bidang' },
    ]);
    expect(o.riwayat.isi.map((r) => r.ringkasan)).toEqual(['Terdaftar, diimpor dari rekaan.csv baris 2', 'Terdaftar']);
    const [berkas] = await app.get(AuditService).riwayat('register', 'rekaan.csv');
    expect(berkas?.ringkasan).toBe('Register rekaan.csv diimpor: 5 diterima, 0 ganda, 0 ditolak');
  });

  it('is refused to those who keep no register', async () => {
    const isi = Buffer.from('nama\n');
    await expect(app.get(ImporService).impor(aktor('kabid'), isi, { berkas: 'x.csv' })).rejects.toMatchObject({
      kode: 'tidak-berwenang',
    });
  });
});

describe('changing contact details', () => {
  const isian = {
    telepon: '081299999999',
    surel: 'rekaan@contoh.invalid',
  };

  it('keeps the first of two changes made from the same page, and shows both versions to the second', async () => {
    const n = await id('Café');
    const { versi } = await app.get(OrmasRincianService).rincian(PETUGAS, n);
    await ormas.ubahKontak(PETUGAS, n, versi, isian);
    const kedua = await ormas
      .ubahKontak(aktor('sekretaris', { ormasId: n }), n, versi, { ...isian, telepon: '081288888888' })
      .catch((galat: unknown) => galat);
    expect(kedua).toBeInstanceOf(DomainError);
    expect(kedua).toMatchObject({
      kode: 'versi-berbeda',
      rincian: { milikAnda: { Telepon: '081288888888' }, tersimpan: { Telepon: '081299999999' } },
    });
    const o = await app.get(OrmasRincianService).rincian(PETUGAS, n);
    expect(o.kontak).toEqual({ ...isian, alamat: 'Jl. Contoh No. 1', rt: null, rw: null });
    expect(o.versi).toBe(versi + 1);
    expect(o.riwayat.isi.filter((r) => r.aksi === 'ormas.ubah-kontak')).toHaveLength(1);
  });

  it('counts as a confirmation of the profile when the ormas itself does it; a second on one day changes nothing', async () => {
    const n = await id('Soerja');
    const sekretaris = aktor('sekretaris', { ormasId: n });
    await ormas.konfirmasiProfil(sekretaris, n);
    await ormas.ubahKontak(sekretaris, n, 1, isian);
    const [{ jumlah }] = await dasar.db.query('SELECT COUNT(*) AS jumlah FROM ormas_konfirmasi WHERE ormas_id = ?', [
      n,
    ]);
    expect(Number(jumlah)).toBe(1);
    await expect(ormas.konfirmasiProfil(PETUGAS, n)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  });

  it('hides what is not there or not to be seen, and refuses the rest', async () => {
    const n = await id('Cahaya');
    await expect(ormas.ubahKontak(PETUGAS, 999_999, 1, isian)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await expect(ormas.ubahKontak(aktor('sekretaris', { ormasId: 1 + n }), n, 1, isian)).rejects.toMatchObject({
      kode: 'tidak-ditemukan',
    });
    await expect(ormas.ubahKontak(aktor('kaban'), n, 1, isian)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  });
});

describe('the timeline', () => {
  it('is whole and counted whatever files were looked at, and tells nobody else of drafts', async () => {
    const ormasId = await id('Café');
    const sekretaris = aktor('sekretaris', { ormasId });
    const halaman = async (siapa: Aktor, ke = 1) =>
      (await app.get(OrmasRincianService).rincian(siapa, ormasId, ke)).riwayat;
    const [sebelum, milik] = [await halaman(PETUGAS), await halaman(sekretaris)];
    const catat = (siapa: Aktor, aksi: string, jumlah: number, rincian?: object) =>
      app.get(Transaksi).jalankan((em) =>
        app.get(AuditService).catat(
          em,
          siapa,
          ...Array.from({ length: jumlah }, (_, i) => ({
            ...{ aksi, objek: 'uji', objekId: i, ormasId, ringkasan: `${aksi} ${i}`, rincian },
          })),
        ),
      );
    await catat(PETUGAS, 'ormas.ubah-kontak', 30);
    await catat(sekretaris, 'kegiatan.ubah', 2);
    await catat(sekretaris, 'tingkat.bukti', 3, { draf: true });
    await catat(sekretaris, 'tingkat.bukti', 1, { draf: false, keterangan: '"draf":true' });
    await catat(PETUGAS, 'berkas.baca', 300);
    const [pertama, kedua] = [await halaman(PETUGAS), await halaman(PETUGAS, 2)];
    expect(pertama.jumlah).toBe(sebelum.jumlah + 31);
    expect(pertama.isi).toHaveLength(25);
    const semua = [...pertama.isi, ...kedua.isi];
    expect(semua.slice(0, 31).map((b) => b.ringkasan)).toEqual([
      'tingkat.bukti 0',
      ...Array.from({ length: 30 }, (_, i) => `ormas.ubah-kontak ${29 - i}`),
    ]);
    expect(semua.slice(31).map((b) => b.ringkasan)).toEqual(sebelum.isi.map((b) => b.ringkasan));
    expect((await halaman(sekretaris)).jumlah).toBe(milik.jumlah + 36);
  });
});

describe('deciding the cluster', () => {
  it('closes the old row, opens a new one, and keeps the reason', async () => {
    const n = await id('Cahaya');
    await ormas.pindahKlaster(PETUGAS, n, 1, {
      opd: 'dlh',
      bidang: 'lingkungan',
      alasan: 'Hasil rapat koordinasi rekaan',
    });
    const o = await app.get(OrmasRincianService).rincian(PETUGAS, n);
    expect(o).toMatchObject({ opd: 'DLH', bidang: 'Lingkungan Hidup', versi: 2 });
    expect(o.klaster).toMatchObject([
      { opd: 'DLH', berlakuSampai: null, sumber: 'petugas', alasan: 'Hasil rapat koordinasi rekaan' },
      { opd: 'Bakesbangpol', berlakuDari: '2022-01-01', sumber: 'bidang' },
    ]);
    expect(o.klaster[1]?.berlakuSampai).not.toBeNull();
  });

  it('takes back a decision of the same day without a second row', async () => {
    const n = await id('Cahaya');
    await ormas.pindahKlaster(PETUGAS, n, 2, { opd: 'disparbud', bidang: '', alasan: 'Salah pilih OPD tadi pagi' });
    const { klaster } = await app.get(OrmasRincianService).rincian(PETUGAS, n);
    expect(klaster.map((k) => k.opd)).toEqual(['Disparbud', 'Bakesbangpol']);
  });

  it('decides the first cluster of one that had none', async () => {
    const n = await id('Tak Berbidang');
    await ormas.pindahKlaster(PETUGAS, n, 1, { opd: 'dlh', bidang: '', alasan: 'Kegiatannya bank sampah' });
    const { riwayat } = await app.get(OrmasRincianService).rincian(PETUGAS, n);
    expect(riwayat.isi[0]).toMatchObject({ aksi: 'ormas.tetapkan-klaster', ringkasan: 'Klaster ditetapkan: DLH' });
  });

  it.each([
    [{ opd: 'tidak-ada', bidang: '', alasan: 'alasan yang cukup' }, 'opd'],
    [{ opd: 'dp3a', bidang: 'tidak-ada', alasan: 'alasan yang cukup' }, 'bidang'],
    [{ opd: 'dp3a', bidang: '', alasan: 'alasan yang cukup' }, 'opd'],
  ])('refuses %j', async (isian, bidang) => {
    const galat: unknown = await ormas
      .pindahKlaster(PETUGAS, await id('Anak Ceria'), 1, isian)
      .catch((g: unknown) => g);
    expect(galat).toMatchObject({ kode: 'isian-tidak-sah', rincian: { isian: [{ bidang }] } });
  });

  it('is for petugas alone', async () => {
    const isian = { opd: 'dlh', bidang: '', alasan: 'alasan yang cukup' };
    await expect(ormas.pindahKlaster(aktor('admin'), await id('Anak Ceria'), 1, isian)).rejects.toMatchObject({
      kode: 'tidak-berwenang',
    });
  });
});

describe('the copies of scores', () => {
  it('keep the latest year and leave the version alone', async () => {
    const n = await id('Anak Ceria');
    const isi = { skor: '50.00', tingkat: 2, sebutan: 'Berkembang', sementara: false, profilSaja: false };
    const skor = { ormasId: n, ...isi };
    const catat = (tahun: number, baris: (typeof skor)[]) =>
      app.get(Transaksi).jalankan((em) => ormas.catatIko(em, tahun, baris));
    await catat(2025, [skor]);
    await catat(2024, [{ ...skor, skor: '10.00' }]);
    await catat(2025, []);
    const o = await app.get(OrmasRincianService).rincian(PETUGAS, n);
    expect(o.iko).toEqual({ tahun: 2025, ...isi });
    const profil = await app.get(OrmasRincianService).rincian(PETUGAS, await id('Soerja'));
    expect(profil.iko).toMatchObject({ tahun: 2024, skor: null, sementara: false, profilSaja: true });
    expect(o.versi).toBe(1);
  });
});

describe('places', () => {
  it.each([
    ['Kedung Halang', 'Kedunghalang'],
    ['Kel. LAWANG GINTUNG', 'Lawanggintung'],
    ['tanah sereal', 'Tanah Sareal'],
    ['balumbangjaya', 'Balungbangjaya'],
  ])('%s is %s', async (ejaan, resmi) => {
    expect((await app.get(WilayahService).cari(ejaan))?.kelurahan).toBe(resmi);
  });

  it('knows no other', async () => {
    expect(await app.get(WilayahService).cari('Sukamaju Antah')).toBeNull();
  });
});

it('a search by number reads no table as a whole, however long the register', async () => {
  const { db } = dasar;
  // As many rows as make reading all of them dearer than an index.
  await db.query(
    `INSERT INTO ormas (nama, nama_normal, cari, bentuk, status, npwp, telepon, dasar_hukum_normal, nomor_skko, luar_domisili, sumber, dibuat_pada, diubah_pada)
     SELECT CONCAT('Rekaan ', n), CONCAT('rekaan', n), '', 'yayasan', 'terdaftar', LPAD(n + 1000000, 16, '7'), CONCAT('0812', LPAD(n, 8, '0')),
       CONCAT('ahu.', n + 100000), CONCAT('220/', n + 100000), 1, 'uji', '2020-01-01', '2020-01-01'
     FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM ${ANGKA} a, ${ANGKA} b, ${ANGKA} c, ${ANGKA} e) s`,
  );
  await db.query(
    "INSERT INTO ormas_dokumen (ormas_id, jenis, nomor, status) SELECT id, 'sk-pengurus', CONCAT('SK/', id + 100000), 'sah' FROM ormas",
  );
  await db.query('ANALYZE TABLE ormas, ormas_dokumen');
  for (const teks of ['081200000042', '7777777771000042', 'AHU-100042', '220/100042', 'SK/100042']) {
    const nomor = uraiNomor(teks);
    if (!nomor) throw new Error(`${teks} is no number`);
    const { sql, nilai } = susunCariNomor(nomor, { jenis: 'semua' });
    const rencana = await db.query<{ table: string | null; type: string; rows: number }[]>(`EXPLAIN ${sql}`, nilai);
    const seluruh = rencana.filter(
      (b) => ['ormas', 'ormas_dokumen', 'o'].includes(b.table ?? '') && ['ALL', 'index'].includes(b.type),
    );
    expect([teks, seluruh]).toEqual([teks, []]);
    expect(await app.get(CariNomorService).cari(PETUGAS, teks)).toHaveLength(1);
  }
});

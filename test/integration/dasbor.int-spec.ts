import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Aktor, type Peran, PERAN } from '../../src/common/aktor.js';
import { tambahHari, tambahTahun } from '../../src/common/tanggal.js';
import { BerandaService } from '../../src/modules/dasbor/beranda.service.js';
import { BacaKegiatanService } from '../../src/modules/kegiatan/baca-kegiatan.service.js';
import { DaftarTugasService } from '../../src/modules/dasbor/daftar-tugas.service.js';
import { RadarService } from '../../src/modules/radar/radar.service.js';
import { MASA_RADAR, type MasaRadar } from '../../src/modules/radar/radar.types.js';
import { type BahanBeranda, type BahanPembaca } from '../../src/modules/dasbor/dasbor.types.js';
import { SistemService } from '../../src/modules/dasbor/sistem.service.js';
import { UlangiService } from '../../src/modules/dasbor/ulangi.service.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { HARI_TENANG, JamUji, webModuleDengan } from '../support/jam.js';

// Every figure of the home pages against one counted the simple way: all rows read, counted in JavaScript.

type Baris = Record<string, unknown>;

const jam = new JamUji(HARI_TENANG);
let uji: AplikasiUji;
let kota: KotaKecil;
let app: NestExpressApplication;
let ormas: Map<number, Baris>;
let kegiatan: Baris[];
let dokumen: Baris[];

beforeAll(async () => {
  uji = await aplikasiUji({}, jam);
  app = uji.app;
  kota = await kotaKecil(app, uji.db);
  ormas = new Map((await semua('ormas')).map((o) => [Number(o.id), o]));
  kegiatan = await semua('kegiatan');
  dokumen = await semua('ormas_dokumen');
});
afterAll(() => uji.tutup());

const semua = (tabel: string): Promise<Baris[]> => uji.db.query(`SELECT * FROM ${tabel}`);
const aktor = (peran: Peran): Aktor => ({
  id: 1,
  nama: `Uji ${peran}`,
  peran,
  opdId: peran === 'opd' ? kota.opd.id : null,
  ormasId: peran === 'sekretaris' ? kota.ormasId : null,
});
type Bahan<P> = P extends BahanPembaca['peran'] ? BahanPembaca : Extract<BahanBeranda, { peran: P }>;
async function bahan<P extends BahanBeranda['peran']>(peran: P): Promise<Bahan<P>> {
  const b = await app.get(BerandaService, { strict: false }).bahan(aktor(peran));
  if (b.peran !== peran) throw new Error(`Home of ${peran} is that of ${b.peran}`);
  return b as Bahan<P>;
}

const milik = (b: Baris): Baris => ormas.get(Number(b.ormas_id)) ?? {};
const masihAda = (o: Baris): boolean => o.status === 'terdaftar' || o.status === 'dibekukan';
const tertua = (daftar: readonly Baris[], kolom: string): Date | null =>
  daftar.length === 0 ? null : new Date(Math.min(...daftar.map((b) => (b[kolom] as Date).getTime())));

/** Documents as the radar means them: ended or ending, and no other valid one of the kind outlives them. */
function radar(keadaan: MasaRadar | 'belum-diperiksa', opdId: number | null): Baris[] {
  const [dari, sampai] = {
    '30': [0, 30],
    '60': [31, 60],
    '90': [61, 90],
    berakhir: [-100_000, -1],
    'belum-diperiksa': [0, 0],
  }[keadaan].map((n) => tambahHari(kota.hari, n)) as [string, string];
  return dokumen.filter((d) => {
    const o = milik(d);
    if (!masihAda(o) || (opdId !== null && o.opd_id !== opdId)) return false;
    if (keadaan === 'belum-diperiksa') return d.status === 'belum-diperiksa';
    const hari = d.berlaku_sampai as string | null;
    if (d.status !== 'sah' || hari === null || hari < dari || hari > sampai) return false;
    return !dokumen.some(
      (x) =>
        x !== d &&
        x.status === 'sah' &&
        x.ormas_id === d.ormas_id &&
        x.jenis === d.jenis &&
        (x.berlaku_sampai === null || (x.berlaku_sampai as string) > hari),
    );
  });
}

describe('what waits for an officer', () => {
  it('reports to verify, per cluster, with the longest wait', async () => {
    const { verifikasi } = await bahan('petugas');
    const menunggu = kegiatan.filter((k) => k.status === 'diajukan');
    expect(verifikasi.reduce((n, v) => n + v.jumlah, 0)).toBe(menunggu.length);
    for (const v of verifikasi) {
      const sini = menunggu.filter((k) => milik(k).opd_id === v.opdId);
      expect([v.jumlah, v.sejak]).toEqual([sini.length, tertua(sini, 'diajukan_pada')]);
    }
    expect(verifikasi.map((v) => v.opdId)).toContain(null);
  });

  it('reports sent back more than 14 days ago, ormas without a cluster, levels still missing', async () => {
    const { dikembalikan, belumDitetapkan, tingkat, kini } = await bahan('petugas');
    const lama = kegiatan.filter(
      (k) => k.status === 'dikembalikan' && kini.getTime() - (k.diputuskan_pada as Date).getTime() > 14 * 86_400_000,
    );
    expect(lama).toHaveLength(1);
    expect(dikembalikan).toEqual({ jumlah: 1, sejak: tertua(lama, 'diputuskan_pada') });
    const tanpa = [...ormas.values()].filter((o) => o.opd_id === null && o.status === 'terdaftar');
    expect(belumDitetapkan.jumlah).toBe(tanpa.length);
    const dinilai = [...ormas.values()].filter((o) => o.status !== 'bubar');
    expect(tingkat).toEqual({ tahun: kota.tahun, jumlah: dinilai.length, dari: dinilai.length });
  });

  it('an ormas leaves the list of missing levels when the last officer’s level is there', async () => {
    const [periode] = await uji.db.query<{ id: number; instrumen_id: number }[]>(
      'SELECT id, instrumen_id FROM periode WHERE tahun = ?',
      [kota.tahun],
    );
    const isi = ['EFK2', 'EFS1', 'KBL2', 'KBL3', 'KTH1', 'KTH2'];
    for (const [i, indikator] of isi.entries()) {
      await uji.db.query(
        'INSERT INTO tingkat_indikator (periode_id, ormas_id, indikator, tingkat_akhir, tak_berlaku) VALUES (?,?,?,?,?)',
        [periode?.id, kota.ormasId, indikator, i === 0 ? null : 2, i === 0 ? 'uji' : null],
      );
    }
    const buka = () => app.get(DaftarTugasService, { strict: false }).buka(aktor('petugas'), 'tingkat', 1);
    const lengkap = await buka();
    expect(lengkap.halaman.isi.map((b) => b.ormasId)).not.toContain(kota.ormasId);
    await uji.db.query("DELETE FROM tingkat_indikator WHERE indikator = 'KTH2'");
    const kurang = await buka();
    expect(kurang.halaman.isi.find((b) => b.ormasId === kota.ormasId)).toMatchObject({ terisi: 5, dari: 6 });
    expect(kurang.halaman.isi).toHaveLength(lengkap.halaman.isi.length + 1);
    await uji.db.query('DELETE FROM tingkat_indikator');
  });

  it('documents at every distance from their end, for the city and for one cluster', async () => {
    const harapan = (opdId: number | null) => ({
      belumDiperiksa: radar('belum-diperiksa', opdId).length,
      berakhir: radar('berakhir', opdId).length,
      hari30: radar('30', opdId).length,
      hari60: radar('60', opdId).length,
      hari90: radar('90', opdId).length,
    });
    expect((await bahan('petugas')).dokumen).toEqual(harapan(null));
    expect((await bahan('opd')).dokumen).toEqual(harapan(kota.opd.id));
    expect(harapan(null)).toEqual({ belumDiperiksa: 1, berakhir: 1, hari30: 2, hari60: 1, hari90: 2 });
  });

  it('the list behind each figure holds exactly what the figure counted', async () => {
    const layanan = app.get(DaftarTugasService, { strict: false });
    for (const peran of ['petugas', 'opd'] as const) {
      for (const keadaan of [...MASA_RADAR, 'belum-diperiksa'] as const) {
        const { halaman } =
          keadaan === 'belum-diperiksa'
            ? await layanan.buka(aktor(peran), 'dokumen', 1)
            : await app
                .get(RadarService, { strict: false })
                .daftar(aktor(peran), { masa: keadaan, benda: '', opd: '' }, 1);
        const benar = radar(keadaan, peran === 'opd' ? kota.opd.id : null);
        expect([peran, keadaan, halaman.jumlah, halaman.isi.length]).toEqual([
          peran,
          keadaan,
          benar.length,
          benar.length,
        ]);
      }
    }
    const kembali = await layanan.buka(aktor('petugas'), 'dikembalikan', 1);
    expect(kembali.halaman.isi.map((b) => b.ormasId)).toEqual([kota.ormasId]);
  });
});

describe('periods and reports', () => {
  it('the closed year is up to date and has a report; the running year was never computed', async () => {
    const { periode, laporan } = await bahan('kabid');
    expect(periode.map((p) => [p.tahun, p.status, p.hitungId !== null, p.usangSejak])).toEqual([
      [kota.tahun, 'berjalan', false, null],
      [kota.tahun - 1, 'ditutup', true, null],
    ]);
    expect(laporan).toMatchObject([{ id: kota.laporanId, tahun: kota.tahun - 1, status: 'selesai', usang: false }]);
  });

  it('a run is out of date from the first act on that changes its inputs, and not from others', async () => {
    const saat = new Date('2099-01-02T03:04:05.678Z');
    const [hitung] = await uji.db.query<{ id: number; periode_id: number }[]>(
      'SELECT id, periode_id FROM hitung LIMIT 1',
    );
    const ubah = (status: string) =>
      uji.db.query('UPDATE periode SET status = ? WHERE id = ?', [status, hitung?.periode_id]);
    const audit = (aksi: string, menit: number) =>
      uji.db.query(
        "INSERT INTO audit (waktu, aktor_nama, aktor_peran, aksi, objek, objek_id, ringkasan) VALUES (?, 'x', 'petugas', ?, 'x', '1', 'x')",
        [new Date(saat.getTime() + menit * 60_000), aksi],
      );
    const usang = async () => (await bahan('kabid')).periode.at(-1)?.usangSejak;
    await ubah('berjalan');
    const [asal] = await uji.db.query<{ dibuat_pada: Date }[]>('SELECT dibuat_pada FROM hitung LIMIT 1');
    await uji.db.query('UPDATE hitung SET dibuat_pada = ?', [saat]);
    expect(await usang()).toBeNull();
    await audit('masuk', 1);
    await audit('kegiatan.verifikasi', -1);
    expect(await usang()).toBeNull();
    await audit('kegiatan.verifikasi', 3);
    await audit('tingkat.tetapkan', 2);
    expect(await usang()).toEqual(new Date(saat.getTime() + 120_000));
    await ubah('ditutup');
    expect(await usang()).toBeNull();
    await uji.db.query('UPDATE hitung SET dibuat_pada = ?', [asal?.dibuat_pada]);
  });
});

describe('the figures of the city', () => {
  it.each(['petugas', 'kabid', 'kaban', 'pimpinan', 'opd', 'admin'] as const)(
    '%s sees the same city',
    async (peran) => {
      const { kota: k, kini } = await bahan(peran);
      const ada = [...ormas.values()].filter(masihAda);
      const batas = tambahTahun(kota.hari, -1);
      expect(kini).toBeInstanceOf(Date);
      expect(k.jumlah).toBe(ada.length);
      expect(k.aktif).toBe(
        ada.filter((o) => o.kegiatan_terakhir !== null && (o.kegiatan_terakhir as string) >= batas).length,
      );
      expect(k.klaster.map((x) => x.jumlah).reduce((a, b) => a + b, 0)).toBe(ada.length);
      expect(k.klaster.at(-1)?.opd).toBeNull();
    },
  );

  it('means are of complete scores of the run that counts, exact, with their n and population', async () => {
    const hasil = await uji.db.query<{ id: number; opd_id: number | null }[]>(
      'SELECT id, opd_id FROM hasil_iko ORDER BY ormas_id',
    );
    const isi = (i: number, skor: string, sementara: number) =>
      uji.db.query(
        "UPDATE hasil_iko SET status = 'dinilai', skor = ?, cakupan = 80, tingkat = 2, sementara = ? WHERE id = ?",
        [skor, sementara, hasil[i]?.id],
      );
    await uji.db.query('UPDATE hasil_iko SET sementara = 1');
    for (const [i, skor] of ['50.00', '50.01', '60.55'].entries()) await isi(i, skor, 0);
    await isi(3, '99.00', 1);
    const lain = await aplikasiKedua();
    try {
      const { kota: k } = await lain.bahan(aktor('pimpinan'));
      expect([k.hasil?.tahun, k.iko?.n, k.iko?.rata, k.iko?.populasi]).toEqual([
        kota.tahun - 1,
        3,
        '53.52',
        hasil.length,
      ]);
      expect(k.klaster.find((x) => x.opdId === kota.opd.id)?.iko).toEqual({
        ...{ n: 3, rata: '53.52', cakupan: '80.00' },
        populasi: hasil.filter((h) => h.opd_id === kota.opd.id).length,
      });
      for (const x of k.klaster.filter((y) => y.opdId !== kota.opd.id))
        expect(x.iko).toMatchObject({ n: 0, rata: null });
    } finally {
      await lain.tutup();
    }
  });
});

/** A second process over the same database: the first one keeps city-wide figures for some seconds. */
async function aplikasiKedua() {
  const lain = await NestFactory.createApplicationContext(webModuleDengan(uji.config, jam), { logger: false });
  const layanan = lain.get(BerandaService, { strict: false });
  return {
    bahan: async (a: Aktor) => (await layanan.bahan(a)) as BahanPembaca,
    tutup: () => lain.close(),
  };
}

describe('what waits for an OPD', () => {
  it('joint activities, silent ormas and this month’s activities of its cluster', async () => {
    const b = await bahan('opd');
    const bersama = kegiatan.filter(
      (k) =>
        k.bersama_opd_id === kota.opd.id &&
        k.opd_konfirmasi_pada === null &&
        ['diajukan', 'dikembalikan', 'terverifikasi'].includes(String(k.status)),
    );
    expect(b.konfirmasi).toEqual({ jumlah: bersama.length, sejak: tertua(bersama, 'diajukan_pada') });
    const batas = tambahTahun(kota.hari, -1);
    const diam = [...ormas.values()].filter(
      (o) =>
        o.opd_id === kota.opd.id &&
        o.status === 'terdaftar' &&
        !kegiatan.some(
          (k) => k.ormas_id === o.id && k.status === 'terverifikasi' && String(k.tanggal_selesai) >= batas,
        ),
    );
    expect(b.diam).toBe(diam.length);
    const bulan = kegiatan.filter(
      (k) =>
        milik(k).opd_id === kota.opd.id &&
        String(k.tanggal_selesai).startsWith(kota.hari.slice(0, 7)) &&
        ['diajukan', 'dikembalikan', 'terverifikasi'].includes(String(k.status)),
    );
    expect(b.bulanIni).toEqual({
      jumlah: bulan.length,
      terverifikasi: bulan.filter((k) => k.status === 'terverifikasi').length,
    });
  });

  it('is not asked for its word on an activity of a closed year, on either page, but again once the year is opened', async () => {
    const [k] = await uji.db.query<{ id: number; tanggal_selesai: string }[]>(
      "SELECT id, tanggal_selesai FROM kegiatan WHERE bersama_opd_id = ? AND status = 'terverifikasi'",
      [kota.opd.id],
    );
    const jumlah = async () => [
      (await bahan('opd')).konfirmasi.jumlah,
      (
        await app
          .get(BacaKegiatanService, { strict: false })
          .antrean(aktor('opd'), { opdId: null, kecamatanId: null }, 1)
      ).jumlah,
    ];
    const [semula] = await jumlah();
    const geser = (hari: string | undefined) =>
      uji.db.query('UPDATE kegiatan SET tanggal_mulai = ?, tanggal_selesai = ? WHERE id = ?', [hari, hari, k?.id]);
    await geser(`${kota.tahun - 1}-06-15`);
    expect(await jumlah()).toEqual([(semula ?? 0) - 1, (semula ?? 0) - 1]);
    await uji.db.query("UPDATE periode SET status = 'berjalan' WHERE tahun = ?", [kota.tahun - 1]);
    expect(await jumlah()).toEqual([semula, semula]);
    await uji.db.query("UPDATE periode SET status = 'ditutup' WHERE tahun = ?", [kota.tahun - 1]);
    await geser(k?.tanggal_selesai);
  });

  it('an account whose OPD is gone is told so', async () => {
    const tanpa = { ...aktor('opd'), opdId: 999_999 };
    await expect(app.get(BerandaService, { strict: false }).bahan(tanpa)).rejects.toThrow('OPD akun Anda');
  });
});

describe('what waits for a secretary', () => {
  it('only the own reports, drafts and documents', async () => {
    const b = await bahan('sekretaris');
    const punya = kegiatan.filter((k) => k.ormas_id === kota.ormasId);
    const jumlah = (status: string) => punya.filter((k) => k.status === status).length;
    expect([b.kegiatanLain, b.surat]).toEqual([[], null]);
    expect(b.kegiatan).toEqual({ terverifikasi: 2, dikembalikan: 1, diajukan: 1, draf: 1 });
    expect(b.perbaikan.map((k) => k.id)).toEqual(punya.filter((k) => k.status === 'dikembalikan').map((k) => k.id));
    expect(b.draf).toHaveLength(jumlah('draf'));
    expect(b.dokumen).toHaveLength(dokumen.filter((d) => d.ormas_id === kota.ormasId).length);
    expect([b.konfirmasi, b.programKerja, b.laporanTahunan]).toEqual([null, 0, false]);
    expect(b.mandiri).toEqual({ tahun: kota.tahun, terisi: 0, dari: 5 });
  });

  it('reports of other years are seen while they wait and after they were decided, old ones not for ever', async () => {
    const [k] = await uji.db.query<{ id: number; tanggal_selesai: string; diputuskan_pada: Date | null }[]>(
      "SELECT id, tanggal_selesai, diputuskan_pada FROM kegiatan WHERE ormas_id = ? AND status = 'diajukan'",
      [kota.ormasId],
    );
    const jadikan = (hari: string | undefined, status: string, putusan: Date | null) =>
      uji.db.query(
        'UPDATE kegiatan SET tanggal_mulai = ?, tanggal_selesai = ?, status = ?, diputuskan_pada = ? WHERE id = ?',
        [hari, hari, status, putusan, k?.id],
      );
    const lain = async () => (await bahan('sekretaris')).kegiatanLain;
    await jadikan(`${kota.tahun - 4}-03-01`, 'diajukan', null);
    expect(await lain()).toEqual([{ tahun: kota.tahun - 4, kegiatan: { diajukan: 1 } }]);
    await jadikan(`${kota.tahun - 4}-03-01`, 'ditolak', new Date(jam.kini.getTime() - 86_400_000));
    expect(await lain()).toEqual([{ tahun: kota.tahun - 4, kegiatan: { ditolak: 1 } }]);
    await jadikan(`${kota.tahun - 4}-03-01`, 'ditolak', new Date(jam.kini.getTime() - 91 * 86_400_000));
    expect(await lain()).toEqual([]);
    await jadikan(`${kota.tahun - 2}-12-01`, 'ditolak', null);
    expect(await lain()).toEqual([{ tahun: kota.tahun - 1, kegiatan: { ditolak: 1 } }]);
    await jadikan(k?.tanggal_selesai, 'diajukan', k?.diputuskan_pada ?? null);
  });

  it('the letter is the newest of the portal, else the one of the register', async () => {
    await uji.db.query("UPDATE ormas SET nomor_skko = '12/REKAAN', skko_berlaku_sampai = '2026-01-31' WHERE id = ?", [
      kota.ormasId,
    ]);
    expect((await bahan('sekretaris')).surat).toEqual({
      ...{ nama: 'SKKO', nomor: '12/REKAAN', berlakuSampai: '2026-01-31' },
    });
    await uji.db.query('UPDATE ormas SET nomor_skko = NULL, skko_berlaku_sampai = NULL WHERE id = ?', [kota.ormasId]);
  });

  it('an account without its ormas is told so', async () => {
    const tanpa = { ...aktor('sekretaris'), ormasId: 999_999 };
    await expect(app.get(BerandaService, { strict: false }).bahan(tanpa)).rejects.toThrow('Ormas akun Anda');
  });
});

describe('on any day of the year', () => {
  afterAll(() => jam.berdiri(HARI_TENANG));

  it.each(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-31', '2027-01-01', '2028-02-29'])(
    '%s: each home counts the activities of the window of that day',
    async (hari) => {
      jam.berdiri(hari);
      const tahun = Number(hari.slice(0, 4)) + (hari.slice(5) >= '12-01' ? 1 : 0);
      const sekretaris = await bahan('sekretaris');
      expect([sekretaris.tahun, sekretaris.akhirJendela]).toEqual([tahun, `${tahun}-11-30`]);
      const dalam = (k: Baris): boolean =>
        k.tanggal_selesai === null ||
        ((k.tanggal_selesai as string) >= `${tahun - 1}-12-01` && (k.tanggal_selesai as string) <= `${tahun}-11-30`);
      const punya = kegiatan.filter((k) => k.ormas_id === kota.ormasId && dalam(k));
      const hitungan = [...new Set(punya.map((k) => String(k.status)))].map((s): [string, number] => [
        s,
        punya.filter((k) => k.status === s).length,
      ]);
      expect(sekretaris.kegiatan).toEqual(Object.fromEntries(hitungan));
      const bersama = kegiatan.filter(
        (k) => k.bersama_opd_id === kota.opd.id && ['diajukan', 'terverifikasi'].includes(String(k.status)),
      );
      expect((await bahan('opd')).konfirmasi.jumlah).toBe(bersama.length);
      for (const peran of PERAN) expect((await bahan(peran)).kini).toEqual(jam.kini);
    },
  );
});

describe('the system as its keeper sees it', () => {
  const keadaan = () => app.get(SistemService, { strict: false }).keadaan(aktor('admin'));
  const cobaLagi = (id: number, peran: Peran = 'admin') =>
    app.get(UlangiService, { strict: false }).cobaLagi(aktor(peran), id);

  it('is for the admin alone', async () => {
    for (const peran of PERAN.filter((p) => p !== 'admin')) {
      await expect(app.get(SistemService, { strict: false }).keadaan(aktor(peran))).rejects.toThrow('tidak berwenang');
      await expect(cobaLagi(1, peran)).rejects.toThrow('tidak berwenang');
    }
  });

  it('knows what failed; trying again puts it back once, with an audit row', async () => {
    const { kotak, gagal, basisData } = await keadaan();
    expect([kotak.gagal, gagal.length, basisData.perluMigrasi]).toEqual([1, 1, false]);
    const id = gagal[0]?.id ?? 0;
    await cobaLagi(id);
    expect(await keadaan()).toMatchObject({ kotak: { gagal: 0, menunggu: 1 }, gagal: [] });
    await expect(cobaLagi(id)).rejects.toThrow('sudah tidak gagal');
    expect(await uji.db.query("SELECT objek_id, aktor_peran FROM audit WHERE aksi = 'sistem.coba-lagi'")).toEqual([
      { objek_id: String(id), aktor_peran: 'admin' },
    ]);
  });

  it('lists work again that fails once more after a retry; the trail has each retry with what had gone wrong before', async () => {
    await uji.db.query(
      `INSERT INTO kotak_keluar (antrean, pekerjaan, muatan, kunci, dibuat_pada, tersedia_pada, gagal_pada, galat)
       VALUES ('surat', 'cetak', '{"id":0}', 'uji/gagal-lagi', '2026-01-01', '2026-01-01', '2026-01-01', 'Galat pertama.')`,
    );
    const daftar = async () => (await keadaan()).gagal.filter((g) => g.antrean === 'surat');
    const id = (await daftar())[0]?.id ?? 0;
    await cobaLagi(id);
    expect(await daftar()).toEqual([]);
    const gagal =
      "UPDATE kotak_keluar SET gagal_pada = '2026-01-02', percobaan = 8, galat = 'Galat kedua.' WHERE id = ?";
    await uji.db.query(gagal, [id]);
    expect(await daftar()).toMatchObject([{ id, galat: 'Galat kedua.', percobaan: 8 }]);
    await cobaLagi(id);
    const jejak = await uji.db.query<{ rincian: string }[]>(
      "SELECT rincian FROM audit WHERE aksi = 'sistem.coba-lagi' AND objek_id = ? ORDER BY id",
      [id],
    );
    expect(jejak.map((j) => JSON.parse(j.rincian) as unknown)).toEqual(
      ['Galat pertama.', 'Galat kedua.'].map((galat) => ({ muatan: { id: 0 }, galat })),
    );
    await uji.db.query('DELETE FROM kotak_keluar WHERE id = ?', [id]);
  });

  it('says that no worker answers when work has waited for more than a minute, and not before', async () => {
    const { kini } = await keadaan();
    const tersedia = (detik: number) =>
      uji.db.query('UPDATE kotak_keluar SET tersedia_pada = ?, dikirim_pada = NULL WHERE selesai_pada IS NULL', [
        new Date(kini.getTime() - detik * 1000),
      ]);
    await tersedia(30);
    expect((await bahan('admin')).kotak.diamSejak).toBeNull();
    await tersedia(120);
    expect((await bahan('admin')).kotak.diamSejak).toEqual(new Date(kini.getTime() - 120_000));
    await uji.db.query('UPDATE kotak_keluar SET dikirim_pada = ? WHERE selesai_pada IS NULL', [kini]);
    expect((await bahan('admin')).kotak.diamSejak).toBeNull();
  });

  it('a failed run is taken up as a whole, and the failed chunk is no longer listed', async () => {
    const [p] = await uji.db.query<{ id: number; hitung_id: number }[]>(
      'SELECT id, hitung_id FROM hitung_potongan LIMIT 1',
    );
    const [baris] = await uji.db.query<{ id: number }[]>(
      "SELECT id FROM kotak_keluar WHERE antrean = 'penilaian' ORDER BY id LIMIT 1",
    );
    await uji.db.query("UPDATE hitung SET status = 'gagal' WHERE id = ?", [p?.hitung_id]);
    await uji.db.query("UPDATE hitung_potongan SET status = 'gagal' WHERE id = ?", [p?.id]);
    await uji.db.query('UPDATE kotak_keluar SET selesai_pada = NULL, gagal_pada = dibuat_pada WHERE id = ?', [
      baris?.id,
    ]);
    expect((await keadaan()).gagal.map((g) => g.id)).toEqual([baris?.id]);
    // A closed period keeps its results, also from a retry, until the kabid opens it again.
    await expect(cobaLagi(baris?.id ?? 0)).rejects.toThrow('sudah ditutup');
    // A retry that was refused did not happen: the work stands as it stood, and the trail does not tell of one.
    expect((await keadaan()).gagal.map((g) => g.id)).toEqual([baris?.id]);
    const jejak = () =>
      uji.db.query<unknown[]>("SELECT 1 FROM audit WHERE aksi = 'sistem.coba-lagi' AND objek_id = ?", [baris?.id]);
    expect(await jejak()).toHaveLength(0);
    await uji.db.query("UPDATE periode SET status = 'berjalan'");
    await cobaLagi(baris?.id ?? 0);
    expect(await jejak()).toHaveLength(1);
    expect((await keadaan()).gagal).toEqual([]);
    const [hitung] = await uji.db.query<{ status: string; ulangan: number }[]>(
      'SELECT status, ulangan FROM hitung WHERE id = ?',
      [p?.hitung_id],
    );
    expect(hitung).toEqual({ status: 'menunggu', ulangan: 1 });
  });

  it('a failed report is taken up as a whole, from whichever of its jobs', async () => {
    const [{ versi } = { versi: 0 }] = await uji.db.query<{ versi: number }[]>('SELECT versi FROM laporan');
    await uji.db.query("UPDATE laporan SET status = 'gagal', jumlah = 1");
    await uji.db.query(
      "INSERT INTO laporan_bagian (laporan_id, urutan, kunci, judul, status) VALUES (?, 1, 'uji', 'Uji', 'menunggu')",
      [kota.laporanId],
    );
    const [bagian] = await uji.db.query<{ id: number }[]>('SELECT id FROM laporan_bagian');
    await uji.db.query(
      `INSERT INTO kotak_keluar (antrean, pekerjaan, muatan, kunci, dibuat_pada, tersedia_pada, gagal_pada)
       VALUES ('laporan', 'bagian', ?, 'uji/laporan', '2026-01-01', '2026-01-01', '2026-01-01')`,
      [JSON.stringify({ id: bagian?.id })],
    );
    const [gagal] = (await keadaan()).gagal;
    expect(gagal).toMatchObject({ antrean: 'laporan', pekerjaan: 'bagian' });
    await cobaLagi(gagal?.id ?? 0);
    expect((await keadaan()).gagal).toEqual([]);
    expect(await uji.db.query('SELECT status, ulangan, versi FROM laporan')).toEqual([
      { status: 'dibuat', ulangan: 1, versi: versi + 1 },
    ]);
  });

  it('counts accounts without a password', async () => {
    await uji.db.query(
      `INSERT INTO akun (surel, nama, peran, aktif, dibuat_pada, diubah_pada) VALUES
       ('a@contoh.invalid', 'A', 'petugas', 1, '2026-01-01', '2026-01-01'), ('b@contoh.invalid', 'B', 'petugas', 0, '2025-01-01', '2025-01-01')`,
    );
    const { akun } = await bahan('admin');
    expect(akun).toEqual({
      jumlah: 2,
      aktif: 1,
      tanpaSandi: { jumlah: 1, sejak: new Date('2026-01-01T00:00:00Z') },
    });
  });
});

describe('a report to read', () => {
  it('is asked for until its reader has opened the file, of each reader apart', async () => {
    await uji.db.query("UPDATE laporan SET status = 'selesai', disetujui_pada = ?", [jam.kini]);
    const pimpinan = await uji.masukSebagai('pimpinan');
    const opd = await uji.masukSebagai('opd', { opdId: kota.opd.id });
    const diminta = async (orang: typeof pimpinan) => (await orang.buka('/')).text.includes('Baca laporan tahunan');
    expect([await diminta(pimpinan), await diminta(opd)]).toEqual([true, true]);
    await pimpinan.agen.get(`/laporan/${kota.laporanId}/unduh`).redirects(2).expect(200);
    expect([await diminta(pimpinan), await diminta(opd)]).toEqual([false, true]);
  });
});

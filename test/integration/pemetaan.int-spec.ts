import { type TestingModule } from '@nestjs/testing';
import fc from 'fast-check';
import { type Aktor } from '../../src/common/aktor.js';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { HariKlaster } from '../../src/modules/ormas/hari-klaster.js';
import { KeadaanOrmasService } from '../../src/modules/ormas/keadaan-ormas.service.js';
import { OrmasDaftarService } from '../../src/modules/ormas/ormas-daftar.service.js';
import { OrmasService } from '../../src/modules/ormas/ormas.service.js';
import { UbahOrmasService } from '../../src/modules/ormas/ubah-ormas.service.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { SARINGAN_KOSONG } from '../../src/modules/ormas/web/ormas.paths.js';
import { BacaPemetaanService } from '../../src/modules/pemetaan/baca-pemetaan.service.js';
import { BacaRujukanService } from '../../src/modules/pemetaan/baca-rujukan.service.js';
import { PemetaanModule } from '../../src/modules/pemetaan/pemetaan.module.js';
import { PemetaanService } from '../../src/modules/pemetaan/pemetaan.service.js';
import { RujukanKlasterService } from '../../src/modules/pemetaan/rujukan-klaster.service.js';
import { kumpulkanMasukan } from '../../src/modules/penilaian/penilaian.masukan.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { JamUji } from '../support/jam.js';
import { aktorUji, modulUji } from '../support/modul.js';

const jam = new JamUji('2026-03-10');
let dasar: BasisDataUji;
let modul: TestingModule;
let baca: BacaPemetaanService;
let pemetaan: PemetaanService;
let opd: Map<string, number>;
let bidang: Map<string, number>;

const KABID = aktorUji('kabid');
const PETUGAS = aktorUji('petugas');
const ALASAN = 'Keputusan wali kota rekaan.';
const HARI_INI = '2026-03-10';

const idDari = (peta: Map<string, number>, kode: string): number => peta.get(kode) ?? 0;
const pukul = (saat: string): void => {
  jam.kini = new Date(saat);
};

beforeAll(async () => {
  dasar = await basisDataUji();
  modul = await modulUji(dasar, jam, [PemetaanModule]);
  baca = modul.get(BacaPemetaanService);
  pemetaan = modul.get(PemetaanService);
  const ambil = async (tabel: string): Promise<Map<string, number>> =>
    new Map(
      (await dasar.db.query<{ id: number; kode: string }[]>(`SELECT id, kode FROM ${tabel}`)).map((b) => [
        b.kode,
        b.id,
      ]),
    );
  [opd, bidang] = [await ambil('opd'), await ambil('bidang')];
});
afterAll(async () => {
  await modul.close();
  await dasar.hapus();
});

beforeEach(async () => {
  pukul('2026-03-10T03:00:00Z');
  await dasar.db.query('DELETE FROM perubahan_pemetaan');
  await dasar.db.query("DELETE FROM bidang_opd WHERE berlaku_dari > '2022-01-01'");
  await dasar.db.query("UPDATE bidang_opd SET berlaku_sampai = NULL, alasan = NULL WHERE berlaku_dari = '2022-01-01'");
  await dasar.db.query('UPDATE bidang_opd p JOIN bidang b ON b.id = p.bidang_id SET p.opd_id = ? WHERE b.kode = ?', [
    opd.get('bakesbangpol'),
    'kesehatan',
  ]);
  await dasar.db.query("UPDATE pemetaan_hari SET hari = '2026-03-10'");
  await modul.get(HariKlaster).pastikan();
  await dasar.db.query('UPDATE ormas SET opd_id = ?', [opd.get('bakesbangpol')]);
  await dasar.db.query('UPDATE bidang SET berlaku_sampai = NULL');
});

let urutan = 0;
/** An ormas with one row of cluster history until further notice. */
async function warga(
  kodeBidang: string | null,
  sumber: 'bidang' | 'petugas' = 'bidang',
  mulai = '2023-01-01',
): Promise<number> {
  const { id } = await buatOrmas(dasar.db, { nama: `Perkumpulan Rekaan ${++urutan}` });
  const b = kodeBidang === null ? null : idDari(bidang, kodeBidang);
  await dasar.db.query('UPDATE ormas SET bidang_id = ?, opd_id = ? WHERE id = ?', [b, opd.get('bakesbangpol'), id]);
  await dasar.db.query(
    'INSERT INTO klaster_ormas (ormas_id, opd_id, bidang_id, berlaku_dari, sumber, alasan) VALUES (?, ?, ?, ?, ?, ?)',
    [id, opd.get('bakesbangpol'), b, mulai, sumber, sumber === 'petugas' ? 'Rapat rekaan.' : null],
  );
  return id;
}

async function alihkan(kodeBidang: string, kodeOpd: string, mulai: string): Promise<number> {
  const id = idDari(bidang, kodeBidang);
  const usul = { opd: kodeOpd, mulai };
  const { sidik } = await baca.pratinjau(KABID, id, usul, 1);
  return pemetaan.ubah(KABID, id, { ...usul, alasan: ALASAN, sidik });
}

const kini = async (id: number): Promise<number | null> => {
  const [b] = await dasar.db.query<{ opdId: number | null }[]>('SELECT opd_id AS opdId FROM ormas WHERE id = ?', [id]);
  return b?.opdId ?? null;
};
const anggota = async (kode: string): Promise<number[]> =>
  (await modul.get(OrmasDaftarService).daftar(PETUGAS, { ...SARINGAN_KOSONG, opd: kode }, 1, 1000)).isi.map(
    (o) => o.id,
  );

describe('a change of the mapping', () => {
  it('waits for a year that is being closed, and does not reach into it', async () => {
    const [i] = await dasar.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM instrumen');
    await dasar.db.query(
      "INSERT INTO periode (tahun, mulai, akhir, instrumen_id, status) VALUES (2025, '2024-12-01', '2025-11-30', ?, 'berjalan')",
      [i?.id],
    );
    const penutup = dasar.db.createQueryRunner();
    await penutup.startTransaction('READ COMMITTED');
    await penutup.query('SELECT id FROM periode WHERE tahun = 2025 FOR UPDATE');
    const hasil = alihkan('kesehatan', 'dp3a', '2025-06-01').then(
      () => 'ditetapkan',
      (g: { kode: string }) => g.kode,
    );
    await Promise.race([hasil, new Promise((lanjut) => setTimeout(lanjut, 300))]);
    await penutup.query("UPDATE periode SET status = 'ditutup' WHERE tahun = 2025");
    await penutup.commitTransaction();
    await penutup.release();
    const kode = await hasil;
    await dasar.db.query('DELETE FROM periode');
    expect(kode).toBe('isian-tidak-sah');
  });

  it('from today on moves who follows the bidang, at once and everywhere, and leaves whom an officer placed', async () => {
    const [ikut, tetap, lain] = [await warga('kesehatan'), await warga('kesehatan', 'petugas'), await warga('hukum')];
    const p = await baca.pratinjau(KABID, idDari(bidang, 'kesehatan'), { opd: 'dp3a', mulai: HARI_INI }, 1);
    expect(p.pindah.isi.map((o) => o.id)).toContain(ikut);
    expect(p.tetap.map((o) => [o.id, o.alasan])).toContainEqual([tetap, 'Rapat rekaan.']);
    await alihkan('kesehatan', 'dp3a', HARI_INI);
    expect([await kini(ikut), await kini(tetap), await kini(lain)]).toEqual([
      ...[opd.get('dp3a'), opd.get('bakesbangpol'), opd.get('bakesbangpol')],
    ]);
    expect(await anggota('dp3a')).toContain(ikut);
    expect(await anggota('dp3a')).not.toContain(tetap);
    const ormas = modul.get(OrmasService);
    await expect(ormas.pastikanTerlihat(aktorUji('opd', { opdId: idDari(opd, 'dp3a') }), ikut)).resolves.toBeDefined();
    await expect(ormas.pastikanTerlihat(aktorUji('opd', { opdId: idDari(opd, 'dlh') }), ikut)).rejects.toMatchObject({
      kode: 'tidak-ditemukan',
    });
  });

  it('planned takes effect by itself between 23.59 and 00.01 in Jakarta', async () => {
    const id = await warga('kesehatan');
    await alihkan('kesehatan', 'dlh', '2026-04-01');
    const hari = modul.get(HariKlaster);
    pukul('2026-03-31T16:59:00Z');
    await hari.pastikan();
    expect([await kini(id), (await anggota('dlh')).includes(id)]).toEqual([opd.get('bakesbangpol'), false]);
    pukul('2026-03-31T17:01:00Z');
    await hari.pastikan();
    expect([await kini(id), (await anggota('dlh')).includes(id)]).toEqual([opd.get('dlh'), true]);
    const keadaan = modul.get(KeadaanOrmasService);
    expect((await keadaan.pada(PETUGAS, id, '2026-03-31')).klaster?.opd).toBe('Bakesbangpol');
    expect((await keadaan.pada(PETUGAS, id, '2026-04-01')).klaster).toMatchObject({
      ...{ opd: 'DLH', sumber: 'pemetaan', alasan: ALASAN, berlakuDari: '2026-04-01' },
    });
  });

  it('is caught up with after days on which nobody came, change after change', async () => {
    const [a, b] = [await warga('kesehatan'), await warga('hukum')];
    await alihkan('kesehatan', 'dlh', '2026-03-12');
    await alihkan('hukum', 'dp3a', '2026-03-14');
    pukul('2026-03-20T03:00:00Z');
    await modul.get(HariKlaster).pastikan();
    expect([await kini(a), await kini(b)]).toEqual([opd.get('dlh'), opd.get('dp3a')]);
    const jejak = await dasar.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'pemetaan.berlaku'",
    );
    expect(Number(jejak[0]?.n)).toBeGreaterThanOrEqual(2);
  });

  it('planned is cancelled before its day and nothing is left of it; afterwards it is not', async () => {
    const id = await warga('kesehatan');
    const rencana = await alihkan('kesehatan', 'dlh', '2026-04-01');
    await expect(alihkan('kesehatan', 'dp3a', '2026-05-01')).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await expect(pemetaan.batalkan(PETUGAS, rencana, 1, ALASAN)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    await expect(pemetaan.batalkan(KABID, rencana, 7, ALASAN)).rejects.toMatchObject({ kode: 'versi-berbeda' });
    await expect(pemetaan.batalkan(KABID, rencana, 1, ' ')).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await pemetaan.batalkan(KABID, rencana, 1, ALASAN);
    expect((await baca.satu(KABID, rencana)).keadaan).toBe('dibatalkan');
    pukul('2026-04-02T03:00:00Z');
    await modul.get(HariKlaster).pastikan();
    expect(await kini(id)).toBe(opd.get('bakesbangpol'));
    await expect(pemetaan.batalkan(KABID, rencana, 2, ALASAN)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
  });

  it('is reversed by a new one, on the same day as if it had never been and later as a span of its own', async () => {
    const id = await warga('kesehatan');
    const pertama = await alihkan('kesehatan', 'dlh', HARI_INI);
    await alihkan('kesehatan', 'bakesbangpol', HARI_INI);
    expect(await kini(id)).toBe(opd.get('bakesbangpol'));
    expect((await baca.satu(KABID, pertama)).keadaan).toBe('diganti');
    const baris = await dasar.db.query<unknown[]>('SELECT 1 FROM bidang_opd WHERE bidang_id = ?', [
      idDari(bidang, 'kesehatan'),
    ]);
    expect(baris).toHaveLength(1);
    await alihkan('kesehatan', 'dlh', HARI_INI);
    pukul('2026-03-15T03:00:00Z');
    await modul.get(HariKlaster).pastikan();
    await alihkan('kesehatan', 'bakesbangpol', '2026-03-15');
    const keadaan = modul.get(KeadaanOrmasService);
    const pada = async (hari: string) => (await keadaan.pada(PETUGAS, id, hari)).klaster?.opd;
    expect([
      await pada('2026-03-09'),
      await pada('2026-03-10'),
      await pada('2026-03-14'),
      await pada('2026-03-15'),
    ]).toEqual(['Bakesbangpol', 'DLH', 'DLH', 'Bakesbangpol']);
  });

  it('is refused when it no longer moves whom the preview showed, and to who may not decide', async () => {
    const id = idDari(bidang, 'kesehatan');
    const usul = { opd: 'dlh', mulai: HARI_INI };
    const { sidik } = await baca.pratinjau(KABID, id, usul, 1);
    await warga('kesehatan');
    const kirim = (a: Aktor, s: string) => pemetaan.ubah(a, id, { ...usul, alasan: ALASAN, sidik: s });
    await expect(kirim(KABID, sidik)).rejects.toMatchObject({ kode: 'versi-berbeda' });
    await expect(kirim(PETUGAS, sidik)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    await expect(baca.pratinjau(PETUGAS, id, usul, 1)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    await expect(baca.bidang(aktorUji('opd', { opdId: 1 }))).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    expect(await dasar.db.query('SELECT 1 FROM perubahan_pemetaan')).toEqual([]);
  });

  it('of two at the same moment takes one', async () => {
    const id = idDari(bidang, 'hukum');
    const usul = (kode: string) => ({ opd: kode, mulai: HARI_INI });
    const sidik = async (kode: string) => (await baca.pratinjau(KABID, id, usul(kode), 1)).sidik;
    const [a, b] = [await sidik('dlh'), await sidik('dp3a')];
    const hasil = await Promise.allSettled([
      pemetaan.ubah(KABID, id, { ...usul('dlh'), alasan: ALASAN, sidik: a }),
      pemetaan.ubah(KABID, id, { ...usul('dp3a'), alasan: ALASAN, sidik: b }),
    ]);
    expect(hasil.map((h) => h.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('never reaches into a closed year', async () => {
    const [i] = await dasar.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM instrumen');
    await dasar.db.query(
      "INSERT INTO periode (tahun, mulai, akhir, instrumen_id, status) VALUES (2025, '2024-12-01', '2025-11-30', ?, 'ditutup')",
      [i?.id],
    );
    const ke = (mulai: string) =>
      baca.pratinjau(KABID, idDari(bidang, 'kesehatan'), { opd: 'dlh', mulai }, 1).then(
        () => 'boleh',
        (g: { kode: string }) => g.kode,
      );
    expect([await ke('2025-11-30'), await ke('2025-12-01')]).toEqual(['isian-tidak-sah', 'boleh']);
    await dasar.db.query('DELETE FROM periode');
  });
});

it('an approval of another bidang puts an ormas where that bidang is on each day', async () => {
  await alihkan('hukum', 'dlh', '2026-03-05');
  const id = await warga('kesehatan');
  const ubah = modul.get(UbahOrmasService);
  const transaksi = modul.get(Transaksi);
  await dasar.db.query('DELETE FROM riwayat_ormas WHERE ormas_id = ?', [id]);
  const lama = await transaksi.jalankan(async (em) => {
    const o = await ubah.baca(em, id);
    const nilai = { bidangId: idDari(bidang, 'hukum'), bidangTeks: null };
    return ubah.terapkan(
      em,
      KABID,
      o,
      { perihal: 'bidang', nilai, berlaku: '2026-03-01', dokumen: null },
      {
        ...{ perubahanId: null, alasan: ALASAN },
      },
    );
  });
  expect(lama.klaster?.opdId).toBe(opd.get('bakesbangpol'));
  expect(await kini(id)).toBe(opd.get('dlh'));
  const pada = async (hari: string) => (await modul.get(KeadaanOrmasService).pada(PETUGAS, id, hari)).klaster?.opd;
  expect([await pada('2026-03-02'), await pada('2026-03-05')]).toEqual(['Bakesbangpol', 'DLH']);
});

it('scores stand on the cluster of the last day of the window, also of a change that is still to come', async () => {
  const id = await warga('kesehatan');
  await alihkan('kesehatan', 'dlh', '2026-11-30');
  const untuk = async (akhir: string): Promise<number | null> => {
    const [m] = await dasar.db.transaction((em) =>
      kumpulkanMasukan(em, { id: 0, tahun: 2026, mulai: tambahHari(akhir, -364), akhir }, [id], akhir),
    );
    return m?.opdId ?? null;
  };
  expect([await untuk('2026-11-29'), await untuk('2026-11-30')]).toEqual([opd.get('bakesbangpol'), opd.get('dlh')]);
});

describe('the lists of OPD and bidang', () => {
  const rujukan = () => modul.get(RujukanKlasterService);
  const satu = (jenis: 'opd' | 'bidang', id: number) => modul.get(BacaRujukanService).satu(KABID, jenis, id);
  const isian = (kode: string) => ({
    ...{ kode, nama: `OPD ${kode}`, namaLengkap: `Dinas Rekaan ${kode}`, kontak: '', opd: 'dlh', mulai: HARI_INI },
  });

  it('grow by an OPD that may then guide a bidang, and by a bidang with its OPD', async () => {
    const id = await rujukan().tambah(KABID, 'opd', isian('dinas-a'));
    await alihkan('hukum', 'dinas-a', '2026-03-11');
    expect((await satu('opd', id)).penghalang).toEqual([
      'Bidang Hukum dan Pemerintahan masih dibina OPD dinas-a; alihkan dahulu.',
    ]);
    await expect(rujukan().tambah(KABID, 'opd', isian('dinas-a'))).rejects.toMatchObject({
      rincian: { isian: [{ bidang: 'kode' }] },
    });
    await expect(rujukan().tambah(KABID, 'opd', { ...isian('x1'), mulai: '2026-03-09' })).rejects.toMatchObject({
      rincian: { isian: [{ bidang: 'mulai' }] },
    });
    await expect(rujukan().tambah(PETUGAS, 'opd', isian('dinas-b'))).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    const baru = await rujukan().tambah(KABID, 'bidang', isian('kearsipan'));
    expect((await satu('bidang', baru)).kaitan).toEqual(['DLH']);
    await dasar.db.query('DELETE FROM bidang_opd WHERE bidang_id = ?', [baru]);
    await dasar.db.query('DELETE FROM bidang WHERE id = ?', [baru]);
  });

  it('keep the names that were', async () => {
    const id = idDari(opd, 'disparbud');
    const { versi } = await satu('opd', id);
    const nama = { nama: 'Disbudpar', namaLengkap: 'Dinas Kebudayaan Rekaan', mulai: '2026-02-01', alasan: ALASAN };
    await expect(rujukan().gantiNama(KABID, 'opd', id, versi + 1, nama)).rejects.toMatchObject({
      kode: 'versi-berbeda',
    });
    await rujukan().gantiNama(KABID, 'opd', id, versi, nama);
    const sesudah = await satu('opd', id);
    expect([sesudah.nama, ...sesudah.riwayatNama.map((n) => `${n.nama} ${n.berlakuDari}`)]).toEqual([
      ...['Disbudpar', 'Disbudpar 2026-02-01', 'Disparbud 2022-01-01'],
    ]);
    await expect(
      rujukan().gantiNama(KABID, 'opd', id, sesudah.versi, { ...nama, nama: 'X', mulai: '2026-01-31' }),
    ).rejects.toMatchObject({ rincian: { isian: [{ bidang: 'mulai' }] } });
  });

  it('end what guides nothing any more, and let it go on until its day', async () => {
    const id = await rujukan().tambah(KABID, 'opd', isian('dinas-c'));
    await expect(
      rujukan().akhiri(KABID, 'opd', idDari(opd, 'dlh'), 1, { sampai: HARI_INI, alasan: ALASAN }),
    ).rejects.toMatchObject({ rincian: { isian: [{ bidang: 'sampai' }] } });
    await rujukan().akhiri(KABID, 'opd', id, 1, { sampai: '2026-03-31', alasan: ALASAN });
    await expect(alihkan('hukum', 'dinas-c', HARI_INI)).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await rujukan().akhiri(KABID, 'opd', id, 2, { sampai: null, alasan: ALASAN });
    expect((await satu('opd', id)).berlakuSampai).toBeNull();
  });

  it('no longer offer a bidang that has ended', async () => {
    const id = idDari(bidang, 'keamanan');
    const { versi } = await satu('bidang', id);
    await rujukan().akhiri(KABID, 'bidang', id, versi, { sampai: HARI_INI, alasan: ALASAN });
    const kode = async () => (await modul.get(OrmasDaftarService).pilihanKlaster()).bidang.map((b) => b.nilai);
    expect(await kode()).toContain('keamanan');
    pukul('2026-03-11T03:00:00Z');
    expect(await kode()).not.toContain('keamanan');
    const ormas = await warga('hukum');
    const [o] = await dasar.db.query<{ versi: number }[]>('SELECT versi FROM ormas WHERE id = ?', [ormas]);
    await expect(
      modul.get(OrmasService).pindahKlaster(PETUGAS, ormas, o?.versi ?? 0, {
        ...{ opd: 'dlh', bidang: 'keamanan', alasan: ALASAN },
      }),
    ).rejects.toMatchObject({ rincian: { isian: [{ bidang: 'bidang' }] } });
  });
});

/** Spans of an invented register: for each ormas what it followed, one after another. */
const RIWAYAT = fc.array(
  fc.array(
    fc.record({
      bidang: fc.constantFrom('kesehatan', 'hukum', null),
      sumber: fc.constantFrom('bidang' as const, 'petugas' as const),
      panjang: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 1, maxLength: 8 },
);
const AWAL = '2026-01-15';

it('shows exactly those whose cluster differs on any day, as a naive reading day by day finds', async () => {
  const b = idDari(bidang, 'kesehatan');
  await fc.assert(
    fc.asyncProperty(RIWAYAT, fc.integer({ min: 0, max: 120 }), async (register, geser) => {
      await dasar.db.query('DELETE FROM klaster_ormas');
      const mulai = tambahHari(AWAL, geser);
      const hari = tanggalWib(jam.sekarang());
      const semua: { id: number; bidangId: number | null; sumber: string; dari: string; sampai: string | null }[] = [];
      for (const ruas of register) {
        const id = await warga(null);
        await dasar.db.query('DELETE FROM klaster_ormas WHERE ormas_id = ?', [id]);
        let dari = AWAL;
        // The last span holds until further notice, and none begins in the future.
        for (const [i, r] of ruas.entries()) {
          const akhir = tambahHari(dari, r.panjang);
          const terakhir = i === ruas.length - 1 || akhir >= hari;
          const bidangId = r.bidang === null ? null : idDari(bidang, r.bidang);
          semua.push({ id, bidangId, sumber: r.sumber, dari, sampai: terakhir ? null : akhir });
          if (terakhir) break;
          dari = tambahHari(akhir, 1);
        }
      }
      for (const k of semua)
        await dasar.db.query(
          'INSERT INTO klaster_ormas (ormas_id, opd_id, bidang_id, berlaku_dari, berlaku_sampai, sumber) VALUES (?, ?, ?, ?, ?, ?)',
          [k.id, opd.get('bakesbangpol'), k.bidangId, k.dari, k.sampai, k.sumber],
        );
      const naif = new Set<number>();
      for (let d = AWAL; d <= tambahHari(AWAL, 200); d = tambahHari(d, 1))
        for (const k of semua) {
          const hidup = k.dari <= d && (k.sampai === null || d <= k.sampai);
          const ikut = k.sumber === 'bidang' && k.bidangId === b;
          const [lalu, baru] = [
            ikut ? 'bakesbangpol' : 'lain',
            ikut && d >= mulai ? 'dlh' : ikut ? 'bakesbangpol' : 'lain',
          ];
          if (hidup && lalu !== baru) naif.add(k.id);
        }
      const p = await baca.pratinjau(KABID, b, { opd: 'dlh', mulai }, 1);
      expect(p.pindah.jumlah).toBe(naif.size);
      expect(new Set(p.pindah.isi.map((o) => o.id))).toEqual(naif);
    }),
    { numRuns: 25 },
  );
}, 120_000);

import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { desimal } from '../../src/common/format.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { AngkaKotaService } from '../../src/modules/dasbor/angka-kota.service.js';
import { HalamanKlasterService } from '../../src/modules/dasbor/halaman-klaster.service.js';
import { hitungAngka } from '../../src/modules/laporan/laporan.angka.js';
import { angkaRingkas, kumpulkanData } from '../../src/modules/laporan/laporan.data.js';
import { type BarisRegister } from '../../src/modules/ormas/impor/register.types.js';
import { OrmasRegisterService } from '../../src/modules/ormas/ormas-register.service.js';
import { OrmasService } from '../../src/modules/ormas/ormas.service.js';
import { StatusOrmasService } from '../../src/modules/ormas/status-ormas.service.js';
import { HasilService } from '../../src/modules/penilaian/hasil.service.js';
import { InstrumenService } from '../../src/modules/penilaian/instrumen.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { SETELAN_BAWAAN } from '../../src/modules/setelan/setelan.types.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { kotaTernilai } from '../support/laporan.js';

// The same mean, n and population on every page and in the report, also after the register has moved on.

const TAHUN = 2025;
const PETUGAS: Aktor = { ...AKTOR_SISTEM, nama: 'Petugas Contoh', peran: 'petugas' };

let uji: AplikasiUji;
const ambil = <T>(kelas: new (...args: never[]) => T): T => uji.app.get(kelas, { strict: false });

beforeAll(async () => {
  uji = await aplikasiUji();
  await kotaTernilai(uji.app, uji.db, uji.url, { jumlah: 70, tahun: [TAHUN - 1, TAHUN] });
});
afterAll(() => uji.tutup());

function barisBaru(nama: string): BarisRegister {
  return {
    ...{ baris: 2, nama, bentuk: 'perkumpulan', dasarHukumNomor: null, dasarHukumLain: null, dasarHukumTanggal: null },
    ...{ aktaNomor: null, aktaTanggal: null, npwp: null, alamat: 'Jl. Contoh No. 1', rt: null, rw: null },
    ...{ kelurahan: 'Gudang', kecamatan: null, luarDomisili: false, bidangKode: 'pendidikan', bidangTeks: null },
    ...{ sumberDana: null, jumlahAnggota: null, ketua: null, sekretaris: null, bendahara: null, bendahara2: null },
    ...{ telepon: null, surel: null, terdaftarPada: '2019-05-06', nomorSkko: null, nomorReg: null, berlakuSkko: null },
    singkatan: null,
  };
}

/** Mean, n and population of the whole and by OPD (0: not decided), from each place that shows them. */
type Rangkuman = Record<string, [rata: string | null, n: number, populasi: number]>;

async function halamanTahun(hitungId: number): Promise<Rangkuman> {
  const [semua, ...klaster] = await ambil(HasilService).ringkasan(PETUGAS, hitungId);
  return Object.fromEntries(
    [['semua', semua.rerata] as const, ...klaster.map((k) => [String(k.opdId ?? 0), k.rerata] as const)].map(
      ([kunci, r]) => [kunci, [r.rata, r.n, r.populasi]],
    ),
  );
}

async function beranda(): Promise<Rangkuman> {
  const k = await ambil(AngkaKotaService).kota();
  const hasil: Rangkuman = {};
  const catat = (kunci: string, r: typeof k.iko): void => {
    if (r) hasil[kunci] = [r.rata, r.n, r.populasi];
  };
  catat('semua', k.iko);
  for (const x of k.klaster) catat(String(x.opdId ?? 0), x.iko);
  return hasil;
}

async function halamanKlaster(): Promise<Rangkuman> {
  const layanan = ambil(HalamanKlasterService);
  const { opd, kota } = await layanan.semua(PETUGAS);
  const hasil: Rangkuman = {};
  for (const o of opd) {
    const { angka } = await layanan.opd(PETUGAS, o.kode, 1);
    expect(angka.iko).toEqual(kota.klaster.find((k) => k.opdId === o.id)?.iko ?? null);
    if (angka.iko) hasil[String(o.id)] = [angka.iko.rata, angka.iko.n, angka.iko.populasi];
  }
  return hasil;
}

async function laporan(hitungId: number): Promise<Rangkuman> {
  const periode = await ambil(PeriodeService).untukTahun(TAHUN);
  const instrumen = await ambil(InstrumenService).ambil(periode.instrumenId);
  const { id, hash, isi } = instrumen;
  const data = await ambil(Transaksi).jalankan((em) =>
    kumpulkanData(em, {
      ...{
        laporanId: 1,
        nomor: '001/REKAAN',
        kode: null,
        portalUrl: '',
        sementara: false,
        disusun: '2026-01-05',
        hitungId,
      },
      ...{ kantor: SETELAN_BAWAAN, instrumen: { id, hash, isi } },
    }),
  );
  const rerata = (ormas: typeof data.ormas) => hitungAngka(ormas, isi, TAHUN).rerata;
  const opd = [...new Set(data.ormas.map((o) => o.opdId))];
  const semua = rerata(data.ormas);
  // Who was dissolved after the window stood in the register on its last day, and the report says so.
  expect(data.ormas.filter((o) => !['terdaftar', 'dibekukan'].includes(o.statusRegister))).toEqual([]);
  const ringkas = await angkaRingkas(uji.db.manager, hitungId);
  expect([ringkas.rata, ringkas.n, ringkas.ormas]).toEqual([semua.rata, semua.n, semua.populasi]);
  return Object.fromEntries([
    ['semua', [semua.rata, semua.n, semua.populasi]],
    ...opd.map((o) => {
      const r = rerata(data.ormas.filter((x) => x.opdId === o));
      return [String(o ?? 0), [r.rata, r.n, r.populasi]];
    }),
  ]) as Rangkuman;
}

it('home, cluster pages, the page of the year and the report agree after an import, a cluster move and a dissolution', async () => {
  const { hitungId } = await ambil(PeriodeService).untukTahun(TAHUN);
  const sebelum = await halamanTahun(hitungId ?? 0);
  expect(sebelum.semua?.[1]).toBeGreaterThan(5);

  const asal = { berkas: 'susulan.csv', tataLetak: 'portal', hitungan: { baris: 3, ganda: 0, ditolak: 0 } };
  const baru = ['Satu', 'Dua', 'Tiga'].map((n) => barisBaru(`Perkumpulan Susulan Rekaan ${n}`));
  await ambil(Transaksi).jalankan((em) => ambil(OrmasRegisterService).daftarkanBanyak(em, AKTOR_SISTEM, baru, asal));
  const [pindah, bubar] = await uji.db.query<{ id: number; opdId: number; versi: number }[]>(
    `SELECT o.id, o.opd_id AS opdId, o.versi FROM hasil_iko h JOIN ormas o ON o.id = h.ormas_id
     WHERE h.hitung_id = ? AND h.sementara = 0 AND o.opd_id IS NOT NULL ORDER BY o.id LIMIT 2`,
    [hitungId],
  );
  const [tujuan] = await uji.db.query<{ kode: string }[]>('SELECT kode FROM opd WHERE id <> ? ORDER BY id LIMIT 1', [
    pindah?.opdId,
  ]);
  await ambil(OrmasService).pindahKlaster(PETUGAS, pindah?.id ?? 0, pindah?.versi ?? 0, {
    ...{ opd: tujuan?.kode ?? '', bidang: '', alasan: 'Hasil rapat rekaan.' },
  });
  await ambil(StatusOrmasService).ubahStatus(PETUGAS, bubar?.id ?? 0, bubar?.versi ?? 0, {
    ...{ status: 'bubar', berlaku: '2026-02-03', alasan: 'Akta pembubaran rekaan.' },
  });

  const tahun = await halamanTahun(hitungId ?? 0);
  expect(tahun).toEqual(sebelum);
  expect(await beranda()).toEqual(tahun);
  const { semua: _semua, 0: _belum, ...perOpd } = tahun;
  expect(await halamanKlaster()).toEqual(perOpd);
  expect(await laporan(hitungId ?? 0)).toEqual(tahun);

  // The counts of today have moved on.
  const [ada] = await uji.db.query<{ n: string }[]>(
    "SELECT COUNT(*) AS n FROM ormas WHERE status IN ('terdaftar', 'dibekukan')",
  );
  const kota = await ambil(AngkaKotaService).kota();
  expect(kota.jumlah).toBe(Number(ada?.n));
  expect(kota.jumlah).not.toBe(kota.iko?.populasi);

  // And the pages say it in one way.
  const kabid = await uji.masukSebagai('kabid');
  const rata = desimal(tahun.semua?.[0] ?? '');
  for (const alamat of ['/', `/penilaian/${TAHUN}`])
    expect((await kabid.buka(alamat).expect(200)).text).toContain(rata);
  const perKlaster = Object.values(perOpd).flatMap(([r]) => (r === null ? [] : [desimal(r)]));
  const { text } = await kabid.buka('/klaster').expect(200);
  for (const r of perKlaster) expect(text).toContain(r);
  expect(text).toContain(`Rata-rata IKO ${TAHUN}`);
});

test('the closed year speaks for the city until the next one is closed too', async () => {
  const { tahun } = (await ambil(HasilService).terakhir()) ?? {};
  expect(tahun).toBe(TAHUN);
  await uji.db.query("UPDATE periode SET status = 'ditutup' WHERE tahun = ?", [TAHUN - 1]);
  expect((await ambil(HasilService).terakhir())?.tahun).toBe(TAHUN - 1);
  await uji.db.query("UPDATE periode SET status = 'ditutup' WHERE tahun = ?", [TAHUN]);
  expect((await ambil(HasilService).terakhir())?.tahun).toBe(TAHUN);
});

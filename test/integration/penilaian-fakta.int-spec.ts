import { type INestApplicationContext } from '@nestjs/common';
import { awalHariWib, selisihHari, tanggalWib } from '../../src/common/tanggal.js';
import { FAKTA_KOSONG, type FaktaOrmas, periksaFakta } from '../../src/iko/fakta.js';
import { kumpulkanMasukan, type MasukanBeku } from '../../src/modules/penilaian/penilaian.masukan.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { isiTahun, konteksPenilaian } from '../support/penilaian.js';

const PERIODE = { id: 1, tahun: 2025, mulai: '2024-12-01', akhir: '2025-11-30' };
const KINI = '2025-12-02 03:00:00.000';

describe('the facts behind the computed indicators', () => {
  let dasar: BasisDataUji;
  let app: INestApplicationContext;
  let acak: number[];

  beforeAll(async () => {
    dasar = await basisDataUji();
    app = await konteksPenilaian(dasar.config);
    acak = await isiTahun(app, dasar.url, { jumlah: 300, tahun: PERIODE.tahun, benih: 20251130 });
  });
  afterAll(async () => {
    await app?.close();
    await dasar?.hapus();
  });

  const masukan = (ids: number[], hari = '2026-01-15'): Promise<MasukanBeku[]> =>
    kumpulkanMasukan(dasar.db.manager, PERIODE, ids, hari);
  const fakta = async (id: number): Promise<FaktaOrmas> => (await masukan([id]))[0]?.fakta ?? FAKTA_KOSONG;
  const baru = async (): Promise<number> => (await buatOrmas(dasar.db)).id;
  const sisip = (tabel: string, isi: Record<string, unknown>): Promise<unknown> =>
    dasar.db.query(
      `INSERT INTO ${tabel} (${Object.keys(isi).join(',')}) VALUES (${Object.keys(isi)
        .map(() => '?')
        .join(',')})`,
      Object.values(isi),
    );
  const kegiatan = (ormasId: number, lain: Record<string, unknown> = {}): Promise<unknown> =>
    sisip('kegiatan', {
      ormas_id: ormasId,
      judul: 'Kegiatan contoh',
      uraian: 'Contoh.',
      tanggal_mulai: lain.tanggal_selesai ?? '2025-06-15',
      tanggal_selesai: '2025-06-15',
      tempat: 'Aula contoh',
      status: 'terverifikasi',
      diajukan_pertama_pada: '2025-06-20 03:00:00.000',
      dibuat_pada: KINI,
      diubah_pada: KINI,
      ...lain,
    });

  it.each([
    ['2024-11-30', 0],
    ['2024-12-01', 1],
    ['2025-11-30', 1],
    ['2025-12-01', 0],
  ])('counts an activity that ends on %s as %d', async (tanggal_selesai, jumlah) => {
    const id = await baru();
    await kegiatan(id, { tanggal_selesai });
    expect((await fakta(id)).kegiatan).toBe(jumlah);
  });

  it('counts verified reports only', async () => {
    const id = await baru();
    for (const status of ['draf', 'diajukan', 'dikembalikan', 'ditolak', 'dibatalkan']) await kegiatan(id, { status });
    expect((await fakta(id)).kegiatan).toBe(0);
  });

  it.each([
    // Ended on 31 October: the thirtieth day after it is 30 November, which ends at 17.00 UTC.
    ['2025-10-31', '2025-11-30T16:59:59.999Z', true],
    ['2025-10-31', '2025-11-30T17:00:00.000Z', false],
    // The year’s last minutes in Jakarta are the afternoon before in UTC.
    ['2025-11-01', '2025-12-01T16:59:00.000Z', true],
    ['2025-11-01', '2025-12-01T17:01:00.000Z', false],
    ['2025-06-15', null, false],
    ['2025-06-15', '2025-06-14T01:00:00.000Z', true],
  ])('a report on an activity of %s first sent at %s is on time: %s', async (tanggal_selesai, saat, tepat) => {
    const id = await baru();
    await kegiatan(id, { tanggal_selesai, diajukan_pertama_pada: saat === null ? null : new Date(saat) });
    expect((await fakta(id)).laporanTepatWaktu).toBe(tepat ? 1 : 0);
  });

  it.each([
    ['2025-11-30T16:59:59.999Z', true],
    ['2025-11-30T17:00:00.000Z', false],
  ])('an annual report sent at %s is on time: %s (23.59 and 00.00 WIB)', async (saat, tepat) => {
    const id = await baru();
    await sisip('laporan_ormas', {
      ormas_id: id,
      tahun: 2025,
      jenis: 'tahunan',
      ringkasan: 'Contoh.',
      diajukan_pada: new Date(saat),
    });
    expect((await fakta(id)).laporanTahunanTepatWaktu).toBe(tepat);
  });

  it.each([
    [{ tanggal: null, berlaku_sampai: null }, true],
    [{ tanggal: '2025-11-30', berlaku_sampai: '2025-11-30' }, true],
    [{ tanggal: '2025-12-01', berlaku_sampai: null }, false],
    [{ tanggal: '2020-01-01', berlaku_sampai: '2025-11-29' }, false],
    [{ tanggal: null, berlaku_sampai: null, status: 'belum-diperiksa' }, false],
    [{ tanggal: null, berlaku_sampai: null, status: 'tidak-sah' }, false],
  ])('a document with %j is valid on the last day: %s', async (isi, sah) => {
    const id = await baru();
    await sisip('ormas_dokumen', { ormas_id: id, jenis: 'sk-pengurus', status: 'sah', ...isi });
    expect((await fakta(id)).skPengurusSah).toBe(sah);
  });

  it.each([
    ['2024-11-30', false],
    ['2024-12-01', true],
    ['2025-11-30', true],
    ['2025-12-01', false],
  ])('a profile confirmed on %s is up to date: %s', async (tanggal, mutakhir) => {
    const id = await baru();
    await sisip('ormas_konfirmasi', { ormas_id: id, tanggal });
    expect((await fakta(id)).profilMutakhir).toBe(mutakhir);
  });

  it.each([
    [{ jenis: 'peringatan', tanggal: '2025-11-30', sampai: null }, true],
    [{ jenis: 'penghentian', tanggal: '2025-01-01', sampai: '2025-11-30' }, true],
    [{ jenis: 'penghentian', tanggal: '2025-01-01', sampai: '2025-11-29' }, false],
    [{ jenis: 'peringatan', tanggal: '2025-12-01', sampai: null }, false],
    [{ jenis: 'pembinaan', tanggal: '2025-06-01', sampai: null }, false],
    [{ jenis: 'peringatan', tanggal: '2025-06-01', batal_pada: '2025-06-02 00:00:00', batal_alasan: 'Keliru' }, false],
  ])('%j is a sanction in force on the last day: %s', async (isi, aktif) => {
    const id = await baru();
    await sisip('pembinaan', { ormas_id: id, dasar: 'Contoh', keterangan: 'Contoh', ...isi });
    expect((await fakta(id)).sanksiAktif).toBe(aktif);
  });

  it.each([
    [{ jatuh_tempo: '2024-11-30', selesai_pada: '2024-11-30' }, [0, 0, 0]],
    [{ jatuh_tempo: '2024-12-01', selesai_pada: '2024-12-01' }, [1, 1, 1]],
    [{ jatuh_tempo: '2025-11-30', selesai_pada: '2025-12-01' }, [1, 0, 0]],
    [{ jatuh_tempo: '2025-06-01', selesai_pada: '2025-06-02' }, [1, 1, 0]],
    [{ jatuh_tempo: '2025-06-01', selesai_pada: null }, [1, 0, 0]],
    [{ jatuh_tempo: '2025-12-01', selesai_pada: '2025-06-01' }, [0, 0, 0]],
    [
      { jatuh_tempo: '2025-06-01', selesai_pada: null, batal_pada: '2025-06-02 00:00:00', batal_alasan: 'Keliru' },
      [0, 0, 0],
    ],
  ])('a recommendation with %j counts as due, done, on time: %j', async (isi, harapan) => {
    const id = await baru();
    await sisip('rekomendasi', { ormas_id: id, isi: 'Contoh', sumber: 'Contoh', dibuat_pada: KINI, ...isi });
    const f = await fakta(id);
    expect([f.rekomendasiJatuhTempo, f.rekomendasiSelesai, f.rekomendasiTepatWaktu]).toEqual(harapan);
  });

  it.each([
    ['2025-06-09', [0, 0, 0], '2025-06-09'],
    ['2025-06-10', [1, 0, 0], '2025-06-10'],
    ['2025-08-01', [2, 1, 1], '2025-08-01'],
    ['2025-11-30', [3, 1, 1], '2025-11-30'],
    ['2026-02-01', [3, 1, 1], '2025-11-30'],
  ])('computed on %s counts only what is due by then: %j, and freezes the day', async (hari, harapan, sampai) => {
    const id = await baru();
    for (const isi of [
      { jatuh_tempo: '2025-06-10', selesai_pada: null },
      { jatuh_tempo: '2025-08-01', selesai_pada: '2025-06-05' },
      { jatuh_tempo: '2025-11-30', selesai_pada: null },
    ])
      await sisip('rekomendasi', { ormas_id: id, isi: 'Contoh', sumber: 'Contoh', dibuat_pada: KINI, ...isi });
    const [m] = await masukan([id], hari);
    const f = m?.fakta ?? FAKTA_KOSONG;
    expect([f.rekomendasiJatuhTempo, f.rekomendasiSelesai, f.rekomendasiTepatWaktu]).toEqual(harapan);
    expect(m?.sampaiHari).toBe(sampai);
  });

  it.each([
    [{}, [0, 0, 0]],
    [{ peserta_laki: 0, peserta_perempuan: 12 }, [1, 0, 12]],
    [{ peserta_laki: 5 }, [1, 0, 5]],
    [{ peserta_laki: 5, peserta_perempuan: 6, peserta_lansia: 0 }, [1, 1, 11]],
    [{ peserta_perempuan: 6, peserta_difabel: 1 }, [1, 0, 6]],
    [{ peserta_anak: 9 }, [0, 0, 0]],
  ])('participants %j are recorded, split, and so many: %j', async (isi, harapan) => {
    const id = await baru();
    await kegiatan(id, isi);
    const f = await fakta(id);
    expect([f.kegiatanTercatat, f.kegiatanTerpilah, f.peserta]).toEqual(harapan);
  });

  it('counts a joint activity only when the OPD of the own cluster has confirmed it', async () => {
    const [a, b] = await dasar.db.query<{ id: number }[]>('SELECT id FROM opd ORDER BY id LIMIT 2');
    const id = (await buatOrmas(dasar.db, { opdId: a?.id })).id;
    await kegiatan(id, { bersama_opd_id: a?.id, opd_konfirmasi_pada: KINI });
    await kegiatan(id, { bersama_opd_id: a?.id });
    await kegiatan(id, { bersama_opd_id: b?.id, opd_konfirmasi_pada: KINI });
    expect((await fakta(id)).kegiatanBersamaOpd).toBe(1);
  });

  it('follows a change of cluster by its date, and takes the first known cluster before that', async () => {
    const [a, b] = await dasar.db.query<{ id: number }[]>('SELECT id FROM opd ORDER BY id LIMIT 2');
    const id = (await buatOrmas(dasar.db, { opdId: b?.id })).id;
    const klaster = (opd_id: unknown, berlaku_dari: string) =>
      sisip('klaster_ormas', { ormas_id: id, opd_id, berlaku_dari, sumber: 'petugas' });
    await klaster(b?.id, '2025-12-01');
    expect((await masukan([id]))[0]?.opdId).toBe(b?.id);
    await klaster(a?.id, '2025-01-01');
    expect((await masukan([id]))[0]?.opdId).toBe(a?.id);
  });

  it('equals a slow recomputation in another language on random registers, and never contradicts itself', async () => {
    const semua = await masukan(acak);
    expect(semua.map((m) => Number(m.id))).toEqual(acak);
    const lambat = await bacaLambat(dasar);
    for (const m of semua) {
      expect({ id: m.id, ...m.fakta }).toEqual({ id: m.id, ...lambat(Number(m.id)) });
      expect(periksaFakta(m.fakta)).toEqual([]);
      for (const [nama, ids] of Object.entries(m.rujukan)) {
        const nilai = m.fakta[nama as keyof FaktaOrmas];
        expect(nilai).toBe(typeof nilai === 'number' ? ids.length : true);
      }
    }
    expect(semua.some((m) => m.fakta.kegiatanBersamaOpd > 0)).toBe(true);
    expect(semua.some((m) => m.fakta.kegiatanSebidang < m.fakta.kegiatan)).toBe(true);
  });

  it('does not depend on how the ormas are cut into chunks', async () => {
    const utuh = await masukan(acak);
    const potong = (
      await Promise.all([acak.slice(0, 7), acak.slice(7, 150), acak.slice(150)].map((i) => masukan(i)))
    ).flat();
    expect(potong).toEqual(utuh);
  });
});

interface Milik {
  ormas_id: number;
}
interface Kegiatan extends Milik {
  status: string;
  tanggal_selesai: string;
  program_kerja_id: number | null;
  bidang_id: number | null;
  bersama_opd_id: number | null;
  opd_konfirmasi_pada: Date | null;
  diajukan_pertama_pada: Date | null;
  peserta_laki: number | null;
  peserta_perempuan: number | null;
  peserta_anak: number | null;
  peserta_pemuda: number | null;
  peserta_lansia: number | null;
  peserta_difabel: number | null;
}

/** The facts by the book, one ormas after the other, from whole tables. */
async function bacaLambat({ db }: BasisDataUji): Promise<(id: number) => FaktaOrmas> {
  const tabel = <T>(nama: string): Promise<T[]> => db.query<T[]>(`SELECT * FROM ${nama}`);
  const ormas = await tabel<{ id: number; terdaftar_pada: string | null; opd_id: number | null }>('ormas');
  const klaster = await tabel<Milik & { opd_id: number | null; berlaku_dari: string }>('klaster_ormas');
  const program = await tabel<Milik & { id: number; tahun: number; target_penerima: number | null }>('program_kerja');
  const kegiatan = await tabel<Kegiatan>('kegiatan');
  const laporan = await tabel<Milik & { tahun: number; diajukan_pada: Date }>('laporan_ormas');
  const rekomendasi = (
    await tabel<Milik & { jatuh_tempo: string; selesai_pada: string | null; batal_pada: Date | null }>('rekomendasi')
  ).filter((r) => r.batal_pada === null);
  const dokumen = await tabel<
    Milik & { jenis: string; status: string; tanggal: string | null; berlaku_sampai: string | null }
  >('ormas_dokumen');
  const konfirmasi = await tabel<Milik & { tanggal: string }>('ormas_konfirmasi');
  const pembinaan = (
    await tabel<Milik & { jenis: string; tanggal: string; sampai: string | null; batal_pada: Date | null }>('pembinaan')
  ).filter((p) => p.batal_pada === null);
  const peta = await tabel<{ bidang_id: number; opd_id: number }>('bidang_opd');
  const { mulai, akhir, tahun } = PERIODE;
  const dalam = (hari: string): boolean => mulai <= hari && hari <= akhir;
  return (id) => {
    const milik = <T extends Milik>(baris: T[]): T[] => baris.filter((b) => b.ormas_id === id);
    const o = ormas.find((x) => x.id === id);
    const riwayat = milik(klaster).sort((a, b) => (a.berlaku_dari < b.berlaku_dari ? -1 : 1));
    const opd = (riwayat.filter((k) => k.berlaku_dari <= akhir).pop() ?? riwayat[0] ?? o)?.opd_id ?? null;
    const giat = milik(kegiatan).filter((k) => k.status === 'terverifikasi' && dalam(k.tanggal_selesai));
    const rencana = milik(program).filter((p) => p.tahun === tahun);
    const target = rencana.map((p) => p.target_penerima).filter((t) => t !== null);
    const tempo = milik(rekomendasi).filter((r) => dalam(r.jatuh_tempo));
    const sah = (jenis: string): boolean =>
      milik(dokumen).some(
        (d) =>
          d.jenis === jenis &&
          d.status === 'sah' &&
          (d.tanggal ?? akhir) <= akhir &&
          (d.berlaku_sampai ?? akhir) >= akhir,
      );
    const tepat = (k: Kegiatan): boolean =>
      k.diajukan_pertama_pada !== null && selisihHari(k.tanggal_selesai, tanggalWib(k.diajukan_pertama_pada)) <= 30;
    const tercatat = (k: Kegiatan): boolean => k.peserta_laki !== null || k.peserta_perempuan !== null;
    const terpilah = (k: Kegiatan): boolean =>
      k.peserta_laki !== null &&
      k.peserta_perempuan !== null &&
      [k.peserta_anak, k.peserta_pemuda, k.peserta_lansia, k.peserta_difabel].some((n) => n !== null);
    const sebidang = (k: Kegiatan): boolean =>
      opd !== null && peta.some((b) => b.bidang_id === k.bidang_id && b.opd_id === opd);
    return {
      ...FAKTA_KOSONG,
      terdaftarSejak: o?.terdaftar_pada ?? null,
      butirRencana: rencana.length,
      butirTerlaksana: rencana.filter((p) => giat.some((k) => k.program_kerja_id === p.id)).length,
      kegiatan: giat.length,
      laporanTepatWaktu: giat.filter(tepat).length,
      laporanTahunanTepatWaktu: milik(laporan).some(
        (l) => l.tahun === tahun && l.diajukan_pada.getTime() < awalHariWib('2025-12-01').getTime(),
      ),
      kegiatanTercatat: giat.filter(tercatat).length,
      kegiatanTerpilah: giat.filter(terpilah).length,
      peserta: giat.reduce((n, k) => n + (k.peserta_laki ?? 0) + (k.peserta_perempuan ?? 0), 0),
      targetPeserta: target.length === 0 ? null : target.reduce((n, t) => n + t, 0),
      kegiatanSebidang: giat.filter(sebidang).length,
      kegiatanBersamaOpd: giat.filter((k) => opd !== null && k.bersama_opd_id === opd && k.opd_konfirmasi_pada).length,
      rekomendasiJatuhTempo: tempo.length,
      rekomendasiSelesai: tempo.filter((r) => r.selesai_pada !== null && r.selesai_pada <= akhir).length,
      rekomendasiTepatWaktu: tempo.filter((r) => r.selesai_pada !== null && r.selesai_pada <= r.jatuh_tempo).length,
      adArtSah: sah('ad-art'),
      skPengurusSah: sah('sk-pengurus'),
      programKerjaSah: sah('program-kerja'),
      sopKeuanganSah: sah('sop-keuangan'),
      dasarHukumSah: sah('dasar-hukum'),
      domisiliSah: sah('domisili'),
      npwpSah: sah('npwp'),
      profilMutakhir: milik(konfirmasi).some((k) => dalam(k.tanggal)),
      sanksiAktif: milik(pembinaan).some(
        (p) => p.jenis !== 'pembinaan' && p.tanggal <= akhir && (p.sampai ?? akhir) >= akhir,
      ),
    };
  };
}

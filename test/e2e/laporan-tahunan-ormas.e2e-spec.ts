import { Clock } from '../../src/common/clock.js';
import { tanggalWib } from '../../src/common/tanggal.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { kumpulkanMasukan } from '../../src/modules/penilaian/penilaian.masukan.js';
import { MuatKegiatanService } from '../../src/modules/kegiatan/muat-kegiatan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';

const RINGKASAN = 'Sepanjang tahun kami mengadakan delapan kegiatan contoh.';

let uji: AplikasiUji;
/** Where the application's clock stands. */
let kini = new Date('2026-06-01T03:00:00Z');
const ambil = <T>(kelas: new (...a: never[]) => T): T => uji.app.get<T>(kelas, { strict: false });

beforeAll(async () => {
  uji = await aplikasiUji();
  Object.assign(ambil(Clock), { sekarang: () => kini });
  await ambil(Transaksi).jalankan((em) => ambil(PeriodeService).pastikanPeriode(em, 2026));
});
afterAll(() => uji.tutup());

/** The secretary of a new ormas, at an instant, and what the score of 2026 knows of its yearly report. */
async function sekretarisPada(saat: string) {
  kini = new Date(saat);
  const ormas = await buatOrmas(uji.db);
  const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
  const halaman = `/ormas/${ormas.id}/rencana`;
  const periode = await ambil(PeriodeService).untukTahun(2026);
  return {
    ormas,
    buka: async () => (await sekretaris.buka(halaman)).text,
    beranda: async () => (await sekretaris.buka('/')).text,
    kirim: (tahunLaporan: string) =>
      sekretaris.kirim(halaman, `${halaman}/laporan`, { tahunLaporan, ringkasan: RINGKASAN }),
    tambahProgram: (tahun: string) =>
      sekretaris.kirim(halaman, `${halaman}/program`, { tahun, nama: 'Program contoh' }),
    tepatWaktu: async () => {
      const [masukan] = await kumpulkanMasukan(uji.db.manager, periode, [ormas.id], tanggalWib(kini));
      return masukan?.fakta.laporanTahunanTepatWaktu;
    },
  };
}

describe('the yearly report, sent by the form and read by the score (EFS2)', () => {
  it.each(['2026-10-01T00:01:00+07:00', '2026-11-30T23:59:00+07:00'])('is on time at %s', async (saat) => {
    const s = await sekretarisPada(saat);
    expect(await s.beranda()).toContain('Kirim laporan tahunan 2026');
    const halaman = await s.buka();
    expect(halaman).toContain('<option value="2026" selected>2026, paling lambat 30 November 2026</option>');
    expect((await s.kirim('2026')).status).toBe(303);
    expect(await s.tepatWaktu()).toBe(true);
    expect(await s.buka()).not.toMatch(/dikirim [^<]*, terlambat/);
  });

  it('is late one minute into the next window, is still taken, and is said to be late', async () => {
    const s = await sekretarisPada('2026-12-01T00:01:00+07:00');
    const halaman = await s.buka();
    expect(halaman).toContain('Laporan tahunan 2026 belum dikirim dan batasnya, 30 November 2026, sudah lewat.');
    expect(halaman).toContain('<option value="2026" selected>2026, terlambat: batasnya 30 November 2026</option>');
    expect((await s.kirim('2026')).status).toBe(303);
    expect(await s.tepatWaktu()).toBe(false);
    const sesudah = await s.buka();
    expect(sesudah).toMatch(/Laporan tahun 2026, dikirim 1 Desember 2026, terlambat/);
    expect(sesudah).toContain('Laporan tahunan 2027 dapat dikirim mulai 1 Oktober 2027');
  });

  it('is not taken a minute before it is asked for, by the form or by the loader', async () => {
    const s = await sekretarisPada('2026-09-30T23:59:00+07:00');
    expect(await s.beranda()).not.toContain('Kirim laporan tahunan 2026');
    const jawaban = await s.kirim('2026');
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain('dapat dikirim mulai 1 Oktober 2026, paling lambat 30 November 2026.');
    const muatan = { ormasId: s.ormas.id, tahun: 2026, ringkasan: RINGKASAN, diajukanPada: kini };
    await expect(
      ambil(Transaksi).jalankan((em) => ambil(MuatKegiatanService).muatLaporan(em, AKTOR_SISTEM, [muatan])),
    ).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    expect(await s.tepatWaktu()).toBe(false);
  });

  it('follows the window that its year was made with', async () => {
    await uji.db.query("UPDATE periode SET mulai = '2026-01-01', akhir = '2026-12-31' WHERE tahun = 2026");
    try {
      const s = await sekretarisPada('2026-12-31T23:59:00+07:00');
      expect((await s.kirim('2026')).status).toBe(303);
      expect(await s.tepatWaktu()).toBe(true);
    } finally {
      await uji.db.query("UPDATE periode SET mulai = '2025-12-01', akhir = '2026-11-30' WHERE tahun = 2026");
    }
  });
});

describe('the work plan', () => {
  it('is for the year of assessment that runs, in December already the next one', async () => {
    const s = await sekretarisPada('2026-12-01T00:01:00+07:00');
    expect(await s.buka()).toMatch(/<option value="2027" selected>2027 \(1 Desember 2026/);
    expect((await s.tambahProgram('2028')).status).toBe(303);
    expect((await s.tambahProgram('2025')).status).toBe(422);
  });
});

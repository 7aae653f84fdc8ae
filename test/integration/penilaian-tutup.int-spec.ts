import { type INestApplicationContext } from '@nestjs/common';
import { type Aktor } from '../../src/common/aktor.js';
import { Clock } from '../../src/common/clock.js';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { AuditService } from '../../src/modules/audit/audit.service.js';
import { HitungService } from '../../src/modules/penilaian/hitung.service.js';
import { PenutupanService } from '../../src/modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { usangSejak } from '../../src/modules/penilaian/perubahan-nilai.js';
import { PenyelesaianService } from '../../src/modules/penilaian/penyelesaian.service.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { isiTahun, kerjakanSemua, konteksPenilaian, potonganHitung } from '../support/penilaian.js';

const TAHUN = 2025;
const KABID: Aktor = { id: null, nama: 'Uji kabid', peran: 'kabid', opdId: null, ormasId: null };

let uji: BasisDataUji;
let app: INestApplicationContext;

beforeEach(async () => {
  uji = await basisDataUji();
  app = await konteksPenilaian(uji.config);
  await isiTahun(app, uji.url, { jumlah: 60, tahun: TAHUN, benih: 7 });
});
afterEach(async () => {
  await app.close();
  await uji.hapus();
});

const periode = () => app.get(PeriodeService).untukTahun(TAHUN);
const tutup = async () => app.get(PenutupanService).tutup(KABID, TAHUN, (await periode()).versi);
const mulai = () => app.get(HitungService).mulaiHitung(KABID, TAHUN);
const hitungSampaiSelesai = async (): Promise<void> => kerjakanSemua(app, uji.db, (await mulai()).hitungId);

describe('closing a period and a run of its scores', () => {
  it('the run first: the period is closed only once the run is over, and keeps its results', async () => {
    const { hitungId } = await mulai();
    await expect(tutup()).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
      message: expect.stringMatching(/^Perhitungan IKO 2025 belum selesai/),
    });
    await uji.db.query("UPDATE hitung SET status = 'berjalan' WHERE id = ?", [hitungId]);
    await expect(tutup()).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    await kerjakanSemua(app, uji.db, hitungId);
    await tutup();
    expect(await periode()).toMatchObject({ status: 'ditutup', hitungId });
  });

  it('asks for a year that was computed', async () => {
    await expect(tutup()).rejects.toMatchObject({ message: expect.stringMatching(/belum pernah dihitung/) });
    expect((await periode()).status).toBe('berjalan');
  });

  it('asks for a window that is over, on the calendar of Jakarta', async () => {
    await hitungSampaiSelesai();
    const hari = tanggalWib(app.get(Clock).sekarang());
    await uji.db.query('UPDATE periode SET akhir = ? WHERE tahun = ?', [hari, TAHUN]);
    await expect(tutup()).rejects.toMatchObject({ message: expect.stringMatching(/berlangsung sampai/) });
    expect(await app.get(PenutupanService).halangan(TAHUN)).toMatch(/berlangsung sampai/);
    await uji.db.query('UPDATE periode SET akhir = ? WHERE tahun = ?', [tambahHari(hari, -1), TAHUN]);
    await tutup();
  });

  it('asks for results that nothing has changed since', async () => {
    await hitungSampaiSelesai();
    await app
      .get(Transaksi)
      .jalankan((em) =>
        app
          .get(AuditService)
          .catat(em, KABID, { aksi: 'kegiatan.verifikasi', objek: 'kegiatan', objekId: 1, ringkasan: 'Uji' }),
      );
    await expect(tutup()).rejects.toMatchObject({ message: expect.stringMatching(/Hitung ulang IKO dahulu/) });
    await hitungSampaiSelesai();
    await tutup();
    await expect(mulai()).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    await expect(tutup()).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
  });

  it('asks for a newer run when an act was written down before it and committed after it', async () => {
    await app.get(Transaksi).jalankan(async (em) => {
      await app
        .get(AuditService)
        .catat(em, KABID, { aksi: 'kegiatan.verifikasi', objek: 'kegiatan', objekId: 1, ringkasan: 'Uji' });
      await hitungSampaiSelesai();
    });
    await expect(tutup()).rejects.toMatchObject({ message: expect.stringMatching(/Hitung ulang IKO dahulu/) });
    await hitungSampaiSelesai();
    await tutup();
  });

  it('asks for a newer run when a recommendation has fallen due since', async () => {
    const { hitungId } = await mulai();
    await kerjakanSemua(app, uji.db, hitungId);
    const hari = tanggalWib(app.get(Clock).sekarang());
    const [mula, akhir] = [tambahHari(hari, -60), tambahHari(hari, -1)];
    await uji.db.query('UPDATE periode SET mulai = ?, akhir = ? WHERE tahun = ?', [mula, akhir, TAHUN]);
    await uji.db.query('UPDATE hitung SET dibuat_pada = ? WHERE id = ?', [
      `${tambahHari(hari, -20)} 03:00:00`,
      hitungId,
    ]);
    await uji.db.query('UPDATE rekomendasi SET jatuh_tempo = ? ORDER BY id LIMIT 1', [tambahHari(hari, -10)]);
    await expect(tutup()).rejects.toMatchObject({ message: expect.stringMatching(/Hitung ulang IKO dahulu/) });
    await hitungSampaiSelesai();
    await tutup();
  });

  it('brings scores from before the end of the window into the register, once, and opening again leaves them', async () => {
    const hari = tanggalWib(app.get(Clock).sekarang());
    const terdaftar = async () =>
      (await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM ormas WHERE iko_tahun = ?', [TAHUN]))[0]?.n;
    const register = () => uji.db.query('SELECT id, iko_tahun, iko_skor, iko_sementara FROM ormas ORDER BY id');
    await uji.db.query('UPDATE periode SET akhir = ? WHERE tahun = ?', [hari, TAHUN]);
    await hitungSampaiSelesai();
    expect(Number(await terdaftar())).toBe(0);
    await uji.db.query('UPDATE periode SET akhir = ? WHERE tahun = ?', [tambahHari(hari, -1), TAHUN]);
    await tutup();
    const [{ n } = { n: '' }] = await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM hasil_iko');
    expect(Number(await terdaftar())).toBe(Number(n));
    const sekali = await register();
    await app.get(PenutupanService).bukaKembali(KABID, TAHUN, (await periode()).versi, 'Uji coba');
    expect(await register()).toEqual(sekali);
    await tutup();
    expect(await register()).toEqual(sekali);
  });

  it('finds out whether anything changed without walking the scores in the trail', async () => {
    await hitungSampaiSelesai();
    await uji.db.query(
      `INSERT INTO audit (waktu, aktor_nama, aktor_peran, aksi, objek, objek_id, ringkasan)
       SELECT a.waktu, a.aktor_nama, a.aktor_peran, a.aksi, a.objek, a.objek_id, a.ringkasan
       FROM audit a JOIN audit b JOIN audit c WHERE a.aksi = 'nilai.hitung' AND b.aksi = 'nilai.hitung' LIMIT 10000`,
    );
    await uji.db.query('ANALYZE TABLE audit');
    const satu = uji.db.createQueryRunner();
    const dibaca = async (): Promise<number> =>
      ((await satu.query("SHOW SESSION STATUS LIKE 'Handler_read%'")) as { Value: string }[]).reduce(
        (jumlah, b) => jumlah + Number(b.Value),
        0,
      );
    try {
      const sebelum = await dibaca();
      const { hitungId } = await periode();
      expect(await usangSejak(satu.manager, hitungId ?? 0, tanggalWib(app.get(Clock).sekarang()))).toBeNull();
      expect((await dibaca()) - sebelum).toBeLessThan(1000);
    } finally {
      await satu.release();
    }
  });

  it('shows the kabid alone what would stay undone', async () => {
    await hitungSampaiSelesai();
    const { halangan, sisa } = await app.get(PenutupanService).tinjau(KABID, TAHUN);
    expect(halangan).toBeNull();
    const [{ n } = { n: '' }] = await uji.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM hasil_iko WHERE status = 'dinilai' AND sementara = 1",
    );
    expect([sisa.sementara, sisa.laporan.contoh.length]).toEqual([Number(n), Math.min(10, sisa.laporan.jumlah)]);
    await expect(app.get(PenutupanService).tinjau({ ...KABID, peran: 'petugas' }, TAHUN)).rejects.toMatchObject({
      kode: 'tidak-berwenang',
    });
  });

  it('a run that has failed does not keep a period open, and is not taken up again behind it', async () => {
    await hitungSampaiSelesai();
    const { hitungId } = await mulai();
    const [potongan] = await potonganHitung(uji.db, hitungId);
    await app.get(PenyelesaianService).menyerah(potongan?.id ?? 0, 'Uji');
    await tutup();
    await expect(app.get(HitungService).ulangi(KABID, hitungId)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
  });

  it('both at the same moment: one of them, whichever comes first, and never a run in a closed period', async () => {
    await hitungSampaiSelesai();
    const { versi } = await periode();
    const [t, m] = await Promise.allSettled([app.get(PenutupanService).tutup(KABID, TAHUN, versi), mulai()]);
    expect([t.status, m.status].sort()).toEqual(['fulfilled', 'rejected']);
    const [{ n } = { n: '' }] = await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM hitung');
    expect((await periode()).status === 'ditutup').toBe(Number(n) === 1);
  });
});

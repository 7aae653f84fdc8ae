import { PDFDocument } from '@cantoo/pdf-lib';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock } from '../../src/common/clock.js';
import { buatLaporan } from '../../src/cli/laporan.js';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { tanggal } from '../../src/common/format.js';
import { tanggalWib } from '../../src/common/tanggal.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { Gudang } from '../../src/infra/storage/gudang.js';
import { dokumenBagian, dokumenDepan } from '../../src/modules/laporan/dokumen/susun.js';
import { nomorBerikut } from '../../src/modules/laporan/laporan.nomor.js';
import { LaporanService, type LaporanRincian } from '../../src/modules/laporan/laporan.service.js';
import { type DataLaporan } from '../../src/modules/laporan/laporan.types.js';
import { PenutupanService } from '../../src/modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { WorkerModule } from '../../src/worker.module.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { bacaPenanda, kotaTernilai, tutupPeriode } from '../support/laporan.js';
import { isiSetelan } from '../support/setelan.js';

const [LAMA, TAHUN] = [2024, 2025];
const kabid: Aktor = { id: null, nama: 'Uji kabid', peran: 'kabid', opdId: null, ormasId: null };

describe('reports of years that are closed or not, with the real worker, queue and Chromium', () => {
  let dasar: BasisDataUji;
  let app: INestApplicationContext;
  let sementara: LaporanRincian;
  const ambil = <T>(kelas: new (...args: never[]) => T): T => app.get(kelas, { strict: false });
  const buat = (tahun: number) => buatLaporan(app, tahun);
  const nomor = (pada: string, tanda = false): Promise<string> =>
    ambil(Transaksi).jalankan((em) => nomorBerikut(em, tanda, new Date(pada)));
  async function data(id: number): Promise<DataLaporan> {
    const [baris] = await dasar.db.query<{ data_sha256: string }[]>('SELECT data_sha256 FROM laporan WHERE id = ?', [
      id,
    ]);
    return JSON.parse((await ambil(Gudang).isi(baris?.data_sha256 ?? '')).toString()) as DataLaporan;
  }
  async function sampaiTuntas(id: number): Promise<void> {
    for (;;) {
      const { status } = await ambil(LaporanService).rincian(AKTOR_SISTEM, id);
      if (status === 'selesai' || status === 'gagal') return;
      await new Promise((lanjut) => setTimeout(lanjut, 50));
    }
  }
  const namaBerkas = async (id: string | null) =>
    (await dasar.db.query<{ nama: string }[]>('SELECT nama FROM berkas WHERE id = ?', [id]))[0]?.nama;

  beforeAll(async () => {
    dasar = await basisDataUji();
    app = await NestFactory.createApplicationContext(WorkerModule.untuk(dasar.config), { logger: false });
  });
  afterAll(async () => {
    // What was only asked for is let finish, so that nothing is printing when the worker stops.
    for (const { id } of (await dasar?.db.query<{ id: number }[]>('SELECT id FROM laporan')) ?? [])
      await sampaiTuntas(id);
    await app?.close();
    await dasar?.hapus();
  }, 60_000);

  it('tells in one sentence what is missing while there is nothing at all', async () => {
    await expect(buat(2031)).rejects.toMatchObject({
      kode: 'tidak-ditemukan',
      message: expect.stringMatching(
        /^Tidak ada apa pun tentang tahun 2031: .* misalnya ketik: npm run -s portal -- laporan tahunan/,
      ) as string,
    });
    await expect(buat(ambil(Clock).sekarang().getFullYear())).rejects.toMatchObject({
      message: expect.stringMatching(/^Belum ada ormas yang terdaftar sampai akhir periode \d{4}\.$/) as string,
    });
  });

  it('marks the report of a year that is not closed on every page, in its name and in the list', async () => {
    await isiSetelan(app);
    await kotaTernilai(app, dasar.db, dasar.url, { jumlah: 30, tahun: [LAMA, TAHUN] });
    sementara = await buat(TAHUN);
    const hari = tanggal(sementara.dihitungPada);
    const terbit = tanggalWib(sementara.dibuatPada).slice(0, 4);
    expect(sementara).toMatchObject({ status: 'selesai', sementara: true, terbuka: true, nomor: `LMS-${terbit}-0001` });
    expect(await namaBerkas(sementara.berkasId)).toMatch(
      new RegExp(`^SEMENTARA, data per ${hari} - Laporan Monev Ormas .* ${TAHUN} \\(LMS-.*\\)\\.pdf$`),
    );
    const doc = await PDFDocument.load(await ambil(Gudang).isi(sementara.sha256 ?? ''), { updateMetadata: false });
    expect(doc.getTitle()).toMatch(`SEMENTARA, data per ${hari} · Laporan Monitoring`);
    const utama = bacaPenanda(doc).map((p) => p.judul);
    expect(utama).toContain('Keterangan Laporan Sementara');
    expect(utama).not.toContain('Lembar Pengesahan');
    const isi = await data(sementara.id);
    const depan = dokumenDepan(isi, []).html;
    expect(depan).toContain(`<p class="sampul-sementara">SEMENTARA, data per ${hari}</p>`);
    expect(depan.split(`<p class="kop-sementara">SEMENTARA, data per ${hari}</p>`)).toHaveLength(3);
    expect(depan).not.toContain('tanda-tangan"');
    expect(dokumenBagian(isi, 'bab').html).toContain('Laporan sementara ini disusun untuk memantau');
  }, 120_000);

  it('is approved by nobody, also once the period is closed; then a final one is made beside it', async () => {
    const layanan = ambil(LaporanService);
    await expect(layanan.setujui(kabid, sementara.id, sementara.versi)).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
      message: expect.stringContaining('Setelah Kepala Bidang menutup periode, susun laporan baru') as string,
    });
    await tutupPeriode(app, TAHUN);
    await expect(layanan.setujui(kabid, sementara.id, sementara.versi)).rejects.toMatchObject({
      message: expect.stringContaining('Periode kini sudah ditutup: susun laporan baru untuk disahkan.') as string,
    });
    const akhir = await buat(TAHUN);
    expect([akhir.id === sementara.id, akhir.sementara, akhir.hitungId]).toEqual([false, false, sementara.hitungId]);
    expect(await namaBerkas(akhir.berkasId)).toMatch(/^Laporan Monev Ormas .* 2025 \(LMT-\d{4}-0001\)\.pdf$/);
    const depan = dokumenDepan(await data(akhir.id), []).html;
    for (const kata of ['Lembar Pengesahan</h1>', 'Tahun Penilaian</span> 2025', 'tanda-tangan"'])
      expect(depan).toContain(kata);
    expect(depan).not.toContain('SEMENTARA');
    expect((await buat(TAHUN)).id).toBe(akhir.id);

    const { versi } = await ambil(PeriodeService).untukTahun(TAHUN);
    await ambil(PenutupanService).bukaKembali(AKTOR_SISTEM, TAHUN, versi, 'Data perlu diperbaiki.');
    await expect(layanan.setujui(kabid, akhir.id, akhir.versi)).rejects.toMatchObject({
      message: expect.stringContaining('dibuka kembali') as string,
    });
    await tutupPeriode(app, TAHUN);
    await layanan.setujui(kabid, akhir.id, akhir.versi);
    expect(await layanan.rincian(AKTOR_SISTEM, akhir.id)).toMatchObject({ pengesahan: 'disetujui' });
  }, 120_000);

  it('sees cluster and bidang as the run did, and knows who was assigned since', async () => {
    const lama = await data(sementara.id);
    const belum = lama.ormas.filter((o) => o.opdId === null);
    expect(belum.length).toBe(0);
    const [satu] = lama.ormas;
    await dasar.db.query('UPDATE hasil_iko SET opd_id = NULL WHERE hitung_id = ? AND ormas_id = ?', [
      lama.hitungId,
      satu?.id,
    ]);
    const id = await ambil(LaporanService).susun(AKTOR_SISTEM, TAHUN);
    await sampaiTuntas(id);
    const baru = (await data(id)).ormas.find((o) => o.id === satu?.id);
    expect([baru?.opdId, baru?.bidang, baru?.ditetapkanSesudah]).toEqual([null, null, true]);
    expect(satu?.bidang).not.toBeNull();
  }, 60_000);

  it('scores a year that never was and reports on it; of a year unknown it tells which there are and what to type', async () => {
    await ambil(Transaksi).jalankan((em) => ambil(PeriodeService).pastikanPeriode(em, 2023));
    const jadi = await buat(2023);
    expect(jadi).toMatchObject({ status: 'selesai', sementara: true });
    const periode = await ambil(PeriodeService).untukTahun(2023);
    expect(periode.hitungId).toBe(jadi.hitungId);
    await expect(buat(2031)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Tidak ada apa pun tentang tahun 2031: .*2025, 2024, dan 2023, misalnya ketik: npm run -s portal -- laporan tahunan --tahun 2025 --keluaran laporan-2025\.pdf$/,
      ) as string,
    });
  }, 60_000);

  it('numbers by year of issue and series, from 1, whichever year the report speaks of', async () => {
    expect(await nomor('2040-03-02T03:00:00Z')).toBe('LMT-2040-0001');
    expect(await nomor('2040-12-31T16:59:59Z')).toBe('LMT-2040-0002');
    expect(await nomor('2040-12-31T17:00:00Z')).toBe('LMT-2041-0001');
    expect(await nomor('2040-05-01T03:00:00Z', true)).toBe('LMS-2040-0001');
    expect(await nomor('2040-05-01T03:00:00Z')).toBe('LMT-2040-0003');
  });

  it('gives two at once different numbers, and gives back the number of what is not stored', async () => {
    const banyak = await Promise.all(Array.from({ length: 6 }, () => nomor('2050-01-05T03:00:00Z')));
    expect(banyak.sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `LMT-2050-000${n}`));
    await expect(
      ambil(Transaksi).jalankan(async (em) => {
        await nomorBerikut(em, false, new Date('2050-01-06T03:00:00Z'));
        throw new Error('not stored');
      }),
    ).rejects.toThrow('not stored');
    expect(await nomor('2050-01-07T03:00:00Z')).toBe('LMT-2050-0007');
    const [a, b] = await Promise.all([
      ambil(LaporanService).susun(AKTOR_SISTEM, LAMA),
      ambil(LaporanService).susun(AKTOR_SISTEM, LAMA),
    ]);
    expect(a).toBe(b);
  });
});

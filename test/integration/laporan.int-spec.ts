import { PDFDocument } from '@cantoo/pdf-lib';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { type FaktaOrmas } from '../../src/iko/fakta.js';
import { hurufDokumen } from '../../src/infra/pdf/huruf.js';
import { PdfService } from '../../src/infra/pdf/pdf.service.js';
import { Gudang } from '../../src/infra/storage/gudang.js';
import { BacaBerkasService } from '../../src/modules/berkas/baca-berkas.service.js';
import { dokumenBagian, dokumenDepan } from '../../src/modules/laporan/dokumen/susun.js';
import { CetakService } from '../../src/modules/laporan/jobs/cetak.service.js';
import { PembuatLaporanService } from '../../src/modules/laporan/jobs/pembuat-laporan.service.js';
import { SumberLaporan } from '../../src/modules/laporan/jobs/sumber-laporan.service.js';
import { LaporanService, type LaporanRincian } from '../../src/modules/laporan/laporan.service.js';
import { type DataLaporan } from '../../src/modules/laporan/laporan.types.js';
import { setelanKurang } from '../../src/modules/setelan/setelan.lengkap.js';
import { SETELAN_BAWAAN } from '../../src/modules/setelan/setelan.types.js';
import { WorkerModule } from '../../src/worker.module.js';
import { dataLaporan, ormasDiam, ormasLaporan } from '../factories/data-laporan.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { bacaHuruf, bacaPenanda, kotaTernilai, tutupPeriode, ukuranHalaman } from '../support/laporan.js';
import { isiSetelan } from '../support/setelan.js';

const TAHUN = 2025;
const JUMLAH = 42;
const aktor = (peran: Aktor['peran'], id: number | null = null): Aktor => ({
  id,
  nama: `Uji ${peran}`,
  peran,
  opdId: peran === 'opd' ? 1 : null,
  ormasId: peran === 'sekretaris' ? 1 : null,
});

describe('an annual report, with the real worker, queue and Chromium', () => {
  let dasar: BasisDataUji;
  let app: INestApplicationContext;
  let ids: number[];
  let jadi: LaporanRincian;
  let doc: PDFDocument;
  let data: DataLaporan;
  const ambil = <T>(kelas: new (...args: never[]) => T): T => app.get(kelas, { strict: false });

  async function sampaiSelesai(id: number): Promise<LaporanRincian> {
    for (;;) {
      const l = await ambil(LaporanService).rincian(AKTOR_SISTEM, id);
      if (l.status === 'selesai') return l;
      if (l.status === 'gagal') throw new Error(String(l.galat));
      await new Promise((lanjut) => setTimeout(lanjut, 50));
    }
  }

  beforeAll(async () => {
    dasar = await basisDataUji();
    app = await NestFactory.createApplicationContext(WorkerModule.untuk(dasar.config), { logger: false });
    await isiSetelan(app);
    ids = await kotaTernilai(app, dasar.db, dasar.url, { jumlah: JUMLAH, tahun: [2023, 2024, TAHUN] });
    await tutupPeriode(app, TAHUN);
    jadi = await sampaiSelesai(await ambil(LaporanService).susun(AKTOR_SISTEM, TAHUN));
    doc = await PDFDocument.load(await ambil(Gudang).isi(jadi.sha256 ?? ''));
    const [baris] = await dasar.db.query<{ data_sha256: string }[]>('SELECT data_sha256 FROM laporan WHERE id = ?', [
      jadi.id,
    ]);
    data = JSON.parse((await ambil(Gudang).isi(baris?.data_sha256 ?? '')).toString()) as DataLaporan;
  }, 180_000);

  afterAll(async () => {
    await app?.close();
    await dasar?.hapus();
  });

  it('speaks of exactly what was scored, as a count one by one confirms', async () => {
    expect(data.ormas.map((o) => o.id).sort((a, b) => a - b)).toEqual(ids);
    for (const o of data.ormas) {
      const [h] = await dasar.db.query<{ skor: string | null; sementara: number; domain: string; masukan: string }[]>(
        'SELECT skor, sementara, domain, masukan FROM hasil_iko WHERE hitung_id = ? AND ormas_id = ?',
        [data.hitungId, o.id],
      );
      const { fakta, rujukan } = JSON.parse(h?.masukan ?? '{}') as {
        fakta: FaktaOrmas;
        rujukan: Record<string, number[]>;
      };
      expect([o.skor, o.sementara, o.domain]).toEqual([h?.skor, Boolean(h?.sementara), JSON.parse(h?.domain ?? '{}')]);
      const kegiatan = await dasar.db.query<Record<string, number | null>[]>(
        "SELECT * FROM kegiatan WHERE ormas_id = ? AND status = 'terverifikasi' AND tanggal_selesai BETWEEN ? AND ? ORDER BY id",
        [o.id, data.mulai, data.akhir],
      );
      expect(kegiatan.map((k) => k.id)).toEqual(rujukan.kegiatan ?? []);
      const jumlah = (kolom: string) => kegiatan.reduce((a, k) => a + (k[kolom] ?? 0), 0);
      expect(o.kegiatan).toMatchObject({
        jumlah: kegiatan.length,
        laki: jumlah('peserta_laki'),
        perempuan: jumlah('peserta_perempuan'),
        anak: jumlah('peserta_anak'),
        pemuda: jumlah('peserta_pemuda'),
        lansia: jumlah('peserta_lansia'),
        difabel: jumlah('peserta_difabel'),
        tepatWaktu: fakta.laporanTepatWaktu,
      });
      const lalu = await dasar.db.query<{ tahun: number; skor: string | null; sementara: number }[]>(
        "SELECT p.tahun, h.skor, h.sementara FROM hasil_iko h JOIN periode p ON p.hitung_id = h.hitung_id WHERE h.ormas_id = ? AND p.tahun < ? AND h.status = 'dinilai' ORDER BY p.tahun",
        [o.id, TAHUN],
      );
      expect(o.lalu).toEqual(lalu.map((l) => ({ ...l, sementara: Boolean(l.sementara) })));
    }
    expect(data.tahunLalu.map((t) => [t.tahun, t.sebanding])).toEqual([
      [2023, true],
      [2024, true],
    ]);
  });

  it('takes the letterhead and the signer of the moment at which it was asked for, whenever a worker comes to it', async () => {
    const sumber = ambil(SumberLaporan);
    const [kosong, terisi] = [
      await sumber.baca(data.hitungId, new Date(0)),
      await sumber.baca(data.hitungId, jadi.dibuatPada),
    ];
    expect(setelanKurang(kosong.kantor)).not.toEqual([]);
    expect(setelanKurang(terisi.kantor)).toEqual(jadi.kurang);
    expect(data.kantor).toEqual(terisi.kantor);
  });

  it('has every ormas once, on one page of its own, under its cluster', () => {
    const penanda = bacaPenanda(doc);
    const ormas = penanda.filter((p) => p.tingkat === 3);
    expect(ormas.map((p) => p.judul)).toEqual(data.ormas.map((o) => o.nama));
    expect(new Set(ormas.map((p) => p.halaman)).size).toBe(JUMLAH);
    const bagian = jadi.bagian.filter((b) => b.judul.startsWith('Halaman ormas'));
    expect(bagian.reduce((a, b) => a + (b.halaman ?? 0), 0)).toBe(JUMLAH);
    const utama = penanda.filter((p) => p.tingkat === 1).map((p) => p.judul);
    expect(utama.slice(1, 10)).toEqual([
      'Lembar Pengesahan',
      'Kata Pengantar',
      'Ikhtisar Eksekutif',
      'Daftar Isi',
      'BAB I Pendahuluan',
      'BAB II Pelaksanaan dan Metode',
      'BAB III Hasil dan Analisis',
      'BAB IV Permasalahan dan Tindak Lanjut',
      'BAB V Penutup',
    ]);
    expect(utama.at(-1)).toBe('Indeks Nama Ormas');
    expect(penanda.map((p) => p.halaman)).toEqual(penanda.map((p) => p.halaman).sort((a, b) => a - b));
  });

  it('uses embedded bundled faces only, on the paper of the settings, tagged', () => {
    const huruf = bacaHuruf(doc);
    expect(huruf.length).toBeGreaterThan(3);
    expect(huruf.filter((h) => !h.tertanam || !h.nama.includes('PlusJakartaSans'))).toEqual([]);
    expect(doc.getPageCount()).toBe(jadi.halaman);
    expect(ukuranHalaman(doc, 1)).toEqual([210, 297]);
    const skor = bacaPenanda(doc).find((p) => p.judul.startsWith('Lampiran 1'));
    expect(ukuranHalaman(doc, skor?.halaman ?? 1)).toEqual([297, 210]);
  });

  it('gives the same bytes when it is joined again, and does nothing when work is delivered again', async () => {
    const [baris] = await dasar.db.query<{ data_sha256: string; dibuat_pada: Date }[]>(
      'SELECT data_sha256, dibuat_pada FROM laporan WHERE id = ?',
      [jadi.id],
    );
    const bagian = await dasar.db.query<{ id: number; sha256: string; penanda: string; halaman: number }[]>(
      'SELECT id, sha256, penanda, halaman FROM laporan_bagian WHERE laporan_id = ? ORDER BY urutan',
      [jadi.id],
    );
    const lagi = await ambil(CetakService).gabung(
      { tahun: TAHUN, dibuatPada: baris!.dibuat_pada },
      baris!.data_sha256,
      bagian,
    );
    expect(Buffer.from(lagi.pdf).equals(await ambil(Gudang).isi(jadi.sha256 ?? ''))).toBe(true);
    const pembuat = ambil(PembuatLaporanService);
    await pembuat.siapkan(jadi.id);
    await pembuat.kerjakanBagian(bagian[0]!.id);
    await pembuat.gabungkan(jadi.id);
    await pembuat.menyerah(jadi.id, 'terlambat');
    expect(await ambil(LaporanService).rincian(AKTOR_SISTEM, jadi.id)).toEqual(jadi);
    const [audit] = await dasar.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'laporan.selesai'",
    );
    expect(Number(audit?.n)).toBe(1);
  });

  it('is open to whom the policy names, through the one door to files', async () => {
    const layanan = ambil(LaporanService);
    for (const peran of ['admin', 'petugas', 'kabid', 'kaban', 'opd', 'pimpinan'] as const) {
      const id = await layanan.berkasUnduh(aktor(peran), jadi.id);
      const isi = await ambil(BacaBerkasService).baca(aktor(peran), id);
      expect([isi.mime, isi.ukuran]).toEqual(['application/pdf', jadi.ukuran]);
      (isi.aliran as NodeJS.ReadableStream & { destroy(): void }).destroy();
    }
    await expect(layanan.berkasUnduh(aktor('sekretaris'), jadi.id)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await expect(ambil(BacaBerkasService).baca(aktor('sekretaris'), jadi.berkasId ?? '')).rejects.toMatchObject({
      kode: 'tidak-ditemukan',
    });
    await expect(layanan.susun(aktor('pimpinan'), TAHUN)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    await expect(layanan.susun(AKTOR_SISTEM, 2031)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
  });

  it('is approved by the kabid, then ratified by the kaban, each on the version seen', async () => {
    const layanan = ambil(LaporanService);
    await expect(layanan.sahkan(aktor('kaban'), jadi.id, jadi.versi)).rejects.toMatchObject({
      kode: 'tidak-berwenang',
    });
    await layanan.setujui(aktor('kabid'), jadi.id, jadi.versi);
    await expect(layanan.sahkan(aktor('kaban'), jadi.id, jadi.versi)).rejects.toMatchObject({ kode: 'versi-berbeda' });
    await layanan.sahkan(aktor('kaban'), jadi.id, jadi.versi + 1);
    jadi = await layanan.rincian(AKTOR_SISTEM, jadi.id);
    expect(jadi.pengesahan).toBe('disahkan');
  });

  it('is approved and ratified only while its run counts, and each takes the own act back with a reason', async () => {
    const layanan = ambil(LaporanService);
    const kini = () => layanan.rincian(AKTOR_SISTEM, jadi.id);
    const batal = async (peran: 'kabid' | 'kaban', alasan = 'Naskah perlu diperbaiki.') =>
      layanan.batalkanPengesahan(aktor(peran), jadi.id, (await kini()).versi, alasan);
    await expect(batal('kaban', ' ')).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await expect(batal('kabid')).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    await batal('kaban');
    expect((await kini()).pengesahan).toBe('disetujui');

    const lama = (
      await dasar.db.query<{ hitung_id: number }[]>('SELECT hitung_id FROM laporan WHERE id = ?', [jadi.id])
    )[0];
    const berlaku = (hitungId: number | undefined) =>
      dasar.db.query('UPDATE periode SET hitung_id = ? WHERE tahun = ?', [hitungId, TAHUN]);
    const { insertId } = await dasar.db.query<{ insertId: number }>(
      `INSERT INTO hitung (periode_id, instrumen_id, status, jumlah, dibuat_pada)
       SELECT id, instrumen_id, 'selesai', 0, UTC_TIMESTAMP(3) FROM periode WHERE tahun = ?`,
      [TAHUN],
    );
    await berlaku(insertId);
    await expect(layanan.sahkan(aktor('kaban'), jadi.id, (await kini()).versi)).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
    });
    await batal('kabid');
    expect((await kini()).pengesahan).toBe('belum');
    await expect(layanan.setujui(aktor('kabid'), jadi.id, (await kini()).versi)).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
    });
    await berlaku(lama?.hitung_id);
    await dasar.db.query('DELETE FROM hitung WHERE id = ?', [insertId]);
    const [audit] = await dasar.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'laporan.batalkan' AND ringkasan LIKE '%Naskah perlu diperbaiki.'",
    );
    expect(Number(audit?.n)).toBe(2);
    jadi = await kini();
  });

  it('goes on where it stopped after a failure', async () => {
    const layanan = ambil(LaporanService);
    const { insertId } = await dasar.db.query<{ insertId: number }>(
      "INSERT INTO laporan (jenis, periode_id, hitung_id, status, nomor, dibuat_pada) SELECT 'tahunan', periode_id, hitung_id, 'menunggu', 'LMT-UJI', dibuat_pada FROM laporan WHERE id = ?",
      [jadi.id],
    );
    await ambil(PembuatLaporanService).menyerah(insertId, 'Chromium hilang.');
    const gagal = await layanan.rincian(AKTOR_SISTEM, insertId);
    expect([gagal.status, gagal.galat]).toEqual(['gagal', 'Chromium hilang.']);
    await layanan.ulangi(AKTOR_SISTEM, insertId, gagal.versi);
    expect((await sampaiSelesai(insertId)).halaman).toBe(jadi.halaman);
  }, 120_000);

  it.each(['A4', 'F4'] as const)('tells the year on one page, whatever there is to tell: %s', async (kertas) => {
    const klaster = Array.from({ length: 30 }, (_, i) => ({
      ...{ opdId: i + 1, kode: `opd-${i + 1}`, nama: `Dinas Pemberdayaan dan Perlindungan Rekaan Ke-${i + 1}` },
      ...{ namaLengkap: `Dinas ${i + 1}`, bidang: ['Lingkungan Hidup'] },
    }));
    const ormas = Array.from({ length: 400 }, (_, i) =>
      [
        () => ormasDiam(i + 1, { opdId: i % 15 === 0 ? null : (i % 30) + 1 }),
        () => ormasLaporan(i + 1, { opdId: (i % 30) + 1, skor: `${50 + (i % 40)}.00`, kegiatan: { menunggu: 2 } }),
        () =>
          ormasLaporan(i + 1, {
            ...{ opdId: (i % 30) + 1, dokumen: { 'dasar-hukum': false } },
            domain: { ...ormasLaporan(1).domain, KBL: '3.00' },
            rekomendasi: { jatuhTempo: 3, selesai: 1, tepatWaktu: 0 },
            lalu: [{ tahun: 2024, skor: '41.00', sementara: false }],
            pembinaan: [
              { jenis: 'peringatan', tanggal: '2025-09-12', sampai: null, dasar: 'Surat Contoh', berlaku: true },
            ],
          }),
        () => ormasLaporan(i + 1, { opdId: (i % 30) + 1, skor: '33.00', kegiatan: { laki: 123456 } }),
      ][i % 4]!(),
    );
    const semua = dataLaporan(ormas, {
      ...{ klaster, kantor: { ...SETELAN_BAWAAN, kertas } },
      tahunLalu: [{ tahun: 2024, rata: '51.00', n: 300, populasi: 390, sebanding: true }],
    });
    const { html } = dokumenDepan(semua, []);
    expect(html.match(/<tr/g)?.length).toBe(2 + 6 + 5);
    const huruf = hurufDokumen();
    const hasil = await ambil(PdfService).render({
      ...{ html: html.replace('<style>', () => `<style>${huruf.css}`), aset: huruf.aset, kertas },
      margin: { atas: 18, kanan: 22, bawah: 20, kiri: 22 },
    });
    const halaman = (id: string) => hasil.penanda.find((p) => p.id === id)?.halaman;
    expect([halaman('pengantar'), halaman('ikhtisar'), halaman('daftar-isi')]).toEqual([3, 4, 5]);
  });

  it.each(['A4', 'F4'] as const)(
    'never needs a second page for an ormas, however long its words: %s',
    async (kertas) => {
      const semua = dataLaporan([]).instrumen.domain.flatMap((d) => d.indikator.map((i) => i.kode));
      const panjang = 'Perkumpulan Pemberdayaan Perempuan dan Perlindungan Anak serta Kesejahteraan Keluarga '
        .repeat(3)
        .slice(0, 200);
      const berat = {
        nama: panjang,
        bidang: 'Pemberdayaan Perempuan dan Perlindungan Anak',
        kelurahan: 'Kedung Waringin',
        kecamatan: 'Tanah Sareal',
        bentuk: 'non-badan-hukum' as const,
        bendera: [
          'dasar-hukum-tidak-sah',
          'sengketa-aktif',
          'terdaftar-belum-lama',
          'tanggal-daftar-tak-diketahui',
        ] as const,
        ditandai: true,
        lalu: [2021, 2022, 2023, 2024].map((tahun) => ({ tahun, skor: '60.00', sementara: tahun === 2022 })),
        pembinaan: Array.from({ length: 4 }, () => ({
          jenis: 'penghentian' as const,
          tanggal: '2025-09-12',
          sampai: null,
          dasar: 'Surat Keputusan Contoh '.repeat(8),
          berlaku: true,
        })),
        kegiatan: {
          jumlah: 1200,
          laki: 123456,
          perempuan: 123456,
          anak: 12345,
          pemuda: 12345,
          lansia: 12345,
          difabel: 12345,
          menunggu: 12,
        },
      };
      const dengan = (tingkat: number) => ({
        ...berat,
        indikator: Object.fromEntries(semua.map((k) => [k, { tingkat }])),
      });
      const ormas = [
        ...[0, 1, 2, 3, 4].map((t) => ormasLaporan(t + 1, dengan(t))),
        ormasLaporan(6, {
          ...berat,
          sementara: true,
          cakupan: '12.00',
          indikator: Object.fromEntries(semua.map((k) => [k, { belum: 'menunggu-petugas' as const }])),
        }),
        ormasLaporan(7, {
          ...berat,
          indikator: Object.fromEntries(
            semua.map((k) => [k, { takBerlaku: 'Alasan yang panjang sekali '.repeat(10) }]),
          ),
        }),
        ormasLaporan(8, { ...berat, status: 'profil-saja', skor: null }),
        ormasLaporan(9, { nama: 'x'.repeat(200) }),
        // Everything in between, so that none falls just beyond the border of the smaller type.
        ...Array.from({ length: 50 }, (_, i) =>
          ormasLaporan(10 + i, {
            ...berat,
            nama: panjang.slice(0, 20 + i * 3).trim(),
            bendera: berat.bendera.slice(0, i % 5),
            pembinaan: berat.pembinaan.slice(0, (i * 3) % 5),
            lalu: berat.lalu.slice(i % 4),
            indikator: Object.fromEntries(semua.map((k, j) => [k, { tingkat: (i * 7 + j * 3 + ((i * j) % 4)) % 5 }])),
          }),
        ),
      ];
      const d = dataLaporan(ormas, { kantor: { ...SETELAN_BAWAAN, kertas } });

      const huruf = hurufDokumen();
      // Without the fixed height: what does not fit would flow onto a further page instead of being hidden.
      const margin = { atas: 18, kanan: 22, bawah: 20, kiri: 22 };
      for (const [bagian, dari] of [
        ['profil/dlh/1', 0],
        ['profil/dlh/2', 15],
        ['profil/dlh/3', 30],
        ['profil/dlh/4', 45],
      ] as const) {
        const html = dokumenBagian(d, bagian)
          .html.replace('<style>', () => `<style>${huruf.css}`)
          .replace('</style>', '.profil{height:auto!important;overflow:visible!important}</style>');
        const hasil = await ambil(PdfService).render({ html, aset: huruf.aset, kertas, margin });
        const harapan = ormas.slice(dari, dari + 15).map((_, i) => i + 1);
        expect(hasil.penanda.filter((p) => p.tingkat === 3).map((p) => p.halaman)).toEqual(harapan);
        expect([hasil.halaman, hasil.ditolak]).toEqual([harapan.length, []]);
      }
    },
  );
});

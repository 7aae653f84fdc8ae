import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { jalurVerifikasi, kodeBerkelompok } from '../../src/common/kode-periksa.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { Gudang } from '../../src/infra/storage/gudang.js';
import { qrSvg } from '../../src/infra/view/qr.js';
import { BacaSuratService } from '../../src/modules/surat/baca-surat.service.js';
import { htmlSurat } from '../../src/modules/surat/jobs/dokumen-surat.js';
import { MesinSurat } from '../../src/modules/surat/jobs/mesin-surat.service.js';
import { SuratService } from '../../src/modules/surat/surat.service.js';
import { type IsiSurat, type KeadaanSurat } from '../../src/modules/surat/surat.types.js';
import { WorkerModule } from '../../src/worker.module.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { bacaHuruf, ukuranHalaman } from '../support/laporan.js';

const kabid: Aktor = { id: null, nama: 'Uji kabid', peran: 'kabid', opdId: null, ormasId: null };

describe('letters of existence, with the real worker, queue and Chromium', () => {
  let dasar: BasisDataUji;
  let app: INestApplicationContext;
  const ambil = <T>(kelas: new (...args: never[]) => T): T => app.get(kelas, { strict: false });
  const terbitkan = (ormasId: number, lain: { alasan?: string; terbit?: string; dilihat?: number | null } = {}) =>
    ambil(SuratService).terbitkanSendiri(kabid, { ormasId, alasan: '', ...lain });
  const ormasBaru = async (nama?: string) => (await buatOrmas(dasar.db, nama ? { nama } : {})).id;

  beforeAll(async () => {
    dasar = await basisDataUji();
    app = await NestFactory.createApplicationContext(WorkerModule.untuk(dasar.config), { logger: false });
  });
  afterAll(async () => {
    await app?.close();
    await dasar?.hapus();
  });

  it('are numbered from 1 in each year, without gap or twin when many are issued at once', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 8; i++) ids.push(await ormasBaru());
    const banyak = await Promise.all(ids.map((id) => terbitkan(id, { terbit: '2024-12-31' })));
    expect(banyak.map((s) => s.nomor).sort()).toEqual(ids.map((_, i) => `220/00${i + 1}/Bakesbangpol/2024`));
    expect(new Set(banyak.map((s) => s.kode)).size).toBe(8);
    const batal = ambil(Transaksi).jalankan(async (em) => {
      await ambil(SuratService).terbitkan(em, kabid, {
        ormasId: ids[0] ?? 0,
        alasan: 'perubahan nama',
        terbit: '2025-01-01',
      });
      throw new Error('refused afterwards');
    });
    await expect(batal).rejects.toThrow('refused afterwards');
    const lanjut = await terbitkan(ids[1] ?? 0, { alasan: 'perpanjangan', terbit: '2025-01-01' });
    expect(lanjut.nomor).toBe('220/001/Bakesbangpol/2025');
  });

  it('are replaced, never edited: the old one says so, and the register knows the new one', async () => {
    const id = await ormasBaru();
    const lama = await terbitkan(id);
    await expect(terbitkan(id)).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await expect(terbitkan(id, { alasan: 'perpanjangan', dilihat: null })).rejects.toMatchObject({
      kode: 'versi-berbeda',
    });
    const baru = await terbitkan(id, { alasan: 'perubahan alamat', dilihat: lama.id });
    const baca = ambil(BacaSuratService);
    expect(await baca.bukti(lama.kode)).toMatchObject({ keadaan: 'diganti', digantikan: baru.nomor });
    expect(await baca.bukti(baru.kode)).toMatchObject({ keadaan: 'berlaku', digantikan: null });
    expect((await baca.rinci(kabid, baru.id)).isi.menggantikan).toBe(lama.nomor);
    const [o] = await dasar.db.query<{ nomor_skko: string; skko_berlaku_sampai: string }[]>(
      'SELECT nomor_skko, skko_berlaku_sampai FROM ormas WHERE id = ?',
      [id],
    );
    expect(o?.nomor_skko).toBe(baru.nomor);
    expect(o?.skko_berlaku_sampai).toBe((await baca.rinci(kabid, baru.id)).berlakuSampai);
  });

  it('are replaced once only when two officers do so at the same moment', async () => {
    const id = await ormasBaru();
    const lama = await terbitkan(id);
    const hasil = await Promise.allSettled(
      [1, 2, 3].map(() => terbitkan(id, { alasan: 'perpanjangan', dilihat: lama.id })),
    );
    expect(hasil.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
  });

  it('are revoked as a fact with its day and reason, after which another first one may follow', async () => {
    const id = await ormasBaru();
    const s = await terbitkan(id);
    const { versi, terbit } = await ambil(BacaSuratService).rinci(kabid, s.id);
    const cabut = (pada: string, alasan: string) => ambil(SuratService).cabut(kabid, s.id, versi, { pada, alasan });
    await expect(cabut('2020-01-01', 'x')).rejects.toMatchObject({
      rincian: { isian: [{ bidang: 'pada' }, { bidang: 'alasan' }] },
    });
    await cabut(terbit, 'Keputusan Menteri tentang pencabutan');
    expect(await ambil(BacaSuratService).bukti(s.kode)).toMatchObject({ keadaan: 'dicabut', dicabutPada: terbit });
    await expect(cabut(terbit, 'sekali lagi')).rejects.toMatchObject({ kode: 'versi-berbeda' });
    expect((await terbitkan(id)).nomor).not.toBe(s.nomor);
  });

  it('are refused to an ormas that is not registered now, and the one it has is told so to whoever asks', async () => {
    const id = await ormasBaru();
    const { kode } = await terbitkan(id);
    await dasar.db.query("UPDATE ormas SET status = 'dibekukan' WHERE id = ?", [id]);
    await expect(terbitkan(id)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    const baca = ambil(BacaSuratService);
    expect(await baca.bukti(kode)).toMatchObject({ keadaan: 'ormas-berhenti', ormasStatus: 'dibekukan' });
    const pilih = (keadaan: KeadaanSurat) => baca.daftar(kabid, { cari: '', keadaan, ormasId: id }, 1);
    expect((await pilih('ormas-berhenti')).isi[0]).toMatchObject({ keadaan: 'ormas-berhenti' });
    expect((await pilih('berlaku')).jumlah).toBe(0);
    await expect(terbitkan(4_000_000)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
  });

  it('are printed once by the queue, as tagged PDF of one page with embedded fonts, under their SHA-256', async () => {
    const { id } = await terbitkan(await ormasBaru('Yayasan Cahaya Rekaan'));
    let surat = await ambil(BacaSuratService).rinci(AKTOR_SISTEM, id);
    while (surat.dokumen === 'menunggu') {
      await new Promise((lanjut) => setTimeout(lanjut, 50));
      surat = await ambil(BacaSuratService).rinci(AKTOR_SISTEM, id);
    }
    expect(surat.dokumen).toBe('selesai');
    const doc = await PDFDocument.load(await ambil(Gudang).isi(surat.sha256 ?? ''));
    expect(doc.getPageCount()).toBe(1);
    expect(doc.catalog.lookup(PDFName.of('StructTreeRoot'))).toBeInstanceOf(PDFDict);
    expect(doc.getTitle()).toContain(surat.nomor);
    expect(bacaHuruf(doc).length).toBeGreaterThan(0);
    expect(bacaHuruf(doc).every((h) => h.tertanam)).toBe(true);
    const berkas = await dasar.db.query<{ nama: string }[]>(
      "SELECT nama FROM berkas WHERE objek = 'surat' AND objek_id = ?",
      [id],
    );
    expect(berkas).toHaveLength(1);
    // The number keeps its parts in the name under which it is downloaded.
    expect(berkas[0]?.nama).toContain(surat.nomor.replaceAll('/', '-'));
  });

  const TERPANJANG: IsiSurat = {
    skema: 1,
    nama: 'Perkumpulan Rekaan '.repeat(11).slice(0, 200),
    bentuk: 'Organisasi tanpa badan hukum',
    bidang: 'Pemberdayaan Perempuan dan Perlindungan Anak serta Keluarga dan Lanjut Usia Rek',
    alamat: 'Jalan Contoh Nomor Sekian '.repeat(12).slice(0, 300),
    dasarHukum: 'AHU-0000000.AH.01.07.TAHUN 2020 '.repeat(4).slice(0, 120),
    akta: 'Nomor 123456 tanggal 30 September 2020',
    pengurus: ['Ketua', 'Sekretaris', 'Bendahara'].map((jabatan) => ({
      jabatan,
      nama: 'Nama Rekaan '.repeat(14).slice(0, 160),
    })),
    masaTahun: 5,
    menggantikan: '220/999/Bakesbangpol/2025',
    kantor: {
      kota: 'Kota Bogor',
      lembaga: 'Badan Kesatuan Bangsa dan Politik',
      kop: {
        baris: ['PEMERINTAH DAERAH KOTA BOGOR', 'BADAN KESATUAN BANGSA DAN POLITIK'],
        alamat: 'Jalan Kantor Rekaan Nomor 1 '.repeat(10).slice(0, 300),
        kontak: 'Telepon 0000, surel kantor@contoh.invalid '.repeat(8).slice(0, 300),
      },
      tempat: 'Bogor',
      kertas: 'A4',
      penandaTangan: {
        jabatan: 'Kepala Badan Kesatuan Bangsa dan Politik Kota Bogor',
        nama: 'Pejabat Rekaan',
        pangkat: 'Pembina Utama Muda',
        nip: '000000000000000000',
      },
      lambang: null,
    },
  };

  it.each([
    ['A4', 210, 297],
    ['F4', 215, 330],
  ] as const)('fit on one page of %s even with the longest names and addresses', async (kertas, lebar, tinggi) => {
    const isi = { ...TERPANJANG, kantor: { ...TERPANJANG.kantor, kertas } };
    const pdf = await ambil(MesinSurat).pdf({
      nomor: '220/001/Bakesbangpol/2026',
      kode: '23456789ABCDEFGH',
      terbit: '2026-11-21',
      berlakuSampai: '2031-11-20',
      isi,
    });
    const doc = await PDFDocument.load(pdf);
    expect(doc.getPageCount()).toBe(1);
    expect(ukuranHalaman(doc, 1).map((n) => Math.round(n))).toEqual([lebar, tinggi]);
  });

  it('say what they must, carry the code as letters and as QR, and escape what a name may hold', () => {
    const alamat = `https://portal.contoh.invalid${jalurVerifikasi('23456789ABCDEFGH')}`;
    const html = htmlSurat({
      nomor: '220/001/Bakesbangpol/2026',
      kode: '23456789ABCDEFGH',
      terbit: '2026-11-21',
      berlakuSampai: '2031-11-20',
      isi: { ...TERPANJANG, nama: 'Yayasan <script>alert(1)</script> & Rekan' },
      alamat,
    });
    for (const kata of [
      'Nomor 220/001/Bakesbangpol/2026',
      'berlaku sejak 21 November 2026 sampai dengan 20 November 2031',
      'menggantikan surat keterangan nomor 220/999/Bakesbangpol/2025',
      '<b>bukan tanda tangan elektronik</b>',
      kodeBerkelompok('23456789ABCDEFGH'),
      'NIP 00000000 000000 0 000',
      'Yayasan &lt;script&gt;alert(1)&lt;/script&gt; &amp; Rekan',
    ])
      expect(html).toContain(kata);
    expect(html).toContain(qrSvg(alamat));
  });
});

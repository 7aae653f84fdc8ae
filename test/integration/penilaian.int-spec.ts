import { type INestApplicationContext } from '@nestjs/common';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { DomainError } from '../../src/common/domain-error.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { HasilService } from '../../src/modules/penilaian/hasil.service.js';
import { sha256 } from '../../src/common/sidik.js';
import { isiInstrumen } from '../../src/modules/penilaian/instrumen.seed.js';
import { InstrumenService } from '../../src/modules/penilaian/instrumen.service.js';
import { HitungService, ukuranPotongan } from '../../src/modules/penilaian/hitung.service.js';
import { TANPA_PERUBAHAN } from '../../src/modules/penilaian/lampiran-tingkat.js';
import { type IsianMandiri, MandiriService } from '../../src/modules/penilaian/mandiri.service.js';
import { MuatTingkatService } from '../../src/modules/penilaian/muat-tingkat.service.js';
import { NilaiService } from '../../src/modules/penilaian/nilai.service.js';
import { PenyelesaianService } from '../../src/modules/penilaian/penyelesaian.service.js';
import { PenutupanService } from '../../src/modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { PotonganService } from '../../src/modules/penilaian/potongan.service.js';
import { TingkatService } from '../../src/modules/penilaian/tingkat.service.js';
import { pdfContoh } from '../factories/berkas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import {
  isiHasil,
  isiTahun,
  kerjakanSemua,
  konteksPenilaian,
  potonganHitung,
  tandaiDitutup,
} from '../support/penilaian.js';

const TAHUN = 2025;
const PETUGAS: Aktor = { ...AKTOR_SISTEM, nama: 'Petugas Contoh', peran: 'petugas' };
const KABID: Aktor = { ...AKTOR_SISTEM, nama: 'Kabid Contoh', peran: 'kabid' };

describe('scoring a year', () => {
  let dasar: BasisDataUji;
  let app: INestApplicationContext;
  let ormas: number[];

  beforeAll(async () => {
    dasar = await basisDataUji();
    app = await konteksPenilaian(dasar.config);
    ormas = await isiTahun(app, dasar.url, { jumlah: 210, tahun: TAHUN, benih: 7 });
  });
  afterAll(async () => {
    await app?.close();
    await dasar?.hapus();
  });

  const satu = async <T>(sql: string, nilai: unknown[] = []): Promise<T> =>
    (await dasar.db.query<T[]>(sql, nilai))[0] as T;
  const hitungPenuh = async (): Promise<number> => {
    const { hitungId } = await app.get(HitungService).mulaiHitung(PETUGAS, TAHUN);
    await kerjakanSemua(app, dasar.db, hitungId);
    return hitungId;
  };
  const berjalan = async (janji: Promise<unknown>): Promise<unknown> =>
    janji.then(
      () => null,
      (g: unknown) => (g instanceof DomainError ? g.kode : g),
    );

  it('has the making of its period in the trail, once', async () => {
    const pastikan = () => app.get(Transaksi).jalankan((em) => app.get(PeriodeService).pastikanPeriode(em, TAHUN - 1));
    const [satuId, duaId] = await Promise.all([pastikan(), pastikan()]);
    expect(satuId).toBe(duaId);
    expect(
      await satu("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'periode.buat' AND objek_id = ?", [String(satuId)]),
    ).toEqual({ n: '1' });
  });

  it('starts one run, cut in chunks, with its work in the outbox and its start in the trail', async () => {
    const { hitungId, baru } = await app.get(HitungService).mulaiHitung(PETUGAS, TAHUN);
    expect(baru).toBe(true);
    const terdaftar = await satu<{ n: string }>(
      "SELECT COUNT(*) AS n FROM ormas WHERE terdaftar_pada IS NULL OR terdaftar_pada <= '2025-11-30'",
    );
    const potongan = await potonganHitung(dasar.db, hitungId);
    expect(potongan.reduce((n, p) => n + p.jumlah, 0)).toBe(Number(terdaftar.n));
    expect(potongan).toHaveLength(Math.ceil(Number(terdaftar.n) / ukuranPotongan(Number(terdaftar.n))));
    const titipan = await dasar.db.query<{ muatan: string }[]>(
      "SELECT muatan FROM kotak_keluar WHERE antrean = 'penilaian'",
    );
    expect(titipan.map((t) => JSON.parse(t.muatan) as unknown)).toEqual(potongan.map(({ id }) => ({ id })));
    expect(await app.get(HitungService).mulaiHitung(PETUGAS, TAHUN)).toEqual({ hitungId, baru: false });

    const kemajuan = () => app.get(HitungService).kemajuan(PETUGAS, hitungId);
    expect(await kemajuan()).toMatchObject({ status: 'menunggu', selesai: 0 });
    await app.get(PotonganService).kerjakanPotongan(potongan[0]?.id ?? 0);
    expect(await kemajuan()).toMatchObject({ status: 'berjalan', selesai: potongan[0]?.jumlah });
    expect((await app.get(PeriodeService).untukTahun(TAHUN)).hitungId).toBeNull();
    await kerjakanSemua(app, dasar.db, hitungId);
    expect(await kemajuan()).toMatchObject({ status: 'selesai', selesai: Number(terdaftar.n) });
    expect((await app.get(PeriodeService).untukTahun(TAHUN)).hitungId).toBe(hitungId);
    expect(await satu("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'nilai.hitung'")).toEqual({ n: terdaftar.n });
  });

  it('leaves a chunk that is done alone when it is delivered again', async () => {
    const hitungId = await hitungPenuh();
    const sebelum = await isiHasil(dasar.db, hitungId);
    const rekam = () => satu<{ n: string; m: string }>('SELECT COUNT(*) AS n, MAX(id) AS m FROM audit');
    const audit = await rekam();
    await kerjakanSemua(app, dasar.db, hitungId);
    expect(await isiHasil(dasar.db, hitungId)).toEqual(sebelum);
    expect(await rekam()).toEqual(audit);
  });

  it('completes exactly once when all chunks end at the same time, several times over', async () => {
    for (let kali = 0; kali < 5; kali++) {
      const { hitungId } = await app.get(HitungService).mulaiHitung(PETUGAS, TAHUN);
      const potongan = await potonganHitung(dasar.db, hitungId);
      await Promise.all([...potongan, ...potongan].map(({ id }) => app.get(PotonganService).kerjakanPotongan(id)));
      expect(
        await satu("SELECT COUNT(*) AS n FROM audit WHERE aksi = 'hitung.selesai' AND objek_id = ?", [
          String(hitungId),
        ]),
      ).toEqual({ n: '1' });
      expect((await app.get(PeriodeService).untukTahun(TAHUN)).hitungId).toBe(hitungId);
      expect((await isiHasil(dasar.db, hitungId)).length).toBe(potongan.reduce((n, p) => n + p.jumlah, 0));
    }
  });

  it('gives the same bytes in a second run, and keeps the first', async () => {
    const pertama = await hitungPenuh();
    const sebelum = await isiHasil(dasar.db, pertama);
    const kedua = await hitungPenuh();
    expect(kedua).not.toBe(pertama);
    expect(await isiHasil(dasar.db, kedua)).toEqual(sebelum);
    expect(await isiHasil(dasar.db, pertama)).toEqual(sebelum);
  });

  it('replays every stored result to the byte, and notices a changed one', async () => {
    const hitungId = await hitungPenuh();
    const hasil = await dasar.db.query<{ id: number }[]>('SELECT id FROM hasil_iko WHERE hitung_id = ?', [hitungId]);
    for (const { id } of hasil) expect(await app.get(NilaiService).putarUlang(id)).toMatchObject({ sama: true });
    const id = hasil[0]?.id ?? 0;
    await dasar.db.query(`UPDATE hasil_iko SET jejak = REPLACE(jejak, '"masa":"', '"masa":"x') WHERE id = ?`, [id]);
    expect((await app.get(NilaiService).putarUlang(id)).sama).toBe(false);
  });

  it('repeats the scores in the register', async () => {
    const hitungId = await hitungPenuh();
    expect(
      await dasar.db.query(
        `SELECT o.id FROM ormas o JOIN hasil_iko h ON h.ormas_id = o.id AND h.hitung_id = ?
         WHERE NOT (o.iko_tahun <=> ? AND o.iko_skor <=> h.skor AND o.iko_tingkat <=> h.tingkat AND o.iko_sementara = (h.sementara = 1 AND h.status = 'dinilai'))`,
        [hitungId, TAHUN],
      ),
    ).toEqual([]);
  });

  it('says that a run failed, keeps what counted before, and takes it up again where it stopped', async () => {
    const lama = (await app.get(PeriodeService).untukTahun(TAHUN)).hitungId;
    const { hitungId } = await app.get(HitungService).mulaiHitung(PETUGAS, TAHUN);
    const [p1, p2] = await potonganHitung(dasar.db, hitungId);
    await app.get(PotonganService).kerjakanPotongan(p1?.id ?? 0);
    await app.get(PenyelesaianService).menyerah(p2?.id ?? 0, 'Basis data: ER_CONTOH');
    expect(await app.get(HitungService).kemajuan(PETUGAS, hitungId)).toMatchObject({
      status: 'gagal',
      galat: 'Basis data: ER_CONTOH',
      selesai: p1?.jumlah,
    });
    // A chunk that is delivered, or was waiting for its locks, when the run had been given up writes nothing more.
    const sebelum = await isiHasil(dasar.db, hitungId);
    await dasar.db.query("UPDATE hitung_potongan SET status = 'menunggu' WHERE id = ?", [p2?.id]);
    await app.get(PotonganService).kerjakanPotongan(p2?.id ?? 0);
    expect(await isiHasil(dasar.db, hitungId)).toEqual(sebelum);
    await dasar.db.query("UPDATE hitung_potongan SET status = 'gagal' WHERE id = ?", [p2?.id]);
    expect((await app.get(PeriodeService).untukTahun(TAHUN)).hitungId).toBe(lama);
    const { versi } = await app.get(PeriodeService).untukTahun(TAHUN);
    await app.get(PenutupanService).tutup(KABID, TAHUN, versi);
    expect(await berjalan(app.get(HitungService).ulangi(PETUGAS, hitungId))).toBe('transisi-tidak-sah');
    await app.get(PenutupanService).bukaKembali(KABID, TAHUN, versi + 1, 'Perhitungan terakhir gagal.');
    await app.get(HitungService).ulangi(PETUGAS, hitungId);
    expect(await berjalan(app.get(HitungService).ulangi(PETUGAS, hitungId))).toBe('transisi-tidak-sah');
    const titipan = await satu<{ n: string }>('SELECT COUNT(*) AS n FROM kotak_keluar WHERE kunci LIKE ?', [
      `penilaian/potongan/${p2?.id}/%`,
    ]);
    expect(Number(titipan.n)).toBe(2);
    await kerjakanSemua(app, dasar.db, hitungId);
    expect((await app.get(PeriodeService).untukTahun(TAHUN)).hitungId).toBe(hitungId);
  });

  it('completes a run of which only the completion had failed', async () => {
    const { hitungId } = await app.get(HitungService).mulaiHitung(PETUGAS, TAHUN);
    const potongan = await potonganHitung(dasar.db, hitungId);
    for (const { id } of potongan.slice(0, -1)) await app.get(PotonganService).kerjakanPotongan(id);
    await app.get(PenyelesaianService).menyerah(potongan.at(-1)?.id ?? 0, 'contoh');
    await dasar.db.query("UPDATE hitung_potongan SET status = 'selesai' WHERE id = ?", [potongan.at(-1)?.id]);
    await app.get(HitungService).ulangi(PETUGAS, hitungId);
    await app.get(PotonganService).kerjakanPotongan(potongan.at(-1)?.id ?? 0);
    expect(await app.get(HitungService).kemajuan(PETUGAS, hitungId)).toMatchObject({ status: 'selesai' });
    await hitungPenuh();
  });

  it('means over complete scores only, always with n and population', async () => {
    const hitungId = await hitungPenuh();
    const [semua, ...klaster] = await app.get(HasilService).ringkasan(PETUGAS, hitungId);
    const hasil = await dasar.db.query<{ skor: string; sementara: number; status: string; tingkat: number }[]>(
      'SELECT skor, sementara, status, tingkat FROM hasil_iko WHERE hitung_id = ?',
      [hitungId],
    );
    const lengkap = hasil.filter((h) => h.sementara === 0);
    const rata = lengkap.reduce((a, h) => a + Number(h.skor) * 100, 0) / lengkap.length / 100;
    expect(Number(semua.rerata.rata)).toBeCloseTo(rata, 1);
    expect(semua.rerata).toMatchObject({ n: lengkap.length, populasi: hasil.length });
    expect(semua.tingkat.reduce((a, b) => a + b, 0)).toBe(lengkap.length);
    expect(semua.profilSaja).toBe(hasil.filter((h) => h.status === 'profil-saja').length);
    expect(semua.rerata.n + semua.sementara + semua.profilSaja).toBe(hasil.length);
    expect(klaster.reduce((a, k) => a + k.rerata.populasi, 0)).toBe(hasil.length);
  });

  it('ranks complete scores only', async () => {
    const hitungId = await hitungPenuh();
    const daftar = (urut: 'skor' | 'nama', keadaan?: 'sementara') =>
      app.get(HasilService).daftar(PETUGAS, hitungId, { urut, arah: 'turun', keadaan }, 1, 500);
    const semua = (await daftar('skor')).isi;
    const lengkap = semua.filter((h) => h.peringkat !== null);
    expect(lengkap.every((h) => !h.sementara && h.skor !== null)).toBe(true);
    expect(lengkap[0]?.peringkat).toBe(1);
    expect((await daftar('nama', 'sementara')).isi.every((h) => h.peringkat === null && h.sementara)).toBe(true);
  });

  describe('levels that people give', () => {
    const isian = { nilai: 3, alasan: 'Diperiksa pada berkas contoh.', dasar: [] as string[], versi: 0 };
    const tetapkan = (aktor: Aktor, ubah: Record<string, unknown>, ormasId = ormas[0] ?? 0) =>
      app.get(TingkatService).tetapkanTingkat(aktor, TAHUN, ormasId, { indikator: 'KTH2', ...isian, ...ubah });
    const baris = (indikator: string) =>
      satu<Record<string, unknown> | undefined>(
        'SELECT * FROM tingkat_indikator WHERE ormas_id = ? AND indikator = ?',
        [ormas[0], indikator],
      );
    const berkas = async (nama: string) => ({
      siap: await app.get(BerkasService).siapkanIsi(await pdfContoh(nama), `${nama}.pdf`),
      keterangan: nama,
    });
    const dasarKini = async (indikator: string): Promise<string[]> =>
      (
        await dasar.db.query<{ id: string }[]>(
          `SELECT b.berkas_id AS id FROM bukti_tingkat b JOIN tingkat_indikator t ON t.id = b.tingkat_id
           WHERE t.ormas_id = ? AND t.indikator = ?`,
          [ormas[0], indikator],
        )
      ).map((b) => b.id);
    beforeEach(async () => {
      await dasar.db.query('DELETE FROM keputusan_tingkat_berkas');
      await dasar.db.query('DELETE FROM keputusan_tingkat');
      await dasar.db.query('DELETE FROM bukti_tingkat');
      await dasar.db.query('DELETE FROM tingkat_indikator WHERE ormas_id = ?', [ormas[0]]);
    });

    it('keeps the officer’s level beside the final one that the kabid sets', async () => {
      await tetapkan(PETUGAS, {});
      expect(await baris('KTH2')).toMatchObject({
        tingkat_petugas: 3,
        tingkat_akhir: 3,
        alasan: isian.alasan,
        versi: 1,
      });
      await tetapkan(KABID, { nilai: 2, versi: 1, alasan: 'Arsip belum rapi saat kunjungan.' });
      expect(await baris('KTH2')).toMatchObject({ tingkat_petugas: 3, tingkat_akhir: 2, versi: 2 });
    });

    it('refuses whoever saw an older version, and says both', async () => {
      await tetapkan(PETUGAS, {});
      expect(await berjalan(tetapkan(PETUGAS, { nilai: 1 }))).toBe('versi-berbeda');
    });

    it.each([
      ['no reason', { alasan: '  ' }],
      ['a level beyond 4', { nilai: 5 }],
      ['N/A where the instrument does not allow it', { nilai: 'tak-berlaku' }],
      ['more than 1 without a file', { indikator: 'KBL2' }],
      ['a file that is not there', { dasar: ['tidak-ada'] }],
    ])('refuses %s', async (_, ubah) => {
      expect(await berjalan(tetapkan(PETUGAS, ubah))).toBe('isian-tidak-sah');
    });

    it('refuses everybody else, and everybody once the period is closed', async () => {
      expect(await berjalan(tetapkan({ ...PETUGAS, peran: 'kaban' }, {}))).toBe('tidak-berwenang');
      const { versi } = await app.get(PeriodeService).untukTahun(TAHUN);
      await tandaiDitutup(dasar.db, TAHUN);
      expect(await berjalan(tetapkan(PETUGAS, {}))).toBe('tidak-berwenang');
      expect(await berjalan(app.get(HitungService).mulaiHitung(KABID, TAHUN))).toBe('transisi-tidak-sah');
      await app.get(PenutupanService).bukaKembali(KABID, TAHUN, versi + 1, 'Ada klarifikasi ormas.');
      await tetapkan(PETUGAS, {});
    });

    it('counts from the next run on, as a correction with its reason', async () => {
      await tetapkan(PETUGAS, { indikator: 'REL2', nilai: 4, alasan: 'Hasil pertemuan warga, 12 orang.' });
      await hitungPenuh();
      const { hasil } = await app.get(NilaiService).buka(PETUGAS, TAHUN, ormas[0] ?? 0);
      expect(hasil?.asal.find((a) => a.kode === 'REL2')).toMatchObject({
        cara: 'koreksi',
        akhir: 4,
        alasanPetugas: 'Hasil pertemuan warga, 12 orang.',
      });
    });

    it('keeps the ormas’s files apart from those that the officer’s decision rests on', async () => {
      const sekretaris: Aktor = { ...PETUGAS, peran: 'sekretaris', ormasId: ormas[0] ?? 0 };
      const mandiri = (ubah: Partial<IsianMandiri>) =>
        app.get(MandiriService).simpan(sekretaris, TAHUN, ormas[0] ?? 0, {
          ...{ ...TANPA_PERUBAHAN, indikator: 'KBL2', tingkat: 4, versi: 0 },
          ...ubah,
        });
      const asal = async () => {
        await hitungPenuh();
        const { hasil } = await app.get(NilaiService).buka(PETUGAS, TAHUN, ormas[0] ?? 0);
        return hasil?.asal.find((a) => a.kode === 'KBL2');
      };
      await mandiri({ tambah: [await berkas('laporan')] });
      const [laporan] = await dasarKini('KBL2');
      await tetapkan(PETUGAS, { indikator: 'KBL2', nilai: 3, versi: 1, dasar: [laporan] });
      expect(await baris('KBL2')).toMatchObject({ ada_berkas: 1 });
      expect(await asal()).toMatchObject({ akhir: 3, mandiri: 4 });

      await mandiri({ tingkat: 1, versi: 2 });
      expect(await asal()).toMatchObject({ akhir: 3, mandiri: 1 });

      // And files alone are no finding: where the decision rests on none, no level above 1 can be set.
      await mandiri({ tingkat: 4, versi: 3 });
      expect(await berjalan(tetapkan(PETUGAS, { indikator: 'KBL2', nilai: 3, versi: 4 }))).toBe('isian-tidak-sah');
    });

    it('loads levels in bulk for the portal alone, set by whom it names, and standing against a later self-assessment', async () => {
      const periodeId = (await app.get(PeriodeService).untukTahun(TAHUN)).id;
      const muatan = {
        ...{ ormasId: ormas[0] ?? 0, indikator: 'KBL2', mandiri: 3, adaBerkas: true, petugas: 3, akhir: 3 },
        ...{ takBerlaku: null, alasan: null, bukti: [{ pihak: 'ormas' as const, ...(await berkas('lama')) }] },
      };
      const muat = (aktor: Aktor) =>
        app
          .get(Transaksi)
          .jalankan((em) =>
            app.get(MuatTingkatService).muatTingkat(em, aktor, periodeId, [muatan], { ...PETUGAS, id: null }),
          );
      expect(await berjalan(muat(PETUGAS))).toBe('tidak-berwenang');
      await muat(AKTOR_SISTEM);
      expect(await baris('KBL2')).toMatchObject({ ada_berkas: 1, ditetapkan_oleh: null });
      const sekretaris: Aktor = { ...PETUGAS, peran: 'sekretaris', ormasId: ormas[0] ?? 0 };
      const lagi = { ...TANPA_PERUBAHAN, indikator: 'KBL2', tingkat: 0, versi: 1 };
      await app.get(MandiriService).simpan(sekretaris, TAHUN, ormas[0] ?? 0, lagi);
      await hitungPenuh();
      const { hasil, putusan } = await app.get(NilaiService).buka(PETUGAS, TAHUN, ormas[0] ?? 0);
      expect(hasil?.asal.find((a) => a.kode === 'KBL2')).toMatchObject({ akhir: 3, mandiri: 0 });
      expect(putusan.KBL2).toMatchObject({ nilai: 3, alasan: 'Sama dengan penilaian mandiri.' });
      expect(putusan.KBL2?.berkas).toMatchObject([{ nama: 'lama.pdf', sha256: muatan.bukti[0]?.siap.sha256 }]);
      await muat(AKTOR_SISTEM);
      expect(await baris('KBL2')).toMatchObject({ tingkat_mandiri: 3, versi: 3 });
    });

    it('lets the sekretaris assess the own ormas, and no other', async () => {
      const sekretaris: Aktor = { ...PETUGAS, peran: 'sekretaris', ormasId: ormas[0] ?? 0 };
      const mandiri = { ...TANPA_PERUBAHAN, indikator: 'KBL2', tingkat: 1, versi: 0 };
      const simpan = (ormasId: number | undefined, isian: IsianMandiri) =>
        app.get(MandiriService).simpan(sekretaris, TAHUN, ormasId ?? 0, isian);
      expect(await simpan(ormas[0], mandiri)).toEqual({ versi: 1, galat: [] });
      expect(await baris('KBL2')).toMatchObject({ tingkat_mandiri: 1, tingkat_akhir: null });
      expect(await berjalan(simpan(ormas[1], mandiri))).toBe('tidak-berwenang');
      expect(await berjalan(simpan(ormas[0], { ...mandiri, indikator: 'EFS2' }))).toBe('isian-tidak-sah');
    });
  });
});

describe('published instruments', () => {
  let dasar: BasisDataUji;
  beforeAll(async () => {
    dasar = await basisDataUji();
  });
  afterAll(() => dasar?.hapus());

  it('are published once, and again nothing', async () => {
    expect(await isiInstrumen(dasar.db, new Date())).toBe(0);
    const baris = await dasar.db.query<{ hash: string; isi: string }[]>('SELECT hash, isi FROM instrumen');
    expect(baris.length).toBeGreaterThanOrEqual(2);
    for (const b of baris) expect(sha256(b.isi)).toBe(b.hash);
  });

  it('are frozen: a file that differs from what was published stops the start', async () => {
    await dasar.db.query("UPDATE instrumen SET hash = REPEAT('0', 64) WHERE kode = 'iko-2022'");
    await expect(isiInstrumen(dasar.db, new Date())).rejects.toThrow('sudah terbit dan tidak boleh diubah');
    const app = await konteksPenilaian(dasar.config);
    const id = (await dasar.db.query<{ id: number }[]>("SELECT id FROM instrumen WHERE kode = 'iko-2022'"))[0]?.id ?? 0;
    await expect(app.get(InstrumenService).ambil(id)).rejects.toThrow('differs from its hash');
    await app.close();
  });
});

import { type INestApplicationContext } from '@nestjs/common';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { DomainError } from '../../src/common/domain-error.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { KUOTA_ORMAS } from '../../src/modules/berkas/berkas.types.js';
import { type BuktiDiminta, TANPA_PERUBAHAN } from '../../src/modules/penilaian/lampiran-tingkat.js';
import { MandiriService } from '../../src/modules/penilaian/mandiri.service.js';
import { NilaiService } from '../../src/modules/penilaian/nilai.service.js';
import { PenutupanService } from '../../src/modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { TingkatService } from '../../src/modules/penilaian/tingkat.service.js';
import { kalimatBerkas } from '../../src/modules/penilaian/web/bukti.presenter.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { konteksPenilaian, tandaiDitutup } from '../support/penilaian.js';

const TAHUN = 2025;
const KODE = 'KBL2';
const orang = (peran: Aktor['peran'], ubah: Partial<Aktor> = {}): Aktor => ({
  ...AKTOR_SISTEM,
  nama: `Uji ${peran}`,
  peran,
  ...ubah,
});
const PETUGAS = orang('petugas');

let dasar: BasisDataUji;
let app: INestApplicationContext;
let ormasId: number;
let sekretaris: Aktor;

beforeAll(async () => {
  dasar = await basisDataUji();
  app = await konteksPenilaian(dasar.config);
  await app.get(PeriodeService).buatPeriode(PETUGAS, TAHUN);
});
afterAll(async () => {
  await app?.close();
  await dasar?.hapus();
});
beforeEach(async () => {
  ormasId = (await buatOrmas(dasar.db, { opdId: 2 })).id;
  sekretaris = orang('sekretaris', { ormasId });
});

const satu = async <T>(sql: string, nilai: unknown[] = []): Promise<T> =>
  (await dasar.db.query<T[]>(sql, nilai))[0] as T;
const kode = (janji: Promise<unknown>): Promise<string | null> =>
  janji.then(
    () => null,
    (g: unknown) => {
      if (g instanceof DomainError) return g.kode;
      throw g;
    },
  );
const berkas = async (nama: string, keterangan = `Keterangan ${nama}`) => ({
  siap: nama.endsWith('.jpg')
    ? await app.get(BerkasService).siapkanIsi(await fotoContoh(), nama)
    : await app.get(BerkasService).siapkanIsi(await pdfContoh(nama), nama),
  keterangan,
});
const simpan = (versi: number, tingkat: number | null, bukti: Partial<BuktiDiminta> = {}, aktor = sekretaris) =>
  app
    .get(MandiriService)
    .simpan(aktor, TAHUN, ormasId, { ...TANPA_PERUBAHAN, ...bukti, indikator: KODE, tingkat, versi });
const bukti = async (aktor: Aktor) => (await app.get(NilaiService).buka(aktor, TAHUN, ormasId)).bukti[KODE] ?? [];
const audit = (aksi: string) =>
  dasar.db.query<{ ringkasan: string; rincian: string }[]>(
    'SELECT ringkasan, rincian FROM audit WHERE ormas_id = ? AND aksi = ? ORDER BY id',
    [ormasId, aksi],
  );
const boleh = async (aktor: Aktor, id: string): Promise<boolean> =>
  (await kode(app.get(BerkasService).untukDibaca(aktor, id))) === null;

describe('evidence of a self-assessment', () => {
  it('is kept with size, hash and caption, and is what lets a level above 1 stand', async () => {
    const tanpa = await simpan(0, 3);
    expect(tanpa).toMatchObject({ versi: 0, galat: [{ bidang: 'nilai' }] });
    expect(tanpa.galat[0]?.pesan).toContain('memerlukan paling sedikit satu berkas bukti');
    expect(await satu('SELECT COUNT(*) AS n FROM tingkat_indikator WHERE ormas_id = ?', [ormasId])).toEqual({ n: '0' });
    const laporan = await berkas('laporan.pdf');
    expect(await simpan(0, 3, { tambah: [laporan] })).toEqual({ versi: 1, galat: [] });
    const [b, ...lain] = await bukti(sekretaris);
    expect(lain).toEqual([]);
    expect(b).toMatchObject({
      ...{ nama: 'laporan.pdf', ukuran: laporan.siap.ukuran, sha256: laporan.siap.sha256, pihak: 'ormas' },
      ...{ keterangan: 'Keterangan laporan.pdf', terbaca: true, dirujuk: false },
    });
    expect((await app.get(NilaiService).buka(PETUGAS, TAHUN, ormasId)).tingkat[KODE]).toMatchObject({
      mandiri: 3,
      adaBerkasMandiri: true,
    });
    expect((await audit('tingkat.mandiri'))[0]?.rincian).toContain(laporan.siap.sha256);
    expect((await audit('tingkat.bukti'))[0]?.ringkasan).toContain('1 berkas dilampirkan');
  });

  it('is a draft of the ormas until its level is sent, and the removal of a draft is in the trail without its name', async () => {
    await simpan(0, null, { tambah: [await berkas('rahasia.pdf'), await berkas('kedua.pdf')] });
    const [pertama, kedua] = await bukti(sekretaris);
    const id = pertama?.berkasId ?? '';
    expect(await bukti(PETUGAS)).toEqual([]);
    expect([await boleh(sekretaris, id), await boleh(PETUGAS, id)]).toEqual([true, false]);
    expect(await simpan(1, null, { hapus: [pertama?.id ?? 0] })).toEqual({ versi: 2, galat: [] });
    const jejak = (await audit('tingkat.bukti'))[1];
    expect(jejak?.ringkasan).toContain('penilaian mandiri (draf)');
    expect(jejak?.ringkasan).toContain('1 berkas dilepaskan');
    expect(`${jejak?.ringkasan}${jejak?.rincian}`).not.toContain('rahasia');
    expect(jejak?.rincian).toContain(pertama?.sha256);
    const riwayat = async (siapa: Aktor) =>
      (await app.get(NilaiService).riwayat(siapa, TAHUN, ormasId)).filter((b) => b.aksi === 'tingkat.bukti').length;
    expect([await riwayat(sekretaris), await riwayat(PETUGAS)]).toEqual([2, 0]);
    // What was taken off is for nobody any more, and takes no room.
    expect(await boleh(sekretaris, id)).toBe(false);
    expect(await app.get(BerkasService).menurutId([id])).toEqual([]);
    expect(await app.get(BerkasService).sisaKuota(ormasId)).toBe(KUOTA_ORMAS - (kedua?.ukuran ?? 0));
    await simpan(2, 2);
    expect(await bukti(PETUGAS)).toMatchObject([{ berkasId: kedua?.berkasId, terbaca: true }]);
    expect(await boleh(PETUGAS, kedua?.berkasId ?? '')).toBe(true);
  });

  it('cannot lose its last file while its level needs one, and keeps everything else that was sent', async () => {
    await simpan(0, 3, { tambah: [await berkas('satu.pdf')] });
    const [b] = await bukti(sekretaris);
    const hapus = [b?.id ?? 0];
    const tercatat = async () => (await app.get(BerkasService).menurutId([b?.berkasId ?? ''])).length;
    const keterangan = { [b?.id ?? 0]: 'Keterangan baru' };
    const ditolak = await simpan(1, 3, { hapus, keterangan });
    expect(ditolak.galat).toMatchObject([{ bidang: 'nilai' }]);
    expect(await bukti(sekretaris)).toHaveLength(1);
    expect(await simpan(ditolak.versi, 1, { hapus })).toMatchObject({ galat: [] });
    expect(await bukti(sekretaris)).toEqual([]);
    // It was sent, so others may have read it: its row stays, and counts.
    expect(await tercatat()).toBe(1);
    expect(await app.get(BerkasService).sisaKuota(ormasId)).toBe(KUOTA_ORMAS - (b?.ukuran ?? 0));
  });

  it('takes a file of an activity with a row of its own, which costs no room and outlives the activity’s', async () => {
    const foto = await berkas('kegiatan.jpg', 'Warga menanam pohon');
    await dasar.db.query(
      `INSERT INTO kegiatan (ormas_id, judul, uraian, tanggal_mulai, tanggal_selesai, tempat, status, dibuat_pada, diubah_pada)
       VALUES (?, 'Tanam pohon', 'Uraian', '2025-05-01', '2025-05-01', 'Taman', 'terverifikasi', NOW(3), NOW(3))`,
      [ormasId],
    );
    const kegiatan = await satu<{ id: number }>('SELECT MAX(id) AS id FROM kegiatan');
    const asal = await dasar.db.transaction((em) =>
      app
        .get(BerkasService)
        .catat(em, foto.siap, { objek: 'kegiatan', objekId: kegiatan.id, ormasId, dibuatOleh: null }),
    );
    await dasar.db.query(
      "INSERT INTO kegiatan_bukti (kegiatan_id, berkas_id, jenis, keterangan, urutan) VALUES (?, ?, 'foto', 'Warga menanam pohon', 1)",
      [kegiatan.id, asal],
    );
    const { id } = await satu<{ id: number }>('SELECT MAX(id) AS id FROM kegiatan_bukti');
    const terpakai = () => app.get(BerkasService).sisaKuota(ormasId);
    const sisa = await terpakai();
    const rujuk = [{ kunci: `kegiatan:${id}`, keterangan: '' }];
    expect(await simpan(0, 2, { rujuk })).toEqual({ versi: 1, galat: [] });
    const [b] = await bukti(PETUGAS);
    expect(b).toMatchObject({
      ...{ sumber: 'kegiatan', sumberId: kegiatan.id, sumberTeks: 'Tanam pohon', keterangan: 'Warga menanam pohon' },
      sha256: foto.siap.sha256,
    });
    expect(b?.berkasId).not.toBe(asal);
    expect(await terpakai()).toBe(sisa);
    // Taken off again it leaves no row behind, and the activity keeps its own.
    await simpan(1, 2, { hapus: [b?.id ?? 0], tambah: [await berkas('pengganti.pdf')] });
    const ada = await dasar.db.query('SELECT id FROM berkas WHERE id IN (?)', [[b?.berkasId, asal]]);
    expect(ada).toEqual([{ id: asal }]);
    // Nothing of another ormas can be pointed to.
    const lain = await buatOrmas(dasar.db);
    const milikLain = app.get(MandiriService).simpan(orang('sekretaris', { ormasId: lain.id }), TAHUN, lain.id, {
      ...{ ...TANPA_PERUBAHAN, rujuk, indikator: KODE, tingkat: 2, versi: 0 },
    });
    expect((await milikLain).galat.map((g) => g.bidang)).toEqual(['rujuk', 'nilai']);
  });

  it('is counted: ten files for one indicator, the same content once', async () => {
    const tambah = await Promise.all(Array.from({ length: 11 }, (_, i) => berkas(`b${i}.pdf`)));
    const hasil = await simpan(0, null, { tambah: [...tambah.slice(0, 1), ...tambah] });
    expect(hasil.galat).toMatchObject([{ bidang: 'berkas1' }]);
    expect(await bukti(sekretaris)).toHaveLength(10);
  });

  it('is refused to whoever saw an older version, and in a closed period to all', async () => {
    await simpan(0, 1);
    expect(await kode(simpan(0, 1))).toBe('versi-berbeda');
    const periode = await app.get(PeriodeService).untukTahun(TAHUN);
    await tandaiDitutup(dasar.db, TAHUN);
    expect(await kode(simpan(1, 0))).toBe('tidak-berwenang');
    await app.get(PenutupanService).bukaKembali(orang('kabid'), TAHUN, periode.versi + 1, 'Ada klarifikasi.');
  });
});

describe('a decision', () => {
  const tetapkan = (versi: number, ids: string[], nilai = 3) =>
    app.get(TingkatService).tetapkanTingkat(PETUGAS, TAHUN, ormasId, {
      ...{ indikator: KODE, nilai, alasan: 'Laporan memuat dua sumber dana.', dasar: ids, versi },
    });

  it.each<[string, Partial<Aktor>, boolean]>([
    ['petugas', {}, true],
    ['kabid', {}, true],
    ['kaban', {}, true],
    ['opd', { opdId: 2 }, true],
    ['sekretaris', {}, true],
    ['admin', {}, false],
    ['pimpinan', {}, false],
  ])(
    'what somebody typed about a file is told to %s only when the file is open to them',
    async (peran, ubah, terbuka) => {
      await simpan(0, 4, { tambah: [await berkas('Surat Ibu Rekaan.pdf', 'Surat dari Ibu Rekaan')] });
      const [b] = await bukti(PETUGAS);
      await tetapkan(1, [b?.berkasId ?? '']);
      const aktor = orang(peran as Aktor['peran'], peran === 'sekretaris' ? { ormasId } : ubah);
      const h = await app.get(NilaiService).buka(aktor, TAHUN, ormasId);
      const [lampiran, dasarnya] = [h.bukti[KODE]?.[0], h.putusanKini[KODE]?.berkas[0]];
      for (const x of [lampiran, dasarnya]) {
        expect([x?.terbaca, x?.nama, x?.keterangan]).toEqual(
          terbuka ? [true, 'Surat Ibu Rekaan.pdf', 'Surat dari Ibu Rekaan'] : [false, '', ''],
        );
        const kalimat = x ? kalimatBerkas(x) : '';
        expect(kalimat).toMatch(terbuka ? /^Surat Ibu Rekaan\.pdf, / : /^1 berkas \(PDF, .*\), SHA-256 /);
      }
      // The trail, which the admin reads, says which files by their SHA-256 alone.
      const jejak = JSON.stringify([await audit('tingkat.tetapkan'), await audit('tingkat.mandiri')]);
      expect(jejak).toContain(b?.sha256);
      expect(jejak).not.toContain('Surat Ibu Rekaan.pdf');
    },
  );

  it('keeps the files it rests on with their hash, also an officer’s own, and holds them against removal', async () => {
    await simpan(0, 4, { tambah: [await berkas('laporan.pdf'), await berkas('lain.pdf')] });
    const [laporan, lain] = await bukti(PETUGAS);
    const lampiran = {
      indikator: KODE,
      versi: 1,
      tambah: [await berkas('kunjungan.jpg', 'Foto kunjungan')],
      hapus: [],
    };
    const { versi, berkasId } = await app.get(TingkatService).lampirkan(PETUGAS, TAHUN, ormasId, lampiran);
    // Until a decision rests on it, the officer's file is the officers' affair.
    expect(await boleh(sekretaris, berkasId[0] ?? '')).toBe(false);
    await tetapkan(versi, [laporan?.berkasId ?? '', ...berkasId]);
    expect(await boleh(sekretaris, berkasId[0] ?? '')).toBe(true);

    const { putusanKini } = await app.get(NilaiService).buka(sekretaris, TAHUN, ormasId);
    expect(putusanKini[KODE]).toMatchObject({ nilai: 3, alasan: 'Laporan memuat dua sumber dana.' });
    expect(putusanKini[KODE]?.berkas.map((b) => [b.nama, b.sha256, b.pihak])).toEqual([
      ['laporan.pdf', laporan?.sha256, 'ormas'],
      ['kunjungan.jpg', lampiran.tambah[0]?.siap.sha256, 'petugas'],
    ]);
    expect((await audit('tingkat.tetapkan'))[0]?.rincian).toContain(laporan?.sha256);

    const hapus = [laporan?.id ?? 0, lain?.id ?? 0];
    const { galat } = await simpan(versi + 1, 4, { hapus });
    expect(galat).toMatchObject([{ bidang: `hapus-${laporan?.id}` }]);
    expect((await bukti(sekretaris)).filter((b) => b.pihak === 'ormas').map((b) => b.nama)).toEqual(['laporan.pdf']);
    await expect(dasar.db.query('DELETE FROM bukti_tingkat WHERE berkas_id = ?', [laporan?.berkasId])).rejects.toThrow(
      'fk_keputusan_tingkat_berkas_bukti',
    );
    await expect(dasar.db.query('DELETE FROM berkas WHERE id = ?', [laporan?.berkasId])).rejects.toThrow(
      'fk_bukti_tingkat_berkas',
    );
  });

  it('keeps the captions of its files as they were read, and holds them against rewriting', async () => {
    await simpan(0, 4, { tambah: [await berkas('laporan.pdf'), await berkas('lain.pdf')] });
    const [laporan, lain] = await bukti(PETUGAS);
    await tetapkan(1, [laporan?.berkasId ?? '']);
    const keterangan = { [laporan?.id ?? 0]: 'Keterangan karangan', [lain?.id ?? 0]: 'Keterangan baru' };
    const { galat } = await simpan(2, 4, { keterangan });
    expect(galat).toMatchObject([{ bidang: `keterangan_${laporan?.id}` }]);
    expect((await bukti(PETUGAS)).map((b) => b.keterangan)).toEqual(['Keterangan laporan.pdf', 'Keterangan baru']);
    const jejak = JSON.parse((await audit('tingkat.bukti'))[1]?.rincian ?? '{}') as Record<string, unknown>;
    expect(jejak.keterangan).toEqual([
      { berkas: lain?.berkasId, sebelum: 'Keterangan lain.pdf', sesudah: 'Keterangan baru' },
    ]);
    // Whatever may happen to the row of the file: the decision says what was read.
    await dasar.db.query("UPDATE bukti_tingkat SET keterangan = 'Ditulis ulang' WHERE berkas_id = ?", [
      laporan?.berkasId,
    ]);
    const { putusanKini } = await app.get(NilaiService).buka(sekretaris, TAHUN, ormasId);
    expect(putusanKini[KODE]?.berkas.map((b) => b.keterangan)).toEqual(['Keterangan laporan.pdf']);
  });

  it('cannot rest on a draft, nor on a file of another indicator', async () => {
    await simpan(0, null, { tambah: [await berkas('draf.pdf')] });
    const [draf] = await bukti(sekretaris);
    expect(await kode(tetapkan(1, [draf?.berkasId ?? '']))).toBe('isian-tidak-sah');
    expect(await kode(tetapkan(1, [], 3))).toBe('isian-tidak-sah');
    await tetapkan(1, [], 1);
  });

  it('keeps every earlier decision beside the one that stands', async () => {
    await simpan(0, 4, { tambah: [await berkas('laporan.pdf')] });
    const [laporan] = await bukti(PETUGAS);
    await tetapkan(1, [laporan?.berkasId ?? '']);
    await tetapkan(2, [], 1);
    const semua = await dasar.db.query<{ nilai: number; berkas: string }[]>(
      `SELECT k.nilai, (SELECT COUNT(*) FROM keputusan_tingkat_berkas b WHERE b.keputusan_id = k.id) AS berkas
       FROM keputusan_tingkat k JOIN tingkat_indikator t ON t.id = k.tingkat_id WHERE t.ormas_id = ? ORDER BY k.id`,
      [ormasId],
    );
    expect(semua).toEqual([
      { nilai: 3, berkas: '1' },
      { nilai: 1, berkas: '0' },
    ]);
  });

  it('lets its files be read by those who may, and leaves a trace of a document', async () => {
    await simpan(0, 4, { tambah: [await berkas('laporan.pdf')] });
    const [b] = await bukti(PETUGAS);
    const id = b?.berkasId ?? '';
    const boleh7 = await Promise.all(
      [
        sekretaris,
        PETUGAS,
        orang('kabid'),
        orang('kaban'),
        orang('opd', { opdId: 2 }),
        orang('opd', { opdId: 3 }),
        orang('sekretaris', { ormasId: ormasId - 1 }),
        orang('admin'),
        orang('pimpinan'),
      ].map((a) => boleh(a, id)),
    );
    expect(boleh7).toEqual([true, true, true, true, true, false, false, false, false]);
    expect((await app.get(BerkasService).untukDibaca({ ...PETUGAS, id: 999 }, id)).dicatat).toBe(true);
    const pimpinan = await bukti(orang('pimpinan'));
    expect(pimpinan).toMatchObject([{ nama: '', terbaca: false }]);
  });
});

import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { isiKunjungan } from '../../src/cli/contoh/kunjungan.js';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { Clock } from '../../src/common/clock.js';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { Gudang } from '../../src/infra/storage/gudang.js';
import { KeaktifanModule } from '../../src/modules/keaktifan/keaktifan.module.js';
import { KeaktifanService } from '../../src/modules/keaktifan/keaktifan.service.js';
import { BacaKunjunganService } from '../../src/modules/lapangan/baca-kunjungan.service.js';
import { BeritaAcaraService } from '../../src/modules/lapangan/berita-acara.service.js';
import { PenyapuFoto } from '../../src/modules/lapangan/jobs/penyapu-foto.js';
import { htmlBeritaAcara } from '../../src/modules/lapangan/jobs/dokumen-berita-acara.js';
import { type KunjunganRinci, type Sasaran } from '../../src/modules/lapangan/kunjungan.types.js';
import { RencanaKunjunganService } from '../../src/modules/lapangan/rencana-kunjungan.service.js';
import { TanggapanKunjunganService } from '../../src/modules/lapangan/tanggapan-kunjungan.service.js';
import { PendaftaranModule } from '../../src/modules/pendaftaran/pendaftaran.module.js';
import { PeriksaPendaftaranService } from '../../src/modules/pendaftaran/periksa-pendaftaran.service.js';
import { WorkerModule } from '../../src/worker.module.js';
import {
  akunPetugas,
  beritaAcaraContoh,
  kunjunganRencana,
  kunjunganSelesai,
  kunjunganTertulis,
} from '../factories/kunjungan.js';
import { buatOrmas } from '../factories/ormas.js';
import { pendaftaranTerkirim } from '../factories/pendaftaran.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { bacaHuruf } from '../support/laporan.js';

@Module({})
class UjiModule {}

let dasar: BasisDataUji;
let app: INestApplicationContext;
let hari: string;
let petugas: Aktor;
let petugas2: Aktor;
const kabid: Aktor = { ...AKTOR_SISTEM, peran: 'kabid' };
const ambil = <T>(kelas: new (...args: never[]) => T): T => app.get(kelas, { strict: false });
const ke = (id: number): Sasaran => ({ jenis: 'ormas', id });
const ormasBaru = async (nama?: string) => (await buatOrmas(dasar.db, nama ? { nama } : {})).id;
const sekretaris = (ormasId: number): Aktor => ({ ...AKTOR_SISTEM, peran: 'sekretaris', ormasId });
const rinci = (aktor: Aktor, id: number): Promise<KunjunganRinci> => ambil(BacaKunjunganService).rinci(aktor, id);
const rencana = (tanggal: string, siapa: Aktor[] = [petugas]) => ({
  teks: { tujuan: 'pemutakhiran', tanggal, jam: '', tempat: '', bekal: 'Tanyakan SK pengurus.' },
  petugas: siapa.map((p) => p.id ?? 0),
});
const kabar = (ormasId: number) =>
  dasar.db.query<{ judul: string }[]>('SELECT judul FROM notifikasi WHERE ormas_id = ? ORDER BY id', [ormasId]);

beforeAll(async () => {
  dasar = await basisDataUji();
  const imports = [WorkerModule.untuk(dasar.config), PendaftaranModule, KeaktifanModule];
  app = await NestFactory.createApplicationContext({ module: UjiModule, imports }, { logger: false });
  hari = tanggalWib(ambil(Clock).sekarang());
  petugas = await akunPetugas(dasar.db, 'Petugas Melati Rekaan');
  petugas2 = await akunPetugas(dasar.db, 'Petugas Cendana Umpama');
});
afterAll(async () => {
  await app?.close();
  await dasar?.hapus();
});

describe('planning visits', () => {
  it('plans several at once, all or none, and tells ormas and officers', async () => {
    const [a, b] = [await ormasBaru(), await ormasBaru()];
    const besok = tambahHari(hari, 1);
    const id = await ambil(RencanaKunjunganService).rencanakan(
      petugas,
      [ke(b), ke(a)],
      rencana(besok, [petugas, petugas2]),
    );
    expect(await rinci(petugas, id[0] ?? 0)).toMatchObject({ sasaran: ke(b), status: 'direncanakan', tanggal: besok });
    expect((await kabar(a))[0]?.judul).toMatch(/^Kunjungan petugas direncanakan/);
    const [n] = await dasar.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM notifikasi WHERE akun_id = ?', [
      petugas2.id,
    ]);
    expect(Number(n?.n)).toBe(2);
    // One of them is visited that day already: none is planned anew.
    const lagi = ambil(RencanaKunjunganService).rencanakan(petugas, [ke(await ormasBaru()), ke(a)], rencana(besok));
    await expect(lagi).rejects.toMatchObject({ kode: 'sudah-ada', rincian: { isian: [{ bidang: 'tanggal' }] } });
    const [jumlah] = await dasar.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM kunjungan');
    expect(Number(jumlah?.n)).toBe(2);
  });

  it('of two officers who plan the same visit at the same moment one hears of the other', async () => {
    const id = await ormasBaru();
    const besok = tambahHari(hari, 2);
    const hasil = await Promise.allSettled(
      [petugas, petugas2].map((p) => ambil(RencanaKunjunganService).rencanakan(p, [ke(id)], rencana(besok, [p]))),
    );
    expect(hasil.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
    const gagal = hasil.find((h) => h.status === 'rejected');
    expect(gagal?.reason).toMatchObject({ kode: 'sudah-ada' });
  });

  it('refuses what has ended, what is not there, and who may not', async () => {
    const id = await ormasBaru();
    await dasar.db.query("UPDATE ormas SET status = 'bubar' WHERE id = ?", [id]);
    const coba = (aktor: Aktor, s: Sasaran) =>
      ambil(RencanaKunjunganService).rencanakan(aktor, [s], rencana(tambahHari(hari, 1)));
    await expect(coba(petugas, ke(id))).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    await expect(coba(petugas, ke(4_000_000))).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await expect(coba(sekretaris(id), ke(id))).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    await expect(coba(petugas, { jenis: 'pendaftaran', id: 4_000_000 })).rejects.toMatchObject({
      kode: 'tidak-ditemukan',
    });
  });

  it('changes, calls off and plans again by recorded decisions; a stale page is told both plans', async () => {
    const ormasId = await ormasBaru();
    const id = await kunjunganRencana(app, petugas, ke(ormasId));
    const layanan = ambil(RencanaKunjunganService);
    const lusa = tambahHari(hari, 3);
    await layanan.ubah(petugas2, id, 1, rencana(lusa, [petugas2]));
    await expect(layanan.ubah(petugas, id, 1, rencana(tambahHari(hari, 4)))).rejects.toMatchObject({
      kode: 'versi-berbeda',
      rincian: { tersimpan: { Petugas: petugas2.nama }, milikAnda: { Petugas: petugas.nama } },
    });
    await expect(layanan.batalkan(petugas, id, 2, '')).rejects.toMatchObject({
      rincian: { isian: [{ bidang: 'alasan' }] },
    });
    await layanan.batalkan(kabid, id, 2, 'Bentrok dengan rapat rekaan.');
    expect(await rinci(sekretaris(ormasId), id)).toMatchObject({
      status: 'dibatalkan',
      alasan: 'Bentrok dengan rapat rekaan.',
    });
    await expect(ambil(BeritaAcaraService).mulai(petugas2, id, 3)).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
    });
    await layanan.pulihkan(petugas, id, 3, 'Rapat rekaan ditunda.');
    const k = await rinci(petugas, id);
    expect([k.status, k.tanggal, k.alasan]).toEqual(['direncanakan', lusa, null]);
    expect(k.riwayat.map((r) => r.aksi)).toEqual([
      ...['kunjungan.pulihkan', 'kunjungan.batalkan', 'kunjungan.ubah-rencana', 'kunjungan.rencanakan'],
    ]);
    expect((await kabar(ormasId)).length).toBe(4);
  });
});

describe('the record of a visit', () => {
  it('is written by those who go alone; two who write at once do not overwrite each other', async () => {
    const ormasId = await ormasBaru();
    const id = await kunjunganRencana(app, petugas, ke(ormasId), hari);
    const layanan = ambil(BeritaAcaraService);
    await expect(layanan.mulai(kabid, id, 1)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    await expect(layanan.mulai(petugas2, id, 1)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
    await layanan.mulai(petugas, id, 1);
    const isi = beritaAcaraContoh(hari, [petugas.id ?? 0, petugas2.id ?? 0]);
    await layanan.tulis(petugas, id, 2, isi);
    const hasil = await Promise.allSettled([
      layanan.tulis(petugas, id, 3, { ...isi, temuan: 'Temuan pertama' }),
      layanan.tulis(petugas2, id, 3, { ...isi, temuan: 'Temuan kedua' }),
    ]);
    expect(hasil.filter((h) => h.status === 'fulfilled')).toHaveLength(1);
    const gagal = hasil.find((h) => h.status === 'rejected');
    expect(gagal?.reason).toMatchObject({ kode: 'versi-berbeda' });
    expect(Object.keys((gagal?.reason as { rincian: { milikAnda: object } }).rincian.milikAnda)).toContain('Temuan');
    // The ormas is told that it is being written, and nothing of it.
    expect(await rinci(sekretaris(ormasId), id)).toMatchObject({ status: 'dilaksanakan', isian: null, foto: [] });
  });

  it('is signed off only when complete, numbered without gap, and read by each as far as it may', async () => {
    const ormasId = await ormasBaru('Yayasan Kunjungan Rekaan');
    const { id, versi } = await kunjunganTertulis(app, petugas, ke(ormasId), { temuan: '' });
    const layanan = ambil(BeritaAcaraService);
    await expect(layanan.selesaikan(petugas, id, versi)).rejects.toMatchObject({
      rincian: { isian: [{ bidang: 'temuan' }] },
    });
    await layanan.tulis(petugas, id, versi, beritaAcaraContoh(hari, [petugas.id ?? 0]));
    await layanan.selesaikan(petugas, id, versi + 1);
    const dua = await kunjunganSelesai(app, petugas, ke(await ormasBaru()));
    const nomor = [id, dua.id].map(async (x) => (await rinci(petugas, x)).beritaAcara[0]?.nomor);
    expect(await Promise.all(nomor)).toEqual([1, 2].map((n) => `BAK-${hari.slice(0, 4)}-000${n}`));
    const kantor = await rinci(petugas, id);
    expect(kantor.isian?.penerimaNama).toBe('Kenanga Khayal');
    const ormas = await rinci(sekretaris(ormasId), id);
    expect([ormas.isian?.penerimaNama, ormas.isian?.penerimaJabatan, ormas.foto.length]).toEqual(['', 'Sekretaris', 1]);
    const [o] = await dasar.db.query<{ opdId: number }[]>('SELECT opd_id AS opdId FROM ormas WHERE id = ?', [ormasId]);
    const opd = await rinci({ ...AKTOR_SISTEM, peran: 'opd', opdId: o?.opdId ?? 0 }, id);
    expect([opd.isian?.temuan.length, opd.foto, opd.beritaAcara[0]?.berkasId, opd.bekal]).toEqual([
      ...[kantor.isian?.temuan.length, [], null, ''],
    ]);
    expect(JSON.stringify(kantor.beritaAcara[0]?.isi)).not.toContain('Kenanga');
    await expect(rinci({ ...AKTOR_SISTEM, peran: 'opd', opdId: 99 }, id)).rejects.toMatchObject({
      kode: 'tidak-ditemukan',
    });
  });

  it('is opened again by a decision: the old one stays with its number, the answer is asked for anew', async () => {
    const ormasId = await ormasBaru();
    const { id, versi } = await kunjunganSelesai(app, petugas, ke(ormasId));
    const tanggapi = (v: number, sikap: 'setuju' | 'tidak-setuju', kata: string) =>
      ambil(TanggapanKunjunganService).tanggapi(sekretaris(ormasId), id, v, { sikap, kata });
    await expect(tanggapi(versi, 'tidak-setuju', '')).rejects.toMatchObject({ kode: 'isian-tidak-sah' });
    await tanggapi(versi, 'tidak-setuju', 'Papan nama ada di pagar.');
    await expect(tanggapi(versi, 'setuju', '')).rejects.toMatchObject({ kode: 'versi-berbeda' });
    expect((await rinci(petugas, id)).jawaban).toMatchObject({
      sikap: 'tidak-setuju',
      kata: 'Papan nama ada di pagar.',
    });
    await expect(
      ambil(TanggapanKunjunganService).tanggapi(sekretaris(ormasId + 1), id, versi + 1, { sikap: 'setuju', kata: '' }),
    ).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await ambil(BeritaAcaraService).bukaKembali(kabid, id, versi + 1, 'Keberatan ormas benar.');
    await ambil(BeritaAcaraService).selesaikan(petugas, id, versi + 2);
    const k = await rinci(petugas, id);
    expect(k.jawaban).toBeNull();
    expect(k.beritaAcara.map((b) => [b.dicabutPada === null, b.isi.menggantikan])).toEqual([
      [true, k.beritaAcara[1]?.nomor],
      [false, null],
    ]);
    expect((await rinci(sekretaris(ormasId), id)).beritaAcara).toHaveLength(1);
  });

  it('counts as a sign of life at once, but not where nobody was met, and no longer when it is opened again', async () => {
    const [ada, sepi] = [await ormasBaru(), await ormasBaru()];
    const tanda = async (id: number) => {
      const semua = { diam: '0', opd: '', kecamatan: '', kelurahan: '' } as const;
      return (await ambil(KeaktifanService).kunjungan(petugas, semua)).find((b) => b.id === id)?.tanda.kunjungan;
    };
    const { id, versi } = await kunjunganSelesai(app, petugas, ke(ada));
    await kunjunganSelesai(app, petugas, ke(sepi), { ditemui: false });
    expect([await tanda(ada), await tanda(sepi)]).toEqual([hari, null]);
    await ambil(BeritaAcaraService).bukaKembali(petugas, id, versi, 'Tanggalnya keliru.');
    expect(await tanda(ada)).toBeNull();
  });
});

describe('photos of a record that was never signed off', () => {
  const foto = async (kunjunganId: number) =>
    dasar.db.query<{ id: number; berkasId: string }[]>(
      'SELECT id, berkas_id AS berkasId FROM kunjungan_foto WHERE kunjungan_id = ? ORDER BY id',
      [kunjunganId],
    );
  const adaBerkas = async (id: string) =>
    (await dasar.db.query<unknown[]>('SELECT 1 FROM berkas WHERE id = ?', [id])).length > 0;
  const lepas = (id: number, versi: number, f: number) =>
    ambil(BeritaAcaraService).tulis(petugas, id, versi, beritaAcaraContoh(hari, [petugas.id ?? 0]), {
      ...{ tambah: [], lepas: [f], keterangan: {} },
    });

  it('go altogether when they are taken off; one that a signed record shows stays for it', async () => {
    const draf = await kunjunganTertulis(app, petugas, ke(await ormasBaru()));
    const [a] = await foto(draf.id);
    await lepas(draf.id, draf.versi, a?.id ?? 0);
    expect(await foto(draf.id)).toEqual([]);
    expect(await adaBerkas(a?.berkasId ?? '')).toBe(false);
    const [jejak] = await dasar.db.query<{ rincian: string }[]>(
      "SELECT rincian FROM audit WHERE objek = 'kunjungan' AND objek_id = ? ORDER BY id DESC LIMIT 1",
      [draf.id],
    );
    expect((JSON.parse(jejak?.rincian ?? '{}') as { foto: { hilang: string[] } }).foto.hilang).toHaveLength(1);

    const selesai = await kunjunganSelesai(app, petugas, ke(await ormasBaru()));
    await ambil(BeritaAcaraService).bukaKembali(petugas, selesai.id, selesai.versi, 'Fotonya kurang jelas.');
    const [b] = await foto(selesai.id);
    await lepas(selesai.id, selesai.versi + 1, b?.id ?? 0);
    expect(await foto(selesai.id)).toHaveLength(1);
    expect(await adaBerkas(b?.berkasId ?? '')).toBe(true);
  });

  it('go a month after the visit was called off, not those of a signed record, and not while it may be planned again', async () => {
    const penyapu = ambil(PenyapuFoto);
    const batal = async (k: { id: number; versi: number }) =>
      ambil(RencanaKunjunganService).batalkan(petugas, k.id, k.versi, 'Sekretariat rekaan pindah.');
    const [baru, lama, pernah, ditulis] = [
      await kunjunganTertulis(app, petugas, ke(await ormasBaru())),
      await kunjunganTertulis(app, petugas, ke(await ormasBaru())),
      await kunjunganSelesai(app, petugas, ke(await ormasBaru())),
      await kunjunganTertulis(app, petugas, ke(await ormasBaru())),
    ];
    await ambil(BeritaAcaraService).bukaKembali(petugas, pernah.id, pernah.versi, 'Tanggalnya keliru.');
    for (const k of [baru, lama, { id: pernah.id, versi: pernah.versi + 1 }]) await batal(k);
    const tuakan = (id: number[]) =>
      dasar.db.query('UPDATE kunjungan SET diubah_pada = diubah_pada - INTERVAL 31 DAY WHERE id IN (?)', [id]);
    await tuakan([lama.id, pernah.id, ditulis.id]);
    const [f] = await foto(lama.id);
    expect(await penyapu.sapu()).toBe(1);
    expect(await penyapu.sapu()).toBe(0);
    expect(await adaBerkas(f?.berkasId ?? '')).toBe(false);
    expect((await Promise.all([baru, lama, pernah, ditulis].map((k) => foto(k.id)))).map((x) => x.length)).toEqual([
      ...[1, 0, 1, 1],
    ]);
    const aksi = (await rinci(petugas, lama.id)).riwayat[0]?.aksi;
    expect([aksi, (await rinci(sekretaris(1), lama.id).catch(() => null))?.riwayat]).toEqual([
      ...['kunjungan.sapu-foto', undefined],
    ]);
  });
});

describe('the list of visits', () => {
  it('narrows by part, officer and place, counts every part, and shows an OPD its cluster', async () => {
    const baca = ambil(BacaKunjunganService);
    const s = { bagian: 'saya', tujuan: '', petugasId: null, kelurahanId: null } as const;
    const { jumlah, isi } = await baca.daftar(petugas, s, 1);
    expect(isi.jumlah).toBe(jumlah.saya);
    expect(isi.isi.every((k) => k.petugas.includes(petugas.nama))).toBe(true);
    for (const bagian of ['minggu', 'mendatang', 'terlewat', 'selesai', 'dibatalkan'] as const)
      expect(await baca.cetak(petugas, { ...s, bagian })).toMatchObject({
        isi: { length: jumlah[bagian] },
        jumlah: jumlah[bagian],
      });
    expect((await baca.daftar(petugas, { ...s, bagian: 'mendatang', kelurahanId: 67 }, 1)).isi.jumlah).toBe(0);
    const milik = await baca.daftar(petugas, { ...s, bagian: 'mendatang', petugasId: petugas2.id }, 1);
    expect(milik.isi.isi.every((k) => k.petugas.includes(petugas2.nama))).toBe(true);
    const opd: Aktor = { ...AKTOR_SISTEM, peran: 'opd', opdId: 99 };
    expect((await baca.daftar(opd, { ...s, bagian: 'selesai' }, 1)).isi.jumlah).toBe(0);
    await expect(baca.daftar(sekretaris(1), s, 1)).rejects.toMatchObject({ kode: 'tidak-berwenang' });
  });
});

describe('a visit to an application', () => {
  it('is planned while the office examines, seen by its applicant, and goes along into the register', async () => {
    const { id, versi, pemohon } = await pendaftaranTerkirim(app, dasar.db, { surel: 'pemohon@contoh.invalid' });
    const kunjungan = await kunjunganRencana(app, petugas, { jenis: 'pendaftaran', id });
    expect(await rinci(pemohon, kunjungan)).toMatchObject({ sasaran: { jenis: 'pendaftaran', id }, bekal: '' });
    const [kabarPemohon] = await dasar.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM notifikasi WHERE akun_id = ? AND jenis = 'kunjungan'",
      [pemohon.id],
    );
    expect(Number(kabarPemohon?.n)).toBe(1);
    await expect(rinci({ ...AKTOR_SISTEM, peran: 'pimpinan' }, kunjungan)).rejects.toMatchObject({
      kode: 'tidak-ditemukan',
    });
    await ambil(PeriksaPendaftaranService).ambil(petugas, id);
    await ambil(PeriksaPendaftaranService).tolak(petugas, id, versi + 1, 'Alasan rekaan penolakan.');
    await expect(
      kunjunganRencana(app, petugas, { jenis: 'pendaftaran', id }, tambahHari(hari, 5)),
    ).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    const ormasId = await ormasBaru();
    await ambil(Transaksi).jalankan((em) => ambil(RencanaKunjunganService).kaitkanOrmas(em, id, ormasId));
    expect(await rinci(sekretaris(ormasId), kunjungan)).toMatchObject({ sasaran: ke(ormasId) });
  });
});

describe('the document of a record, with the real worker, queue and Chromium', () => {
  it('is printed once, tagged, with embedded fonts and photos, under its SHA-256, and without the name of who was met', async () => {
    const { id } = await kunjunganSelesai(app, petugas, ke(await ormasBaru('Yayasan Cetak Rekaan')), {
      sikap: 'tidak-setuju',
      kataOrmas: 'Kami berkeberatan atas temuan kedua.',
    });
    let ba = (await rinci(petugas, id)).beritaAcara[0];
    while (ba?.dokumen === 'menunggu') {
      await new Promise((lanjut) => setTimeout(lanjut, 50));
      ba = (await rinci(petugas, id)).beritaAcara[0];
    }
    expect(ba?.dokumen).toBe('selesai');
    const bita = await ambil(Gudang).isi(ba?.sha256 ?? '');
    const doc = await PDFDocument.load(bita);
    expect(doc.getPageCount()).toBeGreaterThan(0);
    expect(doc.catalog.lookup(PDFName.of('StructTreeRoot'))).toBeInstanceOf(PDFDict);
    expect(doc.getTitle()).toContain(ba?.nomor);
    expect(bacaHuruf(doc).every((h) => h.tertanam)).toBe(true);
    expect(bita.length).toBeLessThan(1_000_000);
    if (!ba) throw new Error('No record');
    const html = htmlBeritaAcara(ba);
    for (const kata of [ba.nomor, 'Tidak menyetujui isi berita acara', 'Kami berkeberatan', petugas.nama, 'foto/1.jpg'])
      expect(html).toContain(kata);
    expect(html).not.toContain('Kenanga');
    expect(htmlBeritaAcara({ ...ba, isi: { ...ba.isi, temuan: '<script>x</script>' } })).toContain('&lt;script&gt;');
  });
});

it('the demonstration has visits in every state, some that met nobody, and an answer', async () => {
  const [awal] = await dasar.db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM kunjungan');
  for (let i = 0; i < 6; i++) {
    await dasar.db.query(
      `INSERT INTO akun (surel, nama, peran, ormas_id, dibuat_pada, diubah_pada)
       VALUES (?, ?, 'sekretaris', ?, '2026-01-01', '2026-01-01')`,
      [`s${i}@contoh.invalid`, `Sekretaris Rekaan ${i}`, await ormasBaru()],
    );
    await ormasBaru();
  }
  await dasar.db.query("UPDATE kunjungan SET status = 'dibatalkan', alasan = 'uji' WHERE status <> 'selesai'");
  expect(await isiKunjungan(dasar.config, hari)).toBe('11 kunjungan');
  const baris = await dasar.db.query<{ status: string; n: string; sepi: string; jawab: string }[]>(
    `SELECT status, COUNT(*) AS n, SUM(ditemui = 0) AS sepi, COUNT(jawab_sikap) AS jawab FROM kunjungan
     WHERE id > ? GROUP BY status ORDER BY status`,
    [awal?.id],
  );
  expect(baris.map((b) => [b.status, Number(b.n)])).toEqual([
    ...[
      ['dibatalkan', 1],
      ['dilaksanakan', 2],
      ['direncanakan', 4],
      ['selesai', 4],
    ],
  ]);
  expect(baris.map((b) => [Number(b.sepi), Number(b.jawab)]).at(-1)).toEqual([1, 1]);
});

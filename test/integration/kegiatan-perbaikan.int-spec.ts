import { type TestingModule } from '@nestjs/testing';
import { AKTOR_SISTEM, type Aktor, type Peran } from '../../src/common/aktor.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { type BerkasSiap } from '../../src/modules/berkas/berkas.types.js';
import { BacaKegiatanService } from '../../src/modules/kegiatan/baca-kegiatan.service.js';
import { KegiatanModule } from '../../src/modules/kegiatan/kegiatan.module.js';
import { KegiatanService } from '../../src/modules/kegiatan/kegiatan.service.js';
import { ISIAN_KOSONG, type IsianKegiatan } from '../../src/modules/kegiatan/kegiatan.types.js';
import { KeputusanKegiatanService } from '../../src/modules/kegiatan/keputusan-kegiatan.service.js';
import { StatusOrmasService } from '../../src/modules/ormas/status-ormas.service.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { JamUji } from '../support/jam.js';
import { modulUji } from '../support/modul.js';

const jam = new JamUji('2026-03-10');
let dasar: BasisDataUji;
let modul: TestingModule;
let kegiatan: KegiatanService;
let keputusan: KeputusanKegiatanService;
let baca: BacaKegiatanService;
let berkas: BerkasService;
let foto: BerkasSiap;
let fotoLain: BerkasSiap;
let surat: BerkasSiap;

beforeAll(async () => {
  dasar = await basisDataUji();
  modul = await modulUji(dasar, jam, [AkunModule, KegiatanModule]);
  kegiatan = modul.get(KegiatanService);
  keputusan = modul.get(KeputusanKegiatanService);
  baca = modul.get(BacaKegiatanService);
  berkas = modul.get(BerkasService);
  foto = await berkas.siapkanIsi(await fotoContoh(), 'foto.jpg');
  fotoLain = await berkas.siapkanIsi(await fotoContoh('#225577'), 'foto lain.jpg');
  surat = await berkas.siapkanIsi(await pdfContoh('Rahasia'), 'rahasia.pdf');
});
afterAll(async () => {
  await modul.close();
  await dasar.hapus();
});

let nomor = 0;
async function akun(peran: Peran, lingkup: { opdId?: number; ormasId?: number } = {}): Promise<Aktor> {
  const nama = `Uji ${peran} ${++nomor}`;
  const [id] = await modul
    .get(AkunService)
    .muatBanyak(AKTOR_SISTEM, [
      { surel: `uji-${nomor}@contoh.invalid`, nama, peran, sandi: `sandi-acak-${nomor}-${process.pid}`, ...lingkup },
    ]);
  return { id: id ?? 0, nama, peran, opdId: lingkup.opdId ?? null, ormasId: lingkup.ormasId ?? null };
}

const isian = (lain: Partial<IsianKegiatan> = {}): IsianKegiatan => ({
  ...ISIAN_KOSONG,
  judul: 'Bakti contoh',
  uraian: 'Membersihkan sungai bersama warga.',
  tanggalMulai: '2026-03-01',
  tanggalSelesai: '2026-03-01',
  tempat: 'Tepi sungai',
  ...lain,
});
const RAHASIA = isian({
  judul: 'Judul rahasia',
  uraian: 'Uraian rahasia.',
  tempat: 'Tempat rahasia',
  tanggalMulai: '2025-01-15',
  tanggalSelesai: '2025-01-16',
  pesertaLaki: 77,
});
const satuFoto = () => ({ siap: foto, keterangan: 'Warga di tepi sungai' });

interface Panggung {
  ormas: { id: number; opdId: number | null };
  sekretaris: Aktor;
  petugas: Aktor;
  lain: Aktor[];
  id: number;
  lama: { id: number; berkasId: string };
  baru: { id: number; berkasId: string };
}

/** A report that came back and is being rewritten: one file taken off, one added, every word changed. Its version is 4. */
async function ditulisUlang(): Promise<Panggung> {
  const ormas = await buatOrmas(dasar.db);
  const sekretaris = await akun('sekretaris', { ormasId: ormas.id });
  const petugas = await akun('petugas');
  const lain = [petugas, await akun('pimpinan'), await akun('kaban'), await akun('opd', { opdId: ormas.opdId ?? 0 })];
  const id = await kegiatan.simpanDraf(sekretaris, ormas.id, isian(), [
    { siap: fotoLain, keterangan: 'Spanduk' },
    satuFoto(),
  ]);
  await kegiatan.ajukan(sekretaris, id, 1);
  await keputusan.kembalikan(petugas, id, 2, 'Lengkapi uraiannya.');
  const [lepas] = (await baca.rinci(sekretaris, id)).bukti;
  await kegiatan.ubah(sekretaris, id, 3, RAHASIA, {
    tambah: [{ siap: surat, keterangan: 'Keterangan rahasia' }],
    hapus: [lepas?.id ?? 0],
    keterangan: {},
  });
  const baru = (await baca.rinci(sekretaris, id)).bukti.find((b) => b.jenis === 'dokumen');
  if (!lepas || !baru) throw new Error('no evidence');
  return { ormas, sekretaris, petugas, lain, id, lama: lepas, baru };
}

const semuaTerbaca = async (siapa: Aktor, p: Panggung): Promise<string> => {
  const tahun = await baca.hitungTahun(siapa, p.ormas.id);
  const daftar = await Promise.all(tahun.map((t) => baca.daftarOrmas(siapa, p.ormas.id, t.tahun)));
  const { terhenti: _, ...rinci } = await baca.rinci(siapa, p.id);
  return JSON.stringify([tahun.map((t) => t.tahun), daftar, rinci]);
};

describe('what an ormas rewrites of a report that was sent', () => {
  it('is read by its secretary alone; everybody else goes on reading what was sent', async () => {
    const p = await ditulisUlang();
    for (const siapa of p.lain) {
      const terbaca = await semuaTerbaca(siapa, p);
      expect(terbaca).not.toMatch(/rahasia|2025-01|"pesertaLaki":77/i);
      expect(await baca.rinci(siapa, p.id)).toMatchObject({
        ...{ isian: { judul: 'Bakti contoh', tanggalMulai: '2026-03-01' }, naskah: false },
        ditulisUlangPada: jam.kini,
      });
    }
    const milik = await baca.rinci(p.sekretaris, p.id);
    expect(milik).toMatchObject({ isian: RAHASIA, naskah: true });
    expect(milik.bukti.map((b) => [b.jenis, b.keterangan])).toEqual([
      ['foto', 'Warga di tepi sungai'],
      ['dokumen', 'Keterangan rahasia'],
    ]);
    const jejak = await dasar.db.query<{ ringkasan: string }[]>('SELECT ringkasan FROM audit WHERE objek_id = ?', [
      String(p.id),
    ]);
    expect(JSON.stringify(jejak)).not.toContain('rahasia');
  });

  it('stays theirs when it is withdrawn and restored, and the receipt tells what was received', async () => {
    const p = await ditulisUlang();
    await kegiatan.batalkan(p.sekretaris, p.id, 4);
    for (const siapa of p.lain) expect(await semuaTerbaca(siapa, p)).not.toMatch(/rahasia|"pesertaLaki":77/i);
    await kegiatan.pulihkan(p.sekretaris, p.id, 5);
    await kegiatan.ubah(p.sekretaris, p.id, 6, { ...RAHASIA, judul: 'Lebih rahasia' });
    for (const siapa of p.lain) expect(await semuaTerbaca(siapa, p)).not.toMatch(/rahasia|"pesertaLaki":77/i);
    expect((await baca.rinci(p.sekretaris, p.id)).isian.judul).toBe('Lebih rahasia');
    const tandaTerima = await baca.terkirim(p.sekretaris, p.id);
    expect([tandaTerima.isian.judul, tandaTerima.bukti.length]).toEqual(['Bakti contoh', 2]);
  });

  it('becomes what everybody reads when it is sent, with what changed', async () => {
    const p = await ditulisUlang();
    const [tetap] = (await baca.rinci(p.petugas, p.id)).bukti.filter((b) => b.id !== p.lama.id);
    await kegiatan.ubah(p.sekretaris, p.id, 4, isian({ uraian: 'Lebih lengkap.' }), {
      tambah: [],
      hapus: [],
      keterangan: { [tetap?.id ?? 0]: 'Keterangan baru', [p.baru.id]: 'Daftar hadir' },
    });
    await kegiatan.ajukan(p.sekretaris, p.id, 5);
    const k = await baca.rinci(p.petugas, p.id);
    expect(k).toMatchObject({ ditulisUlangPada: null, isian: { uraian: 'Lebih lengkap.' } });
    // A file that stays keeps its row: others refer to it.
    expect(k.bukti.map((b) => [b.keterangan, b.berkasId])).toEqual([
      ['Keterangan baru', tetap?.berkasId],
      ['Daftar hadir', p.baru.berkasId],
    ]);
    expect(k.bukti[0]?.id).toBe(tetap?.id);
    expect(k.riwayat[0]?.beda.map((b) => b.sesudah)).toEqual(['Lebih lengkap.', 'Keterangan baru', 'Daftar hadir', '']);
    expect(await dasar.db.query('SELECT * FROM kegiatan_perbaikan WHERE kegiatan_id = ?', [p.id])).toEqual([]);
  });

  it('waits when the office opens the returned report again: decided is what was sent', async () => {
    const p = await ditulisUlang();
    await keputusan.bukaKembali(p.petugas, p.id, 4, 'Ternyata sudah cukup.');
    expect(await baca.rinci(p.sekretaris, p.id)).toMatchObject({ naskah: false, isian: { judul: 'Bakti contoh' } });
    await keputusan.verifikasi(p.petugas, p.id, 5);
    const [o] = await dasar.db.query<{ t: string }[]>('SELECT kegiatan_terakhir AS t FROM ormas WHERE id = ?', [
      p.ormas.id,
    ]);
    expect(o?.t).toBe('2026-03-01');
    await keputusan.bukaKembali(p.petugas, p.id, 6, 'Keliru.');
    await keputusan.kembalikan(p.petugas, p.id, 7, 'Masih kurang.');
    expect((await baca.rinci(p.sekretaris, p.id)).isian.judul).toBe('Judul rahasia');
  });
});

describe('files of what is being rewritten', () => {
  it('added are read by those who write, removed ones by the office until the next sending', async () => {
    const p = await ditulisUlang();
    const rekan = await akun('sekretaris', { ormasId: p.ormas.id });
    const boleh = async (siapa: Aktor, { berkasId }: { berkasId: string }) =>
      berkas.untukDibaca(siapa, berkasId).then(
        () => true,
        () => false,
      );
    for (const siapa of p.lain) {
      expect([await boleh(siapa, p.baru), await boleh(siapa, p.lama)]).toEqual([false, true]);
    }
    expect([await boleh(p.sekretaris, p.baru), await boleh(rekan, p.baru)]).toEqual([true, true]);
    // One that was added and taken off again within the rewriting leaves nothing; one that was sent stays with its row.
    const sisa = await berkas.sisaKuota(p.ormas.id);
    await kegiatan.ubah(p.sekretaris, p.id, 4, isian(), { tambah: [satuFoto()], hapus: [], keterangan: {} });
    const sekilas = (await baca.rinci(p.sekretaris, p.id)).bukti.at(-1);
    await kegiatan.ubah(p.sekretaris, p.id, 5, isian(), { tambah: [], hapus: [sekilas?.id ?? 0], keterangan: {} });
    expect(await berkas.sisaKuota(p.ormas.id)).toBe(sisa);
    await kegiatan.ubah(p.sekretaris, p.id, 6, isian());
    await kegiatan.ajukan(p.sekretaris, p.id, 7);
    for (const siapa of p.lain) {
      expect([await boleh(siapa, p.baru), await boleh(siapa, p.lama)]).toEqual([true, false]);
    }
  });

  it('are at most twenty, those taken off not counted, and a form made before the first change names the same files', async () => {
    const p = await ditulisUlang();
    const delapanBelas = Array.from({ length: 18 }, satuFoto);
    await kegiatan.ubah(p.sekretaris, p.id, 4, isian(), { tambah: delapanBelas, hapus: [], keterangan: {} });
    const { bukti } = await baca.rinci(p.sekretaris, p.id);
    expect([bukti.length, new Set(bukti.map((b) => b.id)).size]).toEqual([20, 20]);
    expect(bukti.map((b) => b.id)).not.toContain(p.lama.id);
    await expect(
      kegiatan.ubah(p.sekretaris, p.id, 5, isian(), { tambah: [satuFoto()], hapus: [], keterangan: {} }),
    ).rejects.toMatchObject({ kode: 'berkas-ditolak' });
  });
});

describe('the word of an OPD', () => {
  it('stays with other words and is gone with other days', async () => {
    const ormas = await buatOrmas(dasar.db);
    const opdId = ormas.opdId ?? 0;
    const [sekretaris, petugas] = [await akun('sekretaris', { ormasId: ormas.id }), await akun('petugas')];
    const id = await kegiatan.simpanDraf(sekretaris, ormas.id, isian({ bersamaOpdId: opdId }), [satuFoto()]);
    await kegiatan.ajukan(sekretaris, id, 1);
    await keputusan.konfirmasiBersama(await akun('opd', { opdId }), id, 2);
    const kirimUlang = async (versi: number, lain: Partial<IsianKegiatan>) => {
      await keputusan.kembalikan(petugas, id, versi, 'Perbaiki.');
      await kegiatan.ubah(sekretaris, id, versi + 1, isian({ bersamaOpdId: opdId, ...lain }));
      await kegiatan.ajukan(sekretaris, id, versi + 2);
      return (await baca.rinci(petugas, id)).opdKonfirmasiPada;
    };
    expect(await kirimUlang(3, { uraian: 'Lebih lengkap.' })).not.toBeNull();
    expect(await kirimUlang(6, { tanggalMulai: '2026-02-01', tanggalSelesai: '2026-02-01' })).toBeNull();
  });
});

describe('an ormas that was suspended or has ended', () => {
  it.each([
    ['bubar', 'bubar sejak 20 Februari 2026'],
    ['dibekukan', 'dibekukan sejak 20 Februari 2026'],
  ] as const)('does not report what came after (%s), and still what came before', async (status, kata) => {
    const ormas = await buatOrmas(dasar.db);
    const [sekretaris, petugas] = [await akun('sekretaris', { ormasId: ormas.id }), await akun('petugas')];
    const dikirimDahulu = await kegiatan.simpanDraf(sekretaris, ormas.id, isian(), [satuFoto()]);
    await kegiatan.ajukan(sekretaris, dikirimDahulu, 1);
    const [o] = await dasar.db.query<{ versi: number }[]>('SELECT versi FROM ormas WHERE id = ?', [ormas.id]);
    await modul.get(StatusOrmasService).ubahStatus(petugas, ormas.id, o?.versi ?? 0, {
      ...{ status, berlaku: '2026-02-20', alasan: 'Keputusan contoh 001/2026' },
    });
    const sesudah = await kegiatan.simpanDraf(sekretaris, ormas.id, isian(), [satuFoto()]);
    await expect(kegiatan.ajukan(sekretaris, sesudah, 1)).rejects.toMatchObject({
      kode: 'isian-tidak-sah',
      rincian: { isian: [{ bidang: 'tanggalMulai', pesan: expect.stringContaining(kata) as string }] },
    });
    await kegiatan.ubah(sekretaris, sesudah, 1, isian({ tanggalMulai: '2026-02-20', tanggalSelesai: '2026-02-20' }));
    await kegiatan.ajukan(sekretaris, sesudah, 2);
    expect((await baca.rinci(petugas, sesudah)).status).toBe('diajukan');
    expect((await baca.rinci(petugas, dikirimDahulu)).terhenti).toMatchObject([{ status, sejak: '2026-02-20' }]);
  });
});

import { type TestingModule } from '@nestjs/testing';
import { type Aktor } from '../../src/common/aktor.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { type BerkasSiap, KUOTA_ORMAS } from '../../src/modules/berkas/berkas.types.js';
import { KeadaanOrmasService } from '../../src/modules/ormas/keadaan-ormas.service.js';
import { OrmasService } from '../../src/modules/ormas/ormas.service.js';
import { RiwayatOrmasService } from '../../src/modules/ormas/riwayat-ormas.service.js';
import { BacaPerubahanService } from '../../src/modules/perubahan/baca-perubahan.service.js';
import { KeputusanPerubahanService } from '../../src/modules/perubahan/keputusan-perubahan.service.js';
import { type Ketikan, type Perihal } from '../../src/modules/perubahan/perubahan.aturan.js';
import { PerubahanModule } from '../../src/modules/perubahan/perubahan.module.js';
import { PerubahanService } from '../../src/modules/perubahan/perubahan.service.js';
import { pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { JamUji } from '../support/jam.js';
import { aktorUji, modulUji } from '../support/modul.js';

const jam = new JamUji('2026-03-10');
let dasar: BasisDataUji;
let modul: TestingModule;
let perubahan: PerubahanService;
let keputusan: KeputusanPerubahanService;
let baca: BacaPerubahanService;
let surat: BerkasSiap;

const PETUGAS = aktorUji('petugas');
const UMUM = { berlaku: '2026-02-01', alasan: 'Keputusan musyawarah rekaan.' };

beforeAll(async () => {
  dasar = await basisDataUji();
  modul = await modulUji(dasar, jam, [PerubahanModule]);
  perubahan = modul.get(PerubahanService);
  keputusan = modul.get(KeputusanPerubahanService);
  baca = modul.get(BacaPerubahanService);
  surat = await modul
    .get(BerkasService, { strict: false })
    .siapkanIsi(Buffer.from(await pdfContoh('Surat rekaan')), 'surat.pdf');
});
afterAll(async () => {
  await modul.close();
  await dasar.hapus();
});

const satu = async (sql: string, nilai: unknown[]): Promise<Record<string, unknown>> => {
  const [b] = await dasar.db.query<Record<string, unknown>[]>(sql, nilai);
  return b ?? {};
};
const register = (id: number): Promise<Record<string, unknown>> => satu('SELECT * FROM ormas WHERE id = ?', [id]);

/** Sends a request of an ormas; returns its id. */
async function ajukan(ormasId: number, perihal: Perihal, isi: Ketikan, siapa?: Aktor): Promise<number> {
  const pemohon = siapa ?? aktorUji('sekretaris', { ormasId });
  const id = await perubahan.buat(pemohon, ormasId, perihal, { ...UMUM, ...isi }, { tambah: [surat], lepas: [] });
  await perubahan.ajukan(pemohon, id, 1);
  return id;
}

const terlihat = async (id: number): Promise<{ versi: number; versiOrmas: number }> => {
  const { versi, versiOrmas } = await baca.rinci(PETUGAS, id);
  return { versi, versiOrmas };
};
const setujui = async (id: number): Promise<void> => keputusan.setujui(PETUGAS, id, await terlihat(id));
const masalah = async (id: number): Promise<string[]> =>
  (await modul.get(RiwayatOrmasService, { strict: false }).periksa()).filter((s) => s.startsWith(`Ormas ${id}:`));
const pada = (id: number, hari: string) => modul.get(KeadaanOrmasService, { strict: false }).pada(PETUGAS, id, hari);

describe('an approved request', () => {
  it('changes name, search and history in one step, from the day asked for', async () => {
    const { id, nama } = await buatOrmas(dasar.db);
    const p = await ajukan(id, 'nama', { nama: 'Yayasan Melati Berganti Rekaan' });
    expect((await register(id)).nama).toBe(nama);
    await setujui(p);
    const o = await register(id);
    expect(o).toMatchObject({ nama: 'Yayasan Melati Berganti Rekaan', nama_normal: 'yayasanmelatibergantirekaan' });
    expect(o.cari).toContain('bergantirekan');
    const { n } = await satu("SELECT COUNT(*) AS n FROM ormas WHERE id = ? AND cari LIKE '%bergant%'", [id]);
    expect(Number(n)).toBeGreaterThan(0);
    const nama_ = async (hari: string) => (await pada(id, hari)).fakta.find((f) => f.fakta === 'nama')?.isi.Nama;
    expect([await nama_('2026-01-31'), await nama_('2026-02-01')]).toEqual([nama, 'Yayasan Melati Berganti Rekaan']);
    expect(await masalah(id)).toEqual([]);
    const jejak = await satu("SELECT rincian FROM audit WHERE aksi = 'perubahan.setujui' AND objek_id = ?", [
      String(p),
    ]);
    expect(JSON.parse(String(jejak.rincian))).toMatchObject({ sebelum: { Nama: nama }, berlaku: '2026-02-01' });
  });

  it('moves the secretariat, and takes the letter of domicile into the documents', async () => {
    const { id } = await buatOrmas(dasar.db);
    const { id: tempat } = (await satu("SELECT id FROM kelurahan WHERE nama = 'Sempur'", [])) as { id: number };
    const isi = { alamat: 'Jl. Rekaan No. 7', rt: '1', rw: '2', kelurahan: String(tempat) };
    const bukti = { buktiNomor: '474/1-Rekaan', buktiTanggal: '2026-01-30', buktiSampai: '2027-01-30' };
    await setujui(await ajukan(id, 'sekretariat', { ...isi, ...bukti }));
    expect(await register(id)).toMatchObject({ alamat: 'Jl. Rekaan No. 7', kelurahan_id: tempat, luar_domisili: 0 });
    expect(
      await satu("SELECT nomor, status, berlaku_sampai FROM ormas_dokumen WHERE ormas_id = ? AND jenis = 'domisili'", [
        id,
      ]),
    ).toEqual({ nomor: '474/1-Rekaan', status: 'sah', berlaku_sampai: '2027-01-30' });
    expect(await masalah(id)).toEqual([]);
  });

  it('replaces the whole board: who sat before and who sits now can be read by day', async () => {
    const { id } = await buatOrmas(dasar.db);
    await dasar.db.query(
      "INSERT INTO pengurus (ormas_id, jabatan, nama, dari) VALUES (?, 'ketua', 'Ketua Lama', '2020-01-15')",
      [id],
    );
    const isi = {
      'p-ketua': 'Ketua Baru',
      'p-sekretaris': 'Sek Baru',
      'p-bendahara': 'Ben Baru',
      sampai: '2030-02-01',
    };
    const p = await ajukan(id, 'pengurus', { ...isi, 'j-0': 'Wakil Ketua', 'n-0': 'Wakil Baru' });
    await setujui(p);
    const siapa = async (hari: string) => (await pada(id, hari)).pengurus.map((x) => x.nama);
    expect(await siapa('2026-01-31')).toEqual(['Ketua Lama']);
    expect(await siapa('2026-02-01')).toEqual(['Ketua Baru', 'Sek Baru', 'Ben Baru', 'Wakil Baru']);
    await keputusan.bukaKembali(PETUGAS, p, await terlihat(p), 'SK ternyata belum ditandatangani.');
    expect(await siapa('2026-02-01')).toEqual(['Ketua Lama']);
    expect((await baca.rinci(PETUGAS, p)).status).toBe('diajukan');
    await setujui(p);
    expect(await siapa('2026-02-01')).toHaveLength(4);
  });

  it('lets the cluster follow the bidang, unless an officer decided it', async () => {
    const { id } = await buatOrmas(dasar.db, { opdId: null });
    const p = await ajukan(id, 'bidang', { bidang: 'lingkungan' });
    await setujui(p);
    const dlh = await satu("SELECT id FROM opd WHERE kode = 'dlh'", []);
    expect((await register(id)).opd_id).toBe(dlh.id);
    await keputusan.bukaKembali(PETUGAS, p, await terlihat(p), 'Keliru memilih bidang.');
    expect((await register(id)).opd_id).toBeNull();
    expect(await masalah(id)).toEqual([]);
    const jejak = "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'ormas.pindah-klaster' AND objek_id = ?";
    expect(Number((await satu(jejak, [String(id)])).n)).toBe(1);

    await setujui(p);
    const { versi } = await register(id);
    const ke = { opd: 'dp3a', bidang: '', alasan: 'Hasil rapat penetapan klaster' };
    await modul.get(OrmasService, { strict: false }).pindahKlaster(PETUGAS, id, Number(versi), ke);
    await expect(keputusan.bukaKembali(PETUGAS, p, await terlihat(p), 'Keliru lagi.')).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
    });
    expect((await register(id)).opd_id).toBe((await satu("SELECT id FROM opd WHERE kode = 'dp3a'", [])).id);

    const { id: tetap } = await buatOrmas(dasar.db);
    const isi = { opd: 'dp3a', bidang: '', alasan: 'Hasil rapat penetapan klaster' };
    await dasar.db.query('UPDATE ormas SET opd_id = NULL WHERE id = ?', [tetap]);
    await modul.get(OrmasService, { strict: false }).pindahKlaster(PETUGAS, tetap, 1, isi);
    const opd = (await register(tetap)).opd_id;
    await setujui(await ajukan(tetap, 'bidang', { bidang: 'lingkungan', berlaku: '2026-03-10' }));
    expect((await register(tetap)).opd_id).toBe(opd);
  });
});

describe('two hands at once', () => {
  it('an approval on a page older than the register shows both, and stores nothing', async () => {
    const { id } = await buatOrmas(dasar.db);
    const p = await ajukan(id, 'npwp', { npwp: '01.234.567.8-901.000' });
    const lama = await terlihat(p);
    await modul
      .get(OrmasService, { strict: false })
      .ubahKontak(PETUGAS, id, 1, { telepon: '081200000011', surel: null });
    await expect(keputusan.setujui(PETUGAS, p, lama)).rejects.toMatchObject({
      kode: 'versi-berbeda',
      rincian: { milikAnda: { NPWP: '012345678901000' }, tersimpan: { NPWP: '' } },
    });
    expect((await register(id)).npwp).toBeNull();
    await setujui(p);
    expect((await register(id)).npwp).toBe('012345678901000');
  });

  it('of two officers the second is shown the decision of the first', async () => {
    const { id } = await buatOrmas(dasar.db);
    const p = await ajukan(id, 'npwp', { npwp: '012345678901001' });
    const lama = await terlihat(p);
    const hasil = await Promise.allSettled([
      keputusan.tolak(PETUGAS, p, lama, 'Kartu tidak terbaca.'),
      keputusan.setujui(aktorUji('kabid'), p, lama),
    ]);
    expect(hasil.map((h) => h.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(keputusan.kembalikan(PETUGAS, p, lama, 'Mohon dilengkapi.')).rejects.toMatchObject({
      kode: 'versi-berbeda',
    });
  });

  it('a reversal is refused once the same data was changed again; both go when the later one goes first', async () => {
    const { id } = await buatOrmas(dasar.db, { opdId: null });
    const p = await ajukan(id, 'npwp', { npwp: '012345678901002' });
    await setujui(p);
    const q = await ajukan(id, 'npwp', { npwp: '012345678901003', berlaku: '2026-03-01' });
    await setujui(q);
    await expect(keputusan.bukaKembali(PETUGAS, p, await terlihat(p), 'Keliru disetujui.')).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
    });
    const npwp = async (hari: string) => (await pada(id, hari)).fakta.find((f) => f.fakta === 'npwp')?.isi.NPWP;
    const batal = async (x: number): Promise<void> =>
      keputusan.bukaKembali(PETUGAS, x, await terlihat(x), 'Keliru disetujui.');
    await batal(q);
    expect([await npwp('2026-02-01'), await npwp('2026-03-01')]).toEqual(['012345678901002', '012345678901002']);
    await batal(p);
    expect((await register(id)).npwp).toBeNull();
    expect(await npwp('2026-03-01')).toBe(await npwp('2026-01-31'));
    // Two of one day: the later takes the earlier one's place, and gives it back.
    const awal = await register(id);
    const bidang: number[] = [];
    for (const nama of ['lingkungan', 'pemuda-olahraga']) {
      bidang.push(await ajukan(id, 'bidang', { bidang: nama }));
      await setujui(bidang.at(-1) ?? 0);
    }
    for (const x of bidang.reverse()) await batal(x);
    expect(await register(id)).toMatchObject({ bidang_id: awal.bidang_id, opd_id: null });
    expect(await masalah(id)).toEqual([]);
  });

  it('a day before the present value began is refused at its field', async () => {
    const { id } = await buatOrmas(dasar.db);
    await setujui(await ajukan(id, 'npwp', { npwp: '012345678901004', berlaku: '2026-02-20' }));
    const p = await ajukan(id, 'npwp', { npwp: '012345678901005', berlaku: '2026-02-10' });
    await expect(setujui(p)).rejects.toMatchObject({ rincian: { isian: [{ bidang: 'berlaku' }] } });
    expect((await baca.rinci(PETUGAS, p)).status).toBe('diajukan');
  });
});

describe('what is asked before it is sent', () => {
  it.each<[string, Perihal, Ketikan, string]>([
    ['nothing filled in', 'nama', { nama: '' }, 'nama'],
    ['no reason', 'nama', { nama: 'Baru', alasan: 'x' }, 'alasan'],
    ['a day to come', 'nama', { nama: 'Baru', berlaku: '2026-03-11' }, 'berlaku'],
    ['a day that does not exist', 'nama', { nama: 'Baru', berlaku: '2026-02-30' }, 'berlaku'],
    ['an NPWP of ten digits', 'npwp', { npwp: '1234567890' }, 'npwp'],
    ['an unknown bidang', 'bidang', { bidang: 'tidak-ada' }, 'bidang'],
    ['a kelurahan of nowhere', 'sekretariat', { alamat: 'Jl. X', kelurahan: '999999' }, 'kelurahan'],
    ['an office without a name', 'pengurus', { 'p-ketua': 'A', 'j-1': 'Wakil' }, 'n-1'],
    ['a term that ends before it begins', 'pengurus', { 'p-ketua': 'A', sampai: '2026-01-01' }, 'sampai'],
  ])('%s: the draft stays, the field says why', async (_apa, perihal, isi, bidang) => {
    const { id } = await buatOrmas(dasar.db);
    const pemohon = aktorUji('sekretaris', { ormasId: id });
    const p = await perubahan.buat(pemohon, id, perihal, { ...UMUM, ...isi }, { tambah: [surat], lepas: [] });
    const galat = await perubahan.ajukan(pemohon, p, 1).catch((g: unknown) => g);
    expect((galat as { rincian: { isian: { bidang: string }[] } }).rincian.isian.map((g) => g.bidang)).toContain(
      bidang,
    );
    expect((await baca.rinci(pemohon, p)).ketikan).toMatchObject(isi);
  });

  it('the paper that the law wants, and something that is different', async () => {
    const { id, nama } = await buatOrmas(dasar.db);
    const pemohon = aktorUji('sekretaris', { ormasId: id });
    const tanpa = await perubahan.buat(pemohon, id, 'nama', { ...UMUM, nama: 'Nama Lain' });
    await expect(perubahan.ajukan(pemohon, tanpa, 1)).rejects.toMatchObject({
      rincian: { isian: [{ bidang: 'bukti' }] },
    });
    const sama = await perubahan.buat(pemohon, id, 'nama', { ...UMUM, nama }, { tambah: [surat], lepas: [] });
    await expect(perubahan.ajukan(pemohon, sama, 1)).rejects.toMatchObject({
      rincian: { isian: [{ bidang: 'nama' }] },
    });
  });
});

describe('evidence that is taken off', () => {
  it('goes with its room while the request was never sent; once it was sent it stays and counts', async () => {
    const { id } = await buatOrmas(dasar.db);
    const pemohon = aktorUji('sekretaris', { ormasId: id });
    const berkas = modul.get(BerkasService, { strict: false });
    const isi = { ...UMUM, nama: 'Nama Pengganti Rekaan' };
    const p = await perubahan.buat(pemohon, id, 'nama', isi, { tambah: [surat], lepas: [] });
    const [keliru] = (await baca.rinci(pemohon, p)).bukti;
    await perubahan.ubah(pemohon, p, 1, isi, { tambah: [surat], lepas: [keliru?.id ?? 0] });
    const [kirim, ...lain] = (await baca.rinci(pemohon, p)).bukti;
    expect(lain).toEqual([]);
    expect(await berkas.menurutId([keliru?.berkasId ?? ''])).toEqual([]);
    expect(await berkas.sisaKuota(id)).toBe(KUOTA_ORMAS - surat.ukuran);
    await perubahan.ajukan(pemohon, p, 2);
    await keputusan.kembalikan(PETUGAS, p, await terlihat(p), 'Surat kurang jelas.');
    await perubahan.ubah(pemohon, p, 4, isi, { tambah: [surat], lepas: [kirim?.id ?? 0] });
    expect((await baca.rinci(pemohon, p)).bukti.map((b) => b.id)).not.toContain(kirim?.id);
    expect(await berkas.menurutId([kirim?.berkasId ?? ''])).toHaveLength(1);
    expect(await berkas.sisaKuota(id)).toBe(KUOTA_ORMAS - 2 * surat.ukuran);
  });

  it('of another request is not touched', async () => {
    const { id } = await buatOrmas(dasar.db);
    const pemohon = aktorUji('sekretaris', { ormasId: id });
    const isi = { ...UMUM, nama: 'Nama Pengganti Rekaan' };
    const [satu, dua] = [
      await perubahan.buat(pemohon, id, 'nama', isi, { tambah: [surat], lepas: [] }),
      await perubahan.buat(pemohon, id, 'npwp', { ...UMUM, npwp: '' }, { tambah: [surat], lepas: [] }),
    ];
    const [asing] = (await baca.rinci(pemohon, dua)).bukti;
    await perubahan.ubah(pemohon, satu, 1, isi, { tambah: [], lepas: [asing?.id ?? 0] });
    expect((await baca.rinci(pemohon, dua)).bukti).toHaveLength(1);
  });
});

describe('who reads what', () => {
  it('an OPD sees that the NPWP changes, not the number, and never the paper; others see nothing', async () => {
    const { id, opdId } = await buatOrmas(dasar.db);
    const p = await ajukan(id, 'npwp', { npwp: '012345678901006' });
    const opd = aktorUji('opd', { opdId });
    expect(JSON.stringify(await baca.rinci(opd, p))).not.toContain('012345678901006');
    const { bukti } = await baca.rinci(PETUGAS, p);
    const berkas = modul.get(BerkasService, { strict: false });
    const fid = bukti[0]?.berkasId ?? '';
    for (const lain of [opd, aktorUji('pimpinan'), aktorUji('admin')]) {
      await expect(berkas.untukDibaca(lain, fid)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
      expect((await baca.rinci(lain, p)).bukti).toEqual([]);
    }
    expect(await berkas.untukDibaca(aktorUji('kabid', { id: 9 }), fid)).toMatchObject({ dicatat: true });
    for (const lain of [aktorUji('sekretaris', { ormasId: id + 1 }), aktorUji('opd', { opdId: 999 })]) {
      await expect(baca.rinci(lain, p)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
      await expect(perubahan.cabut(lain, p, 2)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
      await expect(perubahan.buat(lain, id, 'nama', {})).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    }
  });

  it('an officer enters a change from a paper on the same path; it is the officer’s until it is sent', async () => {
    const { id } = await buatOrmas(dasar.db);
    const pemohon = aktorUji('sekretaris', { ormasId: id });
    const p = await perubahan.buat(
      PETUGAS,
      id,
      'npwp',
      { ...UMUM, npwp: '012345678901007' },
      { tambah: [surat], lepas: [] },
    );
    await expect(baca.rinci(pemohon, p)).rejects.toMatchObject({ kode: 'tidak-ditemukan' });
    await perubahan.ajukan(PETUGAS, p, 1);
    expect((await baca.rinci(pemohon, p)).boleh).toMatchObject({ lihat: true, cabut: false });
    await setujui(p);
    expect((await baca.milikOrmas(pemohon, id)).map((x) => x.status)).toEqual(['disetujui']);
  });

  it('warns of another ormas with the same number', async () => {
    const kembar = await buatOrmas(dasar.db);
    await dasar.db.query("UPDATE ormas SET npwp = '0012345678901008' WHERE id = ?", [kembar.id]);
    const { id } = await buatOrmas(dasar.db);
    const p = await ajukan(id, 'npwp', { npwp: '012345678901008' });
    expect((await baca.rinci(PETUGAS, p)).serupa).toMatchObject([
      { id: kembar.id, nama: kembar.nama, sebab: ['npwp'] },
    ]);
  });
});

import { type TestingModule } from '@nestjs/testing';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { OrmasRincianService } from '../../src/modules/ormas/ormas-rincian.service.js';
import { BacaPerubahanService } from '../../src/modules/perubahan/baca-perubahan.service.js';
import { KeputusanPerubahanService } from '../../src/modules/perubahan/keputusan-perubahan.service.js';
import { type Ketikan, type Perihal } from '../../src/modules/perubahan/perubahan.aturan.js';
import { PerubahanModule } from '../../src/modules/perubahan/perubahan.module.js';
import { PerubahanService } from '../../src/modules/perubahan/perubahan.service.js';
import { BacaSuratService } from '../../src/modules/surat/baca-surat.service.js';
import { kalimatBeda } from '../../src/modules/surat/beda-surat.js';
import { SuratService } from '../../src/modules/surat/surat.service.js';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { JamUji } from '../support/jam.js';
import { aktorUji, modulUji } from '../support/modul.js';

const jam = new JamUji('2026-03-10');
const PETUGAS = aktorUji('petugas');
let dasar: BasisDataUji;
let modul: TestingModule;
const ambil = <T>(kelas: new (...args: never[]) => T): T => modul.get(kelas, { strict: false });

beforeAll(async () => {
  dasar = await basisDataUji();
  modul = await modulUji(dasar, jam, [AkunModule, PerubahanModule]);
  await ambil(AkunService).muatBanyak(AKTOR_SISTEM, [
    { surel: 'p@contoh.invalid', nama: 'Petugas Rekaan', peran: 'petugas', sandi: 'kata-sandi-uji-1' },
  ]);
});
afterAll(async () => {
  await modul.close();
  await dasar.hapus();
});

async function ubah(ormasId: number, perihal: Perihal, isi: Ketikan): Promise<number> {
  const pemohon = aktorUji('sekretaris', { ormasId });
  const bukti = await ambil(BerkasService).siapkanIsi(Buffer.from(await pdfContoh('Bukti rekaan')), 'bukti.pdf');
  const ketikan = { ...isi, berlaku: '2026-02-01', alasan: 'Keputusan musyawarah rekaan.' };
  const id = await ambil(PerubahanService).buat(pemohon, ormasId, perihal, ketikan, { tambah: [bukti], lepas: [] });
  await ambil(PerubahanService).ajukan(pemohon, id, 1);
  await ambil(KeputusanPerubahanService).setujui(PETUGAS, id, await ambil(BacaPerubahanService).rinci(PETUGAS, id));
  return id;
}

const kabar = () =>
  dasar.db.query<{ judul: string; isi: string; tautan: string }[]>(
    `SELECT n.judul, n.isi, n.tautan FROM notifikasi n JOIN notifikasi_penerima p ON p.notifikasi_id = n.id
     JOIN akun a ON a.id = p.akun_id AND a.peran = 'petugas' WHERE n.jenis = 'surat' ORDER BY n.id`,
  );

it('a letter says what on it is no longer so after changes were approved, officers are told, and the replacement is right', async () => {
  const { id } = await buatOrmas(dasar.db, { nama: 'Perkumpulan Lama Rekaan' });
  await ubah(id, 'pengurus', {
    ...{ 'p-ketua': 'Bakung Rekaan', 'p-sekretaris': 'Cempaka Umpama', 'p-bendahara': 'Damar Misalnya' },
    ...{ sampai: '2031-02-28', buktiNomor: 'SK-1/Rekaan', buktiTanggal: '2026-01-20' },
  });
  const terbit = await ambil(SuratService).terbitkanSendiri(PETUGAS, { ormasId: id, alasan: '' });
  const baca = ambil(BacaSuratService);
  expect(await baca.bukti(terbit.kode)).toMatchObject({ keadaan: 'berlaku', berubah: false });
  expect((await ambil(OrmasRincianService).rincian(PETUGAS, id)).surat).toBeNull();

  await ubah(id, 'npwp', { npwp: '000000000000777' });
  expect(await kabar()).toEqual([]);

  await ubah(id, 'pengurus', {
    ...{ 'p-ketua': 'Dahlia Rekaan', 'p-sekretaris': 'Cempaka Umpama', 'p-bendahara': 'Damar Misalnya' },
    ...{ sampai: '2031-02-28', buktiNomor: 'SK-2/Rekaan', buktiTanggal: '2026-01-25' },
  });
  const ganti = await ubah(id, 'nama', { nama: 'Perkumpulan Baru Rekaan' });
  const kalimat = [
    'Ketua pada surat ini sudah berganti sejak 1 Februari 2026.',
    'Nama organisasi pada surat ini sudah berubah sejak 1 Februari 2026.',
  ];
  const surat = await baca.rinci(PETUGAS, terbit.id);
  expect((await baca.beda(surat)).map(kalimatBeda)).toEqual(kalimat);
  expect((await ambil(OrmasRincianService).rincian(PETUGAS, id)).surat).toEqual({
    ...{ id: terbit.id, nomor: terbit.nomor, kalimat, bolehGanti: true },
  });
  expect(await baca.bukti(terbit.kode)).toMatchObject({ keadaan: 'berlaku', berubah: true });
  const diberitahu = await kabar();
  expect(diberitahu.map((k) => k.tautan)).toEqual([`/surat/${terbit.id}`, `/surat/${terbit.id}`]);
  expect(diberitahu[0]?.isi).toContain(kalimat[0]);
  expect(JSON.stringify(diberitahu)).not.toMatch(/Bakung|Dahlia/);

  // Taken back, the name is right again; the chair is not.
  const dibuka = await ambil(BacaPerubahanService).rinci(PETUGAS, ganti);
  await ambil(KeputusanPerubahanService).bukaKembali(PETUGAS, ganti, dibuka, 'Aktanya keliru dibaca.');
  expect((await baca.beda(await baca.rinci(PETUGAS, terbit.id))).map((b) => b.label)).toEqual(['Ketua']);

  const calon = await baca.calon(PETUGAS, id);
  expect(calon.saranAlasan).toBe('Perubahan ketua');
  const pengganti = await ambil(SuratService).terbitkanSendiri(PETUGAS, { ormasId: id, alasan: calon.saranAlasan });
  expect(await baca.bukti(pengganti.kode)).toMatchObject({ keadaan: 'berlaku', berubah: false });
  expect(await baca.bukti(terbit.kode)).toMatchObject({ keadaan: 'diganti', berubah: false });
  expect((await ambil(OrmasRincianService).rincian(PETUGAS, id)).surat).toBeNull();
});

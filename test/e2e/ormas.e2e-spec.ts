import { type Type } from '@nestjs/common';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { KlasterService } from '../../src/modules/klaster/klaster.service.js';
import { bacaRegister } from '../../src/modules/ormas/impor/baca-register.js';
import { KamusBidang } from '../../src/modules/ormas/impor/bidang.js';
import { tanggalWib } from '../../src/common/tanggal.js';
import { bacaCsv } from '../../src/modules/ormas/impor/csv.js';
import { PencocokGanda } from '../../src/modules/ormas/impor/pencocok-ganda.js';
import { OrmasRegisterService } from '../../src/modules/ormas/ormas-register.service.js';
import { WilayahService } from '../../src/modules/wilayah/wilayah.service.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

const REGISTER = [
  'nama_ormas;akta_notaris;sk_kemenkumham;sk_ormas;alamat_sekretariat;kecamatan;npwp;nomor_skko;nomor_reg;tanggal_reg;berlaku_skko;ketua;sekretaris;bendahara;bendahara_2;telepon',
  'Yayasan Rekaan Satu;;AHU-0000001.AH.01.04.2015;;Jl. Contoh No. 1 RT 1/RW 2 Kel. Gudang;Bogor Tengah;;220/001;REG-1;2020-01-02;2030-01-02;Ketua Rekaan;;;;081200000001',
  'Forum Rekaan Dua;;;220/2-Bkbp/2015;Jl. Contoh No. 2 RT 1/RW 2 Kel. Sempur;Bogor Tengah;;220/002;REG-2;2020-01-02;2020-12-31;Ketua Rekaan;;;;081200000002',
  'Paguyuban Rekaan "<b>Tiga</b>";;;220/3-Bkbp/2015;Jl. Contoh No. 3 Kel. Loji;Bogor Barat;;220/003;REG-3;2020-01-02;2030-01-02;;;;;',
].join('\n');

let uji: AplikasiUji;
let petugas: Pengunjung;
let satu: number;
let dp3a: number;

const angka = async (sql: string, nilai: unknown[] = []): Promise<number> => {
  const [baris] = await uji.db.query<Record<string, number>[]>(sql, nilai);
  return Number(Object.values(baris ?? {})[0] ?? 0);
};

beforeAll(async () => {
  uji = await aplikasiUji();
  const layanan = <T>(kelas: Type<T>): T => uji.app.get(kelas, { strict: false });
  const rujukan = {
    hariIni: tanggalWib(new Date()),
    wilayah: await layanan(WilayahService).kamus(),
    bidang: new KamusBidang((await layanan(KlasterService).data()).bidang),
  };
  const { diterima } = bacaRegister(bacaCsv(Buffer.from(REGISTER)), rujukan, new PencocokGanda());
  expect(diterima).toHaveLength(3);
  await layanan(Transaksi).jalankan((em) =>
    layanan(OrmasRegisterService).daftarkanBanyak(em, AKTOR_SISTEM, diterima, {
      berkas: 'rekaan.csv',
      tataLetak: 'skko',
      hitungan: { baris: 3, ganda: 0, ditolak: 0 },
    }),
  );
  satu = await angka("SELECT id FROM ormas WHERE nama = 'Yayasan Rekaan Satu'");
  dp3a = await angka("SELECT id FROM opd WHERE kode = 'dp3a'");
  petugas = await uji.masukSebagai('petugas');
});
afterAll(() => uji.tutup());

it('the list answers a search from the address bar, escapes names, and says when nothing fits', async () => {
  const semua = await petugas.buka('/ormas').expect(200);
  expect(semua.text).toContain('3 ormas');
  expect(semua.text).toContain('&lt;b&gt;Tiga&lt;/b&gt;');
  expect(semua.text).not.toContain('<b>Tiga</b>');
  const cari = await petugas.buka('/ormas?cari=JAJASAN%20gudang').expect(200);
  expect(cari.text).toContain('1 ormas cocok');
  expect((await petugas.buka('/ormas?cari=zzz').expect(200)).text).toContain('Tidak ada ormas yang cocok');
  await petugas.buka('/ormas?halaman=999&urut=apa&bidang=<x>').expect(200);
});

describe('the search by what an officer holds in the hand', () => {
  const cari = (siapa: Pengunjung, teks: string, lain: Record<string, string> = {}) =>
    siapa.kirim('/ormas', '/ormas/cari', { cari: teks, ...lain });

  it('sends a name on to an address that can be kept, with the filters beside it', async () => {
    const jawaban = await cari(petugas, 'rekaan satu', { status: 'terdaftar' });
    expect(jawaban.status).toBe(303);
    expect(jawaban.headers.location).toBe('/ormas?cari=rekaan+satu&status=terdaftar');
  });

  it.each(['0812 0000 0001', '+6281200000001', 'AHU-0000001.AH.01.04.2015', '220/001'])(
    'opens the one ormas with the number %s',
    async (nomor) => {
      const jawaban = await cari(petugas, nomor);
      expect([jawaban.status, jawaban.headers.location]).toEqual([303, `/ormas/${satu}`]);
    },
  );

  it('shows several in answer to the form; the number stands in no address of the page', async () => {
    await uji.db.query("UPDATE ormas SET telepon = '081200000077' WHERE id <> ?", [satu]);
    const { status, text } = await cari(petugas, '0812-0000-0077');
    expect(status).toBe(200);
    expect(text).toContain('2 ormas dengan nomor ini');
    expect(text).toContain('value="0812-0000-0077"');
    expect(text).not.toMatch(/href="[^"]*(0077|0812)/);
  });

  it('says when nobody has it, and keeps it out of the address then too', async () => {
    const { status, text } = await cari(petugas, '089999999999');
    expect(status).toBe(200);
    expect(text).toContain('Tidak ada ormas dengan nomor ini');
    expect(text).not.toMatch(/href="[^"]*0899/);
  });

  it('finds nothing beyond what the role may see', async () => {
    const [dlh] = await uji.db.query<{ id: number }[]>("SELECT id FROM opd WHERE kode = 'dlh'");
    const opd = await uji.masukSebagai('opd', { opdId: dlh?.id ?? 0 });
    expect((await cari(opd, '081200000001')).text).toContain('Tidak ada ormas dengan nomor ini');
    const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: satu + 1 });
    const milik = await sekretaris.kirim(`/ormas/${satu + 1}`, '/ormas/cari', { cari: '081200000001' });
    expect(milik.headers.location).toBe('/ormas');
    const tamu = await uji.tamu().kirim('/masuk', '/ormas/cari', { cari: '081200000001' });
    expect(tamu.headers.location ?? '').not.toContain('/ormas/');
    expect(tamu.text).not.toContain('Rekaan Satu');
  });
});

it('the address of a cluster typed in capitals leads to its page', async () => {
  const pengunjung = await uji.masukSebagai('petugas');
  const jawaban = await pengunjung.agen.get('/klaster/DLH');
  expect([jawaban.status, jawaban.headers.location]).toEqual([303, '/klaster/dlh']);
});

it.each(['/ormas/0', '/ormas/abc', '/ormas/99999999999', '/ormas/4294967295', '/klaster/tidak-ada'])(
  '%s is not found',
  async (alamat) => {
    await petugas.buka(alamat).expect(404);
  },
);

it('the public is led to the sign-in', async () => {
  const jawaban = await uji.tamu().buka(`/ormas/${satu}`).expect(303);
  expect(jawaban.headers.location).toContain('/masuk');
});

it('petugas decides the first cluster with a reason; the OPD then sees the ormas', async () => {
  const opd = await uji.masukSebagai('opd', { opdId: dp3a });
  await opd.buka(`/ormas/${satu}`).expect(404);
  const alamat = `/ormas/${satu}/klaster`;
  const kurang = await petugas.kirim(alamat, alamat, { versi: '1', opd: '', bidang: '', alasan: 'pendek' });
  expect(kurang.status).toBe(422);
  expect(kurang.text).toContain('Pilih OPD.');
  expect(kurang.text).toContain('Tulis alasan, 10 sampai 300 huruf.');
  const isian = { versi: '1', opd: 'dp3a', bidang: 'perempuan-anak', alasan: 'Hasil rapat penetapan klaster' };
  expect((await petugas.kirim(alamat, alamat, isian)).status).toBe(303);
  const halaman = await opd.buka(`/ormas/${satu}`).expect(200);
  expect(halaman.text).toContain('Klaster ditetapkan: DP3A');
  expect(halaman.text).not.toContain('Pindahkan klaster');
  expect((await opd.buka('/klaster').expect(303)).headers.location).toBe('/klaster/dp3a');
  expect((await opd.buka('/klaster/dp3a').expect(200)).text).not.toContain('081200000001');
  await opd.buka('/klaster/dlh').expect(404);
});

it('the overview of clusters is for the office, and lists what waits for a decision', async () => {
  const { text } = await petugas.buka('/klaster').expect(200);
  expect(text).toContain('Forum Rekaan Dua');
  const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: satu });
  await sekretaris.buka('/klaster').expect(403);
});

it('a sekretaris goes from the list to its own ormas, confirms the profile, and sees no other', async () => {
  const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: satu });
  expect((await sekretaris.buka('/ormas').expect(303)).headers.location).toBe(`/ormas/${satu}`);
  await sekretaris.buka(`/ormas/${satu + 1}`).expect(404);
  await sekretaris.buka(`/ormas/${satu}/klaster`).expect(403);
  const halaman = `/ormas/${satu}/konfirmasi`;
  const tanya = await sekretaris.buka(halaman).expect(200);
  expect(tanya.text).toContain('Ada yang berubah');
  expect(tanya.text).toContain('Masih sama, saya pastikan');
  expect((await sekretaris.kirim(halaman, halaman)).status).toBe(303);
  await petugas.buka(halaman).expect(403);
  expect(await angka('SELECT COUNT(*) FROM ormas_konfirmasi WHERE ormas_id = ?', [satu])).toBe(1);
});

it('two people change one contact: the second reads both versions and loses nothing that was stored', async () => {
  const versi = String(await angka('SELECT versi FROM ormas WHERE id = ?', [satu]));
  const alamat = `/ormas/${satu}/kontak`;
  const isian = { versi, telepon: '+62 812-9999-9999', surel: '' };
  expect((await petugas.kirim(alamat, alamat, isian)).status).toBe(303);
  const kedua = await petugas.kirim(alamat, alamat, { ...isian, telepon: '081288888888' });
  expect(kedua.status).toBe(409);
  expect(kedua.text).toContain('081299999999');
  expect(kedua.text).toContain('081288888888');
  expect(kedua.text).toMatch(/Terakhir diubah oleh [^<]+, <time datetime="[^"]+">[^<]+ WIB<\/time>/);
  expect(await angka("SELECT COUNT(*) FROM ormas WHERE id = ? AND telepon = '081299999999'", [satu])).toBe(1);
});

it('a wrong phone comes back with what was typed', async () => {
  const alamat = `/ormas/${satu}/kontak`;
  const jawaban = await petugas.kirim(alamat, alamat, { versi: '1', telepon: '12ab', surel: 'x' });
  expect(jawaban.status).toBe(422);
  expect(jawaban.text).toContain('value="12ab"');
  expect(jawaban.text).toContain('Tulis alamat surel yang lengkap');
});

it('a form sent twice has the effect of once', async () => {
  const alamat = `/ormas/${satu}/kontak`;
  const versi = String(await angka('SELECT versi FROM ormas WHERE id = ?', [satu]));
  const isian = { versi, telepon: '', surel: '' };
  const rahasia = await petugas.rahasia(alamat);
  const kirim = () =>
    petugas.agen
      .post(alamat)
      .set('Accept', 'text/html')
      .type('form')
      .send({ ...rahasia, ...isian });
  expect((await kirim()).status).toBe(303);
  expect((await kirim()).status).toBe(409);
  expect(await angka('SELECT versi FROM ormas WHERE id = ?', [satu])).toBe(Number(versi) + 1);
});

it('the settings of the office are the admin’s: checked, stored, and guarded against a second hand', async () => {
  await petugas.buka('/setelan').expect(403);
  const admin = await uji.masukSebagai('admin');
  const isian = {
    versi: '0',
    kota: 'Kota Rekaan',
    lembaga: 'Badan Rekaan',
    barisKop: 'PEMERINTAH KOTA REKAAN\r\nBADAN REKAAN\r\n',
    alamat: 'Jl. Contoh No. 1',
    kontak: 'kantor@contoh.invalid',
    tempat: 'Rekaan',
    kertas: 'F4',
    jabatan: 'Kepala Badan',
    nama: 'Pejabat Rekaan',
    pangkat: 'Pembina',
    nip: '00000000 000000 0 001',
    formatSurat: '{urut}/REKAAN/{tahun}',
    masaSurat: '5',
    jendelaMulai: '12-01',
  };
  const salah = await admin.kirim('/setelan', '/setelan', { ...isian, nip: '12', kertas: 'A3' });
  expect(salah.status).toBe(422);
  expect(salah.text).toContain('NIP terdiri atas 18 angka.');
  expect((await admin.kirim('/setelan', '/setelan', isian)).status).toBe(303);
  expect((await admin.kirim('/setelan', '/setelan', { ...isian, kota: 'Kota Lain' })).status).toBe(409);
  const { text } = await admin.buka('/setelan').expect(200);
  expect(text).toContain('value="Kota Rekaan"');
  expect(text).toContain('00000000 000000 0 001');
  expect(await angka("SELECT COUNT(*) FROM setelan WHERE kunci = 'kantor' AND versi = 1")).toBe(1);
});

it('lets petugas find a document invalid with a reason, once against what they saw, and nobody else', async () => {
  const dokumen = await angka("SELECT id FROM ormas_dokumen WHERE ormas_id = ? AND jenis = 'dasar-hukum'", [satu]);
  const halaman = `/ormas/${satu}`;
  const aksi = `${halaman}/dokumen/${dokumen}`;
  const status = async () =>
    (await uji.db.query<{ status: string }[]>('SELECT status FROM ormas_dokumen WHERE id = ?', [dokumen]))[0]?.status;
  expect((await petugas.kirim(halaman, aksi, { hasil: 'tidak-sah', statusTerlihat: 'sah', alasan: '' })).status).toBe(
    422,
  );
  const temuan = { hasil: 'tidak-sah', statusTerlihat: 'sah', alasan: 'Nomor tidak ada pada daftar Kementerian.' };
  for (const peran of ['kabid', 'pimpinan', 'admin'] as const) {
    const lain = await uji.masukSebagai(peran);
    expect((await lain.kirim('/akun/sandi', aksi, temuan)).status).toBe(403);
  }
  expect(await status()).toBe('sah');
  expect((await petugas.kirim(halaman, aksi, temuan)).status).toBe(303);
  expect(await status()).toBe('tidak-sah');
  expect((await petugas.buka(halaman)).text).toContain('Nomor tidak ada pada daftar Kementerian.');
  // A colleague whose page still says "sah" is shown both versions.
  const terlambat = await petugas.kirim(halaman, aksi, temuan);
  expect(terlambat.status).toBe(409);
  expect(terlambat.text).toContain('Yang tersimpan sekarang');
});

describe('the ormas as it stood on a day', () => {
  it('says for which day, and lets one choose another', async () => {
    const { text } = await petugas.buka(`/ormas/${satu}?pada=2021-03-01`).expect(200);
    expect(text).toContain('Keadaan per 1 Maret 2021');
    expect(text).toContain('Ketua Rekaan');
    expect(text).toMatch(/name="pada"[^>]*value="2021-03-01"|value="2021-03-01"[^>]*name="pada"/);
    expect((await petugas.buka(`/ormas/${satu}?pada=2019-12-31`).expect(200)).text).toContain(
      'belum tercatat dalam register',
    );
  });

  it.each(['2999-01-01', '2025-02-31', '', '<script>'])('answers %s in words, with the field again', async (hari) => {
    const { text } = await petugas.buka(`/ormas/${satu}?pada=${encodeURIComponent(hari)}`).expect(422);
    expect(text).toContain('Tanggal ini tidak dapat ditampilkan');
    expect(text).not.toContain('<script>');
  });

  it('is for those who see the ormas', async () => {
    const lain = await uji.masukSebagai('sekretaris', { ormasId: satu + 1 });
    await lain.buka(`/ormas/${satu}?pada=2021-03-01`).expect(404);
    await lain.buka(`/ormas/${satu}?pada=salah`).expect(404);
    const opd = await uji.masukSebagai('opd', { opdId: dp3a });
    expect((await opd.buka(`/ormas/${satu}?pada=2021-03-01`).expect(200)).text).not.toMatch(/08\d{8}/);
  });
});

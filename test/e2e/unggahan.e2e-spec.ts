import { tambahHari } from '../../src/common/tanggal.js';
import { BATAS_UNGGAHAN } from '../../src/infra/http/unggahan.js';
import { DAFTAR_PERIKSA } from '../../src/modules/lapangan/daftar-periksa.data.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { kunjunganTertulis } from '../factories/kunjungan.js';
import { isiPendaftaran } from '../factories/pendaftaran.js';
import { PendaftaranService } from '../../src/modules/pendaftaran/pendaftaran.service.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

// Every form that takes files: one that is too large is refused by name at its field, and everything typed is kept.

let uji: AplikasiUji;
let kota: KotaKecil;
let petugas: Pengunjung;
let admin: Pengunjung;
let sekretaris: Pengunjung;
let pemohon: Pengunjung;
const BESAR = Buffer.alloc(BATAS_UNGGAHAN.ukuran + 600_000, 1);

beforeAll(async () => {
  uji = await aplikasiUji();
  kota = await kotaKecil(uji.app, uji.db);
  petugas = await uji.masukSebagai('petugas');
  admin = await uji.masukSebagai('admin');
  sekretaris = await uji.masukSebagai('sekretaris', { ormasId: kota.ormasId });
  pemohon = await uji.masukSebagai('sekretaris', { pemohon: true });
});
afterAll(() => uji.tutup());

interface Formulir {
  orang: Pengunjung;
  halaman: string;
  /** Where it is sent; the page itself unless told. */
  aksi?: string;
  isian: Record<string, string>;
  bidang: string;
  /** What must stand on the page that comes back. */
  tetap: string[];
}
const KETIKAN = 'Ketikan rekaan yang panjang';
const pembinaan = (): Record<string, string> => ({
  ...{ jenis: 'peringatan', tanggal: '2025-03-01', sampai: '', nomor: 'SP/9-Rekaan', tanggalSurat: '2025-02-27' },
  ...{ dasar: 'Surat rekaan', keterangan: KETIKAN },
});

/** Each with what it needs before: the page, what is typed there, the field of its file. */
const FORMULIR: readonly [string, () => Promise<Formulir> | Formulir][] = [
  [
    'a request for a change',
    () => ({
      ...{ orang: sekretaris, halaman: `/ormas/${kota.ormasId}/perubahan/baru?perihal=npwp`, bidang: 'bukti' },
      aksi: `/ormas/${kota.ormasId}/perubahan/baru`,
      isian: { perihal: 'npwp', npwp: '000000000000456', berlaku: '2025-03-01', alasan: KETIKAN },
      tetap: [KETIKAN, '000000000000456', '2025-03-01'],
    }),
  ],
  [
    'a document of an application',
    async () => {
      const aktor = pemohon.aktor;
      if (!aktor) throw new Error('Not signed in');
      const id = await uji.app.get(PendaftaranService, { strict: false }).mulai(aktor);
      await isiPendaftaran(uji.app, aktor, id);
      const halaman = `/pendaftaran/${id}/dokumen/permohonan`;
      const isian = { nomor: 'SP/77-Rekaan', tanggal: '2026-02-03', lanjut: 'ya' };
      return { orang: pemohon, halaman, isian, bidang: 'berkas', tetap: ['SP/77-Rekaan', '2026-02-03'] };
    },
  ],
  [
    'the record of a visit',
    async () => {
      const aktor = petugas.aktor;
      if (!aktor) throw new Error('Not signed in');
      const { id } = await kunjunganTertulis(uji.app, aktor, { jenis: 'ormas', id: kota.ormasId });
      const isian = {
        ...{ tanggal: kota.hari, mulai: '09:00', selesai: '10:00', petugas: String(aktor.id), ditemui: 'ya' },
        ...{ penerimaNama: 'Kenanga Khayal', penerimaJabatan: 'Sekretaris', rekomendasi: '', kataOrmas: '' },
        ...{ temuan: KETIKAN, sikap: 'belum', ket_foto1: 'Ruang arsip', lanjut: 'draf' },
        ...Object.fromEntries(DAFTAR_PERIKSA.flatMap((d) => [[`hasil_${d.kode}`, 'sesuai']])),
      };
      const tetap = [KETIKAN, 'value="Ruang arsip"', 'Kenanga Khayal'];
      return { orang: petugas, halaman: `/kunjungan/${id}/berita-acara`, isian, bidang: 'foto1', tetap };
    },
  ],
  [
    'a document of the register',
    () => ({
      ...{ orang: sekretaris, halaman: `/ormas/${kota.ormasId}/dokumen/baru`, bidang: 'berkas' },
      isian: { jenis: 'domisili', nomor: '470/REKAAN', tanggal: '2026-03-01', berlakuSampai: '2099-03-01' },
      tetap: ['470/REKAAN', '2026-03-01'],
    }),
  ],
  [
    'a register to take in',
    () => ({ orang: petugas, halaman: '/impor', isian: {}, bidang: 'berkas', tetap: ['Berkas register'] }),
  ],
  [
    'the emblem of the office',
    () => ({ orang: admin, halaman: '/setelan/lambang', isian: {}, bidang: 'lambang', tetap: ['Gambar lambang'] }),
  ],
  [
    'a report of an activity',
    () => ({
      ...{ orang: sekretaris, halaman: `/ormas/${kota.ormasId}/kegiatan/baru`, bidang: 'foto1' },
      isian: {
        ...{ judul: 'Pelatihan rekaan', tanggalMulai: tambahHari(kota.hari, -1), tempat: 'Aula rekaan' },
        ...{ uraian: KETIKAN, ket_foto1: 'Peserta di aula', lanjut: 'periksa' },
      },
      tetap: [KETIKAN, 'Pelatihan rekaan', 'value="Peserta di aula"'],
    }),
  ],
  [
    'the self-assessment',
    () => ({
      ...{ orang: sekretaris, halaman: `/penilaian/${kota.tahun}/ormas/${kota.ormasId}/mandiri/KBL3` },
      ...{ isian: { nilai: '3', lanjut: 'kirim', ket_berkas1: KETIKAN }, bidang: 'berkas1' },
      tetap: [KETIKAN, 'value="3" checked'],
    }),
  ],
  [
    'the level that the office gives',
    () => ({
      ...{ orang: petugas, halaman: `/penilaian/${kota.tahun}/ormas/${kota.ormasId}/tingkat/KBL3` },
      ...{ isian: { nilai: '3', alasan: 'Alasan rekaan', ket_berkas1: KETIKAN }, bidang: 'berkas1' },
      tetap: [KETIKAN, 'value="3" checked'],
    }),
  ],
  [
    'a sanction',
    () => ({
      ...{ orang: petugas, halaman: `/ormas/${kota.ormasId}/pembinaan/baru`, bidang: 'dokumen' },
      ...{ isian: pembinaan(), tetap: [KETIKAN, 'SP/9-Rekaan', 'Surat rekaan'] },
    }),
  ],
  [
    'the letter of a sanction that is recorded',
    async () => {
      const baru = `/ormas/${kota.ormasId}/pembinaan/baru`;
      const { headers } = await petugas.kirim(baru, baru, pembinaan());
      const halaman = String(headers.location);
      const aksi = `${halaman}/tindakan/akhiri`;
      const isian = { sampai: '2025-04-01', dasar: 'Surat akhir rekaan' };
      return { orang: petugas, halaman, aksi, isian, bidang: 'surat', tetap: ['2025-04-01', 'Surat akhir rekaan'] };
    },
  ],
  [
    'the report on a recommendation',
    async () => {
      const baru = `/ormas/${kota.ormasId}/rekomendasi/baru`;
      const isi = { isi: 'Susun SOP', sumber: 'Monev rekaan', penanggung: 'ormas', jatuhTempo: '2099-06-30' };
      const { headers } = await petugas.kirim(baru, baru, isi);
      const halaman = String(headers.location);
      const isian = { keadaan: 'selesai', uraian: KETIKAN, selesaiPada: kota.hari };
      return {
        orang: sekretaris,
        halaman,
        aksi: `${halaman}/tindakan/lapor`,
        isian,
        bidang: 'bukti',
        tetap: [KETIKAN],
      };
    },
  ],
];

/** Sends the form as a browser without JavaScript does, with the tokens and the version that stand in it. */
async function kirim(f: Formulir, isi: Buffer) {
  const { text } = await f.orang.buka(f.halaman).expect(200);
  const aksi = f.aksi ?? f.halaman;
  const form = text.split('<form').find((b) => b.includes(`action="${aksi}"`) && b.includes('multipart/form-data'));
  expect([f.halaman, form !== undefined]).toEqual([f.halaman, true]);
  const bawaan = Object.fromEntries(
    ['_csrf', '_formulir', 'versi'].flatMap((n) => {
      const nilai = new RegExp(`name="${n}" value="([^"]*)"`).exec(form ?? '')?.[1];
      return nilai === undefined ? [] : [[n, nilai]];
    }),
  );
  const kiriman = f.orang.agen.post(aksi).set('Accept', 'text/html');
  // The file stands before some of the fields: what comes after it is read too.
  void kiriman.attach(f.bidang, isi, 'terlampau besar.pdf');
  for (const [nama, nilai] of Object.entries({ ...bawaan, ...f.isian })) void kiriman.field(nama, nilai);
  return kiriman;
}

describe.each(FORMULIR)('a file that is too large, in %s,', (_apa, siapkan) => {
  it('is refused by name at its field, and everything typed is kept', async () => {
    const f = await siapkan();
    const { status, text } = await kirim(f, BESAR);
    expect(status).toBe(422);
    expect(text).toContain(`id="galat-${f.bidang}"`);
    const pesan = new RegExp(`id="galat-${f.bidang}"[^>]*>(.*?)</p>`, 's').exec(text)?.[1];
    expect(pesan).toContain('“terlampau besar.pdf” terlalu besar (11,1 MB)');
    expect(f.tetap.filter((t) => !text.includes(t))).toEqual([]);
    // Told before it is sent, too: the field knows its limit and the form goes through the module that looks.
    expect(text).toMatch(new RegExp(`id="isian-${f.bidang}"[^>]*data-unggah data-maksimal="\\d+"`));
    expect(text.split('<form').find((b) => b.includes(`id="isian-${f.bidang}"`))).toContain('data-kirim');
  });
});

it('a sending far too large is refused as a whole, in words that are true and lead back', async () => {
  const halaman = `/ormas/${kota.ormasId}/perubahan/baru?perihal=npwp`;
  const rahasia = await sekretaris.rahasia(halaman);
  const kiriman = sekretaris.agen
    .post(`/ormas/${kota.ormasId}/perubahan/baru`)
    .set({ Accept: 'text/html', Referer: uji.alamat + halaman })
    .field('_csrf', rahasia._csrf);
  const satu = Buffer.alloc(BATAS_UNGGAHAN.kiriman / 4 + 1, 1);
  for (let i = 0; i < 4; i++) void kiriman.attach('bukti', satu, `besar-${i}.pdf`);
  const { status, text } = await kiriman;
  expect(status).toBe(413);
  expect(text).toContain('Tidak ada yang disimpan dari kiriman ini, juga isian teksnya.');
  expect(text).toContain(`href="${halaman.replace('=', '&#x3D;')}"`);
});

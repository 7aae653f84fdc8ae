import { type Browser } from 'puppeteer';
import { type Aktor } from '../../src/common/aktor.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { PembinaanService } from '../../src/modules/pembinaan/pembinaan.service.js';
import { RekomendasiService } from '../../src/modules/rekomendasi/rekomendasi.service.js';
import { pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;
let ada: Isi;
let orang: Record<'petugas' | 'sekretaris', Jendela>;

interface Isi {
  id: number;
  berlaku: number;
  batal: number;
  dilaporkan: number;
  terbuka: number;
}

beforeAll(async () => {
  uji = await aplikasiUji();
  peramban = await bukaPeramban();
  const { id } = await buatOrmas(uji.db, { nama: 'Yayasan Pemerhati Sungai dan Lingkungan Rekaan' });
  ada = await isi(id);
  const buka = async (peran: 'petugas' | 'sekretaris'): Promise<Jendela> => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(await uji.masukSebagai(peran, peran === 'sekretaris' ? { ormasId: id } : {}));
    return jendela;
  };
  orang = { petugas: await buka('petugas'), sekretaris: await buka('sekretaris') };
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

/** A log with a row in every state, and recommendations likewise. */
async function isi(ormasId: number): Promise<Isi> {
  const petugas: Aktor = { id: null, nama: 'Uji', peran: 'petugas', opdId: null, ormasId: null };
  const sekretaris: Aktor = { ...petugas, peran: 'sekretaris', ormasId };
  const surat = await uji.app
    .get(BerkasService, { strict: false })
    .siapkanIsi(await pdfContoh('Surat (contoh)'), 'surat-peringatan-dengan-nama-yang-panjang-sekali.pdf');
  const [log, minta] = [
    uji.app.get(PembinaanService, { strict: false }),
    uji.app.get(RekomendasiService, { strict: false }),
  ];
  const isian = {
    ...{ jenis: 'penghentian' as const, tanggal: '2025-03-01', sampai: null, nomor: '220/5-Rekaan/Kesbangpol/2025' },
    ...{ tanggalSurat: '2025-02-27', dasar: 'Surat Kepala Bakesbangpol (rekaan), UU 16/2017' },
    keterangan: 'Dua kepengurusan yang belum selesai dimusyawarahkan menurut berita acara rekaan.',
  };
  const berkas = { tambah: [surat], lepas: [] };
  const lewat = await log.catat(petugas, ormasId, { ...isian, jenis: 'peringatan', tanggal: '2024-03-01' }, berkas);
  await log.akhiri(petugas, lewat, 1, { sampai: '2024-08-31', dasar: 'Sudah dipatuhi menurut surat rekaan.' });
  const batal = await log.catat(petugas, ormasId, { ...isian, jenis: 'pembinaan' });
  await log.batalkan(petugas, batal, 1, 'Kunjungannya ke ormas lain.');
  const berlaku = await log.catat(petugas, ormasId, isian, berkas);
  const baru = { sumber: 'Monev rekaan', jatuhTempo: '2099-06-30', penanggung: 'ormas' as const, opdId: null };
  const terbuka = await minta.beri(petugas, ormasId, { ...baru, isi: 'Susun SOP keuangan dan tetapkan dalam rapat.' });
  const dilaporkan = await minta.beri(petugas, ormasId, { ...baru, isi: 'Perbarui SK pengurus.' });
  const [r] = await uji.db.query(
    'SELECT DATE(DATE_ADD(dibuat_pada, INTERVAL 7 HOUR)) AS hari FROM rekomendasi LIMIT 1',
  );
  const l = { uraian: 'SK sudah ditandatangani ketua.', selesaiPada: String(r.hari) };
  await minta.lapor(sekretaris, dilaporkan, 1, l, [surat]);
  return { id: ormasId, berlaku, batal, dilaporkan, terbuka };
}

const HALAMAN: [siapa: 'petugas' | 'sekretaris', jalur: (a: Isi) => string][] = [
  ['petugas', () => '/pembinaan'],
  ['petugas', () => '/pembinaan/cetak'],
  ['petugas', () => '/pembinaan/belum-sejalan'],
  ['petugas', (a) => `/ormas/${a.id}`],
  ['petugas', (a) => `/ormas/${a.id}/pembinaan`],
  ['petugas', (a) => `/ormas/${a.id}/pembinaan/baru?jenis=pencabutan`],
  ['petugas', (a) => `/ormas/${a.id}/status?sanksi=${a.berlaku}`],
  ['petugas', (a) => `/pembinaan/${a.berlaku}`],
  ['petugas', (a) => `/pembinaan/${a.batal}`],
  ['petugas', (a) => `/pembinaan/${a.berlaku}/koreksi`],
  ['petugas', () => '/rekomendasi'],
  ['petugas', (a) => `/ormas/${a.id}/rekomendasi/baru`],
  ['petugas', (a) => `/rekomendasi/${a.dilaporkan}`],
  ['sekretaris', (a) => `/ormas/${a.id}/pembinaan`],
  ['sekretaris', (a) => `/ormas/${a.id}/rekomendasi`],
  ['sekretaris', (a) => `/rekomendasi/${a.terbuka}`],
];

it.each(HALAMAN)(
  '%s: a page of guidance, sanctions or recommendations is in order at every width (%#)',
  async (siapa, ke) => {
    const jendela = orang[siapa];
    const jalur = ke(ada);
    expect([jalur, await jendela.kunjungi(jalur, 360)]).toEqual([jalur, 200]);
    await jendela.baca("document.querySelectorAll('main details').forEach((d) => (d.open = true))");
    expect([jalur, await jendela.periksa(`p9-${siapa}${jalur.replace(/\W+/g, '-')}`)]).toEqual([jalur, []]);
    expect(jendela.keluhan).toEqual([]);
  },
);

import { type Browser } from 'puppeteer';
import { PERAN, type Peran } from '../../src/common/aktor.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let kota: KotaKecil;
let peramban: Browser;

beforeAll(async () => {
  uji = await aplikasiUji();
  kota = await kotaKecil(uji.app, uji.db);
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

/** The pages that no other browser test opens, by the role that uses them most. */
const halaman = (k: KotaKecil): [Peran, string, string][] => [
  ['petugas', 'ormas', '/ormas'],
  ['petugas', 'ormas-kosong', '/ormas?cari=tidak-ada-yang-begini'],
  ['petugas', 'ormas-rincian', `/ormas/${k.ormasId}`],
  ['petugas', 'ormas-dokumen-lama', `/ormas/${k.ormas[2]}`],
  ['petugas', 'ormas-kontak', `/ormas/${k.ormasId}/kontak`],
  ['petugas', 'ormas-klaster', `/ormas/${k.ormasId}/klaster`],
  ['petugas', 'ormas-status', `/ormas/${k.ormasId}/status`],
  ['petugas', 'ormas-pada', `/ormas/${k.ormasId}?pada=2021-03-01`],
  ['petugas', 'perubahan', '/perubahan'],
  ['petugas', 'perubahan-rincian', `/perubahan/${k.perubahanId}`],
  ['opd', 'perubahan-opd', `/perubahan/${k.perubahanId}`],
  ['sekretaris', 'perubahan-milik', `/ormas/${k.ormasId}/perubahan`],
  ['sekretaris', 'perubahan-pilih', `/ormas/${k.ormasId}/perubahan/baru`],
  ['sekretaris', 'perubahan-pengurus', `/ormas/${k.ormasId}/perubahan/baru?perihal=pengurus`],
  ['sekretaris', 'perubahan-alamat', `/ormas/${k.ormasId}/perubahan/baru?perihal=sekretariat`],
  ['sekretaris', 'ormas-konfirmasi', `/ormas/${k.ormasId}/konfirmasi`],
  ['petugas', 'klaster', '/klaster'],
  ['opd', 'klaster-opd', `/klaster/${k.opd.kode}`],
  ['petugas', 'penilaian', '/penilaian'],
  ['petugas', 'penilaian-tahun', `/penilaian/${k.tahun}`],
  ['petugas', 'penilaian-lalu', `/penilaian/${k.tahun - 1}`],
  ['petugas', 'penilaian-belum', `/penilaian/${k.tahun}/ormas/${k.ormasId}`],
  ['petugas', 'penilaian-ormas', `/penilaian/${k.tahun - 1}/ormas/${k.ormasId}`],
  ['sekretaris', 'penilaian-milik', `/penilaian/${k.tahun - 1}/ormas/${k.ormasId}`],
  ['sekretaris', 'ormas-milik', `/ormas/${k.ormasId}`],
  ['kabid', 'penilaian-tutup', `/penilaian/${k.tahun}/tutup`],
  ['kabid', 'laporan', '/laporan'],
  ['kaban', 'laporan-rincian', `/laporan/${k.laporanId}`],
  ['kabid', 'audit', '/audit'],
  ['admin', 'pengguna', '/pengguna'],
  ['admin', 'setelan', '/setelan'],
  ['pimpinan', 'akun-sesi', '/akun/sesi'],
  ['pimpinan', 'akun-sandi', '/akun/sandi'],
];

/** What is wider than a phone shows: the page itself, or a row that should have become a sheet. */
const TERPOTONG = `[
  ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : []),
  ...[...document.querySelectorAll('.bingkai-kartu')].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.ariaLabel),
]`;

describe('every page in a real browser', () => {
  it('has no fault that axe knows, no sideways scrolling from 320 px, no small target, no complaint of the policy', async () => {
    const orang = new Map<Peran, Jendela>();
    const temuan: unknown[] = [];
    for (const [peran, nama, jalur] of halaman(kota)) {
      let jendela = orang.get(peran);
      if (!jendela) {
        jendela = await Jendela.buka(peramban, uji.alamat);
        await jendela.masuk(await uji.masukSebagai(peran, { opdId: kota.opd.id, ormasId: kota.ormasId }));
        orang.set(peran, jendela);
      }
      const status = await jendela.kunjungi(jalur);
      if (status !== 200) temuan.push({ jalur, peran, status });
      for (const t of await jendela.periksa(`halaman-${nama}`)) temuan.push({ jalur, peran, ...t });
      for (const keluhan of jendela.keluhan.splice(0)) temuan.push({ jalur, peran, keluhan });
    }
    for (const jendela of orang.values()) await jendela.tutup();
    expect(temuan).toEqual([]);
  }, 240_000);

  it.each(PERAN)(
    '%s: no page that can be reached scrolls sideways at 360 px, and no table of cards is cut',
    async (peran) => {
      const jendela = await Jendela.buka(peramban, uji.alamat);
      await jendela.masuk(await uji.masukSebagai(peran, { opdId: kota.opd.id, ormasId: kota.ormasId }));
      const temuan: unknown[] = [];
      const dikenal = new Set<string>();
      const antre = ['/'];
      for (let jalur = antre.shift(); jalur !== undefined; jalur = antre.shift()) {
        const status = await jendela.kunjungi(jalur, 360).catch((galat: unknown) => {
          // What is downloaded leaves the window where it is.
          if (String(galat).includes('ERR_ABORTED')) return null;
          throw galat;
        });
        if (status === null) continue;
        if (status >= 500) temuan.push({ jalur, apa: 'fails' });
        for (const apa of await jendela.baca<string[]>(TERPOTONG)) temuan.push({ jalur, apa });
        for (const tautan of await jendela.baca<string[]>(
          '[...document.querySelectorAll("a[href]")].map((a) => a.href)',
        )) {
          const url = new URL(tautan);
          // One page of each shape: numbers and words of a filter make no other page.
          const bentuk = url.pathname.replace(/\d+/g, 'N').replace(/(klaster|berkas)\/[^/]+/, '$1/N');
          if (url.origin !== uji.alamat || dikenal.has(bentuk)) continue;
          dikenal.add(bentuk);
          antre.push(url.pathname);
        }
      }
      await jendela.tutup();
      expect(temuan).toEqual([]);
      expect(dikenal.size).toBeGreaterThan(5);
    },
    120_000,
  );

  it('the pages of failure are in order too', async () => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(await uji.masukSebagai('pimpinan'));
    for (const [jalur, status] of [
      ['/tidak-ada', 404],
      ['/pengguna', 403],
    ] as const) {
      expect(await jendela.kunjungi(jalur)).toBe(status);
      expect([jalur, await jendela.periksa(`halaman-galat-${status}`)]).toEqual([jalur, []]);
    }
    await jendela.tutup();
  });
});

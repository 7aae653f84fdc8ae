import { AKTOR_SISTEM, PERAN, type Peran } from '../../src/common/aktor.js';
import { tambahHari } from '../../src/common/tanggal.js';
import { BukaAkunService } from '../../src/modules/akun/buka-akun.service.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { RekomendasiService } from '../../src/modules/rekomendasi/rekomendasi.service.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { kunjunganRencana, kunjunganTertulis } from '../factories/kunjungan.js';
import { buatOrmas } from '../factories/ormas.js';
import { pendaftaranTerkirim } from '../factories/pendaftaran.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { HARI_TENANG, JamUji } from '../support/jam.js';

// A task of the home page names a number and leads to a list: so many rows the list has, on all of its pages together.

let uji: AplikasiUji;
let kota: KotaKecil;
const orang = new Map<Peran, Pengunjung>();
const ambil = <T>(kelas: new (...args: never[]) => T): T => uji.app.get(kelas, { strict: false });

beforeAll(async () => {
  uji = await aplikasiUji({}, new JamUji(HARI_TENANG));
  kota = await kotaKecil(uji.app, uji.db);
  for (const peran of PERAN)
    orang.set(
      peran,
      await uji.masukSebagai(peran, {
        ...(peran === 'opd' && { opdId: kota.opd.id }),
        ...(peran === 'sekretaris' && { ormasId: kota.ormasId }),
      }),
    );
  await isiRegister();
  await isiSanksi();
  await isiRekomendasi();
  await isiKunjungan();
  for (const nama of ['calon-satu', 'calon-dua'])
    await ambil(BukaAkunService).minta(
      { surel: `${nama}@contoh.invalid`, nama: 'Calon Rekaan', sandi: 'hujan-sore-di-kebun-raya' },
      '127.0.0.9',
    );
  await uji.db.query(
    `INSERT INTO calon_akun (surel, nama, sandi, dibuat_pada, kedaluwarsa_pada) VALUES ('lewat@contoh.invalid', 'Lewat', '-', '2020-01-01', '2020-01-08')`,
  );
  for (const nama of ['satu', 'dua', 'tiga']) {
    const { id } = await pendaftaranTerkirim(uji.app, uji.db, { surel: `${nama}@contoh.invalid` });
    if (nama === 'tiga') await uji.db.query("UPDATE pendaftaran SET status = 'terverifikasi' WHERE id = ?", [id]);
  }
});
afterAll(() => uji.tutup());

const siapa = (peran: Peran): Pengunjung => {
  const p = orang.get(peran);
  if (!p) throw new Error(`Nobody signed in as ${peran}`);
  return p;
};
const aktorDari = (peran: Peran) => siapa(peran).aktor ?? AKTOR_SISTEM;

/** More without a cluster than one page holds, one of them halted; a pair that may be one. */
async function isiRegister(): Promise<void> {
  const tanpa: number[] = [];
  for (let i = 0; i < 26; i++)
    tanpa.push((await buatOrmas(uji.db, { nama: `Perkumpulan Tanpa Klaster Rekaan ${i}`, opdId: null })).id);
  await uji.db.query("UPDATE ormas SET status = 'dibekukan' WHERE id = ?", [tanpa[3]]);
  // Beside one of its kind that was found in order: readers see that one alone.
  await uji.db.query(
    "INSERT INTO ormas_dokumen (ormas_id, jenis, nomor, status) VALUES (?, 'ad-art', 'BARU/REKAAN', 'belum-diperiksa')",
    [kota.ormasId],
  );
  await uji.db.query(
    `INSERT INTO pasangan_kembar (ormas_a, ormas_b, sebab, kekuatan, status, alasan, ditemukan_pada, terlihat_pada)
     VALUES (?, ?, ',nama,', 50, 'dugaan', NULL, '2026-06-01', '2026-06-01'),
       (?, ?, ',nama,', 50, 'bukan-kembaran', 'Dua pengurus.', '2026-06-01', '2026-06-01')`,
    [tanpa[0], tanpa[1], tanpa[1], tanpa[2]],
  );
}

/** Five sanctions in force, two of them with their letter; one that is over and one that was cancelled without. */
async function isiSanksi(): Promise<void> {
  const siap = await ambil(BerkasService).siapkanIsi(await pdfContoh('Surat rekaan'), 'surat.pdf');
  for (const [i, [sampai, batal, surat]] of (
    [
      [null, false, true],
      [null, false, true],
      [null, false, false],
      [null, false, false],
      [null, false, false],
      ['2026-02-01', false, false],
      [null, true, false],
    ] as const
  ).entries()) {
    const { insertId } = await uji.db.query<{ insertId: number }>(
      `INSERT INTO pembinaan (ormas_id, jenis, tanggal, sampai, nomor, tanggal_surat, dasar, keterangan, batal_pada, batal_alasan)
       VALUES (?, 'peringatan', '2026-01-05', ?, ?, '2026-01-05', 'Surat rekaan', '', ?, ?)`,
      [kota.ormas[i % 3], sampai, `SP-${i}`, batal ? new Date() : null, batal ? 'Salah catat' : null],
    );
    if (!surat) continue;
    const [berkasId] = await uji.db.transaction((em) =>
      ambil(BerkasService).catatBanyak(em, [
        { siap, pemilik: { objek: 'pembinaan', objekId: insertId, ormasId: kota.ormas[0] ?? 0, dibuatOleh: null } },
      ]),
    );
    await uji.db.query('INSERT INTO pembinaan_berkas (pembinaan_id, berkas_id) VALUES (?, ?)', [insertId, berkasId]);
  }
}

/** Of the ormas of the secretary: two to do, one of them late, one reported, one done, one withdrawn. */
async function isiRekomendasi(): Promise<void> {
  const layanan = ambil(RekomendasiService);
  const petugas = aktorDari('petugas');
  const foto = await ambil(BerkasService).siapkanIsi(await fotoContoh(), 'bukti.jpg');
  const id: number[] = [];
  for (let i = 0; i < 5; i++)
    id.push(
      await layanan.beri(petugas, kota.ormasId, {
        ...{ isi: `Rekomendasi rekaan ${i}`, sumber: 'Kunjungan rekaan', penanggung: 'ormas', opdId: null },
        jatuhTempo: tambahHari(kota.hari, 10 * i),
      }),
    );
  await uji.db.query("UPDATE rekomendasi SET jatuh_tempo = '2026-05-01' WHERE id IN (?)", [[id[0], id[2]]]);
  const selesai = { uraian: 'Sudah dikerjakan.', selesaiPada: kota.hari };
  await layanan.lapor(aktorDari('sekretaris'), id[2] ?? 0, 1, selesai, [foto]);
  await layanan.selesaikan(petugas, id[3] ?? 0, 1, selesai, []);
  await layanan.batalkan(petugas, id[4] ?? 0, 1, 'Salah ormas.');
}

/** The officer's own: one overdue, one being written, two within seven days, one after; and one of a colleague. */
async function isiKunjungan(): Promise<void> {
  const petugas = aktorDari('petugas');
  const lain = (await uji.masukSebagai('petugas')).aktor ?? AKTOR_SISTEM;
  const ke = async () => ({ jenis: 'ormas' as const, id: (await buatOrmas(uji.db)).id });
  await kunjunganTertulis(uji.app, petugas, await ke());
  for (const hari of [-3, 0, 6, 7]) await kunjunganRencana(uji.app, petugas, await ke(), tambahHari(kota.hari, hari));
  await kunjunganRencana(uji.app, lain, await ke(), tambahHari(kota.hari, 2));
  await kunjunganRencana(uji.app, lain, await ke(), tambahHari(kota.hari, -2));
}

const BULAN = 'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember';
const polos = (html: string): string => html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
/** The number that a sentence counts with; null: it counts nothing. Days, years and titles are no counts. */
function jumlahDalam(kalimat: string): number | null {
  const bersih = kalimat
    .replace(/“[^”]*”|Nomor \d+/g, '')
    .replace(new RegExp(`\\d{1,2} (${BULAN}) \\d{4}`, 'g'), '')
    .replace(/dalam \d+ hari|\b20\d\d\b/g, '');
  const [, angka] = /(?:^|\s)(\d[\d.]*)(?=\s)/.exec(bersih) ?? [];
  return angka === undefined ? null : Number(angka.replaceAll('.', ''));
}

interface TugasBeranda {
  teks: string;
  href: string;
  jumlah: number | null;
}

async function tugasDi(p: Pengunjung): Promise<TugasBeranda[]> {
  const html = polos((await p.buka('/').expect(200)).text);
  return [
    ...html.matchAll(/<li class="warna-[^"]*">(?:(?!<\/li>).)*?<b>(.*?)<\/b>(?:(?!<\/li>).)*?<a [^>]*href="([^"]*)"/gs),
  ].map(([, teks = '', href = '']) => ({ teks, href, jumlah: jumlahDalam(teks) }));
}

/** The rows of a list on all of its pages. */
async function barisDi(p: Pengunjung, alamat: string): Promise<number> {
  let jumlah = 0;
  let ke: string | undefined = alamat;
  while (ke !== undefined) {
    const html: string = polos((await p.buka(ke).expect(200)).text);
    const isi = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
    jumlah += [...isi.matchAll(/<tr\b/g)].length;
    ke = /<a href="([^"]*)" rel="next"/.exec(html)?.[1];
  }
  return jumlah;
}

describe.each<[Peran, string[]]>([
  [
    'petugas',
    [
      'Periksa 2 pendaftaran keberadaan',
      'Konfirmasi 2 akun pemohon',
      'Verifikasi 4 laporan kegiatan',
      'Putuskan 1 permohonan perubahan data',
      'Selesaikan berita acara 2 kunjungan',
      'Siapkan 2 kunjungan dalam tujuh hari',
      'Periksa 1 tindak lanjut rekomendasi',
      'Samakan status dan sanksi 1 ormas',
      'Lampirkan surat pada 3 sanksi yang berlaku',
      'Tetapkan klaster 28 ormas',
      'Putuskan 1 pasang ormas yang mungkin kembar',
      'Periksa 2 dokumen ormas',
      'Lengkapi tingkat indikator',
      'Tanyakan 1 laporan yang belum diperbaiki',
      '2 masa berlaku berakhir dalam 30 hari',
    ],
  ],
  ['kabid', ['Setujui 1 pendaftaran', 'Verifikasi 4 laporan kegiatan', 'Putuskan 1 permohonan']],
  ['kaban', []],
  ['pimpinan', []],
  ['opd', ['Konfirmasi 2 kegiatan bersama', 'ormas yang lama tidak melapor', '1 masa berlaku berakhir']],
  ['sekretaris', ['Tindak lanjuti 2 rekomendasi']],
  ['admin', ['Coba lagi 1 pekerjaan yang gagal', '3 akun belum menyetel kata sandi']],
])('the tasks of %s', (peran, kata) => {
  it('name as many as the list has to which they lead', async () => {
    const p = siapa(peran);
    const semua = await tugasDi(p);
    expect(kata.filter((k) => !semua.some((t) => t.teks.includes(k)))).toEqual([]);
    const berjumlah = semua.filter((t) => t.jumlah !== null && !t.teks.startsWith('Langkah'));
    expect(berjumlah.length).toBeGreaterThanOrEqual(kata.length);
    for (const t of berjumlah) expect([t.teks, await barisDi(p, t.href)]).toEqual([t.teks, t.jumlah]);
    // Two tasks are two lists.
    expect(new Set(berjumlah.map((t) => t.href)).size).toBe(berjumlah.length);
  });
});

it('reports that wait, cluster by cluster, are those of the list of the cluster', async () => {
  const p = siapa('petugas');
  const html = polos((await p.buka('/').expect(200)).text);
  const per = [
    ...html.matchAll(
      /<th scope="row" role="rowheader"><a href="(\/kegiatan\?opd=\d+)">[^<]*<\/a><\/th><td [^>]*class="angka">(\d+)<\/td>/g,
    ),
  ];
  expect(per.length).toBeGreaterThan(1);
  for (const [, href = '', n] of per) expect([href, await barisDi(p, href)]).toEqual([href, Number(n)]);
});

it('more failed jobs than the page shows are told, not left out in silence', async () => {
  await uji.db.query(
    `INSERT INTO kotak_keluar (antrean, pekerjaan, muatan, kunci, dibuat_pada, tersedia_pada, gagal_pada, percobaan, galat)
     SELECT 'uji', 'tanpa-penangan', CONCAT('{"id":', 1000 + id, '}'), CONCAT('uji/', 1000 + id), '2026-06-01', '2026-06-01', '2026-06-01', 8, 'x'
     FROM kelurahan LIMIT 60`,
  );
  const { text } = await siapa('admin').buka('/sistem').expect(200);
  expect(text).toContain('50 dari 61 pekerjaan');
  await uji.db.query("DELETE FROM kotak_keluar WHERE kunci LIKE 'uji/1___'");
});

it.each<[Peran, string]>([
  ['petugas', '/tugas/dokumen'],
  ['opd', '/tugas/dokumen'],
  ['petugas', '/radar?masa=berakhir'],
  ['opd', '/radar'],
])('for %s, a document in %s is linked where it stands on the page of its ormas', async (peran, alamat) => {
  const p = siapa(peran);
  const html = polos((await p.buka(alamat).expect(200)).text);
  const semua = [...html.matchAll(/href="(\/ormas\/\d+)#(dokumen-\d+)"/g)];
  expect(semua.length).toBeGreaterThan(0);
  for (const [, ormas = '', jangkar = ''] of semua)
    expect((await p.buka(ormas).expect(200)).text.split(`id="${jangkar}"`)).toHaveLength(2);
});

describe('the page of an ormas', () => {
  const tautan = async (peran: Peran, ormasId: number): Promise<[string, string][]> =>
    [
      ...polos((await siapa(peran).buka(`/ormas/${ormasId}`).expect(200)).text).matchAll(
        /<a href="(\/ormas\/\d+\/rekomendasi\?keadaan=[^"]*)">([^<]*)<\/a>/g,
      ),
    ].map(([, href = '', teks = '']) => [teks, href]);

  it.each<Peran>(['petugas', 'kabid', 'kaban', 'opd', 'sekretaris', 'pimpinan', 'admin'])(
    'tells %s how many recommendations stand open and are late, each with its list',
    async (peran) => {
      const semua = await tautan(peran, kota.ormasId);
      expect(semua.map(([teks]) => teks)).toEqual([
        '1 rekomendasi lewat batas waktu',
        '2 rekomendasi belum selesai',
        '1 rekomendasi menunggu pemeriksaan',
      ]);
      for (const [teks, href] of semua)
        expect([teks, await barisDi(siapa(peran), href)]).toEqual([teks, jumlahDalam(teks)]);
    },
  );

  it('says nothing of recommendations where none waits', async () => {
    expect(await tautan('petugas', kota.ormas[1] ?? 0)).toEqual([]);
  });
});

import { PERAN, type Peran } from '../../src/common/aktor.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { akunPetugas, kunjunganRencana, kunjunganSelesai } from '../factories/kunjungan.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { HARI_TENANG, JamUji } from '../support/jam.js';

// Every role walks through the whole site by its links. A link that a page shows must open for whoever sees the page:
// no 403, no 404, no error, and no detour through the sign-in page.

/** So deep from home, and at most so many pages of one shape (`/ormas/5` and `/ormas/7` have one). */
const DALAM = 3;
const PER_BENTUK = 4;

let uji: AplikasiUji;
let kota: KotaKecil;

beforeAll(async () => {
  uji = await aplikasiUji({}, new JamUji(HARI_TENANG));
  kota = await kotaKecil(uji.app, uji.db);
  // Visits of a week in which the roles are told of them: one that is planned, one that was made.
  const petugas = await akunPetugas(uji.db, 'Petugas Saga Umpama');
  await kunjunganSelesai(uji.app, petugas, { jenis: 'ormas', id: kota.ormasId });
  await kunjunganRencana(uji.app, petugas, { jenis: 'ormas', id: kota.ormas[3] ?? 0 });
});
afterAll(() => uji.tutup());

const masuk = (peran: Peran): Promise<Pengunjung> =>
  uji.masukSebagai(peran, {
    ...(peran === 'opd' && { opdId: kota.opd.id }),
    ...(peran === 'sekretaris' && { ormasId: kota.ormasId }),
  });

/** The addresses within the portal that a page links to, without anchors. */
function tautan(html: string, asal: string): string[] {
  const semua = [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map((m) => (m[1] ?? '').replaceAll('&amp;', '&'));
  const dalam = semua.flatMap((href) => {
    const url = new URL(href, `http://portal.invalid${asal}`);
    return url.host === 'portal.invalid' ? [url.pathname + url.search] : [];
  });
  return [...new Set(dalam)];
}

/** Pages that differ in their numbers and words of a filter only have one shape. */
const bentuk = (jalur: string): string => jalur.replace(/\d+/g, 'N').replace(/=[^&]*/g, '=');

interface Putus {
  dari: string;
  ke: string;
  status: number;
}

/** Follows links from home; returns the broken ones and how many pages were opened. */
async function jelajahi(orang: Pengunjung): Promise<{ putus: Putus[]; dibuka: string[] }> {
  const putus: Putus[] = [];
  const dibuka: string[] = [];
  const dikenal = new Set(['/']);
  const perBentuk = new Map<string, number>();
  let lapis: { dari: string; ke: string }[] = [{ dari: '', ke: '/' }];
  for (let kedalaman = 0; kedalaman <= DALAM && lapis.length > 0; kedalaman++) {
    const berikut: typeof lapis = [];
    for (const { dari, ke } of lapis) {
      const { status, tujuan, html } = await buka(orang, ke);
      dibuka.push(ke);
      if (status !== 200) putus.push({ dari, ke, status });
      for (const t of tautan(html, tujuan)) {
        const n = perBentuk.get(bentuk(t)) ?? 0;
        if (dikenal.has(t) || n >= PER_BENTUK) continue;
        dikenal.add(t);
        perBentuk.set(bentuk(t), n + 1);
        berikut.push({ dari: ke, ke: t });
      }
    }
    lapis = berikut;
  }
  return { putus, dibuka };
}

/** Opens a page as a browser does, through redirects within the portal. */
async function buka(orang: Pengunjung, jalur: string): Promise<{ status: number; tujuan: string; html: string }> {
  let tujuan = jalur;
  for (let ke = 0; ke < 5; ke++) {
    const jawaban = await orang.buka(tujuan).buffer(true);
    if (jawaban.status < 300 || jawaban.status >= 400) {
      const html = String(jawaban.headers['content-type']).startsWith('text/html') ? jawaban.text : '';
      return { status: jawaban.status, tujuan, html };
    }
    const url = new URL(String(jawaban.headers.location), `http://portal.invalid${tujuan}`);
    tujuan = url.pathname + url.search;
    if (url.pathname === '/masuk') return { status: 401, tujuan, html: '' };
  }
  return { status: 310, tujuan, html: '' };
}

describe('every link leads somewhere', () => {
  it.each(PERAN)(
    'for %s, from home three steps deep',
    async (peran) => {
      const { putus, dibuka } = await jelajahi(await masuk(peran));
      expect(putus).toEqual([]);
      expect(dibuka.length).toBeGreaterThan(10);
    },
    300_000,
  );

  it('for the public, from the sign-in page', async () => {
    const tamu = uji.tamu();
    for (const jalur of tautan((await tamu.buka('/masuk')).text, '/masuk')) {
      expect([jalur, (await buka(tamu, jalur)).status]).toEqual([jalur, jalur === '/' ? 401 : 200]);
    }
  });
});

describe('the home page of every role', () => {
  it.each<[Peran, string[]]>([
    [
      'petugas',
      [
        'Verifikasi 4 laporan kegiatan',
        'Putuskan 1 permohonan perubahan data',
        'Tetapkan klaster 2 ormas',
        'Lengkapi tingkat indikator 7 ormas',
        'Tanyakan 1 laporan yang belum diperbaiki',
        'Periksa 1 dokumen ormas',
        '2 masa berlaku berakhir dalam 30 hari',
      ],
    ],
    ['kabid', ['Setujui laporan tahunan', 'Verifikasi 4 laporan kegiatan', 'Lihat hasil IKO']],
    ['kaban', ['Belum ada laporan tahunan untuk dibaca', 'Rata-rata IKO']],
    ['pimpinan', ['Belum ada laporan tahunan untuk dibaca', 'n dari yang dinilai']],
    ['opd', ['Konfirmasi 2 kegiatan bersama', 'Hubungi 2 ormas yang lama tidak melapor', 'Kegiatan bulan ini']],
    [
      'sekretaris',
      [
        'Laporkan kegiatan',
        'Perbaiki laporan “Kegiatan rekaan 3”',
        'Perbarui SK pengurus',
        'Berakhir dalam 25 hari',
        'Pastikan sekarang',
        '2 terverifikasi, 1 menunggu verifikasi, 1 perlu diperbaiki, 1 draf',
      ],
    ],
    ['admin', ['Coba lagi 1 pekerjaan yang gagal', 'Akun aktif']],
  ])('%s sees what waits', async (peran, kata) => {
    const { status, text } = await (await masuk(peran)).buka('/');
    expect(status).toBe(200);
    expect(kata.filter((k) => !text.includes(k))).toEqual([]);
  });

  it('an empty portal greets every role kindly, and tells the admin where to begin', async () => {
    const kosong = await aplikasiUji();
    try {
      const [opd] = await kosong.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM opd');
      for (const peran of PERAN.filter((p) => p !== 'sekretaris')) {
        const orang = await kosong.masukSebagai(peran, peran === 'opd' ? { opdId: opd?.id ?? 0 } : {});
        const { status, text } = await orang.buka('/');
        expect([peran, status]).toEqual([peran, 200]);
        expect(text).toMatch(
          peran === 'admin'
            ? /Langkah 1 dari 4/
            : /Semua sudah beres|Tidak ada yang menunggu|Belum ada laporan|berjalan baik/,
        );
      }
    } finally {
      await kosong.tutup();
    }
  });
});

describe('the page of the system', () => {
  it('lets the admin try failed work again, once', async () => {
    const admin = await masuk('admin');
    const { text } = await admin.buka('/sistem');
    const aksi = /action="(\/sistem\/pekerjaan\/\d+\/coba-lagi)"/.exec(text)?.[1] ?? '';
    expect((await admin.kirim('/sistem', aksi)).status).toBe(303);
    expect((await admin.buka('/sistem')).text).toContain('Tidak ada pekerjaan yang gagal.');
    expect((await admin.kirim('/pengguna', aksi)).status).toBe(409);
  });

  it.each(PERAN.filter((p) => p !== 'admin'))('is closed to %s', async (peran) => {
    const orang = await masuk(peran);
    expect((await orang.buka('/sistem')).status).toBe(403);
    expect((await orang.kirim('/', '/sistem/pekerjaan/1/coba-lagi')).status).toBe(403);
  });
});

describe('the lists behind the tasks', () => {
  it.each<[Peran, string, number]>([
    ['sekretaris', '/tugas/dokumen', 403],
    ['opd', '/tugas/tingkat', 403],
    ['pimpinan', '/tugas/dikembalikan', 403],
    ['petugas', '/tugas/tidak-ada', 404],
    ['petugas', '/tugas/dokumen?keadaan=asal&halaman=0', 200],
    ['petugas', '/tugas/dokumen?halaman=9999', 200],
  ])('%s on %s: %i', async (peran, jalur, status) => {
    expect((await (await masuk(peran)).buka(jalur)).status).toBe(status);
  });
});

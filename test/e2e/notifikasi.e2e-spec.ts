import { type Aktor, PERAN, type Peran } from '../../src/common/aktor.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { NotifikasiService } from '../../src/modules/notifikasi/notifikasi.service.js';
import { type TitipanNotifikasi } from '../../src/modules/notifikasi/notifikasi.types.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { HARI_TENANG, JamUji } from '../support/jam.js';

let uji: AplikasiUji;
let kota: KotaKecil;
const orang = new Map<Peran, Pengunjung>();
const TELEPON = '081200000042';

const titip = (...t: TitipanNotifikasi[]): Promise<void> =>
  uji.app
    .get(Transaksi, { strict: false })
    .jalankan((em) => uji.app.get(NotifikasiService, { strict: false }).titip(em, ...t));
const kabar = (kunci: string, isi = 'Berakhir dalam 30 hari.') =>
  ({ jenis: 'masa-berlaku', judul: `Kabar ${kunci}`, isi, tautan: '/bantuan', kunci }) as const;
const id = async (kunci: string): Promise<number> =>
  (await uji.db.query<{ id: number }[]>('SELECT id FROM notifikasi WHERE kunci = ?', [kunci]))[0]?.id ?? 0;
const siapa = (peran: Peran): Pengunjung => orang.get(peran) ?? uji.tamu();
const aktor = (peran: Peran): Aktor => siapa(peran).aktor as Aktor;

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
  await uji.db.query('UPDATE ormas SET telepon = ?', [TELEPON]);
});
afterAll(() => uji.tutup());

it.each(PERAN)('%s reads the own notices, and the head of every page counts the new ones', async (peran) => {
  const kunci = `milik-${peran}`;
  await titip({ ...kabar(kunci), akunId: aktor(peran).id ?? 0 });
  expect((await siapa(peran).buka('/')).text).toMatch(/Notifikasi<\/span> <b>1<span/);
  const { text } = await siapa(peran).buka('/notifikasi');
  expect(text).toContain(`Kabar ${kunci}`);
  // The text to pass on is for those who may see the number to pass it to.
  expect(text.includes('Salin untuk WhatsApp')).toBe(['petugas', 'kabid', 'sekretaris'].includes(peran));
  const jawaban = await siapa(peran).kirim('/notifikasi', `/notifikasi/${await id(kunci)}/baca`);
  expect([jawaban.status, jawaban.headers.location]).toEqual([303, '/bantuan']);
  expect((await siapa(peran).buka('/')).text).not.toMatch(/Notifikasi<\/span> <b>/);
});

it('the notice of somebody else cannot be marked, and does not even exist', async () => {
  await titip({ ...kabar('orang-lain'), akunId: aktor('kabid').id ?? 0 });
  const nomor = await id('orang-lain');
  for (const peran of PERAN.filter((p) => p !== 'kabid')) {
    const jawaban = await siapa(peran).kirim('/notifikasi/pilihan', `/notifikasi/${nomor}/baca`);
    expect([peran, jawaban.status]).toEqual([peran, 404]);
  }
  expect((await siapa('kabid').buka('/notifikasi')).text).toContain('Kabar orang-lain');
});

it('all that was shown is marked at once, and nothing that came since', async () => {
  const petugas = siapa('petugas');
  const akunId = aktor('petugas').id ?? 0;
  await titip({ ...kabar('s1'), akunId }, { ...kabar('s2'), akunId });
  const { text } = await petugas.buka('/notifikasi');
  // New is news, good or bad: it bears the bell, not the sign of a warning.
  expect(text).toMatch(/ikon-lonceng[^>]*>(?:<(?!\/svg)[^>]*>)*<\/svg>Baru</);
  expect(text).not.toContain('<li class="warna-perlu">');
  const sampai = /name="sampai" value="(\d+)"/.exec(text)?.[1] ?? '';
  await titip({ ...kabar('s3'), akunId });
  await petugas.kirim('/notifikasi/pilihan', '/notifikasi/baca-semua', { sampai });
  const baru = await uji.db.query<{ judul: string }[]>(
    'SELECT n.judul FROM notifikasi_penerima p JOIN notifikasi n ON n.id = p.notifikasi_id WHERE p.akun_id = ? AND p.dibaca_pada IS NULL',
    [akunId],
  );
  expect(baru.map((b) => b.judul)).toEqual(['Kabar s3']);
  // Unread first: the new one stands before the others.
  const urut = (await petugas.buka('/notifikasi')).text;
  expect(urut.indexOf('Kabar s3')).toBeLessThan(urut.indexOf('Kabar s2'));
});

it('many notices have pages', async () => {
  const akunId = aktor('kaban').id ?? 0;
  await titip(...Array.from({ length: 45 }, (_, i) => ({ ...kabar(`banyak-${i}`), akunId })));
  expect((await siapa('kaban').buka('/notifikasi?halaman=3')).text).toContain('41–46 dari 46');
  expect((await siapa('kaban').buka('/notifikasi?halaman=99')).text).toContain('Halaman ini kosong');
  expect((await siapa('kaban').buka('/notifikasi?halaman=-1')).status).toBe(200);
});

it('what was told to ormas shows petugas and kabid the number and the text, and nobody else the page', async () => {
  await titip({ ...kabar('untuk-ormas', '<script>alert(1)</script> & "kutip"'), ormasId: kota.ormas[3] ?? 0 });
  for (const peran of PERAN) {
    const { status, text } = await siapa(peran).buka('/notifikasi/ormas');
    const boleh = peran === 'petugas' || peran === 'kabid';
    expect([peran, status, text.includes(TELEPON)]).toEqual([peran, boleh ? 200 : 403, boleh]);
    if (boleh) expect(text).not.toContain('<script>alert');
  }
  const { text } = await siapa('petugas').buka('/notifikasi/ormas?keadaan=tanpa-akun');
  expect(text).toContain('Belum ada akun');
});

it('mail is switched off and on by the account itself, once per form, and leaves a trace', async () => {
  const opd = siapa('opd');
  const rahasia = await opd.rahasia('/notifikasi/pilihan');
  const kirim = () =>
    opd.agen
      .post('/notifikasi/pilihan')
      .set('Accept', 'text/html')
      .type('form')
      .send({ ...rahasia, surel: 'tidak' });
  expect((await kirim()).status).toBe(303);
  expect((await kirim()).status).toBe(409);
  expect((await opd.buka('/notifikasi/pilihan')).text).toContain('tidak ada surel yang dikirim');
  const [jejak] = await uji.db.query<{ n: string }[]>(
    "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'akun.pilihan-surel' AND aktor_id = ?",
    [aktor('opd').id],
  );
  expect(Number(jejak?.n)).toBe(1);
});

it('an OPD sees neither phone nor NPWP of the ormas in its cluster', async () => {
  const npwp = '0012345678901000';
  await uji.db.query('UPDATE ormas SET npwp = ? WHERE id = ?', [npwp, kota.ormasId]);
  await uji.db.query("UPDATE ormas_dokumen SET nomor = ? WHERE jenis = 'npwp' AND ormas_id = ?", [npwp, kota.ormasId]);
  await siapa('petugas').kirim(`/ormas/${kota.ormasId}/kontak`, `/ormas/${kota.ormasId}/kontak`, {
    ...{ versi: '1', telepon: '081200000099', surel: '', alamat: 'Jl. Rekaan 1', rt: '', rw: '' },
  });
  for (const jalur of [`/ormas/${kota.ormasId}`, `/klaster/${kota.opd.kode}`]) {
    const { status, text } = await siapa('opd').buka(jalur);
    expect([jalur, status, /08120000|0012345678901000/.test(text)]).toEqual([jalur, 200, false]);
  }
  expect((await siapa('petugas').buka(`/ormas/${kota.ormasId}`)).text).toContain('081200000099');
  for (const cari of ['081200000099', npwp]) {
    const { text } = await siapa('opd').kirim('/ormas', '/ormas/cari', { cari });
    expect(text).not.toContain('Perkumpulan Rekaan Nomor 1');
  }
});

it('the pages of notices are for those who are signed in', async () => {
  for (const jalur of ['/notifikasi', '/notifikasi/ormas', '/notifikasi/pilihan'])
    expect([303, 401]).toContain((await uji.tamu().buka(jalur)).status);
});

import { type Aktor } from '../../src/common/aktor.js';
import { PengesahanService } from '../../src/modules/pendaftaran/pengesahan.service.js';
import { jawabanContoh } from '../factories/jawaban-pendaftaran.js';
import { buatOrmas } from '../factories/ormas.js';
import { pendaftaranTerkirim } from '../factories/pendaftaran.js';
import { MIGRASI } from '../../src/database/migrations/index.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { GabungOrmasService } from '../../src/modules/ormas/gabung-ormas.service.js';
import { IndeksOrmasService } from '../../src/modules/ormas/indeks-ormas.service.js';
import { bacaProfil } from '../../src/modules/ormas/profil-ormas.js';
import { UbahOrmasService } from '../../src/modules/ormas/ubah-ormas.service.js';
import { tanggalWib } from '../../src/common/tanggal.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';

let uji: AplikasiUji;
let kabid: Aktor;
/** An ormas that came into the register by its application, and the OPD that guides it. */
let ormas: { id: number; pendaftaran: number; opdId: number };

async function daftarkan(surel: string, jawaban = jawabanContoh()): Promise<typeof ormas> {
  const { id, versi } = await pendaftaranTerkirim(uji.app, uji.db, { surel, jawaban });
  await uji.db.query("UPDATE pendaftaran SET status = 'terverifikasi' WHERE id = ?", [id]);
  const ormasId = await uji.app.get(PengesahanService, { strict: false }).daftarkan(kabid, id, versi, []);
  const [o] = await uji.db.query<{ opdId: number }[]>('SELECT opd_id AS opdId FROM ormas WHERE id = ?', [ormasId]);
  return { id: ormasId, pendaftaran: id, opdId: o?.opdId ?? 0 };
}

beforeAll(async () => {
  uji = await aplikasiUji();
  kabid = (await uji.masukSebagai('kabid')).aktor as Aktor;
  ormas = await daftarkan('melati@contoh.invalid');
});
afterAll(() => uji.tutup());

/** What tells one invented organisation from another. */
const LAIN = (n: string) => ({
  ...{ npwp: `00000000000${n}`, dasarHukumNomor: `AHU-${n}.AH.01.04`, alamat: `Jalan Umpama Nomor ${n}` },
});
const halaman = () => `/ormas/${ormas.id}`;
const formulir = () => `/pendaftaran/${ormas.pendaftaran}/formulir`;

describe('the form by which an ormas came into the register', () => {
  it('is one step from its page, for the office, its own secretary and its OPD', async () => {
    const siapa = [
      await uji.masukSebagai('petugas'),
      await uji.masukSebagai('sekretaris', { ormasId: ormas.id }),
      await uji.masukSebagai('opd', { opdId: ormas.opdId }),
    ];
    for (const orang of siapa) {
      expect((await orang.buka(halaman())).text).toContain(`href="${formulir()}"`);
      const { status, text } = await orang.buka(formulir());
      expect(status).toBe(200);
      expect(text).toContain('Formulir pendaftaran yang disetujui');
      expect(text).toContain('Bunga melati putih di atas lingkaran hijau.');
      expect(text).not.toContain('<textarea');
    }
  });

  it('shows nobody more of it than is theirs: an OPD no numbers and no papers, only the office where the account is', async () => {
    const baca = async (peran: Parameters<typeof uji.masukSebagai>[0], lingkup: object = {}) => {
      const { text } = await (await uji.masukSebagai(peran, lingkup)).buka(formulir());
      const ada = (kata: string) => text.includes(kata);
      return {
        telepon: ada('0800 0000 1234'),
        npwp: ada('000.123'),
        bank: ada('Bank Rekaan'),
        berkas: ada('/berkas/'),
      };
    };
    expect(await baca('kabid')).toEqual({ telepon: true, npwp: true, bank: true, berkas: true });
    // Papers of persons are opened by who wrote the application and by the office: the guard of files says the same.
    expect(await baca('sekretaris', { ormasId: ormas.id })).toEqual({
      ...{ telepon: true, npwp: true, bank: false, berkas: false },
    });
    expect(await baca('opd', { opdId: ormas.opdId })).toEqual({
      ...{ telepon: false, npwp: false, bank: false, berkas: false },
    });
  });

  it('is not there for others, nor offered to them', async () => {
    const lainnya = await buatOrmas(uji.db);
    const [lain] = await uji.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM opd WHERE id <> ?', [ormas.opdId]);
    const siapa = [
      await uji.masukSebagai('sekretaris', { ormasId: lainnya.id }),
      await uji.masukSebagai('opd', { opdId: lain?.id ?? 0 }),
      await uji.masukSebagai('pimpinan'),
      await uji.masukSebagai('admin'),
    ];
    for (const orang of siapa) expect((await orang.buka(formulir())).status).toBe(404);
    const pimpinan = await uji.masukSebagai('pimpinan');
    expect((await pimpinan.buka(halaman())).text).not.toContain(formulir());
  });

  it('does not exist of an application that was not approved', async () => {
    const { id } = await pendaftaranTerkirim(uji.app, uji.db, { surel: 'belum@contoh.invalid' });
    const petugas = await uji.masukSebagai('petugas');
    expect((await petugas.buka(`/pendaftaran/${id}`)).status).toBe(200);
    expect((await petugas.buka(`/pendaftaran/${id}/formulir`)).status).toBe(404);
  });
});

describe('what the official form collects', () => {
  it('stays in the register: the page of the ormas tells it, folded, and its other fields of work', async () => {
    const { text } = await (await uji.masukSebagai('petugas')).buka(halaman());
    const [lain] = await uji.db.query<{ nama: string }[]>('SELECT nama FROM bidang WHERE id = 2');
    const profil = /<section class="bagian" id="profil">[^]*?<\/section>/.exec(text)?.[0] ?? '';
    expect(profil).toContain('Profil lengkap');
    for (const kata of [
      ...[
        'Mendampingi belajar anak sekolah.',
        'Bogor, 1 Februari 2020',
        'Melati Rekaan, Cendana Umpama',
        'Jati Misalnya',
      ],
      ...['Pinjam atau izin pakai', '15 orang', '12 orang', 'Rapat pembina', 'Bank Rekaan', 'Bunga melati putih'],
    ])
      expect(profil).toContain(kata);
    expect(text).toContain('YRMP');
    expect(text).toMatch(new RegExp(`<dt>Bidang lain</dt><dd>${lain?.nama ?? '?'}</dd>`));
  });

  it('tells the bank to the office that decides, and to nobody else', async () => {
    const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
    const opd = await uji.masukSebagai('opd', { opdId: ormas.opdId });
    for (const orang of [sekretaris, opd, await uji.masukSebagai('pimpinan')]) {
      const { text } = await orang.buka(halaman());
      expect(text).toContain('Bunga melati putih');
      expect(text).not.toContain('Bank Rekaan');
    }
  });

  it('moves nobody: the cluster is that of the primary field alone', async () => {
    const [b] = await uji.db.query<{ bidangId: number; opdId: number }[]>(
      'SELECT bidang_id AS bidangId, opd_id AS opdId FROM klaster_ormas WHERE ormas_id = ?',
      [ormas.id],
    );
    expect(b).toEqual({ bidangId: 1, opdId: ormas.opdId });
    expect((await bacaProfil(uji.db, ormas.id))?.bidangLain).toEqual([2]);
  });

  it('is not shown as of a day, for nothing of it is kept by days', async () => {
    const petugas = await uji.masukSebagai('petugas');
    const [o] = await uji.db.query<{ hari: string }[]>('SELECT terdaftar_pada AS hari FROM ormas WHERE id = ?', [
      ormas.id,
    ]);
    const { text } = await petugas.buka(`${halaman()}?pada=${o?.hari ?? ''}`);
    expect(text).toContain('hanya ada di halaman keadaan sekarang');
    for (const kata of ['YRMP', 'Bunga melati putih', 'Bank Rekaan', 'Jati Misalnya']) expect(text).not.toContain(kata);
  });

  it('leaves with the list of ormas, without persons and without the bank', async () => {
    const { text } = await (await uji.masukSebagai('petugas')).buka('/ekspor/ormas.csv?cari=melati');
    for (const kata of ['Singkatan', 'YRMP', 'Bidang lain', 'Pinjam atau izin pakai', 'Anggota 16–30 tahun'])
      expect(text).toContain(kata);
    for (const kata of ['Bank Rekaan', 'Jati Misalnya']) expect(text).not.toContain(kata);
  });
});

describe('an ormas is found by its abbreviation', () => {
  it('in the list, in the directory, and in the index of a long register', async () => {
    const petugas = await uji.masukSebagai('petugas');
    for (const [orang, jalur] of [
      [petugas, '/ormas?cari=yrmp'],
      [uji.tamu(), '/direktori?cari=YRMP'],
    ] as const) {
      const { text } = await orang.buka(jalur);
      expect(text).toContain('Yayasan Rekaan Melati Pagi</a>');
      expect(text).toContain('(YRMP)');
    }
    const indeks = await uji.app.get(IndeksOrmasService, { strict: false }).ambil();
    const tanya = { bacaan: [['jrmp']], urut: 'nama', arah: 'naik', lewati: 0, sebanyak: 10 } as const;
    expect(indeks.cari(tanya).id).toEqual([ormas.id]);
    const data = JSON.parse((await uji.tamu().buka('/direktori.json')).text) as { data: Record<string, unknown>[] };
    expect(data.data.find((o) => o.id === ormas.id)).toMatchObject({ singkatan: 'YRMP' });
  });

  it('also when it has dots, is one letter over and over, or its name has changed since', async () => {
    const petugas = await uji.masukSebagai('petugas');
    const titik = await daftarkan(
      'titik@contoh.invalid',
      jawabanContoh({ ...LAIN('1111'), nama: 'Yayasan Karya Rekaan', singkatan: 'K.R.B.' }),
    );
    const sama = await daftarkan(
      'sama@contoh.invalid',
      jawabanContoh({ ...LAIN('2222'), nama: 'Yayasan Putra Pertiwi Umpama', singkatan: 'PPP' }),
    );
    const hasil = async (cari: string) => {
      const { text } = await petugas.buka(`/ormas?cari=${cari}`);
      return [ormas, titik, sama].map((o) => text.includes(`href="/ormas/${o.id}"`));
    };
    expect(await hasil('krb')).toEqual([false, true, false]);
    // Typed with dots it may also be the beginnings of three words: more is shown, the right one among it.
    expect((await hasil('k.r.b.'))[1]).toBe(true);
    expect(await hasil('ppp')).toEqual([false, false, true]);
    const ubah = uji.app.get(UbahOrmasService, { strict: false });
    await uji.app.get(Transaksi, { strict: false }).jalankan(async (em) => {
      const o = await ubah.baca(em, titik.id);
      const baru = {
        perihal: 'nama',
        nilai: { nama: 'Yayasan Berganti Umpama' },
        berlaku: tanggalWib(new Date()),
      } as const;
      await ubah.terapkan(em, kabid, o, { ...baru, dokumen: null }, { perubahanId: null, alasan: 'Uji' });
    });
    expect(await hasil('krb')).toEqual([false, true, false]);
  });
});

it('merged into an entry of a register file it is told and found there, with its form', async () => {
  const lama = await daftarkan(
    'gabung@contoh.invalid',
    jawabanContoh({ ...LAIN('3333'), nama: 'Yayasan Kenari Umpama', singkatan: 'YKENU', lambang: 'Burung kenari.' }),
  );
  const tetap = await buatOrmas(uji.db, { nama: 'Forum Tetap Rekaan', opdId: lama.opdId });
  const gabung = uji.app.get(GabungOrmasService, { strict: false });
  await uji.app.get(Transaksi, { strict: false }).jalankan((em) => gabung.taruh(em, lama.id, tetap.id));
  const petugas = await uji.masukSebagai('petugas');
  const { text } = await petugas.buka(`/ormas/${tetap.id}`);
  expect(text).toContain('Burung kenari.');
  expect(text).toContain(`href="/pendaftaran/${lama.pendaftaran}/formulir"`);
  expect((await petugas.buka('/ormas?cari=ykenu')).text).toContain(`href="/ormas/${tetap.id}"`);
  const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: tetap.id });
  expect((await sekretaris.buka(`/pendaftaran/${lama.pendaftaran}/formulir`)).status).toBe(200);
});

it('what was approved before the register kept it is filled in, once, and found', async () => {
  const semula = await bacaProfil(uji.db, ormas.id);
  const [o] = await uji.db.query<{ cari: string; singkatan: string }[]>(
    'SELECT cari, singkatan FROM ormas WHERE id = ?',
    [ormas.id],
  );
  for (const tabel of ['ormas_profil', 'ormas_bidang_lain', 'ormas_tokoh'])
    await uji.db.query(`DELETE FROM ${tabel} WHERE ormas_id = ?`, [ormas.id]);
  await uji.db.query("UPDATE ormas SET singkatan = NULL, cari = REPLACE(cari, ' jrmp', '') WHERE id = ?", [ormas.id]);
  const Profil = MIGRASI.find((m) => m.name.startsWith('ProfilOrmas'));
  const pelaku = uji.db.createQueryRunner();
  try {
    for (let i = 0; i < 2; i++) await (Profil && new Profil().up(pelaku));
  } finally {
    await pelaku.release();
  }
  expect(await bacaProfil(uji.db, ormas.id)).toEqual(semula);
  const [kini] = await uji.db.query<{ cari: string; singkatan: string }[]>(
    'SELECT cari, singkatan FROM ormas WHERE id = ?',
    [ormas.id],
  );
  expect(kini?.singkatan).toBe('YRMP');
  expect(kini?.cari.split(' ').sort()).toEqual(o?.cari.split(' ').sort());
});

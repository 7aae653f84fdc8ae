import request from 'supertest';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { SesiService } from '../../src/modules/akun/sesi.service.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';

let uji: AplikasiUji;
beforeAll(async () => {
  uji = await aplikasiUji();
});
afterAll(() => uji.tutup());

const cookie = (jawaban: request.Response): string =>
  /iko=[^;]+/.exec(String(jawaban.headers['set-cookie']))?.[0] ?? '';

describe('signing in', () => {
  it('sends a visitor to the sign-in page and back to where they wanted to go', async () => {
    const masuk = await uji.masukSebagai('petugas');
    const tamu = uji.tamu();
    const ditolak = await tamu.buka('/akun/sesi?x=1');
    expect(ditolak.status).toBe(303);
    expect(ditolak.headers.location).toBe('/masuk?kembali=%2Fakun%2Fsesi%3Fx%3D1');
    const jawaban = await tamu.kirim('/masuk?kembali=%2Fakun%2Fsesi%3Fx%3D1', '/masuk', {
      surel: masuk.surel,
      sandi: masuk.sandi,
      kembali: '/akun/sesi?x=1',
    });
    expect(jawaban.headers.location).toBe('/akun/sesi?x=1');
  });

  it.each(['//jahat.invalid', 'https://jahat.invalid', '/\\jahat.invalid', '/masuk', 'javascript:alert(1)'])(
    'never leads elsewhere: %s',
    async (kembali) => {
      const { surel, sandi } = await uji.masukSebagai('petugas');
      const jawaban = await uji.tamu().kirim('/masuk', '/masuk', { surel, sandi, kembali });
      expect(jawaban.headers.location).toBe('/');
    },
  );

  it('gives a new session id at sign-in, and the old one is worth nothing', async () => {
    const { surel, sandi } = await uji.masukSebagai('petugas');
    const agen = request.agent(uji.alamat);
    const halaman = await agen.get('/masuk');
    const sebelum = cookie(halaman);
    const csrf = /name="_csrf" value="([^"]*)"/.exec(halaman.text)?.[1];
    const jawaban = await agen.post('/masuk').type('form').send({ _csrf: csrf, surel, sandi });
    expect(jawaban.status).toBe(303);
    expect(cookie(jawaban)).not.toBe(sebelum);
    const lama = await request(uji.alamat).get('/akun/sesi').set('Cookie', sebelum);
    expect(lama.status).toBe(303);
  });

  it('says the same for a wrong password and for an unknown account, and keeps what was typed', async () => {
    const { surel } = await uji.masukSebagai('petugas');
    const salah = await uji.tamu().kirim('/masuk', '/masuk', { surel, sandi: 'bukan sandinya' });
    const asing = await uji
      .tamu()
      .kirim('/masuk', '/masuk', { surel: 'tidak-ada@contoh.invalid', sandi: 'bukan sandinya' });
    for (const jawaban of [salah, asing]) {
      expect(jawaban.status).toBe(401);
      expect(jawaban.text).toContain('Surel atau kata sandi tidak cocok.');
    }
    expect(salah.text).toContain(`value="${surel}"`);
    expect(salah.text).not.toContain('bukan sandinya');
  });

  it('throttles an account after eight wrong passwords, even with the right one, whatever happens in Redis', async () => {
    const { surel, sandi } = await uji.masukSebagai('petugas');
    const tamu = uji.tamu();
    for (let i = 0; i < 8; i++)
      expect((await tamu.kirim('/masuk', '/masuk', { surel, sandi: 'salah sekali' })).status).toBe(401);
    const jawaban = await tamu.kirim('/masuk', '/masuk', { surel, sandi });
    expect(jawaban.status).toBe(429);
    expect(Number(jawaban.headers['retry-after'])).toBeGreaterThan(0);
    await uji.db.query('DELETE FROM percobaan_masuk');
  });

  it('throttles guesses at an e-mail without an account in the same words as at one with an account', async () => {
    const { surel } = await uji.masukSebagai('petugas');
    const jawab = async (alamat: string) => {
      const tamu = uji.tamu();
      const urut: number[] = [];
      for (let i = 0; i < 9; i++)
        urut.push((await tamu.kirim('/masuk', '/masuk', { surel: alamat, sandi: 'salah sekali' })).status);
      const { headers, text } = await tamu.kirim('/masuk', '/masuk', { surel: alamat, sandi: 'salah sekali' });
      return { urut, lagi: headers['retry-after'], pesan: /Terlalu banyak percobaan[^<]*/.exec(text)?.[0] };
    };
    const dikenal = await jawab(surel);
    expect(dikenal).toMatchObject({ urut: [...Array<number>(8).fill(401), 429], lagi: '900' });
    expect(dikenal.pesan).toBeDefined();
    expect(await jawab('tiada-akun@contoh.invalid')).toEqual(dikenal);
    await uji.db.query('DELETE FROM percobaan_masuk');
  });

  it('counts guesses at an account once, however its address is accented', async () => {
    const { surel, sandi } = await uji.masukSebagai('petugas');
    const tamu = uji.tamu();
    const aksen = surel.replace('e', 'é');
    expect((await tamu.kirim('/masuk', '/masuk', { surel: aksen, sandi })).status).toBe(401);
    await uji.db.query('DELETE FROM percobaan_masuk');
  });

  it('does not lock an account for its owner because of a few guesses from elsewhere', async () => {
    const { surel, sandi } = await uji.masukSebagai('petugas');
    const sesi = uji.app.get(SesiService, { strict: false });
    for (let i = 0; i < 12; i++) await sesi.masuk(surel, 'tebakan lain', '203.0.113.9').catch(() => undefined);
    expect((await uji.tamu().kirim('/masuk', '/masuk', { surel, sandi })).status).toBe(303);
    await uji.db.query('DELETE FROM percobaan_masuk');
  });

  it('does not let one address use up what an account allows: it is stopped at its own limit', async () => {
    const { surel, sandi } = await uji.masukSebagai('petugas');
    const sesi = uji.app.get(SesiService, { strict: false });
    for (let i = 0; i < 70; i++) await sesi.masuk(surel, 'tebakan lain', '203.0.113.9').catch(() => undefined);
    await expect(sesi.masuk(surel, sandi, '198.51.100.7')).resolves.toMatchObject({ peran: 'petugas' });
    await uji.db.query('DELETE FROM percobaan_masuk');
  });

  it('lets its owner in where they are signed in, however many guess from everywhere', async () => {
    const { surel, sandi } = await uji.masukSebagai('petugas');
    const sesi = uji.app.get(SesiService, { strict: false });
    for (let i = 0; i < 70; i++) await sesi.masuk(surel, 'tebakan lain', `198.51.100.${i}`).catch(() => undefined);
    await expect(sesi.masuk(surel, sandi, '203.0.113.77')).rejects.toMatchObject({ kode: 'terlalu-sering' });
    expect((await uji.tamu().kirim('/masuk', '/masuk', { surel, sandi })).status).toBe(303);
    await uji.db.query('DELETE FROM percobaan_masuk');
  });

  it('knows where its owner came in before also after they signed out and the session was swept', async () => {
    const { surel, sandi } = await uji.masukSebagai('petugas');
    const sesi = uji.app.get(SesiService, { strict: false });
    const { id } = await sesi.masuk(surel, sandi, '2001:db8:9:9::1');
    await uji.db.query('DELETE FROM sesi WHERE akun_id = ?', [id]);
    for (let i = 0; i < 70; i++) await sesi.masuk(surel, 'tebakan lain', `198.51.100.${i}`).catch(() => undefined);
    await expect(sesi.masuk(surel, sandi, '2001:db8:7:7::1')).rejects.toMatchObject({ kode: 'terlalu-sering' });
    await expect(sesi.masuk(surel, sandi, '2001:db8:9:9::2')).resolves.toMatchObject({ id });
    const [tersimpan] = await uji.db.query<{ alamat: string }[]>('SELECT alamat FROM alamat_masuk WHERE akun_id = ?', [
      id,
    ]);
    expect(tersimpan?.alamat).toMatch(/^[0-9a-f]{64}$/);
    await uji.db.query('DELETE FROM percobaan_masuk');
  });

  it('throttles an unknown account as a known one, with the same words', async () => {
    const { surel } = await uji.masukSebagai('petugas');
    const ujung: string[] = [];
    for (const siapa of [surel, 'tak-dikenal@contoh.invalid']) {
      const tamu = uji.tamu();
      const coba = () => tamu.kirim('/masuk', '/masuk', { surel: siapa, sandi: 'salah sekali' });
      for (let i = 0; i < 8; i++) expect((await coba()).status).toBe(401);
      const jawaban = await coba();
      expect([jawaban.status, jawaban.headers['retry-after']]).toEqual([429, '900']);
      expect(jawaban.text).toContain('Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.');
      ujung.push(jawaban.text.replaceAll(siapa, '').replace(/(name="_csrf" value=|name="_token" value=)"[^"]*"/g, ''));
      await uji.db.query('DELETE FROM percobaan_masuk');
    }
    expect(ujung[1]).toBe(ujung[0]);
  });

  it('takes all addresses of one IPv6 network for one', async () => {
    const { surel, sandi } = await uji.masukSebagai('petugas');
    const sesi = uji.app.get(SesiService, { strict: false });
    for (let i = 1; i < 9; i++) await sesi.masuk(surel, 'tebakan lain', `2001:db8:1:2::${i}`).catch(() => undefined);
    await expect(sesi.masuk(surel, sandi, '2001:db8:1:2::99')).rejects.toMatchObject({ kode: 'terlalu-sering' });
    await uji.db.query('DELETE FROM percobaan_masuk');
  });

  it('throttles guesses at the present password when changing it', async () => {
    const p = await uji.masukSebagai('petugas');
    const coba = () =>
      p.kirim('/akun/sandi', '/akun/sandi', { sandiLama: 'bukan ini', sandiBaru: 'empat angsa di telaga' });
    for (let i = 0; i < 8; i++) expect((await coba()).status).toBe(422);
    expect((await coba()).status).toBe(429);
  });

  it('refuses a form without its CSRF token, and a form of another session', async () => {
    const p = await uji.masukSebagai('petugas');
    const tanpa = await p.agen.post('/akun/sandi').set('Accept', 'text/html').type('form').send({ sandiLama: 'a' });
    expect(tanpa.status).toBe(403);
    expect(tanpa.text).toContain('Formulir ini sudah kedaluwarsa');
    const lain = await (await uji.masukSebagai('petugas')).rahasia('/akun/sandi');
    expect(
      (
        await p.agen
          .post('/akun/sandi')
          .type('form')
          .send({ ...lain, sandiLama: 'a', sandiBaru: 'b' })
      ).status,
    ).toBe(403);
  });
});

describe('sessions', () => {
  it('lists where one is signed in and ends one of them', async () => {
    const p = await uji.masukSebagai('petugas');
    const kedua = uji.tamu();
    await kedua.kirim('/masuk', '/masuk', { surel: p.surel, sandi: p.sandi });
    const { text } = await p.buka('/akun/sesi');
    expect(text).toContain('Perangkat ini');
    const aksi = [...text.matchAll(/action="(\/akun\/sesi\/[0-9a-f]{64}\/akhiri)"/g)].map((m) => m[1]);
    expect(aksi).toHaveLength(2);
    const ini = (await kedua.buka('/akun/sesi')).text;
    const milikKedua = [...ini.matchAll(/<tr>[\s\S]*?<\/tr>/g)].find((m) => m[0].includes('Perangkat ini'))?.[0];
    const akhiri = /action="([^"]+akhiri)"/.exec(milikKedua ?? '')?.[1] ?? '';
    expect((await p.kirim('/akun/sesi', akhiri)).status).toBe(303);
    expect((await kedua.buka('/akun/sesi')).status).toBe(303);
    expect((await p.buka('/akun/sesi')).status).toBe(200);
  });

  it('cannot end the session of another person', async () => {
    const a = await uji.masukSebagai('petugas');
    const b = await uji.masukSebagai('petugas');
    const akhiri = /action="([^"]+akhiri)"/.exec((await b.buka('/akun/sesi')).text)?.[1] ?? '';
    expect((await a.kirim('/akun/sesi', akhiri)).status).toBe(404);
    expect((await b.buka('/akun/sesi')).status).toBe(200);
  });

  it('changing the password ends all other sessions and the new one works', async () => {
    const p = await uji.masukSebagai('petugas');
    const kedua = uji.tamu();
    await kedua.kirim('/masuk', '/masuk', { surel: p.surel, sandi: p.sandi });
    const jawaban = await p.kirim('/akun/sandi', '/akun/sandi', {
      sandiLama: p.sandi,
      sandiBaru: 'empat angsa di telaga warna',
    });
    expect(jawaban.status).toBe(303);
    expect((await kedua.buka('/akun/sesi')).status).toBe(303);
    expect((await p.buka('/akun/sesi')).status).toBe(200);
    expect(
      (await uji.tamu().kirim('/masuk', '/masuk', { surel: p.surel, sandi: 'empat angsa di telaga warna' })).status,
    ).toBe(303);
  });

  it.each([
    ['pendek', 'Kata sandi paling sedikit 10 karakter'],
    ['1234567890', 'terlalu mudah ditebak'],
  ])('refuses the password %s with a reason at its field', async (sandiBaru, alasan) => {
    const p = await uji.masukSebagai('petugas');
    const jawaban = await p.kirim('/akun/sandi', '/akun/sandi', { sandiLama: p.sandi, sandiBaru });
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain(alasan);
  });

  it('signing out ends the session', async () => {
    const p = await uji.masukSebagai('petugas');
    expect((await p.kirim('/akun/sesi', '/keluar')).status).toBe(303);
    expect((await p.buka('/akun/sesi')).status).toBe(303);
  });

  it('keeps only a hash of the cookie in the database', async () => {
    const p = await uji.masukSebagai('petugas');
    const [{ id }] = await uji.db.query<[{ id: string }]>('SELECT id FROM sesi WHERE akun_id = ?', [p.aktor?.id]);
    expect(id).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('accounts', () => {
  it('makes the first administrator through a link that works once', async () => {
    const akun = uji.app.get(AkunService, { strict: false });
    await uji.db.query("UPDATE akun SET aktif = 0 WHERE peran = 'admin'");
    const token = await akun.tautanAdminPertama();
    const tamu = uji.tamu();
    const isian = { nama: 'Admin Contoh', surel: 'admin@contoh.invalid', sandiBaru: 'kereta senja menuju timur' };
    const jawaban = await tamu.kirim(`/tautan/${token}`, `/tautan/${token}`, isian);
    expect(jawaban.headers.location).toBe('/masuk');
    expect((await tamu.kirim('/masuk', '/masuk', { surel: isian.surel, sandi: isian.sandiBaru })).status).toBe(303);
    expect((await uji.tamu().buka(`/tautan/${token}`)).status).toBe(410);
    expect(await akun.tautanAdminPertama()).toBeNull();
    const jejak = await uji.db.query("SELECT 1 FROM audit WHERE aksi = 'terbitkan-tautan-admin-pertama'");
    expect(jejak).toHaveLength(1);
  });

  it('lets the admin make an account whose owner sets the password; nobody else may', async () => {
    const admin = await uji.masukSebagai('admin');
    const jawaban = await admin.kirim('/pengguna', '/pengguna', {
      nama: 'Petugas\r\nBaru',
      surel: 'baru@contoh.invalid',
      peran: 'petugas',
    });
    expect(jawaban.status).toBe(201);
    const [akun] = await uji.db.query("SELECT nama FROM akun WHERE surel = 'baru@contoh.invalid'");
    expect(akun).toEqual({ nama: 'Petugas Baru' });
    const tautan = /http:\/\/[^<\s]+(\/tautan\/[\w-]+)/.exec(jawaban.text)?.[1] ?? '';
    expect(tautan).not.toBe('');
    expect((await admin.buka('/pengguna')).text).not.toContain(tautan);
    await uji.tamu().kirim(tautan, tautan, { sandiBaru: 'kereta senja menuju barat' });
    expect(
      (await uji.tamu().kirim('/masuk', '/masuk', { surel: 'baru@contoh.invalid', sandi: 'kereta senja menuju barat' }))
        .status,
    ).toBe(303);
    for (const peran of ['petugas', 'kabid', 'kaban', 'pimpinan'] as const) {
      expect((await (await uji.masukSebagai(peran)).buka('/pengguna')).status).toBe(403);
    }
  });

  it.each([
    [{ peran: 'sekretaris', ormasId: '999999' }, 'Ormas ini tidak ada dalam register.'],
    [{ peran: 'opd', opdId: '9999' }, 'Pilih OPD yang ada.'],
    [{ peran: 'sekretaris', ormasId: '1e1' }, 'Cari lalu pilih ormas akun ini.'],
    [{ peran: 'opd', opdId: '0x1' }, 'Pilih OPD akun ini.'],
  ])('says at its field that there is no such scope: %j', async (lingkup, pesan) => {
    const admin = await uji.masukSebagai('admin');
    const isian = { nama: 'X', surel: 'lingkup@contoh.invalid', ...lingkup };
    const jawaban = await admin.kirim('/pengguna', '/pengguna', isian);
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain(pesan);
  });

  it('finds the ormas of a secretary by name or number, and keeps what was typed until one is chosen', async () => {
    const admin = await uji.masukSebagai('admin');
    const [satu, dua] = [
      (await buatOrmas(uji.db, { nama: 'Yayasan Pelangi Rekaan' })).id,
      (await buatOrmas(uji.db, { nama: 'Forum Pelangi Rekaan' })).id,
    ];
    const isian = { nama: 'Sekretaris Rekaan', surel: 'pelangi@contoh.invalid', peran: 'sekretaris' };
    const kirim = (lain: Record<string, string>) => admin.kirim('/pengguna', '/pengguna', { ...isian, ...lain });
    const ditemukan = (teks: string) => [...teks.matchAll(/name="ormasId" value="(\d+)"( checked)?/g)].map((m) => m[0]);
    const cari = await kirim({ ormas: 'pelangi rekaan', lanjut: 'cari' });
    expect([cari.status, ditemukan(cari.text)]).toEqual([
      200,
      [`name="ormasId" value="${dua}"`, `name="ormasId" value="${satu}"`],
    ]);
    expect(cari.text).toContain('value="pelangi@contoh.invalid"');
    expect(ditemukan((await kirim({ ormas: String(satu), lanjut: 'cari' })).text)).toEqual([
      `name="ormasId" value="${satu}" checked`,
    ]);
    const tiada = await kirim({ ormas: 'antah berantah', lanjut: 'cari' });
    expect(tiada.text).toContain('Tidak ada ormas yang cocok dengan “antah berantah”');
    // Another name than the list was made for is searched again, and nothing is made.
    const lain = await kirim({ ormas: 'pelangi', dicari: 'yayasan', ormasId: String(satu) });
    expect([lain.status, ditemukan(lain.text).length]).toEqual([422, 2]);
    expect(lain.text).toContain('Pilih ormas yang dimaksud.');
    const buat = await kirim({ ormas: 'pelangi', dicari: 'pelangi', ormasId: String(satu) });
    expect(buat.status).toBe(201);
    const [akun] = await uji.db.query<unknown[]>('SELECT ormas_id FROM akun WHERE surel = ?', [isian.surel]);
    expect(akun).toEqual({ ormas_id: satu });
  });

  it('a link issued before no longer works once the owner has changed the password', async () => {
    const akun = uji.app.get(AkunService, { strict: false });
    const p = await uji.masukSebagai('petugas');
    const token = await akun.buatTautanSandi(AKTOR_SISTEM, p.aktor?.id ?? 0);
    await p.kirim('/akun/sandi', '/akun/sandi', { sandiLama: p.sandi, sandiBaru: 'lima angsa di telaga warna' });
    expect((await uji.tamu().buka(`/tautan/${token}`)).status).toBe(410);
  });

  it('says which e-mail is taken, at its field', async () => {
    const admin = await uji.masukSebagai('admin');
    const jawaban = await admin.kirim('/pengguna', '/pengguna', {
      nama: 'Kembar',
      surel: admin.surel,
      peran: 'petugas',
    });
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain('Surel ini sudah dipakai akun lain.');
  });

  it('sending the same form twice has the effect of once', async () => {
    const admin = await uji.masukSebagai('admin');
    const isian = {
      ...(await admin.rahasia('/pengguna')),
      nama: 'Sekali',
      surel: 'sekali@contoh.invalid',
      peran: 'petugas',
    };
    const [a, b] = [
      await admin.agen.post('/pengguna').type('form').send(isian),
      await admin.agen
        .post('/pengguna')
        .type('form')
        .send({ ...isian, surel: 'duakali@contoh.invalid' }),
    ];
    expect(a.status).toBe(201);
    expect(b.status).toBe(409);
    const [{ n }] = await uji.db.query<[{ n: number }]>(
      "SELECT COUNT(*) AS n FROM akun WHERE surel = 'duakali@contoh.invalid'",
    );
    expect(Number(n)).toBe(0);
  });

  it('the list of accounts is paged, filtered, and searched; an e-mail address stands in no address of the page', async () => {
    const admin = await uji.masukSebagai('admin');
    const akun = uji.app.get(AkunService, { strict: false });
    for (let n = 10; n < 40; n++) {
      await akun.buat(AKTOR_SISTEM, { surel: `rekaan-${n}@contoh.invalid`, nama: `Rekaan ${n}`, peran: 'kaban' });
    }
    const semua = (await admin.buka('/pengguna?peran=kaban')).text;
    expect(semua.match(/>Tautan kata sandi</g)).toHaveLength(25);
    expect((await admin.buka('/pengguna?peran=kaban&keadaan=belum-sandi&halaman=2')).text).toContain('Rekaan 39');
    expect((await admin.buka('/pengguna?keadaan=nonaktif&cari=Rekaan')).text).toContain('Tidak ada akun yang cocok');

    const nama = await admin.kirim('/pengguna', '/pengguna/cari', { cari: 'rekaan 17', peran: 'kaban', keadaan: '' });
    expect([nama.status, nama.headers.location]).toEqual([303, '/pengguna?cari=rekaan+17&peran=kaban']);
    const surel = await admin.kirim('/pengguna', '/pengguna/cari', { cari: 'rekaan-17@contoh' });
    expect(surel.status).toBe(200);
    expect(surel.text).toContain('1 akun');
    expect(surel.text).toContain('Rekaan 17');
    expect(surel.text).not.toMatch(/(href|action)="[^"]*rekaan-17/);

    const [{ id }] = await uji.db.query<[{ id: number }]>(
      "SELECT id FROM akun WHERE surel = 'rekaan-17@contoh.invalid'",
    );
    const kembali = await admin.kirim('/pengguna', `/pengguna/${id}/aktif`, {
      ...{ versi: '1', aktif: 'tidak', asal: '/pengguna?peran=kaban&halaman=2' },
    });
    expect(kembali.headers.location).toBe('/pengguna?peran=kaban&halaman=2');
  });

  it('switching an account off ends its sessions at once', async () => {
    const admin = await uji.masukSebagai('admin');
    const korban = await uji.masukSebagai('petugas');
    const id = korban.aktor?.id ?? 0;
    await admin.kirim('/pengguna', `/pengguna/${id}/aktif`, { versi: '1', aktif: 'tidak' });
    expect((await korban.buka('/akun/sesi')).status).toBe(303);
    expect((await uji.tamu().kirim('/masuk', '/masuk', { surel: korban.surel, sandi: korban.sandi })).status).toBe(401);
  });

  it('writes every act into the audit trail, which admin, kabid and kaban can read', async () => {
    const akun = uji.app.get(AkunService, { strict: false });
    const id = await akun.buat(AKTOR_SISTEM, { surel: 'jejak@contoh.invalid', nama: 'Jejak', peran: 'pimpinan' });
    const [{ n }] = await uji.db.query<[{ n: number }]>(
      "SELECT COUNT(*) AS n FROM audit WHERE objek = 'akun' AND objek_id = ? AND aksi = 'buat-akun'",
      [String(id)],
    );
    expect(Number(n)).toBe(1);
    for (const [peran, status] of [
      ['admin', 200],
      ['kabid', 200],
      ['kaban', 200],
      ['petugas', 403],
      ['pimpinan', 403],
    ] as const) {
      expect((await (await uji.masukSebagai(peran)).buka('/audit')).status).toBe(status);
    }
  });

  it('the trail leaves coming and going out until asked, and every filter stands in the address', async () => {
    const kabid = await uji.masukSebagai('kabid');
    const biasa = (await kabid.buka('/audit').expect(200)).text;
    expect(biasa).toContain('Akun pimpinan dibuat');
    expect(biasa).not.toContain('Masuk ke portal');
    expect(biasa).toContain('href="/audit?ragam&#x3D;semua"');
    expect((await kabid.buka('/audit?ragam=semua')).text).toContain('Masuk ke portal');
    expect((await kabid.buka('/audit?ragam=masuk')).text).not.toContain('Akun pimpinan dibuat');
    expect((await kabid.buka('/audit?pelaku=%25')).text).toContain('Tidak ada peristiwa');
    expect((await kabid.buka('/audit?pelaku=sistem&objek=akun')).text).toContain('oleh sistem');
    expect((await kabid.buka('/audit?ormas=tak%20ada')).text).toContain('Tidak ada peristiwa');
    expect((await kabid.buka('/audit?sampai=2020-01-01')).text).toContain('sampai 1 Januari 2020');
    await kabid.buka('/audit?ragam=apa').expect(200);
    await kabid.buka('/audit?ragam=hitung').expect(200);
    expect((await kabid.buka('/audit?halaman=99999').expect(200)).text).toContain('Tidak ada peristiwa');
    for (const hari of ['2025-02-31', '9999-99-99', '0000-00-00', '9999-12-31', 'kemarin'])
      for (const bidang of ['dari', 'sampai']) {
        const salah = await kabid.buka(`/audit?${bidang}=${hari}&pelaku=sistem`).expect(422);
        expect(salah.text).toContain('Isi tanggal yang ada dalam kalender');
        expect(salah.text).toContain(`value="${hari}"`);
        expect(salah.text).toContain('value="sistem"');
      }
    expect((await (await uji.masukSebagai('petugas')).buka('/audit?dari=2025-02-31')).status).toBe(403);
  });
});

describe('every answer', () => {
  it('has a strict content policy, no store, and no hint of the server', async () => {
    const { headers } = await (await uji.masukSebagai('petugas')).buka('/akun/sesi');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('is a page in Indonesian when nothing is there', async () => {
    const jawaban = await uji.tamu().buka('/tidak-ada-sama-sekali');
    expect(jawaban.status).toBe(404);
    expect(jawaban.text).toContain('Halaman tidak ditemukan');
  });

  it('keeps signed-in people signed in when Redis is wiped', async () => {
    const p = await uji.masukSebagai('petugas');
    const { Redis } = await import('ioredis');
    const redis = new Redis(uji.config.redisUrl);
    await redis.flushdb();
    redis.disconnect();
    expect((await p.buka('/akun/sesi')).status).toBe(200);
  });
});

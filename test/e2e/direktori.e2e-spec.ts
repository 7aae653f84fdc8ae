import { AKTOR_SISTEM, PERAN } from '../../src/common/aktor.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { bacaCsv } from '../../src/modules/ormas/impor/csv.js';
import { type BarisRegister } from '../../src/modules/ormas/impor/register.types.js';
import { OrmasRegisterService } from '../../src/modules/ormas/ormas-register.service.js';
import { KOLOM_DATA } from '../../src/modules/direktori/web/direktori.data.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';

let uji: AplikasiUji;
let id: Record<string, number>;

/** A mark in every field that is somebody's, by which it would be found again wherever it came out. */
const TANDA = 'RAHASIA';
const PRIBADI: Partial<BarisRegister> = {
  npwp: '9911223344556677',
  telepon: '081377665544',
  surel: `${TANDA}@contoh.invalid`,
  ketua: `Ketua ${TANDA}`,
  sekretaris: `Sekretaris ${TANDA}`,
  bendahara: `Bendahara ${TANDA}`,
  bendahara2: `Wakil ${TANDA}`,
  sumberDana: `Dana ${TANDA}`,
  bidangTeks: `Bidang ${TANDA}`,
  jumlahAnggota: 98765,
  aktaNomor: `Akta ${TANDA}`,
  dasarHukumNomor: `AHU-${TANDA}`,
};

const baris = (nama: string, lebih: Partial<BarisRegister> = {}): BarisRegister => ({
  ...{ baris: 2, nama, bentuk: 'yayasan', dasarHukumNomor: null, dasarHukumLain: null, dasarHukumTanggal: null },
  ...{ aktaNomor: null, aktaTanggal: null, npwp: null, alamat: 'Jl. Contoh No. 1', rt: '1', rw: '2' },
  ...{ kelurahan: 'Tegal Gundil', kecamatan: null, luarDomisili: false, bidangKode: 'pendidikan', bidangTeks: null },
  ...{ sumberDana: null, jumlahAnggota: null, ketua: null, sekretaris: null, bendahara: null, bendahara2: null },
  ...{ telepon: null, surel: null, terdaftarPada: '2020-02-03', nomorSkko: null, nomorReg: null, berlakuSkko: null },
  singkatan: null,
  ...lebih,
});

const REGISTER = [
  baris('Yayasan Cahaya Pakuan Rekaan', { ...PRIBADI, nomorSkko: '220/17-SKKO/REKAAN', berlakuSkko: '2099-12-31' }),
  baris('Perkumpulan Café Literasi Rekaan', {
    kelurahan: 'Gudang',
    alamat: `Rumah Bapak ${TANDA}, Jl. Mawar No. 3, HP 0813-7766-5544`,
  }),
  baris('Forum Anak Ceria Rekaan', { bidangKode: 'perempuan-anak' }),
  baris('Himpunan Lama Rekaan', { kelurahan: null, luarDomisili: true, bidangKode: null }),
  baris('=HYPERLINK("x") Rekaan', { alamat: '+62 Jalan Rekaan' }),
];

beforeAll(async () => {
  uji = await aplikasiUji();
  await uji.app.get(Transaksi, { strict: false }).jalankan((em) =>
    uji.app.get(OrmasRegisterService, { strict: false }).daftarkanBanyak(em, AKTOR_SISTEM, REGISTER, {
      berkas: 'rekaan.csv',
      tataLetak: 'portal',
      hitungan: { baris: REGISTER.length, ganda: 0, ditolak: 0 },
    }),
  );
  await uji.db.query("UPDATE ormas SET status = 'dicabut' WHERE nama LIKE 'Forum Anak%'");
  const semua = await uji.db.query<{ id: number; nama: string }[]>('SELECT id, nama FROM ormas');
  id = Object.fromEntries(semua.map((o) => [o.nama.split(' ')[1] ?? '', o.id]));
});
afterAll(() => uji.tutup());

const buka = (jalur: string) => uji.tamu().buka(jalur);

describe('"is this organisation real?"', () => {
  it.each([
    ['yayasan cahaya pakuan rekaan', 'Ya, Yayasan Cahaya Pakuan Rekaan tercatat'],
    ['JAJASAN TJAHAJA PAKOEAN REKAAN', 'Ada satu organisasi yang cocok'],
    ['220/17-SKKO/REKAAN', 'Ya, Yayasan Cahaya Pakuan Rekaan tercatat'],
    ['220/17-skko', 'Ya, Yayasan Cahaya Pakuan Rekaan tercatat'],
    ['forum anak ceria rekaan', 'Forum Anak Ceria Rekaan: dicabut'],
    ['cafe', 'Ada satu organisasi yang cocok'],
    ['tegalgundil', 'Ada beberapa organisasi yang cocok'],
    ['tegal gundyl zzzz', 'Tidak ditemukan: tegal gundyl zzzz'],
    ['Tanah Sereal', 'Belum ada ormas di Kecamatan Tanah Sareal'],
    ['bogor utara', 'Ormas di Kecamatan Bogor Utara'],
    ['Yayasan Tiada di Bogor Utara', 'Tidak ditemukan: Yayasan Tiada di Bogor Utara'],
    ['%', 'Tidak ada huruf atau angka yang dicari'],
    ['a', 'Satu huruf cocok dengan banyak nama'],
    ['Yayasan Tiada Bernama', 'Tidak ditemukan: Yayasan Tiada Bernama'],
  ])('"%s" is answered "%s"', async (cari, jawaban) => {
    const { text } = await buka(`/direktori?cari=${encodeURIComponent(cari)}`).expect(200);
    expect(text).toContain(jawaban);
  });

  it('says until when the letter holds, and what a revoked standing means', async () => {
    expect((await buka('/direktori?cari=yayasan+cahaya+pakuan+rekaan')).text).toContain(
      'berlaku sampai 31 Desember 2099',
    );
    expect((await buka('/direktori?cari=forum+anak+ceria+rekaan')).text).toContain(
      'telah dicabut dan tidak berlaku lagi',
    );
  });

  it('tells what it means that nothing was found, whom to ask, and which names are like it', async () => {
    const { text } = await buka('/direktori?cari=Cahyaa+Pakuan').expect(200);
    expect(text).toContain('belum dilaporkan');
    expect(text).toContain('Tidak tercatat bukan berarti terlarang');
    expect(text).toContain('Ragu? Tanyakan');
    expect(text).toContain('Mungkin maksud Anda');
    expect(text).toContain(`href="/direktori/${id.Cahaya}"`);
  });

  it('each ormas has a page at an address that stays', async () => {
    const { text } = await buka(`/direktori/${id.Cahaya}`).expect(200);
    expect(text).toContain('220/17-SKKO/REKAAN');
    expect(text).toContain('Jl. Contoh No. 1, RT 1/RW 2');
    await buka('/direktori/999999').expect(404);
    await buka('/direktori/abc').expect(404);
    await buka('/direktori/1%20OR%201=1').expect(404);
  });
});

it('a kecamatan that is in no name is read as the place; where names match, it is offered beside them', async () => {
  const disana = (await buka('/direktori?cari=Kec.+Bogor+Utara').expect(200)).text;
  expect(disana).toContain(`href="/direktori/${id.Cahaya}"`);
  expect(disana).toContain('Kecamatan: Bogor Utara');
  expect(disana).not.toContain(`href="/direktori/${id.Café}"`);
  expect(disana).not.toContain('Tidak ditemukan');
  await uji.db.query("UPDATE ormas SET cari = CONCAT(cari, ' bogorutara') WHERE id = ?", [id.Lama]);
  const { text } = await buka('/direktori?cari=bogor+utara').expect(200);
  expect(text).toContain('Ada satu organisasi yang cocok');
  expect(text).toMatch(
    /href="\/direktori\?kecamatan(?:=|&#x3D;)bogor-utara"[^]*?Tampilkan ormas di Kecamatan Bogor Utara \(\d+\)/,
  );
  const lebih = (await buka('/direktori?cari=cahaya+bogor+utara').expect(200)).text;
  expect(lebih).toContain('Tidak ditemukan: cahaya bogor utara');
  expect(lebih).toContain('Tampilkan ormas di Kecamatan Bogor Utara yang memuat “cahaya” (1)');
  await uji.db.query("UPDATE ormas SET cari = REPLACE(cari, ' bogorutara', '') WHERE id = ?", [id.Lama]);
});

describe('filters and addresses', () => {
  it.each([
    ['kelurahan=gudang', ['Café'], ['Cahaya']],
    ['kelurahan=luar', ['Himpunan'], ['Cahaya']],
    ['kecamatan=bogor-tengah', ['Café'], ['Cahaya']],
    ['bidang=pendidikan', ['Cahaya', 'Café'], ['Himpunan']],
    ['status=dicabut', ['Forum Anak'], ['Cahaya']],
    ['utm_source=x&cari=cahaya', ['Cahaya'], ['Café']],
  ])('%s', async (kueri, ada, tidak) => {
    const { text } = await buka(`/direktori?${kueri}`).expect(200);
    for (const n of ada) expect(text).toContain(n);
    for (const n of tidak) expect(text).not.toContain(n);
  });

  it.each([
    ['bidang=tidak-ada', 'Pilihan bidang ini tidak ada'],
    ['kecamatan=bandung', 'Pilihan kecamatan ini tidak ada'],
    ['status=ada', 'Pilihan status ini tidak ada'],
    ['halaman=0', 'Nomor halaman ditulis dengan angka'],
    ['halaman=1;DROP', 'Nomor halaman ditulis dengan angka'],
    ['cari=a&cari=b', 'Isi cari satu kali saja'],
    [`cari=${'a'.repeat(101)}`, 'Tulis paling banyak 100 huruf'],
  ])('%s is answered in words (422), with the form as it was', async (kueri, pesan) => {
    const jawaban = await buka(`/direktori?${kueri}`).expect(422);
    expect(jawaban.text).toContain(pesan);
    expect(jawaban.headers['cache-control']).toContain('no-store');
  });

  it('a page beyond the last is not there', async () => {
    const { text, headers } = await buka('/direktori?halaman=40').expect(404);
    expect(text).toContain('Halaman ini kosong');
    expect(headers['cache-control']).toContain('no-store');
  });

  it.each(["' OR 1=1 --", '<script>alert(1)</script>', '%', '\\', 'x'.repeat(100), '{{7*7}}', '\u0000'])(
    'what is typed is only ever a text: %j',
    async (cari) => {
      const { text } = await buka(`/direktori?cari=${encodeURIComponent(cari)}`).expect(200);
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('49</');
    },
  );

  it('takes nothing: there is no form to send', async () => {
    const jawaban = await uji.tamu().agen.post('/direktori').set('Accept', 'text/html').send({ a: 1 });
    expect([401, 403, 404]).toContain(jawaban.status);
  });
});

describe('copies', () => {
  const alamat = () => ['/direktori', '/direktori?cari=cahaya', `/direktori/${id.Cahaya}`, '/direktori/data'];
  const data = ['/direktori.csv', '/direktori.json', '/direktori/skema.json'];

  it('may be kept by everybody, are asked about, and need no cookie', async () => {
    for (const jalur of [...alamat(), ...data]) {
      const { headers } = await buka(jalur).expect(200);
      expect([jalur, headers['cache-control']]).toEqual([jalur, 'public, max-age=300']);
      expect([jalur, headers['set-cookie']]).toEqual([jalur, undefined]);
      const lagi = await buka(jalur).set('If-None-Match', headers.etag ?? '');
      expect([jalur, lagi.status, lagi.text]).toEqual([jalur, 304, '']);
    }
  });

  it('answer HEAD with the same head and no body', async () => {
    for (const jalur of [...alamat(), ...data]) {
      const { headers, status, text } = await uji.tamu().agen.head(jalur).set('Accept', 'text/html');
      expect([jalur, status, text ?? '']).toEqual([jalur, 200, '']);
      expect(headers.etag).toBeTruthy();
    }
  });

  it('are known by the day of the last change, and are new when something changed', async () => {
    const { headers } = await buka('/direktori.json');
    await buka('/direktori.json')
      .set('If-Modified-Since', headers['last-modified'] ?? '')
      .expect(304);
    await buka('/direktori.json').set('If-None-Match', '"lain"').expect(200);
  });

  it('are the same for somebody who is signed in, and still set no cookie', async () => {
    const tamu = await buka('/direktori');
    const [opd] = await uji.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM opd');
    for (const peran of PERAN) {
      const orang = await uji.masukSebagai(peran, { ormasId: id.Cahaya, opdId: opd?.id });
      const { text, headers } = await orang.buka('/direktori').expect(200);
      expect([peran, text === tamu.text, headers['set-cookie']]).toEqual([peran, true, undefined]);
    }
  });

  it('programs that walk the web may read the directory, and nothing else; searches are not for them', async () => {
    const { text } = await buka('/robots.txt').expect(200);
    expect(text).toContain('Allow: /direktori\n');
    expect(text).toContain('Disallow: /\n');
    expect((await buka('/direktori?cari=a')).headers['x-robots-tag']).toContain('noindex');
    expect((await buka('/direktori')).headers['x-robots-tag']).toBeUndefined();
  });
});

describe('open data', () => {
  it('is one table in both forms, as the schema says, and nothing in it runs in a spreadsheet', async () => {
    const csv = bacaCsv(Buffer.from((await buka('/direktori.csv')).text));
    const [judul = [], ...isi] = csv.rekaman.map((r) => r.sel);
    expect(judul).toEqual(KOLOM_DATA.map((k) => k.nama));
    expect(isi).toHaveLength(REGISTER.length);
    for (const sel of isi.flat()) expect(sel).not.toMatch(/^[=+@-]/);
    const baca = async (jalur: string): Promise<unknown> =>
      JSON.parse((await buka(jalur).buffer(true)).text) as unknown;
    const json = (await baca('/direktori.json')) as { $schema: string; data: Record<string, unknown>[] };
    const skema = (await baca('/direktori/skema.json')) as { properties: { data: { items: { required: string[] } } } };
    expect(json.$schema).toBe('http://localhost/direktori/skema.json');
    expect(json.data).toHaveLength(REGISTER.length);
    for (const o of json.data) expect(Object.keys(o)).toEqual(skema.properties.data.items.required);
    expect(json.data.find((o) => o.id === id.Cahaya)).toEqual({
      ...{ id: id.Cahaya, nama: 'Yayasan Cahaya Pakuan Rekaan', singkatan: null },
      ...{
        status: 'terdaftar',
        nomor_surat: '220/17-SKKO/REKAAN',
        surat_berlaku_sampai: '2099-12-31',
        bidang: 'Pendidikan',
      },
      ...{ kelurahan: 'Tegal Gundil', kecamatan: 'Bogor Utara', alamat_sekretariat: 'Jl. Contoh No. 1, RT 1/RW 2' },
      tautan: `http://localhost/direktori/${id.Cahaya}`,
    });
  });

  it('is described on a page of its own', async () => {
    const { text } = await buka('/direktori/data').expect(200);
    for (const k of KOLOM_DATA) expect(text).toContain(`<code>${k.nama}</code>`);
    expect(text).toContain('CC BY 4.0');
  });
});

it('nothing of a person comes out, on any page and in any file', async () => {
  const jalur = ['/direktori', '/direktori/data', '/direktori.csv', '/direktori.json', '/direktori/skema.json'];
  for (const kata of ['cahaya', TANDA, '081377665544', '9911223344556677', 'cafe'])
    jalur.push(`/direktori?cari=${kata}&x=1`);
  for (const n of Object.values(id)) jalur.push(`/direktori/${n}`);
  for (const satu of jalur) {
    const { text } = await buka(satu).buffer(true).expect(200);
    // What was typed comes back in its own field.
    const isi = text.replaceAll(
      /(?:value|href)="[^"]*"|Cari: [^<{]*|Tidak ditemukan: [^<]*|<title>[^<]*<\/title>/g,
      '',
    );
    expect([satu, /RAHASIA|0813-?7766-?5544|9911223344556677|98765/.exec(isi)?.[0]]).toEqual([satu, undefined]);
  }
});

it('one address that asks without end is told to wait, and how long; a copy that is still good costs nothing', async () => {
  const tanda = (await buka('/direktori.csv')).headers.etag ?? '';
  let ditolak = await buka('/direktori.csv');
  for (let n = 0; n < 20 && ditolak.status === 200; n++) ditolak = await buka('/direktori.csv');
  expect(ditolak.status).toBe(429);
  expect(Number(ditolak.headers['retry-after'])).toBeGreaterThan(0);
  expect(ditolak.headers['cache-control']).toContain('no-store');
  await buka('/direktori.csv').set('If-None-Match', tanda).expect(304);
  await buka('/direktori').expect(200);
});

it('the sign-in page and the directory lead to each other', async () => {
  expect((await buka('/masuk')).text).toContain('href="/direktori"');
  expect((await buka('/direktori')).text).toContain('href="/masuk"');
});

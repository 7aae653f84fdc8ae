import { type Browser } from 'puppeteer';
import { AKTOR_SISTEM, type Peran } from '../../src/common/aktor.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let kota: KotaKecil;
let peramban: Browser;
let kegiatan: { draf: number; diajukan: number };
let tautan: string;

beforeAll(async () => {
  uji = await aplikasiUji();
  kota = await kotaKecil(uji.app, uji.db);
  peramban = await bukaPeramban();
  const satu = async (status: string): Promise<number> => {
    const [b] = await uji.db.query<{ id: number }[]>(
      'SELECT id FROM kegiatan WHERE ormas_id = ? AND status = ? LIMIT 1',
      [kota.ormasId, status],
    );
    return b?.id ?? 0;
  };
  kegiatan = { draf: await satu('draf'), diajukan: await satu('diajukan') };
  const akun = uji.app.get(AkunService, { strict: false });
  const baru = { surel: 'baru@contoh.invalid', nama: 'Baru Rekaan', peran: 'pimpinan' as const };
  const id = await akun.buat(AKTOR_SISTEM, baru);
  tautan = `/tautan/${await akun.buatTautanSandi(AKTOR_SISTEM, id)}`;
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

/** Every form that is shown again with its faults: who opens it, where, and the end of the address it posts to. */
const formulir = (k: KotaKecil): [Peran | null, string, string][] => [
  [null, '/masuk', '/masuk'],
  [null, tautan, tautan],
  ['admin', '/akun/sandi', '/akun/sandi'],
  ['admin', '/pengguna', '/pengguna'],
  ['admin', '/setelan', '/setelan'],
  ['petugas', `/ormas/${k.ormasId}/kontak`, '/kontak'],
  ['petugas', `/ormas/${k.ormasId}/klaster`, '/klaster'],
  ['petugas', '/penilaian', '/penilaian'],
  ['petugas', `/penilaian/${k.tahun}/ormas/${k.ormasId}/tingkat/EFS1`, '/EFS1'],
  ['petugas', `/kegiatan/${kegiatan.diajukan}`, '/keputusan'],
  ['sekretaris', `/ormas/${k.ormasId}/kegiatan/baru`, '/baru'],
  ['sekretaris', `/kegiatan/${kegiatan.draf}/ubah`, '/ubah'],
  ['sekretaris', `/ormas/${k.ormasId}/rencana`, '/program'],
  ['sekretaris', `/penilaian/${k.tahun}/ormas/${k.ormasId}/mandiri/EFS1`, '/EFS1'],
];

/** Sends a form with the same thing in every field, past the browser's own checks. */
const kirim = (akhir: string, isi: string): string => `(() => {
  const f = [...document.forms].find((x) => x.method === 'post' && new URL(x.action).pathname.endsWith(${JSON.stringify(akhir)}));
  for (const e of f.elements) {
    if (e.type === 'hidden' || e.type === 'file' || e.tagName === 'BUTTON') continue;
    if (e.type === 'radio' || e.type === 'checkbox') { e.checked = false; continue; }
    if (e.tagName === 'SELECT') e.append(new Option('', ${JSON.stringify(isi)}, true, true));
    if (e.type === 'date' || e.type === 'email') e.type = 'text';
    e.removeAttribute('maxlength');
    e.value = ${JSON.stringify(isi)};
  }
  HTMLFormElement.prototype.submit.call(f);
})()`;

/** Of every line of the summary: its words, and what the field it leads to is called. */
const RINGKASAN = `[...document.querySelectorAll('.ringkasan-galat li')].map((li) => {
  const id = li.querySelector('a')?.hash.slice(1) ?? '';
  const e = id && document.getElementById(id);
  const nama = e && (e.closest('fieldset')?.querySelector('legend') ?? document.querySelector('label[for="' + id + '"]'));
  return { kata: li.textContent.trim(), label: nama ? nama.textContent.replace(nama.querySelector('.opsional')?.textContent ?? '', '').trim() : null };
})`;

describe('the summary of faults of every form', () => {
  it.each([
    ['nothing', ''],
    ['nonsense', '§'.repeat(400)],
  ])(
    'sent with %s in every field: each line begins with the label of the field it leads to',
    async (_apa, isi) => {
      const orang = new Map<Peran | null, Jendela>();
      const temuan: unknown[] = [];
      for (const [peran, jalur, akhir] of formulir(kota)) {
        let jendela = orang.get(peran);
        if (!jendela) {
          jendela = await Jendela.buka(peramban, uji.alamat);
          if (peran) await jendela.masuk(await uji.masukSebagai(peran, { ormasId: kota.ormasId }));
          orang.set(peran, jendela);
        }
        await jendela.kunjungi(jalur, 360);
        await Promise.all([jendela.halaman.waitForNavigation(), jendela.baca(kirim(akhir, isi))]);
        const ringkasan = await jendela.baca<{ kata: string; label: string | null }[]>(RINGKASAN);
        // A draft and contact details may be as empty as their writer likes, and a password as odd; everything that is refused says why.
        const diterima = isi === '' ? ['/ubah', '/kontak'].includes(akhir) : akhir === tautan;
        if (ringkasan.length === 0 && !diterima) temuan.push({ jalur, apa: 'no summary' });
        for (const { kata, label } of ringkasan) {
          if (!label || !kata.toLowerCase().startsWith(label.toLowerCase())) temuan.push({ jalur, kata, label });
        }
      }
      for (const jendela of orang.values()) await jendela.tutup();
      expect(temuan).toEqual([]);
    },
    120_000,
  );
});

import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { type TindakanKegiatan } from '../../src/modules/kegiatan/kegiatan.status.js';
import { MENGUBAH_NILAI, TIDAK_MENGUBAH_NILAI } from '../../src/modules/penilaian/perubahan-nilai.js';

const SRC = resolve(import.meta.dirname, '../../src');
/** An act as the trail names it. */
const AKSI = /^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)?$/;

/** The acts of reports of activities, whose names the code puts together. */
const KEGIATAN = {
  ajukan: 'kegiatan.ajukan',
  batalkan: 'kegiatan.batalkan',
  bukaKembali: 'kegiatan.buka-kembali',
  kembalikan: 'kegiatan.kembalikan',
  pulihkan: 'kegiatan.pulihkan',
  tolak: 'kegiatan.tolak',
  verifikasi: 'kegiatan.verifikasi',
} satisfies Record<TindakanKegiatan, string>;

/** Likewise of requests for changes, and of applications, whose rows are written in one place. */
const PERUBAHAN = ['kembalikan', 'tolak', 'cabut', 'pulihkan'].map((a) => `perubahan.${a}`);
const PENDAFTARAN = [
  ...['mulai', 'isi', 'dokumen', 'ajukan', 'ambil', 'lepas', 'periksa', 'kembalikan', 'tolak', 'verifikasi'],
  ...['batalkanVerifikasi', 'bukaKembali', 'cabut', 'pulihkan', 'daftarkan'],
].map((a) => `pendaftaran.${a}`);
const DI_JEJAK_SENDIRI = join('modules', 'pendaftaran');

/** What is put into the trail: the texts that the `aksi` of an entry may be, and the beginnings of those put together. */
function aksiDalam(file: string): { utuh: string[]; awalan: string[] } {
  const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const utuh: string[] = [];
  const awalan: string[] = [];
  const nilai = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) utuh.push(node.text);
    else if (ts.isTemplateExpression(node)) awalan.push(node.head.text);
    // What a choice depends on is no act.
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(nilai);
    else ts.forEachChild(node, nilai);
  };
  const jelajah = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const bidang = new Map(node.properties.map((p) => [p.name?.getText(source) ?? '', p]));
      const aksi = bidang.get('aksi');
      const catatan = bidang.has('ringkasan') || bidang.has('objekId');
      if (aksi && catatan && ts.isPropertyAssignment(aksi)) nilai(aksi.initializer);
    }
    ts.forEachChild(node, jelajah);
  };
  jelajah(source);
  return { utuh: utuh.filter((a) => AKSI.test(a)), awalan };
}

describe('acts in the trail', () => {
  const semua = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('/web/'))
    .filter((file) => !file.startsWith(DI_JEJAK_SENDIRI))
    .map(aksiDalam);
  const tertulis = new Set([...semua.flatMap((a) => a.utuh), ...Object.values(KEGIATAN), ...PERUBAHAN, ...PENDAFTARAN]);

  it('put together by the code are those of activities and of requests for changes alone', () => {
    expect(new Set(semua.flatMap((a) => a.awalan))).toEqual(new Set(['kegiatan.', 'perubahan.']));
  });

  it('each stand in exactly one list: it changes what scores are computed from, or it does not', () => {
    expect(tertulis.size).toBeGreaterThan(40);
    const terdaftar = [...MENGUBAH_NILAI, ...TIDAK_MENGUBAH_NILAI];
    expect([...tertulis].filter((a) => !terdaftar.includes(a))).toEqual([]);
    expect(terdaftar.filter((a) => !tertulis.has(a))).toEqual([]);
    expect(terdaftar.filter((a, i) => terdaftar.indexOf(a) !== i)).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import { type Aset } from './aset.js';
import { PEMBANTU } from './pembantu.js';
import { adaIkon, gambarIkon } from './ikon.js';

const EKSTENSI = '.hbs';
/** Helpers whose arguments may be absent: asking whether a field is there must not fail when it is not. */
const BOLEH_KOSONG = new Set(['if', 'unless', 'and', 'or', 'not', 'eq']);
const TATA_LETAK = /^\s*\{\{!<\s*([\w./-]+)\s*\}\}\r?\n?/;

interface Templat {
  jalankan: HandlebarsTemplateDelegate;
  tataLetak: string | null;
}

interface Pilihan {
  /** Folder of the templates; a template's name is its path inside, without `.hbs`. */
  akar: string;
  /** Built assets for the helper `aset`; documents have none. */
  aset?: Aset;
}

interface Simpul extends hbs.AST.Node {
  path?: Simpul;
  original?: string;
  params?: Simpul[];
  name?: Simpul;
  value?: string;
  strict?: boolean;
}

/**
 * One small Handlebars engine for pages, documents and mail. All templates under a folder are compiled when it is
 * made, so a misspelt helper, partial, icon or asset stops the start and not a reader. Strict: a field that is absent
 * throws, also as an argument of `each`, of a partial and of the formatting helpers (only the questions `if`, `unless`,
 * `and`, `or`, `not`, `eq` take an absent field as "no").
 */
export class Mesin {
  private readonly hbs = Handlebars.create();
  private readonly templat = new Map<string, Templat>();
  private readonly aset: Aset | undefined;

  /** @throws Error naming file and place when a template cannot be compiled or names what does not exist */
  constructor({ akar, aset }: Pilihan) {
    this.aset = aset;
    for (const [nama, fungsi] of Object.entries(PEMBANTU)) this.hbs.registerHelper(nama, fungsi);
    this.hbs.registerHelper('ikon', (nama: string) => new Handlebars.SafeString(gambarIkon(nama)));
    this.hbs.registerHelper('aset', (nama: string) => this.urlAset(nama));
    const sumber = new Map(bacaSemua(akar));
    const dikenal = Object.fromEntries(Object.keys(this.hbs.helpers).map((nama) => [nama, true]));
    for (const [nama, teks] of sumber) {
      try {
        this.templat.set(nama, this.susun(nama, teks, { sumber, dikenal }));
      } catch (sebab) {
        throw new Error(`${nama}${EKSTENSI}: ${pesan(sebab)}`, { cause: sebab });
      }
    }
    for (const [nama, { jalankan }] of this.templat) this.hbs.registerPartial(nama, jalankan);
  }

  /** Whether a template of that name exists. */
  ada(nama: string): boolean {
    return this.templat.has(nama);
  }

  /** Names of all templates, sorted: for tests that render each. */
  semua(): string[] {
    return [...this.templat.keys()].sort();
  }

  /**
   * Renders a template in its layout (`{{!< layouts/utama}}` in its first line; the layout places `{{{isi}}}`).
   * @param data a plain object: only its own fields are visible to the template
   * @throws Error naming the template when it does not exist or a field is absent
   */
  render(nama: string, data: object): string {
    const templat = this.templat.get(nama);
    if (!templat) throw new Error(`No template named '${nama}'`);
    try {
      const isi = templat.jalankan(data);
      return templat.tataLetak === null ? isi : this.render(templat.tataLetak, { ...data, isi });
    } catch (sebab) {
      throw new Error(`${nama}${EKSTENSI}: ${pesan(sebab)}`, { cause: sebab });
    }
  }

  private urlAset(nama: string): string {
    if (!this.aset) throw new Error('This engine was made without assets');
    return this.aset.url(nama);
  }

  private susun(
    nama: string,
    teks: string,
    konteks: { sumber: ReadonlyMap<string, string>; dikenal: Record<string, boolean> },
  ): Templat {
    const tataLetak = TATA_LETAK.exec(teks)?.[1] ?? null;
    if (tataLetak !== null && !konteks.sumber.has(tataLetak)) throw new Error(`no layout named '${tataLetak}'`);
    const pohon = Handlebars.parseWithoutProcessing(teks.replace(TATA_LETAK, ''));
    new Pemeriksa(konteks.sumber, this.aset).accept(pohon);
    const kode = this.hbs.precompile(pohon, {
      strict: true,
      knownHelpers: konteks.dikenal,
      knownHelpersOnly: true,
      preventIndent: true,
    }) as string;
    const jalankan = this.hbs.template(runInThisContext(`(${kode})`, { filename: `${nama}${EKSTENSI}` }) as never);
    return { jalankan, tataLetak };
  }
}

const pesan = (sebab: unknown): string => (sebab instanceof Error ? sebab.message : String(sebab));

/** Walks a template once before it is compiled: makes arguments strict, and refuses names that do not exist. */
class Pemeriksa extends Handlebars.Visitor {
  constructor(
    private readonly sumber: ReadonlyMap<string, string>,
    private readonly aset: Aset | undefined,
  ) {
    super();
  }

  override MustacheStatement(simpul: hbs.AST.MustacheStatement): void {
    this.bedakanBidang(simpul);
    this.periksaPanggilan(simpul);
    super.MustacheStatement(simpul);
  }

  override BlockStatement(simpul: hbs.AST.BlockStatement): void {
    this.periksaPanggilan(simpul);
    super.BlockStatement(simpul);
  }

  override SubExpression(simpul: hbs.AST.SubExpression): void {
    this.periksaPanggilan(simpul);
    super.SubExpression(simpul);
  }

  override PartialStatement(simpul: hbs.AST.PartialStatement): void {
    this.periksaPartial(simpul);
    super.PartialStatement(simpul);
  }

  override PartialBlockStatement(simpul: hbs.AST.PartialBlockStatement): void {
    this.periksaPartial(simpul);
    super.PartialBlockStatement(simpul);
  }

  /** `{{tanggal}}` without an argument is the field of that name, although there is a helper called so, too. */
  private bedakanBidang(simpul: Simpul): void {
    const { path, params } = simpul;
    const nama = path?.original;
    if (path && nama !== undefined && Object.hasOwn(PEMBANTU, nama) && params?.length === 0)
      path.original = `this.${nama}`;
  }

  private periksaPanggilan(simpul: Simpul): void {
    const nama = simpul.path?.original ?? '';
    if (!BOLEH_KOSONG.has(nama)) this.tegaskan(simpul.params);
    const pertama = simpul.params?.[0];
    if (pertama?.type !== 'StringLiteral' || pertama.value === undefined) return;
    if (nama === 'ikon' && !adaIkon(pertama.value)) throw new Error(`no icon named '${pertama.value}'`);
    if (nama === 'aset' && !this.aset?.ada(pertama.value)) throw new Error(`no asset named '${pertama.value}'`);
  }

  private periksaPartial(simpul: Simpul): void {
    this.tegaskan(simpul.params);
    const nama = simpul.name?.type === 'PathExpression' ? simpul.name.original : undefined;
    if (nama === undefined || nama.startsWith('@')) return;
    if (!this.sumber.has(nama)) throw new Error(`no partial named '${nama}'`);
  }

  private tegaskan(params: Simpul[] = []): void {
    for (const p of params) if (p.type === 'PathExpression') p.strict = true;
  }
}

function* bacaSemua(akar: string): Generator<[string, string]> {
  const isi = readdirSync(akar, { recursive: true, withFileTypes: true });
  for (const butir of isi.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!butir.isFile() || !butir.name.endsWith(EKSTENSI)) continue;
    const jalur = join(butir.parentPath, butir.name);
    const nama = relative(akar, jalur).slice(0, -EKSTENSI.length).split(sep).join('/');
    yield [nama, readFileSync(jalur, 'utf8')];
  }
}

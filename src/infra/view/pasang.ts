import { fileURLToPath } from 'node:url';
import { Aset } from './aset.js';
import { Mesin } from './mesin.js';

/** Folder of the pages: the same place seen from `src/` and from `dist/`. */
export const AKAR_VIEWS = fileURLToPath(new URL('../../../views', import.meta.url));
/** Folder of the documents and of mail. */
export const AKAR_TEMPLATES = fileURLToPath(new URL('../../../templates', import.meta.url));

/** What both an Express application and Nest's `NestExpressApplication` offer. */
interface DapatDiatur {
  set(nama: string, nilai: unknown): unknown;
}

type Selesai = (galat: Error | null, html?: string) => void;

/**
 * Makes `res.render('ormas/daftar', data)` and Nest's `@Render('ormas/daftar')` use our engine. Express merges
 * `app.locals`, `res.locals` (the fields of `HalamanUmum`) and the page's own data, in that order.
 * @returns the engine, e.g. to render a page outside a request
 * @throws Error when a template does not compile
 */
export function pasangView(app: DapatDiatur, { akar = AKAR_VIEWS, aset = Aset.baca() } = {}): Mesin {
  const mesin = new Mesin({ akar, aset });
  // Express lets an application bring its own View class: ours never touches the disk after the start.
  class Tampilan {
    readonly path: string;

    constructor(readonly name: string) {
      if (!mesin.ada(name)) throw new Error(`No page named '${name}' in views/`);
      this.path = name;
    }

    render(data: object, selesai: Selesai): void {
      let html: string;
      try {
        html = mesin.render(this.name, data);
      } catch (sebab) {
        return selesai(sebab as Error);
      }
      selesai(null, html);
    }
  }
  app.set('view', Tampilan);
  app.set('view engine', 'hbs');
  app.set('view cache', true);
  return mesin;
}

let mesinDokumen: Mesin | undefined;

/**
 * Renders a document or a letter of `templates/` (e.g. `'laporan-tahunan/sampul'`) to HTML.
 * All of `templates/` is compiled at the first call.
 * @throws Error naming the template when it does not exist or a field is absent
 */
export function renderDokumen(nama: string, data: object): string {
  mesinDokumen ??= new Mesin({ akar: AKAR_TEMPLATES });
  return mesinDokumen.render(nama, data);
}

import { kata, rapatkan } from '../../common/normalisasi.js';
import { pangkasTepi } from '../../common/pangkas.js';

/** One kelurahan as the reference data has it; `varian` are other spellings seen in registers. */
export interface BarisWilayah {
  kecamatan: string;
  kelurahan: string;
  varian: readonly string[];
}

/** A place in the official spelling. */
export interface Tempat {
  kelurahan: string;
  kecamatan: string;
}

/** An address with the parts taken out that have columns of their own. RT and RW without leading zeros. */
export interface AlamatTerurai {
  alamat: string;
  rt: string | null;
  rw: string | null;
  tempat: Tempat | null;
  luarDomisili: boolean;
}

const LUAR_DOMISILI = 'luardomisili';
const AWALAN_KELURAHAN = new Set(['kelurahan', 'kel', 'desa', 'ds']);
const AWALAN_KECAMATAN = new Set(['kecamatan', 'kec']);
/** The longest name has two words; registers split it into no more than three. */
const KATA_MAKS = 4;

function kunciTanpa(awalan: ReadonlySet<string>, teks: string): string {
  const k = kata(teks);
  return (k.length > 1 && awalan.has(k[0] ?? '') ? k.slice(1) : k).join('');
}

/** Whether a kelurahan cell says that the organisation sits outside the city. */
export function adalahLuarDomisili(teks: string): boolean {
  return rapatkan(teks) === LUAR_DOMISILI;
}

/** Finds a kelurahan by any of its spellings: blind to case, spaces and punctuation, and "Kel." may stand before it. */
export class KamusWilayah {
  private readonly tempat = new Map<string, Tempat>();
  private readonly namaKecamatan = new Map<string, string>();

  /** @throws Error when one spelling would stand for two kelurahan */
  constructor(wilayah: readonly BarisWilayah[]) {
    for (const w of wilayah) {
      const tempat = { kelurahan: w.kelurahan, kecamatan: w.kecamatan };
      for (const ejaan of [w.kelurahan, ...w.varian]) {
        const kunci = rapatkan(ejaan);
        const ada = this.tempat.get(kunci);
        if (ada && ada.kelurahan !== w.kelurahan) {
          throw new Error(`Two kelurahan share the spelling "${ejaan}": ${ada.kelurahan}, ${w.kelurahan}`);
        }
        this.tempat.set(kunci, tempat);
        // Tanah Sareal is a kelurahan and a kecamatan: variants of the one are variants of the other.
        if (w.kelurahan === w.kecamatan) this.namaKecamatan.set(kunci, w.kecamatan);
      }
      this.namaKecamatan.set(rapatkan(w.kecamatan), w.kecamatan);
    }
  }

  /** The kelurahan a cell names, in the official spelling, or null when it is none of the city's. */
  cari(teks: string): Tempat | null {
    return this.tempat.get(kunciTanpa(AWALAN_KELURAHAN, teks)) ?? this.tempat.get(rapatkan(teks)) ?? null;
  }

  /** The kecamatan a cell names, in the official spelling, or null. */
  cariKecamatan(teks: string): string | null {
    return this.namaKecamatan.get(kunciTanpa(AWALAN_KECAMATAN, teks)) ?? null;
  }

  /**
   * The kecamatan that a text names anywhere, in any spelling, and the other words of it: `'yayasan kec. bogor utara'` is
   * Bogor Utara and `'yayasan'`. @returns null when it names none
   */
  sebutKecamatan(teks: string): { kecamatan: string; sisa: string } | null {
    const k = kata(teks);
    for (let i = 0; i < k.length; i++) {
      for (let panjang = Math.min(KATA_MAKS, k.length - i); panjang > 0; panjang--) {
        const kecamatan = this.namaKecamatan.get(k.slice(i, i + panjang).join(''));
        if (kecamatan === undefined) continue;
        const awal = AWALAN_KECAMATAN.has(k[i - 1] ?? '') ? i - 1 : i;
        return { kecamatan, sisa: [...k.slice(0, awal), ...k.slice(i + panjang)].join(' ') };
      }
    }
    return null;
  }

  /**
   * What somebody typed, with every kelurahan that is written in another spelling in the official one, as one word and
   * without "Kel.": `'ibu kebon kelapa'` becomes `'ibu kebonkalapa'`. @returns null when there is nothing to put right
   */
  resmikan(teks: string): string | null {
    const k = kata(teks);
    const hasil: string[] = [];
    let beda = false;
    for (let i = 0; i < k.length;) {
      const { kunci, panjang } = this.ejaanLain(k.slice(i, i + KATA_MAKS)) ?? { kunci: k[i] ?? '', panjang: 0 };
      hasil.push(kunci);
      beda ||= panjang > 0;
      i += Math.max(panjang, 1);
    }
    return beda ? hasil.join(' ') : null;
  }

  /** The longest beginning of some words that is a kelurahan with "Kel." or in another spelling than the official one. */
  private ejaanLain(k: readonly string[]): { kunci: string; panjang: number } | null {
    const awalan = AWALAN_KELURAHAN.has(k[0] ?? '');
    for (let panjang = k.length; panjang > 0; panjang--) {
      for (const awal of awalan && panjang > 1 ? [1, 0] : [0]) {
        const ejaan = k.slice(awal, panjang).join('');
        const tempat = this.tempat.get(ejaan);
        const kunci = tempat && rapatkan(tempat.kelurahan);
        if (kunci !== undefined && (awal > 0 || kunci !== ejaan)) return { kunci, panjang };
      }
    }
    return null;
  }

  /**
   * Takes an address such as `Jl. Pajajaran No. 16 RT 2/RW 14 Kel. Gudang` apart. The kelurahan is the longest known
   * name after "Kel.", or, when nothing says "Kel.", the one part between commas that is exactly a kelurahan and
   * not also a kecamatan. A "Kel." followed by no known name finds nothing: the writer meant another place.
   */
  uraiAlamat(teks: string): AlamatTerurai {
    const luarDomisili = /\bluar\s*domisili\b/i.test(teks);
    const temuan = luarDomisili ? null : (this.sesudahPenanda(teks) ?? this.antaraKoma(teks));
    const tanpaKelurahan = temuan ? `${teks.slice(0, temuan.dari)} ${teks.slice(temuan.sampai)}` : teks;
    const { sisa, rt, rw } = ambilRtRw(tanpaKelurahan);
    return { alamat: rapikan(sisa), rt, rw, tempat: temuan?.tempat ?? null, luarDomisili };
  }

  private sesudahPenanda(teks: string): { tempat: Tempat; dari: number; sampai: number } | null {
    for (const penanda of teks.matchAll(/\b(?:kelurahan|kel|desa|ds)\b[\s.:]*/gi)) {
      const awal = penanda.index + penanda[0].length;
      const ekor = /^[^,;()]*/.exec(teks.slice(awal))?.[0] ?? '';
      const akhirKata = [...ekor.matchAll(/\S+/g)].slice(0, KATA_MAKS).map((k) => k.index + k[0].length);
      for (const akhir of akhirKata.reverse()) {
        const tempat = this.tempat.get(rapatkan(ekor.slice(0, akhir)));
        if (tempat) return { tempat, dari: penanda.index, sampai: awal + akhir };
      }
    }
    return null;
  }

  private antaraKoma(teks: string): { tempat: Tempat; dari: number; sampai: number } | null {
    if (/\bkel(?:urahan)?\b/i.test(teks)) return null;
    const calon = [...teks.matchAll(/[^,;]+/g)].flatMap((b) => {
      const kunci = rapatkan(b[0]);
      const tempat = this.namaKecamatan.has(kunci) ? undefined : this.tempat.get(kunci);
      return tempat ? [{ tempat, dari: b.index, sampai: b.index + b[0].length }] : [];
    });
    return new Set(calon.map((c) => c.tempat.kelurahan)).size === 1 ? (calon[0] ?? null) : null;
  }
}

/** `RT 2/RW 14`, `RT.002 RW.014`, `RT/RW 02/14`, `RT 2/14`, or only one of them. */
function ambilRtRw(teks: string): { sisa: string; rt: string | null; rw: string | null } {
  const berdua =
    /\bRT\s*\/\s*RW[\s.:]*0*(\d{1,3})\s*[/-]\s*0*(\d{1,3})(?!\d)/i.exec(teks) ??
    /\bRT[\s.:]*0*(\d{1,3})[\s,]*[/-]?\s*RW[\s.:]*0*(\d{1,3})(?!\d)/i.exec(teks) ??
    /\bRT[\s.:]*0*(\d{1,3})\s*\/\s*0*(\d{1,3})(?!\d)/i.exec(teks);
  if (berdua) return { sisa: teks.replace(berdua[0], ' '), rt: berdua[1] ?? null, rw: berdua[2] ?? null };
  const rt = /\bRT[\s.:]*0*(\d{1,3})(?!\d)/i.exec(teks);
  const rw = /\bRW[\s.:]*0*(\d{1,3})(?!\d)/i.exec(teks);
  const sisa = [rt?.[0], rw?.[0]].reduce<string>((s, potong) => (potong ? s.replace(potong, ' ') : s), teks);
  return { sisa, rt: rt?.[1] ?? null, rw: rw?.[1] ?? null };
}

/** What cutting left behind: doubled spaces, a comma with nothing before or after it. */
function rapikan(teks: string): string {
  const rapat = teks
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;])/g, '')
    .replace(/([,;])(?:\s*[,;])+/g, '$1');
  return pangkasTepi(rapat, /[\s,;]/);
}

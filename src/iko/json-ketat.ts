/** A problem of the text itself: a broken document, a member written twice, a number that cannot be read exactly. */
export interface GalatJson {
  readonly jenis: 'json' | 'kunci-ganda';
  /** Where: names of members and positions (from 0) in arrays. */
  readonly jalur: readonly (string | number)[];
  /** What, in Indonesian, without the place. */
  readonly pesan: string;
}

export type HasilJson =
  | { readonly ok: true; readonly nilai: unknown; readonly galat: readonly GalatJson[] }
  | { readonly ok: false; readonly galat: readonly GalatJson[] };

// Unrolled so that a string of any length is matched without deep backtracking.
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const DIGIT_TEPAT = 17;

interface Bingkai {
  readonly kunci: Set<string> | null;
  sekarang: string | number;
  menungguKunci: boolean;
}

/**
 * Reads JSON as `JSON.parse` does, and finds what that lets pass: a member written twice (the last would win in
 * silence) and a numeral that a double cannot hold (3.00000000000000000001 would become 3).
 * A byte order mark at the start is allowed.
 */
export function bacaJson(teks: string): HasilJson {
  const isi = teks.startsWith('\uFEFF') ? teks.slice(1) : teks;
  let nilai: unknown;
  try {
    nilai = JSON.parse(isi);
  } catch (galat) {
    return { ok: false, galat: [{ jenis: 'json', jalur: [], pesan: pesanRusak(isi, galat) }] };
  }
  return { ok: true, nilai, galat: telusuri(isi) };
}

/** In our words what the parser said in its own; what it does not say (often the place), we cannot either. */
function pesanRusak(isi: string, galat: unknown): string {
  if (isi.trim() === '') return 'Dokumen kosong; yang diharapkan satu dokumen JSON.';
  const pesan = galat instanceof Error ? galat.message : '';
  if (/end of JSON input|Unterminated/.test(pesan))
    return 'Dokumen bukan JSON yang utuh: tulisan berakhir sebelum lengkap.';
  const posisi = /position (\d+)/.exec(pesan);
  if (posisi) {
    const sebelum = isi.slice(0, Number(posisi[1])).split('\n');
    return `Dokumen bukan JSON yang benar: ada kesalahan di baris ${sebelum.length}, kolom ${(sebelum.at(-1) ?? '').length + 1}.`;
  }
  const tanda = /Unexpected token '(.)'/su.exec(pesan)?.[1];
  return `Dokumen bukan JSON yang benar${tanda === undefined ? '' : `: tanda ${JSON.stringify(tanda)} tidak pada tempatnya`}.`;
}

/** Walks the tokens of a text that is known to be valid JSON. Iterative: depth costs no call stack. */
function telusuri(isi: string): GalatJson[] {
  const galat: GalatJson[] = [];
  const tumpukan: Bingkai[] = [];
  const jalur = (): (string | number)[] => tumpukan.map((b) => b.sekarang);
  for (const [token] of isi.matchAll(TOKEN)) {
    const atas = tumpukan.at(-1);
    if (token === '{') tumpukan.push({ kunci: new Set(), sekarang: '', menungguKunci: true });
    else if (token === '[') tumpukan.push({ kunci: null, sekarang: 0, menungguKunci: false });
    else if (token === '}' || token === ']') tumpukan.pop();
    else if (token === ',') lanjut(atas);
    else if (token === ':') continue;
    else if (token.startsWith('"')) {
      if (!atas?.kunci || !atas.menungguKunci) continue;
      const kunci = JSON.parse(token) as string;
      atas.sekarang = kunci;
      atas.menungguKunci = false;
      if (atas.kunci.has(kunci))
        galat.push({
          jenis: 'kunci-ganda',
          jalur: jalur(),
          pesan: `${JSON.stringify(kunci)} tertulis lebih dari sekali.`,
        });
      atas.kunci.add(kunci);
    } else if (!isTepat(token))
      galat.push({
        jenis: 'json',
        jalur: jalur(),
        pesan: `bilangan ${token.slice(0, 40)} tidak dapat dibaca dengan tepat.`,
      });
  }
  return galat;
}

function lanjut(bingkai: Bingkai | undefined): void {
  if (!bingkai) return;
  if (bingkai.kunci) bingkai.menungguKunci = true;
  else bingkai.sekarang = Number(bingkai.sekarang) + 1;
}

/** The digits of a numeral without its sign, its point and the zeros that end its fraction. */
function digitTertulis(mantisa: string): string {
  let akhir = mantisa.length;
  if (mantisa.includes('.')) while (mantisa[akhir - 1] === '0') akhir--;
  return mantisa.slice(0, akhir).replace(/[-.]/g, '');
}

/** False for a numeral with more digits than a double keeps, or that over- or underflows; true for all other tokens. */
function isTepat(token: string): boolean {
  if (token.length < 4 || /^[a-z]/.test(token)) return true;
  const [mantisa = ''] = token.split(/e/i);
  const digit = digitTertulis(mantisa).replace(/^0+/, '');
  const nilai = Number(token);
  return digit.length <= DIGIT_TEPAT && Number.isFinite(nilai) && (nilai !== 0 || digit === '');
}

import { GalatPenilaian } from './galat.js';
import {
  type Hasil,
  type Jejak,
  type JejakDomain,
  type JejakIndikator,
  type Nilai,
  type Penilaian,
  isTakBerlaku,
  TINGKAT_MAKSIMUM,
} from './hasil.js';
import { type Instrumen } from './instrumen.js';
import {
  type Desimal,
  type Pecahan,
  bulatkan,
  jumlahkan,
  mencapai,
  padaSkala,
  tulisDesimal,
  tulisPecahan,
  tulisPerseratus,
  uraiDesimal,
} from './pembulatan.js';
import { galatTingkat } from './penilaian.js';

const EMPAT = BigInt(TINGKAT_MAKSIMUM);

interface IndikatorSiap {
  readonly kode: string;
  readonly bobot: string;
  /** The weight as an integer on the instrument's common scale. */
  readonly w: bigint;
}

interface DomainSiap {
  readonly kode: string;
  readonly bobot: string;
  readonly w: bigint;
  readonly indikator: readonly IndikatorSiap[];
  /** Results by pattern of values: a domain of three indicators has at most 343, and a run meets the same ones again. */
  readonly ingatan: Map<string, HasilDomain>;
}

interface PitaSiap {
  readonly tingkat: number;
  readonly sebutan: string;
  readonly dari: string;
  readonly batas: Desimal;
}

/** An instrument made ready for scoring many ormas: weights as integers on one scale, bands in order. */
export interface InstrumenSiap {
  readonly instrumen: Instrumen;
  /** Integer weights are the weights × 10^skala. */
  readonly skala: number;
  /** 10^skala. */
  readonly satuan: bigint;
  readonly domain: readonly DomainSiap[];
  readonly totalBobot: bigint;
  readonly pita: readonly PitaSiap[];
  readonly cakupanMinimum: Desimal;
  /** May this indicator be "tak berlaku"; undefined for an unknown code. */
  readonly kamus: (kode: string) => boolean | undefined;
}

/**
 * Prepares a checked instrument (see `validasiInstrumen`).
 * @throws RangeError when it was not checked and a numeral in it is none
 */
export function siapkanInstrumen(instrumen: Instrumen): InstrumenSiap {
  const semua = instrumen.domain.flatMap((d) => d.indikator);
  const skala = Math.max(0, ...semua.map((i) => wajibDesimal(i.bobot).skala));
  const domain = instrumen.domain.map((d): DomainSiap => {
    const indikator = d.indikator.map((i) => ({
      kode: i.kode,
      bobot: i.bobot,
      w: padaSkala(wajibDesimal(i.bobot), skala),
    }));
    const w = indikator.reduce((jumlah, i) => jumlah + i.w, 0n);
    return { kode: d.kode, bobot: tulisDesimal(w, skala), w, indikator, ingatan: new Map() };
  });
  const boleh = new Map(semua.map((i) => [i.kode, i.bolehTakBerlaku]));
  return {
    instrumen,
    skala,
    satuan: 10n ** BigInt(skala),
    domain,
    totalBobot: domain.reduce((jumlah, d) => jumlah + d.w, 0n),
    pita: instrumen.tingkat.map((p) => ({ ...p, batas: wajibDesimal(p.dari) })),
    cakupanMinimum: wajibDesimal(instrumen.cakupanMinimum),
    kamus: (kode) => boleh.get(kode),
  };
}

function wajibDesimal(teks: string): Desimal {
  const urai = uraiDesimal(teks);
  if (!urai) throw new RangeError(`Instrumen belum divalidasi: ${teks} bukan bilangan desimal`);
  return urai;
}

/**
 * Scores one ormas: f_d = Σ w·s ÷ (4·Σ w) over the scored indicators of a domain, IKO = 100·Σ W_d·f_d ÷ Σ W_d over the
 * defined domains; the weight of an indicator that is N/A or unscored is thereby spread pro rata inside its domain.
 * Exact throughout; each printed figure is rounded once, half up, and level and `sementara` are read off the printed
 * figures, so that a page never contradicts itself.
 * @param penilaian values by indicator code; missing codes are unscored
 * @throws GalatPenilaian when a code is unknown or a value is not allowed
 */
export function hitungIko(siap: InstrumenSiap, penilaian: Penilaian): Hasil {
  const { id, tingkat } = penilaian;
  const galat = galatTingkat(tingkat, siap.kamus, `Penilaian ${JSON.stringify(id)}`, id);
  if (galat.length > 0) throw new GalatPenilaian(galat);

  const jejakIndikator: JejakIndikator[] = [];
  const jejakDomain: JejakDomain[] = [];
  const skorDomain: [string, string | null][] = [];
  let terpakai = 0n;
  let bobotTerdefinisi = 0n;
  let jumlah: Pecahan = { n: 0n, d: 1n };
  for (const domain of siap.domain) {
    const hasil = nilaiDomain(siap, domain, tingkat, jejakIndikator);
    jejakDomain.push(hasil.jejak);
    skorDomain.push([domain.kode, hasil.skor]);
    terpakai += hasil.terpakai;
    if (!hasil.nilai) continue;
    bobotTerdefinisi += domain.w;
    jumlah = jumlahkan(jumlah, hasil.nilai);
  }
  const cakupan = bulatkan(100n * terpakai, siap.totalBobot);
  const iko = hitungSkor(siap, jumlah, bobotTerdefinisi);
  return {
    id,
    skor: iko?.skor ?? null,
    tingkat: iko?.pita.tingkat ?? null,
    sebutan: iko?.sebutan ?? null,
    cakupan: tulisPerseratus(cakupan),
    sementara: bobotTerdefinisi !== siap.totalBobot || !mencapai({ n: cakupan, d: 100n }, siap.cakupanMinimum),
    // fromEntries defines own members, so even a domain called "__proto__" is only a name.
    domain: Object.fromEntries(skorDomain),
    jejak: {
      indikator: jejakIndikator,
      domain: jejakDomain,
      iko: iko?.jejak ?? null,
      cakupan: {
        pembilang: tulisDesimal(terpakai, siap.skala),
        penyebut: tulisDesimal(siap.totalBobot, siap.skala),
        minimum: siap.instrumen.cakupanMinimum,
      },
      pita: iko?.pita ?? null,
    },
  };
}

interface HasilDomain {
  /** In the domain's order; an N/A indicator has its place, the reason is the ormas's own. */
  readonly indikator: readonly JejakIndikator[];
  readonly jejak: JejakDomain;
  readonly skor: string | null;
  /** Exact score on the instrument's integer scale; null where undefined. */
  readonly nilai: Pecahan | null;
  /** Σ weights of the scored indicators, on the integer scale. */
  readonly terpakai: bigint;
}

/** An instrument of very large domains must not fill the memory. */
const INGATAN_MAKSIMUM = 4096;

/** The domain's result, computed or remembered, with the jejak of its indicators appended to `jejak`. */
function nilaiDomain(
  siap: InstrumenSiap,
  domain: DomainSiap,
  tingkat: Penilaian['tingkat'],
  jejak: JejakIndikator[],
): HasilDomain {
  let pola = '';
  const nilai = domain.indikator.map((i): Nilai | undefined =>
    Object.hasOwn(tingkat, i.kode) ? tingkat[i.kode] : undefined,
  );
  for (const n of nilai) pola += n === undefined ? '-' : isTakBerlaku(n) ? 'n' : String(n);
  let hasil = domain.ingatan.get(pola);
  if (!hasil) {
    hasil = hitungDomain(siap, domain, nilai);
    if (domain.ingatan.size >= INGATAN_MAKSIMUM) domain.ingatan.clear();
    domain.ingatan.set(pola, hasil);
  }
  hasil.indikator.forEach((isi, urutan) => {
    const n = nilai[urutan];
    jejak.push(isTakBerlaku(n) ? { ...isi, takBerlaku: n.takBerlaku } : isi);
  });
  return hasil;
}

function hitungDomain(siap: InstrumenSiap, domain: DomainSiap, nilai: readonly (Nilai | undefined)[]): HasilDomain {
  let terpakai = 0n;
  let terbobot = 0n;
  domain.indikator.forEach((i, urutan) => {
    const n = nilai[urutan];
    if (typeof n !== 'number') return;
    terpakai += i.w;
    terbobot += i.w * BigInt(n);
  });
  const indikator = domain.indikator.map((i, urutan) =>
    Object.freeze(jejakSatu(siap, domain, i, nilai[urutan], terpakai)),
  );
  const dasar = {
    kode: domain.kode,
    bobot: domain.bobot,
    pembilang: tulisDesimal(terbobot, siap.skala),
    penyebut: tulisDesimal(EMPAT * terpakai, siap.skala),
  };
  if (terpakai === 0n)
    return { indikator, jejak: Object.freeze({ ...dasar, nilai: null }), skor: null, nilai: null, terpakai };
  const tepat: Pecahan = { n: domain.w * terbobot, d: EMPAT * terpakai };
  const penyebut = tepat.d * siap.satuan;
  return {
    indikator,
    jejak: Object.freeze({ ...dasar, nilai: tulisPecahan(tepat.n, penyebut) }),
    skor: tulisPerseratus(bulatkan(tepat.n, penyebut)),
    nilai: tepat,
    terpakai,
  };
}

function jejakSatu(
  siap: InstrumenSiap,
  domain: DomainSiap,
  { kode, bobot, w }: IndikatorSiap,
  nilai: Nilai | undefined,
  terpakai: bigint,
): JejakIndikator {
  if (typeof nilai !== 'number') return { kode, bobot };
  const penuh = terpakai === domain.w;
  const [n, d] = penuh ? [w, siap.satuan] : [domain.w * w, terpakai * siap.satuan];
  const sumbangan = tulisPecahan(n * BigInt(nilai), d * EMPAT);
  return penuh
    ? { kode, bobot, tingkat: nilai, sumbangan }
    : { kode, bobot, tingkat: nilai, bobotSebar: tulisPecahan(n, d), sumbangan };
}

interface HasilSkor {
  readonly skor: string;
  readonly sebutan: string;
  readonly pita: NonNullable<Jejak['pita']>;
  readonly jejak: NonNullable<Jejak['iko']>;
}

/** The IKO from the sum of the defined domains' scores and weights, both on the integer scale. */
function hitungSkor(siap: InstrumenSiap, jumlah: Pecahan, bobot: bigint): HasilSkor | null {
  if (bobot === 0n) return null;
  const n = 100n * jumlah.n;
  const d = jumlah.d * bobot;
  const perseratus = bulatkan(n, d);
  const letak = siap.pita.findLastIndex((p) => mencapai({ n: perseratus, d: 100n }, p.batas));
  const pita = siap.pita[letak];
  if (!pita) throw new RangeError('Instrumen belum divalidasi: tingkat pertama harus mulai dari 0');
  return {
    skor: tulisPerseratus(perseratus),
    sebutan: pita.sebutan,
    pita: { tingkat: pita.tingkat, dari: pita.dari, sampai: siap.pita[letak + 1]?.dari ?? null },
    jejak: {
      pembilang: tulisPecahan(jumlah.n, jumlah.d * siap.satuan),
      penyebut: tulisDesimal(bobot, siap.skala),
      nilai: tulisPecahan(n, d),
    },
  };
}

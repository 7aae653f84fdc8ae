import { type DefinisiAturan, periksaAturan } from './aturan.js';
import { type Galat, type Objek, type Periksa, anggota, isObjek, isTeks, kutip, periksaBidang } from './galat.js';
import { TINGKAT_MAKSIMUM } from './hasil.js';
import { type Desimal, bandingkan, PANJANG_DESIMAL_MAKSIMUM, uraiDesimal } from './pembulatan.js';

/**
 * Where a level comes from: A computed from the register and verified activities, S self-assessed with evidence,
 * V set by an officer, C the Community Score Card.
 */
export const SUMBER = ['A', 'S', 'V', 'C', 'A+V', 'S+V'] as const;
export type Sumber = (typeof SUMBER)[number];

/** The part of an indicator that the arithmetic needs, and (optional in the exchange format) what people read of it. */
export interface Indikator {
  readonly kode: string;
  readonly nama: string;
  /** Positive decimal numeral, e.g. "8" or "2.5"; weights need not sum to 100. */
  readonly bobot: string;
  readonly bolehTakBerlaku: boolean;
  readonly sumber?: Sumber;
  /** Present exactly when the source contains A or C. */
  readonly aturan?: DefinisiAturan;
  /** Five sentences, for level 0 to 4. */
  readonly rubrik?: readonly string[];
  readonly bukti?: readonly string[];
}

export interface Domain {
  readonly kode: string;
  readonly nama: string;
  readonly indikator: readonly Indikator[];
}

/** One band of the IKO: from `dari` (inclusive) up to the next band's `dari` (exclusive). */
export interface Pita {
  readonly tingkat: number;
  readonly sebutan: string;
  readonly dari: string;
}

/** From how many full years of registration a score is given, and given without a mark. */
export interface MasaDaftar {
  readonly profilSajaDiBawahTahun: number;
  readonly ditandaiDiBawahTahun: number;
}

/** A versioned instrument, as stored (frozen when published) and as exchanged. Plain JSON. */
export interface Instrumen {
  readonly kode: string;
  readonly versi: number;
  /** Coverage in percent (0 to 100, decimal numeral) below which a score is provisional. */
  readonly cakupanMinimum: string;
  readonly domain: readonly Domain[];
  readonly tingkat: readonly Pita[];
  readonly nama?: string;
  readonly keterangan?: string;
  /** Shown beside every figure while the office has not adopted the weights, e.g. "bobot bawaan, …". */
  readonly catatan?: string;
  readonly masaDaftar?: MasaDaftar;
}

const BIDANG_INSTRUMEN = ['kode', 'versi', 'cakupanMinimum', 'domain', 'tingkat'];
const BIDANG_INSTRUMEN_BEBAS = ['nama', 'keterangan', 'catatan', 'masaDaftar'];
const BIDANG_INDIKATOR_BEBAS = ['sumber', 'aturan', 'rubrik', 'bukti'];

/**
 * Checks an instrument, in the exchange format or with rubric, sources and rules.
 * @returns the same object, typed, or every problem found, each naming the domain, indicator or band it sits in
 */
export function validasiInstrumen(dokumen: unknown): Periksa<Instrumen> {
  const pemeriksa = new PemeriksaInstrumen();
  pemeriksa.instrumen(dokumen);
  // The checks above cover every member of the type; the compiler cannot follow them through `unknown`.
  return pemeriksa.galat.length > 0 ? { ok: false, galat: pemeriksa.galat } : { ok: true, nilai: dokumen as Instrumen };
}

class PemeriksaInstrumen {
  readonly galat: Galat[] = [];
  private readonly kodeDomain = new Set<string>();
  private readonly kodeIndikator = new Map<string, string>();

  instrumen(dokumen: unknown): void {
    if (!isObjek(dokumen)) return this.catat('bentuk', `Instrumen harus berupa objek, bukan ${kutip(dokumen)}.`);
    this.galat.push(...periksaBidang(dokumen, BIDANG_INSTRUMEN, BIDANG_INSTRUMEN_BEBAS, 'Instrumen'));
    this.teks(dokumen, 'kode', 'Instrumen');
    for (const kunci of ['nama', 'keterangan', 'catatan']) this.teks(dokumen, kunci, 'Instrumen');
    this.versi(anggota(dokumen, 'versi'));
    this.cakupanMinimum(anggota(dokumen, 'cakupanMinimum'));
    this.masaDaftar(anggota(dokumen, 'masaDaftar'));
    this.semuaDomain(anggota(dokumen, 'domain'));
    this.semuaPita(anggota(dokumen, 'tingkat'));
  }

  private catat(jenis: Galat['jenis'], pesan: string, tempat: { domain?: string; indikator?: string } = {}): void {
    this.galat.push({ jenis, pesan, ...tempat });
  }

  /** Checks a text field when it is there; that a required one is there is told by `periksaBidang`. */
  private teks(objek: Objek, kunci: string, letak: string): string | null {
    const nilai = anggota(objek, kunci);
    if (nilai === undefined) return null;
    if (isTeks(nilai)) return nilai;
    this.catat('bentuk', `${letak}: "${kunci}" harus berupa teks yang tidak kosong, bukan ${kutip(nilai)}.`);
    return null;
  }

  private desimal(
    nilai: unknown,
    letak: string,
    jenis: Galat['jenis'],
    tempat?: { indikator?: string },
  ): Desimal | null {
    const urai = typeof nilai === 'string' ? uraiDesimal(nilai) : null;
    if (!urai) {
      const saran =
        typeof nilai === 'number'
          ? ', ditulis di antara tanda kutip'
          : ` seperti "8" atau "2.5", paling panjang ${PANJANG_DESIMAL_MAKSIMUM} karakter`;
      this.catat(jenis, `${letak} harus berupa bilangan desimal dalam teks${saran}, bukan ${kutip(nilai)}.`, tempat);
    }
    return urai;
  }

  private versi(nilai: unknown): void {
    if (nilai === undefined || (Number.isSafeInteger(nilai) && Number(nilai) >= 1)) return;
    this.catat('bentuk', `Instrumen: "versi" harus bilangan bulat mulai dari 1, bukan ${kutip(nilai)}.`);
  }

  private cakupanMinimum(nilai: unknown): void {
    if (nilai === undefined) return;
    const urai = this.desimal(nilai, 'Instrumen: "cakupanMinimum"', 'cakupan-minimum');
    if (urai && !diAntara(urai))
      this.catat('cakupan-minimum', `Instrumen: "cakupanMinimum" harus dari 0 sampai 100, bukan ${kutip(nilai)}.`);
  }

  private masaDaftar(nilai: unknown): void {
    if (nilai === undefined) return;
    const wajib = ['profilSajaDiBawahTahun', 'ditandaiDiBawahTahun'];
    if (!isObjek(nilai))
      return this.catat('bentuk', `Instrumen: "masaDaftar" harus berupa objek, bukan ${kutip(nilai)}.`);
    this.galat.push(...periksaBidang(nilai, wajib, [], 'Instrumen, "masaDaftar"'));
    const [profil, tanda] = wajib.map((kunci) => anggota(nilai, kunci));
    const sah = (n: unknown): n is number => Number.isSafeInteger(n) && Number(n) >= 0;
    if (!sah(profil) || !sah(tanda) || profil > tanda)
      this.catat(
        'bentuk',
        'Instrumen: "masaDaftar" harus berisi dua bilangan bulat tahun, yang kedua tidak lebih kecil.',
      );
  }

  private semuaDomain(nilai: unknown): void {
    if (nilai === undefined) return;
    if (!Array.isArray(nilai))
      return this.catat('bentuk', `Instrumen: "domain" harus berupa larik, bukan ${kutip(nilai)}.`);
    if (nilai.length === 0) this.catat('domain-kosong', 'Instrumen: tidak ada domain; paling sedikit satu.');
    nilai.forEach((domain: unknown, i) => this.domain(domain, i + 1));
  }

  private domain(nilai: unknown, urutan: number): void {
    let letak = `Domain ke-${urutan}`;
    if (!isObjek(nilai)) return this.catat('bentuk', `${letak} harus berupa objek, bukan ${kutip(nilai)}.`);
    const kode = this.teks(nilai, 'kode', letak);
    if (kode !== null) {
      letak = `Domain "${kode}"`;
      if (this.kodeDomain.has(kode))
        this.catat('kode-ganda', `${letak}: kode domain ini tertulis lebih dari sekali.`, { domain: kode });
      this.kodeDomain.add(kode);
    }
    this.galat.push(...periksaBidang(nilai, ['kode', 'nama', 'indikator'], [], letak));
    this.teks(nilai, 'nama', letak);
    const indikator = anggota(nilai, 'indikator');
    if (indikator === undefined) return;
    if (!Array.isArray(indikator))
      return this.catat('bentuk', `${letak}: "indikator" harus berupa larik, bukan ${kutip(indikator)}.`);
    if (indikator.length === 0)
      this.catat('domain-kosong', `${letak}: tidak ada indikator; paling sedikit satu.`, { domain: kode ?? undefined });
    indikator.forEach((isi: unknown, i) => this.indikator(isi, i + 1, kode ?? `ke-${urutan}`));
  }

  private indikator(nilai: unknown, urutan: number, domain: string): void {
    let letak = `Domain "${domain}", indikator ke-${urutan}`;
    if (!isObjek(nilai)) return this.catat('bentuk', `${letak} harus berupa objek, bukan ${kutip(nilai)}.`, { domain });
    const kode = this.teks(nilai, 'kode', letak);
    const tempat = { domain, indikator: kode ?? undefined };
    if (kode !== null) {
      letak = `Indikator "${kode}"`;
      const pemilik = this.kodeIndikator.get(kode);
      if (pemilik !== undefined)
        this.catat(
          'kode-ganda',
          `${letak}: kode ini tertulis lebih dari sekali (domain "${pemilik}" dan "${domain}").`,
          tempat,
        );
      this.kodeIndikator.set(kode, domain);
    }
    const galat = periksaBidang(nilai, ['kode', 'nama', 'bobot', 'bolehTakBerlaku'], BIDANG_INDIKATOR_BEBAS, letak);
    this.galat.push(...galat.map((g) => ({ ...g, ...tempat })));
    this.teks(nilai, 'nama', letak);
    this.bobot(anggota(nilai, 'bobot'), letak, tempat);
    const boleh = anggota(nilai, 'bolehTakBerlaku');
    if (boleh !== undefined && typeof boleh !== 'boolean')
      this.catat('bentuk', `${letak}: "bolehTakBerlaku" harus true atau false, bukan ${kutip(boleh)}.`, tempat);
    this.sumber(nilai, letak, tempat);
    this.bacaan(nilai, letak, tempat);
  }

  private bobot(nilai: unknown, letak: string, tempat: { indikator?: string }): void {
    if (nilai === undefined) return;
    const urai = this.desimal(nilai, `${letak}: "bobot"`, 'bobot', tempat);
    if (urai && urai.bulat <= 0n)
      this.catat('bobot', `${letak}: "bobot" harus lebih besar dari nol, bukan ${kutip(nilai)}.`, tempat);
  }

  private sumber(indikator: Objek, letak: string, tempat: { indikator?: string }): void {
    const sumber = anggota(indikator, 'sumber');
    const aturan = anggota(indikator, 'aturan');
    const dikenal = SUMBER.find((s) => s === sumber);
    if (sumber !== undefined && dikenal === undefined)
      this.catat(
        'sumber',
        `${letak}: "sumber" harus salah satu dari ${SUMBER.join(', ')}, bukan ${kutip(sumber)}.`,
        tempat,
      );
    if (dikenal !== undefined && isDihitung(dikenal) !== (aturan !== undefined))
      this.catat(
        'aturan',
        `${letak}: sumber ${dikenal} ${aturan === undefined ? 'memerlukan' : 'tidak boleh memiliki'} "aturan".`,
        tempat,
      );
    if (aturan === undefined) return;
    if (sumber === undefined) this.catat('sumber', `${letak}: "aturan" memerlukan "sumber".`, tempat);
    const boleh = anggota(indikator, 'bolehTakBerlaku') === true;
    for (const pesan of periksaAturan(aturan, boleh)) this.catat('aturan', `${letak}: ${pesan}`, tempat);
  }

  private bacaan(indikator: Objek, letak: string, tempat: { indikator?: string }): void {
    const rubrik = anggota(indikator, 'rubrik');
    if (
      rubrik !== undefined &&
      !(Array.isArray(rubrik) && rubrik.length === TINGKAT_MAKSIMUM + 1 && rubrik.every(isTeks))
    )
      this.catat('rubrik', `${letak}: "rubrik" harus berisi lima kalimat, untuk tingkat 0 sampai 4.`, tempat);
    const bukti = anggota(indikator, 'bukti');
    if (bukti !== undefined && !(Array.isArray(bukti) && bukti.every(isTeks)))
      this.catat('rubrik', `${letak}: "bukti" harus berupa larik teks.`, tempat);
  }

  private semuaPita(nilai: unknown): void {
    if (nilai === undefined) return;
    if (!Array.isArray(nilai))
      return this.catat('bentuk', `Instrumen: "tingkat" harus berupa larik, bukan ${kutip(nilai)}.`);
    if (nilai.length === 0)
      return this.catat('ambang', 'Instrumen: "tingkat" kosong; paling sedikit satu, mulai dari "0".');
    let sebelum: { tingkat: number | null; dari: Desimal | null } = { tingkat: null, dari: null };
    nilai.forEach((pita: unknown, i) => (sebelum = this.pita(pita, i, sebelum)));
  }

  private pita(pita: unknown, i: number, sebelum: { tingkat: number | null; dari: Desimal | null }): typeof sebelum {
    const letak = `Tingkat IKO ke-${i + 1}`;
    if (!isObjek(pita)) {
      this.catat('bentuk', `${letak} harus berupa objek, bukan ${kutip(pita)}.`);
      return sebelum;
    }
    this.galat.push(...periksaBidang(pita, ['tingkat', 'sebutan', 'dari'], [], letak));
    this.teks(pita, 'sebutan', letak);
    const nilaiTingkat = anggota(pita, 'tingkat');
    const tingkat = Number.isSafeInteger(nilaiTingkat) && Number(nilaiTingkat) >= 0 ? Number(nilaiTingkat) : null;
    if (tingkat === null && nilaiTingkat !== undefined)
      this.catat(
        'ambang',
        `${letak}: "tingkat" harus bilangan bulat yang tidak negatif, bukan ${kutip(nilaiTingkat)}.`,
      );
    if (tingkat !== null && sebelum.tingkat !== null && tingkat <= sebelum.tingkat)
      this.catat(
        'ambang',
        `${letak}: tingkat ${tingkat} harus lebih besar dari tingkat sebelumnya, ${sebelum.tingkat}.`,
      );
    return { tingkat: tingkat ?? sebelum.tingkat, dari: this.dari(pita, i, sebelum.dari) };
  }

  private dari(pita: Objek, i: number, sebelum: Desimal | null): Desimal | null {
    const letak = `Tingkat IKO ke-${i + 1}: "dari"`;
    const teks = anggota(pita, 'dari');
    if (teks === undefined) return sebelum;
    const dari = this.desimal(teks, letak, 'ambang');
    if (!dari) return sebelum;
    if (i === 0 && dari.bulat !== 0n)
      this.catat('ambang', `${letak} harus "0" agar setiap skor bertingkat, bukan ${kutip(teks)}.`);
    if (!diAntara(dari)) this.catat('ambang', `${letak} harus dari 0 sampai 100, bukan ${kutip(teks)}.`);
    if (sebelum && bandingkan(dari, sebelum) <= 0)
      this.catat('ambang', `${letak} harus lebih besar dari batas sebelumnya, bukan ${kutip(teks)}.`);
    return dari;
  }
}

/** True for sources with a part that is computed from facts. */
export function isDihitung(sumber: Sumber): boolean {
  return sumber === 'A' || sumber === 'C' || sumber === 'A+V';
}

function diAntara(nilai: Desimal): boolean {
  return nilai.bulat >= 0n && bandingkan(nilai, { bulat: 100n, skala: 0 }) <= 0;
}

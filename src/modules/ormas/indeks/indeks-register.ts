import { type Arah, type StatusOrmas, type UrutanOrmas, STATUS_ORMAS } from '../ormas.types.js';
import { Kosakata } from './kosakata.js';

/** What the index knows of one ormas. Days 'YYYY-MM-DD', scores 0.00–100.00 as text. */
export interface BarisIndeks {
  id: number;
  /** Folded words of its name and its place. */
  kata: readonly string[];
  /** Changes with everything that its words and its place in the order of names come from. */
  sidik: string;
  kelurahanId: number | null;
  bidangId: number | null;
  opdId: number | null;
  status: StatusOrmas;
  tingkat: number | null;
  skor: string | null;
  kegiatan: string | null;
}

/** What is asked for. Ids of `boleh*` with null for "none"; undefined: any. */
export interface Pertanyaan {
  /** One of these readings must hold, each with all its words; undefined: no words are looked for. */
  bacaan?: readonly (readonly string[])[];
  kelurahan?: readonly (number | null)[];
  bidang?: readonly (number | null)[];
  opd?: readonly (number | null)[];
  tingkat?: readonly (number | null)[];
  status?: readonly StatusOrmas[];
  /** Active: a verified activity on or after `sejak`, and one of `status`; `ya` false: the others. */
  aktif?: { sejak: string; status: readonly StatusOrmas[]; ya: boolean };
  /** The scope of who asks, beside the filter. */
  hanyaOpd?: number;
  urut: UrutanOrmas;
  arah: Arah;
  /** Ids of places or OPD by name in the direction asked for, for the orders by them. */
  urutanId?: readonly number[];
  lewati: number;
  sebanyak: number;
}

/** A reading of more words than marks have room for is cut; nobody types so many. */
const KATA_MAKS = 200;
const KOLOM = ['kelurahan', 'bidang', 'opd', 'tingkat', 'status', 'skor', 'kegiatan'] as const;
type Kolom = (typeof KOLOM)[number];

/** Numbers of columns: 0 stands for null, so a level or a score is kept one higher. */
const angkaSkor = (s: string | null): number => (s === null ? 0 : Math.round(Number(s) * 100) + 1);
const angkaHari = (h: string | null): number => (h === null ? 0 : Number(h.replaceAll('-', '')));
const angkaStatus = (s: StatusOrmas): number => STATUS_ORMAS.findIndex((x) => x === s) + 1;

interface Saringan {
  kolom: Uint32Array;
  boleh: Uint8Array;
}

/**
 * A register in memory, for lists that are filtered, searched, counted and sorted exactly however long it is: some 120
 * bytes for each ormas, and one walk over plain arrays for each question (600,000 ormas: a few milliseconds).
 *
 * Each ormas stands in a slot. One that is renamed or moved gets a new slot, so that the lists of words only grow; its
 * old one is dead. What orders and filters it is changed in place.
 */
export class IndeksRegister {
  private readonly kosakata = new Kosakata();
  private readonly slotDari = new Map<number, number>();
  private readonly sidik: string[] = [];
  private id = new Uint32Array(1024);
  private hidup = new Uint8Array(1024);
  private kolom = Object.fromEntries(KOLOM.map((k) => [k, new Uint32Array(1024)])) as Record<Kolom, Uint32Array>;
  private banyak = 0;
  private tanda = new Uint8Array(1024);
  private readonly urutan = new Map<UrutanOrmas, Uint32Array>();
  /** Place of each slot in the order of names. */
  private tempat = new Uint32Array(0);

  /** How many slots are dead: when they are many, it is time for a new index. */
  get mati(): number {
    return this.banyak - this.slotDari.size;
  }

  /** How many ormas there are. */
  get jumlah(): number {
    return this.slotDari.size;
  }

  /** Whether it has the ormas. */
  ada(id: number): boolean {
    return this.slotDari.has(id);
  }

  /** Takes the whole register in, in chunks by name. `selesai` ends it; before that nothing may be asked. */
  muat(baris: readonly BarisIndeks[]): void {
    for (const b of baris) this.slotBaru(b);
  }

  /** Ends the loading. */
  selesai(): void {
    this.urutan.clear();
    this.urutan.set(
      'nama',
      Uint32Array.from({ length: this.banyak }, (_, i) => i),
    );
    this.tempatkan();
  }

  /** Whether the row changes its words or its place among the names: then `ganti` needs to know whom it follows. */
  pindah(b: BarisIndeks): boolean {
    const slot = this.slotDari.get(b.id);
    return slot === undefined || this.sidik[slot] !== b.sidik;
  }

  /**
   * Brings rows up to date.
   * @param baris the rows as they stand now, by name
   * @param sesudah for those that `pindah`: the id of the ormas before it by name in the whole register, null for the first
   * @param hilang ids that are no more
   */
  ganti(baris: readonly BarisIndeks[], sesudah: ReadonlyMap<number, number | null>, hilang: readonly number[]): void {
    const usang = new Set<number>();
    const baru: { slot: number; sesudah: number | null }[] = [];
    for (const id of hilang) this.matikan(id, usang);
    for (const b of baris) {
      if (!this.pindah(b)) {
        const slot = this.slotDari.get(b.id) as number;
        this.isi(slot, b);
        usang.add(slot);
        continue;
      }
      this.matikan(b.id, usang);
      baru.push({ slot: this.slotBaru(b), sesudah: sesudah.get(b.id) ?? null });
    }
    this.sisipNama(usang, baru);
    this.tempatkan();
    const masuk = [...usang].filter((s) => this.hidup[s] === 1).concat(baru.map((b) => b.slot));
    for (const urut of this.urutan.keys()) if (urut !== 'nama') this.gabungkan(urut, usang, masuk);
  }

  /** The page that was asked for, and how many there are in all. */
  cari(t: Pertanyaan): { id: number[]; jumlah: number } {
    const cocok = t.bacaan === undefined ? null : this.tandai(t.bacaan);
    const saringan = this.saringan(t);
    const hasil: number[] = [];
    let jumlah = 0;
    const akhir = t.lewati + t.sebanyak;
    const { hidup, id } = this;
    for (const { isi, dari, sampai, langkah } of this.ruas(t)) {
      lewat: for (let i = dari; i !== sampai; i += langkah) {
        const slot = isi[i] as number;
        if (cocok !== null && cocok[slot] !== 255) continue;
        if (hidup[slot] !== 1) continue;
        for (const s of saringan) if (s.boleh[s.kolom[slot] as number] !== 1) continue lewat;
        if (jumlah >= t.lewati && jumlah < akhir) hasil.push(id[slot] as number);
        jumlah++;
      }
    }
    return { id: hasil, jumlah };
  }

  /** Ids with a word that begins like this, at most `batas`. */
  berawalan(awal: string, batas: number): number[] {
    return this.kosakata
      .berawalan(awal, batas)
      .filter((s) => this.hidup[s] === 1)
      .map((s) => this.id[s] as number);
  }

  /** Marks 255 every slot in which one of the readings holds. */
  private tandai(bacaan: readonly (readonly string[])[]): Uint8Array {
    const { tanda } = this;
    tanda.fill(0, 0, this.banyak);
    for (const semua of bacaan) {
      const kata = semua.slice(0, KATA_MAKS);
      if (kata.length === 0) continue;
      kata.forEach((k, i) => {
        this.kosakata.naikkan(k, tanda, i);
      });
      for (let s = 0; s < this.banyak; s++) {
        const t = tanda[s] as number;
        if (t === 255) continue;
        tanda[s] = t === kata.length ? 255 : 0;
      }
    }
    return tanda;
  }

  private saringan(t: Pertanyaan): Saringan[] {
    const hasil: Saringan[] = [];
    const pakai = (nama: Kolom, nilai: readonly number[] | undefined) => {
      if (nilai === undefined) return;
      const kolom = this.kolom[nama];
      const boleh = new Uint8Array(Math.max(1, this.terbesar(nama) + 1));
      for (const n of nilai) if (n < boleh.length) boleh[n] = 1;
      hasil.push({ kolom, boleh });
    };
    const dariId = (id: readonly (number | null)[] | undefined) => id?.map((i) => i ?? 0);
    pakai('kelurahan', dariId(t.kelurahan));
    pakai('bidang', dariId(t.bidang));
    pakai('opd', dariId(t.opd));
    pakai('opd', t.hanyaOpd === undefined ? undefined : [t.hanyaOpd]);
    pakai(
      'tingkat',
      t.tingkat?.map((x) => (x === null ? 0 : x + 1)),
    );
    pakai('status', t.status?.map(angkaStatus));
    if (t.aktif) hasil.push(this.keaktifan(t.aktif));
    return hasil;
  }

  /** Days are large numbers: instead of a table over them, each slot gets its answer. */
  private keaktifan({ sejak, status, ya }: NonNullable<Pertanyaan['aktif']>): Saringan {
    const batas = angkaHari(sejak);
    const ada = new Set(status.map(angkaStatus));
    const { kegiatan, status: st } = this.kolom;
    const jawab = new Uint32Array(this.banyak);
    for (let s = 0; s < this.banyak; s++) {
      const aktif = (kegiatan[s] as number) >= batas && ada.has(st[s] as number);
      jawab[s] = aktif === ya ? 1 : 0;
    }
    return { kolom: jawab, boleh: Uint8Array.of(0, 1) };
  }

  private terbesar(nama: Kolom): number {
    const kolom = this.kolom[nama];
    let m = 0;
    for (let s = 0; s < this.banyak; s++) if ((kolom[s] as number) > m) m = kolom[s] as number;
    return m;
  }

  /** The stretches of an order that follow each other. What is unknown stands at the end in either direction. */
  private ruas(t: Pertanyaan): { isi: Uint32Array; dari: number; sampai: number; langkah: 1 | -1 }[] {
    const isi = this.menurut(t.urut);
    const n = isi.length;
    const maju = (dari: number, sampai: number) => ({ isi, dari, sampai, langkah: 1 as const });
    const mundur = (dari: number, sampai: number) => ({
      isi,
      dari: sampai - 1,
      sampai: dari - 1,
      langkah: -1 as const,
    });
    if (t.urut === 'nama') return [t.arah === 'naik' ? maju(0, n) : mundur(0, n)];
    const kolom = this.kolom[t.urut];
    // The unknown (0) are sorted last: find where they begin.
    const batas = cariBatas(isi, (slot) => kolom[slot] === 0);
    if (t.urut === 'skor' || t.urut === 'kegiatan') {
      return t.arah === 'naik' ? [maju(0, n)] : [mundur(0, batas), mundur(batas, n)];
    }
    const bagian = (t.urutanId ?? []).map((nilai) => {
      const dari = cariBatas(isi, (slot) => kolom[slot] === 0 || (kolom[slot] as number) >= nilai);
      const sampai = cariBatas(isi, (slot) => kolom[slot] === 0 || (kolom[slot] as number) > nilai);
      return maju(dari, sampai);
    });
    return [...bagian, maju(batas, n)];
  }

  private menurut(urut: UrutanOrmas): Uint32Array {
    const ada = this.urutan.get(urut);
    if (ada) return ada;
    const isi = Uint32Array.from(this.urutan.get('nama') ?? []).sort(this.pembanding(urut));
    this.urutan.set(urut, isi);
    return isi;
  }

  private pembanding(urut: UrutanOrmas): (a: number, b: number) => number {
    if (urut === 'nama') return (a, b) => (this.tempat[a] as number) - (this.tempat[b] as number);
    const kolom = this.kolom[urut];
    const kedua = urut === 'skor' || urut === 'kegiatan' ? this.id : this.tempat;
    return (a, b) => {
      const x = kolom[a] as number;
      const y = kolom[b] as number;
      if (x !== y) return x === 0 ? 1 : y === 0 ? -1 : x - y;
      return (kedua[a] as number) - (kedua[b] as number);
    };
  }

  private slotBaru(b: BarisIndeks): number {
    const slot = this.banyak++;
    if (slot >= this.id.length) this.perlebar();
    this.id[slot] = b.id;
    this.hidup[slot] = 1;
    this.sidik[slot] = b.sidik;
    this.slotDari.set(b.id, slot);
    this.isi(slot, b);
    this.kosakata.tambah(slot, b.kata);
    return slot;
  }

  private isi(slot: number, b: BarisIndeks): void {
    const { kolom } = this;
    kolom.kelurahan[slot] = b.kelurahanId ?? 0;
    kolom.bidang[slot] = b.bidangId ?? 0;
    kolom.opd[slot] = b.opdId ?? 0;
    kolom.status[slot] = angkaStatus(b.status);
    kolom.tingkat[slot] = b.tingkat === null ? 0 : b.tingkat + 1;
    kolom.skor[slot] = angkaSkor(b.skor);
    kolom.kegiatan[slot] = angkaHari(b.kegiatan);
  }

  private matikan(id: number, usang: Set<number>): void {
    const slot = this.slotDari.get(id);
    if (slot === undefined) return;
    this.hidup[slot] = 0;
    this.sidik[slot] = '';
    this.slotDari.delete(id);
    usang.add(slot);
  }

  private perlebar(): void {
    const n = this.id.length * 2;
    const lebar = <T extends Uint32Array | Uint8Array>(lama: T, baru: T): T => {
      baru.set(lama);
      return baru;
    };
    this.id = lebar(this.id, new Uint32Array(n));
    this.hidup = lebar(this.hidup, new Uint8Array(n));
    this.tanda = new Uint8Array(n);
    for (const k of KOLOM) this.kolom[k] = lebar(this.kolom[k], new Uint32Array(n));
  }

  private tempatkan(): void {
    const nama = this.urutan.get('nama') as Uint32Array;
    this.tempat = new Uint32Array(this.id.length);
    for (let i = 0; i < nama.length; i++) this.tempat[nama[i] as number] = i;
  }

  /** Puts new slots behind whom they follow; dead ones leave. */
  private sisipNama(usang: ReadonlySet<number>, baru: readonly { slot: number; sesudah: number | null }[]): void {
    const pengikut = new Map<number | null, number[]>();
    for (const b of baru) {
      const k = b.sesudah === null ? null : (this.slotDari.get(b.sesudah) ?? null);
      pengikut.set(k, [...(pengikut.get(k) ?? []), b.slot]);
    }
    const lama = this.urutan.get('nama') as Uint32Array;
    const hasil: number[] = [];
    const tambah = (slot: number) => {
      hasil.push(slot);
      const ikut = pengikut.get(slot);
      if (ikut) for (const s of ikut) tambah(s);
    };
    for (const s of pengikut.get(null) ?? []) tambah(s);
    for (const s of lama) if (!usang.has(s) || this.hidup[s] === 1) tambah(s);
    this.urutan.set('nama', Uint32Array.from(hasil));
  }

  private gabungkan(urut: UrutanOrmas, usang: ReadonlySet<number>, masuk: readonly number[]): void {
    const lama = this.urutan.get(urut) as Uint32Array;
    const beda = this.pembanding(urut);
    const baru = [...masuk].sort(beda);
    const hasil = new Uint32Array(this.slotDari.size);
    let n = 0;
    let j = 0;
    for (const s of lama) {
      if (usang.has(s)) continue;
      while (j < baru.length && beda(baru[j] as number, s) < 0) hasil[n++] = baru[j++] as number;
      hasil[n++] = s;
    }
    while (j < baru.length) hasil[n++] = baru[j++] as number;
    this.urutan.set(urut, hasil);
  }
}

/** The first place whose slot meets a condition that, once met, is met by all that follow. */
function cariBatas(isi: Uint32Array, memenuhi: (slot: number) => boolean): number {
  let dari = 0;
  let sampai = isi.length;
  while (dari < sampai) {
    const tengah = (dari + sampai) >>> 1;
    if (memenuhi(isi[tengah] as number)) sampai = tengah;
    else dari = tengah + 1;
  }
  return dari;
}

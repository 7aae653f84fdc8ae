import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { WilayahService, type DataWilayah } from '../wilayah/wilayah.service.js';
import { type BarisIndeks, IndeksRegister } from './indeks/indeks-register.js';
import { kataOrmas, namaLain } from './ormas.cari.js';
import { type StatusOrmas } from './ormas.types.js';
import { BUKAN_GABUNGAN } from './riwayat-status.js';

/** Rows read at a time while loading: so few that the requests beside it hardly wait. */
const SEKALI = 2_000;
/** More changes than this at once are not followed: the register is loaded anew, and the index before serves until then. */
const DIIKUTI = 20_000;
/** Renamed ormas need to be asked whom they follow, each with a query of its own. */
const DISISIPKAN = 2_000;
/** A number that was given and is not there belongs to a transaction that is not over. None takes longer than this. */
const TRANSAKSI_MS = 10 * 60_000;
const CELAH = 50;
/** Rows of the log that are kept: a process that lags further behind loads anew. */
const CATATAN_DISIMPAN = 100_000;

const KOLOM = `o.id, o.nama, o.singkatan, o.kelurahan_id AS kelurahanId, o.bidang_id AS bidangId, o.opd_id AS opdId, o.status,
  o.iko_tingkat AS tingkat, o.iko_skor AS skor, o.kegiatan_terakhir AS kegiatan`;

type Baris = Omit<BarisIndeks, 'kata' | 'sidik'> & { nama: string; singkatan: string | null; status: StatusOrmas };
/** What was merged into each ormas. */
type Gabungan = Map<number, { nama: string; singkatan: string | null }[]>;

interface Celah {
  dari: number;
  sampai: number;
  sejak: number;
}

/** An index with how far it has followed the log: the two are never changed apart from each other. */
interface IndeksTerbaca {
  readonly indeks: IndeksRegister;
  puncak: number;
  celah: Celah[];
}

/**
 * Notes that ormas have changed in what lists show of them, in the transaction that changes them: whoever writes name, abbreviation,
 * place, field, OPD, standing, score or last activity of an ormas calls it, or its page stands at the wrong place of a
 * long register. The log is a nudge, the row is the truth.
 */
export async function catatUbahanOrmas(em: EntityManager, id: readonly number[]): Promise<void> {
  for (let i = 0; i < id.length; i += SEKALI) {
    await em.query('INSERT INTO ormas_ubahan (ormas_id) VALUES ?', [id.slice(i, i + SEKALI).map((x) => [x])]);
  }
}

/** Removes what no process needs of the log any more. */
export async function pangkasUbahanOrmas(em: EntityManager): Promise<void> {
  const [puncak] = await em.query<{ n: string | null }[]>('SELECT MAX(urut) AS n FROM ormas_ubahan');
  await em.query('DELETE FROM ormas_ubahan WHERE urut <= ?', [Number(puncak?.n ?? 0) - CATATAN_DISIMPAN]);
}

/**
 * The index of a long register in this process, as new as the database: each question first follows the log of changes
 * (one look at an index), so that who has just written something finds it. Loaded at the first question.
 */
@Injectable()
export class IndeksOrmasService {
  private isi: IndeksTerbaca | null = null;
  private pemuatan: Promise<IndeksTerbaca> | null = null;
  private kini: Promise<void> | null = null;
  private berikut: Promise<void> | null = null;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly wilayah: WilayahService,
    private readonly clock: Clock,
  ) {}

  /** The index, with everything that was committed before this call. */
  async ambil(): Promise<IndeksRegister> {
    let kini = this.isi ?? (await this.muatSekali());
    for (;;) {
      await this.ikuti();
      // One that was loaded meanwhile may be older than this call: it is followed too.
      if (this.isi === null || this.isi === kini) return kini.indeks;
      kini = this.isi;
    }
  }

  /** Follows once for all who wait; who comes while it runs waits for the next, which sees what he wrote. */
  private ikuti(): Promise<void> {
    if (this.kini === null) {
      this.kini = (this.isi === null ? Promise.resolve() : this.baca(this.isi)).finally(() => (this.kini = null));
      return this.kini;
    }
    this.berikut ??= this.kini
      .catch(() => undefined)
      .then(() => {
        this.berikut = null;
        return this.ikuti();
      });
    return this.berikut;
  }

  private async baca(k: IndeksTerbaca): Promise<void> {
    const { indeks } = k;
    const sela = k.celah.map(() => ' OR urut BETWEEN ? AND ?').join('');
    const catatan = await this.db.query<{ urut: string; id: number }[]>(
      `SELECT urut, ormas_id AS id FROM ormas_ubahan WHERE urut > ?${sela} ORDER BY urut LIMIT ${DIIKUTI + 1}`,
      [k.puncak, ...k.celah.flatMap((c) => [c.dari, c.sampai])],
    );
    if (catatan.length === 0) return;
    if (catatan.length > DIIKUTI || indeks.mati > indeks.jumlah / 4 + 1000) return this.muatUlang();
    const id = [...new Set(catatan.map((c) => c.id))];
    const wilayah = await this.wilayah.data();
    const baris: (BarisIndeks & { nama: string })[] = [];
    for (let i = 0; i < id.length; i += SEKALI) {
      const potong = await this.db.query<Baris[]>(
        `SELECT ${KOLOM} FROM ormas o WHERE o.id IN (?) AND ${BUKAN_GABUNGAN} ORDER BY o.nama, o.id`,
        [id.slice(i, i + SEKALI)],
      );
      const lain = await this.gabungan(potong.map((b) => b.id));
      baris.push(...potong.map((b) => keBaris(b, wilayah, lain)));
    }
    const sesudah = new Map<number, number | null>();
    const pindah = baris.filter((b) => indeks.pindah(b));
    // Chunks are by name each, not together; and what follows something unknown cannot be put in its place.
    if (pindah.length > DISISIPKAN || (pindah.length > 0 && id.length > SEKALI)) return this.muatUlang();
    const dikenal = new Set(pindah.map((b) => b.id));
    for (const b of pindah) {
      const lalu = await this.sebelum(b);
      if (lalu !== null && !dikenal.has(lalu) && !indeks.ada(lalu)) return this.muatUlang();
      sesudah.set(b.id, lalu);
    }
    const ada = new Set(baris.map((b) => b.id));
    indeks.ganti(
      baris,
      sesudah,
      id.filter((i) => !ada.has(i)),
    );
    this.tandai(
      k,
      catatan.map((c) => Number(c.urut)),
    );
  }

  /** The entries that were merged into these ormas (null: into any). */
  private async gabungan(id: readonly number[] | null): Promise<Gabungan> {
    const lain: Gabungan = new Map();
    if (id?.length === 0) return lain;
    const baris = await this.db.query<{ ke: number; nama: string; singkatan: string | null }[]>(
      `SELECT digabung_ke AS ke, nama, singkatan FROM ormas WHERE digabung_ke ${id === null ? 'IS NOT NULL' : 'IN (?)'} ORDER BY id`,
      id === null ? [] : [id],
    );
    for (const { ke, ...b } of baris) lain.set(ke, [...(lain.get(ke) ?? []), b]);
    return lain;
  }

  /** The ormas before this one by name, as the database orders names. */
  private async sebelum(b: { id: number; nama: string }): Promise<number | null> {
    const [lalu] = await this.db.query<{ id: number }[]>(
      `SELECT o.id FROM ormas o FORCE INDEX (ix_ormas_menurut_nama) WHERE o.nama <= ? AND (o.nama < ? OR o.id < ?) AND ${BUKAN_GABUNGAN}
       ORDER BY o.nama DESC, o.id DESC LIMIT 1`,
      [b.nama, b.nama, b.id],
    );
    return lalu?.id ?? null;
  }

  /** Remembers which numbers of the log are read, and which are still to come: numbers are given before they are committed. */
  private tandai(k: IndeksTerbaca, urut: readonly number[]): void {
    const kini = this.clock.sekarang().getTime();
    const celah: Celah[] = [];
    const tambah = (dari: number, sampai: number, sejak: number) => {
      let mulai = dari;
      for (const u of urut) {
        if (u < mulai || u > sampai) continue;
        if (u > mulai) celah.push({ dari: mulai, sampai: u - 1, sejak });
        mulai = u + 1;
      }
      if (mulai <= sampai) celah.push({ dari: mulai, sampai, sejak });
    };
    for (const c of k.celah) if (Math.abs(kini - c.sejak) < TRANSAKSI_MS) tambah(c.dari, c.sampai, c.sejak);
    const puncak = Math.max(k.puncak, urut.at(-1) ?? 0);
    if (puncak > k.puncak) tambah(k.puncak + 1, puncak, kini);
    k.puncak = puncak;
    k.celah = rapatkan(celah);
  }

  /** Loads anew beside the requests; those that wait now are answered from the index before. */
  private muatUlang(): void {
    // A load that fails is tried again by the next change.
    this.muatSekali().catch(() => undefined);
  }

  private muatSekali(): Promise<IndeksTerbaca> {
    return (this.pemuatan ??= this.muat().finally(() => (this.pemuatan = null)));
  }

  private async muat(): Promise<IndeksTerbaca> {
    const urut = (await this.db.query<{ urut: string }[]>('SELECT urut FROM ormas_ubahan ORDER BY urut')).map((b) =>
      Number(b.urut),
    );
    const wilayah = await this.wilayah.data();
    const indeks = new IndeksRegister();
    const lain = await this.gabungan(null);
    let akhir: { id: number; nama: string } | undefined;
    for (;;) {
      const lanjut: string = akhir ? 'AND o.nama >= ? AND (o.nama > ? OR o.id > ?)' : '';
      const baris: Baris[] = await this.db.query<Baris[]>(
        `SELECT ${KOLOM} FROM ormas o FORCE INDEX (ix_ormas_menurut_nama)
         WHERE ${BUKAN_GABUNGAN} ${lanjut} ORDER BY o.nama, o.id LIMIT ${SEKALI}`,
        akhir ? [akhir.nama, akhir.nama, akhir.id] : [],
      );
      indeks.muat(baris.map((b) => keBaris(b, wilayah, lain)));
      if (baris.length < SEKALI) break;
      akhir = baris.at(-1);
    }
    indeks.selesai();
    // Before the first number that is there others may have been given to transactions that are not over.
    const awal = (urut[0] ?? 1) - 1;
    const belum = awal > 0 ? [{ dari: 1, sampai: awal, sejak: this.clock.sekarang().getTime() }] : [];
    const kini: IndeksTerbaca = { indeks, puncak: awal, celah: belum };
    this.tandai(kini, urut);
    // What was committed while it was read; until then nobody sees it, and it is followed by nobody else.
    await this.baca(kini);
    this.isi = kini;
    return kini;
  }
}

/**
 * Many holes are looked through as fewer that are wider: what lies between was read, and reading it again changes
 * nothing. Neighbours are of about one age, and the younger of them says how long they are looked through.
 */
function rapatkan(celah: readonly Celah[]): Celah[] {
  const lebar = Math.ceil(celah.length / CELAH);
  if (lebar <= 1) return [...celah];
  const hasil: Celah[] = [];
  for (let i = 0; i < celah.length; i += lebar) {
    const sebagian = celah.slice(i, i + lebar);
    const [awal, akhir] = [sebagian[0], sebagian.at(-1)];
    if (awal && akhir)
      hasil.push({ dari: awal.dari, sampai: akhir.sampai, sejak: Math.max(...sebagian.map((c) => c.sejak)) });
  }
  return hasil;
}

function keBaris(b: Baris, wilayah: DataWilayah, gabungan: Gabungan): BarisIndeks & { nama: string } {
  const kelurahan = b.kelurahanId === null ? null : (wilayah.perId.get(b.kelurahanId)?.kelurahan ?? null);
  const lain = namaLain(b.singkatan, gabungan.get(b.id));
  return { ...b, kata: kataOrmas(b.nama, kelurahan, lain), sidik: [b.kelurahanId ?? '', b.nama, ...lain].join('\n') };
}

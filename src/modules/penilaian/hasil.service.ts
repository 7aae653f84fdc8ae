import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import Big from 'big.js';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { polaCari } from '../../common/normalisasi.js';
import { type Halaman } from '../../common/page.js';
import { TINGKAT_MAKSIMUM } from '../../iko/hasil.js';
import { type Penanda } from '../../iko/tingkat.js';
import { bolehLihatSemuaHasil } from './penilaian.policy.js';
import { type BarisHasil, type RingkasanKelompok, type SaringanHasil } from './penilaian.types.js';

// Lists of scores carry the names of ormas and clusters, and are searched, sorted and paged by them: the statements
// here join those two tables, to read only.

interface BarisKelompok {
  opdId: number | null;
  opd: string | null;
  tingkat: number | null;
  jenis: 'lengkap' | 'sementara' | 'profil-saja';
  n: string;
  skor: string | null;
  cakupan: string | null;
}

/** Which rows of `hasil_iko h` an actor reads. @throws DomainError `tidak-berwenang` for whoever reads none */
function lingkup(aktor: Aktor): { sql: string; nilai: unknown[] } {
  if (bolehLihatSemuaHasil(aktor)) return { sql: '1 = 1', nilai: [] };
  if (aktor.peran === 'opd' && aktor.opdId !== null) return { sql: 'h.opd_id = ?', nilai: [aktor.opdId] };
  if (aktor.peran === 'sekretaris' && aktor.ormasId !== null) return { sql: 'h.ormas_id = ?', nilai: [aktor.ormasId] };
  throw new DomainError('tidak-berwenang');
}

const KEADAAN: Readonly<Record<NonNullable<SaringanHasil['keadaan']>, string>> = {
  '0': "h.sementara = 0 AND h.status = 'dinilai' AND h.tingkat = 0",
  '1': "h.sementara = 0 AND h.status = 'dinilai' AND h.tingkat = 1",
  '2': "h.sementara = 0 AND h.status = 'dinilai' AND h.tingkat = 2",
  '3': "h.sementara = 0 AND h.status = 'dinilai' AND h.tingkat = 3",
  '4': "h.sementara = 0 AND h.status = 'dinilai' AND h.tingkat = 4",
  sementara: "h.sementara = 1 AND h.status = 'dinilai'",
  'profil-saja': "h.status = 'profil-saja'",
  bertanda: "(h.ditandai = 1 OR h.bendera <> '[]')",
};

/** Complete scores first, then provisional ones, then those without a score, each by the chosen order. */
const URUT: Readonly<Record<SaringanHasil['urut'], string>> = {
  skor: 'h.sementara, h.skor IS NULL, h.skor',
  nama: 'o.nama',
  cakupan: 'h.cakupan',
};

/** The results of a run as readers see them: figures of the city and of each cluster, and the list. */
@Injectable()
export class HasilService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Distribution and mean of the whole and of each cluster, as far as the actor may see them; the first element is the
   * whole (`opdId` and `opd` null there too). Means are over complete scores only and say n and population.
   */
  async ringkasan(aktor: Aktor, hitungId: number): Promise<[RingkasanKelompok, ...RingkasanKelompok[]]> {
    const batas = lingkup(aktor);
    const baris = await this.db.query<BarisKelompok[]>(
      `SELECT h.opd_id AS opdId, p.nama AS opd, h.tingkat,
         CASE WHEN h.status = 'profil-saja' THEN 'profil-saja' WHEN h.sementara = 1 THEN 'sementara' ELSE 'lengkap' END AS jenis,
         COUNT(*) AS n, SUM(h.skor) AS skor, SUM(h.cakupan) AS cakupan
       FROM hasil_iko h LEFT JOIN opd p ON p.id = h.opd_id
       WHERE h.hitung_id = ? AND ${batas.sql} GROUP BY h.opd_id, p.nama, h.tingkat, jenis ORDER BY p.nama IS NULL, p.nama`,
      [hitungId, ...batas.nilai],
    );
    const opd = [...new Map(baris.map((b) => [b.opdId, b.opd]))];
    return [
      ringkas(null, null, baris),
      ...opd.map(([id, nama]) =>
        ringkas(
          id,
          nama,
          baris.filter((b) => b.opdId === id),
        ),
      ),
    ];
  }

  /** One page of the list of results that the actor may see; `halaman` counts from 1. */
  async daftar(
    aktor: Aktor,
    hitungId: number,
    s: SaringanHasil,
    halaman: number,
    perHalaman = 25,
  ): Promise<Halaman<BarisHasil>> {
    const batas = lingkup(aktor);
    const syarat = ['h.hitung_id = ?', batas.sql];
    const nilai: unknown[] = [hitungId, ...batas.nilai];
    for (const pola of polaCari(s.cari ?? '')) {
      syarat.push('o.cari LIKE ?');
      nilai.push(pola);
    }
    if (s.opdId !== undefined) {
      syarat.push(s.opdId === 0 ? 'h.opd_id IS NULL' : 'h.opd_id = ?');
      if (s.opdId !== 0) nilai.push(s.opdId);
    }
    if (s.keadaan) syarat.push(KEADAAN[s.keadaan]);
    const dari = `FROM hasil_iko h JOIN ormas o ON o.id = h.ormas_id WHERE ${syarat.join(' AND ')}`;
    const [hitung] = await this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${dari}`, nilai);
    // The rows hold long texts: which of them to show is decided from an index, and only those are read and ranked.
    const tampil = await this.db.query<{ id: number }[]>(
      `SELECT h.id ${dari} ORDER BY ${URUT[s.urut]} ${s.arah === 'turun' ? 'DESC' : 'ASC'}, o.nama, o.id LIMIT ? OFFSET ?`,
      [...nilai, perHalaman, (halaman - 1) * perHalaman],
    );
    const ids = tampil.map((t) => t.id);
    const baris = await this.baca(ids);
    return { isi: ids.flatMap((id) => baris.get(id) ?? []), halaman, perHalaman, jumlah: Number(hitung?.n ?? 0) };
  }

  private async baca(ids: readonly number[]): Promise<Map<number, BarisHasil>> {
    if (ids.length === 0) return new Map();
    const baris = await this.db.query<BarisMentah[]>(
      `SELECT h.id, h.ormas_id AS ormasId, o.nama, h.opd_id AS opdId, p.nama AS opd, h.status, h.ditandai, h.skor,
         h.tingkat, h.sebutan, h.cakupan, h.sementara, h.bendera,
         CASE WHEN h.sementara = 0 THEN 1 + (SELECT COUNT(*) FROM hasil_iko x
           WHERE x.hitung_id = h.hitung_id AND x.sementara = 0 AND x.skor > h.skor) END AS peringkat
       FROM hasil_iko h JOIN ormas o ON o.id = h.ormas_id LEFT JOIN opd p ON p.id = h.opd_id WHERE h.id IN (?)`,
      [ids],
    );
    return new Map(baris.map((b) => [b.id, keBaris(b)]));
  }
}

type BarisMentah = Omit<BarisHasil, 'ditandai' | 'sementara' | 'bendera' | 'peringkat'> & {
  id: number;
  ditandai: 0 | 1;
  sementara: 0 | 1;
  bendera: string;
  peringkat: string | number | null;
};

function keBaris({ id: _id, ...b }: BarisMentah): BarisHasil {
  return {
    ...b,
    ditandai: b.ditandai === 1,
    sementara: b.sementara === 1,
    bendera: JSON.parse(b.bendera) as Penanda[],
    peringkat: b.peringkat === null ? null : Number(b.peringkat),
  };
}

function ringkas(opdId: number | null, opd: string | null, baris: readonly BarisKelompok[]): RingkasanKelompok {
  const jumlah = (isi: readonly BarisKelompok[]): number => isi.reduce((n, b) => n + Number(b.n), 0);
  const jenis = (j: BarisKelompok['jenis']): BarisKelompok[] => baris.filter((b) => b.jenis === j);
  const lengkap = jenis('lengkap');
  const n = jumlah(lengkap);
  return {
    opdId,
    opd,
    rerata: {
      rata: rata(
        lengkap.map((b) => b.skor),
        n,
      ),
      cakupan: rata(
        lengkap.map((b) => b.cakupan),
        n,
      ),
      n,
      populasi: jumlah(baris),
    },
    sementara: jumlah(jenis('sementara')),
    profilSaja: jumlah(jenis('profil-saja')),
    tingkat: Array.from({ length: TINGKAT_MAKSIMUM + 1 }, (_, t) => jumlah(lengkap.filter((b) => b.tingkat === t))),
  };
}

/** The mean of exact sums, rounded once, half up, to two decimals. */
function rata(jumlah: readonly (string | null)[], n: number): string | null {
  if (n === 0) return null;
  // Twenty places before the one rounding: no sum of two-place figures over a count can be misplaced by that.
  const total = jumlah.reduce((a, b) => a.plus(b ?? 0), new Big(0));
  return total.div(n).round(2, Big.roundHalfUp).toFixed(2);
}

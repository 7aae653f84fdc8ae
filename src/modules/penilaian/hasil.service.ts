import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { polaCari } from '../../common/normalisasi.js';
import { type Halaman } from '../../common/page.js';
import { type Penanda } from '../../iko/tingkat.js';
import { SumberIko } from '../ormas/sumber-iko.js';
import { type IkoTahun } from '../ormas/ormas.types.js';
import { bolehLihatHasil, bolehLihatSemuaHasil } from './penilaian.policy.js';
import {
  type BarisHasil,
  type HasilTerakhir,
  type RingkasanKelompok,
  type SaringanHasil,
  type StatusPeriode,
} from './penilaian.types.js';
import { bacaRingkasan, SKOR_LENGKAP } from './ringkasan.kueri.js';

// Lists of scores carry the names of ormas and clusters, and are searched, sorted and paged by them: the statements
// here join those two tables, to read only.

/** Which rows of `hasil_iko h` an actor reads. @throws DomainError `tidak-berwenang` for whoever reads none */
function lingkup(aktor: Aktor): { sql: string; nilai: unknown[] } {
  if (bolehLihatSemuaHasil(aktor)) return { sql: '1 = 1', nilai: [] };
  if (aktor.peran === 'opd' && aktor.opdId !== null) return { sql: 'h.opd_id = ?', nilai: [aktor.opdId] };
  if (aktor.peran === 'sekretaris' && aktor.ormasId !== null) return { sql: 'h.ormas_id = ?', nilai: [aktor.ormasId] };
  throw new DomainError('tidak-berwenang');
}

const KEADAAN: Readonly<Record<NonNullable<SaringanHasil['keadaan']>, string>> = {
  '0': `${SKOR_LENGKAP} AND h.tingkat = 0`,
  '1': `${SKOR_LENGKAP} AND h.tingkat = 1`,
  '2': `${SKOR_LENGKAP} AND h.tingkat = 2`,
  '3': `${SKOR_LENGKAP} AND h.tingkat = 3`,
  '4': `${SKOR_LENGKAP} AND h.tingkat = 4`,
  lengkap: SKOR_LENGKAP,
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
export class HasilService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly sumberIko: SumberIko,
  ) {}

  /** The page of an ormas shows its scores, but the register knows nothing of scoring. */
  onModuleInit(): void {
    this.sumberIko.daftarkan((aktor, ormasId) => this.riwayatIko(aktor, ormasId));
  }

  /**
   * Distribution and mean of the whole and of each cluster, as far as the actor may see them; the first element is the
   * whole (`opdId` and `opd` null there too). Means are over complete scores only and say n and population.
   */
  async ringkasan(aktor: Aktor, hitungId: number): Promise<[RingkasanKelompok, ...RingkasanKelompok[]]> {
    return bacaRingkasan(this.db, hitungId, lingkup(aktor));
  }

  /**
   * The results that speak for the present: of the newest closed year, and before any is closed, of the newest year whose
   * run was completed after its window had ended. Of an open year much is not decided yet, and a mean of the few that are
   * would be quoted as the city's. The caller has checked permission.
   */
  async terakhir(): Promise<HasilTerakhir | null> {
    // A window ends with its last day in Jakarta, which is 17.00 of that day in UTC.
    const [p] = await this.db.query<Omit<HasilTerakhir, 'kelompok'>[]>(
      `SELECT p.tahun, h.id AS hitungId, h.selesai_pada AS dihitungPada FROM periode p JOIN hitung h ON h.id = p.hitung_id
       WHERE h.selesai_pada >= DATE_ADD(p.akhir, INTERVAL 17 HOUR)
       ORDER BY p.status = 'ditutup' DESC, p.tahun DESC LIMIT 1`,
    );
    return p ? { ...p, kelompok: await bacaRingkasan(this.db, p.hitungId) } : null;
  }

  /** The score of one ormas in every year that has a run, oldest first, as far as the actor may see them. */
  async riwayatIko(aktor: Aktor, ormasId: number): Promise<IkoTahun[]> {
    const baris = await this.db.query<BarisRiwayat[]>(
      `SELECT p.tahun, p.status AS periode, h.opd_id AS opdId, h.status, h.skor, h.tingkat, h.sebutan, h.sementara
       FROM periode p JOIN hasil_iko h ON h.hitung_id = p.hitung_id AND h.ormas_id = ? ORDER BY p.tahun`,
      [ormasId],
    );
    return baris
      .filter((b) => bolehLihatHasil(aktor, { ormasId, opdId: b.opdId }))
      .map(({ opdId: _, periode, status, sementara, ...b }) => ({
        ...b,
        sementara: sementara === 1,
        profilSaja: status === 'profil-saja',
        berjalan: periode === 'berjalan',
      }));
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

interface BarisRiwayat extends Omit<IkoTahun, 'sementara' | 'profilSaja' | 'berjalan'> {
  periode: StatusPeriode;
  opdId: number | null;
  status: 'dinilai' | 'profil-saja';
  sementara: 0 | 1;
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

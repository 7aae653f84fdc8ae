import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { type NomorDicari, uraiNomor } from './nomor-ormas.js';
import { OrmasDaftarService } from './ormas-daftar.service.js';
import { lingkupOrmas, type LingkupOrmas } from './ormas.policy.js';
import { type RingkasOrmas } from './ormas.types.js';

/** A number is of one ormas, seldom of a few; more are not shown. */
export const HASIL_NOMOR_MAKS = 25;

type Bagian = [sql: string, ...nilai: unknown[]];

const awalan = (teks: string): string => `${teks.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * Finds ormas by a number that somebody holds in the hand: NPWP, phone, or the number of a legal basis, an SKKO or a
 * document.
 *
 * Why it stands apart from the search by name: an NPWP and a phone may be those of a person, so what was typed is sent
 * in the body of a form and never stands in an address, where it would be kept by the browser's history, by proxies and
 * by access logs; and for the same reason it is neither logged nor audited. Who may search: whoever sees those numbers on
 * the page of the ormas: the office all of them, an OPD within its cluster the numbers of papers alone, for NPWP and phone
 * are not shown to it (`bolehLihatDataPribadi`); for everybody else there is nothing to be found, not even that the number
 * exists.
 *
 * Each kind of number is looked up by its own index, and the results are put together: one condition with OR over five
 * columns would read the whole register.
 */
@Injectable()
export class CariNomorService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly senarai: OrmasDaftarService,
  ) {}

  /**
   * The ormas of a number within the actor's reach, by name; at most {@link HASIL_NOMOR_MAKS}.
   * @returns null when the text is no number one could search by
   */
  async cari(aktor: Aktor, teks: string): Promise<RingkasOrmas[] | null> {
    const nomor = uraiNomor(teks);
    if (!nomor) return null;
    const { sql, nilai } = susunCariNomor(nomor, lingkupOrmas(aktor));
    const baris = await this.db.query<{ id: number }[]>(sql, nilai);
    return this.senarai.ringkas(baris.map((b) => b.id));
  }
}

/** The SQL of a search by number. */
export function susunCariNomor(n: NomorDicari, lingkup: LingkupOrmas): { sql: string; nilai: unknown[] } {
  const pribadi = lingkup.jenis === 'semua';
  const dokumen = `SELECT ormas_id AS id FROM ormas_dokumen WHERE nomor LIKE ?${pribadi ? '' : " AND jenis <> 'npwp'"}`;
  const bagian: Bagian[] = [
    ['SELECT id FROM ormas WHERE nomor_skko LIKE ?', awalan(n.tertulis)],
    [dokumen, awalan(n.tertulis)],
  ];
  if (pribadi && n.npwp.length > 0) bagian.push(['SELECT id FROM ormas WHERE npwp IN (?)', n.npwp]);
  if (pribadi && n.telepon.length > 0) bagian.push(['SELECT id FROM ormas WHERE telepon IN (?)', n.telepon]);
  if (n.dasarHukum !== null) {
    // `ahu.12345` is the beginning of `ahu.12345.ah.1.7`, and not of `ahu.123456`.
    bagian.push(['SELECT id FROM ormas WHERE dasar_hukum_normal = ?', n.dasarHukum]);
    bagian.push(['SELECT id FROM ormas WHERE dasar_hukum_normal LIKE ?', awalan(`${n.dasarHukum}.`)]);
  }
  const [dimana, ...batas] = syaratLingkup(lingkup);
  return {
    // The number of an entry that was merged into another finds the other.
    sql: `SELECT DISTINCT o.id, o.nama FROM (${bagian.map(([sql]) => sql).join(' UNION ')}) n JOIN ormas c ON c.id = n.id
        JOIN ormas o ON o.id = COALESCE(c.digabung_ke, c.id)
      WHERE ${dimana} ORDER BY o.nama, o.id LIMIT ${HASIL_NOMOR_MAKS}`,
    nilai: [...bagian.flatMap(([, ...nilai]) => nilai), ...batas],
  };
}

function syaratLingkup(lingkup: LingkupOrmas): Bagian {
  if (lingkup.jenis === 'semua') return ['1 = 1'];
  if (lingkup.jenis === 'opd') return ['o.opd_id = ?', lingkup.opdId];
  if (lingkup.jenis === 'ormas') return ['o.id = ?', lingkup.ormasId];
  return ['1 = 0'];
}

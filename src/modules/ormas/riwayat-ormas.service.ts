import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type BarisFakta, type Fakta, FAKTA, KOLOM_FAKTA } from './fakta.js';

interface BarisMentah extends Omit<BarisFakta, 'nilai'> {
  nilai: string;
}

const PILIH = `SELECT fakta, nilai, berlaku_dari AS berlakuDari, berlaku_sampai AS berlakuSampai, sumber, alasan,
  perubahan_id AS perubahanId, dicatat_pada AS dicatatPada FROM riwayat_ormas`;

/** What the register says of an ormas now: each fact as the JSON that a row of the history would hold. */
const REGISTER = `SELECT o.terdaftar_pada AS terdaftarPada, o.dibuat_pada AS dibuatPada, ${FAKTA.map(
  (fakta) =>
    `CAST(JSON_OBJECT(${Object.entries(KOLOM_FAKTA[fakta])
      .map(([kunci, kolom]) => `'${kunci}', o.${kolom}`)
      .join(', ')}) AS CHAR) AS \`${fakta}\``,
).join(', ')} FROM ormas o WHERE o.id = ?`;

type Register = Record<Fakta, string> & { terdaftarPada: string | null; dibuatPada: Date };

const baca = ({ nilai, ...b }: BarisMentah): BarisFakta => ({ ...b, nilai: JSON.parse(nilai) as BarisFakta['nilai'] });

/** The dated history of what the register says, as it is read; written by `riwayat-fakta.ts`. */
@Injectable()
export class RiwayatOrmasService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The whole history of one ormas as it is believed today, oldest first. The caller has checked permission. */
  async riwayat(ormasId: number): Promise<BarisFakta[]> {
    // Both of one moment: a change between the two would be told twice, or not at all.
    const { baris, register } = await this.db.transaction('REPEATABLE READ', async (em) => ({
      baris: await em.query<BarisMentah[]>(`${PILIH} WHERE ormas_id = ? AND gugur_pada IS NULL ORDER BY id`, [ormasId]),
      register: (await em.query<Register[]>(REGISTER, [ormasId]))[0],
    }));
    if (!register) return [];
    const berubah = new Set(baris.map((b) => b.fakta));
    const tetap = FAKTA.filter((f) => !berubah.has(f)).map((fakta): BarisMentah => ({
      ...{ fakta, nilai: register[fakta], berlakuDari: register.terdaftarPada, berlakuSampai: null },
      ...{ sumber: 'awal', alasan: null, perubahanId: null, dicatatPada: register.dibuatPada },
    }));
    return [...tetap, ...baris].sort((a, b) => (a.berlakuDari ?? '').localeCompare(b.berlakuDari ?? '')).map(baca);
  }

  /**
   * Looks over the whole table: every fact that ever changed has one present value, equal to the register's, and its rows
   * join day by day.
   * @returns what is wrong, in words for the operator, at most some of each kind; `[]`: everything is right
   */
  async periksa(): Promise<string[]> {
    const salah: string[] = [];
    for (const fakta of FAKTA) {
      const beda = Object.entries(KOLOM_FAKTA[fakta]).map(
        ([kunci, kolom]) => `NOT (JSON_VALUE(r.nilai, '$.${kunci}') <=> CAST(o.${kolom} AS CHAR))`,
      );
      const baris = await this.db.query<{ id: number; ada: number | null }[]>(
        `SELECT o.id, r.id AS ada FROM ormas o
         JOIN (SELECT DISTINCT ormas_id FROM riwayat_ormas WHERE fakta = '${fakta}') b ON b.ormas_id = o.id
         LEFT JOIN riwayat_ormas r ON r.ormas_id = o.id AND r.fakta = '${fakta}' AND r.kini = 1
         WHERE r.id IS NULL OR ${beda.join(' OR ')} LIMIT 5`,
      );
      for (const b of baris)
        salah.push(
          `Ormas ${b.id}: ${fakta} ${b.ada === null ? 'tidak mempunyai nilai sekarang' : 'berbeda dari riwayatnya'}`,
        );
    }
    const putus = await this.db.query<{ id: number; fakta: string }[]>(
      `SELECT r.ormas_id AS id, r.fakta FROM riwayat_ormas r
       WHERE r.gugur_pada IS NULL AND r.berlaku_sampai IS NOT NULL AND 1 <> (
         SELECT COUNT(*) FROM riwayat_ormas s WHERE s.ormas_id = r.ormas_id AND s.fakta = r.fakta AND s.gugur_pada IS NULL
           AND s.berlaku_dari = DATE_ADD(r.berlaku_sampai, INTERVAL 1 DAY)) LIMIT 5`,
    );
    return [...salah, ...putus.map((p) => `Ormas ${p.id}: riwayat ${p.fakta} terputus atau bertumpang`)];
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { WilayahService } from '../wilayah/wilayah.service.js';
import {
  type AsalCiri,
  bedaSatuHuruf,
  type CiriOrmas,
  ciriOrmas,
  hurufUrut,
  kekuatanKembar,
  NAMA_MIRIP_MIN,
  sebabKembar,
  type SebabKembar,
  sebutSebab,
} from './kembaran.js';
import { type StatusOrmas } from './ormas.types.js';

/** An organisation of the register that another one may be, and why: the strongest reason first. */
export interface Kembaran {
  id: number;
  nama: string;
  status: StatusOrmas;
  kelurahan: string | null;
  sebab: SebabKembar[];
  /** The name under which it was found, where that entry has since been merged into this one. */
  lewat: string | null;
}

/** Why it may be the one, as a line of a list says it. */
export const sebutKembaran = (k: Pick<Kembaran, 'sebab' | 'lewat'>): string =>
  `${sebutSebab(k.sebab)}${k.lewat === null ? '' : ` (melalui catatan “${k.lewat}” yang sudah digabung ke sana)`}`;

/** The values of an organisation by which it is compared, with its id. */
export interface OrmasBerciri extends AsalCiri {
  id: number;
  status: StatusOrmas;
  digabungKe: number | null;
}

/** So many are shown. */
export const KEMBARAN_MAKS = 10;
/** A key that more entries share tells none of them apart. */
const SEKUNCI_MAKS = 25;

interface Baris extends Omit<OrmasBerciri, 'dasarHukum'> {
  dasarHukumNomor: string | null;
}

const KOLOM = `o.id, o.nama, o.status, o.digabung_ke AS digabungKe, o.kelurahan_id AS kelurahanId, o.npwp,
  o.dasar_hukum_nomor AS dasarHukumNomor, o.alamat`;

type Potongan = readonly [sql: string, ...nilai: unknown[]];

/**
 * Finds the organisations of the register that one may be. Each kind of key is looked up by its own index and the few
 * that are found are compared by the rules of `sebabKembar`: one condition with OR over five columns would read the whole
 * register, and the names of one kelurahan are read from an index alone.
 */
@Injectable()
export class CariKembaranService {
  constructor(private readonly wilayah: WilayahService) {}

  /**
   * At most {@link KEMBARAN_MAKS}, the strongest first. The caller has checked permission.
   * @param kecuali the organisation itself, when it is in the register already
   */
  async cari(em: EntityManager, o: AsalCiri, kecuali: number | null = null): Promise<Kembaran[]> {
    const ciri = ciriOrmas(o);
    const id = (await this.calon(em, ciri, o.dasarHukum)).filter((i) => i !== kecuali);
    const calon = await bacaBerciri(em, id);
    const { perId } = await this.wilayah.data();
    const hasil = new Map<number, Kembaran & { kekuatan: number }>();
    const tujuan = new Map(
      (await bacaBerciri(em, [...new Set(calon.flatMap((c) => c.digabungKe ?? []))])).map((t) => [t.id, t]),
    );
    for (const c of calon) {
      const sebab = sebabKembar(ciri, ciriOrmas(c));
      const kini = c.digabungKe === null ? c : tujuan.get(c.digabungKe);
      if (sebab.length === 0 || !kini || kini.id === kecuali) continue;
      const kekuatan = kekuatanKembar(sebab, c.kelurahanId === ciri.kelurahanId);
      if ((hasil.get(kini.id)?.kekuatan ?? 0) >= kekuatan) continue;
      hasil.set(kini.id, {
        ...{ id: kini.id, nama: kini.nama, status: kini.status, sebab, kekuatan },
        kelurahan: kini.kelurahanId === null ? null : (perId.get(kini.kelurahanId)?.kelurahan ?? null),
        lewat: c.id === kini.id ? null : c.nama,
      });
    }
    return [...hasil.values()]
      .sort((a, b) => b.kekuatan - a.kekuatan || a.id - b.id)
      .slice(0, KEMBARAN_MAKS)
      .map(({ kekuatan: _, ...k }) => k);
  }

  /** Ids of those that share a key, and of those in the kelurahan whose name is nearly the same. */
  private async calon(em: EntityManager, c: CiriOrmas, nomor: AsalCiri['dasarHukum']): Promise<number[]> {
    const { kelurahan } = await this.wilayah.data();
    const { sql, nilai } = susunCalon(
      c,
      nomor,
      kelurahan.map((k) => k.id),
    );
    const [sekunci, senada] = [
      await em.query<{ id: number }[]>(sql, nilai),
      c.namaNormal.length < NAMA_MIRIP_MIN
        ? []
        : await em.query<{ id: number; nama: string }[]>(susunSenada(c).sql, susunSenada(c).nilai),
    ];
    const huruf = hurufUrut(c.namaNormal);
    const mirip = senada.filter(
      (s) => bedaSatuHuruf(s.nama, c.namaNormal) || (s.nama !== c.namaNormal && hurufUrut(s.nama) === huruf),
    );
    return [...new Set([...sekunci, ...mirip.slice(0, SEKUNCI_MAKS)].map((b) => b.id))];
  }
}

/** The SQL of those that share a key; each part by an index of its own. @param kelurahan every id there is */
export function susunCalon(
  c: CiriOrmas,
  nomor: AsalCiri['dasarHukum'],
  kelurahan: readonly number[],
): { sql: string; nilai: unknown[] } {
  const bagian: Potongan[] = [];
  if (c.namaNormal !== '') {
    const nama = 'SELECT id FROM ormas FORCE INDEX (ix_ormas_nama_normal) WHERE nama_normal = ? AND kelurahan_id';
    bagian.push([`${nama} IN (?)`, c.namaNormal, kelurahan], [`${nama} IS NULL`, c.namaNormal]);
  }
  if (c.npwp !== null) bagian.push(['SELECT id FROM ormas WHERE npwp IN (?)', [c.npwp, c.npwp.replace(/^0/, '')]]);
  if (c.dasarHukum.length > 0) bagian.push(['SELECT id FROM ormas WHERE dasar_hukum_normal IN (?)', c.dasarHukum]);
  const tertulis = nomor.filter((n) => n !== null);
  if (tertulis.length > 0)
    bagian.push(["SELECT ormas_id AS id FROM ormas_dokumen WHERE nomor IN (?) AND jenis = 'dasar-hukum'", tertulis]);
  if (c.alamat !== null) bagian.push(['SELECT id FROM ormas WHERE alamat_kunci = ?', c.alamat]);
  return {
    sql: bagian.map(([sql]) => `(${sql} LIMIT ${SEKUNCI_MAKS})`).join(' UNION ') || 'SELECT id FROM ormas WHERE 1 = 0',
    nilai: bagian.flatMap(([, ...nilai]) => nilai),
  };
}

/** The SQL of the names of one kelurahan that are about as long: read from the index, without a row. */
export function susunSenada(c: Pick<CiriOrmas, 'namaNormal' | 'kelurahanId'>): { sql: string; nilai: unknown[] } {
  const n = c.namaNormal.length;
  return {
    sql: `SELECT id, nama_normal AS nama FROM ormas FORCE INDEX (ix_ormas_nama_normal)
      WHERE kelurahan_id <=> ? AND CHAR_LENGTH(nama_normal) BETWEEN ? AND ?`,
    nilai: [c.kelurahanId, n - 1, n + 1],
  };
}

/** What is compared, of the given ormas; with the legal numbers that stand on their documents. In the order of ids. */
export async function bacaBerciri(em: Pick<EntityManager, 'query'>, id: readonly number[]): Promise<OrmasBerciri[]> {
  if (id.length === 0) return [];
  const baris = await em.query<Baris[]>(`SELECT ${KOLOM} FROM ormas o WHERE o.id IN (?) ORDER BY o.id`, [id]);
  const lain = await em.query<{ ormasId: number; nomor: string }[]>(
    `SELECT ormas_id AS ormasId, nomor FROM ormas_dokumen
     WHERE ormas_id IN (?) AND jenis = 'dasar-hukum' AND nomor IS NOT NULL`,
    [id],
  );
  return baris.map(({ dasarHukumNomor, ...b }) => ({
    ...b,
    dasarHukum: [dasarHukumNomor, ...lain.filter((l) => l.ormasId === b.id).map((l) => l.nomor)],
  }));
}

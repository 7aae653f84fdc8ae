import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { type BerkasTersimpan } from '../berkas/berkas.types.js';
import { bolehLihatBuktiTingkat } from './penilaian.policy.js';
import { bacaPilihanBukti } from './penilaian.rujukan.js';
import { type BerkasBukti, type BuktiTingkat, type PilihanBukti, type PutusanTingkat } from './penilaian.types.js';

/** The ormas whose level it is, with its cluster of today. */
interface Milik {
  ormasId: number;
  opdId: number | null;
}

type BarisBukti = Omit<BuktiTingkat, 'terbaca' | 'dirujuk'> &
  Record<'dirujuk' | 'terkirim', string | number> & { ormasId: number };

const BUKTI = `SELECT b.id, t.ormas_id AS ormasId, t.indikator, b.pihak, b.sumber, b.sumber_id AS sumberId, b.sumber_teks AS sumberTeks,
    b.keterangan, b.berkas_id AS berkasId, f.nama, f.mime, f.ukuran, f.sha256, f.dibuat_pada AS pada,
    EXISTS (SELECT 1 FROM keputusan_tingkat_berkas k WHERE k.berkas_id = b.berkas_id) AS dirujuk,
    b.pihak = 'ormas' AND t.tingkat_mandiri IS NOT NULL AS terkirim
  FROM bukti_tingkat b JOIN tingkat_indikator t ON t.id = b.tingkat_id JOIN berkas f ON f.id = b.berkas_id`;

/**
 * What a person typed about a file (its name, its caption) goes only to whoever may open it: it may name people. That
 * there is a file, of what kind and size, and its fingerprint, is part of how the score arose.
 */
const tersamar = <T extends BerkasBukti>(b: T): T => (b.terbaca ? b : { ...b, nama: '', keterangan: '' });

/** Files and decisions behind levels, as people read them; and who may open such a file. */
@Injectable()
export class BacaBuktiService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The files attached to the levels of one ormas in a period, by indicator; drafts only for those who write them. */
  async bukti(aktor: Aktor, milik: Milik, periodeId: number): Promise<Record<string, BuktiTingkat[]>> {
    const baris = await this.db.query<BarisBukti[]>(
      `${BUKTI} WHERE t.periode_id = ? AND t.ormas_id = ? ORDER BY b.id`,
      [periodeId, milik.ormasId],
    );
    const hasil: Record<string, BuktiTingkat[]> = {};
    for (const { terkirim, ormasId: _, ...b } of baris) {
      const dirujuk = Number(b.dirujuk) === 1;
      const o = { ...milik, pihak: b.pihak, terkirim: dirujuk || Number(terkirim) === 1 };
      const terbaca = bolehLihatBuktiTingkat(aktor, o);
      // That there is a file is told to whoever may see the score; a draft is nobody's affair yet.
      if (terbaca || o.terkirim) (hasil[b.indikator] ??= []).push(tersamar({ ...b, dirujuk, terbaca }));
    }
    return hasil;
  }

  /** The decisions of these ids, each with the files it rested on, by indicator. */
  async putusan(aktor: Aktor, milik: Milik, id: readonly number[]): Promise<Record<string, PutusanTingkat>> {
    if (id.length === 0) return {};
    const keputusan = await this.db.query<Omit<PutusanTingkat, 'berkas'>[]>(
      `SELECT k.id, t.indikator, k.nilai, k.tak_berlaku AS takBerlaku, k.alasan, a.nama AS oleh, k.ditetapkan_pada AS pada
       FROM keputusan_tingkat k JOIN tingkat_indikator t ON t.id = k.tingkat_id
       LEFT JOIN akun a ON a.id = k.ditetapkan_oleh WHERE k.id IN (?) AND t.ormas_id = ?`,
      [id, milik.ormasId],
    );
    const berkas = await this.db.query<(PutusanTingkat['berkas'][number] & { keputusanId: number })[]>(
      `SELECT k.keputusan_id AS keputusanId, k.berkas_id AS berkasId, k.sha256, b.pihak, k.keterangan, f.nama, f.mime, f.ukuran
       FROM keputusan_tingkat_berkas k JOIN bukti_tingkat b ON b.berkas_id = k.berkas_id JOIN berkas f ON f.id = k.berkas_id
       WHERE k.keputusan_id IN (?) ORDER BY b.id`,
      [id],
    );
    return Object.fromEntries(
      keputusan.map((k) => [
        k.indikator,
        {
          ...k,
          berkas: berkas
            .filter((b) => b.keputusanId === k.id)
            .map(({ keputusanId: _, ...b }) =>
              tersamar({
                ...b,
                terbaca: bolehLihatBuktiTingkat(aktor, { ...milik, pihak: b.pihak, terkirim: true }),
              }),
            ),
        },
      ]),
    );
  }

  /** The decisions that stand today on the levels of one ormas in a period, by indicator. */
  async putusanKini(aktor: Aktor, milik: Milik, periodeId: number): Promise<Record<string, PutusanTingkat>> {
    const id = await this.db.query<{ id: number }[]>(
      `SELECT MAX(k.id) AS id FROM keputusan_tingkat k JOIN tingkat_indikator t ON t.id = k.tingkat_id
       WHERE t.periode_id = ? AND t.ormas_id = ? GROUP BY t.id`,
      [periodeId, milik.ormasId],
    );
    return this.putusan(
      aktor,
      milik,
      id.map((k) => k.id),
    );
  }

  /** What the portal holds of the ormas that its sekretaris may point to; nothing for others. */
  async pilihan(aktor: Aktor, ormasId: number): Promise<PilihanBukti[]> {
    if (aktor.peran !== 'sekretaris' || aktor.ormasId !== ormasId) return [];
    return bacaPilihanBukti(this.db.manager, ormasId);
  }

  /** Whether the actor may open a file that is attached to a level. One that was taken off is for nobody. */
  async bolehBaca(aktor: Aktor, berkas: Pick<BerkasTersimpan, 'id'>): Promise<boolean> {
    const [b] = await this.db.query<BarisBukti[]>(`${BUKTI} WHERE b.berkas_id = ?`, [berkas.id]);
    if (!b) return false;
    const [ormas] = await this.db.query<{ opdId: number | null }[]>('SELECT opd_id AS opdId FROM ormas WHERE id = ?', [
      b.ormasId,
    ]);
    const terkirim = Number(b.dirujuk) === 1 || Number(b.terkirim) === 1;
    return bolehLihatBuktiTingkat(aktor, {
      ...{ ormasId: b.ormasId, opdId: ormas?.opdId ?? null },
      ...{ pihak: b.pihak, terkirim },
    });
  }
}

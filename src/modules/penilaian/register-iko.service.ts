import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { OrmasService } from '../ormas/ormas.service.js';
import { type SkorOrmas } from '../ormas/ormas.types.js';

type BarisSkor = Omit<SkorOrmas, 'sementara' | 'profilSaja'> & { sementara: 0 | 1; status: string };

const skorOrmas = ({ status, ...s }: BarisSkor): SkorOrmas => ({
  ...s,
  sementara: s.sementara === 1,
  profilSaja: status === 'profil-saja',
});

/** The score that lists of the register show beside an ormas: that of the newest year that is over. */
@Injectable()
export class RegisterIkoService {
  constructor(
    private readonly ormas: OrmasService,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes the scores of a run that counts, once the window of its year is over; before, nothing happens: scores of an open
   * window are provisional by nature, and would push whole ones out of sight. An ormas that the run no longer holds goes
   * back to the newest year that does. Called under the lock of the period; again with the same run changes nothing.
   */
  async catat(em: EntityManager, periode: { tahun: number; akhir: string }, hitungId: number): Promise<void> {
    const hari = tanggalWib(this.clock.sekarang());
    if (periode.akhir >= hari) return;
    const skor = await em.query<BarisSkor[]>(
      'SELECT ormas_id AS ormasId, skor, tingkat, sebutan, sementara, status FROM hasil_iko WHERE hitung_id = ? ORDER BY ormas_id',
      [hitungId],
    );
    await this.ormas.catatIko(em, periode.tahun, skor.map(skorOrmas));
    const keluar = await em.query<(BarisSkor & { tahun: number | null })[]>(
      `SELECT o.id AS ormasId, p.tahun, h.skor, h.tingkat, h.sebutan, h.sementara, h.status
       FROM ormas o
         LEFT JOIN hasil_iko h ON h.id = (SELECT l.id FROM hasil_iko l
             JOIN periode q ON q.id = l.periode_id AND q.hitung_id = l.hitung_id
           WHERE l.ormas_id = o.id AND q.tahun <> ? AND q.akhir < ? ORDER BY q.tahun DESC LIMIT 1)
         LEFT JOIN periode p ON p.id = h.periode_id
       WHERE o.iko_tahun = ?
         AND NOT EXISTS (SELECT 1 FROM hasil_iko x WHERE x.hitung_id = ? AND x.ormas_id = o.id)`,
      [periode.tahun, hari, periode.tahun, hitungId],
    );
    await this.ormas.cabutIko(
      em,
      periode.tahun,
      keluar.map(({ tahun: lain, ...b }) =>
        lain === null
          ? { ormasId: b.ormasId, tahun: null, skor: null }
          : { ormasId: b.ormasId, tahun: lain, skor: skorOrmas(b) },
      ),
    );
  }
}

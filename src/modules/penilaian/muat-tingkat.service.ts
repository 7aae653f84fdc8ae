import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { OBJEK_BUKTI } from './penilaian.objek.js';
import { bolehMuatTingkat } from './penilaian.policy.js';
import { type MuatanTingkat } from './penilaian.types.js';
import { type BerkasDasar, sisipBuktiTingkat, sisipKeputusan } from './tingkat.kueri.js';

const KOLOM = [
  'periode_id',
  'ormas_id',
  'indikator',
  'tingkat_mandiri',
  'ada_berkas',
  'tingkat_petugas',
  'tingkat_akhir',
  'tak_berlaku',
  'alasan',
  'ditetapkan_oleh',
  'ditetapkan_pada',
] as const;

const ALASAN_SAMA = 'Sama dengan penilaian mandiri.';
const SEKALIGUS = 1000;

const kunci = (m: { ormasId: number; indikator: string }): string => `${m.ormasId}/${m.indikator}`;

/** The bulk entrance for levels, for the demonstration and for taking over earlier years. Only the portal itself may use it. */
@Injectable()
export class MuatTingkatService {
  constructor(
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads many levels with their files and decisions at once, also into a closed period. Rows that exist are written
   * over, their earlier files and decisions stay; nothing is checked beyond the database's constraints, so the caller
   * answers for them.
   * @param aktor who loads: only the portal itself; one audit row for all
   * @param oleh who is recorded as having set the decided ones
   * @throws DomainError `tidak-berwenang`
   */
  async muatTingkat(
    em: EntityManager,
    aktor: Aktor,
    periodeId: number,
    muatan: readonly MuatanTingkat[],
    oleh: Aktor = aktor,
  ): Promise<void> {
    if (!bolehMuatTingkat(aktor)) throw new DomainError('tidak-berwenang');
    if (muatan.length === 0) return;
    for (let i = 0; i < muatan.length; i += SEKALIGUS)
      await this.potong(em, periodeId, muatan.slice(i, i + SEKALIGUS), oleh);
    const berkas = muatan.reduce((n, m) => n + (m.bukti?.length ?? 0), 0);
    await this.audit.catat(em, aktor, {
      aksi: 'tingkat.muat',
      objek: 'periode',
      objekId: periodeId,
      ringkasan: `${muatan.length} tingkat indikator dengan ${berkas} berkas bukti dimuat sekaligus.`,
    });
  }

  private async potong(
    em: EntityManager,
    periodeId: number,
    muatan: readonly MuatanTingkat[],
    oleh: Aktor,
  ): Promise<void> {
    const kini = this.clock.sekarang();
    const dinilai = muatan.map((m) => {
      // The engine sets a level aside that differs from the ormas's own without a reason: one that agrees is given
      // its reason here, so that it still stands when the ormas assesses itself again.
      const alasan = m.alasan ?? (m.akhir !== null && m.akhir === m.mandiri ? ALASAN_SAMA : null);
      return { ...m, alasan, diputuskan: m.akhir !== null || m.takBerlaku !== null };
    });
    const id = await this.baris(
      em,
      periodeId,
      muatan,
      dinilai.map((m) => [
        ...[periodeId, m.ormasId, m.indikator, m.mandiri, Number(m.adaBerkas), m.petugas, m.akhir, m.takBerlaku],
        ...[m.alasan, m.diputuskan ? oleh.id : null, m.diputuskan ? kini : null],
      ]),
    );
    const berkas = await this.lampirkan(em, dinilai, id, oleh);
    await sisipKeputusan(
      em,
      dinilai
        .filter((m) => m.diputuskan)
        .map((m) => ({
          tingkatId: id.get(kunci(m)) ?? 0,
          nilai: m.akhir,
          takBerlaku: m.takBerlaku,
          alasan: m.alasan ?? '',
          oleh: oleh.id,
          pada: kini,
          berkas: berkas.get(kunci(m)) ?? [],
        })),
    );
  }

  /** Writes the rows of the levels; returns their ids. */
  private async baris(
    em: EntityManager,
    periodeId: number,
    muatan: readonly MuatanTingkat[],
    nilai: readonly unknown[][],
  ): Promise<Map<string, number>> {
    const di = ' WHERE periode_id = ? AND (ormas_id, indikator) IN (?)';
    const semua = [periodeId, muatan.map((m) => [m.ormasId, m.indikator])];
    const lama = await em.query<{ ormasId: number; indikator: string }[]>(
      `SELECT ormas_id AS ormasId, indikator FROM tingkat_indikator${di}`,
      semua,
    );
    const ada = new Set(lama.map(kunci));
    await sisipBanyak(
      em,
      'tingkat_indikator',
      KOLOM,
      nilai.filter((_, i) => !ada.has(kunci(muatan[i] as MuatanTingkat))),
    );
    for (const [i, m] of muatan.entries()) {
      if (!ada.has(kunci(m))) continue;
      const isi = KOLOM.slice(3);
      await em.query(
        `UPDATE tingkat_indikator SET ${isi.map((k) => `${k} = ?`).join(', ')}, versi = versi + 1
         WHERE periode_id = ? AND ormas_id = ? AND indikator = ?`,
        [...(nilai[i] ?? []).slice(3), periodeId, m.ormasId, m.indikator],
      );
    }
    const baris = await em.query<{ id: number; ormasId: number; indikator: string }[]>(
      `SELECT id, ormas_id AS ormasId, indikator FROM tingkat_indikator${di}`,
      semua,
    );
    return new Map(baris.map((b) => [kunci(b), b.id]));
  }

  /** Attaches the files of the levels; returns those of each level with their hash. */
  private async lampirkan(
    em: EntityManager,
    muatan: readonly MuatanTingkat[],
    id: ReadonlyMap<string, number>,
    oleh: Aktor,
  ): Promise<Map<string, BerkasDasar[]>> {
    const bukti = muatan.flatMap((m) =>
      (m.bukti ?? []).map((b) => ({ ...b, kunci: kunci(m), ormasId: m.ormasId, tingkatId: id.get(kunci(m)) ?? 0 })),
    );
    const berkasId = await this.berkas.catatBanyak(
      em,
      bukti.map(({ siap, pihak, tingkatId, ormasId }) => ({
        siap,
        pemilik:
          pihak === 'ormas'
            ? { objek: OBJEK_BUKTI, objekId: tingkatId, ormasId, dibuatOleh: null }
            : { objek: OBJEK_BUKTI, objekId: tingkatId, ormasId: null, dibuatOleh: oleh.id },
      })),
    );
    await sisipBuktiTingkat(
      em,
      bukti.map((b, i) => ({
        ...{ tingkatId: b.tingkatId, pihak: b.pihak, keterangan: b.keterangan, berkasId: berkasId[i] ?? '' },
        ...{ sumber: 'unggahan' as const, sumberId: null, sumberTeks: '' },
      })),
    );
    const hasil = new Map<string, BerkasDasar[]>();
    for (const [i, b] of bukti.entries())
      hasil.set(b.kunci, [
        ...(hasil.get(b.kunci) ?? []),
        { berkasId: berkasId[i] ?? '', sha256: b.siap.sha256, keterangan: b.keterangan },
      ]);
    return hasil;
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { TINGKAT_MAKSIMUM, type Nilai } from '../../iko/hasil.js';
import { type Indikator } from '../../iko/instrumen.js';
import { TINGKAT_TANPA_BERKAS, isMandiri, kalimatCatatan, tolakPetugas } from '../../iko/tingkat.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { kunciGanda, Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { InstrumenService } from './instrumen.service.js';
import { kumpulkanMasukan, type JendelaPeriode } from './penilaian.masukan.js';
import { objekNilai } from './penilaian.objek.js';
import { bolehMuatTingkat, bolehNilaiMandiri, bolehTetapkanTingkat } from './penilaian.policy.js';
import { type MuatanTingkat, type StatusPeriode } from './penilaian.types.js';

/** An officer's decision about one indicator. `nilai` null takes a decision back. */
export interface IsianTingkat {
  indikator: string;
  nilai: number | 'tak-berlaku' | null;
  /** Why: always asked for, always kept. */
  alasan: string;
  /** The evidence is there as a file, and the officer has looked at it. */
  adaBerkas: boolean;
  /** Version of the row that the person saw; 0: there was none. */
  versi: number;
}

/** The self-assessment of one indicator. */
export interface IsianMandiri {
  indikator: string;
  tingkat: number;
  /** The ormas says that it handed the evidence in; what the officer finds is kept apart. */
  adaBerkas: boolean;
  versi: number;
}

interface Periode extends JendelaPeriode {
  instrumenId: number;
  status: StatusPeriode;
}
interface Baris {
  tingkat_mandiri: number | null;
  ada_berkas_mandiri: 0 | 1;
  ada_berkas: 0 | 1;
  tingkat_petugas: number | null;
  tingkat_akhir: number | null;
  tak_berlaku: string | null;
  alasan: string | null;
  versi: number;
}
/** Where a level is kept, and what for. */
interface Tempat {
  periode: Periode;
  ormasId: number;
  indikator: Indikator;
  lama: Baris | undefined;
}

const KOLOM = [
  'periode_id',
  'ormas_id',
  'indikator',
  'tingkat_mandiri',
  'ada_berkas_mandiri',
  'ada_berkas',
  'tingkat_petugas',
  'tingkat_akhir',
  'tak_berlaku',
  'alasan',
  'ditetapkan_oleh',
  'ditetapkan_pada',
] as const;

const ALASAN_SAMA = 'Sama dengan penilaian mandiri.';

const salah = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang, pesan }] });

/** The levels that people give: self-assessed, the officer's, and the final one. All three are kept; only the final one counts. */
@Injectable()
export class TingkatService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly instrumen: InstrumenService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets the final level of one indicator with its reason. A petugas gives the officer's level and with it the final
   * one; the kabid changes the final one and leaves the officer's standing beside it. Counts from the next run on.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang` (also when the period is closed), `isian-tidak-sah` by the
   * engine's rules, `versi-berbeda` with both versions
   */
  async tetapkanTingkat(aktor: Aktor, tahun: number, ormasId: number, isian: IsianTingkat): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const periode = await this.periode(em, tahun);
      if (!bolehTetapkanTingkat(aktor, { statusPeriode: periode.status })) throw new DomainError('tidak-berwenang');
      const tempat = await this.tempat(em, periode, ormasId, isian.indikator);
      await this.periksa(em, tempat, isian);
      const takBerlaku = isian.nilai === 'tak-berlaku' ? isian.alasan.trim() : null;
      const akhir = typeof isian.nilai === 'number' ? isian.nilai : null;
      const kini = this.clock.sekarang();
      await this.simpan(em, tempat, isian.versi, {
        ada_berkas: isian.adaBerkas ? 1 : 0,
        ...(aktor.peran !== 'kabid' && { tingkat_petugas: akhir }),
        tingkat_akhir: akhir,
        tak_berlaku: takBerlaku,
        alasan: isian.alasan.trim(),
        ditetapkan_oleh: aktor.id,
        ditetapkan_pada: kini,
      });
      await this.audit.catat(em, aktor, {
        aksi: 'tingkat.tetapkan',
        objek: 'nilai',
        objekId: objekNilai(tahun, ormasId),
        ormasId,
        ringkasan: `Tingkat ${isian.indikator} ${tahun}: ${sebut(tempat.lama)} menjadi ${sebut({ tingkat_akhir: akhir, tak_berlaku: takBerlaku })}. ${isian.alasan.trim()}`,
        rincian: { indikator: isian.indikator, sebelum: tempat.lama ?? null, sesudah: isian },
      });
    });
  }

  /**
   * The ormas's own level of one indicator that it assesses itself; an officer's level stands until an officer changes it.
   * @throws DomainError as `tetapkanTingkat`
   */
  async nilaiMandiri(aktor: Aktor, tahun: number, ormasId: number, isian: IsianMandiri): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const periode = await this.periode(em, tahun);
      if (!bolehNilaiMandiri(aktor, { ormasId, statusPeriode: periode.status }))
        throw new DomainError('tidak-berwenang');
      const tempat = await this.tempat(em, periode, ormasId, isian.indikator);
      if (!isMandiri(tempat.indikator.sumber ?? 'V'))
        throw salah('tingkat', 'Indikator ini tidak dinilai sendiri oleh ormas.');
      if (!tingkatSah(isian.tingkat)) throw salah('tingkat', 'Pilih tingkat 0 sampai 4.');
      if (!isian.adaBerkas && isian.tingkat > TINGKAT_TANPA_BERKAS)
        throw salah('tingkat', kalimatCatatan('tanpa-berkas'));
      await this.simpan(em, tempat, isian.versi, {
        tingkat_mandiri: isian.tingkat,
        ada_berkas_mandiri: isian.adaBerkas ? 1 : 0,
      });
      await this.audit.catat(em, aktor, {
        aksi: 'tingkat.mandiri',
        objek: 'nilai',
        objekId: objekNilai(tahun, ormasId),
        ormasId,
        ringkasan: `Penilaian mandiri ${isian.indikator} ${tahun}: tingkat ${isian.tingkat}.`,
        rincian: { indikator: isian.indikator, sebelum: tempat.lama?.tingkat_mandiri ?? null, sesudah: isian.tingkat },
      });
    });
  }

  /**
   * Loads many levels at once, for the demonstration and for taking over earlier years, also into a closed period. Rows
   * that exist are replaced; nothing is checked beyond the database's constraints, so the caller answers for them.
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
    const kini = this.clock.sekarang();
    for (let i = 0; i < muatan.length; i += 1000) {
      const potong = muatan.slice(i, i + 1000);
      const kunci = potong.map((m) => [periodeId, m.ormasId, m.indikator]);
      await em.query('DELETE FROM tingkat_indikator WHERE (periode_id, ormas_id, indikator) IN (?)', [kunci]);
      await sisipBanyak(
        em,
        'tingkat_indikator',
        KOLOM,
        potong.map((m) => {
          const diputuskan = m.akhir !== null || m.takBerlaku !== null;
          // The engine sets a level aside that differs from the ormas's own without a reason: one that agrees is given
          // its reason here, so that it still stands when the ormas assesses itself again.
          const alasan = m.alasan ?? (m.akhir !== null && m.akhir === m.mandiri ? ALASAN_SAMA : null);
          const berkas = [m.adaBerkasMandiri ?? (m.mandiri !== null && m.adaBerkas), m.adaBerkas].map(Number);
          const nilai = [m.mandiri, ...berkas, m.petugas, m.akhir, m.takBerlaku, alasan];
          return [periodeId, m.ormasId, m.indikator, ...nilai, diputuskan ? oleh.id : null, diputuskan ? kini : null];
        }),
      );
    }
    await this.audit.catat(em, aktor, {
      aksi: 'tingkat.muat',
      objek: 'periode',
      objekId: periodeId,
      ringkasan: `${muatan.length} tingkat indikator dimuat sekaligus.`,
    });
  }

  private async periode(em: EntityManager, tahun: number): Promise<Periode> {
    const [periode] = await em.query<Periode[]>(
      'SELECT id, tahun, mulai, akhir, instrumen_id AS instrumenId, status FROM periode WHERE tahun = ? LOCK IN SHARE MODE',
      [tahun],
    );
    if (!periode) throw new DomainError('tidak-ditemukan', `Belum ada periode penilaian tahun ${tahun}.`);
    return periode;
  }

  private async tempat(em: EntityManager, periode: Periode, ormasId: number, kode: string): Promise<Tempat> {
    const { penilai } = await this.instrumen.ambil(periode.instrumenId);
    const indikator = penilai.indikator.find((i) => i.kode === kode);
    if (!indikator) throw new DomainError('tidak-ditemukan', 'Indikator ini tidak ada dalam instrumen.');
    const [lama] = await em.query<Baris[]>(
      `SELECT tingkat_mandiri, ada_berkas_mandiri, ada_berkas, tingkat_petugas, tingkat_akhir, tak_berlaku, alasan, versi
       FROM tingkat_indikator WHERE periode_id = ? AND ormas_id = ? AND indikator = ? FOR UPDATE`,
      [periode.id, ormasId, kode],
    );
    return { periode, ormasId, indikator, lama };
  }

  /** The engine's own rules, asked before saving so that the officer hears of them at the form. */
  private async periksa(
    em: EntityManager,
    { periode, ormasId, indikator, lama }: Tempat,
    isian: IsianTingkat,
  ): Promise<void> {
    const { nilai, adaBerkas } = isian;
    const alasan = isian.alasan.trim();
    if (alasan.length < 5 || alasan.length > 300)
      throw salah('alasan', 'Tuliskan alasannya, 5 sampai 300 huruf; alasan ini disimpan bersama tingkatnya.');
    if (nilai === null) return;
    if (nilai !== 'tak-berlaku' && !tingkatSah(nilai)) throw salah('nilai', 'Pilih tingkat 0 sampai 4.');
    if (typeof nilai === 'number' && nilai > TINGKAT_TANPA_BERKAS && isMandiri(indikator.sumber ?? 'V') && !adaBerkas)
      throw salah('nilai', kalimatCatatan('tanpa-berkas'));
    const [masukan] = await kumpulkanMasukan(em, periode, [ormasId]);
    if (!masukan) throw new DomainError('tidak-ditemukan', 'Ormas tidak ditemukan.');
    const { penilai } = await this.instrumen.ambil(periode.instrumenId);
    const petugas: Nilai = nilai === 'tak-berlaku' ? { takBerlaku: alasan } : nilai;
    const mandiri = lama?.tingkat_mandiri ?? undefined;
    const tolak = tolakPetugas(
      indikator,
      { ...(mandiri !== undefined && { mandiri }), petugas, alasanPetugas: alasan, ...(adaBerkas && { adaBerkas }) },
      penilai.aturan.get(indikator.kode)?.(masukan.fakta),
    );
    if (tolak) throw salah('nilai', tolak);
  }

  private async simpan(
    em: EntityManager,
    { periode, ormasId, indikator, lama }: Tempat,
    versi: number,
    isi: Partial<Record<(typeof KOLOM)[number], unknown>>,
  ): Promise<void> {
    if ((lama?.versi ?? 0) !== versi)
      throw new DomainError('versi-berbeda', undefined, {
        milikAnda: { 'Tingkat akhir': sebut(isi as Pick<Baris, 'tingkat_akhir' | 'tak_berlaku'>) },
        tersimpan: { 'Tingkat akhir': sebut(lama) },
      });
    const kolom = Object.keys(isi);
    if (lama) {
      await em.query(
        `UPDATE tingkat_indikator SET ${kolom.map((k) => `${k} = ?`).join(', ')}, versi = versi + 1
         WHERE periode_id = ? AND ormas_id = ? AND indikator = ? AND versi = ?`,
        [...Object.values(isi), periode.id, ormasId, indikator.kode, versi],
      );
      return;
    }
    try {
      await sisipBanyak(
        em,
        'tingkat_indikator',
        ['periode_id', 'ormas_id', 'indikator', ...kolom],
        [[periode.id, ormasId, indikator.kode, ...Object.values(isi)]],
      );
    } catch (galat) {
      if (kunciGanda(galat)) throw new DomainError('versi-berbeda');
      throw galat;
    }
  }
}

function tingkatSah(nilai: number): boolean {
  return Number.isInteger(nilai) && nilai >= 0 && nilai <= TINGKAT_MAKSIMUM;
}

/** A final level as words. */
function sebut(baris: { tingkat_akhir?: number | null; tak_berlaku?: string | null } | undefined): string {
  if (baris?.tak_berlaku) return 'tak berlaku';
  return baris?.tingkat_akhir === null || baris?.tingkat_akhir === undefined
    ? 'belum ditetapkan'
    : `tingkat ${baris.tingkat_akhir}`;
}

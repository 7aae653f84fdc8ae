import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { type Nilai } from '../../iko/hasil.js';
import { TINGKAT_TANPA_BERKAS, isMandiri, tolakPetugas } from '../../iko/tingkat.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { InstrumenService } from './instrumen.service.js';
import { type BuktiDiminta, LampiranTingkat } from './lampiran-tingkat.js';
import { kumpulkanMasukan } from './penilaian.masukan.js';
import { objekNilai } from './penilaian.objek.js';
import { bolehTetapkanTingkat } from './penilaian.policy.js';
import {
  bacaBaris,
  bacaPeriode,
  bacaTempat,
  type BarisBukti,
  periksaVersi,
  salahIsi,
  sebutTingkat,
  sisipKeputusan,
  type Tempat,
  tingkatSah,
  tulisTingkat,
} from './tingkat.kueri.js';

/** An officer's decision about one indicator. `nilai` null takes a decision back. */
export interface IsianTingkat {
  indikator: string;
  nilai: number | 'tak-berlaku' | null;
  /** Why: always asked for, always kept. */
  alasan: string;
  /** Ids of the files that the officer looked at and that the decision rests on. */
  dasar: readonly string[];
  /** Version of the row that the person saw; 0: there was none. */
  versi: number;
}

/** Files that an officer attaches to a level, and takes off again. */
export interface LampiranPetugas extends Pick<BuktiDiminta, 'tambah' | 'hapus'> {
  indikator: string;
  versi: number;
}

const TANPA_DASAR =
  'Tanpa berkas bukti, tingkat paling tinggi 1. Tandai berkas yang menjadi dasar keputusan, atau lampirkan catatan kunjungan.';

/** The levels that officers set. Self-assessed, officer's and final level are all kept; only the final one counts. */
@Injectable()
export class TingkatService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly instrumen: InstrumenService,
    private readonly lampiran: LampiranTingkat,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets the final level of one indicator with its reason and the files it rests on. A petugas gives the officer's level
   * and with it the final one; the kabid changes the final one and leaves the officer's standing beside it. Counts from
   * the next run on.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang` (also when the period is closed), `isian-tidak-sah` by the
   * engine's rules or for a file that is not there, `versi-berbeda` with both versions
   */
  async tetapkanTingkat(aktor: Aktor, tahun: number, ormasId: number, isian: IsianTingkat): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const tempat = await this.buka(em, aktor, tahun, ormasId, isian.indikator);
      const takBerlaku = isian.nilai === 'tak-berlaku' ? isian.alasan.trim() : null;
      const akhir = typeof isian.nilai === 'number' ? isian.nilai : null;
      const alasan = isian.alasan.trim();
      periksaVersi(tempat, isian.versi, {
        'Tingkat akhir': sebutTingkat({ tingkat_akhir: akhir, tak_berlaku: takBerlaku }),
        Alasan: alasan,
      });
      const dasar = await this.dasar(em, tempat, isian.dasar);
      await this.periksa(em, tempat, isian);
      const kini = this.clock.sekarang();
      const { id } = await tulisTingkat(em, tempat, {
        ada_berkas: dasar.length > 0 ? 1 : 0,
        ...(aktor.peran !== 'kabid' && { tingkat_petugas: akhir }),
        tingkat_akhir: akhir,
        tak_berlaku: takBerlaku,
        alasan,
        ditetapkan_oleh: aktor.id,
        ditetapkan_pada: kini,
      });
      const keputusan = { tingkatId: id, nilai: akhir, takBerlaku, alasan, oleh: aktor.id, pada: kini };
      await sisipKeputusan(em, [{ ...keputusan, berkas: dasar }]);
      await this.audit.catat(em, aktor, {
        aksi: 'tingkat.tetapkan',
        objek: 'nilai',
        objekId: objekNilai(tahun, ormasId),
        ormasId,
        ringkasan: `Tingkat ${isian.indikator} ${tahun}: ${sebutTingkat(tempat.lama)} menjadi ${sebutTingkat({ tingkat_akhir: akhir, tak_berlaku: takBerlaku })}. ${alasan}`,
        rincian: {
          ...{ indikator: isian.indikator, sebelum: tempat.lama ?? null, sesudah: isian },
          berkas: dasar.map(({ berkasId, sha256 }) => ({ berkasId, sha256 })),
        },
      });
    });
  }

  /**
   * Keeps files that an officer attaches to a level (a note of a visit, a photo), before the decision that rests on them.
   * @returns the new version, the ids of the files, and what was not kept with the reason
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang` (also when the period is closed), `versi-berbeda`
   */
  async lampirkan(
    aktor: Aktor,
    tahun: number,
    ormasId: number,
    isian: LampiranPetugas,
  ): Promise<{ versi: number; berkasId: string[]; galat: GalatIsian[] }> {
    return this.transaksi.jalankan(async (em) => {
      const tempat = await this.buka(em, aktor, tahun, ormasId, isian.indikator);
      periksaVersi(tempat, isian.versi, { 'Tingkat akhir': 'belum dikirim' });
      const ada = await bacaBaris(em, tempat.lama?.id);
      const diminta = { tambah: isian.tambah, hapus: isian.hapus, rujuk: [], keterangan: {} };
      const rencana = await this.lampiran.rencanakan(em, aktor, 'petugas', { ...tempat, ada }, diminta);
      if (!rencana.adaPerubahan()) return { versi: isian.versi, berkasId: [], galat: rencana.galat };
      const { id, versi } = await tulisTingkat(em, tempat, {});
      const berkasId = await this.lampiran.kerjakan(em, aktor, { ...tempat, tingkatId: id }, rencana);
      return { versi, berkasId, galat: rencana.galat };
    });
  }

  private async buka(em: EntityManager, aktor: Aktor, tahun: number, ormasId: number, kode: string): Promise<Tempat> {
    const periode = await bacaPeriode(em, tahun);
    if (!bolehTetapkanTingkat(aktor, { statusPeriode: periode.status })) throw new DomainError('tidak-berwenang');
    return bacaTempat(em, this.instrumen, periode, ormasId, kode);
  }

  /** The files a decision may rest on are those the officer sees: none of an ormas that has not sent its level. */
  private async dasar(em: EntityManager, { lama }: Tempat, diminta: readonly string[]): Promise<BarisBukti[]> {
    const terkirim = (lama?.tingkat_mandiri ?? null) !== null;
    const bukti = (await bacaBaris(em, lama?.id)).filter((b) => b.pihak === 'petugas' || terkirim || b.dirujuk);
    const dasar = bukti.filter((b) => diminta.includes(b.berkasId));
    if (dasar.length < new Set(diminta).size)
      throw salahIsi('dasar', 'Ada berkas yang sudah dilepaskan. Muat ulang halaman ini, lalu pilih lagi.');
    const [rusak] = await this.lampiran.rusak(dasar);
    if (rusak) throw salahIsi('dasar', rusak.pesan);
    return dasar;
  }

  /** The engine's own rules, asked before saving so that the officer hears of them at the form. */
  private async periksa(
    em: EntityManager,
    { periode, ormasId, indikator, instrumen, lama }: Tempat,
    isian: IsianTingkat,
  ): Promise<void> {
    const { nilai } = isian;
    const adaBerkas = isian.dasar.length > 0;
    const alasan = isian.alasan.trim();
    if (alasan.length < 5 || alasan.length > 300)
      throw salahIsi('alasan', 'Tuliskan alasannya, 5 sampai 300 huruf; alasan ini disimpan bersama tingkatnya.');
    if (nilai === null) return;
    if (nilai !== 'tak-berlaku' && !tingkatSah(nilai)) throw salahIsi('nilai', 'Pilih tingkat 0 sampai 4.');
    if (typeof nilai === 'number' && nilai > TINGKAT_TANPA_BERKAS && isMandiri(indikator.sumber ?? 'V') && !adaBerkas)
      throw salahIsi('nilai', TANPA_DASAR);
    const [masukan] = await kumpulkanMasukan(em, periode, [ormasId], tanggalWib(this.clock.sekarang()));
    if (!masukan) throw new DomainError('tidak-ditemukan', 'Ormas tidak ditemukan.');
    const petugas: Nilai = nilai === 'tak-berlaku' ? { takBerlaku: alasan } : nilai;
    const mandiri = lama?.tingkat_mandiri ?? undefined;
    const tolak = tolakPetugas(
      indikator,
      { ...(mandiri !== undefined && { mandiri }), petugas, alasanPetugas: alasan, ...(adaBerkas && { adaBerkas }) },
      instrumen.penilai.aturan.get(indikator.kode)?.(masukan.fakta),
    );
    if (tolak) throw salahIsi('nilai', tolak);
  }
}

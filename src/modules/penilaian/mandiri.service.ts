import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { TINGKAT_TANPA_BERKAS, isMandiri } from '../../iko/tingkat.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { type BuktiDiminta, LampiranTingkat } from './lampiran-tingkat.js';
import { InstrumenService } from './instrumen.service.js';
import { objekNilai } from './penilaian.objek.js';
import { bolehNilaiMandiri } from './penilaian.policy.js';
import {
  bacaBaris,
  bacaPeriode,
  bacaTempat,
  periksaVersi,
  salahIsi,
  type Tempat,
  tingkatSah,
  tulisTingkat,
} from './tingkat.kueri.js';

/** The self-assessment of one indicator as it was sent. */
export interface IsianMandiri extends BuktiDiminta {
  indikator: string;
  /** null: only the evidence is kept for now; the level stays as it is. */
  tingkat: number | null;
  /** Version of the row that the person saw; 0: there was none. */
  versi: number;
}

/** What became of it: what is wrong was left out, everything else is kept. */
export interface HasilMandiri {
  versi: number;
  galat: GalatIsian[];
}

const tanpaBukti = (tingkat: number): string =>
  `Tingkat ${tingkat} memerlukan paling sedikit satu berkas bukti. Lampirkan berkasnya, atau pilih tingkat 0 atau 1.`;

/** The ormas's own level of the indicators that it assesses itself, with the evidence it attaches. */
@Injectable()
export class MandiriService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly instrumen: InstrumenService,
    private readonly lampiran: LampiranTingkat,
  ) {}

  /**
   * Keeps evidence and level of one indicator in one act. A level above 1 needs a file (rule of the engine); where it is
   * missing the level is not kept, and the last file of such a level is not taken off. An officer's level stands until an
   * officer changes it.
   * @returns the new version, and what was not kept with the reason
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang` (also when the period is closed), `isian-tidak-sah` for an
   * indicator that is not self-assessed, `versi-berbeda` with both versions
   */
  async simpan(aktor: Aktor, tahun: number, ormasId: number, isian: IsianMandiri): Promise<HasilMandiri> {
    return this.transaksi.jalankan(async (em) => {
      const periode = await bacaPeriode(em, tahun);
      if (!bolehNilaiMandiri(aktor, { ormasId, statusPeriode: periode.status }))
        throw new DomainError('tidak-berwenang');
      const tempat = await bacaTempat(em, this.instrumen, periode, ormasId, isian.indikator);
      if (!isMandiri(tempat.indikator.sumber ?? 'V'))
        throw salahIsi('nilai', 'Indikator ini tidak dinilai sendiri oleh ormas.');
      periksaVersi(tempat, isian.versi, {
        'Penilaian mandiri': isian.tingkat === null ? 'tidak diubah' : `tingkat ${isian.tingkat}`,
      });
      return this.simpanDi(em, aktor, tempat, isian);
    });
  }

  private async simpanDi(em: EntityManager, aktor: Aktor, tempat: Tempat, isian: IsianMandiri): Promise<HasilMandiri> {
    const ada = await bacaBaris(em, tempat.lama?.id);
    const rencana = await this.lampiran.rencanakan(em, aktor, 'ormas', { ...tempat, ada }, isian);
    const { galat } = rencana;
    const lalu = tempat.lama?.tingkat_mandiri ?? null;
    if (rencana.sisa === 0 && rencana.hapus.length > 0 && (isian.tingkat ?? lalu ?? 0) > TINGKAT_TANPA_BERKAS) {
      rencana.hapus = [];
      galat.push({
        bidang: 'nilai',
        pesan: `${tanpaBukti(isian.tingkat ?? lalu ?? 0)} Berkas yang ada belum dilepas.`,
      });
    } else if (isian.tingkat !== null && !tingkatSah(isian.tingkat)) {
      galat.push({ bidang: 'nilai', pesan: 'Pilih tingkat 0 sampai 4.' });
    } else if (isian.tingkat !== null && isian.tingkat > TINGKAT_TANPA_BERKAS && rencana.sisa === 0) {
      galat.push({ bidang: 'nilai', pesan: tanpaBukti(isian.tingkat) });
    } else if (isian.tingkat !== null) {
      galat.push(...(await this.lampiran.rusak(ada.filter((b) => !rencana.hapus.includes(b)))));
    }
    const tingkat = galat.some((g) => g.bidang === 'nilai' || g.bidang.startsWith('bukti')) ? null : isian.tingkat;
    if (tingkat === null && !rencana.adaPerubahan()) return { versi: isian.versi, galat };
    const { id, versi } = await tulisTingkat(em, tempat, tingkat === null ? {} : { tingkat_mandiri: tingkat });
    await this.lampiran.kerjakan(em, aktor, { ...tempat, tingkatId: id }, rencana);
    if (tingkat !== null) await this.catatTingkat(em, aktor, tempat, tingkat, id);
    return { versi, galat };
  }

  private async catatTingkat(
    em: EntityManager,
    aktor: Aktor,
    { periode, ormasId, indikator, lama }: Tempat,
    tingkat: number,
    tingkatId: number,
  ): Promise<void> {
    const bukti = (await bacaBaris(em, tingkatId)).filter((b) => b.pihak === 'ormas');
    await this.audit.catat(em, aktor, {
      aksi: 'tingkat.mandiri',
      objek: 'nilai',
      objekId: objekNilai(periode.tahun, ormasId),
      ormasId,
      ringkasan: `Penilaian mandiri ${indikator.kode} ${periode.tahun}: tingkat ${tingkat}, ${bukti.length} berkas bukti.`,
      rincian: {
        ...{ indikator: indikator.kode, sebelum: lama?.tingkat_mandiri ?? null, sesudah: tingkat },
        berkas: bukti.map(({ berkasId, sha256 }) => ({ berkasId, sha256 })),
      },
    });
  }
}

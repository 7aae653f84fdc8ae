import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalSah, tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type RiwayatKlaster } from '../klaster/klaster.types.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { berlakuPada, FAKTA, faktaPada, type Fakta, type BarisFakta } from './fakta.js';
import { type BarisStatus, statusSah } from './koreksi-status.js';
import { sembunyikanPribadi, uraiFakta } from './kata-fakta.js';
import { bolehLihatDataPribadi, bolehLihatOrmas, lingkupOrmas } from './ormas.policy.js';
import { type PengurusOrmas, type StatusOrmas } from './ormas.types.js';
import { RiwayatOrmasService } from './riwayat-ormas.service.js';
import { bacaRiwayatStatus } from './riwayat-status.js';

/** One row of the history in words. `isi` by label; an empty text is "not filled in". */
export interface FaktaTerurai {
  fakta: Fakta;
  isi: Record<string, string>;
  dari: string | null;
  sampai: string | null;
  sumber: BarisFakta['sumber'];
  alasan: string | null;
  perubahanId: number | null;
}

/** How an ormas stood on a day. */
export interface KeadaanOrmas {
  id: number;
  /** The name it has today. */
  namaKini: string;
  hari: string;
  hariIni: string;
  /** `belum-ada`: the day lies before its first day in the register (`terdaftar`). */
  ada: 'ada' | 'belum-ada';
  terdaftar: string | null;
  status: { status: StatusOrmas; sejak: string | null };
  /** Its standing as it was ever recorded, oldest first, also what was cancelled. */
  riwayatStatus: BarisStatus[];
  fakta: FaktaTerurai[];
  pengurus: PengurusOrmas[];
  klaster: RiwayatKlaster | null;
  /** Every fact as it ever was, newest first. */
  riwayat: FaktaTerurai[];
  lihatDaftar: boolean;
}

interface BarisOrmas {
  id: number;
  nama: string;
  opdId: number | null;
  status: StatusOrmas;
}

/** The register as it stood on any day. */
@Injectable()
export class KeadaanOrmasService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly klaster: KlasterService,
    private readonly wilayah: WilayahService,
    private readonly sejarah: RiwayatOrmasService,
    private readonly clock: Clock,
  ) {}

  /**
   * How an ormas stood at the end of a day, by everything that is recorded today.
   * @param hari 'YYYY-MM-DD' as somebody typed it
   * @throws DomainError `tidak-ditemukan`, also when the ormas is not the actor's to see; `isian-tidak-sah` (field `pada`)
   * for a day that does not exist or has not come yet
   */
  async pada(aktor: Aktor, id: number, hari: string): Promise<KeadaanOrmas> {
    const [o] = await this.db.query<BarisOrmas[]>('SELECT id, nama, opd_id AS opdId, status FROM ormas WHERE id = ?', [
      id,
    ]);
    if (!o || !bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
    const hariIni = tanggalWib(this.clock.sekarang());
    if (!tanggalSah(hari)) throw salah('Isi tanggal yang ada dalam kalender, misalnya 1 Maret 2025.');
    if (hari > hariIni) throw salah('Tanggal ini belum tiba. Isi hari ini atau tanggal yang sudah lewat.');
    const [riwayat, riwayatStatus, pengurus, klaster, data, { perId }] = await Promise.all([
      this.sejarah.riwayat(id),
      bacaRiwayatStatus(this.db, id),
      this.db.query<PengurusOrmas[]>(
        `SELECT jabatan, nama, dari, sampai FROM pengurus
         WHERE ormas_id = ? AND dari <= ? AND (sampai IS NULL OR sampai >= ?) ORDER BY dari, id`,
        [id, hari, hari],
      ),
      this.klaster.riwayat(id),
      this.klaster.data(),
      this.wilayah.data(),
    ]);
    const nama = { kelurahan: perId, bidang: data.bidangPerId };
    const pribadi = bolehLihatDataPribadi(aktor, o);
    const urai = (b: BarisFakta): FaktaTerurai => {
      const isi = uraiFakta(b.fakta, b.nilai as never, nama);
      const { fakta, berlakuDari: dari, berlakuSampai: sampai, sumber, alasan, perubahanId } = b;
      return { fakta, isi: pribadi ? isi : sembunyikanPribadi(isi), dari, sampai, sumber, alasan, perubahanId };
    };
    const status = statusSah(riwayatStatus);
    const awal = status[0]?.berlaku ?? null;
    const saatItu = status.findLast((s) => s.berlaku === null || s.berlaku <= hari);
    return {
      ...{ id, namaKini: o.nama, hari, hariIni, terdaftar: awal },
      ada: awal !== null && hari < awal ? 'belum-ada' : 'ada',
      status: { status: saatItu?.status ?? o.status, sejak: saatItu?.berlaku ?? null },
      riwayatStatus,
      fakta: FAKTA.map((f) => faktaPada(riwayat, f, hari)).flatMap((b) => (b ? [urai(b)] : [])),
      pengurus,
      klaster: klaster.find((k) => berlakuPada(k, hari)) ?? null,
      riwayat: riwayat.map(urai).reverse(),
      lihatDaftar: lingkupOrmas(aktor).jenis !== 'ormas',
    };
  }

  /** Today, 'YYYY-MM-DD': the last day one may ask for. */
  hariIni(): string {
    return tanggalWib(this.clock.sekarang());
  }
}

const salah = (pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang: 'pada', pesan }] });

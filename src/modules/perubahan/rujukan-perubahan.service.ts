import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type DataBidang } from '../klaster/klaster.types.js';
import { berlakuPada } from '../klaster/pemetaan.js';
import { type OrmasTerkunci, UbahOrmasService } from '../ormas/ubah-ormas.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { type Ketikan, ketikanAwal, type Perihal, type RujukanPerubahan } from './perubahan.aturan.js';

/** What a form of a change offers to choose from. */
export interface PilihanPerubahan {
  bidang: { nilai: string; teks: string }[];
  kelurahan: { nilai: string; teks: string }[];
}

/** What requests are read against: the places, the bidang, and what the register says now. */
@Injectable()
export class RujukanPerubahanService {
  constructor(
    private readonly klaster: KlasterService,
    private readonly wilayah: WilayahService,
    private readonly register: UbahOrmasService,
    private readonly clock: Clock,
  ) {}

  async data(): Promise<RujukanPerubahan> {
    const [{ perId }, { bidang, bidangPerId }] = await Promise.all([this.wilayah.data(), this.klaster.data()]);
    return {
      ...{ kelurahan: perId, bidang: bidangPerId },
      bidangPerKode: new Map(this.terbuka(bidang).map((b) => [b.kode, b.id])),
    };
  }

  async pilihan(): Promise<PilihanPerubahan> {
    const [{ kelurahan }, { bidang }] = await Promise.all([this.wilayah.data(), this.klaster.data()]);
    return {
      bidang: this.terbuka(bidang).map((b) => ({ nilai: b.kode, teks: b.nama })),
      kelurahan: [
        ...kelurahan.map((k) => ({ nilai: String(k.id), teks: `${k.kelurahan}, Kecamatan ${k.kecamatan}` })),
        { nilai: 'luar', teks: 'Di luar kota' },
      ],
    };
  }

  /** Those that may be chosen today. */
  private terbuka(bidang: readonly DataBidang[]): DataBidang[] {
    const hari = tanggalWib(this.clock.sekarang());
    return bidang.filter((b) => berlakuPada(b, hari));
  }

  /** What the register says now. @throws DomainError `tidak-ditemukan` */
  kini(em: EntityManager, ormasId: number, kunci: boolean): Promise<OrmasTerkunci> {
    return this.register.baca(em, ormasId, kunci);
  }

  /** The form of a matter as it is first shown. */
  async ketikanAwal(em: EntityManager, ormasId: number, perihal: Perihal): Promise<Ketikan> {
    const [o, { bidangPerId }] = await Promise.all([this.kini(em, ormasId, false), this.klaster.data()]);
    return ketikanAwal(perihal, o, bidangPerId);
  }
}

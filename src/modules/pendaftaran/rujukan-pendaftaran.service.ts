import { Injectable } from '@nestjs/common';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { type Rujukan } from './pendaftaran.types.js';

/** The choices of the form that come out of the reference data. */
@Injectable()
export class RujukanPendaftaranService {
  constructor(
    private readonly klaster: KlasterService,
    private readonly wilayah: WilayahService,
  ) {}

  /** Bidang and kelurahan by id as text, in the order in which a form offers them. */
  async ambil(): Promise<Rujukan> {
    const [klaster, wilayah] = await Promise.all([this.klaster.data(), this.wilayah.data()]);
    return {
      bidang: new Map(klaster.bidang.map((b) => [String(b.id), b.nama])),
      kelurahan: new Map(wilayah.kelurahan.map((k) => [String(k.id), `${k.kelurahan} (Kecamatan ${k.kecamatan})`])),
    };
  }
}

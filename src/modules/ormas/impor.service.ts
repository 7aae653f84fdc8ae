import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { cocokkanRegister, uraiRegister } from './impor/baca-register.js';
import { KamusBidang } from './impor/bidang.js';
import { bacaLembar } from './impor/lembar-register.js';
import { PencocokGanda } from './impor/pencocok-ganda.js';
import { type HasilBaca } from './impor/register.types.js';
import { OrmasRegisterService } from './ormas-register.service.js';
import { bolehDaftarkan } from './ormas.policy.js';

/** Takes register files in: checked against the register, and stored whole or not at all. */
@Injectable()
export class ImporService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly register: OrmasRegisterService,
  ) {}

  /**
   * Reads a register file and stores the lines that can be taken, in one transaction.
   * @param isi the bytes of a CSV or XLSX file in one of the three layouts
   * @param opsi.berkas the file's name, for the audit trail; `opsi.periksa`: look only, write nothing
   * @throws DomainError `berkas-ditolak` when the file cannot be read as a whole, `tidak-berwenang` by policy
   */
  async impor(aktor: Aktor, isi: Uint8Array, opsi: { berkas: string; periksa?: boolean }): Promise<HasilBaca> {
    if (!bolehDaftarkan(aktor)) throw new DomainError('tidak-berwenang');
    const rujukan = {
      wilayah: await this.wilayah.kamus(),
      bidang: new KamusBidang((await this.klaster.data()).bidang),
    };
    const terurai = uraiRegister(await bacaLembar(isi), rujukan);
    return this.transaksi.jalankan(async (em) => {
      // One register at a time, until commit: two files cannot bring in the same ormas together.
      await em.query("SELECT nama FROM kunci_kerja WHERE nama = 'impor-register' FOR UPDATE");
      const hasil = cocokkanRegister(terurai, new PencocokGanda(await this.register.kunciTerdaftar(em)));
      if (opsi.periksa || hasil.diterima.length === 0) return hasil;
      await this.register.daftarkanBanyak(em, aktor, hasil.diterima, {
        berkas: opsi.berkas,
        tataLetak: hasil.tataLetak,
        hitungan: { baris: hasil.baris, ganda: hasil.ganda.length, ditolak: hasil.ditolak.length },
      });
      return hasil;
    });
  }
}

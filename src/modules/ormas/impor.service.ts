import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { cocokkanRegister, type RegisterTerurai, uraiRegister } from './impor/baca-register.js';
import { KamusBidang } from './impor/bidang.js';
import { bacaLembar } from './impor/lembar-register.js';
import { PencocokGanda } from './impor/pencocok-ganda.js';
import { PencocokMirip } from './impor/pencocok-mirip.js';
import { type PencocokBaris } from './impor/periksa-pratinjau.js';
import { type HasilBaca, type Rujukan } from './impor/register.types.js';
import { type AsalRegister, OrmasRegisterService } from './ormas-register.service.js';
import { bolehDaftarkan } from './ormas.policy.js';

/** Takes register files in: checked against the register, and stored whole or not at all. */
@Injectable()
export class ImporService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly register: OrmasRegisterService,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads a register file and stores the lines that can be taken, in one transaction.
   * @param isi the bytes of a CSV or XLSX file in one of the three layouts
   * @param opsi.berkas the file's name, for the audit trail; `opsi.periksa`: look only, write nothing
   * @throws DomainError `berkas-ditolak` when the file cannot be read as a whole, `tidak-berwenang` by policy
   */
  async impor(aktor: Aktor, isi: Uint8Array, opsi: { berkas: string; periksa?: boolean }): Promise<HasilBaca> {
    if (!bolehDaftarkan(aktor)) throw new DomainError('tidak-berwenang');
    const terurai = uraiRegister(await bacaLembar(isi), await this.rujukan());
    return this.transaksi.jalankan(async (em) => {
      const hasil = await this.cocokkanTerkunci(em, terurai);
      if (!opsi.periksa && hasil.diterima.length > 0) await this.daftarkan(em, aktor, hasil, { berkas: opsi.berkas });
      return hasil;
    });
  }

  /** What a register is read against. */
  async rujukan(): Promise<Rujukan> {
    return {
      hariIni: tanggalWib(this.clock.sekarang()),
      wilayah: await this.wilayah.kamus(),
      bidang: new KamusBidang((await this.klaster.data()).bidang),
    };
  }

  /** Knows every ormas of the register, for comparing lines with it; without a lock it is as of now. */
  async pencocokRegister(em: EntityManager): Promise<PencocokGanda> {
    return new PencocokGanda(await this.register.kunciTerdaftar(em));
  }

  /** As `pencocokRegister`, with the names that are nearly the same. */
  async pencocokBaris(em: EntityManager): Promise<PencocokBaris> {
    const terdaftar = await this.register.kunciTerdaftar(em);
    return { ganda: new PencocokGanda(terdaftar), mirip: new PencocokMirip(terdaftar.nama) };
  }

  /** Compares lines with the register, which until commit nobody else fills: two files cannot bring in one ormas. */
  async cocokkanTerkunci(em: EntityManager, terurai: RegisterTerurai): Promise<HasilBaca> {
    await em.query("SELECT nama FROM kunci_kerja WHERE nama = 'impor-register' FOR UPDATE");
    return cocokkanRegister(terurai, await this.pencocokRegister(em));
  }

  /** Stores the lines that `cocokkanTerkunci` found can be taken, in the same transaction. */
  async daftarkan(
    em: EntityManager,
    aktor: Aktor,
    hasil: HasilBaca,
    asal: Pick<AsalRegister, 'berkas' | 'lapor'>,
  ): Promise<void> {
    await this.register.daftarkanBanyak(em, aktor, hasil.diterima, {
      ...asal,
      tataLetak: hasil.tataLetak,
      hitungan: { baris: hasil.baris, ganda: hasil.ganda.length, ditolak: hasil.ditolak.length },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type GalatIsian } from '../../common/domain-error.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { ProgramKerja } from './kegiatan.entity.js';
import { type IsianKegiatan, type NamaRujukan, type Pilihan, type PilihanKegiatan } from './kegiatan.types.js';

/** What the ids in a report point to: the choices of its form, their names, and whether they may be chosen. */
@Injectable()
export class RujukanKegiatanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
  ) {}

  /** The choices of the form of an ormas. */
  async pilihan(ormasId: number): Promise<PilihanKegiatan> {
    const [wilayah, klaster, program] = await Promise.all([
      this.wilayah.data(),
      this.klaster.data(),
      this.db.getRepository(ProgramKerja).find({ where: { ormasId }, order: { tahun: 'DESC', nama: 'ASC' } }),
    ]);
    return {
      kelurahan: wilayah.kelurahan.map((k) => ({ id: k.id, nama: `${k.kelurahan} (${k.kecamatan})` })),
      bidang: klaster.bidang.map(({ id, nama }) => ({ id, nama })),
      opd: klaster.opd.map(({ id, nama }) => ({ id, nama })),
      program: program.map(({ id, nama, tahun }) => ({ id, nama, tahun })),
    };
  }

  /** The choices of the filters of the work list. */
  async pilihanAntrean(): Promise<{ opd: Pilihan[]; kecamatan: Pilihan[] }> {
    const [wilayah, klaster] = await Promise.all([this.wilayah.data(), this.klaster.data()]);
    return {
      opd: klaster.opd.map(({ id, nama }) => ({ id, nama })),
      kecamatan: wilayah.kecamatan.map(({ id, nama }) => ({ id, nama })),
    };
  }

  /** The names behind the ids of a report. */
  async nama(i: IsianKegiatan, em: EntityManager = this.db.manager): Promise<NamaRujukan> {
    const [wilayah, klaster, program] = await Promise.all([
      this.wilayah.data(),
      this.klaster.data(),
      i.programKerjaId === null ? null : em.findOneBy(ProgramKerja, { id: i.programKerjaId }),
    ]);
    const kelurahan = i.kelurahanId === null ? undefined : wilayah.perId.get(i.kelurahanId);
    return {
      kelurahan: kelurahan?.kelurahan ?? null,
      kecamatan: kelurahan?.kecamatan ?? null,
      bidang: i.bidangId === null ? null : (klaster.bidangPerId.get(i.bidangId)?.nama ?? null),
      bersamaOpd: i.bersamaOpdId === null ? null : (klaster.opdPerId.get(i.bersamaOpdId)?.nama ?? null),
      program: program?.nama ?? null,
    };
  }

  /** Ids that point to nothing, or to a programme of another ormas. */
  async salahRujuk(ormasId: number, i: IsianKegiatan): Promise<GalatIsian[]> {
    const [wilayah, klaster] = await Promise.all([this.wilayah.data(), this.klaster.data()]);
    const galat: GalatIsian[] = [];
    const periksa = (bidang: keyof IsianKegiatan, ada: boolean) => {
      if (!ada) galat.push({ bidang, pesan: 'Pilih salah satu dari daftar.' });
    };
    periksa('kelurahanId', i.kelurahanId === null || wilayah.perId.has(i.kelurahanId));
    periksa('bidangId', i.bidangId === null || klaster.bidangPerId.has(i.bidangId));
    periksa('bersamaOpdId', i.bersamaOpdId === null || klaster.opdPerId.has(i.bersamaOpdId));
    if (i.programKerjaId !== null) {
      const milik = await this.db.getRepository(ProgramKerja).countBy({ id: i.programKerjaId, ormasId });
      periksa('programKerjaId', milik === 1);
    }
    return galat;
  }
}

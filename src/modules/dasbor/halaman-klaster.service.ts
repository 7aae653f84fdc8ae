import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { OrmasDaftarService } from '../ormas/ormas-daftar.service.js';
import { bolehLihatKlaster, bolehLihatSemuaKlaster } from '../ormas/ormas.policy.js';
import { AngkaKotaService } from './angka-kota.service.js';
import { type KlasterTerbuka, type SemuaKlaster } from './dasbor.types.js';

/** How many that wait for a decision stand on the overview. */
const BELUM_MAKS = 10;

/** The pages of the clusters: made of register, activities and scores, and so read from here. */
@Injectable()
export class HalamanKlasterService {
  constructor(
    private readonly klaster: KlasterService,
    private readonly ormas: OrmasDaftarService,
    private readonly angka: AngkaKotaService,
  ) {}

  /** The code of the actor's own cluster, for whom that is the only page; null for everybody else. */
  async milik(aktor: Aktor): Promise<string | null> {
    if (aktor.peran !== 'opd' || aktor.opdId === null) return null;
    return (await this.klaster.data()).opdPerId.get(aktor.opdId)?.kode ?? null;
  }

  /** Every cluster in figures, and the first of those not decided. @throws DomainError `tidak-berwenang` outside the office */
  async semua(aktor: Aktor): Promise<SemuaKlaster> {
    if (!bolehLihatSemuaKlaster(aktor)) throw new DomainError('tidak-berwenang');
    const { opd, bidang, pemetaan } = await this.klaster.data();
    const [kota, belum] = await Promise.all([this.angka.kota(), this.ormas.belumDitetapkan(BELUM_MAKS)]);
    return { opd, bidang: new Map(bidang.map((b) => [b.id, b.nama])), pemetaan, kota, belum };
  }

  /** One cluster. @throws DomainError `tidak-ditemukan` when there is no such OPD or the actor may not see it */
  async opd(aktor: Aktor, kode: string, halaman: number): Promise<KlasterTerbuka> {
    const opd = (await this.klaster.data()).opd.find((o) => o.kode === kode);
    if (!opd || !bolehLihatKlaster(aktor, opd.id)) throw new DomainError('tidak-ditemukan');
    const [kota, { tahunIni }, anggota] = await Promise.all([
      this.angka.kota(),
      this.angka.opd(opd.id),
      this.ormas.anggotaKlaster(opd.id, halaman),
    ]);
    const kosong = { opdId: opd.id, opd: opd.nama, kode, jumlah: 0, aktif: 0, iko: null };
    const angka = kota.klaster.find((k) => k.opdId === opd.id) ?? kosong;
    return { opd, hasil: kota.hasil, angka, kegiatan: tahunIni, anggota, hari: this.ormas.hari() };
  }
}

import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { KODE_KANTOR } from '../klaster/klaster.types.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { OrmasDaftarService } from '../ormas/ormas-daftar.service.js';
import { bolehLihatKlaster, bolehLihatSemuaKlaster } from '../ormas/ormas.policy.js';
import { MASA_RADAR, type MasaRadar } from '../radar/radar.types.js';
import { RadarService, rentangMasa } from '../radar/radar.service.js';
import { AngkaKotaService } from './angka-kota.service.js';
import { type AkhirAnggota, type KlasterTerbuka, type SemuaKlaster, type TampilKlaster } from './dasbor.types.js';

/** How many that wait for a decision stand on the overview. */
const BELUM_MAKS = 10;
/** A printed list has no pages; more than this nobody carries. */
const CETAK_MAKS = 2000;

/** The pages of the clusters: made of register, activities and scores, and so read from here. */
@Injectable()
export class HalamanKlasterService {
  constructor(
    private readonly klaster: KlasterService,
    private readonly ormas: OrmasDaftarService,
    private readonly angka: AngkaKotaService,
    private readonly radar: RadarService,
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
    return { opd, bidang: new Map(bidang.map((b) => [b.id, b.nama])), pemetaan, kota, belum, hari: this.ormas.hari() };
  }

  /**
   * One cluster: its members with what they lack, what ends soon, and their year.
   * @param halaman from 1; null: all of them (at most 2,000), for print
   * @throws DomainError `tidak-ditemukan` when there is no such OPD or the actor may not see it
   */
  async opd(aktor: Aktor, kode: string, halaman: number | null, tampil: TampilKlaster = ''): Promise<KlasterTerbuka> {
    const opd = (await this.klaster.data()).opd.find((o) => o.kode === kode);
    if (!opd || !bolehLihatKlaster(aktor, opd.id)) throw new DomainError('tidak-ditemukan');
    const hari = this.ormas.hari();
    const [kota, { tahunIni }, berakhir, ringkasAkhir] = await Promise.all([
      this.angka.kota(),
      this.angka.opd(opd.id),
      this.radar.dalamKlaster(opd.id),
      this.radar.ringkas(opd.id),
    ]);
    const anggota = await this.ormas.anggotaKlaster(opd.id, halaman ?? 1, {
      ...(halaman === null && { perHalaman: CETAK_MAKS }),
      ...(tampil === 'tidak-aktif' && { tidakAktif: true }),
      ...(isMasa(tampil) && { id: dalamMasa(berakhir, tampil, hari) }),
    });
    const kosong = { opdId: opd.id, opd: opd.nama, kode, jumlah: 0, aktif: 0, iko: null };
    const angka = kota.klaster.find((k) => k.opdId === opd.id) ?? kosong;
    const id = new Set(anggota.isi.map((o) => o.id));
    const akhir = new Map<number, AkhirAnggota[]>();
    for (const b of berakhir) if (id.has(b.ormasId)) akhir.set(b.ormasId, [...(akhir.get(b.ormasId) ?? []), b]);
    return {
      ...{ opd, hasil: kota.hasil, angka, kegiatan: tahunIni, anggota, hari, tampil, akhir, ringkasAkhir },
      semua: tampil === '' ? anggota.jumlah : (await this.ormas.anggotaKlaster(opd.id, 1, { perHalaman: 1 })).jumlah,
      kegiatanAnggota: await this.angka.kegiatanAnggota([...id], tahunIni),
      belum: kode === KODE_KANTOR && aktor.peran !== 'opd' ? (await this.ormas.belumDitetapkan(0)).jumlah : 0,
    };
  }
}

const isMasa = (t: TampilKlaster): t is MasaRadar => (MASA_RADAR as readonly string[]).includes(t);

/** Whose things end in a span of days. */
function dalamMasa(
  berakhir: readonly { ormasId: number; berlakuSampai: string }[],
  masa: MasaRadar,
  hari: string,
): number[] {
  const { dari, sampai } = rentangMasa(masa, hari);
  const cocok = berakhir.filter((b) => b.berlakuSampai >= dari && b.berlakuSampai <= sampai);
  return [...new Set(cocok.map((b) => b.ormasId))];
}

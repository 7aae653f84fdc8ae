import { Injectable } from '@nestjs/common';
import { normalNama } from '../../common/normalisasi.js';
import { GabunganOrmasService, type SebutanOrmas } from '../ormas/gabungan-ormas.service.js';
import { OrmasDaftarService } from '../ormas/ormas-daftar.service.js';
import { OrmasPublikService, type OrmasPublik, type SaringanPublik } from '../ormas/ormas-publik.service.js';
import { type OpsiOrmas } from '../ormas/ormas.types.js';
import { ragamCari } from '../ormas/ragam-cari.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { type HasilDirektori, type Kantor } from './direktori.types.js';
import { palingMirip } from './kemiripan.js';

const MIRIP = 5;
/** A number of a letter has digits, and more than a house has. */
const SEPERTI_NOMOR = /^(?=.*\d.*\d)[\p{L}\d][\p{L}\d./ -]{3,79}$/u;

/** The public directory: the register as everybody may search it. Reads only what `OrmasPublikService` gives out. */
@Injectable()
export class DirektoriService {
  constructor(
    private readonly publik: OrmasPublikService,
    private readonly senarai: OrmasDaftarService,
    private readonly setelan: SetelanService,
    private readonly gabungan: GabunganOrmasService,
  ) {}

  /** The office, as the directory speaks of it. */
  async kantor(): Promise<Kantor> {
    const { kota, lembaga, kop } = await this.setelan.baca();
    return { kota, lembaga, alamat: kop.alamat, kontak: kop.kontak };
  }

  /** Today in Jakarta, 'YYYY-MM-DD'. */
  hari(): string {
    return this.senarai.hari();
  }

  /** One ormas. @throws DomainError `tidak-ditemukan` */
  satu(id: number): Promise<OrmasPublik> {
    return this.publik.satu(id);
  }

  /** Where the address of a merged entry leads; null: it was not merged. */
  async tujuan(id: number): Promise<number | null> {
    return (await this.gabungan.tujuan(id))?.id ?? null;
  }

  /** The merged entry by whose address the reader came to this one; null: none. */
  asalAlamat(id: number, dari: unknown): Promise<SebutanOrmas | null> {
    return this.gabungan.asalAlamat(id, dari);
  }

  /** The choices of the filters that the public has. */
  async opsi(): Promise<Pick<OpsiOrmas, 'bidang' | 'kecamatan' | 'kelurahan' | 'status'>> {
    const { bidang, kecamatan, kelurahan, status } = await this.senarai.opsi();
    return { bidang, kecamatan, kelurahan, status: status.filter((s) => s.nilai !== 'ada') };
  }

  /** One page of those who match, and whether the organisation asked for is one of them. `halaman` counts from 1. */
  async cari(saringan: SaringanPublik, halaman: number): Promise<HasilDirektori> {
    const hasil = await this.jawab(saringan, halaman);
    const sebut = await this.senarai.kecamatanDisebut(saringan.cari);
    if (sebut === null) return { ...hasil, saringan, kecamatan: null };
    const disana = { ...saringan, cari: sebut.sisa, kecamatan: sebut.nilai };
    // With more words beside it, it may as well be the name of an organisation that is not there: that answer stands.
    const dibaca = hasil.jawaban.jenis === 'tidak-ada' && sebut.sisa === '' && saringan.kecamatan === '';
    const daftar = dibaca ? await this.publik.daftar(disana, halaman) : await this.publik.daftar(disana, 1, 1);
    const kecamatan = {
      ...{ ...sebut, diketik: saringan.cari, dibaca },
      ...{ jumlah: daftar.jumlah, lebih: daftar.lebih ?? false },
    };
    if (!dibaca) return { ...hasil, saringan, kecamatan };
    return { halaman: daftar, jawaban: { jenis: 'kecamatan', kecamatan }, saringan: disana, kecamatan };
  }

  private async jawab(saringan: SaringanPublik, halaman: number): Promise<Pick<HasilDirektori, 'halaman' | 'jawaban'>> {
    const dicari = saringan.cari;
    if (dicari === '')
      return { halaman: await this.publik.daftar(saringan, halaman), jawaban: { jenis: 'tidak-ditanya' } };
    if (ragamCari(dicari) === 'tanpa-kata')
      return { halaman: await this.publik.daftar(saringan, halaman), jawaban: { jenis: 'tak-tercari' } };
    if (SEPERTI_NOMOR.test(dicari)) {
      const bernomor = await this.publik.bernomor(dicari);
      const tepat = bernomor.filter((o) => o.nomor?.toLowerCase() === dicari.toLowerCase());
      const isi = tepat.length > 0 ? tepat : bernomor;
      const [satu] = isi;
      if (satu) {
        return {
          halaman: { isi, halaman: 1, perHalaman: Math.max(isi.length, 1), jumlah: isi.length },
          jawaban: isi.length === 1 ? { jenis: 'ada', ormas: satu, menurut: 'nomor' } : { jenis: 'mungkin' },
        };
      }
    }
    const hasil = await this.publik.daftar(saringan, halaman);
    if (hasil.jumlah > 0) {
      const tepat = this.tepat(hasil.isi, dicari);
      return {
        halaman: hasil,
        jawaban: tepat ? { jenis: 'ada', ormas: tepat, menurut: 'nama' } : { jenis: 'mungkin' },
      };
    }
    const mirip = palingMirip(dicari, await this.publik.calonMirip(dicari), MIRIP);
    return { halaman: hasil, jawaban: { jenis: 'tidak-ada', mirip } };
  }

  /** The one ormas of exactly this name; of two with one name none, the reader has to look at both. */
  private tepat(isi: readonly OrmasPublik[], dicari: string): OrmasPublik | undefined {
    const kunci = normalNama(dicari);
    const sama = isi.filter((o) => normalNama(o.nama) === kunci);
    return sama.length === 1 ? sama[0] : undefined;
  }
}

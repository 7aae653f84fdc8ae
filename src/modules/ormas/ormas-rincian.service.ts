import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type SebutanOrmas } from './gabungan-ormas.service.js';
import { TERSEMBUNYI } from './kata-fakta.js';
import { LinimasaOrmasService } from './linimasa-ormas.service.js';
import { OrmasDaftarService } from './ormas-daftar.service.js';
import { Ormas, OrmasDokumen, OrmasKonfirmasi, Pengurus } from './ormas.entity.js';
import {
  bolehKonfirmasiProfil,
  bolehLihatBank,
  bolehLihatDataPribadi,
  bolehLihatGanda,
  bolehLihatOrmas,
  bolehLihatSemuaKlaster,
  bolehBacaDokumen,
  bolehPeriksaDokumen,
  bolehSerahkanDokumen,
  bolehPindahKlaster,
  bolehUbahKontak,
  bolehUbahStatus,
  lingkupOrmas,
} from './ormas.policy.js';
import { type RincianOrmas } from './ormas.types.js';
import { bacaProfil } from './profil-ormas.js';
import { bacaCatatanPembinaan, selisihStatus } from './sanksi.js';
import { SumberRincian } from './sumber-kunjungan.js';

/** Everything the register knows of one ormas, with what the reader may do. */
@Injectable()
export class OrmasRincianService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly daftar: OrmasDaftarService,
    private readonly klaster: KlasterService,
    private readonly linimasa: LinimasaOrmasService,
    private readonly sumber: SumberRincian,
  ) {}

  /**
   * One ormas opened: identity, documents, board, cluster history, confirmations, and a page of its timeline (`halaman`, from 1).
   * @throws DomainError `tidak-ditemukan`, also when it is not the actor's to see
   */
  async rincian(aktor: Aktor, id: number, halaman = 1): Promise<RincianOrmas> {
    const o = await this.db.getRepository(Ormas).findOneBy({ id });
    if (!o || !bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
    const [
      [ringkas],
      dokumen,
      pengurus,
      konfirmasi,
      klaster,
      riwayat,
      riwayatIko,
      kunjungan,
      rekomendasi,
      surat,
      catatan,
      formulir,
      profil,
    ] = await Promise.all([
      this.daftar.ringkas([id]),
      this.db.getRepository(OrmasDokumen).find({ where: { ormasId: id }, order: { id: 'ASC' } }),
      this.db.getRepository(Pengurus).find({ where: { ormasId: id }, order: { dari: 'DESC', id: 'ASC' } }),
      this.db.getRepository(OrmasKonfirmasi).findOne({ where: { ormasId: id }, order: { tanggal: 'DESC' } }),
      this.klaster.riwayat(id),
      this.linimasa.halaman(aktor, o, halaman),
      this.sumber.iko.riwayat(aktor, id),
      this.sumber.kunjungan.terbaru(aktor, id),
      this.sumber.rekomendasi.ringkas(aktor, o),
      this.sumber.surat.berubah(aktor, id),
      bacaCatatanPembinaan(this.db, id),
      this.sumber.formulir.disetujui(aktor, o),
      bacaProfil(this.db, id),
    ]);
    if (!ringkas) throw new DomainError('tidak-ditemukan');
    const gabungan = await this.db.query<SebutanOrmas[]>(
      'SELECT id, nama FROM ormas WHERE digabung_ke = ? OR id = ? ORDER BY id',
      [id, o.digabungKe],
    );
    const { opdPerId, bidangPerId } = await this.klaster.data();
    const opd = o.opdId === null ? undefined : opdPerId.get(o.opdId);
    const bank = bolehLihatBank(aktor);
    const { bentuk, dasarHukumNomor, dasarHukumTanggal, aktaNomor, aktaTanggal, nomorSkko } = o;
    const pribadi = bolehLihatDataPribadi(aktor, o);
    const hari = this.daftar.hari();
    const npwp = pribadi ? o.npwp : sembunyi(o.npwp);
    return {
      ...ringkas,
      ...{ bentuk, dasarHukumNomor, dasarHukumTanggal, aktaNomor, aktaTanggal, npwp, nomorSkko },
      skkoBerlakuSampai: o.skkoBerlakuSampai,
      terdaftarPada: o.terdaftarPada,
      bidangTeks: o.bidangTeks,
      sumberDana: o.sumberDana,
      jumlahAnggota: o.jumlahAnggota,
      tujuan: o.tujuan,
      profil: profil && { ...profil, bank: bank ? profil.bank : null },
      // The primary may have become one of them since.
      bidangLain: (profil?.bidangLain ?? [])
        .filter((b) => b !== o.bidangId)
        .flatMap((b) => bidangPerId.get(b)?.nama ?? []),
      kontak: {
        telepon: pribadi ? o.telepon : sembunyi(o.telepon),
        surel: o.surel,
        alamat: o.alamat,
        rt: o.rt,
        rw: o.rw,
      },
      opdKode: opd?.kode ?? null,
      dokumen: dokumen.map((d) => ({
        id: d.id,
        jenis: d.jenis,
        nomor: d.nomor,
        tanggal: d.tanggal,
        berlakuSampai: d.berlakuSampai,
        status: d.status,
        berkasId: bolehBacaDokumen(aktor, o.id) ? d.berkasId : null,
        ...(d.jenis === 'npwp' && !pribadi && { nomor: sembunyi(d.nomor) }),
      })),
      // An empty span is a board that was put back: see UbahOrmasService.
      pengurus: pengurus
        .filter((p) => p.sampai === null || p.sampai >= p.dari)
        .map((p) => ({ jabatan: p.jabatan, nama: p.nama, dari: p.dari, sampai: p.sampai })),
      konfirmasiTerakhir: konfirmasi?.tanggal ?? null,
      klaster,
      riwayatIko,
      kunjungan,
      rekomendasi,
      formulir,
      surat,
      riwayat,
      pembinaan: { catatan, selisih: selisihStatus(o.status, catatan, hari) },
      digabungKe: gabungan.find((g) => g.id === o.digabungKe) ?? null,
      gabungan: gabungan.filter((g) => g.id !== o.digabungKe),
      versi: o.versi,
      hari,
      boleh: {
        ubahKontak: bolehUbahKontak(aktor, o),
        // Who may put phone and e-mail right may ask for the rest; everyone who sees the ormas sees what was asked.
        ajukanPerubahan: bolehUbahKontak(aktor, o),
        lihatPerubahan: true,
        konfirmasi: bolehKonfirmasiProfil(aktor, o),
        pindahKlaster: bolehPindahKlaster(aktor, o),
        ubahStatus: bolehUbahStatus(aktor, o),
        periksaDokumen: bolehPeriksaDokumen(aktor, o),
        serahkanDokumen: bolehSerahkanDokumen(aktor, o),
        lihatDaftar: lingkupOrmas(aktor).jenis !== 'ormas',
        lihatGanda: bolehLihatGanda(aktor),
        lihatBank: bank,
        lihatKlaster: bolehLihatSemuaKlaster(aktor) || aktor.peran === 'opd',
      },
    };
  }
}

/** That there is a number, without the number. */
const sembunyi = (nomor: string | null): string | null => (nomor === null ? null : TERSEMBUNYI);

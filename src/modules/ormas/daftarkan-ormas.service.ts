import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { kunciAlamat } from '../../common/kunci-alamat.js';
import { normalNama } from '../../common/normalisasi.js';
import { tanggalWib } from '../../common/tanggal.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { CariKembaranService, type Kembaran } from './cari-kembaran.service.js';
import { catatUbahanOrmas } from './indeks-ormas.service.js';
import { kunciDasarHukum } from './impor/pencocok-ganda.js';
import { kunciCariOrmas, namaLain } from './ormas.cari.js';
import { Ormas, OrmasKonfirmasi } from './ormas.entity.js';
import { bolehDaftarkanSatu } from './ormas.policy.js';
import { type BentukOrmas, type JenisDokumen } from './ormas.types.js';
import { simpanProfil } from './profil-ormas.js';
import { type ProfilOrmas } from './profil.types.js';
import { catatStatus } from './riwayat-status.js';

/** An organisation on its way into the register. Days are 'YYYY-MM-DD'; `npwp` and `telepon` are digits alone. */
export interface OrmasBaru {
  nama: string;
  /** At most 40 characters. */
  singkatan: string | null;
  bentuk: BentukOrmas;
  dasarHukumNomor: string | null;
  dasarHukumTanggal: string | null;
  aktaNomor: string | null;
  aktaTanggal: string | null;
  npwp: string | null;
  kelurahanId: number;
  alamat: string;
  rt: string | null;
  rw: string | null;
  bidangId: number;
  /** What the organisation is for, in its own words; at most 3,000 characters. */
  tujuan: string | null;
  sumberDana: string | null;
  jumlahAnggota: number | null;
  telepon: string | null;
  surel: string | null;
  terdaftarPada: string;
  /** Whatever else its form says. */
  profil: ProfilOrmas;
  pengurus: readonly { jabatan: string; nama: string; dari: string; sampai: string | null }[];
  /** Documents that an officer has found in order. */
  dokumen: readonly {
    jenis: JenisDokumen;
    nomor: string | null;
    tanggal: string | null;
    berlakuSampai: string | null;
    berkasId: string | null;
  }[];
}

/** Takes one organisation into the register, as the outcome of its application. */
@Injectable()
export class DaftarkanOrmasService {
  constructor(
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly kembar: CariKembaranService,
  ) {}

  /** Organisations of the register that this one may be; see `CariKembaranService`. */
  kembaran(em: EntityManager, o: OrmasBaru): Promise<Kembaran[]> {
    return this.kembar.cari(em, {
      ...{ nama: o.nama, npwp: o.npwp, dasarHukum: [o.dasarHukumNomor], alamat: o.alamat },
      kelurahanId: Number.isSafeInteger(o.kelurahanId) ? o.kelurahanId : 0,
    });
  }

  /**
   * Stores the organisation with its profile, board, documents, the beginning of its history of standing, and its cluster by bidang,
   * within the caller's transaction.
   * @param sumber where it comes from, at most 40 characters
   * @returns its id
   * @throws DomainError `tidak-berwenang`, `isian-tidak-sah` when place or bidang do not exist
   */
  async daftarkan(em: EntityManager, aktor: Aktor, o: OrmasBaru, sumber: string): Promise<number> {
    if (!bolehDaftarkanSatu(aktor)) throw new DomainError('tidak-berwenang');
    const [wilayah, klaster] = await Promise.all([this.wilayah.data(), this.klaster.data()]);
    const tempat = wilayah.perId.get(o.kelurahanId);
    if (!tempat || !klaster.bidangPerId.has(o.bidangId)) throw new DomainError('isian-tidak-sah');
    const kini = this.clock.sekarang();
    const hari = tanggalWib(kini);
    const opdId = await this.klaster.opdUntukBidang(em, o.bidangId, hari);
    const { pengurus, dokumen, profil, ...isi } = o;
    const { identifiers } = await em.insert(Ormas, {
      ...isi,
      ...{ namaNormal: normalNama(o.nama), status: 'terdaftar', opdId },
      cari: kunciCariOrmas(o.nama, tempat.kelurahan, namaLain(o.singkatan)),
      dasarHukumNormal: o.dasarHukumNomor === null ? null : kunciDasarHukum(o.dasarHukumNomor),
      alamatKunci: kunciAlamat(o.alamat, o.kelurahanId),
      ...{ luarDomisili: false, ikoSementara: false, sumber, versi: 1, dibuatPada: kini, diubahPada: kini },
    });
    const ormasId = Number((identifiers[0] as { id: number }).id);
    await catatStatus(em, [
      {
        ...{ ormasId, status: 'terdaftar', berlaku: o.terdaftarPada },
        ...{ alasan: null, akunId: aktor.id, dicatat: kini },
      },
    ]);
    await catatUbahanOrmas(em, [ormasId]);
    // What was examined today is as good as confirmed today (KBL1), for tasks, pages and the score alike.
    await em.insert(OrmasKonfirmasi, { ormasId, tanggal: hari, akunId: aktor.id });
    await simpanProfil(em, ormasId, profil);
    await this.klaster.bukaBanyak(em, [
      { ormasId, opdId, bidangId: o.bidangId, mulai: hari, sumber: 'bidang', alasan: null, akunId: aktor.id },
    ]);
    await sisipBanyak(
      em,
      'pengurus',
      ['ormas_id', 'jabatan', 'nama', 'dari', 'sampai'],
      pengurus.map((p) => [ormasId, p.jabatan, p.nama, p.dari, p.sampai]),
    );
    await sisipBanyak(
      em,
      'ormas_dokumen',
      ['ormas_id', 'jenis', 'nomor', 'tanggal', 'berlaku_sampai', 'status', 'berkas_id'],
      dokumen.map((d) => [ormasId, d.jenis, d.nomor, d.tanggal, d.berlakuSampai, 'sah', d.berkasId]),
    );
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'ormas.daftar', objek: 'ormas', objekId: ormasId, ormasId },
      ringkasan: 'Terdaftar melalui pendaftaran keberadaan',
      rincian: { sumber },
    });
    return ormasId;
  }
}

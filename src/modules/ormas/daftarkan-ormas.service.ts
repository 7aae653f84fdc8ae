import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { normalNama } from '../../common/normalisasi.js';
import { tanggalWib } from '../../common/tanggal.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { kunciDasarHukum, kunciNpwp } from './impor/pencocok-ganda.js';
import { kunciCariOrmas, tulisKata } from './ormas.cari.js';
import { Ormas } from './ormas.entity.js';
import { bolehDaftarkanSatu } from './ormas.policy.js';
import { type BentukOrmas, type JenisDokumen, type StatusOrmas } from './ormas.types.js';
import { catatStatus } from './riwayat-status.js';

/** An organisation on its way into the register. Days are 'YYYY-MM-DD'; `npwp` and `telepon` are digits alone. */
export interface OrmasBaru {
  nama: string;
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

/** An organisation of the register that another one may be, and why. */
export interface Kembaran {
  id: number;
  nama: string;
  status: StatusOrmas;
  sebab: string[];
}

/** Takes one organisation into the register, as the outcome of its application. */
@Injectable()
export class DaftarkanOrmasService {
  constructor(
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Organisations of the register with the same name, NPWP, legal number, or address, with the reasons; at most 10. */
  async kembaran(em: EntityManager, o: OrmasBaru): Promise<Kembaran[]> {
    const npwp = kunciNpwp(o.npwp);
    const kunci = {
      nama: normalNama(o.nama),
      npwp: npwp === null ? ['-'] : [npwp, npwp.replace(/^0/, '')],
      kelurahan: Number.isSafeInteger(o.kelurahanId) ? o.kelurahanId : 0,
      dasarHukum: o.dasarHukumNomor === null ? '-' : (kunciDasarHukum(o.dasarHukumNomor) ?? '-'),
    };
    const kandidat = await em.query<
      { id: number; nama: string; status: StatusOrmas; n: number; w: number; d: number; a: number }[]
    >(
      `SELECT * FROM (SELECT id, nama, status, nama_normal = ? AS n, COALESCE(npwp IN (?), 0) AS w,
         COALESCE(dasar_hukum_normal = ?, 0) AS d, (kelurahan_id = ? AND alamat = ? AND alamat <> '') AS a
       FROM ormas WHERE nama_normal = ? OR npwp IN (?) OR dasar_hukum_normal = ? OR kelurahan_id = ?) k
       WHERE n OR w OR d OR a ORDER BY n + w + d + a DESC, id LIMIT 10`,
      [
        ...[kunci.nama, kunci.npwp, kunci.dasarHukum, kunci.kelurahan, o.alamat],
        ...[kunci.nama, kunci.npwp, kunci.dasarHukum, kunci.kelurahan],
      ],
    );
    return kandidat.map(({ n, w, d, a, ...k }) => ({
      ...k,
      sebab: [
        ...(Number(n) ? ['nama sama'] : []),
        ...(Number(w) ? ['NPWP sama'] : []),
        ...(Number(d) ? ['nomor dasar hukum sama'] : []),
        ...(Number(a) ? ['alamat sama'] : []),
      ],
    }));
  }

  /**
   * Stores the organisation with board, documents, the beginning of its history of standing, and its cluster by bidang,
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
    const { pengurus, dokumen, ...isi } = o;
    const { identifiers } = await em.insert(Ormas, {
      ...isi,
      ...{ namaNormal: normalNama(o.nama), cari: kunciCariOrmas(o.nama, tempat.kelurahan), status: 'terdaftar', opdId },
      dasarHukumNormal: o.dasarHukumNomor === null ? null : kunciDasarHukum(o.dasarHukumNomor),
      ...{ luarDomisili: false, ikoSementara: false, sumber, versi: 1, dibuatPada: kini, diubahPada: kini },
    });
    const ormasId = Number((identifiers[0] as { id: number }).id);
    await catatStatus(em, [
      {
        ...{ ormasId, status: 'terdaftar', berlaku: o.terdaftarPada },
        ...{ alasan: null, akunId: aktor.id, dicatat: kini },
      },
    ]);
    await tulisKata(em, [{ ormasId, nama: o.nama, kelurahan: tempat.kelurahan }], true);
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

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { berlakuPada } from '../klaster/pemetaan.js';
import { catatUbahanOrmas } from './indeks-ormas.service.js';
import { Ormas, OrmasKonfirmasi } from './ormas.entity.js';
import {
  bolehKonfirmasiProfil,
  bolehLihatOrmas,
  bolehPindahKlaster,
  bolehUbahKontak,
  type ObjekOrmas,
} from './ormas.policy.js';
import { type GantiIko, type IsianKlaster, type IsianKontak, type SkorOrmas } from './ormas.types.js';
import { type AsalFakta, catatFakta } from './riwayat-fakta.js';

type Tindakan = (aktor: Aktor, o: ObjekOrmas) => boolean;

/** The acts upon an ormas: what its people and the officers change, and what other modules note on it. */
@Injectable()
export class OrmasService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly klaster: KlasterService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * The ormas, when the actor may see it: the first step of every page and act below `/ormas/:id`.
   * @throws DomainError `tidak-ditemukan`, also when it exists but is not the actor's to see; `transisi-tidak-sah` for an
   *   entry that was merged into another (pages below its address lead to the other before: see `AlihanGabungan`)
   */
  async pastikanTerlihat(aktor: Aktor, id: number): Promise<ObjekOrmas & { nama: string }> {
    const o = await this.db.getRepository(Ormas).findOneBy({ id });
    if (!o || !bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
    if (o.digabungKe !== null) throw sudahDigabung(o.digabungKe);
    return { id: o.id, opdId: o.opdId, status: o.status, nama: o.nama };
  }

  /**
   * Changes phone and e-mail; what the law wants evidence for (the address) goes by a request (module perubahan).
   * @param versi the version the person has seen
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`; `versi-berbeda` with both versions
   */
  async ubahKontak(aktor: Aktor, id: number, versi: number, isian: IsianKontak): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const lama = await this.kunci(em, aktor, id, bolehUbahKontak);
      const baru = { telepon: isian.telepon, surel: isian.surel };
      await this.tulis(em, lama, versi, baru, {
        milikAnda: ringkasKontak(isian),
        tersimpan: ringkasKontak(lama),
      });
      const { telepon, surel } = lama;
      await catatFakta(
        em,
        id,
        { fakta: 'kontak', lama: { telepon, surel }, baru, berlaku: tanggalWib(this.clock.sekarang()) },
        this.asal(aktor, null),
      );
      if (aktor.peran === 'sekretaris') await this.catatKonfirmasi(em, aktor, id);
      await this.audit.catat(em, aktor, {
        aksi: 'ormas.ubah-kontak',
        objek: 'ormas',
        objekId: id,
        ormasId: id,
        ringkasan: 'Kontak diperbarui',
        rincian: { sebelum: ringkasKontak(lama), sesudah: ringkasKontak(isian) },
      });
    });
  }

  /**
   * The ormas says that its profile still holds; saying it twice on one day is saying it once.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`
   */
  async konfirmasiProfil(aktor: Aktor, id: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      await this.kunci(em, aktor, id, bolehKonfirmasiProfil);
      await this.catatKonfirmasi(em, aktor, id);
      await this.audit.catat(em, aktor, {
        aksi: 'ormas.konfirmasi',
        objek: 'ormas',
        objekId: id,
        ormasId: id,
        ringkasan: 'Profil dinyatakan masih benar',
      });
    });
  }

  /**
   * Decides the cluster from today on, with a reason; also the first decision when it was belum ditetapkan.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`; `isian-tidak-sah` for an unknown OPD or bidang, or when
   * nothing would change; `versi-berbeda` with both versions
   */
  async pindahKlaster(aktor: Aktor, id: number, versi: number, isian: IsianKlaster): Promise<void> {
    const data = await this.klaster.data();
    const mulai = tanggalWib(this.clock.sekarang());
    const opd = data.opd.find((o) => o.kode === isian.opd && berlakuPada(o, mulai));
    const bidang = data.bidang.find((b) => b.kode === isian.bidang && berlakuPada(b, mulai));
    if (!opd) throw galatIsian('opd', 'Pilih OPD yang tersedia.');
    if (isian.bidang !== '' && !bidang) throw galatIsian('bidang', 'Pilih bidang yang tersedia.');
    await this.transaksi.jalankan(async (em) => {
      const lama = await this.kunci(em, aktor, id, bolehPindahKlaster);
      const baru = { opdId: opd.id, bidangId: bidang?.id ?? lama.bidangId };
      const sebut = (o: { opdId: number | null; bidangId: number | null }) => ({
        OPD: (o.opdId === null ? null : data.opdPerId.get(o.opdId)?.nama) ?? 'Belum ditetapkan',
        Bidang: (o.bidangId === null ? null : data.bidangPerId.get(o.bidangId)?.nama) ?? 'Belum dikenali',
      });
      const [sebelum, sesudah] = [sebut(lama), sebut(baru)];
      await this.tulis(em, lama, versi, baru, {
        milikAnda: { ...sesudah, Alasan: isian.alasan },
        tersimpan: { ...sebelum, Alasan: '' },
      });
      if (baru.opdId === lama.opdId && baru.bidangId === lama.bidangId) {
        throw galatIsian('opd', 'Ormas ini sudah berada di klaster dan bidang tersebut.');
      }
      if (baru.bidangId !== lama.bidangId) {
        const { bidangId, bidangTeks } = lama;
        const isi = { lama: { bidangId, bidangTeks }, baru: { bidangId: baru.bidangId, bidangTeks } };
        await catatFakta(em, id, { fakta: 'bidang', ...isi, berlaku: mulai }, this.asal(aktor, isian.alasan));
      }
      await this.klaster.tetapkan(em, {
        ormasId: id,
        ...baru,
        mulai,
        sumber: 'petugas',
        alasan: isian.alasan,
        akunId: aktor.id,
      });
      await this.audit.catat(em, aktor, {
        aksi: lama.opdId === null ? 'ormas.tetapkan-klaster' : 'ormas.pindah-klaster',
        objek: 'ormas',
        objekId: id,
        ormasId: id,
        ringkasan:
          lama.opdId === null
            ? `Klaster ditetapkan: ${sesudah.OPD}`
            : `Klaster dipindahkan dari ${sebelum.OPD} ke ${sesudah.OPD}`,
        rincian: { sebelum, sesudah, alasan: isian.alasan },
      });
    });
  }

  /**
   * Notes the last day of the newest verified activity ('YYYY-MM-DD'), null when none is verified any more. The caller
   * (kegiatan) knows the activities; this is the register's copy of what it found, so it bears no version.
   */
  async catatKegiatanTerverifikasi(em: EntityManager, ormasId: number, terakhir: string | null): Promise<void> {
    await em.query('UPDATE ormas SET kegiatan_terakhir = ? WHERE id = ?', [terakhir, ormasId]);
    await catatUbahanOrmas(em, [ormasId]);
  }

  /**
   * Notes the letter of existence in force and its last day ('YYYY-MM-DD'), both null when there is none any more. The
   * caller (surat) knows the letters; this is the register's copy, so it bears no version.
   */
  async catatSurat(em: EntityManager, ormasId: number, nomor: string | null, sampai: string | null): Promise<void> {
    await em.query('UPDATE ormas SET nomor_skko = ?, skko_berlaku_sampai = ? WHERE id = ?', [nomor, sampai, ormasId]);
  }

  /**
   * Repeats the scores of a year in the register, for lists. A later year already noted stays. One statement for any
   * number of rows; does not change the version, for nobody's form holds these columns.
   */
  async catatIko(em: EntityManager, tahun: number, baris: readonly SkorOrmas[]): Promise<void> {
    await this.tulisIko(
      em,
      baris.map((skor) => ({ ormasId: skor.ormasId, tahun, skor })),
      'o.iko_tahun IS NULL OR o.iko_tahun <= ?',
      tahun,
    );
  }

  /**
   * Takes the score of a year out of the register, for ormas that the year's run no longer holds: in its place comes the
   * one that is given, or none. An ormas of which another year is noted stays as it is.
   */
  async cabutIko(em: EntityManager, tahun: number, baris: readonly GantiIko[]): Promise<void> {
    await this.tulisIko(em, baris, 'o.iko_tahun = ?', tahun);
  }

  private async tulisIko(em: EntityManager, baris: readonly GantiIko[], syarat: string, tahun: number): Promise<void> {
    if (baris.length === 0) return;
    const isi = baris.map(({ ormasId, tahun: t, skor: s }) =>
      s ? [ormasId, t, s.skor, s.tingkat, s.sebutan, s.sementara && !s.profilSaja ? 1 : 0] : [ormasId, ...TANPA_IKO],
    );
    await em.query(
      `UPDATE ormas o JOIN JSON_TABLE(?, '$[*]' COLUMNS (
         id INT UNSIGNED PATH '$[0]', tahun SMALLINT UNSIGNED PATH '$[1]', skor DECIMAL(5,2) PATH '$[2]',
         tingkat TINYINT UNSIGNED PATH '$[3]', sebutan VARCHAR(60) PATH '$[4]', sementara TINYINT PATH '$[5]')) h
         ON h.id = o.id
       SET o.iko_tahun = h.tahun, o.iko_skor = h.skor, o.iko_tingkat = h.tingkat, o.iko_sebutan = h.sebutan,
         o.iko_sementara = h.sementara
       WHERE ${syarat}`,
      [JSON.stringify(isi), tahun],
    );
    await catatUbahanOrmas(
      em,
      baris.map((b) => b.ormasId),
    );
  }

  /** Locks the row and asks the policy: what may not be seen does not exist, what may not be done is refused. */
  private async kunci(em: EntityManager, aktor: Aktor, id: number, boleh: Tindakan): Promise<Ormas> {
    const o = await em.findOne(Ormas, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!o || !bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
    if (!boleh(aktor, o)) throw new DomainError('tidak-berwenang');
    return o;
  }

  private async tulis(
    em: EntityManager,
    lama: Ormas,
    versi: number,
    isi: Partial<Ormas>,
    konflik: { milikAnda: Record<string, string>; tersimpan: Record<string, string> },
  ): Promise<void> {
    const { affected } = await em.update(
      Ormas,
      { id: lama.id, versi },
      { ...isi, versi: versi + 1, diubahPada: this.clock.sekarang() },
    );
    if (affected !== 1)
      throw new DomainError('versi-berbeda', undefined, {
        ...konflik,
        ...(await terakhirDiubah(em, 'ormas', lama.id)),
      });
    await catatUbahanOrmas(em, [lama.id]);
  }

  private asal(aktor: Aktor, alasan: string | null): AsalFakta {
    const sumber = aktor.peran === 'sekretaris' ? 'ormas' : 'kantor';
    return { sumber, alasan, perubahanId: null, akunId: aktor.id, dicatat: this.clock.sekarang() };
  }

  private async catatKonfirmasi(em: EntityManager, aktor: Aktor, ormasId: number): Promise<void> {
    const tanggal = tanggalWib(this.clock.sekarang());
    await em.upsert(OrmasKonfirmasi, { ormasId, tanggal, akunId: aktor.id }, ['ormasId', 'tanggal']);
  }
}

/** Nothing is done on an entry that was merged: the other says what holds. */
const sudahDigabung = (tujuanId: number): DomainError =>
  new DomainError(
    'transisi-tidak-sah',
    `Catatan ini sudah digabung ke catatan nomor ${tujuanId}. Buka catatan itu untuk melanjutkan.`,
  );

/** Year, score, level, its name, provisional: of an ormas without any. */
const TANPA_IKO = [null, null, null, null, 0];

const galatIsian = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang, pesan }] });

function ringkasKontak(k: IsianKontak): Record<string, string> {
  return { Telepon: k.telepon ?? '', Surel: k.surel ?? '' };
}

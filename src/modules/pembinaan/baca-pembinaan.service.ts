import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { type BarisAudit, AuditService } from '../audit/audit.service.js';
import { type BerkasTersimpan } from '../berkas/berkas.types.js';
import { bolehUbahStatus } from '../ormas/ormas.policy.js';
import { type IsianStatus, type SelisihStatus } from '../ormas/ormas.types.js';
import { bacaCatatanPembinaan, selisihStatus, usulStatus } from '../ormas/sanksi.js';
import {
  bacaLampiran,
  bacaOrmasPembinaan,
  DARI_PEMBINAAN,
  keRingkas,
  KOLOM_PEMBINAAN,
  type MentahPembinaan,
  objekDari,
  type OrmasPembinaan,
} from './pembinaan.kueri.js';
import {
  AKSI_PEMBINAAN,
  type AksiPembinaan,
  bolehKelolaPembinaan,
  bolehLihatDaftarPembinaan,
  bolehLihatPembinaan,
  bolehPembinaan,
} from './pembinaan.policy.js';
import { type LampiranPembinaan, type RingkasPembinaan } from './pembinaan.types.js';

/** An ormas as the pages of its log show it. */
export interface OrmasBercatatan extends OrmasPembinaan {
  /** Today, 'YYYY-MM-DD'. */
  hari: string;
  /** In what its standing and its log differ; null: in nothing. */
  selisih: SelisihStatus | null;
  boleh: { catat: boolean; ubahStatus: boolean; lihatDaftar: boolean; bukaBerkas: boolean };
}

/** A row of the log opened, as its reader may see it. */
export interface PembinaanRinci {
  baris: RingkasPembinaan;
  ormas: OrmasBercatatan;
  /** Empty also where the reader may open none. */
  berkas: LampiranPembinaan[];
  riwayat: BarisAudit[];
  /** The change of standing it calls for, where that is what differs. */
  usul: IsianStatus | null;
  boleh: Record<AksiPembinaan, boolean>;
}

/** The log of guidance and sanctions as it is read. */
@Injectable()
export class BacaPembinaanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** The ormas, when the actor may read its log. @throws DomainError `tidak-ditemukan` */
  async ormas(aktor: Aktor, ormasId: number): Promise<OrmasBercatatan> {
    const em = this.db.manager;
    const o = await bacaOrmasPembinaan(em, ormasId);
    if (!bolehLihatPembinaan(aktor, o)) throw new DomainError('tidak-ditemukan');
    const hari = tanggalWib(this.clock.sekarang());
    return {
      ...{ ...o, hari, selisih: selisihStatus(o.status, await bacaCatatanPembinaan(em, ormasId), hari) },
      boleh: {
        catat: bolehKelolaPembinaan(aktor),
        ubahStatus: bolehUbahStatus(aktor, o),
        lihatDaftar: bolehLihatDaftarPembinaan(aktor),
        bukaBerkas: bolehPembinaan(aktor, 'bukaBerkas', { ormas: o, keadaan: 'tercatat', lewat: false }),
      },
    };
  }

  /**
   * The whole log of an ormas, newest first, also what was cancelled; each row with its files where the reader may open
   * them. @throws DomainError `tidak-ditemukan`
   */
  async daftar(
    aktor: Aktor,
    ormasId: number,
  ): Promise<{ ormas: OrmasBercatatan; baris: (RingkasPembinaan & { berkas: LampiranPembinaan[] })[] }> {
    const ormas = await this.ormas(aktor, ormasId);
    const baris = await this.db.query<MentahPembinaan[]>(
      `SELECT ${KOLOM_PEMBINAAN} ${DARI_PEMBINAAN} WHERE b.ormas_id = ? ORDER BY b.tanggal DESC, b.id DESC LIMIT 200`,
      [ormasId],
    );
    const berkas = await this.berkasDari(ormas.boleh.bukaBerkas ? baris.map((b) => b.id) : []);
    return {
      ormas,
      baris: baris.map((b) => ({ ...keRingkas(b, ormas.hari), berkas: berkas.get(b.id) ?? [] })),
    };
  }

  /** One row. @throws DomainError `tidak-ditemukan`, also when it is not the actor's to see */
  async rinci(aktor: Aktor, id: number): Promise<PembinaanRinci> {
    const em = this.db.manager;
    const [mentah] = await em.query<MentahPembinaan[]>(`SELECT ${KOLOM_PEMBINAAN} ${DARI_PEMBINAAN} WHERE b.id = ?`, [
      id,
    ]);
    if (!mentah) throw new DomainError('tidak-ditemukan');
    const ormas = await this.ormas(aktor, mentah.ormasId);
    const baris = keRingkas(mentah, ormas.hari);
    const objek = objekDari(baris, ormas, ormas.hari);
    const { selisih } = ormas;
    const boleh = Object.fromEntries(AKSI_PEMBINAAN.map((a) => [a, bolehPembinaan(aktor, a, objek)]));
    return {
      ...{ baris, ormas },
      berkas: ormas.boleh.bukaBerkas ? await bacaLampiran(em, id) : [],
      riwayat: (await this.audit.riwayat('pembinaan', id, 100)).filter((r) => r.aksi !== 'berkas.baca'),
      usul:
        selisih && selisih.jenis !== 'sanksi-tertinggal' && selisih.sanksi.id === id
          ? usulStatus(selisih.sanksi, ormas.hari)
          : null,
      boleh: boleh as PembinaanRinci['boleh'],
    };
  }

  /** Whether an actor may open a file of the log. */
  async bolehBerkas(aktor: Aktor, berkas: BerkasTersimpan): Promise<boolean> {
    if (berkas.ormasId === null) return false;
    const ormas = await bacaOrmasPembinaan(this.db.manager, berkas.ormasId);
    return bolehPembinaan(aktor, 'bukaBerkas', { ormas, keadaan: 'tercatat', lewat: false });
  }

  private async berkasDari(id: readonly number[]): Promise<Map<number, LampiranPembinaan[]>> {
    const hasil = new Map<number, LampiranPembinaan[]>();
    if (id.length === 0) return hasil;
    const baris = await this.db.query<(LampiranPembinaan & { pembinaanId: number })[]>(
      `SELECT b.id, b.pembinaan_id AS pembinaanId, b.berkas_id AS berkasId, f.nama, f.mime, f.ukuran
       FROM pembinaan_berkas b JOIN berkas f ON f.id = b.berkas_id WHERE b.pembinaan_id IN (?) ORDER BY b.id`,
      [id],
    );
    for (const { pembinaanId, ...b } of baris) hasil.set(pembinaanId, [...(hasil.get(pembinaanId) ?? []), b]);
    return hasil;
  }
}

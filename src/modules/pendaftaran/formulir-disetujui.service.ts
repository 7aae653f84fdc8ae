import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { type FormulirOrmas, SumberFormulir } from '../ormas/sumber-formulir.js';
import { Pendaftaran } from './pendaftaran.entity.js';
import { bacaDokumen, jawabanDari, objekDari } from './pendaftaran.kueri.js';
import {
  BAGIAN_FORMULIR,
  type BagianFormulir,
  bolehBacaFormulir,
  bolehLihatPendaftaran,
  bolehLihatPribadi,
  type ObjekFormulir,
} from './pendaftaran.policy.js';
import { type Jawaban, type PendaftaranRinci, type Rujukan } from './pendaftaran.types.js';
import { RujukanPendaftaranService } from './rujukan-pendaftaran.service.js';

/** Answers that not everybody reads who may open an approved form. */
const KOLOM_BAGIAN: Readonly<Partial<Record<BagianFormulir, readonly string[]>>> = {
  nomor: ['telepon', 'npwp'],
  bank: ['bank'],
};

/** An approved form, without what its reader may not read. */
export interface FormulirDisetujui {
  id: number;
  nama: string;
  disetujui: string | null;
  ormas: { id: number; nama: string };
  jawaban: Jawaban;
  /** Names of fields that were answered and are not for this reader. */
  tertutup: ReadonlySet<string>;
  rujukan: Rujukan;
  /** Null: not for this reader. */
  dokumen: PendaftaranRinci['dokumen'] | null;
  /** Which files the reader may open; the guard of files asks the same. */
  bolehBerkas: { biasa: boolean; pribadi: boolean };
}

/** The form by which an ormas came into the register, for those whom the ormas concerns since. */
@Injectable()
export class FormulirDisetujuiService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly rujukan: RujukanPendaftaranService,
    private readonly sumber: SumberFormulir,
  ) {}

  onModuleInit(): void {
    this.sumber.daftarkan((aktor, o) => this.milikOrmas(aktor, o));
  }

  /**
   * One approved form.
   * @throws DomainError `tidak-ditemukan` also when it exists but is not for this reader
   */
  async baca(aktor: Aktor, id: number): Promise<FormulirDisetujui> {
    const p = await this.db.manager.findOneBy(Pendaftaran, { id });
    // A merged entry is read under the one that holds in its place.
    const [ormas] = await this.db.query<{ id: number; nama: string; opdId: number | null }[]>(
      `SELECT t.id, t.nama, t.opd_id AS opdId FROM ormas o JOIN ormas t ON t.id = COALESCE(o.digabung_ke, o.id) WHERE o.id = ?`,
      [p?.ormasId ?? null],
    );
    if (!p || !ormas) throw new DomainError('tidak-ditemukan');
    const objek: ObjekFormulir = { status: p.status, pemohonId: p.akunId, ormas };
    const boleh = new Set(BAGIAN_FORMULIR.filter((b) => bolehBacaFormulir(aktor, b, objek)));
    if (!boleh.has('isian')) throw new DomainError('tidak-ditemukan');
    const tutup = new Set(BAGIAN_FORMULIR.flatMap((b) => (boleh.has(b) ? [] : (KOLOM_BAGIAN[b] ?? []))));
    const semua = Object.entries(jawabanDari(p));
    return {
      ...{ id, nama: p.nama, ormas: { id: ormas.id, nama: ormas.nama } },
      disetujui: p.diputuskanPada === null ? null : tanggalWib(p.diputuskanPada),
      jawaban: Object.fromEntries(semua.filter(([bidang]) => !tutup.has(bidang))),
      tertutup: new Set(semua.filter(([bidang, nilai]) => tutup.has(bidang) && nilai.length > 0).map(([b]) => b)),
      rujukan: await this.rujukan.ambil(),
      dokumen: boleh.has('dokumen') ? await bacaDokumen(this.db.manager, id) : null,
      bolehBerkas: {
        biasa: bolehLihatPendaftaran(aktor, objekDari(p)),
        pribadi: bolehLihatPribadi(aktor, objekDari(p)),
      },
    };
  }

  private async milikOrmas(aktor: Aktor, o: { id: number; opdId: number | null }): Promise<FormulirOrmas[]> {
    const baris = await this.db.query<
      (Pick<Pendaftaran, 'id' | 'nama' | 'status' | 'diputuskanPada'> & { pemohonId: number })[]
    >(
      `SELECT p.id, p.nama, p.status, p.akun_id AS pemohonId, p.diputuskan_pada AS diputuskanPada FROM pendaftaran p
       WHERE p.status = 'terdaftar' AND p.ormas_id IN (SELECT id FROM ormas WHERE id = ? OR digabung_ke = ?) ORDER BY p.id`,
      [o.id, o.id],
    );
    return baris
      .filter((p) => bolehBacaFormulir(aktor, 'isian', { ...p, ormas: o }))
      .map(({ id, nama, diputuskanPada: pada }) => ({
        ...{ id, nama, disetujui: pada === null ? null : tanggalWib(pada) },
      }));
  }
}

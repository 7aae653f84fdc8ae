import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { OrmasService } from '../ormas/ormas.service.js';
import { ketepatanLaporanTahunan } from '../setelan/jendela.js';
import { JendelaService } from '../setelan/jendela.service.js';
import { type StatusKegiatan } from './kegiatan.status.js';
import { type BuktiBaru, type IsianKegiatan } from './kegiatan.types.js';

/** One report as it lies in a register that is taken over: its state and instants are facts, not acts. */
export interface KegiatanMuatan {
  ormasId: number;
  isian: IsianKegiatan;
  status: StatusKegiatan;
  /** Remarks of the last decision; null: none. */
  catatan: string | null;
  dibuatOleh: number | null;
  dibuatPada: Date;
  diajukanPertamaPada: Date | null;
  diajukanPada: Date | null;
  diputuskanPada: Date | null;
  diputuskanOleh: number | null;
  opdKonfirmasiPada: Date | null;
  /** The same prepared file may stand in many reports. */
  bukti: readonly BuktiBaru[];
}

/** A plan item as it is taken over. `anggaran` rupiah as a decimal string. */
export interface ProgramMuatan {
  ormasId: number;
  tahun: number;
  nama: string;
  targetPenerima: number | null;
  anggaran: string | null;
}

/** A yearly report as it is taken over. */
export interface LaporanMuatan {
  ormasId: number;
  tahun: number;
  ringkasan: string;
  diajukanPada: Date;
}

const KOLOM = [
  'ormas_id',
  'program_kerja_id',
  'bidang_id',
  'judul',
  'uraian',
  'tanggal_mulai',
  'tanggal_selesai',
  'tempat',
  'kelurahan_id',
  'peserta_laki',
  'peserta_perempuan',
  'peserta_anak',
  'peserta_pemuda',
  'peserta_lansia',
  'peserta_difabel',
  'realisasi',
  'bersama_opd_id',
  'opd_konfirmasi_pada',
  'status',
  'catatan',
  'diajukan_pertama_pada',
  'diajukan_pada',
  'diputuskan_pada',
  'diputuskan_oleh',
  'dibuat_oleh',
  'versi',
  'dibuat_pada',
  'diubah_pada',
] as const;

/**
 * The bulk entrance: takes many finished reports over with few statements, for the demonstration city and for
 * measurements. It keeps the tables' constraints and the register's last activity day right, writes one audit row for
 * the whole load instead of one per act, and asks none of the questions of the acts. Only the portal itself may use it.
 */
@Injectable()
export class MuatKegiatanService {
  constructor(
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly ormas: OrmasService,
    private readonly jendela: JendelaService,
  ) {}

  /** Takes plan items over; returns their ids in the order given. @throws DomainError `tidak-berwenang` */
  async muatProgram(em: EntityManager, aktor: Aktor, daftar: readonly ProgramMuatan[]): Promise<number[]> {
    hanyaSistem(aktor);
    const batas = await idTerakhir(em, 'program_kerja');
    await sisipBanyak(
      em,
      'program_kerja',
      ['ormas_id', 'tahun', 'nama', 'target_penerima', 'anggaran'],
      daftar.map((p) => [p.ormasId, p.tahun, p.nama, p.targetPenerima, p.anggaran]),
    );
    return idSetelah(em, 'program_kerja', batas, daftar.length);
  }

  /**
   * Takes yearly reports over. What the form would not have taken at that time is no fact either.
   * @throws DomainError `tidak-berwenang`, `isian-tidak-sah` for one that was sent before it could be
   */
  async muatLaporan(em: EntityManager, aktor: Aktor, daftar: readonly LaporanMuatan[]): Promise<void> {
    hanyaSistem(aktor);
    for (const tahun of new Set(daftar.map((l) => l.tahun))) {
      const jendela = await this.jendela.untuk(tahun);
      if (daftar.some((l) => l.tahun === tahun && ketepatanLaporanTahunan(jendela, l.diajukanPada) === 'belum-dibuka'))
        throw new DomainError('isian-tidak-sah', `Ada laporan tahun ${tahun} yang dikirim sebelum dapat dikirim.`);
    }
    await sisipBanyak(
      em,
      'laporan_ormas',
      ['ormas_id', 'tahun', 'jenis', 'ringkasan', 'diajukan_pada'],
      daftar.map((l) => [l.ormasId, l.tahun, 'tahunan', l.ringkasan, l.diajukanPada]),
    );
  }

  /**
   * Takes reports with their evidence over; returns their ids in the order given. No other writer may insert into the
   * table meanwhile (the demonstration and the measurements fill a database that nobody else uses yet).
   * @throws DomainError `tidak-berwenang`
   */
  async muatBanyak(em: EntityManager, aktor: Aktor, daftar: readonly KegiatanMuatan[]): Promise<number[]> {
    hanyaSistem(aktor);
    if (daftar.length === 0) return [];
    const batas = await idTerakhir(em, 'kegiatan');
    await sisipBanyak(em, 'kegiatan', KOLOM, daftar.map(barisDari));
    const id = await idSetelah(em, 'kegiatan', batas, daftar.length);
    await this.muatBukti(em, daftar, id);
    const terakhir = await em.query<{ ormasId: number; tanggal: string }[]>(
      `SELECT ormas_id AS ormasId, MAX(tanggal_selesai) AS tanggal FROM kegiatan
       WHERE status = 'terverifikasi' AND ormas_id IN (?) GROUP BY ormas_id`,
      [[...new Set(daftar.map((k) => k.ormasId))]],
    );
    for (const t of terakhir) await this.ormas.catatKegiatanTerverifikasi(em, t.ormasId, t.tanggal);
    await this.audit.catat(em, aktor, {
      aksi: 'kegiatan.muat',
      objek: 'kegiatan',
      objekId: 'banyak',
      ringkasan: `${daftar.length} laporan kegiatan dimuat sekaligus`,
      rincian: { jumlah: daftar.length, dari: id[0], sampai: id.at(-1) },
    });
    return id;
  }

  private async muatBukti(em: EntityManager, daftar: readonly KegiatanMuatan[], id: readonly number[]): Promise<void> {
    const bukti = daftar.flatMap((k, i) => k.bukti.map((b, urutan) => ({ k, b, kegiatanId: id[i] ?? 0, urutan })));
    const berkasId = await this.berkas.catatBanyak(
      em,
      bukti.map(({ k, b, kegiatanId }) => ({
        siap: b.siap,
        pemilik: { objek: 'kegiatan', objekId: kegiatanId, ormasId: k.ormasId, dibuatOleh: k.dibuatOleh },
      })),
    );
    await sisipBanyak(
      em,
      'kegiatan_bukti',
      ['kegiatan_id', 'berkas_id', 'jenis', 'keterangan', 'urutan'],
      bukti.map(({ b, kegiatanId, urutan }, i) => [
        kegiatanId,
        berkasId[i],
        b.siap.mime.startsWith('image/') ? 'foto' : 'dokumen',
        b.keterangan,
        urutan + 1,
      ]),
    );
  }
}

function barisDari(k: KegiatanMuatan): unknown[] {
  const i = k.isian;
  return [
    k.ormasId,
    i.programKerjaId,
    i.bidangId,
    i.judul,
    i.uraian,
    i.tanggalMulai,
    i.tanggalSelesai,
    i.tempat,
    i.kelurahanId,
    i.pesertaLaki,
    i.pesertaPerempuan,
    i.pesertaAnak,
    i.pesertaPemuda,
    i.pesertaLansia,
    i.pesertaDifabel,
    i.realisasi,
    i.bersamaOpdId,
    k.opdKonfirmasiPada,
    k.status,
    k.catatan,
    k.diajukanPertamaPada,
    k.diajukanPada,
    k.diputuskanPada,
    k.diputuskanOleh,
    k.dibuatOleh,
    1,
    k.dibuatPada,
    k.diputuskanPada ?? k.diajukanPada ?? k.dibuatPada,
  ];
}

function hanyaSistem(aktor: Aktor): void {
  if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
}

type TabelMuatan = 'kegiatan' | 'program_kerja';

async function idTerakhir(em: EntityManager, tabel: TabelMuatan): Promise<number> {
  const [b] = await em.query<{ id: number | null }[]>(`SELECT MAX(id) AS id FROM ${tabel}`);
  return b?.id ?? 0;
}

/** Ids given out since `batas`: rows of multi-row inserts get rising ids in their order on MySQL and MariaDB. */
async function idSetelah(em: EntityManager, tabel: TabelMuatan, batas: number, jumlah: number): Promise<number[]> {
  const baris = await em.query<{ id: number }[]>(`SELECT id FROM ${tabel} WHERE id > ? ORDER BY id LIMIT ?`, [
    batas,
    jumlah,
  ]);
  return baris.map((b) => b.id);
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { kunciGanda, Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { pastikanBukanGabungan } from '../ormas/gabungan-ormas.service.js';
import { type Jendela, ketepatanLaporanTahunan, masaLaporanTahunan } from '../setelan/jendela.js';
import { JendelaService } from '../setelan/jendela.service.js';
import { LaporanOrmas, ProgramKerja } from './kegiatan.entity.js';
import { bolehTulisKegiatan } from './kegiatan.policy.js';

/** A plan item as the secretary writes it. `anggaran` rupiah as a decimal string; null: none set. */
export interface ProgramBaru {
  tahun: number;
  nama: string;
  targetPenerima: number | null;
  anggaran: string | null;
}

/** A plan item with how many verified activities carry it out. */
export interface BarisProgram extends ProgramBaru {
  id: number;
  terverifikasi: number;
}

/** The yearly report of an ormas about itself. */
export interface BarisLaporanOrmas {
  tahun: number;
  ringkasan: string;
  diajukanPada: Date;
  /** Sent after the last day on which it is on time. */
  terlambat: boolean;
}

/** A year of assessment as the forms offer it, newest first. */
export interface TahunRencana extends Jendela {
  tahun: number;
}

/** Years that the forms know: the one that runs, and those before it whose report may still be sent. */
export interface TahunTahunRencana {
  berjalan: number;
  /** The running year and the two before it, as far as the ormas was registered by the end of their windows. */
  dapatDilaporkan: TahunRencana[];
  /** Years whose plan may be added to: the next one, the running one, the one before. */
  dapatDirencanakan: TahunRencana[];
}

/** What an ormas says about a year as a whole: its plan before, its report after. */
@Injectable()
export class RencanaOrmasService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly jendela: JendelaService,
  ) {}

  /** Adds an item to the plan of a year. @throws DomainError `tidak-berwenang`, `isian-tidak-sah` */
  async tambahProgram(aktor: Aktor, ormasId: number, p: ProgramBaru): Promise<number> {
    if (!bolehTulisKegiatan(aktor, ormasId)) throw new DomainError('tidak-berwenang');
    const berjalan = await this.jendela.berjalan(this.clock.sekarang());
    if (p.tahun < berjalan - 1 || p.tahun > berjalan + 1) {
      const pesan = `Program kerja dapat ditambahkan untuk tahun ${berjalan - 1} sampai ${berjalan + 1}.`;
      throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'tahun', pesan }] });
    }
    return this.transaksi.jalankan(async (em) => {
      await pastikanBukanGabungan(em, ormasId);
      const { identifiers } = await em.insert(ProgramKerja, { ...p, ormasId });
      const id = (identifiers[0] as { id: number }).id;
      await this.audit.catat(em, aktor, {
        aksi: 'program-kerja.tambah',
        objek: 'program-kerja',
        objekId: id,
        ormasId,
        ringkasan: `Program kerja ${p.tahun} ditambah: “${p.nama}”`,
        rincian: p,
      });
      return id;
    });
  }

  /** The plan of an ormas, newest year first. The caller has checked that the ormas may be seen. */
  async program(ormasId: number): Promise<BarisProgram[]> {
    const baris = await this.db.query<BarisProgram[]>(
      `SELECT p.id, p.tahun, p.nama, p.target_penerima AS targetPenerima, p.anggaran,
              (SELECT COUNT(*) FROM kegiatan k WHERE k.program_kerja_id = p.id AND k.status = 'terverifikasi') AS terverifikasi
       FROM program_kerja p WHERE p.ormas_id = ? ORDER BY p.tahun DESC, p.id`,
      [ormasId],
    );
    return baris.map((b) => ({ ...b, terverifikasi: Number(b.terverifikasi) }));
  }

  /**
   * Sends the yearly report of a year that is over or running out (`masaLaporanTahunan`). It is sent once; what it says
   * is the office's to answer, so it is not changed afterwards. One sent after the window is taken, and is late.
   * @throws DomainError `tidak-berwenang`, `isian-tidak-sah`, `sudah-ada`
   */
  async kirimLaporanTahunan(
    aktor: Aktor,
    ormasId: number,
    tahun: number,
    ringkasan: string,
  ): Promise<{ terlambat: boolean; batas: string }> {
    if (!bolehTulisKegiatan(aktor, ormasId)) throw new DomainError('tidak-berwenang');
    const kini = this.clock.sekarang();
    const jendela = await this.jendela.untuk(tahun);
    const { buka, batas } = masaLaporanTahunan(jendela);
    const ketepatan = ketepatanLaporanTahunan(jendela, kini);
    const salah = (bidang: string, pesan: string) =>
      new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang, pesan }] });
    if (ketepatan === 'belum-dibuka') {
      throw salah(
        'tahunLaporan',
        `Laporan tahun ${tahun} dapat dikirim mulai ${tanggal(buka)}, paling lambat ${tanggal(batas)}.`,
      );
    }
    const terlambat = ketepatan === 'terlambat';
    if (ringkasan.trim().length < 20) {
      throw salah('ringkasan', 'Ceritakan perkembangan ormas selama setahun dalam beberapa kalimat.');
    }
    await this.transaksi.jalankan(async (em) => {
      await pastikanBukanGabungan(em, ormasId);
      try {
        await em.insert(LaporanOrmas, {
          ormasId,
          tahun,
          jenis: 'tahunan',
          ringkasan: ringkasan.trim(),
          diajukanPada: kini,
          dibuatOleh: aktor.id,
        });
      } catch (galat) {
        if (kunciGanda(galat)) throw new DomainError('sudah-ada', `Laporan tahun ${tahun} sudah pernah dikirim.`);
        throw galat;
      }
      await this.audit.catat(em, aktor, {
        aksi: 'laporan-ormas.kirim',
        objek: 'laporan-ormas',
        objekId: `${ormasId}-${tahun}`,
        ormasId,
        ringkasan: `Laporan tahunan ${tahun} dikirim${terlambat ? `, terlambat: batasnya ${tanggal(batas)}` : ''}`,
      });
    });
    return { terlambat, batas };
  }

  /** The yearly reports of an ormas, newest first. The caller has checked that the ormas may be seen. */
  async laporanTahunan(ormasId: number): Promise<BarisLaporanOrmas[]> {
    const baris = await this.db.query<Omit<BarisLaporanOrmas, 'terlambat'>[]>(
      `SELECT tahun, ringkasan, diajukan_pada AS diajukanPada FROM laporan_ormas
       WHERE ormas_id = ? AND jenis = 'tahunan' ORDER BY tahun DESC`,
      [ormasId],
    );
    return Promise.all(
      baris.map(async (b) => ({
        ...b,
        terlambat: ketepatanLaporanTahunan(await this.jendela.untuk(b.tahun), b.diajukanPada) === 'terlambat',
      })),
    );
  }

  /** The years that the forms of an ormas offer. The caller has checked that the ormas may be seen. */
  async tahun(ormasId: number): Promise<TahunTahunRencana> {
    const berjalan = await this.jendela.berjalan(this.clock.sekarang());
    const [ormas] = await this.db.query<{ sejak: string | null }[]>(
      'SELECT terdaftar_pada AS sejak FROM ormas WHERE id = ?',
      [ormasId],
    );
    const sejak = ormas?.sejak ?? '';
    const semua = await Promise.all(
      [1, 0, -1, -2].map(async (geser) => ({
        tahun: berjalan + geser,
        ...(await this.jendela.untuk(berjalan + geser)),
      })),
    );
    return {
      berjalan,
      dapatDilaporkan: semua.filter((t) => t.tahun <= berjalan && t.akhir >= sejak),
      dapatDirencanakan: semua.filter((t) => t.tahun >= berjalan - 1),
    };
  }
}

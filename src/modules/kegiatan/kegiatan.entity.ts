import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type StatusKegiatan } from './kegiatan.status.js';

/** One item of the yearly work plan of an ormas. `anggaran` in rupiah. */
@Entity('program_kerja')
export class ProgramKerja {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'int' })
  tahun: number;

  @Column({ type: 'varchar' })
  nama: string;

  @Column({ type: 'int', name: 'target_penerima', nullable: true })
  targetPenerima: number | null;

  @Column({ type: 'varchar', nullable: true })
  anggaran: string | null;
}

/**
 * One activity and its report. Participant counts are people; null means not recorded. `realisasi` in rupiah. Only a
 * draft may lack its title and dates.
 */
@Entity('kegiatan')
export class Kegiatan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'int', name: 'program_kerja_id', nullable: true })
  programKerjaId: number | null;

  @Column({ type: 'int', name: 'bidang_id', nullable: true })
  bidangId: number | null;

  @Column({ type: 'varchar' })
  judul: string;

  @Column({ type: 'varchar' })
  uraian: string;

  @Column({ type: 'date', name: 'tanggal_mulai', nullable: true })
  tanggalMulai: string | null;

  @Column({ type: 'date', name: 'tanggal_selesai', nullable: true })
  tanggalSelesai: string | null;

  @Column({ type: 'varchar' })
  tempat: string;

  @Column({ type: 'int', name: 'kelurahan_id', nullable: true })
  kelurahanId: number | null;

  @Column({ type: 'int', name: 'peserta_laki', nullable: true })
  pesertaLaki: number | null;

  @Column({ type: 'int', name: 'peserta_perempuan', nullable: true })
  pesertaPerempuan: number | null;

  @Column({ type: 'int', name: 'peserta_anak', nullable: true })
  pesertaAnak: number | null;

  @Column({ type: 'int', name: 'peserta_pemuda', nullable: true })
  pesertaPemuda: number | null;

  @Column({ type: 'int', name: 'peserta_lansia', nullable: true })
  pesertaLansia: number | null;

  @Column({ type: 'int', name: 'peserta_difabel', nullable: true })
  pesertaDifabel: number | null;

  @Column({ type: 'varchar', nullable: true })
  realisasi: string | null;

  @Column({ type: 'int', name: 'bersama_opd_id', nullable: true })
  bersamaOpdId: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'opd_konfirmasi_pada', nullable: true })
  opdKonfirmasiPada: Date | null;

  @Column({ type: 'varchar' })
  status: StatusKegiatan;

  @Column({ type: 'varchar', nullable: true })
  catatan: string | null;

  @Column({ type: 'datetime', precision: 3, name: 'diajukan_pertama_pada', nullable: true })
  diajukanPertamaPada: Date | null;

  @Column({ type: 'datetime', precision: 3, name: 'diajukan_pada', nullable: true })
  diajukanPada: Date | null;

  @Column({ type: 'datetime', precision: 3, name: 'diputuskan_pada', nullable: true })
  diputuskanPada: Date | null;

  @Column({ type: 'int', name: 'diputuskan_oleh', nullable: true })
  diputuskanOleh: number | null;

  @Column({ type: 'int', name: 'dibuat_oleh', nullable: true })
  dibuatOleh: number | null;

  @Column({ type: 'int' })
  versi: number;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'datetime', precision: 3, name: 'diubah_pada' })
  diubahPada: Date;
}

/** A photo (with caption) or a document that proves an activity. */
@Entity('kegiatan_bukti')
export class KegiatanBukti {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'kegiatan_id' })
  kegiatanId: number;

  @Column({ type: 'varchar', name: 'berkas_id' })
  berkasId: string;

  @Column({ type: 'varchar' })
  jenis: 'foto' | 'dokumen';

  @Column({ type: 'varchar' })
  keterangan: string;

  @Column({ type: 'int' })
  urutan: number;
}

/** A periodic report of an ormas about a year as a whole. */
@Entity('laporan_ormas')
export class LaporanOrmas {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'int' })
  tahun: number;

  @Column({ type: 'varchar' })
  jenis: string;

  @Column({ type: 'varchar' })
  ringkasan: string;

  @Column({ type: 'datetime', precision: 3, name: 'diajukan_pada' })
  diajukanPada: Date;

  @Column({ type: 'int', name: 'dibuat_oleh', nullable: true })
  dibuatOleh: number | null;
}

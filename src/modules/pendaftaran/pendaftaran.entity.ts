import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type StatusPendaftaran } from './pendaftaran.status.js';

/** An application. `jawaban` and `catatanBidang` are JSON: answers as typed, remarks of the last round by field. */
@Entity('pendaftaran')
export class Pendaftaran {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'akun_id' })
  akunId: number;

  @Column({ type: 'varchar' })
  status: StatusPendaftaran;

  @Column({ type: 'varchar' })
  formulir: string;

  @Column({ type: 'varchar' })
  nama: string;

  @Column({ type: 'mediumtext' })
  jawaban: string;

  @Column({ type: 'int', name: 'petugas_id', nullable: true })
  petugasId: number | null;

  @Column({ type: 'varchar' })
  catatan: string;

  @Column({ type: 'text', name: 'catatan_bidang' })
  catatanBidang: string;

  /** JSON: what each remarked field said, in words, when the remark was written. */
  @Column({ type: 'mediumtext', name: 'catatan_bidang_atas', nullable: true })
  catatanBidangAtas: string | null;

  @Column({ type: 'datetime', precision: 3, name: 'diajukan_pertama_pada', nullable: true })
  diajukanPertamaPada: Date | null;

  @Column({ type: 'datetime', precision: 3, name: 'diputuskan_pada', nullable: true })
  diputuskanPada: Date | null;

  @Column({ type: 'int', name: 'diputuskan_oleh', nullable: true })
  diputuskanOleh: number | null;

  @Column({ type: 'int', name: 'ormas_id', nullable: true })
  ormasId: number | null;

  @Column({ type: 'int' })
  versi: number;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'datetime', precision: 3, name: 'diubah_pada' })
  diubahPada: Date;
}

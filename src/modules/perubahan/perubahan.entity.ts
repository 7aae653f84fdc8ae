import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type Perihal } from './perubahan.aturan.js';
import { type StatusPerubahan } from './perubahan.status.js';

/** A request to change what the register says of an ormas. The JSON columns are read by `perubahan.kueri.ts`. */
@Entity('perubahan_ormas')
export class PerubahanOrmas {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'varchar' })
  perihal: Perihal;

  @Column({ type: 'varchar' })
  asal: 'ormas' | 'petugas';

  @Column({ type: 'varchar' })
  status: StatusPerubahan;

  @Column({ type: 'mediumtext' })
  usul: string;

  @Column({ type: 'mediumtext', nullable: true })
  sebelum: string | null;

  @Column({ type: 'mediumtext', name: 'keadaan_lama', nullable: true })
  keadaanLama: string | null;

  @Column({ type: 'varchar' })
  alasan: string;

  @Column({ type: 'date', nullable: true })
  berlaku: string | null;

  @Column({ type: 'varchar', name: 'bukti_nomor', nullable: true })
  buktiNomor: string | null;

  @Column({ type: 'date', name: 'bukti_tanggal', nullable: true })
  buktiTanggal: string | null;

  @Column({ type: 'date', name: 'bukti_sampai', nullable: true })
  buktiSampai: string | null;

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

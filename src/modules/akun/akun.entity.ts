import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type Peran } from '../../common/aktor.js';

/** An account. `sandi` is an argon2id hash, or null until its owner has set one. */
@Entity('akun')
export class Akun {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar' })
  surel: string;

  @Column({ type: 'varchar' })
  nama: string;

  @Column({ type: 'varchar' })
  peran: Peran;

  @Column({ type: 'varchar', nullable: true })
  sandi: string | null;

  @Column({ type: 'int', name: 'opd_id', nullable: true })
  opdId: number | null;

  @Column({ type: 'int', name: 'ormas_id', nullable: true })
  ormasId: number | null;

  @Column({ type: 'boolean' })
  aktif: boolean;

  @Column({ type: 'int' })
  versi: number;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'datetime', precision: 3, name: 'diubah_pada' })
  diubahPada: Date;
}

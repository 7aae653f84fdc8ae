import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type MimeTersimpan } from './berkas.types.js';

/**
 * A stored file. The bytes lie in storage under their SHA-256; this row says whose they are. `id` is opaque (128 random
 * bits); `*Asal` describe the bytes as received, `sha256Kecil` the small picture for lists.
 */
@Entity('berkas')
export class Berkas {
  @PrimaryColumn({ type: 'varchar' })
  id: string;

  @Column({ type: 'varchar' })
  sha256: string;

  @Column({ type: 'varchar' })
  mime: MimeTersimpan;

  @Column({ type: 'int' })
  ukuran: number;

  @Column({ type: 'int', nullable: true })
  lebar: number | null;

  @Column({ type: 'int', nullable: true })
  tinggi: number | null;

  @Column({ type: 'varchar', name: 'sha256_kecil', nullable: true })
  sha256Kecil: string | null;

  @Column({ type: 'varchar', name: 'sha256_asal' })
  sha256Asal: string;

  @Column({ type: 'int', name: 'ukuran_asal' })
  ukuranAsal: number;

  @Column({ type: 'varchar' })
  nama: string;

  @Column({ type: 'varchar' })
  objek: string;

  @Column({ type: 'int', name: 'objek_id' })
  objekId: number;

  @Column({ type: 'int', name: 'ormas_id', nullable: true })
  ormasId: number | null;

  @Column({ type: 'int', name: 'dibuat_oleh', nullable: true })
  dibuatOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;
}

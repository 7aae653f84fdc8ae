import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type JenisPembinaan } from '../ormas/ormas.types.js';

/** Guidance or a sanction as a fact: date, legal basis, and perhaps an end. The portal records it and never decides it (UU 16/2017). */
@Entity('pembinaan')
export class Pembinaan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'varchar' })
  jenis: JenisPembinaan;

  @Column({ type: 'date' })
  tanggal: string;

  @Column({ type: 'date', nullable: true })
  sampai: string | null;

  @Column({ type: 'varchar' })
  dasar: string;

  @Column({ type: 'varchar' })
  keterangan: string;

  @Column({ type: 'varchar', nullable: true })
  nomor: string | null;

  @Column({ type: 'date', name: 'tanggal_surat', nullable: true })
  tanggalSurat: string | null;

  @Column({ type: 'varchar', name: 'akhir_dasar', nullable: true })
  akhirDasar: string | null;

  @Column({ type: 'int', name: 'dicatat_oleh', nullable: true })
  dicatatOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'dicatat_pada', nullable: true })
  dicatatPada: Date | null;

  @Column({ type: 'int', name: 'batal_oleh', nullable: true })
  batalOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'batal_pada', nullable: true })
  batalPada: Date | null;

  @Column({ type: 'varchar', name: 'batal_alasan', nullable: true })
  batalAlasan: string | null;

  @Column({ type: 'int', name: 'menggantikan_id', nullable: true })
  menggantikanId: number | null;

  @Column({ type: 'int' })
  versi: number;
}

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Guidance or a sanction as a fact: date, legal basis, and perhaps an end. The portal records it and never decides it (UU 16/2017). */
@Entity('pembinaan')
export class Pembinaan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'varchar' })
  jenis: 'pembinaan' | 'peringatan' | 'penghentian' | 'pencabutan';

  @Column({ type: 'date' })
  tanggal: string;

  @Column({ type: 'date', nullable: true })
  sampai: string | null;

  @Column({ type: 'varchar' })
  dasar: string;

  @Column({ type: 'varchar' })
  keterangan: string;
}

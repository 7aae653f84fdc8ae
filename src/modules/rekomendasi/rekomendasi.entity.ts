import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Something an ormas was asked to do by a day; `selesaiPada` is the day it was done. */
@Entity('rekomendasi')
export class Rekomendasi {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'varchar' })
  isi: string;

  @Column({ type: 'varchar' })
  sumber: string;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'date', name: 'jatuh_tempo' })
  jatuhTempo: string;

  @Column({ type: 'date', name: 'selesai_pada', nullable: true })
  selesaiPada: string | null;
}

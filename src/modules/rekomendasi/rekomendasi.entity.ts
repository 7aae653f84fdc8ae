import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type Penanggung } from './rekomendasi.types.js';

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

  /** The visit of whose record it came. */
  @Column({ type: 'int', name: 'kunjungan_id', nullable: true })
  kunjunganId: number | null;

  @Column({ type: 'varchar' })
  penanggung: Penanggung;

  @Column({ type: 'int', name: 'opd_id', nullable: true })
  opdId: number | null;

  @Column({ type: 'int', name: 'dibuat_oleh', nullable: true })
  dibuatOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'date', name: 'jatuh_tempo' })
  jatuhTempo: string;

  @Column({ type: 'date', name: 'selesai_pada', nullable: true })
  selesaiPada: string | null;

  @Column({ type: 'datetime', precision: 3, name: 'dilaporkan_pada', nullable: true })
  dilaporkanPada: Date | null;

  @Column({ type: 'int', name: 'batal_oleh', nullable: true })
  batalOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'batal_pada', nullable: true })
  batalPada: Date | null;

  @Column({ type: 'varchar', name: 'batal_alasan', nullable: true })
  batalAlasan: string | null;

  @Column({ type: 'int' })
  versi: number;
}

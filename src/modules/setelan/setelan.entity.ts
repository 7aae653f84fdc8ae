import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One setting of the office: a JSON value under a key. */
@Entity('setelan')
export class Setelan {
  @PrimaryColumn({ type: 'varchar' })
  kunci: string;

  @Column({ type: 'varchar' })
  nilai: string;

  @Column({ type: 'int' })
  versi: number;
}

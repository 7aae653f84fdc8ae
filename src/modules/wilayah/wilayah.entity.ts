import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One of the kecamatan of the city. */
@Entity('kecamatan')
export class Kecamatan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'char', name: 'kode_bps' })
  kodeBps: string;

  @Column({ type: 'varchar' })
  nama: string;
}

/** A kelurahan (68 in Kota Bogor), the finest place the register knows. */
@Entity('kelurahan')
export class Kelurahan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'kecamatan_id' })
  kecamatanId: number;

  @Column({ type: 'varchar' })
  nama: string;
}

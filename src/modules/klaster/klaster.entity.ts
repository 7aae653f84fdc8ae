import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A perangkat daerah that guides a cluster; valid for a span of dates. */
@Entity('opd')
export class Opd {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar' })
  kode: string;

  @Column({ type: 'varchar' })
  nama: string;

  @Column({ type: 'varchar', name: 'nama_lengkap' })
  namaLengkap: string;

  /** How the office of the OPD is reached; nobody's own number. */
  @Column({ type: 'varchar', nullable: true })
  kontak: string | null;

  @Column({ type: 'date', name: 'berlaku_dari' })
  berlakuDari: string;

  @Column({ type: 'date', name: 'berlaku_sampai', nullable: true })
  berlakuSampai: string | null;

  @Column({ type: 'int' })
  versi: number;
}

/** A field of work of an ormas (13 in the default list). */
@Entity('bidang')
export class Bidang {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar' })
  kode: string;

  @Column({ type: 'varchar' })
  nama: string;

  @Column({ type: 'int' })
  urutan: number;

  @Column({ type: 'date', name: 'berlaku_dari' })
  berlakuDari: string;

  @Column({ type: 'date', name: 'berlaku_sampai', nullable: true })
  berlakuSampai: string | null;

  /** Also counts the changes of who guides it. */
  @Column({ type: 'int' })
  versi: number;
}

/** Which OPD a bidang belongs to, from a date and perhaps to a date. */
@Entity('bidang_opd')
export class BidangOpd {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'bidang_id' })
  bidangId: number;

  @Column({ type: 'int', name: 'opd_id' })
  opdId: number;

  @Column({ type: 'varchar', name: 'opd_usulan', nullable: true })
  opdUsulan: string | null;

  /** Why the OPD changed on that day; null: as the default list has it. */
  @Column({ type: 'varchar', nullable: true })
  alasan: string | null;

  @Column({ type: 'date', name: 'berlaku_dari' })
  berlakuDari: string;

  @Column({ type: 'date', name: 'berlaku_sampai', nullable: true })
  berlakuSampai: string | null;
}

/**
 * An ormas's place in a cluster over time; the row without an end date is the present one. A row of `sumber` "bidang"
 * follows the mapping of its bidang day by day: `opdId` is only what it was when the row began (ADR 0028). `opdId` null:
 * belum ditetapkan.
 */
@Entity('klaster_ormas')
export class KlasterOrmas {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'int', name: 'opd_id', nullable: true })
  opdId: number | null;

  @Column({ type: 'int', name: 'bidang_id', nullable: true })
  bidangId: number | null;

  @Column({ type: 'date', name: 'berlaku_dari' })
  berlakuDari: string;

  @Column({ type: 'date', name: 'berlaku_sampai', nullable: true })
  berlakuSampai: string | null;

  @Column({ type: 'varchar' })
  sumber: 'bidang' | 'petugas';

  @Column({ type: 'varchar', nullable: true })
  alasan: string | null;

  @Column({ type: 'int', name: 'akun_id', nullable: true })
  akunId: number | null;
}

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A document for the leaders, rendered in parts; `berkasId` is set when it is whole. */
@Entity('laporan')
export class Laporan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar' })
  jenis: 'tahunan';

  @Column({ type: 'int', name: 'periode_id' })
  periodeId: number;

  @Column({ type: 'int', name: 'hitung_id' })
  hitungId: number;

  @Column({ type: 'varchar' })
  status: 'menunggu' | 'dibuat' | 'selesai' | 'gagal';

  @Column({ type: 'int' })
  jumlah: number;

  @Column({ type: 'int' })
  selesai: number;

  @Column({ type: 'varchar', name: 'berkas_id', nullable: true })
  berkasId: string | null;

  @Column({ type: 'int', nullable: true })
  halaman: number | null;

  @Column({ type: 'varchar', nullable: true })
  nomor: string | null;

  @Column({ type: 'int', name: 'dibuat_oleh', nullable: true })
  dibuatOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'datetime', precision: 3, name: 'selesai_pada', nullable: true })
  selesaiPada: Date | null;

  @Column({ type: 'varchar', nullable: true })
  galat: string | null;

  @Column({ type: 'int' })
  versi: number;
}

/** One part of a report (front matter, a cluster, an annex): its PDF under `sha256`, its pages and its bookmarks. */
@Entity('laporan_bagian')
export class LaporanBagian {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'laporan_id' })
  laporanId: number;

  @Column({ type: 'int' })
  urutan: number;

  @Column({ type: 'varchar' })
  kunci: string;

  @Column({ type: 'varchar' })
  judul: string;

  @Column({ type: 'varchar' })
  status: 'menunggu' | 'selesai';

  @Column({ type: 'varchar', nullable: true })
  sha256: string | null;

  @Column({ type: 'int', nullable: true })
  halaman: number | null;

  @Column({ type: 'varchar', nullable: true })
  penanda: string | null;

  @Column({ type: 'datetime', precision: 3, name: 'selesai_pada', nullable: true })
  selesaiPada: Date | null;
}

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

  /** Content of the frozen data that every part is rendered from; null until they are collected. */
  @Column({ type: 'varchar', name: 'data_sha256', nullable: true })
  dataSha256: string | null;

  /** How often it was taken up again after it had failed. */
  @Column({ type: 'int' })
  ulangan: number;

  @Column({ type: 'int', name: 'dibuat_oleh', nullable: true })
  dibuatOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'datetime', precision: 3, name: 'selesai_pada', nullable: true })
  selesaiPada: Date | null;

  /** The kabid's approval, then the kaban's ratification of the whole document; the signature itself is on paper. */
  @Column({ type: 'int', name: 'disetujui_oleh', nullable: true })
  disetujuiOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'disetujui_pada', nullable: true })
  disetujuiPada: Date | null;

  @Column({ type: 'int', name: 'disahkan_oleh', nullable: true })
  disahkanOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'disahkan_pada', nullable: true })
  disahkanPada: Date | null;

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

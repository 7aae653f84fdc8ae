import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type StatusKunjungan } from './kunjungan.status.js';
import { type SikapJawaban, type SikapOrmas, type TujuanKunjungan } from './kunjungan.types.js';

/** A field visit: its plan, its record as it is written (`periksa` is JSON), and the ormas' answer in the portal. */
@Entity('kunjungan')
export class Kunjungan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id', nullable: true })
  ormasId: number | null;

  @Column({ type: 'int', name: 'pendaftaran_id', nullable: true })
  pendaftaranId: number | null;

  @Column({ type: 'varchar' })
  tujuan: TujuanKunjungan;

  @Column({ type: 'date' })
  tanggal: string;

  @Column({ type: 'char', nullable: true })
  jam: string | null;

  @Column({ type: 'varchar' })
  tempat: string;

  @Column({ type: 'int', name: 'kelurahan_id', nullable: true })
  kelurahanId: number | null;

  @Column({ type: 'varchar' })
  bekal: string;

  @Column({ type: 'varchar' })
  status: StatusKunjungan;

  @Column({ type: 'varchar', nullable: true })
  alasan: string | null;

  @Column({ type: 'date', name: 'tanggal_nyata', nullable: true })
  tanggalNyata: string | null;

  @Column({ type: 'char', nullable: true })
  mulai: string | null;

  @Column({ type: 'char', nullable: true })
  selesai: string | null;

  @Column({ type: 'boolean', nullable: true })
  ditemui: boolean | null;

  @Column({ type: 'varchar', name: 'penerima_nama' })
  penerimaNama: string;

  @Column({ type: 'varchar', name: 'penerima_jabatan' })
  penerimaJabatan: string;

  @Column({ type: 'text' })
  periksa: string;

  @Column({ type: 'text' })
  temuan: string;

  @Column({ type: 'text' })
  rekomendasi: string;

  @Column({ type: 'varchar', nullable: true })
  sikap: SikapOrmas | null;

  @Column({ type: 'varchar', name: 'kata_ormas' })
  kataOrmas: string;

  @Column({ type: 'varchar', name: 'jawab_sikap', nullable: true })
  jawabSikap: SikapJawaban | null;

  @Column({ type: 'varchar', name: 'jawab_kata' })
  jawabKata: string;

  @Column({ type: 'datetime', precision: 3, name: 'jawab_pada', nullable: true })
  jawabPada: Date | null;

  @Column({ type: 'int', name: 'jawab_oleh', nullable: true })
  jawabOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'selesai_pada', nullable: true })
  selesaiPada: Date | null;

  @Column({ type: 'int', name: 'dibuat_oleh', nullable: true })
  dibuatOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'datetime', precision: 3, name: 'diubah_pada' })
  diubahPada: Date;

  @Column({ type: 'int' })
  versi: number;
}

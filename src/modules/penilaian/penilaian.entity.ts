import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A versioned instrument. `isi` is its JSON exactly as published, `hash` the SHA-256 of its canonical form; a published one is never edited. */
@Entity('instrumen')
export class InstrumenTersimpan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar' })
  kode: string;

  @Column({ type: 'int' })
  versi: number;

  @Column({ type: 'varchar' })
  nama: string;

  @Column({ type: 'varchar' })
  isi: string;

  @Column({ type: 'varchar' })
  hash: string;

  @Column({ type: 'varchar' })
  status: 'draf' | 'terbit';

  @Column({ type: 'datetime', precision: 3, name: 'terbit_pada', nullable: true })
  terbitPada: Date | null;
}

/** The window of a year: 1 December Y-1 to 30 November Y unless set otherwise. `hitungId` is the run whose results count. */
@Entity('periode')
export class Periode {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int' })
  tahun: number;

  @Column({ type: 'date' })
  mulai: string;

  @Column({ type: 'date' })
  akhir: string;

  @Column({ type: 'int', name: 'instrumen_id' })
  instrumenId: number;

  @Column({ type: 'varchar' })
  status: 'berjalan' | 'ditutup';

  @Column({ type: 'int', name: 'hitung_id', nullable: true })
  hitungId: number | null;

  @Column({ type: 'int' })
  versi: number;
}

/** Self, officer and final level (0-4) of one indicator of one ormas in one period; all three are kept, the final one counts. */
@Entity('tingkat_indikator')
export class TingkatIndikator {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'periode_id' })
  periodeId: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'varchar' })
  indikator: string;

  @Column({ type: 'int', name: 'tingkat_mandiri', nullable: true })
  tingkatMandiri: number | null;

  @Column({ type: 'boolean', name: 'ada_berkas' })
  adaBerkas: boolean;

  @Column({ type: 'int', name: 'tingkat_petugas', nullable: true })
  tingkatPetugas: number | null;

  @Column({ type: 'int', name: 'tingkat_akhir', nullable: true })
  tingkatAkhir: number | null;

  @Column({ type: 'varchar', name: 'tak_berlaku', nullable: true })
  takBerlaku: string | null;

  @Column({ type: 'varchar', nullable: true })
  alasan: string | null;

  @Column({ type: 'int', name: 'ditetapkan_oleh', nullable: true })
  ditetapkanOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'ditetapkan_pada', nullable: true })
  ditetapkanPada: Date | null;

  @Column({ type: 'int' })
  versi: number;
}

/**
 * One run of the IKO of a period over `jumlah` ormas. How many are done is counted from the chunks and never stored:
 * a counter here would make every chunk wait for the others. `ulangan` counts how often a failed run was taken up again.
 */
@Entity('hitung')
export class Hitung {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'periode_id' })
  periodeId: number;

  @Column({ type: 'int', name: 'instrumen_id' })
  instrumenId: number;

  @Column({ type: 'varchar' })
  status: 'menunggu' | 'berjalan' | 'selesai' | 'gagal';

  @Column({ type: 'int' })
  jumlah: number;

  @Column({ type: 'int' })
  ulangan: number;

  @Column({ type: 'int', name: 'dibuat_oleh', nullable: true })
  dibuatOleh: number | null;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'datetime', precision: 3, name: 'mulai_pada', nullable: true })
  mulaiPada: Date | null;

  @Column({ type: 'datetime', precision: 3, name: 'selesai_pada', nullable: true })
  selesaiPada: Date | null;

  @Column({ type: 'varchar', nullable: true })
  galat: string | null;
}

/** One bounded chunk of a run. `ormas` is the JSON list of the ids that were in the register when the run began. */
@Entity('hitung_potongan')
export class HitungPotongan {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'hitung_id' })
  hitungId: number;

  @Column({ type: 'int' })
  nomor: number;

  @Column({ type: 'varchar' })
  ormas: string;

  @Column({ type: 'int' })
  jumlah: number;

  @Column({ type: 'varchar' })
  status: 'menunggu' | 'selesai' | 'gagal';

  @Column({ type: 'datetime', precision: 3, name: 'selesai_pada', nullable: true })
  selesaiPada: Date | null;
}

/**
 * The result of one ormas in one run with everything needed to replay it to the byte. `skor` and `cakupan` are decimal
 * strings; `masukan` is the frozen input and `jejak` the whole outcome, both canonical JSON.
 */
@Entity('hasil_iko')
export class HasilIko {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'hitung_id' })
  hitungId: number;

  @Column({ type: 'int', name: 'periode_id' })
  periodeId: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'int', name: 'opd_id', nullable: true })
  opdId: number | null;

  @Column({ type: 'varchar' })
  status: 'dinilai' | 'profil-saja';

  @Column({ type: 'boolean' })
  ditandai: boolean;

  @Column({ type: 'varchar', nullable: true })
  skor: string | null;

  @Column({ type: 'int', nullable: true })
  tingkat: number | null;

  @Column({ type: 'varchar', nullable: true })
  sebutan: string | null;

  @Column({ type: 'varchar', nullable: true })
  cakupan: string | null;

  @Column({ type: 'boolean' })
  sementara: boolean;

  @Column({ type: 'varchar' })
  domain: string;

  @Column({ type: 'varchar' })
  bendera: string;

  @Column({ type: 'varchar' })
  masukan: string;

  @Column({ type: 'varchar' })
  jejak: string;

  @Column({ type: 'varchar', name: 'masukan_hash' })
  masukanHash: string;

  @Column({ type: 'varchar', name: 'instrumen_hash' })
  instrumenHash: string;

  @Column({ type: 'datetime', precision: 3, name: 'dihitung_pada' })
  dihitungPada: Date;
}

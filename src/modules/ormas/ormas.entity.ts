import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type BentukOrmas, type JenisDokumen, type StatusOrmas } from './ormas.types.js';

/** One organisasi kemasyarakatan of the register. The `iko*` columns repeat the last complete result for lists; `kegiatanTerakhir` is the last day of its newest verified activity. */
@Entity('ormas')
export class Ormas {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'varchar' })
  nama: string;

  /** The abbreviation that it goes by. */
  @Column({ type: 'varchar', nullable: true })
  singkatan: string | null;

  @Column({ type: 'varchar', name: 'nama_normal' })
  namaNormal: string;

  @Column({ type: 'varchar' })
  cari: string;

  @Column({ type: 'varchar' })
  bentuk: BentukOrmas;

  @Column({ type: 'varchar' })
  status: StatusOrmas;

  @Column({ type: 'varchar', name: 'dasar_hukum_nomor', nullable: true })
  dasarHukumNomor: string | null;

  @Column({ type: 'varchar', name: 'dasar_hukum_normal', nullable: true })
  dasarHukumNormal: string | null;

  @Column({ type: 'date', name: 'dasar_hukum_tanggal', nullable: true })
  dasarHukumTanggal: string | null;

  @Column({ type: 'varchar', name: 'akta_nomor', nullable: true })
  aktaNomor: string | null;

  @Column({ type: 'date', name: 'akta_tanggal', nullable: true })
  aktaTanggal: string | null;

  @Column({ type: 'varchar', nullable: true })
  npwp: string | null;

  @Column({ type: 'varchar', name: 'nomor_skko', nullable: true })
  nomorSkko: string | null;

  @Column({ type: 'date', name: 'skko_berlaku_sampai', nullable: true })
  skkoBerlakuSampai: string | null;

  @Column({ type: 'date', name: 'terdaftar_pada', nullable: true })
  terdaftarPada: string | null;

  @Column({ type: 'int', name: 'kelurahan_id', nullable: true })
  kelurahanId: number | null;

  @Column({ type: 'boolean', name: 'luar_domisili' })
  luarDomisili: boolean;

  @Column({ type: 'varchar' })
  alamat: string;

  @Column({ type: 'varchar', nullable: true })
  rt: string | null;

  @Column({ type: 'varchar', nullable: true })
  rw: string | null;

  /** Key of the address, by which the same house is found; see `kunciAlamat`. */
  @Column({ type: 'varchar', name: 'alamat_kunci', nullable: true })
  alamatKunci: string | null;

  @Column({ type: 'int', name: 'bidang_id', nullable: true })
  bidangId: number | null;

  @Column({ type: 'varchar', name: 'bidang_teks', nullable: true })
  bidangTeks: string | null;

  /**
   * The cluster of today: repeated from its history and the mapping (`opdPada`), moved by whoever first comes on a new day
   * (`HariKlaster`).
   */
  @Column({ type: 'int', name: 'opd_id', nullable: true })
  opdId: number | null;

  /** What it is for, in its own words. */
  @Column({ type: 'varchar', nullable: true })
  tujuan: string | null;

  @Column({ type: 'varchar', name: 'sumber_dana', nullable: true })
  sumberDana: string | null;

  @Column({ type: 'int', name: 'jumlah_anggota', nullable: true })
  jumlahAnggota: number | null;

  @Column({ type: 'varchar', nullable: true })
  telepon: string | null;

  @Column({ type: 'varchar', nullable: true })
  surel: string | null;

  @Column({ type: 'date', name: 'kegiatan_terakhir', nullable: true })
  kegiatanTerakhir: string | null;

  @Column({ type: 'int', name: 'iko_tahun', nullable: true })
  ikoTahun: number | null;

  @Column({ type: 'varchar', name: 'iko_skor', nullable: true })
  ikoSkor: string | null;

  @Column({ type: 'int', name: 'iko_tingkat', nullable: true })
  ikoTingkat: number | null;

  @Column({ type: 'varchar', name: 'iko_sebutan', nullable: true })
  ikoSebutan: string | null;

  @Column({ type: 'boolean', name: 'iko_sementara' })
  ikoSementara: boolean;

  /** The entry that holds in place of this one, once they were merged (module ganda). */
  @Column({ type: 'int', name: 'digabung_ke', nullable: true })
  digabungKe: number | null;

  @Column({ type: 'varchar' })
  sumber: string;

  @Column({ type: 'int' })
  versi: number;

  @Column({ type: 'datetime', precision: 3, name: 'dibuat_pada' })
  dibuatPada: Date;

  @Column({ type: 'datetime', precision: 3, name: 'diubah_pada' })
  diubahPada: Date;
}

/** Who held which office of an ormas, from when to when. */
@Entity('pengurus')
export class Pengurus {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'varchar' })
  jabatan: string;

  @Column({ type: 'varchar' })
  nama: string;

  @Column({ type: 'date' })
  dari: string;

  @Column({ type: 'date', nullable: true })
  sampai: string | null;
}

/** A legal or organisational document of an ormas with its validity. */
@Entity('ormas_dokumen')
export class OrmasDokumen {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'varchar' })
  jenis: JenisDokumen;

  @Column({ type: 'varchar', nullable: true })
  nomor: string | null;

  @Column({ type: 'date', nullable: true })
  tanggal: string | null;

  @Column({ type: 'date', name: 'berlaku_sampai', nullable: true })
  berlakuSampai: string | null;

  @Column({ type: 'varchar' })
  status: 'belum-diperiksa' | 'sah' | 'tidak-sah';

  @Column({ type: 'varchar', name: 'berkas_id', nullable: true })
  berkasId: string | null;
}

/** A day on which the ormas said that its profile still holds. */
@Entity('ormas_konfirmasi')
export class OrmasKonfirmasi {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true })
  id: number;

  @Column({ type: 'int', name: 'ormas_id' })
  ormasId: number;

  @Column({ type: 'date' })
  tanggal: string;

  @Column({ type: 'int', name: 'akun_id', nullable: true })
  akunId: number | null;
}

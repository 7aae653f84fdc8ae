import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { type LembarTulis } from '../../infra/lembar/lembar.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { type BarisEkspor, KOLOM_PRIBADI, KOLOM_UMUM } from './ekspor-kolom.js';
import { bolehEkspor, bolehEksporPribadi } from './ekspor.policy.js';
import { bacaBanyakProfil } from './profil-ormas.js';
import { lingkupOrmas } from './ormas.policy.js';
import { OrmasDaftarService } from './ormas-daftar.service.js';
import { PilahOrmasService } from './pilah-ormas.service.js';
import { type SyaratSql } from './pilah-ormas.types.js';
import { type RingkasOrmas, type SaringanOrmas } from './ormas.types.js';

/**
 * Rows that are read, written and forgotten at a time: so few that they are forgotten while they are young. Of groups of
 * 2000 the process kept two hundred MB until it found the time to look for what nobody holds any more.
 */
const SEKALI = 250;

const KOLOM_LAIN = `o.id, o.nama, o.bentuk, o.alamat, o.rt, o.rw, o.dasar_hukum_nomor AS dasarHukumNomor,
  o.dasar_hukum_tanggal AS dasarHukumTanggal, o.nomor_skko AS nomorSkko, o.skko_berlaku_sampai AS skkoBerlakuSampai,
  o.terdaftar_pada AS terdaftarPada, o.sumber_dana AS sumberDana, o.jumlah_anggota AS jumlahAnggota`;
const PRIBADI = 'o.npwp, o.telepon, o.surel';
const TANPA_PRIBADI = 'NULL AS npwp, NULL AS telepon, NULL AS surel';

type BarisLain = Omit<BarisEkspor, keyof RingkasOrmas | 'ketua' | 'profil' | 'bidangLain'> & {
  id: number;
  nama: string;
};

/** A list of ormas ready to leave. */
export interface EksporOrmas {
  lembar: LembarTulis;
  /** How many ormas the list holds, as told to the audit trail. */
  jumlah: number;
  /** Today and the filter, as a file name in ASCII without an ending. */
  nama: string;
}

/** Takes the list of ormas along as a sheet, with the filters of the list: row after row, however many there are. */
@Injectable()
export class EksporOrmasService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly daftar: OrmasDaftarService,
    private readonly pilah: PilahOrmasService,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  /**
   * Counts the rows, writes into the audit trail who takes what along, and gives the rows by name. They are read in
   * groups behind the last name (keyset) as they are asked for; nothing is read that nobody asks for.
   * @throws DomainError `tidak-berwenang`
   */
  async siapkan(aktor: Aktor, saringan: SaringanOrmas, jenis: 'csv' | 'xlsx'): Promise<EksporOrmas> {
    if (!bolehEkspor(aktor)) throw new DomainError('tidak-berwenang');
    const pribadi = bolehEksporPribadi(aktor);
    const syarat = await this.pilah.syarat(lingkupOrmas(aktor), saringan);
    const [hitung] = await this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM ormas o WHERE ${syarat.sql}`, [
      ...syarat.nilai,
    ]);
    const jumlah = Number(hitung?.n ?? 0);
    const dipakai = Object.fromEntries(
      Object.entries(saringan).filter(([k, v]) => v !== '' && k !== 'urut' && k !== 'arah'),
    );
    await this.transaksi.jalankan((em) =>
      this.audit.catat(em, aktor, {
        ...{ aksi: 'ormas.ekspor', objek: 'register', objekId: `ormas.${jenis}` },
        ringkasan: `Daftar ormas diunduh (${jenis.toUpperCase()}): ${jumlah} ormas${pribadi ? ', dengan kontak dan NPWP' : ''}`,
        rincian: { saringan: dipakai, jumlah, pribadi },
      }),
    );
    const kolom = [...KOLOM_UMUM, ...(pribadi ? KOLOM_PRIBADI : [])];
    return {
      jumlah,
      nama: namaBerkas(this.daftar.hari(), dipakai),
      lembar: { kolom, kelompok: this.kelompok(syarat, pribadi, (o) => kolom.map((k) => k.nilai(o))) },
    };
  }

  private async *kelompok<T>(syarat: SyaratSql, pribadi: boolean, susun: (o: BarisEkspor) => T): AsyncGenerator<T[]> {
    let sesudah: BarisLain | undefined;
    for (;;) {
      const lanjut = sesudah ? 'AND o.nama >= ? AND (o.nama > ? OR o.id > ?)' : '';
      const baris = await this.db.query<BarisLain[]>(
        `SELECT ${KOLOM_LAIN}, ${pribadi ? PRIBADI : TANPA_PRIBADI} FROM ormas o FORCE INDEX (ix_ormas_menurut_nama)
         WHERE ${syarat.sql} ${lanjut} ORDER BY o.nama, o.id LIMIT ${SEKALI}`,
        [...syarat.nilai, ...(sesudah ? [sesudah.nama, sesudah.nama, sesudah.id] : [])],
      );
      if (baris.length > 0) yield (await this.lengkapi(baris, pribadi)).map(susun);
      if (baris.length < SEKALI) return;
      sesudah = baris.at(-1);
    }
  }

  private async lengkapi(baris: readonly BarisLain[], pribadi: boolean): Promise<BarisEkspor[]> {
    const id = baris.map((b) => b.id);
    const [ringkas, ketua, { profil, bidangLain }] = await Promise.all([
      this.daftar.ringkas(id),
      pribadi ? this.ketua(id) : null,
      bacaBanyakProfil(this.db, id),
    ]);
    const perId = new Map(ringkas.map((r) => [r.id, r]));
    return baris.flatMap((b) => {
      const r = perId.get(b.id);
      if (!r) return [];
      const lain = (bidangLain.get(b.id) ?? []).join(', ');
      return [{ ...b, ...r, profil: profil.get(b.id) ?? null, bidangLain: lain, ketua: ketua?.get(b.id) ?? null }];
    });
  }

  private async ketua(id: readonly number[]): Promise<Map<number, string>> {
    const baris = await this.db.query<{ id: number; nama: string }[]>(
      `SELECT ormas_id AS id, nama FROM pengurus
       WHERE ormas_id IN (?) AND jabatan = 'ketua' AND (sampai IS NULL OR sampai >= ?) ORDER BY dari, id`,
      [id, this.daftar.hari()],
    );
    return new Map(baris.map((b) => [b.id, b.nama]));
  }
}

function namaBerkas(hari: string, saringan: Record<string, string>): string {
  const bagian = Object.entries(saringan).map(([k, v]) => `${k}-${v}`);
  return ['ormas', hari, ...bagian]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/-+$/, '');
}

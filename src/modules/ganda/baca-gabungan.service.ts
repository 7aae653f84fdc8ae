import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { bolehLihatGanda } from '../ormas/ormas.policy.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { SEBUTAN_PILIHAN } from './beda.js';
import { TABEL_PINDAH } from './gabung.tabel.js';
import { bolehBatalkanGabungan } from './ganda.policy.js';
import { type RincianGabungan } from './ganda.types.js';
import { halanganBatal } from './halangan-batal.js';
import { type KeadaanGabungan } from './penggabungan.service.js';

const PER_HALAMAN = 25;

interface Baris {
  id: number;
  asalId: number;
  asalNama: string;
  asalStatus: StatusOrmas;
  asalKelurahan: string | null;
  tujuanId: number;
  tujuanNama: string;
  tujuanStatus: StatusOrmas;
  tujuanKelurahan: string | null;
  alasan: string;
  oleh: string | null;
  pada: Date;
  batalOleh: string | null;
  batalPada: Date | null;
  batalAlasan: string | null;
  batalHasil: string | null;
  keadaan: string;
  tertutup: string;
  versi: number;
}

const KOLOM = `g.id, g.asal_id AS asalId, a.nama AS asalNama, a.status AS asalStatus, ka.nama AS asalKelurahan,
  g.tujuan_id AS tujuanId, t.nama AS tujuanNama, t.status AS tujuanStatus, kt.nama AS tujuanKelurahan, g.alasan,
  u.nama AS oleh, g.dibuat_pada AS pada, b.nama AS batalOleh, g.dibatalkan_pada AS batalPada,
  g.alasan_batal AS batalAlasan, g.hasil_batal AS batalHasil, g.keadaan_lama AS keadaan, g.tertutup, g.versi`;
const DARI = `FROM penggabungan g JOIN ormas a ON a.id = g.asal_id JOIN ormas t ON t.id = g.tujuan_id
  LEFT JOIN kelurahan ka ON ka.id = a.kelurahan_id LEFT JOIN kelurahan kt ON kt.id = t.kelurahan_id
  LEFT JOIN akun u ON u.id = g.dibuat_oleh LEFT JOIN akun b ON b.id = g.dibatalkan_oleh`;

/** One line of the list of what was merged. */
export type RingkasGabungan = Pick<RincianGabungan, 'id' | 'asal' | 'tujuan' | 'alasan' | 'oleh' | 'pada' | 'batal'>;

/** What was merged, as it is read. */
@Injectable()
export class BacaGabunganService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Everything that was merged, newest first. @param halaman from 1 @throws DomainError `tidak-berwenang` */
  async daftar(aktor: Aktor, halaman: number): Promise<Halaman<RingkasGabungan>> {
    if (!bolehLihatGanda(aktor)) throw new DomainError('tidak-berwenang');
    const [hitung] = await this.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM penggabungan');
    const baris = await this.db.query<Baris[]>(`SELECT ${KOLOM} ${DARI} ORDER BY g.id DESC LIMIT ? OFFSET ?`, [
      PER_HALAMAN,
      (halaman - 1) * PER_HALAMAN,
    ]);
    return { isi: baris.map(ringkas), halaman, perHalaman: PER_HALAMAN, jumlah: Number(hitung?.n ?? 0) };
  }

  /** One merging, with what it moved and what its undoing would meet. @throws DomainError `tidak-ditemukan` */
  async rinci(aktor: Aktor, id: number): Promise<RincianGabungan> {
    if (!bolehLihatGanda(aktor)) throw new DomainError('tidak-berwenang');
    const [b] = await this.db.query<Baris[]>(`SELECT ${KOLOM} ${DARI} WHERE g.id = ?`, [id]);
    if (!b) throw new DomainError('tidak-ditemukan');
    const jumlah = new Map(
      (
        await this.db.query<{ tabel: string; n: string }[]>(
          'SELECT tabel, COUNT(*) AS n FROM penggabungan_baris WHERE penggabungan_id = ? GROUP BY tabel',
          [id],
        )
      ).map((x) => [x.tabel, Number(x.n)]),
    );
    const keadaan = JSON.parse(b.keadaan) as KeadaanGabungan;
    const berlaku = b.batalPada === null;
    const { asalId, tujuanId } = b;
    const tertutup = JSON.parse(b.tertutup) as number[];
    const puncakPengurus = keadaan.pengurus?.puncak ?? null;
    return {
      ...ringkas(b),
      dipindah: TABEL_PINDAH.flatMap(({ tabel, sebutan }) => {
        const n = jumlah.get(tabel) ?? 0;
        return n === 0 ? [] : [{ sebutan, jumlah: n }];
      }),
      diambil: [
        ...keadaan.fakta.map(({ fakta, sebelum, sesudah }) => ({ label: SEBUTAN_PILIHAN[fakta], sebelum, sesudah })),
        ...(keadaan.pengurus
          ? [
              {
                label: SEBUTAN_PILIHAN.pengurus,
                ...{ sebelum: keadaan.pengurus.sebelum, sesudah: keadaan.pengurus.sesudah },
              },
            ]
          : []),
        ...(keadaan.nomor
          ? [
              {
                label: SEBUTAN_PILIHAN.skko,
                ...{ sebelum: keadaan.nomor.lama.nomor ?? '', sesudah: keadaan.nomor.baru.nomor ?? '' },
              },
            ]
          : []),
      ],
      versi: b.versi,
      bolehBatalkan: bolehBatalkanGabungan(aktor, { berlaku }),
      halangan: berlaku ? await halanganBatal(this.db, { id, asalId, tujuanId, tertutup, puncakPengurus }) : null,
    };
  }

  /** The merging in force by which an entry came under another. @throws DomainError `tidak-ditemukan` */
  async menurutCatatan(aktor: Aktor, asalId: number): Promise<number> {
    if (!bolehLihatGanda(aktor)) throw new DomainError('tidak-berwenang');
    const [b] = await this.db.query<{ id: number }[]>(
      'SELECT id FROM penggabungan WHERE asal_id = ? AND dibatalkan_pada IS NULL',
      [asalId],
    );
    if (!b) throw new DomainError('tidak-ditemukan');
    return b.id;
  }
}

const ringkas = (b: Baris): RingkasGabungan => ({
  ...{ id: b.id, alasan: b.alasan, oleh: b.oleh, pada: b.pada },
  asal: { id: b.asalId, nama: b.asalNama, status: b.asalStatus, kelurahan: b.asalKelurahan },
  tujuan: { id: b.tujuanId, nama: b.tujuanNama, status: b.tujuanStatus, kelurahan: b.tujuanKelurahan },
  batal:
    b.batalPada === null
      ? null
      : {
          ...{ oleh: b.batalOleh, pada: b.batalPada, alasan: b.batalAlasan ?? '' },
          hasil: JSON.parse(b.batalHasil ?? '[]') as string[],
        },
});

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { bolehLihatImpor } from './impor.policy.js';
import { type BarisLengkap, type PilahBaris, type PratinjauImpor, type RingkasImpor } from './impor.types.js';

const PER_HALAMAN = 50;
const DAFTAR_MAKS = 20;

/** A row of `impor` as read. */
type Baris = Omit<PratinjauImpor, 'judul' | 'hitungan'> & { judul: string | null; dibuatOleh: number };

type BarisTersimpan = Omit<
  BarisLengkap,
  'catatan' | 'kembaranOrmas' | 'miripOrmas' | 'dilewati' | 'dikoreksi' | 'sel' | 'selAsal'
> & {
  sel: string;
  selAsal: string | null;
  catatan: string | null;
  ormasId: number | null;
  ormasNama: string | null;
  miripId: number | null;
  miripNama: string | null;
  dilewati: number;
  dikoreksiOleh: string | null;
  dikoreksiPada: Date | null;
};

const PILAH: Readonly<Record<PilahBaris, string>> = {
  diterima: "b.dilewati = 0 AND b.hasil = 'diterima'",
  ganda: "b.dilewati = 0 AND b.hasil = 'ganda'",
  ditolak: "b.dilewati = 0 AND b.hasil = 'ditolak'",
  mirip: "b.dilewati = 0 AND b.hasil = 'diterima' AND (b.mirip IS NOT NULL OR b.mirip_ormas IS NOT NULL)",
  dilewati: 'b.dilewati = 1',
  dikoreksi: 'b.dikoreksi_pada IS NOT NULL',
};

const PILIH_BARIS = `SELECT b.nomor, b.nama, b.sel, b.sel_asal AS selAsal, b.hasil, b.alasan, b.catatan, b.kembaran,
    b.kembaran_ormas AS ormasId, o.nama AS ormasNama, b.mirip, m.id AS miripId, m.nama AS miripNama, b.dilewati, a.nama AS dikoreksiOleh,
    b.dikoreksi_pada AS dikoreksiPada, b.versi
  FROM impor_baris b LEFT JOIN ormas o ON o.id = b.kembaran_ormas LEFT JOIN ormas m ON m.id = b.mirip_ormas
    LEFT JOIN akun a ON a.id = b.dikoreksi_oleh`;

/** Reads previews of imports, for who sent the file. */
@Injectable()
export class ImporBacaService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The actor's own previews, newest first. */
  async daftar(aktor: Aktor): Promise<RingkasImpor[]> {
    return this.db.query<RingkasImpor[]>(
      `SELECT id, berkas, status, jumlah, masuk, dibuat_pada AS dibuatPada FROM impor
       WHERE dibuat_oleh = ? AND kedaluwarsa_pada > ? ORDER BY id DESC LIMIT ${DAFTAR_MAKS}`,
      [aktor.id, this.clock.sekarang()],
    );
  }

  /** One preview. @throws DomainError `tidak-ditemukan` also for what is somebody else's or has expired */
  async pratinjau(aktor: Aktor, id: number): Promise<PratinjauImpor> {
    const [baris] = await this.db.query<Baris[]>(
      `SELECT id, berkas, ukuran, status, tata_letak AS tataLetak, judul, jumlah, diproses, masuk, pesan, versi,
         dibuat_oleh AS dibuatOleh, dibuat_pada AS dibuatPada, mulai_pada AS mulaiPada, selesai_pada AS selesaiPada,
         kedaluwarsa_pada AS kedaluwarsaPada
       FROM impor WHERE id = ? AND kedaluwarsa_pada > ?`,
      [id, this.clock.sekarang()],
    );
    if (!baris || !bolehLihatImpor(aktor, baris)) {
      throw new DomainError(
        'tidak-ditemukan',
        'Pratinjau impor ini tidak ada: mungkin sudah dibatalkan atau lewat masanya. Kirim berkasnya lagi.',
      );
    }
    const { dibuatOleh: _, judul, ...isi } = baris;
    return { ...isi, judul: judul === null ? [] : (JSON.parse(judul) as string[]), hitungan: await this.hitungan(id) };
  }

  /** One page of the lines of a preview that `pratinjau` has given, in the order of the file. */
  async baris(id: number, pilah: PilahBaris | null, halaman: number): Promise<Halaman<BarisLengkap>> {
    const dimana = `WHERE b.impor_id = ?${pilah === null ? '' : ` AND ${PILAH[pilah]}`}`;
    const [[hitung], isi] = await Promise.all([
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM impor_baris b ${dimana}`, [id]),
      this.db.query<BarisTersimpan[]>(`${PILIH_BARIS} ${dimana} ORDER BY b.nomor LIMIT ? OFFSET ?`, [
        ...[id, PER_HALAMAN, (halaman - 1) * PER_HALAMAN],
      ]),
    ]);
    return { isi: isi.map(keBaris), halaman, perHalaman: PER_HALAMAN, jumlah: Number(hitung?.n ?? 0) };
  }

  /** One line of a preview that `pratinjau` has given. @throws DomainError `tidak-ditemukan` */
  async satuBaris(id: number, nomor: number): Promise<BarisLengkap> {
    const [baris] = await this.db.query<BarisTersimpan[]>(`${PILIH_BARIS} WHERE b.impor_id = ? AND b.nomor = ?`, [
      id,
      nomor,
    ]);
    if (!baris) throw new DomainError('tidak-ditemukan');
    return keBaris(baris);
  }

  private async hitungan(id: number): Promise<PratinjauImpor['hitungan']> {
    const [baris] = await this.db.query<Record<PilahBaris, string | null>[]>(
      `SELECT ${Object.entries(PILAH)
        .map(([nama, sql]) => `SUM(${sql}) AS ${nama}`)
        .join(', ')} FROM impor_baris b WHERE b.impor_id = ?`,
      [id],
    );
    const n = (pilah: PilahBaris): number => Number(baris?.[pilah] ?? 0);
    return {
      ...{ diterima: n('diterima'), ganda: n('ganda'), ditolak: n('ditolak'), mirip: n('mirip') },
      ...{ dilewati: n('dilewati'), dikoreksi: n('dikoreksi') },
    };
  }
}

function keBaris(b: BarisTersimpan): BarisLengkap {
  return {
    ...{ nomor: b.nomor, nama: b.nama, hasil: b.hasil, alasan: b.alasan, kembaran: b.kembaran, versi: b.versi },
    mirip: b.mirip,
    miripOrmas: b.miripId === null ? null : { id: b.miripId, nama: b.miripNama ?? '' },
    catatan: b.catatan === null ? [] : (JSON.parse(b.catatan) as BarisLengkap['catatan']),
    kembaranOrmas: b.ormasId === null ? null : { id: b.ormasId, nama: b.ormasNama ?? '' },
    dilewati: Boolean(b.dilewati),
    dikoreksi: b.dikoreksiPada === null ? null : { oleh: b.dikoreksiOleh ?? 'Sistem', pada: b.dikoreksiPada },
    sel: JSON.parse(b.sel) as string[],
    selAsal: b.selAsal === null ? null : (JSON.parse(b.selAsal) as string[]),
  };
}

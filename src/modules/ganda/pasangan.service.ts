import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { bacaBerciri } from '../ormas/cari-kembaran.service.js';
import { ciriOrmas, kekuatanKembar, SEBAB_KEMBAR, sebabKembar, type SebabKembar } from '../ormas/kembaran.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { bolehLihatGanda } from '../ormas/ormas.policy.js';
import { type AksiPasangan, berwenangPasangan, bolehPasangan, type StatusPasangan } from './ganda.policy.js';
import { type RingkasPasangan, type SaringanGanda } from './ganda.types.js';

const PER_HALAMAN = 25;
const HITUNG_MAKS = 10_000;
const ALASAN_MIN = 5;
const ALASAN_MAKS = 500;

interface Baris {
  id: number;
  aId: number;
  aNama: string;
  aStatus: StatusOrmas;
  aKelurahan: string | null;
  bId: number;
  bNama: string;
  bStatus: StatusOrmas;
  bKelurahan: string | null;
  sebab: string;
  alasan: string | null;
  diputuskanOleh: string | null;
  diputuskanPada: Date | null;
  ditemukanPada: Date;
}

/** What was kept of a pair; `versi` 0: nothing yet. */
export interface PasanganTersimpan {
  status: StatusPasangan | null;
  versi: number;
  alasan: string | null;
  oleh: string | null;
  pada: Date | null;
}

/** SQL: pairs of which neither entry was merged. */
const KEDUANYA = `pasangan_kembar p JOIN ormas a ON a.id = p.ormas_a AND a.status <> 'digabung'
  JOIN ormas b ON b.id = p.ormas_b AND b.status <> 'digabung'`;

const SEBUTAN: Readonly<Record<StatusPasangan, string>> = {
  dugaan: 'Mungkin kembar',
  'bukan-kembaran': 'Bukan kembaran',
};

/** Pairs of entries that may be one organisation: listed, and decided to be two. */
@Injectable()
export class PasanganService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** One page of pairs, the strongest suspicion first. @param halaman from 1 @throws DomainError `tidak-berwenang` */
  async daftar(aktor: Aktor, s: SaringanGanda, halaman: number): Promise<Halaman<RingkasPasangan>> {
    if (!bolehLihatGanda(aktor)) throw new DomainError('tidak-berwenang');
    const syarat = `WHERE p.status = ?${s.sebab === '' ? '' : ' AND p.sebab LIKE ?'}`;
    const nilai = [s.status, ...(s.sebab === '' ? [] : [`%,${s.sebab},%`])];
    const [hitung] = await this.db.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM ${KEDUANYA} ${syarat} LIMIT ${HITUNG_MAKS + 1}) h`,
      nilai,
    );
    const n = Number(hitung?.n ?? 0);
    const urut = s.status === 'dugaan' ? 'p.kekuatan DESC, p.id' : 'p.diputuskan_pada DESC, p.id DESC';
    const baris = await this.db.query<Baris[]>(
      `SELECT p.id, a.id AS aId, a.nama AS aNama, a.status AS aStatus, ka.nama AS aKelurahan,
         b.id AS bId, b.nama AS bNama, b.status AS bStatus, kb.nama AS bKelurahan, p.sebab, p.alasan,
         u.nama AS diputuskanOleh, p.diputuskan_pada AS diputuskanPada, p.ditemukan_pada AS ditemukanPada
       FROM ${KEDUANYA} LEFT JOIN kelurahan ka ON ka.id = a.kelurahan_id LEFT JOIN kelurahan kb ON kb.id = b.kelurahan_id
         LEFT JOIN akun u ON u.id = p.diputuskan_oleh
       ${syarat} ORDER BY ${urut} LIMIT ? OFFSET ?`,
      [...nilai, PER_HALAMAN, (Math.min(halaman, HITUNG_MAKS / PER_HALAMAN) - 1) * PER_HALAMAN],
    );
    return {
      isi: baris.map((b) => ({
        ...{ id: b.id, alasan: b.alasan, diputuskanOleh: b.diputuskanOleh, diputuskanPada: b.diputuskanPada },
        a: { id: b.aId, nama: b.aNama, status: b.aStatus, kelurahan: b.aKelurahan },
        b: { id: b.bId, nama: b.bNama, status: b.bStatus, kelurahan: b.bKelurahan },
        ...{ sebab: bacaSebab(b.sebab), ditemukanPada: b.ditemukanPada },
      })),
      ...{ halaman, perHalaman: PER_HALAMAN, jumlah: Math.min(n, HITUNG_MAKS), lebih: n > HITUNG_MAKS },
    };
  }

  /** What was kept of two entries; nothing when nobody has suspected them. */
  async tersimpan(em: EntityManager, a: number, b: number, kunci = false): Promise<PasanganTersimpan> {
    const [p] = await em.query<PasanganTersimpan[]>(
      `SELECT p.status, p.versi, p.alasan, u.nama AS oleh, p.diputuskan_pada AS pada FROM pasangan_kembar p
       LEFT JOIN akun u ON u.id = p.diputuskan_oleh WHERE p.ormas_a = ? AND p.ormas_b = ?${kunci ? ' FOR UPDATE' : ''}`,
      urutkan(a, b),
    );
    return p ?? { status: null, versi: 0, alasan: null, oleh: null, pada: null };
  }

  /**
   * Says of two entries that they are two organisations; remembered, so that nobody asks again.
   * @param versi of the pair as the person saw it; 0: nothing was kept of it
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `isian-tidak-sah` without a reason, `transisi-tidak-sah`,
   *   `versi-berbeda` with both words
   */
  async nyatakanBukan(aktor: Aktor, a: number, b: number, versi: number, alasan: string): Promise<void> {
    await this.putuskan(aktor, a, b, { aksi: 'nyatakanBukan', ke: 'bukan-kembaran', versi, alasan });
  }

  /** Takes that back: they are suspected again. Errors as `nyatakanBukan`. */
  async tarik(aktor: Aktor, a: number, b: number, versi: number, alasan: string): Promise<void> {
    await this.putuskan(aktor, a, b, { aksi: 'tarik', ke: 'dugaan', versi, alasan });
  }

  private async putuskan(
    aktor: Aktor,
    a: number,
    b: number,
    k: { aksi: AksiPasangan; ke: StatusPasangan; versi: number; alasan: string },
  ): Promise<void> {
    const alasan = alasanWajib(k.alasan);
    await this.transaksi.jalankan(async (em) => {
      if (!bolehLihatGanda(aktor)) throw new DomainError('tidak-berwenang');
      const [x, y] = urutkan(a, b);
      await em.query('SELECT id FROM ormas WHERE id IN (?) ORDER BY id FOR UPDATE', [[x, y]]);
      const ormas = await bacaBerciri(em, [x, y]);
      const [satu, dua] = ormas;
      if (!satu || !dua) throw new DomainError('tidak-ditemukan');
      if (!berwenangPasangan(aktor, k.aksi)) throw new DomainError('tidak-berwenang');
      const lama = await this.tersimpan(em, x, y, true);
      if (lama.versi !== k.versi)
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'pasangan', `${x}-${y}`)),
          milikAnda: { Keputusan: SEBUTAN[k.ke], Alasan: alasan },
          tersimpan: { Keputusan: lama.status === null ? '' : SEBUTAN[lama.status], Alasan: lama.alasan ?? '' },
        });
      const sudahDigabung = ormas.some((o) => o.digabungKe !== null);
      if (!bolehPasangan(aktor, k.aksi, { status: lama.status, sudahDigabung }))
        throw new DomainError('transisi-tidak-sah');
      const sebab = sebabKembar(ciriOrmas(satu), ciriOrmas(dua));
      const kini = this.clock.sekarang();
      const nilai = {
        ...{ sebab: `,${sebab.join(',')},`, kekuatan: kekuatanKembar(sebab, satu.kelurahanId === dua.kelurahanId) },
        ...{ status: k.ke, alasan, oleh: aktor.id, kini },
      };
      await this.tulis(em, [x, y], k.versi, nilai);
      await this.audit.catat(
        em,
        aktor,
        ...[satu, dua].map((o, i) => ({
          ...{ aksi: k.ke === 'dugaan' ? 'ganda.tarik-bukan' : 'ganda.bukan-kembaran', objek: 'pasangan' },
          ...{ objekId: `${x}-${y}`, ormasId: o.id },
          ringkasan:
            k.ke === 'dugaan'
              ? `Pernyataan bukan kembaran dengan “${[satu, dua][1 - i]?.nama ?? ''}” ditarik`
              : `Dinyatakan bukan kembaran dari “${[satu, dua][1 - i]?.nama ?? ''}”`,
          rincian: { alasan },
        })),
      );
    });
  }

  private async tulis(
    em: EntityManager,
    pasangan: [number, number],
    versi: number,
    n: { sebab: string; kekuatan: number; status: string; alasan: string; oleh: number | null; kini: Date },
  ): Promise<void> {
    if (versi === 0) {
      await em.query(
        `INSERT INTO pasangan_kembar (ormas_a, ormas_b, sebab, kekuatan, status, alasan, diputuskan_oleh,
           diputuskan_pada, ditemukan_pada, terlihat_pada) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [...pasangan, n.sebab, n.kekuatan, n.status, n.alasan, n.oleh, n.kini, n.kini, n.kini],
      );
      return;
    }
    const { affectedRows } = await em.query<{ affectedRows: number }>(
      `UPDATE pasangan_kembar SET status = ?, alasan = ?, diputuskan_oleh = ?, diputuskan_pada = ?, versi = versi + 1
       WHERE ormas_a = ? AND ormas_b = ? AND versi = ?`,
      [n.status, n.alasan, n.oleh, n.kini, ...pasangan, versi],
    );
    if (affectedRows !== 1) throw new DomainError('versi-berbeda');
  }
}

/** Smaller id first. */
export const urutkan = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

const bacaSebab = (teks: string): SebabKembar[] => SEBAB_KEMBAR.filter((s) => teks.includes(`,${s},`));

/** A reason that says something, as the form's field `alasan`. @throws DomainError `isian-tidak-sah` */
export function alasanWajib(teks: string): string {
  const alasan = teks.trim();
  const salah = (pesan: string) => new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'alasan', pesan }] });
  if (alasan.length < ALASAN_MIN) throw salah('Tulis alasannya, agar yang membaca kelak mengerti.');
  if (alasan.length > ALASAN_MAKS) throw salah(`Alasan paling banyak ${ALASAN_MAKS} huruf.`);
  return alasan;
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { satukanJY } from '../../common/kata-cari.js';
import { polaCari } from '../../common/normalisasi.js';
import { type Halaman } from '../../common/page.js';
import { bolehKelolaAkun } from './akun.policy.js';
import {
  type KeadaanAkun,
  ORMAS_DICARI_MAKS,
  type OrmasDicari,
  type RingkasAkun,
  type SaringanAkun,
} from './akun.types.js';

const PER_HALAMAN = 25;
const DARI = 'FROM akun a LEFT JOIN opd p ON p.id = a.opd_id LEFT JOIN ormas o ON o.id = a.ormas_id';

const SYARAT_KEADAAN: Readonly<Record<KeadaanAkun, string>> = {
  aktif: 'a.aktif = 1 AND a.sandi IS NOT NULL',
  'belum-sandi': 'a.aktif = 1 AND a.sandi IS NULL',
  nonaktif: 'a.aktif = 0',
};

type BarisAkun = Omit<RingkasAkun, 'aktif' | 'punyaSandi'> & { aktif: number; punyaSandi: number };

/** The accounts as the admin reads them. */
@Injectable()
export class DaftarAkunService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * One page of the accounts by role and name. One account per ormas makes thousands at most, so a search may read them
   * all. @throws DomainError `tidak-berwenang`
   * @param halaman from 1; beyond the end the page is empty
   */
  async daftar(
    aktor: Aktor,
    s: SaringanAkun,
    halaman: number,
    perHalaman = PER_HALAMAN,
  ): Promise<Halaman<RingkasAkun>> {
    if (!bolehKelolaAkun(aktor)) throw new DomainError('tidak-berwenang');
    const syarat: string[] = ['1 = 1'];
    const nilai: unknown[] = [];
    if (s.cari !== '') {
      const pola = `%${s.cari.replace(/[\\%_]/g, '\\$&')}%`;
      syarat.push('(a.nama LIKE ? OR a.surel LIKE ? OR o.nama LIKE ? OR p.nama LIKE ?)');
      nilai.push(pola, pola, pola, pola);
    }
    if (s.peran !== '') {
      syarat.push('a.peran = ?');
      nilai.push(s.peran);
    }
    if (s.keadaan !== '') syarat.push(SYARAT_KEADAAN[s.keadaan]);
    const dimana = `WHERE ${syarat.join(' AND ')}`;
    const [[hitung], baris] = await Promise.all([
      this.db.query<{ n: number }[]>(`SELECT COUNT(*) AS n ${DARI} ${dimana}`, nilai),
      this.db.query<BarisAkun[]>(
        `SELECT a.id, a.surel, a.nama, a.peran, a.opd_id AS opdId, p.nama AS opdNama, a.ormas_id AS ormasId, o.nama AS ormasNama,
                a.aktif, a.sandi IS NOT NULL AS punyaSandi, a.versi
         ${DARI} ${dimana} ORDER BY a.peran, a.nama, a.id LIMIT ? OFFSET ?`,
        [...nilai, perHalaman, (halaman - 1) * perHalaman],
      ),
    ]);
    return {
      isi: baris.map((b) => ({ ...b, aktif: Boolean(Number(b.aktif)), punyaSandi: Boolean(Number(b.punyaSandi)) })),
      halaman,
      perHalaman,
      jumlah: Number(hitung?.n ?? 0),
    };
  }

  /**
   * The ormas of which somebody may become the secretary, by name: found by words of the name or the kelurahan, by the
   * number at the end of its address, or by the beginning of the number of one of its papers. At most one more than
   * `ORMAS_DICARI_MAKS`, which says that there are others. @throws DomainError `tidak-berwenang`
   */
  async cariOrmas(aktor: Aktor, cari: string): Promise<OrmasDicari[]> {
    if (!bolehKelolaAkun(aktor)) throw new DomainError('tidak-berwenang');
    const pola = polaCari(cari).map(satukanJY);
    if (pola.length === 0) return [];
    const syarat = [`(${pola.map(() => 'o.cari LIKE ?').join(' AND ')})`];
    const nilai: unknown[] = [...pola];
    const nomor = cari.trim();
    if (/^\d{1,9}$/.test(nomor)) {
      syarat.push('o.id = ?');
      nilai.push(Number(nomor));
    }
    if (nomor.replace(/\D/g, '').length >= 5) {
      const awalan = `${nomor.replace(/[\\%_]/g, '\\$&')}%`;
      syarat.push('o.nomor_skko LIKE ?', 'o.id IN (SELECT d.ormas_id FROM ormas_dokumen d WHERE d.nomor LIKE ?)');
      nilai.push(awalan, awalan);
    }
    const baris = await this.db.query<(Omit<OrmasDicari, 'akun'> & { akun: string })[]>(
      `SELECT o.id, o.nama, l.nama AS kelurahan,
              (SELECT COUNT(*) FROM akun a WHERE a.ormas_id = o.id AND a.aktif = 1) AS akun
       FROM ormas o LEFT JOIN kelurahan l ON l.id = o.kelurahan_id
       WHERE o.digabung_ke IS NULL AND (${syarat.join(' OR ')}) ORDER BY o.nama, o.id LIMIT ?`,
      [...nilai, ORMAS_DICARI_MAKS + 1],
    );
    return baris.map((b) => ({ ...b, akun: Number(b.akun) }));
  }
}

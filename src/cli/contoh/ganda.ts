import { type INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { CariPasanganService } from '../../modules/ganda/cari-pasangan.service.js';
import { PasanganService } from '../../modules/ganda/pasangan.service.js';
import { PenggabunganService } from '../../modules/ganda/penggabungan.service.js';

/** The one of a later file, and of whom it may be another entry; what an officer has said of the two. */
const KISAH = [
  {
    nama: 'Sanggar Angklung Pasir Umpama',
    putusan: 'bukan',
    alasan: 'Dua organisasi yang menumpang di satu rumah; pengurus dan kegiatannya berbeda (rekaan).',
  },
  {
    nama: 'Himpunan Degung Talaga Khayal',
    putusan: 'gabung',
    alasan: 'Sekretariatnya pindah kelurahan lalu mendaftar lagi; pengurusnya sama (rekaan).',
  },
] as const;

interface Pasangan {
  a: number;
  b: number;
  versi: number;
  versiA: number;
  versiB: number;
}

/**
 * What officers meet after a second file was read: pairs that wait for a word, one of which it was said, and one that
 * was merged. @returns a sentence of what was found
 */
export async function putuskanGanda(app: INestApplicationContext): Promise<string> {
  const db = app.get<DataSource>(getDataSourceToken(), { strict: false });
  await app.get(CariPasanganService, { strict: false }).kerjakan();
  const [pj] = await db.query<{ id: number; nama: string }[]>(
    "SELECT id, nama FROM akun WHERE peran = 'petugas' ORDER BY id LIMIT 1",
  );
  const petugas: Aktor = pj ? { ...pj, peran: 'petugas', opdId: null, ormasId: null } : AKTOR_SISTEM;
  for (const { nama, putusan, alasan } of KISAH) {
    // The later entry is the larger number.
    const [p] = await db.query<Pasangan[]>(
      `SELECT p.ormas_a AS a, p.ormas_b AS b, p.versi, x.versi AS versiA, y.versi AS versiB FROM pasangan_kembar p
         JOIN ormas x ON x.id = p.ormas_a JOIN ormas y ON y.id = p.ormas_b
       WHERE y.nama = ? AND p.status = 'dugaan' ORDER BY p.id LIMIT 1`,
      [nama],
    );
    if (!p) continue;
    if (putusan === 'bukan') {
      await app.get(PasanganService, { strict: false }).nyatakanBukan(petugas, p.a, p.b, p.versi, alasan);
    } else {
      await app.get(PenggabunganService, { strict: false }).gabungkan(petugas, {
        ...{ asalId: p.b, tujuanId: p.a, versiAsal: p.versiB, versiTujuan: p.versiA },
        ...{ ambil: ['sekretariat', 'kontak'], alasan },
      });
    }
  }
  const [n] = await db.query<{ n: string }[]>(
    `SELECT COUNT(*) AS n FROM pasangan_kembar p JOIN ormas a ON a.id = p.ormas_a AND a.status <> 'digabung'
       JOIN ormas b ON b.id = p.ormas_b AND b.status <> 'digabung' WHERE p.status = 'dugaan'`,
  );
  return `${n?.n ?? 0} pasangan menunggu keputusan, 1 dinyatakan bukan kembaran, 1 digabung`;
}

import { type Connection } from 'mysql2/promise';
import { SQL_RIWAYAT_STATUS } from './riwayat-status.ts';

/** What to make: `jumlah` ormas with a year of work in the window of `tahun`. Equal `benih` makes equal data. */
export interface PilihanSintetis {
  jumlah: number;
  tahun: number;
  benih: number;
}

/** A small generator (mulberry32) of numbers in [0, 1): tests must be repeatable. */
export function pengacak(benih: number): () => number {
  let a = benih >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const INDIKATOR_MANUSIA = ['EFK2', 'EFS1', 'KBL2', 'KBL3', 'KTH1', 'KTH2'];
const DOKUMEN = ['dasar-hukum', 'ad-art', 'sk-pengurus', 'program-kerja', 'sop-keuangan', 'domisili', 'npwp'];
const HARI = 86_400_000;

const hari = (dasar: string, geser: number): string =>
  new Date(Date.parse(`${dasar}T00:00:00Z`) + geser * HARI).toISOString().slice(0, 10);

/**
 * Fills a migrated database (with reference data and the period of the year) with invented ormas and everything that
 * facts are made of, including what lies just outside of every border. Plain SQL, so that tests and benches share it.
 * @returns ids of the ormas, ascending
 */
export async function isiSintetis(k: Connection, { jumlah, tahun, benih }: PilihanSintetis): Promise<number[]> {
  const acak = pengacak(benih);
  const bulat = (n: number): number => Math.floor(acak() * n);
  const mungkin = (p: number): boolean => acak() < p;
  const pilih = <T>(isi: readonly T[]): T => isi[bulat(isi.length)] as T;
  const ambil = async (sql: string, nilai: unknown[] = []): Promise<Record<string, number>[]> =>
    (await k.query(sql, nilai))[0] as Record<string, number>[];
  const sisip = async (tabel: string, kolom: string, baris: unknown[][]): Promise<void> => {
    for (let i = 0; i < baris.length; i += 2000)
      await k.query(`INSERT INTO ${tabel} (${kolom}) VALUES ?`, [baris.slice(i, i + 2000)]);
  };

  const peta = await ambil('SELECT bidang_id, opd_id FROM bidang_opd');
  const kelurahan = await ambil('SELECT id FROM kelurahan');
  const [periode] = await ambil('SELECT id FROM periode WHERE tahun = ?', [tahun]);
  const [sebelum] = await ambil('SELECT COALESCE(MAX(id), 0) AS id FROM ormas');
  const kini = `${tahun}-12-02 03:00:00.000`;
  const akhir = `${tahun}-11-30`;
  const mulai = `${tahun - 1}-12-01`;

  const klaster: { bidang: number | null; opd: number | null }[] = [];
  await k.beginTransaction();
  await sisip(
    'ormas',
    'nama, nama_normal, cari, bentuk, status, terdaftar_pada, kelurahan_id, bidang_id, opd_id, sumber, dibuat_pada, diubah_pada',
    Array.from({ length: jumlah }, (_, i) => {
      const p = pilih(peta);
      const milik = mungkin(0.95)
        ? { bidang: p.bidang_id ?? null, opd: p.opd_id ?? null }
        : { bidang: null, opd: null };
      klaster.push(milik);
      const nama = `Perkumpulan Contoh ${benih}-${String(i + 1).padStart(5, '0')}`;
      const daftar = mungkin(0.03) ? null : mungkin(0.05) ? hari(akhir, -bulat(700)) : hari('2015-01-01', bulat(1500));
      return [
        nama,
        nama.toLowerCase(),
        nama.toLowerCase(),
        'perkumpulan',
        'terdaftar',
        daftar,
        pilih(kelurahan).id,
        milik.bidang,
        milik.opd,
        'uji',
        kini,
        kini,
      ];
    }),
  );
  await k.query(SQL_RIWAYAT_STATUS);
  const ids = (await ambil('SELECT id FROM ormas WHERE id > ? ORDER BY id', [sebelum?.id])).map((b) => b.id as number);
  await sisip(
    'klaster_ormas',
    'ormas_id, opd_id, bidang_id, berlaku_dari, sumber',
    ids.map((id, i) => [
      id,
      klaster[i]?.opd,
      klaster[i]?.bidang,
      mungkin(0.9) ? '2022-01-01' : hari(akhir, 3),
      'bidang',
    ]),
  );
  await sisip(
    'program_kerja',
    'ormas_id, tahun, nama, target_penerima',
    ids.flatMap((id) =>
      Array.from({ length: bulat(6) }, (_, n) => [
        id,
        mungkin(0.9) ? tahun : tahun - 1,
        `Program ${n + 1}`,
        mungkin(0.7) ? 20 + bulat(80) : null,
      ]),
    ),
  );
  const program = new Map<number, number[]>();
  for (const p of await ambil('SELECT id, ormas_id FROM program_kerja WHERE ormas_id > ? ORDER BY id', [sebelum?.id]))
    program.set(p.ormas_id as number, [...(program.get(p.ormas_id as number) ?? []), p.id as number]);
  await sisip(
    'kegiatan',
    `ormas_id, program_kerja_id, bidang_id, judul, uraian, tanggal_mulai, tanggal_selesai, tempat, peserta_laki,
     peserta_perempuan, peserta_anak, peserta_pemuda, peserta_lansia, bersama_opd_id, opd_konfirmasi_pada, status,
     diajukan_pertama_pada, dibuat_pada, diubah_pada`,
    ids.flatMap((id, i) =>
      Array.from({ length: bulat(11) }, (_, n) => {
        const selesai = mungkin(0.1) ? pilih([mulai, akhir, hari(mulai, -1), hari(akhir, 1)]) : hari(mulai, bulat(364));
        // Around the border of 30 days, in hours of Jakarta: the last minutes of the day and the first of the next.
        const jeda = mungkin(0.2) ? 31 * 24 - 7 + pilih([-1 / 60, 0, 1 / 60]) : bulat(40 * 24);
        const diajukan = new Date(Date.parse(`${selesai}T00:00:00Z`) + jeda * 3_600_000);
        const laki = mungkin(0.85) ? bulat(40) : null;
        const perempuan = mungkin(0.85) ? bulat(40) : null;
        const milik = klaster[i];
        return [
          id,
          mungkin(0.75) ? pilih([...(program.get(id) ?? []), null]) : null,
          mungkin(0.75) ? milik?.bidang : mungkin(0.8) ? pilih(peta).bidang_id : null,
          `Kegiatan ${n + 1}`,
          'Kegiatan invented for a test.',
          selesai,
          selesai,
          'Aula contoh',
          laki,
          perempuan,
          mungkin(0.3) ? bulat(10) : null,
          mungkin(0.4) ? bulat(10) : null,
          mungkin(0.2) ? bulat(10) : null,
          mungkin(0.3) ? (mungkin(0.7) ? milik?.opd : pilih(peta).opd_id) : null,
          mungkin(0.6) ? kini : null,
          mungkin(0.8) ? 'terverifikasi' : pilih(['draf', 'diajukan', 'dikembalikan', 'ditolak', 'dibatalkan']),
          mungkin(0.97) ? diajukan : null,
          kini,
          kini,
        ];
      }),
    ),
  );
  await sisip(
    'laporan_ormas',
    'ormas_id, tahun, jenis, ringkasan, diajukan_pada',
    ids.flatMap((id) =>
      mungkin(0.7)
        ? [
            [
              id,
              tahun,
              'tahunan',
              'Ringkasan contoh.',
              pilih([`${tahun}-11-20 02:00:00.000`, `${tahun}-11-30 16:59:59.999`, `${tahun}-11-30 17:00:00.000`]),
            ],
          ]
        : [],
    ),
  );
  await sisip(
    'rekomendasi',
    'ormas_id, isi, sumber, dibuat_pada, jatuh_tempo, selesai_pada',
    ids.flatMap((id) =>
      Array.from({ length: bulat(3) }, () => {
        const tempo = mungkin(0.2) ? pilih([mulai, akhir, hari(mulai, -1), hari(akhir, 1)]) : hari(mulai, bulat(364));
        return [
          id,
          'Rekomendasi contoh',
          'Monev contoh',
          kini,
          tempo,
          mungkin(0.7) ? hari(tempo, bulat(40) - 25) : null,
        ];
      }),
    ),
  );
  await sisip(
    'ormas_dokumen',
    'ormas_id, jenis, nomor, tanggal, berlaku_sampai, status',
    ids.flatMap((id) =>
      DOKUMEN.flatMap((jenis) =>
        mungkin(0.8)
          ? [
              [
                id,
                jenis,
                'CONTOH-1',
                mungkin(0.9) ? '2020-05-01' : hari(akhir, pilih([0, 1])),
                mungkin(0.5) ? null : hari(akhir, pilih([-1, 0, 200])),
                mungkin(0.9) ? 'sah' : 'belum-diperiksa',
              ],
            ]
          : [],
      ),
    ),
  );
  await sisip(
    'ormas_konfirmasi',
    'ormas_id, tanggal',
    ids.flatMap((id) =>
      mungkin(0.7) ? [[id, pilih([mulai, akhir, hari(mulai, -1), hari(akhir, 1), hari(mulai, 100)])]] : [],
    ),
  );
  await sisip(
    'pembinaan',
    'ormas_id, jenis, tanggal, sampai, dasar, keterangan',
    ids.flatMap((id) =>
      mungkin(0.06)
        ? [
            [
              id,
              pilih(['pembinaan', 'peringatan', 'penghentian']),
              hari(akhir, pilih([0, 1, -90])),
              pilih([null, hari(akhir, 1)]),
              'Dasar contoh',
              'Keterangan contoh',
            ],
          ]
        : [],
    ),
  );
  await sisip(
    'tingkat_indikator',
    'periode_id, ormas_id, indikator, tingkat_mandiri, ada_berkas, tingkat_petugas, tingkat_akhir, tak_berlaku, alasan',
    ids.flatMap((id) => [
      ...INDIKATOR_MANUSIA.flatMap((indikator) => {
        if (mungkin(0.12)) return [];
        const tingkat = bulat(5);
        return [
          [
            periode?.id,
            id,
            indikator,
            mungkin(0.8) ? bulat(5) : null,
            mungkin(0.85) ? 1 : 0,
            tingkat,
            tingkat,
            null,
            'Diperiksa petugas pada berkas contoh.',
          ],
        ];
      }),
      ...(mungkin(0.3)
        ? [
            [
              periode?.id,
              id,
              'REL2',
              null,
              0,
              null,
              mungkin(0.7) ? bulat(5) : null,
              null,
              'Hasil pertemuan warga contoh.',
            ],
          ]
        : []),
    ]),
  );
  await k.commit();
  return ids;
}

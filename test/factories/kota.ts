import { type INestApplicationContext, type Type } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { Clock } from '../../src/common/clock.js';
import { awalHariWib, tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { type StatusKegiatan } from '../../src/modules/kegiatan/kegiatan.status.js';
import { ISIAN_KOSONG } from '../../src/modules/kegiatan/kegiatan.types.js';
import { type KegiatanMuatan, MuatKegiatanService } from '../../src/modules/kegiatan/muat-kegiatan.service.js';
import { PerubahanService } from '../../src/modules/perubahan/perubahan.service.js';
import { StatusOrmasService } from '../../src/modules/ormas/status-ormas.service.js';
import { HitungService } from '../../src/modules/penilaian/hitung.service.js';
import { PenutupanService } from '../../src/modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { tahunJendela } from '../../src/modules/setelan/jendela.js';
import { isiSetelan } from '../support/setelan.js';
import { kerjakanSemua } from '../support/penilaian.js';
import { fotoContoh, pdfContoh } from './berkas.js';
import { buatOrmas } from './ormas.js';

/** A small invented city in which something waits for every role. */
export interface KotaKecil {
  /** The OPD whose cluster has something of everything. */
  opd: { id: number; kode: string };
  ormas: number[];
  /** An ormas of that cluster with work to do. */
  ormasId: number;
  tahun: number;
  laporanId: number;
  /** A request for a change that waits for a decision. */
  perubahanId: number;
  hari: string;
}

type Kegiatan = [ormas: number, status: StatusKegiatan, hariLalu: number, bersama?: boolean];

const KEGIATAN: readonly Kegiatan[] = [
  [0, 'terverifikasi', 40, true],
  [0, 'terverifikasi', 20],
  [0, 'dikembalikan', 30],
  [0, 'diajukan', 9, true],
  [0, 'draf', 2],
  [1, 'terverifikasi', 420],
  [1, 'dikembalikan', 3],
  [2, 'terverifikasi', 400],
  [3, 'diajukan', 12],
  [3, 'diajukan', 1],
  [4, 'ditolak', 50],
  [5, 'diajukan', 4],
  [6, 'terverifikasi', 10],
  [6, 'dibatalkan', 10],
];

/** [ormas, kind, days until it ends or null, state] */
const DOKUMEN: readonly [number, string, number | null, string][] = [
  [0, 'sk-pengurus', 25, 'sah'],
  [0, 'ad-art', null, 'sah'],
  [0, 'domisili', -10, 'sah'],
  [0, 'npwp', null, 'belum-diperiksa'],
  [1, 'sk-pengurus', 45, 'sah'],
  [1, 'domisili', 80, 'sah'],
  [2, 'domisili', -20, 'sah'],
  [2, 'domisili', 400, 'sah'],
  [3, 'sk-pengurus', 0, 'sah'],
  [4, 'sk-pengurus', 90, 'sah'],
  [5, 'dasar-hukum', null, 'tidak-sah'],
  [6, 'sk-pengurus', 91, 'sah'],
];

/**
 * Fills an empty database through the services of a running web application: eight ormas (two of them without a
 * cluster), reports in every state, documents at every distance from their end, a closed year with scores and a report,
 * the running year, and a job that failed.
 */
export async function kotaKecil(app: INestApplicationContext, db: DataSource): Promise<KotaKecil> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const kini = ambil(Clock).sekarang();
  const hari = tanggalWib(kini);
  const tahun = tahunJendela('12-01', hari);
  const opd = await db.query<{ id: number; kode: string }[]>('SELECT id, kode FROM opd ORDER BY id LIMIT 3');
  const [pertama, kedua] = opd;
  if (!pertama || !kedua) throw new Error('No OPD in the reference data');
  const milik = [pertama.id, pertama.id, pertama.id, kedua.id, kedua.id, null, null, pertama.id];
  const ormas: number[] = [];
  for (const [i, opdId] of milik.entries()) {
    ormas.push((await buatOrmas(db, { nama: `Perkumpulan Rekaan Nomor ${i + 1}`, opdId })).id);
  }
  await ambil(StatusOrmasService).ubahStatus({ ...AKTOR_SISTEM, peran: 'petugas' }, ormas[7] ?? 0, 1, {
    ...{ status: 'bubar', berlaku: '2021-05-03', alasan: 'Akta pembubaran rekaan nomor 1.' },
  });
  await isiKegiatan(app, { ormas, opdId: pertama.id, hari });
  for (const [o, jenis, sampai, status] of DOKUMEN) {
    await db.query('INSERT INTO ormas_dokumen (ormas_id, jenis, nomor, berlaku_sampai, status) VALUES (?,?,?,?,?)', [
      ormas[o],
      jenis,
      `${o}/REKAAN`,
      sampai === null ? null : tambahHari(hari, sampai),
      status,
    ]);
  }
  for (const t of [tahun - 1, tahun]) {
    await ambil(Transaksi).jalankan((em) => ambil(PeriodeService).pastikanPeriode(em, t));
  }
  await isiSetelan(app);
  const laporanId = await tutupTahun(app, db, tahun - 1);
  await db.query(
    `INSERT INTO kotak_keluar (antrean, pekerjaan, muatan, kunci, dibuat_pada, tersedia_pada, gagal_pada, percobaan, galat)
     VALUES ('uji', 'tanpa-penangan', '{"id":1}', 'uji/1', ?, ?, ?, 8, 'Tidak ada penangan untuk uji/tanpa-penangan.')`,
    [kini, kini, kini],
  );
  const perubahanId = await isiPerubahan(app, ormas[0] ?? 0);
  return { opd: pertama, ormas, ormasId: ormas[0] ?? 0, tahun, laporanId, perubahanId, hari };
}

/** A request for a new NPWP that waits for a decision. Returns its id. */
async function isiPerubahan(app: INestApplicationContext, ormasId: number): Promise<number> {
  const layanan = app.get(PerubahanService, { strict: false });
  const siap = await app
    .get(BerkasService, { strict: false })
    .siapkanIsi(await pdfContoh('Kartu (contoh)'), 'kartu.pdf');
  const sekretaris = { ...AKTOR_SISTEM, peran: 'sekretaris' as const, ormasId };
  const isi = { berlaku: '2024-01-02', alasan: 'Kartu rekaan yang baru.', npwp: '000000000000123' };
  const id = await layanan.buat(sekretaris, ormasId, 'npwp', isi, { tambah: [siap], lepas: [] });
  await layanan.ajukan(sekretaris, id, 1);
  return id;
}

async function isiKegiatan(
  app: INestApplicationContext,
  { ormas, opdId, hari }: { ormas: readonly number[]; opdId: number; hari: string },
): Promise<void> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const foto = await ambil(BerkasService).siapkanIsi(await fotoContoh(), 'kegiatan.jpg');
  const pada = (lalu: number, jam: number): Date =>
    new Date(awalHariWib(tambahHari(hari, -lalu)).getTime() + jam * 3_600_000);
  const daftar = KEGIATAN.map(([o, status, lalu, bersama = false], i): KegiatanMuatan => {
    const diajukan = status === 'draf' || status === 'dibatalkan' ? null : pada(lalu, 9);
    return {
      ormasId: ormas[o] ?? 0,
      isian: {
        ...ISIAN_KOSONG,
        judul: `Kegiatan rekaan ${i + 1}`,
        uraian: 'Kegiatan rekaan untuk uji.',
        tempat: 'Balai warga rekaan',
        tanggalMulai: tambahHari(hari, -lalu),
        tanggalSelesai: tambahHari(hari, -lalu),
        bersamaOpdId: bersama ? opdId : null,
      },
      status,
      catatan: status === 'dikembalikan' ? 'Jumlah peserta belum diisi.' : null,
      dibuatOleh: null,
      dibuatPada: pada(lalu, 8),
      diajukanPertamaPada: diajukan,
      diajukanPada: diajukan,
      diputuskanPada: ['dikembalikan', 'terverifikasi', 'ditolak'].includes(status) ? pada(lalu, 10) : null,
      diputuskanOleh: null,
      opdKonfirmasiPada: null,
      bukti: status === 'draf' ? [] : [{ siap: foto, keterangan: 'Peserta rekaan' }],
    };
  });
  await ambil(Transaksi).jalankan((em) => ambil(MuatKegiatanService).muatBanyak(em, AKTOR_SISTEM, daftar));
}

/** Scores a year, closes it, and puts a finished report beside it. Returns the report's id. */
async function tutupTahun(app: INestApplicationContext, db: DataSource, tahun: number): Promise<number> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const { hitungId } = await ambil(HitungService).mulaiHitung(AKTOR_SISTEM, tahun);
  await kerjakanSemua({ get: ambil } as INestApplicationContext, db, hitungId);
  await db.query('UPDATE kotak_keluar SET selesai_pada = dibuat_pada');
  const periode = await ambil(PeriodeService).untukTahun(tahun);
  await ambil(PenutupanService).tutup(AKTOR_SISTEM, tahun, periode.versi);
  const kini = ambil(Clock).sekarang();
  const siap = await ambil(BerkasService).siapkanIsi(await pdfContoh('Laporan tahunan (contoh)'), 'laporan.pdf');
  await db.query(
    `INSERT INTO laporan (jenis, periode_id, hitung_id, status, jumlah, selesai, halaman, nomor, dibuat_pada, selesai_pada)
     VALUES ('tahunan', ?, ?, 'selesai', 1, 1, 1, '000/REKAAN', ?, ?)`,
    [periode.id, hitungId, kini, kini],
  );
  const [laporan] = await db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM laporan');
  const id = laporan?.id ?? 0;
  const [berkasId] = await ambil(Transaksi).jalankan((em) =>
    ambil(BerkasService).catatBanyak(em, [
      { siap, pemilik: { objek: 'laporan', objekId: id, ormasId: null, dibuatOleh: null } },
    ]),
  );
  await db.query('UPDATE laporan SET berkas_id = ? WHERE id = ?', [berkasId, id]);
  return id;
}

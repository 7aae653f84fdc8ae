import { type Connection } from 'mysql2/promise';
import { SQL_RIWAYAT_STATUS } from './riwayat-status.ts';

/** What to make: a city of `jumlah` ormas with work in each of `tahun` (periods must exist). Equal `benih`, equal city. */
export interface PilihanKota {
  jumlah: number;
  tahun: readonly number[];
  benih?: number;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function pengacak(benih: number): () => number {
  let a = benih >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const AWAL = ['Perkumpulan', 'Yayasan', 'Paguyuban', 'Gerakan', 'Forum', 'Lembaga', 'Himpunan', 'Komunitas'];
const POKOK = [
  'Rumah Baca Layang-Layang',
  'Perempuan Tangguh Kampung',
  'Pemuda Peduli Ciliwung',
  'Petani Kota Lestari',
  'Pelestari Angklung Muda',
  'Relawan Siaga Warga',
  'Pengrajin Bambu Mandiri',
  'Sahabat Lansia',
  'Guru Relawan Senja',
  'Pelaku Usaha Mikro',
  'Bank Sampah Anggrek',
  'Kader Sehat Posyandu',
  'Wayang Golek Cilik',
  'Pecinta Tanah Air',
  'Konsultasi Hukum Warga',
];
const AKHIR = ['Rekaan', 'Misalnya', 'Andaikata', 'Khayal', 'Umpama'];
const NAMA_PANJANG =
  'Perkumpulan Pemberdayaan Perempuan, Perlindungan Anak, Kesejahteraan Keluarga, dan Pelestarian Lingkungan Hidup Masyarakat Kampung Bantaran Sungai Ciliwung Kota Contoh Rekaan Sejahtera Bersama Nusantara';
const DOKUMEN = ['dasar-hukum', 'ad-art', 'sk-pengurus', 'program-kerja', 'sop-keuangan', 'domisili', 'npwp'];
const MANUSIA = ['EFK2', 'EFS1', 'KBL2', 'KBL3', 'KTH1', 'KTH2'];
const BENTUK = ['perkumpulan', 'yayasan', 'perkumpulan', 'non-badan-hukum', 'cabang'];
const HARI = 86_400_000;
const HASIL_WARGA = 'Hasil pertemuan warga contoh.';
const hari = (dasar: string, geser: number): string =>
  new Date(Date.parse(`${dasar}T00:00:00Z`) + geser * HARI).toISOString().slice(0, 10);

/**
 * Fills a migrated database with an invented city that looks like one: every tenth ormas is silent, some are new, some
 * have a sanction or no legal basis, the good stay good and slowly improve, and one has the longest name the register
 * takes. Levels of officers are set for every year given.
 * @returns ids of the ormas, ascending
 */
export async function isiKotaLaporan(k: Connection, { jumlah, tahun, benih = 1 }: PilihanKota): Promise<number[]> {
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
  const peta = await ambil('SELECT bidang_id, opd_id FROM bidang_opd ORDER BY id');
  const kelurahan = await ambil('SELECT id FROM kelurahan ORDER BY id');
  const terakhir = Math.max(...tahun);
  const kini = `${terakhir}-12-02 03:00:00.000`;

  const warga = Array.from({ length: jumlah }, (_, i) => {
    const [bidang, opd] =
      i % 40 === 39 ? [null, null] : [peta[i % peta.length]?.bidang_id, peta[i % peta.length]?.opd_id];
    const nama =
      i === 3
        ? NAMA_PANJANG.slice(0, 200)
        : `${pilih(AWAL)} ${POKOK[i % POKOK.length] ?? ''} ${pilih(AKHIR)} ${Math.floor(i / POKOK.length) + 1}`;
    return {
      nama,
      bidang: bidang ?? null,
      opd: opd ?? null,
      diam: i % 10 === 7,
      baru: i % 35 === 20,
      mutu: 0.25 + acak() * 0.7,
    };
  });
  await k.beginTransaction();
  await sisip(
    'ormas',
    'nama, nama_normal, cari, bentuk, status, terdaftar_pada, kelurahan_id, luar_domisili, bidang_id, opd_id, sumber, dibuat_pada, diubah_pada',
    warga.map((w, i) => [
      w.nama,
      w.nama.toLowerCase(),
      w.nama.toLowerCase(),
      pilih(BENTUK),
      i % 70 === 50 ? 'dibekukan' : 'terdaftar',
      i % 50 === 30 ? null : w.baru ? `${terakhir}-05-0${1 + (i % 9)}` : hari('2014-03-01', bulat(2200)),
      i % 60 === 11 ? null : pilih(kelurahan).id,
      i % 60 === 11 ? 1 : 0,
      w.bidang,
      w.opd,
      'uji',
      kini,
      kini,
    ]),
  );
  await k.query(SQL_RIWAYAT_STATUS);
  const ids = (await ambil('SELECT id FROM ormas ORDER BY id')).map((b) => b.id as number);
  await sisip(
    'klaster_ormas',
    'ormas_id, opd_id, bidang_id, berlaku_dari, sumber',
    ids.map((id, i) => [id, warga[i]?.opd, warga[i]?.bidang, '2022-01-01', 'bidang']),
  );
  await sisip(
    'ormas_dokumen',
    'ormas_id, jenis, nomor, tanggal, berlaku_sampai, status',
    ids.flatMap((id, i) =>
      DOKUMEN.flatMap((jenis) =>
        mungkin((warga[i]?.mutu ?? 0) + (jenis === 'dasar-hukum' ? 0.3 : jenis === 'sop-keuangan' ? -0.15 : 0.1))
          ? [[id, jenis, 'CONTOH-1', '2020-05-01', mungkin(0.7) ? null : `${terakhir + 2}-01-31`, 'sah']]
          : [],
      ),
    ),
  );
  await sisip(
    'pembinaan',
    'ormas_id, jenis, tanggal, sampai, dasar, keterangan',
    ids.flatMap((id, i) =>
      i % 45 === 12
        ? [
            [
              id,
              pilih(['peringatan', 'penghentian']),
              `${terakhir}-08-14`,
              null,
              'Surat Peringatan Contoh Nomor 300/12-Rekaan',
              'Contoh',
            ],
          ]
        : i % 30 === 5
          ? [[id, 'pembinaan', `${terakhir}-04-02`, `${terakhir}-04-02`, 'Bina Ormas Contoh', 'Contoh']]
          : [],
    ),
  );
  for (const t of tahun) await isiTahun(t);
  await k.commit();
  return ids;

  async function isiTahun(t: number): Promise<void> {
    const mulai = `${t - 1}-12-01`;
    const maju = (t - terakhir) * 0.05;
    const [periode] = await ambil('SELECT id FROM periode WHERE tahun = ?', [t]);
    const ikut = ids.flatMap((id, i) => {
      const w = warga[i];
      return w && !w.diam && !(w.baru && t < terakhir)
        ? [{ id, w, i, mutu: Math.min(0.98, Math.max(0.05, w.mutu + maju)) }]
        : [];
    });
    await sisip(
      'program_kerja',
      'ormas_id, tahun, nama, target_penerima',
      ikut.flatMap(({ id }) =>
        Array.from({ length: 3 + bulat(3) }, (_, n) => [id, t, `Program ${n + 1}`, 20 + bulat(40)]),
      ),
    );
    const program = new Map<number, number[]>();
    for (const p of await ambil('SELECT id, ormas_id FROM program_kerja WHERE tahun = ? ORDER BY id', [t]))
      program.set(p.ormas_id as number, [...(program.get(p.ormas_id as number) ?? []), p.id as number]);
    await sisip(
      'kegiatan',
      `ormas_id, program_kerja_id, bidang_id, judul, uraian, tanggal_mulai, tanggal_selesai, tempat, peserta_laki,
       peserta_perempuan, peserta_anak, peserta_pemuda, peserta_lansia, peserta_difabel, bersama_opd_id,
       opd_konfirmasi_pada, status, diajukan_pertama_pada, dibuat_pada, diubah_pada`,
      ikut.flatMap(({ id, w, mutu }) => {
        const rencana = program.get(id) ?? [];
        return Array.from({ length: Math.max(1, Math.round(mutu * 6)) + bulat(2) }, (_, n) => {
          const selesai = hari(mulai, 10 + bulat(345));
          const tercatat = mungkin(mutu + 0.1);
          const bersama = mungkin(mutu * 0.5);
          const diajukan = new Date(
            Date.parse(`${selesai}T04:00:00Z`) + (mungkin(mutu) ? bulat(29) : 32 + bulat(30)) * HARI,
          );
          return [
            id,
            rencana[n % Math.max(1, rencana.length)] ?? null,
            mungkin(0.5 + mutu / 2) ? w.bidang : (peta[0]?.bidang_id ?? null),
            `Kegiatan contoh ${n + 1}`,
            'Kegiatan rekaan.',
            selesai,
            selesai,
            'Aula contoh',
            tercatat ? 5 + bulat(30) : null,
            tercatat ? 5 + bulat(35) : null,
            tercatat && mungkin(0.5) ? bulat(5) : null,
            tercatat && mungkin(mutu) ? bulat(5) : null,
            tercatat && mungkin(0.2) ? bulat(4) : null,
            tercatat && mungkin(0.1) ? bulat(3) : null,
            bersama ? w.opd : null,
            bersama ? kini : null,
            mungkin(0.93) ? 'terverifikasi' : pilih(['diajukan', 'dikembalikan', 'ditolak']),
            diajukan,
            kini,
            kini,
          ];
        });
      }),
    );
    await sisip(
      'laporan_ormas',
      'ormas_id, tahun, jenis, ringkasan, diajukan_pada',
      ikut.flatMap(({ id, mutu }) =>
        mungkin(mutu) ? [[id, t, 'tahunan', 'Ringkasan contoh.', `${t}-11-20 02:00:00.000`]] : [],
      ),
    );
    await sisip(
      'rekomendasi',
      'ormas_id, isi, sumber, dibuat_pada, jatuh_tempo, selesai_pada',
      ikut.flatMap(({ id, i, mutu }) =>
        i % 4 === 0
          ? [[id, 'Rekomendasi contoh', 'Monev contoh', kini, `${t}-06-30`, mungkin(mutu) ? `${t}-06-01` : null]]
          : [],
      ),
    );
    await sisip(
      'ormas_konfirmasi',
      'ormas_id, tanggal',
      ikut.flatMap(({ id, mutu }) => (mungkin(mutu + 0.1) ? [[id, `${t}-10-1${bulat(9)}`]] : [])),
    );
    await sisip(
      'tingkat_indikator',
      'periode_id, ormas_id, indikator, tingkat_mandiri, ada_berkas, tingkat_petugas, tingkat_akhir, tak_berlaku, alasan',
      ikut.flatMap(({ id, i, mutu }) => [
        ...MANUSIA.flatMap((indikator) => {
          if (i % 12 === 4 && indikator !== 'KBL2' && indikator !== 'EFS1') return [];
          const tingkat = Math.min(4, Math.round(mutu * 4 * (indikator === 'KTH2' ? 0.6 : 0.9) + acak()));
          return [
            [periode?.id, id, indikator, tingkat, 1, tingkat, tingkat, null, 'Diperiksa petugas pada berkas contoh.'],
          ];
        }),
        ...(i % 3 === 1
          ? [[periode?.id, id, 'REL2', null, 0, null, Math.min(4, Math.round(mutu * 4)), null, HASIL_WARGA]]
          : []),
      ]),
    );
  }
}

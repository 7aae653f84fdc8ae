import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { tanggal } from '../../common/format.js';
import { awalHariWib } from '../../common/tanggal.js';
import { type Aktor } from '../../common/aktor.js';
import { type Halaman } from '../../common/page.js';
import { AuditService, type BarisAudit } from '../audit/audit.service.js';
import { kecualiLinimasa, tanpaPribadi } from './linimasa.js';
import { bolehLihatDataPribadi } from './ormas.policy.js';
import { type JenisDokumen, type JenisPembinaan, SEBUTAN_DOKUMEN } from './ormas.types.js';
import { SEBUTAN_PEMBINAAN } from './sanksi.js';

/** An event of an ormas as its own records tell it; `hari` where only the day is known. */
interface Mentah {
  jenis: Jenis;
  objekId: string;
  /** What the kind needs beside: a title, a year, a name. */
  isi: string;
  waktu: Date | null;
  hari: string | null;
  oleh: string | null;
}

type Jenis = keyof typeof UCAPAN;

/** No trail speaks of the thing: what was taken over in bulk has one row for all. */
const tanpaJejak = (objek: string, id: string, ...aksi: string[]): string =>
  `NOT EXISTS (SELECT 1 FROM audit a WHERE a.objek = '${objek}' AND a.objek_id = ${id} AND a.aksi IN (${aksi
    .map((x) => `'${x}'`)
    .join(', ')}))`;

const PUTUSAN = ['kegiatan.verifikasi', 'kegiatan.kembalikan', 'kegiatan.tolak', 'kegiatan.buka-kembali'];

/** Each kind of event: its query by one ormas id, in columns `objekId, isi, waktu, hari, oleh`. */
const SUMBER: Readonly<Record<Jenis, string>> = {
  terdaftar: `SELECT r.ormas_id AS objekId, '' AS isi, NULL AS waktu, r.berlaku_dari AS hari, NULL AS oleh
    FROM riwayat_status_ormas r WHERE r.ormas_id = ? AND r.berlaku_dari IS NOT NULL
      AND r.id = (SELECT MIN(s.id) FROM riwayat_status_ormas s WHERE s.ormas_id = r.ormas_id)`,
  dikirim: `SELECT k.id AS objekId, k.judul AS isi, k.diajukan_pertama_pada AS waktu, NULL AS hari, b.nama AS oleh FROM kegiatan k LEFT JOIN akun b ON b.id = k.dibuat_oleh
    WHERE k.ormas_id = ? AND k.diajukan_pertama_pada IS NOT NULL AND ${tanpaJejak('kegiatan', 'CAST(k.id AS CHAR)', 'kegiatan.ajukan')}`,
  diputuskan: `SELECT k.id AS objekId, CONCAT(k.status, '|', k.judul) AS isi, k.diputuskan_pada AS waktu, NULL AS hari, b.nama AS oleh
    FROM kegiatan k LEFT JOIN akun b ON b.id = k.diputuskan_oleh
    WHERE k.ormas_id = ? AND k.diputuskan_pada IS NOT NULL AND k.status IN ('terverifikasi', 'dikembalikan', 'ditolak')
      AND ${tanpaJejak('kegiatan', 'CAST(k.id AS CHAR)', ...PUTUSAN)}`,
  bersama: `SELECT k.id AS objekId, CONCAT(p.nama, '|', k.judul) AS isi, k.opd_konfirmasi_pada AS waktu, NULL AS hari, p.nama AS oleh
    FROM kegiatan k JOIN opd p ON p.id = k.bersama_opd_id WHERE k.ormas_id = ? AND k.opd_konfirmasi_pada IS NOT NULL
      AND ${tanpaJejak('kegiatan', 'CAST(k.id AS CHAR)', 'kegiatan.konfirmasi-bersama')}`,
  tahunan: `SELECT l.tahun AS objekId, '' AS isi, l.diajukan_pada AS waktu, NULL AS hari, b.nama AS oleh FROM laporan_ormas l LEFT JOIN akun b ON b.id = l.dibuat_oleh
    WHERE l.ormas_id = ? AND ${tanpaJejak('laporan-ormas', "CONCAT(l.ormas_id, '-', l.tahun)", 'laporan-ormas.kirim')}`,
  konfirmasi: `SELECT c.ormas_id AS objekId, '' AS isi, NULL AS waktu, c.tanggal AS hari, NULL AS oleh FROM ormas_konfirmasi c
    WHERE c.ormas_id = ? AND c.akun_id IS NULL`,
  dokumen: `SELECT d.id AS objekId, CONCAT(d.jenis, '|', d.status) AS isi, NULL AS waktu, d.tanggal AS hari, NULL AS oleh FROM ormas_dokumen d
    WHERE d.ormas_id = ? AND d.tanggal IS NOT NULL`,
  tingkat: `SELECT p.tahun AS objekId, COUNT(*) AS isi, MAX(t.ditetapkan_pada) AS waktu, NULL AS hari, MAX(b.nama) AS oleh FROM tingkat_indikator t
    JOIN periode p ON p.id = t.periode_id LEFT JOIN akun b ON b.id = t.ditetapkan_oleh
    WHERE t.ormas_id = ? AND t.ditetapkan_pada IS NOT NULL
      AND ${tanpaJejak('nilai', "CONCAT(p.tahun, '/', t.ormas_id)", 'tingkat.tetapkan')} GROUP BY p.tahun, t.ormas_id`,
  nilai: `SELECT p.tahun AS objekId, COALESCE(h.skor, '') AS isi, h.dihitung_pada AS waktu, NULL AS hari, NULL AS oleh FROM hasil_iko h
    JOIN periode p ON p.hitung_id = h.hitung_id AND p.status = 'ditutup'
    WHERE h.ormas_id = ? AND ${tanpaJejak('nilai', "CONCAT(p.tahun, '/', h.ormas_id)", 'nilai.hitung')}`,
  pembinaan: `SELECT b.id AS objekId, CONCAT(b.jenis, '|', b.keterangan) AS isi, NULL AS waktu, b.tanggal AS hari, NULL AS oleh FROM pembinaan b
    WHERE b.ormas_id = ? AND ${tanpaJejak('pembinaan', 'CAST(b.id AS CHAR)', 'pembinaan.catat', 'pembinaan.koreksi')}`,
  rekomendasi: `SELECT r.id AS objekId, r.isi AS isi, r.dibuat_pada AS waktu, NULL AS hari, NULL AS oleh FROM rekomendasi r
    WHERE r.ormas_id = ? AND ${tanpaJejak('rekomendasi', 'CAST(r.id AS CHAR)', 'rekomendasi.beri')}`,
  beres: `SELECT r.id AS objekId, r.isi AS isi, NULL AS waktu, r.selesai_pada AS hari, NULL AS oleh FROM rekomendasi r
    WHERE r.ormas_id = ? AND r.selesai_pada IS NOT NULL
      AND ${tanpaJejak('rekomendasi', 'CAST(r.id AS CHAR)', 'rekomendasi.selesai')}`,
};

const dua = (isi: string): [string, string] => {
  const i = isi.indexOf('|');
  return [isi.slice(0, i), isi.slice(i + 1)];
};
const denganJudul = (kata: string, judul: string): string => (judul === '' ? kata : `${kata}: ${judul}`);
const PUTUSAN_KATA: Readonly<Record<string, string>> = {
  terverifikasi: 'diverifikasi',
  dikembalikan: 'dikembalikan untuk diperbaiki',
  ditolak: 'ditolak',
};
const TEMUAN: Readonly<Record<string, string>> = {
  sah: 'sah',
  'tidak-sah': 'tidak sah',
  'belum-diperiksa': 'belum diperiksa',
};

/** Of which thing of the trail the event is one, and what it says. */
const UCAPAN = {
  terdaftar: { objek: 'ormas', kata: () => 'Terdaftar' },
  dikirim: { objek: 'kegiatan', kata: (b: Mentah) => denganJudul('Laporan kegiatan dikirim', b.isi) },
  diputuskan: {
    objek: 'kegiatan',
    kata: (b: Mentah) => {
      const [status, judul] = dua(b.isi);
      return denganJudul(`Laporan kegiatan ${PUTUSAN_KATA[status] ?? status}`, judul);
    },
  },
  bersama: {
    objek: 'kegiatan',
    kata: (b: Mentah) => denganJudul(`Dikonfirmasi ${dua(b.isi)[0]} sebagai kegiatan bersama`, dua(b.isi)[1]),
  },
  tahunan: { objek: 'laporan-ormas', kata: (b: Mentah) => `Laporan tahunan ${b.objekId} dikirim` },
  konfirmasi: { objek: 'ormas', kata: () => 'Profil dipastikan masih benar' },
  dokumen: {
    objek: 'ormas-dokumen',
    kata: (b: Mentah) => {
      const [jenis, status] = dua(b.isi);
      return `${SEBUTAN_DOKUMEN[jenis as JenisDokumen]} bertanggal ${tanggal(b.hari ?? '')}: ${TEMUAN[status] ?? status}`;
    },
  },
  tingkat: { objek: 'nilai', kata: (b: Mentah) => `Tingkat ${b.isi} indikator IKO ${b.objekId} ditetapkan` },
  nilai: {
    objek: 'nilai',
    kata: (b: Mentah) =>
      b.isi === '' ? `IKO ${b.objekId} dihitung: belum ada skor` : `IKO ${b.objekId}: ${b.isi.replace('.', ',')}`,
  },
  pembinaan: {
    objek: 'pembinaan',
    kata: (b: Mentah) => `${SEBUTAN_PEMBINAAN[dua(b.isi)[0] as JenisPembinaan]}: ${dua(b.isi)[1]}`,
  },
  rekomendasi: { objek: 'rekomendasi', kata: (b: Mentah) => `Rekomendasi: ${b.isi}` },
  beres: { objek: 'rekomendasi', kata: (b: Mentah) => `Rekomendasi selesai: ${b.isi}` },
} as const;

const KUERI = (Object.keys(SUMBER) as Jenis[])
  .map(
    (j) =>
      `SELECT '${j}' AS jenis, CAST(x.objekId AS CHAR) AS objekId, CAST(x.isi AS CHAR) AS isi, x.waktu, x.hari, x.oleh FROM (${SUMBER[j]}) x`,
  )
  .join(' UNION ALL ');

/** Rows of one page. */
const PER_HALAMAN = 25;

/** The timeline of an ormas: its trail and, where that is silent, what its own records tell. */
@Injectable()
export class LinimasaOrmasService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
  ) {}

  /**
   * One page of what happened, newest first, as far as the actor may read it. The caller has checked that the ormas may be
   * seen. @param halaman from 1; beyond the end the page is empty
   */
  async halaman(aktor: Aktor, o: { id: number; opdId: number | null }, halaman: number): Promise<Halaman<BarisAudit>> {
    // With the entries that were merged into it: both histories are one organisation's.
    const digabung = await this.db.query<{ id: number }[]>('SELECT id FROM ormas WHERE digabung_ke = ?', [o.id]);
    const semua = [o.id, ...digabung.map((d) => d.id)];
    const [jejak, catatan] = await Promise.all([
      this.audit.saatOrmas(semua, kecualiLinimasa(aktor, o.id), halaman * PER_HALAMAN),
      Promise.all(semua.map((id) => this.catatan(id))).then((c) => c.flat()),
    ]);
    const catatanPada = new Map(catatan.map((b, i) => [-1 - i, b]));
    const urut = [...jejak.saat, ...[...catatanPada].map(([id, { waktu }]) => ({ id, waktu }))]
      .sort((a, b) => b.waktu.getTime() - a.waktu.getTime() || b.id - a.id)
      .slice((halaman - 1) * PER_HALAMAN, halaman * PER_HALAMAN);
    const barisPada = new Map(
      (await this.audit.menurutId(urut.flatMap(({ id }) => (id > 0 ? id : [])))).map((b) => [b.id, b]),
    );
    const isi = urut.flatMap(({ id }) => barisPada.get(id) ?? catatanPada.get(id) ?? []);
    const pribadi = bolehLihatDataPribadi(aktor, o);
    return {
      isi: pribadi ? isi : isi.map(tanpaPribadi),
      halaman,
      perHalaman: PER_HALAMAN,
      jumlah: jejak.jumlah + catatan.length,
    };
  }

  private async catatan(ormasId: number): Promise<BarisAudit[]> {
    const baris = await this.db.query<Mentah[]>(
      KUERI,
      Object.keys(SUMBER).map(() => ormasId),
    );
    return baris.flatMap((b) => {
      const waktu = b.waktu ?? (b.hari === null ? null : awalHariWib(b.hari));
      if (waktu === null) return [];
      const { objek, kata } = UCAPAN[b.jenis];
      const objekId = objek === 'nilai' ? `${b.objekId}/${ormasId}` : b.objekId;
      return [
        {
          ...{ id: 0, waktu, aktorNama: b.oleh ?? '', aktorPeran: '', aksi: b.jenis, objek, objekId },
          ...{ ormasId, ringkasan: kata(b), rincian: b.waktu === null ? { hari: b.hari } : null },
        },
      ];
    });
  }
}

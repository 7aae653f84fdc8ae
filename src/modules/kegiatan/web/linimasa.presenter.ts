import { tanggalJam } from '../../../common/format.js';
import { type Lencana, type Linimasa, type Peristiwa } from '../../../infra/view/bagian.js';
import { type KegiatanRinci, type PeristiwaKegiatan } from '../kegiatan.types.js';

/** What happened to a report, newest first: one line per act. */
export function susunLinimasa(k: KegiatanRinci): Linimasa {
  return { peristiwa: [...k.riwayat.map(peristiwa), ...peristiwaBawaan(k)] };
}

/** What a decision is called that only the report itself tells of. */
const KEPUTUSAN_BAWAAN: Partial<Record<KegiatanRinci['status'], { jenis: Peristiwa['jenis']; apa: string }>> = {
  terverifikasi: { jenis: 'baik', apa: 'Laporan diverifikasi' },
  dikembalikan: { jenis: 'perlu', apa: 'Laporan dikembalikan untuk diperbaiki' },
  ditolak: { jenis: 'bahaya', apa: 'Laporan ditolak' },
};

/** The trail's names of the acts whose instants a report carries itself. */
const JEJAK_AJUAN = ['kegiatan.ajukan'];
const JEJAK_PUTUSAN = ['kegiatan.verifikasi', 'kegiatan.kembalikan', 'kegiatan.tolak'];
const JEJAK_BERSAMA = ['kegiatan.konfirmasi-bersama'];
/** The row of an act is written in its transaction, which waits for others no longer than this. */
const TRANSAKSI_MAKS_MS = 5 * 60_000;

/**
 * What happened to a report before it came here. Reports that are taken over in bulk carry the instants of their acts as
 * facts; the trail has one row for the whole load, since nobody did those acts in this portal. So the timeline tells them
 * from the report itself: each that has no row of its own.
 */
function peristiwaBawaan(k: KegiatanRinci): Peristiwa[] {
  if (!k.dimuat) return [];
  const berjejak = (saat: Date, aksi: readonly string[]): boolean =>
    k.riwayat.some((r) => {
      const jarak = r.waktu.getTime() - saat.getTime();
      return aksi.includes(r.aksi) && jarak >= 0 && jarak <= TRANSAKSI_MAKS_MS;
    });
  const ulang = k.diajukanPada?.getTime() !== k.diajukanPertamaPada?.getTime();
  const keputusan = KEPUTUSAN_BAWAAN[k.status];
  const kantor = k.diputuskanOlehNama ?? 'Petugas';
  const fakta: [Date | null, readonly string[], Peristiwa['jenis'], string, string][] = [
    [k.opdKonfirmasiPada, JEJAK_BERSAMA, 'baik', 'Kegiatan bersama dikonfirmasi', k.nama.bersamaOpd ?? 'OPD'],
    [keputusan ? k.diputuskanPada : null, JEJAK_PUTUSAN, keputusan?.jenis ?? 'netral', keputusan?.apa ?? '', kantor],
    [ulang ? k.diajukanPada : null, JEJAK_AJUAN, 'proses', 'Laporan diajukan kembali', k.ormasNama],
    [k.diajukanPertamaPada, JEJAK_AJUAN, 'proses', 'Laporan diajukan', k.ormasNama],
  ];
  return fakta
    .flatMap(([waktu, aksi, ...isi]) => (waktu && !berjejak(waktu, aksi) ? [{ waktu, isi }] : []))
    .sort((a, b) => b.waktu.getTime() - a.waktu.getTime())
    .map(({ waktu, isi: [jenis, apa, siapa] }, i, semua) => ({
      jenis,
      apa,
      saat: tanggalJam(waktu),
      saatIso: waktu.toISOString(),
      siapa,
      ...(i === semua.length - 1 && { catatan: 'Dimuat ke portal bersama data asalnya; waktunya menurut data itu.' }),
    }));
}

function peristiwa(r: PeristiwaKegiatan): Linimasa['peristiwa'][number] {
  const jenis: Record<string, Lencana['jenis']> = {
    'kegiatan.verifikasi': 'baik',
    'kegiatan.konfirmasi-bersama': 'baik',
    'kegiatan.tolak': 'bahaya',
    'kegiatan.kembalikan': 'perlu',
    'kegiatan.bantah-bersama': 'perlu',
    'kegiatan.ajukan': 'proses',
    'kegiatan.buka-kembali': 'proses',
  };
  return {
    jenis: jenis[r.aksi] ?? 'netral',
    // The page is about this one activity: its name need not stand in every line.
    apa: r.ringkasan.replace(/ kegiatan “.*”(?= )/, ''),
    saat: tanggalJam(r.waktu),
    saatIso: r.waktu.toISOString(),
    siapa: r.aktorNama,
    ...(r.catatan ? { catatan: r.catatan } : {}),
    beda: r.beda,
  };
}

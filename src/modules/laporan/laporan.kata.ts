import Big from 'big.js';
import { angka, desimal, tanggal } from '../../common/format.js';
import { arahSelisih, bagianPersen, jendelaBerjalan, type RerataLaporan } from './laporan.angka.js';
import { type DataLaporan, type LaporanRingkas } from './laporan.types.js';

// Small words of the report: counts, shares, lists and changes, right for none, one and many.

/** `tidak ada ormas`, `satu ormas`, `12 ormas`: within a sentence. */
export function sejumlah(n: number, benda: string): string {
  if (n === 0) return `tidak ada ${benda}`;
  return n === 1 ? `satu ${benda}` : `${angka(n)} ${benda}`;
}

/** The same at the beginning of a sentence: `Tidak ada ormas`, `Satu ormas`, `Sebanyak 12 ormas`. */
export function Sejumlah(n: number, benda: string): string {
  return n > 1 ? `Sebanyak ${sejumlah(n, benda)}` : kapital(sejumlah(n, benda));
}

/** `SEMENTARA, data per 21 November 2026`: the mark of a report over a period that is still open; else `''`. */
export function tandaSementara({ sementara, dihitung }: { sementara: boolean; dihitung: Date | string }): string {
  return sementara ? `SEMENTARA, data per ${tanggal(dihitung)}` : '';
}

/** Whether and why the leaders cannot sign this report, and what to do; null for one with final results. */
export function alasanBelumAkhir(
  l: Pick<LaporanRingkas, 'tahun' | 'usang' | 'sementara' | 'terbuka' | 'kurang' | 'dihitungPada'>,
): { judul: string; teks: string } | null {
  if (l.sementara)
    return {
      judul: `Laporan sementara, data per ${tanggal(l.dihitungPada)}`,
      teks: `Laporan ini disusun sebelum periode penilaian ${l.tahun} ditutup, sehingga setiap halamannya bertanda SEMENTARA dan tidak dapat disetujui maupun disahkan. ${
        l.terbuka
          ? 'Setelah Kepala Bidang menutup periode, susun laporan baru untuk disahkan.'
          : 'Periode kini sudah ditutup: susun laporan baru untuk disahkan.'
      }`,
    };
  if (l.usang)
    return {
      judul: 'Memuat hasil lama',
      teks: `IKO ${l.tahun} telah dihitung ulang sesudah laporan ini disusun. Susun laporan baru, lalu setujui dan sahkan yang baru.`,
    };
  if (l.terbuka)
    return {
      judul: 'Periode penilaian dibuka kembali',
      teks: `Periode penilaian ${l.tahun} dibuka kembali sesudah laporan ini disusun, sehingga hasilnya masih dapat berubah. Tutup periode itu dahulu; bila IKO dihitung ulang, susun laporan baru.`,
    };
  if (l.kurang.length > 0) return { judul: 'Kop atau penanda tangan belum diisi', teks: kalimatKurang(l.kurang) };
  return null;
}

/** What is missing on the paper that is to be signed, and who mends it. */
export function kalimatKurang(kurang: readonly string[]): string {
  return `Laporan ini disusun ketika ${untai(kurang)} belum diisi, sehingga tidak dapat disetujui maupun disahkan. Admin mengisinya pada halaman Setelan (/setelan); sesudah itu susun laporan baru.`;
}

/** The day on which the register and the evidence were read: the window's last, or the run's while the window is open. */
export function hariKeadaan(data: Pick<DataLaporan, 'sementara' | 'dihitung' | 'akhir'>): string {
  return data.sementara && data.dihitung < data.akhir ? data.dihitung : data.akhir;
}

/** `selama jendela penilaian`, or up to which day while the window is open. */
export function sepanjang(data: Pick<DataLaporan, 'sementara' | 'dihitung' | 'akhir'>): string {
  const hari = hariKeadaan(data);
  return hari === data.akhir ? 'selama jendela penilaian' : `sampai ${tanggal(hari)}`;
}

/** First letter in upper case. */
export function kapital(teks: string): string {
  return teks.charAt(0).toUpperCase() + teks.slice(1);
}

/** `80,0%`: a share with one decimal. */
export function persenDari(n: number, dari: number): string {
  return `${desimal(bagianPersen(n, dari), 1)}%`;
}

/** `12 ormas (5,7%)`; without the share where the whole is empty or the count is none. */
export function denganPersen(n: number, dari: number, benda: string): string {
  return n === 0 || dari === 0 ? sejumlah(n, benda) : `${sejumlah(n, benda)} (${persenDari(n, dari)})`;
}

/**
 * `A`, `A dan B`, `A, B, dan C`; beyond `maks` names the rest is counted: `A, B, dan 7 ormas lainnya`.
 * @param benda what is counted where names are left out
 */
export function untai(nama: readonly string[], maks = Infinity, benda = ''): string {
  const sisa = nama.length - maks;
  // One name more is shorter than the words that would stand for it.
  if (sisa <= 1) return gabungKata(nama);
  return gabungKata([...nama.slice(0, maks), `${angka(sisa)} ${benda} lainnya`.replace(/\s+/g, ' ')]);
}

function gabungKata(bagian: readonly string[]): string {
  if (bagian.length <= 1) return bagian[0] ?? '';
  if (bagian.length === 2) return bagian.join(' dan ');
  return `${bagian.slice(0, -1).join(', ')}, dan ${bagian.at(-1) ?? ''}`;
}

/** What is said where too few are scored to compare. */
export const TERLALU_SEDIKIT = 'terlalu sedikit untuk dibandingkan';

/** What is said of a group where `layakBanding` does not hold: what goes before is a number of scores. */
export function kataTakBanding({ berjalan }: Pick<RerataLaporan, 'berjalan'>): string {
  return berjalan ? 'belum dibandingkan selama jendela penilaian masih berjalan' : TERLALU_SEDIKIT;
}

/** How much of the window is over, for a report over a part of a year; `''` for one over a whole year. */
export function kalimatBerjalan(
  data: Pick<DataLaporan, 'sementara' | 'dihitung' | 'mulai' | 'akhir' | 'tahun'>,
): string {
  const berjalan = jendelaBerjalan(data);
  return berjalan
    ? `Jendela penilaian ${data.tahun} masih berjalan sampai ${tanggal(data.akhir)}; laporan ini memuat keadaan pada hari ke-${angka(berjalan.hari)} dari ${angka(berjalan.dari)} hari. Angkanya belum menggambarkan kinerja setahun: tidak diperingkat dan tidak dibandingkan dengan tahun sebelumnya.`
    : '';
}

/** A mean in words with n and coverage: `61,20 dari 168 ormas berskor lengkap (80,0% dari 210 ormas)`. */
export function kataRata({ rata, n, populasi, berjalan }: RerataLaporan): string {
  const lengkap = berjalan ? 'bercakupan cukup' : 'berskor lengkap';
  if (rata === null) return `belum dapat dihitung karena belum ada ormas ${lengkap} (0 dari ${angka(populasi)})`;
  return `${desimal(rata)} dari ${sejumlah(n, 'ormas')} ${lengkap} (${persenDari(n, populasi)} dari ${angka(populasi)} ormas)`;
}

/** `naik 4,25`, `turun 1,10`, `relatif tetap (+0,30)`, `tidak berubah`. */
export function kataUbah(selisih: string): string {
  if (Number(selisih) === 0) return 'tidak berubah';
  const arah = arahSelisih(selisih);
  return arah === 'sama' ? `relatif tetap (${tandaUbah(selisih)})` : `${arah} ${desimal(new Big(selisih).abs())}`;
}

/** `+4,25`, `−1,10`, `0,00`: for tables. */
export function tandaUbah(selisih: string): string {
  const n = Number(selisih);
  return `${n > 0 ? '+' : n < 0 ? '−' : ''}${desimal(new Big(selisih).abs())}`;
}

/** A rubric sentence at most `maks` characters long, cut at a clause where there is one, else at a word. */
export function singkat(kalimat: string, maks: number): string {
  const polos = kalimat.trim();
  if (polos.length <= maks) return polos;
  const potong = polos.slice(0, maks - 1);
  const klausa = Math.max(potong.lastIndexOf(', '), potong.lastIndexOf('; '), potong.lastIndexOf(': '));
  const kata = potong.lastIndexOf(' ');
  const di = klausa > maks * 0.55 ? klausa : kata > 0 ? kata : potong.length;
  return `${potong.slice(0, di).replace(/[\s,;:.]+$/, '')}…`;
}

const SEPERTI = /^Seperti tingkat (\d), (?:dan )?/;

/** A rubric sentence that stands on its own: "Seperti tingkat 1, dan …" is spelled out. `''` where there is none. */
export function uraianTingkat(rubrik: readonly string[] | undefined, tingkat: number): string {
  const kalimat = rubrik?.[tingkat] ?? '';
  const acuan = SEPERTI.exec(kalimat);
  if (!acuan || Number(acuan[1]) >= tingkat) return kalimat;
  const dasar = uraianTingkat(rubrik, Number(acuan[1])).replace(/\.$/, '');
  return `${dasar}; ${kalimat.replace(SEPERTI, '')}`;
}

const KEKURANGAN = /^(kurang dari|tidak )|pada kurang dari|hanya|tanpa|tetapi|tidak tertulis/i;

/** What the level above asks for beyond the present one, as a sentence; null at the top or without a rubric. */
export function syaratNaik(rubrik: readonly string[] | undefined, tingkat: number): string | null {
  const berikut = rubrik?.slice(tingkat + 1) ?? [];
  // A sentence of a lack ("less than half …") is no goal: then the first above it that is one.
  const kalimat = berikut.find((k) => !KEKURANGAN.test(k.replace(/, atau lebih tetapi .*$/, '.'))) ?? berikut[0];
  if (!kalimat) return null;
  // "… or more, but with a lack elsewhere" describes who stands there, not what to strive for.
  return kapital(kalimat.replace(SEPERTI, '').replace(/, atau lebih tetapi .*$/, '.'));
}

import { type GalatIsian } from '../../common/domain-error.js';
import { angka, rentangTanggal, rupiah, tanggal } from '../../common/format.js';
import { selisihHari, tanggalWib } from '../../common/tanggal.js';
import { kalimatTerhenti, type MasaTerhenti, terhentiPada } from './masa-terhenti.js';
import { type BuktiKegiatan, type IsianKegiatan, type NamaRujukan } from './kegiatan.types.js';

/** A report is on time when it is first submitted at most this many days after the last day of the activity (EFS2). */
export const BATAS_LAPOR_HARI = 30;
/** Photos and documents of one report. */
export const BUKTI_MAKS = 20;

type Bukti = Pick<BuktiKegiatan, 'id' | 'jenis' | 'keterangan' | 'nama'>;

/**
 * How many days late a report was first submitted, counted in days of Jakarta from the last day of the activity; 0 is on
 * time, null when it was never submitted.
 */
export function hariTerlambat(tanggalSelesai: string | null, diajukanPertamaPada: Date | null): number | null {
  if (!tanggalSelesai || !diajukanPertamaPada) return null;
  return Math.max(0, selisihHari(tanggalSelesai, tanggalWib(diajukanPertamaPada)) - BATAS_LAPOR_HARI);
}

/** Faults that a report must not have even as a draft: its fields contradict each other. */
export function pertentanganIsian(i: IsianKegiatan): GalatIsian[] {
  const galat: GalatIsian[] = [];
  if (i.tanggalMulai && i.tanggalSelesai && i.tanggalSelesai < i.tanggalMulai) {
    galat.push({ bidang: 'tanggalSelesai', pesan: 'Tanggal selesai tidak boleh sebelum tanggal mulai.' });
  }
  if (i.pesertaLaki !== null && i.pesertaPerempuan !== null) {
    const semua = i.pesertaLaki + i.pesertaPerempuan;
    const golongan = [
      ['pesertaAnak', i.pesertaAnak, 'anak'],
      ['pesertaPemuda', i.pesertaPemuda, 'pemuda'],
      ['pesertaLansia', i.pesertaLansia, 'lansia'],
      ['pesertaDifabel', i.pesertaDifabel, 'difabel'],
    ] as const;
    for (const [bidang, n, sebutan] of golongan) {
      if (n !== null && n > semua) {
        galat.push({
          bidang,
          pesan: `Peserta ${sebutan} (${angka(n)}) lebih banyak daripada seluruh peserta (${angka(semua)}).`,
        });
      }
    }
  }
  return galat;
}

/** What a report is measured by when it is to be submitted. */
export interface SyaratKirim {
  /** Today in Jakarta: a future activity has not been held. */
  hariIni: string;
  /** When this report was first submitted, if it was: its timeliness is of those days, so it cannot turn into the report of a later activity. */
  pertamaPada: Date | null;
  /** When the ormas was suspended or had ended. */
  terhenti: readonly MasaTerhenti[];
}

/** What keeps a report from being submitted, in the order of the form; `[]` when it may be. */
export function kekuranganLaporan(
  i: IsianKegiatan,
  bukti: readonly Bukti[],
  { hariIni, pertamaPada, terhenti }: SyaratKirim,
): GalatIsian[] {
  const galat: GalatIsian[] = [];
  const kurang = (bidang: string, pesan: string) => galat.push({ bidang, pesan });
  if (!i.judul) kurang('judul', 'Isi nama kegiatan.');
  if (!i.tanggalMulai) kurang('tanggalMulai', 'Isi tanggal kegiatan.');
  const selesai = i.tanggalSelesai ?? i.tanggalMulai;
  // Of one day only the first field is filled in: the fault belongs there.
  const bidangSelesai = selesai === i.tanggalMulai ? 'tanggalMulai' : 'tanggalSelesai';
  const masa = terhentiPada(terhenti, i.tanggalMulai, selesai);
  if (selesai && selesai > hariIni) {
    kurang(
      bidangSelesai,
      `Kegiatan ini baru selesai pada ${tanggal(selesai)}. Laporan dapat dikirim setelah kegiatan selesai; drafnya tetap tersimpan.`,
    );
  } else if (selesai && pertamaPada && selesai > tanggalWib(pertamaPada)) {
    kurang(
      bidangSelesai,
      `Laporan ini pertama kali dikirim pada ${tanggal(pertamaPada)}, sebelum tanggal selesai yang Anda isi. Untuk kegiatan lain, buat laporan baru.`,
    );
  } else if (masa) {
    kurang((i.tanggalMulai ?? '') >= (masa.mulai ?? '') ? 'tanggalMulai' : bidangSelesai, kalimatTerhenti(masa));
  }
  if (!i.tempat) kurang('tempat', 'Isi tempat kegiatan.');
  if (!i.uraian) kurang('uraian', 'Ceritakan kegiatannya dengan singkat.');
  if (bukti.length === 0) kurang('foto1', 'Lampirkan paling sedikit satu foto atau dokumen.');
  for (const b of bukti) {
    if (b.jenis === 'foto' && !b.keterangan.trim()) {
      kurang(`keterangan_${b.id}`, `Isi keterangan untuk foto “${b.nama}”: apa yang terlihat, siapa, di mana.`);
    }
  }
  return [...galat, ...pertentanganIsian(i)];
}

/** A report in words: label → text, files by their hash. It is what two versions are compared by, and what a person reads. */
export type Potret = Record<string, string>;

const orang = (n: number | null): string => (n === null ? '' : `${angka(n)} orang`);

/** The report in words; the same report gives the same words. */
export function potretKegiatan(
  i: IsianKegiatan,
  nama: NamaRujukan,
  bukti: readonly Pick<BuktiKegiatan, 'jenis' | 'keterangan' | 'nama' | 'sha256'>[],
): Potret {
  const potret: Potret = {
    'Nama kegiatan': i.judul,
    Tanggal: i.tanggalMulai ? rentangTanggal(i.tanggalMulai, i.tanggalSelesai ?? i.tanggalMulai) : '',
    Tempat: i.tempat,
    Kelurahan: nama.kelurahan ?? '',
    Bidang: nama.bidang ?? '',
    'Program kerja': nama.program ?? '',
    'Uraian kegiatan': i.uraian,
    'Peserta laki-laki': orang(i.pesertaLaki),
    'Peserta perempuan': orang(i.pesertaPerempuan),
    'Peserta anak': orang(i.pesertaAnak),
    'Peserta pemuda': orang(i.pesertaPemuda),
    'Peserta lansia': orang(i.pesertaLansia),
    'Peserta difabel': orang(i.pesertaDifabel),
    'Realisasi biaya': i.realisasi === null ? '' : rupiah(i.realisasi),
    'Bersama OPD': nama.bersamaOpd ?? '',
  };
  for (const b of bukti) {
    const label = `${b.jenis === 'foto' ? 'Foto' : 'Dokumen'} “${b.nama}” (${b.sha256.slice(0, 8)})`;
    potret[label] = b.keterangan || 'terlampir';
  }
  return potret;
}

/** What changed between two versions in words, in the order of the newer one; what vanished comes last. */
export function bedaPotret(lama: Potret, baru: Potret): { bidang: string; sebelum: string; sesudah: string }[] {
  return [...new Set([...Object.keys(baru), ...Object.keys(lama)])]
    .map((bidang) => ({ bidang, sebelum: lama[bidang] ?? '', sesudah: baru[bidang] ?? '' }))
    .filter((b) => b.sebelum !== b.sesudah);
}

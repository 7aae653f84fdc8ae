import { type KolomLembar, type NilaiSel } from '../../infra/lembar/lembar.js';
import { lencanaKeaktifan } from './ormas.lencana.js';
import { SEBUTAN_BENTUK, SEBUTAN_STATUS } from './ormas.types.js';
import { KELOMPOK_ANGGOTA, type ProfilOrmas, SEBUTAN_ANGGOTA, SEBUTAN_CIRI, SEBUTAN_KANTOR } from './profil.types.js';
import { type BentukOrmas, type RingkasOrmas } from './ormas.types.js';

/** What an export tells of a profile. */
export type ProfilEkspor = Pick<
  ProfilOrmas,
  'perTanggal' | 'anggota' | 'tempatBerdiri' | 'tanggalBerdiri' | 'namaInduk' | 'statusKantor' | 'ciriKhusus'
>;

/** One ormas as it leaves: its short form, and what only an export shows. */
export interface BarisEkspor extends RingkasOrmas {
  bentuk: BentukOrmas;
  alamat: string;
  rt: string | null;
  rw: string | null;
  dasarHukumNomor: string | null;
  dasarHukumTanggal: string | null;
  nomorSkko: string | null;
  skkoBerlakuSampai: string | null;
  terdaftarPada: string | null;
  sumberDana: string | null;
  jumlahAnggota: number | null;
  /** What its form of registration said; null: it came without one. Names of persons and the bank never leave. */
  profil: ProfilEkspor | null;
  /** Names of the fields of work beside the primary one. */
  bidangLain: string;
  /** Personal: null unless the columns were asked for. */
  npwp: string | null;
  telepon: string | null;
  surel: string | null;
  ketua: string | null;
}

interface KolomEkspor extends KolomLembar {
  nilai: (o: BarisEkspor) => NilaiSel;
}

const kolom = (
  judul: string,
  nilai: KolomEkspor['nilai'],
  jenis: KolomLembar['jenis'] = 'teks',
  lebar = 18,
): KolomEkspor => ({ judul, jenis, lebar, nilai });

const sebut = <K extends string>(kata: Readonly<Record<K, string>>, kode: K | null | undefined): string | null =>
  kode ? kata[kode] : null;

/** The columns that everybody gets who may take the list along. */
export const KOLOM_UMUM: readonly KolomEkspor[] = [
  kolom('Nama ormas', (o) => o.nama, 'teks', 44),
  kolom('Status', (o) => SEBUTAN_STATUS[o.status]),
  kolom('Bentuk', (o) => SEBUTAN_BENTUK[o.bentuk], 'teks', 24),
  kolom('Bidang', (o) => o.bidang, 'teks', 28),
  kolom('OPD pembina', (o) => o.opd ?? 'Belum ditetapkan'),
  kolom('Alamat sekretariat', (o) => o.alamat, 'teks', 36),
  kolom('RT', (o) => o.rt, 'teks', 6),
  kolom('RW', (o) => o.rw, 'teks', 6),
  kolom('Kelurahan', (o) => o.kelurahan ?? 'Luar domisili'),
  kolom('Kecamatan', (o) => o.kecamatan),
  kolom('Dasar hukum', (o) => o.dasarHukumNomor, 'teks', 32),
  kolom('Tanggal dasar hukum', (o) => o.dasarHukumTanggal, 'tanggal', 14),
  kolom('Nomor surat keterangan', (o) => o.nomorSkko, 'teks', 24),
  kolom('Surat keterangan berlaku sampai', (o) => o.skkoBerlakuSampai, 'tanggal', 14),
  kolom('Terdaftar sejak', (o) => o.terdaftarPada, 'tanggal', 14),
  kolom('Sumber dana', (o) => o.sumberDana),
  kolom('Jumlah anggota', (o) => o.jumlahAnggota, 'angka', 12),
  kolom('Keaktifan', (o) => lencanaKeaktifan(o).teks, 'teks', 14),
  kolom('Kegiatan terverifikasi terakhir', (o) => o.kegiatanTerakhir, 'tanggal', 14),
  kolom('Tahun IKO', (o) => o.iko?.tahun ?? null, 'angka', 10),
  kolom('Skor IKO', (o) => o.iko?.skor ?? null, 'angka', 10),
  kolom('Tingkat IKO', (o) => o.iko?.tingkat ?? null, 'angka', 10),
  kolom('Singkatan', (o) => o.singkatan),
  kolom('Bidang lain', (o) => o.bidangLain || null, 'teks', 28),
  kolom('Tempat didirikan', (o) => o.profil?.tempatBerdiri ?? null),
  kolom('Tanggal didirikan', (o) => o.profil?.tanggalBerdiri ?? null, 'tanggal', 14),
  kolom('Ormas induk', (o) => o.profil?.namaInduk ?? null, 'teks', 28),
  kolom('Ciri khusus', (o) => sebut(SEBUTAN_CIRI, o.profil?.ciriKhusus), 'teks', 24),
  kolom('Status tempat sekretariat', (o) => sebut(SEBUTAN_KANTOR, o.profil?.statusKantor)),
  ...KELOMPOK_ANGGOTA.map((k, i) =>
    kolom(
      i < 2 ? SEBUTAN_ANGGOTA[k] : `Anggota ${SEBUTAN_ANGGOTA[k]}`,
      (o) => o.profil?.anggota[k] ?? null,
      'angka',
      12,
    ),
  ),
  // The numbers before are of this day; the number of members beside the others is of today.
  kolom('Rincian menurut formulir tanggal', (o) => o.profil?.perTanggal ?? null, 'tanggal', 14),
];

/** Columns about persons, and numbers by which one is reached or known. */
export const KOLOM_PRIBADI: readonly KolomEkspor[] = [
  kolom('Nama ketua', (o) => o.ketua, 'teks', 28),
  kolom('NPWP', (o) => teksNpwp(o.npwp), 'teks', 24),
  kolom('Telepon', (o) => teksTelepon(o.telepon)),
  kolom('Surel', (o) => o.surel, 'teks', 28),
];

/** In its groups, so that no spreadsheet takes it for a number and drops its zeros; the importer reads it back. */
export function teksNpwp(npwp: string | null): string | null {
  if (npwp?.length === 15) return npwp.replace(/^(..)(...)(...)(.)(...)(...)$/, '$1.$2.$3.$4-$5.$6');
  return npwp === null ? null : npwp.replace(/(.{4})(?=.)/g, '$1 ');
}

/** `0899-0000-0029`: in groups, for the same reason. */
export function teksTelepon(telepon: string | null): string | null {
  return telepon === null ? null : telepon.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3');
}

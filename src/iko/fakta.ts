/**
 * The facts of one ormas in one period, out of which the computed indicators arise. Filled in bulk from SQL, one row
 * per ormas; everything is a count, a yes/no, or a date, so that a row can be stored, hashed and replayed as it is.
 *
 * The *window* of year Y is 1 December Y−1 to 30 November Y (a setting), both days included, in Asia/Jakarta.
 * A *verified activity* is one whose report is verified and whose date lies in the window. "On the last day" is the
 * last day of the window. Counts are integers ≥ 0; a part never exceeds its whole (see `periksaFakta`).
 */
export interface FaktaOrmas {
  /** Day of registration with the office, 'YYYY-MM-DD'; null where the register does not know it. */
  readonly terdaftarSejak: string | null;

  /** Items of the ormas's own programme of work for this period. */
  readonly butirRencana: number;
  /** Those with at least one verified activity. */
  readonly butirTerlaksana: number;
  /** Verified activities, planned or not. */
  readonly kegiatan: number;
  /** Verified activities whose report was first submitted ≤ 30 days after the activity's last day. */
  readonly laporanTepatWaktu: number;
  /** The annual report of this period was submitted by its due day. */
  readonly laporanTahunanTepatWaktu: boolean;
  /** Verified activities with a count of participants. */
  readonly kegiatanTercatat: number;
  /** Those whose count is split by sex and by at least one of children, youth, elderly, difabel. */
  readonly kegiatanTerpilah: number;
  /** Participants of all verified activities together. */
  readonly peserta: number;
  /** The ormas's own target of participants for the period; null where it set none. */
  readonly targetPeserta: number | null;
  /** Verified activities that lie in the ormas's own cluster. */
  readonly kegiatanSebidang: number;
  /** Verified activities that the OPD of that cluster confirmed as joint. */
  readonly kegiatanBersamaOpd: number;

  /** Recommendations to the ormas whose due day lies in the window; of a running year those due by the day of the run. */
  readonly rekomendasiJatuhTempo: number;
  /** Those that were done by that last day, on time or late. */
  readonly rekomendasiSelesai: number;
  /** Those that were done on or before their due day. */
  readonly rekomendasiTepatWaktu: number;

  /** Documents that are verified and valid on the last day. */
  readonly adArtSah: boolean;
  /** SK pengurus with its term running on the last day. */
  readonly skPengurusSah: boolean;
  readonly programKerjaSah: boolean;
  readonly sopKeuanganSah: boolean;
  /** Legal basis: SKT not expired, or registration as a legal entity. */
  readonly dasarHukumSah: boolean;
  /** Domicile letter. */
  readonly domisiliSah: boolean;
  readonly npwpSah: boolean;
  /** The ormas confirmed its profile within the 12 months before the last day. */
  readonly profilMutakhir: boolean;

  /** A sanction (warning, halt of activities, revocation) is in force on the last day. */
  readonly sanksiAktif: boolean;
  /** A dispute over board or name is open on the last day. */
  readonly sengketaAktif: boolean;
  /** Forums or Musrenbang attended within the window. */
  readonly forumDihadiri: number;
  /** Proposals of the ormas recorded within the window. */
  readonly usulanTercatat: number;
  /** Those that were accommodated by the last day. */
  readonly usulanDiakomodasi: number;

  /** The ormas was invited to a Community Score Card session in the window. */
  readonly wargaDiundang: boolean;
  /** It refused. */
  readonly wargaDitolak: boolean;
  /** People who scored. */
  readonly wargaPenilai: number;
  /** Groups (e.g. women, youth) among them. */
  readonly wargaKelompok: number;
  /** How many single scores (1 to 5) were given. */
  readonly wargaBanyakNilai: number;
  /** Their sum. */
  readonly wargaJumlahNilai: number;
}

/** An ormas of which nothing is known: every count 0, every yes/no false. A base for tests and for absent rows. */
export const FAKTA_KOSONG: FaktaOrmas = Object.freeze({
  terdaftarSejak: null,
  butirRencana: 0,
  butirTerlaksana: 0,
  kegiatan: 0,
  laporanTepatWaktu: 0,
  laporanTahunanTepatWaktu: false,
  kegiatanTercatat: 0,
  kegiatanTerpilah: 0,
  peserta: 0,
  targetPeserta: null,
  kegiatanSebidang: 0,
  kegiatanBersamaOpd: 0,
  rekomendasiJatuhTempo: 0,
  rekomendasiSelesai: 0,
  rekomendasiTepatWaktu: 0,
  adArtSah: false,
  skPengurusSah: false,
  programKerjaSah: false,
  sopKeuanganSah: false,
  dasarHukumSah: false,
  domisiliSah: false,
  npwpSah: false,
  profilMutakhir: false,
  sanksiAktif: false,
  sengketaAktif: false,
  forumDihadiri: 0,
  usulanTercatat: 0,
  usulanDiakomodasi: 0,
  wargaDiundang: false,
  wargaDitolak: false,
  wargaPenilai: 0,
  wargaKelompok: 0,
  wargaBanyakNilai: 0,
  wargaJumlahNilai: 0,
});

type Hitungan = { [K in keyof FaktaOrmas]: FaktaOrmas[K] extends number ? K : never }[keyof FaktaOrmas];

const BAGIAN_DARI: readonly (readonly [bagian: Hitungan, seluruh: Hitungan])[] = [
  ['butirTerlaksana', 'butirRencana'],
  ['laporanTepatWaktu', 'kegiatan'],
  ['kegiatanTercatat', 'kegiatan'],
  ['kegiatanTerpilah', 'kegiatanTercatat'],
  ['kegiatanSebidang', 'kegiatan'],
  ['kegiatanBersamaOpd', 'kegiatan'],
  ['rekomendasiSelesai', 'rekomendasiJatuhTempo'],
  ['rekomendasiTepatWaktu', 'rekomendasiSelesai'],
  ['usulanDiakomodasi', 'usulanTercatat'],
  ['wargaKelompok', 'wargaPenilai'],
];
/** Far above any register, and low enough that every product of the rules is exact. */
const HITUNGAN_MAKSIMUM = 1_000_000_000;
const TANGGAL = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Sentences about facts that cannot be (a negative or broken count, a part larger than its whole, a mean outside
 * 1 … 5): a query that is wrong must not become a score. Empty when all is well.
 */
export function periksaFakta(fakta: FaktaOrmas): string[] {
  const galat: string[] = [];
  for (const [nama, nilai] of Object.entries(fakta) as [string, unknown][]) {
    const kosong: unknown = FAKTA_KOSONG[nama as keyof FaktaOrmas];
    const jenis = nama === 'targetPeserta' && nilai !== null ? 'number' : typeof kosong;
    if (
      jenis === 'number' &&
      !(Number.isSafeInteger(nilai) && Number(nilai) >= 0 && Number(nilai) <= HITUNGAN_MAKSIMUM)
    )
      galat.push(`Fakta "${nama}" harus bilangan bulat dari 0 sampai satu miliar, bukan ${String(nilai)}.`);
    if (jenis === 'boolean' && typeof nilai !== 'boolean')
      galat.push(`Fakta "${nama}" harus true atau false, bukan ${String(nilai)}.`);
  }
  for (const [bagian, seluruh] of BAGIAN_DARI)
    if (fakta[bagian] > fakta[seluruh])
      galat.push(`Fakta "${bagian}" (${fakta[bagian]}) tidak boleh melebihi "${seluruh}" (${fakta[seluruh]}).`);
  if (fakta.terdaftarSejak !== null && !TANGGAL.test(fakta.terdaftarSejak))
    galat.push(`Fakta "terdaftarSejak" harus tanggal TTTT-BB-HH, bukan ${fakta.terdaftarSejak}.`);
  const { wargaBanyakNilai: n, wargaJumlahNilai: jumlah } = fakta;
  if (jumlah < n || jumlah > 5 * n)
    galat.push(`Fakta "wargaJumlahNilai" (${jumlah}) tidak mungkin untuk ${n} nilai dari 1 sampai 5.`);
  return galat;
}

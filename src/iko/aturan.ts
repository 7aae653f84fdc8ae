import { type FaktaOrmas } from './fakta.js';
import { anggota, isObjek, kutip, periksaBidang } from './galat.js';
import { TINGKAT_MAKSIMUM } from './hasil.js';
import { type Desimal, bulatkan, mencapai, tulisPerseratus, uraiDesimal } from './pembulatan.js';

/**
 * A computed indicator as data: the name of a rule, which turns facts into measures, and the least measures of each
 * level. The level is the highest whose whole condition holds, 0 where none does; so a cut-off changes without code.
 */
export interface DefinisiAturan {
  readonly nama: string;
  /** "1" … "4" → measure → least value (decimal numeral); e.g. { "4": { "persenTerlaksana": "90", "kegiatan": "4" } }. */
  readonly syarat: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Computed levels that no officer's level may replace, e.g. [0] for an active sanction. */
  readonly terkunci?: readonly number[];
}

/** The facts that a rule read, by name: what a page shows under the level. */
export type MasukanAturan = Readonly<Record<string, number | boolean | null>>;

/** A computed level; or that the indicator does not apply, or cannot be told yet, with the reason. */
export type HasilAturan =
  | { readonly tingkat: number; readonly terkunci: boolean; readonly masukan: MasukanAturan }
  | { readonly takBerlaku: string; readonly masukan: MasukanAturan }
  | { readonly belum: string; readonly masukan: MasukanAturan };

type NamaFakta = Exclude<keyof FaktaOrmas, 'terdaftarSejak'>;
/** An exact measure n/d of whole numbers; null where it is not defined (a share of nothing), which meets no condition. */
type Ukuran = (fakta: FaktaOrmas) => { readonly n: number; readonly d: number } | null;

interface Aturan {
  readonly masukan: readonly NamaFakta[];
  readonly ukuran: Readonly<Record<string, Ukuran>>;
  /** Says when there is no level to give. */
  readonly kecuali?: (fakta: FaktaOrmas) => { readonly takBerlaku: string } | { readonly belum: string } | null;
  readonly kalimat: (fakta: FaktaOrmas) => string;
}

const banyak: (nilai: number) => ReturnType<Ukuran> = (nilai) => ({ n: nilai, d: 1 });
const bagian: (n: number, d: number) => ReturnType<Ukuran> = (n, d) => (d === 0 ? null : { n, d });
const persen: (n: number, d: number) => ReturnType<Ukuran> = (n, d) => bagian(100 * n, d);
const duaDesimal = (n: number, d: number): string => tulisPerseratus(bulatkan(BigInt(n), BigInt(d))).replace('.', ',');
const jumlahYa = (...hal: readonly boolean[]): number => hal.filter(Boolean).length;
const sekian = (n: number, d: number): string => `${n} dari ${d}${d === 0 ? '' : ` (${duaDesimal(100 * n, d)}%)`}`;
const daftar = (hal: Readonly<Record<string, boolean>>): string =>
  Object.entries(hal)
    .map(([nama, ya]) => `${nama} ${ya ? 'ada dan sah' : 'belum ada atau tidak sah'}`)
    .join('; ');

/** The rules by name. To add a computed indicator, add a rule here; to change a cut-off, publish an instrument. */
const ATURAN = new Map<string, Aturan>([
  [
    'realisasi-program-kerja',
    {
      masukan: ['butirRencana', 'butirTerlaksana', 'kegiatan'],
      ukuran: {
        butirRencana: (f) => banyak(f.butirRencana),
        kegiatan: (f) => banyak(f.kegiatan),
        persenTerlaksana: (f) => persen(f.butirTerlaksana, f.butirRencana),
      },
      kalimat: (f) =>
        f.butirRencana === 0
          ? `Belum ada program kerja; ${f.kegiatan} kegiatan terverifikasi.`
          : `${sekian(f.butirTerlaksana, f.butirRencana)} butir program kerja terlaksana; ${f.kegiatan} kegiatan terverifikasi.`,
    },
  ],
  [
    'standar-organisasi',
    {
      masukan: ['adArtSah', 'skPengurusSah', 'programKerjaSah', 'sopKeuanganSah'],
      ukuran: { dokumenSah: (f) => banyak(jumlahYa(f.adArtSah, f.skPengurusSah, f.programKerjaSah, f.sopKeuanganSah)) },
      kalimat: (f) =>
        `${daftar({ 'AD/ART': f.adArtSah, 'SK pengurus': f.skPengurusSah, 'program kerja': f.programKerjaSah, 'SOP keuangan': f.sopKeuanganSah })}.`,
    },
  ],
  [
    'ketepatan-laporan',
    {
      masukan: ['kegiatan', 'laporanTepatWaktu', 'laporanTahunanTepatWaktu'],
      ukuran: {
        laporanTepatWaktu: (f) => banyak(f.laporanTepatWaktu),
        persenTepatWaktu: (f) => persen(f.laporanTepatWaktu, f.kegiatan),
        laporanTahunanTepatWaktu: (f) => banyak(Number(f.laporanTahunanTepatWaktu)),
      },
      kalimat: (f) =>
        `${sekian(f.laporanTepatWaktu, f.kegiatan)} laporan kegiatan masuk paling lambat 30 hari; laporan tahunan ${f.laporanTahunanTepatWaktu ? 'tepat waktu' : 'tidak tepat waktu atau belum ada'}.`,
    },
  ],
  [
    'jangkauan',
    {
      masukan: ['kegiatan', 'kegiatanTercatat', 'kegiatanTerpilah', 'peserta', 'targetPeserta'],
      ukuran: {
        kegiatanTercatat: (f) => banyak(f.kegiatanTercatat),
        persenTercatat: (f) => persen(f.kegiatanTercatat, f.kegiatan),
        persenTerpilah: (f) => persen(f.kegiatanTerpilah, f.kegiatan),
        // Without a target of one's own, or with a target of nobody, there is nothing to have met.
        persenTarget: (f) => persen(f.peserta, f.targetPeserta ?? 0),
      },
      kalimat: (f) =>
        `Peserta tercatat di ${sekian(f.kegiatanTercatat, f.kegiatan)} kegiatan, terpilah di ${sekian(f.kegiatanTerpilah, f.kegiatan)}; ${f.peserta} peserta, ${f.targetPeserta === null ? 'tanpa target' : `target ${f.targetPeserta}`}.`,
    },
  ],
  [
    'kesesuaian-bidang',
    {
      masukan: ['kegiatan', 'kegiatanSebidang', 'kegiatanBersamaOpd'],
      ukuran: {
        kegiatanSebidang: (f) => banyak(f.kegiatanSebidang),
        persenSebidang: (f) => persen(f.kegiatanSebidang, f.kegiatan),
        kegiatanBersamaOpd: (f) => banyak(f.kegiatanBersamaOpd),
      },
      kalimat: (f) =>
        `${sekian(f.kegiatanSebidang, f.kegiatan)} kegiatan sesuai bidang; ${f.kegiatanBersamaOpd} kegiatan bersama dikonfirmasi OPD.`,
    },
  ],
  [
    'penilaian-warga',
    {
      masukan: [
        'wargaDiundang',
        'wargaDitolak',
        'wargaPenilai',
        'wargaKelompok',
        'wargaBanyakNilai',
        'wargaJumlahNilai',
      ],
      ukuran: {
        rataRata: (f) => bagian(f.wargaJumlahNilai, f.wargaBanyakNilai),
        penilai: (f) => banyak(f.wargaPenilai),
        kelompok: (f) => banyak(f.wargaKelompok),
      },
      // A refusal that was followed by a session after all is no refusal.
      kecuali: (f) => {
        if (f.wargaBanyakNilai > 0 || f.wargaDitolak) return null;
        return f.wargaDiundang
          ? { belum: 'Sudah diundang, tetapi penilaian warga belum menghasilkan nilai.' }
          : { takBerlaku: 'Tidak ada penilaian warga dalam jendela penilaian.' };
      },
      kalimat: (f) =>
        f.wargaBanyakNilai === 0
          ? f.wargaDitolak
            ? 'Diundang untuk penilaian warga, tetapi menolak.'
            : 'Belum ada nilai dari warga.'
          : `Rata-rata ${duaDesimal(f.wargaJumlahNilai, f.wargaBanyakNilai)} dari skala 1–5, oleh ${f.wargaPenilai} orang dari ${f.wargaKelompok} kelompok.`,
    },
  ],
  [
    'tindak-lanjut-rekomendasi',
    {
      masukan: ['rekomendasiJatuhTempo', 'rekomendasiSelesai', 'rekomendasiTepatWaktu'],
      ukuran: {
        rekomendasiSelesai: (f) => banyak(f.rekomendasiSelesai),
        persenTepatWaktu: (f) => persen(f.rekomendasiTepatWaktu, f.rekomendasiJatuhTempo),
      },
      kecuali: (f) =>
        f.rekomendasiJatuhTempo === 0
          ? { takBerlaku: 'Tidak ada rekomendasi yang sudah jatuh tempo dalam jendela penilaian.' }
          : null,
      kalimat: (f) =>
        `${sekian(f.rekomendasiTepatWaktu, f.rekomendasiJatuhTempo)} rekomendasi selesai tepat waktu; ${f.rekomendasiSelesai} selesai seluruhnya.`,
    },
  ],
  [
    'legalitas-data-mutakhir',
    {
      masukan: ['dasarHukumSah', 'skPengurusSah', 'domisiliSah', 'npwpSah', 'profilMutakhir'],
      ukuran: {
        dasarHukum: (f) => banyak(Number(f.dasarHukumSah)),
        dataLain: (f) => banyak(jumlahYa(f.skPengurusSah, f.domisiliSah, f.npwpSah, f.profilMutakhir)),
      },
      kalimat: (f) =>
        `${daftar({ 'Dasar hukum': f.dasarHukumSah, 'SK pengurus': f.skPengurusSah, 'surat domisili': f.domisiliSah, NPWP: f.npwpSah })}; profil ${f.profilMutakhir ? 'sudah' : 'belum'} dikonfirmasi dalam 12 bulan terakhir.`,
    },
  ],
  [
    'tertib-dan-pengaruh',
    {
      masukan: ['sanksiAktif', 'sengketaAktif', 'forumDihadiri', 'usulanTercatat', 'usulanDiakomodasi'],
      ukuran: {
        tertib: (f) => banyak(Number(!f.sanksiAktif && !f.sengketaAktif)),
        forumDihadiri: (f) => banyak(f.forumDihadiri),
        usulanTercatat: (f) => banyak(f.usulanTercatat),
        usulanDiakomodasi: (f) => banyak(f.usulanDiakomodasi),
      },
      kalimat: (f) =>
        `${f.sanksiAktif ? 'Ada sanksi aktif' : 'Tidak ada sanksi aktif'}; ${f.sengketaAktif ? 'ada sengketa terbuka' : 'tidak ada sengketa terbuka'}; ${f.forumDihadiri} forum dihadiri; ${f.usulanTercatat} usulan tercatat, ${f.usulanDiakomodasi} diakomodasi.`,
    },
  ],
]);

/** Names of the rules that an instrument may use, and the measures that each offers. */
export function daftarAturan(): ReadonlyMap<string, readonly string[]> {
  return new Map([...ATURAN].map(([nama, aturan]) => [nama, Object.keys(aturan.ukuran)]));
}

/**
 * Checks a rule as it stands in an instrument.
 * @param bolehTakBerlaku whether the indicator may be N/A; a rule that can find so must be allowed to
 * @returns sentences without the place, which the caller puts before them
 */
export function periksaAturan(definisi: unknown, bolehTakBerlaku: boolean): string[] {
  if (!isObjek(definisi)) return [`"aturan" harus berupa objek, bukan ${kutip(definisi)}.`];
  const galat = periksaBidang(definisi, ['nama', 'syarat'], ['terkunci'], '"aturan"').map((g) => g.pesan);
  const nama = anggota(definisi, 'nama');
  const aturan = typeof nama === 'string' ? ATURAN.get(nama) : undefined;
  if (!aturan && nama !== undefined) galat.push(`aturan ${kutip(nama)} tidak dikenal.`);
  if (aturan?.kecuali && !bolehTakBerlaku) galat.push(`aturan ${kutip(nama)} memerlukan "bolehTakBerlaku": true.`);
  const terkunci = anggota(definisi, 'terkunci');
  if (terkunci !== undefined && !(Array.isArray(terkunci) && terkunci.every((t) => isTingkat(t))))
    galat.push('"terkunci" harus berupa larik tingkat 0 sampai 4.');
  const syarat = anggota(definisi, 'syarat');
  if (syarat === undefined) return galat;
  if (!isObjek(syarat) || Object.keys(syarat).length === 0)
    return [...galat, '"syarat" harus berupa objek tingkat yang tidak kosong.'];
  for (const [tingkat, isi] of Object.entries(syarat)) galat.push(...periksaSyarat(tingkat, isi, aturan));
  return galat;
}

function periksaSyarat(tingkat: string, isi: unknown, aturan: Aturan | undefined): string[] {
  const letak = `syarat tingkat ${kutip(tingkat)}`;
  if (!/^[1-4]$/.test(tingkat)) return [`${letak}: tingkat harus "1" sampai "4".`];
  if (!isObjek(isi) || Object.keys(isi).length === 0) return [`${letak} harus berupa objek ukuran yang tidak kosong.`];
  const galat: string[] = [];
  for (const [ukuran, batas] of Object.entries(isi)) {
    if (aturan && !Object.hasOwn(aturan.ukuran, ukuran))
      galat.push(`${letak}: ukuran ${kutip(ukuran)} tidak ada pada aturan ini.`);
    const urai = typeof batas === 'string' ? uraiDesimal(batas) : null;
    if (!urai || urai.bulat < 0n)
      galat.push(`${letak}, ukuran ${kutip(ukuran)}: batas harus bilangan desimal dalam teks, bukan ${kutip(batas)}.`);
  }
  return galat;
}

function isTingkat(nilai: unknown): boolean {
  return Number.isInteger(nilai) && Number(nilai) >= 0 && Number(nilai) <= TINGKAT_MAKSIMUM;
}

/** A rule of a checked instrument, made ready for many ormas. */
export type AturanSiap = (fakta: FaktaOrmas) => HasilAturan;

/**
 * Prepares a rule: numerals are read once, conditions are ordered from the highest level down.
 * @throws RangeError when the definition was not checked with `periksaAturan`
 */
export function siapkanAturan(definisi: DefinisiAturan): AturanSiap {
  const aturan = ATURAN.get(definisi.nama);
  if (!aturan) throw new RangeError(`Instrumen belum divalidasi: aturan ${definisi.nama} tidak dikenal`);
  const tangga = Object.entries(definisi.syarat)
    .map(([tingkat, syarat]) => ({
      tingkat: Number(tingkat),
      syarat: Object.entries(syarat).map(([u, batas]) => siapkanSyarat(aturan, u, batas)),
    }))
    .sort((a, b) => b.tingkat - a.tingkat);
  return (fakta) => {
    const masukan: Record<string, number | boolean | null> = {};
    for (const nama of aturan.masukan) masukan[nama] = fakta[nama];
    const kecuali = aturan.kecuali?.(fakta);
    if (kecuali) return { ...kecuali, masukan };
    const tingkat = tangga.find(({ syarat }) => syarat.every((terpenuhi) => terpenuhi(fakta)))?.tingkat ?? 0;
    return { tingkat, terkunci: definisi.terkunci?.includes(tingkat) ?? false, masukan };
  };
}

function siapkanSyarat(aturan: Aturan, nama: string, teks: string): (fakta: FaktaOrmas) => boolean {
  const ukuran = Object.hasOwn(aturan.ukuran, nama) ? aturan.ukuran[nama] : undefined;
  const batas: Desimal | null = uraiDesimal(teks);
  if (!ukuran || !batas) throw new RangeError(`Instrumen belum divalidasi: syarat ${nama} ${teks}`);
  const satuan = 10 ** batas.skala;
  const minimal = Number(batas.bulat);
  return (fakta) => {
    const nilai = ukuran(fakta);
    if (nilai === null) return false;
    const kiri = nilai.n * satuan;
    const kanan = nilai.d * minimal;
    // Where both products are safe integers they are exact; beyond, the long way.
    if (kiri <= Number.MAX_SAFE_INTEGER && kanan <= Number.MAX_SAFE_INTEGER) return kiri >= kanan;
    return mencapai({ n: BigInt(nilai.n), d: BigInt(nilai.d) }, batas);
  };
}

/**
 * The inputs of a computed level as a sentence in Indonesian, e.g. "6 dari 8 (75,00%) butir program kerja
 * terlaksana; 9 kegiatan terverifikasi." Derived when shown, so that it need not be stored.
 * @returns null for a rule that is not known (any more)
 */
export function kalimatMasukan(nama: string, masukan: MasukanAturan): string | null {
  const aturan = ATURAN.get(nama);
  // A rule's sentence reads only the facts that the rule itself names, which is what `masukan` holds.
  return aturan ? aturan.kalimat(masukan as unknown as FaktaOrmas) : null;
}

import { type GalatIsian } from '../../common/domain-error.js';
import { angka, tanggal } from '../../common/format.js';
import { tanggalSah } from '../../common/tanggal.js';
import { SEBUTAN_JABATAN } from '../ormas/jabatan.js';
import { type NamaRujukan, uraiFakta } from '../ormas/kata-fakta.js';
import { BENTUK_ORMAS, type BentukOrmas, type JenisDokumen, SEBUTAN_BENTUK } from '../ormas/ormas.types.js';
import { type OrmasTerkunci, type Penerapan } from '../ormas/ubah-ormas.service.js';

/** Matters of which one request speaks. Phone and e-mail need none: the ormas changes them by itself. */
export const PERIHAL = ['nama', 'sekretariat', 'pengurus', 'bidang', 'dasar-hukum', 'npwp', 'sumber-daya'] as const;
export type Perihal = (typeof PERIHAL)[number];

/** A request as it was typed: every field a text, so that a draft keeps whatever was written. */
export type Ketikan = Record<string, string>;

/** One field of the form of a matter. */
export interface BidangIsian {
  nama: string;
  label: string;
  jenis: 'teks' | 'tanggal' | 'angka' | 'bidang' | 'kelurahan' | 'bentuk';
  wajib: boolean;
  maksimal: number;
  petunjuk?: string;
}

/** What is asked of a request about one matter: its words, its fields, and the evidence. */
export interface AturanPerihal {
  sebutan: string;
  untuk: string;
  /** Which paper proves it; `wajib`: the request cannot be sent without. */
  bukti: { sebutan: string; wajib: boolean; dasar: string };
  /** The document of the register that this paper becomes when the change is approved. */
  dokumen: JenisDokumen | null;
  isian: readonly BidangIsian[];
}

const teks = (nama: string, label: string, wajib: boolean, maksimal: number, petunjuk?: string): BidangIsian => ({
  ...{ nama, label, jenis: 'teks', wajib, maksimal },
  ...(petunjuk !== undefined && { petunjuk }),
});

/** Name, bidang, NPWP and address change the SKT (Permendagri 57/2017 art. 23–27): the law wants them proven. */
const UNDANG = 'Permendagri 57/2017: perubahan nama, bidang, NPWP, dan alamat disertai bukti.';
const JABATAN_INTI = ['ketua', 'sekretaris', 'bendahara'] as const;
const JABATAN_LAIN = 4;

export const ATURAN: Readonly<Record<Perihal, AturanPerihal>> = {
  nama: {
    sebutan: 'Nama ormas',
    untuk: 'Ormas berganti nama atau ejaannya keliru.',
    bukti: { sebutan: 'Akta perubahan atau keputusan rapat tentang nama', wajib: true, dasar: UNDANG },
    dokumen: null,
    isian: [teks('nama', 'Nama baru', true, 200, 'Lengkap, seperti pada akta atau SKT.')],
  },
  sekretariat: {
    sebutan: 'Alamat sekretariat',
    untuk: 'Sekretariat pindah, atau alamatnya keliru.',
    bukti: { sebutan: 'Surat keterangan domisili dari kelurahan', wajib: true, dasar: UNDANG },
    dokumen: 'domisili',
    isian: [
      teks('alamat', 'Alamat baru', true, 300, 'Jalan dan nomor.'),
      teks('rt', 'RT', false, 3),
      teks('rw', 'RW', false, 3),
      { nama: 'kelurahan', label: 'Kelurahan', jenis: 'kelurahan', wajib: true, maksimal: 10 },
    ],
  },
  pengurus: {
    sebutan: 'Pengurus',
    untuk: 'Kepengurusan berganti; susunan baru ditulis seluruhnya.',
    bukti: { sebutan: 'SK susunan pengurus', wajib: true, dasar: 'Susunan pengurus dibuktikan dengan SK-nya.' },
    dokumen: 'sk-pengurus',
    isian: [
      ...JABATAN_INTI.map((j) => teks(`p-${j}`, `${SEBUTAN_JABATAN[j] ?? j} baru`, true, 160)),
      ...Array.from({ length: JABATAN_LAIN }, (_, i) => [
        teks(`j-${i}`, `Jabatan lain ${i + 1}`, false, 40, i === 0 ? 'Misalnya Wakil Ketua.' : undefined),
        teks(`n-${i}`, `Nama untuk jabatan lain ${i + 1}`, false, 160),
      ]).flat(),
      { nama: 'sampai', label: 'Masa bakti sampai', jenis: 'tanggal', wajib: true, maksimal: 10 },
    ],
  },
  bidang: {
    sebutan: 'Bidang kegiatan',
    untuk: 'Bidang utama ormas berubah.',
    bukti: { sebutan: 'AD/ART atau keputusan rapat tentang bidang', wajib: true, dasar: UNDANG },
    dokumen: null,
    isian: [{ nama: 'bidang', label: 'Bidang baru', jenis: 'bidang', wajib: true, maksimal: 40 }],
  },
  'dasar-hukum': {
    sebutan: 'Dasar hukum',
    untuk: 'Pengesahan badan hukum, SKT, atau akta yang baru.',
    bukti: {
      sebutan: 'Salinan pengesahan, SKT, atau akta',
      wajib: true,
      dasar: 'Dasar hukum dibuktikan dengan salinannya.',
    },
    dokumen: 'dasar-hukum',
    isian: [
      { nama: 'bentuk', label: 'Bentuk', jenis: 'bentuk', wajib: true, maksimal: 30 },
      teks('dasarHukumNomor', 'Nomor pengesahan (AHU) atau SKT', true, 120),
      { nama: 'dasarHukumTanggal', label: 'Tanggal pengesahan atau SKT', jenis: 'tanggal', wajib: true, maksimal: 10 },
      teks('aktaNomor', 'Nomor akta notaris', false, 60),
      { nama: 'aktaTanggal', label: 'Tanggal akta notaris', jenis: 'tanggal', wajib: false, maksimal: 10 },
    ],
  },
  npwp: {
    sebutan: 'NPWP',
    untuk: 'NPWP baru atau keliru.',
    bukti: { sebutan: 'Kartu atau surat NPWP', wajib: true, dasar: UNDANG },
    dokumen: 'npwp',
    isian: [teks('npwp', 'NPWP baru', true, 25, '15 atau 16 angka; titik dan strip boleh ditulis.')],
  },
  'sumber-daya': {
    sebutan: 'Sumber dana dan anggota',
    untuk: 'Sumber dana atau jumlah anggota berubah.',
    bukti: { sebutan: 'Daftar anggota atau laporan keuangan', wajib: false, dasar: 'Bukti tidak diwajibkan.' },
    dokumen: null,
    isian: [
      teks('sumberDana', 'Sumber dana', false, 200, 'Misalnya iuran anggota, sumbangan, usaha.'),
      { nama: 'jumlahAnggota', label: 'Jumlah anggota', jenis: 'angka', wajib: false, maksimal: 7 },
    ],
  },
};

/** The fields that every request has. */
export const ISIAN_UMUM = ['berlaku', 'alasan', 'buktiNomor', 'buktiTanggal', 'buktiSampai'] as const;

/** The names of all fields of the form of a matter. */
export const namaIsian = (perihal: Perihal): string[] => [...ATURAN[perihal].isian.map((i) => i.nama), ...ISIAN_UMUM];

/** What the words of a request point to. */
export interface RujukanPerubahan extends NamaRujukan {
  bidangPerKode: ReadonlyMap<string, number>;
}

/** A request read from its words: what shall hold, and what is wrong with it. */
export interface UsulTerurai {
  galat: GalatIsian[];
  /** null while something is wrong. */
  usul: Penerapan | null;
  alasan: string;
  berlaku: string | null;
  buktiNomor: string | null;
  buktiTanggal: string | null;
  buktiSampai: string | null;
}

const TANGGAL_ADA = 'Isi dengan tanggal yang ada dalam kalender.';

/**
 * Reads what was typed. Pure: asks nothing of the register but the names it is given.
 * @param hari today, 'YYYY-MM-DD'
 */
export function uraiUsul(perihal: Perihal, k: Ketikan, rujukan: RujukanPerubahan, hari: string): UsulTerurai {
  const galat: GalatIsian[] = [];
  const isi = (nama: string): string => (k[nama] ?? '').replace(/\s+/g, ' ').trim();
  const keluh = (bidang: string, pesan: string): void => void galat.push({ bidang, pesan });
  const hariDari = (nama: string): string | null => (tanggalSah(isi(nama)) ? isi(nama) : null);
  for (const b of ATURAN[perihal].isian) periksaBidang(b, isi(b.nama), keluh);
  for (const nama of ['buktiTanggal', 'buktiSampai'] as const)
    if (isi(nama) !== '' && !tanggalSah(isi(nama))) keluh(nama, TANGGAL_ADA);
  if (isi('buktiNomor').length > 120) keluh('buktiNomor', 'Nomor bukti paling panjang 120 huruf.');
  const alasan = isi('alasan');
  if (alasan.length < 10 || alasan.length > 1000) keluh('alasan', 'Tulis alasannya, 10 sampai 1.000 huruf.');
  const berlaku = hariDari('berlaku');
  if (berlaku === null) keluh('berlaku', 'Isi sejak kapan perubahan ini berlaku.');
  else if (berlaku > hari) keluh('berlaku', 'Isi tanggal hari ini atau yang sudah lewat.');
  const nilai = NILAI[perihal](isi, rujukan, keluh);
  const sampai = perihal === 'pengurus' ? hariDari('sampai') : hariDari('buktiSampai');
  if (perihal === 'pengurus' && sampai !== null && berlaku !== null && sampai <= berlaku)
    keluh('sampai', 'Masa bakti berakhir sesudah tanggal mulainya.');
  const bukti = {
    buktiNomor: isi('buktiNomor') || null,
    buktiTanggal: hariDari('buktiTanggal'),
    buktiSampai: sampai,
  };
  const { dokumen: jenis } = ATURAN[perihal];
  const dokumen =
    jenis === null
      ? null
      : { jenis, ...nomorDokumen(perihal, isi, bukti), berlakuSampai: bukti.buktiSampai, berkasId: null };
  const usul = galat.length === 0 && berlaku !== null ? ({ perihal, nilai, berlaku, dokumen } as Penerapan) : null;
  return { galat, usul, alasan, berlaku, ...bukti };
}

/** Of a legal basis and an NPWP the number stands among the fields themselves. */
function nomorDokumen(
  perihal: Perihal,
  isi: (nama: string) => string,
  b: { buktiNomor: string | null; buktiTanggal: string | null },
): { nomor: string | null; tanggal: string | null } {
  if (perihal === 'dasar-hukum') return { nomor: isi('dasarHukumNomor'), tanggal: isi('dasarHukumTanggal') || null };
  if (perihal === 'npwp') return { nomor: isi('npwp').replace(/\D/g, ''), tanggal: b.buktiTanggal };
  return { nomor: b.buktiNomor, tanggal: b.buktiTanggal };
}

function periksaBidang(b: BidangIsian, nilai: string, keluh: (bidang: string, pesan: string) => void): void {
  if (nilai === '') {
    if (b.wajib) keluh(b.nama, `Isi ${b.label.toLowerCase().replace('npwp', 'NPWP').replace('(ahu)', '(AHU)')}.`);
    return;
  }
  if (nilai.length > b.maksimal) keluh(b.nama, `${b.label} paling panjang ${angka(b.maksimal)} huruf.`);
  else if (b.jenis === 'tanggal' && !tanggalSah(nilai)) keluh(b.nama, TANGGAL_ADA);
  else if (b.jenis === 'angka' && !/^(\d{1,6}|\d{1,3}\.\d{3})$/.test(nilai))
    keluh(b.nama, 'Isi dengan angka, misalnya 120.');
}

type Nilai = (
  isi: (nama: string) => string,
  rujukan: RujukanPerubahan,
  keluh: (bidang: string, pesan: string) => void,
) => unknown;

const atauNull = (t: string): string | null => t || null;

const NILAI: Readonly<Record<Perihal, Nilai>> = {
  nama: (isi, _r, keluh) => {
    if (isi('nama') !== '' && !/[\p{L}\p{N}]/u.test(isi('nama'))) keluh('nama', 'Nama memuat huruf atau angka.');
    return { nama: isi('nama') };
  },
  bidang: (isi, r, keluh) => {
    const id = r.bidangPerKode.get(isi('bidang')) ?? null;
    if (id === null && isi('bidang') !== '') keluh('bidang', 'Pilih bidang yang tersedia.');
    return { bidangId: id, bidangTeks: null };
  },
  npwp: (isi, _r, keluh) => {
    const angkaNpwp = isi('npwp').replace(/[\s.-]/g, '');
    if (isi('npwp') !== '' && !/^\d{15,16}$/.test(angkaNpwp)) keluh('npwp', 'NPWP terdiri atas 15 atau 16 angka.');
    return { npwp: atauNull(angkaNpwp) };
  },
  sekretariat: (isi, r, keluh) => {
    for (const n of ['rt', 'rw'])
      if (isi(n) !== '' && !/^\d{1,3}$/.test(isi(n))) keluh(n, `${n.toUpperCase()} berupa angka, paling banyak tiga.`);
    const luar = isi('kelurahan') === 'luar';
    const id = /^\d{1,9}$/.test(isi('kelurahan')) ? Number(isi('kelurahan')) : null;
    if (isi('kelurahan') !== '' && !luar && (id === null || !r.kelurahan.has(id)))
      keluh('kelurahan', 'Pilih kelurahan yang tersedia.');
    const alamat = { alamat: isi('alamat'), rt: atauNull(isi('rt')), rw: atauNull(isi('rw')) };
    return { ...alamat, kelurahanId: luar ? null : id, luarDomisili: luar ? 1 : 0 };
  },
  'dasar-hukum': (isi, _r, keluh) => {
    const bentuk = BENTUK_ORMAS.find((b) => b === isi('bentuk'));
    if (!bentuk && isi('bentuk') !== '') keluh('bentuk', 'Pilih bentuk yang tersedia.');
    return {
      bentuk,
      dasarHukumNomor: atauNull(isi('dasarHukumNomor')),
      dasarHukumTanggal: atauNull(isi('dasarHukumTanggal')),
      aktaNomor: atauNull(isi('aktaNomor')),
      aktaTanggal: atauNull(isi('aktaTanggal')),
    };
  },
  'sumber-daya': (isi) => ({
    sumberDana: atauNull(isi('sumberDana')),
    jumlahAnggota: isi('jumlahAnggota') === '' ? null : Number(isi('jumlahAnggota').replace('.', '')),
  }),
  pengurus: (isi, _r, keluh) => {
    const inti = JABATAN_INTI.map((jabatan) => ({ jabatan: jabatan, nama: isi(`p-${jabatan}`) }));
    const lain = Array.from({ length: JABATAN_LAIN }, (_, i) => ({ i, jabatan: isi(`j-${i}`), nama: isi(`n-${i}`) }));
    for (const l of lain) {
      if (l.jabatan !== '' && l.nama === '') keluh(`n-${l.i}`, 'Isi nama untuk jabatan ini, atau kosongkan keduanya.');
      if (l.jabatan === '' && l.nama !== '') keluh(`j-${l.i}`, 'Isi jabatannya, atau kosongkan keduanya.');
    }
    const anggota = [...inti, ...lain.filter((l) => l.nama !== '').map(({ jabatan, nama }) => ({ jabatan, nama }))];
    return { anggota, sampai: atauNull(isi('sampai')) };
  },
};

const daftarPengurus = (anggota: readonly { jabatan: string; nama: string }[]): Record<string, string> => {
  const isi: Record<string, string> = {};
  for (const { jabatan, nama } of anggota) {
    const label = SEBUTAN_JABATAN[jabatan] ?? jabatan;
    isi[label] = isi[label] ? `${isi[label]}, ${nama}` : nama;
  }
  return isi;
};

/** What the register says today of a matter, in words. */
export function kataKini(
  perihal: Perihal,
  o: Pick<OrmasTerkunci, 'fakta' | 'pengurus'>,
  nama: NamaRujukan,
): Record<string, string> {
  if (perihal !== 'pengurus') return uraiFakta(perihal, o.fakta[perihal] as never, nama);
  const sampai = o.pengurus.find((p) => p.sampai !== null)?.sampai;
  return { ...daftarPengurus(o.pengurus), 'Masa bakti sampai': sampai ? tanggal(sampai) : '' };
}

/** What shall hold, in the same words. */
export function kataUsul(p: Penerapan, nama: NamaRujukan): Record<string, string> {
  if (p.perihal !== 'pengurus') return uraiFakta(p.perihal, p.nilai as never, nama);
  const { anggota, sampai } = p.nilai;
  return { ...daftarPengurus(anggota), 'Masa bakti sampai': sampai === null ? '' : tanggal(sampai) };
}

/** One line of before and after. */
export interface BarisBanding {
  label: string;
  sebelum: string;
  sesudah: string;
  berbeda: boolean;
}

/** Before and after side by side, in the order of what shall hold. */
export function bandingkan(sebelum: Record<string, string>, sesudah: Record<string, string>): BarisBanding[] {
  return Object.keys({ ...sesudah, ...sebelum }).map((label) => {
    const [a, b] = [sebelum[label] ?? '', sesudah[label] ?? ''];
    return { label, sebelum: a, sesudah: b, berbeda: a !== b };
  });
}

/** The form of a matter as it is first shown: what the register says, to be written over. */
export function ketikanAwal(
  perihal: Perihal,
  o: OrmasTerkunci,
  bidangPerId: ReadonlyMap<number, { kode: string }>,
): Ketikan {
  const f = o.fakta;
  const t = (v: string | number | null): string => (v === null ? '' : String(v));
  const awal: Record<Perihal, () => Ketikan> = {
    nama: () => ({ nama: f.nama.nama }),
    bidang: () => ({ bidang: f.bidang.bidangId === null ? '' : (bidangPerId.get(f.bidang.bidangId)?.kode ?? '') }),
    npwp: () => ({ npwp: '' }),
    sekretariat: () => ({
      ...{ alamat: f.sekretariat.alamat, rt: t(f.sekretariat.rt), rw: t(f.sekretariat.rw) },
      kelurahan: f.sekretariat.luarDomisili ? 'luar' : t(f.sekretariat.kelurahanId),
    }),
    'dasar-hukum': () =>
      Object.fromEntries(Object.entries(f['dasar-hukum']).map(([kunci, v]) => [kunci, t(v as BentukOrmas | null)])),
    pengurus: () => ({}),
    'sumber-daya': () => ({
      sumberDana: t(f['sumber-daya'].sumberDana),
      jumlahAnggota: t(f['sumber-daya'].jumlahAnggota),
    }),
  };
  return awal[perihal]();
}

/** The legal forms as choices. */
export const OPSI_BENTUK = BENTUK_ORMAS.map((nilai) => ({ nilai, teks: SEBUTAN_BENTUK[nilai] }));

import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, rentangTanggal, tanggal, tanggalJam } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Tab,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { KODE_KANTOR } from '../../klaster/klaster.types.js';
import { bolehPemetaan, type KeadaanPemetaan } from '../pemetaan.policy.js';
import {
  type BidangDipetakan,
  type DampakPemetaan,
  type FormulirPemetaan,
  type OrmasTerdampak,
  type PerubahanPemetaan,
} from '../pemetaan.types.js';
import { jalurPemetaan } from './pemetaan.paths.js';

export const REMAH = [
  { teks: 'Beranda', href: '/' },
  { teks: 'Klaster', href: '/klaster' },
];
export const REMAH_PEMETAAN = [...REMAH, { teks: 'Pemetaan', href: jalurPemetaan.daftar() }];

/** The three lists that the office keeps. */
export function tabPemetaan(kini: 'pemetaan' | 'opd' | 'bidang'): Tab {
  return {
    label: 'Data rujukan klaster',
    tab: [
      { teks: 'Pemetaan', href: jalurPemetaan.daftar(), aktif: kini === 'pemetaan' },
      { teks: 'OPD', href: jalurPemetaan.rujukan('opd'), aktif: kini === 'opd' },
      { teks: 'Bidang', href: jalurPemetaan.rujukan('bidang'), aktif: kini === 'bidang' },
    ],
  };
}

/** From when to when, in words. */
export const masaRujukan = (dari: string, sampai: string | null): string =>
  sampai === null ? `sejak ${tanggal(dari)}` : rentangTanggal(dari, sampai);

const LENCANA: Readonly<Record<KeadaanPemetaan, Lencana>> = {
  direncanakan: { jenis: 'proses', teks: 'Direncanakan' },
  berlaku: { jenis: 'baik', teks: 'Berlaku' },
  lampau: { jenis: 'netral', teks: 'Sudah digantikan' },
  dibatalkan: { jenis: 'netral', teks: 'Dibatalkan' },
  diganti: { jenis: 'netral', teks: 'Diganti pada hari yang sama' },
};

/** `views/pemetaan/daftar.hbs` */
export interface TampilanPemetaan {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab;
  baris: {
    nama: string;
    opd: string;
    hrefOpd: string | null;
    sejak: string;
    rencana: { teks: string; href: string } | null;
    ormas: string;
    petugas: string;
    href: string;
    ubah: string | null;
    berakhir: string;
  }[];
  perubahan: {
    mulai: string;
    href: string;
    bidang: string;
    arah: string;
    lencana: Lencana;
    pindah: string;
    oleh: string;
  }[];
  penomoran: Penomoran;
  kosong: Kosong | null;
}

/** Who guides which bidang, and every decision on it. */
export function presentPemetaan(
  bidang: readonly BidangDipetakan[],
  perubahan: Halaman<PerubahanPemetaan>,
  bolehUbah: boolean,
): TampilanPemetaan {
  return {
    judul: 'Pemetaan bidang ke OPD',
    kepala: {
      judul: 'Pemetaan bidang ke OPD',
      pengantar:
        'Klaster ormas mengikuti bidangnya, kecuali petugas menempatkannya sendiri. Perubahan berlaku sejak tanggal yang ditetapkan.',
      remah: REMAH,
    },
    tab: tabPemetaan('pemetaan'),
    baris: bidang.map((b) => ({
      nama: b.nama,
      opd: b.opd ?? 'Belum ada',
      hrefOpd: b.opdKode === null ? null : jalurPemetaan.klasterOpd(b.opdKode),
      sejak: b.sejak === null ? '' : `sejak ${tanggal(b.sejak)}`,
      rencana: b.rencana && {
        teks: `${b.rencana.opd} mulai ${tanggal(b.rencana.mulai)}`,
        href: jalurPemetaan.perubahan(b.rencana.id),
      },
      ormas: angka(b.mengikuti + b.keputusanPetugas),
      petugas: b.keputusanPetugas === 0 ? '' : `${angka(b.keputusanPetugas)} ditempatkan petugas`,
      href: jalurPemetaan.register(b.kode),
      ubah: bolehUbah ? jalurPemetaan.ubah(b.id) : null,
      berakhir: b.berakhir === null ? '' : `berakhir ${tanggal(b.berakhir)}`,
    })),
    perubahan: perubahan.isi.map((p) => ({
      mulai: tanggal(p.mulai),
      href: jalurPemetaan.perubahan(p.id),
      bidang: p.bidang,
      arah: `${p.opdLama} → ${p.opdBaru}`,
      lencana: LENCANA[p.keadaan],
      pindah: angka(p.pindah),
      oleh: p.oleh,
    })),
    penomoran: susunPenomoran(perubahan, (n) => jalurPemetaan.daftar(n)),
    kosong:
      perubahan.isi.length > 0
        ? null
        : { judul: 'Belum ada perubahan pemetaan', teks: 'Setiap perubahan akan tercatat di sini beserta alasannya.' },
  };
}

/** `views/pemetaan/perubahan.hbs` */
export interface TampilanPerubahan {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  butir: Butir[];
  batal: { aksi: string; versi: string; alasan: KolomTeks } | null;
  balikkan: Tindakan | null;
}

/** One decision, with what may be done about it. `isian` is what was typed on the form that cancels it. */
export function presentPerubahan(
  aktor: Aktor,
  p: PerubahanPemetaan,
  hari: string,
  isian: { alasan: string; galat: GalatIsian[] } = { alasan: '', galat: [] },
): TampilanPerubahan {
  const judul = `${p.bidang}: ${p.opdLama} → ${p.opdBaru}`;
  return {
    judul,
    kepala: { judul, pengantar: `Berlaku ${tanggal(p.mulai)}.`, remah: REMAH_PEMETAAN, lencana: [LENCANA[p.keadaan]] },
    galat: isian.galat,
    butir: [
      { label: 'Alasan', nilai: p.alasan },
      { label: 'Ditetapkan oleh', nilai: `${p.oleh}, ${tanggalJam(p.pada)}` },
      { label: 'Ormas yang berpindah', nilai: `${angka(p.pindah)} menurut pratinjau saat ditetapkan` },
      { label: 'Ormas yang tetap', nilai: `${angka(p.tetap)}, karena ditempatkan petugas` },
      ...(p.alasanBatal === null
        ? []
        : [
            { label: 'Alasan pembatalan', nilai: p.alasanBatal },
            {
              label: 'Dibatalkan oleh',
              nilai: `${p.dibatalkanOleh ?? 'Sistem'}${p.dibatalkanPada ? `, ${tanggalJam(p.dibatalkanPada)}` : ''}`,
            },
          ]),
    ],
    batal: bolehPemetaan(aktor, 'batalkan', p.keadaan)
      ? {
          ...{ aksi: jalurPemetaan.batalkan(p.id), versi: String(p.versi) },
          alasan: kolomAlasan(isian.alasan, isian.galat),
        }
      : null,
    balikkan: bolehPemetaan(aktor, 'balikkan', p.keadaan)
      ? { teks: `Balikkan ke ${p.opdLama}`, href: jalurPemetaan.ubah(p.bidangId, { opd: p.opdLamaKode, mulai: hari }) }
      : null,
  };
}

const kolomAlasan = (nilai: string, galat: readonly GalatIsian[]): KolomTeks => ({
  ...{ nama: 'alasan', label: 'Alasan', wajib: true, nilai, maksimal: 1000, baris: 3 },
  petunjuk: 'Tercatat dalam jejak dan disampaikan kepada OPD yang bersangkutan.',
  galat: galat.find((g) => g.bidang === 'alasan')?.pesan ?? null,
});

/** What was typed on the form of a change. */
export interface KetikanPemetaan {
  opd: string;
  mulai: string;
  alasan: string;
}

interface BarisTerdampak {
  nama: string;
  href: string;
  tempat: string;
  catatan: string;
}

/** `views/pemetaan/ubah.hbs`; `dampak` null: OPD and day are not chosen, or not rightly. */
export interface TampilanUbahPemetaan {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  catatan: Catatan[];
  aksi: string;
  kolom: { opd: KolomPilihan; mulai: KolomTeks };
  tertutup: boolean;
  dampak: {
    judul: string;
    kalimat: string;
    kelurahan: string;
    baris: BarisTerdampak[];
    penomoran: Penomoran;
    tetapJudul: string;
    tetap: BarisTerdampak[];
    tetapSisa: string;
    akibat: string[];
    opd: string;
    mulai: string;
    sidik: string;
    alasan: KolomTeks;
    tombol: string;
  } | null;
}

/** The form of a change; once OPD and day are chosen, whom it moves and what follows. */
export function presentUbahPemetaan(
  f: FormulirPemetaan,
  isi: KetikanPemetaan,
  dampak: DampakPemetaan | null,
  galat: GalatIsian[] = [],
  catatan: Catatan[] = [],
): TampilanUbahPemetaan {
  const galatDi = (nama: string): string | null => galat.find((g) => g.bidang === nama)?.pesan ?? null;
  const judul = `Alihkan bidang ${f.bidang.nama}`;
  return {
    judul,
    kepala: {
      judul,
      pengantar:
        f.bidang.opd === null
          ? 'Bidang ini belum dibina OPD mana pun hari ini.'
          : `Sekarang dibina ${f.bidang.opd}${f.bidang.sejak === null ? '' : ` sejak ${tanggal(f.bidang.sejak)}`}.`,
      remah: REMAH_PEMETAAN,
      ...(f.rencana && {
        tindakan: [{ teks: 'Buka rencana yang ada', href: jalurPemetaan.perubahan(f.rencana.id) }],
      }),
    },
    galat: f.rencana ? [] : galat,
    catatan: [
      ...(f.rencana
        ? [
            {
              jenis: 'perlu' as const,
              judul: `Sudah direncanakan ke ${f.rencana.opd} mulai ${tanggal(f.rencana.mulai)}`,
              teks: 'Batalkan dahulu rencana itu bila Anda hendak menetapkan yang lain.',
            },
          ]
        : []),
      ...catatan,
    ],
    aksi: jalurPemetaan.ubah(f.bidang.id),
    tertutup: f.rencana !== null,
    kolom: {
      opd: {
        ...{ nama: 'opd', label: 'OPD pembina yang baru', wajib: true, kosong: 'Pilih OPD', galat: galatDi('opd') },
        opsi: f.opd.map((o) => ({ nilai: o.kode, teks: o.nama, terpilih: o.kode === isi.opd })),
      },
      mulai: {
        ...{ nama: 'mulai', label: 'Mulai berlaku', wajib: true, nilai: isi.mulai, terkecil: f.terdini },
        petunjuk: `Paling awal ${tanggal(f.terdini)}. Tanggal yang akan datang berlaku sendiri pada harinya.`,
        galat: galatDi('mulai'),
      },
    },
    dampak: dampak && susunDampak(f, isi, dampak, galat),
  };
}

function susunDampak(
  f: FormulirPemetaan,
  isi: KetikanPemetaan,
  d: DampakPemetaan,
  galat: readonly GalatIsian[],
): NonNullable<TampilanUbahPemetaan['dampak']> {
  const kapan = d.mulai > d.hari ? `mulai ${tanggal(d.mulai)}` : `sejak ${tanggal(d.mulai)}`;
  const tempat = d.perKelurahan.map((k) => `${k.kelurahan ?? 'Luar domisili'} ${angka(k.jumlah)}`);
  const sisa = d.tetapJumlah - d.tetap.length;
  return {
    judul: `Yang berpindah dari ${d.opdLama.nama} ke ${d.opdBaru.nama}`,
    kalimat:
      d.pindah.jumlah === 0
        ? `Tidak ada ormas yang berpindah ${kapan}.`
        : `${angka(d.pindah.jumlah)} ormas berpindah ${kapan}.`,
    kelurahan: tempat.join(' · '),
    baris: d.pindah.isi.map((o) => barisTerdampak(o, o.riwayatSaja ? 'riwayatnya saja; bidangnya sudah berganti' : '')),
    penomoran: susunPenomoran(d.pindah, (n) => jalurPemetaan.ubah(f.bidang.id, { opd: isi.opd, mulai: isi.mulai }, n)),
    tetapJudul: `Yang tetap karena ditempatkan petugas (${angka(d.tetapJumlah)})`,
    tetap: d.tetap.map((o) =>
      barisTerdampak(o, `tetap di ${o.opd ?? 'belum ditetapkan'}${o.alasan ? `: ${o.alasan}` : ''}`),
    ),
    tetapSisa: sisa > 0 ? `dan ${angka(sisa)} ormas lain` : '',
    akibat: susunAkibat(d, kapan),
    ...{ opd: d.opdBaru.kode, mulai: d.mulai, sidik: d.sidik },
    alasan: kolomAlasan(isi.alasan, galat),
    tombol: d.mulai > d.hari ? 'Tetapkan rencana ini' : 'Tetapkan perubahan ini',
  };
}

function barisTerdampak(o: OrmasTerdampak, catatan: string): BarisTerdampak {
  const akhir = o.status === 'dicabut' || o.status === 'bubar' ? `sudah ${o.status}` : '';
  return {
    nama: o.nama,
    href: jalurPemetaan.ormas(o.id),
    tempat: o.kelurahan ?? 'Luar domisili',
    catatan: [akhir, catatan].filter((c) => c !== '').join('; '),
  };
}

/** What follows, one sentence each. */
function susunAkibat(d: DampakPemetaan, kapan: string): string[] {
  const n = angka(d.pindah.jumlah);
  const TETAP = 'Tahun yang sudah ditutup beserta laporannya tidak berubah.';
  if (d.pindah.jumlah === 0) return ['Ormas yang kelak memilih bidang ini masuk ke klaster OPD yang baru.', TETAP];
  return [
    ...(d.akunLama === 0
      ? []
      : [`${angka(d.akunLama)} akun ${d.opdLama.nama} tidak lagi melihat ${n} ormas itu ${kapan}.`]),
    ...(d.akunBaru > 0
      ? [`${angka(d.akunBaru)} akun ${d.opdBaru.nama} melihat ${n} ormas itu ${kapan}.`]
      : d.opdBaru.kode === KODE_KANTOR
        ? []
        : [`${d.opdBaru.nama} belum mempunyai akun aktif; buka akunnya agar ada yang melihat klaster ini.`]),
    ...d.tahun.flatMap((t) => [
      ...(t.nilai > 0
        ? [
            `IKO ${t.tahun}: ${angka(t.nilai)} nilai yang sudah dihitung menjadi tidak mutakhir dan perlu dihitung ulang, karena klaster dinilai pada hari terakhir masa penilaian.`,
          ]
        : []),
      ...(t.bersamaLama + t.bersamaBaru > 0
        ? [
            `REL1 tahun ${t.tahun}: ${angka(t.bersamaLama)} kegiatan bersama ${d.opdLama.nama} tidak lagi terhitung, ${angka(t.bersamaBaru)} kegiatan bersama ${d.opdBaru.nama} mulai terhitung.`,
          ]
        : []),
    ]),
    TETAP,
  ];
}

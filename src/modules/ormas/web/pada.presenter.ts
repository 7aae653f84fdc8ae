import { type GalatIsian } from '../../../common/domain-error.js';
import { rentangTanggal, tanggal } from '../../../common/format.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomTeks,
  type Lencana,
} from '../../../infra/view/bagian.js';
import { type BarisFakta } from '../fakta.js';
import { SEBUTAN_JABATAN } from '../jabatan.js';
import { SEBUTAN_FAKTA } from '../kata-fakta.js';
import { type FaktaTerurai, type KeadaanOrmas } from '../keadaan-ormas.service.js';
import { lencanaStatus } from '../ormas.lencana.js';
import { jalurOrmas } from './ormas.paths.js';
import { kolomPada } from './ormas.presenter.js';
import { type BarisRiwayatStatus, presentRiwayatStatus } from './riwayat-status.presenter.js';

/** `views/ormas/pada.hbs`; `isi` null: the day could not be shown. */
export interface TampilanPada {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  pita: Catatan | null;
  aksi: string;
  kolom: KolomTeks;
  isi: {
    fakta: { judul: string; butir: Butir[]; masa: string }[];
    pengurus: { jabatan: string; nama: string; masa: string }[];
    klaster: Butir[];
    riwayatStatus: BarisRiwayatStatus[];
    riwayat: { fakta: string; isi: string; masa: string; dasar: string; href: string | null }[];
  } | null;
}

const DASAR: Readonly<Record<BarisFakta['sumber'], string>> = {
  awal: 'Menurut register sejak terdaftar',
  kantor: 'Dicatat petugas',
  ormas: 'Diperbarui ormas',
  perubahan: 'Permohonan perubahan disetujui',
  pembatalan: 'Persetujuan dibatalkan',
};

/** From when to when, in words. */
export function masaFakta(dari: string | null, sampai: string | null): string {
  if (dari === null) return sampai === null ? 'sejak awal tercatat' : `sampai ${tanggal(sampai)}`;
  return sampai === null ? `sejak ${tanggal(dari)}` : rentangTanggal(dari, sampai);
}

/** A value on one line. */
const sebaris = (isi: Record<string, string>): string =>
  Object.entries(isi)
    .filter(([, nilai]) => nilai !== '')
    .map(([label, nilai], i) => (i === 0 ? nilai : `${label} ${nilai}`))
    .join(', ') || 'belum diisi';

function kepala(id: number, nama: string, lihatDaftar: boolean, lencana: Lencana[] = []): KepalaHalaman {
  return {
    judul: nama,
    pengantar: 'Register sebagaimana adanya pada satu tanggal.',
    remah: [
      { teks: 'Beranda', href: '/' },
      ...(lihatDaftar ? [{ teks: 'Ormas', href: jalurOrmas.daftar() }] : []),
      { teks: nama, href: jalurOrmas.rincian(id) },
    ],
    lencana,
    tindakan: [{ teks: 'Keadaan sekarang', href: jalurOrmas.rincian(id), ikon: 'kiri' }],
  };
}

/** One ormas as it stood on a day. */
export function presentPada(k: KeadaanOrmas): TampilanPada {
  const ada = k.ada === 'ada';
  const nama = k.fakta.find((f) => f.fakta === 'nama')?.isi.Nama ?? k.namaKini;
  const berganti = ada && nama !== k.namaKini ? ` Kini bernama ${k.namaKini}.` : '';
  return {
    judul: `${ada ? nama : k.namaKini} per ${tanggal(k.hari)}`,
    kepala: kepala(k.id, ada ? nama : k.namaKini, k.lihatDaftar, ada ? [lencanaStatus(k.status.status)] : []),
    galat: [],
    pita: ada
      ? {
          jenis: 'proses',
          judul: `Keadaan per ${tanggal(k.hari)}`,
          teks: `Menurut semua yang tercatat hingga sekarang.${berganti}`,
        }
      : {
          jenis: 'netral',
          judul: `Keadaan per ${tanggal(k.hari)}`,
          teks: `Pada tanggal itu ormas ini belum tercatat dalam register; tercatat sejak ${tanggal(k.terdaftar ?? k.hariIni)}.`,
        },
    aksi: jalurOrmas.rincian(k.id),
    kolom: kolomPada(k.hari, k.hariIni),
    isi: ada ? isiPada(k) : null,
  };
}

function isiPada(k: KeadaanOrmas): NonNullable<TampilanPada['isi']> {
  return {
    fakta: k.fakta.map((f) => ({
      judul: SEBUTAN_FAKTA[f.fakta],
      butir: Object.entries(f.isi).map(([label, nilai]) => ({ label, nilai })),
      masa: masaFakta(f.dari, f.sampai),
    })),
    pengurus: k.pengurus.map((p) => ({
      jabatan: SEBUTAN_JABATAN[p.jabatan] ?? p.jabatan,
      nama: p.nama,
      masa: masaFakta(p.dari, p.sampai),
    })),
    klaster: [
      { label: 'OPD pembina', nilai: k.klaster?.opd ?? 'Belum ditetapkan' },
      ...(k.klaster ? [{ label: 'Masa', nilai: masaFakta(k.klaster.berlakuDari, k.klaster.berlakuSampai) }] : []),
    ],
    riwayatStatus: presentRiwayatStatus(k.riwayatStatus, null),
    riwayat: k.riwayat.map(barisRiwayat),
  };
}

function barisRiwayat(f: FaktaTerurai): NonNullable<TampilanPada['isi']>['riwayat'][number] {
  return {
    fakta: SEBUTAN_FAKTA[f.fakta],
    isi: sebaris(f.isi),
    masa: masaFakta(f.dari, f.sampai),
    dasar: `${DASAR[f.sumber]}${f.alasan ? `: ${f.alasan}` : ''}`,
    href: f.perubahanId === null ? null : jalurOrmas.perubahanRinci(f.perubahanId),
  };
}

/** The same page for a day that cannot be shown: what is wrong with it, and the field again as it was typed. */
export function presentPadaSalah(
  b: { o: { id: number; nama: string }; hariIni: string; diketik: string; lihatDaftar: boolean },
  galat: GalatIsian[],
): TampilanPada {
  const diketik = /^\d{4}-\d{2}-\d{2}$/.test(b.diketik) ? b.diketik : '';
  return {
    judul: b.o.nama,
    kepala: kepala(b.o.id, b.o.nama, b.lihatDaftar),
    galat,
    pita: null,
    aksi: jalurOrmas.rincian(b.o.id),
    kolom: kolomPada(diketik, b.hariIni, galat[0]?.pesan ?? null),
    isi: null,
  };
}

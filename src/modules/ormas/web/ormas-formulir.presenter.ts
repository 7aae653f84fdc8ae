import { type GalatIsian } from '../../../common/domain-error.js';
import { type KepalaHalaman, type KolomPilihan, type KolomTeks, type Opsi } from '../../../infra/view/bagian.js';
import { type OpsiOrmas, type RincianOrmas } from '../ormas.types.js';
import { jalurOrmas } from './ormas.paths.js';

/** A form as it was typed: every field a text. */
export type Ketikan<K extends string> = Record<K | 'versi', string>;

interface TampilanFormulir {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  batal: string;
  versi: string;
  galat: GalatIsian[];
}

export interface TampilanKontak extends TampilanFormulir {
  /** Where a change of the address is asked for. */
  alamat: string | null;
  kolom: Record<'telepon' | 'surel', KolomTeks>;
}

export interface TampilanKlaster extends TampilanFormulir {
  kini: string;
  kolom: { opd: KolomPilihan; bidang: KolomPilihan; alasan: KolomTeks };
}

const galatDi = (galat: readonly GalatIsian[], bidang: string): string | null =>
  galat.find((g) => g.bidang === bidang)?.pesan ?? null;

function kepala(o: RincianOrmas, judul: string, pengantar: string): KepalaHalaman {
  return {
    judul,
    pengantar,
    remah: [
      { teks: 'Beranda', href: '/' },
      ...(o.boleh.lihatDaftar ? [{ teks: 'Ormas', href: jalurOrmas.daftar() }] : []),
      { teks: o.nama, href: jalurOrmas.rincian(o.id) },
    ],
  };
}

/** The contact details as the form shows them first. */
export function ketikanKontak(o: RincianOrmas): Ketikan<keyof TampilanKontak['kolom']> {
  const { telepon, surel } = o.kontak;
  return { telepon: telepon ?? '', surel: surel ?? '', versi: String(o.versi) };
}

/** The form of contact details, with what was typed and what is wrong with it. */
export function presentKontak(
  o: RincianOrmas,
  isi: Ketikan<keyof TampilanKontak['kolom']>,
  galat: GalatIsian[] = [],
): TampilanKontak {
  const kolom = (nama: keyof TampilanKontak['kolom'], label: string, lebih: Partial<KolomTeks> = {}): KolomTeks => ({
    nama,
    label,
    nilai: isi[nama],
    galat: galatDi(galat, nama),
    ...lebih,
  });
  return {
    judul: 'Ubah kontak',
    kepala: kepala(
      o,
      'Ubah kontak',
      `${o.nama}. Berlaku seketika dan tercatat. Nomor telepon hanya dilihat kantor dan ormas sendiri; surel juga dilihat OPD pembina.`,
    ),
    alamat: o.boleh.ajukanPerubahan ? jalurOrmas.perubahanBaru(o.id, 'sekretariat') : null,
    aksi: jalurOrmas.kontak(o.id),
    batal: jalurOrmas.rincian(o.id),
    versi: isi.versi,
    galat,
    kolom: {
      telepon: kolom('telepon', 'Telepon', {
        tipe: 'tel',
        lebar: 'sedang',
        petunjuk: '10 sampai 13 angka, misalnya 081200000000.',
        otomatis: 'tel',
      }),
      surel: kolom('surel', 'Surel', { tipe: 'email', lebar: 'sedang', otomatis: 'email', maksimal: 190 }),
    },
  };
}

/** The decision on the cluster as the form shows it first; `opd` is the code of the present one. */
export function ketikanKlaster(o: RincianOrmas): Ketikan<'opd' | 'bidang' | 'alasan'> {
  return { opd: o.opdKode ?? '', bidang: '', alasan: '', versi: String(o.versi) };
}

/** The form by which petugas decides the cluster. */
export function presentPindahKlaster(
  o: RincianOrmas,
  opsi: Pick<OpsiOrmas, 'opd' | 'bidang'>,
  isi: Ketikan<'opd' | 'bidang' | 'alasan'>,
  galat: GalatIsian[] = [],
): TampilanKlaster {
  const judul = o.opdId === null ? 'Tetapkan klaster' : 'Pindahkan klaster';
  const pilihan = (nama: 'opd' | 'bidang'): Opsi[] =>
    opsi[nama].map((p) => ({ ...p, terpilih: p.nilai === isi[nama] }));
  return {
    judul,
    kepala: kepala(o, judul, o.nama),
    aksi: jalurOrmas.klaster(o.id),
    batal: jalurOrmas.rincian(o.id),
    versi: isi.versi,
    galat,
    kini: `Sekarang: ${o.opd ?? 'belum ditetapkan'} · ${o.bidang ?? o.bidangTeks ?? 'bidang belum dikenali'}.`,
    kolom: {
      opd: {
        nama: 'opd',
        label: 'OPD pembina',
        wajib: true,
        kosong: 'Pilih OPD',
        galat: galatDi(galat, 'opd'),
        opsi: pilihan('opd'),
      },
      bidang: {
        nama: 'bidang',
        label: 'Bidang',
        kosong: 'Tetap seperti sekarang',
        galat: galatDi(galat, 'bidang'),
        opsi: pilihan('bidang'),
      },
      alasan: {
        nama: 'alasan',
        label: 'Alasan',
        wajib: true,
        petunjuk: 'Tercatat dalam riwayat ormas, misalnya hasil rapat atau surat permohonan.',
        nilai: isi.alasan,
        maksimal: 300,
        baris: 3,
        galat: galatDi(galat, 'alasan'),
      },
    },
  };
}

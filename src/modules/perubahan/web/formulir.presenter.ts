import { type GalatIsian } from '../../../common/domain-error.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
} from '../../../infra/view/bagian.js';
import { TERIMA_DOKUMEN, TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { type OrmasBerpermohonan, type PerubahanRinci } from '../baca-perubahan.service.js';
import { ATURAN, type BidangIsian, type Ketikan, OPSI_BENTUK, PERIHAL, type Perihal } from '../perubahan.aturan.js';
import { type PilihanPerubahan } from '../rujukan-perubahan.service.js';
import { jalurPerubahan } from './perubahan.paths.js';

type Kolom = { jenis: 'teks' | 'tanggal' | 'angka' | 'pilihan' | 'panjang'; isi: KolomTeks | KolomPilihan };

/** `views/perubahan/formulir.hbs`. */
export interface HalamanFormulir {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  judulGalat: string;
  catatan: Catatan | null;
  aksi: string;
  perihal: Perihal;
  versi: number | null;
  sekarang: { label: string; nilai: string }[];
  kolom: Kolom[];
  umum: Kolom[];
  bukti: { judul: string; dasar: string; tersimpan: { id: number; nama: string; href: string }[]; kolom: KolomBerkas };
  nomorBukti: Kolom[];
  kembali: string;
}

/** `views/perubahan/pilih.hbs`. */
export interface HalamanPilih {
  judul: string;
  kepala: KepalaHalaman;
  pilihan: { teks: string; untuk: string; href: string }[];
}

const remah = (o: { id: number; nama: string }): { teks: string; href: string }[] => [
  { teks: o.nama, href: jalurPerubahan.ormas(o.id) },
  { teks: 'Permohonan perubahan', href: jalurPerubahan.daftarOrmas(o.id) },
];

/** What shall change: one matter per request. */
export function presentPilih(o: OrmasBerpermohonan): HalamanPilih {
  return {
    judul: 'Apa yang berubah?',
    kepala: {
      judul: 'Apa yang berubah?',
      pengantar: `${o.nama}. Satu permohonan untuk satu hal; petugas memeriksa sebelum register berubah.`,
      remah: remah(o),
    },
    pilihan: [
      ...PERIHAL.map((p) => ({
        teks: ATURAN[p].sebutan,
        untuk: ATURAN[p].untuk,
        href: jalurPerubahan.baru(o.id, p),
      })),
      {
        teks: 'Telepon dan surel',
        untuk: 'Langsung berlaku, tanpa permohonan.',
        href: jalurPerubahan.kontak(o.id),
      },
    ],
  };
}

/** The form of a request. */
export function presentFormulir(b: {
  ormas: { id: number; nama: string };
  perihal: Perihal;
  permohonan: PerubahanRinci | null;
  ketikan: Ketikan;
  sekarang: Record<string, string>;
  pilihan: PilihanPerubahan;
  galat: GalatIsian[];
  hariIni: string;
}): HalamanFormulir {
  const aturan = ATURAN[b.perihal];
  const p = b.permohonan;
  const judul = `Ajukan perubahan: ${aturan.sebutan}`;
  const galatDi = (n: string): string | null => b.galat.find((g) => g.bidang === n)?.pesan ?? null;
  const nilai = (n: string): string => b.ketikan[n] ?? '';
  const kolom = (i: BidangIsian): Kolom => susunKolom(i, nilai(i.nama), galatDi(i.nama), b.pilihan);
  const tanggal = (n: string, label: string, wajib: boolean, petunjuk: string): Kolom => ({
    jenis: 'tanggal',
    isi: { nama: n, label, wajib, petunjuk, nilai: nilai(n), galat: galatDi(n) },
  });
  return {
    judul,
    kepala: { judul, pengantar: b.ormas.nama, remah: remah(b.ormas) },
    galat: b.galat,
    judulGalat: p === null ? 'Ada isian yang perlu diperbaiki' : 'Draf tersimpan; ada isian yang perlu diperbaiki',
    catatan:
      p?.status === 'perlu-perbaikan' && p.catatan
        ? { jenis: 'perlu', judul: 'Yang perlu diperbaiki', teks: p.catatan }
        : null,
    aksi: p === null ? jalurPerubahan.baru(b.ormas.id) : jalurPerubahan.ubah(p.id),
    perihal: b.perihal,
    versi: p?.versi ?? null,
    sekarang: Object.entries(b.sekarang).map(([label, isi]) => ({ label, nilai: isi })),
    kolom: aturan.isian.map(kolom),
    umum: [
      {
        jenis: 'tanggal',
        isi: {
          ...{ nama: 'berlaku', label: 'Berlaku sejak', wajib: true, nilai: nilai('berlaku'), terbesar: b.hariIni },
          ...{ petunjuk: 'Tanggal menurut surat atau akta, bukan tanggal pengajuan.', galat: galatDi('berlaku') },
        },
      },
      {
        jenis: 'panjang',
        isi: {
          ...{ nama: 'alasan', label: 'Alasan', wajib: true, nilai: nilai('alasan'), galat: galatDi('alasan') },
          ...{ maksimal: 1000, baris: 3, petunjuk: 'Misalnya hasil musyawarah atau kontrak yang berakhir.' },
        },
      },
    ],
    bukti: {
      judul: aturan.bukti.sebutan,
      dasar: aturan.bukti.dasar,
      tersimpan: (p?.bukti ?? []).map((t) => ({ id: t.id, nama: t.nama, href: jalurBerkas(t.berkasId) })),
      kolom: {
        ...{ nama: 'bukti', label: aturan.bukti.sebutan, wajib: aturan.bukti.wajib, galat: galatDi('bukti') },
        ...{ terima: `${TERIMA_DOKUMEN},${TERIMA_FOTO}`, banyak: true, ukuranMaksimal: UKURAN_BERKAS_MAKS },
        ...{ petunjuk: 'PDF, atau foto yang terbaca.', sisiMaksimal: 2400 },
      },
    },
    nomorBukti: [
      ...(b.perihal === 'npwp' || b.perihal === 'dasar-hukum'
        ? []
        : [
            {
              jenis: 'teks' as const,
              isi: {
                ...{ nama: 'buktiNomor', label: 'Nomor surat bukti', nilai: nilai('buktiNomor'), maksimal: 120 },
                galat: galatDi('buktiNomor'),
              },
            },
          ]),
      tanggal('buktiTanggal', 'Tanggal surat bukti', false, 'Seperti tertulis pada suratnya.'),
      ...(b.perihal === 'pengurus'
        ? []
        : [tanggal('buktiSampai', 'Surat berlaku sampai', false, 'Kosongkan bila tanpa batas waktu.')]),
    ],
    kembali: p === null ? jalurPerubahan.daftarOrmas(b.ormas.id) : jalurPerubahan.rinci(p.id),
  };
}

function susunKolom(i: BidangIsian, nilai: string, galat: string | null, pilihan: PilihanPerubahan): Kolom {
  const dasar = {
    ...{ nama: i.nama, label: i.label, wajib: i.wajib, galat },
    ...(i.petunjuk !== undefined && { petunjuk: i.petunjuk }),
  };
  if (i.jenis === 'teks') return { jenis: 'teks', isi: { ...dasar, nilai, maksimal: i.maksimal } };
  if (i.jenis === 'tanggal') return { jenis: 'tanggal', isi: { ...dasar, nilai } };
  if (i.jenis === 'angka') return { jenis: 'angka', isi: { ...dasar, nilai, satuan: 'orang', lebar: 'pendek' } };
  const opsi = i.jenis === 'bentuk' ? OPSI_BENTUK : pilihan[i.jenis];
  return {
    jenis: 'pilihan',
    isi: {
      ...dasar,
      kosong: `Pilih ${i.label.toLowerCase()}`,
      opsi: opsi.map((o) => ({ ...o, terpilih: o.nilai === nilai })),
    },
  };
}

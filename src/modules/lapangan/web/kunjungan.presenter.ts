import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, hariTanggal, tanggal, tanggalJam } from '../../../common/format.js';
import { selisihHari } from '../../../common/tanggal.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Lencana,
  type Linimasa,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { presentPeristiwa } from '../../ormas/peristiwa.js';
import { DAFTAR_PERIKSA, type HasilPeriksa, SEBUTAN_HASIL } from '../daftar-periksa.data.js';
import { kataJam } from '../kunjungan.aturan.js';
import {
  type IsianBeritaAcara,
  type KunjunganRinci,
  MASA_FOTO_DRAF,
  SEBUTAN_SIKAP,
  SEBUTAN_TUJUAN,
} from '../kunjungan.types.js';
import { galeri } from './berita-acara.presenter.js';
import { kapan, lencanaHasil, lencanaKunjungan, lencanaSikap } from '../kunjungan.kata.js';
import { jalurKunjungan, type TindakanJalur } from './kunjungan.paths.js';

/** What was sent with an act that could not be done, to be shown again. */
export interface IsianRincian {
  tindakan: TindakanJalur | 'tanggapan';
  kata: string;
  sikap: string;
  galat: GalatIsian[];
}

interface FormulirTindakan {
  aksi: string;
  judul: string;
  petunjuk: string;
  kolom: KolomTeks | null;
  bahaya: boolean;
  terbuka: boolean;
}

export interface HalamanKunjungan {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  catatan: Catatan[];
  /** Printing goes on: the page comes back by itself. */
  muatUlang: number | null;
  versi: number;
  /** The one act that leads on; null: not this reader's. */
  mulai: string | null;
  unduh: Tindakan | null;
  rencana: Butir[];
  bekal: string;
  /** What was found; null where it is not written, or not for this reader. */
  isi: {
    judul: string;
    pokok: Butir[];
    periksa: { sebutan: string; lencana: Lencana; catatan: string }[];
    temuan: string;
    rekomendasi: string;
    sikap: Butir[];
  } | null;
  /** The recommendations that came of it, and the way to make one of it; null: not this reader's. */
  tindakLanjut: { isi: string; href: string; tempo: string; lencana: Lencana }[];
  jadikan: Tindakan | null;
  foto: { gambar: string; href: string; keterangan: string }[];
  /** `sudah`: what was said, so that it may be changed but is not asked for; '' before. */
  tanggapi: {
    aksi: string;
    sudah: string;
    terbuka: boolean;
    sikap: KolomPilihan;
    kata: KolomTeks;
    tombol: string;
  } | null;
  terdahulu: { nomor: string; keterangan: string; href: string }[];
  tindakan: FormulirTindakan[];
  linimasa: Linimasa;
}

/** `views/lapangan/rincian.hbs`: one visit, as far as this reader may see it, with what may be done. */
export function presentKunjungan(k: KunjunganRinci, isian: IsianRincian | null): HalamanKunjungan {
  const berlaku = k.beritaAcara.find((b) => b.dicabutPada === null) ?? null;
  const sikap = k.jawaban?.sikap ?? k.isian?.sikap ?? null;
  const ringkas = { status: k.status, ditemui: k.isian?.ditemui ?? null, sikap };
  return {
    judul: `Kunjungan ke ${k.nama}`,
    kepala: {
      judul: k.nama || 'Pendaftaran tanpa nama',
      pengantar: `Kunjungan lapangan: ${SEBUTAN_TUJUAN[k.tujuan].toLowerCase()}. ${kapan(k.isian?.tanggal ?? k.tanggal, k.jam)}`,
      remah: remah(k),
      lencana: [lencanaKunjungan(k, k.hari), ...lencanaHasil(ringkas)],
      tindakan: [
        ...(k.boleh.tulis
          ? [
              {
                teks: 'Tulis berita acara',
                href: jalurKunjungan.beritaAcara(k.id),
                jenis: 'utama' as const,
                ikon: 'ubah',
              },
            ]
          : []),
        ...(k.boleh.selesaikan ? [{ teks: 'Periksa dan selesaikan', href: jalurKunjungan.periksa(k.id) }] : []),
        ...(k.boleh.ubahRencana ? [{ teks: 'Ubah rencana', href: jalurKunjungan.rencana(k.id), ikon: 'ubah' }] : []),
      ],
    },
    galat: isian?.galat ?? [],
    catatan: susunCatatan(k, berlaku?.dokumen ?? null),
    muatUlang: berlaku?.dokumen === 'menunggu' && k.lihat.foto ? 5 : null,
    versi: k.versi,
    mulai: k.boleh.laksanakan ? jalurKunjungan.tindakan(k.id, 'mulai') : null,
    unduh: berlaku?.berkasId
      ? { teks: 'Unduh berita acara (PDF)', href: jalurBerkas(berlaku.berkasId), jenis: 'utama', ikon: 'unduh' }
      : null,
    rencana: [
      k.sasaran.jenis === 'ormas'
        ? { label: 'Ormas', nilai: k.nama, href: jalurKunjungan.ormas(k.sasaran.id) }
        : { label: 'Pendaftaran', nilai: k.nama || 'tanpa nama', href: jalurKunjungan.pendaftaran(k.sasaran.id) },
      { label: 'Tujuan', nilai: SEBUTAN_TUJUAN[k.tujuan] },
      { label: 'Hari direncanakan', nilai: kapan(k.tanggal, k.jam) },
      { label: 'Tempat', nilai: k.tempat },
      ...(k.kelurahan === null
        ? []
        : [{ label: 'Kelurahan', nilai: `${k.kelurahan}, Kecamatan ${k.kecamatan ?? ''}` }]),
      { label: 'Petugas', nilai: k.petugas.map((p) => p.nama).join(', ') },
      { label: 'Direncanakan oleh', nilai: k.dibuatOleh ?? 'Sistem' },
    ],
    bekal: k.bekal,
    isi:
      k.status === 'direncanakan' || k.isian === null || kosong(k)
        ? null
        : susunIsi(k, k.isian, berlaku?.nomor ?? null),
    tindakLanjut: k.rekomendasi.map((r) => ({
      ...{ isi: r.isi, href: jalurKunjungan.rekomendasi(r.id), tempo: tanggal(r.jatuhTempo), lencana: r.lencana },
    })),
    jadikan:
      k.bolehRekomendasikan && k.sasaran.jenis === 'ormas'
        ? {
            teks: k.rekomendasi.length === 0 ? 'Jadikan rekomendasi' : 'Tambah rekomendasi',
            href: jalurKunjungan.jadikanRekomendasi(k.sasaran.id, k.id),
            ikon: 'tambah',
          }
        : null,
    foto: galeri(k.foto),
    tanggapi: k.boleh.tanggapi ? formulirTanggapan(k, isian) : null,
    terdahulu: k.beritaAcara
      .filter((b) => b.dicabutPada !== null)
      .map((b) => ({
        nomor: b.nomor,
        keterangan: `dibuka kembali ${b.dicabutPada ? tanggalJam(b.dicabutPada) : ''}`,
        href: b.berkasId === null ? '' : jalurBerkas(b.berkasId),
      })),
    tindakan: susunTindakan(k, isian),
    linimasa: { peristiwa: k.riwayat.map(presentPeristiwa) },
  };
}

/** A visit that was called off before anything was written has nothing to show. */
const kosong = (k: KunjunganRinci): boolean =>
  k.status === 'dibatalkan' && k.isian?.temuan === '' && k.isian.tanggal === null;

function remah(k: KunjunganRinci): { teks: string; href: string }[] {
  const rumah = { teks: 'Beranda', href: '/' };
  if (k.lihat.daftar) return [rumah, { teks: 'Kunjungan', href: jalurKunjungan.daftar() }];
  return k.sasaran.jenis === 'ormas'
    ? [rumah, { teks: 'Kunjungan lapangan', href: jalurKunjungan.milikOrmas(k.sasaran.id) }]
    : [rumah, { teks: 'Pendaftaran', href: jalurKunjungan.pendaftaran(k.sasaran.id) }];
}

function susunCatatan(k: KunjunganRinci, dokumen: 'menunggu' | 'selesai' | 'gagal' | null): Catatan[] {
  const lewat = selisihHari(k.tanggal, k.hari);
  if (k.status === 'dibatalkan') return [{ jenis: 'netral', judul: 'Kunjungan dibatalkan', teks: k.alasan ?? '' }];
  if (k.status === 'direncanakan')
    return lewat > 0 && k.boleh.ubahRencana
      ? [
          {
            ...{ jenis: 'perlu', judul: `Hari kunjungan sudah lewat ${angka(lewat)} hari` },
            teks: 'Tulis berita acaranya bila sudah dilaksanakan, atau ubah harinya.',
          },
        ]
      : [];
  if (k.status === 'dilaksanakan')
    return k.lihat.isi
      ? []
      : [
          {
            ...{ jenis: 'proses', judul: 'Berita acara sedang disusun petugas' },
            teks: 'Isinya dapat dibaca di sini setelah selesai.',
          },
        ];
  const tidakDitemui: Catatan[] =
    k.isian?.ditemui === false
      ? [
          {
            ...{ jenis: 'perlu', judul: 'Tidak ada pengurus yang ditemui' },
            teks: 'Kunjungan ini tidak dihitung sebagai tanda bahwa ormas masih aktif.',
          },
        ]
      : [];
  if (!k.lihat.foto || dokumen === 'selesai' || dokumen === null) return tidakDitemui;
  return [
    ...tidakDitemui,
    dokumen === 'gagal'
      ? { jenis: 'bahaya', judul: 'Dokumen gagal dibuat', teks: 'Berita acaranya tetap selesai dan bernomor.' }
      : { jenis: 'proses', teks: 'Dokumen berita acara sedang dibuat; halaman ini memuat ulang dengan sendirinya.' },
  ];
}

const LENCANA_PERIKSA: Readonly<Record<HasilPeriksa, Lencana['jenis']>> = {
  sesuai: 'baik',
  'tidak-sesuai': 'bahaya',
  'tidak-diperiksa': 'netral',
};

function susunIsi(k: KunjunganRinci, i: IsianBeritaAcara, nomor: string | null): HalamanKunjungan['isi'] {
  const jam = [i.mulai, i.selesai].flatMap((j) => (j === null ? [] : [kataJam(j)])).join(' sampai ');
  return {
    judul: nomor === null ? 'Berita acara (draf)' : `Berita acara ${nomor}`,
    pokok: [
      { label: 'Dilaksanakan', nilai: i.tanggal === null ? '' : hariTanggal(i.tanggal) },
      { label: 'Jam', nilai: jam },
      { label: 'Ada yang menerima', nilai: i.ditemui === null ? '' : i.ditemui ? 'Ya' : 'Tidak ada' },
      ...(i.ditemui
        ? [
            {
              label: 'Diterima oleh',
              nilai: k.lihat.penerima
                ? [i.penerimaNama, i.penerimaJabatan].filter((t) => t !== '').join(', ')
                : i.penerimaJabatan,
            },
          ]
        : []),
    ],
    periksa: DAFTAR_PERIKSA.map(({ kode, sebutan }) => {
      const { hasil, catatan } = i.periksa[kode] ?? { hasil: null, catatan: '' };
      return {
        ...{ sebutan, catatan },
        lencana:
          hasil === null
            ? { jenis: 'perlu', teks: 'Belum diisi' }
            : { jenis: LENCANA_PERIKSA[hasil], teks: SEBUTAN_HASIL[hasil] },
      };
    }),
    temuan: i.temuan,
    rekomendasi: i.rekomendasi,
    sikap: [
      {
        label: 'Di tempat',
        nilai: i.kataOrmas,
        ...(i.sikap !== null && { lencana: lencanaSikap(i.sikap) }),
      },
      ...(k.jawaban
        ? [
            {
              label: 'Melalui portal',
              nilai: [k.jawaban.kata, tanggalJam(k.jawaban.pada)].filter((t) => t !== '').join(' · '),
              lencana: lencanaSikap(k.jawaban.sikap),
            },
          ]
        : []),
    ],
  };
}

function formulirTanggapan(k: KunjunganRinci, isian: IsianRincian | null): HalamanKunjungan['tanggapi'] {
  const milik = isian?.tindakan === 'tanggapan' ? isian : null;
  const ditempat = k.isian?.sikap ?? 'belum';
  const sikapKini = k.jawaban?.sikap ?? ditempat;
  const dipilih = milik?.sikap ?? (sikapKini === 'belum' ? '' : sikapKini);
  const galat = (bidang: string): string | null => milik?.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  return {
    aksi: jalurKunjungan.tanggapan(k.id),
    sudah:
      sikapKini === 'belum'
        ? ''
        : k.jawaban
          ? `${SEBUTAN_SIKAP[sikapKini]}, dijawab ${tanggalJam(k.jawaban.pada)}.`
          : `${SEBUTAN_SIKAP[sikapKini]}, dinyatakan di tempat.`,
    terbuka: milik !== null,
    sikap: {
      ...{ nama: 'sikap', label: 'Sikap ormas', wajib: true, galat: galat('sikap') },
      opsi: (['setuju', 'tidak-setuju'] as const).map((s) => ({
        ...{ nilai: s, teks: SEBUTAN_SIKAP[s], terpilih: s === dipilih },
      })),
    },
    kata: {
      ...{ nama: 'kata', label: 'Tanggapan', tanda: 'wajib bila tidak menyetujui', maksimal: 1000, baris: 4 },
      ...{ nilai: milik?.kata ?? k.jawaban?.kata ?? '', galat: galat('kata') },
    },
    tombol: sikapKini === 'belum' ? 'Kirim tanggapan' : 'Ganti tanggapan',
  };
}

function susunTindakan(k: KunjunganRinci, isian: IsianRincian | null): FormulirTindakan[] {
  const buat = (
    t: TindakanJalur,
    judul: string,
    petunjuk: string,
    { alasan = '', bahaya = false }: { alasan?: string; bahaya?: boolean } = {},
  ): FormulirTindakan => {
    const milik = isian?.tindakan === t ? isian : null;
    const kolom: KolomTeks = {
      ...{ nama: 'alasan', label: alasan, wajib: true, maksimal: 500, baris: 3, nilai: milik?.kata ?? '' },
      galat: milik?.galat.find((g) => g.bidang === 'alasan')?.pesan ?? null,
    };
    return {
      ...{ aksi: jalurKunjungan.tindakan(k.id, t), judul, petunjuk, bahaya, terbuka: milik !== null },
      kolom: alasan === '' ? null : kolom,
    };
  };
  const nasibFoto =
    k.foto.length > 0
      ? ` Foto yang belum masuk berita acara yang selesai dihapus ${MASA_FOTO_DRAF} hari sesudah dibatalkan.`
      : '';
  const gagal = k.beritaAcara.some((b) => b.dicabutPada === null && b.dokumen === 'gagal');
  return [
    ...(k.boleh.ulangiDokumen && gagal
      ? [buat('ulangi-dokumen', 'Buat ulang dokumen', 'Dokumen dicetak lagi dari isi yang sama.')]
      : []),
    ...(k.boleh.bukaKembali
      ? [
          buat(
            'buka-kembali',
            'Buka kembali berita acara',
            'Isinya dapat diperbaiki dan diselesaikan lagi dengan nomor baru; yang lama tetap tersimpan.',
            {
              alasan: 'Alasan membuka kembali',
            },
          ),
        ]
      : []),
    ...(k.boleh.pulihkan
      ? [
          buat('pulihkan', 'Rencanakan kembali', 'Kunjungan kembali ke rencana; harinya dapat diubah sesudahnya.', {
            alasan: 'Alasan',
          }),
        ]
      : []),
    ...(k.boleh.batalkan
      ? [
          buat('batalkan', 'Batalkan kunjungan', `Ormas dan petugas diberi tahu beserta alasannya.${nasibFoto}`, {
            ...{ alasan: 'Alasan membatalkan', bahaya: true },
          }),
        ]
      : []),
  ];
}

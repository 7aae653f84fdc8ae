import { type GalatIsian } from '../../../common/domain-error.js';
import { type KepalaHalaman, type KolomBerkas, type KolomPilihan, type KolomTeks } from '../../../infra/view/bagian.js';
import { TERIMA_DOKUMEN, TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { JENIS_DOKUMEN, type RincianOrmas, SEBUTAN_DOKUMEN } from '../ormas.types.js';
import { jalurOrmas } from './ormas.paths.js';

/** The form as it was typed. */
export type KetikanDokumen = Record<'jenis' | 'nomor' | 'tanggal' | 'berlakuSampai', string>;

/** `views/ormas/dokumen.hbs`. */
export interface TampilanDokumen {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  batal: string;
  galat: GalatIsian[];
  kolom: {
    jenis: KolomPilihan;
    nomor: KolomTeks;
    tanggal: KolomTeks;
    berlakuSampai: KolomTeks;
    berkas: KolomBerkas;
  };
}

/** The form by which a document is handed in. @param olehPetugas who may record a paper without its file */
export function presentDokumen(
  o: RincianOrmas,
  isi: KetikanDokumen,
  { olehPetugas, galat = [] }: { olehPetugas: boolean; galat?: GalatIsian[] },
): TampilanDokumen {
  const galatDi = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const kolom = (nama: keyof KetikanDokumen, label: string, lain: Partial<KolomTeks>): KolomTeks => ({
    nama,
    label,
    nilai: isi[nama],
    galat: galatDi(nama),
    ...lain,
  });
  return {
    judul: 'Serahkan dokumen',
    kepala: {
      judul: 'Serahkan dokumen',
      pengantar: olehPetugas
        ? `${o.nama}. Dokumen yang dicatat di sini menunggu temuan petugas; yang lama tetap tersimpan.`
        : 'Petugas akan memeriksa dokumen ini. Dokumen yang lama tetap tersimpan.',
      remah: [
        ...(o.boleh.lihatDaftar
          ? [
              { teks: 'Beranda', href: '/' },
              { teks: 'Ormas', href: jalurOrmas.daftar() },
            ]
          : []),
        { teks: o.nama, href: jalurOrmas.rincian(o.id) },
      ],
    },
    aksi: jalurOrmas.serahDokumen(o.id),
    batal: jalurOrmas.rincian(o.id),
    galat,
    kolom: {
      jenis: {
        ...{ nama: 'jenis', label: 'Jenis dokumen', wajib: true, kosong: 'Pilih jenis', galat: galatDi('jenis') },
        opsi: JENIS_DOKUMEN.map((j) => ({ nilai: j, teks: SEBUTAN_DOKUMEN[j], terpilih: j === isi.jenis })),
      },
      nomor: kolom('nomor', 'Nomor dokumen', { maksimal: 120, petunjuk: 'Seperti tertulis pada dokumennya.' }),
      tanggal: kolom('tanggal', 'Tanggal dokumen', { terbesar: o.hari }),
      berlakuSampai: kolom('berlakuSampai', 'Berlaku sampai', { petunjuk: 'Kosongkan bila tanpa batas waktu.' }),
      berkas: {
        nama: 'berkas',
        label: 'Berkas dokumen',
        wajib: !olehPetugas,
        terima: `${TERIMA_DOKUMEN},${TERIMA_FOTO}`,
        banyak: false,
        ukuranMaksimal: UKURAN_BERKAS_MAKS,
        galat: galatDi('berkas'),
        petunjuk: olehPetugas
          ? 'PDF atau foto yang terbaca; boleh kosong bila dokumen kertasnya sudah Anda lihat.'
          : 'PDF atau foto yang terbaca.',
      },
    },
  };
}

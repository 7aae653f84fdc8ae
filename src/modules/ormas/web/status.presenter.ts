import { type GalatIsian } from '../../../common/domain-error.js';
import { type KepalaHalaman, type KolomPilihan, type KolomTeks } from '../../../infra/view/bagian.js';
import { type RincianOrmas, SEBUTAN_STATUS, STATUS_ORMAS } from '../ormas.types.js';
import { jalurOrmas } from './ormas.paths.js';

/** The form as it was typed. */
export type KetikanStatus = Record<'status' | 'berlaku' | 'alasan' | 'versi', string>;

/** `views/ormas/status.hbs`. */
export interface TampilanStatus {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  batal: string;
  versi: string;
  galat: GalatIsian[];
  kini: string;
  kolom: { status: KolomPilihan; berlaku: KolomTeks; alasan: KolomTeks };
}

/** The change of status as the form shows it first. */
export function ketikanStatus(o: RincianOrmas): KetikanStatus {
  return { status: '', berlaku: o.hari, alasan: '', versi: String(o.versi) };
}

/** The form by which petugas records another standing in the register. */
export function presentStatus(o: RincianOrmas, isi: KetikanStatus, galat: GalatIsian[] = []): TampilanStatus {
  const galatDi = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  return {
    judul: 'Ubah status',
    kepala: {
      judul: 'Ubah status',
      pengantar: o.nama,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'Ormas', href: jalurOrmas.daftar() },
        { teks: o.nama, href: jalurOrmas.rincian(o.id) },
      ],
    },
    aksi: jalurOrmas.status(o.id),
    batal: jalurOrmas.rincian(o.id),
    versi: isi.versi,
    galat,
    kini: `Sekarang: ${SEBUTAN_STATUS[o.status]}. Ormas dinilai pada tahun yang hari terakhirnya ia masih terdaftar atau dibekukan; tahun yang sudah ditutup tidak berubah.`,
    kolom: {
      status: {
        ...{ nama: 'status', label: 'Status baru', wajib: true, kosong: 'Pilih status', galat: galatDi('status') },
        opsi: STATUS_ORMAS.filter((s) => s !== o.status).map((s) => ({
          ...{ nilai: s, teks: SEBUTAN_STATUS[s], terpilih: s === isi.status },
        })),
      },
      berlaku: {
        ...{ nama: 'berlaku', label: 'Berlaku sejak', wajib: true, nilai: isi.berlaku, terbesar: o.hari },
        ...{ petunjuk: 'Tanggal menurut surat keputusan atau akta.', galat: galatDi('berlaku') },
      },
      alasan: {
        ...{ nama: 'alasan', label: 'Dasar', wajib: true, nilai: isi.alasan, maksimal: 300, baris: 3 },
        ...{ petunjuk: 'Nomor surat keputusan, akta, atau hasil rapat.', galat: galatDi('alasan') },
      },
    },
  };
}

import { bulanTahun, nip, rentangTanggal, tanggal } from '../../../common/format.js';
import { kodeBerkelompok } from '../../../common/kode-periksa.js';
import { qrSvg } from '../../../infra/view/qr.js';
import { jalurLambang } from '../../surat/lambang.jalur.js';
import { type AngkaKelompok } from '../laporan.angka.js';
import { hariKeadaan, kataRata, sejumlah, tandaSementara } from '../laporan.kata.js';
import { type DataLaporan } from '../laporan.types.js';
import { garisSemua } from './bagan.js';
import { type BahanBab } from './bahan.js';
import { type BagianIkhtisar, ikhtisar } from './ikhtisar.js';

/** A line of the contents; `tujuan` is the id of the heading it leads to. */
export interface EntriIsi {
  judul: string;
  halaman: string;
  tingkat: number;
  tujuan: string;
}

export interface ModelDepan {
  kop: { baris: string[]; alamat: string; kontak: string };
  lembaga: string;
  kota: string;
  tahun: number;
  nomor: string;
  jendela: string;
  gambar: string;
  gambarRingkas: string;
  penandaTangan: { jabatan: string; nama: string; pangkat: string; nip: string };
  /** Place with day, month and year of issue (the preface), and with month and year alone (the cover). */
  tempatTanggal: string;
  tempatBulan: string;
  /** The mark of a provisional report, `''` on a final one: that one alone has places to sign. */
  sementara: string;
  judulLembar: string;
  pengantar: string[];
  ikhtisar: BagianIkhtisar[];
  pengesahan: string;
  /** Address of the emblem among the assets, '' without one. */
  lambang: string;
  /** QR code, code in letters and address for checking the report; null where it has no code. */
  periksa: { qr: string; kode: string; alamat: string } | null;
  entri: EntriIsi[];
}

/**
 * Cover, ratification sheet, preface, executive summary and contents. The first four take one page each: i, ii, iii, iv;
 * the contents begin on v.
 */
export function modelDepan(bahan: BahanBab, entri: readonly EntriIsi[]): ModelDepan {
  const { data, kota } = bahan;
  const { kantor } = data;
  const skor = kota.peringkat.map((o) => Number(o.skor)).reverse();
  const p = kantor.penandaTangan;
  return {
    kop: kantor.kop,
    lembaga: kantor.lembaga,
    kota: kantor.kota,
    tahun: data.tahun,
    nomor: data.nomor,
    jendela: rentangTanggal(data.mulai, data.akhir),
    gambar: garisSemua(skor),
    gambarRingkas:
      skor.length === 0
        ? ''
        : `Setiap garis adalah satu ormas berskor lengkap, diurutkan dari skor terendah ke tertinggi. Rata-rata ${kataRata(kota.rerata)}.`,
    penandaTangan: { jabatan: p.jabatan, nama: p.nama, pangkat: p.pangkat, nip: kataNip(p.nip) },
    tempatTanggal: `${kantor.tempat}, ${tanggal(data.disusun)}`,
    tempatBulan: `${kantor.tempat}, ${bulanTahun(data.disusun)}`,
    sementara: tandaSementara(data),
    judulLembar: judulLembar(data),
    pengesahan: kataPengesahan(data, kota),
    pengantar: [
      `Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas tersusunnya Laporan Monitoring dan Evaluasi Organisasi Kemasyarakatan ${kantor.kota} Tahun ${data.tahun}.`,
      `Laporan ${data.sementara ? 'sementara ' : ''}ini menyajikan kinerja ${sejumlah(kota.ormas, 'ormas')} selama ${rentangTanggal(data.mulai, hariKeadaan(data))}. Isinya berangkat dari register, laporan kegiatan beserta buktinya, dan penilaian petugas; bukan dari pengakuan semata. Setiap rata-rata disertai jumlah ormas yang dihitung, dan ormas yang belum dapat dinilai disebutkan beserta alasannya, agar pimpinan dapat menimbang seberapa jauh angka-angka ini berbicara.`,
      'Kami berterima kasih kepada OPD pembina, para petugas, dan pengurus ormas yang telah menyampaikan laporan. Masukan untuk memperbaiki instrumen dan cara kerja kami terima dengan senang hati.',
    ],
    ikhtisar: ikhtisar(bahan),
    lambang: kantor.lambang ? `http://aset.invalid/${jalurLambang(kantor.lambang)}` : '',
    periksa: data.periksa
      ? {
          qr: qrSvg(data.periksa.alamat),
          kode: kodeBerkelompok(data.periksa.kode),
          alamat: data.periksa.alamat.replace(/\/[^/]*$/, ''),
        }
      : null,
    entri: [...entri],
  };
}

/** What the second sheet is: places to sign, or why there are none. */
export function judulLembar(data: Pick<DataLaporan, 'sementara'>): string {
  return data.sementara ? 'Keterangan Laporan Sementara' : 'Lembar Pengesahan';
}

function kataPengesahan({ kantor, tahun, sementara, dihitung }: DataLaporan, kota: AngkaKelompok): string {
  if (sementara)
    return `Periode penilaian tahun ${tahun} belum ditutup ketika laporan ini disusun. Angka di dalamnya dihitung dari data per ${tanggal(dihitung)} dan masih dapat berubah: kegiatan yang diverifikasi dan tingkat yang ditetapkan sesudah tanggal itu belum termuat. Laporan ini dipakai untuk memantau, tidak untuk disetujui atau disahkan, dan tidak ditandatangani. Laporan yang disahkan disusun setelah periode ditutup.`;
  return `Laporan Monitoring dan Evaluasi Organisasi Kemasyarakatan ${kantor.kota} Tahun ${tahun}, yang memuat Indeks Kinerja Ormas atas ${sejumlah(kota.ormas, 'ormas')}, disusun untuk disahkan. Laporan ini berlaku setelah ditandatangani.`;
}

/** The NIP in its groups; what is no NIP (not filled in yet) stays as it is. */
function kataNip(teks: string): string {
  try {
    return nip(teks);
  } catch {
    return teks;
  }
}

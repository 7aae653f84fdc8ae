import { type Aktor } from '../../../common/aktor.js';
import { angka, tanggal } from '../../../common/format.js';
import { type KepalaHalaman, type Kosong, type Tab } from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { BAGIAN_KERJA, type BagianKerja, type DaftarKerja } from '../pendaftaran.types.js';
import { lencanaJam, lencanaStatus, nomorPendaftaran, sebutanPendaftaran } from './pendaftaran.kata.js';
import { jalurPendaftaran } from './pendaftaran.paths.js';

const SEBUTAN_BAGIAN: Readonly<Record<BagianKerja, string>> = {
  menunggu: 'Menunggu pemeriksaan',
  saya: 'Saya pegang',
  persetujuan: 'Menunggu persetujuan',
  perbaikan: 'Pada pemohon',
  selesai: 'Selesai',
};
const KOSONG: Readonly<Record<BagianKerja, string>> = {
  menunggu: 'Pendaftaran yang dikirim pemohon akan muncul di sini, yang paling lama di atas.',
  saya: 'Ambil pendaftaran dari bagian “Menunggu pemeriksaan”.',
  persetujuan: 'Pendaftaran yang sudah diverifikasi petugas akan muncul di sini.',
  perbaikan: 'Pendaftaran yang dikembalikan dan belum dikirim ulang akan muncul di sini.',
  selesai: 'Pendaftaran yang sudah diputuskan atau dicabut akan muncul di sini.',
};

/** `views/pendaftaran/daftar.hbs`: the work list of the office. */
export function presentDaftarKerja(aktor: Aktor, d: DaftarKerja) {
  const bagian = BAGIAN_KERJA.filter((b) => b !== 'saya' || aktor.peran === 'petugas');
  return {
    judul: 'Pendaftaran',
    kepala: {
      judul: 'Pendaftaran keberadaan',
      pengantar: 'Yang paling lama menunggu berada di atas. Batas pemeriksaan 15 hari kerja.',
      remah: [{ teks: 'Beranda', href: '/' }],
      tindakan:
        aktor.peran === 'petugas' ? [{ teks: 'Akun menunggu konfirmasi', href: jalurPendaftaran.calonAkun() }] : [],
    } satisfies KepalaHalaman as KepalaHalaman,
    tab: {
      label: 'Bagian daftar kerja',
      tab: bagian.map((b) => ({
        ...{ teks: SEBUTAN_BAGIAN[b], href: jalurPendaftaran.bagian(b), aktif: b === d.bagian },
        ...(d.jumlah[b] > 0 && { jumlah: angka(d.jumlah[b]) }),
      })),
    } satisfies Tab,
    keterangan: SEBUTAN_BAGIAN[d.bagian],
    baris: d.isi.isi.map((p) => ({
      judul: sebutanPendaftaran(p),
      href: jalurPendaftaran.rinci(p.id),
      nomor: nomorPendaftaran(p.id),
      sejak: p.diajukanPertamaPada ? tanggal(p.diajukanPertamaPada) : '',
      lencana: lencanaStatus(p),
      jam: lencanaJam(p.jam),
      petugas: p.petugas ?? 'Belum diambil',
    })),
    penomoran: susunPenomoran(d.isi, (n) => jalurPendaftaran.bagian(d.bagian, n)),
    kosong: { judul: 'Tidak ada pendaftaran di bagian ini', teks: KOSONG[d.bagian] } satisfies Kosong as Kosong,
  };
}

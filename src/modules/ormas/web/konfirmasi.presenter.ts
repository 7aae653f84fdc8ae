import { rentangTanggal, tanggal } from '../../../common/format.js';
import { type KepalaHalaman } from '../../../infra/view/bagian.js';
import { SEBUTAN_JABATAN } from '../jabatan.js';
import { type RincianOrmas } from '../ormas.types.js';
import { jalurOrmas } from './ormas.paths.js';

/** `views/ormas/konfirmasi.hbs`: what the ormas is asked to confirm, each with the way to change it. */
export interface TampilanKonfirmasi {
  judul: string;
  kepala: KepalaHalaman;
  terakhir: string;
  aksi: string;
  fakta: { judul: string; baris: string[]; ubah: string }[];
}

/** The yearly question whether the profile still holds. */
export function presentKonfirmasi(o: RincianOrmas): TampilanKonfirmasi {
  const { alamat, rt, rw, telepon, surel } = o.kontak;
  const kini = o.pengurus.filter((p) => p.dari <= o.hari && (p.sampai === null || p.sampai >= o.hari));
  const fakta = (judul: string, perihal: string, ...baris: (string | null)[]): TampilanKonfirmasi['fakta'][number] => ({
    judul,
    baris: baris.filter((b): b is string => b !== null && b !== ''),
    ubah: o.boleh.ajukanPerubahan ? jalurOrmas.perubahanBaru(o.id, perihal) : jalurOrmas.kontak(o.id),
  });
  return {
    judul: 'Apakah profil masih sama?',
    kepala: {
      judul: 'Apakah profil masih sama?',
      pengantar: `${o.nama}. Baca sebentar; bila semuanya masih benar, tekan tombol di bawah.`,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: o.nama, href: jalurOrmas.rincian(o.id) },
      ],
    },
    terakhir:
      o.konfirmasiTerakhir === null
        ? 'Belum pernah dipastikan.'
        : `Terakhir dipastikan ${tanggal(o.konfirmasiTerakhir)}.`,
    aksi: jalurOrmas.konfirmasi(o.id),
    fakta: [
      fakta('Nama', 'nama', o.nama),
      fakta(
        'Alamat sekretariat',
        'sekretariat',
        alamat,
        [rt === null ? '' : `RT ${rt}`, rw === null ? '' : `RW ${rw}`].filter(Boolean).join(' '),
        o.kelurahan === null ? 'Luar domisili' : `Kelurahan ${o.kelurahan}, Kecamatan ${o.kecamatan ?? ''}`,
      ),
      { ...fakta('Telepon dan surel', 'kontak', telepon, surel), ubah: jalurOrmas.kontak(o.id) },
      fakta(
        'Pengurus',
        'pengurus',
        ...kini.map((p) => {
          const masa = p.sampai === null ? `sejak ${tanggal(p.dari)}` : rentangTanggal(p.dari, p.sampai);
          return `${SEBUTAN_JABATAN[p.jabatan] ?? p.jabatan}: ${p.nama} (${masa})`;
        }),
      ),
      fakta('Bidang kegiatan', 'bidang', o.bidang ?? o.bidangTeks),
      fakta(
        'Dasar hukum',
        'dasar-hukum',
        o.dasarHukumNomor,
        o.dasarHukumTanggal === null ? null : tanggal(o.dasarHukumTanggal),
      ),
      fakta('NPWP', 'npwp', o.npwp),
    ],
  };
}

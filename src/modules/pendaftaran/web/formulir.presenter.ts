import { tanggal } from '../../../common/format.js';
import { type Butir, type KepalaHalaman, type Periksa } from '../../../infra/view/bagian.js';
import { TERSEMBUNYI } from '../../ormas/kata-fakta.js';
import { FORMULIR } from '../formulir.data.js';
import { type FormulirDisetujui } from '../formulir-disetujui.service.js';
import { kataJawaban } from '../pendaftaran.aturan.js';
import { dokumenTampil, nomorPendaftaran } from './pendaftaran.kata.js';
import { jalurPendaftaran } from './pendaftaran.paths.js';

/** `views/pendaftaran/formulir.hbs`. */
export interface TampilanFormulir {
  judul: string;
  kepala: KepalaHalaman;
  periksa: Periksa;
  /** Null: not for this reader. */
  dokumen: { nama: string; keterangan: string; namaBerkas: string; href: string | null }[] | null;
}

/** A form as it was approved: what was answered, in words; nothing to change here. */
export function presentFormulir(f: FormulirDisetujui): TampilanFormulir {
  return {
    judul: `Formulir pendaftaran ${f.nama}`,
    kepala: {
      judul: 'Formulir pendaftaran yang disetujui',
      pengantar: [
        nomorPendaftaran(f.id),
        f.nama,
        ...(f.disetujui === null ? [] : [`disetujui ${tanggal(f.disetujui)}`]),
        'isinya seperti saat itu; yang berlaku sekarang ada di halaman ormas',
      ].join(', '),
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: f.ormas.nama, href: jalurPendaftaran.ormas(f.ormas.id) },
      ],
      ...(f.bolehBerkas.biasa && {
        tindakan: [{ teks: 'Proses pendaftaran', href: jalurPendaftaran.rinci(f.id), ikon: 'riwayat' as const }],
      }),
    },
    periksa: {
      kelompok: FORMULIR.map((h) => ({
        judul: h.judul,
        butir: h.kolom.map((k): Butir => {
          const nilai = f.tertutup.has(k.nama) ? TERSEMBUNYI : kataJawaban(k, f.jawaban, f.rujukan);
          return { label: k.label, nilai };
        }),
      })),
    },
    dokumen:
      f.dokumen &&
      dokumenTampil({ jawaban: f.jawaban, dokumen: f.dokumen }, f.bolehBerkas.pribadi).map((d) => ({
        nama: d.nama,
        keterangan: d.keterangan,
        namaBerkas: d.ada ? (f.bolehBerkas.biasa ? d.namaBerkas : 'dilampirkan') : 'tidak dilampirkan',
        href: f.bolehBerkas.biasa ? d.href : null,
      })),
  };
}

import { type SetelanKantor } from './setelan.types.js';

/** The settings as label and text: for the page that shows two versions side by side. */
export function ringkasSetelan(s: SetelanKantor): Record<string, string> {
  return {
    Kota: s.kota,
    Lembaga: s.lembaga,
    'Baris kop': s.kop.baris.join(' / '),
    'Alamat kantor': s.kop.alamat,
    'Kontak kantor': s.kop.kontak,
    'Tempat penandatanganan': s.tempat,
    Kertas: s.kertas,
    'Jabatan penanda tangan': s.penandaTangan.jabatan,
    'Nama penanda tangan': s.penandaTangan.nama,
    Pangkat: s.penandaTangan.pangkat,
    NIP: s.penandaTangan.nip,
    'Nomor surat keterangan': s.surat.format,
    'Masa berlaku surat keterangan': `${s.surat.masaTahun} tahun`,
    'Awal jendela penilaian': s.jendelaMulai,
  };
}

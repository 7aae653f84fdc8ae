import { type GalatIsian } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { tanggalSah } from '../../common/tanggal.js';
import { type LaporanKemajuan, type RekomendasiBaru, type StatusRekomendasi } from './rekomendasi.types.js';

// The rules of recommendations. Pure.

/** How a recommendation stands: what was cancelled, done, reported, or still open. */
export function statusRekomendasi(r: {
  batalPada: Date | null;
  selesaiPada: string | null;
  dilaporkanPada: Date | null;
}): StatusRekomendasi {
  if (r.batalPada !== null) return 'batal';
  if (r.selesaiPada !== null) return 'selesai';
  return r.dilaporkanPada === null ? 'terbuka' : 'dilaporkan';
}

/** What speaks against giving it so, each at its field. @param hari today */
export function galatRekomendasi(r: RekomendasiBaru, hari: string): GalatIsian[] {
  const galat: GalatIsian[] = [];
  if (r.isi === '') galat.push({ bidang: 'isi', pesan: 'Tulis apa yang perlu dilakukan.' });
  if (r.sumber === '')
    galat.push({ bidang: 'sumber', pesan: 'Tulis dasarnya, misalnya hasil monev atau berita acara.' });
  if (r.penanggung === 'opd' && r.opdId === null)
    galat.push({ bidang: 'penanggung', pesan: 'Pilih siapa yang bertanggung jawab.' });
  if (!tanggalSah(r.jatuhTempo)) galat.push({ bidang: 'jatuhTempo', pesan: 'Isi batas waktunya.' });
  else if (r.jatuhTempo < hari)
    galat.push({ bidang: 'jatuhTempo', pesan: 'Batas waktu harus hari ini atau sesudahnya.' });
  return galat;
}

/** What speaks against a report. @param b the day it was given, today, and whether evidence is there and has to be */
export function galatKemajuan(
  l: LaporanKemajuan,
  b: { diberi: string; hari: string; wajibBukti: boolean; adaBukti: boolean },
): GalatIsian[] {
  const galat: GalatIsian[] = [];
  if (l.uraian.length < 5) galat.push({ bidang: 'uraian', pesan: 'Tulis apa yang sudah dilakukan.' });
  if (l.selesaiPada === null) return galat;
  if (!tanggalSah(l.selesaiPada)) galat.push({ bidang: 'selesaiPada', pesan: 'Isi tanggal selesainya.' });
  else if (l.selesaiPada > b.hari)
    galat.push({ bidang: 'selesaiPada', pesan: 'Isi tanggal hari ini atau yang sudah lewat.' });
  else if (l.selesaiPada < b.diberi)
    galat.push({
      bidang: 'selesaiPada',
      pesan: `Rekomendasi ini diberikan ${tanggal(b.diberi)}. Isi tanggal itu atau sesudahnya.`,
    });
  if (b.wajibBukti && !b.adaBukti) galat.push({ bidang: 'bukti', pesan: 'Lampirkan buktinya: foto atau PDF.' });
  return galat;
}

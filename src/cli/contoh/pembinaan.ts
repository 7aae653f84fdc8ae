import { tambahHari } from '../../common/tanggal.js';
import { type IsianPembinaan } from '../../modules/pembinaan/pembinaan.types.js';
import { type OrmasContoh } from './cerita.js';
import { type KisahStatus } from './status.js';

/**
 * What the office had in its drawers before the portal: a warning, a visit, a halt that is over, and the sanction behind
 * every change of standing in the stories.
 * @param lengah ormas of few or no activities in the year of the report
 * @param tahun the year of the report
 */
export function pembinaanKota(
  lengah: readonly OrmasContoh[],
  kisah: readonly KisahStatus[],
  tahun: number,
): (IsianPembinaan & { ormasId: number })[] {
  const [a, b, c] = lengah;
  const catatan: (Pick<IsianPembinaan, 'jenis' | 'tanggal' | 'sampai' | 'keterangan'> & { id: number | undefined })[] =
    [
      {
        ...{ id: a?.id, jenis: 'peringatan', tanggal: `${tahun}-08-12`, sampai: null },
        keterangan: 'Peringatan tertulis: lambang serupa dengan lambang lembaga lain.',
      },
      {
        ...{ id: b?.id, jenis: 'pembinaan', tanggal: `${tahun}-05-20`, sampai: null },
        keterangan: 'Kunjungan pembinaan: kepengurusan ganda, diminta musyawarah.',
      },
      {
        ...{ id: c?.id, jenis: 'penghentian', tanggal: `${tahun - 1}-03-04`, sampai: `${tahun - 1}-09-04` },
        keterangan: 'Penghentian kegiatan sementara, sudah berakhir.',
      },
      ...kisah.flatMap(({ ormasId, langkah }) => {
        const [mulai, akhir] = langkah;
        if (mulai?.status !== 'dibekukan' && mulai?.status !== 'dicabut') return [];
        return {
          ...{ id: ormasId, jenis: mulai.status === 'dicabut' ? ('pencabutan' as const) : ('penghentian' as const) },
          ...{ tanggal: mulai.berlaku, sampai: akhir ? tambahHari(akhir.berlaku, -1) : null, keterangan: mulai.alasan },
        };
      }),
    ];
  return catatan.flatMap(({ id, ...p }) => (id === undefined ? [] : [{ ...p, ormasId: id, ...suratUntuk(id, p) }]));
}

/** The letter a sanction rests on; guidance has a report of its visit. */
function suratUntuk(
  id: number,
  p: Pick<IsianPembinaan, 'jenis' | 'tanggal'>,
): Pick<IsianPembinaan, 'nomor' | 'tanggalSurat' | 'dasar'> {
  const tahun = p.tanggal.slice(0, 4);
  if (p.jenis === 'pembinaan')
    return { nomor: null, tanggalSurat: null, dasar: `Surat tugas 220/${id}-Rekaan/${tahun}` };
  const menteri = p.jenis === 'pencabutan';
  return {
    ...{ nomor: `${menteri ? 'AHU' : '220'}/${id}-Rekaan/${tahun}`, tanggalSurat: p.tanggal },
    dasar: menteri ? 'Keputusan Menteri (rekaan), UU 16/2017' : 'Surat Kepala Bakesbangpol (rekaan), UU 16/2017',
  };
}

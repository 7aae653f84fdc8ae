import { angka, desimal } from '../../../common/format.js';
import { type AngkaKelompok, perubahanSkor, peringkatBersama } from '../laporan.angka.js';
import { persenDari, tandaUbah } from '../laporan.kata.js';
import { type DataLaporan, type KlasterLaporan, type OrmasLaporan } from '../laporan.types.js';
import { type Blok } from './blok.js';

/** The figures of the city and of each cluster, computed once for all chapters. */
export interface BahanBab {
  data: DataLaporan;
  kota: AngkaKelompok;
  klaster: { klaster: KlasterLaporan; angka: AngkaKelompok }[];
}

/** The mean of a group as it stands in tables and boxes. */
export const kataRerata = (k: AngkaKelompok): string => (k.rerata.rata === null ? '–' : desimal(k.rerata.rata));
/** The mean change of a group, with sign; a dash where its members are too few to compare. */
export const kataPerubahan = (k: AngkaKelompok): string =>
  !k.perubahan.layak || k.perubahan.rata === null ? '–' : tandaUbah(k.perubahan.rata);

/**
 * Lines of a ranking: place, name, cluster or level, score, change. `semua` is the ranking that the places come from;
 * without it there are no places.
 */
export function barisPeringkat(
  ormas: readonly OrmasLaporan[],
  semua: readonly OrmasLaporan[] | null,
  data: DataLaporan,
  denganKlaster: boolean,
) {
  const tempat = semua && peringkatBersama(semua);
  const nama = new Map(data.klaster.map((k) => [k.opdId, k.nama]));
  return ormas.map((o) => {
    const selisih = perubahanSkor(o, data.tahun);
    return [
      ...(tempat ? [angka(tempat.get(o.id) ?? 0)] : []),
      o.nama,
      ...(denganKlaster ? [nama.get(o.opdId) ?? ''] : [o.sebutan ?? '']),
      desimal(o.skor ?? '0'),
      selisih === null ? '–' : tandaUbah(selisih),
    ];
  });
}

/** The four figures of the city that a leader asks for first. */
export function angkaKota(data: DataLaporan, kota: AngkaKelompok): Blok {
  return {
    jenis: 'angka',
    angka: [
      {
        label: 'Ormas dinilai',
        nilai: angka(kota.ormas),
        keterangan: `${angka(data.klaster.filter((k) => k.opdId !== null).length)} klaster`,
      },
      {
        label: 'Rata-rata IKO',
        nilai: kataRerata(kota),
        keterangan: `${angka(kota.rerata.n)} skor lengkap (${persenDari(kota.rerata.n, kota.ormas)})`,
      },
      {
        label: 'Kegiatan terverifikasi',
        nilai: angka(kota.kegiatan.jumlah),
        keterangan: `oleh ${angka(kota.kegiatan.aktif)} ormas`,
      },
      {
        label: 'Peserta tercatat',
        nilai: angka(kota.kegiatan.laki + kota.kegiatan.perempuan),
        keterangan: `${persenDari(kota.kegiatan.perempuan, kota.kegiatan.laki + kota.kegiatan.perempuan)} perempuan`,
      },
    ],
  };
}

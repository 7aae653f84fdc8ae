import { type DataKlaster } from '../klaster/klaster.types.js';
import { type DataWilayah } from '../wilayah/wilayah.service.js';
import { aktifPada, baruTerdaftar } from './keaktifan.js';
import { type RingkasOrmas, type StatusOrmas } from './ormas.types.js';

/** A row of `KOLOM_RINGKAS`. */
export interface BarisRingkas {
  id: number;
  nama: string;
  singkatan: string | null;
  status: StatusOrmas;
  kelurahanId: number | null;
  luarDomisili: number;
  bidangId: number | null;
  opdId: number | null;
  kegiatanTerakhir: string | null;
  terdaftarPada: string | null;
  ikoTahun: number | null;
  ikoSkor: string | null;
  ikoTingkat: number | null;
  ikoSebutan: string | null;
  ikoSementara: number;
}

/** The columns of the short form, of `ormas o`. Names of places and OPD come from the process, not from joins. */
export const KOLOM_RINGKAS = `o.id, o.nama, o.singkatan, o.status, o.kelurahan_id AS kelurahanId, o.luar_domisili AS luarDomisili,
  o.bidang_id AS bidangId, o.opd_id AS opdId, o.kegiatan_terakhir AS kegiatanTerakhir,
  o.terdaftar_pada AS terdaftarPada, o.iko_tahun AS ikoTahun,
  o.iko_skor AS ikoSkor, o.iko_tingkat AS ikoTingkat, o.iko_sebutan AS ikoSebutan, o.iko_sementara AS ikoSementara`;

/**
 * How the register keeps the state of a score in its two columns: without score and not provisional is a profile only.
 */
export function keadaanIko(skor: string | null, sementara: number): { sementara: boolean; profilSaja: boolean } {
  return { sementara: sementara !== 0, profilSaja: skor === null && sementara === 0 };
}

/** The short form of a row; `hari` is today. */
export function keRingkas(
  b: BarisRingkas,
  rujukan: { wilayah: DataWilayah; klaster: DataKlaster; hari: string },
): RingkasOrmas {
  const tempat = b.kelurahanId === null ? undefined : rujukan.wilayah.perId.get(b.kelurahanId);
  return {
    id: b.id,
    nama: b.nama,
    singkatan: b.singkatan,
    status: b.status,
    kelurahan: tempat?.kelurahan ?? null,
    kecamatan: tempat?.kecamatan ?? null,
    luarDomisili: Boolean(b.luarDomisili),
    bidangId: b.bidangId,
    bidang: (b.bidangId === null ? null : rujukan.klaster.bidangPerId.get(b.bidangId)?.nama) ?? null,
    opdId: b.opdId,
    opd: (b.opdId === null ? null : rujukan.klaster.opdPerId.get(b.opdId)?.nama) ?? null,
    kegiatanTerakhir: b.kegiatanTerakhir,
    aktif: aktifPada(b.status, b.kegiatanTerakhir, rujukan.hari),
    baru: baruTerdaftar(b.status, b.terdaftarPada, rujukan.hari),
    iko:
      b.ikoTahun === null
        ? null
        : {
            tahun: b.ikoTahun,
            skor: b.ikoSkor,
            tingkat: b.ikoTingkat,
            sebutan: b.ikoSebutan,
            ...keadaanIko(b.ikoSkor, b.ikoSementara),
          },
  };
}

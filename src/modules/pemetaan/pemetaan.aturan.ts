import { type GalatIsian } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { sha256 } from '../../common/sidik.js';
import { tambahHari, tambahTahun, tanggalSah } from '../../common/tanggal.js';
import { type KeadaanPemetaan } from './pemetaan.policy.js';

/** A row of the mapping of one bidang. */
export interface RuasPeta {
  id: number;
  opdId: number;
  berlakuDari: string;
  berlakuSampai: string | null;
}

/** How far ahead a change may be planned. */
export const TAHUN_DI_MUKA = 3;

/** How a stored decision stands on a day: whether it is still to come, holds, or was followed by another. */
export function keadaanPemetaan(
  p: { status: 'ditetapkan' | 'dibatalkan' | 'diganti'; mulai: string },
  hari: string,
  berlakuTerakhir: string,
): KeadaanPemetaan {
  if (p.status !== 'ditetapkan') return p.status;
  if (p.mulai > hari) return 'direncanakan';
  return p.mulai === berlakuTerakhir ? 'berlaku' : 'lampau';
}

/**
 * The first day that a change may have: not within a closed year, whose clusters are settled, and not before the row of
 * the mapping that it follows.
 * @param tertutup the last day of the newest closed window, or null
 * @param peta the rows of the bidang, oldest first; the last of them holds until further notice
 */
export function hariTerdini(peta: readonly RuasPeta[], tertutup: string | null): string {
  const awal = peta.at(-1)?.berlakuDari ?? '0001-01-01';
  const buka = tertutup === null ? awal : tambahHari(tertutup, 1);
  return buka > awal ? buka : awal;
}

/** Whether a change may be made at all; one sentence per field that is wrong. */
export function periksaUsul(b: {
  usul: { opdId: number | null; mulai: string };
  opd: { nama: string; berlakuDari: string; berlakuSampai: string | null } | null;
  bidangBerakhir: string | null;
  peta: readonly RuasPeta[];
  tertutup: string | null;
  hari: string;
}): GalatIsian[] {
  const { usul, opd, peta, hari } = b;
  const galat: GalatIsian[] = [];
  const keluh = (bidang: string, pesan: string): unknown => galat.push({ bidang, pesan });
  const kini = peta.at(-1);
  if (!opd || usul.opdId === null) keluh('opd', 'Pilih OPD yang tersedia.');
  else if (usul.opdId === kini?.opdId) keluh('opd', `Bidang ini sudah dibina ${opd.nama}. Pilih OPD lain.`);
  if (!tanggalSah(usul.mulai)) {
    keluh('mulai', 'Isi tanggal yang ada dalam kalender.');
    return galat;
  }
  if (kini && kini.berlakuDari > hari)
    keluh(
      'mulai',
      `Sudah ada perubahan yang direncanakan mulai ${tanggal(kini.berlakuDari)}. Batalkan dahulu perubahan itu.`,
    );
  else if (b.tertutup !== null && usul.mulai <= b.tertutup)
    keluh('mulai', `Tahun penilaian yang berakhir ${tanggal(b.tertutup)} sudah ditutup. Isi tanggal sesudahnya.`);
  else if (kini && usul.mulai < kini.berlakuDari)
    keluh('mulai', `Pemetaan sekarang berlaku sejak ${tanggal(kini.berlakuDari)}. Isi tanggal itu atau sesudahnya.`);
  if (usul.mulai > tambahTahun(hari, TAHUN_DI_MUKA))
    keluh('mulai', `Perubahan dapat direncanakan paling jauh ${TAHUN_DI_MUKA} tahun ke depan.`);
  if (opd && (usul.mulai < opd.berlakuDari || opd.berlakuSampai !== null))
    keluh(
      'opd',
      opd.berlakuSampai === null
        ? `${opd.nama} baru berlaku mulai ${tanggal(opd.berlakuDari)}.`
        : `${opd.nama} berakhir ${tanggal(opd.berlakuSampai)}. Pilih OPD lain.`,
    );
  if (b.bidangBerakhir !== null && usul.mulai > b.bidangBerakhir)
    keluh('mulai', `Bidang ini berakhir ${tanggal(b.bidangBerakhir)}. Isi tanggal itu atau sebelumnya.`);
  return galat;
}

/** What stands for a preview: the version of the bidang, the proposal, who moves and who stays. */
export function sidikPratinjau(b: {
  bidangId: number;
  versi: number;
  opdId: number;
  mulai: string;
  pindah: readonly number[];
  tetap: readonly number[];
}): string {
  const urut = (id: readonly number[]): number[] => [...id].sort((x, y) => x - y);
  return sha256(JSON.stringify([b.bidangId, b.versi, b.opdId, b.mulai, urut(b.pindah), urut(b.tetap)])).slice(0, 32);
}

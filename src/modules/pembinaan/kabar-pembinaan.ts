import { tanggal } from '../../common/format.js';
import { type TitipanNotifikasi } from '../notifikasi/notifikasi.types.js';
import { SEBUTAN_PEMBINAAN } from '../ormas/sanksi.js';
import { type IsianPembinaan } from './pembinaan.types.js';

type Peristiwa = 'catat' | 'akhiri' | 'koreksi' | 'batalkan';

const JUDUL: Readonly<Record<Peristiwa, (apa: string) => string>> = {
  catat: (apa) => `${apa} dicatat di portal`,
  akhiri: (apa) => `${apa} sudah berakhir`,
  koreksi: (apa) => `Catatan ${apa.toLowerCase()} dikoreksi`,
  batalkan: (apa) => `Catatan ${apa.toLowerCase()} dibatalkan`,
};

/** What the ormas and the OPD of its cluster are told: the fact and its letter, no reason that might name people. */
export function kabarPembinaan(
  peristiwa: Peristiwa,
  b: IsianPembinaan & { id: number; versi: number },
  ormas: { id: number; nama: string; opdId: number | null },
): TitipanNotifikasi[] {
  const apa = SEBUTAN_PEMBINAAN[b.jenis];
  const surat = b.nomor === null ? '' : ` menurut surat ${b.nomor}`;
  const masa = b.sampai === null ? '' : ` sampai ${tanggal(b.sampai)}`;
  const isi = {
    catat: `${apa} tertanggal ${tanggal(b.tanggal)}${masa}${surat} tercatat.`,
    akhiri: `${apa} tertanggal ${tanggal(b.tanggal)}${surat} berakhir ${tanggal(b.sampai ?? b.tanggal)}.`,
    koreksi: `${apa} tertanggal ${tanggal(b.tanggal)}${masa}${surat} menggantikan catatan yang keliru.`,
    batalkan: `${apa} tertanggal ${tanggal(b.tanggal)}${surat} ternyata keliru dicatat dan tidak berlaku.`,
  }[peristiwa];
  const kabar = {
    jenis: 'pembinaan' as const,
    isi: `${isi}\nPortal hanya mencatat; pertanyaan tentang suratnya disampaikan kepada Bakesbangpol.`,
    tautan: `/pembinaan/${b.id}`,
  };
  const kunci = `pembinaan/${b.id}/${peristiwa}/${b.versi}`;
  return [
    { ...kabar, judul: JUDUL[peristiwa](apa), ormasId: ormas.id, kunci },
    ...(ormas.opdId === null
      ? []
      : [{ ...kabar, judul: `${JUDUL[peristiwa](apa)}: ${ormas.nama}`, opdId: ormas.opdId, kunci: `${kunci}/opd` }]),
  ];
}

import { type BerkasSiap } from '../../modules/berkas/berkas.types.js';
import { type MuatanTingkat, type PihakBukti } from '../../modules/penilaian/penilaian.types.js';
import { type AcakTetap } from './acak-tetap.js';
import {
  ALASAN_TANPA_BERKAS,
  ALASAN_TANPA_PENILAIAN_WARGA,
  BAHAN_TINGKAT,
  type BahanTingkat,
  kunciBerkas,
} from './bahan-tingkat.js';
import { tingkatUntuk, type OrmasContoh, type Watak } from './cerita.js';

/** The papers behind levels, stored once and used by many ormas, by `kunciBerkas`. */
export type BerkasTingkat = ReadonlyMap<string, BerkasSiap>;

/** Indicators that the ormas assesses itself. */
export const KODE_MANDIRI = ['EFK2', 'EFS1', 'KBL2', 'KBL3', 'KTH1'] as const;

/** What the levels of a year are made from. */
export interface BahanTingkatKota {
  ormas: readonly OrmasContoh[];
  watak: (o: OrmasContoh) => Watak;
  berkas: BerkasTingkat;
  /** Drawn photos of people at an activity, for levels that such a photo speaks for. */
  foto: readonly BerkasSiap[];
  /** Ormas under a sanction: their KTH3 is computed and locked, so nobody sets it. */
  bersanksi: ReadonlySet<number>;
}

/** What a photo of people at an activity shows, by indicator, from the given level on. */
const FOTO: Readonly<Record<string, { mulai: number; keterangan: string }>> = {
  EFK2: { mulai: 2, keterangan: 'Penerima manfaat pada kegiatan' },
  KTH1: { mulai: 3, keterangan: 'Pelatihan pengurus tahun ini' },
};

const KOSONG = { mandiri: null, adaBerkas: false, petugas: null, akhir: null, takBerlaku: null, alasan: null };

const bahan = (kode: string, tingkat: number): BahanTingkat =>
  BAHAN_TINGKAT[kode]?.[tingkat] ?? { alasan: '', berkas: null };

/** Self-assessed, officers' and final levels of a year, with gaps: some were never visited, some have no score card. */
export function tingkatKota(acak: AcakTetap, b: BahanTingkatKota): MuatanTingkat[] {
  return b.ormas.flatMap((o): MuatanTingkat[] => {
    const w = b.watak(o);
    const tanpaPetugas = acak.peluang(w === 'diam' ? 35 : 5);
    const mandiri = KODE_MANDIRI.map((kode) => {
      const sendiri = tingkatUntuk(acak, w);
      const berbukti = acak.peluang(w === 'diam' ? 30 : 92);
      const terlihat = sendiri - (acak.peluang(22) ? 1 : 0);
      return dinilaiSendiri(b, o, kode, { sendiri, terlihat, berbukti, diputus: !tanpaPetugas });
    });
    const kunjungan = tingkatUntuk(acak, w);
    const pengaruh = Math.max(1, tingkatUntuk(acak, w));
    const warga = acak.peluang(60) ? Math.max(1, tingkatUntuk(acak, w)) : null;
    const ditetapkan: MuatanTingkat[] = [];
    if (!tanpaPetugas) {
      ditetapkan.push(ditetapkanPetugas(b.berkas, o, 'KTH2', kunjungan));
      // Level 1 is what the portal computes itself where nothing is recorded; more is set on the strength of a paper.
      if (pengaruh > 1 && !b.bersanksi.has(o.id)) ditetapkan.push(ditetapkanPetugas(b.berkas, o, 'KTH3', pengaruh));
    }
    if (warga !== null) ditetapkan.push(ditetapkanPetugas(b.berkas, o, 'REL2', warga));
    else {
      const alasan = ALASAN_TANPA_PENILAIAN_WARGA;
      ditetapkan.push({ ...KOSONG, ormasId: o.id, indikator: 'REL2', takBerlaku: alasan, alasan });
    }
    return [...mandiri, ...ditetapkan];
  });
}

/** Whose levels officers have set so far in a running year: one in five by its end, none on its first day. */
export function dinilaiSejauhIni(ormas: readonly OrmasContoh[], bagian: number): OrmasContoh[] {
  const semua = ormas.filter((_, i) => i % 5 === 0);
  return semua.slice(0, Math.floor(semua.length * bagian));
}

/**
 * Self-assessments with their papers that no officer has looked at yet.
 * @param bagian how much of the window is over: by its end three of the indicators are sent, on its first day none
 */
export function mandiriMenunggu(acak: AcakTetap, b: Omit<BahanTingkatKota, 'bersanksi'>, bagian = 1): MuatanTingkat[] {
  return b.ormas.flatMap((o) =>
    KODE_MANDIRI.slice(0, Math.ceil(3 * bagian)).map((kode) => {
      const sendiri = Math.max(1, tingkatUntuk(acak, b.watak(o)));
      return dinilaiSendiri(b, o, kode, { sendiri, terlihat: sendiri, berbukti: true, diputus: false });
    }),
  );
}

function dinilaiSendiri(
  b: Pick<BahanTingkatKota, 'berkas' | 'foto'>,
  o: OrmasContoh,
  kode: string,
  n: { sendiri: number; terlihat: number; berbukti: boolean; diputus: boolean },
): MuatanTingkat {
  const terlihat = Math.max(0, n.terlihat);
  const surat = n.berbukti ? buktiUntuk(b.berkas, kode, terlihat, 'ormas') : [];
  const gambar = FOTO[kode];
  const siap = b.foto[o.id % Math.max(1, b.foto.length)];
  const bukti =
    surat.length > 0 && gambar && siap && terlihat >= gambar.mulai
      ? [...surat, { pihak: 'ormas' as const, siap, keterangan: gambar.keterangan }]
      : surat;
  const adaBerkas = bukti.length > 0;
  // Without a paper no more than 1 can stand, and the portal refuses a claim above 1.
  const mandiri = adaBerkas ? n.sendiri : Math.min(n.sendiri, 1);
  const akhir = adaBerkas ? terlihat : Math.min(terlihat, 1);
  const alasan = adaBerkas || akhir === 0 ? bahan(kode, akhir).alasan : (ALASAN_TANPA_BERKAS[kode] ?? '');
  const putusan = n.diputus ? { petugas: akhir, akhir, alasan } : {};
  return { ...KOSONG, ormasId: o.id, indikator: kode, mandiri, adaBerkas: n.diputus && adaBerkas, ...putusan, bukti };
}

function ditetapkanPetugas(berkas: BerkasTingkat, o: OrmasContoh, kode: string, tingkat: number): MuatanTingkat {
  const bukti = buktiUntuk(berkas, kode, tingkat, 'petugas');
  const { alasan } = bahan(kode, tingkat);
  const nilai = { petugas: tingkat, akhir: tingkat, alasan, adaBerkas: bukti.length > 0 };
  return { ...KOSONG, ormasId: o.id, indikator: kode, ...nilai, bukti };
}

function buktiUntuk(
  berkas: BerkasTingkat,
  kode: string,
  tingkat: number,
  pihak: PihakBukti,
): NonNullable<MuatanTingkat['bukti']> {
  const siap = berkas.get(kunciBerkas(kode, tingkat));
  const surat = bahan(kode, tingkat).berkas;
  return siap && surat ? [{ pihak, siap, keterangan: surat.judul }] : [];
}

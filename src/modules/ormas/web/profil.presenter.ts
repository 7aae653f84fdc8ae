import { angka, tanggal } from '../../../common/format.js';
import { type Butir } from '../../../infra/view/bagian.js';
import { TERSEMBUNYI } from '../kata-fakta.js';
import { type RincianOrmas } from '../ormas.types.js';
import {
  KELOMPOK_ANGGOTA,
  PERAN_TOKOH,
  SEBUTAN_ANGGOTA,
  SEBUTAN_CIRI,
  SEBUTAN_KANTOR,
  SEBUTAN_LINGKUP,
  SEBUTAN_TOKOH,
} from '../profil.types.js';

/** The folded "Profil lengkap" of the page of an ormas. */
export interface TampilanProfil {
  keterangan: string;
  kelompok: { judul: string; butir: Butir[] }[];
}

const hari = (t: string | null): string => (t === null ? '' : tanggal(t));
const kata = <K extends string>(sebutan: Readonly<Record<K, string>>, kode: K | null): string =>
  kode === null ? '' : sebutan[kode];

/** What the form of registration said beyond the identity. Null: no form, and no purpose either. */
export function presentProfil(o: RincianOrmas): TampilanProfil | null {
  const p = o.profil;
  const tujuan: Butir = { label: 'Tujuan', nilai: o.tujuan ?? '' };
  if (p === null)
    return o.tujuan === null ? null : { keterangan: '', kelompok: [{ judul: 'Asas dan tujuan', butir: [tujuan] }] };
  const { laki, perempuan } = p.anggota;
  const jumlah = laki === null || perempuan === null ? null : laki + perempuan;
  const berbeda = jumlah !== null && o.jumlahAnggota !== null && jumlah !== o.jumlahAnggota;
  return {
    keterangan: [
      `Menurut formulir pendaftaran yang disetujui ${tanggal(p.perTanggal)}.`,
      ...(berbeda && o.jumlahAnggota !== null
        ? [`Jumlah anggota sesudahnya berubah menjadi ${angka(o.jumlahAnggota)} orang; rinciannya belum diperbarui.`]
        : []),
    ].join(' '),
    kelompok: [
      {
        judul: 'Asas dan tujuan',
        butir: [
          { label: 'Asas atau ciri', nilai: p.asas ?? '' },
          tujuan,
          { label: 'Ruang lingkup', nilai: kata(SEBUTAN_LINGKUP, p.ruangLingkup) },
          { label: 'Ciri khusus', nilai: kata(SEBUTAN_CIRI, p.ciriKhusus) },
          { label: 'Keputusan tertinggi', nilai: p.keputusanTertinggi ?? '' },
        ],
      },
      {
        judul: 'Pendirian dan susunan',
        butir: [
          { label: 'Didirikan', nilai: [p.tempatBerdiri ?? '', hari(p.tanggalBerdiri)].filter(Boolean).join(', ') },
          ...PERAN_TOKOH.map((t): Butir => ({ label: SEBUTAN_TOKOH[t], nilai: p.tokoh[t].join(', ') })),
          ...(p.namaInduk === null ? [] : [{ label: 'Ormas induk', nilai: p.namaInduk }]),
          ...(p.unitOtonom === null ? [] : [{ label: 'Unit atau badan otonom', nilai: p.unitOtonom }]),
        ],
      },
      {
        judul: 'Anggota',
        butir: KELOMPOK_ANGGOTA.map((k): Butir => {
          const n = p.anggota[k];
          return { label: SEBUTAN_ANGGOTA[k], nilai: n === null ? '' : `${angka(n)} orang` };
        }),
      },
      {
        judul: 'Kantor, keuangan, dan lambang',
        butir: [
          { label: 'Status tempat sekretariat', nilai: kata(SEBUTAN_KANTOR, p.statusKantor) },
          { label: 'Bank', nilai: o.boleh.lihatBank ? (p.bank ?? '') : TERSEMBUNYI },
          ...(p.usaha === null ? [] : [{ label: 'Badan usaha', nilai: p.usaha }]),
          { label: 'Lambang', nilai: p.lambang ?? '' },
          ...(p.bendera === null ? [] : [{ label: 'Bendera', nilai: p.bendera }]),
        ],
      },
    ],
  };
}

import { tanggal } from '../../common/format.js';
import { type Lencana } from '../../infra/view/bagian.js';
import { type KeadaanDokumen, type Legalitas } from './legalitas.js';
import { type IkoOrmas, SEBUTAN_STATUS, type StatusOrmas } from './ormas.types.js';

/** Standing in the register, as word, icon and colour. */
export function lencanaStatus(status: StatusOrmas): Lencana {
  const jenis = {
    terdaftar: 'baik',
    dibekukan: 'perlu',
    dicabut: 'bahaya',
    bubar: 'netral',
    digabung: 'netral',
  } as const;
  return { jenis: jenis[status], teks: SEBUTAN_STATUS[status] };
}

/** Active or not, computed from verified activities; of one that is new, that it is too early to say. */
export function lencanaKeaktifan(o: { aktif: boolean; baru: boolean }): Lencana {
  if (o.aktif) return { jenis: 'baik', teks: 'Aktif' };
  return { jenis: 'netral', teks: o.baru ? 'Baru terdaftar' : 'Tidak aktif' };
}

/**
 * How a score stands, in the words of every page and of the report: who is registered too short has none, one that
 * rests on too little (or on nothing yet) is provisional, a whole one shows its level.
 */
export function lencanaSkor(iko: Pick<IkoOrmas, 'profilSaja' | 'sementara' | 'tingkat' | 'sebutan'>): Lencana {
  if (iko.profilSaja) return { jenis: 'netral', teks: 'Profil saja' };
  if (iko.sementara || iko.tingkat === null) return { jenis: 'perlu', teks: 'Sementara' };
  return { jenis: 'baik', teks: `Tingkat ${iko.tingkat}${iko.sebutan === null ? '' : ` · ${iko.sebutan}`}` };
}

/** `lencanaSkor` as text; null: never scored. */
export function kataSkor(iko: Parameters<typeof lencanaSkor>[0] | null): string {
  return iko === null ? 'Belum dinilai' : lencanaSkor(iko).teks;
}

const JENIS_KEADAAN: Readonly<Record<KeadaanDokumen, Lencana['jenis']>> = {
  sah: 'baik',
  'segera-berakhir': 'perlu',
  berakhir: 'bahaya',
  'belum-diperiksa': 'proses',
  'tidak-sah': 'bahaya',
  'belum-ada': 'netral',
};

/** How a document stands, in words that say until when. */
export function lencanaLegalitas(l: Legalitas): Lencana {
  return { jenis: JENIS_KEADAAN[l.keadaan], teks: kalimat(l) };
}

function kalimat({ keadaan, sisaHari, dokumen }: Legalitas): string {
  const sampai = dokumen?.berlakuSampai;
  if (keadaan === 'belum-ada') return 'Belum ada';
  if (keadaan === 'tidak-sah') return 'Tidak sah';
  if (keadaan === 'belum-diperiksa') return 'Belum diperiksa petugas';
  if (keadaan === 'berakhir' && sampai) return `Berakhir ${tanggal(sampai)}`;
  if (keadaan === 'segera-berakhir') return sisaHari === 0 ? 'Berakhir hari ini' : `Berakhir dalam ${sisaHari} hari`;
  return sampai ? `Berlaku sampai ${tanggal(sampai)}` : 'Sah';
}

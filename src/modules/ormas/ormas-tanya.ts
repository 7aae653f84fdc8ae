import { hurufBerulang, kata } from '../../common/normalisasi.js';
import { type DataKlaster } from '../klaster/klaster.types.js';
import { type DataWilayah } from '../wilayah/wilayah.service.js';
import { type Pertanyaan } from './indeks/indeks-register.js';
import { batasAktif } from './keaktifan.js';
import { idMenurutNama } from './ormas-urutan.js';
import { sandiTempat } from './ormas-syarat.js';
import { awalKata, bacaanCari } from './ormas.cari.js';
import { type LingkupOrmas } from './ormas.policy.js';
import { type SaringanOrmas, STATUS_ORMAS } from './ormas.types.js';
import { masihAda } from './riwayat-status.js';

interface Bahan {
  lingkup: LingkupOrmas;
  saringan: SaringanOrmas;
  rujukan: { wilayah: DataWilayah; klaster: DataKlaster };
  /** Today, 'YYYY-MM-DD'. */
  hari: string;
  jendela: { halaman: number; perHalaman: number };
}

/** Ids that a code stands for; null: none of them, `[null]`: what has no value, undefined: anything. */
type Pilihan = (number | null)[] | undefined | null;

/** A list as a question to the index of the register; null: it can only be empty. */
export function susunPertanyaan({ lingkup, saringan: s, rujukan, hari, jendela }: Bahan): Pertanyaan | null {
  const { wilayah, klaster } = rujukan;
  if (lingkup.jenis !== 'semua' && lingkup.jenis !== 'opd') return null;
  const bacaan = bacaKata(s.cari, wilayah);
  const tempat = pilih(s.kelurahan, 'luar', () => idKelurahan(wilayah, (k) => k.kelurahan, s.kelurahan));
  const kecamatan = pilih(s.kecamatan, null, () => idKelurahan(wilayah, (k) => k.kecamatan, s.kecamatan));
  const bidang = pilih(s.bidang, 'belum', () => klaster.bidang.filter((b) => b.kode === s.bidang).map((b) => b.id));
  const opd = pilih(s.opd, 'belum', () => klaster.opd.filter((o) => o.kode === s.opd).map((o) => o.id));
  const tingkat = pilih(s.tingkat, 'belum', () => (/^\d$/.test(s.tingkat) ? [Number(s.tingkat)] : []));
  if ([bacaan, tempat, kecamatan, bidang, opd, tingkat].includes(null)) return null;
  const status =
    s.status === '' ? undefined : STATUS_ORMAS.filter((x) => (s.status === 'ada' ? masihAda(x) : x === s.status));
  if (status?.length === 0) return null;
  return {
    ...(bacaan && { bacaan }),
    ...irisan('kelurahan', tempat ?? undefined, kecamatan ?? undefined),
    ...(bidang && { bidang }),
    ...(opd && { opd }),
    ...(tingkat && { tingkat }),
    ...(status && { status }),
    ...(s.keaktifan !== '' && {
      aktif: { sejak: batasAktif(hari), status: STATUS_ORMAS.filter(masihAda), ya: s.keaktifan === 'aktif' },
    }),
    ...(lingkup.jenis === 'opd' && { hanyaOpd: lingkup.opdId }),
    urut: s.urut,
    arah: s.arah,
    ...((s.urut === 'kelurahan' || s.urut === 'opd') && { urutanId: idMenurutNama(s.urut, s.arah, rujukan) }),
    lewati: (jendela.halaman - 1) * jendela.perHalaman,
    sebanyak: jendela.perHalaman,
  };
}

/** undefined: nothing was typed; null: what was typed is in no name. */
function bacaKata(cari: string, wilayah: DataWilayah): string[][] | undefined | null {
  if (cari.trim() === '') return undefined;
  // One letter over and over is folded to that letter in the index: nothing can be said of it there.
  const bacaan = bacaanCari(cari, wilayah.kamus)
    .filter((b) => !kata(b).some(hurufBerulang))
    .map(awalKata);
  return bacaan.length === 0 ? null : bacaan;
}

function pilih(kode: string, tanpa: string | null, id: () => number[]): Pilihan {
  if (kode === '') return undefined;
  if (kode === tanpa) return [null];
  const daftar = id();
  return daftar.length === 0 ? null : daftar;
}

const idKelurahan = (w: DataWilayah, nama: (k: DataWilayah['kelurahan'][number]) => string, kode: string): number[] =>
  w.kelurahan.filter((k) => sandiTempat(nama(k)) === kode).map((k) => k.id);

function irisan(nama: 'kelurahan', a: Pilihan, b: Pilihan): Pick<Pertanyaan, 'kelurahan'> {
  if (!a && !b) return {};
  return { [nama]: !a ? b : !b ? a : a.filter((x) => b.includes(x)) } as Pick<Pertanyaan, 'kelurahan'>;
}

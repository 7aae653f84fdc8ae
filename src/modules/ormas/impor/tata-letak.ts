import { DomainError } from '../../../common/domain-error.js';
import { rapatkan } from '../../../common/normalisasi.js';

export type TataLetak = 'polri' | 'skko' | 'portal';

/** What a column holds, whatever its heading is called. */
export type Medan =
  | 'nama'
  | 'singkatan'
  | 'bentuk'
  | 'dasarHukum'
  | 'dasarHukumLain'
  | 'tanggalDasarHukum'
  | 'akta'
  | 'tanggalAkta'
  | 'npwp'
  | 'alamat'
  | 'rt'
  | 'rw'
  | 'kelurahan'
  | 'kecamatan'
  | 'bidang'
  | 'sumberDana'
  | 'jumlahAnggota'
  | 'ketua'
  | 'sekretaris'
  | 'bendahara'
  | 'bendahara2'
  | 'telepon'
  | 'surel'
  | 'terdaftarPada'
  | 'nomorSkko'
  | 'nomorReg'
  | 'berlakuSkko';

interface Bentuk {
  sebutan: string;
  /** Headings as the template spells them; the first is the one named when it is missing. */
  kolom: Partial<Record<Medan, readonly string[]>>;
  /** Headings that belong to the template and are not stored; they help to recognise it. */
  lain: readonly string[];
  wajib: readonly Medan[];
}

const TATA_LETAK: Readonly<Record<TataLetak, Bentuk>> = {
  polri: {
    sebutan: 'Polri Binmas (No, Polda, Polres, Nama Orsosmas, Dasar Hukum (AHU/SKT), …)',
    kolom: {
      nama: ['Nama Orsosmas', 'Nama Ormas'],
      dasarHukum: ['Dasar Hukum (AHU/SKT)', 'Dasar Hukum'],
      tanggalDasarHukum: ['Tanggal Dasar Hukum'],
      akta: ['Nomor Akta Notaris'],
      tanggalAkta: ['Tanggal Akta Notaris'],
      npwp: ['NPWP'],
      rw: ['RW'],
      rt: ['RT'],
      kelurahan: ['Kelurahan/Desa', 'Kelurahan'],
      kecamatan: ['Kecamatan'],
      alamat: ['Detail Alamat'],
      sumberDana: ['Sumber Dana'],
      bidang: ['Bidang Kegiatan'],
      jumlahAnggota: ['Jumlah Anggota'],
      ketua: ['Nama Ketua'],
      telepon: ['Nomor HP Ketua'],
    },
    lain: ['No', 'Polda', 'Polres', 'Kota/Kabupaten', 'Provinsi'],
    wajib: ['nama', 'kelurahan'],
  },
  skko: {
    sebutan: 'register SKKO kota (nama_ormas, akta_notaris, sk_kemenkumham, sk_ormas, alamat_sekretariat, …)',
    kolom: {
      nama: ['nama_ormas'],
      akta: ['akta_notaris'],
      dasarHukum: ['sk_kemenkumham'],
      dasarHukumLain: ['sk_ormas'],
      alamat: ['alamat_sekretariat'],
      kelurahan: ['kelurahan'],
      kecamatan: ['kecamatan'],
      npwp: ['npwp'],
      nomorSkko: ['nomor_skko'],
      nomorReg: ['nomor_reg'],
      terdaftarPada: ['tanggal_reg'],
      berlakuSkko: ['berlaku_skko'],
      ketua: ['ketua'],
      sekretaris: ['sekretaris'],
      bendahara: ['bendahara'],
      bendahara2: ['bendahara_2'],
      telepon: ['telepon'],
    },
    lain: [],
    wajib: ['nama', 'alamat'],
  },
  portal: {
    sebutan: 'milik portal (nama, bentuk, dasar_hukum, tanggal_dasar_hukum, akta, …)',
    kolom: {
      // Each second spelling is that of the portal's own export.
      nama: ['nama', 'Nama ormas'],
      bentuk: ['bentuk'],
      dasarHukum: ['dasar_hukum'],
      tanggalDasarHukum: ['tanggal_dasar_hukum'],
      akta: ['akta'],
      tanggalAkta: ['tanggal_akta'],
      npwp: ['npwp'],
      alamat: ['alamat', 'Alamat sekretariat'],
      rt: ['rt'],
      rw: ['rw'],
      kelurahan: ['kelurahan'],
      kecamatan: ['kecamatan'],
      bidang: ['bidang'],
      sumberDana: ['sumber_dana'],
      jumlahAnggota: ['jumlah_anggota'],
      ketua: ['ketua', 'Nama ketua'],
      sekretaris: ['sekretaris'],
      bendahara: ['bendahara'],
      telepon: ['telepon'],
      surel: ['surel'],
      terdaftarPada: ['terdaftar_pada', 'Terdaftar sejak'],
      nomorSkko: ['nomor_skko', 'Nomor surat keterangan'],
      berlakuSkko: ['berlaku_skko', 'Surat keterangan berlaku sampai'],
      singkatan: ['singkatan'],
    },
    lain: [],
    wajib: ['nama', 'kelurahan'],
  },
};

/** The headings of the portal's own layout, in the order of its template. */
export const JUDUL_PORTAL: readonly string[] = Object.values(TATA_LETAK.portal.kolom).flatMap((k) => k.slice(0, 1));

/** How the example row of the template begins, so that it is never taken for an ormas. */
export const AWAL_BARIS_CONTOH = 'CONTOH PENGISIAN';

/** Which column of this file holds what. */
export interface Peta {
  tataLetak: TataLetak;
  /** Every heading as it stands in the file; `kolom ke-N` where it is blank. */
  judul: readonly string[];
  /** The index of the column of each field the file has. */
  kolom: ReadonlyMap<Medan, number>;
}

/** A template must be met in at least this share of its headings before a missing one is called missing. */
const MIRIP = 0.4;

/**
 * Recognises the layout of a file by its headings, in any order, blind to case, spaces and punctuation; columns that
 * no layout knows are left alone. Where two layouts would do, the one with more headings in common is taken.
 * @param baris the line on which the headings stand, for the message
 * @throws DomainError `berkas-ditolak` when no layout fits (naming the columns that are missing, or the three
 *   layouts), or when a column that is needed stands there twice
 */
export function kenaliTataLetak(sel: readonly string[], baris: number): Peta {
  const judul = sel.map((s, i) => s.replace(/\s+/g, ' ').trim().slice(0, 60) || `kolom ke-${i + 1}`);
  const kunci = judul.map(rapatkan);
  const calon = (Object.keys(TATA_LETAK) as TataLetak[])
    .map((tataLetak) => cocokkan(tataLetak, judul, kunci))
    .sort(
      (a, b) => Number(b.kurang.length === 0) - Number(a.kurang.length === 0) || b.sama - a.sama || b.bagian - a.bagian,
    );
  const terbaik = calon[0];
  if (!terbaik) throw new Error('No layouts');
  if (terbaik.kurang.length > 0) throw new DomainError('berkas-ditolak', pesanTakDikenal(calon, baris));
  if (terbaik.rangkap.length > 0) {
    throw new DomainError(
      'berkas-ditolak',
      `Judul kolom (baris ${baris}): kolom ${terbaik.rangkap.join(', ')} ada lebih dari satu.`,
    );
  }
  return { tataLetak: terbaik.tataLetak, judul, kolom: terbaik.kolom };
}

interface Kecocokan {
  tataLetak: TataLetak;
  kolom: Map<Medan, number>;
  sama: number;
  bagian: number;
  kurang: string[];
  rangkap: string[];
}

function cocokkan(tataLetak: TataLetak, judul: readonly string[], kunci: readonly string[]): Kecocokan {
  const bentuk = TATA_LETAK[tataLetak];
  const kolom = new Map<Medan, number>();
  const rangkap: string[] = [];
  const medan = Object.keys(bentuk.kolom) as Medan[];
  for (const m of medan) {
    for (const ejaan of bentuk.kolom[m] ?? []) {
      const i = kunci.indexOf(rapatkan(ejaan));
      if (i === -1) continue;
      kolom.set(m, i);
      if (kunci.indexOf(kunci[i] ?? '', i + 1) !== -1) rangkap.push(judul[i] ?? '');
      break;
    }
  }
  const lain = bentuk.lain.filter((l) => kunci.includes(rapatkan(l))).length;
  const sama = kolom.size + lain;
  return {
    tataLetak,
    kolom,
    sama,
    bagian: sama / (medan.length + bentuk.lain.length),
    kurang: bentuk.wajib.filter((m) => !kolom.has(m)).map((m) => bentuk.kolom[m]?.[0] ?? m),
    rangkap,
  };
}

function pesanTakDikenal(calon: readonly Kecocokan[], baris: number): string {
  const mirip = calon.reduce((a, b) => (b.bagian > a.bagian ? b : a));
  const semua = Object.values(TATA_LETAK)
    .map((b) => b.sebutan)
    .join('; ');
  const awal = `Judul kolom (baris ${baris}) tidak dikenali`;
  const sebab =
    mirip.bagian >= MIRIP
      ? `${awal}: mirip ${TATA_LETAK[mirip.tataLetak].sebutan}, tetapi kolom ${mirip.kurang.join(', ')} tidak ada.`
      : `${awal}.`;
  return `${sebab} Tata letak yang dapat dibaca: ${semua}. Kolom dipisah koma atau titik koma, judul di baris pertama.`;
}

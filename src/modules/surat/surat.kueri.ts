import { type EntityManager } from 'typeorm';
import { tanggal } from '../../common/format.js';
import { faktaKini } from '../ormas/riwayat-fakta.js';
import { STATUS_SEJAK } from '../ormas/riwayat-status.js';
import { SEBUTAN_BENTUK, type BentukOrmas, type StatusOrmas } from '../ormas/ormas.types.js';
import { type SetelanKantor } from '../setelan/setelan.types.js';
import { type BedaSurat, faktaBerbeda, jabatanBerganti } from './beda-surat.js';
import { keadaanSurat } from './surat.aturan.js';
import { type BarisSurat, type IsiSurat, type StatusSurat, type SuratRinci } from './surat.types.js';

// Reads the register read-only: a letter says what it says on the day of issue, in the transaction that issues it.

interface BarisOrmas {
  id: number;
  nama: string;
  status: StatusOrmas;
  opdId: number | null;
  bentuk: BentukOrmas;
  bidang: string | null;
  alamat: string;
  rt: string | null;
  rw: string | null;
  kelurahan: string | null;
  kecamatan: string | null;
  dasarNomor: string | null;
  dasarTanggal: string | null;
  aktaNomor: string | null;
  aktaTanggal: string | null;
}

/** An ormas as a letter is made from it. */
export interface OrmasSurat {
  id: number;
  nama: string;
  status: StatusOrmas;
  opdId: number | null;
  baris: BarisOrmas;
  pengurus: { jabatan: string; nama: string; dari: string }[];
}

const PANGKAT = ['ketua', 'sekretaris', 'bendahara'];

/** The ormas with its board of the day, or null. @param kunci locks the row until the transaction ends */
export async function bacaOrmasSurat(
  em: EntityManager,
  ormasId: number,
  hari: string,
  kunci = false,
): Promise<OrmasSurat | null> {
  if (kunci) await em.query('SELECT id FROM ormas WHERE id = ? FOR UPDATE', [ormasId]);
  const [o] = await em.query<BarisOrmas[]>(
    `SELECT o.id, o.nama, o.status, o.opd_id AS opdId, o.bentuk, b.nama AS bidang, o.alamat, o.rt, o.rw,
       l.nama AS kelurahan, c.nama AS kecamatan, o.dasar_hukum_nomor AS dasarNomor,
       o.dasar_hukum_tanggal AS dasarTanggal, o.akta_nomor AS aktaNomor, o.akta_tanggal AS aktaTanggal
     FROM ormas o LEFT JOIN bidang b ON b.id = o.bidang_id
       LEFT JOIN kelurahan l ON l.id = o.kelurahan_id LEFT JOIN kecamatan c ON c.id = l.kecamatan_id
     WHERE o.id = ?`,
    [ormasId],
  );
  if (!o) return null;
  const pengurus = await em.query<{ jabatan: string; nama: string; dari: string }[]>(
    `SELECT jabatan, nama, dari FROM pengurus WHERE ormas_id = ? AND dari <= ? AND (sampai IS NULL OR sampai >= ?)
     ORDER BY dari DESC, id DESC`,
    [ormasId, hari, hari],
  );
  return {
    id: o.id,
    nama: o.nama,
    status: o.status,
    opdId: o.opdId,
    baris: o,
    pengurus: PANGKAT.flatMap((jabatan) => pengurus.find((p) => p.jabatan === jabatan) ?? []),
  };
}

const SEBUTAN_JABATAN: Readonly<Record<string, string>> = {
  ketua: 'Ketua',
  sekretaris: 'Sekretaris',
  bendahara: 'Bendahara',
};

/** What of the settings stands on a letter. */
type KantorSurat = Pick<
  SetelanKantor,
  'kota' | 'lembaga' | 'kop' | 'tempat' | 'kertas' | 'penandaTangan' | 'lambang' | 'surat'
>;

/** What a letter to the ormas says under these settings. */
export function susunIsi(o: OrmasSurat, kantor: KantorSurat, menggantikan: string | null): IsiSurat {
  const { baris: b } = o;
  const nomorTanggal = (nomor: string | null, pada: string | null): string =>
    [nomor ?? '', pada === null ? '' : `tanggal ${tanggal(pada)}`].filter((t) => t !== '').join(' ');
  const alamat = [
    b.alamat,
    [b.rt && `RT ${b.rt}`, b.rw && `RW ${b.rw}`].filter(Boolean).join(' '),
    b.kelurahan === null ? '' : `Kelurahan ${b.kelurahan}, Kecamatan ${b.kecamatan ?? ''}, ${kantor.kota}`,
  ];
  return {
    skema: 1,
    nama: o.nama,
    bentuk: SEBUTAN_BENTUK[b.bentuk],
    bidang: b.bidang ?? '',
    alamat: alamat.filter((t) => t !== '').join(', '),
    dasarHukum: nomorTanggal(b.dasarNomor, b.dasarTanggal),
    akta: nomorTanggal(b.aktaNomor, b.aktaTanggal),
    pengurus: o.pengurus.map((p) => ({ jabatan: SEBUTAN_JABATAN[p.jabatan] ?? p.jabatan, nama: p.nama })),
    masaTahun: kantor.surat.masaTahun,
    menggantikan,
    kantor: {
      kota: kantor.kota,
      lembaga: kantor.lembaga,
      kop: kantor.kop,
      tempat: kantor.tempat,
      kertas: kantor.kertas,
      penandaTangan: kantor.penandaTangan,
      lambang: kantor.lambang && { sha256: kantor.lambang.sha256, mime: kantor.lambang.mime },
    },
  };
}

/**
 * The next running number of a year. Its row stays locked until the transaction ends: two at once get different numbers,
 * and one that is rolled back gives its number back.
 */
export async function urutBerikut(em: EntityManager, tahun: number): Promise<number> {
  await em.query(
    'INSERT INTO surat_nomor (tahun, terakhir) VALUES (?, 1) ON DUPLICATE KEY UPDATE terakhir = terakhir + 1',
    [tahun],
  );
  const [baris] = await em.query<{ terakhir: number }[]>('SELECT terakhir FROM surat_nomor WHERE tahun = ?', [tahun]);
  return baris?.terakhir ?? 1;
}

/** A letter with its ormas, and with the entry that this one was merged into, if it was. */
export const DARI_SURAT = 'surat s JOIN ormas o ON o.id = s.ormas_id LEFT JOIN ormas t ON t.id = o.digabung_ke';

/** Columns of a letter with its ormas, of {@link DARI_SURAT}. Whoever sees the entry that holds reads it. */
export const KOLOM_SURAT = `s.id, s.ormas_id AS ormasId, o.opd_id AS ormasOpdId, COALESCE(t.id, o.id) AS pembacaId,
  COALESCE(t.opd_id, IF(t.id IS NULL, o.opd_id, NULL)) AS pembacaOpdId, s.status, s.nomor,
  JSON_UNQUOTE(JSON_EXTRACT(s.isi, '$.nama')) AS nama, s.terbit, s.berlaku_sampai AS berlakuSampai, s.dokumen,
  o.status AS ormasStatus, ${STATUS_SEJAK} AS ormasSejak`;

type Mentah = Omit<BarisSurat, 'keadaan'>;

export const keBaris = (b: Mentah, hari: string): BarisSurat => ({ ...b, keadaan: keadaanSurat(b, hari) });

type MentahRinci = Mentah &
  Omit<SuratRinci, 'isi' | 'menggantikan' | 'digantikan' | 'keadaan' | 'digabungKe'> & {
    tujuanId: number | null;
    tujuanNama: string | null;
    tujuanNomor: string | null;
    isi: string;
    lamaId: number | null;
    lamaNomor: string | null;
    baruId: number | null;
    baruNomor: string | null;
  };

/** One letter in full, or null. @param syarat a condition of code on `s`, with its value */
export async function bacaSurat(
  em: EntityManager,
  syarat: 's.id = ?' | 's.kode = ?',
  nilai: number | string,
  hari: string,
): Promise<SuratRinci | null> {
  const [b] = await em.query<MentahRinci[]>(
    `SELECT ${KOLOM_SURAT}, s.kode, s.isi, s.alasan_terbit AS alasanTerbit, s.dicabut_pada AS dicabutPada,
       s.alasan_cabut AS alasanCabut, l.id AS lamaId, l.nomor AS lamaNomor, n.id AS baruId, n.nomor AS baruNomor,
       t.id AS tujuanId, t.nama AS tujuanNama, t.nomor_skko AS tujuanNomor, s.berkas_id AS berkasId, f.sha256, s.galat, a.nama AS dibuatOleh, s.versi
     FROM ${DARI_SURAT} LEFT JOIN surat l ON l.id = s.menggantikan_id
       LEFT JOIN surat n ON n.menggantikan_id = s.id LEFT JOIN berkas f ON f.id = s.berkas_id
       LEFT JOIN akun a ON a.id = s.dibuat_oleh
     WHERE ${syarat}`,
    [nilai],
  );
  if (!b) return null;
  const { lamaId, lamaNomor, baruId, baruNomor, tujuanId, tujuanNama, tujuanNomor, isi, ...lain } = b;
  const pasangan = (id: number | null, nomor: string | null) => (id === null ? null : { id, nomor: nomor ?? '' });
  return {
    ...lain,
    keadaan: keadaanSurat(b, hari),
    isi: JSON.parse(isi) as IsiSurat,
    menggantikan: pasangan(lamaId, lamaNomor),
    digantikan: pasangan(baruId, baruNomor),
    digabungKe: tujuanId === null ? null : { id: tujuanId, nama: tujuanNama ?? '', nomor: tujuanNomor },
  };
}

/** The letter of an ormas that has neither been replaced nor revoked (it may have run out), locked; or null. */
export async function suratTerbit(
  em: EntityManager,
  ormasId: number,
): Promise<{ id: number; nomor: string; status: StatusSurat; berlakuSampai: string } | null> {
  const [s] = await em.query<{ id: number; nomor: string; status: StatusSurat; berlakuSampai: string }[]>(
    `SELECT id, nomor, status, berlaku_sampai AS berlakuSampai FROM surat
     WHERE ormas_id = ? AND status = 'terbit' ORDER BY id DESC LIMIT 1 FOR UPDATE`,
    [ormasId],
  );
  return s ?? null;
}

/**
 * What on a letter is no longer so, as the register stands on a day; [] of one that holds no longer anyway. The letterhead
 * and whoever signs are the office's and make no difference.
 */
export async function bacaBeda(em: EntityManager, s: SuratRinci, hari: string): Promise<BedaSurat[]> {
  if (s.keadaan !== 'berlaku' && s.keadaan !== 'segera-berakhir') return [];
  const ormas = await bacaOrmasSurat(em, s.ormasId, hari);
  if (!ormas) return [];
  const kantor = { ...s.isi.kantor, lambang: null, surat: { format: '', masaTahun: s.isi.masaTahun } };
  const kini = susunIsi(ormas, kantor, s.isi.menggantikan);
  const beda: BedaSurat[] = [];
  for (const { label, fakta } of faktaBerbeda(s.isi, kini))
    beda.push({ label, orang: false, sejak: (await faktaKini(em, s.ormasId, fakta)).berlakuDari });
  const inti = ormas.pengurus.map((p) => ({ ...p, jabatan: SEBUTAN_JABATAN[p.jabatan] ?? p.jabatan }));
  return [...jabatanBerganti(s.isi, inti), ...beda];
}

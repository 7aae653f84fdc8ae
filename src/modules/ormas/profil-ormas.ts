import { type DataSource, type EntityManager } from 'typeorm';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { type ProfilEkspor } from './ekspor-kolom.js';
import { KELOMPOK_ANGGOTA, PERAN_TOKOH, type PeranTokoh, type ProfilOrmas } from './profil.types.js';

/** The columns of `ormas_profil` that hold a text, a code or a day. */
const KOLOM = {
  perTanggal: 'per_tanggal',
  tempatBerdiri: 'tempat_berdiri',
  tanggalBerdiri: 'tanggal_berdiri',
  namaInduk: 'nama_induk',
  statusKantor: 'status_kantor',
  ciriKhusus: 'ciri_khusus',
  asas: 'asas',
  ruangLingkup: 'ruang_lingkup',
  keputusanTertinggi: 'keputusan_tertinggi',
  unitOtonom: 'unit_otonom',
  usaha: 'usaha',
  lambang: 'lambang',
  bendera: 'bendera',
  bank: 'bank',
} as const satisfies Partial<Record<keyof ProfilOrmas, string>>;
type KolomProfil = keyof typeof KOLOM;
const NAMA_KOLOM = Object.keys(KOLOM) as readonly KolomProfil[];
const ANGGOTA = KELOMPOK_ANGGOTA.map((k) => `anggota_${k}`);

type Baris = Pick<ProfilOrmas, KolomProfil> & Record<`anggota_${string}`, number | null> & { ormasId: number };

const anggotaDari = (b: Record<`anggota_${string}`, number | null>): ProfilOrmas['anggota'] =>
  Object.fromEntries(KELOMPOK_ANGGOTA.map((k) => [k, b[`anggota_${k}`] ?? null])) as ProfilOrmas['anggota'];

/** Keeps the profile of an ormas that has none, in the caller's transaction. */
export async function simpanProfil(em: EntityManager, ormasId: number, p: ProfilOrmas): Promise<void> {
  await sisipBanyak(
    em,
    'ormas_profil',
    ['ormas_id', ...NAMA_KOLOM.map((k) => KOLOM[k]), ...ANGGOTA],
    [[ormasId, ...NAMA_KOLOM.map((k) => p[k]), ...KELOMPOK_ANGGOTA.map((k) => p.anggota[k])]],
  );
  await sisipBanyak(
    em,
    'ormas_bidang_lain',
    ['ormas_id', 'bidang_id'],
    [...new Set(p.bidangLain)].map((b) => [ormasId, b]),
  );
  await sisipBanyak(
    em,
    'ormas_tokoh',
    ['ormas_id', 'peran', 'urut', 'nama'],
    PERAN_TOKOH.flatMap((peran) => p.tokoh[peran].map((nama, urut) => [ormasId, peran, urut, nama])),
  );
}

/** What lists tell of the profiles of many ormas at once, each of its own; those without one are absent. */
export async function bacaBanyakProfil(
  db: Pick<DataSource, 'query'>,
  id: readonly number[],
): Promise<{ profil: Map<number, ProfilEkspor>; bidangLain: Map<number, string[]> }> {
  if (id.length === 0) return { profil: new Map(), bidangLain: new Map() };
  const baris = await db.query<
    (Omit<ProfilEkspor, 'anggota'> & Record<`anggota_${string}`, number | null> & { ormasId: number })[]
  >(
    `SELECT ormas_id AS ormasId, per_tanggal AS perTanggal, tempat_berdiri AS tempatBerdiri, tanggal_berdiri AS tanggalBerdiri,
       nama_induk AS namaInduk, status_kantor AS statusKantor, ciri_khusus AS ciriKhusus, ${ANGGOTA.join(', ')}
     FROM ormas_profil WHERE ormas_id IN (?)`,
    [id],
  );
  const lain = await db.query<{ id: number; nama: string }[]>(
    `SELECT l.ormas_id AS id, b.nama FROM ormas_bidang_lain l JOIN bidang b ON b.id = l.bidang_id
       JOIN ormas o ON o.id = l.ormas_id AND NOT o.bidang_id <=> l.bidang_id
     WHERE l.ormas_id IN (?) ORDER BY l.ormas_id, l.bidang_id`,
    [id],
  );
  const bidangLain = new Map<number, string[]>();
  for (const b of lain) bidangLain.set(b.id, [...(bidangLain.get(b.id) ?? []), b.nama]);
  return { profil: new Map(baris.map((b) => [b.ormasId, { ...b, anggota: anggotaDari(b) }])), bidangLain };
}

/**
 * The profile of an ormas; where it has none that of the newest entry that was merged into it. Null: neither has one, as
 * with most that came from a register file.
 */
export async function bacaProfil(db: Pick<DataSource, 'query'>, ormasId: number): Promise<ProfilOrmas | null> {
  const [b] = await db.query<Baris[]>(
    `SELECT p.ormas_id AS ormasId, ${NAMA_KOLOM.map((k) => `p.${KOLOM[k]} AS ${k}`).join(', ')}, ${ANGGOTA.map((k) => `p.${k}`).join(', ')}
     FROM ormas_profil p WHERE p.ormas_id IN (SELECT id FROM ormas WHERE id = ? OR digabung_ke = ?)
     ORDER BY p.ormas_id = ? DESC, p.ormas_id DESC LIMIT 1`,
    [ormasId, ormasId, ormasId],
  );
  if (!b) return null;
  const tokoh = await db.query<{ peran: PeranTokoh; nama: string }[]>(
    'SELECT peran, nama FROM ormas_tokoh WHERE ormas_id = ? ORDER BY urut',
    [b.ormasId],
  );
  const bidang = await db.query<{ id: number }[]>(
    'SELECT bidang_id AS id FROM ormas_bidang_lain WHERE ormas_id = ? ORDER BY bidang_id',
    [b.ormasId],
  );
  const nama = (peran: PeranTokoh): string[] => tokoh.filter((t) => t.peran === peran).map((t) => t.nama);
  const { ormasId: _pemilik, ...isi } = b;
  return {
    ...isi,
    anggota: anggotaDari(b),
    tokoh: { pendiri: nama('pendiri'), pembina: nama('pembina'), penasihat: nama('penasihat') },
    bidangLain: bidang.map((x) => x.id),
  };
}

import { type KolomLembar, type LembarTulis } from '../../../infra/lembar/lembar.js';
import { type OrmasPublik } from '../../ormas/ormas-publik.service.js';
import { SEBUTAN_STATUS, STATUS_ORMAS } from '../../ormas/ormas.types.js';
import { jalurDirektori } from './direktori.paths.js';

// The open data of the directory: one description of its columns, from which the CSV, the JSON, the JSON Schema and the
// page that explains them are made. Columns are only ever added: somebody's program reads them.

/** Version of the description; a new number when a column changes its meaning. */
export const VERSI_DATA = '1';

export const LISENSI = {
  nama: 'Creative Commons Atribusi 4.0 Internasional (CC BY 4.0)',
  alamat: 'https://creativecommons.org/licenses/by/4.0/deed.id',
};

type Nilai = string | number | null;

interface KolomData {
  nama: string;
  /** JSON type; a date is a text `YYYY-MM-DD`. */
  jenis: 'integer' | 'string' | 'date';
  bolehKosong: boolean;
  arti: string;
  pilihan?: readonly string[];
  ambil: (o: OrmasPublik, portal: string) => Nilai;
}

export const KOLOM_DATA: readonly KolomData[] = [
  {
    nama: 'id',
    jenis: 'integer',
    bolehKosong: false,
    arti: 'Nomor tetap ormas dalam direktori; tidak pernah dipakai untuk ormas lain.',
    ambil: (o) => o.id,
  },
  { nama: 'nama', jenis: 'string', bolehKosong: false, arti: 'Nama lengkap ormas.', ambil: (o) => o.nama },
  {
    nama: 'status',
    jenis: 'string',
    bolehKosong: false,
    arti: `Status dalam register: ${STATUS_ORMAS.map((s) => `${s} (${SEBUTAN_STATUS[s]})`).join(', ')}.`,
    pilihan: STATUS_ORMAS,
    ambil: (o) => o.status,
  },
  {
    nama: 'nomor_surat',
    jenis: 'string',
    bolehKosong: true,
    arti: 'Nomor surat keterangan keberadaan dari pemerintah kota.',
    ambil: (o) => o.nomor,
  },
  {
    nama: 'surat_berlaku_sampai',
    jenis: 'date',
    bolehKosong: true,
    arti: 'Hari terakhir surat itu berlaku.',
    ambil: (o) => o.nomorSampai,
  },
  { nama: 'bidang', jenis: 'string', bolehKosong: true, arti: 'Bidang kegiatan utama.', ambil: (o) => o.bidang },
  {
    nama: 'kelurahan',
    jenis: 'string',
    bolehKosong: true,
    arti: 'Kelurahan sekretariat; kosong bila di luar kota.',
    ambil: (o) => o.kelurahan,
  },
  { nama: 'kecamatan', jenis: 'string', bolehKosong: true, arti: 'Kecamatan sekretariat.', ambil: (o) => o.kecamatan },
  {
    nama: 'alamat_sekretariat',
    jenis: 'string',
    bolehKosong: true,
    arti: 'Jalan dan nomor sekretariat, dengan RT dan RW.',
    ambil: (o) => alamatLengkap(o) || null,
  },
  {
    nama: 'tautan',
    jenis: 'string',
    bolehKosong: false,
    arti: 'Halaman ormas ini dalam direktori.',
    ambil: (o, portal) => portal + jalurDirektori.satu(o.id),
  },
  {
    nama: 'singkatan',
    jenis: 'string',
    bolehKosong: true,
    arti: 'Singkatan nama ormas.',
    ambil: (o) => o.singkatan,
  },
];

/** The street with RT and RW: `Jl. Contoh No. 1, RT 01/RW 02`. */
export function alamatLengkap({ alamat, rt, rw }: Pick<OrmasPublik, 'alamat' | 'rt' | 'rw'>): string {
  const rukun = [...(rt ? [`RT ${rt}`] : []), ...(rw ? [`RW ${rw}`] : [])].join('/');
  return [alamat, rukun].filter(Boolean).join(', ');
}

type Kelompok = AsyncIterable<OrmasPublik[]>;

/** The directory as a sheet, for the CSV. */
export function lembarData(kelompok: Kelompok, portal: string): LembarTulis {
  const kolom: KolomLembar[] = KOLOM_DATA.map((k) => ({
    judul: k.nama,
    jenis: k.jenis === 'integer' ? 'angka' : 'teks',
  }));
  const baris = async function* (): AsyncGenerator<Nilai[][]> {
    for await (const potong of kelompok) yield potong.map((o) => KOLOM_DATA.map((k) => k.ambil(o, portal)));
  };
  return { kolom, kelompok: baris() };
}

/** What the JSON says of itself before its rows. */
export interface KepalaData {
  portal: string;
  kota: string;
  lembaga: string;
  /** Instant in ISO 8601; null in an empty register. */
  diperbarui: string | null;
}

/** The directory as one JSON object, its rows in `data`, piece by piece. */
export async function* jsonData(kelompok: Kelompok, k: KepalaData): AsyncGenerator<string> {
  const kepala = {
    $schema: k.portal + jalurDirektori.skema(),
    judul: `Direktori organisasi kemasyarakatan ${k.kota}`,
    penerbit: `${k.lembaga} ${k.kota}`,
    lisensi: LISENSI.alamat,
    versi: VERSI_DATA,
    diperbarui: k.diperbarui,
  };
  yield `${JSON.stringify(kepala).slice(0, -1)},"data":[`;
  let pertama = true;
  for await (const potong of kelompok) {
    const baris = potong.map((o) =>
      JSON.stringify(Object.fromEntries(KOLOM_DATA.map((c) => [c.nama, c.ambil(o, k.portal)]))),
    );
    yield `${pertama ? '\n' : ',\n'}${baris.join(',\n')}`;
    pertama = false;
  }
  yield '\n]}\n';
}

/** The JSON Schema (2020-12) of that object. */
export function skemaData(portal: string): object {
  const jenis = (k: KolomData): object => ({
    type: k.bolehKosong ? [tipe(k), 'null'] : tipe(k),
    ...(k.jenis === 'date' && { format: 'date' }),
    ...(k.nama === 'tautan' && { format: 'uri' }),
    ...(k.pilihan && { enum: k.pilihan }),
    description: k.arti,
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: portal + jalurDirektori.skema(),
    title: 'Direktori organisasi kemasyarakatan',
    type: 'object',
    required: ['judul', 'penerbit', 'lisensi', 'versi', 'diperbarui', 'data'],
    properties: {
      $schema: { type: 'string', format: 'uri' },
      judul: { type: 'string' },
      penerbit: { type: 'string' },
      lisensi: { type: 'string', format: 'uri' },
      versi: { const: VERSI_DATA },
      diperbarui: { type: ['string', 'null'], format: 'date-time' },
      data: {
        type: 'array',
        items: {
          type: 'object',
          required: KOLOM_DATA.map((k) => k.nama),
          properties: Object.fromEntries(KOLOM_DATA.map((k) => [k.nama, jenis(k)])),
          additionalProperties: false,
        },
      },
    },
  };
}

const tipe = (k: KolomData): string => (k.jenis === 'date' ? 'string' : k.jenis);

import { type EntityManager } from 'typeorm';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { FORMULIR } from './formulir.data.js';
import { catatanIsian } from './catatan.aturan.js';
import { dokumenDiminta, kataJawaban } from './pendaftaran.aturan.js';
import { type Pendaftaran } from './pendaftaran.entity.js';
import { DAFTAR_PERIKSA } from './daftar-periksa.data.js';
import { bacaDokumen, bacaPutaran, type Banding, catatanDari, jawabanDari } from './pendaftaran.kueri.js';
import { type CatatanKantor, type HasilPeriksa, type PutusanDokumen, type Rujukan } from './pendaftaran.types.js';

// What an examination writes, and what must hold of it before a decision.

const CATATAN_MAKS = 500;
const KOLOM = FORMULIR.flatMap((h) => h.kolom);

/** A fault at one field. */
export const salah = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang, pesan }] });

function salahPemeriksaan(hasil: HasilPeriksa): GalatIsian[] {
  const panjang = [
    ...Object.entries(hasil.bidang),
    ...Object.entries(hasil.dokumen).map(([k, d]) => [`dokumen-${k}`, d.catatan] as const),
  ].filter(([, c]) => c.length > CATATAN_MAKS);
  return [
    ...Object.entries(hasil.dokumen)
      .filter(([, d]) => d.putusan === 'tidak-sesuai' && d.catatan.trim() === '')
      .map(([kode]) => ({
        ...{ bidang: `catatan-dokumen-${kode}`, pesan: 'Tulis apa yang tidak sesuai; pemohon akan membacanya.' },
      })),
    ...panjang.map(([n]) => ({ bidang: `catatan-${n}`, pesan: `Catatan paling banyak ${CATATAN_MAKS} huruf.` })),
  ];
}

/**
 * Writes what was found on documents; what was remarked on fields is returned, for the caller to write with the rest of
 * the application. What `hasil` does not name stays as it is.
 * @throws DomainError `isian-tidak-sah`
 */
export async function tulisPemeriksaan(
  em: EntityManager,
  p: Pendaftaran,
  hasil: HasilPeriksa,
  rujukan: Rujukan,
): Promise<Pick<Pendaftaran, 'catatanBidang' | 'catatanBidangAtas'>> {
  const isian = salahPemeriksaan(hasil);
  if (isian.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian });
  for (const [kode, d] of Object.entries(hasil.dokumen)) {
    await em.query('UPDATE pendaftaran_dokumen SET putusan = ?, catatan = ? WHERE pendaftaran_id = ? AND kode = ?', [
      ...[d.putusan, d.catatan.trim(), p.id, kode],
    ]);
  }
  const lama = await catatanIsianDari(em, p, rujukan);
  const jawaban = jawabanDari(p);
  const baru = KOLOM.flatMap((k): [string, { teks: string; pada: string }][] => {
    const ada = lama.find((c) => c.bidang === k.nama);
    const teks = hasil.bidang[k.nama]?.trim() ?? ada?.teks ?? '';
    // An answered remark is shown beside its field, not in it: an empty field says nothing against it.
    if (ada && (teks === ada.teks || (teks === '' && ada.dijawab)))
      return [[k.nama, { teks: ada.teks, pada: ada.sebelum }]];
    return teks === '' ? [] : [[k.nama, { teks, pada: kataJawaban(k, jawaban, rujukan) }]];
  });
  return kolomCatatan(baru);
}

const kolomCatatan = (
  catatan: [string, { teks: string; pada: string }][],
): Pick<Pendaftaran, 'catatanBidang' | 'catatanBidangAtas'> => ({
  catatanBidang: JSON.stringify(Object.fromEntries(catatan.map(([nama, c]) => [nama, c.teks]))),
  catatanBidangAtas: JSON.stringify(Object.fromEntries(catatan.map(([nama, c]) => [nama, c.pada]))),
});

async function catatanIsianDari(em: EntityManager, p: Pendaftaran, rujukan: Rujukan): Promise<CatatanKantor[]> {
  const putaran = await bacaPutaran(em, p.id);
  return catatanIsian({ jawaban: jawabanDari(p), putaran, rujukan, ...catatanDari(p) });
}

/** The remarks that go to the applicant with a return: those that were answered before are settled. */
export async function catatanTerbuka(
  em: EntityManager,
  p: Pendaftaran,
  rujukan: Rujukan,
): Promise<Pick<Pendaftaran, 'catatanBidang' | 'catatanBidangAtas'>> {
  const terbuka = (await catatanIsianDari(em, p, rujukan)).filter((c) => !c.dijawab);
  return kolomCatatan(terbuka.map((c) => [c.bidang, { teks: c.teks, pada: c.sebelum }]));
}

/**
 * Every document that is asked for was found in order, and no remark is open: one whose field was changed since blocks no
 * more. What is not is named, each at its place.
 */
export async function pastikanSesuai(em: EntityManager, p: Pendaftaran, rujukan: Rujukan): Promise<void> {
  const dokumen = await bacaDokumen(em, p.id);
  const belum = dokumenDiminta(jawabanDari(p)).filter(({ dokumen: d, wajib: perlu }) => {
    const ada = dokumen.find((x) => x.kode === d.kode);
    return ada ? ada.putusan !== 'sesuai' : perlu;
  });
  const bercatatan = (await catatanIsianDari(em, p, rujukan)).filter((c) => !c.dijawab);
  const sebab = [
    ...(belum.length > 0
      ? [`Belum semua dokumen dinyatakan sesuai: ${belum.map((b) => b.dokumen.nama).join(', ')}.`]
      : []),
    ...(bercatatan.length > 0
      ? [
          `Masih ada catatan pada isian: ${bercatatan.map((c) => c.label).join(', ')}. Hapus catatannya, atau kembalikan pendaftaran ini.`,
        ]
      : []),
  ];
  if (sebab.length === 0) return;
  throw new DomainError('isian-tidak-sah', sebab.join(' '), {
    isian: [
      { bidang: 'keputusan', pesan: sebab.join(' ') },
      ...belum.map(({ dokumen: d }) => ({ bidang: `putusan-${d.kode}`, pesan: 'Belum dinyatakan sesuai.' })),
      ...bercatatan.map((c) => ({ bidang: `catatan-${c.bidang}`, pesan: 'Catatan ini belum dijawab pemohon.' })),
    ],
  });
}

/** Something says what to mend. */
export async function pastikanAdaCatatan(em: EntityManager, p: Pendaftaran): Promise<void> {
  const dokumen = await bacaDokumen(em, p.id);
  if (p.catatanBidang !== '{}' || dokumen.some((d) => d.putusan === 'tidak-sesuai')) return;
  throw salah('catatan', 'Tulis apa yang perlu diperbaiki, atau beri catatan pada isian atau dokumennya.');
}

const KATA_PUTUSAN: Readonly<Record<PutusanDokumen, string>> = {
  belum: 'Belum diperiksa',
  sesuai: 'Sesuai',
  'tidak-sesuai': 'Tidak sesuai',
};

/** What an officer typed beside what is stored, in words: of documents and fields only those on which something was said. */
export function bandingPutusan(
  em: EntityManager,
  kirim: { catatan?: string; hasil?: HasilPeriksa | undefined },
): (p: Pendaftaran) => Promise<Banding> {
  const sebut = (d: { putusan: PutusanDokumen; catatan: string }): string =>
    [KATA_PUTUSAN[d.putusan], d.catatan.trim()].filter(Boolean).join(': ');
  return async (p) => {
    const dokumen = await bacaDokumen(em, p.id);
    const { catatanBidang: lama } = catatanDari(p);
    const baris: [string, string, string][] = [
      ...(kirim.catatan ? [['Kata atau alasan', kirim.catatan, p.catatan] as [string, string, string]] : []),
      ...DAFTAR_PERIKSA.flatMap((d): [string, string, string][] => {
        const [anda, ada] = [kirim.hasil?.dokumen[d.kode], dokumen.find((x) => x.kode === d.kode)];
        return anda ? [[d.nama, sebut(anda), ada ? sebut(ada) : '']] : [];
      }),
      ...KOLOM.flatMap((k): [string, string, string][] => {
        const [anda, ada] = [kirim.hasil?.bidang[k.nama]?.trim(), lama[k.nama] ?? ''];
        return anda === undefined || (anda === '' && ada === '') ? [] : [[`Catatan: ${k.label}`, anda, ada]];
      }),
    ];
    return {
      milikAnda: Object.fromEntries(baris.map(([b, anda]) => [b, anda])),
      tersimpan: Object.fromEntries(baris.map(([b, , ada]) => [b, ada])),
    };
  };
}

import { angka, desimal, tanggal } from '../../common/format.js';
import { type CatatanAsal, type Penanda } from '../../iko/tingkat.js';
import { kataSkor } from '../ormas/ormas.lencana.js';
import {
  type AngkaIndikator,
  type AngkaKelompok,
  isLengkap,
  type JendelaBerjalan,
  layakBanding,
} from './laporan.angka.js';
import {
  denganPersen,
  hariKeadaan,
  kalimatBerjalan,
  kapital,
  kataRata,
  kataUbah,
  sejumlah,
  Sejumlah,
  sepanjang,
  TERLALU_SEDIKIT,
  untai,
} from './laporan.kata.js';
import { kalimatKlasterKecil } from './laporan.narasi-klaster.js';
import { indikatorTerlemah, kalimatBelumDitetapkan, kalimatNaik, narasiDomain, urutHilang } from './laporan.narasi.js';
import { type DataLaporan, type OrmasLaporan } from './laporan.types.js';

// What is wrong and what to do about it: the chapters IV and V. Problems are read off the figures, and each thing to do
// off the rubric of the level above the present one.

/** One problem: how many ormas have it, and which (in the order of the report). */
export interface Masalah {
  kunci: 'diam' | 'sementara' | 'dasar-hukum' | 'sanksi' | 'terlambat' | 'rekomendasi' | 'menunggu' | 'klaster';
  judul: string;
  kalimat: string;
  ormas: OrmasLaporan[];
  tindakan: string;
  penanggungJawab: string;
}

const KATA_CATATAN: Readonly<Record<CatatanAsal | 'kosong', string>> = {
  'menunggu-petugas': 'belum diberi tingkat oleh petugas',
  'menunggu-warga': 'menunggu penilaian warga',
  'tanpa-berkas': 'tanpa berkas bukti',
  'tanpa-alasan': 'koreksi petugas tanpa alasan',
  terkunci: 'tingkat terkunci',
  'tak-boleh-tak-berlaku': 'dinyatakan tak berlaku padahal tidak boleh',
  kosong: 'belum dinilai',
};

/** The state of a score, in the words that the pages use too. */
export function keadaanSkor(o: OrmasLaporan): string {
  return kataSkor({ ...o, profilSaja: o.status === 'profil-saja' });
}

/** Why a score is provisional or missing, in words: coverage, and which indicators have no level. Empty for fixed ones. */
export function alasanSementara(o: OrmasLaporan, data: DataLaporan): string {
  if (o.status === 'profil-saja')
    return o.terdaftarPada
      ? `Terdaftar sejak ${tanggal(o.terdaftarPada)}, kurang dari satu tahun pada ${tanggal(data.akhir)}.`
      : 'Belum memenuhi masa pendaftaran untuk dinilai.';
  if (isLengkap(o)) return '';
  const belum = data.instrumen.domain
    .flatMap((d) => d.indikator)
    .flatMap((i) => {
      const nilai = o.indikator[i.kode];
      return nilai && !('belum' in nilai) ? [] : [{ kode: i.kode, sebab: nilai?.belum ?? ('kosong' as const) }];
    });
  const sebab = [...new Set(belum.map((b) => b.sebab))].map(
    (s) => `${untai(belum.filter((b) => b.sebab === s).map((b) => b.kode))} ${KATA_CATATAN[s]}`,
  );
  const rinci = sebab.length > 0 ? ` ${kapital(sebab.join('; '))}.` : '';
  if (o.skor === null) return `Belum ada indikator yang dapat dinilai.${rinci}`;
  const kosong = data.instrumen.domain.filter((d) => (o.domain[d.kode] ?? null) === null).map((d) => d.nama);
  const kurang = Number(o.cakupan) < Number(data.instrumen.cakupanMinimum);
  const pokok = [
    ...(kurang
      ? [`cakupan ${desimal(o.cakupan ?? '0')}% di bawah batas ${angka(data.instrumen.cakupanMinimum)}%`]
      : []),
    ...(kosong.length > 0 ? [`domain ${untai(kosong)} belum bernilai`] : []),
  ];
  return `${kapital(untai(pokok))}.${rinci}`;
}

const KATA_BENDERA: Readonly<Record<Penanda, string>> = {
  'dasar-hukum-tidak-sah': 'Dasar hukum tidak ada atau tidak berlaku pada hari terakhir jendela penilaian.',
  'sanksi-aktif': 'Ada sanksi yang berlaku pada hari terakhir jendela penilaian.',
  'sengketa-aktif': 'Ada sengketa yang belum selesai pada hari terakhir jendela penilaian.',
  'terdaftar-belum-lama': 'Terdaftar kurang dari dua tahun; skor perlu dibaca dengan hati-hati.',
  'tanggal-daftar-tak-diketahui': 'Tanggal pendaftaran tidak diketahui.',
};
const KATA_PEMBINAAN = {
  pembinaan: 'Pembinaan',
  peringatan: 'Peringatan tertulis',
  penghentian: 'Penghentian kegiatan',
  pencabutan: 'Pencabutan',
} as const;

/** What stands beside the score of one ormas as a sentence each: flags, sanctions, standing in the register. */
export function catatanOrmas(o: OrmasLaporan): string[] {
  const sanksi = o.pembinaan.map(
    (p) => `${KATA_PEMBINAAN[p.jenis]} ${tanggal(p.tanggal)} (${p.dasar})${p.berlaku ? ', masih berlaku' : ''}.`,
  );
  const bendera = o.bendera
    .filter((b) => b !== 'terdaftar-belum-lama' || o.status === 'dinilai')
    .filter((b) => b !== 'sanksi-aktif' || !o.pembinaan.some((p) => p.berlaku))
    .map((b) => KATA_BENDERA[b]);
  const status = o.statusRegister === 'terdaftar' ? [] : [`Status dalam register: ${o.statusRegister}.`];
  return [...status, ...bendera, ...sanksi];
}

/** One step that an ormas can take. `naik`: points of the IKO that the step is worth, as text. */
export interface Langkah {
  kode: string;
  nama: string;
  dari: number | null;
  ke: number | null;
  kalimat: string;
}

/**
 * The steps that help an ormas most: indicators without a level first (they make the score provisional), then those
 * that cost most points (weight × missing levels), each with the rubric of the next level.
 */
export function langkahOrmas(o: OrmasLaporan, data: DataLaporan, maks = 3): Langkah[] {
  const semua = data.instrumen.domain.flatMap((d) => d.indikator);
  const belum = semua.flatMap((i): Langkah[] => {
    const nilai = o.indikator[i.kode];
    if (nilai && !('belum' in nilai)) return [];
    const sebab = KATA_CATATAN[nilai?.belum ?? 'kosong'];
    return [
      { kode: i.kode, nama: i.nama, dari: null, ke: null, kalimat: `Lengkapi bukti agar dapat dinilai: ${sebab}.` },
    ];
  });
  const naik = semua
    .flatMap((i) => {
      const nilai = o.indikator[i.kode];
      if (!nilai || !('tingkat' in nilai) || nilai.tingkat >= 4) return [];
      return [{ i, tingkat: nilai.tingkat, hilang: Number(i.bobot) * (4 - nilai.tingkat) }];
    })
    .sort((a, b) => b.hilang - a.hilang)
    .map(({ i, tingkat }): Langkah => ({
      kode: i.kode,
      nama: i.nama,
      dari: tingkat,
      ke: tingkat + 1,
      kalimat: kalimatNaik(data.instrumen, i.kode, tingkat) ?? `Naikkan ke tingkat ${tingkat + 1}.`,
    }));
  const sementara = o.status === 'dinilai' && !isLengkap(o);
  return (sementara ? [...belum.slice(0, maks - 1), ...naik] : naik).slice(0, maks);
}

/** The problems of the year, worst first; those that nobody has are left out. */
export function daftarMasalah(data: DataLaporan, kota: AngkaKelompok): Masalah[] {
  const { ormas } = data;
  const semua: Masalah[] = [
    ...(kota.rerata.berjalan ? diamBerjalan(kota, kota.rerata.berjalan) : [diamSetahun(kota)]),
    {
      kunci: 'sementara',
      judul: 'Skor yang masih sementara',
      ormas: ormas.filter((o) => o.status === 'dinilai' && !isLengkap(o)),
      kalimat: `${Sejumlah(kota.sementara, 'ormas')} (${persen(kota.sementara, kota)}) berskor sementara karena cakupan penilaiannya di bawah ${angka(data.instrumen.cakupanMinimum)}% atau ada domain tanpa nilai.${kalimatPenyebab(kota)}`,
      tindakan: `Melengkapi penilaian petugas dan bukti sebelum ${data.sementara ? 'periode ditutup' : 'jendela penilaian berikutnya'}`,
      penanggungJawab: 'Bakesbangpol',
    },
    {
      kunci: 'dasar-hukum',
      judul: 'Dasar hukum tidak sah',
      ormas: ormas.filter((o) => !o.dokumen['dasar-hukum']),
      kalimat: `${Sejumlah(kota.ormas - kota.dokumen['dasar-hukum'], 'ormas')} (${persen(kota.ormas - kota.dokumen['dasar-hukum'], kota)}) tidak mempunyai dasar hukum yang sah ${padaAkhir(data)}. Keadaan ini menjadi catatan di samping skor dan tidak mengubah skor di luar indikator legalitas.`,
      tindakan: 'Pemberitahuan tertulis dan fasilitasi pengurusan dokumen',
      penanggungJawab: 'Bakesbangpol',
    },
    sanksi(data),
    rekomendasi(ormas, kota.rerata.berjalan != null),
    {
      kunci: 'menunggu',
      judul: 'Laporan kegiatan yang belum terverifikasi',
      ormas: ormas.filter((o) => o.kegiatan.menunggu > 0),
      kalimat: `${Sejumlah(kota.kegiatan.menunggu, 'laporan kegiatan')} dari ${sejumlah(ormas.filter((o) => o.kegiatan.menunggu > 0).length, 'ormas')} belum terverifikasi saat penghitungan, sehingga kegiatannya tidak ikut dihitung.`,
      tindakan: 'Menuntaskan antrean verifikasi sebelum penghitungan berikutnya',
      penanggungJawab: 'Petugas Bakesbangpol',
    },
    {
      kunci: 'klaster',
      judul: 'Ormas tanpa OPD pembina',
      ormas: ormas.filter((o) => o.opdId === null),
      kalimat: `${kalimatBelumDitetapkan(ormas.filter((o) => o.opdId === null)).trim()} Tanpa klaster, kesesuaian kegiatan dengan bidang OPD tidak dapat dinilai dengan adil.`,
      tindakan: 'Penetapan bidang dan klaster oleh petugas',
      penanggungJawab: 'Bakesbangpol',
    },
  ];
  return semua.filter((m) => m.ormas.length > 0);
}

/** Whoever reported nothing in a whole year. */
function diamSetahun(kota: AngkaKelompok): Masalah {
  return {
    kunci: 'diam',
    judul: 'Ormas yang tidak mengirim laporan apa pun',
    ormas: kota.diam,
    kalimat: `${Sejumlah(kota.diam.length, 'ormas')} (${persen(kota.diam.length, kota)}) tidak mempunyai kegiatan terverifikasi, laporan yang menunggu verifikasi, maupun laporan tahunan. Keberadaan mereka perlu dipastikan di lapangan sebelum disimpulkan tidak aktif.`,
    tindakan: 'Kunjungan lapangan dengan berita acara, lalu pembaruan kontak dan pendampingan pelaporan',
    penanggungJawab: 'Bakesbangpol bersama OPD pembina',
  };
}

/** Whoever has reported nothing so far: no problem before half of the window is over, and then one to be reminded of. */
function diamBerjalan(kota: AngkaKelompok, { hari, dari }: JendelaBerjalan): Masalah[] {
  if (hari * 2 < dari) return [];
  return [
    {
      kunci: 'diam',
      judul: 'Ormas yang belum mengirim laporan',
      ormas: kota.diam,
      kalimat: `Sampai hari ke-${angka(hari)} dari ${angka(dari)} hari jendela penilaian, ${sejumlah(kota.diam.length, 'ormas')} (${persen(kota.diam.length, kota)}) belum mempunyai kegiatan terverifikasi maupun laporan yang menunggu verifikasi. Hal ini belum berarti tidak aktif: laporan masih dapat masuk sampai jendela berakhir.`,
      tindakan: 'Mengingatkan batas pelaporan dan menawarkan pendampingan',
      penanggungJawab: 'Petugas Bakesbangpol',
    },
  ];
}

/** On the last day of the window: by its date once it is over, else as what lies ahead. */
function padaAkhir(data: DataLaporan): string {
  return hariKeadaan(data) === data.akhir ? `pada ${tanggal(data.akhir)}` : 'pada akhir jendela penilaian';
}

function persen(n: number, kota: AngkaKelompok): string {
  return denganPersen(n, kota.ormas, '').replace(/^.*\((.*)\)$/, '$1');
}

function kalimatPenyebab(kota: AngkaKelompok): string {
  const belum = kota.indikator.filter((i) => i.belum > 0).sort((a, b) => b.belum - a.belum);
  return belum.length === 0
    ? ''
    : ` Indikator yang paling sering belum dinilai: ${untai(belum.slice(0, 3).map((i) => `${i.nama} (${sejumlah(i.belum, 'ormas')})`))}.`;
}

function sanksi(data: DataLaporan): Masalah {
  const kena = data.ormas.filter((o) => o.pembinaan.some((p) => p.berlaku));
  const jenis = (['peringatan', 'penghentian', 'pencabutan'] as const)
    .map((j) => [j, kena.filter((o) => o.pembinaan.some((p) => p.berlaku && p.jenis === j)).length] as const)
    .filter(([, n]) => n > 0)
    .map(([j, n]) => `${KATA_PEMBINAAN[j].toLowerCase()} (${angka(n)})`);
  return {
    kunci: 'sanksi',
    judul: 'Sanksi yang berlaku',
    ormas: kena,
    kalimat: `${Sejumlah(kena.length, 'ormas')} dikenai sanksi yang masih berlaku ${padaAkhir(data)}: ${untai(jenis)}. Sanksi dicatat sebagai fakta beserta dasarnya; portal tidak menjatuhkan sanksi.`,
    tindakan: 'Pembinaan dan evaluasi bersama Tim Terpadu Pengawasan Ormas',
    penanggungJawab: 'Bakesbangpol',
  };
}

function rekomendasi(ormas: readonly OrmasLaporan[], berjalan: boolean): Masalah {
  const kena = ormas.filter((o) => o.rekomendasi.jatuhTempo > o.rekomendasi.selesai);
  const [tempo, selesai] = [
    ormas.reduce((a, o) => a + o.rekomendasi.jatuhTempo, 0),
    ormas.reduce((a, o) => a + o.rekomendasi.selesai, 0),
  ];
  return {
    kunci: 'rekomendasi',
    judul: 'Rekomendasi yang belum ditindaklanjuti',
    ormas: kena,
    kalimat: `Dari ${sejumlah(tempo, 'rekomendasi')} yang ${berjalan ? 'sudah jatuh tempo sampai penghitungan' : 'jatuh tempo dalam jendela penilaian'}, ${denganPersen(selesai, tempo, 'rekomendasi')} telah diselesaikan; sisanya ada pada ${sejumlah(kena.length, 'ormas')}.`,
    tindakan: 'Penjadwalan ulang tindak lanjut dan pemantauan setiap triwulan',
    penanggungJawab: 'OPD pembina bersama ormas',
  };
}

/** The indicators to work on in the coming year: those that cost the city most points, with what the next level asks. */
export function prioritasIndikator(
  data: DataLaporan,
  kota: AngkaKelompok,
  maks = 5,
): { indikator: AngkaIndikator; kalimat: string }[] {
  // In a part of a year every level is still low.
  if (kota.rerata.berjalan) return [];
  return urutHilang(kota.indikator)
    .filter((i) => Number(i.hilang) > 0)
    .slice(0, maks)
    .map((indikator) => ({
      indikator,
      kalimat: kalimatNaik(data.instrumen, indikator.kode, Math.min(3, Math.floor(Number(indikator.rata)))) ?? '',
    }));
}

/** Chapter V: what the year comes down to. */
export function narasiSimpulan(
  data: DataLaporan,
  kota: AngkaKelompok,
  klaster: readonly { nama: string; angka: AngkaKelompok }[],
): string[] {
  const { perubahan: p } = kota;
  const berjalan = kalimatBerjalan(data);
  return [
    ...(berjalan ? [berjalan] : []),
    `Rata-rata IKO ${data.kantor.kota} tahun ${data.tahun} ${kota.rerata.rata === null ? '' : 'adalah '}${kataRata(kota.rerata)}.${
      p.layak && p.rata !== null
        ? ` Pada ${sejumlah(p.n, 'ormas')} yang skornya lengkap juga pada ${data.tahun - 1}, skor rata-rata ${kataUbah(p.rata)}.`
        : ''
    }`,
    ...kalimatKlaster(klaster),
    ...narasiDomain(kota).slice(0, layakBanding(kota.rerata) ? 1 : 0),
    kota.kegiatan.jumlah === 0
      ? `${berjalan ? 'Belum' : 'Tidak'} ada kegiatan terverifikasi ${sepanjang(data)}.`
      : `${Sejumlah(kota.kegiatan.aktif, 'ormas')} melaksanakan ${sejumlah(kota.kegiatan.jumlah, 'kegiatan')} terverifikasi ${sepanjang(data)}; ${denganPersen(kota.kegiatan.tanpa, kota.ormas, 'ormas')} ${berjalan ? 'belum' : 'tidak'} mempunyai kegiatan terverifikasi.`,
  ];
}

/** The highest and the lowest of the clusters that can be compared, and how many cannot; nothing without clusters. */
function kalimatKlaster(klaster: readonly { nama: string; angka: AngkaKelompok }[]): string[] {
  const layak = klaster
    .filter((k) => layakBanding(k.angka.rerata))
    .sort((a, b) => Number(b.angka.rerata.rata) - Number(a.angka.rerata.rata));
  const [atas, bawah] = [layak[0], layak.at(-1)];
  const lain = klaster.filter((k) => k.angka.ormas > 0).length - layak.length;
  if (klaster.some((k) => k.angka.rerata.berjalan)) return [];
  if (!atas || !bawah || atas === bawah) return [kalimatKlasterKecil(klaster)].filter((k) => k !== '');
  const sebut = (k: { nama: string; angka: AngkaKelompok }) =>
    `${k.nama} (${desimal(k.angka.rerata.rata ?? '0')} dari ${sejumlah(k.angka.rerata.n, 'ormas')})`;
  return [
    `Di antara ${sejumlah(layak.length, 'klaster')} yang skor lengkapnya cukup, rata-rata tertinggi dicapai ${sebut(atas)} dan terendah ${sebut(bawah)}.${
      lain > 0 ? ` Skor lengkap di ${sejumlah(lain, 'klaster')} lainnya ${TERLALU_SEDIKIT}.` : ''
    }`,
  ];
}

/** Chapter V: what to do next, each with its reason. */
export function narasiSaran(data: DataLaporan, kota: AngkaKelompok): string[] {
  const prioritas = prioritasIndikator(data, kota, 3);
  const saran = prioritas.map(
    ({ indikator: i, kalimat }) =>
      `Mengarahkan pembinaan ${data.tahun + 1} pada ${i.nama} (${i.kode}), yang rata-rata baru mencapai tingkat ${desimal(i.rata ?? '0')}. Sasaran berikutnya: ${kalimat.charAt(0).toLowerCase()}${kalimat.slice(1)}`,
  );
  const masalah = daftarMasalah(data, kota);
  const ada = (kunci: Masalah['kunci']) => masalah.find((m) => m.kunci === kunci)?.ormas.length ?? 0;
  if (ada('diam') > 0)
    saran.push(
      kota.rerata.berjalan
        ? `Mengingatkan ${sejumlah(ada('diam'), 'ormas')} yang belum mengirim laporan, dengan menawarkan pendampingan, sebelum jendela penilaian berakhir pada ${tanggal(data.akhir)}.`
        : `Memastikan keberadaan ${sejumlah(ada('diam'), 'ormas')} yang tidak mengirim laporan apa pun melalui kunjungan lapangan, didahulukan dari anggota klaster yang OPD pembinanya telah ditetapkan.`,
    );
  if (ada('sementara') > 0)
    saran.push(
      `Menuntaskan penilaian ${sejumlah(ada('sementara'), 'ormas')} yang berskor sementara agar ${data.sementara ? 'termuat sebagai skor lengkap dalam laporan akhir' : 'tahun depan skornya lengkap'}.`,
    );
  if (ada('dasar-hukum') > 0)
    saran.push(`Memfasilitasi ${sejumlah(ada('dasar-hukum'), 'ormas')} yang dasar hukumnya tidak sah.`);
  if (data.instrumen.catatan)
    saran.push(
      'Menetapkan bobot dan ambang instrumen melalui keputusan kantor, karena laporan ini memakai bobot bawaan.',
    );
  return saran;
}

/** The weakest indicator of a domain, for the table of domains. */
export function penyebabDomain(kelompok: AngkaKelompok, domain: string): string {
  const i = indikatorTerlemah(kelompok, domain);
  return i ? `${i.nama} (${desimal(i.rata ?? '0')})` : '–';
}

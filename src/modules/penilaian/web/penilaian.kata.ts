import Big from 'big.js';
import { angka, desimal, tanggal } from '../../../common/format.js';
import { selisihHari, tanggalWib } from '../../../common/tanggal.js';
import { type AsalIndikator, type CaraPutus, type Penanda } from '../../../iko/tingkat.js';
import { type JejakDomain, type JejakIndikator, type Nilai, isTakBerlaku } from '../../../iko/hasil.js';
import { type Butir, type Catatan, type Lencana } from '../../../infra/view/bagian.js';
import { lencanaSkor } from '../../ormas/ormas.lencana.js';

// The words of scores, the same on every page.

const PENANDA: Readonly<Record<Penanda, Lencana>> = {
  'dasar-hukum-tidak-sah': { jenis: 'bahaya', teks: 'Dasar hukum tidak sah' },
  'sanksi-aktif': { jenis: 'bahaya', teks: 'Sanksi aktif' },
  'sengketa-aktif': { jenis: 'perlu', teks: 'Sengketa terbuka' },
  'terdaftar-belum-lama': { jenis: 'netral', teks: 'Terdaftar belum lama' },
  'tanggal-daftar-tak-diketahui': { jenis: 'netral', teks: 'Tanggal pendaftaran tidak tercatat' },
};

/** Said beside scores while the window of their year runs, and then nothing is ranked; null once it is over. */
export function catatanJendela(p: { tahun: number; mulai: string; akhir: string }, kini: Date): Catatan | null {
  const hari = tanggalWib(kini);
  if (hari > p.akhir) return null;
  const [lewat, dari] = [Math.max(0, selisihHari(p.mulai, hari)), selisihHari(p.mulai, p.akhir) + 1];
  return {
    jenis: 'perlu',
    judul: `Masa penilaian ${p.tahun} masih berlangsung`,
    teks: `Masa penilaian berlangsung sampai ${tanggal(p.akhir)}; baru ${angka(lewat)} dari ${angka(dari)} hari berlalu. Skor tahun ini belum menggambarkan kinerja setahun, sehingga belum diperingkat dan belum dapat dibandingkan dengan tahun yang sudah berakhir.`,
  };
}

/** A flag beside a score. */
export function lencanaPenanda(p: Penanda): Lencana {
  return PENANDA[p];
}

/** The kind of a score, in the words that the register and the report use too. */
export function lencanaHasil(h: {
  status: 'dinilai' | 'profil-saja';
  sementara: boolean;
  tingkat: number | null;
  sebutan: string | null;
}): Lencana {
  return lencanaSkor({ ...h, profilSaja: h.status === 'profil-saja' });
}

const CARA: Readonly<Record<CaraPutus, string>> = {
  hitungan: 'Dihitung dari data portal',
  konfirmasi: 'Diperiksa dan dibenarkan petugas',
  koreksi: 'Ditetapkan petugas, berbeda dari hitungan atau penilaian mandiri',
  petugas: 'Ditetapkan petugas',
  mandiri: 'Dinilai sendiri oleh ormas',
  belum: 'Belum dinilai',
};

/** How a level came about. */
export function kalimatCara(cara: CaraPutus): string {
  return CARA[cara];
}

/** A value as words: "Tingkat 3", "Tak berlaku", "Belum dinilai". */
export function kataNilai(nilai: Nilai | undefined): string {
  if (nilai === undefined) return 'Belum dinilai';
  return isTakBerlaku(nilai) ? 'Tak berlaku' : `Tingkat ${nilai}`;
}

/** The sentence of the rubric for a value, or the reason why it does not apply. */
export function kalimatRubrik(asal: AsalIndikator, rubrik: readonly string[] | undefined): string {
  if (asal.akhir === undefined) return '';
  return isTakBerlaku(asal.akhir) ? asal.akhir.takBerlaku : (rubrik?.[asal.akhir] ?? '');
}

/** An exact fraction of the engine ("70/13", "4") as a figure: `5,38`; the fraction stays readable where it is none. */
export function kataPecahan(teks: string | null | undefined): string {
  if (!teks) return '–';
  return desimal(bilangan(teks).toFixed(10));
}

const bilangan = (teks: string): Big => {
  const [n = '0', d = '1'] = teks.split('/');
  return new Big(n).div(d);
};

/**
 * How a domain score arose, step by step: weight × level of each indicator, their sum, four times the weights that
 * count, and the score from these. Nothing where none is scored.
 */
export function langkahDomain(domain: JejakDomain, indikator: readonly JejakIndikator[]): Butir[] {
  if (domain.nilai === null) return [];
  const dinilai = indikator.filter((i) => i.tingkat !== undefined);
  const bobot = dinilai.reduce((a, i) => a.plus(bilangan(i.bobot)), new Big(0));
  return [
    ...indikator.map((i) => ({
      label: `${i.kode}: bobot × tingkat`,
      nilai:
        i.tingkat === undefined
          ? `tidak ikut dihitung (${i.takBerlaku === undefined ? 'belum dinilai' : 'tak berlaku'})`
          : `${kataPecahan(i.bobot)} × ${i.tingkat} = ${desimal(bilangan(i.bobot).times(i.tingkat).toFixed(10))}`,
    })),
    { label: 'Jumlah bobot × tingkat', nilai: kataPecahan(domain.pembilang) },
    {
      label: 'Paling tinggi, bila semuanya tingkat 4',
      nilai: `4 × jumlah bobot yang ikut dihitung ${desimal(bobot.toFixed(10))} = ${kataPecahan(domain.penyebut)}`,
    },
    {
      label: 'Nilai domain',
      nilai: `${kataPecahan(domain.bobot)} × ${kataPecahan(domain.pembilang)} ÷ ${kataPecahan(domain.penyebut)} = ${kataPecahan(domain.nilai)}`,
    },
  ];
}

const FAKTA: Readonly<Record<string, string>> = {
  butirRencana: 'Butir program kerja',
  butirTerlaksana: 'Butir program kerja yang terlaksana',
  kegiatan: 'Kegiatan terverifikasi dalam periode',
  laporanTepatWaktu: 'Laporan masuk paling lambat 30 hari',
  laporanTahunanTepatWaktu: 'Laporan tahunan tepat waktu',
  kegiatanTercatat: 'Kegiatan dengan jumlah peserta',
  kegiatanTerpilah: 'Kegiatan dengan peserta terpilah',
  peserta: 'Jumlah peserta',
  targetPeserta: 'Target peserta',
  kegiatanSebidang: 'Kegiatan dalam klaster sendiri',
  kegiatanBersamaOpd: 'Kegiatan bersama yang dikonfirmasi OPD',
  rekomendasiJatuhTempo: 'Rekomendasi yang jatuh tempo',
  rekomendasiSelesai: 'Rekomendasi yang selesai',
  rekomendasiTepatWaktu: 'Rekomendasi yang selesai tepat waktu',
  adArtSah: 'AD/ART',
  skPengurusSah: 'SK pengurus',
  programKerjaSah: 'Dokumen program kerja',
  sopKeuanganSah: 'SOP keuangan',
  dasarHukumSah: 'Dasar hukum',
  domisiliSah: 'Surat domisili',
  npwpSah: 'NPWP',
  profilMutakhir: 'Profil dikonfirmasi dalam 12 bulan',
  sanksiAktif: 'Sanksi aktif',
  sengketaAktif: 'Sengketa terbuka',
  forumDihadiri: 'Forum atau Musrenbang dihadiri',
  usulanTercatat: 'Usulan tercatat',
  usulanDiakomodasi: 'Usulan diakomodasi',
  wargaDiundang: 'Diundang penilaian warga',
  wargaDitolak: 'Menolak penilaian warga',
  wargaPenilai: 'Warga yang menilai',
  wargaKelompok: 'Kelompok warga',
  wargaBanyakNilai: 'Banyaknya nilai warga',
  wargaJumlahNilai: 'Jumlah nilai warga',
};

/** What a fact is called. */
export function kataFakta(nama: string): string {
  return FAKTA[nama] ?? nama;
}

/** A fact as words: a figure, "ya" or "tidak", "tidak ada". */
export function kataIsiFakta(nilai: number | boolean | null): string {
  if (nilai === null) return 'tidak ada';
  return typeof nilai === 'boolean' ? (nilai ? 'ya' : 'tidak') : String(nilai);
}

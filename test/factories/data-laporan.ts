import { bacaInstrumenBawaan } from '../../src/modules/penilaian/instrumen.seed.js';
import { type DataLaporan, type KegiatanLaporan, type OrmasLaporan } from '../../src/modules/laporan/laporan.types.js';
import { SETELAN_BAWAAN } from '../../src/modules/setelan/setelan.types.js';

const bawaan = bacaInstrumenBawaan().find((i) => i.isi.kode === 'iko-2022');
if (!bawaan) throw new Error('The default instrument is missing');
const { isi: instrumen, hash } = bawaan;
const kode = instrumen.domain.flatMap((d) => d.indikator.map((i) => i.kode));

const KEGIATAN: KegiatanLaporan = {
  jumlah: 4,
  tercatat: 4,
  laki: 30,
  perempuan: 40,
  anak: 5,
  pemuda: 10,
  lansia: 2,
  difabel: 1,
  tepatWaktu: 3,
  bersamaOpd: 1,
  foto: 8,
  dokumen: 4,
  terakhir: '2025-10-05',
  menunggu: 0,
};

/** One ormas of a report's data: a complete score of 60.00 at level 2 everywhere, everything in order, unless told. */
export function ormasLaporan(
  id: number,
  ubah: Partial<Omit<OrmasLaporan, 'kegiatan' | 'dokumen'>> & {
    kegiatan?: Partial<KegiatanLaporan>;
    dokumen?: Partial<OrmasLaporan['dokumen']>;
  } = {},
): OrmasLaporan {
  return {
    id,
    nama: `Ormas Rekaan ${id}`,
    bentuk: 'perkumpulan',
    statusRegister: 'terdaftar',
    opdId: 1,
    bidang: 'Lingkungan Hidup',
    ditetapkanSesudah: false,
    kelurahan: 'Sempur',
    kecamatan: 'Bogor Tengah',
    terdaftarPada: '2018-01-02',
    status: 'dinilai',
    ditandai: false,
    skor: '60.00',
    tingkat: 2,
    sebutan: 'Berkembang',
    cakupan: '94.00',
    sementara: false,
    domain: Object.fromEntries(instrumen.domain.map((d) => [d.kode, '12.00'])),
    indikator: Object.fromEntries(kode.map((k) => [k, { tingkat: 2 }])),
    bendera: [],
    profilMutakhir: true,
    laporanTahunan: true,
    rekomendasi: { jatuhTempo: 0, selesai: 0, tepatWaktu: 0 },
    pembinaan: [],
    lalu: [],
    domainLalu: null,
    ...ubah,
    kegiatan: { ...KEGIATAN, ...ubah.kegiatan },
    dokumen: {
      'dasar-hukum': true,
      'ad-art': true,
      'sk-pengurus': true,
      'program-kerja': true,
      'sop-keuangan': true,
      domisili: true,
      npwp: true,
      ...ubah.dokumen,
    },
  };
}

/** An ormas from which nothing came and nothing is known. */
export function ormasDiam(id: number, ubah: Parameters<typeof ormasLaporan>[1] = {}): OrmasLaporan {
  return ormasLaporan(id, {
    skor: '10.00',
    tingkat: 0,
    sebutan: 'Belum terukur',
    cakupan: '49.00',
    sementara: true,
    laporanTahunan: false,
    ...ubah,
    kegiatan: {
      ...Object.fromEntries(Object.keys(KEGIATAN).map((k) => [k, 0])),
      terakhir: null,
      ...ubah.kegiatan,
    },
  });
}

/** The frozen data of a report over the given ormas, with the default instrument and two clusters. */
export function dataLaporan(ormas: readonly OrmasLaporan[], ubah: Partial<DataLaporan> = {}): DataLaporan {
  return {
    skema: 1,
    laporanId: 7,
    nomor: 'LMT-2025-0007',
    sementara: false,
    disusun: '2025-12-05',
    tahun: 2025,
    mulai: '2024-12-01',
    akhir: '2025-11-30',
    hitungId: 3,
    dihitung: '2025-12-03',
    kantor: SETELAN_BAWAAN,
    instrumen,
    instrumenHash: hash,
    klaster: [
      { opdId: 1, kode: 'dlh', nama: 'DLH', namaLengkap: 'Dinas Lingkungan Hidup', bidang: ['Lingkungan Hidup'] },
      { opdId: null, kode: 'belum', nama: 'Belum ditetapkan', namaLengkap: 'Klaster belum ditetapkan', bidang: [] },
    ],
    ormas,
    tahunLalu: [],
    ...ubah,
  };
}

import { ormasBerakhir } from '../../ormas/ormas.policy.js';
import { angka, desimal, tanggal } from '../../../common/format.js';
import { selisihHari, tambahTahun, tanggalWib } from '../../../common/tanggal.js';
import { type Butir, type Jenis, type Lencana, type Tugas } from '../../../infra/view/bagian.js';
import { SEBUTAN_STATUS, type StatusKegiatan } from '../../kegiatan/kegiatan.status.js';
import { kataSkor, lencanaSkor } from '../../ormas/ormas.lencana.js';
import { keadaanDokumen, type KeadaanDokumen, type Legalitas, susunLegalitas } from '../../ormas/legalitas.js';
import { SEBUTAN_DOKUMEN } from '../../ormas/ormas.types.js';
import { masaLaporanTahunan } from '../../setelan/jendela.js';
import { type BahanSekretaris } from '../dasbor.types.js';
import { jalurLain } from './dasbor.paths.js';
import { kataDalam, kataLalu, kataLewat } from './kata.js';

const berakhir = (b: BahanSekretaris): boolean => ormasBerakhir(b.ormas);

/** Whether the ormas is asked to say that its profile still holds: once in twelve months (KBL1). */
export function perluKonfirmasi(b: BahanSekretaris): boolean {
  const pasti = b.konfirmasi;
  return !berakhir(b) && (pasti === null || pasti <= tambahTahun(tanggalWib(b.kini), -1));
}

/** From so many days before the twelve months are over the ormas is asked. */
const HARI_TANYA = 30;

/** Whether the home page asks: the twelve months are over, or nearly. */
export function tanyaKonfirmasi(b: BahanSekretaris): boolean {
  const pasti = b.konfirmasi;
  return (
    perluKonfirmasi(b) ||
    (!berakhir(b) && pasti !== null && selisihHari(tanggalWib(b.kini), tambahTahun(pasti, 1)) <= HARI_TANYA)
  );
}

/** What the secretary should do: what came back first, then what ends, then what is still missing. */
export function tugasSekretaris(b: BahanSekretaris): Tugas[] {
  if (berakhir(b)) return [];
  const { id } = b.ormas;
  const hari = tanggalWib(b.kini);
  const laporan = masaLaporanTahunan({ akhir: b.akhirJendela });
  return [
    ...b.perbaikan.map((k): Tugas => ({
      jenis: 'perlu',
      teks: `Perbaiki laporan “${k.judul}”`,
      ...(k.catatan && { alasan: k.catatan }),
      ...(k.sejak && { sejak: `dikembalikan ${kataLalu(k.sejak, b.kini)}` }),
      tombol: { teks: 'Perbaiki', href: jalurLain.ubahKegiatan(k.id) },
    })),
    ...b.perubahan.map((p): Tugas => ({
      jenis: 'perlu',
      teks: `Perbaiki permohonan perubahan: ${p.perihal}`,
      ...(p.catatan && { alasan: p.catatan }),
      ...(p.sejak && { sejak: `dikembalikan ${kataLalu(p.sejak, b.kini)}` }),
      tombol: { teks: 'Perbaiki', href: jalurLain.ubahPerubahan(p.id) },
    })),
    ...b.kunjungan.map((k) => tugasKunjungan(k)),
    ...tugasRekomendasi(b, hari),
    ...tugasSurat(b, hari),
    ...susunLegalitas(b.dokumen, hari).flatMap((l) => tugasDokumen(l, hari, id)),
    ...(hari >= laporan.buka && !b.laporanTahunan
      ? [
          {
            jenis: 'perlu' as const,
            teks: `Kirim laporan tahunan ${b.tahun}`,
            alasan: `Paling lambat ${tanggal(laporan.batas)}.`,
            tombol: { teks: 'Tulis laporan', href: jalurLain.rencana(id) },
          },
        ]
      : []),
    ...(b.programKerja === 0
      ? [
          {
            jenis: 'perlu' as const,
            teks: `Isi program kerja ${b.tahun}`,
            alasan: 'Kegiatan Anda dibandingkan dengan rencana ini.',
            tombol: { teks: 'Isi rencana', href: jalurLain.rencana(id) },
          },
        ]
      : []),
    ...(b.mandiri && b.mandiri.terisi < b.mandiri.dari
      ? [
          {
            jenis: 'netral' as const,
            teks: `Isi penilaian mandiri ${b.mandiri.tahun}`,
            alasan: `${angka(b.mandiri.terisi)} dari ${angka(b.mandiri.dari)} indikator sudah terisi.`,
            tombol: { teks: 'Isi penilaian', href: jalurLain.penilaianMandiri(b.mandiri.tahun, id) },
          },
        ]
      : []),
    ...b.draf.map((k): Tugas => ({
      jenis: 'netral',
      teks: k.judul ? `Lanjutkan draf “${k.judul}”` : 'Lanjutkan draf tanpa nama',
      sejak: `terakhir disimpan ${kataLalu(k.sejak, b.kini)}`,
      tombol: { teks: 'Lanjutkan', href: jalurLain.ubahKegiatan(k.id) },
    })),
  ];
}

function tugasKunjungan(k: BahanSekretaris['kunjungan'][number]): Tugas {
  return k.status === 'selesai'
    ? {
        jenis: 'perlu',
        teks: `Tanggapi berita acara kunjungan ${tanggal(k.hari)}`,
        alasan: 'Baca temuan petugas, lalu nyatakan setuju atau tidak.',
        tombol: { teks: 'Baca dan tanggapi', href: jalurLain.kunjungan(k.id) },
      }
    : {
        jenis: 'proses',
        teks: `Terima kunjungan petugas ${tanggal(k.hari)}`,
        alasan: 'Siapkan pengurus dan arsip organisasi di sekretariat.',
        tombol: { teks: 'Lihat kunjungan', href: jalurLain.kunjungan(k.id) },
      };
}

function tugasRekomendasi({ rekomendasi: { jumlah, terdekat }, ormas }: BahanSekretaris, hari: string): Tugas[] {
  if (jumlah === 0) return [];
  const lewat = terdekat !== null && terdekat < hari;
  return [
    {
      jenis: lewat ? 'bahaya' : 'perlu',
      teks: `Tindak lanjuti ${angka(jumlah)} rekomendasi`,
      ...(terdekat && {
        alasan: lewat
          ? `Jatuh tempo ${tanggal(terdekat)}, ${kataLewat(terdekat, hari)}.`
          : `Batas waktu terdekat ${tanggal(terdekat)}.`,
      }),
      tombol: { teks: 'Laporkan', href: jalurLain.rekomendasiOrmas(ormas.id) },
    },
  ];
}

function tugasDokumen(l: Legalitas, hari: string, ormasId: number): Tugas[] {
  const nama = SEBUTAN_DOKUMEN[l.jenis];
  const sampai = l.dokumen?.berlakuSampai;
  const tugas = (jenis: Jenis, teks: string, alasan: string): Tugas[] => [
    { jenis, teks, alasan, tombol: { teks: 'Serahkan dokumen', href: jalurLain.serahDokumen(ormasId, l.jenis) } },
  ];
  if (l.keadaan === 'berakhir' && sampai) {
    return tugas('bahaya', `Perbarui ${nama}`, `Berakhir ${tanggal(sampai)}. Serahkan yang baru.`);
  }
  if (l.keadaan === 'segera-berakhir' && sampai) {
    return tugas('perlu', `Perbarui ${nama}`, `Berakhir ${kataDalam(sampai, hari)}. Serahkan yang baru.`);
  }
  if (l.keadaan === 'tidak-sah') {
    return tugas(
      'bahaya',
      `Ganti ${nama}`,
      'Petugas menyatakan dokumen ini tidak sah. Serahkan penggantinya, atau tanyakan sebabnya kepada petugas.',
    );
  }
  return [];
}

/** Recommendations whose day is over. */
/** The letter of existence as one more paper of the legality: by the same days and in the same words. */
function legalitasSurat({ surat }: BahanSekretaris, hari: string): Legalitas | null {
  if (surat === null) return null;
  const { nomor, berlakuSampai } = surat;
  const dokumen = { jenis: 'domisili', nomor, tanggal: null, berlakuSampai, status: 'sah' } as const;
  const sisaHari = berlakuSampai === null ? null : selisihHari(hari, berlakuSampai);
  return { jenis: 'domisili', keadaan: keadaanDokumen(dokumen, hari), sisaHari, dokumen };
}

function tugasSurat(b: BahanSekretaris, hari: string): Tugas[] {
  const l = legalitasSurat(b, hari);
  const sampai = b.surat?.berlakuSampai;
  if (!l || !sampai || !b.surat || (l.keadaan !== 'berakhir' && l.keadaan !== 'segera-berakhir')) return [];
  const berakhir = l.keadaan === 'berakhir';
  return [
    {
      jenis: berakhir ? 'bahaya' : 'perlu',
      teks: `Perpanjang ${b.surat.nama === 'SKKO' ? 'SKKO' : b.surat.nama.toLowerCase()}`,
      alasan: `Berakhir ${berakhir ? tanggal(sampai) : kataDalam(sampai, hari)}. Hubungi Bakesbangpol untuk memperpanjangnya.`,
      tombol: { teks: 'Lihat surat', href: jalurLain.suratOrmas(b.ormas.id) },
    },
  ];
}

const URUTAN: readonly StatusKegiatan[] = ['terverifikasi', 'diajukan', 'dikembalikan', 'ditolak', 'draf'];

/** How the ormas stands, in lines that anyone understands. */
export function keadaanOrmas(b: BahanSekretaris): Butir[] {
  const hari = tanggalWib(b.kini);
  const { id, iko } = b.ormas;
  const surat = legalitasSurat(b, hari);
  const { terdekat } = b.rekomendasi;
  const lewat = terdekat !== null && terdekat < hari;
  return [
    ...[{ tahun: b.tahun, kegiatan: b.kegiatan }, ...b.kegiatanLain].map((k) => ({
      label: `Laporan kegiatan ${k.tahun}`,
      lencana: lencanaKegiatan(k),
      nilai: kalimatKegiatan(k),
      href: jalurLain.kegiatanOrmas(id, k.tahun),
    })),
    { label: `Laporan tahunan ${b.tahun}`, lencana: lencanaTahunan(b), nilai: '' },
    ...(surat === null || b.surat === null
      ? []
      : [{ label: b.surat.nama, lencana: lencanaDokumen(surat, hari), nilai: b.surat.nomor ?? '' }]),
    ...susunLegalitas(b.dokumen, hari).map((l) => ({
      label: SEBUTAN_DOKUMEN[l.jenis],
      lencana: lencanaDokumen(l, hari),
      nilai: '',
    })),
    {
      label: 'Profil',
      lencana: perluKonfirmasi(b)
        ? { jenis: 'perlu', teks: 'Perlu dipastikan' }
        : { jenis: 'baik', teks: 'Masih benar' },
      nilai: kataProfil(b),
    },
    ...(b.rekomendasi.jumlah === 0
      ? []
      : [
          {
            label: 'Rekomendasi',
            lencana: {
              jenis: lewat ? ('bahaya' as const) : ('perlu' as const),
              teks: `${angka(b.rekomendasi.jumlah)} belum selesai`,
            },
            nilai:
              terdekat === null
                ? ''
                : lewat
                  ? `jatuh tempo ${tanggal(terdekat)}, ${kataLewat(terdekat, hari)}`
                  : `jatuh tempo terdekat ${tanggal(terdekat)}`,
            href: jalurLain.rekomendasiOrmas(id),
          },
        ]),
    ...(iko === null || iko.skor === null
      ? [
          {
            label: iko === null ? 'IKO' : `IKO ${iko.tahun}`,
            lencana: iko === null ? { jenis: 'netral' as const, teks: kataSkor(iko) } : lencanaSkor(iko),
            nilai: '',
            ...(iko && { href: jalurLain.nilaiOrmas(iko.tahun, id) }),
          },
        ]
      : [
          {
            label: `IKO ${iko.tahun}`,
            ...(iko.sementara && { lencana: lencanaSkor(iko) }),
            nilai: [desimal(iko.skor), ...(iko.tingkat === null ? [] : [`tingkat ${iko.tingkat}`]), iko.sebutan ?? '']
              .filter(Boolean)
              .join(' · '),
            href: jalurLain.nilaiOrmas(iko.tahun, id),
          },
        ]),
  ];
}

function kataProfil(b: BahanSekretaris): string {
  return b.konfirmasi === null ? 'belum pernah dipastikan' : `dipastikan ${tanggal(b.konfirmasi)}`;
}

function kalimatKegiatan({ kegiatan }: Pick<BahanSekretaris, 'kegiatan'>): string {
  const bagian = URUTAN.flatMap((s) =>
    kegiatan[s] ? [`${angka(kegiatan[s])} ${SEBUTAN_STATUS[s].teks.toLowerCase()}`] : [],
  );
  return bagian.length === 0 ? 'belum ada laporan' : bagian.join(', ');
}

function lencanaKegiatan({ kegiatan }: Pick<BahanSekretaris, 'kegiatan'>): Lencana {
  if (kegiatan.dikembalikan) return { jenis: 'perlu', teks: 'Perlu diperbaiki' };
  if (kegiatan.diajukan) return { jenis: 'proses', teks: 'Sedang diperiksa' };
  if (kegiatan.terverifikasi) return { jenis: 'baik', teks: 'Diterima' };
  return kegiatan.ditolak ? { jenis: 'bahaya', teks: 'Ditolak' } : { jenis: 'netral', teks: 'Belum ada' };
}

function lencanaTahunan(b: BahanSekretaris): Lencana {
  return b.laporanTahunan ? { jenis: 'baik', teks: 'Sudah dikirim' } : { jenis: 'netral', teks: 'Belum dikirim' };
}

const JENIS: Readonly<Record<KeadaanDokumen, Jenis>> = {
  sah: 'baik',
  'segera-berakhir': 'perlu',
  berakhir: 'bahaya',
  'belum-diperiksa': 'proses',
  'tidak-sah': 'bahaya',
  'belum-ada': 'netral',
};

/** The same words as on the page of the ormas. */
function lencanaDokumen({ keadaan, dokumen }: Legalitas, hari: string): Lencana {
  const sampai = dokumen?.berlakuSampai;
  const teks: Record<KeadaanDokumen, string> = {
    sah: sampai ? `Berlaku sampai ${tanggal(sampai)}` : 'Sah',
    'segera-berakhir': sampai ? `Berakhir ${kataDalam(sampai, hari).replace(/ \(.*/, '')}` : '',
    berakhir: sampai ? `Berakhir ${tanggal(sampai)}` : '',
    'belum-diperiksa': 'Belum diperiksa petugas',
    'tidak-sah': 'Tidak sah',
    'belum-ada': 'Belum ada',
  };
  return { jenis: JENIS[keadaan], teks: teks[keadaan] };
}

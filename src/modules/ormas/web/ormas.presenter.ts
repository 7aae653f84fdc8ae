import { angka, desimal, rentangTanggal, tanggal } from '../../../common/format.js';
import { selisihHari, tambahTahun } from '../../../common/tanggal.js';
import {
  type Angka,
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomTeks,
  type Lencana,
  type Linimasa,
  type Penomoran,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { type RiwayatKlaster } from '../../klaster/klaster.types.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type BarisAudit } from '../../audit/audit.service.js';
import { presentPeristiwa } from '../peristiwa.js';
import { SEBUTAN_JABATAN } from '../jabatan.js';
import { keadaanDokumen } from '../legalitas.js';
import { kataDialihkan, type SebutanOrmas } from '../gabungan-ormas.service.js';
import { type IkoTahun, type RincianOrmas, SEBUTAN_BENTUK } from '../ormas.types.js';
import { kataSkor, lencanaKeaktifan, lencanaLegalitas, lencanaStatus } from '../ormas.lencana.js';
import { type FormulirOrmas } from '../sumber-formulir.js';
import { ormasBerakhir } from '../ormas.policy.js';
import { masihAda } from '../riwayat-status.js';
import { type BarisLegalitas, presentDiganti, presentLegalitas } from './legalitas.presenter.js';
import {
  presentPembinaan,
  presentRekomendasi,
  type TampilanRekomendasi,
  type TampilanSelisih,
} from './pembinaan-ormas.presenter.js';
import { presentProfil, type TampilanProfil } from './profil.presenter.js';
import { jalurOrmas } from './ormas.paths.js';

interface TampilanSurat {
  kalimat: string[];
  tindakan: { teks: string; href: string }[];
}

export interface TampilanRincian {
  judul: string;
  kepala: KepalaHalaman;
  /** What needs attention before anything else; null: nothing. */
  catatan: Catatan | null;
  /** Said to who came by the address of an entry that was merged into this one. */
  dialihkan: Catatan | null;
  /** The entries that were merged into this one; `href` null: not for this reader. */
  gabungan: { teks: string; href: string | null }[];
  /** The entry that holds in place of this one. */
  tujuan: { teks: string; href: string } | null;
  /** What the ormas was asked to do and has not done, each with its list; null: nothing, or not for this reader. */
  rekomendasi: TampilanRekomendasi | null;
  /** Its letter says what is no longer so. */
  surat: TampilanSurat | null;
  angka: Angka[];
  identitas: Butir[];
  tindakanStatus: Tindakan | null;
  /** Not `kontak`: the page's footer has that name. */
  butirKontak: Butir[];
  tindakanKontak: Tindakan | null;
  /** The page on which the ormas confirms its profile; null: not the reader's to do. */
  konfirmasi: Tindakan | null;
  /** What its form says beyond the identity; null: nothing is known. */
  profil: TampilanProfil | null;
  /** The approved forms of its registration. */
  formulir: { teks: string; href: string }[];
  /** Asking for changes, and reading what was asked. */
  tindakanPerubahan: Tindakan[];
  /** The form that opens the page as of a day. */
  pada: { aksi: string; kolom: KolomTeks };
  /** One line per document; of each kind the best for readers, every one for those who find on them. */
  legalitas: BarisLegalitas[];
  /** Documents that a newer one has replaced; empty also for who finds on none. */
  diganti: BarisLegalitas[];
  tindakanDokumen: Tindakan | null;
  pengurus: { jabatan: string; nama: string; masa: string; kini: boolean }[];
  klaster: { opd: string; bidang: string; masa: string; dasar: string }[];
  tindakanKlaster: Tindakan | null;
  kegiatan: { href: string };
  /** The newest field visits, and the page of all of them. */
  kunjungan: { href: string; baris: { teks: string; href: string; tujuan: string; lencana: Lencana[] }[] };
  /** Guidance and sanctions: the newest of the log, and the way to all of it. */
  pembinaan: {
    baris: { jenis: string; href: string; masa: string; lencana: Lencana | null }[];
    tindakan: Tindakan[];
    /** In what the standing differs from the log, with the act that settles it for who may; null: in nothing. */
    selisih: TampilanSelisih | null;
  };
  /** One line per year with a score, newest first; empty: none yet. */
  riwayatIko: { tahun: string; href: string; skor: string; keterangan: string; lencana: Lencana | null }[];
  linimasa: Linimasa;
  /** The pages of the timeline; null: there is one. */
  halamanLinimasa: Penomoran | null;
}

/** One ormas, opened. @param dari the merged entry by whose address the reader came here */
export function presentRincian(o: RincianOrmas, dari: SebutanOrmas | null = null): TampilanRincian {
  return {
    judul: o.nama,
    kepala: {
      judul: o.nama,
      pengantar: [o.bidang ?? (o.bidangTeks === null ? 'Bidang belum diisi' : 'Bidang belum dikenali'), tempat(o)].join(
        ' · ',
      ),
      remah: [
        { teks: 'Beranda', href: '/' },
        ...(o.boleh.lihatDaftar ? [{ teks: 'Ormas', href: jalurOrmas.daftar() }] : []),
      ],
      lencana: [lencanaStatus(o.status), lencanaKeaktifan(o)],
      tindakan: [
        { teks: 'Lihat kegiatan', href: jalurOrmas.kegiatan(o.id), ikon: 'kalender' },
        { teks: 'Surat keterangan', href: jalurOrmas.surat(o.id), ikon: 'dokumen' },
      ],
    },
    catatan: susunCatatan(o),
    rekomendasi: presentRekomendasi(o),
    surat: presentSuratBerubah(o),
    dialihkan:
      dari === null
        ? null
        : { jenis: 'netral', judul: 'Catatan ini menggantikan yang Anda buka', teks: kataDialihkan(dari) },
    gabungan: o.gabungan.map((g) => ({
      teks: `Nomor ${g.id}: ${g.nama}`,
      href: o.boleh.lihatGanda ? jalurOrmas.gabungan(g.id) : null,
    })),
    tujuan: o.digabungKe && {
      teks: `Nomor ${o.digabungKe.id}: ${o.digabungKe.nama}`,
      href: jalurOrmas.rincian(o.digabungKe.id),
    },
    angka: susunAngka(o),
    identitas: susunIdentitas(o),
    tindakanStatus: o.boleh.ubahStatus ? { teks: 'Ubah status', href: jalurOrmas.status(o.id), ikon: 'ubah' } : null,
    butirKontak: [
      { label: 'Alamat sekretariat', nilai: alamat(o) },
      { label: 'Telepon', nilai: o.kontak.telepon ?? '' },
      { label: 'Surel', nilai: o.kontak.surel ?? '' },
      {
        label: 'Profil dikonfirmasi',
        nilai: o.konfirmasiTerakhir === null ? 'belum pernah' : tanggal(o.konfirmasiTerakhir),
        ...lencanaKonfirmasi(o),
      },
    ],
    tindakanKontak: o.boleh.ubahKontak ? { teks: 'Ubah kontak', href: jalurOrmas.kontak(o.id), ikon: 'ubah' } : null,
    konfirmasi: o.boleh.konfirmasi
      ? { teks: 'Pastikan profil masih benar', href: jalurOrmas.konfirmasi(o.id), ikon: 'centang' }
      : null,
    profil: presentProfil(o),
    formulir: o.formulir.map((f) => presentFormulirOrmas(o, f)),
    tindakanPerubahan: [
      ...(o.boleh.ajukanPerubahan
        ? [{ teks: 'Ajukan perubahan data', href: jalurOrmas.perubahanBaru(o.id), ikon: 'ubah' }]
        : []),
      ...(o.boleh.lihatPerubahan
        ? [{ teks: 'Permohonan perubahan', href: jalurOrmas.perubahan(o.id), ikon: 'riwayat' }]
        : []),
    ],
    pada: { aksi: jalurOrmas.rincian(o.id), kolom: kolomPada(o.hari, o.hari) },
    legalitas: presentLegalitas(o),
    diganti: presentDiganti(o),
    tindakanDokumen: o.boleh.serahkanDokumen
      ? { teks: 'Serahkan dokumen', href: jalurOrmas.serahDokumen(o.id), jenis: 'biasa' }
      : null,
    pengurus: o.pengurus.map((p) => ({
      jabatan: SEBUTAN_JABATAN[p.jabatan] ?? p.jabatan,
      nama: p.nama,
      masa: masa(p.dari, p.sampai),
      kini: p.sampai === null || p.sampai >= o.hari,
    })),
    klaster: o.klaster.map(presentKlasterLama),
    tindakanKlaster: o.boleh.pindahKlaster
      ? {
          teks: o.opdId === null ? 'Tetapkan klaster' : 'Pindahkan klaster',
          href: jalurOrmas.klaster(o.id),
          jenis: o.opdId === null ? 'utama' : 'biasa',
        }
      : null,
    kegiatan: { href: jalurOrmas.kegiatan(o.id) },
    kunjungan: {
      href: jalurOrmas.kunjungan(o.id),
      baris: o.kunjungan.map((k) => ({
        ...{ teks: tanggal(k.hari), href: jalurOrmas.satuKunjungan(k.id), tujuan: k.tujuan, lencana: k.lencana },
      })),
    },
    pembinaan: presentPembinaan(o),
    riwayatIko: [...o.riwayatIko].reverse().map((i) => presentIkoTahun(o.id, i)),
    linimasa: {
      peristiwa: o.riwayat.isi.map((b) => {
        const href = alamatPeristiwa(o.id, b);
        return { ...presentPeristiwa(b), ...(href === null ? {} : { href }) };
      }),
    },
    halamanLinimasa:
      o.riwayat.jumlah > o.riwayat.perHalaman ? susunPenomoran(o.riwayat, (n) => jalurOrmas.riwayat(o.id, n)) : null,
  };
}

function presentFormulirOrmas(o: RincianOrmas, f: FormulirOrmas): TampilanRincian['formulir'][number] {
  const rinci = [...(f.nama === o.nama ? [] : [f.nama]), ...(f.disetujui === null ? [] : [tanggal(f.disetujui)])];
  const teks = `Formulir pendaftaran yang disetujui${rinci.length === 0 ? '' : ` (${rinci.join(', ')})`}`;
  return { teks, href: jalurOrmas.formulirPendaftaran(f.id) };
}

/** Where an event can be looked at closer; null: here. */
function alamatPeristiwa(ormasId: number, { objek, objekId }: BarisAudit): string | null {
  const nomor = /^\d{1,10}$/.test(objekId) ? Number(objekId) : 0;
  // The score of a merged entry is its own page: `2025/12`.
  const nilai = /^(\d{4})(?:\/(\d{1,10}))?$/.exec(objekId);
  if (objek === 'nilai' && nilai) return jalurOrmas.skor(Number(nilai[2] ?? ormasId), Number(nilai[1]));
  if (objek === 'kegiatan' && nomor > 0) return jalurOrmas.satuKegiatan(nomor);
  if (objek === 'kunjungan' && nomor > 0) return jalurOrmas.satuKunjungan(nomor);
  if (objek === 'perubahan' && nomor > 0) return jalurOrmas.perubahanRinci(nomor);
  if (objek === 'pembinaan' && nomor > 0) return jalurOrmas.satuPembinaan(nomor);
  if (objek === 'rekomendasi' && nomor > 0) return jalurOrmas.satuRekomendasi(nomor);
  return objek === 'surat' && nomor > 0 ? jalurOrmas.satuSurat(nomor) : null;
}

/** A year that is not closed is provisional, whatever its score. */
function presentIkoTahun(ormasId: number, i: IkoTahun): TampilanRincian['riwayatIko'][number] {
  const keadaan = i.berjalan ? 'Sementara, tahun belum ditutup' : null;
  return {
    tahun: String(i.tahun),
    href: jalurOrmas.skor(ormasId, i.tahun),
    skor: i.skor === null ? '–' : desimal(i.skor),
    keterangan: i.profilSaja ? `${kataSkor(i)}: terdaftar kurang dari satu tahun` : kataSkor(i),
    lencana: keadaan === null ? null : { jenis: 'perlu', teks: keadaan },
  };
}

function tempat(o: RincianOrmas): string {
  return o.kelurahan === null ? 'Luar domisili' : `Kelurahan ${o.kelurahan}, Kecamatan ${o.kecamatan ?? ''}`;
}

function alamat(o: RincianOrmas): string {
  const { alamat: jalan, rt, rw } = o.kontak;
  return [jalan, rt === null ? '' : `RT ${rt}`, rw === null ? '' : `RW ${rw}`, tempat(o)]
    .filter((b) => b !== '')
    .join(', ');
}

/** Confirmed within twelve months, or not (KBL1). */
function lencanaKonfirmasi(o: RincianOrmas): { lencana?: Lencana } {
  if (ormasBerakhir(o)) return {};
  const baru = o.konfirmasiTerakhir !== null && o.konfirmasiTerakhir > tambahTahun(o.hari, -1);
  return { lencana: baru ? { jenis: 'baik', teks: 'Masih benar' } : { jenis: 'perlu', teks: 'Perlu dipastikan' } };
}

/** The field for the day one wants to see. */
export function kolomPada(nilai: string, hariIni: string, galat: string | null = null): KolomTeks {
  return { nama: 'pada', label: 'Lihat keadaan pada tanggal', wajib: true, nilai, terbesar: hariIni, galat };
}

const masa = (dari: string, sampai: string | null): string =>
  sampai === null ? `sejak ${tanggal(dari)}` : rentangTanggal(dari, sampai);

function susunCatatan(o: RincianOrmas): Catatan | null {
  if (o.digabungKe)
    return {
      jenis: 'perlu',
      judul: `Sudah digabung ke “${o.digabungKe.nama}” (nomor ${o.digabungKe.id})`,
      teks: 'Di bawah ini catatan lama sebagaimana terakhir berlaku. Kegiatan, dokumen, dan akunnya dibaca pada catatan yang tetap.',
    };
  if (o.status === 'dicabut' || o.status === 'bubar') {
    return {
      jenis: 'netral',
      teks: 'Ormas ini sudah tidak ada dalam register berjalan; datanya disimpan sebagai riwayat.',
    };
  }
  if (o.status === 'dibekukan') return { jenis: 'perlu', teks: 'Kegiatan ormas ini sedang dihentikan sementara.' };
  if (o.opdId !== null) return null;
  const asal = o.bidangTeks === null ? '' : ` Bidang menurut register: "${o.bidangTeks}".`;
  return {
    jenis: 'perlu',
    judul: 'Klaster belum ditetapkan',
    teks: `Ormas ini belum mempunyai OPD pembina.${asal}`,
  };
}

function susunAngka(o: RincianOrmas): Angka[] {
  const iko: Angka =
    o.iko === null
      ? { label: 'IKO', nilai: '–', keterangan: 'Belum dinilai' }
      : {
          label: `IKO ${o.iko.tahun}`,
          nilai: o.iko.skor === null ? '–' : desimal(o.iko.skor),
          keterangan: kataSkor(o.iko),
          href: jalurOrmas.skor(o.id, o.iko.tahun),
        };
  return [
    iko,
    {
      label: 'Kegiatan terverifikasi terakhir',
      nilai: o.kegiatanTerakhir === null ? '–' : tanggal(o.kegiatanTerakhir),
      ...(o.aktif
        ? { keterangan: 'Dalam satu tahun terakhir' }
        : masihAda(o.status)
          ? { keterangan: 'Tidak ada dalam satu tahun terakhir' }
          : {}),
      href: jalurOrmas.kegiatan(o.id),
    },
    o.jumlahAnggota === null
      ? { label: 'Jumlah anggota', nilai: '–', keterangan: 'Belum dicatat' }
      : { label: 'Jumlah anggota', nilai: angka(o.jumlahAnggota), satuan: 'orang' },
  ];
}

function presentSuratBerubah({ id, surat }: RincianOrmas): TampilanSurat | null {
  if (surat === null) return null;
  const lihat = { teks: `Buka surat ${surat.nomor}`, href: jalurOrmas.satuSurat(surat.id) };
  const ganti = { teks: 'Terbitkan surat pengganti', href: jalurOrmas.suratBaru(id) };
  return { kalimat: surat.kalimat, tindakan: surat.bolehGanti ? [ganti, lihat] : [lihat] };
}

function nomorTanggal(nomor: string | null, pada: string | null): string {
  return [nomor ?? '', pada === null ? '' : tanggal(pada)].filter((b) => b !== '').join(', ');
}

function susunIdentitas(o: RincianOrmas): Butir[] {
  const skko = o.nomorSkko === null && o.skkoBerlakuSampai === null ? null : keadaanSkko(o);
  return [
    ...(o.singkatan === null ? [] : [{ label: 'Singkatan', nilai: o.singkatan }]),
    { label: 'Bentuk', nilai: SEBUTAN_BENTUK[o.bentuk] },
    { label: 'Bidang', nilai: o.bidang ?? '' },
    ...(o.bidangLain.length === 0 ? [] : [{ label: 'Bidang lain', nilai: o.bidangLain.join(', ') }]),
    {
      label: 'OPD pembina',
      nilai: o.opd ?? 'Belum ditetapkan',
      ...(o.opdKode !== null && o.boleh.lihatKlaster ? { href: jalurOrmas.klasterOpd(o.opdKode) } : {}),
    },
    { label: 'Dasar hukum', nilai: nomorTanggal(o.dasarHukumNomor, o.dasarHukumTanggal) },
    { label: 'Akta notaris', nilai: nomorTanggal(o.aktaNomor, o.aktaTanggal) },
    { label: 'NPWP', nilai: o.npwp ?? '' },
    { label: 'Surat keterangan', nilai: o.nomorSkko ?? '', ...(skko ? { lencana: skko } : {}) },
    { label: 'Terdaftar sejak', nilai: terdaftarSejak(o) },
    { label: 'Sumber dana', nilai: o.sumberDana ?? '' },
  ];
}

/**
 * A register file without a day of registration (that of Polri has none) leaves the day of the legal basis in its place:
 * the page says so.
 */
function terdaftarSejak({ terdaftarPada, dasarHukumTanggal }: RincianOrmas): string {
  if (terdaftarPada === null) return '';
  return `${tanggal(terdaftarPada)}${terdaftarPada === dasarHukumTanggal ? ', menurut tanggal dasar hukum' : ''}`;
}

function keadaanSkko(o: RincianOrmas): Lencana {
  const dokumen = {
    jenis: 'domisili',
    nomor: null,
    tanggal: null,
    berlakuSampai: o.skkoBerlakuSampai,
    status: 'sah',
  } as const;
  const keadaan = keadaanDokumen(dokumen, o.hari);
  const sisaHari = o.skkoBerlakuSampai === null ? null : selisihHari(o.hari, o.skkoBerlakuSampai);
  return lencanaLegalitas({ jenis: 'domisili', keadaan, sisaHari, dokumen });
}

/** Why an ormas stands in a cluster. */
export function dasarKlaster(k: Pick<RiwayatKlaster, 'sumber' | 'alasan'>): string {
  if (k.sumber === 'bidang') return 'Menurut bidang';
  const apa = k.sumber === 'petugas' ? 'Keputusan petugas' : 'OPD pembina bidang berganti';
  return k.alasan ? `${apa}: ${k.alasan}` : apa;
}

function presentKlasterLama(k: RiwayatKlaster): TampilanRincian['klaster'][number] {
  return {
    opd: k.opd ?? 'Belum ditetapkan',
    bidang: k.bidang ?? 'Bidang belum dikenali',
    masa: masa(k.berlakuDari, k.berlakuSampai),
    dasar: dasarKlaster(k),
  };
}

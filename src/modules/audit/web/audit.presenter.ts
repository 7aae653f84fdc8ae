import { type Aktor, SEBUTAN_PERAN, type Peran } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggal, tanggalJam } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import { tanggalSah } from '../../../common/tanggal.js';
import { type Saringan } from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type BarisJejak, type RagamAksi } from '../audit.service.js';
import { type SaringanAuditDto } from './audit.dto.js';
import { rincianAudit } from './audit.rincian.js';
import { alamatObjek } from './audit.tautan.js';

const JENIS_OBJEK: Readonly<Record<string, string>> = {
  akun: 'Akun',
  'calon-akun': 'Calon akun',
  ormas: 'Ormas',
  register: 'Register',
  'ormas-dokumen': 'Dokumen ormas',
  perubahan: 'Permohonan perubahan',
  pendaftaran: 'Pendaftaran',
  surat: 'Surat keterangan',
  kunjungan: 'Kunjungan lapangan',
  'berita-acara': 'Dokumen berita acara',
  impor: 'Impor register',
  kegiatan: 'Laporan kegiatan',
  'program-kerja': 'Program kerja',
  'laporan-ormas': 'Laporan tahunan ormas',
  periode: 'Periode penilaian',
  hitung: 'Perhitungan IKO',
  nilai: 'Nilai ormas',
  tingkat: 'Bukti tingkat',
  laporan: 'Laporan tahunan',
  rekomendasi: 'Rekomendasi',
  pembinaan: 'Pembinaan',
  setelan: 'Setelan',
  'hari-libur': 'Hari libur',
  lambang: 'Lambang kop surat',
  'kotak-keluar': 'Pekerjaan latar',
};

const RAGAM: Readonly<Record<RagamAksi, string>> = {
  perubahan: 'Perubahan data',
  semua: 'Semua peristiwa',
  masuk: 'Masuk dan keluar',
  baca: 'Membuka berkas dan mengunduh daftar',
  hitung: 'Perhitungan IKO',
};

/** The address of the trail with these filters. */
export function alamatAudit(
  s: SaringanAuditDto,
  ganti: Partial<Record<keyof SaringanAuditDto, string | number | undefined>> = {},
): string {
  const isi = { ...s, ...ganti };
  const q = new URLSearchParams();
  for (const [k, v] of Object.entries(isi))
    if (v !== undefined && v !== '' && !(k === 'halaman' && v === 1)) q.set(k, String(v));
  const teks = q.toString();
  return teks ? `/audit?${teks}` : '/audit';
}

function susunSaringan(s: SaringanAuditDto, namaOrmas: string | null, galat: readonly GalatIsian[]): Saringan {
  const pesan = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const saring = { ...s, halaman: undefined };
  const chip = (kunci: keyof SaringanAuditDto, teks: string | null): Saringan['aktif'] =>
    s[kunci] === undefined || teks === null ? [] : [{ teks, href: alamatAudit(saring, { [kunci]: undefined }) }];
  const nomor = s.ormas !== undefined && /^\d+$/.test(s.ormas);
  return {
    aksi: '/audit',
    cari: { nama: 'cari', label: 'Peristiwa', nilai: s.cari ?? '' },
    kolom: [
      { nama: 'pelaku', label: 'Pelaku', jenis: 'text', nilai: s.pelaku ?? '' },
      { nama: 'ormas', label: 'Nama ormas', jenis: 'text', nilai: s.ormas ?? '' },
      { nama: 'dari', label: 'Sejak', jenis: 'date', nilai: s.dari ?? '', galat: pesan('dari') },
      { nama: 'sampai', label: 'Sampai', jenis: 'date', nilai: s.sampai ?? '', galat: pesan('sampai') },
    ],
    pilihan: [
      {
        nama: 'ragam',
        label: 'Jenis peristiwa',
        opsi: Object.entries(RAGAM).map(([nilai, teks]) => ({
          nilai: nilai === 'perubahan' ? '' : nilai,
          teks,
          terpilih: (s.ragam ?? 'perubahan') === nilai,
        })),
      },
      {
        nama: 'objek',
        label: 'Mengenai',
        opsi: [
          { nilai: '', teks: 'Semua', terpilih: !s.objek },
          ...Object.entries(JENIS_OBJEK).map(([nilai, teks]) => ({ nilai, teks, terpilih: s.objek === nilai })),
        ],
      },
    ],
    tersembunyi: [],
    aktif: [
      ...chip('ragam', RAGAM[s.ragam ?? 'perubahan']),
      ...chip('cari', `“${s.cari}”`),
      ...chip('pelaku', `oleh ${s.pelaku}`),
      ...chip('ormas', nomor ? (namaOrmas ?? `ormas nomor ${s.ormas}`) : `ormas “${s.ormas}”`),
      ...chip('objek', `mengenai ${JENIS_OBJEK[s.objek ?? ''] ?? s.objek}`),
      ...chip('dari', s.dari && tanggalSah(s.dari) ? `sejak ${tanggal(s.dari)}` : null),
      ...chip('sampai', s.sampai && tanggalSah(s.sampai) ? `sampai ${tanggal(s.sampai)}` : null),
    ],
    hapusSemua: '/audit',
  };
}

/** `views/audit/daftar.hbs`: the whole trail, newest first. */
export function presentAudit(
  h: Halaman<BarisJejak>,
  s: SaringanAuditDto,
  aktor: Pick<Aktor, 'peran'>,
  galat: readonly GalatIsian[] = [],
) {
  return {
    judul: 'Jejak audit',
    pengantar: 'Setiap perubahan tercatat bersama pelaku dan waktunya, dan tidak dapat diubah.',
    remah: [{ teks: 'Beranda', href: '/' }],
    saringan: susunSaringan(s, h.isi.find((b) => String(b.ormasId) === s.ormas)?.ormasNama ?? null, galat),
    galat,
    // What is left out unless asked for is said, with the way to it.
    disembunyikan: s.ragam === undefined ? { href: alamatAudit(s, { ragam: 'semua', halaman: undefined }) } : null,
    baris: h.isi.map((b) => ({
      waktu: tanggalJam(b.waktu),
      waktuIso: b.waktu.toISOString(),
      siapa: b.aktorNama,
      hrefSiapa: alamatAudit({ ragam: s.ragam, pelaku: b.aktorNama }),
      peran: SEBUTAN_PERAN[b.aktorPeran as Peran | 'sistem'] ?? b.aktorPeran,
      ringkasan: b.ringkasan,
      objek: sebutObjek(b),
      href: alamatObjek(aktor, b) ?? '',
      ormas:
        b.ormasId === null || b.objek === 'ormas'
          ? null
          : { teks: b.ormasNama ?? `Ormas nomor ${b.ormasId}`, href: `/ormas/${b.ormasId}` },
      rincian: b.rincian === null ? null : JSON.stringify(rincianAudit(b.rincian), null, 1),
    })),
    penomoran: susunPenomoran(h, (halaman) => alamatAudit(s, { halaman })),
  };
}

function sebutObjek(b: BarisJejak): string {
  if (b.objek === 'ormas' && b.ormasNama !== null) return b.ormasNama;
  const jenis = JENIS_OBJEK[b.objek] ?? b.objek;
  return /^\d+$/.test(b.objekId) && b.objekId !== '0' ? `${jenis} nomor ${b.objekId}` : jenis;
}

import { SEBUTAN_PERAN, type Peran } from '../../../common/aktor.js';
import { tanggal, tanggalJam } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import { type Saringan } from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type BarisAudit } from '../audit.service.js';
import { type SaringanAuditDto } from './audit.dto.js';

const JENIS_OBJEK: Readonly<Record<string, string>> = {
  akun: 'Akun',
  ormas: 'Ormas',
  register: 'Register yang diimpor',
  kegiatan: 'Laporan kegiatan',
  berkas: 'Berkas',
  periode: 'Periode penilaian',
  hitung: 'Perhitungan IKO',
  nilai: 'Nilai ormas',
  laporan: 'Laporan tahunan',
  rekomendasi: 'Rekomendasi',
  pembinaan: 'Pembinaan',
  setelan: 'Setelan',
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

/** `views/audit/daftar.hbs`: the whole trail, newest first. */
export function presentAudit(h: Halaman<BarisAudit>, s: SaringanAuditDto) {
  const saring = { ...s, halaman: undefined };
  const saringan: Saringan = {
    aksi: '/audit',
    cari: { nama: 'cari', label: 'Pelaku atau peristiwa', nilai: s.cari ?? '' },
    pilihan: [
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
      ...(s.cari ? [{ teks: `“${s.cari}”`, href: alamatAudit(saring, { cari: undefined }) }] : []),
      ...(s.objek
        ? [{ teks: `mengenai ${JENIS_OBJEK[s.objek] ?? s.objek}`, href: alamatAudit(saring, { objek: undefined }) }]
        : []),
      ...(s.dari ? [{ teks: `sejak ${tanggal(s.dari)}`, href: alamatAudit(saring, { dari: undefined }) }] : []),
      ...(s.sampai ? [{ teks: `sampai ${tanggal(s.sampai)}`, href: alamatAudit(saring, { sampai: undefined }) }] : []),
    ],
    hapusSemua: '/audit',
  };
  return {
    judul: 'Jejak audit',
    pengantar: 'Setiap perubahan tercatat bersama pelaku dan waktunya, dan tidak dapat diubah.',
    remah: [{ teks: 'Beranda', href: '/' }],
    saringan,
    baris: h.isi.map((b) => ({
      waktu: tanggalJam(b.waktu),
      waktuIso: b.waktu.toISOString(),
      siapa: b.aktorNama,
      peran: SEBUTAN_PERAN[b.aktorPeran as Peran | 'sistem'] ?? b.aktorPeran,
      ringkasan: b.ringkasan,
      objek: `${JENIS_OBJEK[b.objek] ?? b.objek} ${b.objekId}`,
      ormas: b.ormasId === null ? null : { teks: `Ormas nomor ${b.ormasId}`, href: `/ormas/${b.ormasId}` },
      rincian: b.rincian === null ? null : JSON.stringify(b.rincian, null, 1),
    })),
    penomoran: susunPenomoran(h, (halaman) => alamatAudit(s, { halaman })),
  };
}

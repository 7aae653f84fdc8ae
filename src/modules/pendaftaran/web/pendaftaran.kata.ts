import { angka, tanggal, tanggalJam } from '../../../common/format.js';
import { type Butir, type Jenis, type Lencana, type Linimasa } from '../../../infra/view/bagian.js';
import { jalurBerkas, jalurBerkasKecil } from '../../berkas/berkas.paths.js';
import { lencanaHasil, lencanaKunjungan } from '../../lapangan/kunjungan.kata.js';
import { type BarisKunjungan, SEBUTAN_TUJUAN } from '../../lapangan/kunjungan.types.js';
import { FORMULIR } from '../formulir.data.js';
import { dokumenDiminta, kataDokumen, kataJawaban } from '../pendaftaran.aturan.js';
import { SEBUTAN_STATUS } from '../pendaftaran.status.js';
import { type DokumenPendaftaran, type JamLayanan, type PendaftaranRinci } from '../pendaftaran.types.js';
import { jalurPendaftaran } from './pendaftaran.paths.js';

/** The number by which people speak of an application. */
export const nomorPendaftaran = (id: number): string => `Pendaftaran nomor ${id}`;

/** How an application is called: by the name of the organisation, once it was typed. */
export const sebutanPendaftaran = (p: { id: number; nama: string }): string => p.nama || nomorPendaftaran(p.id);

/** Where the clock stands, in one sentence that both sides read. */
export function kataJam(jam: JamLayanan | null): string {
  if (jam === null) return 'Waktu layanan mulai dihitung setelah pendaftaran dikirim.';
  const terpakai = `${angka(jam.terpakai)} dari ${jam.jatah} hari kerja terpakai`;
  if (jam.keadaan === 'selesai') return `Selesai; ${terpakai}.`;
  if (jam.keadaan === 'berhenti') return `Berhenti selama menunggu perbaikan dari pemohon; ${terpakai}.`;
  if (jam.sisa < 0) return `Lewat ${angka(-jam.sisa)} hari kerja dari batas ${jam.jatah} hari kerja.`;
  return `Sisa ${angka(jam.sisa)} hari kerja${jam.tenggat ? `, paling lambat ${tanggal(jam.tenggat)}` : ''}; ${terpakai}.`;
}

/** The clock as a badge for lists; null where it says nothing. */
export function lencanaJam(jam: JamLayanan | null): Lencana | null {
  if (jam === null || jam.keadaan === 'selesai') return null;
  if (jam.keadaan === 'berhenti') return { jenis: 'netral', teks: 'Waktu berhenti' };
  if (jam.sisa < 0) return { jenis: 'bahaya', teks: `Lewat ${angka(-jam.sisa)} hari kerja` };
  return { jenis: jam.sisa <= 3 ? 'perlu' : 'proses', teks: `Sisa ${angka(jam.sisa)} hari kerja` };
}

/** The status of an application as its badge. */
export const lencanaStatus = (p: Pick<PendaftaranRinci, 'status'>): Lencana => SEBUTAN_STATUS[p.status];

const JENIS_PERISTIWA: Readonly<Record<string, Jenis>> = {
  'pendaftaran.ajukan': 'proses',
  'pendaftaran.kembalikan': 'perlu',
  'pendaftaran.tolak': 'bahaya',
  'pendaftaran.verifikasi': 'baik',
  'pendaftaran.daftarkan': 'baik',
  'pendaftaran.bukaKembali': 'proses',
};
/** What is of interest only while it happens; a reading of a file is in the trail of the admin. */
const BUKAN_PERISTIWA = new Set(['pendaftaran.isi', 'pendaftaran.dokumen', 'pendaftaran.periksa', 'berkas.baca']);
/** Words between the people of the office. */
const CATATAN_DALAM = new Set(['pendaftaran.batalkanVerifikasi', 'pendaftaran.verifikasi']);

/** What happened, newest first. An applicant reads who of the office decided, but not what they say to each other. */
export function linimasaPendaftaran(p: PendaftaranRinci, pemohon: boolean): Linimasa {
  return {
    peristiwa: p.riwayat
      .filter((r) => !BUKAN_PERISTIWA.has(r.aksi))
      .map((r) => {
        const catatan = (r.rincian as { catatan?: unknown } | null)?.catatan;
        const dalam = pemohon && CATATAN_DALAM.has(r.aksi);
        return {
          jenis: JENIS_PERISTIWA[r.aksi] ?? 'netral',
          apa: r.ringkasan,
          saat: tanggalJam(r.waktu),
          saatIso: r.waktu.toISOString(),
          siapa: r.aktorNama,
          ...(typeof catatan === 'string' && !dalam && { catatan }),
        };
      }),
  };
}

/** A field visit to an application. */
export interface KunjunganTampil {
  teks: string;
  href: string;
  petugas: string;
  lencana: Lencana[];
}

/** The field visits to an application, newest first. @param hari today, 'YYYY-MM-DD' */
export function kunjunganTampil(kunjungan: readonly BarisKunjungan[], hari: string): KunjunganTampil[] {
  return kunjungan.map((k) => ({
    ...{ teks: `${SEBUTAN_TUJUAN[k.tujuan]}, ${tanggal(k.tanggalNyata ?? k.tanggal)}`, petugas: k.petugas },
    href: jalurPendaftaran.kunjungan(k.id),
    lencana: [lencanaKunjungan(k, hari), ...lencanaHasil(k)],
  }));
}

/** The answers of each page in words. */
export function kelompokJawaban(
  p: PendaftaranRinci,
  ubah?: (kode: string) => string,
): { judul: string; ubah?: string; butir: Butir[] }[] {
  return FORMULIR.map((h) => ({
    judul: h.judul,
    ...(ubah && { ubah: ubah(h.kode) }),
    butir: h.kolom.map((k) => ({ label: k.label, nilai: kataJawaban(k, p.jawaban, p.rujukan) })),
  }));
}

/** A document of an application as it is shown. */
export interface DokumenTampil {
  kode: string;
  nama: string;
  wajib: boolean;
  pribadi: boolean;
  keterangan: string;
  ada: boolean;
  href: string | null;
  gambar: string | null;
  namaBerkas: string;
  dokumen: DokumenPendaftaran | null;
}

/** The documents that the checklist has, with what is there. `bolehPribadi`: the reader may open papers of persons. */
export function dokumenTampil(
  p: Pick<PendaftaranRinci, 'jawaban' | 'dokumen'>,
  bolehPribadi: boolean,
): DokumenTampil[] {
  return dokumenDiminta(p.jawaban).map(({ dokumen: d, wajib }) => {
    const ada = p.dokumen.find((x) => x.kode === d.kode) ?? null;
    const terbuka = ada?.berkasId && (!d.pribadi || bolehPribadi) ? ada.berkasId : null;
    return {
      ...{ kode: d.kode, nama: d.nama, wajib, pribadi: d.pribadi, ada: Boolean(ada?.berkasId) },
      keterangan: ada ? kataDokumen({ ...ada, namaBerkas: '' }) : '',
      href: terbuka === null ? null : jalurBerkas(terbuka),
      // A small picture of a KTP on every page would be read without anybody asking for it.
      gambar: terbuka !== null && !d.pribadi && ada?.mime.startsWith('image/') ? jalurBerkasKecil(terbuka) : null,
      namaBerkas:
        terbuka === null ? (ada?.berkasId ? 'berkas pribadi, tidak untuk peran Anda' : '') : (ada?.namaBerkas ?? ''),
      dokumen: ada,
    };
  });
}

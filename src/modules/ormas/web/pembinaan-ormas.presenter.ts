import { angka, rentangTanggal, tanggal } from '../../../common/format.js';
import { type Jenis, type Lencana, type Tindakan } from '../../../infra/view/bagian.js';
import { type CatatanPembinaan, type RekomendasiOrmas, type RincianOrmas, type SelisihStatus } from '../ormas.types.js';
import { kataSelisih, sanksiBerlaku, SEBUTAN_PEMBINAAN } from '../sanksi.js';
import { jalurOrmas } from './ormas.paths.js';

/** `views/ormas/selisih.hbs`. */
export interface TampilanSelisih {
  judul: string;
  teks: string;
  /** null: not the reader's to settle. */
  tindakan: Tindakan | null;
}

/** So many rows of the log stand on the page of an ormas. */
const TAMPIL = 4;

/** The section of guidance and sanctions on the page of an ormas. */
export function presentPembinaan(o: Pick<RincianOrmas, 'id' | 'hari' | 'pembinaan' | 'boleh'>): {
  baris: { jenis: string; href: string; masa: string; lencana: Lencana | null }[];
  tindakan: Tindakan[];
  selisih: TampilanSelisih | null;
} {
  const { catatan, selisih } = o.pembinaan;
  return {
    baris: catatan.slice(0, TAMPIL).map((b) => barisCatatan(b, o.hari)),
    tindakan: [
      { teks: 'Pembinaan dan sanksi', href: jalurOrmas.pembinaan(o.id), ikon: 'riwayat' },
      { teks: 'Rekomendasi', href: jalurOrmas.rekomendasi(o.id), ikon: 'tugas' },
    ],
    selisih: selisih && presentSelisih(o.id, selisih, o.boleh.ubahStatus),
  };
}

/** One row of the log, short. */
export function barisCatatan(
  b: CatatanPembinaan,
  hari: string,
): { jenis: string; href: string; masa: string; lencana: Lencana | null } {
  const sanksi = b.jenis !== 'pembinaan';
  return {
    jenis: SEBUTAN_PEMBINAAN[b.jenis],
    href: jalurOrmas.satuPembinaan(b.id),
    masa: b.sampai !== null ? rentangTanggal(b.tanggal, b.sampai) : `${sanksi ? 'sejak ' : ''}${tanggal(b.tanggal)}`,
    lencana: !sanksi
      ? null
      : sanksiBerlaku(b, hari)
        ? { jenis: 'perlu', teks: 'Berlaku' }
        : { jenis: 'netral', teks: 'Berakhir' },
  };
}

/** A difference between standing and log. @param bolehUbah whether the reader records standing */
export function presentSelisih(ormasId: number, s: SelisihStatus, bolehUbah: boolean): TampilanSelisih {
  const { judul, teks, tombol } = kataSelisih(s);
  const href =
    s.jenis === 'sanksi-tertinggal'
      ? jalurOrmas.pembinaanBaru(ormasId, s.sanksi)
      : jalurOrmas.statusDariSanksi(ormasId, s.sanksi.id);
  return { judul, teks, tindakan: bolehUbah ? { teks: tombol, href } : null };
}

/** What the ormas was asked to do and has not done. */
export interface TampilanRekomendasi {
  jenis: Jenis;
  butir: { teks: string; href: string }[];
}

/** How many recommendations stand open and are late, each with its list; null: none, or not for this reader. */
export function presentRekomendasi({
  id,
  rekomendasi: r,
}: Pick<RincianOrmas, 'id' | 'rekomendasi'>): TampilanRekomendasi | null {
  if (r === null) return null;
  const satu = (keadaan: keyof RekomendasiOrmas, kata: string) =>
    r[keadaan] === 0 ? [] : [{ teks: `${angka(r[keadaan])} ${kata}`, href: jalurOrmas.rekomendasi(id, keadaan) }];
  const butir = [
    ...satu('terlambat', 'rekomendasi lewat batas waktu'),
    ...satu('terbuka', 'rekomendasi belum selesai'),
    ...satu('dilaporkan', 'rekomendasi menunggu pemeriksaan'),
  ];
  return butir.length === 0 ? null : { jenis: r.terlambat > 0 ? 'bahaya' : 'perlu', butir };
}

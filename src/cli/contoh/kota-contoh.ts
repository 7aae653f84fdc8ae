import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM } from '../../common/aktor.js';
import { awalHariWib, tambahHari, tambahTahun } from '../../common/tanggal.js';
import { type BerkasSiap } from '../../modules/berkas/berkas.types.js';
import { type KegiatanMuatan, type MuatKegiatanService } from '../../modules/kegiatan/muat-kegiatan.service.js';
import { ISIAN_KOSONG } from '../../modules/kegiatan/kegiatan.types.js';
import { type DokumenMuatan } from '../../modules/ormas/muat-ormas.service.js';
import { type RekomendasiMuatan } from '../../modules/rekomendasi/muat-rekomendasi.service.js';
import { type AcakTetap } from './acak-tetap.js';
import { CATATAN_KEMBALI, ISI_REKOMENDASI, KETERANGAN_FOTO, REKOMENDASI_DOKUMEN } from './bahan.js';
import {
  kegiatanSetahun,
  peluangDokumen,
  rencanaKerja,
  watakAwal,
  watakBerikut,
  type JendelaContoh,
  type KegiatanContoh,
  type OrmasContoh,
  type Watak,
} from './cerita.js';

/** Pictures and attendance lists, stored once and used by many reports. */
export interface BuktiContoh {
  foto: readonly BerkasSiap[];
  dokumen: readonly BerkasSiap[];
}

/** Instant of a day in Jakarta at an hour (0–23). */
const saat = (hari: string, jam: number): Date => new Date(awalHariWib(hari).getTime() + jam * 3_600_000);

const palingLambat = (hari: string, batas: string): string => (hari < batas ? hari : batas);

/** The nature of every ormas in every year, so that figures rise and fall for a reason. */
export function watakTiapTahun(
  acak: AcakTetap,
  ormas: readonly OrmasContoh[],
  tahun: readonly number[],
): Map<string, Watak> {
  const watak = new Map<string, Watak>();
  for (const o of ormas) {
    let kini = watakAwal(acak);
    for (const t of tahun) {
      watak.set(`${o.id}/${t}`, kini);
      kini = watakBerikut(acak, kini);
    }
  }
  return watak;
}

/** Fills one year of the city: plans, reports in every state, yearly reports. Returns the number of reports. */
export async function isiTahun(
  em: EntityManager,
  muat: MuatKegiatanService,
  acak: AcakTetap,
  isi: {
    ormas: readonly OrmasContoh[];
    watak: ReadonlyMap<string, Watak>;
    jendela: JendelaContoh;
    bukti: BuktiContoh;
    petugas: readonly number[];
    hariIni: string;
    /** The day on which an ormas ends for good; null: it stands in the register. */
    berakhir: (ormasId: number) => string | null;
  },
): Promise<number> {
  const { ormas, watak, jendela, hariIni } = isi;
  const ada = ormas.filter((o) => o.terdaftarPada <= jendela.sampai);
  const sifat = (o: OrmasContoh): Watak => watak.get(`${o.id}/${jendela.tahun}`) ?? 'sedang';

  const rencana = ada.map((o) => rencanaKerja(acak, o, sifat(o)));
  const butirId = await muat.muatProgram(
    em,
    AKTOR_SISTEM,
    ada.flatMap((o, i) =>
      (rencana[i] ?? []).map((r) => ({
        ormasId: o.id,
        tahun: jendela.tahun,
        nama: r.nama,
        targetPenerima: r.target,
        anggaran: `${r.anggaran}.00`,
      })),
    ),
  );
  let awal = 0;
  const daftar: KegiatanMuatan[] = [];
  for (const [i, o] of ada.entries()) {
    const jumlah = rencana[i]?.length ?? 0;
    const id = butirId.slice(awal, awal + jumlah);
    awal += jumlah;
    for (const k of kegiatanSetahun(acak, o, sifat(o), jendela, jumlah)) {
      const laporan = laporanContoh(acak, { o, k, butir: id, bukti: isi.bukti, petugas: isi.petugas, hariIni });
      // Whoever has ended neither reports nor waits for a decision.
      const akhir = isi.berakhir(o.id);
      if (akhir === null || tambahHari(k.selesai, k.laporHari + PALING_LAMA_PUTUS) < akhir) daftar.push(laporan);
    }
  }
  await muat.muatBanyak(em, AKTOR_SISTEM, daftar);
  const tahunan = ada
    .filter((o) => acak.peluang({ teladan: 96, baik: 82, sedang: 55, lemah: 22, diam: 3 }[sifat(o)]))
    .map((o) => ({ o, hari: tambahHari(jendela.akhir, -acak.bulat(20)) }))
    .filter(({ hari }) => hari < hariIni);
  await muat.muatLaporan(
    em,
    AKTOR_SISTEM,
    tahunan.map(({ o, hari }) => ({
      ormasId: o.id,
      tahun: jendela.tahun,
      ringkasan: `Sepanjang ${jendela.tahun} pengurus menjalankan program kerja, memperbarui data anggota, dan menyampaikan laporan keuangan kepada anggota.`,
      diajukanPada: saat(hari, 10),
    })),
  );
  return daftar.length;
}

interface BahanMuatan {
  o: OrmasContoh;
  k: KegiatanContoh;
  butir: readonly number[];
  bukti: BuktiContoh;
  petugas: readonly number[];
  hariIni: string;
}

/** The longest that a decision takes, in days. */
const PALING_LAMA_PUTUS = 9;

/**
 * A report with its history: what is old is decided, what is fresh waits, and a few went wrong. Whatever was done was
 * done before `hariIni`, so that nothing of it lies in the future at any hour of that day.
 */
export function laporanContoh(acak: AcakTetap, { o, k, butir, bukti, petugas, hariIni }: BahanMuatan): KegiatanMuatan {
  const lapor = tambahHari(k.selesai, k.laporHari);
  const putus = tambahHari(lapor, acak.antara(1, PALING_LAMA_PUTUS));
  const sudahLapor = lapor < hariIni;
  const sudahPutus = putus < hariIni;
  // What was returned long ago has been put right since; a few of the fresh ones still wait for their ormas.
  const nasib = acak.bulat(100);
  const baruDiputus = putus > tambahHari(hariIni, -45);
  const putusan =
    nasib < 2 ? 'ditolak' : baruDiputus && nasib < 20 ? 'dikembalikan' : nasib === 20 ? 'dibatalkan' : 'terverifikasi';
  const status = !sudahLapor ? 'draf' : !sudahPutus ? 'diajukan' : putusan;
  const diputuskan = status === 'terverifikasi' || status === 'ditolak' || status === 'dikembalikan';
  const p = k.peserta;
  const foto = Array.from({ length: k.jumlahFoto }, () => ({
    siap: acak.pilih(bukti.foto),
    keterangan: acak.pilih(KETERANGAN_FOTO),
  }));
  const dokumen = k.denganDokumen ? [{ siap: acak.pilih(bukti.dokumen), keterangan: 'Daftar hadir' }] : [];
  return {
    ormasId: o.id,
    isian: {
      ...ISIAN_KOSONG,
      judul: k.judul,
      uraian: k.uraian,
      tanggalMulai: k.mulai,
      tanggalSelesai: k.selesai,
      tempat: `Balai warga ${o.kelurahan}`,
      kelurahanId: o.kelurahanId,
      bidangId: k.dalamKlaster ? o.bidangId : null,
      programKerjaId: k.butirRencana === null ? null : (butir[k.butirRencana] ?? null),
      pesertaLaki: p?.laki ?? null,
      pesertaPerempuan: p?.perempuan ?? null,
      pesertaAnak: p?.anak ?? null,
      pesertaPemuda: p?.pemuda ?? null,
      pesertaLansia: p?.lansia ?? null,
      pesertaDifabel: p?.difabel ?? null,
      realisasi: k.realisasi === null ? null : `${k.realisasi}.00`,
      bersamaOpdId: k.bersamaOpd ? o.opdId : null,
    },
    status,
    catatan:
      status === 'dikembalikan'
        ? acak.pilih(CATATAN_KEMBALI)
        : status === 'ditolak'
          ? 'Kegiatan yang sama sudah dilaporkan dengan nomor lain.'
          : null,
    dibuatOleh: null,
    dibuatPada: saat(sudahLapor ? lapor : k.selesai, 19),
    diajukanPertamaPada: sudahLapor && status !== 'dibatalkan' ? saat(lapor, 20) : null,
    diajukanPada: sudahLapor && status !== 'dibatalkan' ? saat(lapor, 20) : null,
    diputuskanPada: diputuskan ? saat(putus, 11) : null,
    diputuskanOleh: diputuskan ? acak.pilih(petugas) : null,
    opdKonfirmasiPada: k.bersamaOpd && status === 'terverifikasi' && acak.peluang(80) ? saat(putus, 14) : null,
    bukti: [...foto, ...dokumen],
  };
}

/**
 * Documents beside those of the register, with the file of their kind (`berkas`): some ended, some ending soon, some
 * invalid, and a few that the one in force took the place of.
 */
export function dokumenKota(
  acak: AcakTetap,
  ormas: readonly OrmasContoh[],
  watak: (o: OrmasContoh) => Watak,
  hariIni: string,
  berkas: ReadonlyMap<string, BerkasSiap>,
): DokumenMuatan[] {
  const masa = { 'ad-art': 0, 'sk-pengurus': 5, 'program-kerja': 0, 'sop-keuangan': 0, domisili: 5 } as const;
  const dokumen = ormas.flatMap((o) =>
    Object.entries(masa).flatMap(([jenis, tahun]): DokumenMuatan[] => {
      if (!acak.peluang(peluangDokumen(watak(o)))) return [];
      const tanggal =
        tambahTahun(o.terdaftarPada, 0) > '2021-06-01' ? o.terdaftarPada : tambahHari('2021-06-01', acak.bulat(1200));
      // A handful end within 30, 60 and 90 days of today.
      const habis = acak.peluang(8) ? tambahHari(hariIni, acak.antara(5, 88)) : tambahTahun(tanggal, tahun);
      return [
        {
          ormasId: o.id,
          jenis: jenis as DokumenMuatan['jenis'],
          nomor: `${o.id}/${jenis.toUpperCase()}/REKAAN`,
          tanggal,
          berlakuSampai: tahun === 0 ? null : habis > tanggal ? habis : tambahTahun(tanggal, tahun),
          siap: berkas.get(jenis) ?? null,
          status: acak.peluang(94) ? 'sah' : acak.peluang(50) ? 'tidak-sah' : 'belum-diperiksa',
        },
      ];
    }),
  );
  return [...dokumen, ...pendahuluSk(dokumen, ormas, hariIni)];
}

/** How many ormas show the decree before today's. */
const SK_LAMA = 3;

/** The decrees on the boards before, of the first ormas that were registered under an earlier board than today's. */
function pendahuluSk(
  dokumen: readonly DokumenMuatan[],
  ormas: readonly OrmasContoh[],
  hariIni: string,
): DokumenMuatan[] {
  const terdaftar = new Map(ormas.map((o) => [o.id, o.terdaftarPada]));
  return dokumen
    .flatMap((d) => {
      const sejak = terdaftar.get(d.ormasId);
      const berlaku = d.jenis === 'sk-pengurus' && d.status === 'sah' && (d.berlakuSampai ?? '') >= hariIni;
      if (!berlaku || !d.tanggal || !sejak || sejak > tambahTahun(d.tanggal, -1)) return [];
      const mulai = tambahTahun(d.tanggal, -5);
      return [
        {
          ...{ ...d, nomor: `${d.nomor ?? ''}/LAMA`, tanggal: mulai > sejak ? mulai : sejak },
          berlakuSampai: tambahHari(d.tanggal, -1),
        },
      ];
    })
    .slice(0, SK_LAMA);
}

/** Of each ormas what it was told before, so that nobody is told the same again. */
export type RekomendasiTerpakai = Map<number, Set<string>>;

interface BahanRekomendasi {
  /** Whether an ormas has a document in force, and so needs no recommendation about it. */
  punya: (o: OrmasContoh, jenis: string) => boolean;
  terpakai: RekomendasiTerpakai;
}

/** Recommendations that fall due in a window; about half of the ormas have some, each another one. */
export function rekomendasiKota(
  acak: AcakTetap,
  ormas: readonly OrmasContoh[],
  watak: (o: OrmasContoh) => Watak,
  j: JendelaContoh,
  { punya, terpakai }: BahanRekomendasi,
): RekomendasiMuatan[] {
  return ormas.flatMap((o) =>
    Array.from({ length: acak.peluang(55) ? acak.antara(1, 3) : 0 }, (): RekomendasiMuatan => {
      const sudah = terpakai.get(o.id) ?? new Set();
      terpakai.set(o.id, sudah);
      const perlu = ISI_REKOMENDASI.filter((t) => !sudah.has(t) && !punya(o, REKOMENDASI_DOKUMEN[t] ?? ''));
      const isi = acak.pilih(perlu);
      sudah.add(isi);
      const jatuhTempo = tambahHari(j.mulai, acak.antara(120, 340));
      const beres = acak.peluang({ teladan: 95, baik: 80, sedang: 55, lemah: 25, diam: 4 }[watak(o)]);
      const selesai = tambahHari(jatuhTempo, acak.antara(-40, 12));
      return {
        ormasId: o.id,
        isi,
        sumber: `Monev ${j.tahun - 1}`,
        dibuatPada: saat(palingLambat(tambahHari(j.mulai, acak.bulat(30)), j.sampai), 9),
        jatuhTempo,
        selesaiPada: beres && selesai <= j.sampai ? selesai : null,
      };
    }),
  );
}

import { type INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DokumenOrmasService } from '../../modules/ormas/dokumen-ormas.service.js';
import { type IsianStatus, type StatusOrmas } from '../../modules/ormas/ormas.types.js';
import { StatusOrmasService } from '../../modules/ormas/status-ormas.service.js';
import { type OrmasContoh } from './cerita.js';

/** What befell an ormas: one or two changes of its standing, in order of days. */
export interface KisahStatus {
  ormasId: number;
  langkah: readonly IsianStatus[];
  /** Its legal basis is in dispute, too. */
  sengketa: boolean;
}

/** The day, but neither before the first nor after the last. */
const antara = (paling: string, ingin: string, akhir: string): string =>
  ingin > akhir ? akhir : ingin < paling ? paling : ingin;

/**
 * The fates of a handful of ormas that fell silent: dissolved within the year of the report, so that it is not assessed
 * in it; suspended and registered again; and in the running year one each suspended, revoked, dissolved.
 * @param diam ormas without activities in the years of the story and without an account
 * @param tahun the year of the report
 */
export function kisahStatus(diam: readonly OrmasContoh[], tahun: number, hariIni: string): KisahStatus[] {
  const kini = (hari: string): string => antara(`${tahun}-12-01`, hari, hariIni);
  const ubah = (status: StatusOrmas, berlaku: string, alasan: string): IsianStatus => ({ status, berlaku, alasan });
  const kisah: Omit<KisahStatus, 'ormasId'>[] = [
    {
      sengketa: false,
      langkah: [ubah('bubar', `${tahun}-06-16`, 'Akta pembubaran nomor 12 (rekaan), diserahkan bekas ketua.')],
    },
    {
      sengketa: true,
      langkah: [
        ubah('dibekukan', kini(`${tahun + 1}-02-10`), 'Surat 220/7-Rekaan: kegiatan dihentikan, dua kepengurusan.'),
      ],
    },
    {
      sengketa: false,
      langkah: [
        ubah('dicabut', kini(`${tahun + 1}-03-05`), 'Keputusan Menteri (rekaan) mencabut status badan hukumnya.'),
      ],
    },
    {
      sengketa: false,
      langkah: [ubah('bubar', kini(`${tahun + 1}-01-20`), 'Berita acara musyawarah (rekaan): anggota sepakat bubar.')],
    },
    {
      sengketa: false,
      langkah: [
        ubah('dibekukan', `${tahun - 1}-03-04`, 'Surat 220/3-Rekaan: kegiatan dihentikan enam bulan.'),
        ubah('terdaftar', `${tahun - 1}-09-05`, 'Masa penghentian berakhir; pengurus melapor kembali.'),
      ],
    },
  ];
  // A fate begins after its ormas is registered.
  const sisa = [...diam];
  return kisah.flatMap((k) => {
    const i = sisa.findIndex((o) => o.terdaftarPada < (k.langkah[0]?.berlaku ?? ''));
    const [o] = i === -1 ? [] : sisa.splice(i, 1);
    return o ? [{ ...k, ormasId: o.id }] : [];
  });
}

/** The day on which an ormas of the stories ends for good; null: it stands in the register. */
export function hariBerakhir(kisah: readonly KisahStatus[], ormasId: number): string | null {
  const akhir = kisah.find((k) => k.ormasId === ormasId)?.langkah.at(-1);
  return akhir && (akhir.status === 'bubar' || akhir.status === 'dicabut') ? akhir.berlaku : null;
}

/** Records the stories as an officer does, one change after the other. Returns a sentence. */
export async function catatKisahStatus(
  app: INestApplicationContext,
  petugas: Aktor,
  kisah: readonly KisahStatus[],
): Promise<string> {
  const db = app.get<DataSource>(getDataSourceToken(), { strict: false });
  const [status, dokumen] = [
    app.get(StatusOrmasService, { strict: false }),
    app.get(DokumenOrmasService, { strict: false }),
  ];
  for (const { ormasId, langkah, sengketa } of kisah) {
    if (sengketa) {
      const dasar = await db.query<{ id: number; status: 'sah' }[]>(
        "SELECT id, status FROM ormas_dokumen WHERE ormas_id = ? AND jenis = 'dasar-hukum'",
        [ormasId],
      );
      const alasan = 'Pengesahannya dipersengketakan dua kepengurusan; menunggu putusan pengadilan (rekaan).';
      for (const d of dasar)
        await dokumen.periksa(petugas, ormasId, d.id, { hasil: 'tidak-sah', alasan, statusTerlihat: d.status });
    }
    for (const isian of langkah) {
      const [o] = await db.query<{ versi: number }[]>('SELECT versi FROM ormas WHERE id = ?', [ormasId]);
      await status.ubahStatus(petugas, ormasId, o?.versi ?? 0, isian);
    }
  }
  const jumlah = kisah.reduce((n, k) => n + k.langkah.length, 0);
  return `${jumlah} perubahan status pada ${kisah.length} ormas`;
}

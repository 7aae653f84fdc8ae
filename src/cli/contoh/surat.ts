import { type INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { awalHariWib, tambahHari, tambahTahun } from '../../common/tanggal.js';
import { BacaSuratService } from '../../modules/surat/baca-surat.service.js';
import { SuratService } from '../../modules/surat/surat.service.js';
import { catatKisahStatus } from './status.js';

/** Days from today to the issue of each letter: fresh ones, two that end soon, two that have run out. */
function hariTerbit(hariIni: string): string[] {
  const lima = tambahTahun(hariIni, -5);
  return [
    tambahHari(lima, -200),
    tambahHari(lima, -31),
    tambahHari(lima, 20),
    tambahHari(lima, 75),
    tambahHari(hariIni, -700),
    tambahHari(hariIni, -420),
    tambahHari(hariIni, -90),
    tambahHari(hariIni, -60),
    tambahHari(hariIni, -12),
    tambahHari(hariIni, -3),
  ];
}

/**
 * Letters of existence in every standing: in force, ending soon, run out, replaced, revoked. Their documents follow from
 * the queue. @returns a sentence of what was made
 */
export async function terbitkanSuratContoh(app: INestApplicationContext, hariIni: string): Promise<string> {
  const surat = app.get(SuratService, { strict: false });
  const db = app.get(DataSource, { strict: false });
  const bubarPada = tambahHari(hariIni, -10);
  const calon = await db.query<{ id: number; dapatBubar: number }[]>(
    `SELECT o.id, NOT EXISTS (SELECT 1 FROM akun a WHERE a.ormas_id = o.id) AND NOT EXISTS (
         SELECT 1 FROM kegiatan k WHERE k.ormas_id = o.id AND (k.status IN ('draf', 'diajukan', 'dikembalikan')
           OR k.diajukan_pada >= ? OR k.diputuskan_pada >= ?)) AS dapatBubar
     FROM ormas o WHERE o.status = 'terdaftar' AND o.skko_berlaku_sampai IS NULL ORDER BY o.id LIMIT 60`,
    [awalHariWib(bubarPada), awalHariWib(bubarPada)],
  );
  // The one whose letter is revoked has dissolved: nobody speaks for it, and no report of it waits or came later.
  const dicabut = calon.find((o, i) => i > 4 && Number(o.dapatBubar) === 1);
  const lain = calon.filter((o) => o !== dicabut);
  const ormas = [...lain.slice(0, 5), ...(dicabut ? [dicabut] : []), ...lain.slice(5)].slice(0, 10);
  const [akun] = await db.query<{ id: number; nama: string }[]>(
    "SELECT id, nama FROM akun WHERE peran = 'kabid' ORDER BY id LIMIT 1",
  );
  const kabid: Aktor = akun ? { ...akun, peran: 'kabid', opdId: null, ormasId: null } : AKTOR_SISTEM;
  const terbit = hariTerbit(hariIni);
  for (const [i, { id }] of ormas.entries()) {
    await surat.terbitkanSendiri(kabid, { ormasId: id, alasan: '', terbit: terbit[i] ?? hariIni });
  }
  const diganti = ormas[4];
  if (diganti)
    await surat.terbitkanSendiri(kabid, {
      ormasId: diganti.id,
      alasan: 'Perubahan alamat sekretariat',
      // Not after the letter of the application that is approved in a later step: numbers follow the days.
      terbit: terbit.at(-1) ?? hariIni,
    });
  if (dicabut && akun) {
    const [ada] = (
      await app
        .get(BacaSuratService, { strict: false })
        .daftar(kabid, { cari: '', keadaan: '', ormasId: dicabut.id }, 1)
    ).isi;
    if (ada) {
      const { versi } = await app.get(BacaSuratService, { strict: false }).rinci(kabid, ada.id);
      await surat.cabut(kabid, ada.id, versi, {
        pada: bubarPada,
        alasan: 'Ormas menyatakan bubar dalam surat rekaan tertanggal sepekan sebelumnya.',
      });
      const [pj] = await db.query<{ id: number; nama: string }[]>(
        "SELECT id, nama FROM akun WHERE peran = 'petugas' ORDER BY id LIMIT 1",
      );
      const petugas: Aktor = pj ? { ...pj, peran: 'petugas', opdId: null, ormasId: null } : AKTOR_SISTEM;
      const bubar = {
        ormasId: dicabut.id,
        langkah: [
          {
            status: 'bubar' as const,
            berlaku: bubarPada,
            alasan: 'Surat pernyataan bubar (rekaan); surat keterangannya dicabut.',
          },
        ],
        sengketa: false,
      };
      await catatKisahStatus(app, petugas, [bubar]);
    }
  }
  return `${ormas.length + 1} surat keterangan`;
}

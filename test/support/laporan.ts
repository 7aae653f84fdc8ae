import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFNumber,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { type INestApplicationContext } from '@nestjs/common';
import mysql from 'mysql2/promise';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { HitungService } from '../../src/modules/penilaian/hitung.service.js';
import { PenutupanService } from '../../src/modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { isiKotaLaporan, type PilihanKota } from '../factories/kota-laporan.js';
import { kerjakanSemua } from './penilaian.js';

/** An invented city with each of its years scored in this process; returns the ids of the ormas. */
export async function kotaTernilai(
  app: INestApplicationContext,
  db: DataSource,
  url: string,
  pilihan: PilihanKota,
): Promise<number[]> {
  const ambil = <T>(kelas: new (...args: never[]) => T): T => app.get(kelas, { strict: false });
  for (const tahun of pilihan.tahun)
    await ambil(Transaksi).jalankan((em) => ambil(PeriodeService).pastikanPeriode(em, tahun));
  const k = await mysql.createConnection({ uri: url, timezone: 'Z' });
  const ids = await isiKotaLaporan(k, pilihan).finally(() => k.end());
  for (const tahun of pilihan.tahun) {
    const { hitungId } = await ambil(HitungService).mulaiHitung(AKTOR_SISTEM, tahun);
    await kerjakanSemua(app, db, hitungId);
  }
  return ids;
}

/** Closes the period of a year, whatever its version. */
export async function tutupPeriode(app: INestApplicationContext, tahun: number): Promise<void> {
  const { versi } = await app.get(PeriodeService, { strict: false }).untukTahun(tahun);
  await app.get(PenutupanService, { strict: false }).tutup(AKTOR_SISTEM, tahun, versi);
}

/** A bookmark with its depth (from 1) and its page (from 1). */
export interface PenandaPdf {
  judul: string;
  tingkat: number;
  halaman: number;
}

/** Every bookmark of a document in reading order. */
export function bacaPenanda(doc: PDFDocument): PenandaPdf[] {
  const halaman = new Map(doc.getPages().map((p, i) => [p.ref.toString(), i + 1]));
  const hasil: PenandaPdf[] = [];
  const telusuri = (simpul: PDFDict | undefined, tingkat: number): void => {
    for (let s = simpul; s; s = s.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const tujuan = s.lookup(PDFName.of('Dest'), PDFArray).get(0) as PDFRef;
      const judul = s.lookup(PDFName.of('Title'));
      hasil.push({
        judul: judul instanceof PDFHexString || judul instanceof PDFString ? judul.decodeText() : '',
        tingkat,
        halaman: halaman.get(tujuan.toString()) ?? 0,
      });
      telusuri(s.lookupMaybe(PDFName.of('First'), PDFDict), tingkat + 1);
    }
  };
  telusuri(doc.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict), 1);
  return hasil;
}

/** Names of all faces a document uses, and whether each is embedded. */
export function bacaHuruf(doc: PDFDocument): { nama: string; tertanam: boolean }[] {
  return doc.context.enumerateIndirectObjects().flatMap(([, o]) => {
    if (!(o instanceof PDFDict) || o.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor')) return [];
    const nama = o.lookup(PDFName.of('FontName'), PDFName).decodeText();
    return [{ nama, tertanam: ['FontFile', 'FontFile2', 'FontFile3'].some((k) => o.has(PDFName.of(k))) }];
  });
}

/** Size of a page in millimetres, as it stands. */
export function ukuranHalaman(doc: PDFDocument, ke: number): [number, number] {
  const kotak = doc
    .getPage(ke - 1)
    .node.MediaBox()
    .asArray() as PDFNumber[];
  return [2, 3].map((i) => Math.round(((kotak[i]?.asNumber() ?? 0) / 72) * 25.4)) as [number, number];
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { jalurLambang } from '../../surat/lambang.jalur.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { gabung } from '../../../infra/pdf/gabung.js';
import { labelHalaman } from '../../../infra/pdf/gabung-nomor.js';
import { hurufDokumen } from '../../../infra/pdf/huruf.js';
import { PdfService } from '../../../infra/pdf/pdf.service.js';
import { type HasilRender, type Penanda } from '../../../infra/pdf/pdf.types.js';
import { Gudang } from '../../../infra/storage/gudang.js';
import {
  type DokumenBagian,
  type JudulHalaman,
  dokumenBagian,
  dokumenDepan,
  dokumenIndeks,
  judulIndeks,
  judulDokumen,
  kakiHalaman,
  namaBerkas,
} from '../dokumen/susun.js';
import { kumpulkanData } from '../laporan.data.js';
import { type DataLaporan } from '../laporan.types.js';
import { SumberLaporan } from './sumber-laporan.service.js';

/** Millimetres. The style sheet counts on these: a page of an ormas is as high as what they leave of A4. */
const MARGIN = { atas: 18, kanan: 22, bawah: 20, kiri: 22 };
const KAKI_MM = 10;
/** Cover, ratification and preface carry no number. */
const TANPA_NOMOR = [1, 2];
/** A part is bounded, so this is a browser that hangs, not a long part. */
const BATAS_CETAK_MS = 120_000;

interface BagianJadi {
  sha256: string | null;
  penanda: string | null;
  halaman: number | null;
}

/** Turns the frozen data of a report into PDF: data to parts, parts to one document. Writes contents, never rows. */
@Injectable()
export class CetakService {
  /** The data read last: the parts of a report follow each other. */
  private terakhir: { sha256: string; data: Promise<DataLaporan> } | undefined;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly pdf: PdfService,
    private readonly gudang: Gudang,
    private readonly sumber: SumberLaporan,
    private readonly clock: Clock,
  ) {}

  kini(): Date {
    return this.clock.sekarang();
  }

  /** Collects the data of a report in one consistent view and stores them under their SHA-256. */
  async bekukan(laporan: {
    id: number;
    hitungId: number;
    nomor: string;
    kode: string | null;
    sementara: boolean;
    dibuatPada: Date;
  }): Promise<{ sha256: string; data: DataLaporan }> {
    const tetap = await this.sumber.baca(laporan.hitungId, laporan.dibuatPada);
    const data = await this.db.transaction('REPEATABLE READ', (em) =>
      kumpulkanData(em, {
        laporanId: laporan.id,
        nomor: laporan.nomor,
        kode: laporan.kode,
        sementara: laporan.sementara,
        disusun: tanggalWib(laporan.dibuatPada),
        hitungId: laporan.hitungId,
        ...tetap,
      }),
    );
    const { sha256 } = await this.gudang.simpan(Buffer.from(JSON.stringify(data)));
    return { sha256, data };
  }

  /** Renders one part and stores it. @throws PdfError */
  async bagian(dataSha256: string, kunci: string): Promise<{ sha256: string; halaman: number; penanda: Penanda[] }> {
    const data = await this.data(dataSha256);
    const { pdf, halaman, penanda } = await this.render(data, dokumenBagian(data, kunci));
    const { sha256 } = await this.gudang.simpan(pdf);
    return { sha256, halaman, penanda };
  }

  /**
   * Puts front matter before and the index behind the parts, with contents that know the pages, and joins all.
   * Equal data and parts give equal bytes but for what Chromium may change; no clock is read.
   */
  async gabung(
    laporan: { tahun: number; dibuatPada: Date },
    dataSha256: string,
    jadi: readonly BagianJadi[],
  ): Promise<{ pdf: Uint8Array; halaman: number; nama: string }> {
    const data = await this.data(dataSha256);
    const bagian = await Promise.all(
      jadi.map(async (b) => ({
        pdf: await this.gudang.isi(b.sha256 ?? ''),
        penanda: JSON.parse(b.penanda ?? '[]') as Penanda[],
        halaman: b.halaman ?? 0,
      })),
    );
    const judul = judulHalaman(bagian);
    const sesudah = bagian.reduce((a, b) => a + b.halaman, 0) + 1;
    const [depan, indeks] = await Promise.all([
      this.render(data, dokumenDepan(data, [...judul, judulIndeks(String(sesudah))])),
      this.render(data, dokumenIndeks(data, judul)),
    ]);
    const semua = [depan, ...bagian, indeks];
    const pdf = await gabung(semua, {
      judul: judulDokumen(data),
      penulis: `${data.kantor.lembaga} ${data.kantor.kota}`,
      subjek: data.nomor,
      dibuat: laporan.dibuatPada,
      nomor: {
        tanpa: TANPA_NOMOR,
        romawi: depan.halaman,
        kiri: kakiHalaman(data),
        bawah: KAKI_MM,
        tepi: MARGIN.kiri,
      },
    });
    return {
      pdf,
      halaman: semua.reduce((a, b) => a + b.halaman, 0),
      nama: namaBerkas(data),
    };
  }

  private async data(sha256: string): Promise<DataLaporan> {
    if (this.terakhir?.sha256 === sha256) return this.terakhir.data;
    const data = this.gudang.isi(sha256).then((isi) => JSON.parse(isi.toString('utf8')) as DataLaporan);
    const terakhir = { sha256, data };
    this.terakhir = terakhir;
    data.catch(() => {
      if (this.terakhir === terakhir) this.terakhir = undefined;
    });
    return data;
  }

  private async render(data: DataLaporan, { html, landscape }: DokumenBagian): Promise<HasilRender> {
    const huruf = hurufDokumen();
    const { lambang } = data.kantor;
    const aset = new Map(huruf.aset);
    if (lambang) aset.set(jalurLambang(lambang), await this.gudang.isi(lambang.sha256));
    return this.pdf.render({
      html: html.replace('<style>', () => `<style>${huruf.css}`),
      aset: lambang ? aset : huruf.aset,
      kertas: data.kantor.kertas,
      margin: landscape ? { ...MARGIN, bawah: 18 } : MARGIN,
      landscape,
      outline: false,
      timeoutMs: BATAS_CETAK_MS,
    });
  }
}

/** The headings of the parts with the words on their pages: the first page after the front matter is 1. */
function judulHalaman(bagian: readonly { penanda: readonly Penanda[]; halaman: number }[]): JudulHalaman[] {
  const label = labelHalaman(bagian.reduce((a, b) => a + b.halaman, 0));
  let sebelum = 0;
  return bagian.flatMap(({ penanda, halaman }) => {
    const dari = sebelum;
    sebelum += halaman;
    return penanda.map(({ id, judul, tingkat, halaman: ke }) => ({
      id,
      judul,
      tingkat,
      label: label[dari + ke - 1] ?? '',
    }));
  });
}

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { DomainError } from '../../common/domain-error.js';
import { tanggalJam } from '../../common/format.js';
import { type Tindakan } from '../view/bagian.js';
import { type HalamanLokal } from '../view/halaman.js';
import { isiGalat, isiPerluMasuk, isiSudahTerkirim } from '../view/galat.js';

const LOKAL_KOSONG: HalamanLokal = {
  aktor: null,
  navigasi: [],
  csrf: '',
  kilat: [],
  kota: '',
  lembaga: 'Bakesbangpol',
  tokenFormulir: '',
};

const KATA_SENDIRI =
  'Data ini sudah berubah sejak halaman tadi dibuka, terakhir oleh Anda sendiri di tab atau halaman lain. Isian dari halaman tadi belum disimpan.';

/** Turns whatever was thrown into a page: domain errors with their own sentence, the rest without a word of the inside. */
@Catch()
export class GalatFilter implements ExceptionFilter {
  private readonly log = new Logger('Galat');

  catch(galat: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const req = http.getRequest<Request>();
    const res = http.getResponse<Response>();
    if (res.headersSent) {
      res.end();
      return;
    }
    if (
      galat instanceof DomainError &&
      galat.kode === 'perlu-masuk' &&
      (req.method === 'GET' || req.method === 'HEAD')
    ) {
      res.redirect(303, `/masuk?kembali=${encodeURIComponent(req.originalUrl)}`);
      return;
    }
    const status = statusDari(galat);
    if (status >= 500) this.log.error(galat instanceof Error ? galat : new Error(String(galat)));
    res.status(status);
    if (galat instanceof DomainError && galat.rincian.cobaLagiDetik)
      res.setHeader('Retry-After', String(galat.rincian.cobaLagiDetik));
    if (!req.accepts('html')) {
      const isi = isiGalat(status, galat instanceof DomainError ? galat.message : undefined);
      res.json({ galat: isi.terjadi, kode: galat instanceof DomainError ? galat.kode : undefined });
      return;
    }
    this.tampilkan(galat, status, res);
  }

  /** Also when the request failed before the page's surroundings were known (a database that does not answer). */
  private tampilkan(galat: unknown, status: number, res: Response): void {
    const domain = galat instanceof DomainError ? galat : undefined;
    if (!res.locals.navigasi) Object.assign(res.locals, LOKAL_KOSONG);
    if (domain?.rincian.milikAnda && domain.rincian.tersimpan) {
      const { milikAnda, tersimpan, terakhir } = domain.rincian;
      const baris = Object.keys({ ...milikAnda, ...tersimpan }).map((bidang) => ({
        bidang,
        milikAnda: milikAnda[bidang] ?? '',
        tersimpan: tersimpan[bidang] ?? '',
        // What only the stored version has was not typed by anybody: it is told, not compared.
        berbeda: bidang in milikAnda && bidang in tersimpan && milikAnda[bidang] !== tersimpan[bidang],
      }));
      const kembali = halamanAsal(res.req);
      const tindakan = [{ teks: 'Buka versi terbaru', href: kembali, jenis: 'utama' as const }];
      // Two tabs of one person: nobody else is to be looked for.
      const sendiri = typeof terakhir?.olehId === 'number' && terakhir.olehId === res.req.aktor?.id;
      res.render('galat/konflik', {
        judul: sendiri ? 'Data sudah Anda ubah di halaman lain' : 'Data sudah diubah orang lain',
        konflik: {
          kalimat: sendiri ? KATA_SENDIRI : domain.message,
          terakhir: terakhir
            ? { ...terakhir, pada: tanggalJam(terakhir.pada), saatIso: terakhir.pada.toISOString() }
            : null,
          baris,
          tindakan,
        },
      });
      return;
    }
    const isi =
      domain?.kode === 'sudah-terkirim'
        ? isiSudahTerkirim(domain.message, domain.rincian.tujuan)
        : domain?.kode === 'perlu-masuk'
          ? isiPerluMasuk(domain.message, halamanAsal(res.req))
          : isiGalat(status, domain?.message);
    const isian = domain?.rincian.isian?.map((i) => i.pesan) ?? [];
    const terakhir = domain?.rincian.terakhir;
    const siapa = terakhir ? [`Terakhir diubah oleh ${terakhir.oleh}, ${tanggalJam(terakhir.pada)}.`] : [];
    const asal = status === 413 ? halamanAsal(res.req) : '/';
    const tindakan: Tindakan[] =
      asal === '/' ? isi.tindakan : [{ teks: 'Buka lagi formulirnya', href: asal, jenis: 'utama' }];
    res.render('galat/galat', { ...isi, tindakan, langkah: [...siapa, ...isian, ...isi.langkah] });
  }
}

/** The page the form stood on, as a path of this portal. */
function halamanAsal(req: Request): string {
  try {
    const asal = new URL(req.get('referer') ?? '');
    return asal.host === req.get('host') ? asal.pathname + asal.search : '/';
  } catch {
    return '/';
  }
}

/** The database does not answer: nothing is wrong with the request, and trying again in a while will help. */
function takTersambung(galat: unknown): boolean {
  const kode = (galat as { code?: unknown } | null)?.code;
  return typeof kode === 'string' && /^(ECONN|ETIMEDOUT|EPIPE|PROTOCOL_CONNECTION_LOST|ER_SERVER_SHUTDOWN)/.test(kode);
}

function statusDari(galat: unknown): number {
  if (galat instanceof DomainError) return galat.status;
  if (galat instanceof HttpException) return galat.getStatus();
  if (takTersambung(galat)) return 503;
  const status = (galat as { status?: unknown } | null)?.status; // body-parser and friends
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

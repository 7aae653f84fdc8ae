import { mkdirSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Request, type RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { acakToken } from '../../common/acak.js';
import { DomainError } from '../../common/domain-error.js';

/** Largest number of files in one sending, and the size of one of them (bytes). */
export const BATAS_UNGGAHAN = { berkas: 12, ukuran: 10 * 1024 * 1024 } as const;

/** A received file in its temporary place; it is removed after the response. */
export interface Unggahan {
  /** The form field it came in. */
  bidang: string;
  /** The name it had on the sender's device: only ever shown, never used as a path. */
  nama: string;
  jalur: string;
  ukuran: number;
}

declare module 'express-serve-static-core' {
  interface Request {
    unggahan?: Unggahan[];
  }
}

const PESAN: Partial<Record<MulterError['code'], string>> = {
  LIMIT_FILE_SIZE: `Ada berkas yang lebih besar dari ${BATAS_UNGGAHAN.ukuran / 1024 / 1024} MB. Tidak ada berkas yang disimpan; kecilkan, lalu kirim lagi.`,
  LIMIT_FILE_COUNT: `Paling banyak ${BATAS_UNGGAHAN.berkas} berkas dalam satu kiriman. Tidak ada berkas yang disimpan.`,
};

/** Parses multipart forms of signed-in people into `req.body` and `req.unggahan`; others are refused before a byte is stored. */
export function terimaUnggahan(varDir: string): RequestHandler {
  const tujuan = join(varDir, 'sementara');
  mkdirSync(tujuan, { recursive: true });
  const terima = multer({
    storage: multer.diskStorage({
      destination: tujuan,
      filename: (_req, _file, cb) => cb(null, `unggah-${acakToken()}`),
    }),
    limits: {
      files: BATAS_UNGGAHAN.berkas,
      fileSize: BATAS_UNGGAHAN.ukuran,
      fields: 200,
      fieldSize: 64 * 1024,
      parts: 240,
    },
    defParamCharset: 'utf8',
  }).any();

  return (req, res, next) => {
    if (!req.is('multipart/form-data')) return next();
    if (!req.aktor) return next(new DomainError('perlu-masuk'));
    terima(req, res, (galat?: unknown) => {
      // An empty file input sends one file without a name and without bytes.
      const semua = ((req.files as Express.Multer.File[] | undefined) ?? []).map(keUnggahan);
      const kosong = semua.filter((u) => u.nama === '' && u.ukuran === 0);
      req.unggahan = semua.filter((u) => !kosong.includes(u));
      res.once('close', () => semua.forEach((u) => void unlink(u.jalur).catch(() => undefined)));
      if (galat instanceof MulterError) {
        return next(
          new DomainError(
            galat.code === 'LIMIT_FILE_SIZE' ? 'berkas-terlalu-besar' : 'berkas-ditolak',
            PESAN[galat.code],
          ),
        );
      }
      next(
        galat
          ? new DomainError(
              'berkas-ditolak',
              'Kiriman berkas terputus atau rusak. Tidak ada yang disimpan; silakan kirim lagi.',
            )
          : undefined,
      );
    });
  };
}

const keUnggahan = (f: Express.Multer.File): Unggahan => ({
  bidang: f.fieldname,
  nama: f.originalname,
  jalur: f.path,
  ukuran: f.size,
});

/** The files of one form field. */
export function unggahanDari(req: Request, bidang: string): Unggahan[] {
  return (req.unggahan ?? []).filter((u) => u.bidang === bidang);
}

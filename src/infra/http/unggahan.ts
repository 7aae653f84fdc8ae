import { chmodSync, mkdirSync } from 'node:fs';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Request, type RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { acakToken } from '../../common/acak.js';
import { Clock } from '../../common/clock.js';
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

const AWALAN = 'unggah-';
/** No upload takes an hour: what is older was left by a process that died. */
const UMUR_MAKS_MS = 3_600_000;

/**
 * Removes received files that were last written before `sebelum`; those being received now are younger.
 * @param folder where uploads lie; it may not exist yet
 * @returns how many were removed
 */
export async function sapuUnggahan(folder: string, sebelum: Date): Promise<number> {
  let terhapus = 0;
  for (const nama of await readdir(folder).catch(() => [])) {
    if (!nama.startsWith(AWALAN)) continue;
    const jalur = join(folder, nama);
    const keadaan = await stat(jalur).catch(() => null);
    if (!keadaan?.isFile() || keadaan.mtime >= sebelum) continue;
    terhapus += await unlink(jalur).then(
      () => 1,
      () => 0,
    );
  }
  return terhapus;
}

/** Parses multipart forms of signed-in people into `req.body` and `req.unggahan`; others are refused before a byte is stored. */
export function terimaUnggahan(varDir: string, clock = new Clock()): RequestHandler {
  const tujuan = join(varDir, 'sementara');
  mkdirSync(tujuan, { recursive: true, mode: 0o700 });
  // A folder made before keeps the mode it had; what people send in is for nobody else on the machine.
  chmodSync(tujuan, 0o700);
  const sapu = () => void sapuUnggahan(tujuan, new Date(clock.sekarang().getTime() - UMUR_MAKS_MS));
  sapu();
  setInterval(sapu, UMUR_MAKS_MS).unref();
  const terima = multer({
    storage: multer.diskStorage({
      destination: tujuan,
      filename: (_req, _file, cb) => cb(null, `${AWALAN}${acakToken()}`),
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
      const buang = (): void => semua.forEach((u) => void unlink(u.jalur).catch(() => undefined));
      // Who has left already does not leave again: 'close' was then, and nobody waits for what would come now.
      if (res.closed || res.destroyed || req.socket.destroyed) {
        buang();
        return;
      }
      res.once('close', buang);
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

/**
 * The one file of a form field that asks for one, or null.
 * @throws DomainError `berkas-ditolak` when more were sent there than the page asks for
 */
export function satuUnggahanDari(req: Request, bidang: string): Unggahan | null {
  const [satu, ...lebih] = unggahanDari(req, bidang);
  if (lebih.length > 0)
    throw new DomainError(
      'berkas-ditolak',
      'Hanya satu berkas yang dapat dikirim di sini, sedangkan yang diterima lebih dari satu. Tidak satu pun disimpan; pilih lagi satu berkas.',
    );
  return satu ?? null;
}

import { chmodSync, mkdirSync } from 'node:fs';
import { open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { type Request, type RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { acakToken } from '../../common/acak.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';

/** Bytes of one file whose content is kept. */
const UKURAN = 10 * 1024 * 1024;

/**
 * Largest number of files in one sending; bytes of one file whose content is kept; bytes of the files of a whole sending, up
 * to which one that is too large is refused by name and everything beside it is kept; bytes of a sending that is read to
 * its end though nothing of it is kept, because a browser whose connection is cut shows no page.
 */
export const BATAS_UNGGAHAN = { berkas: 12, ukuran: UKURAN, kiriman: 13 * UKURAN, dibuang: 52 * UKURAN } as const;

/**
 * A received file in its temporary place; it is removed after the response. Of a file above `BATAS_UNGGAHAN.ukuran` only the
 * length is true: `ukuran` and the length on the disk are as sent, its content is nothing but zeroes that take no room.
 */
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

/** A sending so large that its rest is not worth reading: nothing of it is kept. */
const terlaluBesar = (): DomainError =>
  new DomainError(
    'berkas-terlalu-besar',
    `Berkas dalam satu kiriman ini seluruhnya lebih besar dari ${Math.floor(BATAS_UNGGAHAN.kiriman / 1e6)} MB.`,
  );

/**
 * Writes a file as it comes in, with bounded memory and bounded disk: above the limit the content goes and the length stays.
 * It is read to its end, up to a bound: who stops reading is not heard by the sender.
 * @param sisa how much of the whole sending may still come; counted down, below 0 nothing more is written
 * @returns bytes as sent
 * @throws DomainError `berkas-terlalu-besar` when the sending as a whole is too large
 */
async function tulis(isi: Readable, jalur: string, sisa: { bita: number }): Promise<number> {
  const berkas = await open(jalur, 'wx', 0o600);
  try {
    let ukuran = 0;
    for await (const potong of isi as AsyncIterable<Buffer>) {
      ukuran += potong.length;
      sisa.bita -= potong.length;
      if (sisa.bita < BATAS_UNGGAHAN.kiriman - BATAS_UNGGAHAN.dibuang) throw terlaluBesar();
      if (sisa.bita >= 0 && ukuran <= BATAS_UNGGAHAN.ukuran) await berkas.write(potong);
    }
    if (sisa.bita < 0) throw terlaluBesar();
    if (ukuran > BATAS_UNGGAHAN.ukuran) {
      await berkas.truncate(0);
      await berkas.truncate(ukuran);
    }
    return ukuran;
  } finally {
    await berkas.close();
  }
}

/** Where files of a sending go. @param tujuan folder of the received files */
function penampung(tujuan: string): multer.StorageEngine {
  const sisa = new WeakMap<Request, { bita: number }>();
  return {
    _handleFile(req, file, selesai) {
      const ruang = sisa.get(req) ?? { bita: BATAS_UNGGAHAN.kiriman };
      sisa.set(req, ruang);
      const path = join(tujuan, `${AWALAN}${acakToken()}`);
      // Without its place known, a file whose sender leaves would stay on the disk.
      file.path = path;
      tulis(file.stream, path, ruang).then(
        (size) => selesai(null, { path, size }),
        async (galat: unknown) => {
          await unlink(path).catch(() => undefined);
          selesai(galat);
        },
      );
    },
    _removeFile(_req, file, selesai) {
      unlink(file.path).then(
        () => selesai(null),
        (galat: unknown) => selesai(galat as Error),
      );
    },
  };
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
    storage: penampung(tujuan),
    limits: {
      files: BATAS_UNGGAHAN.berkas,
      fields: 200,
      fieldSize: 64 * 1024,
      parts: 240,
    },
    defParamCharset: 'utf8',
  }).any();

  return (req, res, next) => {
    if (!req.is('multipart/form-data')) return next();
    if (!req.aktor) return next(new DomainError('perlu-masuk'));
    if (Number(req.get('content-length')) > BATAS_UNGGAHAN.dibuang) return next(terlaluBesar());
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
      if (galat instanceof DomainError) return next(galat);
      if (galat instanceof MulterError) return next(new DomainError('berkas-ditolak', PESAN[galat.code]));
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

import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { acakToken } from '../../common/acak.js';

/** A stored content: its SHA-256 (64 lower-case hex digits) and its size in bytes. */
export interface IsiTersimpan {
  sha256: string;
  ukuran: number;
}

/** Storage could not keep or give a content; the message is for the log, not for people. */
export class GudangError extends Error {
  constructor(
    readonly kode: 'kosong' | 'tidak-ada' | 'sidik-tidak-sah',
    pesan: string,
  ) {
    super(pesan);
    this.name = 'GudangError';
  }
}

const SIDIK = /^[0-9a-f]{64}$/;
const SEMENTARA = '.sementara';

const tidakAda = (galat: unknown): boolean => (galat as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Contents under their SHA-256: `<akar>/ab/cd/<sha256>`. A content is written to a temporary file, flushed, renamed to
 * its place, and the folder is flushed, so that it is either wholly there or not at all, also after a power cut. The
 * same content is stored once and never changes; what is deleted is temporary files left by a crash and, by `buang`,
 * contents that nothing refers to.
 */
export class Gudang {
  /** @param akar absolute folder; made on first use */
  constructor(private readonly akar: string) {}

  /**
   * Stores a content and returns its name and size once it is durable.
   * @throws GudangError `kosong` when there is not a single byte
   */
  async simpan(isi: Uint8Array | AsyncIterable<Uint8Array>): Promise<IsiTersimpan> {
    await this.pastikanFolder(join(this.akar, SEMENTARA));
    const sementara = join(this.akar, SEMENTARA, acakToken());
    try {
      const hasil = await this.tulis(sementara, isi);
      if (hasil.ukuran === 0) throw new GudangError('kosong', 'Refusing to store an empty content');
      await this.tempatkan(sementara, hasil);
      return hasil;
    } catch (galat) {
      await unlink(sementara).catch(() => undefined);
      throw galat;
    }
  }

  /** Stores the content of a file on this machine; the file itself is left where it is. */
  async simpanBerkas(jalur: string): Promise<IsiTersimpan> {
    return this.simpan(createReadStream(jalur));
  }

  /** The content as a stream of bytes. Check with `ukuran` first: a missing content only shows when reading. */
  baca(sha256: string): ReadStream {
    return createReadStream(this.jalur(sha256));
  }

  /** The whole content in memory. @throws GudangError `tidak-ada` */
  async isi(sha256: string): Promise<Buffer> {
    try {
      return await readFile(this.jalur(sha256));
    } catch (galat) {
      if (tidakAda(galat)) throw new GudangError('tidak-ada', `No content ${sha256}`);
      throw galat;
    }
  }

  /** Size in bytes of a stored content, or null when it is not there. */
  async ukuran(sha256: string): Promise<number | null> {
    try {
      return (await stat(this.jalur(sha256))).size;
    } catch (galat) {
      if (tidakAda(galat)) return null;
      throw galat;
    }
  }

  /** Reads a content from end to end and says whether it is there and still has the name's SHA-256. */
  async utuh(sha256: string): Promise<boolean> {
    const hash = createHash('sha256');
    try {
      for await (const potong of this.baca(sha256)) hash.update(potong as Buffer);
    } catch (galat) {
      if (tidakAda(galat)) return false;
      throw galat;
    }
    return hash.digest('hex') === sha256;
  }

  /**
   * Removes temporary files that were last written before `sebelum`: what a crash between temp and rename leaves.
   * @returns how many were removed
   */
  async sapu(sebelum: Date): Promise<number> {
    const folder = join(this.akar, SEMENTARA);
    let terhapus = 0;
    const nama = await readdir(folder).catch((galat: unknown) => {
      if (tidakAda(galat)) return [];
      throw galat;
    });
    for (const n of nama) {
      const jalur = join(folder, n);
      const keadaan = await stat(jalur).catch(() => null);
      if (!keadaan || keadaan.mtime >= sebelum) continue;
      await unlink(jalur).catch(() => undefined);
      terhapus += 1;
    }
    return terhapus;
  }

  /** SHA-256 of every content last stored before `sebelum`, in no order. */
  async *lama(sebelum: Date): AsyncGenerator<string> {
    for (const a of await daftarFolder(this.akar)) {
      if (!/^[0-9a-f]{2}$/.test(a)) continue;
      for (const b of await daftarFolder(join(this.akar, a))) {
        for (const nama of await daftarFolder(join(this.akar, a, b))) {
          if (!SIDIK.test(nama)) continue;
          const keadaan = await stat(this.jalur(nama)).catch(() => null);
          if (keadaan && keadaan.mtime < sebelum) yield nama;
        }
      }
    }
  }

  /**
   * Removes a content last stored before `sebelum` that nothing refers to. Without a lock: it is taken out of its place
   * first and looked at again there, and goes back when it was stored anew or is referred to in the meantime.
   * @param dirujuk asked while the content is out of its place
   * @returns whether it was removed
   */
  async buang(sha256: string, sebelum: Date, dirujuk: () => Promise<boolean>): Promise<boolean> {
    const tempat = this.jalur(sha256);
    await this.pastikanFolder(join(this.akar, SEMENTARA));
    const sisih = join(this.akar, SEMENTARA, acakToken());
    try {
      await rename(tempat, sisih);
    } catch (galat) {
      if (tidakAda(galat)) return false;
      throw galat;
    }
    try {
      if ((await stat(sisih)).mtime < sebelum && !(await dirujuk())) {
        await unlink(sisih);
        return true;
      }
    } catch (galat) {
      await rename(sisih, tempat);
      throw galat;
    }
    await rename(sisih, tempat);
    return false;
  }

  private jalur(sha256: string): string {
    if (!SIDIK.test(sha256)) throw new GudangError('sidik-tidak-sah', 'Not a SHA-256');
    return join(this.akar, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  private async tulis(jalur: string, isi: Uint8Array | AsyncIterable<Uint8Array>): Promise<IsiTersimpan> {
    const hash = createHash('sha256');
    let ukuran = 0;
    const berkas = await open(jalur, 'wx', 0o600);
    try {
      for await (const potong of isi instanceof Uint8Array ? [isi] : isi) {
        hash.update(potong);
        ukuran += potong.byteLength;
        await tulisSemua(berkas, potong);
      }
      await berkas.sync();
    } finally {
      await berkas.close();
    }
    return { sha256: hash.digest('hex'), ukuran };
  }

  private async tempatkan(sementara: string, { sha256, ukuran }: IsiTersimpan): Promise<void> {
    const tujuan = this.jalur(sha256);
    // A content of another size under this name is damaged (a torn disk): the good copy replaces it.
    // Touched first, so that the sweeper takes it for new; if it has just been swept, the copy goes in its place.
    if ((await this.ukuran(sha256)) === ukuran && (await samakanWaktu(tujuan, sementara))) {
      await unlink(sementara);
      return;
    }
    await this.pastikanFolder(dirname(tujuan));
    await rename(sementara, tujuan);
    await sinkronFolder(dirname(tujuan));
  }

  /** Makes a folder below the root durable: each new name is flushed in the folder that holds it. */
  private async pastikanFolder(folder: string): Promise<void> {
    const pertama = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!pertama) return;
    for (let f = folder; f.length >= pertama.length; f = dirname(f)) await sinkronFolder(dirname(f));
  }
}

/** Gives a file the time of another, written just now; false when it is not there. */
async function samakanWaktu(jalur: string, contoh: string): Promise<boolean> {
  const { atime, mtime } = await stat(contoh);
  try {
    await utimes(jalur, atime, mtime);
    return true;
  } catch (galat) {
    if (tidakAda(galat)) return false;
    throw galat;
  }
}

async function daftarFolder(folder: string): Promise<string[]> {
  return readdir(folder).catch((galat: unknown) => {
    if (tidakAda(galat) || (galat as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
    throw galat;
  });
}

async function tulisSemua(berkas: FileHandle, potong: Uint8Array): Promise<void> {
  for (let dari = 0; dari < potong.byteLength;) {
    dari += (await berkas.write(potong, dari)).bytesWritten;
  }
}

async function sinkronFolder(folder: string): Promise<void> {
  const f = await open(folder, 'r');
  try {
    await f.sync();
  } finally {
    await f.close();
  }
}

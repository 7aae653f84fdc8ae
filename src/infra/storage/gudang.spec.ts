import { mkdtemp, mkdir, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../common/sidik.js';
import { Gudang } from './gudang.js';

describe('storage of contents under their SHA-256', () => {
  let akar: string;
  let gudang: Gudang;
  const isi = Buffer.from('isi berkas contoh');
  const nama = sha256(isi);
  const letak = () => join(akar, nama.slice(0, 2), nama.slice(2, 4), nama);

  beforeEach(async () => {
    akar = await mkdtemp(join(tmpdir(), 'gudang-'));
    gudang = new Gudang(akar);
  });
  afterEach(() => rm(akar, { recursive: true, force: true }));

  /** A source that gives some bytes and then breaks, as a crash in the middle of an upload does. */
  async function* putus(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(isi);
    throw new Error('putus');
  }

  it('keeps a content under its own hash and gives the same bytes back', async () => {
    expect(await gudang.simpan(isi)).toEqual({ sha256: nama, ukuran: isi.length });
    expect(await gudang.isi(nama)).toEqual(isi);
    expect((await stat(letak())).isFile()).toBe(true);
    expect(await gudang.utuh(nama)).toBe(true);
    expect(await gudang.ukuran(nama)).toBe(isi.length);
  });

  it('stores the same content once', async () => {
    await gudang.simpan(isi);
    const pertama = (await stat(letak())).ino;
    await Promise.all([gudang.simpan(isi), gudang.simpan(isi)]);
    expect((await stat(letak())).ino).toBe(pertama);
    expect(await readdir(join(akar, '.sementara'))).toEqual([]);
  });

  it('stores a file as a stream', async () => {
    const sumber = join(akar, 'sumber.bin');
    const besar = Buffer.alloc(300_000, 7);
    await writeFile(sumber, besar);
    const hasil = await gudang.simpanBerkas(sumber);
    expect(hasil).toEqual({ sha256: sha256(besar), ukuran: besar.length });
    const potongan: Buffer[] = [];
    for await (const p of gudang.baca(hasil.sha256)) potongan.push(p as Buffer);
    expect(Buffer.concat(potongan).equals(besar)).toBe(true);
  });

  it('refuses an empty content and leaves nothing behind', async () => {
    await expect(gudang.simpan(Buffer.alloc(0))).rejects.toMatchObject({ kode: 'kosong' });
    expect(await readdir(join(akar, '.sementara'))).toEqual([]);
    expect(await readdir(akar)).toEqual(['.sementara']);
  });

  it('leaves nothing visible when the source breaks before the rename', async () => {
    await expect(gudang.simpan(putus())).rejects.toThrow('putus');
    expect(await gudang.ukuran(nama)).toBeNull();
    expect(await readdir(akar)).toEqual(['.sementara']);
    expect(await readdir(join(akar, '.sementara'))).toEqual([]);
  });

  it('sweeps what a crash left between temp and rename, and only that', async () => {
    await gudang.simpan(isi);
    await mkdir(join(akar, '.sementara'), { recursive: true });
    const lama = join(akar, '.sementara', 'lama');
    await writeFile(lama, 'separuh');
    await utimes(lama, new Date('2026-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z'));
    await writeFile(join(akar, '.sementara', 'sedang-ditulis'), 'separuh');
    expect(await gudang.sapu(new Date('2026-01-02T00:00:00Z'))).toBe(1);
    expect(await readdir(join(akar, '.sementara'))).toEqual(['sedang-ditulis']);
    expect(await gudang.utuh(nama)).toBe(true);
  });

  it('removes an old content that nothing refers to, and no other', async () => {
    const dulu = new Date('2026-01-01T00:00:00Z');
    const batas = new Date('2026-01-02T00:00:00Z');
    const tua = async (): Promise<string[]> => {
      const hasil: string[] = [];
      for await (const s of gudang.lama(batas)) hasil.push(s);
      return hasil;
    };
    const tidak = () => Promise.resolve(false);
    await gudang.simpan(isi);
    expect(await tua()).toEqual([]);
    expect(await gudang.buang(nama, batas, tidak)).toBe(false);
    await utimes(letak(), dulu, dulu);
    expect(await tua()).toEqual([nama]);
    expect(await gudang.buang(nama, batas, () => Promise.resolve(true))).toBe(false);
    expect(await gudang.utuh(nama)).toBe(true);
    // Stored once more it is new again, also for a sweeper that has listed it before.
    await gudang.simpan(isi);
    expect(await gudang.buang(nama, batas, tidak)).toBe(false);
    await utimes(letak(), dulu, dulu);
    // Stored while it is out of its place: the new copy stays.
    const disimpan = async () => (await gudang.simpan(isi)).ukuran === 0;
    expect(await gudang.buang(nama, batas, disimpan)).toBe(true);
    expect(await gudang.utuh(nama)).toBe(true);
    await utimes(letak(), dulu, dulu);
    expect(await gudang.buang(nama, batas, tidak)).toBe(true);
    expect(await gudang.ukuran(nama)).toBeNull();
    expect(await gudang.buang(nama, batas, tidak)).toBe(false);
    expect(await readdir(join(akar, '.sementara'))).toEqual([]);
  });

  it('has nothing to sweep before the first use', async () => {
    expect(await new Gudang(join(akar, 'belum-ada')).sapu(new Date('2026-01-02T00:00:00Z'))).toBe(0);
  });

  it('notices a damaged content and replaces it when the good bytes come again', async () => {
    await gudang.simpan(isi);
    await truncate(letak(), 3);
    expect(await gudang.utuh(nama)).toBe(false);
    await gudang.simpan(isi);
    expect(await gudang.utuh(nama)).toBe(true);
  });

  it('says that a content is not there', async () => {
    expect(await gudang.utuh('a'.repeat(64))).toBe(false);
    await expect(gudang.isi('a'.repeat(64))).rejects.toMatchObject({ kode: 'tidak-ada' });
  });

  it.each(['', '../../etc/passwd', nama.toUpperCase(), `${nama}/..`])('takes no name but a hash: %s', (palsu) => {
    expect(() => gudang.baca(palsu)).toThrow('Not a SHA-256');
  });
});

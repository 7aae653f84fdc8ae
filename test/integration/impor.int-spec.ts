import { readFileSync } from 'node:fs';
import { Test } from '@nestjs/testing';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { ringkas } from '../../src/modules/ormas/impor/baca-register.js';
import { ImporModule } from '../../src/modules/ormas/impor.module.js';
import { ImporService } from '../../src/modules/ormas/impor.service.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

const CONTOH = new URL('../../src/database/seed/contoh/', import.meta.url);
const POLRI = new URL('../fixtures/register/', import.meta.url);
const baca = (dasar: URL, nama: string) => readFileSync(new URL(nama, dasar));

let uji: BasisDataUji;
let impor: ImporService;
let tutup: () => Promise<void>;

beforeEach(async () => {
  uji = await basisDataUji();
  const modul = await Test.createTestingModule({
    imports: [ConfigModule.untuk(uji.config), DatabaseModule, RedisModule, ImporModule],
  }).compile();
  await modul.init();
  impor = modul.get(ImporService);
  tutup = async () => {
    await modul.close();
    await uji.hapus();
  };
});
afterEach(() => tutup());

const jumlah = async (tabel: string): Promise<number> =>
  Number((await uji.db.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${tabel}`))[0]?.n);

/** Everything that an import may touch, as one number each. */
async function isiBasisData(): Promise<Record<string, number>> {
  const isi: Record<string, number> = {};
  for (const t of ['ormas', 'pengurus', 'ormas_dokumen', 'klaster_ormas', 'audit']) isi[t] = await jumlah(t);
  return isi;
}

describe('taking a register in', () => {
  it('stores the three registers of the demonstration city: 210 ormas, each with its cluster history', async () => {
    for (const [nama, diterima, ganda, ditolak] of [
      ['register-portal.csv', 152, 0, 0],
      ['register-polri.csv', 46, 1, 2],
      ['register-skko.csv', 12, 0, 0],
    ] as const) {
      const hasil = ringkas(await impor.impor(AKTOR_SISTEM, baca(CONTOH, nama), { berkas: nama }));
      expect([hasil.diterima, hasil.ganda.length, Object.keys(hasil.ditolak).length]).toEqual([
        diterima,
        ganda,
        ditolak,
      ]);
    }
    expect(await jumlah('ormas')).toBe(210);
    expect(await jumlah('klaster_ormas WHERE berlaku_sampai IS NULL')).toBe(210);
    expect(await jumlah("audit WHERE aksi = 'ormas.daftar'")).toBe(210);
    // The SKKO register has no field of work: those wait for an officer.
    expect(await jumlah("ormas WHERE opd_id IS NULL AND sumber = 'impor:skko'")).toBe(12);
    expect(await jumlah("ormas WHERE opd_id IS NULL AND sumber <> 'impor:skko'")).toBeLessThanOrEqual(3);
  });

  it('writes nothing when asked only to look', async () => {
    const sebelum = await isiBasisData();
    const hasil = ringkas(
      await impor.impor(AKTOR_SISTEM, baca(POLRI, 'register-contoh-polri.csv'), { berkas: 'x.csv', periksa: true }),
    );
    expect(hasil).toMatchObject({ baris: 25, diterima: 20, ganda: [15] });
    expect(Object.keys(hasil.ditolak)).toEqual(['6', '11', '20', '23']);
    expect(await isiBasisData()).toEqual(sebelum);
  });

  it('changes nothing when the same file comes again: every line is a duplicate', async () => {
    const isi = baca(CONTOH, 'register-portal.csv');
    await impor.impor(AKTOR_SISTEM, isi, { berkas: 'a.csv' });
    const sebelum = await isiBasisData();
    const hasil = ringkas(await impor.impor(AKTOR_SISTEM, isi, { berkas: 'a.csv' }));
    expect(hasil).toMatchObject({ baris: 152, diterima: 0, ditolak: {} });
    expect(hasil.ganda).toHaveLength(152);
    expect(await isiBasisData()).toEqual(sebelum);
  });

  it('takes an ormas in once when two files bring it at the same time', async () => {
    const isi = baca(CONTOH, 'register-polri.csv');
    const [a, b] = await Promise.all([
      impor.impor(AKTOR_SISTEM, isi, { berkas: 'a.csv' }),
      impor.impor(AKTOR_SISTEM, isi, { berkas: 'b.csv' }),
    ]);
    expect(a.diterima.length + b.diterima.length).toBe(46);
    expect(await jumlah('ormas')).toBe(46);
  });

  it('stores nothing of a file when its last line cannot be stored', async () => {
    const sebelum = await isiBasisData();
    await uji.db.query("CREATE TRIGGER tolak BEFORE INSERT ON pengurus FOR EACH ROW SIGNAL SQLSTATE '45000'");
    await expect(impor.impor(AKTOR_SISTEM, baca(CONTOH, 'register-portal.csv'), { berkas: 'a.csv' })).rejects.toThrow();
    expect(await isiBasisData()).toEqual(sebelum);
  });

  it.each(['opd', 'sekretaris', 'pimpinan'] as const)('is not for the role %s', async (peran) => {
    const aktor = { id: 1, nama: 'x', peran, opdId: 1, ormasId: 1 };
    await expect(impor.impor(aktor, baca(CONTOH, 'register-polri.csv'), { berkas: 'a.csv' })).rejects.toThrow(
      'tidak berwenang',
    );
  });
});

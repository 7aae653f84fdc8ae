import { Test } from '@nestjs/testing';
import { KABAN_CONTOH, SETELAN_CONTOH } from '../../src/cli/contoh/setelan-contoh.js';
import { isiKunjungan } from '../../src/cli/contoh/kunjungan.js';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { tanggalWib } from '../../src/common/tanggal.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

let dasar: BasisDataUji | undefined;
afterEach(async () => {
  await dasar?.hapus();
  dasar = undefined;
});

/** A city with officers, an applicant, and ormas with and without a secretary. */
async function kota(): Promise<BasisDataUji> {
  dasar = await basisDataUji();
  const modul = await Test.createTestingModule({
    imports: [ConfigModule.untuk(dasar.config), DatabaseModule, RedisModule, AkunModule],
  }).compile();
  await modul.init();
  const sandi = 'kata-sandi-uji-1';
  const orang = ['p1', 'p2'].map((s) => ({
    ...{ surel: `${s}@contoh.invalid`, nama: `Petugas ${s}`, peran: 'petugas' as const, sandi },
  }));
  const sekretaris = [
    {
      surel: 'pemohon@contoh.invalid',
      nama: 'Pemohon Rekaan',
      peran: 'sekretaris' as const,
      sandi,
      pemohon: true as const,
    },
  ] as { surel: string; nama: string; peran: 'sekretaris'; sandi: string; ormasId?: number; pemohon?: true }[];
  for (let i = 0; i < 14; i++) {
    const { id } = await buatOrmas(dasar.db, { nama: `Perkumpulan Contoh Rekaan ${i}` });
    if (i < 7)
      sekretaris.push({
        ...{ surel: `s${i}@contoh.invalid`, nama: `Sekretaris ${i}`, peran: 'sekretaris', sandi, ormasId: id },
      });
  }
  await modul.get(AkunService).muatBanyak(AKTOR_SISTEM, [...orang, ...sekretaris]);
  await modul.close();
  return dasar;
}

const jamWib = (saat: Date): string => new Date(saat.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
const hariKe = (hari: string): number => new Date(`${hari}T00:00:00Z`).getUTCDay();
const dinas = (hari: string, jam: string): boolean =>
  hariKe(hari) >= 1 && hariKe(hari) <= 5 && jam >= '08:00' && jam <= '16:00';

// A Saturday, a Monday, the first days of a year, and the middle of a week.
it.each(['2026-11-21', '2026-11-23', '2027-01-02', '2027-06-16'])(
  'the visits of the demonstration founded on %s lie in working hours, and their records come after them',
  async (hariIni) => {
    const { config, db } = await kota();
    expect(await isiKunjungan(config, hariIni)).toBe('12 kunjungan');
    const kunjungan = await db.query<
      { tanggal: string; jam: string; nyata: string | null; mulai: string | null; selesai: string | null }[]
    >('SELECT tanggal, jam, tanggal_nyata AS nyata, mulai, selesai FROM kunjungan');
    for (const k of kunjungan) {
      expect([k.tanggal, k.jam, dinas(k.tanggal, k.jam)]).toEqual([k.tanggal, k.jam, true]);
      if (k.nyata === null || k.mulai === null || k.selesai === null) continue;
      expect([k.nyata < hariIni, dinas(k.nyata, k.mulai), dinas(k.nyata, k.selesai)]).toEqual([true, true, true]);
    }
    const acara = await db.query<{ nomor: string; pada: Date; nyata: string; selesai: string }[]>(
      `SELECT b.nomor, b.dibuat_pada AS pada, k.tanggal_nyata AS nyata, k.selesai
       FROM berita_acara b JOIN kunjungan k ON k.id = b.kunjungan_id ORDER BY b.id`,
    );
    expect(acara.length).toBeGreaterThan(3);
    for (const b of acara) {
      const [hari, jam] = [tanggalWib(b.pada), jamWib(b.pada)];
      expect(`${hari} ${jam}` > `${b.nyata} ${b.selesai}`).toBe(true);
      expect([b.nomor.slice(4, 8), dinas(hari, jam)]).toEqual([hari.slice(0, 4), true]);
    }
    const pada = acara.map((b) => b.pada.getTime());
    expect(pada).toEqual([...pada].sort((a, b) => a - b));
    const jejak = await db.query<{ waktu: Date; aksi: string }[]>(
      "SELECT waktu, aksi FROM audit WHERE objek IN ('kunjungan', 'pendaftaran')",
    );
    expect(jejak.length).toBeGreaterThan(20);
    expect(jejak.filter((j) => !dinas(tanggalWib(j.waktu), jamWib(j.waktu)) || tanggalWib(j.waktu) >= hariIni)).toEqual(
      [],
    );
    const [lamaran] = await db.query<{ status: string; kunjungan: string; tanggal: string }[]>(
      `SELECT p.status, k.status AS kunjungan, k.tanggal FROM pendaftaran p JOIN kunjungan k ON k.pendaftaran_id = p.id`,
    );
    expect([lamaran?.status, lamaran?.kunjungan, (lamaran?.tanggal ?? '') > hariIni]).toEqual([
      ...['diajukan', 'direncanakan', true],
    ]);
  },
);

it('letters and reports of the demonstration are signed by the one who heads its office', () => {
  expect(SETELAN_CONTOH.penandaTangan.nama).toBe(KABAN_CONTOH);
});

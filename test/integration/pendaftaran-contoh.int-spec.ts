import { Test } from '@nestjs/testing';
import { isiPendaftaran } from '../../src/cli/contoh/kisah-pendaftaran.js';
import { hariKerjaLalu } from '../../src/cli/contoh/jam-contoh.js';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { isHariKerja } from '../../src/common/hari-kerja.js';
import { awalHariWib, tanggalWib } from '../../src/common/tanggal.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { bedaPutaran } from '../../src/modules/pendaftaran/pendaftaran.aturan.js';
import { jamLayanan } from '../../src/modules/pendaftaran/jam-layanan.js';
import { bacaPutaran } from '../../src/modules/pendaftaran/pendaftaran.kueri.js';
import { STATUS_PENDAFTARAN, type StatusPendaftaran } from '../../src/modules/pendaftaran/pendaftaran.status.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

let dasar: BasisDataUji | undefined;
afterEach(async () => {
  await dasar?.hapus();
  dasar = undefined;
});

async function kantor(): Promise<BasisDataUji> {
  dasar = await basisDataUji();
  const modul = await Test.createTestingModule({
    imports: [ConfigModule.untuk(dasar.config), DatabaseModule, RedisModule, AkunModule],
  }).compile();
  await modul.init();
  const orang = (['petugas', 'kabid'] as const).map((peran) => ({
    ...{ surel: `${peran}@contoh.invalid`, nama: `${peran} Rekaan`, peran, sandi: 'kata-sandi-uji-1' },
  }));
  await modul.get(AkunService).muatBanyak(AKTOR_SISTEM, orang);
  await modul.close();
  return dasar;
}

const jamWib = (saat: Date): string => new Date(saat.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);

// A Monday, the first days of a year, and the middle of a week.
it.each(['2026-11-23', '2027-01-02', '2027-06-16'])(
  'the demonstration founded on %s has applications in every state, with clocks that run and stand still',
  async (hariIni) => {
    const { config, db } = await kantor();
    const { kalimat, akun } = await isiPendaftaran(config, hariIni);
    expect(kalimat).toBe('8 pendaftaran dalam setiap keadaan, 1 di antaranya menjadi ormas terdaftar');
    expect(akun.map((a) => a.surel)).toEqual(['2', '3', '4', '5'].map((n) => `pemohon${n}@contoh.invalid`));
    const semua = await db.query<
      { id: number; status: StatusPendaftaran; nama: string; jawaban: string; bidang: string; catatan: string }[]
    >('SELECT id, status, nama, jawaban, catatan_bidang AS bidang, catatan FROM pendaftaran ORDER BY id');
    expect(semua.map((p) => p.status).sort()).toEqual([...STATUS_PENDAFTARAN].sort());
    expect(semua.every((p) => p.nama.includes('Rekaan'))).toBe(true);
    expect(new Set(semua.map((p) => (JSON.parse(p.jawaban) as { bentuk: string }).bentuk))).toEqual(
      new Set(['yayasan', 'perkumpulan', 'non-badan-hukum', 'cabang']),
    );
    const dari = (s: StatusPendaftaran): (typeof semua)[number] => semua.find((p) => p.status === s) as never;

    const kembali = dari('perlu-perbaikan');
    expect(Object.keys(JSON.parse(kembali.bidang) as object).sort()).toEqual(['alamat', 'tujuan']);
    const dokumen = await db.query<{ kode: string }[]>(
      "SELECT kode FROM pendaftaran_dokumen WHERE pendaftaran_id = ? AND putusan = 'tidak-sesuai' AND catatan <> '' ORDER BY kode",
      [kembali.id],
    );
    expect(dokumen.map((d) => d.kode)).toEqual(['domisili', 'sk-pengurus']);
    expect(dari('ditolak').catatan).toContain('Mandat');

    const putaran = await bacaPutaran(db.manager, dari('diajukan-ulang').id);
    const [lalu, kini] = putaran;
    expect(lalu && kini && bedaPutaran(lalu, kini).map((b) => b.bidang)).toEqual(['alamat', 'dokumen-domisili']);

    const [masuk] = await db.query<{ ormas: string; peran: string; status: string; terbit: string }[]>(
      `SELECT o.nama AS ormas, a.peran, s.status, s.terbit FROM pendaftaran p JOIN ormas o ON o.id = p.ormas_id
       JOIN akun a ON a.ormas_id = o.id JOIN surat s ON s.ormas_id = o.id WHERE p.id = ?`,
      [dari('terdaftar').id],
    );
    expect(masuk).toMatchObject({ ormas: 'Yayasan Pelita Kenari Rekaan', peran: 'sekretaris', status: 'terbit' });
    expect((masuk?.terbit ?? '') < hariIni).toBe(true);
    expect(akun.find((a) => a.ormas !== undefined)).toMatchObject({ ormas: masuk?.ormas });

    const libur = new Set(
      (await db.query<{ tanggal: string }[]>('SELECT tanggal FROM hari_libur')).map((l) => l.tanggal),
    );
    // The clocks as an office sees them on the last working day, which is as they stand on a weekend.
    const saat = awalHariWib(hariKerjaLalu(hariIni, 1, libur));
    const jam = async (s: StatusPendaftaran) => jamLayanan(s, await bacaPutaran(db.manager, dari(s).id), saat, libur);
    expect(await jam('diajukan')).toMatchObject({ keadaan: 'berjalan', sisa: 3 });
    expect(await jam('diajukan-ulang')).toMatchObject({ keadaan: 'berjalan', sisa: 3 });
    expect(await jam('terverifikasi')).toMatchObject({ keadaan: 'berjalan', sisa: 8 });
    expect(await jam('perlu-perbaikan')).toMatchObject({ keadaan: 'berhenti', terpakai: 4 });

    const jejak = await db.query<{ waktu: Date }[]>(
      "SELECT waktu FROM audit WHERE objek IN ('pendaftaran', 'surat', 'ormas')",
    );
    expect(jejak.length).toBeGreaterThan(60);
    expect(
      jejak.filter(({ waktu }) => {
        const [hari, pukul] = [tanggalWib(waktu), jamWib(waktu)];
        return !isHariKerja(hari, libur) || hari >= hariIni || pukul < '08:00' || pukul > '16:00';
      }),
    ).toEqual([]);
  },
);

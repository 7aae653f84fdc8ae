import { readFileSync } from 'node:fs';
import { type BerkasSiap } from '../../modules/berkas/berkas.types.js';
import { sudahDiganti } from '../../modules/ormas/legalitas.js';
import { jendelaTahun } from '../../modules/setelan/jendela.js';
import { selisihHari, tambahHari, tambahTahun } from '../../common/tanggal.js';
import { AcakTetap } from './acak-tetap.js';
import { bagianLewat, kegiatanSetahun, type JendelaContoh, type OrmasContoh, type Watak } from './cerita.js';
import { dokumenKota, laporanContoh, rekomendasiKota, type RekomendasiTerpakai } from './kota-contoh.js';
import { segarkanRegister } from './register-contoh.js';
import { tahunBerjalanContoh } from './setelan-contoh.js';
import { dinilaiSejauhIni, mandiriMenunggu } from './tingkat-contoh.js';

// The demonstration is founded on any day of a year, and has living examples on each.

const HARI = ['2026-12-01', '2026-12-14', '2026-12-15', '2026-12-31', '2027-01-02', '2027-06-15', '2027-11-30'];
const WATAK: Watak[] = ['teladan', 'baik', 'sedang', 'lemah', 'diam'];
const ORMAS = Array.from({ length: 200 }, (_, i): OrmasContoh => ({
  ...{ id: i + 1, nama: `Ormas ${i}`, bidangKode: null, bidangId: null, opdId: null, kelurahanId: null },
  ...{ kelurahan: 'Contoh', terdaftarPada: '2020-01-01' },
}));
const watak = (o: OrmasContoh): Watak => WATAK[o.id % WATAK.length] as Watak;
const foto = [{ nama: 'foto.jpg', mime: 'image/jpeg' } as BerkasSiap];

function jendela(tahun: number, hariIni: string): JendelaContoh {
  const { mulai, akhir } = jendelaTahun('12-01', tahun);
  const kemarin = tambahHari(hariIni, -1);
  return { tahun, mulai, akhir, sampai: akhir < kemarin ? akhir : kemarin };
}

describe.each(HARI)('founded on %s', (hariIni) => {
  const berjalan = tahunBerjalanContoh(hariIni);
  const bagian = bagianLewat(jendela(berjalan, hariIni), hariIni);

  it('has levels of the running year only as far as the year has come', () => {
    const dinilai = dinilaiSejauhIni(ORMAS, bagian);
    expect(dinilai.length).toBeLessThanOrEqual(40 * bagian);
    expect(dinilai.length).toBeGreaterThanOrEqual(Math.floor(40 * bagian) - 1);
    const bahan = { ormas: ORMAS.slice(0, 1), watak, berkas: new Map<string, BerkasSiap>(), foto };
    expect(mandiriMenunggu(new AcakTetap(1), bahan, bagian)).toHaveLength(Math.ceil(3 * bagian));
  });

  it('has two weeks of activities or more in the year under way', () => {
    const { mulai, sampai } = jendela(berjalan, hariIni);
    expect(selisihHari(mulai, sampai)).toBeGreaterThanOrEqual(13);
  });

  it('has reports that wait for verification', () => {
    const acak = new AcakTetap(1945);
    const laporan = [berjalan - 1, berjalan].flatMap((t) =>
      ORMAS.flatMap((o) =>
        kegiatanSetahun(acak, o, watak(o), jendela(t, hariIni), 4).map((k) =>
          laporanContoh(acak, { o, k, butir: [1, 2, 3, 4], bukti: { foto, dokumen: foto }, petugas: [1], hariIni }),
        ),
      ),
    );
    expect(laporan.filter((l) => l.status === 'diajukan').length).toBeGreaterThan(2);
    expect(
      laporan.every((l) => l.diajukanPada === null || l.diajukanPada < new Date(`${hariIni}T00:00:00+07:00`)),
    ).toBe(true);
  });

  it('counts nobody twice by age', () => {
    const acak = new AcakTetap(1945);
    const peserta = ORMAS.flatMap((o) => kegiatanSetahun(acak, o, watak(o), jendela(berjalan - 1, hariIni), 4)).flatMap(
      (k) => k.peserta ?? [],
    );
    expect(peserta.length).toBeGreaterThan(100);
    for (const p of peserta)
      expect((p.anak ?? 0) + (p.pemuda ?? 0) + (p.lansia ?? 0)).toBeLessThanOrEqual(p.laki + p.perempuan);
  });

  it('tells no ormas the same twice, nor to renew what is in force', () => {
    const acak = new AcakTetap(1945);
    const terpakai: RekomendasiTerpakai = new Map();
    const punya = (o: OrmasContoh, jenis: string): boolean => jenis === 'sop-keuangan' && o.id % 2 === 0;
    const semua = [berjalan - 2, berjalan - 1, berjalan].flatMap((t) =>
      rekomendasiKota(acak, ORMAS, watak, jendela(t, hariIni), { punya, terpakai }),
    );
    expect(semua.length).toBeGreaterThan(200);
    expect(new Set(semua.map((r) => `${r.ormasId} ${r.isi}`)).size).toBe(semua.length);
    expect(semua.filter((r) => r.isi.includes('SOP keuangan') && r.ormasId % 2 === 0)).toEqual([]);
    expect(semua.every((r) => r.isi.length > 0)).toBe(true);
  });

  it('has decrees that a newer one took the place of, all of the past', () => {
    const dokumen = dokumenKota(new AcakTetap(1945), ORMAS, watak, hariIni, new Map<string, BerkasSiap>()).map(
      (d, id) => ({ ...d, id, berkasId: null }),
    );
    const diganti = dokumen.filter((d) =>
      sudahDiganti(
        d,
        dokumen.filter((lain) => lain.ormasId === d.ormasId),
        hariIni,
      ),
    );
    expect(diganti.length).toBe(3);
    expect(diganti.every((d) => d.jenis === 'sk-pengurus' && (d.berlakuSampai ?? hariIni) < hariIni)).toBe(true);
    expect(dokumen.every((d) => (d.tanggal ?? '') < hariIni)).toBe(true);
    expect(diganti.every((d) => (d.tanggal ?? '') >= '2020-01-01')).toBe(true);
  });

  it('has ormas too young for a score in each of the closed years', () => {
    const berkas = readFileSync(new URL('../../database/seed/contoh/register-portal.csv', import.meta.url), 'utf8');
    const baru = segarkanRegister(berkas, hariIni);
    expect(baru.split('\n').length).toBe(berkas.split('\n').length);
    const pada = baru.split('\n').flatMap((b) => /,(\d{4}-\d\d-\d\d),[^,]*,[^,]*$/.exec(b.trimEnd())?.[1] ?? []);
    for (const tahun of [berjalan - 2, berjalan - 1]) {
      const { akhir } = jendela(tahun, hariIni);
      const muda = pada.filter((p) => p <= akhir && p > tambahTahun(akhir, -1));
      expect(muda.length).toBeGreaterThanOrEqual(4);
    }
    expect(pada.every((p) => selisihHari(p, hariIni) > 0)).toBe(true);
  });
});

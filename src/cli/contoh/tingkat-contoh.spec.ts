import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Instrumen } from '../../iko/instrumen.js';
import { isMandiri } from '../../iko/tingkat.js';
import { type BerkasSiap } from '../../modules/berkas/berkas.types.js';
import { AcakTetap } from './acak-tetap.js';
import { ALASAN_TANPA_BERKAS, BAHAN_TINGKAT, kunciBerkas } from './bahan-tingkat.js';
import { awalHariWib, tambahHari } from '../../common/tanggal.js';
import { kegiatanSetahun, type OrmasContoh, type Watak } from './cerita.js';
import { laporanContoh } from './kota-contoh.js';
import { KODE_MANDIRI, mandiriMenunggu, tingkatKota } from './tingkat-contoh.js';

const INSTRUMEN = JSON.parse(
  readFileSync(new URL('../../database/seed/instrumen/iko-2022.v1.json', import.meta.url), 'utf8'),
) as Instrumen;
const INDIKATOR = new Map(INSTRUMEN.domain.flatMap((d) => d.indikator).map((i) => [i.kode, i]));
const WATAK: Watak[] = ['teladan', 'baik', 'sedang', 'lemah', 'diam'];

/** A word that only a reason of this indicator holds: what its level is about. */
const POKOK: Readonly<Record<string, RegExp>> = {
  EFK2: /manfaat|keluaran|sebelum dan sesudah/,
  EFS1: /anggaran/i,
  KBL2: /keuangan|kas/i,
  KBL3: /kemitraan/i,
  KTH1: /pengurus|anggota/i,
  KTH2: /sekretariat/i,
  KTH3: /sanksi|Musrenbang/,
  REL2: /penilaian warga/,
};

const siap = (nama: string): BerkasSiap => ({
  ...{ nama, mime: 'application/pdf', ukuran: 1, ukuranAsal: 1, lebar: null, tinggi: null, sha256Kecil: null },
  ...{ sha256: createHash('sha256').update(nama).digest('hex'), sha256Asal: '' },
});
const BERKAS = new Map(
  Object.entries(BAHAN_TINGKAT).flatMap(([kode, tingkat]) =>
    tingkat.flatMap(({ berkas }, t) => (berkas ? [[kunciBerkas(kode, t), siap(`${kode}-${t}.pdf`)] as const] : [])),
  ),
);
const FOTO = [siap('foto-1.jpg'), siap('foto-2.jpg')];
const ORMAS = Array.from({ length: 300 }, (_, i): OrmasContoh => ({
  ...{ id: i + 1, nama: `Ormas ${i}`, bidangKode: null, bidangId: null, opdId: null, kelurahanId: null },
  ...{ kelurahan: 'Contoh', terdaftarPada: '2020-01-01' },
}));
const watak = (o: OrmasContoh): Watak => WATAK[o.id % WATAK.length] as Watak;
const BERSANKSI = new Set([5, 10]);
const muatan = [1, 2, 3, 4].flatMap((benih) =>
  tingkatKota(new AcakTetap(benih), { ormas: ORMAS, watak, berkas: BERKAS, foto: FOTO, bersanksi: BERSANKSI }),
);

describe('what is said of the levels of the demonstration', () => {
  const kombinasi = Object.entries(BAHAN_TINGKAT).flatMap(([kode, tingkat]) =>
    tingkat.map((b, t) => [kode, t, b] as const),
  );

  it('covers every indicator that people set, with all five levels', () => {
    const manusia = [...INDIKATOR.values()].filter((i) => isMandiri(i.sumber ?? 'V') || i.sumber === 'V');
    expect(Object.keys(BAHAN_TINGKAT).sort()).toEqual([...manusia.map((i) => i.kode), 'KTH3', 'REL2'].sort());
    expect(kombinasi).toHaveLength(Object.keys(BAHAN_TINGKAT).length * 5);
    expect(Object.keys(ALASAN_TANPA_BERKAS).sort()).toEqual([...KODE_MANDIRI].sort());
  });

  it.each(kombinasi)(
    '%s level %i has a reason about its own matter, and a paper where one can be shown',
    (kode, t, b) => {
      expect(INDIKATOR.get(kode)?.rubrik?.[t]).toBeTruthy();
      expect(b.alasan).toMatch(POKOK[kode] as RegExp);
      expect(b.alasan.length).toBeLessThanOrEqual(300);
      if (t > 1) expect(b.berkas?.isi.length).toBeGreaterThan(0);
    },
  );

  // The facts stand on the same page: a number in a text that serves many ormas would contradict them for most.
  it.each(kombinasi)('%s level %i states no number of what the portal counts', (_kode, _t, b) => {
    const benda = '(?:butir |laporan )?(?:kegiatan|acara|program|usulan|penilai|kelompok|forum|rekomendasi)';
    const bilangan = '(?:\\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|satu)';
    const terhitung = new RegExp(`(?<!lebih dari )\\b${bilangan} ${benda}\\b|\\b${benda}[^.,;:]*: \\d`, 'i');
    for (const kalimat of [b.alasan, b.berkas?.judul ?? '', ...(b.berkas?.isi ?? [])])
      expect(kalimat).not.toMatch(terhitung);
  });

  it('says no sentence twice', () => {
    const kalimat = [...kombinasi.map(([, , b]) => b.alasan), ...Object.values(ALASAN_TANPA_BERKAS)];
    expect(new Set(kalimat).size).toBe(kalimat.length);
  });
});

describe('the levels of the demonstration', () => {
  it('give every decided level the reason of its own indicator and level', () => {
    const salah = muatan.filter((m) => {
      if (m.akhir === null) return false;
      const boleh = [
        BAHAN_TINGKAT[m.indikator]?.[m.akhir]?.alasan,
        m.adaBerkas ? '' : ALASAN_TANPA_BERKAS[m.indikator],
      ];
      return !boleh.includes(m.alasan ?? '-');
    });
    expect(salah).toEqual([]);
    const terpakai = new Set(muatan.flatMap((m) => (m.akhir === null ? [] : [`${m.indikator}/${m.akhir}`])));
    expect(terpakai.size).toBeGreaterThan(30);
  });

  it('rest every level above 1 on a paper about that level', () => {
    const tinggi = muatan.filter((m) => (m.akhir ?? 0) > 1);
    expect(tinggi.length).toBeGreaterThan(1000);
    for (const m of tinggi) {
      expect(m.adaBerkas).toBe(true);
      expect(m.bukti?.[0]?.siap.nama).toBe(`${m.indikator}-${m.akhir}.pdf`);
      expect(m.bukti?.slice(1).every((b) => b.siap.nama.startsWith('foto-') && b.keterangan)).toBe(true);
      expect(m.bukti?.[0]?.pihak).toBe((KODE_MANDIRI as readonly string[]).includes(m.indikator) ? 'ormas' : 'petugas');
    }
  });

  it('claim nothing above 1 without a paper, as the portal would refuse it', () => {
    expect(muatan.filter((m) => (m.mandiri ?? 0) > 1 && !m.bukti?.length)).toEqual([]);
    const menunggu = mandiriMenunggu(new AcakTetap(9), { ormas: ORMAS, watak, berkas: BERKAS, foto: FOTO });
    expect(menunggu.filter((m) => !m.bukti?.length || m.akhir !== null || m.adaBerkas)).toEqual([]);
  });

  it('set no KTH3 where a sanction locks it, nor where the portal computes the same', () => {
    const kth3 = muatan.filter((m) => m.indikator === 'KTH3');
    expect(kth3.filter((m) => BERSANKSI.has(m.ormasId) || (m.akhir ?? 0) < 2)).toEqual([]);
  });
});

describe('the reports of the demonstration', () => {
  const hariIni = '2026-11-22';
  const jendela = { tahun: 2026, mulai: '2025-12-01', akhir: '2026-11-30', sampai: tambahHari(hariIni, -1) };
  const bahan = { butir: [], bukti: { foto: FOTO, dokumen: [] }, petugas: [1], hariIni };
  const buat = () => {
    const acak = new AcakTetap(7);
    return ORMAS.flatMap((o) =>
      kegiatanSetahun(acak, o, watak(o), jendela, 0).map((k) => laporanContoh(acak, { ...bahan, o, k })),
    );
  };

  it('tell of nothing that lies in the future, not even on the morning of their day', () => {
    const pagi = awalHariWib(hariIni);
    const saat = buat().flatMap((l) => [l.dibuatPada, l.diajukanPada, l.diputuskanPada, l.opdKonfirmasiPada]);
    expect(saat.length).toBeGreaterThan(1000);
    expect(saat.filter((s) => s !== null && s !== undefined && s >= pagi)).toEqual([]);
  });

  it('are the same each time', () => {
    expect(JSON.stringify(buat())).toBe(JSON.stringify(buat()));
  });
});

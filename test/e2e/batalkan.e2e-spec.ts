import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { HitungService } from '../../src/modules/penilaian/hitung.service.js';
import { PenutupanService } from '../../src/modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { KegiatanService } from '../../src/modules/kegiatan/kegiatan.service.js';
import { ISIAN_KOSONG } from '../../src/modules/kegiatan/kegiatan.types.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';
import { isiTahun, kerjakanSemua } from '../support/penilaian.js';
import { isiSetelan } from '../support/setelan.js';

const TAHUN = 2025;
const ALASAN = 'Naskah perlu diperbaiki.';

let uji: AplikasiUji;
beforeAll(async () => {
  uji = await aplikasiUji();
});
afterAll(() => uji.tutup());

const layanan = <T>(kelas: new (...args: never[]) => T): T => uji.app.get(kelas, { strict: false });

/** The version that stands in the page's form, the way the form is sent. */
async function kirim(siapa: Pengunjung, halaman: string, aksi: string, isian: Record<string, string> = {}) {
  const { text } = await siapa.buka(halaman);
  return siapa.kirim(halaman, aksi, { versi: /name="versi" value="(\d+)"/.exec(text)?.[1] ?? '', ...isian });
}

describe('taking a decision on the annual report back', () => {
  let halaman: string;
  let id: number;
  let [kabid, kaban, petugas]: Pengunjung[] = [];

  beforeAll(async () => {
    [kabid, kaban, petugas] = [
      await uji.masukSebagai('kabid'),
      await uji.masukSebagai('kaban'),
      await uji.masukSebagai('petugas'),
    ];
    await isiSetelan(uji.app);
    await isiTahun(uji.app, uji.url, { jumlah: 30, tahun: TAHUN, benih: 5 });
    const { hitungId } = await layanan(HitungService).mulaiHitung(AKTOR_SISTEM, TAHUN);
    await kerjakanSemua(uji.app, uji.db, hitungId);
    const { versi } = await layanan(PeriodeService).untukTahun(TAHUN);
    await layanan(PenutupanService).tutup(kabid.aktor ?? AKTOR_SISTEM, TAHUN, versi);
    // Finished as the worker finishes one; the file itself is not what is decided on here.
    const { insertId } = await uji.db.query<{ insertId: number }>(
      `INSERT INTO laporan (jenis, periode_id, hitung_id, status, nomor, halaman, dibuat_pada, selesai_pada)
       SELECT 'tahunan', periode_id, id, 'selesai', 'LMT-UJI-1', 10, dibuat_pada, dibuat_pada FROM hitung WHERE id = ?`,
      [hitungId],
    );
    id = insertId;
    halaman = `/laporan/${id}`;
  });

  const oleh = async (): Promise<[boolean, boolean]> => {
    const [l] = await uji.db.query<{ setuju: string; sah: string }[]>(
      'SELECT disetujui_pada IS NOT NULL AS setuju, disahkan_pada IS NOT NULL AS sah FROM laporan WHERE id = ?',
      [id],
    );
    return [Number(l?.setuju) === 1, Number(l?.sah) === 1];
  };
  const tombol = async (siapa: Pengunjung | undefined): Promise<string | undefined> =>
    /<button[^>]*>(Batalkan [^<]+)</.exec((await siapa?.buka(halaman))?.text ?? '')?.[1];
  const batalkan = (siapa: Pengunjung | undefined, alasan = ALASAN) =>
    kirim(siapa as Pengunjung, halaman, `${halaman}/batalkan`, { alasan });

  it('is offered to nobody while nothing has been decided', async () => {
    for (const siapa of [kabid, kaban, petugas]) expect(await tombol(siapa)).toBeUndefined();
    for (const siapa of [kabid, kaban, petugas]) {
      const jawaban = await (siapa as Pengunjung).kirim('/akun/sandi', `${halaman}/batalkan`, {
        versi: '1',
        alasan: ALASAN,
      });
      expect(jawaban.status).toBe(403);
      expect(jawaban.text).toContain('tidak berwenang');
    }
    expect(await oleh()).toEqual([false, false]);
  });

  it('the kabid takes an approval back, with a reason, and the way begins anew', async () => {
    expect((await kirim(kabid as Pengunjung, `${halaman}/setujui`, `${halaman}/setujui`)).status).toBe(303);
    expect(await oleh()).toEqual([true, false]);
    expect([await tombol(kabid), await tombol(kaban), await tombol(petugas)]).toEqual([
      'Batalkan persetujuan',
      undefined,
      undefined,
    ]);
    expect((await batalkan(kabid, ' ')).status).toBe(422);
    expect((await batalkan(kaban)).status).toBeGreaterThanOrEqual(403);
    expect(await oleh()).toEqual([true, false]);

    const jawaban = await batalkan(kabid);
    expect([jawaban.status, jawaban.headers.location]).toEqual([303, halaman]);
    expect((await (kabid as Pengunjung).buka(halaman)).text).toContain('Pembatalan dicatat beserta alasannya.');
    expect(await oleh()).toEqual([false, false]);
  });

  it('the kaban takes a ratification back, and the approval stands', async () => {
    await kirim(kabid as Pengunjung, `${halaman}/setujui`, `${halaman}/setujui`);
    expect((await kirim(kaban as Pengunjung, `${halaman}/sahkan`, `${halaman}/sahkan`)).status).toBe(303);
    expect(await oleh()).toEqual([true, true]);
    expect([await tombol(kabid), await tombol(kaban)]).toEqual([undefined, 'Batalkan pengesahan']);
    expect((await batalkan(kabid)).status).toBeGreaterThanOrEqual(403);
    expect(await oleh()).toEqual([true, true]);

    expect((await batalkan(kaban)).status).toBe(303);
    expect(await oleh()).toEqual([true, false]);
    expect(await tombol(kabid)).toBe('Batalkan persetujuan');
    const jejak = await uji.db.query<{ ringkasan: string }[]>(
      "SELECT ringkasan FROM audit WHERE aksi = 'laporan.batalkan' ORDER BY id",
    );
    expect(jejak.map((j) => j.ringkasan)).toEqual([
      `Persetujuan laporan LMT-UJI-1 dibatalkan: ${ALASAN}`,
      `Pengesahan laporan LMT-UJI-1 dibatalkan: ${ALASAN}`,
    ]);
  });

  it('on a page that is out of date shows that somebody was faster', async () => {
    const [{ versi } = { versi: 0 }] = await uji.db.query<{ versi: number }[]>(
      'SELECT versi FROM laporan WHERE id = ?',
      [id],
    );
    const lama = { versi: String(versi - 1), alasan: ALASAN };
    expect((await (kabid as Pengunjung).kirim(halaman, `${halaman}/batalkan`, lama)).status).toBe(409);
    expect(await oleh()).toEqual([true, false]);
  });
});

describe('taking a report of an activity back', () => {
  it('the sekretaris withdraws it and takes it up again; the office may not', async () => {
    const ormas = await buatOrmas(uji.db);
    const sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
    const kemarin = tambahHari(tanggalWib(new Date()), -1);
    const id = await layanan(KegiatanService).simpanDraf(sekretaris.aktor ?? AKTOR_SISTEM, ormas.id, {
      ...ISIAN_KOSONG,
      judul: 'Kerja bakti contoh',
      tanggalMulai: kemarin,
      tanggalSelesai: kemarin,
    });
    const halaman = `/kegiatan/${id}`;
    const status = async () =>
      (await uji.db.query<{ status: string }[]>('SELECT status FROM kegiatan WHERE id = ?', [id]))[0]?.status;

    for (const peran of ['petugas', 'kabid', 'kaban'] as const) {
      const lain = await uji.masukSebagai(peran);
      expect((await lain.kirim('/akun/sandi', `${halaman}/tindakan/batalkan`, { versi: '1' })).status).toBe(404);
    }
    expect((await sekretaris.buka(halaman)).text).toContain('Batalkan laporan');
    expect(
      (await kirim(sekretaris, halaman, `${halaman}/tindakan/batalkan`, { alasan: 'Salah kegiatan.' })).status,
    ).toBe(303);
    expect(await status()).toBe('dibatalkan');
    expect((await sekretaris.buka(halaman)).text).toContain('Pulihkan sebagai draf');
    expect((await kirim(sekretaris, halaman, `${halaman}/tindakan/pulihkan`)).status).toBe(303);
    expect(await status()).toBe('draf');
  });
});

import { type INestApplicationContext } from '@nestjs/common';
import { type Aktor } from '../../src/common/aktor.js';
import { HitungService } from '../../src/modules/penilaian/hitung.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { PenyelesaianService } from '../../src/modules/penilaian/penyelesaian.service.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { isiTahun, kerjakanSemua, konteksPenilaian, potonganHitung } from '../support/penilaian.js';

const TAHUN = 2025;
const KABID: Aktor = { id: null, nama: 'Uji kabid', peran: 'kabid', opdId: null, ormasId: null };

let uji: BasisDataUji;
let app: INestApplicationContext;

beforeEach(async () => {
  uji = await basisDataUji();
  app = await konteksPenilaian(uji.config);
  await isiTahun(app, uji.url, { jumlah: 60, tahun: TAHUN, benih: 7 });
});
afterEach(async () => {
  await app.close();
  await uji.hapus();
});

const periode = () => app.get(PeriodeService).untukTahun(TAHUN);
const tutup = async () => app.get(PeriodeService).tutup(KABID, TAHUN, (await periode()).versi);
const mulai = () => app.get(HitungService).mulaiHitung(KABID, TAHUN);

describe('closing a period and a run of its scores', () => {
  it('the run first: the period is closed only once the run is over, and keeps its results', async () => {
    const { hitungId } = await mulai();
    await expect(tutup()).rejects.toMatchObject({
      kode: 'transisi-tidak-sah',
      message: expect.stringMatching(/^Perhitungan IKO 2025 belum selesai/),
    });
    await uji.db.query("UPDATE hitung SET status = 'berjalan' WHERE id = ?", [hitungId]);
    await expect(tutup()).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
    await kerjakanSemua(app, uji.db, hitungId);
    await tutup();
    expect(await periode()).toMatchObject({ status: 'ditutup', hitungId });
  });

  it('the closing first: no run begins', async () => {
    await tutup();
    await expect(mulai()).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
  });

  it('a run that has failed does not keep a period open, and is not taken up again behind it', async () => {
    const { hitungId } = await mulai();
    const [potongan] = await potonganHitung(uji.db, hitungId);
    await app.get(PenyelesaianService).menyerah(potongan?.id ?? 0, 'Uji');
    await tutup();
    await expect(app.get(HitungService).ulangi(KABID, hitungId)).rejects.toMatchObject({ kode: 'transisi-tidak-sah' });
  });

  it('both at the same moment: one of them, whichever comes first, and never results in a closed period', async () => {
    const { versi } = await periode();
    const [t, m] = await Promise.allSettled([app.get(PeriodeService).tutup(KABID, TAHUN, versi), mulai()]);
    expect([t.status, m.status].sort()).toEqual(['fulfilled', 'rejected']);
    const [{ n } = { n: '' }] = await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM hitung');
    expect((await periode()).status === 'ditutup').toBe(Number(n) === 0);
  });
});

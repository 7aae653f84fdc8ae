import { type Aktor } from '../../src/common/aktor.js';
import { BacaBerkasService } from '../../src/modules/berkas/baca-berkas.service.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { BacaPendaftaranService } from '../../src/modules/pendaftaran/baca-pendaftaran.service.js';
import { PendaftaranService } from '../../src/modules/pendaftaran/pendaftaran.service.js';
import { PengesahanService } from '../../src/modules/pendaftaran/pengesahan.service.js';
import { PeriksaPendaftaranService } from '../../src/modules/pendaftaran/periksa-pendaftaran.service.js';
import { pdfContoh } from '../factories/berkas.js';
import { jawabanContoh } from '../factories/jawaban-pendaftaran.js';
import { buatOrmas } from '../factories/ormas.js';
import { akunPemohon, isiPendaftaran, pendaftaranTerkirim } from '../factories/pendaftaran.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';

let uji: AplikasiUji;
let petugas: Aktor[];
const ambil = <T>(kelas: new (...a: never[]) => T): T => uji.app.get<T>(kelas, { strict: false });

beforeAll(async () => {
  uji = await aplikasiUji();
  petugas = [];
  for (let i = 0; i < 2; i++) {
    const { aktor } = await uji.masukSebagai('petugas');
    if (aktor) petugas.push(aktor);
  }
});
afterAll(() => uji.tutup());

const kode = (hasil: PromiseSettledResult<unknown>): string =>
  hasil.status === 'fulfilled' ? 'jadi' : String((hasil.reason as { kode?: string }).kode);

describe('applications under many hands', () => {
  it('of two officers who claim at the same moment one gets it, and the other is told who', async () => {
    const { id } = await pendaftaranTerkirim(uji.app, uji.db, { surel: 'lomba@contoh.invalid' });
    const hasil = await Promise.allSettled(petugas.map((p) => ambil(PeriksaPendaftaranService).ambil(p, id)));
    expect(hasil.map(kode).sort()).toEqual(['jadi', 'sudah-ada']);
    const pemegang = petugas[hasil.findIndex((h) => h.status === 'fulfilled')] as Aktor;
    const lain = petugas.find((p) => p !== pemegang) as Aktor;
    const { versi } = await ambil(BacaPendaftaranService).rinci(pemegang, id);
    const periksa = ambil(PeriksaPendaftaranService);
    const galat = await Promise.allSettled([
      periksa.kembalikan(lain, id, versi, 'Bukan milik saya'),
      periksa.kembalikan(pemegang, id, versi - 1, 'Versi lama'),
    ]);
    expect(galat.map(kode)).toEqual(['tidak-berwenang', 'versi-berbeda']);
    await periksa.kembalikan(pemegang, id, versi, 'Perbaiki alamat');
    const sesudah = await ambil(BacaPendaftaranService).rinci(pemegang, id);
    expect([sesudah.status, sesudah.jam?.keadaan, sesudah.catatan]).toEqual([
      'perlu-perbaikan',
      'berhenti',
      'Perbaiki alamat',
    ]);
  });

  it('two beginnings at the same moment are one application', async () => {
    const pemohon = await akunPemohon(uji.db, 'dua-kali@contoh.invalid');
    const id = await Promise.all([1, 2, 3].map(() => ambil(PendaftaranService).mulai(pemohon)));
    expect(new Set(id).size).toBe(1);
  });

  it('a file that is replaced before the first sending goes with its room; one that the office could read stays', async () => {
    const pemohon = await akunPemohon(uji.db, 'ganti-berkas@contoh.invalid');
    const layanan = ambil(PendaftaranService);
    const id = await layanan.mulai(pemohon);
    const versi = await isiPendaftaran(uji.app, pemohon, id);
    const berkasKtp = async () => {
      const [d] = await uji.db.query<{ kode: string; id: string }[]>(
        `SELECT d.kode, d.berkas_id AS id FROM pendaftaran_dokumen d
         WHERE d.pendaftaran_id = ? AND d.berkas_id IS NOT NULL ORDER BY d.kode LIMIT 1`,
        [id],
      );
      return d ?? { kode: '', id: '' };
    };
    const masih = async (berkas: string) => (await ambil(BerkasService).menurutId([berkas])).length > 0;
    const lama = await berkasKtp();
    const isi = { nomor: `${lama.kode}/1`, tanggal: '2025-01-15', berlakuSampai: '2099-12-31' };
    const siap = async (kalimat: string) => ambil(BerkasService).siapkanIsi(await pdfContoh(kalimat), 'baru.pdf');
    // Without a file the one that is there stays.
    await layanan.simpanDokumen(pemohon, id, versi, lama.kode, { ...isi, siap: null });
    expect(await berkasKtp()).toEqual(lama);
    await layanan.simpanDokumen(pemohon, id, versi + 1, lama.kode, { ...isi, siap: await siap('Pengganti') });
    const dikirim = await berkasKtp();
    expect([dikirim.id === lama.id, await masih(lama.id), await masih(dikirim.id)]).toEqual([false, false, true]);
    await layanan.ajukan(pemohon, id, versi + 2);
    const [satu] = petugas;
    await ambil(PeriksaPendaftaranService).ambil(satu as Aktor, id);
    const { versi: kini } = await ambil(BacaPendaftaranService).rinci(satu as Aktor, id);
    await ambil(PeriksaPendaftaranService).kembalikan(satu as Aktor, id, kini, 'Berkas kurang jelas');
    await layanan.simpanDokumen(pemohon, id, kini + 1, lama.kode, { ...isi, siap: await siap('Perbaikan') });
    expect([(await berkasKtp()).id === dikirim.id, await masih(dikirim.id)]).toEqual([false, true]);
  });

  it('a KTP is read by its applicant and by those who examine, and their reading leaves a trace', async () => {
    const { id, pemohon } = await pendaftaranTerkirim(uji.app, uji.db, { surel: 'ktp@contoh.invalid' });
    const p = await ambil(BacaPendaftaranService).rinci(pemohon, id);
    const ktp = p.dokumen.find((d) => d.kode === 'ktp-ketua')?.berkasId ?? '';
    const lain = await akunPemohon(uji.db, 'orang-lain@contoh.invalid');
    const sebagai = (peran: Aktor['peran'], ubah: Partial<Aktor> = {}): Aktor => ({ ...lain, peran, ...ubah });
    const baca = async (a: Aktor): Promise<string> => {
      const [hasil] = await Promise.allSettled([ambil(BacaBerkasService).baca(a, ktp)]);
      if (hasil.status === 'fulfilled') hasil.value.aliran.resume();
      return kode(hasil);
    };
    const jejak = async (): Promise<number> => {
      const [b] = await uji.db.query<{ n: string }[]>(
        "SELECT COUNT(*) AS n FROM audit WHERE aksi = 'berkas.baca' AND objek_id = ?",
        [String(id)],
      );
      return Number(b?.n);
    };
    for (const a of [
      lain,
      sebagai('sekretaris', { ormasId: 1 }),
      sebagai('opd', { opdId: 1 }),
      ...(['pimpinan', 'kaban', 'admin'] as const).map((r) => sebagai(r)),
    ]) {
      expect([a.peran, await baca(a)]).toEqual([a.peran, 'tidak-ditemukan']);
    }
    expect([await baca(pemohon), await jejak()]).toEqual(['jadi', 0]);
    expect([await baca(petugas[0] as Aktor), await jejak()]).toEqual(['jadi', 1]);
    expect(await baca(sebagai('kabid'))).toBe('jadi');
  });

  it('the head’s word that it is none of those shown does not cover one that has come to light since', async () => {
    const jawaban = { ...jawabanContoh(), nama: 'Perkumpulan Kembar Mendadak Rekaan' };
    const { id, versi } = await pendaftaranTerkirim(uji.app, uji.db, { surel: 'kembar@contoh.invalid', jawaban });
    await uji.db.query("UPDATE pendaftaran SET status = 'terverifikasi' WHERE id = ?", [id]);
    const kabid = (await uji.masukSebagai('kabid')).aktor as Aktor;
    const daftarkan = (bukan: number[]) => ambil(PengesahanService).daftarkan(kabid, id, versi, bukan);
    const pertama = await buatOrmas(uji.db, { nama: 'PERKUMPULAN KEMBAR MENDADAK REKAAN' });
    await expect(daftarkan([])).rejects.toMatchObject({ kode: 'sudah-ada' });
    const kedua = await buatOrmas(uji.db, { nama: 'Perkumpulan  Kembar Mendadak Rekaan' });
    await expect(daftarkan([pertama.id])).rejects.toThrow('nama sama setelah disamakan ejaannya');
    await expect(daftarkan([pertama.id, kedua.id])).resolves.toBeGreaterThan(kedua.id);
  });
});

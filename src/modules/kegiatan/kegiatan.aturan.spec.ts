import { bedaPotret, hariTerlambat, kekuranganLaporan, pertentanganIsian, potretKegiatan } from './kegiatan.aturan.js';
import { type MasaTerhenti } from './masa-terhenti.js';
import { ISIAN_KOSONG, type IsianKegiatan, type NamaRujukan } from './kegiatan.types.js';

const NAMA: NamaRujukan = { kelurahan: null, kecamatan: null, bidang: null, program: null, bersamaOpd: null };
const lengkap: IsianKegiatan = {
  ...ISIAN_KOSONG,
  judul: 'Bakti contoh',
  uraian: 'Uraian',
  tempat: 'Aula',
  tanggalMulai: '2026-03-01',
  tanggalSelesai: '2026-03-02',
};
const foto = { id: 4, jenis: 'foto' as const, keterangan: 'Peserta', nama: 'foto.jpg' };
const syarat = (hariIni: string, pertamaPada: Date | null = null, terhenti: MasaTerhenti[] = []) => ({
  hariIni,
  pertamaPada,
  terhenti,
});
const bidang = (galat: { bidang: string }[]) => galat.map((g) => g.bidang);

describe('what keeps a report from being sent', () => {
  it('is nothing when it is complete', () => {
    expect(kekuranganLaporan(lengkap, [foto], syarat('2026-03-02'))).toEqual([]);
  });

  it('is everything at once when it is empty, in the order of the form', () => {
    expect(bidang(kekuranganLaporan(ISIAN_KOSONG, [], syarat('2026-03-02')))).toEqual([
      'judul',
      'tanggalMulai',
      'tempat',
      'uraian',
      'foto1',
    ]);
  });

  it('is a day that has not come; the last day itself is no hindrance', () => {
    expect(bidang(kekuranganLaporan(lengkap, [foto], syarat('2026-03-01')))).toEqual(['tanggalSelesai']);
    expect(kekuranganLaporan({ ...lengkap, tanggalSelesai: null }, [foto], syarat('2026-03-01'))).toEqual([]);
  });

  it('is a photo without words; a document needs none', () => {
    expect(bidang(kekuranganLaporan(lengkap, [{ ...foto, keterangan: ' ' }], syarat('2026-03-02')))).toEqual([
      'keterangan_4',
    ]);
    const dokumen = { id: 5, jenis: 'dokumen' as const, keterangan: '', nama: 'hadir.pdf' };
    expect(kekuranganLaporan(lengkap, [dokumen], syarat('2026-03-02'))).toEqual([]);
  });

  it('is an activity after the first submission of this very report', () => {
    const pertama = new Date('2026-03-01T16:59:00Z'); // 23.59 WIB on 1 March
    expect(bidang(kekuranganLaporan(lengkap, [foto], syarat('2026-03-20', pertama)))).toEqual(['tanggalSelesai']);
    const sesudah = new Date('2026-03-01T17:01:00Z'); // 00.01 WIB on 2 March
    expect(kekuranganLaporan(lengkap, [foto], syarat('2026-03-20', sesudah))).toEqual([]);
  });

  it('is an activity after the end of the ormas, told at the day that lies there', () => {
    const bubar = (mulai: string): MasaTerhenti[] => [{ status: 'bubar', sejak: mulai, mulai, akhir: null }];
    const kini = (masa: MasaTerhenti[]) => kekuranganLaporan(lengkap, [foto], syarat('2026-04-01', null, masa));
    expect(kini(bubar('2026-03-03'))).toEqual([]);
    expect(kini(bubar('2026-03-02'))).toEqual([
      { bidang: 'tanggalSelesai', pesan: expect.stringContaining('bubar sejak 2 Maret 2026') as string },
    ]);
    expect(bidang(kini(bubar('2026-02-01')))).toEqual(['tanggalMulai']);
    expect(bidang(kini([{ status: 'dicabut', sejak: null, mulai: null, akhir: null }]))).toEqual(['tanggalMulai']);
  });
});

describe('fields that contradict each other', () => {
  it('are an end before the beginning and more of a group than of all', () => {
    expect(bidang(pertentanganIsian({ ...lengkap, tanggalSelesai: '2026-02-28' }))).toEqual(['tanggalSelesai']);
    const peserta = { ...lengkap, pesertaLaki: 3, pesertaPerempuan: 4, pesertaAnak: 7, pesertaLansia: 8 };
    expect(bidang(pertentanganIsian(peserta))).toEqual(['pesertaLansia']);
    expect(pertentanganIsian({ ...peserta, pesertaLaki: null })).toEqual([]);
  });
});

describe('days late', () => {
  it.each([
    ['2026-03-01', '2026-03-31T16:59:00Z', 0],
    ['2026-03-01', '2026-03-31T17:01:00Z', 1],
    ['2026-03-01', '2026-04-15T03:00:00Z', 15],
    ['2025-12-01', '2025-12-31T16:59:00Z', 0],
  ])('an activity that ended on %s and was reported at %s: %d', (selesai, saat, hari) => {
    expect(hariTerlambat(selesai, new Date(saat))).toBe(hari);
  });
  it('are unknown before the first submission', () => expect(hariTerlambat('2026-03-01', null)).toBeNull());
});

describe('what changed between two rounds', () => {
  it('names fields, files and captions, and nothing that stayed', () => {
    const bukti = { ...foto, sha256: 'a'.repeat(64) };
    const lama = potretKegiatan(lengkap, NAMA, [bukti]);
    const baru = potretKegiatan({ ...lengkap, pesertaLaki: 12 }, NAMA, [
      { ...bukti, keterangan: 'Peserta dan pengurus' },
      { ...bukti, nama: 'lain.jpg', sha256: 'b'.repeat(64) },
    ]);
    expect(bedaPotret(lama, baru)).toEqual([
      { bidang: 'Peserta laki-laki', sebelum: '', sesudah: '12 orang' },
      { bidang: 'Foto “foto.jpg” (aaaaaaaa)', sebelum: 'Peserta', sesudah: 'Peserta dan pengurus' },
      { bidang: 'Foto “lain.jpg” (bbbbbbbb)', sebelum: '', sesudah: 'Peserta' },
    ]);
    expect(bedaPotret(baru, baru)).toEqual([]);
  });
});

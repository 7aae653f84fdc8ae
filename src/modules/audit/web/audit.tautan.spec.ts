import { type Peran } from '../../../common/aktor.js';
import { rincianAudit } from './audit.rincian.js';
import { alamatObjek } from './audit.tautan.js';

const baris = (objek: string, objekId: string, aksi = 'x.ubah', ormasId: number | null = 7) => ({
  ...{ id: 1, waktu: new Date(0), aktorNama: '', aktorPeran: 'petugas', ringkasan: '' },
  ...{ objek, objekId, aksi, ormasId },
});
const pada = (peran: Peran, ...b: Parameters<typeof baris>) => alamatObjek({ peran }, baris(...b));

describe('a row of the trail leads to what it is about', () => {
  it.each([
    ['ormas', '7', '/ormas/7'],
    ['kegiatan', '12', '/kegiatan/12'],
    ['laporan', '3', '/laporan/3'],
    ['nilai', '2025/7', '/penilaian/2025/ormas/7'],
    ['hitung', '4', '/penilaian/hitung/4'],
    ['laporan-ormas', '7-2025', '/ormas/7/rencana'],
    ['kegiatan', 'banyak', null],
    ['register', 'ormas.csv', null],
    ['rekomendasi', '2', '/rekomendasi/2'],
    ['pembinaan', '2', '/pembinaan/2'],
    ['pembinaan', 'banyak', null],
  ])('%s %s: %s', (objek, id, alamat) => expect(pada('kabid', objek, id)).toBe(alamat));

  it('only where its reader may go', () => {
    expect(pada('admin', 'akun', '2')).toBe('/pengguna');
    expect(pada('kaban', 'akun', '2')).toBeNull();
    expect(pada('admin', 'pendaftaran', '2')).toBeNull();
    expect(pada('kabid', 'pendaftaran', '2')).toBe('/pendaftaran/2');
  });

  it('not to work that may not have been sent yet', () => {
    expect(pada('kabid', 'kegiatan', '12', 'kegiatan.simpan-draf')).toBeNull();
    expect(pada('kabid', 'kegiatan', '12', 'kegiatan.ajukan')).toBe('/kegiatan/12');
  });
});

it('tells of evidence that it was there and its hash, not what its writer called it or wrote below it', () => {
  expect(
    rincianAudit({
      potret: { Tempat: 'Balai', 'Foto “Bu Contoh.jpg” (0a1b2c3d)': 'Bu Contoh di balai' },
      beda: [
        { bidang: 'Tempat', sebelum: 'Aula', sesudah: 'Balai' },
        { bidang: 'Dokumen “Daftar.pdf” (00112233)', sebelum: '', sesudah: 'terlampir' },
      ],
      keterangan: [{ berkas: 'b1', sebelum: 'Pak Contoh', sesudah: '' }, { berkas: 'b2' }],
      catatan: 'tetap',
    }),
  ).toEqual({
    potret: { Tempat: 'Balai', 'Foto (0a1b2c3d)': 'tidak ditampilkan' },
    beda: [
      { bidang: 'Tempat', sebelum: 'Aula', sesudah: 'Balai' },
      { bidang: 'Dokumen (00112233)', sebelum: '', sesudah: 'tidak ditampilkan' },
    ],
    keterangan: [{ berkas: 'b1', sebelum: 'tidak ditampilkan', sesudah: '' }, { berkas: 'b2' }],
    catatan: 'tetap',
  });
  expect(rincianAudit(null)).toBeNull();
});

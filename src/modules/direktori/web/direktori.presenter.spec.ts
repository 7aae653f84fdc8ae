import { type OrmasPublik } from '../../ormas/ormas-publik.service.js';
import { presentOrmasPublik } from './direktori.presenter.js';

const kantor = { kota: 'Kota Rekaan', lembaga: 'Bakesbangpol', alamat: '', kontak: '' };
const ormas = (lain: Partial<OrmasPublik>): OrmasPublik => ({
  ...{ id: 7, nama: 'Yayasan Rekaan', status: 'terdaftar', nomor: '12/REKAAN', nomorSampai: '2026-11-30' },
  ...{ singkatan: null, bidang: null, kelurahan: null, kecamatan: null, alamat: '', rt: null, rw: null },
  diubah: new Date('2026-01-01T00:00:00Z'),
  ...lain,
});

describe('the public page of an ormas', () => {
  it.each<[string, Partial<OrmasPublik>, string]>([
    ['with a letter on its last day', {}, 'baik'],
    ['without a letter', { nomor: null, nomorSampai: null }, 'baik'],
    ['whose letter has ended', { nomorSampai: '2026-11-29' }, 'perlu'],
    ['that is suspended', { status: 'dibekukan' }, 'perlu'],
    ['that was revoked, its letter ended as well', { status: 'dicabut', nomorSampai: '2020-01-01' }, 'bahaya'],
  ])('%s has the mood of its state', (_, lain, jenis) => {
    const { keterangan } = presentOrmasPublik(ormas(lain), { kantor, dari: null, hari: '2026-11-30', portal: '' });
    expect(keterangan.jenis).toBe(jenis);
  });
});

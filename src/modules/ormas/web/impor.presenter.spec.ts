import { type PratinjauImpor } from '../impor.types.js';
import { presentPratinjau } from './impor.presenter.js';

it('a file of headings alone says so, and waits for no decision', () => {
  const p: PratinjauImpor = {
    ...{ id: 1, berkas: 'kosong.csv', status: 'siap', tataLetak: 'portal', jumlah: 0, diproses: 0, masuk: null },
    hitungan: { diterima: 0, ganda: 0, ditolak: 0, mirip: 0, dilewati: 0, dikoreksi: 0 },
  } as unknown as PratinjauImpor;
  const halaman = { isi: [], halaman: 1, perHalaman: 50, jumlah: 0 };
  const t = presentPratinjau(p, halaman, null, { ubah: true, batalkan: true }, new Date('2026-12-01T03:00:00Z'));
  expect(t.ringkas).toContain('hanya memuat judul kolom');
  expect(t.kepala.lencana).toEqual([{ jenis: 'netral', teks: 'Tanpa baris data' }]);
  expect(t.masukkan).toBeNull();
});

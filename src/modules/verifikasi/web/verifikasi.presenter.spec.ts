import { type BuktiSurat } from '../../surat/surat.types.js';
import { presentVerifikasi } from './verifikasi.presenter.js';

const KODE = '7K2MQX4P9WDBRT3H';
const laporan = { nomor: 'LMT-2026-0001', tahun: 2025, sha256: 'ab'.repeat(32), disahkanPada: null as Date | null };

describe('the public page of checking', () => {
  it('tells a report that is ratified, when, and under which SHA-256 its file is kept', () => {
    const disahkanPada = new Date('2026-01-12T17:30:00Z');
    const t = presentVerifikasi(KODE, { jenis: 'laporan', kode: KODE, laporan: { ...laporan, disahkanPada } });
    expect(t.jawaban).toMatchObject({ jenis: 'baik', teks: expect.stringContaining('13 Januari 2026') as string });
    expect(t.butir.map((b) => b.nilai)).toEqual(
      expect.arrayContaining(['2025', 'LMT-2026-0001', '13 Januari 2026', laporan.sha256]),
    );
    expect(t.kolom.nilai).toBe('7K2M-QX4P-9WDB-RT3H');
  });

  it('says so of a report that is not ratified yet', () => {
    expect(presentVerifikasi(KODE, { jenis: 'laporan', kode: KODE, laporan }).jawaban?.judul).toBe(
      'Asli, belum disahkan',
    );
  });

  it('never calls a letter good whose ormas is registered no longer', () => {
    const surat: BuktiSurat = {
      ...{ nomor: '220/001', nama: 'Rekaan', terbit: '2025-01-01', berlakuSampai: '2030-01-01' },
      keadaan: 'ormas-berhenti',
      ormasStatus: 'bubar',
      ormasSejak: '2026-03-01',
      ...{ dicabutPada: null, digabungKe: null, digantikan: null, berubah: false },
    };
    expect(presentVerifikasi(KODE, { jenis: 'surat', kode: KODE, surat }).jawaban).toMatchObject({
      jenis: 'bahaya',
      teks: expect.stringContaining('ormas ini sudah bubar sejak 1 Maret 2026') as string,
    });
  });

  it('says of a letter in force that something on it has changed since, and not what', () => {
    const surat: BuktiSurat = {
      ...{ nomor: '220/001', nama: 'Rekaan', terbit: '2025-01-01', berlakuSampai: '2030-01-01', berubah: true },
      ...{ keadaan: 'berlaku', ormasStatus: 'terdaftar', ormasSejak: null },
      ...{ dicabutPada: null, digabungKe: null, digantikan: null },
    };
    const { jawaban } = presentVerifikasi(KODE, { jenis: 'surat', kode: KODE, surat });
    expect(jawaban).toMatchObject({ jenis: 'perlu', judul: 'Asli; sebagian datanya telah berubah sejak diterbitkan' });
    expect(jawaban?.teks).not.toMatch(/[Kk]etua|alamat/);
  });

  it('leaves what was typed wrongly in its field', () => {
    const t = presentVerifikasi('7K2M-QX4P', { jenis: 'bukan-kode' });
    expect(t.kolom).toMatchObject({ nilai: '7K2M-QX4P', galat: 'Periksa kode huruf demi huruf.' });
    expect(t.butir).toEqual([]);
    expect(presentVerifikasi('', null).jawaban).toBeNull();
  });
});

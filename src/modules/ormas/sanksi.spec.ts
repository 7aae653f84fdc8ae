import { type CatatanPembinaan, type StatusOrmas } from './ormas.types.js';
import { kataSelisih, selisihStatus, usulStatus } from './sanksi.js';

const HARI = '2026-03-10';
const baris = (ubah: Partial<CatatanPembinaan>): CatatanPembinaan => ({
  ...{
    id: 1,
    jenis: 'penghentian',
    tanggal: '2026-01-10',
    sampai: null,
    nomor: '220/9-Rekaan',
    dasar: 'Rekaan',
    ...ubah,
  },
});
const HENTI = baris({});
const LEWAT = baris({ sampai: '2026-02-28' });
const CABUT = baris({ id: 2, jenis: 'pencabutan' });
const TEGUR = baris({ id: 3, jenis: 'peringatan' });

describe('standing and sanctions', () => {
  it.each<[StatusOrmas, CatatanPembinaan[], string | null]>([
    ['terdaftar', [], null],
    ['terdaftar', [TEGUR], null],
    ['terdaftar', [LEWAT], null],
    ['terdaftar', [HENTI], 'status-tertinggal'],
    ['terdaftar', [CABUT, HENTI], 'status-tertinggal'],
    ['dibekukan', [HENTI], null],
    ['dibekukan', [], 'sanksi-tertinggal'],
    ['dibekukan', [LEWAT], 'sanksi-berakhir'],
    ['dibekukan', [CABUT, HENTI], 'status-tertinggal'],
    ['dicabut', [], 'sanksi-tertinggal'],
    ['dicabut', [HENTI], 'sanksi-tertinggal'],
    ['dicabut', [CABUT], null],
    ['bubar', [HENTI], null],
  ])('%s with %j differ: %s', (status, catatan, harapan) => {
    expect(selisihStatus(status, catatan, HARI)?.jenis ?? null).toBe(harapan);
  });

  it('a difference is told with the act that settles it, and that nothing happens by itself', () => {
    const s = selisihStatus('terdaftar', [CABUT], HARI);
    expect(s && kataSelisih(s)).toMatchObject({ tombol: 'Catat status dicabut' });
    expect(s && kataSelisih(s).teks).toContain('Status tidak berubah sendiri');
  });

  it.each<[CatatanPembinaan, object | null]>([
    [HENTI, { status: 'dibekukan', berlaku: '2026-01-10', alasan: 'Penghentian kegiatan: 220/9-Rekaan' }],
    [CABUT, { status: 'dicabut', berlaku: '2026-01-10' }],
    [LEWAT, { status: 'terdaftar', berlaku: '2026-03-01' }],
    [TEGUR, null],
    [baris({ sampai: '2026-12-31' }), { status: 'dibekukan' }],
  ])('%j calls for the standing %j', (b, harapan) => {
    const usul = usulStatus(b, HARI);
    if (harapan === null) expect(usul).toBeNull();
    else expect(usul).toMatchObject(harapan);
  });
});

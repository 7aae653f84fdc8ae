import { type Aktor, type Peran } from '../../../common/aktor.js';
import { STATUS_KEGIATAN, type StatusKegiatan } from '../kegiatan.status.js';
import { type BarisKegiatan, ISIAN_KOSONG, type KegiatanRinci } from '../kegiatan.types.js';
import { presentDaftarOrmas } from './daftar.presenter.js';
import { presentFormulir } from './formulir.presenter.js';
import { kalimatStatus } from './kalimat.js';
import { mentahDari, uraiIsian } from './kegiatan.dto.js';
import { presentRincian } from './kegiatan.presenter.js';

const kini = new Date('2026-03-20T03:00:00Z');
const aktor = (peran: Peran, lain: Partial<Aktor> = {}): Aktor => ({
  id: 1,
  nama: 'Uji',
  peran,
  opdId: null,
  ormasId: null,
  ...lain,
});
const sekretaris = aktor('sekretaris', { ormasId: 7 });

const rinci = (lain: Partial<KegiatanRinci> = {}): KegiatanRinci => ({
  id: 5,
  versi: 3,
  ormasId: 7,
  ormasOpdId: 2,
  ormasNama: 'Yayasan Contoh',
  bersamaOpdId: null,
  status: 'diajukan',
  pernahDiajukan: true,
  isian: { ...ISIAN_KOSONG, judul: 'Bakti', tanggalMulai: '2026-03-01', tanggalSelesai: '2026-03-02' },
  nama: { kelurahan: null, kecamatan: null, bidang: null, program: null, bersamaOpd: null },
  bukti: [],
  catatan: null,
  diajukanPertamaPada: new Date('2026-03-14T03:00:00Z'),
  diajukanPada: new Date('2026-03-14T03:00:00Z'),
  diputuskanPada: null,
  diputuskanOlehNama: null,
  opdKonfirmasiPada: null,
  ditulisUlangPada: null,
  naskah: false,
  terhenti: [],
  penghentian: null,
  dimuat: false,
  riwayat: [],
  ...lain,
});

const baris = (status: StatusKegiatan, lain: Partial<BarisKegiatan> = {}): BarisKegiatan => ({
  id: 5,
  ormasId: 7,
  ormasNama: 'Yayasan Contoh',
  opdNama: null,
  judul: 'Bakti',
  tanggalMulai: '2026-01-01',
  tanggalSelesai: '2026-01-02',
  tempat: 'Aula',
  status,
  catatan: null,
  diajukanPertamaPada: new Date('2026-02-13T03:00:00Z'),
  diajukanPada: new Date('2026-03-14T03:00:00Z'),
  bersamaOpdNama: null,
  opdKonfirmasiPada: null,
  jumlahFoto: 2,
  jumlahDokumen: 1,
  ditulisUlang: false,
  ...lain,
});

describe('the status line', () => {
  it('says how long one waits and whether it was late', () => {
    expect(kalimatStatus(baris('diajukan'), kini, false)).toBe('Menunggu 6 hari, dilaporkan terlambat 12 hari');
    expect(
      kalimatStatus(baris('terverifikasi', { diajukanPertamaPada: new Date('2026-01-03T03:00:00Z') }), kini, false),
    ).toBe('Dilaporkan tepat waktu');
    expect(kalimatStatus(baris('dikembalikan', { catatan: 'Foto buram.' }), kini, false)).toBe(
      'Petugas meminta perbaikan: Foto buram.',
    );
  });

  it.each(STATUS_KEGIATAN)('has words for %s', (status) => {
    expect(kalimatStatus(baris(status), kini, false)).not.toBe('');
  });
});

describe('a report that is being rewritten', () => {
  const ditulis = { ditulisUlangPada: new Date('2026-03-18T03:00:00Z') };
  const judul = (a: Aktor, k: KegiatanRinci) => presentRincian(a, k, kini, null).catatan.map((c) => c.judul);
  const lain = [
    ...(['admin', 'petugas', 'kabid', 'kaban', 'pimpinan'] as const).map((p) => aktor(p)),
    aktor('opd', { opdId: 2 }),
  ];

  it('says so to everybody but its writer, who is told that it is not sent', () => {
    for (const status of ['draf', 'dikembalikan'] as const) {
      for (const a of lain)
        expect(judul(a, rinci({ status, ...ditulis }))).toEqual(['Ormas sedang menulis ulang laporan ini']);
      expect(judul(sekretaris, rinci({ status, ...ditulis, naskah: true }))).toEqual(['Perbaikan Anda belum dikirim']);
    }
    expect(judul(aktor('pimpinan'), rinci({ status: 'dikembalikan' }))).toEqual([]);
    expect(judul(sekretaris, rinci({ status: 'draf' }))).toEqual([]);
  });

  it('is told in the line of a list', () => {
    const b = baris('dikembalikan', { ditulisUlang: true, catatan: 'Foto buram.' });
    expect(kalimatStatus(b, kini, false)).toBe(
      'Sedang ditulis ulang oleh ormas; yang tampil adalah kiriman 14 Maret 2026. Petugas meminta perbaikan: Foto buram.',
    );
    expect(kalimatStatus(b, kini, true)).toBe('Perbaikan Anda belum dikirim. Petugas meminta perbaikan: Foto buram.');
    expect(kalimatStatus(baris('draf', { diajukanPertamaPada: null }), kini, false)).toBe('Belum dikirim');
  });

  it('does not show the word of an OPD that its writer names no more', () => {
    const k = rinci({ status: 'dikembalikan', bersamaOpdId: 3, opdKonfirmasiPada: kini, naskah: true });
    const lencana = (bersamaOpdId: number) =>
      presentRincian(sekretaris, { ...k, isian: { ...k.isian, bersamaOpdId } }, kini, null).kepala.lencana?.[1]?.jenis;
    expect([lencana(3), lencana(4)]).toEqual(['baik', 'proses']);
  });
});

describe('an activity while its ormas was suspended or gone', () => {
  it('warns those of the office before they decide', () => {
    const terhenti = [{ status: 'bubar' as const, sejak: '2026-02-01', mulai: '2026-02-02', akhir: null }];
    const catatan = (a: Aktor) => presentRincian(a, rinci({ terhenti }), kini, null).catatan;
    expect(catatan(aktor('petugas'))[0]?.teks).toContain('bubar sejak 1 Februari 2026');
    expect(catatan(sekretaris)).toEqual([]);
    const lama = [{ ...terhenti[0], status: 'dibekukan' as const, sejak: null, mulai: null, akhir: '2026-02-28' }];
    expect(presentRincian(aktor('petugas'), rinci({ terhenti: lama }), kini, null).catatan).toEqual([]);
    const penghentian = { sejak: '2026-02-10', sampai: '2026-03-31' };
    const [henti] = presentRincian(aktor('kabid'), rinci({ penghentian }), kini, null).catatan;
    expect(henti?.teks).toContain('dihentikan sejak 10 Februari 2026 sampai 31 Maret 2026, sedangkan');
  });
});

describe('the page of a report shows exactly the acts that its reader may do', () => {
  const judul = (a: Aktor, k: KegiatanRinci) => presentRincian(a, k, kini, null).tindakan.map((t) => t.judul);

  it('decides for officers, for nobody else', () => {
    for (const peran of ['petugas', 'kabid'] as const) {
      expect(presentRincian(aktor(peran), rinci(), kini, null).keputusan).not.toBeNull();
    }
    for (const peran of ['admin', 'kaban', 'pimpinan'] as const) {
      expect(presentRincian(aktor(peran), rinci(), kini, null).keputusan).toBeNull();
      expect(judul(aktor(peran), rinci())).toEqual([]);
    }
  });

  it('withdraws and restores for the secretary, confirms for the OPD, reopens for the officer', () => {
    expect(judul(sekretaris, rinci())).toEqual(['Batalkan laporan']);
    expect(judul(sekretaris, rinci({ status: 'dibatalkan' }))).toEqual(['Pulihkan sebagai draf']);
    const opd = aktor('opd', { opdId: 9 });
    expect(judul(opd, rinci({ bersamaOpdId: 9 }))).toEqual(['Konfirmasi kegiatan bersama']);
    expect(judul(opd, rinci({ bersamaOpdId: 9, opdKonfirmasiPada: kini }))).toEqual(['Tarik konfirmasi']);
    expect(judul(aktor('petugas'), rinci({ status: 'terverifikasi' }))).toEqual(['Buka kembali keputusan']);
  });

  it('gives back what was typed with a decision that failed', () => {
    const isian = {
      keputusan: 'tolak',
      catatan: 'Sebagian',
      tindakan: null,
      galat: [{ bidang: 'catatan', pesan: 'Kurang.' }],
    };
    const { keputusan } = presentRincian(aktor('petugas'), rinci(), kini, isian);
    expect(keputusan?.catatan).toMatchObject({ nilai: 'Sebagian', galat: 'Kurang.' });
    expect(keputusan?.pilihan.opsi.find((o) => o.terpilih)?.nilai).toBe('tolak');
  });
});

describe('the list of an ormas', () => {
  it('offers to report only to its secretary, also when it is empty', () => {
    const ormas = { id: 7, nama: 'Yayasan Contoh', opdId: 2, bidangId: null };
    const bahan = { ormas, tahun: 2026, hitungan: [], baris: [], kini };
    expect(presentDaftarOrmas({ aktor: sekretaris, ...bahan }).kosong.tindakan?.href).toBe('/ormas/7/kegiatan/baru');
    expect(presentDaftarOrmas({ aktor: aktor('petugas'), ...bahan }).kosong.tindakan).toBeUndefined();
  });
});

describe('the form', () => {
  it('reads figures and dates as people write them', async () => {
    const hasil = await uraiIsian(
      {
        judul: '  Bakti ',
        tanggalMulai: '5/12/2025',
        pesertaLaki: '1.250',
        realisasi: '1.250.000,50',
        uraian: 'a\r\nb',
      },
      { ...ISIAN_KOSONG },
    );
    expect(hasil.galat).toEqual([]);
    expect(hasil.isian).toMatchObject({
      judul: 'Bakti',
      tanggalMulai: '2025-12-05',
      tanggalSelesai: '2025-12-05',
      pesertaLaki: 1250,
      realisasi: '1250000.50',
      uraian: 'a\nb',
    });
    expect(mentahDari(hasil.isian).realisasi).toBe('1.250.000,50');
  });

  it('keeps what is stored where the new value is wrong, and everything as it was typed', async () => {
    const dasar = { ...ISIAN_KOSONG, pesertaLaki: 4, tanggalMulai: '2026-01-01' };
    const hasil = await uraiIsian({ pesertaLaki: 'empat', tanggalMulai: '31/02/2026', bidangId: ['1'] }, dasar);
    expect(hasil.galat.map((g) => g.bidang).sort()).toEqual(['pesertaLaki', 'tanggalMulai']);
    expect(hasil.isian).toMatchObject({ pesertaLaki: 4, tanggalMulai: '2026-01-01', bidangId: null });
    expect(hasil.mentah).toMatchObject({ pesertaLaki: 'empat', tanggalMulai: '2026-02-31' });
  });

  it('offers no more places for files than there may be', () => {
    const bukti = Array.from({ length: 19 }, (_, i) => ({
      id: i,
      berkasId: 'x',
      jenis: 'foto' as const,
      keterangan: '',
      nama: 'a.jpg',
      mime: 'image/jpeg',
      ukuran: 1,
      sha256: 'a',
      ukuranAsal: 1,
      sha256Asal: 'a',
    }));
    const halaman = presentFormulir({
      ormas: { id: 7, nama: 'Yayasan Contoh' },
      kegiatan: { ...rinci({ status: 'draf' }), bukti },
      mentah: mentahDari(ISIAN_KOSONG),
      galat: [],
      pilihan: { kelurahan: [], bidang: [], program: [], opd: [] },
      hariIni: '2026-03-20',
    });
    expect(halaman.tempat).toHaveLength(1);
  });
});

describe('the timeline of a report', () => {
  const dimuat = rinci({
    dimuat: true,
    status: 'terverifikasi',
    diputuskanPada: new Date('2026-03-16T03:00:00Z'),
    diputuskanOlehNama: 'Petugas Contoh',
  });
  const apa = (k: KegiatanRinci) =>
    presentRincian(aktor('petugas'), k, kini, null).linimasa.peristiwa.map((p) => p.apa);
  const catatan = (aksi: string, waktu: string) => ({
    waktu: new Date(waktu),
    aktorNama: 'Contoh',
    aksi,
    ringkasan: aksi,
    catatan: null,
    beda: [],
  });

  it('of one that was taken over tells its acts from the report itself, newest first', () => {
    expect(apa(dimuat)).toEqual(['Laporan diverifikasi', 'Laporan diajukan']);
    const [keputusan, ajuan] = presentRincian(aktor('petugas'), dimuat, kini, null).linimasa.peristiwa;
    expect(keputusan).toMatchObject({ siapa: 'Petugas Contoh', jenis: 'baik' });
    expect(ajuan?.siapa).toBe('Yayasan Contoh');
    expect(ajuan?.catatan).toContain('Dimuat ke portal');
  });

  it('goes on with the trail once somebody has done something here', () => {
    const dibuka = rinci({ dimuat: true, riwayat: [catatan('kegiatan.buka-kembali', '2026-04-01T03:00:00Z')] });
    expect(apa(dibuka)).toEqual(['kegiatan.buka-kembali', 'Laporan diajukan']);
  });

  it('of one that was written here is the trail alone', () => {
    const riwayat = [
      catatan('kegiatan.ajukan', '2026-03-14T03:00:00Z'),
      catatan('kegiatan.simpan-draf', '2026-03-13T03:00:00Z'),
    ];
    expect(apa({ ...dimuat, dimuat: false, riwayat })).toEqual(['kegiatan.ajukan', 'kegiatan.simpan-draf']);
    // The office does not read the drafts, and the trail is written a moment after the act has begun.
    const kantor = [catatan('kegiatan.ajukan', '2026-03-14T03:00:00.040Z')];
    expect(apa({ ...dimuat, dimuat: false, riwayat: kantor })).toEqual(['kegiatan.ajukan']);
  });
});

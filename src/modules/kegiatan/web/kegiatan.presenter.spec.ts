import { type Aktor, type Peran } from '../../../common/aktor.js';
import { STATUS_KEGIATAN, type StatusKegiatan } from '../kegiatan.status.js';
import { type BarisKegiatan, ISIAN_KOSONG, type KegiatanRinci } from '../kegiatan.types.js';
import { presentAntrean, presentDaftarOrmas } from './daftar.presenter.js';
import { presentFormulir, presentPeriksa } from './formulir.presenter.js';
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
  bantahan: null,
  masa: { tahun: 2026, mulai: '2025-12-01', akhir: '2026-11-30', keadaan: 'berjalan' },
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
  tahunDitutup: null,
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
    expect(judul(opd, rinci({ bersamaOpdId: 9 }))).toEqual([]);
    expect(judul(opd, rinci({ bersamaOpdId: 9, opdKonfirmasiPada: kini }))).toEqual(['Tarik konfirmasi']);
    expect(judul(aktor('petugas'), rinci({ status: 'terverifikasi' }))).toEqual(['Buka kembali keputusan']);
  });

  it('asks the named OPD first of all, with both answers, until it has answered', () => {
    const opd = aktor('opd', { opdId: 9 });
    const bantahan = { pada: kini, alasan: 'Kami tidak hadir.' };
    const buka = (a: Aktor, lain: Partial<KegiatanRinci>) =>
      presentRincian(a, rinci({ bersamaOpdId: 9, ...lain }), kini, null);
    const ditanya = buka(opd, {});
    expect([ditanya.bersama?.ya.aksi, ditanya.bersama?.bukan.aksi]).toEqual([
      '/kegiatan/5/tindakan/konfirmasi',
      '/kegiatan/5/tindakan/bantah',
    ]);
    expect(ditanya.kepala.tindakan).toContainEqual(expect.objectContaining({ href: '#bersama', jenis: 'utama' }));
    expect(ditanya.bersama?.bukan.kolom?.wajib).toBe(true);
    expect(buka(aktor('petugas'), {}).bersama).toBeNull();
    expect(buka(opd, { opdKonfirmasiPada: kini }).bersama).toBeNull();
    const dibantah = buka(opd, { bantahan });
    expect(dibantah.bersama).toBeNull();
    expect(dibantah.tindakan.map((t) => t.tombol)).toEqual(['Tarik jawaban']);
    for (const siapa of [sekretaris, aktor('petugas')])
      expect(buka(siapa, { bantahan }).catatan).toContainEqual(expect.objectContaining({ teks: 'Kami tidak hadir.' }));
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

describe('a report of a year that is over', () => {
  const masa = (keadaan: 'lewat' | 'ditutup') => ({ tahun: 2025, mulai: '2024-12-01', akhir: '2025-11-30', keadaan });
  const verifikasi = (k: KegiatanRinci) =>
    presentRincian(aktor('petugas'), k, kini, null).keputusan?.pilihan.opsi[0]?.petunjuk;

  it('is not promised to count once that year is closed, neither when it is sent nor when it is decided', () => {
    const k = rinci({ masa: masa('ditutup') });
    expect(verifikasi(k)).toContain('tidak dihitung dalam IKO 2025');
    expect(presentPeriksa(k, []).catatan[0]?.teks).toMatch(/tidak dihitung dalam IKO 2025\..*membuka kembali/);
    expect(presentRincian(aktor('petugas'), k, kini, null).catatan[0]?.judul).toContain('2025 sudah ditutup');
    expect(presentRincian(aktor('petugas'), { ...k, status: 'terverifikasi' }, kini, null).catatan).toEqual([]);
  });

  it('still counts until that year is closed', () => {
    expect(verifikasi(rinci({ masa: masa('lewat') }))).toContain('dihitung dalam IKO 2025');
    expect(presentPeriksa(rinci({ masa: masa('lewat') }), []).catatan[0]?.teks).toContain('masih dihitung');
    expect(verifikasi(rinci())).toContain('dihitung dalam IKO 2026');
    expect(presentPeriksa(rinci(), []).catatan).toEqual([]);
  });

  it('says so in the work list', () => {
    const isi = [baris('diajukan', { tahunDitutup: 2025 }), baris('diajukan')];
    const antrean = presentAntrean({
      ...{ aktor: aktor('petugas'), saringan: { opd: '', kecamatan: '' }, opd: [], kecamatan: [], kini },
      halaman: { isi, halaman: 1, perHalaman: 25, jumlah: 2 },
    });
    expect(antrean.baris.map((b) => b.ditutup?.teks ?? null)).toEqual([
      'Tahun 2025 sudah ditutup, tidak dihitung dalam IKO',
      null,
    ]);
  });
});

describe('the list of an ormas', () => {
  it('says which days the year covers, and offers the year that runs beside others', () => {
    const tahun = (n: number, jumlah: number) => ({
      ...{ tahun: n, mulai: `${n - 1}-12-01`, akhir: `${n}-11-30` },
      ...{ jumlah, terverifikasi: 0, menunggu: jumlah, perluDiperbaiki: 0 },
    });
    const hitungan = [tahun(2027, 0), tahun(2026, 3)];
    const ormas = { id: 7, nama: 'Yayasan Contoh', opdId: 2, bidangId: null };
    const halaman = presentDaftarOrmas({ aktor: sekretaris, ormas, masa: tahun(2027, 0), hitungan, baris: [], kini });
    expect(halaman.tab?.tab.map((t) => [t.teks, t.aktif])).toEqual([
      ['2027', true],
      ['2026', false],
    ]);
    expect(halaman.rentang).toBe('Tahun penilaian 2027: 1 Desember 2026–30 November 2027');
  });

  it('offers to report only to its secretary, also when it is empty', () => {
    const ormas = { id: 7, nama: 'Yayasan Contoh', opdId: 2, bidangId: null };
    const masa = { tahun: 2026, mulai: '2025-12-01', akhir: '2026-11-30' };
    const bahan = { ormas, masa, hitungan: [], baris: [], kini };
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

  it('tells each act once, whoever reads it: its row comes a moment after its instant', () => {
    // Others than the ormas are not shown how the draft began.
    const riwayat = [
      catatan('kegiatan.verifikasi', '2026-03-16T03:00:00.019Z'),
      catatan('kegiatan.ajukan', '2026-03-14T03:00:00.012Z'),
    ];
    expect(apa({ ...dimuat, riwayat })).toEqual(['kegiatan.verifikasi', 'kegiatan.ajukan']);
    // Taken over as sent, decided here.
    expect(apa({ ...dimuat, riwayat: riwayat.slice(0, 1) })).toEqual(['kegiatan.verifikasi', 'Laporan diajukan']);
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

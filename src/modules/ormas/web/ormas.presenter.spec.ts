import { type OpsiOrmas, type RincianOrmas, type RingkasOrmas } from '../ormas.types.js';
import { presentDaftar } from './ormas-daftar.presenter.js';
import { ketikanKontak, presentKontak } from './ormas-formulir.presenter.js';
import { SARINGAN_KOSONG } from './ormas.paths.js';
import { presentPeristiwa } from '../peristiwa.js';
import { presentRincian } from './ormas.presenter.js';

const ORMAS: RingkasOrmas = {
  id: 7,
  nama: 'Yayasan Rekaan',
  singkatan: null,
  status: 'terdaftar',
  kelurahan: 'Tegal Gundil',
  kecamatan: 'Bogor Utara',
  luarDomisili: false,
  bidang: 'Pendidikan',
  bidangId: 2,
  opdId: 3,
  opd: 'DP3A',
  kegiatanTerakhir: '2026-10-14',
  aktif: true,
  baru: false,
  iko: { tahun: 2025, skor: '68.75', tingkat: 3, sebutan: 'Berkembang (lanjut)', sementara: false, profilSaja: false },
};
const RINCIAN: RincianOrmas = {
  ...ORMAS,
  bentuk: 'yayasan',
  dasarHukumNomor: 'AHU-1',
  dasarHukumTanggal: '2020-02-03',
  aktaNomor: null,
  aktaTanggal: null,
  npwp: null,
  nomorSkko: '220/1',
  skkoBerlakuSampai: '2026-12-05',
  terdaftarPada: '2020-02-03',
  bidangTeks: null,
  sumberDana: null,
  jumlahAnggota: 1200,
  kontak: { telepon: '081200000001', surel: null, alamat: 'Jl. Contoh No. 1', rt: '2', rw: null },
  opdKode: 'dp3a',
  dokumen: [],
  pengurus: [
    { jabatan: 'ketua', nama: 'Ketua Rekaan', dari: '2020-02-03', sampai: null },
    { jabatan: 'bendahara-2', nama: 'Bendahara Rekaan', dari: '2020-02-03', sampai: '2025-02-03' },
  ],
  konfirmasiTerakhir: null,
  klaster: [],
  riwayatIko: [],
  kunjungan: [],
  rekomendasi: null,
  formulir: [],
  tujuan: null,
  profil: null,
  bidangLain: [],
  surat: null,
  riwayat: { isi: [], halaman: 1, perHalaman: 25, jumlah: 0 },
  pembinaan: { catatan: [], selisih: null },
  digabungKe: null,
  gabungan: [],
  versi: 4,
  hari: '2026-11-21',
  boleh: {
    ubahKontak: false,
    ajukanPerubahan: false,
    lihatPerubahan: false,
    konfirmasi: false,
    pindahKlaster: false,
    ubahStatus: false,
    periksaDokumen: false,
    serahkanDokumen: false,
    lihatDaftar: true,
    lihatKlaster: true,
    lihatGanda: false,
    lihatBank: false,
  },
};
const OPSI = Object.fromEntries(
  ['bidang', 'opd', 'kecamatan', 'kelurahan', 'status', 'keaktifan', 'tingkat'].map((n) => [
    n,
    [{ nilai: 'belum', teks: 'Belum' }],
  ]),
) as unknown as OpsiOrmas;
const halaman = <T>(isi: T[], jumlah = isi.length) => ({ isi, halaman: 1, perHalaman: 25, jumlah });

describe('the list of ormas', () => {
  it('says per line where, under whom, whether active, and the score with its level', () => {
    const t = presentDaftar(halaman([ORMAS]), SARINGAN_KOSONG, OPSI, false);
    expect(t.jumlah).toBe('1 ormas');
    expect(t.baris[0]).toMatchObject({
      href: '/ormas/7',
      tempat: 'Tegal Gundil',
      opd: 'DP3A',
      keaktifan: { teks: 'Aktif' },
      terakhir: '14 Okt 2026',
      skor: '68,75',
      keteranganSkor: 'Tingkat 3 · Berkembang (lanjut)',
      status: null,
    });
    expect(t.kosong).toBeNull();
  });

  it('says in words what is missing or provisional', () => {
    const iko = { tahun: 2025, skor: '30.00', tingkat: 1, sebutan: 'Tumbuh', sementara: true, profilSaja: false };
    const t = presentDaftar(
      halaman([
        { ...ORMAS, opdId: null, opd: null, kelurahan: null, kegiatanTerakhir: null, aktif: false, iko: null },
        { ...ORMAS, status: 'dibekukan', iko },
      ]),
      SARINGAN_KOSONG,
      OPSI,
      false,
    );
    expect(t.baris[0]).toMatchObject({
      tempat: 'Luar domisili',
      opd: 'Belum ditetapkan',
      belumDitetapkan: true,
      terakhir: '',
      skor: '',
      keteranganSkor: 'Belum dinilai',
    });
    expect(t.baris[1]).toMatchObject({
      status: { teks: 'Dibekukan' },
      keteranganSkor: 'Sementara',
    });
  });

  it('shows each filter in force with the address without it, and keeps the order', () => {
    const s = { ...SARINGAN_KOSONG, cari: 'rekaan', opd: 'belum', urut: 'skor', arah: 'turun' } as const;
    const { saringan, kolom } = presentDaftar(halaman([ORMAS]), s, OPSI, false);
    expect(saringan.aktif).toEqual([
      { teks: 'Cari: rekaan', href: '/ormas?opd=belum&urut=skor&arah=turun' },
      { teks: 'OPD: Belum', href: '/ormas?cari=rekaan&urut=skor&arah=turun' },
    ]);
    expect(saringan.hapusSemua).toBe('/ormas?urut=skor&arah=turun');
    expect(saringan.tersembunyi).toEqual([
      { nama: 'urut', nilai: 'skor' },
      { nama: 'arah', nilai: 'turun' },
    ]);
    expect(kolom.find((k) => k.teks.startsWith('IKO'))).toMatchObject({
      arah: 'turun',
      href: '/ormas?cari=rekaan&opd=belum&urut=skor',
    });
    expect(kolom.find((k) => k.teks === 'Nama')).toMatchObject({ arah: null, href: '/ormas?cari=rekaan&opd=belum' });
  });

  it('says what a search by one letter is, and leads to the kecamatan that was typed', () => {
    const satu = presentDaftar(halaman([ORMAS]), { ...SARINGAN_KOSONG, cari: 'a' }, OPSI, false);
    expect(satu.catatan?.judul).toBe('Satu huruf cocok dengan banyak nama');
    const tempat = {
      ...{ nilai: 'tanah-sareal', teks: 'Tanah Sareal', diketik: 'Tanah Sereal', sisa: '' },
      ...{ jumlah: 1200, lebih: false, dibaca: false },
    };
    const cari = { ...SARINGAN_KOSONG, cari: 'Tanah Sereal' };
    const t = presentDaftar(halaman([ORMAS]), cari, OPSI, false, tempat);
    expect(t.kecamatan).toEqual({
      teks: 'Tampilkan ormas di Kecamatan Tanah Sareal (1.200)',
      href: '/ormas?kecamatan=tanah-sareal',
    });
    expect(t.catatan).toBeNull();
    expect(presentDaftar(halaman([ORMAS]), cari, OPSI, false, { ...tempat, sisa: 'yayasan' }).kecamatan).toEqual({
      teks: 'Tampilkan ormas di Kecamatan Tanah Sareal yang memuat “yayasan” (1.200)',
      href: '/ormas?cari=yayasan&kecamatan=tanah-sareal',
    });
    // Nothing leads to an empty list, nor to the list that is open already.
    expect(presentDaftar(halaman([ORMAS]), cari, OPSI, false, { ...tempat, jumlah: 0 }).kecamatan).toBeNull();
    const disana = { ...SARINGAN_KOSONG, kecamatan: 'tanah-sareal' };
    const dibaca = presentDaftar(halaman([ORMAS]), disana, OPSI, false, { ...tempat, dibaca: true });
    expect(dibaca.kecamatan).toBeNull();
    expect(dibaca.catatan?.teks).toContain('“Tanah Sereal”; kata itu dibaca sebagai nama kecamatan');
  });

  it('offers no choice of OPD to those who see one', () => {
    const { saringan } = presentDaftar(halaman([ORMAS]), SARINGAN_KOSONG, OPSI, true);
    expect(saringan.pilihan.map((p) => p.nama)).not.toContain('opd');
  });

  it.each([
    [SARINGAN_KOSONG, 0, 'Belum ada ormas'],
    [{ ...SARINGAN_KOSONG, cari: 'zzz' }, 0, 'Tidak ada ormas yang cocok'],
    [{ ...SARINGAN_KOSONG, cari: '%_' }, 0, 'Tidak ada huruf atau angka yang dicari'],
    [SARINGAN_KOSONG, 30, 'Halaman ini kosong'],
  ])('says why it is empty (%#)', (s, jumlah, judul) => {
    expect(presentDaftar(halaman([], jumlah), s, OPSI, false).kosong?.judul).toBe(judul);
  });
});

describe('one ormas', () => {
  it('shows no act that the reader may not do', () => {
    const t = presentRincian(RINCIAN);
    expect([t.tindakanKontak, t.tindakanKlaster, t.konfirmasi]).toEqual([null, null, null]);
  });

  it('shows the acts that the reader may do, with "tetapkan" where there is no cluster yet', () => {
    const boleh = { ...RINCIAN.boleh, ubahKontak: true, konfirmasi: true, pindahKlaster: true };
    expect(presentRincian({ ...RINCIAN, boleh }).tindakanKlaster).toMatchObject({ teks: 'Pindahkan klaster' });
    const t = presentRincian({ ...RINCIAN, boleh, opdId: null, opd: null, bidangTeks: 'Lain-lain' });
    expect(t.tindakanKlaster).toMatchObject({ teks: 'Tetapkan klaster', href: '/ormas/7/klaster' });
    expect(t.catatan?.teks).toContain('"Lain-lain"');
    expect(t.konfirmasi).toMatchObject({ href: '/ormas/7/konfirmasi' });
  });

  it('offers a finding on each document only to those who may find', () => {
    const dokumen = [
      {
        id: 5,
        jenis: 'npwp',
        nomor: null,
        tanggal: null,
        berlakuSampai: null,
        status: 'belum-diperiksa',
        berkasId: 'x',
      },
    ] as const;
    const npwp = (o: RincianOrmas) => presentRincian(o).legalitas.filter((l) => l.dokumen === 'NPWP');
    expect(npwp({ ...RINCIAN, dokumen: [...dokumen] }).map((l) => l.periksa)).toEqual([null]);
    const boleh = { ...RINCIAN.boleh, periksaDokumen: true };
    const lama = { ...dokumen[0], id: 4, nomor: '9', status: 'sah' as const, berlakuSampai: '2026-06-02' };
    const baris = npwp({ ...RINCIAN, boleh, dokumen: [...dokumen, lama] });
    expect(baris).toMatchObject([
      {
        nomor: 'tanpa nomor',
        href: '/berkas/x',
        lencana: { teks: 'Belum diperiksa petugas' },
        periksa: { status: 'belum-diperiksa', aksi: '/ormas/7/dokumen/5' },
      },
      { nomor: '9', lencana: { teks: 'Berakhir 2 Juni 2026' }, periksa: { status: 'sah', aksi: '/ormas/7/dokumen/4' } },
    ]);
    // Each kind stands there once: with its documents, or as what is missing.
    expect(presentRincian({ ...RINCIAN, boleh, dokumen: [...dokumen] }).legalitas).toHaveLength(7);
  });

  it('shows a document that a newer one replaced as history, not as one that fails', () => {
    const sk = { jenis: 'sk-pengurus', tanggal: null, status: 'sah', berkasId: null } as const;
    const lama = { ...sk, id: 1, nomor: 'SK-1', berlakuSampai: '2024-06-02' };
    const ditolak = { ...sk, id: 2, nomor: 'SK-2', berlakuSampai: null, status: 'tidak-sah' as const };
    const baru = { ...sk, id: 3, nomor: 'SK-3', berlakuSampai: null };
    const boleh = { ...RINCIAN.boleh, periksaDokumen: true };
    const t = presentRincian({ ...RINCIAN, boleh, dokumen: [lama, ditolak, baru] });
    expect(t.legalitas.filter((l) => l.dokumen === 'SK pengurus').map((l) => l.nomor)).toEqual(['SK-3']);
    expect(t.diganti.map((l) => [l.nomor, l.lencana, l.keterangan, l.periksa?.aksi])).toEqual([
      ['SK-2', { jenis: 'netral', teks: 'Diganti' }, 'dinyatakan tidak sah', '/ormas/7/dokumen/2'],
      ['SK-1', { jenis: 'netral', teks: 'Diganti' }, 'berlaku sampai 2 Juni 2024', '/ormas/7/dokumen/1'],
    ]);
    expect(presentRincian({ ...RINCIAN, dokumen: [lama, baru] }).diganti).toEqual([]);
  });

  it('leads to what was asked of it by the sign of things to do, not by that of things done', () => {
    const ikon = presentRincian(RINCIAN).pembinaan.tindakan.map((t) => [t.teks, t.ikon]);
    expect(ikon).toContainEqual(['Rekomendasi', 'tugas']);
  });

  it('says until when each document holds, also the SKKO', () => {
    const t = presentRincian({
      ...RINCIAN,
      dokumen: [
        {
          ...{ id: 1, jenis: 'sk-pengurus', nomor: 'SK-1', tanggal: null },
          ...{ berlakuSampai: '2026-06-02', status: 'sah', berkasId: null },
        },
      ],
    });
    expect(t.legalitas.find((l) => l.dokumen === 'SK pengurus')?.lencana).toEqual({
      jenis: 'bahaya',
      teks: 'Berakhir 2 Juni 2026',
    });
    expect(t.identitas.find((b) => b.label === 'Surat keterangan')?.lencana?.teks).toBe('Berakhir dalam 14 hari');
  });

  it('says where the day of registration comes from when the register file has none', () => {
    const sejak = (terdaftarPada: string) =>
      presentRincian({ ...RINCIAN, terdaftarPada }).identitas.find((b) => b.label === 'Terdaftar sejak')?.nilai;
    expect(sejak('2020-02-03')).toBe('3 Februari 2020, menurut tanggal dasar hukum');
    expect(sejak('2021-02-03')).toBe('3 Februari 2021');
  });

  it('tells past board members from present ones', () => {
    expect(presentRincian(RINCIAN).pengurus.map((p) => [p.jabatan, p.kini])).toEqual([
      ['Ketua', true],
      ['Bendahara II', false],
    ]);
  });

  it('leaves the list out of the way back for those who have none', () => {
    const boleh = { ...RINCIAN.boleh, lihatDaftar: false };
    expect(presentRincian({ ...RINCIAN, boleh }).kepala.remah).toHaveLength(1);
  });

  it('shows in the timeline who did what when, and only what differs', () => {
    const p = presentPeristiwa({
      id: 1,
      waktu: new Date('2026-11-30T17:01:00Z'),
      aktorNama: 'Petugas Rekaan',
      aktorPeran: 'petugas',
      aksi: 'ormas.pindah-klaster',
      objek: 'ormas',
      objekId: '7',
      ormasId: 7,
      ringkasan: 'Klaster dipindahkan',
      rincian: {
        sebelum: { OPD: 'DLH', Bidang: 'Sosial' },
        sesudah: { OPD: 'DP3A', Bidang: 'Sosial' },
        alasan: 'Rapat',
      },
    });
    expect(p).toMatchObject({
      saat: '1 Desember 2026, 00.01 WIB',
      siapa: 'Petugas Rekaan',
      catatan: 'Rapat',
      beda: [{ bidang: 'OPD', sebelum: 'DLH', sesudah: 'DP3A' }],
    });
  });
});

describe('the form of contact details', () => {
  it('gives back what was typed with the fault at its field', () => {
    const isi = { ...ketikanKontak(RINCIAN), telepon: '12' };
    const t = presentKontak(RINCIAN, isi, [{ bidang: 'telepon', pesan: 'Terlalu pendek.' }]);
    expect(t.kolom.telepon).toMatchObject({ nilai: '12', galat: 'Terlalu pendek.' });
    expect(t.kolom.surel).toMatchObject({ nilai: '', galat: null });
    expect(t.versi).toBe('4');
  });
});

describe('the scores of an ormas from year to year', () => {
  const iko = {
    skor: '68.75',
    tingkat: 3,
    sebutan: 'Berkembang',
    sementara: false,
    profilSaja: false,
    berjalan: false,
  };
  it('stand newest first, each with a link, and say what is not final', () => {
    const t = presentRincian({
      ...RINCIAN,
      riwayatIko: [
        { ...iko, tahun: 2023, skor: null, tingkat: null, sebutan: null, sementara: true, profilSaja: true },
        { ...iko, tahun: 2024, sementara: true },
        { ...iko, tahun: 2025 },
        { ...iko, tahun: 2026, berjalan: true },
      ],
    });
    expect(t.riwayatIko.map((r) => [r.tahun, r.href, r.skor, r.keterangan, r.lencana?.teks ?? null])).toEqual([
      ['2026', '/penilaian/2026/ormas/7', '68,75', 'Tingkat 3 · Berkembang', 'Sementara, tahun belum ditutup'],
      ['2025', '/penilaian/2025/ormas/7', '68,75', 'Tingkat 3 · Berkembang', null],
      ['2024', '/penilaian/2024/ormas/7', '68,75', 'Sementara', null],
      ['2023', '/penilaian/2023/ormas/7', '–', 'Profil saja: terdaftar kurang dari satu tahun', null],
    ]);
  });
});

describe('the profile of the form', () => {
  const profil = {
    perTanggal: '2026-01-05',
    anggota: { laki: 700, perempuan: 500, anak: 0, pemuda: 600, dewasa: 500, lansia: 100 },
    ...{ tempatBerdiri: 'Bogor', tanggalBerdiri: null, namaInduk: null, statusKantor: 'sewa', ciriKhusus: null },
    ...{ asas: null, ruangLingkup: 'kota', keputusanTertinggi: null, unitOtonom: null, usaha: null },
    ...{ lambang: null, bendera: null, bank: null, bidangLain: [] },
    tokoh: { pendiri: ['Pendiri Rekaan'], pembina: [], penasihat: [] },
  } satisfies RincianOrmas['profil'];
  const keterangan = (lain: Partial<RincianOrmas>) =>
    presentRincian({ ...RINCIAN, profil, ...lain }).profil?.keterangan;

  it('says of which day it is, and that members were counted anew since', () => {
    expect(keterangan({ jumlahAnggota: 1200 })).toBe('Menurut formulir pendaftaran yang disetujui 5 Januari 2026.');
    expect(keterangan({ jumlahAnggota: 1300 })).toContain('berubah menjadi 1.300 orang');
  });

  it('without a form tells the purpose alone, and nothing where there is none', () => {
    expect(presentRincian(RINCIAN).profil).toBeNull();
    const tujuan = presentRincian({ ...RINCIAN, tujuan: 'Mendampingi.' }).profil;
    expect(tujuan?.kelompok.flatMap((k) => k.butir)).toEqual([{ label: 'Tujuan', nilai: 'Mendampingi.' }]);
  });
});

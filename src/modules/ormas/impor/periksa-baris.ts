import { tanggal as sebutTanggal } from '../../../common/format.js';
import { kata, normalNama } from '../../../common/normalisasi.js';
import { pangkasAkhir } from '../../../common/pangkas.js';
import { HARI_PERTAMA } from '../../../common/tanggal.js';
import { adalahLuarDomisili, type KamusWilayah, type Tempat } from '../../wilayah/nama-wilayah.js';
import type { BentukOrmas } from '../ormas.types.js';
import { bacaBentuk, tebakBentuk } from './bentuk.js';
import type { Rekaman } from './csv.js';
import * as isian from './isian.js';
import { PembacaBaris } from './pembaca-baris.js';
import type { BarisRegister, Catatan, Rujukan } from './register.types.js';
import { cariTeksTanggal } from './tanggal-register.js';
import { AWAL_BARIS_CONTOH, type Peta } from './tata-letak.js';

/**
 * Checks one record. Rejected is what the register must not hold: no name, no kelurahan of the city, an impossible
 * date, NPWP or phone, a formula, damage. All else that is wrong is dropped or put right with a note.
 * @returns `baris` null when there are faults; each fault is the heading of its column, then the reason, which does not begin with
 * the same word again
 */
export function periksaBaris(
  rekaman: Rekaman,
  peta: Peta,
  rujukan: Rujukan,
): { baris: BarisRegister | null; galat: string[]; catatan: Omit<Catatan, 'baris'>[] } {
  const p = new PembacaBaris(rekaman, peta);
  const nama = bacaNama(p);
  const tempat = bacaTempat(p, rujukan);
  const dasar = bacaDasarHukum(p);
  const baris: BarisRegister = {
    baris: rekaman.baris,
    nama,
    singkatan: p.teks('singkatan'),
    bentuk: bacaBentukOrmas(p, nama, dasar.dasarHukumNomor),
    ...dasar,
    ...bacaAkta(p),
    npwp: p.ketat('npwp', isian.bacaNpwp),
    ...tempat,
    ...bacaBidang(p, rujukan),
    sumberDana: p.teks('sumberDana'),
    jumlahAnggota: p.longgar('jumlahAnggota', isian.bacaBilangan),
    ketua: p.teks('ketua'),
    sekretaris: p.teks('sekretaris'),
    bendahara: p.teks('bendahara'),
    bendahara2: p.teks('bendahara2'),
    telepon: p.ketat('telepon', isian.bacaTelepon),
    surel: p.longgar('surel', isian.bacaSurel),
    terdaftarPada: bacaTerdaftar(p, rujukan.hariIni, dasar.dasarHukumTanggal),
    nomorSkko: p.teks('nomorSkko'),
    nomorReg: p.teks('nomorReg'),
    berlakuSkko: p.tanggal('berlakuSkko'),
  };
  return { baris: p.galat.length === 0 ? baris : null, galat: p.galat, catatan: p.catatan };
}

/** Of a short name only these can grow beyond the column of its key. */
const TUMBUH = /[^\x20-\x7e]|&|l\.?s\.?m/i;

/**
 * The day of registration, which is that of the legal basis where the register gives none: neither may lie in the future,
 * and no registration is older than the Republic. A legal basis may be (an association of 1912): it keeps its day, and
 * the ormas counts as registered since an unknown one.
 */
function bacaTerdaftar(p: PembacaBaris, hariIni: string, dasarHukum: string | null): string | null {
  const terdaftar = p.tanggal('terdaftarPada');
  const lewat = (hari: string): string =>
    `${sebutTanggal(hari)} belum tiba, isi hari ini atau tanggal yang sudah lewat`;
  if (terdaftar !== null && terdaftar > hariIni) p.salah('terdaftarPada', lewat(terdaftar));
  if (terdaftar !== null && terdaftar < HARI_PERTAMA)
    p.salah(
      'terdaftarPada',
      `${sebutTanggal(terdaftar)} lebih tua daripada ${sebutTanggal(HARI_PERTAMA)}, periksa tahunnya`,
    );
  if (dasarHukum !== null && dasarHukum > hariIni) p.salah('tanggalDasarHukum', lewat(dasarHukum));
  if (terdaftar === null && dasarHukum !== null && dasarHukum < HARI_PERTAMA)
    p.catat(
      'tanggalDasarHukum',
      `lebih tua daripada ${sebutTanggal(HARI_PERTAMA)}, tidak dipakai sebagai tanggal terdaftar`,
    );
  return terdaftar;
}

function bacaNama(p: PembacaBaris): string {
  const nama = p.teks('nama') ?? '';
  if (p.sudahCacat('nama')) return nama;
  if (nama.startsWith(AWAL_BARIS_CONTOH)) p.salah('nama', 'adalah baris contoh dari template, hapus baris ini');
  // A name of punctuation alone could be compared with nothing.
  if (kata(nama).length === 0) p.salah('nama', 'kosong, tulis nama ormas');
  else if (nama.length <= 200 && (nama.length > 180 || TUMBUH.test(nama)) && normalNama(nama).length > 200)
    p.salah('nama', 'terlalu panjang, singkat nama ormas dahulu');
  return nama;
}

function bacaDasarHukum(
  p: PembacaBaris,
): Pick<BarisRegister, 'dasarHukumNomor' | 'dasarHukumLain' | 'dasarHukumTanggal'> {
  const pertama = p.teks('dasarHukum');
  const kedua = p.teks('dasarHukumLain');
  return {
    dasarHukumNomor: pertama ?? kedua,
    dasarHukumLain: pertama === null ? null : kedua,
    dasarHukumTanggal: p.tanggal('tanggalDasarHukum'),
  };
}

/** The deed has two columns, or one that holds both: `Akta No. 88 tanggal 05-05-1999`. */
function bacaAkta(p: PembacaBaris): Pick<BarisRegister, 'aktaNomor' | 'aktaTanggal'> {
  if (p.ada('tanggalAkta')) return { aktaNomor: p.teks('akta'), aktaTanggal: p.tanggal('tanggalAkta') };
  const isi = p.sel('akta');
  const teksTanggal = cariTeksTanggal(isi);
  const sisa = pangkasAkhir(
    (teksTanggal === null ? isi : isi.replace(teksTanggal, ''))
      .replace(/\b(?:tanggal|tgl)\b[\s.:]*/gi, '')
      .replace(/^\s*(?:akta|akte)\b(?:\s+(?:notaris|pendirian)\b)*[\s.:]*/i, '')
      .replace(/^(?:no|nomor)\b[\s.:]*/i, ''),
    /[\s,;]/,
  );
  return { aktaNomor: p.teks('akta', sisa), aktaTanggal: teksTanggal === null ? null : p.tanggal('akta', teksTanggal) };
}

function bacaBentukOrmas(p: PembacaBaris, nama: string, dasarHukum: string | null): BentukOrmas {
  const teks = p.sel('bentuk');
  const tertulis = bacaBentuk(teks);
  if (teks !== '' && tertulis === null)
    p.catat('bentuk', `${isian.kutip(teks)} tidak dikenal, diduga dari dasar hukum`);
  return tertulis ?? tebakBentuk(nama, dasarHukum);
}

function bacaBidang(p: PembacaBaris, rujukan: Rujukan): Pick<BarisRegister, 'bidangKode' | 'bidangTeks'> {
  const bidangTeks = p.teks('bidang');
  const bidangKode = bidangTeks === null ? null : rujukan.bidang.cari(bidangTeks);
  if (bidangTeks !== null && bidangKode === null) {
    p.catat('bidang', `${isian.kutip(bidangTeks)} bukan bidang yang dikenal, klaster belum ditetapkan`);
  }
  return { bidangKode, bidangTeks };
}

type TempatBaris = Pick<BarisRegister, 'alamat' | 'rt' | 'rw' | 'kelurahan' | 'kecamatan' | 'luarDomisili'>;

/** Where it sits. The kelurahan has a column of its own, or stands in the address and is taken out of it. */
function bacaTempat(p: PembacaBaris, { wilayah }: Rujukan): TempatBaris {
  const dariKolom = p.kelurahanBerkolom || p.sel('kelurahan') !== '';
  return dariKolom ? tempatDariKolom(p, wilayah) : tempatDariAlamat(p, wilayah);
}

function tempatDariKolom(p: PembacaBaris, wilayah: KamusWilayah): TempatBaris {
  const teks = p.sel('kelurahan');
  const luarDomisili = adalahLuarDomisili(teks);
  const tempat = luarDomisili ? null : wilayah.cari(teks);
  if (!tempat && !luarDomisili && !p.sudahCacat('kelurahan')) {
    p.salah(
      'kelurahan',
      teks === ''
        ? 'kosong, tulis kelurahan di Kota Bogor atau "Luar Domisili"'
        : `${isian.kutip(teks)} bukan kelurahan di Kota Bogor atau "Luar Domisili"`,
    );
  }
  catatKecamatan(p, wilayah, tempat);
  return {
    alamat: p.teks('alamat') ?? '',
    rt: p.longgar('rt', isian.bacaRtRw),
    rw: p.longgar('rw', isian.bacaRtRw),
    kelurahan: tempat?.kelurahan ?? null,
    kecamatan: tempat?.kecamatan ?? null,
    luarDomisili,
  };
}

function tempatDariAlamat(p: PembacaBaris, wilayah: KamusWilayah): TempatBaris {
  const teks = p.sel('alamat');
  const { alamat, rt, rw, tempat, luarDomisili } = wilayah.uraiAlamat(teks);
  if (!tempat && !luarDomisili && !p.sudahCacat('alamat')) {
    p.salah(
      'alamat',
      teks === ''
        ? 'kosong, sehingga kelurahan tidak diketahui'
        : 'tidak memuat kelurahan di Kota Bogor (tulis misalnya "Kel. Gudang") atau "Luar Domisili"',
    );
  }
  catatKecamatan(p, wilayah, tempat);
  return {
    alamat: p.teks('alamat', alamat) ?? '',
    rt,
    rw,
    kelurahan: tempat?.kelurahan ?? null,
    kecamatan: tempat?.kecamatan ?? null,
    luarDomisili,
  };
}

/**
 * A kecamatan that does not hold the kelurahan is a note, no rejection: the 68 names are all different, so the
 * kelurahan alone says where, and the wrong cell is not stored.
 */
function catatKecamatan(p: PembacaBaris, wilayah: KamusWilayah, tempat: Tempat | null): void {
  const teks = p.sel('kecamatan');
  if (teks === '' || !tempat || wilayah.cariKecamatan(teks) === tempat.kecamatan) return;
  p.catat('kecamatan', `${isian.kutip(teks)} bukan kecamatan ${tempat.kelurahan}, dipakai ${tempat.kecamatan}`);
}

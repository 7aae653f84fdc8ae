import { type OrmasBaru } from '../ormas/daftarkan-ormas.service.js';
import { DAFTAR_PERIKSA } from './daftar-periksa.data.js';
import { FORMULIR } from './formulir.data.js';
import {
  KELOMPOK_ANGGOTA,
  type KelompokAnggota,
  type ProfilOrmas,
  SEBUTAN_CIRI,
  SEBUTAN_KANTOR,
  SEBUTAN_LINGKUP,
} from '../ormas/profil.types.js';
import { bentukDari, dokumenDiminta, npwpRapi, pilihan, teks, teleponRapi } from './pendaftaran.aturan.js';
import { type DokumenPendaftaran, type Jawaban } from './pendaftaran.types.js';

const atauNull = (t: string): string | null => (t === '' ? null : t);

/** The field of the form that asks for a group of members. */
const KOLOM_ANGGOTA: Readonly<Record<KelompokAnggota, string>> = {
  laki: 'anggotaLaki',
  perempuan: 'anggotaPerempuan',
  anak: 'anggotaAnak',
  pemuda: 'anggotaPemuda',
  dewasa: 'anggotaDewasa',
  lansia: 'anggotaLansia',
};

/** A choice of the form; null: none of those that there are. */
const kode = <K extends string>(sebutan: Readonly<Record<K, string>>, t: string): K | null =>
  Object.hasOwn(sebutan, t) ? (t as K) : null;

/** What the form says beyond the identity. */
function profilDari(j: Jawaban, hari: string): ProfilOrmas {
  const isi = (bidang: string): string | null => atauNull(teks(j, bidang));
  const bulat = (bidang: string): number | null => (/^\d{1,6}$/.test(teks(j, bidang)) ? Number(teks(j, bidang)) : null);
  const nama = (bidang: string): string[] =>
    teks(j, bidang)
      .split('\n')
      .map((n) => n.trim())
      .filter(Boolean);
  return {
    perTanggal: hari,
    anggota: Object.fromEntries(KELOMPOK_ANGGOTA.map((k) => [k, bulat(KOLOM_ANGGOTA[k])])) as ProfilOrmas['anggota'],
    ...{ tempatBerdiri: isi('tempatBerdiri'), tanggalBerdiri: isi('tanggalBerdiri'), namaInduk: isi('namaInduk') },
    statusKantor: kode(SEBUTAN_KANTOR, teks(j, 'statusKantor')),
    ciriKhusus: kode(SEBUTAN_CIRI, teks(j, 'ciriKhusus')),
    ruangLingkup: kode(SEBUTAN_LINGKUP, teks(j, 'ruangLingkup')),
    ...{ asas: isi('asas'), keputusanTertinggi: isi('keputusanTertinggi'), unitOtonom: isi('unitOtonom') },
    ...{ usaha: isi('usaha'), lambang: isi('lambang'), bendera: isi('bendera'), bank: isi('bank') },
    tokoh: { pendiri: nama('pendiri'), pembina: nama('pembina'), penasihat: nama('penasihat') },
    bidangLain: pilihan(j, 'bidangLain').map(Number).filter(Number.isSafeInteger),
  };
}

/**
 * The ormas that an application describes.
 * @param j answers that are complete; numbers of what is not there are NaN
 * @param dokumen those found in order
 * @param hari since when it counts as registered, 'YYYY-MM-DD'
 */
export function ormasDari(j: Jawaban, dokumen: readonly DokumenPendaftaran[], hari: string): OrmasBaru {
  const diminta = new Set(dokumenDiminta(j).map((d) => d.dokumen.kode));
  const sumber = FORMULIR.flatMap((h) => h.kolom).find((k) => k.nama === 'sumberDana');
  const kata = new Map(sumber?.opsi ?? []);
  const jumlah = Number(teks(j, 'anggotaLaki')) + Number(teks(j, 'anggotaPerempuan'));
  return {
    nama: teks(j, 'nama'),
    singkatan: atauNull(teks(j, 'singkatan')),
    bentuk: bentukDari(j) ?? 'non-badan-hukum',
    dasarHukumNomor: atauNull(teks(j, 'dasarHukumNomor')),
    dasarHukumTanggal: atauNull(teks(j, 'dasarHukumTanggal')),
    aktaNomor: atauNull(teks(j, 'aktaNomor')),
    aktaTanggal: atauNull(teks(j, 'aktaTanggal')),
    npwp: atauNull(npwpRapi(teks(j, 'npwp'))),
    kelurahanId: Number(teks(j, 'kelurahan')),
    alamat: teks(j, 'alamat'),
    rt: atauNull(teks(j, 'rt')),
    rw: atauNull(teks(j, 'rw')),
    bidangId: Number(teks(j, 'bidangUtama')),
    tujuan: atauNull(teks(j, 'tujuan')),
    sumberDana:
      pilihan(j, 'sumberDana')
        .map((s) => kata.get(s) ?? s)
        .join(', ')
        .slice(0, 200) || null,
    jumlahAnggota: Number.isSafeInteger(jumlah) ? jumlah : null,
    telepon: atauNull(teleponRapi(teks(j, 'telepon'))),
    surel: atauNull(teks(j, 'surel').toLowerCase()),
    terdaftarPada: hari,
    profil: profilDari(j, hari),
    pengurus: (['ketua', 'sekretaris', 'bendahara'] as const).map((jabatan) => ({
      ...{ jabatan, nama: teks(j, jabatan) },
      ...{ dari: teks(j, 'masaBaktiDari'), sampai: atauNull(teks(j, 'masaBaktiSampai')) },
    })),
    dokumen: dokumen.flatMap((d) => {
      const jenis = DAFTAR_PERIKSA.find((x) => x.kode === d.kode)?.jenis;
      if (!jenis || !diminta.has(d.kode)) return [];
      const { nomor, tanggal, berlakuSampai, berkasId } = d;
      const isi = { nomor: atauNull(nomor), tanggal: atauNull(tanggal), berlakuSampai: atauNull(berlakuSampai) };
      return [{ jenis, ...isi, berkasId }];
    }),
  };
}

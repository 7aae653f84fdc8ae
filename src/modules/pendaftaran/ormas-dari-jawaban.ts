import { type OrmasBaru } from '../ormas/daftarkan-ormas.service.js';
import { DAFTAR_PERIKSA } from './daftar-periksa.data.js';
import { FORMULIR } from './formulir.data.js';
import { bentukDari, dokumenDiminta, npwpRapi, pilihan, teks, teleponRapi } from './pendaftaran.aturan.js';
import { type DokumenPendaftaran, type Jawaban } from './pendaftaran.types.js';

const atauNull = (t: string): string | null => (t === '' ? null : t);

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

import { type INestApplicationContext, type Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { tambahHari } from '../../common/tanggal.js';
import { BerkasService } from '../../modules/berkas/berkas.service.js';
import { type BerkasSiap } from '../../modules/berkas/berkas.types.js';
import { PembinaanService } from '../../modules/pembinaan/pembinaan.service.js';
import { type IsianPembinaan } from '../../modules/pembinaan/pembinaan.types.js';
import { RekomendasiService } from '../../modules/rekomendasi/rekomendasi.service.js';
import { suratBukti } from './gambar-contoh.js';

/** An ormas with an account, and who speaks for it. */
interface Tokoh {
  ormasId: number;
  nama: string;
  sekretaris: Aktor;
}

/**
 * Guidance, sanctions and recommendations in every state, with their letters, through the services that people use; one
 * sanction waits for the standing to follow. Returns a sentence.
 */
export async function isiPembinaan(app: INestApplicationContext, hariIni: string): Promise<string> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const { petugas, tokoh } = await bacaTokoh(app.get<DataSource>(getDataSourceToken(), { strict: false }));
  const surat = async (judul: string, nama: string): Promise<BerkasSiap> => {
    const isi = await suratBukti(judul, [
      'Surat rekaan untuk kota contoh.',
      'Nomor dan tanggalnya tercatat di portal.',
    ]);
    return ambil(BerkasService).siapkanIsi(Buffer.from(isi), `${nama}.pdf`);
  };
  const peringatan = await surat('Peringatan tertulis', 'surat-peringatan');
  const berita = await surat('Berita acara pembinaan', 'berita-acara');
  const log = ambil(PembinaanService);
  const lalu = (hari: number): string => tambahHari(hariIni, -hari);
  const isian = (jenis: IsianPembinaan['jenis'], hari: number, keterangan: string): IsianPembinaan => ({
    ...{ jenis, keterangan, tanggal: lalu(hari), sampai: null, tanggalSurat: lalu(hari) },
    ...{ nomor: `220/${hari}-Rekaan`, dasar: 'Surat Kepala Bakesbangpol (rekaan), UU 16/2017' },
  });
  const [a, b, c, d] = tokoh.slice(-4);
  if (a) {
    const kunjungan = isian('pembinaan', 20, 'Kunjungan ke sekretariat: dibahas laporan keuangan dan program kerja.');
    await log.catat(petugas, a.ormasId, kunjungan, { tambah: [berita], lepas: [] });
  }
  if (b) {
    const tegur = isian('peringatan', 60, 'Papan nama dipasang tanpa izin pemilik tanah.');
    const id = await log.catat(petugas, b.ormasId, tegur, { tambah: [peringatan], lepas: [] });
    await log.akhiri(petugas, id, 1, { sampai: lalu(30), dasar: 'Papan nama sudah dipindahkan (rekaan).' });
  }
  if (c) {
    const keliru = await log.catat(petugas, c.ormasId, isian('peringatan', 45, 'Laporan tidak disampaikan.'));
    const benar = { ...isian('peringatan', 44, 'Laporan dua tahun tidak disampaikan.') };
    const koreksi = { isian: benar, alasan: 'Nomor dan tanggal surat salah ketik.' };
    await log.koreksi(petugas, keliru, 1, koreksi, { tambah: [peringatan], lepas: [] });
    const salah = await log.catat(petugas, c.ormasId, isian('pembinaan', 12, 'Undangan pembinaan bersama.'));
    await log.batalkan(petugas, salah, 1, 'Undangannya untuk ormas lain.');
  }
  if (d) {
    const henti = isian('penghentian', 5, 'Kegiatan dihentikan tiga bulan; peringatan tidak dipatuhi.');
    await log.catat(
      petugas,
      d.ormasId,
      { ...henti, sampai: tambahHari(hariIni, 85) },
      { tambah: [peringatan], lepas: [] },
    );
  }
  const jumlah = await isiRekomendasi(ambil(RekomendasiService), { petugas, tokoh, bukti: berita, hariIni });
  return `6 catatan baru, ${jumlah} rekomendasi baru`;
}

async function isiRekomendasi(
  layanan: RekomendasiService,
  b: { petugas: Aktor; tokoh: readonly Tokoh[]; bukti: BerkasSiap; hariIni: string },
): Promise<number> {
  const { petugas, bukti, hariIni } = b;
  const selesai = { uraian: 'Sudah ditetapkan dalam rapat pengurus; berita acaranya terlampir.', selesaiPada: hariIni };
  let jumlah = 0;
  for (const [i, t] of b.tokoh.slice(0, 5).entries()) {
    const id = await layanan.beri(petugas, t.ormasId, {
      ...{ isi: 'Menetapkan pembagian tugas pengurus secara tertulis', sumber: 'Kunjungan monev (rekaan)' },
      ...{ jatuhTempo: tambahHari(hariIni, 30 + 10 * i), penanggung: i === 4 ? 'kelurahan' : 'ormas', opdId: null },
    });
    jumlah++;
    if (i === 0) await layanan.lapor(t.sekretaris, id, 1, selesai, [bukti]);
    if (i === 1) {
      await layanan.lapor(t.sekretaris, id, 1, selesai, [bukti]);
      await layanan.kembalikan(petugas, id, 2, 'Berita acaranya belum ditandatangani ketua.');
    }
    if (i === 2) await layanan.selesaikan(petugas, id, 1, { ...selesai, uraian: 'Dilihat di papan sekretariat.' }, []);
    if (i === 3) await layanan.batalkan(petugas, id, 1, 'Sudah tercakup dalam rekomendasi lain.');
  }
  return jumlah;
}

async function bacaTokoh(db: DataSource): Promise<{ petugas: Aktor; tokoh: Tokoh[] }> {
  const [p] = await db.query<{ id: number; nama: string }[]>(
    "SELECT id, nama FROM akun WHERE peran = 'petugas' ORDER BY id LIMIT 1",
  );
  const baris = await db.query<{ ormasId: number; nama: string; akunId: number; akunNama: string }[]>(
    `SELECT o.id AS ormasId, o.nama, a.id AS akunId, a.nama AS akunNama FROM akun a JOIN ormas o ON o.id = a.ormas_id
     WHERE a.peran = 'sekretaris' AND o.status = 'terdaftar' ORDER BY a.id`,
  );
  return {
    petugas: { ...AKTOR_SISTEM, id: p?.id ?? null, nama: p?.nama ?? 'Petugas', peran: 'petugas' },
    tokoh: baris.map(({ akunId, akunNama, ...t }) => ({
      ...t,
      sekretaris: { ...AKTOR_SISTEM, id: akunId, nama: akunNama, peran: 'sekretaris', ormasId: t.ormasId },
    })),
  };
}

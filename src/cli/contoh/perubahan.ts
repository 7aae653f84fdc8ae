import { type INestApplicationContext, type Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { BerkasService } from '../../modules/berkas/berkas.service.js';
import { RiwayatOrmasService } from '../../modules/ormas/riwayat-ormas.service.js';
import { BacaPerubahanService } from '../../modules/perubahan/baca-perubahan.service.js';
import { KeputusanPerubahanService } from '../../modules/perubahan/keputusan-perubahan.service.js';
import { ATURAN, type Ketikan, type Perihal } from '../../modules/perubahan/perubahan.aturan.js';
import { PerubahanService } from '../../modules/perubahan/perubahan.service.js';
import { suratBukti } from './gambar-contoh.js';

/** An ormas of the story, with who speaks for it (null: nobody has an account; petugas enters its paper). */
interface Tokoh {
  id: number;
  nama: string;
  terdaftar: string;
  kelurahanId: number;
  sekretaris: Aktor | null;
}

type Akhir = 'draf' | 'diajukan' | 'perbaikan' | 'setujui' | 'tolak' | 'cabut' | 'batal';

interface Kisah {
  perihal: Perihal;
  berlaku: string;
  akhir: Akhir;
  alasan: string;
  isi: (t: Tokoh) => Ketikan;
}

const pengurus = (ketua: string): Ketikan => ({
  ...{ 'p-ketua': ketua, 'p-sekretaris': 'Cempaka Umpama', 'p-bendahara': 'Damar Misalnya' },
  ...{ 'j-0': 'Wakil Ketua', 'n-0': 'Kenari Khayal', buktiNomor: 'SK-02/Rekaan/2025', buktiTanggal: '2025-02-20' },
});
const pindah = (t: Tokoh, alamat: string): Ketikan => ({
  ...{ alamat, rt: '02', rw: '05', kelurahan: String(t.kelurahanId), buktiNomor: `474/${t.id}-Rekaan` },
});

/** One request in every state: a move, a board and a name that changed last year, and what waits today. */
const KISAH: readonly Kisah[] = [
  {
    ...{ perihal: 'sekretariat', berlaku: '2025-06-01', akhir: 'setujui', alasan: 'Kontrak rumah lama berakhir.' },
    isi: (t) => pindah(t, 'Jl. Rekaan Baru No. 12'),
  },
  {
    ...{ perihal: 'pengurus', berlaku: '2025-03-01', akhir: 'setujui', alasan: 'Musyawarah memilih pengurus baru.' },
    isi: () => ({ ...pengurus('Bakung Rekaan'), sampai: '2030-02-28' }),
  },
  {
    ...{ perihal: 'nama', berlaku: '2025-09-01', akhir: 'setujui', alasan: 'Nama disesuaikan dengan akta perubahan.' },
    isi: (t) => ({ nama: `${t.nama} Mandiri` }),
  },
  {
    ...{ perihal: 'npwp', berlaku: '2026-01-05', akhir: 'diajukan', alasan: 'NPWP baru diterbitkan untuk organisasi.' },
    isi: (t) => ({ npwp: `00000000${String(t.id).padStart(7, '0')}` }),
  },
  {
    ...{
      perihal: 'sekretariat',
      berlaku: '2026-02-01',
      akhir: 'perbaikan',
      alasan: 'Sekretariat pindah ke rumah ketua.',
    },
    isi: (t) => pindah(t, 'Gang Umpama No. 3'),
  },
  {
    ...{ perihal: 'nama', berlaku: '2026-01-10', akhir: 'tolak', alasan: 'Ingin memakai nama yang lebih pendek.' },
    isi: (t) => ({ nama: t.nama.split(' ').slice(0, 2).join(' ') }),
  },
  {
    ...{
      perihal: 'sumber-daya',
      berlaku: '2026-03-01',
      akhir: 'cabut',
      alasan: 'Anggota bertambah sesudah pendataan.',
    },
    isi: () => ({ sumberDana: 'Iuran anggota dan usaha', jumlahAnggota: '148' }),
  },
  {
    ...{ perihal: 'pengurus', berlaku: '2026-04-01', akhir: 'draf', alasan: 'Masa bakti pengurus lama berakhir.' },
    isi: () => ({ ...pengurus('Dahlia Andaikata'), sampai: '' }),
  },
  {
    ...{
      perihal: 'sekretariat',
      berlaku: '2026-01-15',
      akhir: 'batal',
      alasan: 'Sekretariat pindah menurut laporan RT.',
    },
    isi: (t) => pindah(t, 'Jl. Misalnya No. 8'),
  },
];
/** Entered by petugas from a letter of an ormas that has no account. */
const DARI_SURAT: Kisah = {
  ...{ perihal: 'sekretariat', berlaku: '2026-05-01', akhir: 'diajukan', alasan: 'Surat pemberitahuan pindah alamat.' },
  isi: (t) => pindah(t, 'Jl. Andaikata No. 21'),
};

/** Requests for changes in every state, through the services that people use. Returns a sentence. */
export async function isiPerubahan(app: INestApplicationContext, hariIni: string): Promise<string> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const db = app.get<DataSource>(getDataSourceToken(), { strict: false });
  const { petugas, bersekretaris, tanpaAkun } = await bacaTokoh(db);
  const tokoh = [...bersekretaris.slice(0, KISAH.length), ...tanpaAkun.slice(0, 1)];
  let jumlah = 0;
  for (const [i, t] of tokoh.entries()) {
    const kisah = t.sekretaris === null ? DARI_SURAT : KISAH[i];
    if (!kisah) continue;
    await jalani(ambil, petugas, t, { ...kisah, berlaku: antara(t.terdaftar, kisah.berlaku, hariIni) });
    jumlah++;
  }
  const salah = await ambil(RiwayatOrmasService).periksa();
  if (salah.length > 0) throw new Error(`Riwayat register tidak utuh: ${salah.join('; ')}`);
  return `${jumlah} permohonan, riwayat register utuh`;
}

const antara = (paling: string, ingin: string, akhir: string): string =>
  ingin > akhir ? akhir : ingin < paling ? paling : ingin;

async function bacaTokoh(db: DataSource): Promise<{ petugas: Aktor; bersekretaris: Tokoh[]; tanpaAkun: Tokoh[] }> {
  const [p] = await db.query<{ id: number; nama: string }[]>(
    "SELECT id, nama FROM akun WHERE peran = 'petugas' ORDER BY id LIMIT 1",
  );
  const petugas: Aktor = { ...AKTOR_SISTEM, id: p?.id ?? null, nama: p?.nama ?? 'Petugas', peran: 'petugas' };
  const baris = await db.query<
    {
      id: number;
      nama: string;
      terdaftar: string;
      kelurahanId: number;
      akunId: number | null;
      akunNama: string | null;
    }[]
  >(
    `SELECT o.id, o.nama, COALESCE(o.terdaftar_pada, '2020-01-01') AS terdaftar,
       (SELECT MIN(k.id) FROM kelurahan k WHERE k.id <> COALESCE(o.kelurahan_id, 0)) AS kelurahanId,
       a.id AS akunId, a.nama AS akunNama
     FROM ormas o LEFT JOIN akun a ON a.ormas_id = o.id AND a.peran = 'sekretaris'
     WHERE o.status = 'terdaftar' ORDER BY a.id IS NULL, a.id, o.id LIMIT 40`,
  );
  const tokoh = baris.map(({ akunId, akunNama, ...t }) => ({
    ...t,
    sekretaris:
      akunId === null
        ? null
        : { ...AKTOR_SISTEM, id: akunId, nama: akunNama ?? '', peran: 'sekretaris' as const, ormasId: t.id },
  }));
  return {
    petugas,
    bersekretaris: tokoh.filter((t) => t.sekretaris !== null),
    tanpaAkun: tokoh.filter((t) => t.sekretaris === null),
  };
}

async function jalani(ambil: <T>(kelas: Type<T>) => T, petugas: Aktor, t: Tokoh, k: Kisah): Promise<void> {
  const [layanan, keputusan] = [ambil(PerubahanService), ambil(KeputusanPerubahanService)];
  const pemohon = t.sekretaris ?? petugas;
  const { sebutan } = ATURAN[k.perihal].bukti;
  const isi = Buffer.from(await suratBukti(sebutan, [`Contoh rekaan untuk ${t.nama}.`, k.alasan]));
  const siap = await ambil(BerkasService).siapkanIsi(isi, 'bukti-perubahan.pdf');
  const ketikan = { ...k.isi(t), berlaku: k.berlaku, alasan: k.alasan };
  const id = await layanan.buat(pemohon, t.id, k.perihal, ketikan, { tambah: [siap], lepas: [] });
  if (k.akhir === 'draf') return;
  await layanan.ajukan(pemohon, id, 1);
  if (k.akhir === 'cabut') return layanan.cabut(pemohon, id, 2, 'Angkanya masih dihitung ulang.');
  const terlihat = async (): Promise<{ versi: number; versiOrmas: number }> => {
    const { versi, versiOrmas } = await ambil(BacaPerubahanService).rinci(petugas, id);
    return { versi, versiOrmas };
  };
  if (k.akhir === 'perbaikan')
    return keputusan.kembalikan(
      petugas,
      id,
      await terlihat(),
      'Surat domisili belum dicap kelurahan; kirim yang bercap.',
    );
  if (k.akhir === 'tolak')
    return keputusan.tolak(petugas, id, await terlihat(), 'Nama pada akta tidak berubah; ubah aktanya dahulu.');
  if (k.akhir === 'setujui' || k.akhir === 'batal') await keputusan.setujui(petugas, id, await terlihat());
  if (k.akhir === 'batal')
    await keputusan.bukaKembali(petugas, id, await terlihat(), 'Surat domisili ternyata milik ormas lain.');
}

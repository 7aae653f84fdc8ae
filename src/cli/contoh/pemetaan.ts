import { type INestApplicationContext, type Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { tambahHari } from '../../common/tanggal.js';
import { BacaPemetaanService } from '../../modules/pemetaan/baca-pemetaan.service.js';
import { PemetaanService } from '../../modules/pemetaan/pemetaan.service.js';

/** One change that has taken effect and one that is planned; both invented. */
const KISAH = [
  {
    ...{ bidang: 'ketenagakerjaan', opd: 'dinkukmdagin', hari: 0 },
    alasan: 'Hasil rapat koordinasi (rekaan): pelatihan kerja dibina bersama usaha kecil.',
  },
  {
    ...{ bidang: 'pemuda-olahraga', opd: 'disparbud', hari: 45 },
    alasan: 'Rencana penataan tugas perangkat daerah (rekaan).',
  },
] as const;

/** How long ago the past change took effect, where no closed year forbids it. */
const HARI_LALU = 60;

/** Changes of the mapping through the service that people use. Returns a sentence. */
export async function isiPemetaan(app: INestApplicationContext, hariIni: string): Promise<string> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const db = app.get<DataSource>(getDataSourceToken(), { strict: false });
  const [k] = await db.query<{ id: number; nama: string }[]>(
    "SELECT id, nama FROM akun WHERE peran = 'kabid' ORDER BY id LIMIT 1",
  );
  const kabid: Aktor = { ...AKTOR_SISTEM, id: k?.id ?? null, nama: k?.nama ?? 'Kepala Bidang', peran: 'kabid' };
  const bidang = new Map(
    (await db.query<{ id: number; kode: string }[]>('SELECT id, kode FROM bidang')).map((b) => [b.kode, b.id]),
  );
  const kata: string[] = [];
  for (const { bidang: kode, opd, hari, alasan } of KISAH) {
    const id = bidang.get(kode) ?? 0;
    const { terdini } = await ambil(BacaPemetaanService).formulir(kabid, id);
    const lalu = tambahHari(hariIni, -HARI_LALU);
    const mulai = hari > 0 ? tambahHari(hariIni, hari) : lalu < terdini ? terdini : lalu;
    const usul = { opd, mulai };
    const { sidik, pindah } = await ambil(BacaPemetaanService).pratinjau(kabid, id, usul, 1);
    await ambil(PemetaanService).ubah(kabid, id, { ...usul, alasan, sidik });
    kata.push(`${pindah.jumlah} ormas ${mulai > hariIni ? 'akan berpindah' : 'berpindah'}`);
  }
  return kata.join(', ');
}

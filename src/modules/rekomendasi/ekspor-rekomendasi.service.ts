import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { type KolomLembar, type LembarTulis, type NilaiSel } from '../../infra/lembar/lembar.js';
import { AuditService } from '../audit/audit.service.js';
import { BacaRekomendasiService } from './baca-rekomendasi.service.js';
import {
  type RingkasRekomendasi,
  type SaringanRekomendasi,
  SEBUTAN_PENANGGUNG,
  SEBUTAN_STATUS,
} from './rekomendasi.types.js';

interface Kolom extends KolomLembar {
  nilai: (r: RingkasRekomendasi) => NilaiSel;
}
const kolom = (judul: string, nilai: Kolom['nilai'], lebar = 18, jenis: KolomLembar['jenis'] = 'teks'): Kolom => ({
  ...{ judul, nilai, lebar, jenis },
});

const KOLOM: readonly Kolom[] = [
  kolom('Nama ormas', (r) => r.ormasNama, 44),
  kolom('OPD pembina', (r) => r.opdOrmas ?? 'Belum ditetapkan'),
  kolom('Rekomendasi', (r) => r.isi, 60),
  kolom('Dasar', (r) => r.sumber, 28),
  kolom('Penanggung jawab', (r) => r.opdPenanggung ?? SEBUTAN_PENANGGUNG[r.penanggung]),
  kolom('Batas waktu', (r) => r.jatuhTempo, 14, 'tanggal'),
  kolom('Keadaan', (r) => SEBUTAN_STATUS[r.status].teks, 22),
  kolom('Selesai pada', (r) => r.selesaiPada, 14, 'tanggal'),
  kolom('Alasan pembatalan', (r) => r.batalAlasan, 36),
];

/** Takes the list of recommendations along as a sheet, with the filters of the list. */
@Injectable()
export class EksporRekomendasiService {
  constructor(
    private readonly baca: BacaRekomendasiService,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  /** Who takes it along stands in the audit trail. @throws DomainError `tidak-berwenang` */
  async siapkan(
    aktor: Aktor,
    s: SaringanRekomendasi,
    jenis: 'csv' | 'xlsx',
  ): Promise<{ lembar: LembarTulis; nama: string }> {
    const { jumlah, kelompok, hari } = await this.baca.seluruhnya(aktor, s);
    const saringan = Object.fromEntries(Object.entries(s).filter(([, v]) => v !== ''));
    await this.transaksi.jalankan((em) =>
      this.audit.catat(em, aktor, {
        ...{ aksi: 'rekomendasi.ekspor', objek: 'register', objekId: `rekomendasi.${jenis}` },
        ringkasan: `Daftar rekomendasi diunduh (${jenis.toUpperCase()}): ${jumlah} rekomendasi`,
        rincian: { saringan, jumlah },
      }),
    );
    return { nama: `rekomendasi-${hari}`, lembar: { kolom: KOLOM, kelompok: sel(kelompok) } };
  }
}

async function* sel(kelompok: AsyncIterable<readonly RingkasRekomendasi[]>): AsyncGenerator<NilaiSel[][]> {
  for await (const isi of kelompok) yield isi.map((r) => KOLOM.map((k) => k.nilai(r)));
}

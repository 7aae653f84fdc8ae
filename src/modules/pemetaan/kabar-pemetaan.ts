import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { angka, tanggal } from '../../common/format.js';
import { AuditService } from '../audit/audit.service.js';
import { NotifikasiService } from '../notifikasi/notifikasi.service.js';

/** What the trail calls a decision on the mapping. */
export const OBJEK_PEMETAAN = 'pemetaan';

interface Perubahan {
  id: number;
  bidangId: number;
  bidang: string;
  lamaId: number;
  baruId: number;
  mulai: string;
  alasan: string;
  pindah: number;
}

/** Leaves word of a change of the mapping: in the trail, and with the accounts of both OPD. */
@Injectable()
export class KabarPemetaan {
  constructor(
    private readonly audit: AuditService,
    private readonly notifikasi: NotifikasiService,
  ) {}

  /** Within the transaction of the decision. */
  async diubah(em: EntityManager, aktor: Aktor, p: Perubahan & { hari: string; tetap: number }): Promise<void> {
    const [lama, baru] = await namaOpd(em, p);
    const sejak = p.mulai > p.hari ? `mulai ${tanggal(p.mulai)}` : `sejak ${tanggal(p.mulai)}`;
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'pemetaan.ubah', objek: OBJEK_PEMETAAN, objekId: p.id },
      ringkasan: `Bidang ${p.bidang} dialihkan dari ${lama} ke ${baru} ${sejak}: ${angka(p.pindah)} ormas berpindah, ${angka(p.tetap)} tetap`,
      rincian: {
        sebelum: { 'OPD pembina': lama },
        sesudah: { 'OPD pembina': baru, 'Mulai berlaku': p.mulai },
        alasan: p.alasan,
      },
    });
    if (p.pindah === 0) return;
    await this.kirim(em, p, 'tetap', [
      `Bidang ${p.bidang} dialihkan ke ${baru}`,
      `${angka(p.pindah)} ormas meninggalkan klaster Anda ${sejak}. Alasan: ${p.alasan}`,
      `Bidang ${p.bidang} dialihkan kepada OPD Anda`,
      `${angka(p.pindah)} ormas masuk ke klaster Anda dari ${lama} ${sejak}. Alasan: ${p.alasan}`,
    ]);
  }

  /** Within the transaction of the cancelling. */
  async dibatalkan(em: EntityManager, aktor: Aktor, p: Perubahan): Promise<void> {
    const [lama, baru] = await namaOpd(em, p);
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'pemetaan.batalkan', objek: OBJEK_PEMETAAN, objekId: p.id },
      ringkasan: `Rencana mengalihkan bidang ${p.bidang} ke ${baru} mulai ${tanggal(p.mulai)} dibatalkan; ${lama} tetap membina`,
      rincian: { alasan: p.alasan },
    });
    if (p.pindah === 0) return;
    const isi = `Rencana yang akan berlaku ${tanggal(p.mulai)} dibatalkan; klaster Anda tidak berubah. Alasan: ${p.alasan}`;
    const judul = `Bidang ${p.bidang} tetap dibina ${lama}`;
    await this.kirim(em, p, 'batal', [judul, isi, judul, isi]);
  }

  private async kirim(
    em: EntityManager,
    p: Perubahan,
    apa: 'tetap' | 'batal',
    [judulLama, isiLama, judulBaru, isiBaru]: [string, string, string, string],
  ): Promise<void> {
    const umum = { jenis: 'klaster', tautan: '/klaster' } as const;
    await this.notifikasi.titip(
      em,
      { ...umum, opdId: p.lamaId, judul: judulLama, isi: isiLama, kunci: `pemetaan-${p.id}-${apa}-lama` },
      { ...umum, opdId: p.baruId, judul: judulBaru, isi: isiBaru, kunci: `pemetaan-${p.id}-${apa}-baru` },
    );
  }
}

async function namaOpd(em: EntityManager, p: Pick<Perubahan, 'lamaId' | 'baruId'>): Promise<[string, string]> {
  const baris = await em.query<{ id: number; nama: string }[]>('SELECT id, nama FROM opd WHERE id IN (?)', [
    [p.lamaId, p.baruId],
  ]);
  const nama = new Map(baris.map((b) => [b.id, b.nama]));
  return [nama.get(p.lamaId) ?? '', nama.get(p.baruId) ?? ''];
}

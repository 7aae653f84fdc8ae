import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** What anybody may know of an annual report by the code on its ratification sheet. */
export interface BuktiLaporan {
  nomor: string;
  tahun: number;
  sha256: string | null;
  disahkanPada: Date | null;
}

/** Annual reports as anybody may check them. */
@Injectable()
export class BuktiLaporanService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The finished report with a code, or null when no report has it. */
  async bukti(kode: string): Promise<BuktiLaporan | null> {
    const [l] = await this.db.query<BuktiLaporan[]>(
      `SELECT l.nomor, p.tahun, f.sha256, l.disahkan_pada AS disahkanPada
       FROM laporan l JOIN periode p ON p.id = l.periode_id LEFT JOIN berkas f ON f.id = l.berkas_id
       WHERE l.kode = ? AND l.status = 'selesai'`,
      [kode],
    );
    return l ?? null;
  }
}

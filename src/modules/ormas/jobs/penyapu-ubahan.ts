import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { Berkala, SETIAP_JAM } from '../../../infra/queue/berkala.js';
import { pangkasUbahanOrmas } from '../indeks-ormas.service.js';

/** Once an hour the worker cuts the log that indexes of the register follow. Several workers may do it at once. */
@Injectable()
export class PenyapuUbahan extends Berkala {
  protected readonly setiapMs = SETIAP_JAM;
  protected readonly sebutan = 'Pemangkasan catatan perubahan register';

  constructor(private readonly transaksi: Transaksi) {
    super();
  }

  protected async jalankan(): Promise<string> {
    await this.transaksi.jalankan(pangkasUbahanOrmas);
    return '';
  }
}

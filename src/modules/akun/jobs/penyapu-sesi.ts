import { Injectable } from '@nestjs/common';
import { Berkala, SETIAP_JAM } from '../../../infra/queue/berkala.js';
import { SesiService } from '../sesi.service.js';

/** Once an hour the worker removes what has expired; several workers may do it at once without harm. */
@Injectable()
export class PenyapuSesi extends Berkala {
  protected readonly setiapMs = SETIAP_JAM;
  protected readonly sebutan = 'Penyapuan sesi';

  constructor(private readonly sesi: SesiService) {
    super();
  }

  protected async jalankan(): Promise<string> {
    await this.sesi.sapu();
    return '';
  }
}

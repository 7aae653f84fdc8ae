import { Injectable } from '@nestjs/common';
import { Berkala, SETIAP_JAM } from '../../../infra/queue/berkala.js';
import { ImporPratinjauService } from '../impor-pratinjau.service.js';

/** Once an hour the worker removes previews that have expired, with their files. Several workers may do it at once. */
@Injectable()
export class PenyapuImpor extends Berkala {
  protected readonly setiapMs = SETIAP_JAM;
  protected readonly sebutan = 'Penyapuan pratinjau impor';

  constructor(private readonly pratinjau: ImporPratinjauService) {
    super();
  }

  protected async jalankan(): Promise<string> {
    const n = await this.pratinjau.sapu();
    return n > 0 ? `${n} pratinjau impor yang lewat masanya dihapus.` : '';
  }
}

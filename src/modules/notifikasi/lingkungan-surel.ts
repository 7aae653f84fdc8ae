import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '../../infra/config/config.js';
import { CONFIG } from '../../infra/config/config.module.js';
import { SetelanService } from '../setelan/setelan.service.js';

/** Who speaks in letters and in texts to pass on, and where the portal is. */
@Injectable()
export class LingkunganSurel {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly setelan: SetelanService,
  ) {}

  /** Public address of the portal, without a slash at the end. */
  get portalUrl(): string {
    return this.config.portalUrl;
  }

  /** Whether letters are sent at all. */
  get adaSurel(): boolean {
    return this.config.surel !== null;
  }

  /** The names of the city and of the office. */
  async kantor(): Promise<{ kota: string; lembaga: string }> {
    const { kota, lembaga } = await this.setelan.baca();
    return { kota, lembaga };
  }
}

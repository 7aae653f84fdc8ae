import { join } from 'node:path';
import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { type Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Gudang } from './gudang.js';

/** A temporary file older than this belongs to nobody any more: no upload lasts a day. */
const UMUR_SEMENTARA_MS = 86_400_000;

/** Storage of file contents under `<varDir>/berkas`, for every process; sweeps what a crash left behind at each start. */
@Global()
@Module({
  providers: [
    {
      provide: Gudang,
      inject: [CONFIG],
      useFactory: (config: Config) => new Gudang(join(config.varDir, 'berkas')),
    },
  ],
  exports: [Gudang],
})
export class StorageModule implements OnApplicationBootstrap {
  constructor(
    private readonly gudang: Gudang,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.gudang.sapu(new Date(this.clock.sekarang().getTime() - UMUR_SEMENTARA_MS));
  }
}

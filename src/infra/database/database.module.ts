import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { opsiDataSource } from '../../database/data-source.js';
import { type Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Transaksi } from './transaksi.js';

/** The connection pool (entities come with their modules) and the one way to write. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: async (config: Config) => ({ ...(await opsiDataSource(config.databaseUrl)), autoLoadEntities: true }),
    }),
  ],
  providers: [Transaksi],
  exports: [Transaksi],
})
export class DatabaseModule {}

import { Global, Module } from '@nestjs/common';
import { type Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { PdfService } from './pdf.service.js';

/** The PDF machine, for the worker and the command line only: the web process never reaches Puppeteer. */
@Global()
@Module({
  providers: [
    {
      provide: PdfService,
      inject: [CONFIG],
      useFactory: (config: Config) => new PdfService({ chromium: config.chromium }),
    },
  ],
  exports: [PdfService],
})
export class PdfModule {}

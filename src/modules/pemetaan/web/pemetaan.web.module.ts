import { Module } from '@nestjs/common';
import { PemetaanModule } from '../pemetaan.module.js';
import { PemetaanController } from './pemetaan.controller.js';
import { RujukanController } from './rujukan.controller.js';

// The addresses of decisions are looked at before those of the two lists, whose first part may be anything.
@Module({ imports: [PemetaanModule], controllers: [PemetaanController, RujukanController] })
export class PemetaanWebModule {}

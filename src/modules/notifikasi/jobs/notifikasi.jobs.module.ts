import { Module } from '@nestjs/common';
import { MailModule } from '../../../infra/mail/mail.module.js';
import { NotifikasiModule } from '../notifikasi.module.js';
import { NotifikasiProcessor } from './notifikasi.processor.js';
import { SurelService } from './surel.service.js';

@Module({ imports: [NotifikasiModule, MailModule], providers: [NotifikasiProcessor, SurelService] })
export class NotifikasiJobsModule {}

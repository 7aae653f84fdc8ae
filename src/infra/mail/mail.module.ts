import { Module } from '@nestjs/common';
import { PengirimSurel } from './pengirim-surel.js';

/** Mail, for the worker: no request ever waits for a mail server. */
@Module({ providers: [PengirimSurel], exports: [PengirimSurel] })
export class MailModule {}

import { Controller, Get, Param } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { sha256 } from '../../common/sidik.js';

/** What became of a form that was sent: a device asks before it offers what was typed there again. */
@Controller('formulir')
export class FormulirController {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Whether what was sent with this one-time token was stored. Who knows the token has had the form. */
  @Get(':token')
  async tersimpan(@Param('token') token: string): Promise<{ tersimpan: boolean }> {
    const baris = await this.db.query<unknown[]>('SELECT 1 FROM token_formulir WHERE token = ?', [sha256(token)]);
    return { tersimpan: baris.length > 0 };
  }
}

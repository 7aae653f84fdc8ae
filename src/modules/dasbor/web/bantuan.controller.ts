import { Controller, Get, Render, Req } from '@nestjs/common';
import { type Request } from 'express';
import { Publik } from '../../../infra/http/publik.decorator.js';
import { BantuanService } from '../bantuan.service.js';
import { presentBantuan } from './bantuan.presenter.js';

/** Help, also for those who cannot sign in. */
@Controller('bantuan')
export class BantuanController {
  constructor(private readonly bantuan: BantuanService) {}

  @Publik()
  @Get()
  @Render('bantuan/bantuan')
  async buka(@Req() req: Request) {
    return presentBantuan(await this.bantuan.bahan(), req.aktor?.peran ?? null);
  }
}

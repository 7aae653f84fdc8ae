import { Controller, Get, Inject, Query, Render } from '@nestjs/common';
import { type Aktor } from '../../../common/aktor.js';
import { awalHariWib, tambahHari } from '../../../common/tanggal.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { AuditService } from '../audit.service.js';
import { SaringanAuditDto } from './audit.dto.js';
import { presentAudit } from './audit.presenter.js';

/** The audit trail as a page. */
@Controller('audit')
export class AuditController {
  constructor(@Inject(AuditService) private readonly audit: AuditService) {}

  @Get()
  @Render('audit/daftar')
  async daftar(@AktorIni() aktor: Aktor, @Query() s: SaringanAuditDto) {
    const saringan = {
      objek: s.objek,
      ragam: s.ragam ?? ('perubahan' as const),
      cari: s.cari,
      pelaku: s.pelaku,
      ormas: s.ormas,
      dari: s.dari ? awalHariWib(s.dari) : undefined,
      sampai: s.sampai ? awalHariWib(tambahHari(s.sampai, 1)) : undefined,
    };
    return presentAudit(await this.audit.daftar(aktor, saringan, s.halaman ?? 1), s, aktor);
  }
}

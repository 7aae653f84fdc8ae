import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { awalHariWib, HARI_PERTAMA, tambahHari, tanggalSah } from '../../../common/tanggal.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { bolehBacaAudit } from '../audit.policy.js';
import { AuditService } from '../audit.service.js';
import { SaringanAuditDto } from './audit.dto.js';
import { presentAudit } from './audit.presenter.js';

/** The audit trail as a page. */
@Controller('audit')
export class AuditController {
  constructor(@Inject(AuditService) private readonly audit: AuditService) {}

  @Get()
  async daftar(@AktorIni() aktor: Aktor, @Query() s: SaringanAuditDto, @Res() res: Response): Promise<void> {
    const galat = (['dari', 'sampai'] as const)
      .filter((bidang) => s[bidang] !== undefined && !hariJejak(s[bidang]))
      .map((bidang) => ({ bidang, pesan: 'Isi tanggal yang ada dalam kalender, misalnya 1 Maret 2025.' }));
    if (galat.length > 0) {
      if (!bolehBacaAudit(aktor)) throw new DomainError('tidak-berwenang');
      const kosong = { isi: [], halaman: 1, perHalaman: 1, jumlah: 0 };
      res.status(422).render('audit/daftar', presentAudit(kosong, s, aktor, galat));
      return;
    }
    const saringan = {
      objek: s.objek,
      ragam: s.ragam ?? ('perubahan' as const),
      cari: s.cari,
      pelaku: s.pelaku,
      ormas: s.ormas,
      dari: s.dari ? awalHariWib(s.dari) : undefined,
      sampai: s.sampai ? awalHariWib(tambahHari(s.sampai, 1)) : undefined,
    };
    res.render('audit/daftar', presentAudit(await this.audit.daftar(aktor, saringan, s.halaman ?? 1), s, aktor));
  }
}

/** A day that exists, in times of which a database knows the instant before and after. */
const hariJejak = (teks: string): boolean => tanggalSah(teks) && teks >= HARI_PERTAMA && teks <= '2099-12-31';

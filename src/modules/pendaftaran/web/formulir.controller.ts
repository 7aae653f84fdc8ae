import { Controller, Get, Param, Render } from '@nestjs/common';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { FormulirDisetujuiService } from '../formulir-disetujui.service.js';
import { presentFormulir } from './formulir.presenter.js';

/** The form by which an ormas came into the register, to read. */
@Controller('pendaftaran')
export class FormulirController {
  constructor(private readonly formulir: FormulirDisetujuiService) {}

  @Get(':id/formulir')
  @Render('pendaftaran/formulir')
  async baca(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentFormulir(await this.formulir.baca(aktor, id));
  }
}

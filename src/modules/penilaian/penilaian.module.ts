import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { MasaTertutup, MasaTertutupModule } from '../kegiatan/masa-tertutup.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { JendelaService } from '../setelan/jendela.service.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { BacaBuktiService } from './baca-bukti.service.js';
import { HasilService } from './hasil.service.js';
import { HitungService } from './hitung.service.js';
import { InstrumenService } from './instrumen.service.js';
import { LampiranTingkat } from './lampiran-tingkat.js';
import { MandiriService } from './mandiri.service.js';
import { MuatTingkatService } from './muat-tingkat.service.js';
import { NilaiService } from './nilai.service.js';
import { OBJEK_BUKTI } from './penilaian.objek.js';
import { PenilaianQueue } from './penilaian.queue.js';
import { PeriodeService } from './periode.service.js';
import { PenutupanService } from './penutupan.service.js';
import { PenyelesaianService } from './penyelesaian.service.js';
import { PotonganService } from './potongan.service.js';
import { RegisterIkoService } from './register-iko.service.js';
import { TingkatService } from './tingkat.service.js';

const LAYANAN = [
  InstrumenService,
  PeriodeService,
  PenutupanService,
  HitungService,
  PotonganService,
  PenyelesaianService,
  TingkatService,
  MandiriService,
  MuatTingkatService,
  BacaBuktiService,
  HasilService,
  NilaiService,
];

@Module({
  imports: [AuditModule, BerkasModule, MasaTertutupModule, OrmasModule, SetelanModule],
  providers: [...LAYANAN, LampiranTingkat, PenilaianQueue, RegisterIkoService],
  exports: LAYANAN,
})
export class PenilaianModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly baca: BacaBuktiService,
    private readonly periode: PeriodeService,
    private readonly tertutup: MasaTertutup,
    private readonly jendela: JendelaService,
  ) {}

  /**
   * Tells the modules to its left what they ask of scoring. Books, letters and lists behind a level name people: reading
   * one is recorded, looking at a photo is not.
   */
  onModuleInit(): void {
    this.berkas.daftarkanPenjaga(OBJEK_BUKTI, {
      boleh: (aktor, berkas) => this.baca.bolehBaca(aktor, berkas),
      dicatat: (berkas) => berkas.mime === 'application/pdf',
    });
    this.tertutup.daftarkan(() => this.periode.masaTertutup());
    this.jendela.daftarkan((tahun) => this.periode.jendela(tahun));
  }
}

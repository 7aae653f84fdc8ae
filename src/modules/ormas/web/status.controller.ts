import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { type BarisStatus, dapatDikoreksi, TIDAK_TERJADI } from '../koreksi-status.js';
import { OrmasRincianService } from '../ormas-rincian.service.js';
import { bolehKoreksiStatus } from '../ormas.policy.js';
import { type RincianOrmas } from '../ormas.types.js';
import { StatusOrmasService } from '../status-ormas.service.js';
import { KoreksiStatusDto, StatusDto } from './ormas.dto.js';
import { jalurOrmas } from './ormas.paths.js';
import {
  type KetikanStatus,
  ketikanKoreksi,
  ketikanStatus,
  presentKoreksiStatus,
  presentStatus,
} from './status.presenter.js';

/** Standing in the register: suspended, revoked, dissolved, registered again; and what was recorded of it wrongly. */
@Controller('ormas/:id/status')
export class StatusController {
  constructor(
    private readonly status: StatusOrmasService,
    private readonly terperinci: OrmasRincianService,
  ) {}

  @Get()
  @Render('ormas/status')
  async formulir(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Query('sanksi') sanksi: unknown) {
    const { o, riwayat } = await this.untuk(aktor, id);
    return presentStatus(o, riwayat, ketikanStatus(o, sanksi));
  }

  @Post()
  async ubah(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const { o, riwayat } = await this.untuk(aktor, id);
    const ulang = (galat: GalatIsian[]): void => {
      res.status(422).render('ormas/status', presentStatus(o, riwayat, diketik(isi), galat));
    };
    const periksa = await periksaIsian(StatusDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    const { versi, ...isian } = periksa.isian;
    const galat = await galatIsian(() => this.status.ubahStatus(aktor, id, versi, isian));
    if (galat) return ulang(galat);
    kilat(res.req, 'berhasil', 'Status disimpan dan tercatat dalam riwayat.');
    res.redirect(303, jalurOrmas.rincian(id));
  }

  @Get(':riwayatId')
  @Render('ormas/status-koreksi')
  async formulirKoreksi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('riwayatId', IdPipe) riwayatId: number,
  ) {
    const { o, baris } = await this.untukKoreksi(aktor, id, riwayatId);
    return presentKoreksiStatus(o, baris, ketikanKoreksi(o, baris));
  }

  @Post(':riwayatId')
  async koreksi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('riwayatId', IdPipe) riwayatId: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const { o, baris } = await this.untukKoreksi(aktor, id, riwayatId);
    const ulang = (galat: GalatIsian[]): void => {
      res.status(422).render('ormas/status-koreksi', presentKoreksiStatus(o, baris, diketik(isi), galat));
    };
    const periksa = await periksaIsian(KoreksiStatusDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    const { versi, status, berlaku, alasan } = periksa.isian;
    const galat = await galatIsian(() =>
      this.status.koreksi(aktor, id, riwayatId, versi, {
        ...{ status: status === TIDAK_TERJADI ? null : status, berlaku, alasan },
      }),
    );
    if (galat) return ulang(galat);
    kilat(res.req, 'berhasil', 'Koreksi disimpan. Catatan yang keliru tetap terbaca dalam riwayat.');
    res.redirect(303, jalurOrmas.status(id));
  }

  private async untuk(aktor: Aktor, id: number): Promise<{ o: RincianOrmas; riwayat: BarisStatus[] }> {
    const o = await this.terperinci.rincian(aktor, id);
    if (!o.boleh.ubahStatus) throw new DomainError('tidak-berwenang');
    return { o, riwayat: await this.status.riwayat(id) };
  }

  private async untukKoreksi(
    aktor: Aktor,
    id: number,
    riwayatId: number,
  ): Promise<{ o: RincianOrmas; baris: BarisStatus }> {
    const o = await this.terperinci.rincian(aktor, id);
    if (!bolehKoreksiStatus(aktor, o)) throw new DomainError('tidak-berwenang');
    const riwayat = await this.status.riwayat(id);
    const baris = riwayat.find((r) => r.id === riwayatId);
    if (!baris) throw new DomainError('tidak-ditemukan');
    if (!dapatDikoreksi(riwayat, baris)) throw new DomainError('transisi-tidak-sah');
    return { o, baris };
  }
}

function diketik(isi: Record<string, unknown>): KetikanStatus {
  const teks = (k: keyof KetikanStatus): string => (typeof isi[k] === 'string' ? isi[k] : '');
  return { status: teks('status'), berlaku: teks('berlaku'), alasan: teks('alasan'), versi: teks('versi') };
}

/** What an act says of the fields of its form; null: it was done. */
async function galatIsian(tindakan: () => Promise<void>): Promise<GalatIsian[] | null> {
  try {
    await tindakan();
    return null;
  } catch (galat) {
    if (galat instanceof DomainError && galat.rincian.isian) return galat.rincian.isian;
    throw galat;
  }
}

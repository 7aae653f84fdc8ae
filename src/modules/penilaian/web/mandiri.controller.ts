import { Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { type Indikator } from '../../../iko/instrumen.js';
import { isMandiri } from '../../../iko/tingkat.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { BacaBuktiService } from '../baca-bukti.service.js';
import { TANPA_PERUBAHAN } from '../lampiran-tingkat.js';
import { MandiriService } from '../mandiri.service.js';
import { bolehNilaiMandiri } from '../penilaian.policy.js';
import { type HasilTerbuka } from '../penilaian.types.js';
import { mandiriBerikutnya } from './daftar-mandiri.js';
import { type KetikanMandiri, ketikanMandiri, presentMandiri } from './mandiri.presenter.js';
import { MandiriDto } from './penilaian.dto.js';
import { jalurPenilaian } from './penilaian.paths.js';
import { type AlamatTingkat, isianDari, teksDari, TempatTingkat, versiDari } from './tempat-tingkat.js';
import { UnggahanTingkat } from './unggahan-tingkat.js';

/** The secretary's way: read the levels, attach the evidence, choose. Nothing typed or uploaded is lost on the way. */
@Controller('penilaian/:tahun/ormas/:ormasId/mandiri/:indikator')
export class MandiriController {
  constructor(
    private readonly mandiri: MandiriService,
    private readonly baca: BacaBuktiService,
    private readonly tempat: TempatTingkat,
    private readonly unggahan: UnggahanTingkat,
  ) {}

  @Get()
  @Render('penilaian/mandiri')
  async formulir(@AktorIni() aktor: Aktor, @Param() alamat: AlamatTingkat) {
    const { hasil, indikator } = await this.dinilai(aktor, alamat);
    return this.halaman(aktor, hasil, indikator, ketikanMandiri(hasil, indikator), []);
  }

  @Post()
  async simpan(
    @AktorIni() aktor: Aktor,
    @Param() alamat: AlamatTingkat,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { hasil, indikator } = await this.dinilai(aktor, alamat);
    const { ormasId, periode } = hasil;
    const isi = isianDari(req);
    const kirim = isi.lanjut !== 'berkas';
    const versi = versiDari(isi);
    // What will be refused stores nothing: the act says why, with both versions.
    const basi = versi !== (hasil.tingkat[indikator.kode]?.versi ?? 0);
    const unggah = basi ? { bukti: TANPA_PERUBAHAN, galat: [], ketikan: {} } : await this.unggahan.ambil(req, ormasId);
    const periksa = await periksaIsian(MandiriDto, isi);
    const hasilnya = await this.mandiri.simpan(aktor, periode.tahun, ormasId, {
      ...unggah.bukti,
      indikator: indikator.kode,
      // A file that was refused may be the evidence of the level: it waits until the person has seen that.
      tingkat: kirim && periksa.ok && unggah.galat.length === 0 ? Number(periksa.isian.nilai) : null,
      versi,
    });
    const galat = [...unggah.galat, ...hasilnya.galat, ...(kirim && !periksa.ok ? periksa.galat : [])];
    if (galat.length > 0) {
      const { hasil: kini } = await this.tempat.cari(aktor, alamat);
      // The caption of what was pointed to and not found stays, as those of refused files do.
      const rujuk = galat.some((g) => g.bidang === 'rujuk') && { ket_rujuk: teksDari(isi.ket_rujuk) };
      const keterangan = { ...unggah.ketikan, ...rujuk };
      const ketikan = { nilai: teksDari(isi.nilai), keterangan, versi: hasilnya.versi };
      res.status(422).render('penilaian/mandiri', await this.halaman(aktor, kini, indikator, ketikan, galat));
      return;
    }
    if (!kirim) {
      kilat(req, 'berhasil', 'Berkas tersimpan. Tingkatnya dapat Anda kirim kapan saja selama periode terbuka.');
      res.redirect(303, jalurPenilaian.mandiri(periode.tahun, ormasId, indikator.kode));
      return;
    }
    // Read again: what is missing now, also where another person of the ormas has sent something meanwhile.
    const { hasil: kini } = await this.tempat.cari(aktor, alamat);
    const lanjut = mandiriBerikutnya(kini, indikator.kode);
    const pesan = lanjut ? `Berikutnya: ${lanjut.kode} ${lanjut.nama}` : 'Semua penilaian mandiri sudah terisi.';
    kilat(req, 'berhasil', `Terkirim. ${pesan}`);
    res.redirect(
      303,
      lanjut
        ? jalurPenilaian.mandiri(periode.tahun, ormasId, lanjut.kode)
        : jalurPenilaian.daftarMandiri(periode.tahun, ormasId),
    );
  }

  private async halaman(
    aktor: Aktor,
    hasil: HasilTerbuka,
    indikator: Indikator,
    ketikan: KetikanMandiri,
    galat: GalatIsian[],
  ) {
    const pilihan = await this.baca.pilihan(aktor, hasil.ormasId);
    return presentMandiri(aktor, hasil, indikator, { ketikan, galat, pilihan });
  }

  private async dinilai(aktor: Aktor, alamat: AlamatTingkat): Promise<{ hasil: HasilTerbuka; indikator: Indikator }> {
    const { hasil, indikator } = await this.tempat.cari(aktor, alamat);
    if (!bolehNilaiMandiri(aktor, { ormasId: hasil.ormasId, statusPeriode: hasil.periode.status }))
      throw new DomainError('tidak-berwenang');
    if (!isMandiri(indikator.sumber ?? 'V')) throw new DomainError('tidak-ditemukan');
    return { hasil, indikator };
  }
}

import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { BacaRujukanService } from '../baca-rujukan.service.js';
import { bolehUbahPemetaan } from '../pemetaan.policy.js';
import { type JenisRujukan } from '../pemetaan.types.js';
import { RujukanKlasterService } from '../rujukan-klaster.service.js';
import { AkhiriDto, BidangDto, KontakDto, LanjutkanDto, NamaBidangDto, NamaOpdDto, OpdDto } from './pemetaan.dto.js';
import { jalurPemetaan } from './pemetaan.paths.js';
import {
  type KetikanRujukan,
  namaKolom,
  presentBenda,
  presentRujukan,
  type TindakanRujukan,
} from './rujukan.presenter.js';

const JENIS: readonly JenisRujukan[] = ['opd', 'bidang'];
const TINDAKAN: readonly TindakanRujukan[] = ['kontak', 'nama', 'akhiri', 'lanjutkan'];
const PESAN: Readonly<Record<TindakanRujukan, string>> = {
  kontak: 'Kontak disimpan.',
  nama: 'Nama baru disimpan; nama lama tetap dalam riwayat.',
  akhiri: 'Tanggal akhir disimpan.',
  lanjutkan: 'Pengakhiran dibatalkan.',
};

type Isi = Record<string, unknown>;

/** What an address calls a list; anything else names nothing. */
function jenisDari(jenis: string): JenisRujukan {
  const ada = JENIS.find((j) => j === jenis);
  if (!ada) throw new DomainError('tidak-ditemukan');
  return ada;
}

/** What the form of an act holds, without the word of the act before each name; the version has none. */
function isianTindakan(tindakan: TindakanRujukan, isi: Isi): Isi {
  const awal = namaKolom(tindakan, '');
  const milik = Object.entries(isi).filter(([k]) => k.startsWith(awal));
  return { ...Object.fromEntries(milik.map(([k, v]) => [k.slice(awal.length), v])), versi: isi.versi };
}

const ketikan = (isi: Isi): KetikanRujukan =>
  Object.fromEntries(Object.entries(isi).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v.trim()]] : [])));

/** The lists of OPD and bidang. */
@Controller('klaster/pemetaan/:jenis')
export class RujukanController {
  constructor(
    private readonly baca: BacaRujukanService,
    private readonly rujukan: RujukanKlasterService,
  ) {}

  @Get()
  @Render('pemetaan/rujukan')
  async daftar(@AktorIni() aktor: Aktor, @Param('jenis') jenis: string) {
    return this.sajikanDaftar(aktor, jenisDari(jenis), { mulai: this.baca.hari() }, []);
  }

  @Post()
  async tambah(
    @AktorIni() aktor: Aktor,
    @Param('jenis') nama: string,
    @Body() isi: Isi,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const jenis = jenisDari(nama);
    const hasil = await (jenis === 'opd'
      ? simpan(OpdDto, isi, (d) => this.rujukan.tambah(aktor, jenis, { ...d, kontak: d.kontak ?? '', opd: '' }))
      : simpan(BidangDto, isi, (d) => this.rujukan.tambah(aktor, jenis, { ...d, namaLengkap: '', kontak: '' })));
    if (!hasil.ok) {
      const halaman = await this.sajikanDaftar(aktor, jenis, ketikan(isi), hasil.galat);
      return res.status(422).render('pemetaan/rujukan', halaman);
    }
    kilat(req, 'berhasil', jenis === 'opd' ? 'OPD ditambahkan.' : 'Bidang ditambahkan.');
    res.redirect(303, jalurPemetaan.benda(jenis, hasil.nilai));
  }

  @Get(':id')
  @Render('pemetaan/benda')
  async satu(@AktorIni() aktor: Aktor, @Param('jenis') jenis: string, @Param('id', IdPipe) id: number) {
    return this.sajikanBenda(aktor, jenisDari(jenis), id, { tindakan: null, isi: {}, galat: [] });
  }

  @Post(':id/:tindakan')
  async tindak(
    @AktorIni() aktor: Aktor,
    @Param() alamat: { jenis: string; tindakan: string },
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const jenis = jenisDari(alamat.jenis);
    const tindakan = TINDAKAN.find((t) => t === alamat.tindakan && (t !== 'kontak' || jenis === 'opd'));
    if (!tindakan) throw new DomainError('tidak-ditemukan');
    const isi = isianTindakan(tindakan, (req.body ?? {}) as Isi);
    const hasil = await this.kerjakan(aktor, jenis, id, tindakan, isi);
    if (!hasil.ok) {
      const galat = hasil.galat.map((g) => ({ ...g, bidang: namaKolom(tindakan, g.bidang) }));
      const lagi = { tindakan, isi: ketikan(isi), galat };
      return res.status(422).render('pemetaan/benda', await this.sajikanBenda(aktor, jenis, id, lagi));
    }
    kilat(req, 'berhasil', PESAN[tindakan]);
    res.redirect(303, jalurPemetaan.benda(jenis, id));
  }

  private kerjakan(
    aktor: Aktor,
    jenis: JenisRujukan,
    id: number,
    tindakan: TindakanRujukan,
    isi: Isi,
  ): Promise<Hasil<void>> {
    switch (tindakan) {
      case 'kontak':
        return simpan(KontakDto, isi, (d) => this.rujukan.ubahKontak(aktor, id, d.versi, d.kontak));
      case 'nama':
        return jenis === 'opd'
          ? simpan(NamaOpdDto, isi, (d) => this.rujukan.gantiNama(aktor, jenis, id, d.versi, d))
          : simpan(NamaBidangDto, isi, (d) =>
              this.rujukan.gantiNama(aktor, jenis, id, d.versi, { ...d, namaLengkap: '' }),
            );
      case 'akhiri':
        return simpan(AkhiriDto, isi, (d) => this.rujukan.akhiri(aktor, jenis, id, d.versi, d));
      case 'lanjutkan':
        return simpan(LanjutkanDto, isi, (d) =>
          this.rujukan.akhiri(aktor, jenis, id, d.versi, { alasan: d.alasan, sampai: null }),
        );
    }
  }

  private async sajikanDaftar(aktor: Aktor, jenis: JenisRujukan, isi: KetikanRujukan, galat: GalatIsian[]) {
    const daftar = await this.baca.daftar(aktor, jenis);
    const opd = jenis === 'opd' ? daftar : await this.baca.daftar(aktor, 'opd');
    const bolehUbah = bolehUbahPemetaan(aktor);
    return presentRujukan({ jenis, daftar, opd, hari: this.baca.hari(), bolehUbah, isi, galat });
  }

  private async sajikanBenda(
    aktor: Aktor,
    jenis: JenisRujukan,
    id: number,
    isian: { tindakan: TindakanRujukan | null; isi: KetikanRujukan; galat: GalatIsian[] },
  ) {
    const benda = await this.baca.satu(aktor, jenis, id);
    return presentBenda({ jenis, benda, hari: this.baca.hari(), bolehUbah: bolehUbahPemetaan(aktor), ...isian });
  }
}

type Hasil<T> = { ok: true; nilai: T } | { ok: false; galat: GalatIsian[] };

/** Checks and stores; gives the faults of the fields back. */
async function simpan<D extends object, T>(
  dto: new () => D,
  isi: Isi,
  tulis: (isian: D) => Promise<T>,
): Promise<Hasil<T>> {
  const periksa = await periksaIsian(dto, isi);
  if (!periksa.ok) return periksa;
  try {
    return { ok: true, nilai: await tulis(periksa.isian) };
  } catch (galat) {
    if (galat instanceof DomainError && galat.rincian.isian) return { ok: false, galat: galat.rincian.isian };
    throw galat;
  }
}

import { Controller, Get, Param, ParseIntPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BacaKegiatanService } from '../baca-kegiatan.service.js';
import { kekuranganLaporan, pertentanganIsian } from '../kegiatan.aturan.js';
import { bolehKegiatan, bolehTulisKegiatan } from '../kegiatan.policy.js';
import { KegiatanService } from '../kegiatan.service.js';
import { ISIAN_KOSONG, type IsianKegiatan, type KegiatanRinci, type OrmasKegiatan } from '../kegiatan.types.js';
import { RujukanKegiatanService } from '../rujukan-kegiatan.service.js';
import { presentFormulir, presentPeriksa, presentTandaTerima, tempatBidang } from './formulir.presenter.js';
import { type HasilUrai, mentahDari, uraiIsian } from './kegiatan.dto.js';
import { jalurKegiatan } from './kegiatan.paths.js';
import { type HasilUnggah, TANPA_UNGGAHAN, UnggahanBukti } from './unggahan-bukti.js';

/** The secretary's way: fill in, attach, check, send, receive a receipt. Nothing typed or uploaded is lost on the way. */
@Controller()
export class LaporanKegiatanController {
  constructor(
    private readonly kegiatan: KegiatanService,
    private readonly baca: BacaKegiatanService,
    private readonly rujukan: RujukanKegiatanService,
    private readonly unggahan: UnggahanBukti,
    private readonly clock: Clock,
  ) {}

  @Get('ormas/:ormasId/kegiatan/baru')
  @Render('kegiatan/formulir')
  async baru(@AktorIni() aktor: Aktor, @Param('ormasId', ParseIntPipe) ormasId: number) {
    const ormas = await this.ormasTertulis(aktor, ormasId);
    return this.formulir(ormas, null, mentahDari({ ...ISIAN_KOSONG, bidangId: ormas.bidangId }), []);
  }

  @Post('ormas/:ormasId/kegiatan/baru')
  async simpan(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', ParseIntPipe) ormasId: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const ormas = await this.ormasTertulis(aktor, ormasId);
    const urai = await this.urai(ormasId, req, { ...ISIAN_KOSONG });
    const unggah = await this.unggahan.ambil(req, ormasId);
    if (!urai.isian.judul && unggah.bukti.tambah.length === 0) {
      const kosong: GalatIsian[] = [{ bidang: 'judul', pesan: 'Isi nama kegiatan agar draf dapat disimpan.' }];
      // Whoever wants to send hears of everything at once.
      if (inginPeriksa(req)) {
        const syarat = { hariIni: this.hariIni(), pertamaPada: null, terhenti: await this.baca.terhenti(ormasId) };
        kosong.push(...kekuranganLaporan(urai.isian, [], syarat));
      }
      res
        .status(422)
        .render(
          'kegiatan/formulir',
          await this.formulir(ormas, null, urai.mentah, satuPerBidang(urai.galat, unggah.galat, kosong), unggah),
        );
      return;
    }
    const id = await this.kegiatan.simpanDraf(aktor, ormasId, urai.isian, unggah.bukti.tambah);
    await this.lanjut(aktor, id, { urai, unggah }, req, res);
  }

  @Get('kegiatan/:id/ubah')
  @Render('kegiatan/formulir')
  async ubah(@AktorIni() aktor: Aktor, @Param('id', ParseIntPipe) id: number) {
    const k = await this.dapatDiubah(aktor, id);
    return this.formulir(ormasDari(k), k, mentahDari(k.isian), []);
  }

  @Post('kegiatan/:id/ubah')
  async simpanUbahan(
    @AktorIni() aktor: Aktor,
    @Param('id', ParseIntPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const k = await this.dapatDiubah(aktor, id);
    const urai = await this.urai(k.ormasId, req, k.isian);
    const versi = versiDari(req);
    // What will be refused stores nothing: `ubah` says why, with both versions where they differ.
    const ditolak = k.versi !== versi || !bolehKegiatan(aktor, 'ubah', k);
    const unggah = ditolak ? TANPA_UNGGAHAN : await this.unggahan.ambil(req, k.ormasId);
    if (k.status !== 'draf') pertahankanWajib(urai, k.isian);
    await this.kegiatan.ubah(aktor, id, versi, urai.isian, unggah.bukti);
    await this.lanjut(aktor, id, { urai, unggah }, req, res);
  }

  @Get('kegiatan/:id/periksa')
  async periksa(@AktorIni() aktor: Aktor, @Param('id', ParseIntPipe) id: number, @Res() res: Response): Promise<void> {
    const k = await this.baca.rinci(aktor, id);
    if (bolehKegiatan(aktor, 'ajukan', k)) return res.render('kegiatan/periksa', presentPeriksa(k, this.kurang(k)));
    if (!bolehTulisKegiatan(aktor, k.ormasId)) throw new DomainError('tidak-berwenang');
    // Sent since: who turns back to this page finds the report as it stands.
    res.redirect(303, jalurKegiatan.rinci(id));
  }

  @Post('kegiatan/:id/ajukan')
  async ajukan(
    @AktorIni() aktor: Aktor,
    @Param('id', ParseIntPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    try {
      await this.kegiatan.ajukan(aktor, id, versiDari(req));
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const k = await this.baca.rinci(aktor, id);
      res.status(422).render('kegiatan/periksa', presentPeriksa(k, galat.rincian.isian));
      return;
    }
    res.redirect(303, jalurKegiatan.tandaTerima(id));
  }

  @Get('kegiatan/:id/tanda-terima')
  @Render('kegiatan/tanda-terima')
  async tandaTerima(@AktorIni() aktor: Aktor, @Param('id', ParseIntPipe) id: number) {
    return presentTandaTerima(await this.baca.terkirim(aktor, id));
  }

  /** After saving: back to the form with what is wrong, on to the check, or back to the draft. */
  private async lanjut(
    aktor: Aktor,
    id: number,
    { urai, unggah }: { urai: HasilUrai; unggah: HasilUnggah },
    req: Request,
    res: Response,
  ): Promise<void> {
    const periksa = inginPeriksa(req);
    const k = await this.baca.rinci(aktor, id);
    const galat = satuPerBidang(
      urai.galat,
      unggah.galat,
      periksa ? this.kurang(k).filter((g) => !terisi(g, urai)) : [],
    );
    if (galat.length > 0) {
      res.status(422).render('kegiatan/formulir', await this.formulir(ormasDari(k), k, urai.mentah, galat, unggah));
      return;
    }
    if (periksa) return res.redirect(303, jalurKegiatan.periksa(id));
    kilat(req, 'berhasil', 'Draf tersimpan. Anda dapat meneruskannya kapan saja.');
    res.redirect(303, jalurKegiatan.ubah(id));
  }

  /** Reads the fields; those that contradict each other or point to nothing keep what is stored. */
  private async urai(ormasId: number, req: Request, dasar: IsianKegiatan): Promise<HasilUrai> {
    const urai = await uraiIsian(req.body, dasar);
    const galat = [...pertentanganIsian(urai.isian), ...(await this.rujukan.salahRujuk(ormasId, urai.isian))];
    const isian = { ...urai.isian };
    for (const { bidang } of galat) {
      if (bidang === 'tanggalSelesai') {
        isian.tanggalMulai = dasar.tanggalMulai;
        isian.tanggalSelesai = dasar.tanggalSelesai;
      } else {
        Object.assign(isian, { [bidang]: null });
      }
    }
    return { isian, mentah: urai.mentah, galat: satuPerBidang(urai.galat, galat) };
  }

  private async ormasTertulis(aktor: Aktor, ormasId: number): Promise<OrmasKegiatan> {
    const ormas = await this.baca.ormas(aktor, ormasId);
    if (!bolehTulisKegiatan(aktor, ormasId)) throw new DomainError('tidak-berwenang');
    return ormas;
  }

  private async dapatDiubah(aktor: Aktor, id: number): Promise<KegiatanRinci> {
    const k = await this.baca.rinci(aktor, id);
    if (!bolehTulisKegiatan(aktor, k.ormasId)) throw new DomainError('tidak-berwenang');
    return k;
  }

  private kurang(k: KegiatanRinci): GalatIsian[] {
    return kekuranganLaporan(k.isian, k.bukti, {
      hariIni: this.hariIni(),
      pertamaPada: k.diajukanPertamaPada,
      terhenti: k.terhenti,
    });
  }

  private hariIni(): string {
    return tanggalWib(this.clock.sekarang());
  }

  private async formulir(
    ormas: Pick<OrmasKegiatan, 'id' | 'nama'>,
    kegiatan: KegiatanRinci | null,
    mentah: Record<keyof IsianKegiatan, string>,
    galat: GalatIsian[],
    unggah?: HasilUnggah,
  ) {
    const pilihan = await this.rujukan.pilihan(ormas.id);
    return presentFormulir({
      ormas,
      kegiatan,
      mentah,
      galat,
      pilihan,
      hariIni: this.hariIni(),
      keteranganDitolak: unggah?.keteranganDitolak ?? {},
    });
  }
}

/** Whether the sender asked for the check that comes before sending, and not for a draft. */
const inginPeriksa = (req: Request): boolean => (req.body as Record<string, unknown>).lanjut === 'periksa';

const ormasDari = (k: KegiatanRinci): { id: number; nama: string } => ({ id: k.ormasId, nama: k.ormasNama });

/** The version of the report that the sender has seen; 0 (never a version) when the form does not say. */
function versiDari(req: Request): number {
  const versi = Number((req.body as Record<string, unknown>).versi);
  return Number.isSafeInteger(versi) ? versi : 0;
}

/** A returned report keeps its title and dates when they were emptied by mistake; the form says so. */
function pertahankanWajib(urai: HasilUrai, lama: IsianKegiatan): void {
  if (!urai.isian.judul) {
    urai.isian.judul = lama.judul;
    urai.galat.push({ bidang: 'judul', pesan: 'Isi nama kegiatan.' });
  }
  if (!urai.isian.tanggalMulai || !urai.isian.tanggalSelesai) {
    urai.isian.tanggalMulai = lama.tanggalMulai;
    urai.isian.tanggalSelesai = lama.tanggalSelesai;
    urai.galat.push({ bidang: 'tanggalMulai', pesan: 'Isi tanggal kegiatan.' });
  }
}

/** A day that was typed, but not stored because it contradicts the other, is not missing: its own fault has been told. */
const terisi = ({ bidang }: GalatIsian, { mentah, galat }: HasilUrai): boolean =>
  bidang === 'tanggalMulai' && mentah.tanggalMulai !== '' && galat.some((g) => g.bidang === 'tanggalSelesai');

/** One sentence per field, the first one said; in the order of the form. */
function satuPerBidang(...daftar: GalatIsian[][]): GalatIsian[] {
  const per = new Map<string, GalatIsian>();
  for (const g of daftar.flat()) if (!per.has(g.bidang)) per.set(g.bidang, g);
  return [...per.values()].sort((a, b) => tempatBidang(a.bidang) - tempatBidang(b.bidang));
}

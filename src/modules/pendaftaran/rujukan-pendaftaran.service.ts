import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { berlakuPada, pemetaanPada } from '../klaster/pemetaan.js';
import { saranBidang } from '../klaster/saran-klaster.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { teks } from './pendaftaran.aturan.js';
import { type Jawaban, type Rujukan, type SaranPendaftaran } from './pendaftaran.types.js';

/** The choices of the form that come out of the reference data. */
@Injectable()
export class RujukanPendaftaranService {
  constructor(
    private readonly klaster: KlasterService,
    private readonly wilayah: WilayahService,
    private readonly clock: Clock,
  ) {}

  /** Bidang and kelurahan by id as text, in the order in which a form offers them. */
  async ambil(): Promise<Rujukan> {
    const [klaster, wilayah] = await Promise.all([this.klaster.data(), this.wilayah.data()]);
    const hari = tanggalWib(this.clock.sekarang());
    return {
      bidang: new Map(klaster.bidang.map((b) => [String(b.id), b.nama])),
      bidangTertutup: new Set(klaster.bidang.filter((b) => !berlakuPada(b, hari)).map((b) => String(b.id))),
      kelurahan: new Map(wilayah.kelurahan.map((k) => [String(k.id), `${k.kelurahan} (Kecamatan ${k.kecamatan})`])),
    };
  }

  /** The bidang that name and purpose of an application speak for, of those that may be chosen today. */
  async saran(jawaban: Jawaban): Promise<SaranPendaftaran[]> {
    const { bidang, pemetaan, opdPerId } = await this.klaster.data();
    const hari = tanggalWib(this.clock.sekarang());
    const perKode = new Map(bidang.filter((b) => berlakuPada(b, hari)).map((b) => [b.kode, b]));
    const isi = { nama: teks(jawaban, 'nama'), bidang: '', tujuan: teks(jawaban, 'tujuan') };
    return saranBidang(isi).flatMap((s) => {
      const b = perKode.get(s.bidang);
      if (!b) return [];
      const opd = opdPerId.get(pemetaanPada(pemetaan, b.id, hari)?.opdId ?? 0)?.nama ?? 'belum ditetapkan';
      return [{ bidangId: String(b.id), opd, kata: s.kata }];
    });
  }
}

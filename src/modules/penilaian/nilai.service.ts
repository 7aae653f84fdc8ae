import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { sha256 } from '../../common/sidik.js';
import { type HasilOrmas, ulangi } from '../../iko/nilai-ormas.js';
import { AuditService, type BarisAudit } from '../audit/audit.service.js';
import { kecualiDraf } from '../ormas/linimasa.js';
import { BacaBuktiService } from './baca-bukti.service.js';
import { InstrumenService } from './instrumen.service.js';
import { kunciKeputusan, type MasukanBeku } from './penilaian.masukan.js';
import { objekNilai } from './penilaian.objek.js';
import { bolehLihatHasil } from './penilaian.policy.js';
import { type HasilTerbuka, type TingkatTersimpan } from './penilaian.types.js';
import { PeriodeService } from './periode.service.js';
import { bacaRujukan } from './penilaian.rujukan.js';

interface BarisOrmas {
  /** Whose score it is to read: its own or, once it was merged, that of the entry that holds. */
  pemilikId: number;
  nama: string;
  opdId: number | null;
  opd: string | null;
}
type Centang = 'adaBerkas' | 'adaBerkasMandiri';
type BarisHasil = Pick<
  NonNullable<HasilTerbuka['hasil']>,
  | 'id'
  | 'hitungId'
  | 'status'
  | 'skor'
  | 'tingkat'
  | 'sebutan'
  | 'cakupan'
  | 'masukanHash'
  | 'instrumenHash'
  | 'dihitungPada'
> & { opdId: number | null; opd: string | null; ditandai: 0 | 1; sementara: 0 | 1; masukan: string; jejak: string };

/** One score with everything behind it: how it arose, from which inputs, who set which level, and whether it can be replayed. */
@Injectable()
export class NilaiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly periode: PeriodeService,
    private readonly instrumen: InstrumenService,
    private readonly audit: AuditService,
    private readonly baca: BacaBuktiService,
  ) {}

  /**
   * The score of one ormas in the run that counts, opened; without a result when there is none yet.
   * @throws DomainError `tidak-ditemukan`, also for what the actor may not see
   */
  async buka(aktor: Aktor, tahun: number, ormasId: number): Promise<HasilTerbuka> {
    const periode = await this.periode.untukTahun(tahun);
    const [ormas] = await this.db.query<BarisOrmas[]>(
      `SELECT COALESCE(o.digabung_ke, o.id) AS pemilikId, o.nama, o.opd_id AS opdId, p.nama AS opd
       FROM ormas o LEFT JOIN opd p ON p.id = o.opd_id WHERE o.id = ?`,
      [ormasId],
    );
    const hasil = periode.hitungId === null ? undefined : await this.bacaHasil(periode.hitungId, ormasId);
    const milik = {
      opdId: hasil ? hasil.opdId : (ormas?.opdId ?? null),
      opd: hasil ? hasil.opd : (ormas?.opd ?? null),
    };
    if (!ormas || !bolehLihatHasil(aktor, { ormasId: ormas.pemilikId, opdId: milik.opdId }))
      throw new DomainError('tidak-ditemukan');
    const { isi } = await this.instrumen.ambil(periode.instrumenId);
    const masukan = hasil ? (JSON.parse(hasil.masukan) as MasukanBeku) : null;
    const rujukan = masukan?.rujukan ?? {};
    const pemilik = { ormasId, opdId: ormas.opdId };
    const dihitung = isi.domain.flatMap((d) => d.indikator.flatMap((i) => rujukan[kunciKeputusan(i.kode)] ?? []));
    return {
      ormasId,
      nama: ormas.nama,
      ...milik,
      periode,
      instrumen: isi,
      tingkat: await this.tingkatTersimpan(periode.id, ormasId),
      bukti: await this.baca.bukti(aktor, pemilik, periode.id),
      putusan: await this.baca.putusan(aktor, pemilik, dihitung),
      putusanKini: await this.baca.putusanKini(aktor, pemilik, periode.id),
      rujukan: await bacaRujukan(this.db.manager, rujukan),
      hasil: hasil ? { ...(await this.peringkat(hasil)), ...lengkapi(hasil) } : null,
    };
  }

  /**
   * Everything that happened to one score, newest first: levels set, and each computing; drafts for its ormas alone. Same
   * rights as `buka`.
   */
  async riwayat(aktor: Aktor, tahun: number, ormasId: number): Promise<BarisAudit[]> {
    await this.buka(aktor, tahun, ormasId);
    return this.audit.riwayat('nilai', objekNilai(tahun, ormasId), 50, kecualiDraf(aktor, ormasId));
  }

  /**
   * Computes a stored result again from its frozen input and its instrument.
   * @returns whether input hash, instrument hash and every byte of the outcome are the same
   * @throws DomainError `tidak-ditemukan`
   */
  async putarUlang(hasilId: number): Promise<{ sama: boolean; jejak: string }> {
    const [baris] = await this.db.query<
      { masukan: string; jejak: string; masukanHash: string; instrumenHash: string; instrumenId: number }[]
    >(
      `SELECT r.masukan, r.jejak, r.masukan_hash AS masukanHash, r.instrumen_hash AS instrumenHash,
         h.instrumen_id AS instrumenId
       FROM hasil_iko r JOIN hitung h ON h.id = r.hitung_id WHERE r.id = ?`,
      [hasilId],
    );
    if (!baris) throw new DomainError('tidak-ditemukan');
    const instrumen = await this.instrumen.ambil(baris.instrumenId);
    const jejak = ulangi(instrumen.penilai, baris.masukan);
    const sama =
      jejak === baris.jejak && sha256(baris.masukan) === baris.masukanHash && instrumen.hash === baris.instrumenHash;
    return { sama, jejak };
  }

  private async bacaHasil(hitungId: number, ormasId: number): Promise<BarisHasil | undefined> {
    const [hasil] = await this.db.query<BarisHasil[]>(
      `SELECT h.id, h.hitung_id AS hitungId, h.opd_id AS opdId, p.nama AS opd, h.status, h.ditandai, h.skor, h.tingkat,
         h.sebutan, h.cakupan, h.sementara, h.masukan, h.jejak, h.masukan_hash AS masukanHash,
         h.instrumen_hash AS instrumenHash, h.dihitung_pada AS dihitungPada
       FROM hasil_iko h LEFT JOIN opd p ON p.id = h.opd_id WHERE h.hitung_id = ? AND h.ormas_id = ?`,
      [hitungId, ormasId],
    );
    return hasil;
  }

  /** Place among the complete scores of the run; null for a provisional one, which is never ranked. */
  private async peringkat(hasil: BarisHasil): Promise<{ peringkat: number | null; dariBerapa: number }> {
    const [baris] = await this.db.query<{ atas: string; semua: string }[]>(
      `SELECT COALESCE(SUM(skor > ?), 0) AS atas, COUNT(*) AS semua
       FROM hasil_iko WHERE hitung_id = ? AND sementara = 0`,
      [hasil.skor, hasil.hitungId],
    );
    const ada = hasil.sementara === 0 && hasil.skor !== null;
    return { peringkat: ada ? Number(baris?.atas) + 1 : null, dariBerapa: Number(baris?.semua ?? 0) };
  }

  private async tingkatTersimpan(periodeId: number, ormasId: number): Promise<Record<string, TingkatTersimpan>> {
    const baris = await this.db.query<(Omit<TingkatTersimpan, Centang> & Record<Centang, string | number>)[]>(
      `SELECT t.indikator, t.tingkat_mandiri AS mandiri, t.ada_berkas AS adaBerkas,
         EXISTS (SELECT 1 FROM bukti_tingkat b WHERE b.tingkat_id = t.id AND b.pihak = 'ormas') AS adaBerkasMandiri, t.tingkat_petugas AS petugas,
         t.tingkat_akhir AS akhir, t.tak_berlaku AS takBerlaku, t.alasan, a.nama AS oleh, t.ditetapkan_pada AS pada, t.versi
       FROM tingkat_indikator t LEFT JOIN akun a ON a.id = t.ditetapkan_oleh
       WHERE t.periode_id = ? AND t.ormas_id = ?`,
      [periodeId, ormasId],
    );
    return Object.fromEntries(
      baris.map((b) => [
        b.indikator,
        { ...b, adaBerkas: Number(b.adaBerkas) === 1, adaBerkasMandiri: Number(b.adaBerkasMandiri) === 1 },
      ]),
    );
  }
}

function lengkapi(b: BarisHasil): Omit<NonNullable<HasilTerbuka['hasil']>, 'peringkat' | 'dariBerapa'> {
  const isi = JSON.parse(b.jejak) as HasilOrmas;
  return {
    id: b.id,
    hitungId: b.hitungId,
    status: b.status,
    ditandai: b.ditandai === 1,
    skor: b.skor,
    tingkat: b.tingkat,
    sebutan: b.sebutan,
    cakupan: b.cakupan,
    sementara: b.sementara === 1,
    domain: isi.hasil?.domain ?? {},
    bendera: isi.penanda,
    asal: isi.asal,
    jejak: isi.hasil?.jejak ?? null,
    masukanHash: b.masukanHash,
    instrumenHash: b.instrumenHash,
    dihitungPada: b.dihitungPada,
  };
}

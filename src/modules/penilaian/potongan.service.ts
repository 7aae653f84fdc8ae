import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { sha256 } from '../../common/sidik.js';
import { tanggalWib } from '../../common/tanggal.js';
import { periksaFakta } from '../../iko/fakta.js';
import { type HasilOrmas, bekukan, nilaiOrmas, tulisHasil } from '../../iko/nilai-ormas.js';
import { sisipSiap } from '../../infra/database/sisip-siap.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, type CatatanAudit } from '../audit/audit.service.js';
import { InstrumenService, type InstrumenSiapPakai } from './instrumen.service.js';
import { kumpulkanMasukan, type JendelaPeriode, type MasukanBeku } from './penilaian.masukan.js';
import { objekNilai } from './penilaian.objek.js';
import { type StatusHitung } from './penilaian.types.js';
import { PenyelesaianService } from './penyelesaian.service.js';

const KOLOM_HASIL = [
  'hitung_id',
  'periode_id',
  'ormas_id',
  'opd_id',
  'status',
  'ditandai',
  'skor',
  'tingkat',
  'sebutan',
  'cakupan',
  'sementara',
  'domain',
  'bendera',
  'masukan',
  'jejak',
  'masukan_hash',
  'instrumen_hash',
  'dihitung_pada',
] as const;

const BERJALAN: readonly StatusHitung[] = ['menunggu', 'berjalan'];

interface BarisHitung {
  periodeId: number;
  instrumenId: number;
  status: StatusHitung;
  dibuatPada: Date;
}

/**
 * The worker's side of a run. A chunk is one transaction: either all its results are there or none, and a chunk that is
 * done is left alone, so that being delivered twice, or killed half way, changes nothing. Results count for readers only
 * when the period points to the run, which happens once, when the last chunk is in.
 */
@Injectable()
export class PotonganService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly instrumen: InstrumenService,
    private readonly penyelesaian: PenyelesaianService,
    private readonly clock: Clock,
  ) {}

  /** Scores the ormas of one chunk, and completes the run when it was the last. Idempotent. */
  async kerjakanPotongan(potonganId: number): Promise<void> {
    const hitungId = await this.tandaiBerjalan(potonganId);
    if (hitungId === null) return;
    await this.transaksi.jalankan((em) => this.nilaiPotongan(em, potonganId, hitungId));
    await this.penyelesaian.selesaikanBilaLengkap(hitungId);
  }

  /** The first chunk to arrive says that the run has begun; a transaction of its own, so that no chunk waits here. */
  private async tandaiBerjalan(potonganId: number): Promise<number | null> {
    return this.transaksi.jalankan(async (em) => {
      const [hitung] = await em.query<{ id: number; status: StatusHitung }[]>(
        'SELECT h.id, h.status FROM hitung_potongan p JOIN hitung h ON h.id = p.hitung_id WHERE p.id = ?',
        [potonganId],
      );
      if (hitung?.status === 'menunggu')
        await em.query(
          "UPDATE hitung SET status = 'berjalan', mulai_pada = COALESCE(mulai_pada, ?) WHERE id = ? AND status = 'menunggu'",
          [this.clock.sekarang(), hitung.id],
        );
      return hitung?.id ?? null;
    });
  }

  private async nilaiPotongan(em: EntityManager, potonganId: number, hitungId: number): Promise<void> {
    const [hitung] = await em.query<BarisHitung[]>(
      'SELECT periode_id AS periodeId, instrumen_id AS instrumenId, status, dibuat_pada AS dibuatPada FROM hitung WHERE id = ?',
      [hitungId],
    );
    if (!hitung) return;
    // Period and run are held in common by all chunks at work, so that neither changes under them; see HitungService.
    const [periode] = await em.query<JendelaPeriode[]>(
      'SELECT id, tahun, mulai, akhir FROM periode WHERE id = ? LOCK IN SHARE MODE',
      [hitung.periodeId],
    );
    const [terkunci] = await em.query<Pick<BarisHitung, 'status'>[]>(
      'SELECT status FROM hitung WHERE id = ? LOCK IN SHARE MODE',
      [hitungId],
    );
    const [potongan] = await em.query<{ ormas: string; status: string }[]>(
      'SELECT ormas, status FROM hitung_potongan WHERE id = ? FOR UPDATE',
      [potonganId],
    );
    // A run that was given up while this chunk waited writes nothing more.
    if (!periode || !terkunci || !BERJALAN.includes(terkunci.status) || potongan?.status !== 'menunggu') return;

    const instrumen = await this.instrumen.ambil(hitung.instrumenId);
    // The day of the run, not of the chunk: all chunks count alike, also one that is taken up again days later.
    const hari = tanggalWib(hitung.dibuatPada);
    const masukan = await kumpulkanMasukan(em, periode, JSON.parse(potongan.ormas) as number[], hari);
    const dinilai = masukan.map((m) => nilaiSatu(instrumen, m));
    const kini = this.clock.sekarang();
    await sisipSiap(
      em,
      'hasil_iko',
      KOLOM_HASIL,
      dinilai.map((d) => barisHasil(d, { hitungId, periodeId: periode.id, instrumenHash: instrumen.hash, kini })),
    );
    await this.audit.catat(em, AKTOR_SISTEM, ...dinilai.map((d) => catatanHasil(d, periode.tahun, hitungId)));
    await em.query("UPDATE hitung_potongan SET status = 'selesai', selesai_pada = ? WHERE id = ?", [kini, potonganId]);
  }
}

interface Dinilai {
  masukan: MasukanBeku;
  hasil: HasilOrmas;
  beku: string;
  hash: string;
}

/** @throws DomainError `isian-tidak-sah` when the facts contradict themselves: a wrong query must not become a score */
function nilaiSatu(instrumen: InstrumenSiapPakai, masukan: MasukanBeku): Dinilai {
  const keliru = periksaFakta(masukan.fakta);
  if (keliru.length > 0) throw new DomainError('isian-tidak-sah', `Ormas nomor ${masukan.id}: ${keliru.join(' ')}`);
  const beku = bekukan(masukan);
  return { masukan, hasil: nilaiOrmas(instrumen.penilai, masukan), beku, hash: sha256(beku) };
}

function barisHasil(
  { masukan, hasil, beku, hash }: Dinilai,
  k: { hitungId: number; periodeId: number; instrumenHash: string; kini: Date },
): (string | number | Date | null)[] {
  const skor = hasil.hasil;
  return [
    k.hitungId,
    k.periodeId,
    Number(hasil.id),
    masukan.opdId,
    skor ? 'dinilai' : 'profil-saja',
    hasil.masa === 'ditandai' ? 1 : 0,
    skor?.skor ?? null,
    skor?.tingkat ?? null,
    skor?.sebutan ?? null,
    skor?.cakupan ?? null,
    skor && !skor.sementara ? 0 : 1,
    JSON.stringify(skor?.domain ?? {}),
    JSON.stringify(hasil.penanda),
    beku,
    tulisHasil(hasil),
    hash,
    k.instrumenHash,
    k.kini,
  ];
}

/** One row per score in the trail, so that its own timeline says when it was computed, to what, from which input. */
function catatanHasil({ hasil, hash }: Dinilai, tahun: number, hitungId: number): CatatanAudit {
  const skor = hasil.hasil;
  return {
    aksi: 'nilai.hitung',
    objek: 'nilai',
    objekId: objekNilai(tahun, Number(hasil.id)),
    ormasId: Number(hasil.id),
    ringkasan: !skor
      ? `IKO ${tahun}: profil saja, terdaftar kurang dari satu tahun.`
      : skor.skor === null
        ? `IKO ${tahun}: belum ada indikator yang dapat dinilai.`
        : `IKO ${tahun} dihitung: ${skor.skor.replace('.', ',')} (${skor.sebutan ?? ''}${skor.sementara ? ', sementara' : ''}).`,
    rincian: { hitung: hitungId, masukan: hash },
  };
}

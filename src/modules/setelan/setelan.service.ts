import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { Simpanan } from '../../common/simpanan.js';
import { kunciGanda, Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { Setelan } from './setelan.entity.js';
import { bolehUbahSetelan } from './setelan.policy.js';
import { ringkasSetelan } from './setelan.ringkas.js';
import { SETELAN_BAWAAN, type SetelanKantor } from './setelan.types.js';

const KUNCI = 'kantor';
/** How long a process may show settings that another process has changed. */
const UMUR_MS = 5_000;

/** Settings as stored; `versi` 0: the defaults, nothing stored yet. */
export interface SetelanBerversi {
  versi: number;
  isi: SetelanKantor;
}

/** The settings of the office: read often (kept per process, its version looked up again), changed rarely. */
@Injectable()
export class SetelanService {
  private readonly simpanan: Simpanan<SetelanKantor>;

  constructor(
    @InjectRepository(Setelan) private readonly setelan: Repository<Setelan>,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    clock: Clock,
  ) {
    this.simpanan = new Simpanan(
      clock,
      UMUR_MS,
      async () => dariBaris(await this.setelan.findOneBy({ kunci: KUNCI })).isi,
    );
  }

  /** The settings in force; at most five seconds behind a change made in another process. */
  baca(): Promise<SetelanKantor> {
    return this.simpanan.ambil();
  }

  /**
   * The settings with their version, fresh, for the page that changes them.
   * @throws DomainError `tidak-berwenang` unless the policy allows it
   */
  async bacaUntukUbah(aktor: Aktor): Promise<SetelanBerversi> {
    if (!bolehUbahSetelan(aktor)) throw new DomainError('tidak-berwenang');
    return dariBaris(await this.setelan.findOneBy({ kunci: KUNCI }));
  }

  /**
   * Replaces the settings.
   * @param versi the version the person has seen (0: none stored yet)
   * @throws DomainError `tidak-berwenang`; `versi-berbeda` with both versions when somebody else was faster
   */
  async ubah(aktor: Aktor, versi: number, isi: SetelanKantor): Promise<void> {
    if (!bolehUbahSetelan(aktor)) throw new DomainError('tidak-berwenang');
    await this.transaksi.jalankan(async (em) => {
      const lama = dariBaris(await em.findOneBy(Setelan, { kunci: KUNCI }));
      const tersimpan = lama.versi === versi && (await this.tulis(em, versi, isi));
      if (!tersimpan) {
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'setelan', KUNCI)),
          milikAnda: ringkasSetelan(isi),
          tersimpan: ringkasSetelan(dariBaris(await em.findOneBy(Setelan, { kunci: KUNCI })).isi),
        });
      }
      await this.audit.catat(em, aktor, {
        aksi: 'setelan.ubah',
        objek: 'setelan',
        objekId: KUNCI,
        ringkasan: 'Setelan kantor diubah',
        rincian: { sebelum: lama.isi, sesudah: isi },
      });
    });
    this.simpanan.lupakan();
  }

  /**
   * Puts another emblem into the letterhead (or none) within the caller's transaction; call `segarkan` after it.
   * @throws DomainError `tidak-berwenang`; `versi-berbeda` when the settings change at the same moment
   */
  async ubahLambang(em: EntityManager, aktor: Aktor, lambang: SetelanKantor['lambang']): Promise<void> {
    if (!bolehUbahSetelan(aktor)) throw new DomainError('tidak-berwenang');
    const { isi, versi } = dariBaris(await em.findOneBy(Setelan, { kunci: KUNCI }));
    if (!(await this.tulis(em, versi, { ...isi, lambang }))) throw new DomainError('versi-berbeda');
    await this.audit.catat(em, aktor, {
      aksi: 'setelan.lambang',
      objek: 'setelan',
      objekId: KUNCI,
      ringkasan: lambang ? 'Lambang pada kop surat diganti' : 'Lambang pada kop surat dihapus',
      rincian: { sebelum: isi.lambang, sesudah: lambang },
    });
  }

  /** Lets the next reader of this process see what was changed. */
  segarkan(): void {
    this.simpanan.lupakan();
  }

  private async tulis(em: EntityManager, versi: number, isi: SetelanKantor): Promise<boolean> {
    const nilai = JSON.stringify(isi);
    if (versi > 0) {
      const { affected } = await em.update(Setelan, { kunci: KUNCI, versi }, { nilai, versi: versi + 1 });
      return affected === 1;
    }
    try {
      await em.insert(Setelan, { kunci: KUNCI, nilai, versi: 1 });
      return true;
    } catch (galat) {
      if (kunciGanda(galat)) return false;
      throw galat;
    }
  }
}

/**
 * The settings as they were in force at an instant, within the reader's own transaction: what was printed then. The first
 * change after it keeps what stood before.
 */
export async function setelanPada(em: EntityManager, saat: Date): Promise<SetelanKantor> {
  const [ubah] = await em.query<{ rincian: string | null }[]>(
    "SELECT rincian FROM audit WHERE objek = 'setelan' AND objek_id = ? AND aksi = 'setelan.ubah' AND waktu > ? ORDER BY id LIMIT 1",
    [KUNCI, saat],
  );
  const { sebelum } = JSON.parse(ubah?.rincian ?? '{}') as { sebelum?: SetelanKantor };
  return sebelum ?? dariBaris(await em.findOneBy(Setelan, { kunci: KUNCI })).isi;
}

/** Stored settings lie over the defaults, so that a setting added later has its default in an older database. */
function dariBaris(baris: Setelan | null): SetelanBerversi {
  const tersimpan = baris ? (JSON.parse(baris.nilai) as Partial<SetelanKantor>) : {};
  return { versi: baris?.versi ?? 0, isi: { ...SETELAN_BAWAAN, ...tersimpan } };
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tanggalWib } from '../../common/tanggal.js';
import { type BarisAudit, AuditService } from '../audit/audit.service.js';
import { type BerkasTersimpan } from '../berkas/berkas.types.js';
import { sembunyikanPribadi } from '../ormas/kata-fakta.js';
import { tanpaPribadi } from '../ormas/linimasa.js';
import { bolehLihatDataPribadi, bolehLihatOrmas, lingkupOrmas } from '../ormas/ormas.policy.js';
import { type Kembaran } from '../ormas/cari-kembaran.service.js';
import { UbahOrmasService } from '../ormas/ubah-ormas.service.js';
import {
  type BarisBanding,
  bandingkan,
  kataKini,
  kataUsul,
  type Ketikan,
  type Perihal,
  uraiUsul,
} from './perubahan.aturan.js';
import { PerubahanOrmas } from './perubahan.entity.js';
import { bacaBukti, bacaOrmasPerubahan, type BuktiPerubahan, ketikanDari, objekDari } from './perubahan.kueri.js';
import {
  type AksiPerubahan,
  asalPerubahan,
  bolehBacaBukti,
  bolehLihatAntreanPerubahan,
  bolehPerubahan,
  type ObjekPerubahan,
} from './perubahan.policy.js';
import { type StatusPerubahan } from './perubahan.status.js';
import { RujukanPerubahanService } from './rujukan-perubahan.service.js';

const PER_HALAMAN = 25;

/** A request in a list. */
export interface RingkasPerubahan {
  id: number;
  ormasId: number;
  ormasNama: string;
  perihal: Perihal;
  asal: ObjekPerubahan['asal'];
  status: StatusPerubahan;
  alasan: string;
  diajukanPada: Date | null;
  diajukanPertamaPada: Date | null;
  diputuskanPada: Date | null;
  diubahPada: Date;
}

/** A request opened, as its reader may see it. */
export interface PerubahanRinci extends RingkasPerubahan {
  objek: ObjekPerubahan;
  versi: number;
  versiOrmas: number;
  catatan: string | null;
  diputuskanOlehNama: string | null;
  berlaku: string | null;
  buktiNomor: string | null;
  buktiTanggal: string | null;
  buktiSampai: string | null;
  ketikan: Ketikan;
  /** What is still missing or wrong. */
  galat: GalatIsian[];
  banding: BarisBanding[];
  /** What the register said when the request was sent, where it says something else now. */
  berubahSejak: BarisBanding[];
  bukti: BuktiPerubahan[];
  bolehBukti: boolean;
  serupa: Kembaran[];
  riwayat: BarisAudit[];
  boleh: Record<AksiPerubahan, boolean>;
  lihatDaftar: boolean;
}

/** An ormas whose requests are listed. */
export interface OrmasBerpermohonan {
  id: number;
  nama: string;
  bolehAjukan: boolean;
  lihatDaftar: boolean;
}

const KOLOM = `p.id, p.ormas_id AS ormasId, o.nama AS ormasNama, p.perihal, p.asal, p.status, p.alasan,
  p.diajukan_pada AS diajukanPada, p.diajukan_pertama_pada AS diajukanPertamaPada, p.diputuskan_pada AS diputuskanPada,
  p.diubah_pada AS diubahPada`;
const DARI = 'FROM perubahan_ormas p JOIN ormas o ON o.id = p.ormas_id';

/** Requests for changes as they are read. */
@Injectable()
export class BacaPerubahanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly register: UbahOrmasService,
    private readonly rujukan: RujukanPerubahanService,
  ) {}

  /** The work list: what waits for a decision, oldest first; or those in another state, newest first. */
  async antrean(aktor: Aktor, status: StatusPerubahan, halaman: number): Promise<Halaman<RingkasPerubahan>> {
    if (!bolehLihatAntreanPerubahan(aktor)) throw new DomainError('tidak-berwenang');
    const urut = status === 'diajukan' ? 'p.diajukan_pada, p.id' : 'p.diubah_pada DESC, p.id DESC';
    const syarat = 'WHERE p.status = ? AND p.diajukan_pertama_pada IS NOT NULL';
    const [hitung] = await this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${DARI} ${syarat}`, [status]);
    const isi = await this.db.query<RingkasPerubahan[]>(
      `SELECT ${KOLOM} ${DARI} ${syarat} ORDER BY ${urut} LIMIT ? OFFSET ?`,
      [status, PER_HALAMAN, (halaman - 1) * PER_HALAMAN],
    );
    return { isi, halaman, perHalaman: PER_HALAMAN, jumlah: Number(hitung?.n ?? 0) };
  }

  /** The ormas, when the actor may see it. @throws DomainError `tidak-ditemukan` */
  async ormas(aktor: Aktor, ormasId: number): Promise<OrmasBerpermohonan> {
    const o = await bacaOrmasPerubahan(this.db.manager, ormasId);
    if (!bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
    const lihatDaftar = lingkupOrmas(aktor).jenis !== 'ormas';
    return { id: o.id, nama: o.nama, bolehAjukan: asalPerubahan(aktor, o) !== null, lihatDaftar };
  }

  /** Every request of one ormas that the actor may read, newest first. @throws DomainError `tidak-ditemukan` */
  async milikOrmas(aktor: Aktor, ormasId: number): Promise<RingkasPerubahan[]> {
    const ormas = await bacaOrmasPerubahan(this.db.manager, ormasId);
    if (!bolehLihatOrmas(aktor, ormas)) throw new DomainError('tidak-ditemukan');
    const baris = await this.db.query<RingkasPerubahan[]>(
      `SELECT ${KOLOM} ${DARI} WHERE p.ormas_id IN (SELECT ? UNION ALL SELECT id FROM ormas WHERE digabung_ke = ?)
       ORDER BY p.id DESC LIMIT 100`,
      [ormasId, ormasId],
    );
    return baris.filter((b) =>
      bolehPerubahan(aktor, 'lihat', { ormas, ...b, pernahDiajukan: b.diajukanPertamaPada !== null }),
    );
  }

  /** One request with before and after. @throws DomainError `tidak-ditemukan`, also when it is not the actor's to see */
  async rinci(aktor: Aktor, id: number): Promise<PerubahanRinci> {
    const em = this.db.manager;
    const p = await em.findOneBy(PerubahanOrmas, { id });
    if (!p) throw new DomainError('tidak-ditemukan');
    const ormas = await bacaOrmasPerubahan(em, p.ormasId);
    const objek = objekDari(p, ormas);
    if (!bolehPerubahan(aktor, 'lihat', objek)) throw new DomainError('tidak-ditemukan');
    const [rujukan, o, bukti, riwayat, pemutus] = await Promise.all([
      this.rujukan.data(),
      this.register.baca(em, p.ormasId, false),
      bacaBukti(em, id),
      this.audit.riwayat('perubahan', id, 100),
      em.query<{ nama: string }[]>('SELECT nama FROM akun WHERE id = ?', [p.diputuskanOleh]),
    ]);
    const ketikan = ketikanDari(p);
    const { usul, galat } = uraiUsul(p.perihal, ketikan, rujukan, tanggalWib(this.clock.sekarang()));
    const kini = kataKini(p.perihal, o, rujukan);
    const dulu = p.sebelum === null ? null : (JSON.parse(p.sebelum) as Record<string, string>);
    const pribadi = bolehLihatDataPribadi(aktor, ormas);
    // What was decided is compared with what it replaced; what waits, with what holds today.
    const dasar = p.status === 'disetujui' || p.status === 'ditolak' ? (dulu ?? kini) : kini;
    const usulKata = usul ? kataUsul(usul, rujukan) : {};
    const banding = bandingkan(dasar, usulKata).map((b) => ({ ...b, ...sembunyikanBaris(b, pribadi) }));
    const berubah = p.status === 'diajukan' && dulu ? bandingkan(dulu, kini).filter((b) => b.berbeda) : [];
    const aksi: AksiPerubahan[] = [
      'lihat',
      'ubah',
      'ajukan',
      'kembalikan',
      'setujui',
      'tolak',
      'cabut',
      'pulihkan',
      'bukaKembali',
    ];
    const boleh = Object.fromEntries(aksi.map((a) => [a, bolehPerubahan(aktor, a, objek)]));
    const bolehBukti = bolehBacaBukti(aktor, objek);
    return {
      ...{ id, ormasId: p.ormasId, ormasNama: ormas.nama, perihal: p.perihal, asal: p.asal, status: p.status },
      ...{ alasan: p.alasan, diajukanPada: p.diajukanPada, diajukanPertamaPada: p.diajukanPertamaPada },
      ...{ diputuskanPada: p.diputuskanPada, diubahPada: p.diubahPada, objek, versi: p.versi, versiOrmas: o.versi },
      ...{ catatan: p.catatan, diputuskanOlehNama: pemutus[0]?.nama ?? null, berlaku: p.berlaku },
      ...{ buktiNomor: p.buktiNomor, buktiTanggal: p.buktiTanggal, buktiSampai: p.buktiSampai },
      ketikan: pribadi ? ketikan : {},
      galat,
      banding,
      berubahSejak: berubah.map((b) => ({ ...b, ...sembunyikanBaris(b, pribadi) })),
      bukti: bolehBukti ? bukti : [],
      bolehBukti,
      serupa: usul && boleh.setujui ? await this.register.serupa(em, o, usul) : [],
      riwayat: riwayat.filter((r) => r.aksi !== 'berkas.baca').map((r) => (pribadi ? r : tanpaPribadi(r))),
      boleh: boleh as Record<AksiPerubahan, boolean>,
      lihatDaftar: bolehLihatAntreanPerubahan(aktor),
    };
  }

  /** Whether an actor may open a file of a request. */
  async bolehBukti(aktor: Aktor, berkas: BerkasTersimpan): Promise<boolean> {
    const p = await this.db.getRepository(PerubahanOrmas).findOneBy({ id: berkas.objekId });
    return p !== null && bolehBacaBukti(aktor, objekDari(p, await bacaOrmasPerubahan(this.db.manager, p.ormasId)));
  }
}

function sembunyikanBaris(b: BarisBanding, pribadi: boolean): { sebelum: string; sesudah: string } {
  if (pribadi) return b;
  const samar = (nilai: string): string => sembunyikanPribadi({ [b.label]: nilai })[b.label] ?? '';
  return { sebelum: samar(b.sebelum), sesudah: samar(b.sesudah) };
}

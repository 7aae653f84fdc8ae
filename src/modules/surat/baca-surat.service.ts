import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { AuditService, type BarisAudit } from '../audit/audit.service.js';
import { lingkupOrmas, bolehLihatOrmas } from '../ormas/ormas.policy.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { alasanPengganti, type BedaSurat, kalimatBeda } from './beda-surat.js';
import { type SuratBerubah } from '../ormas/ormas.types.js';
import { akhirMasa, HARI_SEGERA } from './surat.aturan.js';
import { bacaBeda, bacaOrmasSurat, bacaSurat, keBaris, DARI_SURAT, KOLOM_SURAT, susunIsi } from './surat.kueri.js';
import { bolehLihatDaftarSurat, bolehLihatSurat, bolehTerbitkanSurat } from './surat.policy.js';
import {
  type BarisSurat,
  type BuktiSurat,
  type IsiSurat,
  type KeadaanSurat,
  type SaringanSurat,
  type SuratRinci,
} from './surat.types.js';

const PER_HALAMAN = 25;

/** A letter before it is issued: what it would say, and which one it would replace. */
export interface CalonSurat {
  ormasId: number;
  isi: IsiSurat;
  berlakuSampai: string;
  lama: { id: number; nomor: string; keadaan: KeadaanSurat; berlakuSampai: string } | null;
  /** Why it would take the place of that one, as far as the register tells; ''. */
  saranAlasan: string;
}

/** Letters as people read them; and, by their code, as anybody may know of them. */
@Injectable()
export class BacaSuratService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly setelan: SetelanService,
    private readonly clock: Clock,
  ) {}

  /** One page of the letters that the reader may see, newest first. @throws DomainError `tidak-berwenang` */
  async daftar(
    aktor: Aktor,
    s: SaringanSurat,
    halaman: number,
    perHalaman = PER_HALAMAN,
  ): Promise<Halaman<BarisSurat>> {
    if (!bolehLihatDaftarSurat(aktor)) throw new DomainError('tidak-berwenang');
    const hari = this.hari();
    const { syarat, nilai } = susunSyarat(aktor, s, hari);
    const dari = `FROM ${DARI_SURAT} WHERE ${syarat}`;
    const [[hitung], baris] = await Promise.all([
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${dari}`, nilai),
      this.db.query<Omit<BarisSurat, 'keadaan'>[]>(
        `SELECT ${KOLOM_SURAT} ${dari} ORDER BY s.tahun DESC, s.urut DESC LIMIT ? OFFSET ?`,
        [...nilai, perHalaman, (halaman - 1) * perHalaman],
      ),
    ]);
    return { isi: baris.map((b) => keBaris(b, hari)), halaman, perHalaman, jumlah: Number(hitung?.n ?? 0) };
  }

  /** One letter. @throws DomainError `tidak-ditemukan` also when it is not for this reader */
  async rinci(aktor: Aktor, id: number): Promise<SuratRinci> {
    const s = await bacaSurat(this.db.manager, 's.id = ?', id, this.hari());
    if (!s || !bolehLihatSurat(aktor, s)) throw new DomainError('tidak-ditemukan');
    return s;
  }

  /** What on a letter is no longer so. The caller has checked permission. */
  beda(surat: SuratRinci): Promise<BedaSurat[]> {
    return bacaBeda(this.db.manager, surat, this.hari());
  }

  /** The letter of an ormas that says what is no longer so, or null; for the page of the ormas. */
  async berubah(aktor: Aktor, ormasId: number): Promise<SuratBerubah | null> {
    const surat = await this.suratSekarang(ormasId);
    const beda = surat && bolehLihatSurat(aktor, surat) ? await this.beda(surat) : [];
    if (!surat || beda.length === 0) return null;
    const { id, nomor, ormasStatus } = surat;
    return {
      ...{ id, nomor, kalimat: beda.map(kalimatBeda) },
      bolehGanti: bolehTerbitkanSurat(aktor, { status: ormasStatus }),
    };
  }

  private async suratSekarang(ormasId: number): Promise<SuratRinci | null> {
    const [s] = await this.db.query<{ id: number }[]>(
      "SELECT id FROM surat WHERE ormas_id = ? AND status = 'terbit' ORDER BY id DESC LIMIT 1",
      [ormasId],
    );
    return s ? bacaSurat(this.db.manager, 's.id = ?', s.id, this.hari()) : null;
  }

  /** What happened to a letter, newest first. The caller has checked permission. */
  riwayat(id: number): Promise<BarisAudit[]> {
    return this.audit.riwayat('surat', id);
  }

  /** Whether the reader may open the document of a letter; asked by the one door to stored files. */
  async bolehBacaBerkas(aktor: Aktor, suratId: number): Promise<boolean> {
    const s = await bacaSurat(this.db.manager, 's.id = ?', suratId, this.hari());
    return s !== null && bolehLihatSurat(aktor, s);
  }

  /**
   * What a letter to an ormas would say today.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`; `transisi-tidak-sah` when the ormas is not registered now
   */
  async calon(aktor: Aktor, ormasId: number): Promise<CalonSurat> {
    const hari = this.hari();
    const em = this.db.manager;
    const ormas = await bacaOrmasSurat(em, ormasId, hari);
    if (!ormas || !bolehLihatOrmas(aktor, ormas)) throw new DomainError('tidak-ditemukan');
    if (!bolehTerbitkanSurat(aktor, { status: 'terdaftar' })) throw new DomainError('tidak-berwenang');
    if (!bolehTerbitkanSurat(aktor, ormas))
      throw new DomainError(
        'transisi-tidak-sah',
        'Surat keterangan hanya diterbitkan untuk ormas yang statusnya terdaftar. Periksa status ormas ini dahulu.',
      );
    const kantor = await this.setelan.baca();
    const [lama] = await em.query<Omit<BarisSurat, 'keadaan'>[]>(
      `SELECT ${KOLOM_SURAT} FROM ${DARI_SURAT}
       WHERE s.ormas_id = ? AND s.status = 'terbit' ORDER BY s.id DESC LIMIT 1`,
      [ormasId],
    );
    const sekarang = await this.suratSekarang(ormasId);
    return {
      ormasId,
      isi: susunIsi(ormas, kantor, lama?.nomor ?? null),
      berlakuSampai: akhirMasa(hari, kantor.surat.masaTahun),
      lama: lama ? keBaris(lama, hari) : null,
      saranAlasan: sekarang ? alasanPengganti(await this.beda(sekarang)) : '',
    };
  }

  /** What anybody may know of the letter with a code, or null when no letter has it. */
  async bukti(kode: string): Promise<BuktiSurat | null> {
    const s = await bacaSurat(this.db.manager, 's.kode = ?', kode, this.hari());
    return (
      s && {
        nomor: s.nomor,
        nama: s.isi.nama,
        terbit: s.terbit,
        berlakuSampai: s.berlakuSampai,
        keadaan: s.keadaan,
        ormasStatus: s.ormasStatus,
        ormasSejak: s.ormasSejak,
        dicabutPada: s.dicabutPada,
        digantikan: s.digantikan?.nomor ?? null,
        digabungKe: s.digabungKe,
        berubah: (await this.beda(s)).length > 0,
      }
    );
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }
}

/** Letters of an entry, and of those that were merged into it. */
const MILIK = 's.ormas_id IN (SELECT ? UNION ALL SELECT id FROM ormas WHERE digabung_ke = ?)';

function susunSyarat(aktor: Aktor, s: SaringanSurat, hari: string): { syarat: string; nilai: (string | number)[] } {
  const syarat: string[] = ['1 = 1'];
  const nilai: (string | number)[] = [];
  const pasang = (sql: string, ...isi: (string | number)[]): void => {
    syarat.push(sql);
    nilai.push(...isi);
  };
  const lingkup = lingkupOrmas(aktor);
  if (lingkup.jenis === 'opd') pasang('IF(t.id IS NULL, o.opd_id, t.opd_id) = ?', lingkup.opdId);
  if (lingkup.jenis === 'ormas') pasang(MILIK, lingkup.ormasId, lingkup.ormasId);
  if (s.ormasId !== null) pasang(MILIK, s.ormasId, s.ormasId);
  if (s.cari !== '') {
    const pola = `%${s.cari.replace(/[\\%_]/g, '\\$&')}%`;
    pasang('(s.nomor LIKE ? OR o.nama LIKE ?)', pola, pola);
  }
  const batas = tambahHari(hari, HARI_SEGERA);
  if (s.keadaan === 'diganti' || s.keadaan === 'dicabut') pasang('s.status = ?', s.keadaan);
  if (s.keadaan === 'ormas-berhenti') pasang("s.status = 'terbit' AND o.status <> 'terdaftar'");
  const terbit = "s.status = 'terbit' AND o.status = 'terdaftar' AND s.berlaku_sampai";
  if (s.keadaan === 'berlaku') pasang(`${terbit} > ?`, batas);
  if (s.keadaan === 'segera-berakhir') pasang(`${terbit} BETWEEN ? AND ?`, hari, batas);
  if (s.keadaan === 'berakhir') pasang(`${terbit} < ?`, hari);
  return { syarat: syarat.join(' AND '), nilai };
}

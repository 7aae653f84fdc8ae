import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { kunciAlamat } from '../../common/kunci-alamat.js';
import { normalNama } from '../../common/normalisasi.js';
import { HARI_PERTAMA, tanggalWib } from '../../common/tanggal.js';
import { sisipBanyak, sisipBeriringan } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type PenetapanKlaster } from '../klaster/klaster.types.js';
import { pemetaanPada } from '../klaster/pemetaan.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { susunSenada } from './cari-kembaran.service.js';
import { kunciDasarHukum, type KunciGanda, kunciNama, kunciNpwp, type KunciTerdaftar } from './impor/pencocok-ganda.js';
import { PencocokMirip } from './impor/pencocok-mirip.js';
import { kolomMirip } from './impor/periksa-pratinjau.js';
import { type BarisRegister } from './impor/register.types.js';
import { kunciCariOrmas, namaLain } from './ormas.cari.js';
import { bolehDaftarkan } from './ormas.policy.js';
import { sisipanStatus } from './riwayat-status.js';

/** Where imported rows come from; stands in the audit trail of each. */
export interface AsalRegister {
  /** Name of the file, without its folder. */
  berkas: string;
  /** Layout by which it was read; at most 34 characters. */
  tataLetak: string;
  /** Lines read, repeated and rejected, for the row that speaks of the whole file. */
  hitungan: { baris: number; ganda: number; ditolak: number };
  /** Told how many are stored so far, while the transaction is still open. */
  lapor?: (selesai: number) => Promise<void>;
}

/** Rows stored between two words of progress. */
const SEKALI_SIMPAN = 1000;

const KOLOM_ORMAS = [
  'nama',
  'singkatan',
  'nama_normal',
  'cari',
  'bentuk',
  'status',
  'dasar_hukum_nomor',
  'dasar_hukum_normal',
  'dasar_hukum_tanggal',
  'akta_nomor',
  'akta_tanggal',
  'npwp',
  'nomor_skko',
  'skko_berlaku_sampai',
  'terdaftar_pada',
  'kelurahan_id',
  'luar_domisili',
  'alamat',
  'rt',
  'rw',
  'alamat_kunci',
  'bidang_id',
  'bidang_teks',
  'opd_id',
  'sumber_dana',
  'jumlah_anggota',
  'telepon',
  'surel',
  'sumber',
  'dibuat_pada',
  'diubah_pada',
] as const;

/** A line with the names of places, fields and OPD turned into ids, and its own id once it is stored. */
interface Calon {
  baris: BarisRegister;
  namaNormal: string;
  kelurahanId: number | null;
  bidangId: number | null;
  opdId: number | null;
  /** From when the cluster holds. */
  mulai: string;
}

/**
 * When an ormas counts as registered: the day in the register, else that of its legal basis, for a legal entity is
 * registered by its ratification and others by their SKT (UU 17/2013 art. 15–16). A
 * legal basis older than the Republic says nothing of that register.
 */
function terdaftarPada(b: BarisRegister): string | null {
  const dasar = b.dasarHukumTanggal;
  return b.terdaftarPada ?? (dasar !== null && dasar < HARI_PERTAMA ? null : dasar);
}

const kunciCalon = (namaNormal: string, kelurahanId: number | null): string => `${kelurahanId ?? ''}|${namaNormal}`;

/** Takes whole registers in: few statements for many rows. */
@Injectable()
export class OrmasRegisterService {
  constructor(
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The keys under which an organisation of the register is found again; see `PencocokGanda`. */
  async kunciTerdaftar(em: EntityManager): Promise<KunciTerdaftar> {
    const { perId } = await this.wilayah.data();
    const [ormas, lain] = [
      await em.query<
        {
          id: number;
          namaNormal: string;
          kelurahanId: number | null;
          npwp: string | null;
          dasarHukum: string | null;
        }[]
      >(
        // What repeats an entry that was merged repeats the one that holds in its place.
        `SELECT COALESCE(digabung_ke, id) AS id, nama_normal AS namaNormal, kelurahan_id AS kelurahanId, npwp,
           dasar_hukum_normal AS dasarHukum
         FROM ormas ORDER BY digabung_ke IS NULL, ormas.id`,
      ),
      await em.query<{ ormasId: number; nomor: string }[]>(
        `SELECT d.ormas_id AS ormasId, d.nomor FROM ormas_dokumen d JOIN ormas o ON o.id = d.ormas_id
         WHERE d.jenis = 'dasar-hukum' AND d.nomor IS NOT NULL AND d.nomor <> o.dasar_hukum_nomor`,
      ),
    ];
    const adaKunci = (k: readonly [string | null, number]): k is readonly [string, number] => k[0] !== null;
    return {
      nama: ormas.map((o) => [
        kunciNama(o.namaNormal, o.kelurahanId === null ? null : (perId.get(o.kelurahanId)?.kelurahan ?? null)),
        o.id,
      ]),
      npwp: ormas.map((o) => [kunciNpwp(o.npwp), o.id] as const).filter(adaKunci),
      dasarHukum: [
        ...ormas.map((o) => [o.dasarHukum, o.id] as const),
        ...lain.map((d) => [kunciDasarHukum(d.nomor), d.ormasId] as const),
      ].filter(adaKunci),
    };
  }

  /**
   * The keys of those ormas of the register that one line might repeat: by indexes, where `kunciTerdaftar` reads all. A
   * second legal basis is found only as it is spelt.
   */
  async kunciSerupa(em: EntityManager, kunci: KunciGanda, baris: BarisRegister | null): Promise<KunciTerdaftar> {
    const { perNama } = await this.wilayah.data();
    const kelurahan = baris?.kelurahan ?? null;
    const kelurahanId = kelurahan === null ? null : (perNama.get(kelurahan)?.id ?? null);
    const npwp = kunci.npwp === null ? [] : [kunci.npwp, kunci.npwp.replace(/^0/, '')];
    const nomor = [baris?.dasarHukumNomor, baris?.dasarHukumLain].filter((n) => typeof n === 'string');
    const cari = async (sql: string, ...nilai: unknown[]): Promise<number[]> =>
      (await em.query<{ id: number }[]>(sql, nilai)).map((b) => b.id);
    const id = 'COALESCE(digabung_ke, id) AS id';
    const milik = (k: string | null, id: readonly number[]): [string, number][] =>
      k === null ? [] : id.map((i) => [k, i]);
    const nama = await cari(
      `SELECT ${id} FROM ormas WHERE kelurahan_id <=> ? AND nama_normal = ?`,
      ...[kelurahanId, normalNama(baris?.nama ?? '')],
    );
    const berNpwp = npwp.length === 0 ? [] : await cari(`SELECT ${id} FROM ormas WHERE npwp IN (?)`, npwp);
    const dasarHukum: [string, number][] = [];
    for (const k of kunci.dasarHukum)
      dasarHukum.push(...milik(k, await cari(`SELECT ${id} FROM ormas WHERE dasar_hukum_normal = ?`, k)));
    for (const n of nomor) {
      const punya = await cari("SELECT ormas_id AS id FROM ormas_dokumen WHERE jenis = 'dasar-hukum' AND nomor = ?", n);
      dasarHukum.push(...milik(kunciDasarHukum(n), punya));
    }
    return { nama: milik(kunci.nama, nama), npwp: milik(kunci.npwp, berNpwp), dasarHukum };
  }

  /** The ormas of the register whose name one line nearly has, by the index of its kelurahan; null when there is none. */
  async namaMirip(em: EntityManager, kunci: KunciGanda, baris: BarisRegister | null): Promise<number | null> {
    const { perNama } = await this.wilayah.data();
    const namaNormal = normalNama(baris?.nama ?? '');
    const kelurahan = baris?.kelurahan ?? null;
    const { sql, nilai } = susunSenada({
      namaNormal,
      kelurahanId: kelurahan === null ? null : (perNama.get(kelurahan)?.id ?? null),
    });
    const calon = await em.query<{ id: number; nama: string }[]>(sql, nilai);
    const mirip = new PencocokMirip(calon.map((c) => [kunciNama(c.nama, kelurahan), c.id])).cari(kunci.nama);
    return kolomMirip(mirip)[1];
  }

  /**
   * Stores lines that were checked against `kunciTerdaftar` in the same transaction: the ormas with board, documents,
   * cluster and one audit row each, and one audit row for the file. What the office's register says of the legal basis
   * and the NPWP holds as checked.
   * @returns how many were stored
   * @throws DomainError `tidak-berwenang` unless the policy allows it
   */
  async daftarkanBanyak(
    em: EntityManager,
    aktor: Aktor,
    baris: readonly BarisRegister[],
    asal: AsalRegister,
  ): Promise<number> {
    if (!bolehDaftarkan(aktor)) throw new DomainError('tidak-berwenang');
    const calon = await this.siapkan(em, baris);
    for (let i = 0; i < calon.length; i += SEKALI_SIMPAN) {
      await this.simpan(em, aktor, calon.slice(i, i + SEKALI_SIMPAN), asal);
      await asal.lapor?.(Math.min(calon.length, i + SEKALI_SIMPAN));
    }
    const { hitungan } = asal;
    await this.audit.catat(em, aktor, {
      aksi: 'ormas.impor',
      objek: 'register',
      objekId: asal.berkas.slice(0, 40),
      ringkasan: `Register ${asal.berkas} diimpor: ${baris.length} diterima, ${hitungan.ganda} ganda, ${hitungan.ditolak} ditolak`,
      rincian: { tataLetak: asal.tataLetak, ...hitungan, diterima: baris.length },
    });
    return baris.length;
  }

  private async siapkan(em: EntityManager, baris: readonly BarisRegister[]): Promise<Calon[]> {
    const [wilayah, klaster] = await Promise.all([this.wilayah.data(), this.klaster.data()]);
    const peta = await this.klaster.pemetaanTerkunci(em);
    const awal = new Map<number, string>();
    for (const p of peta) if (!awal.has(p.bidangId)) awal.set(p.bidangId, p.berlakuDari);
    const hariIni = tanggalWib(this.clock.sekarang());
    const bidang = new Map(klaster.bidang.map((b) => [b.kode, b.id]));
    return baris.map((b) => {
      const bidangId = b.bidangKode === null ? null : (bidang.get(b.bidangKode) ?? null);
      const sejak = terdaftarPada(b) ?? hariIni;
      const mulai = bidangId === null ? undefined : awal.get(bidangId);
      return {
        baris: b,
        namaNormal: normalNama(b.nama),
        kelurahanId: b.kelurahan === null ? null : (wilayah.perNama.get(b.kelurahan)?.id ?? null),
        bidangId,
        opdId: pemetaanPada(peta, bidangId, hariIni)?.opdId ?? null,
        // Neither before the ormas is registered nor before its bidang belongs to any OPD.
        mulai: mulai !== undefined && mulai > sejak ? mulai : sejak,
      };
    });
  }

  private async simpan(em: EntityManager, aktor: Aktor, calon: Calon[], asal: AsalRegister): Promise<void> {
    const [puncak] = await em.query<{ id: number | null }[]>('SELECT MAX(id) AS id FROM ormas');
    const kini = this.clock.sekarang();
    await sisipBanyak(
      em,
      'ormas',
      KOLOM_ORMAS,
      calon.map((c) => nilaiOrmas(c, `impor:${asal.tataLetak}`, kini)),
    );
    const id = await idTersimpan(em, puncak?.id ?? 0);
    const tersimpan = calon.map((c) => {
      const ormasId = id.get(kunciCalon(c.namaNormal, c.kelurahanId));
      if (ormasId === undefined) throw new Error(`The row of line ${c.baris.baris} was not found again`);
      return { ...c, ormasId };
    });
    const hariIni = tanggalWib(kini);
    await sisipBeriringan(em, [
      { tabel: 'ormas_ubahan', kolom: ['ormas_id'], baris: () => tersimpan.map((c) => [c.ormasId]) },
      sisipanStatus(
        tersimpan.map((c) => ({
          ...{ ormasId: c.ormasId, status: 'terdaftar', berlaku: terdaftarPada(c.baris) },
          ...{ alasan: null, akunId: aktor.id, dicatat: kini },
        })),
      ),
      this.klaster.sisipanBuka(tersimpan.map((c) => penetapanAwal(c, aktor))),
      {
        tabel: 'pengurus',
        kolom: ['ormas_id', 'jabatan', 'nama', 'dari'],
        baris: () => tersimpan.flatMap((c) => barisPengurus(c, hariIni)),
      },
      {
        tabel: 'ormas_dokumen',
        kolom: ['ormas_id', 'jenis', 'nomor', 'tanggal', 'status'],
        baris: () => tersimpan.flatMap(barisDokumen),
      },
      this.audit.sisipan(aktor, () =>
        tersimpan.map(({ ormasId, baris }) => ({
          aksi: 'ormas.daftar',
          objek: 'ormas',
          objekId: ormasId,
          ormasId,
          ringkasan: `Terdaftar, diimpor dari ${asal.berkas} baris ${baris.baris}`,
          rincian: baris.nomorReg === null ? undefined : { nomorReg: baris.nomorReg },
        })),
      ),
    ]);
  }
}

function nilaiOrmas(c: Calon, sumber: string, kini: Date): unknown[] {
  const b = c.baris;
  return [
    b.nama,
    b.singkatan,
    c.namaNormal,
    kunciCariOrmas(b.nama, b.kelurahan, namaLain(b.singkatan)),
    b.bentuk,
    'terdaftar',
    b.dasarHukumNomor,
    b.dasarHukumNomor === null ? null : kunciDasarHukum(b.dasarHukumNomor),
    b.dasarHukumTanggal,
    b.aktaNomor,
    b.aktaTanggal,
    b.npwp,
    b.nomorSkko,
    b.berlakuSkko,
    terdaftarPada(b),
    c.kelurahanId,
    b.luarDomisili,
    b.alamat,
    b.rt,
    b.rw,
    kunciAlamat(b.alamat, c.kelurahanId),
    c.bidangId,
    b.bidangTeks,
    c.opdId,
    b.sumberDana,
    b.jumlahAnggota,
    b.telepon,
    b.surel,
    sumber,
    kini,
    kini,
  ];
}

/** The ids of the rows after `sesudah`, by name and kelurahan: among those that are no duplicates they are unique. */
async function idTersimpan(em: EntityManager, sesudah: number): Promise<Map<string, number>> {
  const baris = await em.query<{ id: number; namaNormal: string; kelurahanId: number | null }[]>(
    'SELECT id, nama_normal AS namaNormal, kelurahan_id AS kelurahanId FROM ormas WHERE id > ?',
    [sesudah],
  );
  return new Map(baris.map((b) => [kunciCalon(b.namaNormal, b.kelurahanId), b.id]));
}

function penetapanAwal(c: Calon & { ormasId: number }, aktor: Aktor): PenetapanKlaster {
  const { ormasId, opdId, bidangId, mulai } = c;
  return { ormasId, opdId, bidangId, mulai, sumber: 'bidang', alasan: null, akunId: aktor.id };
}

function barisPengurus({ baris: b, ormasId }: Calon & { ormasId: number }, hariIni: string): unknown[][] {
  const dari = terdaftarPada(b) ?? hariIni;
  const jabatan: [string, string | null][] = [
    ['ketua', b.ketua],
    ['sekretaris', b.sekretaris],
    ['bendahara', b.bendahara],
    ['bendahara-2', b.bendahara2],
  ];
  return jabatan.flatMap(([j, nama]) => (nama === null ? [] : [[ormasId, j, nama, dari]]));
}

function barisDokumen({ baris: b, ormasId }: Calon & { ormasId: number }): unknown[][] {
  const dokumen: [string, string | null, string | null][] = [
    ['dasar-hukum', b.dasarHukumNomor, b.dasarHukumTanggal],
    ['dasar-hukum', b.dasarHukumLain, null],
    ['npwp', b.npwp, null],
  ];
  return dokumen.flatMap(([jenis, nomor, tanggal]) =>
    nomor === null ? [] : [[ormasId, jenis, nomor, tanggal, 'sah']],
  );
}

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { type GalatIsian } from '../../common/domain-error.js';
import { AuditService } from '../audit/audit.service.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';
import { OBJEK_BUKTI, objekNilai } from './penilaian.objek.js';
import { bolehUbahBuktiTingkat } from './penilaian.policy.js';
import { bacaPilihanBukti } from './penilaian.rujukan.js';
import { type PihakBukti, type SumberBukti } from './penilaian.types.js';
import { type BarisBukti, sisipBuktiTingkat, type Tempat } from './tingkat.kueri.js';

/** Files that one side may attach to one level. */
export const BUKTI_TINGKAT_MAKS = 10;

/** What is asked to happen to the files of one side of a level. */
export interface BuktiDiminta {
  /** Checked files, each with its caption. */
  tambah: readonly { siap: BerkasSiap; keterangan: string }[];
  /** Keys of `PilihanBukti`; an empty caption keeps the one that the portal has. */
  rujuk: readonly { kunci: string; keterangan: string }[];
  /** Ids of attached files to be taken off. */
  hapus: readonly number[];
  /** New captions by the id of the attached file. */
  keterangan: Readonly<Record<number, string>>;
}

/** Nothing happens to the files. */
export const TANPA_PERUBAHAN: BuktiDiminta = { tambah: [], rujuk: [], hapus: [], keterangan: {} };

interface Baru {
  siap: BerkasSiap;
  keterangan: string;
  sumber: SumberBukti;
  sumberId: number | null;
  sumberTeks: string;
}

/** What will happen, and what will not with the reason. */
export class RencanaLampiran {
  galat: GalatIsian[] = [];
  hapus: BarisBukti[] = [];
  tambah: Baru[] = [];
  keterangan: { bukti: BarisBukti; teks: string }[] = [];

  constructor(
    readonly pihak: PihakBukti,
    private readonly milik: readonly BarisBukti[],
  ) {}

  /** Files of this side that will be there. */
  get sisa(): number {
    return this.milik.length - this.hapus.length + this.tambah.length;
  }

  adaPerubahan(): boolean {
    return this.hapus.length + this.tambah.length + this.keterangan.length > 0;
  }
}

/** Whether the files are those of a self-assessment that was never sent: the ormas alone can read them. */
const belumDikirim = ({ lama }: Tempat, { pihak }: RencanaLampiran): boolean =>
  pihak === 'ormas' && (lama?.tingkat_mandiri ?? null) === null;

/** Attaching files to a level and taking them off, for both sides, inside the transaction of an act. */
@Injectable()
export class LampiranTingkat {
  constructor(
    private readonly berkas: BerkasService,
    private readonly audit: AuditService,
  ) {}

  /** What can be done of what is asked: each side touches its own files only, and none that a decision rests on. */
  async rencanakan(
    em: EntityManager,
    aktor: Aktor,
    pihak: PihakBukti,
    { ormasId, periode, ada }: Tempat & { ada: readonly BarisBukti[] },
    diminta: BuktiDiminta,
  ): Promise<RencanaLampiran> {
    const milik = ada.filter((b) => b.pihak === pihak);
    const r = new RencanaLampiran(pihak, milik);
    for (const b of milik.filter((x) => diminta.hapus.includes(x.id))) {
      const objek = { ormasId, pihak, statusPeriode: periode.status, dirujuk: b.dirujuk };
      if (!bolehUbahBuktiTingkat(aktor, objek))
        r.galat.push({
          bidang: `hapus-${b.id}`,
          pesan: `Berkas “${b.nama}” menjadi dasar keputusan petugas, sehingga tidak dapat dilepaskan.`,
        });
      else r.hapus.push(b);
    }
    for (const b of milik) {
      const teks = diminta.keterangan[b.id];
      if (teks === undefined || teks === b.keterangan || r.hapus.includes(b)) continue;
      if (b.dirujuk)
        r.galat.push({
          bidang: `keterangan_${b.id}`,
          pesan: `Berkas “${b.nama}” menjadi dasar keputusan petugas, sehingga keterangannya tidak dapat diubah.`,
        });
      else r.keterangan.push({ bukti: b, teks });
    }
    const baru = [
      ...diminta.tambah.map((t) => ({ ...t, sumber: 'unggahan' as const, sumberId: null, sumberTeks: '' })),
      ...(pihak === 'ormas' ? await this.dariPortal(em, ormasId, diminta, r) : []),
    ];
    // The same content twice is one evidence.
    const terpakai = new Set(milik.filter((b) => !r.hapus.includes(b)).map((b) => b.sha256));
    for (const b of baru) {
      if (terpakai.has(b.siap.sha256)) continue;
      if (r.sisa >= BUKTI_TINGKAT_MAKS) {
        const pesan = `Paling banyak ${BUKTI_TINGKAT_MAKS} berkas untuk satu indikator; “${b.siap.nama}” tidak disimpan.`;
        r.galat.push({ bidang: 'berkas1', pesan });
        break;
      }
      terpakai.add(b.siap.sha256);
      r.tambah.push(b);
    }
    return r;
  }

  /** Does what was planned, and writes it to the trail. */
  async kerjakan(
    em: EntityManager,
    aktor: Aktor,
    tempat: Tempat & { tingkatId: number },
    r: RencanaLampiran,
  ): Promise<string[]> {
    if (!r.adaPerubahan()) return [];
    const { tingkatId, ormasId } = tempat;
    if (r.hapus.length > 0)
      await em.query('DELETE FROM bukti_tingkat WHERE tingkat_id = ? AND id IN (?)', [
        tingkatId,
        r.hapus.map((b) => b.id),
      ]);
    // What was taken from the portal is a row over content that the activity or the document keeps: nobody's from now on.
    // What was uploaded and never sent nobody else has read; it may be an identity paper.
    const hilang = r.hapus.filter((b) => b.sumber !== 'unggahan' || belumDikirim(tempat, r));
    await this.berkas.lepaskan(
      em,
      hilang.map((b) => b.berkasId),
    );
    for (const { bukti, teks } of r.keterangan)
      await em.query('UPDATE bukti_tingkat SET keterangan = ? WHERE id = ? AND tingkat_id = ?', [
        ...[teks, bukti.id, tingkatId],
      ]);
    // An officer's file, and one that the portal holds already, take none of the room that the ormas has in storage.
    const milik = (b: Baru): number | null => (r.pihak === 'ormas' && b.sumber === 'unggahan' ? ormasId : null);
    const pemilik = { objek: OBJEK_BUKTI, objekId: tingkatId, dibuatOleh: aktor.id };
    const berkasId = await this.berkas.catatBanyak(
      em,
      r.tambah.map((b) => ({ siap: b.siap, pemilik: { ...pemilik, ormasId: milik(b) } })),
    );
    await sisipBuktiTingkat(
      em,
      r.tambah.map((b, i) => ({ ...b, tingkatId, pihak: r.pihak, berkasId: berkasId[i] ?? '' })),
    );
    await this.catat(em, aktor, tempat, r, berkasId);
    return berkasId;
  }

  /** A sentence for each file of which storage no longer holds every byte. */
  async rusak(bukti: readonly BarisBukti[]): Promise<GalatIsian[]> {
    const galat: GalatIsian[] = [];
    for (const b of bukti)
      if (!(await this.berkas.utuh([b])))
        galat.push({
          bidang: `bukti-${b.id}`,
          pesan: `Berkas “${b.nama}” tidak lagi utuh di penyimpanan. Tingkat belum disimpan; lampirkan ulang berkas itu.`,
        });
    return galat;
  }

  /** A file of the portal gets a row of its own over the same content: the evidence stays when the activity changes. */
  private async dariPortal(
    em: EntityManager,
    ormasId: number,
    diminta: BuktiDiminta,
    r: RencanaLampiran,
  ): Promise<Baru[]> {
    if (diminta.rujuk.length === 0) return [];
    const pilihan = await bacaPilihanBukti(em, ormasId);
    const baru: Baru[] = [];
    for (const { kunci, keterangan } of diminta.rujuk) {
      const p = pilihan.find((x) => x.kunci === kunci);
      const siap = p && (await this.berkas.menurutId([p.berkasId], em))[0];
      if (!p || !siap) {
        r.galat.push({ bidang: 'rujuk', pesan: 'Pilih salah satu bukti dari daftar.' });
        continue;
      }
      const { sumber, sumberId } = p;
      baru.push({
        ...{ siap, sumber, sumberId, sumberTeks: p.sumberTeks.slice(0, 250) },
        keterangan: keterangan || p.keterangan,
      });
    }
    return baru;
  }

  /** Before it is sent a self-assessment belongs to the ormas alone: its trail, which others read, names no file and repeats no caption. */
  private async catat(
    em: EntityManager,
    aktor: Aktor,
    tempat: Tempat,
    r: RencanaLampiran,
    berkasId: readonly string[],
  ): Promise<void> {
    const { periode, ormasId, indikator } = tempat;
    const draf = belumDikirim(tempat, r);
    const apa = [
      r.tambah.length > 0 && `${r.tambah.length} berkas dilampirkan`,
      r.hapus.length > 0 && `${r.hapus.length} berkas dilepaskan`,
      r.keterangan.length > 0 && `${r.keterangan.length} keterangan diubah`,
    ].filter(Boolean);
    const siapa = r.pihak === 'petugas' ? 'petugas' : draf ? 'penilaian mandiri (draf)' : 'penilaian mandiri';
    await this.audit.catat(em, aktor, {
      aksi: 'tingkat.bukti',
      objek: 'nilai',
      objekId: objekNilai(periode.tahun, ormasId),
      ormasId,
      ringkasan: `Bukti ${siapa} ${indikator.kode} ${periode.tahun}: ${apa.join(', ')}.`,
      rincian: {
        ...{ indikator: indikator.kode, pihak: r.pihak, draf },
        tambah: r.tambah.map((b, i) => ({
          ...{ berkas: berkasId[i], sha256: b.siap.sha256, sumber: b.sumber },
          ...(b.sumberId !== null && { sumberId: b.sumberId }),
        })),
        hapus: r.hapus.map(({ berkasId: berkas, sha256 }) => ({ berkas, sha256 })),
        keterangan: r.keterangan.map(({ bukti, teks }) => ({
          berkas: bukti.berkasId,
          ...(!draf && { sebelum: bukti.keterangan, sesudah: teks }),
        })),
      },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { ukuranBerkas } from '../../common/format.js';
import { tanggalWib } from '../../common/tanggal.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { VERSI_DAFTAR_PERIKSA } from './daftar-periksa.data.js';
import { VERSI_FORMULIR } from './formulir.data.js';
import { tanpaJawaban } from './catatan.aturan.js';
import { JejakPendaftaran } from './jejak-pendaftaran.js';
import { bacaJawaban, dokumenDiminta, halamanFormulir, kataJawaban, kekurangan, teks } from './pendaftaran.aturan.js';
import { Pendaftaran } from './pendaftaran.entity.js';
import {
  akhiriPutaran,
  bacaDokumen,
  bacaPutaran,
  type Banding,
  buka,
  catatanDari,
  jawabanDari,
  mulaiPutaran,
  simpan,
} from './pendaftaran.kueri.js';
import { bolehMulaiPendaftaran } from './pendaftaran.policy.js';
import {
  SEBUTAN_STATUS,
  STATUS_BERJALAN,
  STATUS_DAPAT_DIISI,
  type TindakanPendaftaran,
  TRANSISI_PENDAFTARAN,
} from './pendaftaran.status.js';
import { type DokumenKirim, type Jawaban, type KeteranganDokumen } from './pendaftaran.types.js';
import { RujukanPendaftaranService } from './rujukan-pendaftaran.service.js';

/** The guards of the files of an application; see `PendaftaranModule`. */
export const BERKAS_DOKUMEN = 'pendaftaran-dokumen';
export const BERKAS_PRIBADI = 'pendaftaran-pribadi';

/** Bytes that the files of one application may take, those replaced after it was sent included. */
export const KUOTA_PENDAFTARAN = 150_000_000;

/** What an applicant does with an application. */
@Injectable()
export class PendaftaranService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly jejak: JejakPendaftaran,
    private readonly berkas: BerkasService,
    private readonly rujukan: RujukanPendaftaranService,
  ) {}

  /**
   * Begins an application; one that is not at its end is gone on with instead.
   * @returns its id
   * @throws DomainError `tidak-berwenang`
   */
  async mulai(aktor: Aktor): Promise<number> {
    const akunId = aktor.id;
    if (!bolehMulaiPendaftaran(aktor) || akunId === null) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan(async (em) => {
      // Two forms at once: the second waits here and finds what the first began.
      await em.query('SELECT id FROM akun WHERE id = ? FOR UPDATE', [akunId]);
      const [ada] = await em.query<{ id: number }[]>(
        'SELECT id FROM pendaftaran WHERE akun_id = ? AND status IN (?) ORDER BY id DESC LIMIT 1',
        [akunId, STATUS_BERJALAN],
      );
      if (ada) return ada.id;
      const kini = this.clock.sekarang();
      const { identifiers } = await em.insert(Pendaftaran, {
        ...{ akunId, status: 'draf', formulir: `${VERSI_FORMULIR}/${VERSI_DAFTAR_PERIKSA}`, nama: '', jawaban: '{}' },
        ...{ catatan: '', catatanBidang: '{}', versi: 1, dibuatPada: kini, diubahPada: kini },
      });
      const id = Number((identifiers[0] as { id: number }).id);
      await this.jejak.catat(em, aktor, id, { aksi: 'mulai', ringkasan: 'Pendaftaran keberadaan dimulai' });
      return id;
    });
  }

  /**
   * Keeps the answers of one page as they were typed, right or wrong; sending asks whether they are right. The other
   * pages stay as they are.
   * @param isi the sent form
   * @throws DomainError `tidak-ditemukan` also for a page that does not exist, `tidak-berwenang`, `versi-berbeda`,
   *   `transisi-tidak-sah`
   */
  async simpanHalaman(aktor: Aktor, id: number, versi: number, kode: string, isi: unknown): Promise<void> {
    const halaman = halamanFormulir(kode);
    if (!halaman) throw new DomainError('tidak-ditemukan');
    const baru = bacaJawaban(halaman, isi);
    const rujukan = await this.rujukan.ambil();
    await this.transaksi.jalankan(async (em) => {
      const p = await this.untukDiisi(em, aktor, id, versi, (lama) => {
        const kata = (j: Jawaban) =>
          Object.fromEntries(halaman.kolom.map((k) => [k.label, kataJawaban(k, j, rujukan)]));
        return { milikAnda: kata(baru), tersimpan: kata(jawabanDari(lama)) };
      });
      const jawaban = { ...jawabanDari(p), ...baru };
      const nama = teks(jawaban, 'nama').slice(0, 200);
      await simpan(em, p, { jawaban: JSON.stringify(jawaban), nama }, this.clock.sekarang());
      await this.jejak.catat(em, aktor, id, { aksi: 'isi', ringkasan: `Halaman “${halaman.judul}” disimpan` });
    });
  }

  /**
   * Keeps one document of the checklist: what stands beside it, and its file where one came. An earlier file that the
   * office could read stays in storage, one that was never sent goes; what was found on the document counts no
   * more once anything of it is changed.
   * @throws DomainError as `simpanHalaman`; `berkas-ditolak` when the files take too much room; `isian-tidak-sah`
   */
  async simpanDokumen(aktor: Aktor, id: number, versi: number, kode: string, kirim: DokumenKirim): Promise<void> {
    const isian = salahPanjang(kirim);
    if (isian.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian });
    await this.transaksi.jalankan(async (em) => {
      const p = await this.untukDiisi(em, aktor, id, versi, async () => {
        const ada = (await bacaDokumen(em, id)).find((d) => d.kode === kode);
        return {
          milikAnda: sebutDokumen(kirim, kirim.namaBerkas ?? ''),
          tersimpan: sebutDokumen(ada, ada?.namaBerkas),
        };
      });
      const diminta = dokumenDiminta(jawabanDari(p)).find((d) => d.dokumen.kode === kode)?.dokumen;
      if (!diminta) throw new DomainError('tidak-ditemukan');
      let berkasId: string | null = null;
      if (kirim.siap) {
        if (p.diajukanPertamaPada === null) await this.lepasBerkas(em, id, kode);
        await this.pastikanMuat(em, id, kirim.siap.ukuran);
        const objek = diminta.pribadi ? BERKAS_PRIBADI : BERKAS_DOKUMEN;
        berkasId = await this.berkas.catat(em, kirim.siap, { objek, objekId: id, ormasId: null, dibuatOleh: aktor.id });
      }
      const { nomor, tanggal, berlakuSampai } = kirim;
      await em.query(
        `INSERT INTO pendaftaran_dokumen (pendaftaran_id, kode, nomor, tanggal, berlaku_sampai, berkas_id)
         VALUES (?,?,?,?,?,?)
         ON DUPLICATE KEY UPDATE
           putusan = IF(VALUES(berkas_id) IS NULL AND nomor = VALUES(nomor) AND tanggal = VALUES(tanggal)
             AND berlaku_sampai = VALUES(berlaku_sampai), putusan, 'belum'),
           nomor = VALUES(nomor), tanggal = VALUES(tanggal), berlaku_sampai = VALUES(berlaku_sampai),
           berkas_id = COALESCE(VALUES(berkas_id), berkas_id)`,
        [id, kode, nomor, tanggal, berlakuSampai, berkasId],
      );
      await simpan(em, p, {}, this.clock.sekarang());
      await this.jejak.catat(em, aktor, id, { aksi: 'dokumen', ringkasan: `Dokumen “${diminta.nama}” disimpan` });
    });
  }

  /**
   * Sends an application to the office, for the first time or after it was returned. Every file is read back from
   * storage first: nobody is told "terkirim" about a file that is not wholly there.
   * @param yakin the applicant sends a returned application again though nothing of what was remarked was changed
   * @throws DomainError `isian-tidak-sah` with everything that is missing, `berkas-ditolak` naming a damaged file;
   *   otherwise as `simpanHalaman`
   */
  async ajukan(aktor: Aktor, id: number, versi: number, yakin = false): Promise<void> {
    const rujukan = await this.rujukan.ambil();
    await this.transaksi.jalankan(async (em) => {
      const p = await buka(em, aktor, 'isi', id, { versi, kehendak: 'Kirim pendaftaran' });
      const aksi = p.status === 'perlu-perbaikan' ? 'ajukanUlang' : 'ajukan';
      const status = statusSetelah(TRANSISI_PENDAFTARAN, aksi, p.status);
      const kini = this.clock.sekarang();
      const jawaban = jawabanDari(p);
      const diminta = new Set(dokumenDiminta(jawaban).map((d) => d.dokumen.kode));
      const dokumen = (await bacaDokumen(em, id)).filter((d) => diminta.has(d.kode));
      const kurang = kekurangan(jawaban, dokumen, rujukan, tanggalWib(kini));
      if (kurang.length > 0) {
        throw new DomainError('isian-tidak-sah', undefined, { isian: kurang.flatMap((k) => k.galat) });
      }
      const putaran = await bacaPutaran(em, id);
      if (aksi === 'ajukanUlang' && !yakin && tanpaJawaban({ jawaban, dokumen, putaran, rujukan, ...catatanDari(p) })) {
        const pesan =
          'Yang diberi catatan belum Anda ubah. Ubah dahulu, atau nyatakan bahwa memang tidak perlu diubah.';
        throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'tetapKirim', pesan }] });
      }
      for (const d of dokumen) {
        if (d.sha256 !== '' && !(await this.berkas.utuh([d]))) {
          throw new DomainError(
            'berkas-ditolak',
            `Berkas “${d.namaBerkas}” tidak lagi utuh di penyimpanan. Pendaftaran belum dikirim; lampirkan ulang berkas itu.`,
          );
        }
      }
      await mulaiPutaran(em, id, { jawaban, dokumen, rujukan, kini });
      await simpan(em, p, { status, diajukanPertamaPada: p.diajukanPertamaPada ?? kini }, kini);
      const ulang = p.diajukanPertamaPada !== null;
      await this.jejak.catat(em, aktor, id, {
        aksi: 'ajukan',
        ringkasan: ulang ? 'Pendaftaran diajukan ulang' : 'Pendaftaran diajukan',
        rincian: { berkas: dokumen.map((d) => ({ kode: d.kode, sha256: d.sha256 })) },
      });
      const kepada = p.petugasId === null ? { peran: 'petugas' as const } : { akunId: p.petugasId };
      await this.jejak.beritahu(
        em,
        kepada,
        { id, versi: versi + 1 },
        {
          judul: ulang ? `Pendaftaran “${p.nama}” dikirim ulang` : `Pendaftaran baru: ${p.nama}`,
          isi: ulang ? 'Pemohon sudah memperbaikinya; yang berubah ditandai.' : 'Menunggu diambil dan diperiksa.',
        },
      );
    });
  }

  /** Withdraws an application. The way back is `pulihkan`. Errors as `simpanHalaman`. */
  async cabut(aktor: Aktor, id: number, versi: number, alasan = ''): Promise<void> {
    await this.pindah(aktor, id, versi, { aksi: 'cabut', sebutan: 'Pendaftaran dicabut oleh pemohon', alasan });
  }

  /** Makes a withdrawn application a draft again, unless another one runs. Errors as `simpanHalaman`, `sudah-ada`. */
  async pulihkan(aktor: Aktor, id: number, versi: number): Promise<void> {
    if (!bolehMulaiPendaftaran(aktor)) throw new DomainError('tidak-berwenang');
    await this.pindah(aktor, id, versi, {
      aksi: 'pulihkan',
      sebutan: 'Pendaftaran dipulihkan menjadi draf',
      alasan: '',
    });
  }

  private async pindah(
    aktor: Aktor,
    id: number,
    versi: number,
    apa: { aksi: TindakanPendaftaran & ('cabut' | 'pulihkan'); sebutan: string; alasan: string },
  ): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      await em.query('SELECT id FROM akun WHERE id = ? FOR UPDATE', [aktor.id]);
      const banding = (): Banding => ({ milikAnda: apa.alasan ? { Alasan: apa.alasan } : {}, tersimpan: {} });
      const p = await buka(em, aktor, apa.aksi, id, { versi, kehendak: apa.sebutan, banding });
      const status = statusSetelah(TRANSISI_PENDAFTARAN, apa.aksi, p.status);
      if (apa.aksi === 'pulihkan') await this.pastikanSatu(em, p.akunId);
      const kini = this.clock.sekarang();
      await akhiriPutaran(em, id, kini);
      await simpan(em, p, { status, petugasId: null }, kini);
      const alasan = apa.alasan.trim().slice(0, 1000);
      await this.jejak.catat(em, aktor, id, {
        ...{ aksi: apa.aksi, ringkasan: apa.sebutan },
        ...(alasan !== '' && { rincian: { catatan: alasan } }),
      });
    });
  }

  private async pastikanSatu(em: EntityManager, akunId: number): Promise<void> {
    const ada = await em.query<unknown[]>('SELECT id FROM pendaftaran WHERE akun_id = ? AND status IN (?) LIMIT 1', [
      akunId,
      STATUS_BERJALAN,
    ]);
    if (ada.length > 0) {
      throw new DomainError(
        'sudah-ada',
        'Anda sudah mempunyai pendaftaran lain yang sedang berjalan. Teruskan yang itu.',
      );
    }
  }

  private async untukDiisi(
    em: EntityManager,
    aktor: Aktor,
    id: number,
    versi: number,
    banding: (p: Pendaftaran) => Banding | Promise<Banding>,
  ): Promise<Pendaftaran> {
    const p = await buka(em, aktor, 'isi', id, { versi, kehendak: 'Simpan isian', banding });
    if (!STATUS_DAPAT_DIISI.includes(p.status)) {
      const kata = SEBUTAN_STATUS[p.status].teks;
      throw new DomainError('transisi-tidak-sah', `Pendaftaran ini berstatus “${kata}” sehingga tidak dapat diubah.`);
    }
    return p;
  }

  /** Takes the file of a document away altogether: the applicant alone could read it, and it may be the wrong paper. */
  private async lepasBerkas(em: EntityManager, id: number, kode: string): Promise<void> {
    const lama = (await bacaDokumen(em, id)).find((d) => d.kode === kode)?.berkasId;
    if (!lama) return;
    await em.query('UPDATE pendaftaran_dokumen SET berkas_id = NULL WHERE pendaftaran_id = ? AND kode = ?', [id, kode]);
    await this.berkas.lepaskan(em, [lama]);
  }

  /** The application is locked, so two sendings cannot share the same rest. */
  private async pastikanMuat(em: EntityManager, id: number, ukuran: number): Promise<void> {
    const [b] = await em.query<{ terpakai: string | null }[]>(
      'SELECT SUM(ukuran) AS terpakai FROM berkas WHERE objek IN (?) AND objek_id = ?',
      [[BERKAS_DOKUMEN, BERKAS_PRIBADI], id],
    );
    if (Number(b?.terpakai ?? 0) + ukuran <= KUOTA_PENDAFTARAN) return;
    throw new DomainError(
      'berkas-ditolak',
      `Tempat penyimpanan pendaftaran ini (${ukuranBerkas(KUOTA_PENDAFTARAN)}) sudah penuh. Berkas ini tidak disimpan; hubungi petugas.`,
    );
  }
}

const sebutDokumen = (d: KeteranganDokumen | undefined, berkas = ''): Record<string, string> => ({
  ...{ 'Nomor dokumen': d?.nomor ?? '', 'Tanggal dokumen': d?.tanggal ?? '', 'Berlaku sampai': d?.berlakuSampai ?? '' },
  Berkas: berkas,
});

/** What of a document's number and days is too long to be stored. */
export function salahPanjang(d: KeteranganDokumen): GalatIsian[] {
  const panjang = (['nomor', 'tanggal', 'berlakuSampai'] as const).filter(
    (b) => d[b].length > (b === 'nomor' ? 200 : 20),
  );
  return panjang.map((bidang) => ({ bidang, pesan: 'Isian ini terlalu panjang.' }));
}

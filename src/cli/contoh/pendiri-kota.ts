import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource, type EntityManager } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { tambahHari, tambahTahun } from '../../common/tanggal.js';
import { type Config } from '../../infra/config/config.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { Gudang } from '../../infra/storage/gudang.js';
import { AkunService } from '../../modules/akun/akun.service.js';
import { BerkasService } from '../../modules/berkas/berkas.service.js';
import { type BerkasSiap } from '../../modules/berkas/berkas.types.js';
import { MuatKegiatanService } from '../../modules/kegiatan/muat-kegiatan.service.js';
import { ImporService } from '../../modules/ormas/impor.service.js';
import { type DokumenMuatan, MuatOrmasService } from '../../modules/ormas/muat-ormas.service.js';
import { OrmasService } from '../../modules/ormas/ormas.service.js';
import { JENIS_DOKUMEN, SEBUTAN_DOKUMEN } from '../../modules/ormas/ormas.types.js';
import { LaporanService } from '../../modules/laporan/laporan.service.js';
import { MuatPembinaanService } from '../../modules/pembinaan/muat-pembinaan.service.js';
import { HitungService } from '../../modules/penilaian/hitung.service.js';
import { MuatTingkatService } from '../../modules/penilaian/muat-tingkat.service.js';
import { PenutupanService } from '../../modules/penilaian/penutupan.service.js';
import { PeriodeService } from '../../modules/penilaian/periode.service.js';
import { MuatRekomendasiService } from '../../modules/rekomendasi/muat-rekomendasi.service.js';
import { jendelaTahun } from '../../modules/setelan/jendela.js';
import { SetelanService } from '../../modules/setelan/setelan.service.js';
import { AcakTetap } from './acak-tetap.js';
import { buatAkun, simpanAkun } from './akun-contoh.js';
import { bagianLewat, type JendelaContoh, type OrmasContoh, type Watak } from './cerita.js';
import { BAHAN_TINGKAT, kunciBerkas } from './bahan-tingkat.js';
import { daftarHadir, gambarKegiatan, suratBukti } from './gambar-contoh.js';
import {
  dokumenKota,
  isiTahun,
  rekomendasiKota,
  watakTiapTahun,
  type BuktiContoh,
  type RekomendasiTerpakai,
} from './kota-contoh.js';
import { pembinaanKota } from './pembinaan.js';
import { SETELAN_CONTOH, tahunBerjalanContoh } from './setelan-contoh.js';
import { catatKisahStatus, hariBerakhir, kisahStatus, type KisahStatus } from './status.js';
import { dinilaiSejauhIni, mandiriMenunggu, tingkatKota } from './tingkat-contoh.js';

const JUMLAH_FOTO = 40;
const JUMLAH_DAFTAR_HADIR = 8;
const NAMA_HADIR = [
  'Melati Rekaan',
  'Cendana Umpama',
  'Kenanga Khayal',
  'Jati Misalnya',
  'Mawar Andaikata',
  'Teratai Rekaan',
  'Saga Umpama',
];
/** Of the ormas without a known field, so many stay undecided for the officer to see. */
const SISA_BELUM_DITETAPKAN = 5;

/** Builds the demonstration city step by step, through the same services that people use. Each step returns a sentence. */
export class PendiriKota {
  /** Two closed years and the one under way (a year's window ends on 30 November). */
  readonly tahun: readonly number[];
  readonly tahunTertutup: readonly number[];
  readonly tahunDisahkan: number;
  readonly tahunLaporan: number;
  private readonly acak = new AcakTetap(1945);
  private ormas: OrmasContoh[] = [];
  private watak = new Map<string, Watak>();
  private bukti: BuktiContoh = { foto: [], dokumen: [] };
  private readonly berkasDokumen = new Map<string, BerkasSiap>();
  private readonly berkasTingkat = new Map<string, BerkasSiap>();
  /** Ids of the ormas that have an account. */
  private bersekretaris = new Set<number>();
  private kisah: KisahStatus[] = [];
  private petugas: Aktor[] = [];
  private kabid: Aktor = AKTOR_SISTEM;
  private kaban: Aktor = AKTOR_SISTEM;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly config: Config,
    private readonly hariIni: string,
  ) {
    const berjalan = tahunBerjalanContoh(hariIni);
    this.tahun = [berjalan - 2, berjalan - 1, berjalan];
    this.tahunTertutup = [berjalan - 2, berjalan - 1];
    this.tahunDisahkan = berjalan - 2;
    this.tahunLaporan = berjalan - 1;
  }

  private ambil<T>(kelas: Type<T>): T {
    return this.app.get(kelas, { strict: false });
  }

  private get db(): DataSource {
    return this.app.get<DataSource>(getDataSourceToken(), { strict: false });
  }

  /** Reads one register file by the importer that everybody uses. */
  async bacaRegister(berkas: string, isi: Uint8Array): Promise<string> {
    const h = await this.ambil(ImporService).impor(AKTOR_SISTEM, isi, { berkas });
    return `${h.baris} baris, ${h.diterima.length} diterima, ${h.ganda.length} ganda, ${h.ditolak.length} ditolak`;
  }

  /** An officer decides the cluster of those whose register line names no known field, by their name; a few are left. */
  async tetapkanKlaster(): Promise<string> {
    const baris = await this.db.query<{ id: number; nama: string; versi: number }[]>(
      'SELECT id, nama, versi FROM ormas WHERE opd_id IS NULL ORDER BY id',
    );
    const layanan = this.ambil(OrmasService);
    const petunjuk: [RegExp, string, string][] = [
      [/Perempuan|Anak|Ibu/, 'dp3a', 'perempuan-anak'],
      [/UMKM|Koperasi|Pedagang|Petani|Kriya/, 'dinkukmdagin', 'ekonomi'],
      [/Angklung|Wayang|Degung|Silat|Tari|Teater/, 'disparbud', 'seni-budaya'],
      [/Ciliwung|Sampah|Pohon|Hutan|Air|Kompos/, 'dlh', 'lingkungan'],
    ];
    const diputus = baris.slice(0, Math.max(0, baris.length - SISA_BELUM_DITETAPKAN));
    for (const o of diputus) {
      const cocok = petunjuk.find(([pola]) => pola.test(o.nama));
      const [opd, bidang] = cocok ? [cocok[1], cocok[2]] : ['bakesbangpol', 'sosial'];
      await layanan.pindahKlaster(this.petugas[0] ?? AKTOR_SISTEM, o.id, o.versi, {
        opd,
        bidang,
        alasan: 'Ditetapkan menurut nama dan tujuan ormas; register asal tidak memuat bidang.',
      });
    }
    this.ormas = await this.bacaOrmas();
    return `${diputus.length} ditetapkan, ${baris.length - diputus.length} masih belum ditetapkan`;
  }

  private bacaOrmas(): Promise<OrmasContoh[]> {
    return this.db.query<OrmasContoh[]>(
      `SELECT o.id, o.nama, b.kode AS bidangKode, o.bidang_id AS bidangId, o.opd_id AS opdId, o.kelurahan_id AS kelurahanId,
              COALESCE(k.nama, 'luar kota') AS kelurahan, COALESCE(o.terdaftar_pada, '2020-01-01') AS terdaftarPada
       FROM ormas o LEFT JOIN bidang b ON b.id = o.bidang_id LEFT JOIN kelurahan k ON k.id = o.kelurahan_id ORDER BY o.id`,
    );
  }

  /** One account per role and desk, and twelve secretaries; their passwords go to a file only the owner can read. */
  async buatAkun(): Promise<string> {
    this.ormas = await this.bacaOrmas();
    this.watak = watakTiapTahun(this.acak, this.ormas, this.tahun);
    const opd = await this.db.query<{ id: number; kode: string; nama: string }[]>(
      "SELECT id, kode, nama FROM opd WHERE kode <> 'bakesbangpol' ORDER BY nama",
    );
    const terakhir = this.tahun[2] ?? 0;
    const dari = (w: Watak, n: number) =>
      this.ormas.filter((o) => this.watak.get(`${o.id}/${terakhir}`) === w).slice(0, n);
    const sekretaris = [
      ...dari('teladan', 3),
      ...dari('baik', 3),
      ...dari('sedang', 3),
      ...dari('lemah', 2),
      ...dari('diam', 1),
    ];
    this.bersekretaris = new Set(sekretaris.map((o) => o.id));
    const bungkam = (o: OrmasContoh): boolean =>
      this.tahun.slice(1).every((t) => ['diam', 'lemah'].includes(this.watak.get(`${o.id}/${t}`) ?? '')) &&
      !this.bersekretaris.has(o.id);
    const terkena = new Set(this.pembinaan().map((p) => p.ormasId));
    const diam = this.ormas.filter((o) => bungkam(o) && !terkena.has(o.id));
    this.kisah = kisahStatus(diam, this.tahunLaporan, this.hariIni);
    const { akun, id } = await buatAkun(this.ambil(AkunService), opd, sekretaris);
    const aktor = (surel: string, peran: 'petugas' | 'kabid' | 'kaban'): Aktor => ({
      id: id.get(surel) ?? 0,
      nama: akun.find((a) => a.surel === surel)?.nama ?? '',
      peran,
      opdId: null,
      ormasId: null,
    });
    this.petugas = [aktor('petugas@contoh.invalid', 'petugas'), aktor('petugas2@contoh.invalid', 'petugas')];
    this.kabid = aktor('kabid@contoh.invalid', 'kabid');
    this.kaban = aktor('kaban@contoh.invalid', 'kaban');
    await simpanAkun(this.config.varDir, akun);
    await this.ambil(SetelanService).ubah({ ...AKTOR_SISTEM, peran: 'admin' }, 0, SETELAN_CONTOH);
    return `${akun.length} akun`;
  }

  /** Real JPEG photos and PDF attendance lists, through the same checks as uploads. */
  async siapkanBukti(): Promise<string> {
    const berkas = this.ambil(BerkasService);
    const foto = [];
    for (let i = 1; i <= JUMLAH_FOTO; i++)
      foto.push(await berkas.siapkanIsi(await gambarKegiatan(this.acak), `foto-kegiatan-${i}.jpg`));
    const dokumen = [];
    for (let i = 1; i <= JUMLAH_DAFTAR_HADIR; i++) {
      dokumen.push(
        await berkas.siapkanIsi(Buffer.from(await daftarHadir(this.acak, NAMA_HADIR)), `daftar-hadir-${i}.pdf`),
      );
    }
    this.bukti = { foto, dokumen };
    for (const [kode, tingkat] of Object.entries(BAHAN_TINGKAT))
      for (const [t, { berkas: surat }] of tingkat.entries()) {
        if (!surat) continue;
        const isi = Buffer.from(await suratBukti(surat.judul, surat.isi));
        this.berkasTingkat.set(kunciBerkas(kode, t), await berkas.siapkanIsi(isi, `${surat.nama}.pdf`));
      }
    for (const jenis of JENIS_DOKUMEN) {
      const kalimat = ['Dokumen rekaan untuk kota contoh.', 'Nomor dan tanggalnya tercatat pada register ormas.'];
      const isi = Buffer.from(await suratBukti(SEBUTAN_DOKUMEN[jenis], kalimat));
      this.berkasDokumen.set(jenis, await berkas.siapkanIsi(isi, `${jenis}.pdf`));
    }
    const pdf = dokumen.length + this.berkasTingkat.size + this.berkasDokumen.size;
    return `${foto.length} foto JPEG, ${pdf} PDF`;
  }

  /** Plans, activities with evidence in every state, and yearly reports of one window. */
  async isiTahun(tahun: number): Promise<string> {
    const jendela = this.jendela(tahun);
    const jumlah = await this.ambil(Transaksi).jalankan((em) =>
      isiTahun(em, this.ambil(MuatKegiatanService), this.acak, {
        ormas: this.hidup(jendela),
        watak: this.watak,
        jendela,
        bukti: this.bukti,
        petugas: this.petugas.map((p) => p.id ?? 0),
        hariIni: this.hariIni,
        berakhir: (id) => hariBerakhir(this.kisah, id),
      }),
    );
    return `${jumlah} laporan kegiatan`;
  }

  /** Those that stand in the register until the end of a window; the others are no longer written to or about. */
  private hidup(j: JendelaContoh): OrmasContoh[] {
    return this.ormas.filter((o) => (hariBerakhir(this.kisah, o.id) ?? '9999-12-31') > j.akhir);
  }

  /** Suspended, revoked, dissolved, registered again: recorded by an officer. */
  async catatStatus(): Promise<string> {
    return catatKisahStatus(this.app, this.petugas[0] ?? AKTOR_SISTEM, this.kisah);
  }

  private jendela(tahun: number): JendelaContoh {
    const { mulai, akhir } = jendelaTahun(SETELAN_CONTOH.jendelaMulai, tahun);
    const kemarin = tambahHari(this.hariIni, -1);
    return { tahun, mulai, akhir, sampai: akhir < kemarin ? akhir : kemarin };
  }

  /** What scoring needs beside the activities: documents, confirmations, levels, recommendations, sanctions. */
  async isiPenilaian(): Promise<string> {
    const watakPada = (tahun: number) => (o: OrmasContoh) => this.watak.get(`${o.id}/${tahun}`) ?? 'sedang';
    const kini = watakPada(this.tahunLaporan);
    let jumlahTingkat = 0;
    await this.ambil(Transaksi).jalankan(async (em) => {
      const muat = this.ambil(MuatOrmasService);
      const dokumen = dokumenKota(this.acak, this.ormas, kini, this.hariIni, this.berkasDokumen);
      await muat.muatDokumen(em, AKTOR_SISTEM, dokumen);
      const berlaku = new Set(dokumen.filter((d) => d.status === 'sah').map((d) => `${d.ormasId}/${d.jenis}`));
      const punya = (o: OrmasContoh, jenis: string): boolean => berlaku.has(`${o.id}/${jenis}`);
      const disarankan: RekomendasiTerpakai = new Map();
      await muat.muatDokumen(em, AKTOR_SISTEM, await this.sktBerakhir(em));
      const konfirmasi = this.tahun.flatMap((t) =>
        this.ormas
          .filter(
            (o) =>
              o.terdaftarPada <= `${t}-10-01` &&
              (hariBerakhir(this.kisah, o.id) ?? '9999-12-31') > `${t}-11-30` &&
              this.acak.peluang({ teladan: 98, baik: 85, sedang: 60, lemah: 30, diam: 8 }[watakPada(t)(o)]),
          )
          .map((o) => ({ ormasId: o.id, tanggal: tambahHari(`${t}-06-01`, this.acak.bulat(120)) }))
          .filter((k) => k.tanggal < this.hariIni),
      );
      await muat.muatKonfirmasi(em, AKTOR_SISTEM, konfirmasi);
      for (const tahun of this.tahun) {
        const j = this.jendela(tahun);
        const ada = this.hidup(j).filter((o) => o.terdaftarPada <= j.akhir);
        const periodeId = await this.ambil(PeriodeService).pastikanPeriode(em, tahun);
        // In the running year officers have come as far as the year has.
        const bagian = bagianLewat(j, this.hariIni);
        const dinilai = tahun === this.tahun[2] ? dinilaiSejauhIni(ada, bagian) : ada;
        const bahan = { watak: watakPada(tahun), berkas: this.berkasTingkat, foto: this.bukti.foto };
        const bersanksi = this.bersanksi(j.akhir);
        const tingkat = tingkatKota(this.acak, { ...bahan, ormas: dinilai, bersanksi });
        if (tahun === this.tahun[2]) {
          const menunggu = ada.filter((o) => this.bersekretaris.has(o.id) && !dinilai.includes(o));
          tingkat.push(...mandiriMenunggu(new AcakTetap(tahun), { ...bahan, ormas: menunggu }, bagian));
        }
        jumlahTingkat += tingkat.length;
        await this.ambil(MuatTingkatService).muatTingkat(em, AKTOR_SISTEM, periodeId, tingkat, this.petugas[0]);
        await this.ambil(MuatRekomendasiService).muatBanyak(
          em,
          AKTOR_SISTEM,
          rekomendasiKota(this.acak, ada, watakPada(tahun), j, { punya, terpakai: disarankan }),
        );
      }
      await this.ambil(MuatPembinaanService).muatBanyak(em, AKTOR_SISTEM, this.pembinaan());
    });
    return `${jumlahTingkat} tingkat indikator`;
  }

  /** Registration letters of five years that nobody renewed, for some whose register names no legal basis. */
  private async sktBerakhir(em: EntityManager): Promise<DokumenMuatan[]> {
    const tanpa = await em.query<{ id: number }[]>(
      `SELECT o.id FROM ormas o WHERE NOT EXISTS
         (SELECT 1 FROM ormas_dokumen d WHERE d.ormas_id = o.id AND d.jenis = 'dasar-hukum') ORDER BY o.id LIMIT 3`,
    );
    return tanpa.map(({ id }, i) => {
      const berlakuSampai = tambahHari(this.hariIni, -40 - 200 * i);
      return {
        ...{ ormasId: id, jenis: 'dasar-hukum', nomor: `SKT-${id}/Rekaan`, tanggal: tambahTahun(berlakuSampai, -5) },
        ...{ berlakuSampai, status: 'sah', siap: this.berkasDokumen.get('dasar-hukum') ?? null },
      };
    });
  }

  /** Who stands under a sanction on a day. */
  private bersanksi(hari: string): Set<number> {
    const berlaku = this.pembinaan().filter(
      (p) => p.jenis !== 'pembinaan' && p.tanggal <= hari && (p.sampai === null || p.sampai >= hari),
    );
    return new Set(berlaku.map((p) => p.ormasId));
  }

  private pembinaan(): ReturnType<typeof pembinaanKota> {
    const t = this.tahunLaporan;
    const lengah = this.ormas.filter((o) => ['lemah', 'diam'].includes(this.watak.get(`${o.id}/${t}`) ?? ''));
    return pembinaanKota(lengah, this.kisah, t);
  }

  /** Runs the IKO of a year through the queue and waits until the row says that it is done. */
  async hitung(tahun: number, lapor: (kalimat: string) => void): Promise<string> {
    const layanan = this.ambil(HitungService);
    const { hitungId } = await layanan.mulaiHitung(this.petugas[0] ?? AKTOR_SISTEM, tahun);
    const akhir = await tunggu(async () => {
      const k = await layanan.kemajuan(this.kabid, hitungId);
      return {
        selesai: k.status === 'selesai' || k.status === 'gagal',
        kalimat: `menilai ${k.selesai} dari ${k.jumlah}`,
        isi: k,
      };
    }, lapor);
    if (akhir.status === 'gagal') throw new Error(`Perhitungan IKO ${tahun} gagal: ${akhir.galat ?? ''}`);
    const periode = await this.ambil(PeriodeService).untukTahun(tahun);
    await this.ambil(PenutupanService).tutup(this.kabid, tahun, periode.versi);
    return `${akhir.jumlah} ormas dinilai`;
  }

  /** The annual report of the first closed year, approved and ratified: what the leaders find when they sign in. */
  async sahkanLaporanLalu(lapor: (kalimat: string) => void): Promise<string> {
    const layanan = this.ambil(LaporanService);
    const { id, versi, halaman } = await this.susun(this.tahunDisahkan, lapor);
    await layanan.setujui(this.kabid, id, versi);
    await layanan.sahkan(this.kaban, id, versi + 1);
    return `${halaman ?? 0} halaman, disetujui dan disahkan`;
  }

  /** Renders the annual report of the last closed year and puts the PDF beside the accounts. */
  async susunLaporan(lapor: (kalimat: string) => void): Promise<{ jalur: string; kalimat: string }> {
    const { sha256, halaman } = await this.susun(this.tahunLaporan, lapor);
    const jalur = join(this.config.varDir, `laporan-tahunan-${this.tahunLaporan}.pdf`);
    await writeFile(`${jalur}.baru`, await this.ambil(Gudang).isi(sha256));
    await rename(`${jalur}.baru`, jalur);
    return { jalur, kalimat: `${halaman ?? 0} halaman` };
  }

  private async susun(
    tahun: number,
    lapor: (kalimat: string) => void,
  ): Promise<{ id: number; versi: number; halaman: number | null; sha256: string }> {
    const layanan = this.ambil(LaporanService);
    const id = await layanan.susun(this.petugas[0] ?? AKTOR_SISTEM, tahun);
    const l = await tunggu(async () => {
      const k = await layanan.rincian(this.kabid, id);
      return {
        selesai: k.status === 'selesai' || k.status === 'gagal',
        kalimat: k.jumlah === 0 ? 'menyiapkan data' : `${k.selesai} dari ${k.jumlah} bagian`,
        isi: k,
      };
    }, lapor);
    if (l.status === 'gagal' || !l.sha256) throw new Error(`Laporan ${tahun} gagal: ${l.galat ?? ''}`);
    return { id, versi: l.versi, halaman: l.halaman, sha256: l.sha256 };
  }
}

/** Looks at a row until it says that the work is over; the row is the truth, so looking is all there is to wait on. */
async function tunggu<T>(
  lihat: () => Promise<{ selesai: boolean; kalimat: string; isi: T }>,
  lapor: (kalimat: string) => void,
): Promise<T> {
  for (let lalu = ''; ;) {
    const { selesai, kalimat, isi } = await lihat();
    if (kalimat !== lalu) lapor(kalimat);
    lalu = kalimat;
    if (selesai) return isi;
    await new Promise((lanjut) => setTimeout(lanjut, 200));
  }
}

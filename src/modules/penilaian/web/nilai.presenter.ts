import { type Aktor } from '../../../common/aktor.js';
import { angka, desimal, tanggal, tanggalJam } from '../../../common/format.js';
import { kalimatMasukan } from '../../../iko/aturan.js';
import { type Domain, type Indikator } from '../../../iko/instrumen.js';
import { type AsalIndikator, isMandiri, kalimatCatatan } from '../../../iko/tingkat.js';
import { type JejakDomain, type JejakIndikator } from '../../../iko/hasil.js';
import {
  type Butir,
  type Catatan,
  type Jejak,
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Linimasa,
  type Peristiwa,
} from '../../../infra/view/bagian.js';
import { type BarisAudit } from '../../audit/audit.service.js';
import { isKegiatan, isProgram } from '../penilaian.rujukan.js';
import { bolehNilaiMandiri, bolehTetapkanTingkat } from '../penilaian.policy.js';
import {
  type BerkasBukti,
  type ButirRujukan,
  type HasilTerbuka,
  type PutusanTingkat,
  type TingkatTersimpan,
} from '../penilaian.types.js';
import { kalimatBerkas } from './bukti.presenter.js';
import { type DaftarMandiri, daftarMandiri } from './daftar-mandiri.js';
import {
  catatanJendela,
  kalimatCara,
  kalimatRubrik,
  kataFakta,
  kataIsiFakta,
  kataNilai,
  kataPecahan,
  lencanaPenanda,
  lencanaHasil,
  langkahDomain,
} from './penilaian.kata.js';
import { jalurPenilaian } from './penilaian.paths.js';
import { kataInstrumen } from './periode.presenter.js';

type Hasil = NonNullable<HasilTerbuka['hasil']>;

/** One line of the table of levels. */
export interface BarisIndikator {
  kode: string;
  nama: string;
  nilai: string;
  cara: string;
  bobot: string;
  /** The weight with its part of those that are not scored; null where it is the weight itself. */
  bobotDihitung: string | null;
  sumbangan: string;
  /** Where the officer (or the ormas itself) sets this level; null when not offered. */
  ubah: { teks: string; href: string } | null;
}

/** `views/penilaian/ormas.hbs`: one score, opened. */
export interface TampilanNilai {
  judul: string;
  kepala: KepalaHalaman;
  kosong: Kosong | null;
  /** What the reader's own ormas assesses itself; null: not asked of this reader. */
  mandiri: DaftarMandiri | null;
  skor: { nilai: string; lencana: Lencana; keterangan: string } | null;
  catatan: Catatan[];
  bendera: Lencana[];
  jejak: Jejak[];
  /** What people have entered since. */
  jejakKini: Jejak[];
  indikator: BarisIndikator[];
  /** Why some weights count for more than they are; `''` where none does. */
  catatanBobot: string;
  butir: Butir[];
  linimasa: Linimasa;
}

/** The score of one ormas: every number opens down to the rows it was counted from. */
export function presentNilai(aktor: Aktor, h: HasilTerbuka, riwayat: readonly BarisAudit[], kini: Date): TampilanNilai {
  const { hasil, periode } = h;
  const jendela = catatanJendela(periode, kini);
  const indikator = h.instrumen.domain.flatMap((d) => d.indikator.map((i) => barisIndikator(aktor, h, i)));
  return {
    judul: `IKO ${periode.tahun} · ${h.nama}`,
    kepala: {
      judul: h.nama,
      pengantar: `Indeks Kinerja Ormas ${periode.tahun}, klaster ${h.opd ?? 'belum ditetapkan'}`,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'IKO', href: jalurPenilaian.periode() },
        ...(aktor.peran === 'sekretaris'
          ? []
          : [{ teks: `Tahun ${periode.tahun}`, href: jalurPenilaian.tahun(periode.tahun) }]),
      ],
      tindakan: [{ teks: 'Profil ormas', href: jalurPenilaian.profil(h.ormasId) }],
    },
    kosong: hasil
      ? null
      : {
          judul: 'Belum ada skor',
          teks: `Ormas ini belum termasuk dalam hasil IKO ${periode.tahun}. Tingkat yang sudah ditetapkan tetap tersimpan.`,
        },
    mandiri: daftarMandiri(aktor, h),
    skor: hasil && kepalaSkor(jendela ? { ...hasil, peringkat: null } : hasil),
    catatan: hasil ? [...(jendela ? [jendela] : []), ...catatan(hasil)] : [],
    bendera: hasil ? hasil.bendera.map(lencanaPenanda) : [],
    jejak: hasil ? jejakSkor(h, hasil) : [],
    jejakKini: jejakKini(h),
    indikator,
    catatanBobot: indikator.some((i) => i.bobotDihitung !== null)
      ? 'Bobot yang dihitung lebih besar pada sebagian indikator: bobot indikator yang tidak dinilai dibagikan kepada indikator lain dalam domain yang sama, sebanding dengan bobotnya. Sumbangan paling tinggi sebesar bobot yang dihitung.'
      : '',
    butir: hasil ? butirAsal(h, hasil) : [{ label: 'Instrumen', nilai: kataInstrumen(periode) }],
    linimasa: { peristiwa: riwayat.map(peristiwa) },
  };
}

function kepalaSkor(hasil: Hasil): TampilanNilai['skor'] {
  const cakupan = hasil.cakupan === null ? '' : `cakupan ${desimal(hasil.cakupan)}%`;
  return {
    nilai: hasil.skor === null ? '–' : desimal(hasil.skor),
    lencana: lencanaHasil(hasil),
    keterangan:
      hasil.peringkat === null
        ? cakupan
        : `peringkat ${angka(hasil.peringkat)} dari ${angka(hasil.dariBerapa)} skor lengkap; ${cakupan}`,
  };
}

function catatan(hasil: Hasil): Catatan[] {
  if (hasil.status === 'profil-saja')
    return [
      {
        jenis: 'netral',
        judul: 'Profil saja',
        teks: 'Ormas ini terdaftar kurang dari satu tahun pada hari terakhir periode, sehingga belum diberi skor.',
      },
    ];
  const isi: Catatan[] = [];
  if (hasil.sementara)
    isi.push({
      jenis: 'perlu',
      judul: 'Skor sementara',
      teks: 'Indikator yang dinilai belum cukup. Skor ini ditampilkan untuk dilengkapi; tidak diberi peringkat dan tidak disahkan.',
    });
  if (hasil.ditandai)
    isi.push({
      jenis: 'netral',
      teks: 'Ormas ini terdaftar kurang dari dua tahun pada hari terakhir periode; bandingkan dengan hati-hati.',
    });
  return isi;
}

function jejakSkor(h: HasilTerbuka, hasil: Hasil): Jejak[] {
  const { jejak } = hasil;
  const iko = jejak?.iko;
  const domain = h.instrumen.domain.map((d) => jejakDomain(h, hasil, d));
  if (!jejak || !iko) return domain;
  return [
    {
      label: 'IKO',
      nilai: hasil.skor === null ? '–' : desimal(hasil.skor),
      keterangan: `100 × jumlah nilai domain ${kataPecahan(iko.pembilang)} ÷ jumlah bobot domain ${desimal(iko.penyebut)}, dibulatkan satu kali`,
      terbuka: true,
      rincian: domain,
    },
    {
      label: 'Cakupan',
      nilai: hasil.cakupan === null ? '–' : `${desimal(hasil.cakupan)}%`,
      keterangan: `bobot yang dinilai ${kataPecahan(jejak.cakupan.pembilang)} dari ${kataPecahan(jejak.cakupan.penyebut)}; paling sedikit ${desimal(jejak.cakupan.minimum)}% agar skor lengkap`,
    },
  ];
}

function jejakDomain(h: HasilTerbuka, hasil: Hasil, d: Domain): Jejak {
  const j: JejakDomain | undefined = hasil.jejak?.domain.find((x) => x.kode === d.kode);
  const milik = new Set(d.indikator.map((i) => i.kode));
  const indikator = hasil.jejak?.indikator.filter((i) => milik.has(i.kode)) ?? [];
  return {
    label: `${d.kode} ${d.nama}`,
    nilai: hasil.domain[d.kode] ? desimal(hasil.domain[d.kode] ?? '0') : '–',
    keterangan:
      !j || j.nilai === null
        ? 'belum ada indikator yang dinilai'
        : `bobot domain ${kataPecahan(j.bobot)} × yang dicapai ${kataPecahan(j.pembilang)} ÷ paling tinggi ${kataPecahan(j.penyebut)}`,
    butir: j ? langkahDomain(j, indikator) : [],
    rincian: d.indikator.map((i) => jejakIndikator(h, hasil, i)),
  };
}

function jejakIndikator(h: HasilTerbuka, hasil: Hasil, i: Indikator): Jejak {
  const asal = hasil.asal.find((a) => a.kode === i.kode);
  const j = hasil.jejak?.indikator.find((x) => x.kode === i.kode);
  const fakta = Object.entries(asal?.masukan ?? {}).map(([nama, nilai]) => jejakFakta(h, nama, nilai));
  return {
    label: `${i.kode} ${i.nama}`,
    nilai: kataNilai(asal?.akhir),
    keterangan: asal ? kalimatRubrik(asal, i.rubrik) : '',
    butir: asal ? butirIndikator(h, i, asal, j) : [],
    ...(fakta.length > 0 && { rincian: fakta }),
  };
}

function bobotDihitung(i: Indikator, j: JejakIndikator | undefined): string | null {
  const sebar = j?.bobotSebar ? kataPecahan(j.bobotSebar) : null;
  return sebar === desimal(i.bobot) ? null : sebar;
}

function butirIndikator(h: HasilTerbuka, i: Indikator, asal: AsalIndikator, j: JejakIndikator | undefined): Butir[] {
  const manusia = h.tingkat[i.kode];
  const butir: Butir[] = [
    { label: 'Asal tingkat', nilai: kalimatCara(asal.cara) },
    {
      label: 'Bobot',
      nilai:
        bobotDihitung(i, j) !== null
          ? `${desimal(i.bobot)}, dihitung ${bobotDihitung(i, j) ?? ''}: bobot indikator yang tidak dinilai dibagikan dalam domain ini, sebanding dengan bobotnya`
          : desimal(i.bobot),
    },
    { label: 'Sumbangan', nilai: kataPecahan(j?.sumbangan) },
  ];
  if (asal.masukan && i.aturan)
    butir.push({ label: 'Dasar hitungan', nilai: kalimatMasukan(i.aturan.nama, asal.masukan) ?? '' });
  if (asal.hitungan !== undefined && asal.cara === 'koreksi')
    butir.push({ label: 'Tingkat hitungan', nilai: kataNilai(asal.hitungan) });
  if (asal.mandiri !== undefined) butir.push({ label: 'Penilaian mandiri', nilai: kataNilai(asal.mandiri) });
  const putusan = h.putusan[i.kode];
  if (putusan) {
    butir.push(...butirPutusan(putusan));
  } else {
    if (asal.alasanPetugas) butir.push({ label: 'Alasan petugas', nilai: asal.alasanPetugas });
    if (manusia?.oleh && manusia.pada)
      butir.push({ label: 'Ditetapkan oleh', nilai: `${manusia.oleh}, ${tanggalJam(manusia.pada)}` });
  }
  butir.push(...butirBukti(h, i, putusan));
  if (asal.catatan) butir.push({ label: 'Catatan', nilai: kalimatCatatan(asal.catatan) });
  return butir;
}

/** A decision as it was made: why, by whom, when, and on which files, each with its SHA-256 of that moment. */
function butirPutusan(p: PutusanTingkat): Butir[] {
  return [
    { label: 'Alasan petugas', nilai: p.alasan },
    { label: 'Ditetapkan oleh', nilai: `${p.oleh ?? 'Sistem'}, ${tanggalJam(p.pada)}` },
    ...p.berkas.map((b, n) => butirBerkas(`Dasar keputusan ${n + 1}`, b)),
    ...(p.berkas.length === 0 ? [{ label: 'Dasar keputusan', nilai: 'Tanpa berkas' }] : []),
  ];
}

/** The files that are attached and on which the decision does not rest. */
function butirBukti(h: HasilTerbuka, i: Indikator, putusan: PutusanTingkat | undefined): Butir[] {
  const dasar = new Set(putusan?.berkas.map((b) => b.berkasId));
  return (h.bukti[i.kode] ?? [])
    .filter((b) => !dasar.has(b.berkasId))
    .map((b) => butirBerkas(b.pihak === 'ormas' ? 'Bukti dari ormas' : 'Berkas petugas', b));
}

function butirBerkas(label: string, b: BerkasBukti): Butir {
  return {
    label,
    nilai: `${b.terbaca && b.keterangan ? `${b.keterangan}: ` : ''}${kalimatBerkas(b)}`,
    ...(b.terbaca && { href: jalurPenilaian.berkas(b.berkasId) }),
  };
}

/** Levels that were claimed or decided after the run that counts, or without one: open to the same depth. */
function jejakKini(h: HasilTerbuka): Jejak[] {
  return h.instrumen.domain
    .flatMap((d) => d.indikator)
    .flatMap((i): Jejak[] => {
      const t = h.tingkat[i.kode];
      const asal = h.hasil?.asal.find((a) => a.kode === i.kode);
      const putusan = h.putusanKini[i.kode];
      const baruPutusan = putusan !== undefined && putusan.id !== h.putusan[i.kode]?.id;
      const baruMandiri = typeof t?.mandiri === 'number' && (!asal || asal.mandiri !== t.mandiri);
      if (!baruPutusan && !baruMandiri) return [];
      const nilai = putusan?.nilai ?? (putusan?.takBerlaku ? { takBerlaku: putusan.takBerlaku } : undefined);
      return [
        {
          label: `${i.kode} ${i.nama}`,
          nilai: putusan ? (nilai === undefined ? 'Ditarik' : kataNilai(nilai)) : 'Menunggu petugas',
          keterangan: typeof nilai === 'number' ? (i.rubrik?.[nilai] ?? '') : '',
          butir: [
            ...(typeof t?.mandiri === 'number' ? [{ label: 'Penilaian mandiri', nilai: kataNilai(t.mandiri) }] : []),
            ...(putusan ? butirPutusan(putusan) : []),
            ...butirBukti(h, i, putusan),
          ],
        },
      ];
    });
}

/** A fact and the rows that were counted, each under its present name with a link where it has a page. */
function jejakFakta(h: HasilTerbuka, nama: string, nilai: number | boolean | null): Jejak {
  const baris = h.rujukan[nama] ?? [];
  return {
    label: kataFakta(nama),
    nilai: kataIsiFakta(nilai),
    ...(baris.length > 0 && {
      butir: isProgram(nama)
        ? baris.flatMap((b) => butirProgram(h, b))
        : baris.map((b) => ({
            label: b.tanggal ? tanggal(b.tanggal) : 'Tanpa tanggal',
            nilai: b.teks || kataFakta(nama),
            ...(isKegiatan(nama)
              ? { href: jalurPenilaian.kegiatan(b.id) }
              : b.berkasId && { href: jalurPenilaian.berkas(b.berkasId) }),
          })),
    }),
  };
}

/** An item of the plan, then the counted activities that carried it out. */
function butirProgram(h: HasilTerbuka, program: ButirRujukan): Butir[] {
  const kegiatan = (h.rujukan.kegiatan ?? []).filter((k) => k.programId === program.id);
  return [
    {
      label: `Program kerja ${program.tahun ?? ''}`,
      nilai: program.teks || kataFakta('butirRencana'),
      href: jalurPenilaian.rencana(h.ormasId),
    },
    ...kegiatan.map((k) => ({
      label: k.tanggal ? `Terlaksana ${tanggal(k.tanggal)}` : 'Terlaksana',
      nilai: k.teks || kataFakta('kegiatan'),
      href: jalurPenilaian.kegiatan(k.id),
    })),
  ];
}

function barisIndikator(aktor: Aktor, h: HasilTerbuka, i: Indikator): BarisIndikator {
  const asal = h.hasil?.asal.find((a) => a.kode === i.kode);
  const j = h.hasil?.jejak?.indikator.find((x) => x.kode === i.kode);
  const { tahun, status: statusPeriode } = h.periode;
  const kini = h.tingkat[i.kode];
  const baru = kini !== undefined && h.hasil && berubah(asal, kini);
  return {
    kode: i.kode,
    nama: i.nama,
    nilai: kataNilai(asal?.akhir),
    cara: baru
      ? `Sudah ditetapkan menjadi ${sebutKini(kini)}; berlaku setelah dihitung ulang`
      : kini && isMenunggu(asal, kini)
        ? `Penilaian mandiri terkirim, tingkat ${kini.mandiri}; menunggu petugas`
        : asal
          ? kalimatCara(asal.cara)
          : kini && isDitetapkan(kini)
            ? `Ditetapkan: ${sebutKini(kini)}`
            : 'Belum dinilai',
    bobot: desimal(i.bobot),
    bobotDihitung: bobotDihitung(i, j),
    sumbangan: kataPecahan(j?.sumbangan),
    ubah: bolehTetapkanTingkat(aktor, { statusPeriode })
      ? { teks: 'Tetapkan tingkat', href: jalurPenilaian.tingkat(tahun, h.ormasId, i.kode) }
      : bolehNilaiMandiri(aktor, { ormasId: h.ormasId, statusPeriode }) && isMandiri(i.sumber ?? 'V')
        ? { teks: 'Nilai sendiri', href: jalurPenilaian.mandiri(tahun, h.ormasId, i.kode) }
        : null,
  };
}

/** Whether the officer's level was changed after the run that counts. */
function berubah(asal: AsalIndikator | undefined, kini: TingkatTersimpan): boolean {
  const lama = typeof asal?.petugas === 'number' ? asal.petugas : asal?.petugas ? 'tak-berlaku' : null;
  return lama !== (kini.akhir ?? (kini.takBerlaku ? 'tak-berlaku' : null));
}

/** Sent by the ormas, without a level in the score and without a decision so far. */
const isMenunggu = (asal: AsalIndikator | undefined, t: TingkatTersimpan): boolean =>
  t.mandiri !== null && !isDitetapkan(t) && asal?.akhir === undefined;

const isDitetapkan = (t: TingkatTersimpan): boolean => t.akhir !== null || t.takBerlaku !== null;

function sebutKini(t: TingkatTersimpan): string {
  if (t.akhir !== null) return `tingkat ${t.akhir}`;
  return t.takBerlaku ? 'tak berlaku' : 'belum ada';
}

function butirAsal(h: HasilTerbuka, hasil: Hasil): Butir[] {
  return [
    { label: 'Instrumen', nilai: kataInstrumen(h.periode) },
    { label: 'Dihitung pada', nilai: tanggalJam(hasil.dihitungPada) },
    { label: 'Sidik masukan (SHA-256)', nilai: hasil.masukanHash },
    { label: 'Sidik instrumen (SHA-256)', nilai: hasil.instrumenHash },
  ];
}

function peristiwa(b: BarisAudit): Peristiwa {
  return {
    jenis: b.aksi === 'nilai.hitung' ? 'baik' : 'proses',
    apa: b.ringkasan,
    saat: tanggalJam(b.waktu),
    saatIso: b.waktu.toISOString(),
    siapa: b.aktorNama,
  };
}

import { tanggal } from '../../../common/format.js';
import { selisihHari } from '../../../common/tanggal.js';
import { type Lencana } from '../../../infra/view/bagian.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { keadaanDokumen, type Legalitas, sudahDiganti, susunLegalitas } from '../legalitas.js';
import { lencanaLegalitas } from '../ormas.lencana.js';
import { type RincianOrmas, SEBUTAN_DOKUMEN } from '../ormas.types.js';
import { jalurOrmas } from './ormas.paths.js';

/** `views/ormas/legalitas.hbs`: one line of the documents of an ormas. */
export interface BarisLegalitas {
  /** Where links to the document lead; '' without one. */
  jangkar: string;
  /** The same of other documents of the kind, which have no line of their own for this reader. */
  jangkarLain: string[];
  dokumen: string;
  nomor: string;
  /** Until when, and what else is to be known; empty where the badge says all. */
  keterangan: string;
  href: string;
  lencana: Lencana;
  /** The form for an officer's finding; null: nothing to find on, or the reader finds nothing. */
  periksa: { aksi: string; status: string } | null;
}

/** The file of a document, '' where there is none or it is not for this reader. */
const hrefBerkas = (d: { berkasId: string | null } | null): string =>
  d === null || d.berkasId === null ? '' : jalurBerkas(d.berkasId);

type Dokumen = RincianOrmas['dokumen'][number];

/** What stands for each kind of document: the best of them, or all for who finds on them. */
export function presentLegalitas(o: RincianOrmas): BarisLegalitas[] {
  return susunLegalitas(o.dokumen, o.hari).flatMap((l) => barisJenis(o, l));
}

function barisJenis(o: RincianOrmas, l: Legalitas<Dokumen>): BarisLegalitas[] {
  const semua = o.boleh.periksaDokumen
    ? o.dokumen.filter((d) => d.jenis === l.jenis && !sudahDiganti(d, o.dokumen, o.hari))
    : [];
  if (semua.length === 0) {
    const lain = o.boleh.periksaDokumen ? [] : o.dokumen.filter((d) => d.jenis === l.jenis && d.id !== l.dokumen?.id);
    return [{ ...barisLegalitas(l), jangkarLain: lain.map(jangkarDokumen) }];
  }
  return semua.map((d) => barisPeriksa(o, d));
}

/** Those that a newer one has replaced, latest first: history, for who finds on documents. */
export function presentDiganti(o: RincianOrmas): BarisLegalitas[] {
  if (!o.boleh.periksaDokumen) return [];
  return o.dokumen
    .filter((d) => sudahDiganti(d, o.dokumen, o.hari))
    .reverse()
    .map((d) => ({
      ...barisPeriksa(o, d),
      lencana: { jenis: 'netral', teks: 'Diganti' },
      keterangan:
        d.status === 'tidak-sah' ? 'dinyatakan tidak sah' : `berlaku sampai ${tanggal(d.berlakuSampai ?? '')}`,
    }));
}

/** One document with the form for a finding on it. */
function barisPeriksa(o: RincianOrmas, d: Dokumen): BarisLegalitas {
  const sisaHari = d.berlakuSampai === null ? null : selisihHari(o.hari, d.berlakuSampai);
  const baris = barisLegalitas({ jenis: d.jenis, keadaan: keadaanDokumen(d, o.hari), sisaHari, dokumen: d });
  return {
    ...baris,
    nomor: baris.nomor || 'tanpa nomor',
    keterangan: [
      ...masaDokumen(d, o.hari),
      ...(d.berkasId === null ? ['tanpa berkas: periksa dokumen kertasnya'] : []),
    ].join(', '),
    periksa: { aksi: jalurOrmas.periksaDokumen(o.id, d.id), status: d.status },
  };
}

/** What the badge does not say of the end of a document, and of who has looked at it. */
function masaDokumen(d: Dokumen, hari: string): string[] {
  const keadaan = keadaanDokumen(d, hari);
  if (keadaan === 'berakhir') return d.status === 'belum-diperiksa' ? ['belum diperiksa'] : [];
  if (d.berlakuSampai === null) return ['tanpa batas waktu'];
  return keadaan === 'sah' ? [] : [`berlaku sampai ${tanggal(d.berlakuSampai)}`];
}

const jangkarDokumen = (d: Pick<Dokumen, 'id'>): string => `dokumen-${d.id}`;

const barisLegalitas = (l: Legalitas<Dokumen>): BarisLegalitas => ({
  jangkar: l.dokumen === null ? '' : jangkarDokumen(l.dokumen),
  jangkarLain: [],
  dokumen: SEBUTAN_DOKUMEN[l.jenis],
  nomor: l.dokumen?.nomor ?? '',
  keterangan: '',
  href: hrefBerkas(l.dokumen),
  lencana: lencanaLegalitas(l),
  periksa: null,
});

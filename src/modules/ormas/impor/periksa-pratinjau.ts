import { type HasilBaris } from '../impor.types.js';
import { type Lembar, type Rekaman } from './csv.js';
import { rapikanSel } from './isian.js';
import { type KunciGanda, kunciGanda, type PencocokGanda } from './pencocok-ganda.js';
import { type Mirip, type PencocokMirip } from './pencocok-mirip.js';
import { periksaBaris } from './periksa-baris.js';
import { type BarisRegister, type Catatan, type Rujukan } from './register.types.js';
import { kenaliTataLetak, type Peta } from './tata-letak.js';

const NAMA_MAKS = 200;

/** A line of a preview with what became of it. */
export interface BarisDiperiksa {
  nomor: number;
  /** The line on which it ends. */
  sampai: number;
  nama: string;
  sel: readonly string[];
  /** null: rejected, so that it is compared with nothing. */
  kunci: KunciGanda | null;
  hasil: HasilBaris;
  alasan: string | null;
  catatan: Omit<Catatan, 'baris'>[];
  kembaran: number | null;
  ormasId: number | null;
  /** Whose name it nearly has: for somebody to look at. */
  mirip: Mirip | null;
}

/** The headings of a file, recognised. @throws DomainError `berkas-ditolak` as `kenaliTataLetak` */
export function uraiBaris({ rekaman }: Lembar): Peta {
  const judul = rekaman[0];
  return kenaliTataLetak(judul?.sel ?? [], judul?.baris ?? 1);
}

/** The keys under which a line's repetitions are found. */
export function kunciBaris(baris: BarisRegister): KunciGanda {
  return kunciGanda({
    ...baris,
    dasarHukum: [baris.dasarHukumNomor, baris.dasarHukumLain].filter((n) => n !== null),
  });
}

/** Checks one line without comparing it: with its keys when it can be taken, else with all its faults. */
export function periksaSatu(
  rekaman: Rekaman,
  peta: Peta,
  rujukan: Rujukan,
): BarisDiperiksa & { galat: string[]; baris: BarisRegister | null } {
  const { baris, galat, catatan } = periksaBaris(rekaman, peta, rujukan);
  return {
    nomor: rekaman.baris,
    sampai: rekaman.sampai,
    nama: rapikanSel(rekaman.sel[peta.kolom.get('nama') ?? -1] ?? '').slice(0, NAMA_MAKS),
    sel: rekaman.sel,
    kunci: baris === null ? null : kunciBaris(baris),
    hasil: baris === null ? 'ditolak' : 'diterima',
    alasan: baris === null ? galat.join('; ') : null,
    catatan: baris === null ? [] : catatan,
    kembaran: null,
    ormasId: null,
    mirip: null,
    galat,
    baris,
  };
}

/** The columns `mirip` and `mirip_ormas`. */
export function kolomMirip(m: Mirip | null): [baris: number | null, ormasId: number | null] {
  if (m === null) return [null, null];
  return 'baris' in m ? [m.baris, null] : [null, m.ormasId];
}

/** What lines are compared with: the register, and the lines before them. */
export interface PencocokBaris {
  ganda: PencocokGanda;
  mirip: PencocokMirip;
}

/** Checks lines in their order and compares each with the register and with those before it. */
export function periksaSemua(
  rekaman: readonly Rekaman[],
  peta: Peta,
  rujukan: Rujukan,
  pencocok: PencocokBaris,
): BarisDiperiksa[] {
  return rekaman.map((r) => {
    const b = periksaSatu(r, peta, rujukan);
    if (b.kunci === null) return b;
    const kembar = pencocok.ganda.cari(b.kunci);
    if (!kembar) {
      const mirip = pencocok.mirip.cari(b.kunci.nama);
      pencocok.ganda.catat(b.kunci, b.nomor);
      pencocok.mirip.catat(b.kunci.nama, b.nomor);
      return { ...b, mirip };
    }
    return { ...b, hasil: 'ganda', alasan: kembar.sebab, kembaran: kembar.kembaran, ormasId: kembar.ormasId };
  });
}

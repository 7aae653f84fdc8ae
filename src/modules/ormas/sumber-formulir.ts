import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';

/** An approved form: its number as an application, and the day of the approval ('YYYY-MM-DD'; null: not noted). */
export interface FormulirOrmas {
  id: number;
  nama: string;
  disetujui: string | null;
}

type Baca = (aktor: Aktor, o: { id: number; opdId: number | null }) => Promise<FormulirOrmas[]>;

/**
 * Where the page of an ormas gets the forms from by which it came into the register. Applications come after the register
 * in the order of modules, so they register themselves here; where they are not loaded there are none.
 */
@Injectable()
export class SumberFormulir {
  private baca: Baca = () => Promise.resolve([]);

  daftarkan(baca: Baca): void {
    this.baca = baca;
  }

  /** The approved forms of an ormas and of the entries that were merged into it, as far as the actor may read them. */
  disetujui(aktor: Aktor, o: { id: number; opdId: number | null }): Promise<FormulirOrmas[]> {
    return this.baca(aktor, o);
  }
}

import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '../../common/domain-error.js';

/** Largest id the database can hold (INT UNSIGNED). */
const ID_MAKS = 4_294_967_295;

/** The id in an address. What is no id names nothing: `tidak-ditemukan`, not a complaint about its form. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(nilai: string): number {
    const id = /^[1-9]\d{0,9}$/.test(nilai) ? Number(nilai) : 0;
    if (id < 1 || id > ID_MAKS) throw new DomainError('tidak-ditemukan');
    return id;
  }
}

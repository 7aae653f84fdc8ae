import type * as Migrasi from '../../../src/cli/migrasi.js';
import type * as Cli from '../../../src/cli/konteks.js';
import type * as Aktor from '../../../src/common/aktor.js';
import type * as Mampatkan from '../../../src/infra/http/mampatkan.js';
import type * as AkunModul from '../../../src/modules/akun/akun.module.js';
import type * as Akun from '../../../src/modules/akun/akun.service.js';
import type * as TulisXlsx from '../../../src/infra/lembar/tulis-xlsx.js';
import type * as ImporBaca from '../../../src/modules/ormas/impor-baca.service.js';
import type * as ImporMasukkan from '../../../src/modules/ormas/impor-masukkan.service.js';
import type * as ImporPeriksa from '../../../src/modules/ormas/impor-periksa.service.js';
import type * as ImporPratinjau from '../../../src/modules/ormas/impor-pratinjau.service.js';
import type * as Csv from '../../../src/modules/ormas/impor/csv.js';
import type * as ImporModul from '../../../src/modules/ormas/impor.module.js';
import type * as Impor from '../../../src/modules/ormas/impor.service.js';

/** The modules of the built app that measurements use, with the types of their sources. */
interface ModulApp {
  'cli/konteks.js': typeof Cli;
  'cli/migrasi.js': typeof Migrasi;
  'common/aktor.js': typeof Aktor;
  'infra/http/mampatkan.js': typeof Mampatkan;
  'modules/akun/akun.module.js': typeof AkunModul;
  'modules/akun/akun.service.js': typeof Akun;
  'infra/lembar/tulis-xlsx.js': typeof TulisXlsx;
  'modules/ormas/impor-baca.service.js': typeof ImporBaca;
  'modules/ormas/impor-masukkan.service.js': typeof ImporMasukkan;
  'modules/ormas/impor-periksa.service.js': typeof ImporPeriksa;
  'modules/ormas/impor-pratinjau.service.js': typeof ImporPratinjau;
  'modules/ormas/impor/csv.js': typeof Csv;
  'modules/ormas/impor.module.js': typeof ImporModul;
  'modules/ormas/impor.service.js': typeof Impor;
}

/** Where a file of the built app lies. */
export const dist = (jalur: string): string => new URL(`../../../dist/${jalur}`, import.meta.url).href;

/** A module of the built app. */
export async function muat<J extends keyof ModulApp>(jalur: J): Promise<ModulApp[J]> {
  return (await import(dist(jalur))) as ModulApp[J];
}

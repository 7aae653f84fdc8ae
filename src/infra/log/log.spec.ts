import { QueryFailedError } from 'typeorm';
import { isiGalat } from './log.js';

const NILAI = 'Kenanga Khayal, 3271000000000001';

/** As the driver makes one: what it knows hangs on it beside the message. */
const dariDriver = (kode: string | undefined, pesan: string, lain: object = {}): Error =>
  Object.assign(new Error(pesan), kode === undefined ? {} : { code: kode }, lain);

describe('what the log says of an error of the database', () => {
  it.each<[string, string | undefined]>([
    ['a value that is there already', 'ER_DUP_ENTRY'],
    ['a warning that became one', 'WARN_DATA_TRUNCATED'],
    ['a line that was cut', 'PROTOCOL_CONNECTION_LOST'],
    ['an answer that did not come', 'PROTOCOL_SEQUENCE_TIMEOUT'],
    ['a server that went', 'ECONNRESET'],
    ['one without a code', undefined],
  ])('is where it happened and its code, never its words: %s', (_, kode) => {
    const pesan = `Duplicate entry '${NILAI}\n    at ${NILAI}' for key 'x'`;
    for (const galat of [
      new QueryFailedError('INSERT INTO akun (nama) VALUES (?)', [NILAI], dariDriver(kode, pesan)),
      dariDriver(kode, pesan, { sqlMessage: pesan, sqlState: '23000' }),
    ]) {
      const isi = isiGalat(galat);
      expect(JSON.stringify(isi)).not.toContain('Kenanga');
      expect([isi.kode, isi.galat]).toEqual([kode, galat.name]);
      expect(isi.jejak).toMatch(/^\s+at .*log\.spec/m);
    }
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR'])(
    'does not name the server when it cannot be reached (%s)',
    (kode) => {
      const isi = isiGalat(dariDriver(kode, `connect ${kode} basisdata.kota.example:3306`));
      expect(isi).toMatchObject({ kode });
      expect(JSON.stringify(isi)).not.toContain('kota.example');
    },
  );

  it('of our own mistakes the words are kept: without them they are not found', () => {
    expect(isiGalat(new TypeError('x is not a function')).jejak).toContain('x is not a function');
    expect(isiGalat(dariDriver('ERR_INVALID_ARG_TYPE', 'must be a string')).jejak).toContain('must be a string');
  });
});

import { MIGRASI } from '../../database/migrations/index.js';
import { ConfigError } from '../config/config.js';
import { periksaSkema } from './periksa-awal.js';

describe('the schema that a process finds when it starts', () => {
  const kenal = MIGRASI.map((m) => m.name);

  it('is taken as it is, and with a warning when a newer version has been at it', () => {
    expect(periksaSkema(kenal)).toBeNull();
    expect(periksaSkema([...kenal, 'Nanti9999999999999'])).toContain('lebih baru daripada versi portal ini (1 migrasi');
  });

  it('stops the start when something of it is missing, whatever else is there', () => {
    expect(() => periksaSkema(kenal.slice(1))).toThrow(ConfigError);
    expect(() => periksaSkema([...kenal.slice(1), 'Nanti9999999999999'])).toThrow('belum mutakhir (1 migrasi');
  });
});

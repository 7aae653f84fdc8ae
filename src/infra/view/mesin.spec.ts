import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Mesin } from './mesin.js';

describe('the template engine', () => {
  let akar: string;

  beforeEach(() => {
    akar = mkdtempSync(join(tmpdir(), 'mesin-'));
  });
  afterEach(() => rmSync(akar, { recursive: true }));

  function buat(berkas: Record<string, string>): Mesin {
    for (const [nama, isi] of Object.entries(berkas)) {
      mkdirSync(dirname(join(akar, nama)), { recursive: true });
      writeFileSync(join(akar, `${nama}.hbs`), isi);
    }
    return new Mesin({ akar });
  }

  it('places a page in its layout, with partials by their path', () => {
    const mesin = buat({
      'layouts/utama': '<main>{{judul}}{{{isi}}}</main>',
      'partials/nama': '<b>{{nama}}</b>',
      'ormas/daftar': '{{!< layouts/utama}}\n{{#each ormas}}{{> partials/nama}}{{/each}}',
    });
    expect(mesin.render('ormas/daftar', { judul: 'Ormas', ormas: [{ nama: 'A & B' }] })).toBe(
      '<main>Ormas<b>A &amp; B</b></main>',
    );
    expect(mesin.semua()).toEqual(['layouts/utama', 'ormas/daftar', 'partials/nama']);
  });

  it.each([
    ['a value', '{{skro}}'],
    ['a list', '{{#each skro}}x{{/each}}'],
    ['a context of a partial', '{{> partials/p skro}}'],
    ['a value to be formatted', '{{rupiah skro}}'],
  ])('refuses %s that the presenter did not give', (_, teks) => {
    const mesin = buat({ halaman: teks, 'partials/p': 'x' });
    expect(() => mesin.render('halaman', { skor: 1 })).toThrow(/halaman\.hbs: .*skro/);
  });

  it('takes an absent field as "no" when it is only asked for', () => {
    const mesin = buat({ halaman: '{{#if galat}}ada{{else}}tidak{{/if}}{{#if (or a b)}}x{{/if}}' });
    expect(mesin.render('halaman', {})).toBe('tidak');
  });

  it.each([
    ['helper', '{{tgl waktu}}', /tgl/],
    ['partial', '{{> partials/tak-ada}}', /partials\/tak-ada/],
    ['layout', '{{!< layouts/tak-ada}}', /layouts\/tak-ada/],
    ['icon', "{{ikon 'gajah'}}", /gajah/],
    ['asset', "{{aset 'tak-ada.css'}}", /tak-ada\.css/],
    ['block end', '{{#if a}}', /Parse error/],
  ])('does not start with an unknown %s', (_, teks, pesan) => {
    expect(() => buat({ 'a/halaman': teks })).toThrow(pesan);
    expect(() => buat({ 'a/halaman': teks })).toThrow(/a\/halaman\.hbs/);
  });

  it('reads a field that is called like a helper', () => {
    const mesin = buat({ halaman: '{{tanggal}} {{tanggal tanggal}}' });
    expect(mesin.render('halaman', { tanggal: '2026-12-05' })).toBe('2026-12-05 5 Desember 2026');
  });

  it('writes dates and figures as the office does', () => {
    const mesin = buat({
      halaman: '{{tanggalJam saat}} {{desimal skor}} {{angka n}} {{rupiah uang}} {{persen cakupan}} {{nip nip}}',
    });
    const data = {
      saat: new Date('2026-11-30T17:01:00Z'),
      skor: '68.7',
      n: 10000,
      uang: '1250000',
      cakupan: '94',
      nip: '196009101980031003',
    };
    expect(mesin.render('halaman', data)).toBe(
      '1 Desember 2026, 00.01 WIB 68,70 10.000 Rp1.250.000,00 94% 19600910 198003 1 003',
    );
  });

  it('sees only the own fields of the data', () => {
    const mesin = buat({ halaman: '{{#if constructor}}ya{{else}}tidak{{/if}}' });
    expect(mesin.render('halaman', { a: 1 })).toBe('tidak');
  });

  it('names the page that does not exist', () => {
    expect(() => buat({}).render('ormas/daftar', {})).toThrow("No template named 'ormas/daftar'");
  });
});

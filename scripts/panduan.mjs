// node scripts/panduan.mjs [PICTURE …]: the pictures of docs/panduan/ and of the README, taken from the demonstration
// portal that is up (its address in var/portal.json, its accounts in var/akun-contoh.json; PORTAL_VAR names another
// folder). It signs in and looks; it changes nothing. Office roles at 1280 px, the secretary's phone at 360 px.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './lib/main.mjs';
import { ensurePrograms } from './lib/programs.mjs';
import { NODE, ROOT, Stopped, UserError } from './lib/root.mjs';
import { readRunning } from './lib/running.mjs';
import { readSettings } from './lib/settings.mjs';

const FOLDER = join(ROOT, 'docs', 'panduan', 'gambar');
const DESK = { width: 1280, height: 860, deviceScaleFactor: 1 };
const PHONE = { width: 360, height: 740, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };
const LARGEST = 80_000;
/** Tallest picture in CSS pixels: what does not fit is not read in a guide either. */
const TALLEST = { desk: 1000, phone: 1000 };

/**
 * The pictures: `[name, role, ...way]`. A way is a list of steps: an address (`/ormas`), or `→ selector` to follow the
 * first link that it finds, a function, or what to do at the end: `isi` types into fields (nothing is sent), `buka`
 * unfolds, `tinggi` is a height of its own.
 */
const PICTURES = [
  ['masuk', null, '/masuk'],
  ['beranda-petugas', 'petugas', '/'],
  ['beranda-kabid', 'kabid', '/'],
  ['beranda-kaban', 'kaban', '/'],
  ['beranda-opd', 'opd', '/'],
  ['beranda-pimpinan', 'pimpinan', '/'],
  ['beranda-admin', 'admin', '/'],
  ['beranda-sekretaris', 'sekretaris', '/'],

  ['pengguna', 'admin', '/pengguna'],
  ['setelan', 'admin', '/setelan'],
  ['sistem', 'admin', '/sistem'],
  ['sesi', 'admin', '/akun/sesi'],
  ['jejak-audit', 'admin', '/audit'],

  ['antrean', 'petugas', '/kegiatan'],
  ['verifikasi', 'petugas', '/kegiatan', '→ main tbody th a'],
  ['ormas-daftar', 'petugas', '/ormas?urut=skor&arah=turun'],
  ['ormas-rincian', 'petugas', '/ormas?urut=skor&arah=turun', '→ main tbody th a'],
  ['klaster', 'petugas', '/klaster'],
  ['tetapkan-klaster', 'petugas', '/ormas?opd=belum', '→ main tbody th a', '→ main a[href$="/klaster"]'],
  ['iko-tahun', 'petugas', '/penilaian', '→ main tbody tr:nth-child(2) th a'],
  [
    'iko-ormas',
    'petugas',
    '/penilaian',
    '→ main tbody tr:nth-child(2) th a',
    '→ main tbody th a[href*="/ormas/"]',
    // the first domain, its first indicator, and the first fact behind that
    {
      buka: 'details.jejak > .jejak-isi > details.jejak:first-child, .jejak-isi > .butir + details.jejak',
      tinggi: 1300,
    },
  ],
  [
    'iko-tingkat',
    'petugas',
    '/penilaian',
    '→ main tbody tr:nth-child(1) th a',
    skor,
    '→ main a[href*="/tingkat/EFK2"]',
  ],
  ['laporan', 'petugas', '/laporan'],
  ['laporan-rinci', 'kabid', '/laporan', '→ main a[href^="/laporan/"]:not([href$="/unduh"])'],

  ['klaster-opd', 'opd', '/klaster'],
  ['konfirmasi-opd', 'opd', '/kegiatan', '→ main tbody th a', { tinggi: 1150 }],

  ['kegiatan-sekretaris', 'sekretaris', '/', '→ main a[href*="/kegiatan?tahun"]'],
  [
    'lapor-kegiatan',
    'sekretaris',
    '/',
    '→ main a[href$="/kegiatan/baru"]',
    { isi: { judul: 'Tanam pohon di bantaran sungai', tempat: 'Lapangan RW 05' } },
  ],
  ['periksa-laporan', 'sekretaris', '/', '→ main a[href^="/kegiatan/"][href$="/ubah"]', periksa],
  ['rencana', 'sekretaris', '/', '→ main a[href*="/kegiatan?tahun"]', '→ main a[href$="/rencana"]'],
];

/** A year that was never scored has no list of results: go on to any ormas of it. */
async function skor(page, { address }) {
  const year = new URL(page.url()).pathname.split('/')[2];
  const listed = await page.$('main tbody th a[href*="/ormas/"]');
  if (listed) return go(page, new URL(await listed.evaluate((a) => a.href)).pathname, address);
  await go(page, '/ormas?urut=skor&arah=turun', address);
  const ormas = await page.$eval('main tbody th a', (a) => a.getAttribute('href'));
  return go(page, `/penilaian/${year}${ormas}`, address);
}

/** From the form of a report to the page on which it is checked before it is sent. */
async function periksa(page, { address }) {
  return go(page, new URL(page.url()).pathname.replace(/\/ubah$/, '/periksa'), address);
}

if (!process.execPath.includes('node_modules') && process.argv[1] === fileURLToPath(import.meta.url)) {
  // Puppeteer needs the project's Node, whatever the system has
  const { status } = spawnSync(NODE, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  await main(takeAll);
}

async function takeAll({ signal }) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !PICTURES.some((picture) => picture[0] === name));
  if (unknown) throw new UserError(`Tidak ada gambar bernama "${unknown}".`);
  const settings = readSettings();
  const running = readRunning(settings.varDir);
  if (!running) throw new UserError('Portal belum berjalan; jalankan "npm start" dahulu di terminal lain.');
  const accounts = readAccounts(settings.varDir);
  const { paths } = await ensurePrograms(settings.chromium ? [] : ['chromium'], { signal });
  const { default: puppeteer } = await import('puppeteer');
  const browser = await puppeteer.launch({
    executablePath: settings.chromium ?? paths.chromium,
    pipe: true,
    // the words that the browser itself writes into date fields
    env: { ...process.env, LANGUAGE: 'id' },
    args: [
      '--lang=id',
      '--hide-scrollbars',
      '--font-render-hinting=none',
      ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const place = { browser, address: running.alamat, accounts, visitors: new Map() };
  const missing = [];
  try {
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, role, ...way] of PICTURES) {
      if (signal.aborted) throw new Stopped();
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const failure = await take(place, name, role, way).catch((error) => error.message);
      if (failure) missing.push(name);
      process.stdout.write(failure ? `✗ ${name}: ${failure}\n` : '');
    }
  } finally {
    await browser.close();
  }
  if (missing.length > 0) throw new UserError(`Belum ada: ${missing.join(', ')}.`);
}

function readAccounts(varDir) {
  try {
    return JSON.parse(readFileSync(join(varDir, 'akun-contoh.json'), 'utf8'));
  } catch {
    throw new UserError(`Tidak ada akun-contoh.json di ${varDir}; gambar diambil dari kota contoh ("npm start").`);
  }
}

/** Takes one picture; resolves to nothing, rejects with what stood in the way. */
async function take(place, name, role, way) {
  const page = await visitor(place, role);
  let options = {};
  for (const step of way) {
    if (typeof step === 'function') await step(page, place);
    else if (typeof step === 'object') options = step;
    else if (step.startsWith('→ ')) await follow(page, step.slice(2), place.address);
    else await go(page, step, place.address);
  }
  for (const [field, text] of Object.entries(options.isi ?? {})) await page.type(`[name="${field}"]`, text);
  if (options.buka) await page.$$eval(options.buka, (folds) => folds.forEach((fold) => (fold.open = true)));
  await page.$eval('body', (body) => body.ownerDocument.activeElement?.blur());
  await page.$eval('body', (body) => body.ownerDocument.fonts.ready.then(() => true));
  await lookAtAll(page);
  const phone = role === 'sekretaris';
  const full = await page.$eval('html', (html) => html.scrollHeight);
  const { width } = phone ? PHONE : DESK;
  const tallest = options.tinggi ?? (phone ? TALLEST.phone : TALLEST.desk);
  const shoot = (height) =>
    page.screenshot({ clip: { x: 0, y: 0, width, height: Math.min(full, height) }, captureBeyondViewport: true });
  const { data, colours } = await fit(shoot, tallest);
  writeFileSync(join(FOLDER, `${name}.png`), data);
  process.stdout.write(
    `✓ ${name.padEnd(22)} ${String(Math.round(data.length / 1000)).padStart(3)} kB, ${colours} warna\n`,
  );
}

/** Pictures further down are loaded when they come into sight. */
async function lookAtAll(page) {
  await page.$$eval('img[loading="lazy"]', (images) =>
    Promise.all(
      images.map((image) => {
        image.loading = 'eager';
        return image.decode().catch(() => undefined);
      }),
    ),
  );
}

/** The page of somebody signed in, one for each role; for the public a fresh one. */
async function visitor(place, role) {
  const known = place.visitors.get(role);
  if (known) return known;
  const candidates = place.accounts.filter((account) => account.peran === role);
  if (role && candidates.length === 0) throw new UserError(`Tidak ada akun contoh dengan peran ${role}.`);
  let page;
  // of the secretaries and OPD one for whom something waits, or there would be nothing to see
  const sought = { sekretaris: 'main a[href^="/kegiatan/"][href$="/ubah"]', opd: 'main a[href="/kegiatan"]' }[role];
  for (const account of role ? candidates : [null]) {
    const context = await place.browser.createBrowserContext();
    page = await context.newPage();
    await page.setViewport(role === 'sekretaris' ? PHONE : DESK);
    page.on('dialog', (dialog) => void dialog.accept());
    if (account) await signIn(page, account, place.address);
    if (!sought || (await page.$(sought))) break;
  }
  place.visitors.set(role, page);
  return page;
}

async function signIn(page, { surel, sandi }, address) {
  await go(page, '/masuk', address);
  await page.type('[name="surel"]', surel);
  await page.type('[name="sandi"]', sandi);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main button.btn-primary')]);
  if (new URL(page.url()).pathname === '/masuk') throw new UserError(`${surel} tidak dapat masuk.`);
}

async function go(page, path, address) {
  const answer = await page.goto(`${address}${path}`, { waitUntil: 'load' });
  if (answer && answer.status() >= 400) throw new UserError(`${path} menjawab ${answer.status()}`);
}

async function follow(page, selector, address) {
  const link = await page.$(selector);
  if (!link) throw new UserError(`tidak ada tautan ${selector} di ${new URL(page.url()).pathname}`);
  await go(page, await link.evaluate((a) => a.getAttribute('href')), address);
}

/** A palette picture of at most LARGEST bytes: as many colours as fit, then less of the page. */
async function fit(shoot, tallest) {
  const { default: sharp } = await import('sharp');
  let last;
  for (const height of [tallest, tallest * 0.85, tallest * 0.7, tallest * 0.55]) {
    const raw = await shoot(Math.round(height));
    for (const colours of [128, 64]) {
      const data = await sharp(raw).png({ palette: true, colours, effort: 8, dither: 0 }).toBuffer();
      last = { data, colours };
      if (data.length <= LARGEST) return last;
    }
  }
  return last;
}

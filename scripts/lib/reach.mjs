import { connect } from 'node:net';
import { UserError } from './root.mjs';

const WITHIN = 5_000;

/**
 * Tries the servers that the person named, once each, before anything is built upon them.
 * @param settings {databaseUrl?, redisUrl?} as readSettings gives them; one that is not given is not tried
 * @throws UserError naming the variable whose server does not answer (never its password)
 */
export async function checkServers({ databaseUrl, redisUrl }) {
  await Promise.all([databaseUrl && checkDatabase(new URL(databaseUrl)), redisUrl && checkRedis(new URL(redisUrl))]);
}

/** MySQL and MariaDB speak first: a packet whose fifth byte is the protocol's version, 10 (255: the server refuses us). */
async function checkDatabase(url) {
  const { bytes, why } = await firstWords(url, 3306, {});
  if (bytes?.[4] === 10) return;
  const refused = bytes?.[4] === 255;
  throw new UserError(
    `DATABASE_URL menunjuk ${placeOf(url, 3306)}, tetapi ${
      refused ? 'server di sana menolak sambungan' : `tidak ada MySQL atau MariaDB yang menjawab di sana (${why})`
    }; periksa alamatnya, atau kosongkan DATABASE_URL agar portal memakai MariaDB miliknya sendiri.`,
  );
}

async function checkRedis(url) {
  // what is said inside TLS the portal itself will see
  const says = url.protocol === 'redis:' ? greeting(url) : null;
  const { bytes, why } = await firstWords(url, 6379, { says, connected: says === null });
  const answer = bytes?.toString('latin1') ?? '';
  if (says === null ? why === undefined : /^[+-]/.test(answer) && !/WRONGPASS|NOAUTH/.test(answer)) return;
  const problem = answer.startsWith('-') ? 'Redis di sana menolak sandinya' : `tidak ada Redis yang menjawab di sana`;
  throw new UserError(
    `REDIS_URL menunjuk ${placeOf(url, 6379)}, tetapi ${problem}${why ? ` (${why})` : ''}; ` +
      'periksa alamatnya, atau kosongkan REDIS_URL agar portal memakai Redis miliknya sendiri.',
  );
}

function greeting({ username, password }) {
  if (!password) return command('PING');
  return command('AUTH', ...[username, password].filter(Boolean).map(decodeURIComponent));
}

function command(...words) {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/** @returns {Promise<{bytes?: Buffer, why?: string}>} the first bytes that arrive, or why none did */
function firstWords(url, port, { says, connected = false }) {
  return new Promise((resolve) => {
    const socket = connect({ host: hostOf(url), port: Number(url.port || port) }, () => {
      if (says) socket.write(says);
      if (connected) done({});
    });
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(WITHIN, () => done({ why: `tidak ada jawaban dalam ${WITHIN / 1000} detik` }));
    socket.on('error', (error) => done({ why: error.code ?? error.message }));
    socket.on('close', () => done({ why: 'sambungan ditutup' }));
    socket.on('data', (bytes) => done({ bytes }));
  });
}

function hostOf({ hostname }) {
  return hostname.replace(/^\[|\]$/g, '');
}

function placeOf(url, port) {
  return `${url.hostname}:${url.port || port}`;
}

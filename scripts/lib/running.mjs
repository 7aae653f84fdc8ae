import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, myself } from './process.mjs';

/** `<var>/portal.json` says where the portal of that folder answers, while it is up. */
const fileOf = (varDir) => join(varDir, 'portal.json');

/** @returns {{pid: number, alamat: string} | null} the portal that is up with this var folder */
export function readRunning(varDir) {
  try {
    const running = JSON.parse(readFileSync(fileOf(varDir), 'utf8'));
    return isAlive(running) ? running : null;
  } catch {
    return null;
  }
}

export function writeRunning(varDir, alamat) {
  const temporary = `${fileOf(varDir)}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify({ ...myself(), alamat }, null, 2)}\n`);
  renameSync(temporary, fileOf(varDir));
}

export function removeRunning(varDir) {
  rmSync(fileOf(varDir), { force: true });
}

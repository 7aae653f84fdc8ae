import { readdirSync, readFileSync } from 'node:fs';
import { kill } from 'node:process';
import { setTimeout as tunggu } from 'node:timers/promises';

function baca(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process ended between the listing and the reading
  }
}

/** Living processes (zombies do not count) of a process group, read from /proc. */
export function anggotaGrup(pgid: number): number[] {
  return readdirSync('/proc')
    .filter((nama) => /^\d+$/.test(nama))
    .map(Number)
    .filter((pid) => {
      // "pid (name) state ppid pgrp …"; the name may hold spaces and brackets.
      const stat = baca(`/proc/${pid}/stat`);
      const [status, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(pgrp) === pgid && status !== 'Z' && status !== 'X';
    });
}

/**
 * Memory a process group holds, in bytes: the proportional share (PSS) of every process, in which a page that several
 * map counts once. A plain sum of RSS would count the program itself, 170 MB, eight times. Where the kernel hides the
 * share of a sandboxed process, its private and shared pages count whole: an upper bound.
 */
export function memoriGrup(pgid: number): number {
  let jumlah = 0;
  for (const pid of anggotaGrup(pgid)) {
    const pss = kilobyte(baca(`/proc/${pid}/smaps_rollup`), 'Pss');
    const status = pss === 0 ? baca(`/proc/${pid}/status`) : '';
    jumlah += pss + kilobyte(status, 'RssAnon') + kilobyte(status, 'RssShmem');
  }
  return jumlah * 1024;
}

function kilobyte(isi: string, nama: string): number {
  return Number(new RegExp(`^${nama}:\\s+(\\d+) kB`, 'm').exec(isi)?.[1] ?? 0);
}

/** Ends a whole process group and waits until none of it lives, 5 s at most. A group already gone is fine. */
export async function akhiriGrup(pgid: number): Promise<void> {
  try {
    kill(-pgid, 'SIGKILL');
  } catch {
    return; // no such group
  }
  // The children are the browser's, not ours: the kernel tells us nothing of their end.
  for (let i = 0; i < 250 && anggotaGrup(pgid).length > 0; i++) await tunggu(20);
}

/** Whether a process of this number lives. */
export function hidup(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

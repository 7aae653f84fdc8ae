import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../common/domain-error.js';

/** argon2id with 19 MiB, two passes, one lane (OWASP Password Storage, 2024). */
const OPSI = { algorithm: 2 /* argon2id */, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords that are guessed first; the rest of the work is done by length and by throttling. */
const UMUM = new Set(
  'password passw0rd 12345678 123456789 1234567890 qwertyuiop qwerty123 11111111 00000000 88888888 iloveyou indonesia indonesia1 bismillah bismillah1 rahasia123 rahasia1234 katasandi katasandi123 kotabogor bogor12345 bogorkota admin1234 administrator sayangku sayangkamu anjing123 bakesbangpol kesbangpol persib1933 abcd1234 abcdefgh 1q2w3e4r 1qaz2wsx asdfghjkl zxcvbnm123 merdeka1945 pancasila pancasila1 garuda123 portaliko'.split(
    ' ',
  ),
);

/** Shortest and longest password, in characters (ASVS 5.0 6.2.1, 6.2.9). */
export const PANJANG_SANDI = { min: 10, maks: 128 } as const;

/** Why a new password cannot be used, in a sentence; null when it can. No composition rules (ASVS 6.2.5). */
export function alasanSandiDitolak(sandi: string, surel: string): string | null {
  if ([...sandi].length < PANJANG_SANDI.min)
    return `Kata sandi paling sedikit ${PANJANG_SANDI.min} karakter; beberapa kata yang mudah Anda ingat lebih baik.`;
  if ([...sandi].length > PANJANG_SANDI.maks) return `Kata sandi paling banyak ${PANJANG_SANDI.maks} karakter.`;
  const kecil = sandi.toLowerCase();
  if (UMUM.has(kecil) || /^(.)\1+$/.test(kecil)) return 'Kata sandi ini terlalu mudah ditebak. Pilih yang lain.';
  const nama = surel.split('@')[0]?.toLowerCase() ?? '';
  if (nama.length >= 4 && kecil.includes(nama)) return 'Kata sandi tidak boleh memuat nama surel Anda.';
  return null;
}

/** The argon2id hash of a password that has passed `alasanSandiDitolak`; throws `isian-tidak-sah` otherwise. */
export async function hashSandi(sandi: string, surel: string): Promise<string> {
  const alasan = alasanSandiDitolak(sandi, surel);
  if (alasan) throw new DomainError('isian-tidak-sah', alasan, { isian: [{ bidang: 'sandiBaru', pesan: alasan }] });
  return hash(sandi, OPSI);
}

/** A hash of nothing anyone knows: checking against it takes as long as a real account. */
let umpan: Promise<string> | undefined;

/** Whether the password fits. Takes as long for an unknown account (`tersimpan` null) as for a known one. */
export async function cocokSandi(tersimpan: string | null, sandi: string): Promise<boolean> {
  if (tersimpan === null) {
    umpan ??= hash('akun yang tidak ada', OPSI);
    await verify(await umpan, sandi.slice(0, PANJANG_SANDI.maks));
    return false;
  }
  return verify(tersimpan, sandi.slice(0, 4 * PANJANG_SANDI.maks));
}

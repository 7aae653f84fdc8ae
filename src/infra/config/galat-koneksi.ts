const SEBAB: Record<string, string> = {
  ECONNREFUSED: 'tidak ada server yang menjawab di alamat itu',
  ECONNRESET: 'server di alamat itu memutus sambungan',
  ETIMEDOUT: 'server di alamat itu tidak menjawab',
  EHOSTUNREACH: 'alamat server itu tidak terjangkau',
  ENOTFOUND: 'nama server itu tidak dikenal',
  EAI_AGAIN: 'nama server itu tidak dapat dicari',
  ER_ACCESS_DENIED_ERROR: 'server menolak pengguna atau sandinya',
  ER_DBACCESS_DENIED_ERROR: 'penggunanya tidak berhak atas basis data itu',
  ER_BAD_DB_ERROR: 'basis data dengan nama itu tidak ada',
};

/**
 * One sentence for a person when the database of DATABASE_URL cannot be used, from the error's `code`; null for any
 * other error. The driver's own words are left out: they may name the user.
 */
export function kalimatGalatKoneksi(galat: unknown): string | null {
  const kode = (galat as { code?: unknown } | null)?.code;
  const sebab = typeof kode === 'string' ? SEBAB[kode] : undefined;
  return sebab ? `Basis data menurut DATABASE_URL tidak dapat dipakai: ${sebab} (${kode as string}).` : null;
}

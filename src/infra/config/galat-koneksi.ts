const SEBAB: Record<string, string> = {
  ECONNREFUSED: 'tidak ada server yang menjawab di sana',
  ECONNRESET: 'server di sana memutus sambungan',
  PROTOCOL_CONNECTION_LOST: 'server di sana memutus sambungan',
  ETIMEDOUT: 'server di sana tidak menjawab',
  EHOSTUNREACH: 'server itu tidak terjangkau',
  ENETUNREACH: 'server itu tidak terjangkau',
  ENOTFOUND: 'nama server itu tidak dikenal',
  EAI_AGAIN: 'nama server itu tidak dapat dicari',
  ER_ACCESS_DENIED_ERROR: 'server menolak pengguna atau sandinya',
  ER_DBACCESS_DENIED_ERROR: 'penggunanya tidak berhak atas basis data itu',
  ER_BAD_DB_ERROR: 'basis data dengan nama itu tidak ada di sana',
  ER_CON_COUNT_ERROR: 'server di sana sudah penuh sambungan',
};

/**
 * One sentence for a person when the database of DATABASE_URL cannot be used, from the error's `code`; null for any
 * other error. The driver's own words are left out: they may name the user.
 * @param di the host and port that were tried
 */
export function kalimatGalatKoneksi(galat: unknown, di?: string): string | null {
  const kode = (galat as { code?: unknown } | null)?.code;
  const sebab = typeof kode === 'string' ? SEBAB[kode] : undefined;
  if (!sebab) return null;
  const menunjuk = di ? ` menunjuk ${di}` : '';
  return `Basis data menurut DATABASE_URL${menunjuk} tidak dapat dipakai: ${sebab} (${kode as string}); periksa alamat, sandi, dan apakah server itu berjalan.`;
}

import { DomainError } from '../../common/domain-error.js';

const PESAN = {
  'waktu-habis': 'Dokumen tidak selesai dibuat dalam waktu yang disediakan. Data tidak berubah; silakan coba lagi.',
  mogok:
    'Mesin pembuat dokumen berhenti di tengah pekerjaan, juga setelah diulang. Data tidak berubah; silakan coba lagi.',
  'tidak-dapat-mulai':
    'Mesin pembuat dokumen (Chromium) tidak dapat dijalankan. Data tidak berubah; periksa pemasangan dan setelan CHROMIUM.',
  ditutup: 'Pembuatan dokumen dihentikan karena sistem sedang dimatikan. Data tidak berubah; akan dicoba lagi.',
} as const;

/** Why no PDF came out; the first three are worth another try later, `ditutup` only in another process. */
export type JenisGalatPdf = keyof typeof PESAN;

/** A document could not be rendered. The message is for people; `cause` keeps the technical reason for the log. */
export class PdfError extends DomainError {
  constructor(
    readonly jenis: JenisGalatPdf,
    cause?: unknown,
  ) {
    super('dokumen-gagal', PESAN[jenis]);
    this.cause = cause;
  }
}

import { type IsiSurat } from './surat.types.js';

/** Where the document finds the emblem among its assets; '' without one. */
export function jalurLambang(lambang: IsiSurat['kantor']['lambang']): string {
  return lambang ? `lambang/${lambang.sha256}.${lambang.mime === 'image/jpeg' ? 'jpg' : 'webp'}` : '';
}

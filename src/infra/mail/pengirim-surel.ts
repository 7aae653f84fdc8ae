import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { type Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

/** One letter. `idPesan` is the part of the Message-ID before the @: the same letter always bears the same one. */
export interface Surel {
  kepada: string;
  subjek: string;
  teks: string;
  html: string;
  idPesan: string;
}

/**
 * How a letter failed. `sementara`: the server did not take it, and may later. `tetap`: it never will (unknown address,
 * refused sender). `tidak-pasti`: the connection was lost after the whole letter had been handed over, so that it may
 * have gone out: whoever wants it at most once does not send it again.
 */
export type SifatGagal = 'sementara' | 'tetap' | 'tidak-pasti';

/** A letter was not sent. Carries codes only, never an address or a word of the letter, for it may be logged. */
export class GalatSurel extends Error {
  constructor(
    readonly sifat: SifatGagal,
    readonly code: string,
  ) {
    super(`Surel tidak terkirim (${sifat}, ${code}).`);
    this.name = 'GalatSurel';
  }
}

const SABAR_MS = 15_000;
const LOKAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Sends letters by the SMTP server of the settings; loads nothing from files or addresses named in a letter. */
@Injectable()
export class PengirimSurel {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether there is a server to send by. */
  get tersedia(): boolean {
    return this.config.surel !== null;
  }

  /** Hands one letter to the server. @throws GalatSurel when it was not taken, or when nobody can know */
  async kirim(surel: Surel): Promise<void> {
    const { surel: setelan } = this.config;
    if (setelan === null) throw new GalatSurel('tetap', 'TANPA_SMTP');
    const url = new URL(setelan.smtpUrl);
    let diserahkan = false;
    const pengirim = createTransport({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
      secure: url.protocol === 'smtps:',
      // A password never goes over the network in the clear.
      requireTLS: url.protocol === 'smtp:' && url.username !== '' && !LOKAL.has(url.hostname),
      ...(url.username !== '' && {
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      }),
      connectionTimeout: SABAR_MS,
      greetingTimeout: SABAR_MS,
      socketTimeout: SABAR_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
      // The transport tells only its log when the last byte of the letter is on its way; nothing else of it is kept.
      logger: pencatat((entri) => (diserahkan ||= entri.tnx === 'message')),
    });
    try {
      await pengirim.sendMail({
        from: setelan.pengirim,
        to: { name: '', address: surel.kepada },
        subject: surel.subjek,
        text: surel.teks,
        html: surel.html,
        messageId: `<${surel.idPesan}@${ranah(setelan.pengirim)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (galat) {
      throw bacaGalat(galat, diserahkan);
    } finally {
      pengirim.close();
    }
  }
}

/** The domain of the sender's address, for the Message-ID. */
function ranah(pengirim: string): string {
  return /@([a-z0-9.-]+)/i.exec(pengirim)?.[1] ?? 'portal.invalid';
}

/** A log that keeps nothing: each entry is shown to `lihat` and forgotten. */
function pencatat(lihat: (entri: { tnx?: unknown }) => void) {
  const buang = (): void => undefined;
  const info = (entri: unknown): void => lihat(entri ?? {});
  return { level: buang, trace: buang, debug: buang, info, warn: buang, error: buang, fatal: buang };
}

/**
 * What the failure means, from the SMTP reply (RFC 5321 §4.2.1: 4yz try again, 5yz never); without a reply from whether
 * the whole letter had been handed over when the line was cut.
 */
function bacaGalat(galat: unknown, diserahkan: boolean): GalatSurel {
  const { code, responseCode } = galat as { code?: string; responseCode?: number };
  const sandi = `${code ?? 'GALAT'}${responseCode === undefined ? '' : ` ${responseCode}`}`;
  // A sign-in that is refused is a matter of our settings, which somebody will put right.
  if (code === 'EAUTH') return new GalatSurel('sementara', sandi);
  if (responseCode !== undefined) return new GalatSurel(responseCode >= 500 ? 'tetap' : 'sementara', sandi);
  if (diserahkan) return new GalatSurel('tidak-pasti', sandi);
  return new GalatSurel(code === 'EENVELOPE' || code === 'EMESSAGE' ? 'tetap' : 'sementara', sandi);
}

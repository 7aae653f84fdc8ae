import { createServer, type Server, type Socket } from 'node:net';
import { type AddressInfo } from 'node:net';

/** A letter as the server took it. `isi` is the whole message with its headers. */
export interface SurelDiterima {
  dari: string;
  kepada: string[];
  isi: string;
}

/** What the server answers to a command instead of its usual reply; `'putus'` cuts the line without an answer. */
export type Gangguan = (perintah: 'RCPT' | 'DATA' | 'ISI') => string | undefined;

/** A small mail server on this machine that speaks as much SMTP as a sender asks for (RFC 5321), without TLS. */
export class PeladenSurel {
  readonly diterima: SurelDiterima[] = [];
  gangguan: Gangguan = () => undefined;
  private readonly soket = new Set<Socket>();

  private constructor(private readonly peladen: Server) {}

  static async nyalakan(): Promise<PeladenSurel> {
    const peladen = createServer();
    const ini = new PeladenSurel(peladen);
    peladen.on('connection', (soket) => ini.layani(soket));
    await new Promise<void>((siap) => peladen.listen(0, '127.0.0.1', siap));
    return ini;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.peladen.address() as AddressInfo).port}`;
  }

  async matikan(): Promise<void> {
    for (const s of this.soket) s.destroy();
    await new Promise<void>((selesai) => this.peladen.close(() => selesai()));
  }

  private layani(soket: Socket): void {
    this.soket.add(soket);
    soket.on('close', () => this.soket.delete(soket)).on('error', () => undefined);
    let sisa = '';
    let surat: SurelDiterima = { dari: '', kepada: [], isi: '' };
    let dalamIsi = false;
    const jawab = (baku: string, perintah?: 'RCPT' | 'DATA' | 'ISI'): boolean => {
      const lain = perintah && this.gangguan(perintah);
      if (lain === 'putus') {
        soket.destroy();
        return false;
      }
      soket.write(`${lain ?? baku}\r\n`);
      return lain === undefined;
    };
    jawab('220 uji.contoh.invalid ESMTP');
    soket.setEncoding('utf8').on('data', (teks: string) => {
      sisa += teks;
      for (;;) {
        const akhir = sisa.indexOf(dalamIsi ? '\r\n.\r\n' : '\r\n');
        if (akhir < 0) return;
        const baris = sisa.slice(0, akhir);
        sisa = sisa.slice(akhir + (dalamIsi ? 5 : 2));
        if (dalamIsi) {
          dalamIsi = false;
          if (jawab('250 OK', 'ISI')) this.diterima.push({ ...surat, isi: baris });
          surat = { dari: '', kepada: [], isi: '' };
        } else if (/^EHLO|^HELO/i.test(baris)) jawab('250 uji.contoh.invalid');
        else if (/^MAIL FROM:/i.test(baris)) {
          surat = { dari: /<(.*?)>/.exec(baris)?.[1] ?? '', kepada: [], isi: '' };
          jawab('250 OK');
        } else if (/^RCPT TO:/i.test(baris)) {
          if (jawab('250 OK', 'RCPT')) surat.kepada.push(/<(.*?)>/.exec(baris)?.[1] ?? '');
        } else if (/^DATA/i.test(baris)) dalamIsi = jawab('354 Silakan', 'DATA');
        else if (/^QUIT/i.test(baris)) {
          jawab('221 Selesai');
          soket.end();
        } else jawab('250 OK');
      }
    });
  }
}

import { Progress } from '../../scripts/lib/progress.mjs';

/** What a set-up prints; `menulis` resolves when a text has been printed. */
function keluaran(isTTY: boolean) {
  let teks = '';
  const menunggu: { kata: string; selesai: () => void }[] = [];
  return {
    aliran: {
      isTTY,
      write: (t: string) => {
        teks += t;
        for (const m of menunggu) if (teks.includes(m.kata)) m.selesai();
      },
    },
    teks: () => teks,
    menulis: (kata: string) => new Promise<void>((selesai) => menunggu.push({ kata, selesai })),
  };
}

describe('what a set-up tells of its steps', () => {
  it('where the output is a file: that a step began, that it still goes on, and that it is done', async () => {
    const { aliran, teks, menulis } = keluaran(false);
    await new Progress(aliran, { every: 1 }).step('Paket npm', () => menulis('masih berjalan'));
    const baris = teks().trimEnd().split('\n');
    expect(baris[0]).toBe('  … Paket npm');
    expect(baris[1]).toMatch(/^ {2}… Paket npm, masih berjalan \(\d+,\d dtk\)$/);
    expect(baris.at(-1)).toMatch(/^ {2}✓ Paket npm +\d+,\d dtk$/);
  });

  it('says nothing more of a step that failed', async () => {
    const { aliran, teks } = keluaran(false);
    const gagal = new Progress(aliran, { every: 1 }).step('Kode', () => Promise.reject(new Error('Tidak jadi')));
    await expect(gagal).rejects.toThrow('Tidak jadi');
    expect(teks()).toBe('  … Kode\n');
  });

  it('on a terminal shows the step in one line that the result replaces', async () => {
    const { aliran, teks } = keluaran(true);
    await new Progress(aliran, { every: 1 }).step('Kode', () => Promise.resolve());
    expect(teks()).not.toMatch(/… Kode\n/);
    expect(teks()).toContain('\r\u001b[K  … Kode\r');
  });
});

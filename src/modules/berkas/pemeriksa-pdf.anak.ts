import process from 'node:process';
import { periksaPdf } from './periksa-pdf.ts';

// The child of `pemeriksa-pdf.ts`: says that it is ready, and then one verdict for each document it is handed. It ends
// when its parent does. Types only are stripped from it and from what it imports when it runs as it stands.
process.on('disconnect', () => process.exit());
process.on('message', (bita: Uint8Array) => {
  void periksaPdf(Buffer.from(bita.buffer, bita.byteOffset, bita.byteLength)).then((alasan) =>
    process.send?.({ alasan }),
  );
});
process.send?.('siap');

// Long work shows itself: follows the event stream of each running piece of work. The page is right without it (the
// server rendered the present state, and a noscript refresh reloads it). Parts of the page that tell the state in other
// words than the progress itself carry data-ikut="name": when the state changes they are taken from the page as the
// server would draw it now. A page that shows how it ended in data-ikut="akhir" is never loaded anew.
const angka = new Intl.NumberFormat('id-ID');

for (const wadah of document.querySelectorAll('[data-sse]')) ikuti(wadah);

function ikuti(wadah) {
  const sumber = new EventSource(wadah.dataset.sse);
  const batang = wadah.querySelector('progress');
  const kalimat = wadah.querySelector('[data-kalimat]');
  const hitungan = wadah.querySelector('[data-hitungan]');
  let keadaan = wadah.dataset.keadaan;
  sumber.addEventListener('message', (e) => {
    const pesan = JSON.parse(e.data);
    batang.max = Math.max(pesan.jumlah, 1);
    batang.value = pesan.selesai;
    // Of how many is not known at first.
    hitungan.textContent = pesan.jumlah > 0 ? `${angka.format(pesan.selesai)} dari ${angka.format(pesan.jumlah)}` : '';
    if (kalimat.textContent !== pesan.kalimat) kalimat.textContent = pesan.kalimat;
    const berganti = pesan.keadaan !== keadaan;
    keadaan = pesan.keadaan;
    if (!pesan.tuntas) {
      if (berganti) segarkan().catch(() => undefined); // the next change tries again
      return;
    }
    sumber.close();
    if (!document.querySelector('[data-ikut="akhir"]')) return location.reload();
    wadah.querySelector('[data-saat-berjalan]')?.remove();
    segarkan().catch(() => location.reload());
  });
  window.addEventListener('pagehide', () => sumber.close());
}

let urutan = 0;

/** Takes the parts that follow from the page as it is now; of answers that overtake each other the last asked for wins. */
async function segarkan() {
  const ke = ++urutan;
  const jawaban = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!jawaban.ok || jawaban.redirected) throw new Error('The page could not be read');
  const kini = new DOMParser().parseFromString(await jawaban.text(), 'text/html');
  if (ke !== urutan) return;
  for (const lama of document.querySelectorAll('[data-ikut]')) {
    const baru = kini.querySelector(`[data-ikut="${lama.dataset.ikut}"]`);
    if (baru) lama.replaceWith(document.adoptNode(baru));
  }
}

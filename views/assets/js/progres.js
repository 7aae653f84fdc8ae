// Long work shows itself: follows the event stream of each running piece of work. The page is right without it (the
// server rendered the present state, and a noscript refresh reloads it).
const angka = new Intl.NumberFormat('id-ID');

for (const wadah of document.querySelectorAll('[data-sse]')) ikuti(wadah);

function ikuti(wadah) {
  const sumber = new EventSource(wadah.dataset.sse);
  const batang = wadah.querySelector('progress');
  const kalimat = wadah.querySelector('[data-kalimat]');
  const hitungan = wadah.querySelector('[data-hitungan]');
  sumber.addEventListener('message', (e) => {
    const pesan = JSON.parse(e.data);
    batang.max = Math.max(pesan.jumlah, 1);
    batang.value = pesan.selesai;
    hitungan.textContent = `${angka.format(pesan.selesai)} dari ${angka.format(pesan.jumlah)}`;
    if (kalimat.textContent !== pesan.kalimat) kalimat.textContent = pesan.kalimat;
    if (!pesan.tuntas) return;
    sumber.close();
    location.reload();
  });
  window.addEventListener('pagehide', () => sumber.close());
}

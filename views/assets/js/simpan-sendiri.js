// A form with data-simpan-sendiri="120" sends its draft to the portal by itself, at most once in so many seconds while one
// types, and says when. It goes the way of the button "Simpan draf": the same address, the version that was seen, a new
// one-time token from the answer. Left to the button: files with their captions, and taking photos off. A conflict or an
// ended session ends it; what was typed stays on the device (draf.js).
const TINGGAL = /^(lepas|ket_)/;
const jam = new Intl.DateTimeFormat('id-ID', { timeStyle: 'short', timeZone: 'Asia/Jakarta' });

for (const formulir of document.querySelectorAll('form[data-simpan-sendiri]')) pasang(formulir);

function pasang(formulir) {
  const status = document.createElement('p');
  status.className = 'status-draf';
  status.setAttribute('role', 'status');
  formulir.append(status);
  let waktu;
  let berhenti = false;
  /** While it is sent, whoever presses a button waits: the token of the page is being spent. */
  let sedang = null;

  const jadwalkan = () => {
    if (berhenti) return;
    waktu ??= setTimeout(
      () => (sedang = simpan().finally(() => (sedang = null))),
      formulir.dataset.simpanSendiri * 1000,
    );
  };
  formulir.addEventListener('input', (e) => {
    if (!TINGGAL.test(e.target.name) && e.target.type !== 'file') jadwalkan();
  });
  formulir.addEventListener(
    'submit',
    (e) => {
      clearTimeout(waktu);
      waktu = undefined;
      if (!sedang) return;
      e.preventDefault();
      e.stopImmediatePropagation();
      sedang.then(() => formulir.requestSubmit(e.submitter));
    },
    { capture: true },
  );

  async function simpan() {
    waktu = undefined;
    if (!formulir.isConnected || formulir.dataset.dikirim) return;
    const isi = new FormData(formulir);
    for (const [nama, nilai] of [...isi]) if (TINGGAL.test(nama) || typeof nilai !== 'string') isi.delete(nama);
    isi.set('lanjut', 'draf');
    formulir.dispatchEvent(new Event('simpan-mulai'));
    try {
      const jawaban = await fetch(formulir.action, { method: 'POST', body: isi, headers: { Accept: 'text/html' } });
      const halaman = new DOMParser().parseFromString(await jawaban.text(), 'text/html');
      const baru = halaman.querySelector('form[data-simpan-sendiri]');
      if (!baru || !(jawaban.ok || jawaban.status === 422)) return tolak(jawaban.status);
      for (const nama of ['versi', '_formulir']) formulir.elements[nama].value = baru.elements[nama].value;
      const lengkap = jawaban.ok;
      formulir.dispatchEvent(new CustomEvent('simpan-selesai', { detail: { lengkap, tinggal: TINGGAL } }));
      status.textContent = `Tersimpan pukul ${jam.format(Date.now())}${lengkap ? '' : ', kecuali yang belum benar isinya'}.`;
    } catch {
      status.textContent = 'Belum tersimpan di portal karena sambungan terputus; akan dicoba lagi.';
      jadwalkan();
    }
  }

  function tolak(kode) {
    berhenti = true;
    status.textContent =
      kode === 409
        ? 'Isi yang tersimpan berubah sejak halaman ini dibuka. Pilih Simpan draf untuk melihatnya; isian Anda ada di perangkat ini.'
        : 'Tidak lagi tersimpan sendiri. Pilih Simpan draf untuk melihat sebabnya; isian Anda ada di perangkat ini.';
  }
}

// Files before they are sent: shows names, sizes and small pictures, makes large photos smaller on the device (less to
// send over a weak signal), says which file is too large and does not send it, and shows how far a form with data-kirim has been sent.
// The server decides everything again; without JavaScript the plain file field works.
const angka = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

for (const masukan of document.querySelectorAll('input[type=file][data-unggah]')) {
  if (masukan.dataset.siap) continue;
  masukan.dataset.siap = 'ya';
  const daftar = document.createElement('ul');
  daftar.className = 'daftar-berkas polos';
  daftar.setAttribute('aria-live', 'polite');
  masukan.classList.add('siap-unggah', 'visually-hidden');
  masukan.closest('.unggah').append(daftar);
  masukan.addEventListener('change', () => tampilkan(masukan, daftar));
}

for (const formulir of document.querySelectorAll('form[data-kirim]')) {
  if (formulir.dataset.siap) continue;
  formulir.dataset.siap = 'ya';
  formulir.addEventListener('submit', (e) => kirim(e, formulir));
}

async function tampilkan(masukan, daftar) {
  masukan.tugas = siapkan(masukan);
  const berkas = await masukan.tugas;
  daftar.replaceChildren(...(await Promise.all(berkas.map((b) => baris(b, Number(masukan.dataset.maksimal))))));
}

/** Replaces large photos of the field by smaller ones; resolves to the files that will be sent. */
async function siapkan(masukan) {
  const sisi = Number(masukan.dataset.sisi);
  const asal = [...masukan.files];
  if (!sisi || !('createImageBitmap' in window) || !('DataTransfer' in window)) return asal;
  const hasil = await Promise.all(asal.map((b) => kecilkan(b, sisi).catch(() => b)));
  const wadah = new DataTransfer();
  for (const b of hasil) wadah.items.add(b);
  masukan.files = wadah.files;
  return hasil;
}

async function kecilkan(berkas, sisi) {
  if (!/^image\/(jpeg|png|webp)$/.test(berkas.type)) return berkas;
  const gambar = await createImageBitmap(berkas, { imageOrientation: 'from-image' });
  const skala = sisi / Math.max(gambar.width, gambar.height);
  if (skala >= 1) return berkas;
  const kanvas = lukis(gambar, Math.round(gambar.width * skala), Math.round(gambar.height * skala));
  const isi = await new Promise((selesai) => kanvas.toBlob(selesai, 'image/jpeg', 0.85));
  if (!isi || isi.size >= berkas.size) return berkas;
  return new File([isi], berkas.name.replace(/\.\w+$/, '') + '.jpg', {
    type: 'image/jpeg',
    lastModified: berkas.lastModified,
  });
}

function lukis(gambar, lebar, tinggi) {
  const kanvas = document.createElement('canvas');
  kanvas.width = lebar;
  kanvas.height = tinggi;
  kanvas.getContext('2d').drawImage(gambar, 0, 0, lebar, tinggi);
  return kanvas;
}

async function baris(berkas, maksimal) {
  const li = document.createElement('li');
  const nama = document.createElement('div');
  nama.textContent = berkas.name;
  const ukuran = document.createElement('span');
  ukuran.textContent = besar(berkas.size);
  li.append(await gambarKecil(berkas), nama, ukuran);
  const salah = salahUkuran(berkas, maksimal);
  if (salah) {
    const pesan = document.createElement('p');
    pesan.className = 'pesan-galat';
    pesan.textContent = salah;
    nama.append(pesan);
  }
  return li;
}

function salahUkuran(berkas, maksimal) {
  if (berkas.size === 0) return 'Berkas ini kosong; pilih berkas lain.';
  return maksimal && berkas.size > maksimal ? `Terlalu besar; paling besar ${besar(maksimal)}.` : '';
}

async function gambarKecil(berkas) {
  const kotak = document.createElement('div');
  kotak.className = 'gambar-berkas';
  if (!berkas.type.startsWith('image/') || !('createImageBitmap' in window)) return kotak;
  try {
    const gambar = await createImageBitmap(berkas, { resizeHeight: 96, imageOrientation: 'from-image' });
    const sisi = Math.min(gambar.width, gambar.height);
    const kanvas = document.createElement('canvas');
    kanvas.width = kanvas.height = 96;
    kanvas
      .getContext('2d')
      .drawImage(gambar, (gambar.width - sisi) / 2, (gambar.height - sisi) / 2, sisi, sisi, 0, 0, 96, 96);
    return kanvas;
  } catch {
    return kotak;
  }
}

function besar(bita) {
  return bita < 1e6 ? `${angka.format(Math.ceil(bita / 1000))} kB` : `${angka.format(bita / 1e6)} MB`;
}

async function kirim(e, formulir) {
  const berkas = [...formulir.querySelectorAll('input[type=file]')];
  if (e.defaultPrevented || !berkas.some((b) => b.files.length > 0)) return;
  e.preventDefault();
  if (formulir.dataset.dikirim) return;
  formulir.dataset.dikirim = 'ya';
  await Promise.all(berkas.map((b) => b.tugas));
  const tampilan = papan(formulir);
  const tombol = e.submitter;
  const berhenti = (kalimat) => {
    delete formulir.dataset.dikirim;
    tombol?.removeAttribute('aria-disabled');
    tampilan.batang.remove();
    tampilan.kalimat.textContent = kalimat;
  };
  const ditolak = berkas.find((m) => [...m.files].some((b) => salahUkuran(b, Number(m.dataset.maksimal))));
  if (ditolak) {
    const { name } = [...ditolak.files].find((b) => salahUkuran(b, Number(ditolak.dataset.maksimal)));
    berhenti(
      `Belum dikirim karena berkas “${name}” kosong atau terlalu besar. Pilih berkas lain; isian Anda masih ada.`,
    );
    ditolak.focus();
    return;
  }
  const isi = new FormData(formulir);
  if (tombol?.name) isi.append(tombol.name, tombol.value);
  tombol?.setAttribute('aria-disabled', 'true');

  const kiriman = new XMLHttpRequest();
  kiriman.open('POST', tombol?.getAttribute('formaction') ?? formulir.action);
  kiriman.setRequestHeader('Accept', 'text/html');
  kiriman.upload.addEventListener('progress', ({ loaded, total }) => {
    tampilan.batang.max = total;
    tampilan.batang.value = loaded;
    tampilan.kalimat.textContent =
      loaded < total ? `Mengirim ${besar(loaded)} dari ${besar(total)}` : 'Terkirim semua; menunggu portal menyimpan';
  });
  kiriman.addEventListener('load', () => {
    // Whoever refused the whole of it (a proxy too) has kept nothing; this page still has everything.
    if (kiriman.status === 413)
      berhenti('Kiriman ini terlalu besar. Isian Anda masih ada di halaman ini; kirim berkas lebih sedikit sekaligus.');
    else buka(kiriman);
  });
  kiriman.addEventListener('error', () =>
    berhenti(
      'Pengiriman terputus. Isian dan berkas Anda masih ada di halaman ini; periksa sambungan, lalu kirim lagi.',
    ),
  );
  kiriman.send(isi);
}

function papan(formulir) {
  formulir.querySelector('.progres')?.remove();
  const wadah = document.createElement('div');
  wadah.className = 'progres';
  const kalimat = document.createElement('b');
  kalimat.setAttribute('role', 'status');
  kalimat.textContent = 'Menyiapkan kiriman';
  const batang = document.createElement('progress');
  batang.setAttribute('aria-label', 'Pengiriman berkas');
  wadah.append(kalimat, batang);
  formulir.append(wadah);
  return { kalimat, batang };
}

/** Shows the server's answer as if the browser itself had sent the form. */
function buka(kiriman) {
  history.pushState(null, '', kiriman.responseURL);
  window.addEventListener('popstate', () => location.reload());
  const halaman = new window.DOMParser().parseFromString(kiriman.responseText, 'text/html');
  document.title = halaman.title;
  document.body.replaceWith(halaman.body);
  window.scrollTo(0, 0);
  (document.querySelector('[data-fokus]') ?? document.querySelector('#isi'))?.focus();
  // Scripts that come in this way do not run by themselves; those already loaded need another address to run again.
  for (const skrip of document.body.querySelectorAll('script[type=module][src]')) {
    import(`${skrip.src}?ulang=${Date.now()}`);
  }
}

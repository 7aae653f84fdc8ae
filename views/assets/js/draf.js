// A form with data-draf="kunci" is kept on this device while one writes, and offered again when one comes back to it
// empty-handed: after a lost signal, an ended session, a closed tab. Passwords, files and tokens are never kept.
const TUNDA = 600;
const UMUR_TERLAMA = 30 * 24 * 3600 * 1000;
const jam = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' });

for (const formulir of document.querySelectorAll('form[data-draf]')) pasang(formulir);

function pasang(formulir) {
  const kunci = `draf:${formulir.dataset.draf}`;
  const awal = JSON.stringify(isi(formulir));
  const status = document.createElement('p');
  status.className = 'status-draf';
  status.setAttribute('role', 'status');
  formulir.append(status);

  const lama = baca(kunci);
  if (lama && JSON.stringify(lama.isi) !== awal) tawarkan(formulir, kunci, lama);

  let waktu;
  const simpan = () => {
    clearTimeout(waktu);
    try {
      localStorage.setItem(kunci, JSON.stringify({ saat: Date.now(), isi: isi(formulir) }));
      status.textContent = 'Draf tersimpan di perangkat ini.';
    } catch {
      status.textContent = '';
    }
  };
  formulir.addEventListener('input', () => {
    formulir.querySelector('.bilah-draf')?.remove();
    clearTimeout(waktu);
    waktu = setTimeout(simpan, TUNDA);
  });
  formulir.addEventListener('submit', simpan);
}

function kolom(formulir) {
  return [...formulir.elements].filter(
    (e) => e.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(e.type) && e.type !== undefined,
  );
}

function isi(formulir) {
  return kolom(formulir).map((e) => [e.name, e.type === 'checkbox' || e.type === 'radio' ? e.checked : e.value]);
}

function baca(kunci) {
  try {
    const lama = JSON.parse(localStorage.getItem(kunci));
    return lama && Date.now() - lama.saat < UMUR_TERLAMA ? lama : null;
  } catch {
    return null;
  }
}

function tawarkan(formulir, kunci, lama) {
  const bilah = document.createElement('div');
  bilah.className = 'bilah-draf';
  const kalimat = document.createElement('p');
  kalimat.textContent = `Ada isian yang belum terkirim di perangkat ini, dari ${jam.format(lama.saat)} WIB.`;
  const tombol = document.createElement('div');
  tombol.className = 'baris-tombol';
  const buat = (teks, aksi) => {
    const t = document.createElement('button');
    t.type = 'button';
    t.className = 'btn btn-biasa';
    t.textContent = teks;
    t.addEventListener('click', () => {
      aksi();
      bilah.remove();
    });
    tombol.append(t);
  };
  buat('Pulihkan isian', () => pulihkan(formulir, lama.isi));
  buat('Buang', () => localStorage.removeItem(kunci));
  bilah.append(kalimat, tombol);
  formulir.prepend(bilah);
}

function pulihkan(formulir, lama) {
  const sisa = [...lama];
  for (const e of kolom(formulir)) {
    const ke = sisa.findIndex(([nama]) => nama === e.name);
    if (ke < 0) continue;
    const [[, nilai]] = sisa.splice(ke, 1);
    if (typeof nilai === 'boolean') e.checked = nilai;
    else e.value = nilai;
  }
  for (const lipatan of formulir.querySelectorAll('details')) {
    if (kolom(formulir).some((e) => lipatan.contains(e) && e.value !== '')) lipatan.open = true;
  }
  kolom(formulir)[0]?.focus();
}

// A form with data-draf="kegiatan-12" is kept on this device while one writes. What was never stored is offered when one
// comes back to the form: after a lost signal, an ended session, a closed tab, a conflict. Passwords, files and tokens are
// never kept. Every draft stands under its record and the one-time token of the page it was typed on: the portal knows
// which tokens were spent, so that what was stored is never offered again, also when its answer got lost.
// A draft: { orang, saat, awal, isi, kirim }; `awal` is what stood in the form when it was opened, so that only what was
// typed is compared and used; `kirim` is what was sent, as text.
const AWALAN = 'draf:';
const TUNDA = 600;
const HARI = 24 * 3600 * 1000;
const UMUR_TERLAMA = 30 * HARI;
// The portal forgets spent tokens after seven days (`token_formulir`): then nobody can say whether a draft was stored.
const UMUR_TERKIRIM = 6 * HARI;
const jam = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' });
const orang = document.body.dataset.orang ?? '';
/** Drafts of which the portal could not be asked: neither offered nor forgotten on this page. */
const takPasti = new Set();
let keluar = false;

// Whoever signs out leaves nothing behind, not even from a form that is open in another tab.
document.addEventListener('submit', (e) => {
  if (e.target.dataset.keluar === undefined || e.defaultPrevented) return;
  for (const [alamat] of semua()) hapus(alamat);
  keluar = true;
  new BroadcastChannel('draf').postMessage('keluar');
});
new BroadcastChannel('draf').addEventListener('message', () => (keluar = true));

const rapi = bersihkan();
for (const formulir of document.querySelectorAll('form[data-draf]')) pasang(formulir);

function semua() {
  try {
    return Object.keys(localStorage).flatMap((alamat) => (alamat.startsWith(AWALAN) ? [[alamat, baca(alamat)]] : []));
  } catch {
    // Storage is switched off: then there are no drafts either.
    return [];
  }
}

function baca(alamat) {
  try {
    const draf = JSON.parse(localStorage.getItem(alamat));
    return draf?.awal && draf.isi && Date.now() - draf.saat < (draf.kirim ? UMUR_TERKIRIM : UMUR_TERLAMA) ? draf : null;
  } catch {
    return null;
  }
}

function tulis(alamat, draf) {
  try {
    localStorage.setItem(alamat, JSON.stringify(draf));
    return true;
  } catch {
    return false;
  }
}

function hapus(alamat) {
  try {
    localStorage.removeItem(alamat);
  } catch {
    // As above.
  }
}

/** Forgets what is broken, too old, another person's, or stored. */
async function bersihkan() {
  await Promise.all(
    semua().map(async ([alamat, draf]) => {
      if (!draf || (orang && draf.orang !== orang)) return hapus(alamat);
      if (!draf.kirim || !orang) return;
      const tersimpan = await tokenTerpakai(alamat.slice(alamat.indexOf('#') + 1));
      if (tersimpan === undefined) takPasti.add(alamat);
      // What was typed after the sending is not what was stored.
      else if (tersimpan && draf.kirim === JSON.stringify(draf.isi)) hapus(alamat);
    }),
  );
}

/** Whether what was sent with the token was stored; undefined when the portal does not say. */
async function tokenTerpakai(token) {
  try {
    const jawaban = await fetch(`/formulir/${encodeURIComponent(token)}`, { headers: { Accept: 'application/json' } });
    return (await jawaban.json()).tersimpan;
  } catch {
    return undefined;
  }
}

async function pasang(formulir) {
  const alamat = `${AWALAN}${formulir.dataset.draf}#${formulir.elements._formulir.value}`;
  let awal = isi(formulir, asli);
  const status = document.createElement('p');
  status.className = 'status-draf';
  status.setAttribute('role', 'status');
  formulir.append(status);

  let waktu;
  const simpan = (terkirim) => {
    clearTimeout(waktu);
    if (!formulir.isConnected) return;
    const kini = isi(formulir, sekarang);
    if (keluar || Object.keys(kini).every((k) => kini[k] === awal[k])) {
      hapus(alamat);
      status.textContent = '';
      return;
    }
    // A second sending with the same token stores nothing when the first one did: the first is what the token stands for.
    const kirim = baca(alamat)?.kirim ?? (terkirim ? JSON.stringify(kini) : undefined);
    const ada = tulis(alamat, { orang, saat: Date.now(), awal, isi: kini, kirim });
    status.textContent = ada ? 'Draf tersimpan di perangkat ini.' : '';
  };
  formulir.addEventListener('input', () => {
    clearTimeout(waktu);
    waktu = setTimeout(() => simpan(false), TUNDA);
  });
  formulir.addEventListener('submit', () => simpan(true));

  await rapi;
  const tawarkan = () => {
    const [lama] = semua()
      .filter(([a]) => a.startsWith(`${AWALAN}${formulir.dataset.draf}#`) && a !== alamat && !takPasti.has(a))
      .sort(([, a], [, b]) => b.saat - a.saat);
    if (!lama) return;
    const [alamatLama, draf] = lama;
    if (bedaDari(formulir, draf).length > 0)
      return bilah(formulir, draf, awal, (dipakai) => {
        hapus(alamatLama);
        if (dipakai) simpan(false);
        tawarkan();
      });
    hapus(alamatLama);
    // The form came back with its faults, all that was typed in it: it is as unstored as it was.
    if (document.querySelector('.ringkasan-galat')) {
      awal = { ...awal, ...draf.awal };
      simpan(false);
    }
    tawarkan();
  };
  tawarkan();
}

/** What the portal wrote into a field. */
function asli(e) {
  if (e.type === 'checkbox' || e.type === 'radio') return e.defaultChecked;
  if (!e.options) return e.defaultValue;
  return ([...e.options].find((o) => o.defaultSelected) ?? e.options[0])?.value;
}

function sekarang(e) {
  return e.type === 'checkbox' || e.type === 'radio' ? e.checked : e.value;
}

function kolom(formulir) {
  return [...formulir.elements].filter(
    (e) => e.name && !['hidden', 'password', 'file', 'submit', 'button', 'fieldset'].includes(e.type),
  );
}

/** A box and a choice go by their value too: several have one name. */
function kunciKolom(e) {
  return typeof sekarang(e) === 'boolean' ? `${e.name}=${e.value}` : e.name;
}

/** @param {(e: Element) => string | boolean | undefined} nilai */
function isi(formulir, nilai) {
  return Object.fromEntries(kolom(formulir).map((e) => [kunciKolom(e), rapikan(nilai(e) ?? '')]));
}

/** As the portal stores it: what it trims is no difference. */
function rapikan(nilai) {
  return typeof nilai === 'string' ? nilai.replace(/\r\n?/g, '\n').trim() : nilai;
}

/** The fields that were typed in the draft and are otherwise in the form as it stands, as far as it can take them. */
function bedaDari(formulir, draf) {
  return kolom(formulir).filter((e) => {
    const milik = draf.isi[kunciKolom(e)];
    if (milik === undefined || milik === draf.awal[kunciKolom(e)] || milik === rapikan(sekarang(e))) return false;
    return !e.options || [...e.options].some((o) => o.value === milik);
  });
}

function bilah(formulir, draf, awal, selesai) {
  const wadah = document.createElement('section');
  wadah.className = 'bilah-draf';
  wadah.setAttribute('aria-label', 'Isian yang belum tersimpan');
  const berubah = Object.keys(awal).some((k) => k in draf.awal && draf.awal[k] !== awal[k]);
  const kalimat = unsur('p', `Isian Anda dari ${jam.format(draf.saat)} WIB belum tersimpan`);
  kalimat.append(berubah ? '; isi yang tersimpan telah berubah sejak itu.' : '.');
  const tombol = unsur('div');
  tombol.className = 'baris-tombol';
  const buat = (teks, aksi) => {
    const t = unsur('button', teks);
    t.type = 'button';
    t.className = 'btn btn-biasa';
    t.addEventListener('click', () => aksi(t));
    tombol.append(t);
  };
  const tutup = (dipakai) => {
    wadah.remove();
    selesai(dipakai);
  };
  buat('Bandingkan', (t) => {
    const ada = wadah.querySelector('.bingkai-tabel');
    if (ada) ada.remove();
    else wadah.append(perbandingan(bedaDari(formulir, draf), draf));
    t.setAttribute('aria-expanded', String(!ada));
  });
  tombol.firstChild.setAttribute('aria-expanded', 'false');
  buat('Pakai', () => {
    pakai(formulir, draf);
    tutup(true);
  });
  buat('Buang', () => {
    tutup(false);
    kolom(formulir)[0]?.focus();
  });
  wadah.append(kalimat, tombol);
  formulir.prepend(wadah);
}

function unsur(nama, teks = '') {
  const e = document.createElement(nama);
  e.textContent = teks;
  return e;
}

/** What was typed beside what the form holds, as the tables of the portal are. */
function perbandingan(beda, draf) {
  const bingkai = unsur('div');
  bingkai.className = 'bingkai-tabel bingkai-kartu';
  bingkai.tabIndex = 0;
  const judul = 'Isian Anda di samping isi formulir ini sekarang';
  for (const [nama, nilai] of [
    ['role', 'region'],
    ['aria-label', judul],
  ])
    bingkai.setAttribute(nama, nilai);
  const tabel = unsur('table');
  tabel.className = 'tabel';
  tabel.setAttribute('role', 'table');
  const kepala = ['Kolom', 'Isian Anda (belum tersimpan)', 'Isi formulir sekarang'];
  const baris = (sel, jenis) => {
    const tr = unsur('tr');
    tr.setAttribute('role', 'row');
    tr.append(
      ...sel.map((teks, i) => {
        const kepalaBaris = jenis === 'thead' || i === 0;
        const e = unsur(kepalaBaris ? 'th' : 'td', teks || '–');
        e.setAttribute('role', jenis === 'thead' ? 'columnheader' : i === 0 ? 'rowheader' : 'cell');
        if (kepalaBaris) e.scope = jenis === 'thead' ? 'col' : 'row';
        else e.dataset.label = kepala[i];
        return e;
      }),
    );
    return tr;
  };
  const bagian = (jenis, isiBaris) => {
    const e = unsur(jenis);
    e.setAttribute('role', 'rowgroup');
    e.append(...isiBaris.map((sel) => baris(sel, jenis)));
    return e;
  };
  const isiTabel = beda
    // Of choices that exclude each other the one that was taken tells enough.
    .filter((e) => e.type !== 'radio' || draf.isi[kunciKolom(e)])
    .map((e) => [namaKolom(e), kata(e, draf.isi[kunciKolom(e)]), kata(e, sekarang(e))]);
  tabel.append(unsur('caption', judul), bagian('thead', [kepala]), bagian('tbody', isiTabel));
  bingkai.append(tabel);
  return bingkai;
}

function namaKolom(e) {
  const label = (asal) => {
    const salinan = asal?.cloneNode(true);
    salinan?.querySelector('.opsional')?.remove();
    return salinan?.textContent.trim() ?? '';
  };
  const kelompok = label(e.closest('fieldset')?.querySelector('legend'));
  if (e.type === 'radio' && kelompok) return kelompok;
  return [kelompok, label(e.labels?.[0])].filter(Boolean).join(': ');
}

function kata(e, nilai) {
  if (e.type === 'radio') {
    const terpilih = nilai ? e : kolom(e.form).find((x) => x.name === e.name && x.checked);
    return terpilih?.labels?.[0]?.textContent ?? '';
  }
  if (e.type === 'checkbox') return nilai ? 'Dipilih' : 'Tidak dipilih';
  if (e.options) return nilai ? ([...e.options].find((o) => o.value === nilai)?.textContent ?? nilai) : '';
  if (e.type === 'date' && nilai)
    return new Date(nilai).toLocaleDateString('id-ID', { dateStyle: 'long', timeZone: 'UTC' });
  return nilai;
}

/** Puts what was typed into the form; what others changed elsewhere in it stays. */
function pakai(formulir, draf) {
  const beda = bedaDari(formulir, draf);
  for (const e of beda) {
    const nilai = draf.isi[kunciKolom(e)];
    if (typeof nilai === 'boolean') e.checked = nilai;
    else e.value = nilai;
    const lipatan = e.closest('details');
    if (lipatan) lipatan.open = true;
  }
  beda[0]?.dispatchEvent(new Event('input', { bubbles: true }));
  beda[0]?.focus();
}

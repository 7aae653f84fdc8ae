// Every page: no form is sent twice by an impatient second press, unsent text is not lost by accident, and the summary
// of faults takes the focus. Without JavaScript the server's one-time form token guards against double sending.
const kotor = new Set();

document.querySelector('[data-fokus]')?.focus();

document.addEventListener('input', (e) => {
  const formulir = e.target.closest?.('form[data-jaga]');
  if (formulir) kotor.add(formulir);
});

document.addEventListener('submit', (e) => {
  const formulir = e.target;
  if (e.defaultPrevented) return;
  if (formulir.method === 'post') {
    if (formulir.dataset.dikirim) {
      e.preventDefault();
      return;
    }
    formulir.dataset.dikirim = 'ya';
    e.submitter?.setAttribute('aria-disabled', 'true');
  }
  kotor.clear();
});

// Coming back by the browser's history: the form may be sent again.
window.addEventListener('pageshow', () => {
  for (const formulir of document.querySelectorAll('form[data-dikirim]')) {
    delete formulir.dataset.dikirim;
    formulir.querySelector('[aria-disabled]')?.removeAttribute('aria-disabled');
  }
});

window.addEventListener('beforeunload', (e) => {
  if ([...kotor].some((f) => f.isConnected)) e.preventDefault();
});

document.addEventListener('keydown', (e) => {
  const menu = document.querySelector('.menu[open]');
  if (e.key !== 'Escape' || !menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

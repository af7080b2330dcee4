/**
 * Opens the explanation of a number over the page: a link with `data-explain` is fetched and the part of its page
 * marked `data-explanation` (or its `main`) shown in a dialog. Whatever goes wrong, the link is followed instead.
 */
const close = document.documentElement.lang === 'es' ? 'Cerrar' : 'Close';
const dialog = document.createElement('dialog');
dialog.className = 'explanation';

async function explanationAt(address) {
  const answer = await fetch(address, { headers: { accept: 'text/html' }, credentials: 'same-origin' });
  if (!answer.ok || answer.redirected) throw new Error(`the explanation answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const part = page.querySelector('[data-explanation]') ?? page.querySelector('main');
  if (!part) throw new Error('the page explains nothing');
  return part.childNodes;
}

function open(parts) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = close;
  button.addEventListener('click', () => dialog.close());
  const bar = document.createElement('div');
  bar.className = 'explanation-close';
  bar.append(button);
  const body = document.createElement('div');
  body.className = 'card-body';
  body.append(...parts);
  dialog.replaceChildren(bar, body);
  const title = body.querySelector('h1, h2');
  dialog.setAttribute('aria-label', title?.textContent ?? close);
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('click', async (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-explain]') : null;
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain || link.origin !== location.origin || dialog.contains(link)) return;
  event.preventDefault();
  try {
    open(await explanationAt(link.href));
  } catch {
    location.assign(link.href);
  }
});

dialog.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});

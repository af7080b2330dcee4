/**
 * The vault's own pages with script: files are dropped onto the page and told how far they are, and work that goes on is looked
 * at again in place. Without it the form is sent and the page asked for again as a whole.
 */
const main = document.querySelector('main');
const drop = document.querySelector('[data-drop]');

function say(sentence, place) {
  const said = document.createElement('p');
  said.className = 'drop-said';
  said.setAttribute('role', 'alert');
  said.textContent = sentence;
  place.querySelector('.drop-said')?.remove();
  place.prepend(said);
}

/** Tells those who listen when the work has ended: what is exchanged every second is not read out. */
const ended = document.createElement('p');
ended.className = 'visually-hidden';
ended.setAttribute('role', 'status');

async function lookAgain() {
  try {
    const answer = await fetch(location.href, {
      headers: { accept: 'text/html' },
      credentials: 'same-origin',
    });
    if (!answer.ok) throw new Error(`the page answered ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('main');
    if (!fresh) throw new Error('the page is empty');
    main.replaceChildren(...fresh.childNodes);
    if (fresh.dataset.refresh) wait();
    else ended.textContent = main.querySelector('.callout-title')?.textContent ?? 'Done.';
  } catch {
    say('The vault does not answer any more. Look where it was started.', main);
  }
}

function wait() {
  setTimeout(lookAgain, Number(main.dataset.refresh) * 1000);
}

/** The files of what was dropped, those within folders too, each with the folders it lies in. */
async function filesOf(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, name: file.name }));
  const found = [];
  const visit = async (entry, folder) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      if (!file.name.startsWith('.')) found.push({ file, name: folder + file.name });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return;
      for (const one of some) await visit(one, `${folder}${entry.name}/`);
    }
  };
  for (const entry of entries) await visit(entry, '');
  return found;
}

function send(form, files) {
  const data = new FormData();
  data.append('csrf', form.elements.csrf.value);
  for (const { file, name } of files) data.append('files', file, name);
  const request = new XMLHttpRequest();
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', 'Files are taken in');
  say(files.length === 1 ? 'Taking 1 file in…' : `Taking ${files.length} files in…`, drop);
  drop.querySelector('.drop-said').append(bar);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = total > 0 ? loaded / total : 0;
  });
  request.addEventListener('load', () => {
    if (request.status === 200) location.assign(request.responseURL);
    else say(reasonIn(request.responseText), drop);
  });
  request.addEventListener('error', () => {
    say(
      'The vault did not take the files: it does not answer, or they changed meanwhile. Nothing was loaded.',
      drop,
    );
  });
  request.open('POST', form.action);
  request.send(data);
}

function reasonIn(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const title = page.querySelector('.callout-title, .error-summary li');
  return title?.textContent ?? 'The files were not taken. Nothing was loaded.';
}

/** The whole page takes what is dropped: beside the box a browser would open the file in the page's place. */
function makeDroppable() {
  const form = drop.querySelector('form');
  drop.querySelector('[data-drop-words]').textContent =
    'Drop files or folders on this page, or choose files, whatever their names: each is known by its header.';
  drop.classList.add('drop-ready');
  let depth = 0;
  const over = (change) => {
    depth += change;
    drop.classList.toggle('drop-over', depth > 0);
  };
  document.addEventListener('dragenter', () => over(1));
  document.addEventListener('dragleave', () => over(-1));
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    over(-depth);
    const files = await filesOf(event.dataTransfer);
    if (files.length > 0) send(form, files);
  });
  form.addEventListener('submit', (event) => {
    const files = [...form.elements.files.files].map((file) => ({ file, name: file.name }));
    if (files.length === 0) return;
    event.preventDefault();
    send(form, files);
  });
}

if (main.dataset.refresh) {
  document.body.append(ended);
  wait();
}
if (drop) makeDroppable();

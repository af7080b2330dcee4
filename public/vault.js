/**
 * The vault's own pages: work that goes on is looked at again in place, where a browser without script asks for the whole page
 * again.
 */
const main = document.querySelector('main[data-refresh]');

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
  } catch {
    const said = document.createElement('p');
    said.setAttribute('role', 'alert');
    said.textContent = 'The vault does not answer any more. Look where it was started.';
    main.prepend(said);
  }
}

function wait() {
  setTimeout(lookAgain, Number(main.dataset.refresh) * 1000);
}

if (main) wait();

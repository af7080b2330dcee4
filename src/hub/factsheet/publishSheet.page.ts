import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { respondFactSheet } from './factSheet.page.ts';
import { publishSheet, type Published, selectSheets, withdrawSheet } from './publishedSheets.store.ts';

const path = '/partnerships/:partnership/fact-sheet';

/** Publishing a fact sheet, and taking it from the public: acts of a coordinator, kept in the history. */
export const publishSheetPages: Route[] = [
  { method: 'post', path: `${path}/publish`, access: ['coordinator'], answer: publish },
  { method: 'post', path: `${path}/sheets/:sheet/withdraw`, access: ['coordinator'], answer: withdraw },
];

const refusals: Readonly<Record<Extract<Published, { done: false }>['reason'], string>> = {
  'nothing sealed': 'Nothing was published: no review that every district has signed is sealed now.',
  'another pack':
    'Nothing was published: another pack has been sealed and signed meanwhile. Read the sheet below again.',
  'may not': 'Nothing was published: something stands against it now. It is listed below.',
  'published already': 'It is published already.',
};

async function publish(ask: MemberAsk): Promise<Response> {
  const published = await asMember(ask.hub.database, ask.member, (view) =>
    publishSheet(view, ask.form['pack'] ?? '', ask.hub.now()),
  );
  return published.done
    ? ask.context.redirect(`${ask.home}/fact-sheet`, 303)
    : respondFactSheet(ask, { title: refusals[published.reason] });
}

async function withdraw(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('sheet') ?? '';
  const sheets = await asMember(ask.hub.database, ask.member, selectSheets);
  if (!isId(id) || !sheets.some((one) => one.id === id)) return notFound(ask, 'There is no such fact sheet.');
  const words = (ask.form['words'] ?? '').trim();
  if (words === '' || words.length > 1000) {
    const error = words === '' ? 'Say why it is taken from the public.' : 'Say it in 1,000 letters or fewer.';
    return respondFactSheet(ask, {
      title: 'It is still public: say why it should not be.',
      withdrawing: { id, words, error },
    });
  }
  const isTaken = await asMember(ask.hub.database, ask.member, (view) =>
    withdrawSheet(view, id, words, ask.hub.now()),
  );
  return isTaken
    ? ask.context.redirect(`${ask.home}/fact-sheet`, 303)
    : respondFactSheet(ask, { title: 'Somebody was quicker: it was taken from the public already.' });
}

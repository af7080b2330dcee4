import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { textArea } from '../../page/textArea.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { MemberAsk } from '../web/route.ts';
import type { RefusedContact } from './contactActs.page.ts';
import { contactPath } from './contactPath.ts';
import type { ContactReading } from './contactReading.store.ts';
import type { ContactNote } from './minutes.store.ts';

/** The three questions after a contact; the first is enough. */
export function noteFields(written: Readonly<Record<string, string>>, errors: FieldErrors): Content {
  const field = (id: string, label: string, optional: boolean) =>
    textArea({ id, name: id, label, optional, rows: 2, value: written[id], error: errors.get(id) });
  return html`${field('tookAway', 'What did you take away?', false)}${field('willTry', 'What will you try?', true)}${field(
    'shouldHaveAsked',
    'What should we have asked?',
    true,
  )}`;
}

/** What people said after it, and the questions for whoever has not. */
export function noteCard(
  ask: MemberAsk,
  { contact, notes }: ContactReading,
  refused: RefusedContact | undefined,
): Content {
  const isSent = refused?.part === 'note';
  const errors: FieldErrors = isSent ? refused.errors : new Map();
  const wasThere = contact.people.some(
    ({ personId, attended }) => personId === ask.member.personId && attended !== false,
  );
  return html`${notes.length > 0 ? card({ title: 'What they took away', body: noteItems(notes) }) : ''}${
    wasThere
      ? card({
          title: 'Three questions',
          id: 'note',
          body: form({
            action: `${contactPath(ask.home, contact.id)}/note`,
            csrfToken: ask.person.csrfToken,
            submit: 'Send',
            errors: [...errors].map(([id, message]) => ({ field: id, message })),
            body: noteFields(isSent ? ask.form : {}, errors),
          }),
        })
      : ''
  }`;
}

function noteItems(notes: readonly ContactNote[]): Content {
  return itemList(
    notes.map(({ tookAway, willTry, shouldHaveAsked, madeBy, madeAt }) => ({
      title: tookAway,
      body:
        willTry || shouldHaveAsked
          ? html`${willTry ? html`Will try: ${willTry}` : ''}${willTry && shouldHaveAsked ? html`<br>` : ''}${shouldHaveAsked ? html`We should have asked: ${shouldHaveAsked}` : ''}`
          : undefined,
      meta: `${madeBy}, ${formatMoment(madeAt)}`,
    })),
  );
}

import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import type { Content } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import type { MemberAsk } from '../web/route.ts';
import type { FoundHandover } from './handoverFound.store.ts';
import { handoverPath } from './successionPlace.page.ts';

/** To whom it is handed; the successor is chosen already. */
export function handOverFields({ receivers }: FoundHandover, id: string): Content {
  return selectField({
    id,
    name: 'to',
    label: 'To whom',
    empty: null,
    value: receivers[0]?.personId,
    options: receivers.map(({ personId, name }) => ({ value: personId, label: name })),
  });
}

/** Naming who takes over, once it is known. */
export function successorForm(ask: MemberAsk, { leaving, receivers }: FoundHandover): Content {
  if (leaving.calledOffAt) return '';
  return card({
    title: leaving.successor ? `${leaving.successor} takes over` : 'Who takes over?',
    body: form({
      action: `${handoverPath(ask.home, leaving.id)}/successor`,
      csrfToken: ask.person.csrfToken,
      submit: leaving.successor ? 'Name somebody else' : 'Name the successor',
      submitTone: 'second',
      body: selectField({
        id: 'successor',
        name: 'successor',
        label: 'Successor',
        hint: 'They may read the pack, and come first wherever something is handed over.',
        optional: true,
        empty: 'Nobody yet',
        value: leaving.successorId ?? '',
        options: receivers.map(({ personId, name }) => ({ value: personId, label: name })),
      }),
    }),
  });
}

import { type BadgeKind, badge } from '../../page/badge.ts';
import { button } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { csrfField } from '../../page/csrfField.ts';
import { form } from '../../page/form.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import { section } from '../../page/section.ts';
import { textField } from '../../page/textField.ts';
import type { MemberAsk } from '../web/route.ts';
import { mayAddToAgenda } from './mayReview.ts';
import type { RefusedForm } from './refusedForm.ts';
import { reviewPath } from './reviewPlace.page.ts';
import type { ReviewReading } from './reviewReading.store.ts';

const kinds: Readonly<Record<string, readonly [BadgeKind, string]>> = {
  overdue: ['bad', 'Overdue'],
  pace: ['attention', 'Pace'],
  'new figures': ['info', 'New figures'],
  'cycle ended': ['info', 'Cycle ended'],
  condition: ['attention', 'Condition'],
  agreement: ['attention', 'Agreement'],
  'nobody owns it': ['attention', 'Nobody owns it'],
  'decision waits': ['attention', 'Decision waits'],
  'from a district': ['neutral', 'Put on by'],
};

/** Where what an entry speaks of can be seen and settled, after the partnership's own path. */
const places: Readonly<Record<string, readonly [path: string, label: string]>> = {
  overdue: ['/work/commitments?state=overdue', 'What is overdue'],
  pace: ['/benchmarks', 'Benchmarks'],
  'new figures': ['/measures', 'Figures'],
  'cycle ended': ['/work/cycles', 'Cycles'],
  condition: ['/resources#conditions', 'Conditions'],
  agreement: ['/agreement', 'Agreements'],
  'nobody owns it': ['/people#orphans', 'What has no owner'],
};

/** What to speak about: of a sealed review as it was sealed, of an open one as it is now, with a line to add to it. */
export function agendaSection(
  ask: MemberAsk,
  { review, draft, sealed, items, standing }: ReviewReading,
  refused: RefusedForm | undefined,
): Html {
  const agenda = (sealed ?? draft).agenda;
  const isOpen = standing.isOpen;
  const own = new Map(
    items
      .filter(({ districtId }) => districtId === ask.member.districtId)
      .map(({ id, words }) => [words, id]),
  );
  const listed = agenda.map(({ kind, words, from }): Item => {
    const [look, name] = kinds[kind] ?? ['neutral', kind];
    const [path, place] = places[kind] ?? [];
    const itemId = kind === 'from a district' ? own.get(words) : undefined;
    return {
      title: words,
      badges: badge(look, from ? `${name} ${from}` : name),
      meta: isOpen && path ? html`<a href="${`${ask.home}${path}`}">${place}</a>` : undefined,
      action:
        isOpen && itemId && mayAddToAgenda(ask.member.role)
          ? withdrawForm(ask, review.id, itemId, words)
          : undefined,
    };
  });
  return section({
    title: 'Agenda',
    id: 'agenda',
    lead: isOpen
      ? 'It fills itself from what is late, what changed, what ended and what nobody owns. Add what else matters.'
      : 'As it stood when the pack was sealed.',
    body: card({
      body: html`${
        listed.length > 0
          ? itemList(listed)
          : html`<p class="quiet">Nothing is late, nothing changed and nothing waits.</p>`
      }${isOpen && mayAddToAgenda(ask.member.role) ? addForm(ask, review.id, refused) : ''}`,
    }),
  });
}

function addForm(ask: MemberAsk, reviewId: string, refused: RefusedForm | undefined): Content {
  const errors = refused?.form === 'item' ? refused.errors : new Map<string, string>();
  return form({
    action: `${reviewPath(ask.home, reviewId)}/items`,
    csrfToken: ask.person.csrfToken,
    submit: 'Put it on the agenda',
    submitTone: 'second',
    errors: [...errors].map(([field, message]) => ({ field, message })),
    body: textField({
      id: 'words',
      name: 'words',
      label: 'Something else to speak about',
      maxLength: 200,
      value: refused?.form === 'item' ? ask.form.words : undefined,
      error: errors.get('words'),
    }),
  });
}

function withdrawForm(ask: MemberAsk, reviewId: string, itemId: string, words: string): Html {
  return html`<form method="post" action="${`${reviewPath(ask.home, reviewId)}/items/${itemId}/withdraw`}">${csrfField(ask.person.csrfToken)}${button(
    { label: 'Take it off', tone: 'quiet' },
  )}<span class="visually-hidden">: ${words}</span></form>`;
}

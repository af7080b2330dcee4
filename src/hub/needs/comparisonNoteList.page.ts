import { badge } from '../../page/badge.ts';
import { button, linkButton } from '../../page/button.ts';
import { csrfField } from '../../page/csrfField.ts';
import { details } from '../../page/details.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { form } from '../../page/form.ts';
import { itemList } from '../../page/itemList.ts';
import { selectField } from '../../page/selectField.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MemberAsk } from '../web/route.ts';
import { dayOf } from './askItems.page.ts';
import type { ComparisonNote } from './comparisonNotes.store.ts';
import { reasonName, unfairReasons } from './needReasons.ts';

type NoteList = {
  readonly notes: readonly ComparisonNote[];
  /** What stands before a note where a list is about several comparisons: `Kestrel Heights Unified: `. */
  readonly before?: (note: ComparisonNote) => string;
  /** The way to write one. */
  readonly write: Content;
};

/** The notes on a comparison with author and date, the own ones with a button to withdraw them. Withdrawn notes stand folded at the end. */
export function comparisonNoteList(ask: MemberAsk, { notes, before = () => '', write }: NoteList): Html {
  const standing = notes.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdrawn = notes.filter(({ withdrawnAt }) => withdrawnAt !== null);
  return html`${
    standing.length > 0
      ? itemList(standing.map((note) => noteItem(note, before(note), withdrawForm(ask, note))))
      : html`<p class="quiet">Nobody has called this comparison unfair.</p>`
  }${write}${
    withdrawn.length > 0
      ? details({
          summary: `${withdrawn.length} withdrawn ${withdrawn.length === 1 ? 'note' : 'notes'}`,
          body: itemList(withdrawn.map((note) => noteItem(note, before(note), undefined))),
        })
      : ''
  }`;
}

/** The notes on one cell of a district's grid. */
export function cellNotes(
  ask: MemberAsk,
  { cds }: { readonly cds: string },
  { measureId, group }: { readonly measureId: string; readonly group: string },
  notes: readonly ComparisonNote[],
): Html {
  return comparisonNoteList(ask, {
    notes,
    write: html`<p class="actions">${linkButton({
      label: 'This comparison is unfair because…',
      href: `${ask.home}/matching/notes/new?cds=${cds}&measure=${measureId}&group=${group}`,
    })}</p>`,
  });
}

type Place = { readonly districtId: string; readonly cds: string; readonly name: string };

/** The notes on the districts that are called similar to one of the partnership, and the choice of one to write about. */
export function similarNotes(
  ask: MemberAsk,
  party: { readonly cds: string },
  similar: readonly Place[],
  notes: readonly ComparisonNote[],
): Html {
  const names = new Map(similar.map(({ districtId, name }) => [districtId, name]));
  return comparisonNoteList(ask, {
    notes,
    before: ({ similarId }) => `${names.get(similarId ?? '') ?? 'A district no longer called similar'}: `,
    write: form({
      action: `${ask.home}/matching/notes/new`,
      method: 'get',
      inline: true,
      submit: 'Say why',
      submitTone: 'second',
      body: html`<input type="hidden" name="cds" value="${party.cds}">${selectField({
        id: 'similar-note',
        name: 'similar',
        label: 'The comparison is unfair with',
        options: similar.map(({ cds, name }) => ({ value: cds, label: name })),
      })}`,
    }),
  });
}

function noteItem(note: ComparisonNote, before: string, action: Content) {
  return {
    title: `${before}${before ? 'unfair' : 'Unfair'} because ${inSentence(reasonName(unfairReasons, note.reason))}`,
    badges: note.withdrawnAt ? badge('neutral', 'Withdrawn') : undefined,
    body: note.words,
    meta: `${note.author}, ${dayOf(note.madeAt)}${note.withdrawnAt ? `; withdrawn on ${dayOf(note.withdrawnAt)}` : ''}`,
    action,
  };
}

function withdrawForm(ask: MemberAsk, note: ComparisonNote): Content {
  if (note.authorId !== ask.member.personId) return undefined;
  return html`<form method="post" action="${`${ask.home}/matching/notes/${note.id}/withdraw`}">${csrfField(ask.formToken)}${button({ label: 'Withdraw my note', tone: 'quiet' })}</form>`;
}

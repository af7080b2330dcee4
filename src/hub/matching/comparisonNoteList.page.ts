import { badge } from '../../page/badge.ts';
import { button, linkButton } from '../../page/button.ts';
import { csrfField } from '../../page/csrfField.ts';
import { details } from '../../page/details.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MemberAsk } from '../web/route.ts';
import { dayOf } from './askItems.page.ts';
import type { ComparisonNote } from './comparisonNotes.store.ts';
import { reasonName, unfairReasons } from './needReasons.ts';

/**
 * The notes on a comparison with author and date, the own ones with a button to withdraw them, and the way to write one. Withdrawn notes
 * stand folded at the end. `about` is the part of the form's address after its `?`: `cds=…&measure=…&group=…` or `cds=…&similar=…`.
 */
export function comparisonNoteList(ask: MemberAsk, notes: readonly ComparisonNote[], about: string): Html {
  const standing = notes.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdrawn = notes.filter(({ withdrawnAt }) => withdrawnAt !== null);
  return html`${
    standing.length > 0
      ? itemList(standing.map((note) => noteItem(note, withdrawForm(ask, note))))
      : html`<p class="quiet">Nobody has called this comparison unfair.</p>`
  }<p class="actions">${linkButton({ label: 'This comparison is unfair because…', href: `${ask.home}/matching/notes/new?${about}` })}</p>${
    withdrawn.length > 0
      ? details({
          summary: `${withdrawn.length} withdrawn ${withdrawn.length === 1 ? 'note' : 'notes'}`,
          body: itemList(withdrawn.map((note) => noteItem(note, undefined))),
        })
      : ''
  }`;
}

function noteItem(note: ComparisonNote, action: Content) {
  return {
    title: `Unfair because ${inSentence(reasonName(unfairReasons, note.reason))}`,
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

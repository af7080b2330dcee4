import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { answerWithinDays } from './askStanding.ts';
import type { Rot } from './needRot.ts';
import type { Need } from './needs.store.ts';

/** What is rotting about a need, as a sign and words. */
export function rotBadge(rot: Rot): Html {
  switch (rot) {
    case 'no owner':
      return badge('bad', 'No owner');
    case 'unanswered':
      return badge('bad', 'Unanswered ask');
    case 'older than a term':
      return badge('attention', 'Nothing for a term');
  }
}

/** The same with what to do; nothing when nothing rots. */
export function rotCallout(rots: readonly Rot[], need: Need): Content {
  if (rots.length === 0) return '';
  const sentences = rots.map((rot) => {
    switch (rot) {
      case 'no owner':
        return `${need.ownerName} is no longer of this district: give the need to somebody else.`;
      case 'unanswered':
        return `An ask has waited for more than ${answerWithinDays} days: call, or take it back and ask somebody else.`;
      case 'older than a term':
        return 'Nothing was done about it for longer than a term: ask somebody, word it anew, or close it.';
    }
  });
  return callout({
    kind: 'warning',
    title: 'This need is lying.',
    body: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}`,
  });
}

import { type Html, html } from './html.ts';
import { type IconName, icon } from './icon.ts';

const looks = {
  strength: { icon: 'above', words: 'strength' },
  need: { icon: 'below', words: 'need' },
  'as expected': { icon: 'near', words: 'expected' },
  mixed: { icon: 'unlike', words: 'mixed' },
  'too few students': { icon: 'few', words: 'too few' },
  'not reported': { icon: 'dashed', words: 'no figure' },
} as const satisfies Readonly<Record<string, { readonly icon: IconName; readonly words: string }>>;

export type MarkedStatus = keyof typeof looks;

/** Need or strength as a sign and a word, small enough for a cell of a grid that holds one for each district. */
export function statusMark(status: MarkedStatus): Html {
  const look = looks[status];
  return html`<span class="${`status status-${status.replaceAll(' ', '-')}`}">${icon(look.icon)}${look.words}</span>`;
}

import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { needPath } from './matchingPlace.page.ts';
import { closingReasons, needReasons, reasonName } from './needReasons.ts';
import type { NeedVersion } from './needs.store.ts';

const steps = {
  confirmed: 'Confirmed',
  changed: 'Changed',
  closed: 'Closed',
  reopened: 'Opened again',
} as const;

/** Every version of a need, newest first: its wording, owner and why it changed. */
export function needHistory(home: string, versions: readonly NeedVersion[]): Html {
  return table<NeedVersion>({
    caption: 'Versions of the need, newest first',
    captionHidden: true,
    columns: [
      { header: 'What', kind: 'header', cell: ({ step }) => steps[step] },
      { header: 'Wording', cell: ({ wording }) => wording },
      {
        header: 'Focus area',
        cell: ({ focusArea }) => focusAreas.find(({ id }) => id === focusArea)?.name,
      },
      { header: 'Owner', cell: ({ ownerName }) => ownerName },
      { header: 'Why', cell: (version) => whyText(home, version) },
      { header: 'By whom', cell: ({ madeBy, madeAt }) => html`${madeBy}, ${formatMoment(madeAt)}` },
    ],
    rows: versions,
  });
}

function whyText(home: string, { step, reason, words, mergedInto }: NeedVersion): Content {
  const reasons = step === 'closed' ? closingReasons : needReasons;
  const named = reason ? reasonName(reasons, reason) : '';
  const merged = mergedInto ? html` <a href="${needPath(home, mergedInto)}">(this one)</a>` : '';
  if (!named && !words) return step === 'confirmed' ? 'The figures call it a need' : '';
  return html`${named}${merged}${named && words ? ': ' : ''}${words}`;
}

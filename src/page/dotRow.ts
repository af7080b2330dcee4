import type { WithheldReason } from '../vocabulary/cell.ts';
import { type Html, html } from './html.ts';
import type { Language } from './language.ts';
import { marker } from './marker.ts';
import { pageWords } from './pageWords.ts';
import type { SeriesRole } from './series.ts';
import type { ValueScale } from './valueScale.ts';

/** A place's figure in a row, with the interval around it when there is one. */
export type Dot = {
  readonly name: string;
  readonly role: SeriesRole;
  readonly value: number | null;
  /** The formatted figure. */
  readonly text: string;
  readonly interval?: { readonly low: number; readonly high: number; readonly text: string };
  readonly withheld?: WithheldReason;
};

export type DotRow = { readonly label: string; readonly dots: readonly Dot[] };

/** Pixels; holds the row's label above its dots on a phone. */
export const rowHeight = 56;

/** One row of a dot-and-interval chart: label, whiskers, dots, and what is withheld in words at the right. */
export function dotRow({ label, dots }: DotRow, index: number, scale: ValueScale, language?: Language): Html {
  const top = index * rowHeight;
  const districts = dots.filter((dot) => dot.role !== 'state');
  const middle = top + 36;
  const marks = dots.map((dot) => {
    if (dot.value === null) return '';
    const place = districts.indexOf(dot);
    const y = place < 0 ? middle : middle + (place - (districts.length - 1) / 2) * 13;
    const title = `${label}, ${dot.name}: ${dot.text}${dot.interval ? ` (${dot.interval.text})` : ''}`;
    const whisker = dot.interval
      ? html`<line class="${`whisker series-${dot.role}`}" x1="${scale.at(dot.interval.low)}%" x2="${scale.at(dot.interval.high)}%" y1="${y}" y2="${y}"/>`
      : '';
    return html`${whisker}${marker({ role: dot.role, x: scale.at(dot.value), y, title })}`;
  });
  const gone = dots.flatMap((dot) =>
    dot.value === null
      ? [`${dot.name}: ${dot.withheld ? pageWords(language).withheldShort[dot.withheld] : dot.text}`]
      : [],
  );
  return html`<line class="row-rule" x1="0" x2="100%" y1="${top}" y2="${top}"/><text class="row-label only-wide" x="0" dx="-16" y="${middle}" dy="0.35em" text-anchor="end">${label}</text><text class="row-label halo only-narrow" x="0" y="${top + 17}">${label}</text>${marks}${
    gone.length > 0
      ? html`<text class="row-note halo" x="100%" y="${top + 17}" text-anchor="end">${gone.join('; ')}</text>`
      : ''
  }`;
}

import type { WithheldReason } from '../vocabulary/cell.ts';
import { type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { marker } from './marker.ts';
import { pageWords } from './pageWords.ts';
import type { SeriesRole } from '../vocabulary/seriesRole.ts';
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
export const rowHeight = 52;

/** `Long Beach: too few students`. */
export function missingWords(dot: Dot, language?: Language): string {
  return `${dot.name}: ${dot.withheld ? pageWords(language).withheldShort[dot.withheld] : dot.text}`;
}

/** One row of a dot-and-interval chart: label, whiskers, dots, and what is withheld, in words or as a cross on a phone. */
export function dotRow({ label, dots }: DotRow, index: number, scale: ValueScale, language?: Language): Html {
  const top = index * rowHeight;
  const districts = dots.filter((dot) => dot.role !== 'state');
  const middle = top + 34;
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
  const places = dots.flatMap((dot) => (dot.value === null ? [] : [scale.at(dot.value)]));
  const left = Math.min(...places) > 100 - Math.max(...places);
  const gone = dots.filter((dot) => dot.value === null);
  const words = gone.map((dot) => missingWords(dot, language)).join('; ');
  const note = html`<text class="row-note halo only-wide" x="${left ? 0 : 100}%" y="${middle}" dy="0.35em" text-anchor="${left ? 'start' : 'end'}">${words}</text>`;
  const crosses = gone.map((dot, place) =>
    marker({
      role: dot.role,
      x: left ? -4 : 104,
      y: middle + (place - (gone.length - 1) / 2) * 13,
      kind: 'withheld',
    }),
  );
  return html`<line class="row-track" x1="0" x2="100%" y1="${middle}" y2="${middle}"/><text class="row-label only-wide" x="0" dx="-16" y="${middle}" dy="0.35em" text-anchor="end">${label}</text><text class="row-label halo only-narrow" x="0" y="${top + 14}">${label}</text>${
    gone.length > 0 ? html`${note}<g class="only-narrow">${crosses}</g>` : ''
  }${marks}`;
}

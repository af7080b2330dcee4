import { attributes } from './attributes.ts';
import { drawing } from './chartFrame.ts';
import { type Content, type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';
import type { SeriesRole } from '../vocabulary/seriesRole.ts';
import { valueScale } from './valueScale.ts';

export type PaceBar = {
  /** Unique on the page. */
  readonly id: string;
  /** `Fresno, mathematics, all students`. */
  readonly title: string;
  readonly role: SeriesRole;
  /** What a year's change is counted in: `points a year`. */
  readonly unit: string;
  /** The change a year that reaches the target; `null` when there is no target. */
  readonly required: { readonly value: number; readonly text: string } | null;
  /** The change a year so far; `null` when it is withheld or too early. `text` then says so. */
  readonly actual: {
    readonly value: number | null;
    readonly text: string;
    readonly interval?: { readonly low: number; readonly high: number; readonly text: string };
  };
  /** Which way is better. */
  readonly better: 'up' | 'down';
  /** A `badge` with the status. */
  readonly status: Content;
  readonly sentence: Content;
  /** The same for bars that are compared. */
  readonly domain?: readonly [number, number];
  readonly language?: Language;
};

const height = 64;
const middle = 30;

function bar({ role, actual, required, domain, unit }: PaceBar): Html {
  const values = [0, required?.value, actual.value, actual.interval?.low, actual.interval?.high];
  const known = values.filter((value) => typeof value === 'number');
  const scale = valueScale(known, [0, 100], { unit, domain }, 4);
  const zero = scale.at(0);
  const is = actual.value === null ? zero : scale.at(actual.value);
  const { low = 0, high = 0 } = actual.interval ?? {};
  const whisker = actual.interval
    ? ['pace-casing', 'pace-whisker'].map(
        (name) =>
          html`<line class="${name}" x1="${scale.at(low)}%" x2="${scale.at(high)}%" y1="${middle}" y2="${middle}"/>`,
      )
    : '';
  const need = required ? scale.at(required.value) : 0;
  return html`<line class="grid" x1="0" x2="100%" y1="${middle}" y2="${middle}"/>${
    actual.value === null
      ? ''
      : html`<rect class="${`pace-actual series-${role}`}" x="${Math.min(zero, is)}%" width="${Math.round(Math.abs(is - zero) * 100) / 100}%" y="${middle - 9}" height="18"/>${whisker}`
  }<line class="pace-zero" x1="${zero}%" x2="${zero}%" y1="${middle - 16}" y2="${middle + 16}"/><text class="tick" x="${zero}%" y="${height - 3}" text-anchor="middle">0</text>${
    required
      ? html`<line class="pace-required" x1="${need}%" x2="${need}%" y1="${middle - 16}" y2="${middle + 16}"/><text class="pace-required-label" x="${need}%" y="10" text-anchor="${need > 75 ? 'end' : need < 25 ? 'start' : 'middle'}">${required.text}</text>`
      : ''
  }`;
}

/** The yearly change needed and the one there is, with its interval, its status in a word and a sentence. */
export function paceBar(pace: PaceBar): Html {
  const { id, title, required, actual, status, sentence, unit, better, language } = pace;
  const words = pageWords(language);
  const is = actual.interval ? `${actual.text} (${actual.interval.text})` : actual.text;
  const description = `${required ? `${words.required}: ${required.text}. ` : ''}${words.actual}: ${is}. ${unit}.`;
  const direction = better === 'up' ? words.moreIsBetter : words.lessIsBetter;
  return html`<figure class="chart pace"${attributes({ id })}><figcaption><p class="pace-title"><span class="chart-title">${title}</span> ${status}</p><p class="chart-sentence">${sentence}</p></figcaption><div class="plot plot-pace">${drawing(id, title, description, height, bar(pace))}</div><dl class="pace-figures">${
    required ? html`<div class="pace-needed"><dt>${words.required}</dt><dd>${required.text}</dd></div>` : ''
  }<div><dt>${words.actual}</dt><dd>${actual.text}${actual.interval ? html` <span class="interval-text">(${actual.interval.text})</span>` : ''}</dd></div></dl><p class="chart-source">${unit}; ${direction}</p></figure>`;
}

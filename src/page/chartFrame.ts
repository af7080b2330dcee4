import { attributes } from './attributes.ts';
import { details } from './details.ts';
import { type HeadingLevel, heading } from './heading.ts';
import { type Content, type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';

/** What every chart has. */
export type ChartText = {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** Makes the title a heading. */
  readonly level?: HeadingLevel;
  /** Says what the chart shows, so that nobody has to read it off. */
  readonly sentence: Content;
  /** The whole text alternative; left out, one is made of the figures. */
  readonly description?: string;
  /** Source and as-of date, under the chart. */
  readonly source?: Content;
  readonly language?: Language;
};

type ChartParts = {
  readonly unit?: string;
  readonly legend?: Content;
  readonly plot: Content;
  /** Each withheld figure with its reason; `notesOnly` is `narrow` when a wide chart says it in place. */
  readonly notes?: readonly string[];
  readonly notesOnly?: 'narrow';
  readonly table: Content;
};

/** A drawing whose text alternative is the title and the description. Children take places in percent and pixels. */
export function drawing(
  id: string,
  title: string,
  description: string,
  height: number,
  marks: Content,
): Html {
  return html`<svg class="drawing" width="100%" height="${height}" role="img" aria-labelledby="${`${id}-title`}" aria-describedby="${`${id}-desc`}" overflow="visible" focusable="false"><title id="${`${id}-title`}">${title}</title><desc id="${`${id}-desc`}">${description}</desc>${marks}</svg>`;
}

/** The figure around a drawing: title, sentence, legend, notes on what is withheld, source, and the table behind it. */
export function chartFrame(text: ChartText, parts: ChartParts): Html {
  const { id, title, level, sentence, source, language } = text;
  const { unit, legend, plot, notes = [], notesOnly, table } = parts;
  const head = level
    ? heading({ text: title, level, className: 'chart-title' })
    : html`<p class="chart-title">${title}</p>`;
  return html`<figure class="chart"${attributes({ id })}><figcaption>${head}<p class="chart-sentence">${sentence}</p></figcaption>${legend}${
    unit ? html`<p class="chart-unit">${unit}</p>` : ''
  }${plot}${notes.length > 0 ? html`<ul class="${notesOnly ? 'chart-notes only-narrow' : 'chart-notes'}">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : ''}${
    source ? html`<p class="chart-source">${source}</p>` : ''
  }${details({ summary: html`${pageWords(language).asTable}<span class="visually-hidden">: ${title}</span>`, body: table })}</figure>`;
}

import { type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import type { Difference } from './packItems.ts';

/** What says something else than before, was and is side by side. */
export function differenceTable(differences: readonly Difference[]): Html {
  return table<Difference>({
    caption: 'What is different',
    captionHidden: true,
    columns: [
      {
        header: 'What',
        kind: 'header',
        cell: ({ section, title }) => html`${title}<br><span class="quiet">${section}</span>`,
      },
      {
        header: 'Before',
        cell: ({ was }) => (was === null ? html`<em>Not there</em>` : html`<del>${was}</del>`),
      },
      { header: 'Now', cell: ({ is }) => (is === null ? html`<em>Gone</em>` : html`<ins>${is}</ins>`) },
    ],
    rows: differences,
  });
}

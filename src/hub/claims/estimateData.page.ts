import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { sourcesCard } from '../evidence/provenance.page.ts';
import type { Source } from '../evidence/evidenceRows.ts';
import { claimFileNames } from './claimFileNames.ts';
import type { ListedEstimate } from './claims.store.ts';
import type { EstimateView } from './estimateView.page.ts';
import { estimateCommandText } from './panelFile.ts';

/** How anybody can work the estimate out again: the panel, its fingerprint, the command. */
export function reproduceCard(home: string, view: EstimateView): Content {
  const { claim, estimate, terms } = view;
  const fileName = claimFileNames(claim).panelOf(estimate.dataHash);
  const at = `${home}/claims/${claim.id}/panel.csv?estimate=${estimate.id}`;
  return card({
    title: 'Work it out again',
    body: html`<p>The panel and the command give the same number to the last digit on any machine with Tandem; the file reads in R, Stata and Excel too.</p><p><a href="${at}" download>Download the panel (CSV)</a></p><pre class="command" tabindex="0" role="region" aria-label="Command that reproduces the estimate"><code>${estimateCommandText(fileName, terms)}</code></pre>${definitionList(
      [
        {
          term: 'Fingerprint of the panel',
          description: html`<code>${estimate.dataHash}</code><br><span class="quiet">SHA-256 of the file</span>`,
        },
        { term: 'Run', description: `${formatMoment(estimate.madeAt)}, by ${estimate.madeBy}` },
        { term: 'Software', description: estimate.software },
      ],
    )}`,
  });
}

/** Where the figures come from. */
export function dataCard(sources: readonly Source[]): Content {
  return sourcesCard(sources);
}

/** Every run of the claim: new data adds one, and the earlier ones stay. */
export function runsCard(home: string, view: EstimateView, runs: readonly ListedEstimate[]): Content {
  if (runs.length < 2) return '';
  return card({
    title: 'Runs of this claim',
    body: table<ListedEstimate>({
      caption: 'Runs, newest first',
      captionHidden: true,
      columns: [
        {
          header: 'Run',
          kind: 'header',
          cell: ({ id, madeAt }) =>
            html`<a href="${`${home}/claims/${view.claim.id}?estimate=${id}`}">${formatMoment(madeAt)}</a> ${id === view.estimate.id ? badge('info', 'Shown here') : ''}`,
        },
        { header: 'By', cell: ({ madeBy }) => madeBy },
        {
          header: 'Fingerprint of the panel',
          cell: ({ dataHash }) => html`<code>${dataHash.slice(0, 16)}</code>`,
        },
        { header: 'Software', cell: ({ software }) => software },
      ],
      rows: runs,
    }),
  });
}

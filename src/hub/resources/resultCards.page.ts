import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { type Content, html } from '../../page/html.ts';
import { paceBadge, standingSentence } from '../benchmarks/paceBlock.page.ts';
import type { BenchmarkReading, PartyStanding } from '../benchmarks/benchmarkReading.store.ts';
import type { Flexibility } from './flexibilities.store.ts';
import { evidenceGrades } from './flexibilityResult.ts';
import { type FlexibilityResult, flexibilityResults } from './flexibilityResults.ts';
import type { ResourceReading } from './resourceReading.store.ts';
import { benchmarkName } from './resourceWords.page.ts';

/** What can be seen of a flexibility: pace, what may be said, and how strong that is. */
export function resultCards(home: string, reading: ResourceReading, flexibility: Flexibility): Content {
  const results = flexibilityResults(reading, flexibility);
  if (results.length === 0)
    return card({
      body: html`<p class="quiet">It is tied to no benchmark, so that nothing can be seen of it. Change it and tick what it is meant to move.</p>`,
    });
  return html`${results.map((result) => resultCard(home, result))}`;
}

function resultCard(home: string, result: FlexibilityResult<PartyStanding, BenchmarkReading>): Content {
  const { about, standing, answer, grade } = result;
  const known = evidenceGrades.find(({ id }) => id === grade);
  return card({
    title: `${standing.party.shortName}, ${benchmarkName(about)}`,
    href: `${home}/benchmarks/${about.benchmark.id}`,
    level: 3,
    badges: html`${paceBadge(standing.pace)}${badge('neutral', known?.name ?? grade)}`,
    body: html`<p>${standingSentence(about, standing)}</p><p>${answer.sentence}</p>${causeText(home, result)}`,
  });
}

/** A cause is only ever said in a claim's own sentence. */
function causeText(home: string, { claim }: FlexibilityResult<PartyStanding, BenchmarkReading>): Content {
  if (!claim)
    return html`<p class="quiet">Nothing is said of a cause: nobody has registered a question about this measure. <a href="${`${home}/claims`}">Claims</a></p>`;
  const link = html`<a href="${`${home}/claims/${claim.id}`}">${claim.question}</a>`;
  if (claim.sentence === null)
    return html`<p>A question about this measure is registered and not answered yet: ${link}</p>`;
  return html`<p>To the question ${link} the partnership’s claim says: “${claim.sentence}”</p>`;
}

import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { type Content, html } from '../../page/html.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { paceBadge } from '../benchmarks/paceBlock.page.ts';
import { engagementPath } from '../work/workPlace.page.ts';
import type { Flexibility } from './flexibilities.store.ts';
import { flexibilityStanding } from './flexibilityStanding.ts';
import { flexibilityResults } from './flexibilityResults.ts';
import { flexibilityPath, sourcePath } from './resourcesPlace.page.ts';
import type { ResourceReading } from './resourceReading.store.ts';
import { benchmarkName, districtName, periodText, standingBadge } from './resourceWords.page.ts';

/** A flexibility on one card: the rule, the dollars, the work, the benchmark. */
export function flexibilityChain(
  home: string,
  reading: ResourceReading,
  flexibility: Flexibility,
  today: string,
): Content {
  const path = flexibilityPath(home, flexibility.id);
  return card({
    title: flexibility.title,
    href: path,
    level: 3,
    badges: standingBadge(flexibilityStanding(flexibility, today)),
    body: definitionList([
      { term: 'Rule', description: html`${flexibility.ruleCitation}. ${flexibility.ruleWords}` },
      { term: 'Dollars', description: moneyMoved(home, reading, flexibility) },
      { term: 'Pays for', description: workPaid(home, reading, flexibility) },
      { term: 'Meant to move', description: resultLines(reading, flexibility) },
    ]),
    footer: html`${districtName(reading, flexibility.districtId)}, ${periodText(flexibility)}. <a href="${`${path}/packet`}">Packet for the state</a>`,
  });
}

/** `$120,000, from Block grant to General fund`. */
export function moneyMoved(
  home: string,
  { fundingSources }: ResourceReading,
  flexibility: Flexibility,
): Content {
  const { freedCents, fromSourceId, toSourceId } = flexibility;
  const link = (id: string | null) => {
    const source = fundingSources.find((one) => one.id === id);
    return source && html`<a href="${sourcePath(home, source.id)}">${source.name}</a>`;
  };
  const [from, to] = [link(fromSourceId), link(toSourceId)];
  return html`${formatMoney(freedCents)}${from ? html` from ${from}` : ''}${to ? html` to ${to}` : ''}`;
}

/** What the money is used for, and the work it pays for. */
export function workPaid(home: string, { engagements }: ResourceReading, flexibility: Flexibility): Content {
  const work = engagements.filter(({ id }) => flexibility.engagementIds.includes(id));
  return html`${flexibility.useWords}${
    work.length > 0
      ? html`<ul>${work.map(({ id, title }) => html`<li><a href="${engagementPath(home, id)}">${title}</a></li>`)}</ul>`
      : ''
  }`;
}

function resultLines(reading: ResourceReading, flexibility: Flexibility): Content {
  const results = flexibilityResults(reading, flexibility);
  if (results.length === 0) return 'No benchmark is tied to it.';
  return html`<ul class="plain">${results.map(
    ({ about, standing, answer }) =>
      html`<li>${paceBadge(standing.pace)} ${standing.party.shortName}, ${benchmarkName(about)}. ${answer.sentence}</li>`,
  )}</ul>`;
}

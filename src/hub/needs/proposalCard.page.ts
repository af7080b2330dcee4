import { measureById } from '../../measures/registry.ts';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { modes } from '../../vocabulary/partnership.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { MemberAsk } from '../web/route.ts';
import { decidingPart } from '../matching/cellCertainty.ts';
import { differenceText, intervalText } from './evidenceSentence.ts';
import type { GridCell } from '../matching/gridCell.ts';
import { gridPath } from '../matching/matchingPath.ts';
import { needPath } from './matchingPlace.page.ts';
import { mayWorkOnNeeds } from './mayWorkOnNeeds.ts';
import type { PlannedNeed, ProposalReading } from './proposalReading.store.ts';
import type { Pairing, Proposal } from './proposals.ts';
import type { Weighed } from './proposalWeight.ts';

/** A need and a strength brought together: why, how they would work, what would stand instead, and the way to ask. */
export function proposalCard(ask: MemberAsk, reading: ProposalReading, proposal: Proposal): Html {
  const { home, member } = ask;
  const planned = reading.planned.get(proposal.needId);
  const giver = reading.parties.find(({ districtId }) => districtId === proposal.giverId);
  if (!planned || !giver) throw new Error('a proposal is of a need and a district of the partnership');
  const { need, party } = planned;
  const measure = measureById(need.measureId);
  const isOwn = party.districtId === member.districtId && mayWorkOnNeeds(member.role);
  const find = (grid: typeof party.grid) => grid.find(need.measureId, need.group);
  return card({
    title: planned.name,
    href: needPath(home, need.id),
    level: 3,
    badges: badge('info', modes.find(({ id }) => id === 'assistance')?.name),
    body: html`<p>${need.wording}</p>${definitionList([
      {
        term: `${party.shortName} is in need`,
        description: reason(find(party.grid), measure, proposal.need),
      },
      {
        term: `${giver.shortName} is strong`,
        description: reason(find(giver.grid), measure, proposal.strength),
      },
      { term: 'Runner-up', description: runnerUpText(reading, proposal) },
      ...(planned.learnFrom.length > 0
        ? [{ term: 'Learn from, too', description: learnFromLinks(home, planned) }]
        : []),
    ])}`,
    footer: isOwn
      ? linkButton({
          label: `Ask ${giver.shortName}`,
          href: `${home}/matching/asks/new?need=${need.id}&cds=${giver.cds}`,
        })
      : undefined,
  });
}

/** `−6.6 points (−12.0 to −1.2) from what is expected in 2024-25`, and how it weighs. */
function reason(
  cell: GridCell | undefined,
  measure: MeasureDefinition,
  { size, certainty }: Weighed,
): Content {
  const part = cell && decidingPart(cell);
  const weighs = html`<span class="quiet">${formatNumber(size, 2)} standard deviations between districts, ${certainty > 0.995 ? 'more than 99' : formatNumber(certainty * 100, 0)} % sure</span>`;
  if (!cell || !part) return html`The figures call it none; it was confirmed all the same. ${weighs}`;
  const what =
    part === cell.progress
      ? 'in the change a year'
      : `from what is expected in ${schoolYearName(cell.schoolYear)}`;
  return html`${differenceText(part.effect, part, measure)} (${intervalText(part, measure)}) ${what}. ${weighs}`;
}

function runnerUpText(reading: ProposalReading, { runnerUp }: Proposal): string {
  const { loss, instead, givenUp } = runnerUp;
  const share = `${formatNumber(loss * 100, loss < 0.01 ? 1 : 0)} %`;
  const cost = loss === 0 ? 'the plan is worth as much' : `the plan as a whole is worth ${share} less`;
  if (instead.length === 0) return loss === 1 ? 'None: it is all there is.' : `None. Without it ${cost}.`;
  const also = givenUp.length > 0 ? `, and ${list(reading, givenUp)} falls away` : '';
  return `${list(reading, instead)}${also}: ${cost}.`;
}

function list({ planned, parties }: ProposalReading, pairings: readonly Pairing[]): string {
  return pairings
    .map(({ needId, giverId }) => {
      const giver = parties.find(({ districtId }) => districtId === giverId)?.shortName;
      return `${planned.get(needId)?.name ?? 'a need'} with ${giver ?? 'another district'}`;
    })
    .join('; ');
}

/** Strong districts outside the partnership by name, each with the way to its grid. */
export function learnFromLinks(home: string, { learnFrom }: PlannedNeed): Content {
  return learnFrom.map(
    ({ district }, i) =>
      html`${i > 0 ? ', ' : ''}<a href="${gridPath(home, district.cds)}">${district.name}</a>`,
  );
}

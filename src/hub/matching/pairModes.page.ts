import { measureById } from '../../measures/registry.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { details } from '../../page/details.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { effectInterval, effectText } from './cellWords.ts';
import { decidingPart } from './cellCertainty.ts';
import type { GridCell } from './gridCell.ts';
import { cellPath } from './matchingPath.ts';
import { type MeasureMatches, matchesByMeasure, type PairMatch } from './pairMatches.ts';
import type { MatchedParty } from './pairReading.store.ts';

/** Two districts of a partnership and what they may do together. */
export type MatchedPair = {
  readonly ours: MatchedParty;
  readonly theirs: MatchedParty;
  readonly matches: readonly PairMatch[];
};

/** Measures that stand open; the others are one press away. */
const mostOpen = 3;

type Mode = {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly matches: readonly PairMatch[];
};

/** "We give" and "We get", then what both need; each with the most certain few and why. `isOwn`: the first district is the viewer's. */
export function pairModes(home: string, pair: MatchedPair, isOwn: boolean): Html {
  const { ours, theirs, matches } = pair;
  const of = (wanted: (match: PairMatch) => boolean) => matches.filter(wanted);
  const assistance = (giver: 'ours' | 'theirs') =>
    of(({ suggestion }) => suggestion.mode === 'assistance' && suggestion.giver === giver);
  const [us, them] = [ours.shortName, theirs.shortName];
  const key = `${ours.position}-${theirs.position}`;
  const give: Mode[] = [
    {
      id: `give-${key}`,
      title: isOwn ? 'We give' : `${us} gives`,
      lead: `${us} is strong where ${them} is in need: partner assistance.`,
      none: `No strength of ${us} meets a need of ${them}.`,
      matches: assistance('ours'),
    },
    {
      id: `get-${key}`,
      title: isOwn ? 'We get' : `${them} gives`,
      lead: `${them} is strong where ${us} is in need: partner assistance.`,
      none: `No strength of ${them} meets a need of ${us}.`,
      matches: assistance('theirs'),
    },
  ];
  const together: Mode[] = [
    {
      id: `joint-${key}`,
      title: 'Joint development',
      lead: 'Both are in need, and a similar district is strong: work on it together, and learn from there.',
      none: 'No need is shared where a similar district is strong.',
      matches: of(({ suggestion }) => suggestion.mode === 'joint'),
    },
    {
      id: `external-${key}`,
      title: 'External groups',
      lead: 'Both are in need, and neither the pair nor a similar district is strong: bring in others.',
      none: 'No shared need is without a strong similar district.',
      matches: of(({ suggestion }) => suggestion.mode === 'external'),
    },
  ];
  return html`${[give, together].map((modes) =>
    columns(
      'two',
      modes.map((mode) => modeCard(home, pair, mode)),
    ),
  )}`;
}

function modeCard(home: string, pair: MatchedPair, { id, title, lead, none, matches }: Mode): Html {
  const byMeasure = matchesByMeasure(matches);
  const [open, more] = [byMeasure.slice(0, mostOpen), byMeasure.slice(mostOpen)];
  return card({
    title,
    id,
    level: 3,
    badges: html`<span class="quiet">${matches.length === 1 ? '1 place' : `${matches.length} places`}</span>`,
    body:
      matches.length === 0
        ? html`<p class="quiet">${none}</p>`
        : html`<p>${lead}</p>${measureList(home, pair, open)}${
            more.length > 0
              ? details({
                  summary: html`${more.length} more ${more.length === 1 ? 'measure' : 'measures'}<span class="visually-hidden">: ${title}</span>`,
                  body: measureList(home, pair, more),
                })
              : ''
          }`,
  });
}

function measureList(home: string, pair: MatchedPair, list: readonly MeasureMatches[]): Content {
  return html`<ul class="mode-list">${list.map(({ measureId, best, groups }) => {
    const measure = measureById(measureId);
    const group = studentGroupName(best.group);
    return html`<li><p class="item-title">${measure.shortName}</p><p class="mode-groups">${groups.map(
      (match, i) =>
        html`${i > 0 ? ', ' : ''}<a href="${cellPath(home, measureId, match.group)}">${i === 0 ? studentGroupName(match.group) : inSentence(studentGroupName(match.group))}</a>`,
    )}</p><p class="meta">Most certain for ${inSentence(group)}: ${reason(pair.ours, best.ours)}, ${reason(pair.theirs, best.theirs)}.</p></li>`;
  })}</ul>`;
}

/** `Fresno −6.6 points (−12.0 to −1.2) from what is expected`, of the part that decides. */
function reason({ shortName }: MatchedParty, cell: GridCell): string {
  const part = decidingPart(cell);
  const measure = measureById(cell.measureId);
  if (!part) return `${shortName} as expected`;
  const unit = part === cell.progress ? ' a year' : '';
  return `${shortName} ${effectText(part.effect, part, measure)}${unit} (${effectInterval(part.interval, part, measure)}) from what is expected`;
}

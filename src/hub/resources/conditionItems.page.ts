import { linkButton } from '../../page/button.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { ConditionStatus } from './condition.ts';
import { flexibilityPath, sourcePath } from './resourcesPlace.page.ts';
import type { AnsweredCondition, ResourceReading } from './resourceReading.store.ts';
import { conditionBadge, conditionText } from './resourceWords.page.ts';

const urgency: readonly ConditionStatus[] = [
  'not met',
  'behind',
  'cannot tell',
  'too early',
  'on track',
  'met',
];

/** What is broken first, then what is behind; by due day within. */
export function mostUrgentFirst(conditions: readonly AnsweredCondition[]): AnsweredCondition[] {
  return conditions.toSorted(
    (a, b) =>
      urgency.indexOf(a.answer.status) - urgency.indexOf(b.answer.status) ||
      a.terms.dueOn.localeCompare(b.terms.dueOn),
  );
}

type Showing = {
  readonly home: string;
  readonly reading: ResourceReading;
  /** Says which flexibility or source each belongs to. */
  readonly withOwner: boolean;
  /** Whether who looks may act on a condition. */
  readonly mayAct: (condition: AnsweredCondition) => boolean;
};

/** Conditions, the most urgent first: what each asks, how it stands, and why. */
export function conditionItems(conditions: readonly AnsweredCondition[], showing: Showing): Content {
  const { home, reading, withOwner, mayAct } = showing;
  return itemList(
    mostUrgentFirst(conditions).map((condition) => ({
      title: conditionText(reading, condition.terms),
      badges: conditionBadge(condition.answer.status),
      body: html`${condition.answer.sentence}${targetMoved(reading, condition)}`,
      meta: html`Due ${formatDate(condition.terms.dueOn)}${condition.words ? html`. ${condition.words.replace(/\.$/, '')}` : ''}${
        withOwner ? ownerLink(home, reading, condition) : ''
      }`,
      action: mayAct(condition)
        ? linkButton({
            label:
              condition.terms.kind === 'report sent' && condition.sentOn === null ? 'It was sent' : 'Change',
            href: `${home}/resources/conditions/${condition.id}`,
            tone: 'quiet',
          })
        : undefined,
    })),
  );
}

function ownerLink(
  home: string,
  reading: ResourceReading,
  { flexibilityId, sourceId }: AnsweredCondition,
): Content {
  const flexibility = reading.flexibilities.find(({ id }) => id === flexibilityId);
  if (flexibility)
    return html`. Of <a href="${flexibilityPath(home, flexibility.id)}">${flexibility.title}</a>`;
  const source = reading.fundingSources.find(({ id }) => id === sourceId);
  return source ? html`. Of <a href="${sourcePath(home, source.id)}">${source.name}</a>` : '';
}

/** A district that changed its target since has not changed the condition: say both. */
function targetMoved({ benchmarks }: ResourceReading, { terms }: AnsweredCondition): Content {
  if (!('benchmarkId' in terms)) return '';
  const about = benchmarks.find(({ benchmark }) => benchmark.id === terms.benchmarkId);
  const series = about?.standings.find(({ party }) => party.districtId === terms.districtId)?.series;
  const now = series?.targets.find(({ year }) => year === terms.target.year);
  if (!about || Number(now?.value) === Number(terms.target.value)) return '';
  const today = now ? `is ${formatNumber(now.value)} today` : 'is not set any more';
  return ` The district’s own target for that year ${today}; the condition still asks for ${formatNumber(terms.target.value)}.`;
}

import { measureById } from '../../measures/registry.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas, strategies } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { askPath, needPath } from '../needs/matchingPlace.page.ts';
import type { MemberAsk } from '../web/route.ts';
import type { EngagementReading } from './engagementReading.store.ts';
import { engagementReasonName } from './engagementReasons.ts';
import { standingBadge } from './standingWords.page.ts';

/** What an engagement is and how it stands, in a few lines. */
export function factsOf(ask: MemberAsk, { engagement, need, benchmark }: EngagementReading): Content {
  const { home } = ask;
  const { reason, words, state } = engagement;
  const measure = benchmark && measureById(benchmark.measureId);
  return definitionList([
    { term: 'State', description: standingBadge(engagement, calendarDay(ask.hub.now())) },
    ...(reason && (state === 'suspended' || state === 'closed')
      ? [
          {
            term: 'Why',
            description: html`${engagementReasonName(engagement)}${words ? html`: <q>${words}</q>` : ''}`,
          },
        ]
      : []),
    {
      term: 'When',
      description: `${formatDate(engagement.startsOn)} to ${formatDate(engagement.endsOn)}`,
    },
    { term: 'Focus area', description: focusAreas.find(({ id }) => id === engagement.focusArea)?.name },
    { term: 'Strategy', description: strategies.find(({ id }) => id === engagement.strategy)?.name },
    ...(need
      ? [{ term: 'Need', description: html`<a href="${needPath(home, need.id)}">${need.wording}</a>` }]
      : []),
    ...(benchmark && measure
      ? [
          {
            term: 'Benchmark',
            description: html`<a href="${`${home}/benchmarks/${benchmark.id}`}">${measure.shortName}: ${inSentence(studentGroupName(benchmark.group))}</a>`,
          },
        ]
      : []),
    ...(engagement.askId
      ? [{ term: 'Grew from', description: html`<a href="${askPath(home, engagement.askId)}">an ask</a>` }]
      : []),
  ]);
}

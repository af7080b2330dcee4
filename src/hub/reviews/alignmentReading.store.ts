import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { strategies } from '../../vocabulary/partnership.ts';
import { type ResourceReading, readResources } from '../resources/resourceReading.store.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from '../work/engagement.ts';
import { type AlignedBenchmark, type AlignedEngagement, type Alignment, alignment } from './alignment.ts';

/** The alignment of benchmarks, plan goals, work, money and people as it stands. */
export async function readAlignment(view: MemberView, today: string): Promise<Alignment> {
  const reading = await readResources(view, today);
  const { benchmarks, engagements } = reading;
  const promised = benchmarks.map(
    ({ benchmark, measure, group, standings }): AlignedBenchmark => ({
      id: benchmark.id,
      title: `${measure.shortName}: ${inSentence(group.name)}`,
      focusArea: benchmark.focusArea,
      districts: standings.map(({ party, series }) => ({
        shortName: party.shortName,
        hasTargets: series !== undefined,
        planGoal: series?.planGoal ?? null,
      })),
    }),
  );
  const alive = engagements.filter(({ state }) => state !== 'closed');
  const work = alive.map(
    (engagement): AlignedEngagement => ({
      id: engagement.id,
      title: engagement.title,
      benchmarkId: engagement.benchmarkId,
      strategy: engagement.strategy,
      people: engagement.parties.map(({ districtId, owner }) => ({
        shortName: reading.parties.find((party) => party.districtId === districtId)?.shortName ?? '',
        owner: owner?.name ?? null,
      })),
      money: moneyOf(reading, engagement),
    }),
  );
  return alignment(promised, work, strategies);
}

/** What pays for a piece of work: money from partners, flexibilities tied to it, ledger lines that were matched to it. */
function moneyOf({ flexibilities, lines }: ResourceReading, engagement: Engagement): string[] {
  const { secured, securedCents } = engagement.progress;
  const freed = flexibilities
    .filter(({ engagementIds, decision }) => decision === 'granted' && engagementIds.includes(engagement.id))
    .map(({ title }) => title);
  const own = lines.filter(({ engagementId }) => engagementId === engagement.id);
  const spent = own
    .filter(({ holds }) => holds === 'spending')
    .reduce((total, { amountCents }) => total + amountCents, 0);
  return [
    ...freed,
    ...(own.length > 0 ? [`${formatMoney(spent)} spent`] : []),
    ...(securedCents > 0 ? [`${formatMoney(securedCents)} from partners`] : []),
    ...(secured > 0 && securedCents === 0 ? ['resources in kind from partners'] : []),
  ];
}

import { formatMoney } from '../../vocabulary/formatNumber.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { selectHours } from '../commitments/hours.store.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { conditionSentence } from '../resources/conditionSentence.ts';
import { flexibilityStanding } from '../resources/flexibilityStanding.ts';
import { leverageOf, leverageSentence } from '../resources/leverage.ts';
import { authorities } from '../resources/resourceKinds.ts';
import {
  type AnsweredCondition,
  type ResourceReading,
  readResources,
} from '../resources/resourceReading.store.ts';
import type { MemberView } from '../store/view.ts';

/** Flexibilities with their conditions as they stand, and money and time in all, whatever the focus area. */
export async function readPackResources(
  view: MemberView,
  parties: readonly Party[],
  today: string,
): Promise<Required<Pick<Pack, 'flexibilities' | 'resources'>>> {
  const reading = await readResources(view, today);
  const { fundingSources, flexibilities, conditions, lines } = reading;
  const leverage = leverageOf(fundingSources, flexibilities, today);
  const sum = (holds: 'budget' | 'spending') => {
    const own = lines.filter((line) => line.holds === holds && line.engagementId !== null);
    return own.length === 0 ? null : own.reduce((total, { amountCents }) => total + amountCents, 0);
  };
  const quarterHours = (await selectHours(view))
    .filter(({ state }) => state === 'confirmed')
    .reduce((total, one) => total + one.quarterHours, 0);
  return {
    flexibilities: flexibilities.map((one) => ({
      id: one.id,
      cds: parties.find(({ districtId }) => districtId === one.districtId)?.cds ?? null,
      rule: `${one.title}: ${one.ruleWords}`,
      authority: authorities.find(({ id }) => id === one.authority)?.name ?? one.authority,
      from: one.fromDay,
      until: one.untilDay,
      state: flexibilityStanding(one, today),
      dollars: one.freedCents,
      use: one.useWords,
      result: null,
      conditions: conditions
        .filter(({ flexibilityId, isDropped }) => flexibilityId === one.id && !isDropped)
        .map((condition) => ({
          words: conditionText(reading, condition),
          benchmark: 'benchmarkId' in condition.terms ? condition.terms.benchmarkId : null,
          status: condition.answer.status,
        })),
    })),
    resources: {
      budgetedCents: sum('budget'),
      spentCents: sum('spending'),
      externalCents: fundingSources.length > 0 ? leverage.outsideCents : null,
      inKindHours: quarterHours > 0 ? String(quarterHours / 4) : null,
      leverage:
        leverage.centsPerDollar === null
          ? null
          : {
              ratio: `${formatMoney(leverage.centsPerDollar)} beside each dollar of the districts’ own`,
              sentence: leverageSentence(leverage),
            },
    },
  };
}

function conditionText(reading: ResourceReading, { terms }: AnsweredCondition): string {
  const about = 'benchmarkId' in terms ? terms.benchmarkId : undefined;
  const benchmark = reading.benchmarks.find((one) => one.benchmark.id === about);
  const districtId = 'districtId' in terms ? terms.districtId : undefined;
  const district = reading.parties.find((party) => party.districtId === districtId)?.shortName;
  const engagementId = 'engagementId' in terms ? terms.engagementId : undefined;
  const work = reading.engagements.find(({ id }) => id === engagementId)?.title;
  return conditionSentence(terms, {
    ...(district ? { district } : {}),
    ...(benchmark
      ? {
          benchmark: `${benchmark.measure.shortName}, ${benchmark.group.name}`,
          unit: benchmark.measure.unit === 'percent' ? ' %' : '',
        }
      : {}),
    work,
  });
}

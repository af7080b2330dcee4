import { badge } from '../../page/badge.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import type { Content } from '../../page/html.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { BenchmarkReading } from '../benchmarks/benchmarkReading.store.ts';
import { conditionSentence } from './conditionSentence.ts';
import type { ConditionStatus, ConditionTerms } from './condition.ts';
import type { FlexibilityStanding } from './flexibilityStanding.ts';
import type { ResourceReading } from './resourceReading.store.ts';

/** The badge of a condition. */
export function conditionBadge(status: ConditionStatus): Content {
  if (status === 'not met') return badge('bad', 'Not met');
  if (status === 'on track') return badge('on pace', 'On track');
  return badge(status);
}

const standings = {
  requested: ['neutral', 'Asked for'],
  'granted, to begin': ['info', 'Granted, to begin'],
  'in force': ['good', 'In force'],
  over: ['neutral', 'Over'],
  denied: ['attention', 'Denied'],
  withdrawn: ['neutral', 'Taken back'],
} as const;

/** The badge of a flexibility. */
export function standingBadge(standing: FlexibilityStanding): Content {
  const [kind, words] = standings[standing];
  return badge(kind, words);
}

/** Short name of a district; both where it is null. */
export function districtName(
  { parties }: { readonly parties: readonly Pick<Party, 'districtId' | 'shortName'>[] },
  districtId: string | null,
): string {
  if (districtId === null) return 'Both districts';
  return parties.find((party) => party.districtId === districtId)?.shortName ?? 'Another district';
}

/** `Mathematics, distance from standard: English learners`. */
export function benchmarkName({ measure, group }: Pick<BenchmarkReading, 'measure' | 'group'>): string {
  return `${measure.shortName}: ${inSentence(studentGroupName(group.code))}`;
}

export function periodText({
  fromDay,
  untilDay,
}: {
  readonly fromDay: string;
  readonly untilDay: string;
}): string {
  return `${formatDate(fromDay)} to ${formatDate(untilDay)}`;
}

/** What a condition asks, in one sentence. */
export function conditionText(reading: ResourceReading, terms: ConditionTerms): string {
  if (terms.kind === 'report sent') return conditionSentence(terms, {});
  if ('benchmarkId' in terms) {
    const about = reading.benchmarks.find(({ benchmark }) => benchmark.id === terms.benchmarkId);
    const unit = about?.measure.unit === 'percent' ? ' %' : '';
    return conditionSentence(terms, {
      district: districtName(reading, terms.districtId),
      benchmark: about ? benchmarkName(about) : 'a benchmark',
      unit,
    });
  }
  const work = reading.engagements.find(({ id }) => id === terms.engagementId);
  return conditionSentence(terms, { work: work?.title });
}

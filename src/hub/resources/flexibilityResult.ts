import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import type { PaceStatus } from '../benchmarks/pace.ts';

/** What can be seen of a flexibility on one benchmark in one district. Never a cause: that is for a claim. */
export type VisibleResult = 'pace on track' | 'no effect visible yet' | 'too early' | 'cannot tell';

/** How strong what is said is. */
export const evidenceGrades = [
  {
    id: 'estimated',
    name: 'Estimated',
    means:
      'A question that was fixed before the data was answered with comparison districts; its own sentence is quoted.',
  },
  {
    id: 'registered',
    name: 'Question fixed, not answered',
    means: 'A question about this measure is registered; it has not been run.',
  },
  {
    id: 'pace only',
    name: 'Pace only',
    means: 'The figures moved, or did not. Nobody has asked what would have happened without it.',
  },
  { id: 'nothing measured', name: 'Nothing measured', means: 'It is tied to no benchmark.' },
] as const;
export type EvidenceGradeId = (typeof evidenceGrades)[number]['id'];

export type ResultAnswer = { readonly result: VisibleResult; readonly sentence: string };

type Question = {
  readonly paceStatus: PaceStatus | null;
  /** School year of the newest result that is shown. */
  readonly newestYear: number | null;
  /** First day of the flexibility. */
  readonly fromDay: string;
};

/**
 * What can be seen. A school year counts from the first in which the flexibility was in force for half of it at least: before that, no
 * result can be one of it.
 */
export function visibleResult({ paceStatus, newestYear, fromDay }: Question): ResultAnswer {
  const first = firstYearUnder(fromDay);
  if (paceStatus === null || newestYear === null)
    return { result: 'cannot tell', sentence: 'Cannot tell: no target or no figure.' };
  if (newestYear < first)
    return {
      result: 'too early',
      sentence: `Too early: it began on ${formatDate(fromDay)}, the newest result is of ${schoolYearName(newestYear)}, and ${schoolYearName(first)} is the first that can show anything.`,
    };
  switch (paceStatus) {
    case 'met':
    case 'on pace':
      return {
        result: 'pace on track',
        sentence: 'The pace is on track. That alone does not say that the flexibility did it.',
      };
    case 'behind':
    case 'moving away':
      return {
        result: 'no effect visible yet',
        sentence: 'No effect visible yet: the pace is short of the target.',
      };
    case 'too early':
      return { result: 'too early', sentence: 'Too early: two results after the baseline are needed.' };
    case 'too few students':
      return { result: 'cannot tell', sentence: 'Cannot tell: too few students.' };
    case 'cannot tell':
      return {
        result: 'cannot tell',
        sentence: 'Cannot tell: chance alone could make the difference, or results are missing.',
      };
  }
}

/** The school year that had at least half of its days (from January at the latest) under something that began on a day. */
export function firstYearUnder(fromDay: string): number {
  const year = Number(fromDay.slice(0, 4));
  return fromDay.slice(5) === '01-01' ? year : year + 1;
}

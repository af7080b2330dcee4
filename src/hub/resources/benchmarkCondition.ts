import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type StudentGroup, studentGroupName } from '../../vocabulary/studentGroup.ts';
import { paceSentence } from '../benchmarks/paceSentence.ts';
import type { Pace } from '../benchmarks/pace.ts';
import { standingOf } from '../benchmarks/standing.ts';
import type { Figures } from '../evidence/figures.ts';
import type { Spreads } from '../evidence/figureVariance.ts';
import type { BenchmarkTerms, ConditionAnswer, ConditionStatus } from './condition.ts';

export type BenchmarkEvidence = {
  readonly measure: MeasureDefinition;
  readonly group: StudentGroup;
  /** Short name of the district. */
  readonly district: string;
  readonly figures: Figures;
  readonly spreads: Spreads;
};

/**
 * How a condition on a benchmark stands: the room of benchmarks judges the pace towards the target that was written down with the
 * condition, with results up to its school year alone. Decided once that year's results are out, or the target is reached before.
 */
export function answerBenchmarkCondition(
  terms: BenchmarkTerms,
  evidence: BenchmarkEvidence,
  today: string,
): ConditionAnswer {
  const { measure, group, district } = evidence;
  const years = evidence.figures.years(measure.id).filter((year) => year <= terms.schoolYear);
  const figures: Figures = { ...evidence.figures, years: () => years };
  const series = { baseline: terms.baseline, targets: [terms.target] };
  const { pace, students } = standingOf(series, { measure, group }, figures, evidence.spreads);
  if (!pace || measure.unit === 'letter' || measure.unit === 'flag')
    return { status: 'cannot tell', sentence: 'Cannot tell: no pace can be worked out for this measure.' };
  const subject =
    group.code === 'ALL' ? district : `${district} (${inSentence(studentGroupName(group.code))})`;
  const sentence = paceSentence(pace, {
    subject,
    unit: measure.unit,
    decimals: measure.decimals,
    students,
  });
  const isDecided = years.at(-1) === terms.schoolYear;
  if (!isDecided && pace.status !== 'met' && today > terms.dueOn)
    return {
      status: 'cannot tell',
      sentence: `Cannot tell: its day is over, and the results of ${schoolYearName(terms.schoolYear)} are not out. ${sentence}`,
    };
  return { status: statusOf(terms, pace, isDecided), sentence };
}

function statusOf({ kind }: BenchmarkTerms, pace: Pace, isDecided: boolean): ConditionStatus {
  switch (pace.status) {
    case 'met':
      return 'met';
    case 'on pace':
      return isDecided && kind === 'pace on track' ? 'met' : 'on track';
    case 'behind':
      return isDecided || pace.because === 'target year over' ? 'not met' : 'behind';
    case 'moving away':
      return isDecided ? 'not met' : 'behind';
    case 'too early':
      return isDecided ? 'cannot tell' : 'too early';
    default:
      return 'cannot tell';
  }
}

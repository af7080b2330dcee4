import { formatChange } from '../../measures/formatValue.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { type StudentGroupCode, studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { BeforeAfter, Cycle } from './cycle.ts';

/** What became of a prediction in one district, as far as its figures tell. */
export type Outcome =
  | 'as predicted'
  | 'less than predicted'
  | 'the other way'
  | 'not as predicted'
  | 'too early';

type Predicted = Pick<Cycle, 'prediction' | 'amount'>;

/** `rises by 3.0 points`, as the plan said it. */
export function predictionText({ prediction, amount }: Predicted, measure: MeasureDefinition): string {
  if (prediction === 'stays' || amount === null) return 'stays as it is';
  const decimals = Math.max(measure.decimals, amount.replace(/0+$/, '').split('.')[1]?.length ?? 0);
  return `${prediction} by ${formatChange(amount, measure.unit, decimals).replace(/^\+/, '')}`;
}

/** `English learner progress, English learners: rises by 3.0 percentage points`. */
export function predictionSentence(
  cycle: Predicted & { readonly group: StudentGroupCode },
  measure: MeasureDefinition,
): string {
  return `${measure.shortName}, ${inSentence(studentGroupName(cycle.group))}: ${predictionText(cycle, measure)}`;
}

/** What the publisher's last decimal can show of a measure: less is no change. */
export function stirOf({ decimals }: MeasureDefinition): number {
  return 10 ** -decimals;
}

/**
 * Whether the district's figure moved as predicted. It stayed when it moved by less than `stir`. Without a figure of a year in which the
 * test ran it is too early.
 */
export function predictionOutcome(
  { prediction, amount }: Predicted,
  { before, after }: Pick<BeforeAfter, 'before' | 'after'>,
  stir: number,
): Outcome {
  if (!before || !after) return 'too early';
  const change = Number(after.value) - Number(before.value);
  if (prediction === 'stays' || amount === null)
    return Math.abs(change) < stir ? 'as predicted' : 'not as predicted';
  const gained = prediction === 'rises' ? change : -change;
  if (gained >= Number(amount)) return 'as predicted';
  return gained >= stir ? 'less than predicted' : gained > -stir ? 'not as predicted' : 'the other way';
}

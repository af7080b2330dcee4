import type { Breach } from '../intake/breach.ts';
import { rangeClass } from '../intake/valueClass.ts';
import { elpacLows, obtainable } from './scoreRanges.ts';
import type { TestRecord } from './testRecord.ts';

/** A score lies between the lowest and the highest that its test and grade allow. */
export function scoreMustLieInItsRange({ test, grade, score, columns }: TestRecord): Breach | undefined {
  const range = rangeOf(test, grade);
  if (score === null || !range || (score >= range[0] && score <= range[1])) return undefined;
  return {
    rule: 'scoreMustLieInItsRange',
    severity: 'error',
    column: columns.score,
    valueClass: rangeClass(score, range[0], range[1]),
    message: `a score of grade ${grade} lies within ${range[0]}-${range[1]}`,
    remedy: 'look for shifted columns, or a grade that is not the one assessed',
  };
}

function rangeOf(test: TestRecord['test'], grade: string): readonly [number, number] | undefined {
  if (test === 'ELA' || test === 'MATH') return obtainable[test][grade];
  if (test === 'initial') return [150, 600];
  if (test === 'summative') {
    const highest = elpacLows[grade]?.[3];
    return highest === undefined ? undefined : [1150, highest];
  }
  return test === 'alternate' ? undefined : [100, 999];
}

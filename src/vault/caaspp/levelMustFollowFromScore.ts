import type { Breach } from '../intake/breach.ts';
import { elpacLows, levelLows } from './scoreRanges.ts';
import type { TestRecord } from './testRecord.ts';

/**
 * The level of a record is the one that its score comes to. Of CAST, and of the alternate tests in ELA and mathematics, only
 * the low of Level 3 is known: the level lies on its side. Alternate science is not judged.
 */
export function levelMustFollowFromScore({
  test,
  grade,
  score,
  level,
  columns,
}: TestRecord): Breach | undefined {
  if (score === null || level === null) return undefined;
  const expected = expectedLevels(test, grade, score);
  if (!expected || expected.includes(level)) return undefined;
  return {
    rule: 'levelMustFollowFromScore',
    severity: 'error',
    column: columns.level,
    valueClass: `level ${level}`,
    message: `the score comes to Level ${expected.join(' or ')} in grade ${grade}`,
    remedy: 'get the file again from TOMS: the score or the level was changed after scoring',
  };
}

/** CAST scores that meet the standard: CDE. High school is grades 10 to 12. */
const castMet: Readonly<Record<string, number>> = { '05': 214, '08': 415, '10': 615, '11': 615, '12': 615 };

function expectedLevels(
  test: TestRecord['test'],
  grade: string,
  score: number,
): readonly number[] | undefined {
  const above = (lows: readonly number[]): number => 1 + lows.filter((low) => score >= low).length;
  if (test === 'ELA' || test === 'MATH') {
    const lows = levelLows[test][grade];
    return lows ? [above(lows)] : undefined;
  }
  if (test === 'summative') {
    const lows = elpacLows[grade];
    return lows ? [above(lows.slice(0, 3))] : undefined;
  }
  if (test === 'initial') return [above([370, 450])];
  if (test === 'CAST') {
    const met = castMet[grade];
    return met === undefined ? undefined : score >= met ? [3, 4] : [1, 2];
  }
  if (test === 'CAA_ELA' || test === 'CAA_MATH') return score % 100 >= 60 ? [3] : [1, 2];
  return undefined;
}

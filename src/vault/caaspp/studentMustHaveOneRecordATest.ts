import type { Breach } from '../intake/breach.ts';

export type OneRecord = { readonly valid: boolean; readonly line: number };

/**
 * A student has one valid record of a test and grade. Of several the valid one is kept, with a note; two valid ones are an
 * error. Answers which to keep and what to say.
 */
export function studentMustHaveOneRecordATest(
  first: OneRecord,
  second: OneRecord,
  column: string,
): { readonly keep: 'first' | 'second'; readonly breach: Breach } {
  const both = first.valid && second.valid;
  const keep = second.valid && !first.valid ? 'second' : 'first';
  return {
    keep,
    breach: {
      rule: 'studentMustHaveOneRecordATest',
      severity: both ? 'error' : 'note',
      column,
      valueClass: both ? 'two valid records' : 'two records',
      message: `the student has another record of this test in line ${first.line}${both ? '; both are valid' : `; the ${keep === 'first' ? 'earlier' : 'later'} is kept`}`,
      remedy: both ? 'ask TOMS which one counts, and remove the other' : 'nothing to do',
    },
  };
}

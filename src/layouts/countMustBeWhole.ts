import type { Breach } from './breach.ts';

/** The largest count the store's integers hold. */
const largestCount = 2_147_483_647;

/** A count is a whole number that is not negative and fits the store; a blank is no breach. */
export function countMustBeWhole(text: string): Breach | undefined {
  if (text === '' || (/^\d{1,10}$/.test(text) && Number(text) <= largestCount)) return undefined;
  return {
    severity: 'error',
    rule: 'countMustBeWhole',
    message: `“${text}” is no count: a whole number from 0 to ${largestCount.toLocaleString('en')}`,
    remedy: 'correct the count at its source',
  };
}

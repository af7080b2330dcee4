import type { Breach } from '../intake/breach.ts';

/** All tests of a file began in one school year. */
export function testDaysMustLieInOneYear(fileYear: number, year: number, column: string): Breach | undefined {
  if (fileYear === year) return undefined;
  return {
    rule: 'testDaysMustLieInOneYear',
    severity: 'error',
    column,
    valueClass: `a day of the school year ending ${year}`,
    message: `the tests before it began in the school year ending ${fileYear}`,
    remedy: 'load each year’s file by itself',
  };
}

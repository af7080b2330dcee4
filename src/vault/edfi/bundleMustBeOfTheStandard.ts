import type { Breach } from '../intake/breach.ts';

/** A bundle was fetched from an API of data standard 5.2. */
export function bundleMustBeOfTheStandard(standard: string): Breach | undefined {
  if (/^5\.2(\.|$)/.test(standard)) return undefined;
  return {
    rule: 'standardMustBeKnown',
    severity: 'error',
    column: null,
    valueClass: `Ed-Fi ${standard.slice(0, 20)}`,
    message: `the records are of the Ed-Fi data standard ${standard.slice(0, 20)}; the vault reads 5.2`,
    remedy: 'fetch them from an ODS of data standard 5.2 (API v7.2 or later)',
  };
}

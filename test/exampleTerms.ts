import type { GrantClause, Terms } from '../src/hub/agreement/terms.ts';

export const fresnoCds = '10621660000000';
export const longBeachCds = '19647250000000';

/** A grant of one measure from one of the two districts to the other; `n` is the end of its id. */
export function exampleGrant(from: string, n: string): GrantClause {
  return {
    id: `01890000-0000-7000-8000-0000000000${n}`,
    from,
    to: [from === fresnoCds ? longBeachCds : fresnoCds],
    measures: ['math_dfs'],
    scope: 'district',
    firstYear: 2024,
    lastYear: 2027,
    smallestGroup: 11,
    embargoDays: 0,
    publication: 'never',
  };
}

/** Terms by which each of two districts shows the other one measure, from January 2026 to June 2027. */
export function exampleTerms(changed: Partial<Terms> = {}): Terms {
  return {
    format: 'tandem agreement 1',
    agreement: '01890000-0000-7000-8000-000000000001',
    partnership: 'fresno-long-beach',
    title: 'What we show each other',
    parties: [
      { cds: fresnoCds, name: 'Fresno Unified' },
      { cds: longBeachCds, name: 'Long Beach Unified' },
    ],
    validFrom: '2026-01-01',
    validUntil: '2027-06-30',
    grants: [exampleGrant(fresnoCds, '11'), exampleGrant(longBeachCds, '12')],
    daysSeenAfterEnd: 0,
    reviewOn: null,
    words: '',
    ...changed,
  };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesOf } from './differences.page.ts';
import type { Terms } from './terms.ts';

const names = new Map([
  ['10621660000000', 'Fresno'],
  ['19647250000000', 'Long Beach'],
]);
const grant = {
  id: '01890000-0000-7000-8000-000000000011',
  from: '10621660000000',
  to: ['19647250000000'],
  measures: ['math_dfs'],
  scope: 'district' as const,
  firstYear: 2024,
  lastYear: 2027,
  smallestGroup: 11,
  embargoDays: 0,
  publication: 'never' as const,
};
const terms: Terms = {
  format: 'tandem agreement 1',
  agreement: '01890000-0000-7000-8000-000000000001',
  partnership: 'fresno-long-beach',
  title: 'What we show each other',
  parties: [
    { cds: '10621660000000', name: 'Fresno Unified' },
    { cds: '19647250000000', name: 'Long Beach Unified' },
  ],
  validFrom: '2026-01-01',
  validUntil: '2027-06-30',
  grants: [grant],
  daysSeenAfterEnd: 0,
  reviewOn: null,
  words: '',
};

test('the same terms differ in nothing', () => {
  assert.deepEqual(differencesOf(terms, structuredClone(terms), names), []);
});

test('of a grant in both versions only the part that changed is told', () => {
  assert.deepEqual(differencesOf(terms, { ...terms, grants: [{ ...grant, smallestGroup: 20 }] }, names), [
    {
      title: 'Fresno shows Long Beach: smallest group',
      was: 'of groups of 11 students or more',
      is: 'of groups of 20 students or more',
    },
  ]);
});

test('a grant that came and one that went are told whole, and the term with its days', () => {
  const other = {
    ...grant,
    id: '01890000-0000-7000-8000-000000000012',
    from: '19647250000000',
    to: ['10621660000000'],
  };
  const later = { ...terms, validUntil: '2028-06-30', grants: [other] };
  assert.deepEqual(
    differencesOf(terms, later, names).map(({ title, was, is }) => [title, was === null, is === null]),
    [
      ['Term', false, false],
      ['Long Beach shows Fresno', true, false],
      ['Fresno shows Long Beach', false, true],
    ],
  );
});

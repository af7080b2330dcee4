import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleGrant, exampleTerms, fresnoCds, longBeachCds } from '../../../test/exampleTerms.ts';
import { differencesOf } from './differences.page.ts';

const names = new Map([
  [fresnoCds, 'Fresno'],
  [longBeachCds, 'Long Beach'],
]);
const grant = exampleGrant(fresnoCds, '11');
const terms = exampleTerms({ grants: [grant] });

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
  const other = exampleGrant(longBeachCds, '12');
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

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

test('measures are told one by one as they come and go, and their order is no difference', () => {
  const was = { ...terms, grants: [{ ...grant, measures: ['math_dfs', 'suspension', 'acgr'] }] };
  const is = { ...terms, grants: [{ ...grant, measures: ['acgr', 'math_dfs', 'elpi'] }] };
  assert.deepEqual(differencesOf(was, is, names), [
    { title: 'Fresno shows Long Beach', was: null, is: 'English learner progress' },
    { title: 'Fresno shows Long Beach', was: 'Suspension', is: null },
  ]);
  const other = { ...terms, grants: [{ ...grant, measures: ['acgr', 'suspension', 'math_dfs'] }] };
  assert.deepEqual(differencesOf(was, other, names), []);
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compareTerms,
  lastDayOf,
  parseTermKey,
  termKey,
  termName,
  termOn,
  termsFrom,
  termTitle,
} from './term.ts';

test('the term changes on July 1 and on January 1', () => {
  const on = (day: string) => termKey(termOn(new Date(`${day}T12:00:00Z`)));
  assert.deepEqual(['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(on), [
    '2026-spring',
    '2027-fall',
    '2027-fall',
    '2027-spring',
  ]);
});

test('three terms from fall 2026-27 on end on December 31, June 30 and December 31', () => {
  const terms = termsFrom({ schoolYear: 2027, season: 'fall' }, 3);
  assert.deepEqual(terms.map(termName), ['fall 2026-27', 'spring 2026-27', 'fall 2027-28']);
  assert.deepEqual(terms.map(lastDayOf), ['2026-12-31', '2027-06-30', '2027-12-31']);
  assert.equal(terms.map(termTitle)[1], 'Spring 2026-27');
});

test('terms come in the order of the calendar: fall before spring of the same school year', () => {
  const [fall, spring, next] = termsFrom({ schoolYear: 2027, season: 'fall' }, 3);
  assert.ok(fall && spring && next);
  assert.ok(compareTerms(fall, spring) < 0 && compareTerms(spring, next) < 0);
  assert.equal(compareTerms(spring, { schoolYear: 2027, season: 'spring' }), 0);
});

test('a term is read from its key, and nothing else is one', () => {
  assert.deepEqual(parseTermKey('2027-spring'), { schoolYear: 2027, season: 'spring' });
  for (const text of ['', '2027', '27-fall', '2027-winter', '2027-fall ', 'x2027-fall'])
    assert.equal(parseTermKey(text), undefined, text);
});

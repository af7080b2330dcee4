import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMoney, parsePositiveMoney } from './parseMoney.ts';

for (const [text, cents] of [
  ['$1,234,567.89', 123_456_789],
  ['1234567.89', 123_456_789],
  ['1,234.5', 123_450],
  ['.75', 75],
  ['12.', 1200],
  ['0', 0],
  ['1.2 million', 120_000_000],
  ['$3M', 300_000_000],
  ['(1,234.50)', -123_450],
  ['$(1,234.50)', -123_450],
  ['-$12.00', -1200],
  ['\u221212.00', -1200],
  ['12.00-', -1200],
  ['12.00 CR', -1200],
  ['12.00 DR', 1200],
  ['$\u00a012', 1200],
] as const)
  test(`"${text}" is ${cents} cents`, () => assert.deepEqual(parseMoney(text), { ok: true, cents }));

for (const [text, message] of [
  ['', /Give an amount/],
  ['1.234', /could be two amounts/],
  ['12,5', /could be two amounts/],
  ['1.234.567,89', /could be two amounts/],
  ['1,23,456', /is not an amount/],
  ['abc', /“abc” is not an amount/],
  ['$', /is not an amount/],
  ['()', /is not an amount/],
  ['1e5', /is not an amount/],
  ['200,000 million', /is not an amount/],
  ['999999999999999', /more than any district has/],
] as const)
  test(`"${text}" is refused and says how to write it`, () => {
    const parsed = parseMoney(text);
    assert.ok(!parsed.ok);
    assert.match(parsed.message, message);
  });

test('a promise is above zero: 0 and -5 are refused', () => {
  assert.ok(!parsePositiveMoney('0').ok);
  assert.ok(!parsePositiveMoney('-5').ok);
  assert.deepEqual(parsePositiveMoney('5'), { ok: true, cents: 500 });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInterval, formatMoney, formatNumber, formatPercent, formatSigned } from './formatNumber.ts';

test('41203 has a comma and -80.6 a real minus sign', () => {
  assert.equal(formatNumber(41203), '41,203');
  assert.equal(formatNumber(-80.6, 1), '\u221280.6');
});

test('decimal text keeps the decimals its publisher wrote, a number shows what it has', () => {
  assert.equal(formatNumber('52.40'), '52.40');
  assert.equal(formatNumber('-71.0'), '\u221271.0');
  assert.equal(formatNumber(52.4), '52.4');
});

test('1.005 as text rounds to 1.01 and -0.04 to a zero without a sign', () => {
  assert.equal(formatNumber('1.005', 2), '1.01');
  assert.equal(formatNumber(-0.04, 1), '0.0');
  assert.equal(formatSigned(-0.04, 1), '0.0');
});

test('a change carries its sign: +1.8 and \u22120.4', () => {
  assert.equal(formatSigned(1.8, 1), '+1.8');
  assert.equal(formatSigned(-0.4, 1), '\u22120.4');
});

test('52.4 percent has a thin space that does not break', () => {
  assert.equal(formatPercent(52.4, 1), '52.4\u202f%');
});

test('125,000,000 cents are $1,250,000 and 1,250 cents are $12.50', () => {
  assert.equal(formatMoney(125_000_000), '$1,250,000');
  assert.equal(formatMoney(1250), '$12.50');
  assert.equal(formatMoney(-5), '\u2212$0.05');
  assert.throws(() => formatMoney(0.5), /whole number of cents/);
});

test('an interval that crosses 0 says to, and a in Spanish', () => {
  assert.equal(formatInterval(-1.6, 0.8, 1), '\u22121.6 to 0.8');
  assert.equal(formatInterval(-1.6, 0.8, 1, 'es'), '\u22121.6 a 0.8');
});

test('five values that are no finite number are refused', () => {
  for (const value of [Number.NaN, Infinity, '', 'n/a', '*'])
    assert.throws(() => formatNumber(value), /no finite number/, String(value));
});

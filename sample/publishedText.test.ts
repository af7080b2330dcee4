import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanText, rateText } from './publishedText.ts';

test('Fresno 4,369 of 5,095 graduates is 85.8, Long Beach 2,687 of 5,509 prepared is 48.8, California 234,287 of 434,627 is 53.9', () => {
  assert.equal(rateText(4369, 5095), '85.8');
  assert.equal(rateText(2687, 5509), '48.8');
  assert.equal(rateText(234_287, 434_627), '53.9');
});

test('half a tenth rounds away from zero: 1/16 is 6.3, 3/80 is 3.8, a mean of -1/4 is -0.3', () => {
  assert.equal(rateText(1, 16), '6.3');
  assert.equal(rateText(3, 80), '3.8');
  assert.equal(meanText(-1, 4), '-0.3');
  assert.equal(meanText(1, 4), '0.3');
});

test('whole numbers carry no decimal and there is no minus zero: 44, 100, 0, -71, 0 for -1/100', () => {
  assert.equal(rateText(361, 820), '44');
  assert.equal(rateText(7, 7), '100');
  assert.equal(rateText(0, 12), '0');
  assert.equal(meanText(-710, 10), '-71');
  assert.equal(meanText(-1, 100), '0');
});

test('0 of 0 graduates is written 0, as the state does, and a mean of nobody is refused', () => {
  assert.equal(rateText(0, 0), '0');
  assert.throws(() => meanText(0, 0), /nobody/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueScale } from './valueScale.ts';

const axis = { unit: 'points' };

test('from -120 at 300 pixels to 60 at 0, the standard (0) stands at pixel 100', () => {
  const scale = valueScale([], [300, 0], { ...axis, domain: [-120, 60] }, 6);
  assert.equal(scale.at(-120), 300);
  assert.equal(scale.at(60), 0);
  assert.equal(scale.at(0), 100);
});

test('ticks carry a real minus, their own decimals and the suffix', () => {
  const texts = valueScale([-0.4, 0.4], [100, 0], { ...axis, tickSuffix: '%' }, 5).ticks.map(
    (tick) => tick.text,
  );
  assert.deepEqual(texts, ['\u22120.4\u202f%', '\u22120.2\u202f%', '0.0\u202f%', '0.2\u202f%', '0.4\u202f%']);
});

test('one single value gets room above and below, and no value at all a scale from 0 to 1', () => {
  const one = valueScale([50], [100, 0], axis, 5);
  assert.equal(one.at(50), 50);
  const none = valueScale([], [100, 0], axis, 5);
  assert.equal(none.at(0), 100);
  assert.equal(none.at(1), 0);
});

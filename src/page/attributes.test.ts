import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes } from './attributes.ts';

test('a value is quoted and escaped, true stands bare, and four kinds of nothing leave the attribute out', () => {
  const made = attributes({ id: 'a"b', open: true, a: false, b: null, c: undefined, tabindex: 0, value: '' });
  assert.equal(String(made), ' id="a&quot;b" open tabindex="0" value=""');
});

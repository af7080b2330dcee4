import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newUuid } from './uuid.ts';

test('the example of RFC 9562, appendix A.6, comes out digit for digit', () => {
  const random = Buffer.from('0cc318c4dc0c0c07398f', 'hex');
  assert.equal(newUuid(new Date(0x017f22e279b0), random), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('a later id sorts after an earlier one', () => {
  assert.ok(newUuid(new Date(1_000)) < newUuid(new Date(2_000)));
});

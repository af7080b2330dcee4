import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizeText } from './sizeText.ts';

test('0, 999, 1000, 999999 and 72.8e9 bytes read 0 bytes, 999 bytes, 1.0 kB, 1000.0 kB and 72.8 GB', () => {
  assert.deepEqual([0, 999, 1000, 999_999, 72.8e9].map(sizeText), [
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '1000.0 kB',
    '72.8 GB',
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { exampleRelease, signedBy } from '../../test/exampleRelease.ts';
import { firstBytes, looksLikeRelease } from './looksLikeRelease.ts';
import { sealRelease } from './sealRelease.ts';

test('a release is seen by its first bytes, cut off as they are; a packed table and plain JSON are none', () => {
  const file = sealRelease(signedBy(exampleRelease()));
  assert.equal(looksLikeRelease(file.subarray(0, firstBytes)), true);
  assert.equal(looksLikeRelease(file.subarray(0, 200)), true);
  assert.equal(looksLikeRelease(gzipSync('cds,measure\n1,2\n')), false);
  assert.equal(looksLikeRelease(Buffer.from('{"release":{}}')), false);
  assert.equal(looksLikeRelease(new Uint8Array()), false);
});

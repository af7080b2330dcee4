import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashToken, isSameToken, isToken, newToken } from './token.ts';

test('a token is 32 bytes as 43 characters, and no two of 1,000 are the same', () => {
  const tokens = Array.from({ length: 1000 }, () => newToken());
  assert.equal(new Set(tokens).size, 1000);
  assert.ok(tokens.every(isToken));
  assert.equal(newToken(new Uint8Array(32)), 'A'.repeat(43));
});

test('what is kept is the SHA-256 of the text (FIPS 180-4: "abc")', () => {
  assert.equal(
    hashToken('abc').toString('hex'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('tokens are compared whole, whatever their lengths', () => {
  const token = newToken();
  assert.ok(isSameToken(token, token));
  for (const other of ['', token.slice(1), `${token}A`, newToken()]) assert.ok(!isSameToken(token, other));
});

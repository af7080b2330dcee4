import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeReturnPath } from './safeReturnPath.ts';

test('a path of our own is kept, with its search', () => {
  for (const path of ['/', '/partnerships/a-b/measures/math_dfs?group=EL', '/a/%C3%A9?x=1&y=2']) {
    assert.equal(safeReturnPath(path), path);
  }
});

test('another site, a scheme, a page that signs in or out, and 501 characters are not', () => {
  const refused = [
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\tevil',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x=1',
    '/a b',
    '/a"><script>',
    '/a?x="',
    '/a#x',
    '/sign-in',
    '/sign-in/abc',
    '/sign-out/everywhere',
    '/outbox',
    `/${'a'.repeat(500)}`,
  ];
  for (const text of refused) assert.equal(safeReturnPath(text), null, String(text));
});

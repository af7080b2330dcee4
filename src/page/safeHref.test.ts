import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeHref } from './safeHref.ts';

test('seven kinds of address that lead somewhere known are kept', () => {
  for (const address of [
    '/a/b?c=1',
    '#part',
    '?page=2',
    'https://x.org/a',
    'http://x.org',
    'mailto:a@b.org',
    'tel:+1559',
  ])
    assert.equal(safeHref(address), address);
});

test('eight addresses that run script, hide their scheme or leave the site unsaid lead nowhere', () => {
  for (const address of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'evil',
  ])
    assert.equal(safeHref(address), '#', address);
});

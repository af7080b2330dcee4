import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badge } from './badge.ts';

test('each of the 7 paces and 3 provenances says its words beside its own sign', () => {
  const kinds = [
    'met',
    'on pace',
    'behind',
    'moving away',
    'too early',
    'cannot tell',
    'too few students',
  ] as const;
  const all = [...kinds, 'agreed', 'proposed', 'placeholder'] as const;
  const signs = all.map((kind) => {
    const markup = String(badge(kind));
    const words = markup.replace(/<[^>]*>/g, '');
    assert.equal(words.toLowerCase(), kind);
    assert.match(markup, /aria-hidden="true"/);
    return /<path d="([^"]*)"/.exec(markup)?.[1];
  });
  assert.equal(new Set(signs).size, 10);
});

test('own words replace the kind, and Spanish has its own', () => {
  assert.match(String(badge('attention', 'Due Friday')), />Due Friday<\/span>/);
  assert.match(String(badge('behind', undefined, 'es')), /Con retraso/);
});

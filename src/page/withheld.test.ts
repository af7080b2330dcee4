import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberLink } from './numberLink.ts';
import { withheld, withheldSentence } from './withheld.ts';

const reasons = [
  'few students',
  'protects another cell',
  'earlier release',
  'agreement',
  'not reported',
] as const;

test('each of the 5 reasons has its own words and its own sentence in 2 languages', () => {
  for (const language of ['en', 'es'] as const) {
    assert.equal(new Set(reasons.map((reason) => String(withheld(reason, language)))).size, 5);
    assert.equal(new Set(reasons.map((reason) => withheldSentence(reason, language))).size, 5);
  }
});

test('a number link says its number first and then what it is about, for those who hear it alone', () => {
  const markup = String(
    numberLink({ text: '−71.0', href: '/cells/1', about: 'Fresno, mathematics, 2024-25' }),
  );
  assert.equal(
    markup.replace(/<[^>]*>/g, ''),
    '−71.0 (Fresno, mathematics, 2024-25. How this number is made)',
  );
  assert.match(markup, /href="\/cells\/1" data-explain/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from './parseDay.ts';

test('a day is read in 5 ways, with the month before the day between slashes', () => {
  for (const text of [
    '2026-12-01',
    '12/1/2026',
    ' Dec 1, 2026 ',
    '1 December 2026',
    'December 1st 2026',
    'dec. 1, 2026',
    '2026-12-1',
  ])
    assert.deepEqual(parseDay(text), { ok: true, day: '2026-12-01' }, text);
  assert.deepEqual(parseDay('Sept 9, 2026'), { ok: true, day: '2026-09-09' });
  assert.deepEqual(parseDay('2028-02-29'), { ok: true, day: '2028-02-29' });
});

test('a day that is none, or could be two, is refused with a sentence that says how to write it', () => {
  const sentences: readonly (readonly [string, RegExp])[] = [
    ['', /^Give a day\. Write the day like 2026-12-01/],
    ['2026-02-29', /There is no such day as “2026-02-29”/],
    ['13/1/2026', /There is no such day/],
    ['2026-13-01', /There is no such day/],
    ['31 June 2026', /There is no such day/],
    ['ju 1, 2026', /There is no such day/],
    ['1/2/26', /could be more than one day/],
    ['1.12.2026', /could be more than one day/],
    ['26-12-01', /could be more than one day/],
    ['next Tuesday', /“next Tuesday” is not a day that can be read\. Write the day like/],
    ['1206-12-01', /too far away/],
  ];
  for (const [text, sentence] of sentences) {
    const parsed = parseDay(text);
    assert.ok(!parsed.ok, text);
    assert.match(parsed.message, sentence, text);
  }
});

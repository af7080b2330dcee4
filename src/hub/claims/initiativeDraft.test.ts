import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concurrentWith } from './concurrentWith.ts';
import { parseInitiativeDraft } from './initiativeDraft.ts';

const parties = [
  { districtId: 'f', cds: '1', position: 1 },
  { districtId: 'l', cds: '2', position: 2 },
];
const whole = {
  name: 'CORE districts',
  words: 'Several large districts work together.',
  source: 'coredistricts.org',
  fromYear: '2010',
  toYear: '',
  reach: 'districts',
  'district-1': '1',
};
const errorsOf = (more: Record<string, string>) => {
  const parsed = parseInitiativeDraft({ ...whole, ...more }, parties, 2026);
  return parsed.ok ? {} : Object.fromEntries(parsed.errors);
};

test('an initiative runs from a year, in ticked districts or in the whole state', () => {
  const own = parseInitiativeDraft(whole, parties, 2026);
  assert.ok(own.ok);
  assert.deepEqual([own.value.fromYear, own.value.toYear, own.value.districtIds], [2010, null, ['f']]);
  const wide = parseInitiativeDraft({ ...whole, reach: 'statewide' }, parties, 2026);
  assert.ok(wide.ok);
  assert.deepEqual([wide.value.statewide, wide.value.districtIds], [true, []]);
});

test('each wrong part gets a sentence at its field', () => {
  assert.match(errorsOf({ fromYear: '210' })['fromYear'] ?? '', /from 1950 to 2031/);
  assert.match(errorsOf({ toYear: '2009' })['toYear'] ?? '', /before it began/);
  assert.match(errorsOf({ toYear: 'now' })['toYear'] ?? '', /leave this empty/);
  assert.match(errorsOf({ reach: '' })['reach'] ?? '', /whole state/);
  assert.match(errorsOf({ 'district-1': '' })['district'] ?? '', /Tick/);
  assert.match(errorsOf({ source: ' ' })['source'] ?? '', /Name the source/);
  assert.match(errorsOf({ name: 'x'.repeat(121) })['name'] ?? '', /under 120/);
});

test('concurrent is what ran in these districts or everywhere at some time of the years', () => {
  const one = (name: string, fromYear: number, toYear: number | null, districtIds: string[]) => ({
    name,
    fromYear,
    toYear,
    statewide: districtIds.length === 0,
    districtIds,
  });
  const all = [
    one('ended before', 2000, 2007, ['f']),
    one('ended in the first year', 2000, 2008, ['f']),
    one('began after', 2014, null, ['f']),
    one('elsewhere', 2009, null, ['x']),
    one('everywhere', 2013, null, []),
  ];
  assert.deepEqual(
    concurrentWith(all, { from: 2008, to: 2013 }, ['f', 'l']).map(({ name }) => name),
    ['ended in the first year', 'everywhere'],
  );
});

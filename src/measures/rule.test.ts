import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashRule } from './hashRule.ts';
import { namedViews, parseRule } from './rule.ts';

const views = new Map([
  ['stay', '-- name: stay\ncreate view stay as select * from enrolment;'],
  ['place_of', "-- name: place_of\n-- not a cohort\ncreate view place_of as select 'cohort', * from stay;"],
  ['cohort', '-- name: cohort\ncreate view cohort as select 1;'],
]);
const rule = [
  '-- name: acgr',
  '-- counts: rate',
  '-- spans: TK-8',
  '-- needs: enrolment[-3..0], exam',
  '-- Graduates.',
  'create table contribution as select * from place_of;',
].join('\n');

test('a rule says its measure, how it counts, its spans and the years of each table it needs', () => {
  const { measure, counts, needs, spans } = parseRule(rule, views);
  assert.deepEqual([measure, counts, spans], ['acgr', 'rate', ['TK-8']]);
  assert.deepEqual(needs, [
    { table: 'enrolment', from: -3, to: 0 },
    { table: 'exam', from: 0, to: 0 },
  ]);
});

test('a rule names 2 views, one through the other and in that order; comments and texts name none', () => {
  assert.deepEqual(namedViews(rule, views), ['stay', 'place_of']);
});

test('a rule that does not say how it counts, or needs a table in strange words, is refused with a sentence', () => {
  assert.throws(() => parseRule(rule.replace('rate', 'rates'), views), /must say its name and counts/);
  assert.throws(
    () => parseRule(rule.replace('exam', 'exam of 2'), views),
    /“exam of 2” does not name a table/,
  );
});

test('the hash of a rule changes with its text and with a view it names, not with one it does not', () => {
  const hash = (text: string, from: ReadonlyMap<string, string>) => hashRule(parseRule(text, from), from);
  const before = hash(rule, views);
  assert.match(before, /^[0-9a-f]{64}$/);
  assert.notEqual(hash(`${rule} `, views), before);
  assert.notEqual(hash(rule, new Map([...views, ['stay', `${views.get('stay')} `]])), before);
  assert.equal(hash(rule, new Map([...views, ['cohort', 'select 2;']])), before);
});

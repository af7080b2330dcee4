import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  parseCommitmentDraft,
  parseDone,
  parseDrop,
  parseHandOver,
  parseMove,
  parseReopened,
} from './commitmentDraft.ts';

const today = '2026-11-25';
const taylor = { personId: 'a', name: 'Taylor Fenn', email: 'taylor@fresno.example' };
const jordan = { personId: 'b', name: 'Jordan Vale', email: 'jordan@fresno.example' };
const context = {
  members: [taylor, jordan],
  engagementIds: ['e'],
  benchmarkIds: [],
  contactIds: [],
  today,
};

const fieldsOf = (parsed: { ok: boolean; errors?: ReadonlyMap<string, string> }) => [
  ...(parsed.errors?.keys() ?? []),
];

test('a promise is read with owner, deputy without account, and a day in one of 4 writings', () => {
  const form = {
    what: ' Send the pacing guide ',
    due: '12/15/2026',
    owner: 'a',
    deputy: 'else',
    deputyName: 'Lou Marsh',
    deputyEmail: 'Lou@Fresno.example',
    engagement: 'e',
  };
  assert.deepEqual(parseCommitmentDraft(form, context), {
    ok: true,
    value: {
      what: 'Send the pacing guide',
      due: '2026-12-15',
      owner: taylor,
      deputy: { personId: null, name: 'Lou Marsh', email: 'lou@fresno.example' },
      engagementId: 'e',
      benchmarkId: null,
      contactId: null,
    },
  });
});

test('an empty promise has 3 sentences; one of yesterday, owned and deputised by one person, for a gone engagement, has 3 others', () => {
  assert.deepEqual(fieldsOf(parseCommitmentDraft({}, context)), ['what', 'due', 'owner']);
  const wrong = { what: 'x', due: '2026-11-24', owner: 'a', deputy: 'a', engagement: 'gone' };
  const parsed = parseCommitmentDraft(wrong, context);
  assert.deepEqual(fieldsOf(parsed), ['due', 'deputy', 'engagement']);
});

test('a member named by mail address becomes that member; a name with a line break is refused', () => {
  const byMail = { what: 'x', due: today, ownerName: 'T.', ownerEmail: 'TAYLOR@fresno.example' };
  const parsed = parseCommitmentDraft(byMail, context);
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value.owner, taylor);
  const broken = parseCommitmentDraft({ ...byMail, ownerName: 'T\nBcc: x' }, context);
  assert.deepEqual(fieldsOf(broken), ['ownerName']);
});

test('done is of today unless a day is given, and never of a day ahead', () => {
  assert.deepEqual(parseDone({}, today), { ok: true, value: { step: 'done', doneOn: today, words: null } });
  const earlier = parseDone({ doneOn: 'Nov 20, 2026', words: ' Sent. ' }, today);
  assert.deepEqual(earlier, { ok: true, value: { step: 'done', doneOn: '2026-11-20', words: 'Sent.' } });
  assert.deepEqual(fieldsOf(parseDone({ doneOn: '2026-11-26' }, today)), ['doneOn']);
});

test('a day moves to another one, with a reason of the list and words; to the same day or into the past it does not', () => {
  const move = { due: '2026-12-20', reason: 'more work', words: 'Two chapters are new.' };
  assert.ok(parseMove(move, { due: '2026-12-01', today }).ok);
  assert.deepEqual(fieldsOf(parseMove(move, { due: '2026-12-20', today })), ['due']);
  assert.deepEqual(fieldsOf(parseMove({ due: '1.12.2026' }, { due: '2026-12-01', today })), [
    'due',
    'reason',
    'words',
  ]);
  assert.deepEqual(fieldsOf(parseDrop({ reason: 'bored', words: 'x' })), ['reason']);
  assert.deepEqual(fieldsOf(parseReopened({}, today)), ['due', 'words']);
});

test('it is handed to somebody else, not to whom it belongs already', () => {
  const over = parseHandOver({ owner: 'b', words: '' }, { members: context.members, owner: taylor });
  assert.deepEqual(over, {
    ok: true,
    value: { step: 'handed over', owner: jordan, deputy: null, words: null },
  });
  assert.deepEqual(fieldsOf(parseHandOver({ owner: 'a' }, { members: context.members, owner: taylor })), [
    'owner',
  ]);
});

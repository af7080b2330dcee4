import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someEngagement } from '../../../test/someEngagement.ts';
import { parseClosing, parseTransferTest, parseVerdict } from './consentDraft.ts';
import { parseEngagementChange, parseNewEngagement } from './engagementDraft.ts';
import { closingReasons } from './engagementReasons.ts';
import { parseSecured } from './securedDraft.ts';

const members = [{ personId: 'p', name: 'Ann', email: 'ann@example.org' }];
const choices = {
  mode: 'assistance',
  members,
  needIds: ['n'],
  benchmarkIds: [],
  partnerIds: ['u'],
  today: '2026-02-01',
  isSideKnown: false,
} as const;
const form = {
  side: 'give',
  title: 'Number sense',
  purpose: 'Students place numbers.',
  focusArea: 'mathematics',
  strategy: 'rigor',
  need: 'n',
  startsOn: '3/1/2026',
  endsOn: 'June 30, 2026',
  brings: 'Time',
  owner: 'p',
  deputy: 'outside',
  deputyName: 'Al',
  deputyEmail: 'AL@example.org',
};
const errorsOf = (parsed: ReturnType<typeof parseNewEngagement>) =>
  parsed.ok ? {} : Object.fromEntries(parsed.errors);

test('a whole form gives the work with its days, an owner who is a member and a deputy without account', () => {
  const parsed = parseNewEngagement(form, choices);
  assert.ok(parsed.ok);
  const { startsOn, endsOn, needId, weHelp, own } = parsed.value;
  assert.deepEqual([startsOn, endsOn, needId, weHelp], ['2026-03-01', '2026-06-30', 'n', true]);
  assert.deepEqual(own.deputy, { personId: null, name: 'Al', email: 'al@example.org' });
});

test('an empty form is refused with a sentence at each of 10 fields', () => {
  const fields = Object.keys(errorsOf(parseNewEngagement({}, choices)));
  assert.deepEqual(
    fields.toSorted(),
    [
      'brings',
      'deputy',
      'endsOn',
      'focusArea',
      'owner',
      'purpose',
      'side',
      'startsOn',
      'strategy',
      'title',
    ].toSorted(),
  );
});

test('one person is not both owner and deputy, an end lies not behind, and an unknown need is not taken', () => {
  const wrong = { ...form, deputy: 'p', endsOn: '2026-01-31', startsOn: '2026-01-01', need: 'x' };
  const errors = errorsOf(parseNewEngagement(wrong, choices));
  assert.match(errors.deputy ?? '', /somebody else as deputy/);
  assert.match(errors.endsOn ?? '', /lies behind/);
  assert.match(errors.need ?? '', /one of the list/);
  const turned = errorsOf(parseNewEngagement({ ...form, startsOn: '2026-08-01' }, choices));
  assert.match(turned.endsOn ?? '', /ends before it begins/);
});

test('joint work needs what is made, collective work a partner of the register', () => {
  assert.ok(errorsOf(parseNewEngagement(form, { ...choices, mode: 'joint' })).product);
  assert.ok(errorsOf(parseNewEngagement(form, { ...choices, mode: 'external' })).partners);
  const chosen = parseNewEngagement({ ...form, 'partner-u': 'u' }, { ...choices, mode: 'external' });
  assert.deepEqual(chosen.ok && chosen.value.partnerIds, ['u']);
});

test('a change says why and changes something', () => {
  const was = someEngagement();
  const same = {
    ...form,
    startsOn: was.startsOn,
    endsOn: was.endsOn,
    need: '',
    owner: 'outside',
    ownerName: 'Ann',
    ownerEmail: 'ann@example.org',
    words: 'No reason',
  };
  const parsed = parseEngagementChange(same, choices, was, 'a');
  assert.match((!parsed.ok && parsed.errors.get('title')) || '', /Nothing is different/);
  assert.ok(parseEngagementChange({ ...same, endsOn: '2026-07-31' }, choices, was, 'a').ok);
  const silent = parseEngagementChange({ ...same, endsOn: '2026-07-31', words: ' ' }, choices, was, 'a');
  assert.match((!silent.ok && silent.errors.get('words')) || '', /Say why it changes/);
});

test('what did not work is closed in own words only', () => {
  const silent = parseClosing({ reason: 'staff left' }, [...closingReasons]);
  assert.match((!silent.ok && silent.errors.get('words')) || '', /what others should know/);
  assert.ok(parseClosing({ reason: 'met' }, [...closingReasons]).ok);
  assert.ok(!parseClosing({ reason: 'capacity transferred' }, []).ok);
});

test('a transfer test answers 5 questions, a yes with who or where; one with a no is not passed', () => {
  const yes = Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((i) => [
      [`answer-${i}`, 'yes'],
      [`words-${i}`, 'Ann'],
    ]),
  );
  const whole = parseTransferTest(yes);
  assert.equal(whole.ok && whole.value.length, 5);
  const bare = parseTransferTest({ ...yes, 'words-3': '', 'answer-5': '' });
  assert.deepEqual(!bare.ok && [...bare.errors.keys()], ['words-3', 'answer-5']);
  assert.ok(parseTransferTest({ ...yes, 'answer-3': 'no', 'words-3': '' }).ok);
  assert.ok(!parseVerdict({ verdict: 'passed' }, false).ok);
  assert.ok(parseVerdict({ verdict: 'passed' }, true).ok);
  assert.ok(!parseVerdict({ verdict: 'not yet' }, true).ok);
});

test('what is secured is money or in kind, in whole cents, on a day that has come', () => {
  const secured = {
    partner: 'u',
    what: 'A course',
    securedOn: '2026-02-01',
    startsOn: '2026-03-01',
    endsOn: '2026-06-30',
  };
  const context = { partnerIds: ['u'], today: '2026-02-01' };
  const money = parseSecured({ ...secured, amount: '$184,000.50' }, context);
  assert.equal(money.ok && money.value.amountCents, 18_400_050);
  const errors = (more: Record<string, string>) => {
    const parsed = parseSecured({ ...secured, ...more }, context);
    return parsed.ok ? [] : [...parsed.errors.keys()];
  };
  assert.deepEqual(errors({}), ['amount']);
  assert.deepEqual(errors({ amount: '1.234,50' }), ['amount']);
  assert.deepEqual(errors({ amount: '12', inKind: 'Rooms' }), ['inKind']);
  assert.deepEqual(errors({ inKind: 'Rooms', securedOn: '2026-02-02' }), ['securedOn']);
});

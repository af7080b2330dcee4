import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceSentence, hoursBalance, hoursText, schoolYearOfDay } from './hoursBalance.ts';
import { parseHoursAnswer, parseHoursDraft, readQuarterHours } from './hoursDraft.ts';

const entry = (
  givesId: string,
  receivesId: string,
  enteredId: string,
  hours: number,
  state: 'waiting' | 'confirmed' | 'disputed' | 'withdrawn',
) => ({ givesId, receivesId, enteredId, quarterHours: hours * 4, state });

test('14 h given and 9 h got are what both confirmed; 3 h wait for us, 2 h for them, withdrawn ones are nowhere', () => {
  const entries = [
    entry('us', 'them', 'us', 10, 'confirmed'),
    entry('us', 'them', 'them', 4, 'confirmed'),
    entry('them', 'us', 'us', 9, 'confirmed'),
    entry('them', 'us', 'them', 3, 'waiting'),
    entry('us', 'them', 'us', 2, 'waiting'),
    entry('us', 'them', 'us', 50, 'withdrawn'),
    entry('them', 'us', 'them', 1, 'disputed'),
    entry('others', 'them', 'them', 7, 'confirmed'),
  ];
  const ours = hoursBalance(entries, 'us');
  assert.deepEqual(ours, { gave: 56, got: 36, waitsForUs: 12, waitsForThem: 8, disputed: 4 });
  assert.equal(
    balanceSentence(ours, { subject: 'We', isOwn: true }),
    'We gave 14 h and got 9 h; 3 h wait for your confirmation; 2 h wait for the partner to confirm; 1 h is disputed.',
  );
  const theirs = hoursBalance(entries, 'them');
  assert.deepEqual([theirs.gave, theirs.got], [36, 84]);
  assert.equal(
    balanceSentence(
      { ...theirs, waitsForUs: 0, waitsForThem: 0, disputed: 0 },
      { subject: 'Fresno', isOwn: false },
    ),
    'Fresno gave 9 h and got 21 h.',
  );
});

test('hours are read in quarters in 5 writings; a third of an hour, nothing and 201 are refused', () => {
  const errors = new Map<string, string>();
  const read = (text: string) => readQuarterHours(text, text, errors);
  assert.deepEqual(['3', '1.5', '1:30', '0,25', '.75'].map(read), [12, 6, 6, 1, 3]);
  assert.equal(errors.size, 0);
  for (const text of ['', '0', '0.33', '1:20', '201', 'two', '-1', '1e2'])
    assert.equal(read(text), undefined, text);
  assert.equal(errors.size, 8);
  assert.equal(hoursText(6), '1.5 h');
});

test('hours of tomorrow are refused, and an engagement gives them its focus area', () => {
  const context = {
    today: '2026-11-25',
    partnerIds: ['them'],
    engagements: [{ id: 'e', focusArea: 'english-learners' }],
    contactIds: [],
    askIds: [],
  } as const;
  const form = { day: '2026-11-24', hours: '2', kind: 'call', side: 'gave', engagement: 'e' };
  const parsed = parseHoursDraft(form, context);
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value, {
    day: '2026-11-24',
    quarterHours: 8,
    kind: 'call',
    words: null,
    isGiven: true,
    partnerId: 'them',
    focusArea: 'english-learners',
    engagementId: 'e',
    contactId: null,
    askId: null,
  });
  const wrong = parseHoursDraft({ ...form, day: '2026-11-26', side: '', engagement: '' }, context);
  assert.deepEqual(wrong.ok ? [] : [...wrong.errors.keys()], ['day', 'side', 'focusArea']);
});

test('a confirmation needs nothing more; a dispute needs a reason of the list and a sentence', () => {
  assert.deepEqual(parseHoursAnswer({ answer: 'confirmed' }), {
    ok: true,
    value: { state: 'confirmed', words: null },
  });
  const bare = parseHoursAnswer({ answer: 'disputed' });
  assert.deepEqual(bare.ok ? [] : [...bare.errors.keys()], ['reason', 'words']);
  assert.ok(parseHoursAnswer({ answer: 'disputed', reason: 'day differs', words: 'It was Monday.' }).ok);
});

test('the school year turns with July', () => {
  assert.equal(schoolYearOfDay('2026-06-30'), 2026);
  assert.equal(schoolYearOfDay('2026-07-01'), 2027);
});

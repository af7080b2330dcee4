import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseContactPlan } from './contactPlan.ts';
import { contactStanding, weeksWithoutContact } from './contactStanding.ts';

const context = {
  parties: [
    { districtId: 'f', position: 1, shortName: 'Fresno' },
    { districtId: 'l', position: 2, shortName: 'Long Beach' },
  ],
  members: [
    { personId: 'taylor', name: 'Taylor Fenn', email: 'taylor@fresno.example', districtId: 'f' },
    { personId: 'drew', name: 'Drew Calloway', email: 'drew@longbeach.example', districtId: 'l' },
  ],
  engagementIds: ['e'],
  now: new Date('2026-11-25T18:00:00Z'),
};
const form = {
  kind: 'visit',
  title: 'Two classrooms',
  day: '12/4/2026',
  from: '9:00 AM',
  to: '12:30',
  place: 'Sample Middle 1',
  purpose: 'See reclassification at work',
  host: 'l',
  engagement: 'e',
  'member-taylor': 'on',
  'member-drew': 'on',
  'others-1': 'Lee Ono, Lee@fresno.example\r\n\r\nMaria del Mar <mm@fresno.example>',
};
const fieldsOf = (parsed: { ok: boolean; errors?: ReadonlyMap<string, string> }) => [
  ...(parsed.errors?.keys() ?? []),
];

test('a visit is read with its time in UTC and 4 people on their sides, two of them without account', () => {
  const parsed = parseContactPlan(form, context);
  assert.ok(parsed.ok);
  const { startsAt, endsAt, people } = parsed.value;
  assert.equal(startsAt.toISOString(), '2026-12-04T17:00:00.000Z');
  assert.equal(endsAt.toISOString(), '2026-12-04T20:30:00.000Z');
  assert.deepEqual(
    people.map(({ name, side, personId }) => [name, side, personId]),
    [
      ['Taylor Fenn', 'guest', 'taylor'],
      ['Drew Calloway', 'host', 'drew'],
      ['Lee Ono', 'guest', null],
      ['Maria del Mar', 'guest', null],
    ],
  );
});

test('an empty form has 9 sentences; one that ends before it begins, of yesterday, with nobody to receive, has its own', () => {
  assert.equal(fieldsOf(parseContactPlan({}, context)).length, 9);
  assert.deepEqual(fieldsOf(parseContactPlan({ ...form, to: '8:00' }, context)), ['to']);
  assert.deepEqual(fieldsOf(parseContactPlan({ ...form, day: '2026-11-24' }, context)), ['day']);
  assert.deepEqual(fieldsOf(parseContactPlan({ ...form, day: '1.2.2027' }, context)), ['day']);
  assert.deepEqual(fieldsOf(parseContactPlan({ ...form, 'member-drew': '' }, context)), ['people']);
  assert.deepEqual(fieldsOf(parseContactPlan({ ...form, 'others-1': 'Lee Ono' }, context)), ['others-1']);
  assert.deepEqual(fieldsOf(parseContactPlan({ ...form, engagement: 'gone' }, context)), ['engagement']);
});

const contact = (day: string, state: 'planned' | 'held' | 'cancelled') => ({
  state,
  engagementId: 'e',
  startsAt: new Date(`${day}T18:00:00Z`),
  endsAt: new Date(`${day}T20:00:00Z`),
});

test('a planned contact whose time is over asks whether it was held', () => {
  assert.equal(contactStanding(contact('2026-11-26', 'planned'), context.now), 'coming');
  assert.equal(contactStanding(contact('2026-11-24', 'planned'), context.now), 'was it held');
});

test('work without a contact is named after 4 weeks, not while one is coming, and cancelled ones do not count', () => {
  const since = { id: 'e', since: '2026-09-01' };
  const weeks = (...contacts: ReturnType<typeof contact>[]) =>
    weeksWithoutContact(contacts, since, context.now);
  assert.equal(weeks(), 12);
  assert.equal(weeks(contact('2026-10-28', 'held')), 4);
  assert.equal(weeks(contact('2026-10-29', 'held')), undefined);
  assert.equal(weeks(contact('2026-11-20', 'cancelled')), 12);
  assert.equal(weeks(contact('2026-12-04', 'planned')), undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCalendarDate, parseCapacityDraft } from './capacityDraft.ts';

const context = {
  term: { schoolYear: 2027, season: 'spring' },
  memberIds: ['ann'],
  used: { visits: 1, hours: 2 },
  today: '2026-11-25',
} as const;
const whole = { visits: '2', hours: '6', person: 'ann', until: '2027-06-30' };
const errorsOf = (form: Record<string, string>) => {
  const parsed = parseCapacityDraft({ ...whole, ...form }, context);
  return parsed.ok ? {} : Object.fromEntries(parsed.errors);
};

test('2 visits and 6 hours of a member until June 30 are an offer', () => {
  assert.deepEqual(parseCapacityDraft(whole, context), {
    ok: true,
    value: {
      visits: 2,
      hours: 6,
      contact: { kind: 'member', personId: 'ann' },
      until: '2027-06-30',
      words: null,
    },
  });
});

test('the person is a member of the district, or has a name and a mail address', () => {
  assert.deepEqual(Object.keys(errorsOf({ person: 'somebody of the partner' })), ['person']);
  assert.deepEqual(Object.keys(errorsOf({ person: 'outside' })), ['personName', 'personEmail']);
  for (const personName of ['Jo\r\nLee', 'Jo\u2028Lee', 'Jo\u0000Lee'])
    assert.deepEqual(
      Object.keys(errorsOf({ person: 'outside', personName, personEmail: 'jo@school.example' })),
      ['personName'],
    );
  assert.deepEqual(
    Object.keys(errorsOf({ person: 'outside', personName: 'Jo', personEmail: 'jo at school' })),
    ['personEmail'],
  );
  const parsed = parseCapacityDraft(
    { ...whole, person: 'outside', personName: ' Jo Lee ', personEmail: 'Jo@School.example' },
    context,
  );
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value.contact, { kind: 'outside', name: 'Jo Lee', email: 'jo@school.example' });
});

test('no less is offered than 1 visit and 2 hours that are promised already', () => {
  assert.match(errorsOf({ visits: '0' }).visits ?? '', /^1 visit is asked for or accepted already/);
  assert.match(errorsOf({ hours: '1' }).hours ?? '', /^2 hours are asked for or accepted already/);
  assert.deepEqual(errorsOf({ visits: '1', hours: '2' }), {});
});

test('an amount is a whole number up to 50 visits and 500 hours', () => {
  for (const visits of ['1.5', '-1', 'two', '51']) assert.ok(errorsOf({ visits }).visits, visits);
  for (const hours of ['501', '1e2']) assert.ok(errorsOf({ hours }).hours, hours);
  assert.deepEqual(errorsOf({ visits: '50', hours: '500' }), {});
});

test('the last day to ask is a day of the calendar, not over, within the term', () => {
  assert.match(errorsOf({ until: '' }).until ?? '', /Give the day/);
  assert.match(errorsOf({ until: '2027-02-30' }).until ?? '', /Give the day/);
  assert.match(errorsOf({ until: '2026-11-24' }).until ?? '', /over/);
  assert.match(errorsOf({ until: '2027-07-01' }).until ?? '', /ends on 2027-06-30/);
  assert.deepEqual(errorsOf({ until: '2026-11-25' }), {});
  assert.deepEqual([isCalendarDate('2028-02-29'), isCalendarDate('2027-02-29')], [true, false]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Holding } from '../succession/holding.ts';
import { digestMail, type DigestWeek } from './digest.ts';

const reader = { personId: 'p1', name: 'Jordan Vale', email: 'jordan.vale@fresno.example' };
const other = { personId: 'p2', name: 'Avery Stone', email: 'avery.stone@longbeach.example' };
const held = (title: string, due: string | null, more: Partial<Holding> = {}): Holding => ({
  kind: 'commitment',
  id: title,
  districtId: 'd1',
  title,
  path: `/work/commitments/${title.length}`,
  due,
  owner: reader,
  deputy: null,
  counterpart: null,
  canMove: true,
  ...more,
});
const week: DigestWeek = {
  partnership: 'Fresno–Long Beach',
  address: 'https://tandem.example/partnerships/a',
  today: '2026-11-25',
  holdings: [],
  waiting: [],
  coming: [],
  changes: [],
};

test('of 5 open things the mail names the 2 that are theirs and late or due within 7 days, late first, and not the other 3', () => {
  const holdings = [
    held('Send the placement rules', '2026-12-02', { counterpart: other }),
    held('Share the observation form', '2026-11-18'),
    held('Plan the spring', '2026-12-03'),
    held('Somebody else’s', '2026-11-01', { owner: other }),
    held('Without a day', null),
  ];
  const mail = digestMail(reader, { ...week, holdings });
  assert.equal(mail?.subject, 'Fresno–Long Beach: 1 late, 1 to do this week');
  assert.match(
    mail?.body ?? '',
    /Late, and yours\n- Commitment: Share the observation form, late by 7 days\n  https:.*\n\nDue this week, and yours\n- Commitment: Send the placement rules, due in 7 days \(with Avery Stone\)/,
  );
  assert.doesNotMatch(mail?.body ?? '', /Plan the spring|Somebody else|Without a day/);
});

test('a deputy hears of what is late alone; what waits for the district and what comes is named with its page', () => {
  const holdings = [
    held('Late one', '2026-11-20', { owner: other, deputy: reader }),
    held('Early one', '2026-11-28', { owner: other, deputy: reader }),
  ];
  const mail = digestMail(reader, {
    ...week,
    holdings,
    waiting: [{ sentence: '3 hours wait for your confirmation.', path: '/work/hours' }],
    coming: [{ sentence: 'Visit on December 4: reclassification.', path: '/work/contacts/1' }],
  });
  assert.match(mail?.body ?? '', /Late, where you stand in\n- Commitment: Late one, late by 5 days/);
  assert.doesNotMatch(mail?.body ?? '', /Early one/);
  assert.match(
    mail?.body ?? '',
    /- 3 hours wait .*\n  https:\/\/tandem.example\/partnerships\/a\/work\/hours/,
  );
});

test('nothing to say is no mail; of 14 changes 10 are told and 4 counted', () => {
  assert.equal(digestMail(reader, week), null);
  const changes = Array.from({ length: 14 }, (_, i) => `Change ${i + 1}.`);
  const mail = digestMail(reader, { ...week, changes });
  assert.match(mail?.body ?? '', /- Change 10\.\n- … and 4 more: https:.*\/history/);
  assert.doesNotMatch(mail?.body ?? '', /Change 11/);
});

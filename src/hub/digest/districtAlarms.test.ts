import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionAlarms, conditionMail, lateReviewMail } from './districtAlarms.ts';

const report = (dueOn: string, sentOn: string | null = null) => ({
  id: `r ${dueOn}`,
  terms: { kind: 'report sent', dueOn } as const,
  sentOn,
  answer: { status: sentOn ? 'met' : 'too early', sentence: 'Due.' } as const,
});
const spending = (status: 'behind' | 'not met' | 'on track' | 'cannot tell') => ({
  id: status,
  terms: { kind: 'spend at least', dueOn: '2027-06-30' } as const,
  sentOn: null,
  answer: { status, sentence: 'So much.' },
});

test('of 4 spending conditions the 2 that are behind or failed are told; of 4 reports the one due within 14 days and not sent', () => {
  const told = conditionAlarms(
    [
      ...(['behind', 'not met', 'on track', 'cannot tell'] as const).map(spending),
      report('2026-12-09'),
      report('2026-12-10'),
      report('2026-12-01', '2026-11-20'),
      report('2027-01-01'),
    ],
    '2026-11-25',
  );
  assert.deepEqual(
    told.map(({ condition, turned }) => [condition.id, turned]),
    [
      ['behind', 'behind'],
      ['not met', 'not met'],
      ['r 2026-12-09', 'report due'],
    ],
  );
  assert.equal(new Set(told.map(({ about }) => about)).size, 3);
});

test('one condition is named in the subject, two are counted; a late review says what may be done', () => {
  const line = { title: 'Block grant', sentence: 'So much.', address: 'https://x/a' };
  const one = conditionMail({ name: 'Jamie' }, [{ ...line, turned: 'not met' }]);
  assert.equal(one.subject, 'Not met: Block grant');
  assert.match(one.body, /Not met: Block grant\n {2}So much\.\n {2}https:\/\/x\/a/);
  const two = conditionMail({ name: 'Jamie' }, [
    { ...line, turned: 'behind' },
    { ...line, turned: 'report due' },
  ]);
  assert.equal(two.subject, '2 conditions need you');
  assert.match(lateReviewMail({ name: 'Jo' }, [line]).body, /call it off with a reason/);
});

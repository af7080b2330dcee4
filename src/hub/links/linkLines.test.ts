import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkLines } from './linkLines.ts';

const link = (
  holderEmail: string,
  subjectId: string,
  until: string,
  byReply = false,
  usedAt: Date | null = null,
) => ({ kind: 'commitment', districtId: 'a', holderEmail, subjectId, until, byReply, usedAt });

test('4 links of one person about two things are 2 lines: until the latest day, used when any was', () => {
  const used = new Date('2026-11-20T18:00:00Z');
  const lines = linkLines([
    link('kim@x', 'c1', '2026-12-01', true, used),
    link('kim@x', 'c1', '2026-12-01'),
    link('kim@x', 'c1', '2027-01-01'),
    link('kim@x', 'c2', '2026-12-05', true),
    link('lou@x', 'c1', '2026-12-06'),
  ]);
  assert.deepEqual(
    lines.map(({ link: { holderEmail, subjectId }, until, usedAt, by }) => [
      holderEmail,
      subjectId,
      until,
      usedAt,
      by,
    ]),
    [
      ['kim@x', 'c1', '2027-01-01', used, 'either'],
      ['kim@x', 'c2', '2026-12-05', null, 'answer'],
      ['lou@x', 'c1', '2026-12-06', null, 'link'],
    ],
  );
  assert.equal(lines[0]?.link.byReply, false);
});

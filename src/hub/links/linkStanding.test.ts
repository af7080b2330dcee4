import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkStanding } from './linkStanding.ts';

const kept = { kind: 'cycle', until: '2026-12-01', uses: 0, isRevoked: false } as const;

test('a link is good on its last day and over on the next', () => {
  assert.equal(linkStanding(kept, '2026-12-01'), 'good');
  assert.equal(linkStanding(kept, '2026-12-02'), 'expired');
});

test('the steps of a test are logged 3 times at most; a commitment is answered 10 times; a brief is read as often as one likes', () => {
  const used = (kind: 'cycle' | 'commitment' | 'brief', uses: number) =>
    linkStanding({ ...kept, kind, uses }, '2026-11-25');
  assert.equal(used('cycle', 2), 'good');
  assert.equal(used('cycle', 3), 'used up');
  assert.equal(used('commitment', 9), 'good');
  assert.equal(used('commitment', 10), 'used up');
  assert.equal(used('brief', 1000), 'good');
});

test('a link that was taken back says so, whatever else is true of it', () => {
  assert.equal(linkStanding({ ...kept, uses: 1, isRevoked: true }, '2027-01-01'), 'revoked');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SharedHours } from '../commitments/hours.store.ts';
import type { WaitingReview } from '../reviews/waiting.store.ts';
import type { Member } from '../store/view.ts';
import type { Holding } from '../succession/holding.ts';
import { waitsFor } from './waitsFor.page.ts';

const member = (role: Member['role']): Member => ({
  personId: 'p1',
  name: 'Robin Alder',
  role,
  districtId: 'd1',
  partnership: { id: 'a', slug: 'a', name: 'A', isSample: false },
});
const hours = (quarterHours: number, enteredId: string, state: SharedHours['state'] = 'waiting') =>
  ({ givesId: 'd1', receivesId: 'd2', enteredId, quarterHours, state }) as SharedHours;
const review = (kind: WaitingReview['kind']): WaitingReview => ({
  kind,
  reviewId: 'r',
  packHash: kind === 'sign' || kind === 'consent' ? 'f00' : null,
  title: `Autumn: ${kind}`,
  until: '2026-12-01',
});
const ask: Holding = {
  kind: 'ask',
  id: 'k',
  districtId: 'd1',
  title: 'An ask',
  path: '/matching/asks/k',
  due: null,
  owner: { personId: 'p1', name: 'Robin Alder', email: 'r@fresno.example' },
  deputy: null,
  counterpart: null,
  canMove: false,
};
const waits = {
  today: '2026-11-25',
  email: 'r@fresno.example',
  unsigned: [{ id: 'g', title: 'Data agreement' }],
  reviews: [review('sign'), review('decide'), review('consent'), review('hold')],
  hours: [hours(6, 'd2'), hours(4, 'd2'), hours(8, 'd1'), hours(2, 'd2', 'confirmed')],
  alive: [],
  holdings: [ask, { ...ask, id: 'other', owner: { personId: 'p2', name: 'B', email: 'b@fresno.example' } }],
};

test('of 9 things that wait, a superintendent hears of 6: the agreement, 4 reviews and the 1 ask sent to her', () => {
  const own = waitsFor(member('sponsor'), waits);
  assert.deepEqual(
    own.map(({ path }) => path),
    [
      '/agreement/g',
      '/reviews/packs/f00',
      '/reviews/r#decisions',
      '/reviews/packs/f00/statements',
      '/reviews/r',
      '/matching/asks/k',
    ],
  );
});

test('a coordinator hears of the late review, the ask and the 10 quarter hours that the partner entered', () => {
  assert.deepEqual(
    waitsFor(member('coordinator'), waits).map(({ title }) => title),
    ['Autumn: hold', 'An ask', '2.5 h of shared work'],
  );
});

test('a principal hears of the ask alone', () => {
  assert.equal(waitsFor(member('school'), waits).length, 1);
});

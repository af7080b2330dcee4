import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Holding, orphansOf, partOf } from './holding.ts';
import { cannotLeave, mayHandOver, mayReadPack, mayStartLeaving } from './mayLeave.ts';
import { type OrphanNotice, orphanAlarms } from './orphanAlarms.ts';
import { twoCalls } from './twoCalls.ts';

const person = (personId: string | null, name: string) => ({ personId, name, email: `${name}@x.example` });
const holding = (id: string, owner: Holding['owner'], districtId = 'fresno'): Holding => ({
  kind: 'commitment',
  id,
  districtId,
  title: id,
  path: `/work/commitments/${id}`,
  due: null,
  owner,
  deputy: null,
  counterpart: null,
  canMove: true,
});

test('what nobody owns, or somebody who left, is an orphan; somebody without account keeps what is theirs', () => {
  const all = [
    holding('a', person('1', 'ann')),
    holding('b', person('2', 'ben')),
    holding('c', null),
    holding('d', person(null, 'dot')),
  ];
  assert.deepEqual(
    orphansOf(all, new Set(['1'])).map(({ id }) => id),
    ['b', 'c'],
  );
  assert.equal(
    partOf(
      { owner: person('1', 'ann'), deputy: person('2', 'ben') },
      { personId: '2', email: 'ben@x.example' },
    ),
    'deputy',
  );
});

test('an orphan is told to its coordinator at once, to the partner on day 14 and not on day 13, and each once', () => {
  const orphan = holding('b', person('2', 'ben'));
  assert.deepEqual(orphanAlarms([orphan], [], '2026-11-01'), [
    { told: 'coordinator', districtId: 'fresno', orphans: [orphan] },
  ]);
  const told: OrphanNotice = {
    kind: 'commitment',
    subjectId: 'b',
    owner: '2',
    told: 'coordinator',
    toldOn: '2026-11-01',
  };
  assert.deepEqual(orphanAlarms([orphan], [told], '2026-11-14'), []);
  const [late] = orphanAlarms([orphan], [told], '2026-11-15');
  assert.equal(late?.told, 'partner');
  assert.deepEqual(
    orphanAlarms([orphan], [told, { ...told, told: 'partner', toldOn: '2026-11-15' }], '2026-12-24'),
    [],
  );
});

test('orphans of 2 districts are 2 alarms, and one that lost a second owner is told again', () => {
  const told: OrphanNotice = {
    kind: 'commitment',
    subjectId: 'b',
    owner: '2',
    told: 'coordinator',
    toldOn: '2026-11-01',
  };
  const alarms = orphanAlarms(
    [holding('b', person('3', 'cy')), holding('e', null, 'long beach')],
    [told],
    '2026-11-20',
  );
  assert.deepEqual(
    alarms.map(({ told: whom, districtId }) => `${whom} ${districtId}`),
    ['coordinator fresno', 'coordinator long beach'],
  );
});

test('the 2 calls go to the most overdue between us, then to the longest silence of the others', () => {
  const one = (name: string, overdueDays: number[], lastContact: string | null) => ({
    name,
    email: `${name}@x.example`,
    overdueDays,
    lastContact,
  });
  const calls = twoCalls(
    [
      one('Ann', [3], '2026-11-20'),
      one('Ben', [2, 9], '2026-11-01'),
      one('Cy', [], '2026-10-26'),
      one('Di', [], '2026-11-24'),
    ],
    '2026-11-25',
  );
  assert.deepEqual(
    calls.map(({ name, why }) => `${name}: ${why}`),
    [
      'Ben: 2 commitments are overdue between you, the oldest by 9 days.',
      'Cy: The last contact was 30 days ago.',
    ],
  );
  assert.deepEqual(
    twoCalls([one('Ann', [], null)], '2026-11-25').map(({ why }) => why),
    ['No contact is on record.'],
  );
  const calm = [one('Ann', [], '2026-11-20'), one('Ben', [], null), one('Cy', [], '2026-10-26')];
  assert.deepEqual(
    twoCalls(calm, '2026-11-25').map(({ name }) => name),
    ['Ben', 'Cy'],
  );
  assert.deepEqual(twoCalls([], '2026-11-25'), []);
});

test('the last coordinator stays, and so does the last who speaks for a district; a lead may go', () => {
  const somebody = (
    personId: string,
    role: 'coordinator' | 'sponsor' | 'focus-area-lead' | 'facilitator',
    districtId: string | null,
  ) => ({ personId, role, districtId });
  const jordan = somebody('1', 'coordinator', 'f');
  const robin = somebody('2', 'sponsor', 'f');
  const avery = somebody('3', 'coordinator', 'l');
  const lead = somebody('4', 'focus-area-lead', 'f');
  assert.equal(cannotLeave(jordan, [jordan, robin, lead]), 'last coordinator');
  assert.equal(cannotLeave(jordan, [jordan, avery, lead]), 'nobody speaks for the district');
  assert.equal(cannotLeave(jordan, [jordan, robin, avery]), null);
  assert.equal(cannotLeave(lead, [lead, jordan]), null);
  const alex = somebody('5', 'facilitator', null);
  assert.deepEqual(
    [jordan, avery, alex, lead, robin].map((asker) => mayStartLeaving(asker, lead)),
    [true, false, true, true, false],
  );
  assert.deepEqual(
    [jordan, avery, alex, lead].map((asker) => mayHandOver(asker, lead)),
    [true, false, false, true],
  );
  const pack = { leaverId: '4', successorId: '2', deputyId: null };
  assert.deepEqual(
    [avery, robin, lead, somebody('6', 'focus-area-lead', 'f')].map((asker) => mayReadPack(asker, pack)),
    [true, true, true, false],
  );
});

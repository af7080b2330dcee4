import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorRelease } from '../../../test/doorUnderTest.ts';
import { newSigner, signedBy } from '../../../test/exampleRelease.ts';
import { hashGrant, hashRelease } from '../../release/hashRelease.ts';
import { publicKeyText } from '../../release/signRelease.ts';
import type { Grant } from '../../vocabulary/grant.ts';
import type { Release } from '../../vocabulary/release.ts';
import { judgeRelease, type Known, notHereNotes, type RegisteredSigner } from './judgeRelease.ts';

const grant: Grant = {
  format: 'tandem grant 1',
  id: '019ab000-0000-7000-8000-000000000001',
  agreement: { id: '019ab000-0000-7000-8000-000000000002', version: 1 },
  partnership: 'fresno-long-beach',
  from: '10621660000000',
  to: ['19647250000000'],
  measures: ['math_met_pct'],
  scope: 'schools',
  firstYear: 2024,
  lastYear: 2026,
  smallestGroup: 11,
  embargoDays: 0,
  validFrom: '2026-07-01',
  validUntil: '2027-06-30',
  publication: 'never',
};
const [dead, foreign] = ['d', 'f'].map((end) => `019ab000-0000-7000-8000-00000000000${end}`) as [
  string,
  string,
];
const [ana, ben] = [newSigner('Ana Ruiz'), newSigner('Ben Cho')];
const registered = (
  one: typeof ana,
  holderId: string,
  changed: Partial<RegisteredSigner> = {},
): RegisteredSigner => ({
  name: one.name,
  role: one.role,
  publicKey: publicKeyText(one.privateKey),
  holderId,
  isHolderHere: true,
  counts: true,
  ...changed,
});
const known: Known = {
  broughtBy: grant.from,
  onlyGrant: null,
  grants: [grant],
  deadGrants: new Map([[dead, 'The grant it was made under was taken back.']]),
  isTokenRevoked: false,
  signers: [registered(ana, 'a'), registered(ben, 'b')],
  others: [],
};
const under = { id: grant.id, hash: hashGrant(grant), partnership: grant.partnership };
const judged = (release: Release, changed: Partial<Known> = {}, people = [ana, ben]): string[] =>
  judgeRelease({ signed: signedBy(release, people), known: { ...known, ...changed }, today: '2026-11-25' });
const release = doorRelease(grant, { grant: under });
const after = (auditedUnder: readonly string[]): Release => {
  const audited = auditedUnder.map((_, at) => String(at + 1).repeat(64));
  const certificate = { ...release.certificate, audited, auditedUnder: [...auditedUnder] };
  return { ...release, sequence: audited.length + 1, previous: audited.at(-1) ?? null, certificate };
};

test('what is not here holds a release up only where a live grant of this partnership let it in', () => {
  assert.deepEqual(judged(release), []);
  assert.deepEqual(judged(after([foreign, dead])), []);
  assert.deepEqual(notHereNotes(after([foreign, dead]), known), [
    'Its vault made release 1 for other partnerships: that nothing is given away together with that, the two signers answer for.',
    'Its vault made release 2 under a grant that holds no more, and it never came here: that nothing is given away together with that, the two signers answer for.',
  ]);
  assert.deepEqual(judged(after([grant.id, foreign, grant.id])), [
    'It is release 4 of its vault, and releases 1 and 3 of this partnership are not here: bring those first.',
  ]);
  assert.deepEqual(judged({ ...after([foreign]), supersedes: hashRelease(release) }).length, 2);
});

test('two keys of one account, one that waits, one registered by others, and one whose owner left do not count', () => {
  const one = (changed: Partial<RegisteredSigner>, holder = 'b') =>
    judged(release, {
      signers: [registered(ana, 'a'), registered(newSigner('Cy Low'), 'c'), registered(ben, holder, changed)],
    });
  assert.deepEqual(one({}, 'a'), [
    'Ben Cho signed twice: both signatures are of one account, and it needs two people.',
  ]);
  assert.deepEqual(one({ counts: false }), [
    'The key of Ben Cho waits for another person of the district to let it sign.',
  ]);
  assert.deepEqual(one({ counts: false, holderId: null }), [
    'The key of Ben Cho was registered for them by somebody else: Ben Cho registers one of their own, signed in themselves.',
  ]);
  assert.deepEqual(one({ counts: false, isHolderHere: false }), [
    'The key of Ben Cho counts no more: Ben Cho is not of the district’s people here any more.',
  ]);
  assert.deepEqual(judged(release, {}, [ana, newSigner('Ben Cho')]), [
    'Ben Cho signed with a key that the district has not registered.',
  ]);
});

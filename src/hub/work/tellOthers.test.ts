import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someEngagement } from '../../../test/someEngagement.ts';
import { tellOthers } from './tellOthers.ts';

const members = [
  { personId: 'c', name: 'Cay', email: 'cay@example.org', role: 'coordinator', districtId: 'b' },
  { personId: 'o', name: 'Ora', email: 'ora@example.org', role: 'school', districtId: 'b' },
] as const;
const telling = {
  members,
  from: { personId: 'p', name: 'Ann', districtId: 'a' },
  district: 'Fresno',
  did: 'closes the work',
  next: 'It stays readable:',
  words: 'Two\nlines',
  address: 'https://tandem.example/e',
};
const work = someEngagement();
const owned = (personId: string | null, name: string) => ({
  ...work,
  parties: work.parties.map((party) =>
    party.districtId === 'b' ? { ...party, owner: { personId, name, email: 'owner@example.org' } } : party,
  ),
});

test('the other side’s owner is written to, in whose district is said and in whose own words', () => {
  const mails = tellOthers({ ...telling, engagement: owned('o', 'Ora') });
  assert.deepEqual(
    mails.map(({ to, subject }) => [to, subject]),
    [['owner@example.org', 'Fresno closes the work: Number sense']],
  );
  assert.match(
    mails[0]?.body ?? '',
    /Ann \(Fresno\) closes the work: Number sense\.[\s\S]*\n {2}Two\n {2}lines\n/,
  );
  assert.doesNotMatch(mails[0]?.body ?? '', /You need no account/);
});

test('an owner without account is told who answers for them; one who left is not written to, but the coordinator and the deputy are', () => {
  const [outside] = tellOthers({ ...telling, engagement: owned(null, 'Out') });
  assert.match(outside?.body ?? '', /You need no account[\s\S]*Cay <cay@example\.org>/);
  const left = tellOthers({ ...telling, engagement: owned('gone', 'Gone') });
  assert.deepEqual(
    left.map(({ to }) => to),
    ['cay@example.org', 'bea@example.org'],
  );
});

test('deputies of both sides hear that the work ends; of other acts the deputy of an owner who left alone', () => {
  const withDeputies = (personId: string) => {
    const { parties, ...rest } = owned(personId, 'Ora');
    const deputyOf = (id: string) => ({
      personId: null,
      name: `Dep ${id}`,
      email: `deputy-${id}@example.org`,
    });
    return { ...rest, parties: parties.map((one) => ({ ...one, deputy: deputyOf(one.districtId) })) };
  };
  const to = (personId: string, toDeputies: boolean) =>
    tellOthers({ ...telling, engagement: withDeputies(personId), toDeputies })
      .map((mail) => mail.to)
      .toSorted();
  assert.deepEqual(to('o', true), ['deputy-a@example.org', 'deputy-b@example.org', 'owner@example.org']);
  assert.deepEqual(to('o', false), ['owner@example.org']);
  assert.deepEqual(to('gone', false), ['cay@example.org', 'deputy-b@example.org']);
});

test('nobody is written to about what they did themselves', () => {
  const own = { ...telling, from: { personId: 'o', name: 'Ora', districtId: 'a' } };
  assert.deepEqual(tellOthers({ ...own, engagement: owned('o', 'Ora') }), []);
});

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { hashRelease } from '../src/release/hashRelease.ts';
import type { Grant } from '../src/vocabulary/grant.ts';
import {
  addSigningPeople,
  agreeOnGrant,
  ana,
  ben,
  doorFile,
  doorPath,
  doorRelease,
  registerBoth,
  signingMails,
} from './doorUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const now = new Date('2026-11-25T17:00:00Z');

onEachEngine('a release that a vault sends by a token', (store) => {
  let hub: HubUnderTest;
  let grant: Grant;
  let token = '';
  before(async () => {
    hub = await hubUnderTest(store(), { now });
    grant = await agreeOnGrant(hub, now);
    await addSigningPeople(hub, now);
    await registerBoth(hub);
    const lead = await hub.signInByMail(signingMails.ana);
    const made = await lead.post(`${doorPath}/tokens`, { grant: grant.id });
    token = /<code>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? '';
  });
  const send = async (file: Uint8Array) => {
    const program = hub.visitor('10.0.0.9');
    const answer = await program.send('/releases', file, { authorization: `Bearer ${token}` });
    const { state, sentences } = JSON.parse(answer.text) as { state: string; sentences: string[] };
    return [answer.status, state, ...sentences];
  };

  test('each broken promise has its own exact sentence, and the answer is 422', async () => {
    const release = doorRelease(grant);
    const named = (changed: Partial<typeof release.grant>) => ({
      ...release,
      grant: { ...release.grant, ...changed },
    });
    const { certificate } = release;
    const lower = { ...certificate, policy: { ...certificate.policy, threshold: 10 } };
    const refusals: readonly (readonly [Uint8Array, string])[] = [
      [
        doorFile(named({ id: '019ab000-0000-7000-8000-00000000000f' })),
        'The token that brought it is for another grant.',
      ],
      [
        doorFile(named({ hash: 'f'.repeat(64) })),
        'The text of the grant is not the one that the release was made under.',
      ],
      [doorFile(release, [ana]), 'Only Ana Ruiz has signed: it needs two people.'],
      [
        doorFile(release, [ana, { ...ana, name: 'Ben Cho' }]),
        'Ben Cho signed twice: both signatures are of one account, and it needs two people.',
      ],
      [
        doorFile({ ...release, certificate: lower }),
        'The agreed smallest group is 11, the release was protected for 10.',
      ],
      [
        doorFile({
          ...release,
          certificate: { ...certificate, policy: { ...certificate.policy, hash: 'c'.repeat(64) } },
        }),
        'It was protected by a policy that this Tandem does not know.',
      ],
      [
        doorFile({ ...release, district: { cds: '19647250000000', name: 'Long Beach Unified' } }),
        'It is a release of Long Beach Unified (19647250000000), and was brought by another district.',
      ],
      [
        Buffer.concat([doorFile(release), Buffer.from('x')]),
        'The file goes on after the end of the release (bytes: 1): it was not written by Tandem.',
      ],
    ];
    for (const [file, sentence] of refusals) assert.deepEqual(await send(file), [422, 'refused', sentence]);
  });

  test('sent twice it is here once: 200 both times; another first one is refused, and after its grant’s last day the next', async () => {
    const release = doorRelease(grant);
    assert.deepEqual((await send(doorFile(release))).slice(0, 2), [200, 'accepted']);
    assert.deepEqual(await send(doorFile(release)), [200, 'held already']);
    const [, , another] = await send(doorFile({ ...release, madeAt: '2026-11-24T08:00:00.000Z' }));
    assert.equal(
      another,
      `Another release 1 of the district is known (${hashRelease(release).slice(0, 12)}): a district has one vault, and a vault one chain.`,
    );
    hub.clock.now = new Date('2027-07-02T17:00:00Z');
    const after = doorRelease(grant, { sequence: 2 });
    assert.equal(
      (await send(doorFile(after, [ana, ben])))[2],
      'The grant it was made under ended on 2027-06-30.',
    );
  });
});

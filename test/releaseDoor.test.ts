import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { insertAgreementEnd, selectAgreements } from '../src/hub/agreement/agreements.store.ts';
import { asMember } from '../src/hub/store/view.ts';
import { hashRelease } from '../src/release/hashRelease.ts';
import type { Grant } from '../src/vocabulary/grant.ts';
import type { Release } from '../src/vocabulary/release.ts';
import type { Browser, Page } from './browserUnderTest.ts';
import {
  addSigningPeople,
  agreeOnGrant,
  ana,
  ben,
  bringBy,
  doorFile,
  doorPath,
  doorRelease,
  registerBoth,
  wordsOf,
} from './doorUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { newSigner } from './exampleRelease.ts';
import { type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const now = new Date('2026-11-25T17:00:00Z');

onEachEngine('the door of releases', (store) => {
  let hub: HubUnderTest;
  let fresnoLead: Browser;
  let longBeachLead: Browser;
  let outsider: Browser;
  let grant: Grant;
  before(async () => {
    hub = await hubUnderTest(store(), { now });
    fresnoLead = await hub.signInAs('coordinator');
    longBeachLead = await hub.signInAs('sponsor');
    outsider = await hub.signInAs('research-lead');
    grant = await agreeOnGrant(hub, now);
    await addSigningPeople(hub, now);
    await registerBoth(hub);
  });
  const bring = (file: Uint8Array, browser = fresnoLead): Promise<Page> => bringBy(browser, file);

  test('each broken promise is refused by its own sentence, and nothing is kept of it but that', async () => {
    const release = doorRelease(grant);
    const file = doorFile(release);
    const refusals: readonly (readonly [Uint8Array, RegExp])[] = [
      [file.subarray(0, file.length - 20), /The file is cut short/],
      [Buffer.from('a,b\n1,2\n'), /not compressed as a release file is/],
      [doorFile(release, [ana]), /two/i],
      [
        doorFile(release, [ana, { ...ana, name: 'Ruíz, ANA' }]),
        /Ruíz, ANA signed twice: both signatures are of one account, and it needs two people/,
      ],
      [doorFile(release, [ana, newSigner('Mallory')]), /Mallory/],
      [
        doorFile(release, [ana, { ...ben, name: 'Somebody Else' }]),
        /Somebody Else \(Privacy counsel\) signed with the key that is registered of Ben Cho \(Privacy counsel\)/,
      ],
      [
        doorFile({ ...release, grant: { ...release.grant, id: '019ab000-0000-7000-8000-00000000000f' } }),
        /names a grant that no agreement of this partnership has\./,
      ],
      [
        doorFile({ ...release, grant: { ...release.grant, hash: 'f'.repeat(64) } }),
        /text of the grant is not the one/,
      ],
      [
        doorFile({ ...release, sequence: 2, previous: 'd'.repeat(64) }),
        /It is release 2 of its vault and was audited against 0 earlier ones/,
      ],
      [
        doorFile({ ...release, tables: release.tables.map((table) => ({ ...table, schoolYear: 2030 })) }),
        /not to the school year 2030/,
      ],
      [
        doorFile({
          ...release,
          tables: release.tables.map((table) => ({ ...table, definition: 'b'.repeat(64) })),
        }),
        /under a definition that this Tandem does not know/,
      ],
      [
        doorFile({
          ...release,
          tables: release.tables.map((table) => ({
            ...table,
            cells: table.cells.map((cell) => (cell.seen === 'shown' ? { ...cell, value: '41.00' } : cell)),
          })),
        }),
        /shows a rate that does not follow from its counts/,
      ],
    ];
    for (const [bytes, sentence] of refusals) {
      const page = await bring(bytes);
      assert.match(wordsOf(page), /The release was refused/);
      assert.match(wordsOf(page), sentence);
    }
    assert.match(wordsOf(await fresnoLead.get(doorPath)), /Nothing has been released that you may see today/);
  });

  test('another district cannot bring it, and somebody of no district nothing at all', async () => {
    assert.match(
      wordsOf(await bring(doorFile(doorRelease(grant)), longBeachLead)),
      /was brought by another district/,
    );
    assert.match(wordsOf(await bring(doorFile(doorRelease(grant)), outsider)), /you belong to none/);
  });

  test('a good one enters; both districts see its figures with why one is withheld, and nobody else', async () => {
    const page = await bring(doorFile(doorRelease(grant)));
    assert.match(wordsOf(page), /The release is in/);
    for (const browser of [fresnoLead, longBeachLead]) {
      const measure = wordsOf(await browser.get(`${doorPath}/measures/math_met_pct`));
      assert.match(measure, /40\.00 % of 60/);
      assert.match(measure, /20 % or less of 15|Comparable/);
      assert.match(measure, /small numbers/);
    }
    assert.equal((await outsider.get(`${doorPath}/measures/math_met_pct`)).status, 404);
    const history = wordsOf(await longBeachLead.get('/partnerships/fresno-long-beach/history'));
    assert.match(history, /brought a release in\./);
    assert.match(history, /signed an agreement: Of this test\./);
    assert.match(history, /brought a release that was refused \(/);
    const again = await bring(doorFile(doorRelease(grant)));
    assert.match(wordsOf(again), /This release is here already/);
  });

  test('whoever may see every figure may take the signed file, byte for byte', async () => {
    const release = doorRelease(grant);
    const path = `${doorPath}/releases/${hashRelease(release)}`;
    assert.match(wordsOf(await longBeachLead.get(path)), /Ana Ruiz .* Ben Cho/);
    assert.equal((await longBeachLead.get(`${path}/release.tandem`)).status, 200);
    assert.equal((await outsider.get(`${path}/release.tandem`)).status, 404);
  });

  test('a vault sends the next one by its token; under embargo only its own district sees the new figure', async () => {
    const first = hashRelease(doorRelease(grant));
    const { certificate, tables } = doorRelease(grant);
    const following = (schoolYear: number): Release =>
      doorRelease(grant, {
        sequence: 2,
        previous: first,
        supersedes: first,
        embargoUntil: '2026-12-24',
        certificate: { ...certificate, audited: [first] },
        tables: tables.map((table) => ({
          ...table,
          schoolYear,
          cells: table.cells.map((cell) =>
            cell.seen === 'shown' ? { ...cell, numerator: 30, value: '50.00' } : cell,
          ),
        })),
      });
    const second = following(2025);
    const made = await fresnoLead.post(`${doorPath}/tokens`, { grant: grant.id });
    const token = /<code>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? '';
    const program = hub.visitor('10.0.0.9');
    const send = (bearer: string, file = doorFile(second)) =>
      program.send('/releases', file, { authorization: `Bearer ${bearer}` });
    assert.equal((await send('x'.repeat(43))).status, 401);
    // The same year again, six of sixty otherwise: the difference would tell of those six.
    const leak = await send(token, doorFile(following(2026)));
    assert.match(leak.text, /2 withheld counts can be worked out more closely than its policy allows/);
    const answer = await send(token);
    assert.equal(answer.status, 200, answer.text);
    const { state, release } = JSON.parse(answer.text);
    assert.deepEqual([state, release], ['accepted', hashRelease(second)]);
    assert.match(wordsOf(await fresnoLead.get(`${doorPath}/measures/math_met_pct`)), /50\.00 % of 60/);
    const partners = wordsOf(await longBeachLead.get(`${doorPath}/measures/math_met_pct`));
    assert.match(partners, /40\.00 % of 60/);
    assert.doesNotMatch(partners, /50\.00 %/);
    hub.clock.now = new Date('2026-12-24T17:00:00Z');
    longBeachLead = await hub.signInAs('sponsor');
    fresnoLead = await hub.signInAs('coordinator');
    const later = await hub.signInByMail('sponsor@fresno-long-beach.example');
    assert.match(wordsOf(await later.get(`${doorPath}/measures/math_met_pct`)), /50\.00 % of 60/);
  });

  test('a revoked token brings nothing, and a grant taken back hides every figure at once', async () => {
    const coordinator = await hub.signInByMail('coordinator@fresno-long-beach.example');
    const partner = await hub.signInByMail('sponsor@fresno-long-beach.example');
    const made = await coordinator.post(`${doorPath}/tokens`, { grant: grant.id });
    const token = /<code>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? '';
    const door = await coordinator.get(`${doorPath}/door`);
    for (const [, action] of door.text.matchAll(/action="([^"]*\/tokens\/[0-9a-f-]{36}\/revoke)"/g))
      assert.match((await coordinator.post(action ?? '')).location ?? '', /#tokens$/);
    const program = hub.visitor('10.0.0.10');
    const sent = await program.send('/releases', doorFile(doorRelease(grant)), {
      authorization: `Bearer ${token}`,
    });
    assert.equal(sent.status, 401);
    assert.equal((await partner.get(`${doorPath}/measures/math_met_pct`)).status, 200);
    await asMember(store(), hub.member('coordinator'), async (view) => {
      const [agreement] = await selectAgreements(view);
      assert.ok(agreement && view.member.districtId);
      const end = { agreement, grantId: grant.id, words: 'A test.' };
      await insertAgreementEnd(view, view.member.districtId, end, [], hub.clock.now);
    });
    assert.equal((await partner.get(`${doorPath}/measures/math_met_pct`)).status, 404);
    assert.match(
      wordsOf(await bring(doorFile(doorRelease(grant, { sequence: 3 })), coordinator)),
      /The grant it was made under was taken back\./,
    );
  });
});

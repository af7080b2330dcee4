import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { hashPolicy } from '../src/disclosure/policies/policy.ts';
import { tandemDefault } from '../src/disclosure/policies/tandemDefault.ts';
import {
  insertAgreement,
  insertAgreementEnd,
  insertSignature,
  selectAgreements,
} from '../src/hub/agreement/agreements.store.ts';
import { grantOf, sealTerms } from '../src/hub/agreement/terms.ts';
import { asMember } from '../src/hub/store/view.ts';
import { hashGrant, hashRelease } from '../src/release/hashRelease.ts';
import { sealRelease } from '../src/release/sealRelease.ts';
import { publicKeyText, type Signer } from '../src/release/signRelease.ts';
import type { Grant } from '../src/vocabulary/grant.ts';
import type { Release } from '../src/vocabulary/release.ts';
import type { Browser, Page } from './browserUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { exampleRelease, newSigner, signedBy } from './exampleRelease.ts';
import { exampleGrant, exampleTerms } from './exampleTerms.ts';
import { districtsUnderTest, type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const [fresno] = districtsUnderTest;
const now = new Date('2026-11-25T17:00:00Z');
const ana = newSigner('Ana Ruiz');
const ben = newSigner('Ben Cho', 'Privacy counsel');
const wordsOf = ({ text }: Page) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

onEachEngine('the door of releases', (store) => {
  let hub: HubUnderTest;
  let fresnoLead: Browser;
  let longBeachLead: Browser;
  let outsider: Browser;
  let grant: Grant;
  const shared = '/partnerships/fresno-long-beach/shared';
  before(async () => {
    hub = await hubUnderTest(store(), { now });
    fresnoLead = await hub.signInAs('coordinator');
    longBeachLead = await hub.signInAs('sponsor');
    outsider = await hub.signInAs('research-lead');
    grant = await agree(hub);
  });

  const releaseOf = (changed: Partial<Release> = {}): Release =>
    exampleRelease({
      grant: { id: grant.id, hash: hashGrant(grant), partnership: grant.partnership },
      tables: exampleRelease().tables.map(({ cells, ...table }) => ({
        ...table,
        // At the district: its page shows the figure as well as the schools'.
        cells: cells
          .map((cell) => (cell.seen === 'shown' ? { ...cell, value: '40.00' } : cell))
          .flatMap((cell) => [cell, { ...cell, place: fresno.cds }]),
      })),
      certificate: {
        ...exampleRelease().certificate,
        policy: {
          id: tandemDefault.id,
          version: tandemDefault.version,
          hash: hashPolicy(tandemDefault),
          threshold: 11,
        },
        shown: 2,
        coded: 2,
        suppressed: 2,
        primary: 2,
      },
      ...changed,
    });
  const fileOf = (release: Release, signers: readonly Signer[] = [ana, ben]) =>
    sealRelease(signedBy(release, signers));
  const bring = async (file: Uint8Array, browser = fresnoLead): Promise<Page> => {
    const answer = await browser.upload(`${shared}/door`, 'release', file, '/sign-in');
    return answer.location ? browser.get(answer.location) : answer;
  };
  const register = (signer: Signer, browser = fresnoLead) => {
    const key = {
      format: 'tandem signing key 1',
      name: signer.name,
      role: signer.role,
      publicKey: publicKeyText(signer.privateKey),
      madeAt: now.toISOString(),
    };
    return browser.post(`${shared}/signers`, { key: JSON.stringify(key) });
  };

  test('before two signers are registered nothing enters, and the page says what to do', async () => {
    assert.match(wordsOf(await bring(fileOf(releaseOf()))), /has registered no signers: two sign a release/);
    assert.equal((await fresnoLead.post(`${shared}/signers`, { key: 'ssh-ed25519 AAAA' })).status, 422);
    assert.match((await register(ana)).location ?? '', /#signers$/);
    assert.match((await register(ben)).location ?? '', /#signers$/);
    assert.match(wordsOf(await register(ben)), /This key is registered already/);
  });

  test('each broken promise is refused by its own sentence, and nothing is kept of it but that', async () => {
    const release = releaseOf();
    const file = fileOf(release);
    const refusals: readonly (readonly [Uint8Array, RegExp])[] = [
      [file.subarray(0, file.length - 20), /The file is cut short/],
      [Buffer.from('a,b\n1,2\n'), /not compressed as a release file is/],
      [fileOf(release, [ana]), /two/i],
      [fileOf(release, [ana, { ...ana, name: 'Ana  RUIZ' }]), /Ana/i],
      [fileOf(release, [ana, newSigner('Mallory')]), /Mallory/],
      [
        fileOf(release, [ana, { ...ben, name: 'Somebody Else' }]),
        /Somebody Else \(Privacy counsel\) signed with the key that is registered of Ben Cho \(Privacy counsel\)/,
      ],
      [
        fileOf({ ...release, grant: { ...release.grant, id: '019ab000-0000-7000-8000-00000000000f' } }),
        /names a grant that no agreement of this partnership has in force/,
      ],
      [
        fileOf({ ...release, grant: { ...release.grant, hash: 'f'.repeat(64) } }),
        /text of the grant is not the one/,
      ],
      [
        fileOf({ ...release, sequence: 2, previous: 'd'.repeat(64) }),
        /It is release 2 of its vault; 0 earlier ones are known/,
      ],
      [
        fileOf({ ...release, tables: release.tables.map((table) => ({ ...table, schoolYear: 2030 })) }),
        /not to the school year 2030/,
      ],
      [
        fileOf({
          ...release,
          tables: release.tables.map((table) => ({ ...table, definition: 'b'.repeat(64) })),
        }),
        /under a definition that this Tandem does not know/,
      ],
      [
        fileOf({
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
    assert.match(wordsOf(await fresnoLead.get(shared)), /Nothing has been released that you may see today/);
  });

  test('another district cannot bring it, and somebody of no district nothing at all', async () => {
    assert.match(wordsOf(await bring(fileOf(releaseOf()), longBeachLead)), /was brought by another district/);
    assert.match(wordsOf(await bring(fileOf(releaseOf()), outsider)), /you belong to none/);
  });

  test('a good one enters; both districts see its figures with why one is withheld, and nobody else', async () => {
    const page = await bring(fileOf(releaseOf()));
    assert.match(wordsOf(page), /The release is in/);
    for (const browser of [fresnoLead, longBeachLead]) {
      const measure = wordsOf(await browser.get(`${shared}/measures/math_met_pct`));
      assert.match(measure, /40\.00 % of 60/);
      assert.match(measure, /20 % or less of 15|Comparable/);
      assert.match(measure, /small numbers/);
    }
    assert.equal((await outsider.get(`${shared}/measures/math_met_pct`)).status, 404);
    const history = wordsOf(await longBeachLead.get('/partnerships/fresno-long-beach/history'));
    assert.match(history, /brought a release in\./);
    assert.match(history, /signed an agreement: Of this test\./);
    assert.match(history, /brought a release that was refused \(/);
    const again = await bring(fileOf(releaseOf()));
    assert.match(wordsOf(again), /This release is here already/);
  });

  test('whoever may see every figure may take the signed file, byte for byte', async () => {
    const release = releaseOf();
    const path = `${shared}/releases/${hashRelease(release)}`;
    assert.match(wordsOf(await longBeachLead.get(path)), /Ana Ruiz .* Ben Cho/);
    assert.equal((await longBeachLead.get(`${path}/release.tandem`)).status, 200);
    assert.equal((await outsider.get(`${path}/release.tandem`)).status, 404);
  });

  test('a vault sends the next one by its token; under embargo only its own district sees the new figure', async () => {
    const first = hashRelease(releaseOf());
    const { certificate, tables } = releaseOf();
    const following = (schoolYear: number): Release =>
      releaseOf({
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
    const made = await fresnoLead.post(`${shared}/tokens`, { grant: grant.id });
    const token = /<code>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? '';
    const program = hub.visitor('10.0.0.9');
    const send = (bearer: string, file = fileOf(second)) =>
      program.send('/releases', file, { authorization: `Bearer ${bearer}` });
    assert.equal((await send('x'.repeat(43))).status, 401);
    // The same year again, six of sixty otherwise: the difference would tell of those six.
    const leak = await send(token, fileOf(following(2026)));
    assert.match(leak.text, /2 withheld counts can be worked out more closely than its policy allows/);
    const answer = await send(token);
    assert.equal(answer.status, 200, answer.text);
    const { state, release } = JSON.parse(answer.text);
    assert.deepEqual([state, release], ['accepted', hashRelease(second)]);
    assert.match(wordsOf(await fresnoLead.get(`${shared}/measures/math_met_pct`)), /50\.00 % of 60/);
    const partners = wordsOf(await longBeachLead.get(`${shared}/measures/math_met_pct`));
    assert.match(partners, /40\.00 % of 60/);
    assert.doesNotMatch(partners, /50\.00 %/);
    hub.clock.now = new Date('2026-12-24T17:00:00Z');
    longBeachLead = await hub.signInAs('sponsor');
    fresnoLead = await hub.signInAs('coordinator');
    const later = await hub.signInByMail('sponsor@fresno-long-beach.example');
    assert.match(wordsOf(await later.get(`${shared}/measures/math_met_pct`)), /50\.00 % of 60/);
  });

  test('a revoked token brings nothing, and a grant taken back hides every figure at once', async () => {
    const coordinator = await hub.signInByMail('coordinator@fresno-long-beach.example');
    const partner = await hub.signInByMail('sponsor@fresno-long-beach.example');
    const made = await coordinator.post(`${shared}/tokens`, { grant: grant.id });
    const token = /<code>([\w-]{43})<\/code>/.exec(made.text)?.[1] ?? '';
    const door = await coordinator.get(`${shared}/door`);
    for (const [, action] of door.text.matchAll(/action="([^"]*\/tokens\/[0-9a-f-]{36}\/revoke)"/g))
      assert.match((await coordinator.post(action ?? '')).location ?? '', /#tokens$/);
    const program = hub.visitor('10.0.0.10');
    const sent = await program.send('/releases', fileOf(releaseOf()), { authorization: `Bearer ${token}` });
    assert.equal(sent.status, 401);
    assert.equal((await partner.get(`${shared}/measures/math_met_pct`)).status, 200);
    await asMember(store(), hub.member('coordinator'), async (view) => {
      const [agreement] = await selectAgreements(view);
      assert.ok(agreement && view.member.districtId);
      const end = { agreement, grantId: grant.id, words: 'A test.' };
      await insertAgreementEnd(view, view.member.districtId, end, [], hub.clock.now);
    });
    assert.equal((await partner.get(`${shared}/measures/math_met_pct`)).status, 404);
    assert.match(
      wordsOf(await bring(fileOf(releaseOf({ sequence: 3 })), coordinator)),
      /The grant it was made under holds no more/,
    );
  });
});

/** An agreement that both sign: Fresno shows Long Beach one measure, schools too. */
async function agree({ database, member }: HubUnderTest): Promise<Grant> {
  const own = { ...exampleGrant(fresno.cds, '11'), measures: ['math_met_pct'], scope: 'schools' as const };
  const terms = exampleTerms({ title: 'Of this test', grants: [own] });
  for (const role of ['coordinator', 'sponsor'] as const) {
    await asMember(database, member(role), async (view) => {
      const { districtId } = view.member;
      assert.ok(districtId);
      const putting = { step: 'proposed', terms, words: '', mails: [] } as const;
      if (role === 'coordinator') await insertAgreement(view, districtId, putting, now);
      const signing = { id: terms.agreement, version: 1, hash: sealTerms(terms).hash };
      assert.ok((await insertSignature(view, districtId, signing, () => [], now)).done);
    });
  }
  return grantOf(terms, 1, own);
}

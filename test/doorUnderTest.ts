import assert from 'node:assert/strict';
import { hashPolicy } from '../src/disclosure/policies/policy.ts';
import { tandemDefault } from '../src/disclosure/policies/tandemDefault.ts';
import { insertAgreement, insertSignature } from '../src/hub/agreement/agreements.store.ts';
import { grantOf, sealTerms } from '../src/hub/agreement/terms.ts';
import { addPerson } from '../src/hub/partnership/changePeople.store.ts';
import { PersonDraft } from '../src/hub/partnership/partnershipDraft.ts';
import { asMember, asOperator } from '../src/hub/store/view.ts';
import { hashGrant } from '../src/release/hashRelease.ts';
import { proveKey } from '../src/release/provenKey.ts';
import { sealRelease } from '../src/release/sealRelease.ts';
import type { Signer } from '../src/release/signRelease.ts';
import type { Grant } from '../src/vocabulary/grant.ts';
import type { Release } from '../src/vocabulary/release.ts';
import type { Browser, Page } from './browserUnderTest.ts';
import { exampleRelease, keyOf, newSigner, signedBy } from './exampleRelease.ts';
import { exampleGrant, exampleTerms } from './exampleTerms.ts';
import { districtsUnderTest, type HubUnderTest } from './hubUnderTest.ts';

const [fresno] = districtsUnderTest;
export const doorPath = '/partnerships/fresno-long-beach/shared';
/** The two of Fresno who sign, who have accounts by these addresses once `addSigningPeople` has run. */
export const ana = newSigner('Ana Ruiz');
export const ben = newSigner('Ben Cho', 'Privacy counsel');
export const signingMails = { ana: 'ana.ruiz@fresno.example', ben: 'ben.cho@fresno.example' } as const;

export const wordsOf = ({ text }: Page): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Accounts for the two: a second coordinator and a superintendent of Fresno. */
export async function addSigningPeople({ database, member }: HubUnderTest, at: Date): Promise<void> {
  const { slug } = member('sponsor').partnership;
  for (const one of [
    { email: signingMails.ana, name: ana.name, role: 'coordinator' },
    { email: signingMails.ben, name: ben.name, role: 'sponsor' },
  ]) {
    const draft = PersonDraft.parse({ ...one, district: fresno.cds });
    await asOperator(database, (view) => addPerson(view, slug, draft, at));
  }
}

/** What the door shows for a key to answer; empty for somebody who has one. */
export async function challengeOf(browser: Browser): Promise<string> {
  return /--challenge ([0-9a-f]{32})/.exec((await browser.get(`${doorPath}/door`)).text)?.[1] ?? '';
}

export const offerKey = (browser: Browser, proof: unknown): Promise<Page> =>
  browser.post(`${doorPath}/signers`, { key: JSON.stringify(proof) });

export async function registerKey(signer: Signer, browser: Browser): Promise<Page> {
  return offerKey(browser, proveKey(keyOf(signer), await challengeOf(browser), signer.privateKey));
}

/** Presses the first button that lets somebody sign, where there is one. */
export async function letSign(browser: Browser): Promise<Page> {
  const door = await browser.get(`${doorPath}/door`);
  return browser.post(/action="([^"]*\/signers\/[0-9a-f-]{36}\/let)"/.exec(door.text)?.[1] ?? '/none');
}

/** The two register their keys, and each lets the other sign. */
export async function registerBoth(hub: HubUnderTest): Promise<void> {
  const [first, second] = [
    await hub.signInByMail(signingMails.ana),
    await hub.signInByMail(signingMails.ben),
  ];
  for (const answer of [
    await registerKey(ana, first),
    await registerKey(ben, second),
    await letSign(first),
    await letSign(second),
  ])
    assert.match(answer.location ?? wordsOf(answer), /#signers$/);
}

/** A release under a grant, of cells at a school and the same at the district: invented, and protected. */
export function doorRelease(grant: Grant, changed: Partial<Release> = {}): Release {
  const { id, version } = tandemDefault;
  return exampleRelease({
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
      policy: { id, version, hash: hashPolicy(tandemDefault), threshold: 11 },
      shown: 2,
      coded: 2,
      suppressed: 2,
      primary: 2,
    },
    ...changed,
  });
}

export const doorFile = (release: Release, signers: readonly Signer[] = [ana, ben]): Uint8Array =>
  sealRelease(signedBy(release, signers));

/** Brings a file by the page, and answers the page that says what became of it. */
export async function bringBy(browser: Browser, file: Uint8Array): Promise<Page> {
  const answer = await browser.upload(`${doorPath}/door`, 'release', file, '/sign-in');
  return answer.location ? browser.get(answer.location) : answer;
}

/** An agreement that both sign: Fresno shows Long Beach one measure, schools too. */
export async function agreeOnGrant({ database, member }: HubUnderTest, now: Date): Promise<Grant> {
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

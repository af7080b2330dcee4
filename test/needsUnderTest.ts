import assert from 'node:assert/strict';
import type { UnsentMail } from '../src/hub/mail/mail.store.ts';
import { addPerson } from '../src/hub/partnership/changePeople.store.ts';
import { PersonDraft } from '../src/hub/partnership/partnershipDraft.ts';
import type { Database } from '../src/hub/store/database.ts';
import { asOperator } from '../src/hub/store/view.ts';
import type { Browser } from './browserUnderTest.ts';
import { districtsUnderTest, type HubUnderTest, hubUnderTest, partnershipSlug } from './hubUnderTest.ts';
import { plantNeed } from './plantedNeed.ts';

const [fresno, longBeach] = districtsUnderTest;
type Form = Readonly<Record<string, string>>;

/** A coordinator of Long Beach, whom `hubUnderTest` has not. */
export const hostEmail = 'host@longbeach.example';

export const needWording = 'See how number sense is taught in grade 8';

/** A hub in which Fresno's grid has a need that is a strength of Long Beach: mathematics of all students. */
export type NeedsUnderTest = HubUnderTest & {
  /** Of Fresno. */
  readonly coordinator: Browser;
  readonly lead: Browser;
  /** Of Long Beach. */
  readonly principal: Browser;
  readonly host: Browser;
  readonly matching: string;
  /** The form that confirms the need, and what is right in it. */
  readonly newNeed: string;
  readonly needForm: Form;
  /** The form of Long Beach's offer in spring, and an offer of one visit with the principal to ask. */
  readonly offer: string;
  readonly offerForm: Form;
  /** The form by which Long Beach is asked about a need, of its path, and what is right in it. */
  readonly newAsk: (need: string) => string;
  readonly askForm: Form;
  /** The one mail that was made since this was asked before; links to sign in aside. */
  readonly newMail: () => Promise<UnsentMail>;
};

export async function needsUnderTest(store: Database): Promise<NeedsUnderTest> {
  await plantNeed(store);
  const hub = await hubUnderTest(store);
  const person = { email: hostEmail, name: 'Pat Host', role: 'coordinator', district: longBeach.cds };
  await asOperator(store, (view) =>
    addPerson(view, partnershipSlug, PersonDraft.parse(person), hub.clock.now),
  );
  const matching = `${hub.home}/matching`;
  const seen = new Set<string>();
  return {
    ...hub,
    coordinator: await hub.signInAs('coordinator'),
    lead: await hub.signInAs('focus-area-lead'),
    principal: await hub.signInAs('school'),
    host: await hub.signInByMail(hostEmail),
    matching,
    newNeed: `${matching}/needs/new?cds=${fresno.cds}&measure=math_dfs&group=ALL`,
    needForm: {
      wording: needWording,
      focusArea: 'mathematics',
      owner: hub.member('focus-area-lead').personId,
    },
    offer: `${matching}/capacity/change?area=mathematics&term=2026-spring`,
    offerForm: {
      version: '0',
      visits: '1',
      hours: '0',
      person: hub.member('school').personId,
      until: '2026-06-30',
    },
    newAsk: (need) => `${matching}/asks/new?need=${need.split('/').at(-1)}&cds=${longBeach.cds}`,
    askForm: { term: '2026-spring', kind: 'visit', words: 'May two of our coaches come for a day?' },
    newMail: async () => {
      const mails = await hub.mails();
      const fresh = mails.filter(({ id, subject }) => !seen.has(id) && !subject.includes('sign-in'));
      for (const { id } of fresh) seen.add(id);
      const [mail] = fresh;
      assert.ok(mail && fresh.length === 1, `${fresh.length} new mails`);
      return mail;
    },
  };
}

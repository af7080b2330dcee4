import type { UnsentMail } from '../src/hub/mail/mail.store.ts';
import { addPerson } from '../src/hub/partnership/changePeople.store.ts';
import { PersonDraft } from '../src/hub/partnership/partnershipDraft.ts';
import type { Database } from '../src/hub/store/database.ts';
import { asOperator } from '../src/hub/store/view.ts';
import type { Browser } from './browserUnderTest.ts';
import { districtsUnderTest, type HubUnderTest, hubUnderTest, partnershipSlug } from './hubUnderTest.ts';
import { hostEmail } from './needsUnderTest.ts';

const [, longBeach] = districtsUnderTest;
type Form = Readonly<Record<string, string>>;

/** A hub in which a coordinator of each district begins work with the other. */
export type WorkUnderTest = HubUnderTest & {
  readonly fresno: Browser;
  readonly longBeach: Browser;
  readonly work: string;
  /** Owner and deputy of a form, people without account in one of the districts. */
  readonly holders: Form;
  /** What is right in the form of new work, but for its mode's own fields. */
  readonly newWork: Form;
  /** The mails that were made since this was asked before; links to sign in aside. */
  readonly newMails: () => Promise<UnsentMail[]>;
};

export async function workUnderTest(store: Database): Promise<WorkUnderTest> {
  const hub = await hubUnderTest(store);
  const person = { email: hostEmail, name: 'Pat Host', role: 'coordinator', district: longBeach.cds };
  await asOperator(store, (view) =>
    addPerson(view, partnershipSlug, PersonDraft.parse(person), hub.clock.now),
  );
  const seen = new Set<string>();
  const holders = {
    brings: 'Two visits a term',
    owner: 'outside',
    ownerName: 'Ola Owner',
    ownerEmail: 'ola@district.example',
    deputy: 'outside',
    deputyName: 'Dee Deputy',
    deputyEmail: 'dee@district.example',
  };
  return {
    ...hub,
    fresno: await hub.signInAs('coordinator'),
    longBeach: await hub.signInByMail(hostEmail),
    work: `${hub.home}/work`,
    holders,
    newWork: {
      ...holders,
      title: 'Number sense',
      purpose: 'Students place numbers before they reckon with them.',
      focusArea: 'mathematics',
      strategy: 'rigor',
      startsOn: '2025-11-01',
      endsOn: '2026-06-30',
    },
    newMails: async () => {
      const mails = await hub.mails();
      const fresh = mails.filter(({ id, subject }) => !seen.has(id) && !subject.includes('sign-in'));
      for (const { id } of fresh) seen.add(id);
      return fresh;
    },
  };
}

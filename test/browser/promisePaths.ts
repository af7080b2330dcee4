import type { Page } from 'playwright-core';
import { home } from './site.ts';

/** What the paths of commitments, hours and contacts need to know of the store that was made. */
export type KnownPromises = {
  /** Of an open commitment, and of one that is done. */
  readonly commitmentPaths: readonly string[];
  /** Of hours that wait, and of hours that are confirmed. */
  readonly hoursPaths: readonly string[];
  readonly comingContact: string;
  readonly pastContacts: readonly string[];
};

const of = (pattern: string) => `/partnerships/:partnership/work${pattern}`;

/** Example pages for the routes of commitments, hours and contacts. */
export const promiseExamples: Readonly<Record<string, (known: KnownPromises) => readonly string[]>> = {
  [of('/commitments')]: () => [
    `${home}/work/commitments`,
    `${home}/work/commitments?person=any&engagement=any&state=done`,
  ],
  [of('/commitments/new')]: () => [`${home}/work/commitments/new`],
  [of('/commitments/:commitment')]: ({ commitmentPaths }) => commitmentPaths,
  [of('/hours')]: () => [`${home}/work/hours`, `${home}/work/hours?year=all&area=leadership`],
  [of('/hours/new')]: () => [`${home}/work/hours/new`],
  [of('/hours/:hours')]: ({ hoursPaths }) => hoursPaths,
  [of('/contacts')]: () => [`${home}/work/contacts`],
  [of('/contacts/new')]: () => [`${home}/work/contacts/new`],
  [of('/contacts/:contact')]: ({ comingContact, pastContacts }) => [comingContact, ...pastContacts],
  [of('/contacts/:contact/change')]: ({ comingContact }) => [`${comingContact}/change`],
  [of('/contacts/:contact/brief')]: ({ comingContact }) => [`${comingContact}/brief`],
  [of('/contacts/:contact/minutes')]: ({ comingContact }) => [`${comingContact}/minutes`],
};

export async function readKnownPromises(page: Page): Promise<KnownPromises> {
  const pathsOf = (links: string): Promise<string[]> =>
    page.locator(links).evaluateAll((found) => found.map((link) => link.pathname));
  await page.goto(`${home}/work/commitments`);
  const [open = ''] = await pathsOf('.item-title a');
  await page.goto(`${home}/work/commitments?state=done`);
  const [done = ''] = await pathsOf('.item-title a');
  await page.goto(`${home}/work/hours`);
  const [waiting = ''] = await pathsOf('#waiting .item-title a');
  const confirmed = (await pathsOf('#entries th a')).at(-1) ?? '';
  await page.goto(`${home}/work/contacts`);
  const [comingContact = ''] = await pathsOf('#coming .item-title a');
  const pastContacts = (await pathsOf('#past .item-title a')).slice(0, 2);
  return {
    commitmentPaths: [open, done],
    hoursPaths: [waiting, confirmed],
    comingContact,
    pastContacts,
  };
}

import type { Page } from 'playwright-core';
import { home } from './site.ts';

/** What the paths of the resources need to know of the store that was made. */
export type KnownResources = {
  readonly sourcePath: string;
  readonly flexibilityPath: string;
  readonly conditionPath: string;
  /** A ledger file that is counted, and one that waits with errors. */
  readonly ledgerFilePaths: readonly string[];
};

const of = (pattern: string) => `/partnerships/:partnership/resources${pattern}`;
const at = (path: string) => `${home}/resources${path}`;

/** Examples of the pages of money, as `examplePaths.ts` has them. */
export const resourceExamples: Readonly<Record<string, (known: KnownResources) => readonly string[]>> = {
  [of('')]: () => [at('')],
  [of('/sources/new')]: () => [at('/sources/new')],
  [of('/sources/:source')]: ({ sourcePath }) => [sourcePath],
  [of('/sources/:source/change')]: ({ sourcePath }) => [`${sourcePath}/change`],
  [of('/flexibilities/new')]: () => [at('/flexibilities/new')],
  [of('/flexibilities/:flexibility')]: ({ flexibilityPath }) => [flexibilityPath],
  [of('/flexibilities/:flexibility/change')]: ({ flexibilityPath }) => [`${flexibilityPath}/change`],
  [of('/flexibilities/:flexibility/packet')]: ({ flexibilityPath }) => [`${flexibilityPath}/packet`],
  [of('/conditions/new')]: ({ flexibilityPath }) => [
    at(`/conditions/new?flexibility=${flexibilityPath.split('/').at(-1)}`),
  ],
  [of('/conditions/:condition')]: ({ conditionPath }) => [conditionPath],
  [of('/ledger')]: () => [at('/ledger')],
  [of('/ledger/:import')]: ({ ledgerFilePaths }) => ledgerFilePaths,
  [of('/rules')]: () => [at('/rules')],
  [of('/in-kind')]: () => [at('/in-kind')],
};

/** Reads from the pages themselves what these paths need. */
export async function readKnownResources(page: Page): Promise<KnownResources> {
  await page.goto(at(''));
  const source = await page.locator('#sources .table th a', { hasText: 'block grant' }).getAttribute('href');
  const flexibility = await page.locator('#flexibilities .card-title a').first().getAttribute('href');
  const condition = await page.locator('#conditions .items .actions a').first().getAttribute('href');
  await page.goto(at('/ledger'));
  const fileOf = (name: string) => page.getByRole('link', { name, exact: true }).getAttribute('href');
  return {
    sourcePath: source ?? '',
    flexibilityPath: flexibility ?? '',
    conditionPath: condition ?? '',
    ledgerFilePaths: [
      (await fileOf('fresno-general-ledger.csv')) ?? '',
      (await fileOf('fresno-this-month.csv')) ?? '',
    ],
  };
}

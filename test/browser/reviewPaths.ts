import type { Page } from 'playwright-core';
import { home } from './site.ts';

/** What the paths of reviews need to know of the store that was made. */
export type KnownReviews = {
  readonly openReview: string;
  readonly signedReview: string;
  /** The pack of that review. */
  readonly packHash: string;
};

const of = (pattern: string) => `/partnerships/:partnership${pattern}`;

/** Example pages for the routes of reviews. */
export const reviewExamples: Readonly<Record<string, (known: KnownReviews) => readonly string[]>> = {
  [of('/reviews')]: () => [`${home}/reviews`],
  [of('/reviews/new')]: () => [`${home}/reviews/new`, `${home}/reviews/new?level=schools`],
  [of('/reviews/cadence/:level')]: () => [`${home}/reviews/cadence/coordinators`],
  [of('/reviews/alignment')]: () => [`${home}/reviews/alignment`],
  [of('/reviews/alignment/alignment.csv')]: () => [`${home}/reviews/alignment/alignment.csv`],
  [of('/reviews/alignment/alignment.xlsx')]: () => [`${home}/reviews/alignment/alignment.xlsx`],
  [of('/reviews/packs/:hash')]: ({ packHash }) => [`${home}/reviews/packs/${packHash}`],
  [of('/reviews/packs/:hash/pack.json')]: ({ packHash }) => [`${home}/reviews/packs/${packHash}/pack.json`],
  [of('/reviews/packs/:hash/unlock')]: ({ packHash }) => [`${home}/reviews/packs/${packHash}/unlock`],
  [of('/reviews/packs/:hash/statements')]: ({ packHash }) => [`${home}/reviews/packs/${packHash}/statements`],
  [of('/reviews/:review')]: ({ openReview, signedReview }) => [
    `${home}/reviews/${openReview}`,
    `${home}/reviews/${signedReview}`,
  ],
  [of('/reviews/:review/draft')]: ({ openReview }) => [`${home}/reviews/${openReview}/draft`],
  [of('/reviews/:review/change')]: ({ openReview }) => [`${home}/reviews/${openReview}/change`],
  [of('/reviews/:review/decide')]: ({ signedReview }) => [`${home}/reviews/${signedReview}/decide`],
};

export async function readKnownReviews(page: Page): Promise<KnownReviews> {
  await page.goto(`${home}/reviews`);
  const idOf = async (link: string) =>
    (await page.locator(link).first().getAttribute('href'))?.split('/').at(-1) ?? '';
  return {
    openReview: await idOf('#open th a'),
    signedReview: await idOf('#past th a'),
    packHash: await idOf('#past td a'),
  };
}

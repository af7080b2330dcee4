import type { PageParts } from '../web/route.ts';
import { sentencePage } from '../web/sentencePage.ts';

/** The page when a limit is reached; `what` says what there was too much of. */
export function tooMany(what: string): PageParts {
  return sentencePage({
    title: 'Please wait',
    sentence: `Nothing was done: ${what}. Try again in an hour.`,
    status: 429,
  });
}

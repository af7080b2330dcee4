import { emptyState } from '../../page/emptyState.ts';
import { linkButton } from '../../page/button.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { MemberAsk } from './route.ts';

/** The answer when a page of the partnership asks for something that is not there; the sentence says what. */
export function notFound(ask: MemberAsk, sentence: string): Promise<Response> {
  return ask.respond({
    title: 'Not found',
    status: 404,
    body: html`${pageHeading({ title: 'Not found' })}${emptyState({
      title: sentence,
      body: 'The address may be mistyped, or the thing may not have been loaded yet.',
      action: linkButton({ label: 'Go to the partnership', href: ask.home }),
      level: 2,
    })}`,
  });
}

import { linkButton } from '../../page/button.ts';
import type { PageParts } from './route.ts';
import { sentencePage } from './sentencePage.ts';

/** Says the same whether a thing is not there or not the asker's to see, so that nobody learns what exists. */
export function missingPage(): PageParts {
  return sentencePage({
    title: 'Not found',
    sentence: 'There is nothing at this address that you can see.',
    status: 404,
    kind: 'info',
    actions: linkButton({ label: 'Go to the start', href: '/' }),
  });
}

import type { CalloutKind } from '../../page/callout.ts';
import { callout } from '../../page/callout.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { PageParts } from './route.ts';

type Sentence = {
  readonly title: string;
  readonly sentence: string;
  readonly status?: PageParts['status'];
  readonly kind?: CalloutKind;
  /** What can be done instead: a link, a button. */
  readonly actions?: Content;
};

/** A page that says one thing: a refusal with its reason, or what was done. */
export function sentencePage({ title, sentence, status, kind = 'refusal', actions }: Sentence): PageParts {
  return {
    title,
    ...(status ? { status } : {}),
    body: html`${pageHeading({ title })}${callout({ kind, title: sentence })}${
      actions ? html`<div class="actions">${actions}</div>` : ''
    }`,
  };
}

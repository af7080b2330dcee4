import { callout, type CalloutKind } from '../../page/callout.ts';
import { linkButton } from '../../page/button.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { VaultPage } from './vaultRoute.ts';

/** A page that says one thing: a refusal with its reason, or what was done. */
export function sentencePage(
  title: string,
  sentence: string,
  status: NonNullable<VaultPage['status']>,
  kind: CalloutKind = 'refusal',
): VaultPage {
  return {
    title,
    status,
    body: html`${pageHeading({ title })}${callout({ kind, title: sentence })}<div class="actions">${linkButton({ label: 'Go to the start', href: '/' })}</div>`,
  };
}

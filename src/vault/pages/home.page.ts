import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { VaultRoute } from '../serve/vaultRoute.ts';

/** What is in the vault and what to do next. */
export const homePages: readonly VaultRoute[] = [
  {
    method: 'get',
    path: '/',
    menu: 'Vault',
    answer: (ask) =>
      ask.respond({
        title: 'The vault',
        body: html`${pageHeading({ title: `The vault of ${ask.vault.district.name}` })}`,
      }),
  },
];

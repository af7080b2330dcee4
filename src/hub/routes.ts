import { outboxPages } from './mail/outbox.page.ts';
import { accountPages } from './people/account.page.ts';
import { landingPages } from './people/landing.page.ts';
import { peoplePages } from './people/people.page.ts';
import { signInPages } from './people/signIn.page.ts';
import type { Route } from './web/route.ts';

/** Every route of the hub. A page that is not in this list does not exist. */
export const routes: readonly Route[] = [
  ...landingPages,
  ...signInPages,
  ...accountPages,
  ...outboxPages,
  ...peoplePages,
];

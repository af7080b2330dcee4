import type { Context } from 'hono';
import { html } from '../../page/html.ts';
import { shell } from '../../page/shell.ts';
import { roles } from '../../vocabulary/partnership.ts';
import type { Session } from '../people/session.store.ts';
import type { Member } from '../store/view.ts';
import { homeOf } from '../partnership/homeOf.ts';
import { navigationFor } from './navigation.ts';
import type { PageParts, Route } from './route.ts';

/** For whom a page is made: a visitor, somebody signed in, or a member inside their partnership. */
export type Reader = { readonly session: Session | null; readonly member: Member | null };

const sampleBanner = html`<p><strong>This is a sample.</strong> The headline figures are cited from public sources; students, people and everything else here are invented.</p>`;

/** Puts the shell round a page: navigation and person for those who are signed in. */
export async function respondPage(
  context: Context,
  routes: readonly Route[],
  reader: Reader,
  page: PageParts,
): Promise<Response> {
  const { session, member } = reader;
  const home = member && homeOf(member.partnership);
  const { status = 200, section, ...parts } = page;
  const document = shell({
    ...parts,
    ...(member && home
      ? {
          homeHref: home,
          partnership: { name: member.partnership.name, href: home },
          navigation: navigationFor(routes, { home, role: member.role }, { section, path: context.req.path }),
          banner: member.partnership.isSample ? sampleBanner : undefined,
        }
      : {}),
    ...(session
      ? {
          person: {
            name: session.name,
            role: roles.find((role) => role.id === member?.role)?.name ?? 'Signed in',
            href: '/account',
            signOutAction: '/sign-out',
            csrfToken: session.csrfToken,
          },
        }
      : {}),
  });
  return context.html(document, status);
}

import type { Context } from 'hono';
import { html } from '../../page/html.ts';
import { safeHref } from '../../page/safeHref.ts';
import { shell } from '../../page/shell.ts';
import { jobPath, type VaultDesk, type VaultPage, type VaultRoute } from './vaultRoute.ts';

/** Puts the shell round a page: the menu, the district, and what is being worked on. */
export function respondPage(
  context: Context,
  desk: VaultDesk,
  routes: readonly VaultRoute[],
  page: VaultPage,
): Response {
  const { status = 200, menu, ...parts } = page;
  const { path } = context.req;
  const entries = routes.flatMap((route) =>
    route.menu && route.method === 'get' ? [{ word: route.menu, href: route.path }] : [],
  );
  const current =
    entries.find(({ word }) => word === menu) ??
    entries.findLast(({ href }) => (href === '/' ? path === href : `${path}/`.startsWith(`${href}/`)));
  const job = desk.jobs.current();
  const banner =
    job && path !== jobPath(job)
      ? html`<p><strong>${job.title}</strong> goes on. <a href="${safeHref(jobPath(job))}">See how far it is</a></p>`
      : undefined;
  const document = shell({
    ...parts,
    product: 'Tandem vault',
    partnership: { name: desk.vault.district.name, href: '/' },
    navigation: entries.map(({ word, href }) => ({ label: word, href, current: word === current?.word })),
    scripts: ['vault.js'],
    sources: 'Everything here is read from the vault on this machine and stays on it.',
    ...(banner ? { banner } : {}),
  });
  return context.html(document.toString(), status);
}

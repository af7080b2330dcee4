import type { NavigationItem } from '../../page/siteMenu.ts';
import type { RoleId } from '../../vocabulary/partnership.ts';
import type { Route } from './route.ts';

/** The entries of a partnership's navigation in their order; `path` follows the partnership's own. */
const entries = [
  { id: 'glance', label: 'At a glance', path: '' },
  { id: 'benchmarks', label: 'Benchmarks', path: '/benchmarks' },
  { id: 'work', label: 'Work', path: '/work' },
  { id: 'practices', label: 'Practices', path: '/practices' },
  { id: 'resources', label: 'Resources', path: '/resources' },
  { id: 'reviews', label: 'Reviews', path: '/reviews' },
  { id: 'measures', label: 'Measures', path: '/measures' },
  { id: 'districts', label: 'Districts', path: '/districts' },
  { id: 'matching', label: 'Who can help', path: '/matching' },
  { id: 'claims', label: 'Claims', path: '/claims' },
  { id: 'agreement', label: 'Agreement', path: '/agreement' },
  { id: 'shared', label: 'Shared', path: '/shared' },
  { id: 'fact-sheet', label: 'Fact sheet', path: '/fact-sheet' },
  { id: 'people', label: 'People', path: '/people' },
  { id: 'history', label: 'History', path: '/history' },
] as const;

/** The entries whose pages exist and that this role may open; `current` is a section's id or, failing that, the path of the page. */
export function navigationFor(
  routes: readonly Route[],
  asker: { readonly home: string; readonly role: RoleId },
  page: { readonly section: string | undefined; readonly path: string },
): NavigationItem[] {
  const open = entries.filter((entry) =>
    routes.some(
      (route) =>
        route.method === 'get' &&
        route.path === `/partnerships/:partnership${entry.path}` &&
        (route.access === 'members' || (Array.isArray(route.access) && route.access.includes(asker.role))),
    ),
  );
  const current =
    open.find((entry) => entry.id === page.section) ??
    open.findLast(
      (entry) => entry.path !== '' && `${page.path}/`.startsWith(`${asker.home}${entry.path}/`),
    ) ??
    open.find((entry) => entry.path === '' && page.path === asker.home);
  return open.map((entry) => ({
    label: entry.label,
    href: asker.home + entry.path,
    current: entry === current,
  }));
}

import type { NavigationItem } from '../../page/siteMenu.ts';
import type { RoleId } from '../../vocabulary/partnership.ts';
import type { Route } from './route.ts';

type Entry = { readonly id: string; readonly label: string; readonly path: string };

/** The places of a partnership in their order, each an entry or several under one name; `path` follows the partnership's own. */
const places: readonly (Entry | { readonly label: string; readonly entries: readonly Entry[] })[] = [
  { id: 'glance', label: 'At a glance', path: '' },
  {
    label: 'Learn',
    entries: [
      { id: 'matching', label: 'Who can help', path: '/matching' },
      { id: 'practices', label: 'Practices', path: '/practices' },
    ],
  },
  { id: 'work', label: 'Work', path: '/work' },
  { id: 'benchmarks', label: 'Benchmarks', path: '/benchmarks' },
  { id: 'resources', label: 'Resources', path: '/resources' },
  { id: 'reviews', label: 'Reviews', path: '/reviews' },
  {
    label: 'Figures',
    entries: [
      { id: 'measures', label: 'Measures', path: '/measures' },
      { id: 'districts', label: 'Districts', path: '/districts' },
      { id: 'shared', label: 'Shared between us', path: '/shared' },
      { id: 'claims', label: 'Claims', path: '/claims' },
    ],
  },
  { id: 'agreement', label: 'Agreement', path: '/agreement' },
  { id: 'fact-sheet', label: 'Fact sheet', path: '/fact-sheet' },
  {
    label: 'People',
    entries: [
      { id: 'people', label: 'Who is who', path: '/people' },
      { id: 'history', label: 'History', path: '/history' },
    ],
  },
];
const entries: readonly Entry[] = places.flatMap((place) => ('entries' in place ? place.entries : [place]));

/** The places whose pages exist and that this role may open, a single one of several by its own name; `current` is a section's id or, failing that, the path of the page. */
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
  const itemOf = (entry: Entry): NavigationItem => ({
    label: entry.label,
    href: asker.home + entry.path,
    current: entry === current,
  });
  return places.flatMap((place) => {
    const items = ('entries' in place ? place.entries : [place])
      .filter((entry) => open.includes(entry))
      .map(itemOf);
    const [first, ...more] = items;
    if (!first || !('entries' in place)) return items;
    return more.length === 0 ? [first] : [{ label: place.label, href: first.href, items }];
  });
}

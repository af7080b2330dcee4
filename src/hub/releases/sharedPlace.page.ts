import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import type { Html } from '../../page/html.ts';

/** Where a page of this room lies. */
export function sharedTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    { label: 'Shared figures', href: `${home}/shared` },
    ...crumbs,
  ]);
}

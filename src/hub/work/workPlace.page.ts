import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import type { Html } from '../../page/html.ts';
import { subNavigation } from '../../page/subNavigation.ts';

const parts = [
  { id: 'engagements', label: 'Engagements', path: '' },
  { id: 'commitments', label: 'Commitments', path: '/commitments' },
  { id: 'contacts', label: 'Contacts', path: '/contacts' },
  { id: 'cycles', label: 'Cycles', path: '/cycles' },
  { id: 'hours', label: 'Hours', path: '/hours' },
  { id: 'partners', label: 'External partners', path: '/partners' },
  { id: 'feed', label: 'Who did what', path: '/feed' },
  { id: 'sheets', label: 'In Excel', path: '/sheets' },
] as const;
export type WorkPart = (typeof parts)[number]['id'];

/** The parts of the work; the one that is shown is marked. */
export function workParts(home: string, current: WorkPart): Html {
  return subNavigation(
    'Parts of the work',
    parts.map(({ id, label, path }) => ({ label, href: `${home}/work${path}`, current: id === current })),
  );
}

/** Where a page of the work lies. */
export function workTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    { label: 'Work', href: `${home}/work` },
    ...crumbs,
  ]);
}

/** The page of an engagement. */
export function engagementPath(home: string, engagementId: string): string {
  return `${home}/work/engagements/${engagementId}`;
}

/** The page of an external partner. */
export function partnerPath(home: string, externalPartnerId: string): string {
  return `${home}/work/partners/${externalPartnerId}`;
}

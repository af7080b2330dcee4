import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import { callout } from '../../page/callout.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { subNavigation } from '../../page/subNavigation.ts';
import type { MemberAsk } from '../web/route.ts';

const parts = [
  { id: 'glance', label: 'At a glance', path: '' },
  { id: 'ledger', label: 'Ledger', path: '/ledger' },
  { id: 'rules', label: 'Rules', path: '/rules' },
  { id: 'in-kind', label: 'Hours and gifts', path: '/in-kind' },
] as const;
export type ResourcePart = (typeof parts)[number]['id'];

/** The parts of the resources; the one that is shown is marked. */
export function resourceParts(home: string, current: ResourcePart): Html {
  return subNavigation(
    'Parts of the resources',
    parts.map(({ id, label, path }) => ({
      label,
      href: `${home}/resources${path}`,
      current: id === current,
    })),
  );
}

/** Where a page of the resources lies. */
export function resourcesTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    { label: 'Resources', href: `${home}/resources` },
    ...crumbs,
  ]);
}

export function sourcePath(home: string, sourceId: string): string {
  return `${home}/resources/sources/${sourceId}`;
}

export function flexibilityPath(home: string, flexibilityId: string): string {
  return `${home}/resources/flexibilities/${flexibilityId}`;
}

export function ledgerFilePath(home: string, importId: string): string {
  return `${home}/resources/ledger/${importId}`;
}

/** Money is written down by people of the district it belongs to. */
export function respondNotYours(ask: MemberAsk, back: string): Promise<Response> {
  return ask.respond({
    title: 'Not yours to do',
    section: 'resources',
    status: 403,
    body: html`${pageHeading({ title: 'This is the other district’s' })}${callout({
      kind: 'refusal',
      title: 'Money is written down by finance and coordinators of the district it belongs to.',
      body: html`${ask.member.districtId === null ? 'You belong to no district of the partnership. ' : ''}<a href="${back}">Go back</a>.`,
    })}`,
  });
}

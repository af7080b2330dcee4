import { type BadgeKind, badge } from '../../page/badge.ts';
import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import type { Html } from '../../page/html.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { MemberAsk } from '../web/route.ts';
import type { ShortNames } from './clauseWords.page.ts';
import type { AgreementState } from './standing.ts';

/** Where a page of this room lies. */
export function agreementTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    { label: 'Agreement', href: `${home}/agreement` },
    ...crumbs,
  ]);
}

export function agreementPath(home: string, id: string): string {
  return `${home}/agreement/${id}`;
}

export function shortNamesOf(parties: readonly Party[]): ShortNames {
  return new Map(parties.map(({ cds, shortName }) => [cds, shortName]));
}

/** The district the member belongs to; undefined for somebody of none. */
export function ownParty(ask: MemberAsk, parties: readonly Party[]): Party | undefined {
  return parties.find(({ districtId }) => districtId === ask.member.districtId);
}

const stateLooks: Readonly<Record<AgreementState, readonly [BadgeKind, string]>> = {
  draft: ['placeholder', 'Draft'],
  proposed: ['proposed', 'Proposed'],
  countered: ['proposed', 'Countered'],
  signed: ['agreed', 'Signed by all'],
  active: ['agreed', 'In force'],
  expiring: ['attention', 'In force, ending soon'],
  ended: ['neutral', 'Ended'],
  lapsed: ['neutral', 'Never signed'],
};

/** How an agreement stands, as a sign and words. */
export function stateBadge(state: AgreementState): Html {
  const [kind, words] = stateLooks[state];
  return badge(kind, words);
}

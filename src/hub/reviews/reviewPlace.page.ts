import { type BadgeKind, badge } from '../../page/badge.ts';
import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import type { Html } from '../../page/html.ts';
import { subNavigation } from '../../page/subNavigation.ts';
import type { DecisionStanding } from './decisionStanding.ts';
import type { ReviewState } from './reviewStanding.ts';

/** Where a page of this room lies. */
export function reviewTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    { label: 'Reviews', href: `${home}/reviews` },
    ...crumbs,
  ]);
}

/** The parts of the reviews; the one that is shown is marked. */
export function reviewParts(home: string, current: 'reviews' | 'alignment'): Html {
  return subNavigation('Parts of the reviews', [
    { label: 'Reviews and packs', href: `${home}/reviews`, current: current === 'reviews' },
    { label: 'Alignment and holes', href: `${home}/reviews/alignment`, current: current === 'alignment' },
  ]);
}

export function reviewPath(home: string, reviewId: string): string {
  return `${home}/reviews/${reviewId}`;
}

export function packPath(home: string, hash: string): string {
  return `${home}/reviews/packs/${hash}`;
}

const looks: Readonly<Record<ReviewState, readonly [BadgeKind, string]>> = {
  planned: ['neutral', 'Planned'],
  'in preparation': ['info', 'In preparation'],
  late: ['bad', 'Late'],
  'waits for signatures': ['attention', 'Waits for signatures'],
  'signing lapsed': ['bad', 'Not signed in time'],
  unlocked: ['attention', 'Unlocked'],
  signed: ['agreed', 'Signed by all'],
  'called off': ['neutral', 'Called off'],
};

/** How a review stands, as a sign and words. */
export function reviewBadge(state: ReviewState): Html {
  const [kind, words] = looks[state];
  return badge(kind, words);
}

const decided: Readonly<Record<DecisionStanding, readonly [BadgeKind, string]>> = {
  agreed: ['agreed', 'Agreed by all'],
  waits: ['attention', 'Waits for an answer'],
  'not agreed': ['neutral', 'Not agreed'],
};

export function decisionBadge(standing: DecisionStanding): Html {
  const [kind, words] = decided[standing];
  return badge(kind, words);
}

import type { FocusAreaId, ModeId, StrategyId } from '../../vocabulary/partnership.ts';
import type { PartnerKindId } from './partnerKinds.ts';

/** Where an engagement has been brought by its acts; how it stands today is `standingOf`. */
export const engagementStates = [
  'asked',
  'offered',
  'proposed',
  'agreed',
  'testing',
  'suspended',
  'closed',
] as const;
export type EngagementState = (typeof engagementStates)[number];

export const engagementSteps = [
  'asked',
  'offered',
  'proposed',
  'agreed',
  'changed',
  'tested',
  'not yet',
  'suspended',
  'resumed',
  'closed',
] as const;
export type EngagementStep = (typeof engagementSteps)[number];

/** What a district does: in assistance one helps and one is helped; joint work and external groups have no such sides. */
export const engagementParts = ['helps', 'is helped', 'develops', 'asks'] as const;
export type EngagementPart = (typeof engagementParts)[number];

/** Who carries something on: a member, or somebody by name and mail address (`personId` null). */
export type Holder = { readonly personId: string | null; readonly name: string; readonly email: string };

/** One district in an engagement; no owner yet where it has still to name one. */
export type EngagementParty = {
  readonly districtId: string;
  readonly part: EngagementPart;
  /** What it gives, in its own words. */
  readonly brings: string | null;
  readonly owner: Holder | null;
  readonly deputy: Holder | null;
};

export type EngagementPartner = {
  readonly id: string;
  readonly name: string;
  readonly kind: PartnerKindId;
  readonly brings: string | null;
  /** What it may ask to be exclusive. */
  readonly exclusivity: string | null;
};

/** How far what the engagement makes has come; zeros for what its mode has not. Money in cents. */
export type EngagementProgress = {
  /** Newest version of the product, the districts that signed it off and use it, and how many pilots it has. */
  readonly productVersion: number;
  readonly signedBy: readonly string[];
  readonly pilots: number;
  readonly usedBy: readonly string[];
  /** Newest wording of the joint ask, and the districts that agreed to it. */
  readonly askVersion: number;
  readonly askAgreedBy: readonly string[];
  readonly askSentOn: string | null;
  readonly answers: number;
  readonly secured: number;
  readonly securedCents: number;
  /** Number of the newest capacity-transfer test. */
  readonly test: number;
};

/** A piece of work of two districts, as it stands. Days are calendar dates; `actingId` is the district that acted last. */
export type Engagement = {
  readonly id: string;
  readonly mode: ModeId;
  readonly askId: string | null;
  readonly version: number;
  readonly madeAt: Date;
  readonly step: EngagementStep;
  readonly state: EngagementState;
  readonly actingId: string;
  readonly title: string;
  readonly purpose: string;
  readonly product: string | null;
  readonly focusArea: FocusAreaId;
  readonly strategy: StrategyId;
  readonly needId: string | null;
  readonly benchmarkId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Why it is suspended or closed: one of a closed list. */
  readonly reason: string | null;
  readonly words: string | null;
  readonly changedAt: Date;
  readonly changedBy: string;
  readonly parties: readonly EngagementParty[];
  readonly partners: readonly EngagementPartner[];
  readonly progress: EngagementProgress;
};

/** What one district does in an engagement; undefined for a district, or somebody of none, that is not in it. */
export function partyIn(engagement: Engagement, districtId: string | null): EngagementParty | undefined {
  return engagement.parties.find((party) => party.districtId === districtId);
}

/** The other districts of an engagement. */
export function othersIn(
  engagement: Pick<Engagement, 'parties'>,
  districtId: string | null,
): EngagementParty[] {
  return engagement.parties.filter((party) => party.districtId !== districtId);
}

/** The district that plays a part in an engagement; undefined where its mode has none. */
export function playing(engagement: Engagement, part: EngagementPart): EngagementParty | undefined {
  return engagement.parties.find((party) => party.part === part);
}

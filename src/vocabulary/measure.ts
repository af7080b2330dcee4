import type { FocusAreaId } from './partnership.ts';

export const units = [
  'percent',
  'points',
  'per thousand',
  'index',
  'rating',
  'hours',
  'letter',
  'flag',
] as const;
export type Unit = (typeof units)[number];

/** `up`: a higher value is better; `down`: a lower one; `context`: neither. */
export type Direction = 'up' | 'down' | 'context';

/** V verified on real data; S seen in a source; M from memory; D Tandem's own, no official definition. */
export type EvidenceTag = 'V' | 'S' | 'M' | 'D';

/**
 * What a figure means. The text fields are the official wording in short; `hash` (see `hashDefinition`) is taken
 * over every other field, so that two figures compare only when their definitions are the same to the letter.
 */
export type MeasureDefinition = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** A few words for a heading, a chart or a table. */
  readonly shortName: string;
  readonly domain:
    | 'math'
    | 'literacy'
    | 'science'
    | 'english_learners'
    | 'readiness'
    | 'careers'
    | 'engagement'
    | 'climate'
    | 'leadership'
    | 'accountability'
    | 'context';
  readonly focusArea: FocusAreaId | null;
  readonly numerator: string;
  readonly denominator: string;
  readonly exclusions: string | null;
  readonly grades: string | null;
  readonly unit: Unit;
  readonly unitNote: string;
  /** Decimals the publisher shows. */
  readonly decimals: number;
  readonly direction: Direction;
  readonly directionNote: string | null;
  readonly aggregation: string | null;
  readonly minimumN: string | null;
  readonly source: string;
  readonly evidence: readonly EvidenceTag[];
  readonly evidenceNote: string;
  readonly verifyWith: string | null;
  readonly inputs: string | null;
  /** Why a year's value must not be taken from another year's; absent where years compare. */
  readonly notOverYears?: string;
  /** The last school year it was published for, when the publisher has ended it. */
  readonly endedAfter: number | null;
};

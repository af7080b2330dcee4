import { createHash } from 'node:crypto';
import { canonicalJson } from '../../vocabulary/canonicalJson.ts';

/** A line of a policy: what it asks for, and where that stands. */
type Line<Rule> = { readonly rule: Rule; readonly source: string };

/** For `from` to `to` students (null: any more), the ranges in whole percent that stand for the rates in them. */
export type LadderStep = {
  readonly from: number;
  readonly to: number | null;
  readonly ranges: readonly (readonly [from: number, to: number])[];
};

/** What may be told of a count, as data. Its hash, over the canonical JSON, stands in every certificate. */
export type Policy = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Fewer students than this are sensitive; none at all are not. */
  readonly smallestGroup: Line<number>;
  /** A numerator, or what is left of n beside it, below this is coded; 0 for no such rule. All or none falls under it. */
  readonly smallestPart: Line<number>;
  /** A rate coded for its small part shows a range of at least so many percent. */
  readonly leastRange: Line<number>;
  /** Rates that are coded by the number of students, whatever their parts. */
  readonly ladder: Line<readonly LadderStep[]>;
  /** An attacker's interval reaches down by the greater of `least` and this share of the count, never past what is possible. */
  readonly downward: Line<{ readonly least: number; readonly share: number }>;
  /** Whether those a shown group leaves of a larger shown one are a group too: all less the disadvantaged. */
  readonly remainders: Line<boolean>;
  /** How wide the interval of every sensitive count stays for whoever is a group of one and knows it; null: not asked. */
  readonly singleton: Line<number | null>;
  /** Fewer adults than this are sensitive: among partners, and in public. */
  readonly smallestRaters: Line<{ readonly partners: number; readonly public: number }>;
};

/** SHA-256 of the canonical JSON of a policy, in hexadecimal. */
export function hashPolicy(policy: Policy): string {
  return createHash('sha256').update(canonicalJson(policy), 'utf8').digest('hex');
}

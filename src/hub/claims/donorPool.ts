import type { DonorRule } from './claimTerms.ts';
import type { OutcomeOf } from './outcomeFigures.ts';

/** A district that may be compared with. */
export type Candidate = {
  readonly districtId: string;
  readonly cds: string;
  readonly name: string;
  readonly outcome: OutcomeOf;
};

/** A district that the rule takes but that lacks the outcome in some years. */
export type ExcludedDistrict = { readonly cds: string; readonly name: string; readonly missing: number[] };

export type DonorPool = {
  /** In the order of their codes. */
  readonly donors: readonly Candidate[];
  /** In the order of their names. */
  readonly excluded: ExcludedDistrict[];
  /** Districts with any figure of the outcome that the rule leaves out. */
  readonly outsideRule: number;
  /** Years before the start in which nobody's number of students is published, so that the rule looks at the others. */
  readonly yearsWithoutStudents: number[];
};

type PoolYears = { readonly before: readonly number[]; readonly all: readonly number[] };

/** Whether a district teaches all grades: by its name, which is how the state's files tell (`Fresno Unified`). */
export function isUnified(name: string): boolean {
  return /\bunified\b/i.test(name);
}

/**
 * Chooses the districts to compare with by the registered rule alone; outcomes are looked at for nothing but whether
 * they are there. `similar` holds the ids of the districts inside the caliper of any treated one.
 */
export function chooseDonors(
  candidates: readonly Candidate[],
  rule: DonorRule,
  years: PoolYears,
  similar: ReadonlySet<string>,
): DonorPool {
  const counted = years.before.filter((year) =>
    candidates.some(({ outcome }) => (outcome(year)?.n ?? null) !== null),
  );
  const hasAny = ({ outcome }: Candidate) => years.all.some((year) => outcome(year));
  const isTaken = ({ districtId, name, outcome }: Candidate): boolean => {
    if (rule.unifiedOnly && !isUnified(name)) return false;
    if (rule.kind === 'similar') return similar.has(districtId);
    const there = counted.flatMap((year) => outcome(year) ?? []);
    return there.length > 0 && there.every(({ n }) => (n ?? 0) >= rule.least);
  };
  const taken = candidates.filter(isTaken);
  const missingOf = ({ outcome }: Candidate) => years.all.filter((year) => !outcome(year));
  return {
    donors: taken.filter((one) => missingOf(one).length === 0).sort((a, b) => (a.cds < b.cds ? -1 : 1)),
    excluded: taken
      .flatMap((one) => {
        const missing = missingOf(one);
        return missing.length > 0 ? [{ cds: one.cds, name: one.name, missing }] : [];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    outsideRule: candidates.filter((one) => hasAny(one) && !isTaken(one)).length,
    yearsWithoutStudents:
      rule.kind === 'students' ? years.before.filter((year) => !counted.includes(year)) : [],
  };
}

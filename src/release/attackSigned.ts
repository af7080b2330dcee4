import { type AttackedRelease, attackRelease } from '../disclosure/counts/attackRelease.ts';
import { policyByHash } from '../disclosure/policies/policyPacks.ts';
import type { Solver } from '../disclosure/solver.ts';
import type { Release } from '../vocabulary/release.ts';

/** `earlier` are those of the same vault before it, in order, as far as they are at hand; `seconds` on the clock's scale. */
export type AttackQuestion = {
  readonly release: Release;
  readonly earlier: readonly Release[];
  readonly seconds: number;
  readonly clock: () => number;
  /** Whether every interval is worked out to its ends; usually only those that decide something are. */
  readonly exact?: boolean;
  readonly tell?: (done: number, of: number) => void;
};

/**
 * Attacks a release under the policy that its certificate names, from what it and earlier ones print. Undefined when this
 * Tandem does not know the policy, and so not what must be protected.
 */
export function attackSigned(
  solver: Solver,
  { release, earlier, ...rest }: AttackQuestion,
): AttackedRelease | undefined {
  const { hash, threshold } = release.certificate.policy;
  const policy = policyByHash(hash);
  return (
    policy &&
    attackRelease(solver, {
      district: release.district.cds,
      policy,
      smallestGroup: threshold,
      tables: release.tables,
      earlier: earlier.map(({ tables }) => tables),
      exact: false,
      ...rest,
    })
  );
}

import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { ClaimPanel } from './claimPanel.ts';
import type { ClaimResult } from './claimResult.ts';
import type { KeptClaim, KeptEstimate } from './claims.store.ts';
import type { ClaimTerms } from './claimTerms.ts';
import { treatedNames, unitOfChange } from './claimWords.ts';
import { termsOf } from './registration.ts';

/** What every part of an estimate's page reads, with the words it says. */
export type EstimateView = {
  readonly claim: KeptClaim;
  readonly terms: ClaimTerms;
  readonly estimate: KeptEstimate;
  readonly panel: ClaimPanel;
  readonly result: ClaimResult;
  /** `Fresno and Long Beach`. */
  readonly treated: string;
  /** `points a year`, of a level or a change. */
  readonly unit: string;
  /** The first school year that can show a change, such as `2008-09`. */
  readonly since: string;
  /** A number with the estimate's decimals. */
  readonly number: (value: number) => string;
  /** The same rounded away from zero, for what must not be told smaller than it is. */
  readonly bound: (size: number) => string;
  /** The name of a district in the panel. */
  readonly nameOf: (cds: string) => string;
  /** Some of the districts compared with are the sample's. */
  readonly synthetic: boolean;
};

export function estimateView(claim: KeptClaim, estimate: KeptEstimate): EstimateView {
  const terms = termsOf(claim.registration);
  const { panel, result } = estimate;
  const scale = 10 ** result.decimals;
  const names = new Map(panel.districts.map(({ cds, label }) => [cds, label]));
  return {
    claim,
    terms,
    estimate,
    panel,
    result,
    treated: treatedNames(claim.registration.treated.map(({ name }) => name)),
    unit: unitOfChange(terms.outcome),
    since: schoolYearName(panel.firstTreatedYear),
    number: (value) => formatNumber(value, result.decimals),
    bound: (size) => formatNumber(Math.ceil(size * scale - 1e-9) / scale, result.decimals),
    nameOf: (cds) => names.get(cds) ?? cds,
    synthetic: panel.districts.some((one) => !one.treated && one.synthetic),
  };
}

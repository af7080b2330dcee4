import { formatNumber } from '../vocabulary/formatNumber.ts';
import type { EstimateReport } from './estimateReport.ts';

/** A residual of the optimum's conditions, relative to the gradient, above which weights are not called exact. */
const looseCertificate = 1e-8;

/** What a reader of an estimate must keep in mind, one sentence each; what the verdict's sentence says already is left out. */
export function estimateCautions(report: EstimateReport): readonly string[] {
  const cautions: string[] = [];
  const before = Object.keys(report.treatedPath).indexOf(String(report.firstTreated));
  if (report.verdict.threshold?.setBy !== 'registration')
    cautions.push(
      'No change that matters was named (--matters), so donors’ ordinary changes stand in for it. Name it before the data are seen.',
    );
  if (before < 5)
    cautions.push(
      `Only ${before} times lie before the start: that the comparison moved alike is hardly tested.`,
    );
  if (report.monteCarloError !== null && report.se !== null)
    cautions.push(
      `The standard error is drawn: another seed would move it by some ${formatNumber(Number(report.monteCarloError.toPrecision(1)))}.`,
    );
  if (report.seMethod === 'jackknife' && report.method === 'sc')
    cautions.push('The jackknife is not recommended for synthetic control: prefer --se placebo.');
  if (report.seMethod?.startsWith('placebo') && report.treatedUnits.length > 1)
    cautions.push(
      'Placebos take the treated units to vary as donors do; where they vary more, the interval is too narrow.',
    );
  if (report.solver === 'frank-wolfe' && report.method !== 'did')
    cautions.push(
      'The weights are those at which the R package synthdid stops, not the optimum: use --solver exact to report.',
    );
  const residuals = Object.values(report.certificate).map((one) =>
    one ? Math.max(one.stationarity, one.dual, one.primal) : 0,
  );
  if (residuals.some((residual) => residual > looseCertificate))
    cautions.push('The solver did not reach the optimum to 8 digits: see certificate in --json.');
  cautions.push(
    'Whatever else began for the treated at the same time is in the estimate too; the figures alone cannot tell it apart.',
  );
  return cautions;
}

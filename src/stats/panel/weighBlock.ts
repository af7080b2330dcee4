import type { PanelMethod, WeightCertificate, WeightSolver } from './effect.ts';
import { frankWolfeWeights } from './frankWolfeWeights.ts';
import type { Panel } from './panel.ts';
import type { SimplexProblem } from './simplexProblem.ts';
import { simplexWeights } from './simplexWeights.ts';
import type { WeightPenalties } from './weightPenalties.ts';

/** Which rows of a panel play which part; a row may stand twice, as in a bootstrap. */
export type Roles = { readonly donors: readonly number[]; readonly treated: readonly number[] };

export type Design = {
  readonly method: PanelMethod;
  readonly solver: WeightSolver;
  readonly penalties: WeightPenalties;
};

export type BlockWeights = {
  readonly donorWeights: Float64Array;
  readonly timeWeights: Float64Array;
  readonly unitCertificate: WeightCertificate | null;
  readonly timeCertificate: WeightCertificate | null;
};

/**
 * Where the exact solver may begin: weights of a similar problem, in the donors' order. They change the time
 * taken, not the answer. The other solver, whose answer they would change, begins with even weights.
 */
export type BlockStart = Pick<BlockWeights, 'donorWeights' | 'timeWeights'>;

/**
 * Weights of donors and of times before treatment. `sdid` solves for both with intercepts (algorithm 1 of
 * Arkhangelsky et al. 2021), the treated units and the treated times each taken as their average; `sc` for
 * donors only, without one (A. Abadie, A. Diamond & J. Hainmueller 2010, on all times before treatment);
 * `did` weighs all alike.
 */
export function weighBlock(panel: Panel, roles: Roles, design: Design, start?: BlockStart): BlockWeights {
  const { donors } = roles;
  const { firstTreated } = panel;
  if (design.method === 'did')
    return {
      donorWeights: new Float64Array(donors.length).fill(1 / donors.length),
      timeWeights: new Float64Array(firstTreated).fill(1 / firstTreated),
      unitCertificate: null,
      timeCertificate: null,
    };
  const noise = design.penalties.noise;
  const solve = (problem: SimplexProblem, from: Float64Array | undefined) => {
    if (design.solver === 'exact') return simplexWeights(problem, from && supportOf(from));
    return { weights: frankWolfeWeights(problem, 1e-5 * noise), certificate: null };
  };
  const units = solve(unitProblem(panel, roles, design), start?.donorWeights);
  if (design.method === 'sc')
    return {
      donorWeights: units.weights,
      timeWeights: new Float64Array(firstTreated),
      unitCertificate: units.certificate,
      timeCertificate: null,
    };
  const moments = solve(timeProblem(panel, donors, design), start?.timeWeights);
  return {
    donorWeights: units.weights,
    timeWeights: moments.weights,
    unitCertificate: units.certificate,
    timeCertificate: moments.certificate,
  };
}

/** Rows are the times before treatment, columns the donors, the target is the average treated unit. */
function unitProblem(panel: Panel, { donors, treated }: Roles, design: Design): SimplexProblem {
  const { times, firstTreated, outcomes } = panel;
  const matrix = new Float64Array(firstTreated * donors.length);
  for (const [j, row] of donors.entries())
    for (let t = 0; t < firstTreated; t++) matrix[j * firstTreated + t] = outcomes[row * times + t] as number;
  const target = new Float64Array(firstTreated);
  for (const row of treated)
    for (let t = 0; t < firstTreated; t++) (target[t] as number) += outcomes[row * times + t] as number;
  for (let t = 0; t < firstTreated; t++) (target[t] as number) /= treated.length;
  return {
    rows: firstTreated,
    columns: donors.length,
    matrix,
    target,
    ridge: firstTreated * design.penalties.unit ** 2,
    intercept: design.method === 'sdid',
  };
}

/** Rows are the donors, columns the times before treatment, the target is each donor's average afterwards. */
function timeProblem(panel: Panel, donors: readonly number[], design: Design): SimplexProblem {
  const { times, firstTreated, outcomes } = panel;
  const rows = donors.length;
  const matrix = new Float64Array(firstTreated * rows);
  const target = new Float64Array(rows);
  for (const [i, row] of donors.entries()) {
    const at = row * times;
    for (let t = 0; t < firstTreated; t++) matrix[t * rows + i] = outcomes[at + t] as number;
    let sum = 0;
    for (let t = firstTreated; t < times; t++) sum += outcomes[at + t] as number;
    target[i] = sum / (times - firstTreated);
  }
  return {
    rows,
    columns: firstTreated,
    matrix,
    target,
    ridge: rows * design.penalties.time ** 2,
    intercept: true,
  };
}

function supportOf(weights: Float64Array): number[] {
  const support: number[] = [];
  for (let j = 0; j < weights.length; j++) if ((weights[j] as number) > 0) support.push(j);
  return support;
}

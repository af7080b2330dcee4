import { readFileSync } from 'node:fs';
import { ledoitWolf } from '../src/stats/ledoitWolf.ts';
import { empiricalBayes } from '../src/stats/shrinkage/empiricalBayes.ts';
import { fayHerriot } from '../src/stats/shrinkage/fayHerriot.ts';
import { summariseGroup } from '../src/stats/shrinkage/groupSummary.ts';
import { randomEffectsMean } from '../src/stats/shrinkage/randomEffectsMean.ts';
import { readAnswers } from '../test/prop99.ts';
import { type Digits, type DigitTable, largestApart } from './digitTable.ts';

// metafor's dat.bcg: log relative risk of thirteen trials, its variance, absolute latitude.
const trials = [
  [-0.889311333920205449, 0.3255847650039613295, 44],
  [-1.585388657201430629, 0.194581121398143847, 55],
  [-1.348073148299693269, 0.415367965367965386, 42],
  [-1.441551190021305384, 0.0200100319022475728, 52],
  [-0.21754732221129558, 0.0512101721696308632, 13],
  [-0.786115585818863982, 0.0069056184559087574, 44],
  [-1.620898223598391752, 0.2230172475723151693, 19],
  [0.011952333523840508, 0.0039615792978177295, 13],
  [-0.469417648738149396, 0.0564342104632489655, 27],
  [-1.371344803472784424, 0.0730247936130289099, 42],
  [-0.339358828338390595, 0.0124122139715597199, 18],
  [0.445913400571378737, 0.5325058452001527609, 33],
  [-0.017313948216879815, 0.0714046596839862935, 33],
] as const;
const predictions = [
  -1.00247207489400347, -1.41570542366038477, -1.02938219425115296, -1.4042279042137229, -0.18113718195206571,
  -0.80626270924994792, -0.63796349532548025, 0.00510516284735104, -0.49698432585941676, -1.17553003495521269,
  -0.32999011638439829, -0.56408089944809348, -0.3515324526272688,
];

function areaTable(): DigitTable {
  const values = trials.map(([risk]) => risk);
  const variances = trials.map(([, variance]) => variance);
  const fit = fayHerriot(
    values,
    variances,
    trials.map(([, , latitude]) => [1, latitude]),
  );
  if (!fit.ok) throw new Error(fit.reason);
  const { model, areas, logLikelihood } = fit;
  const [intercept = NaN, slope = NaN] = model.coefficients;
  return {
    title: 'Fay-Herriot, REML: thirteen BCG trials by latitude',
    from: 'R package metafor 3.8-1, rma(yi, vi, mods = ~ablat, control = list(threshold = 1e-14)), blup()',
    command: 'npm test -- --only fayHerriot',
    rows: [
      { what: 'intercept', outside: 0.2514682100073704, tandem: intercept },
      { what: 'slope of latitude', outside: -0.0291017250116497, tandem: slope },
      { what: 'variance between', outside: 0.0763479639552027, tandem: model.modelVariance },
      { what: 'log-likelihood', outside: -8.08732005827573, tandem: logLikelihood },
      largestApart(
        'predictions',
        areas.map(({ estimate }, i) => [predictions[i] as number, estimate] as const),
      ),
    ],
  };
}

type Schools = {
  readonly hsb: {
    readonly mu: number;
    readonly se_mu: number;
    readonly tau2: number;
    readonly sigma2: number;
    readonly reml: number;
    readonly school: readonly string[];
    readonly u: readonly number[];
    readonly cond_sd: readonly number[];
  };
  readonly hsb_ml: {
    readonly mu: number;
    readonly tau2: number;
    readonly sigma2: number;
    readonly deviance: number;
  };
  readonly eight: {
    readonly y: readonly number[];
    readonly se: readonly number[];
    readonly mu_common: number;
    readonly se_common: number;
    readonly Q: number;
  };
};

function readScores(): Map<string, number[]> {
  const schools = new Map<string, number[]>();
  const lines = readFileSync('../shared/reference/numerics/hsb.csv', 'utf8').trim().split('\n').slice(1);
  for (const line of lines) {
    const [school = '', score] = line.replaceAll('"', '').split(',');
    const scores = schools.get(school) ?? [];
    schools.set(school, scores);
    scores.push(Number(score));
  }
  return schools;
}

function schoolTable({ hsb, hsb_ml }: Schools): DigitTable {
  const scores = readScores();
  const groups = hsb.school.map((school) => summariseGroup(scores.get(school) ?? []));
  const reml = empiricalBayes(groups);
  const ml = empiricalBayes(groups, { method: 'ml' });
  if (!reml.ok || !ml.ok) throw new Error('the schools were refused');
  const figures = (
    name: string,
    found: typeof reml,
    theirs: readonly [mean: number, between: number, within: number, criterion: number],
  ): Digits[] => [
    { what: `${name}: mean`, outside: theirs[0], tandem: found.model.coefficients[0] ?? NaN },
    { what: `${name}: variance between`, outside: theirs[1], tandem: found.model.modelVariance },
    { what: `${name}: variance within`, outside: theirs[2], tandem: found.withinVariance },
    { what: `${name}: criterion`, outside: theirs[3], tandem: found.criterion },
  ];
  return {
    title: 'High School and Beyond: 160 schools, 7,185 pupils',
    from: 'R package lme4, which ends its search a few 10⁻⁸ before the minimum; at 50 digits the variance between is 8.61402475069645 (REML)',
    command: 'npm test -- --only empiricalBayes',
    rows: [
      ...figures('REML', reml, [hsb.mu, hsb.tau2, hsb.sigma2, hsb.reml]),
      {
        what: 'REML: error of the mean',
        outside: hsb.se_mu,
        tandem: Math.sqrt(reml.model.covariance[0]?.[0] ?? NaN),
      },
      {
        what: 'REML: variance between, 50 digits',
        outside: 8.61402475069645,
        tandem: reml.model.modelVariance,
      },
      largestApart(
        'REML: school effects',
        reml.groups.map(({ effect }, i) => [hsb.u[i] as number, effect] as const),
      ),
      largestApart(
        'REML: deviations of school effects',
        reml.groups.map((group, i) => [hsb.cond_sd[i] as number, group.conditionalDeviation] as const),
      ),
      ...figures('ML', ml, [hsb_ml.mu, hsb_ml.tau2, hsb_ml.sigma2, hsb_ml.deviance]),
    ],
  };
}

function eightTable({ eight }: Schools): DigitTable {
  const variances = eight.se.map((error) => error ** 2);
  const rows = (['dl', 'ml', 'reml'] as const).flatMap((method): Digits[] => {
    const found = randomEffectsMean(eight.y, variances, { method });
    if (!found.ok) throw new Error(found.reason);
    const between = { what: `${method}: variance between`, outside: 0, tandem: found.betweenVariance };
    if (method !== 'dl') return [between];
    return [
      { what: 'mean', outside: eight.mu_common, tandem: found.mean },
      { what: 'error of the mean', outside: eight.se_common, tandem: found.standardError },
      { what: 'Q', outside: eight.Q, tandem: found.chiSquare },
      between,
    ];
  });
  return {
    title: 'Eight schools (Rubin 1981)',
    from: 'R package metafor 3.8-1; variances between lie on the boundary 0',
    command: 'npm test -- --only randomEffectsMean',
    rows,
  };
}

/** Park & Miller's generator: x <- 16807 x mod (2^31 - 1), as the outside figures were made. */
function parkMillerTable(rows: number, columns: number): number[][] {
  let x = 1;
  const draw = () => {
    x = (16807 * x) % 2147483647;
    return (x % 1000) / 100;
  };
  return Array.from({ length: rows }, () => Array.from({ length: columns }, draw));
}

function covarianceTable(): DigitTable {
  const answers = [
    [5, 3, 0.7836157879310174],
    [3, 5, 0.48139789884745915],
    [200, 15, 0.958361836322418],
  ] as const;
  return {
    title: 'Ledoit-Wolf shrinkage',
    from: 'scikit-learn 1.9.1 (no R package was at hand), sklearn.covariance.ledoit_wolf on drawn tables',
    command: 'npm test -- --only ledoitWolf',
    rows: answers.map(([rows, columns, outside]) => ({
      what: `${rows} rows of ${columns} variables: shrinkage`,
      outside,
      tandem: ledoitWolf(parkMillerTable(rows, columns)).shrinkage,
    })),
  };
}

/** What small numbers are drawn towards, and by how much. */
export function shrinkageDigits(): readonly DigitTable[] {
  const answers = readAnswers<Schools>('empirical_bayes.json');
  return [areaTable(), schoolTable(answers), eightTable(answers), covarianceTable()];
}

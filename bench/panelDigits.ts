import { readPanel } from '../src/commands/readPanel.ts';
import { blockPanel } from '../src/commands/estimateReport.ts';
import type { PanelMethod, WeightSolver } from '../src/stats/panel/effect.ts';
import { estimateEffect } from '../src/stats/panel/estimateEffect.ts';
import { jackknifeError } from '../src/stats/panel/jackknifeError.ts';
import type { Panel } from '../src/stats/panel/panel.ts';
import { placeboEffects } from '../src/stats/panel/placeboEffects.ts';
import { syntheticControlGivenV } from '../src/stats/panel/syntheticControlGivenV.ts';
import { basqueAnswers, basqueText, wageAnswers, wagesText } from '../test/blockPanels.ts';
import { readAnswers, readProp99 } from '../test/prop99.ts';
import { type Digits, type DigitTable, largestApart } from './digitTable.ts';

function fit(panel: Panel, method: PanelMethod, solver: WeightSolver) {
  const effect = estimateEffect(panel, { method, solver });
  if (!effect.ok) throw new Error(effect.reason);
  return effect;
}

function placebosOf(panel: Panel, method: PanelMethod, solver: WeightSolver) {
  const placebos = placeboEffects(panel, fit(panel, method, solver));
  if (!placebos.ok) throw new Error(placebos.reason);
  return placebos;
}

type Exact = Record<
  'sdid' | 'sc',
  {
    readonly estimate: string;
    readonly omega: Record<string, string>;
    readonly lambda: Record<string, string>;
  }
>;
type Placebos = Record<PanelMethod, { readonly values: Record<string, string>; readonly sd_pop: string }>;

const commandOn99 =
  './tandem estimate ../shared/data/evaluation/synthdid_california_prop99.csv --unit State --time Year --outcome PacksPerCapita --treated treated --json --method sdid';

function exactTable(): DigitTable {
  const { panel, states, years } = readProp99();
  const weights = readAnswers<Exact>('prop99_exact.json');
  const placebos = readAnswers<Placebos>('prop99_placebo_exact.json');
  const rows = (['sdid', 'sc', 'did'] as const).flatMap((method): Digits[] => {
    const effect = fit(panel, method, 'exact');
    const made = placebosOf(panel, method, 'exact');
    const { values, sd_pop } = placebos[method];
    const solved = method === 'did' ? undefined : weights[method];
    const pairs = solved && [
      ...effect.donors.map(
        (row, k) =>
          [Number(solved.omega[states[row] as string] ?? 0), effect.donorWeights[k] as number] as const,
      ),
      ...[...effect.timeWeights].map(
        (weight, t) => [Number(solved.lambda[String(years[t])] ?? 0), weight] as const,
      ),
    ];
    return [
      {
        what: `${method}: estimate`,
        outside: solved ? Number(solved.estimate) : -27.3491110836149,
        tandem: effect.estimate,
      },
      ...(pairs ? [largestApart(`${method}: weights of donors and times`, pairs)] : []),
      {
        what: `${method}: standard error, all 38 placebos`,
        outside: Number(sd_pop),
        tandem: made.standardError,
      },
      largestApart(
        `${method}: single placebos`,
        made.placebos.map(({ rows: [row = 0], effect: value }) => [
          Number(values[states[row] as string]),
          value,
        ]),
      ),
    ];
  });
  return {
    title: 'Proposition 99, weights at the optimum',
    from: 'the same problems by an active set in 60-digit arithmetic (mpmath), see numerics.md B1; did in closed form, as synthdid 0.0.9',
    command: commandOn99,
    rows,
  };
}

function packageTable(): DigitTable {
  const { panel } = readProp99();
  const answers = [
    ['sdid', -15.6038278727338, 9.37091724145689],
    ['sc', -19.619663470944, 10.6195459009264],
  ] as const;
  return {
    title: 'Proposition 99, as the package stops',
    from: 'R package synthdid 0.0.9; the errors are of all 38 placebos, each by the package',
    command: `${commandOn99} --solver frank-wolfe`,
    rows: answers.flatMap(([method, estimate, error]) => [
      { what: `${method}: estimate`, outside: estimate, tandem: fit(panel, method, 'frank-wolfe').estimate },
      {
        what: `${method}: standard error, all 38 placebos`,
        outside: error,
        tandem: placebosOf(panel, method, 'frank-wolfe').standardError,
      },
    ]),
  };
}

function panelOf(text: string, unit: string, outcome: string): Panel {
  const columns = { unit, time: 'year', outcome, treated: 'treated' };
  const found = readPanel(new TextEncoder().encode(text), { name: 'bench', columns }, { startsOnce: true });
  if (!found.ok) throw new Error(found.findings.map(({ message }) => message).join('; '));
  return blockPanel(found.panel);
}

function otherTable(): DigitTable {
  const basque = panelOf(basqueText(), 'region', 'gdpcap');
  const wages = panelOf(wagesText(2006), 'county', 'lemp');
  const rows: Digits[] = [];
  for (const { method, solver, estimate, standardError } of basqueAnswers) {
    const name = `Basque Country, ${method}, ${solver}`;
    rows.push(
      { what: `${name}: estimate`, outside: estimate, tandem: fit(basque, method, solver).estimate },
      {
        what: `${name}: error, all 16 placebos`,
        outside: standardError,
        tandem: placebosOf(basque, method, solver).standardError,
      },
    );
  }
  for (const { method, solver, estimate, standardError } of wageAnswers) {
    const effect = fit(wages, method, solver);
    const left = jackknifeError(wages, effect);
    const name = `40 counties of 2006, ${method}, ${solver}`;
    rows.push(
      { what: `${name}: estimate`, outside: estimate, tandem: effect.estimate },
      {
        what: `${name}: jackknife error`,
        outside: standardError,
        tandem: left.ok ? left.standardError : NaN,
      },
    );
  }
  return {
    title: 'Two more panels',
    from: "frank-wolfe: the R package synthdid's source run in R 4.2.2; exact: an active set written in R",
    command: 'npm test -- --only estimateElsewhere',
    rows,
  };
}

type Synth = {
  readonly X0: readonly (readonly number[])[];
  readonly X1: readonly (readonly number[])[];
  readonly v: readonly number[];
  readonly w: Readonly<Record<string, number>>;
  readonly 'loss.w': number;
};

function synthTable(): DigitTable {
  const { X0, X1, v, w, 'loss.w': loss } = readAnswers<Synth>('synth_basque.json');
  const found = syntheticControlGivenV({
    donorPredictors: Float64Array.from(X0.flat()),
    treatedPredictors: Float64Array.from(X1.flat()),
    importance: Float64Array.from(v),
  });
  const [catalonia, madrid] = [found.weights[8] as number, found.weights[12] as number];
  return {
    title: 'Basque Country with 13 predictors, given their importance V',
    from: 'optimum: exact solution in numerics.md B2; Synth: R package Synth 1.1-8',
    command: 'npm test -- --only syntheticControlGivenV',
    rows: [
      { what: 'Catalonia, optimum', outside: 0.850800236796, tandem: catalonia },
      { what: 'Madrid, optimum', outside: 0.149199763204, tandem: madrid },
      { what: 'loss, optimum', outside: 0.246696565865, tandem: found.loss },
      { what: 'Catalonia, Synth', outside: w['10'] as number, tandem: catalonia },
      { what: 'Madrid, Synth', outside: w['14'] as number, tandem: madrid },
      { what: 'loss, Synth (Tandem’s is smaller)', outside: loss, tandem: found.loss },
    ],
  };
}

/** Effects of treated units that start at one time, on four panels. */
export function panelDigits(): readonly DigitTable[] {
  return [exactTable(), packageTable(), otherTable(), synthTable()];
}

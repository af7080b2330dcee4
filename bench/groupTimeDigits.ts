import { groupTimeAverages } from '../src/stats/panel/groupTimeAverages.ts';
import { groupTimeEffects } from '../src/stats/panel/groupTimeEffects.ts';
import type { GroupTimeEstimate } from '../src/stats/panel/groupTimeEstimate.ts';
import { twoWayFixedEffects } from '../src/stats/panel/twoWayFixedEffects.ts';
import { mpdtaYear, readMpdta } from '../test/mpdta.ts';
import { readAnswers } from '../test/prop99.ts';
import { type Digits, type DigitTable, largestApart } from './digitTable.ts';

type Average = { readonly 'overall.att': number; readonly 'overall.se': number };
type Answer = {
  readonly att: readonly number[];
  readonly se: readonly number[];
  readonly agg: Readonly<Record<'simple' | 'dynamic' | 'group' | 'calendar', Average>>;
};
type Answers = Readonly<Record<string, Answer>> & {
  readonly twfe_mpdta: { readonly coef: number; readonly se_cluster_county: number };
};

const comparisons = { nevertreated: 'never treated', notyettreated: 'not yet treated' } as const;
const methods = { dr: 'doubly robust', reg: 'regression', ipw: 'inverse probability' } as const;

function estimatesOf(
  comparison: keyof typeof comparisons,
  method: keyof typeof methods,
  withCovariate: boolean,
) {
  const { covariates, ...plain } = readMpdta();
  const fit = groupTimeEffects(withCovariate ? { ...plain, covariates } : plain, {
    comparison: comparisons[comparison],
    method: methods[method],
    logit: 'deviance',
  });
  if (!fit.ok) throw new Error(fit.reason);
  const { simple, dynamic, group, calendar } = groupTimeAverages(fit);
  const averages = { simple, dynamic: dynamic.overall, group: group.overall, calendar: calendar.overall };
  return { effects: fit.effects, averages };
}

function both(what: string, found: GroupTimeEstimate, effect: number, error: number): Digits[] {
  return [
    { what: `${what}: effect`, outside: effect, tandem: found.effect },
    { what: `${what}: standard error`, outside: error, tandem: found.standardError ?? NaN },
  ];
}

function plainTable(answers: Answers): DigitTable {
  const answer = answers['nevertreated dr ~1'] as Answer;
  const { effects, averages } = estimatesOf('nevertreated', 'dr', false);
  const rows = effects.flatMap((one, i) =>
    both(
      `group ${one.group + mpdtaYear} in ${one.time + mpdtaYear}`,
      one,
      answer.att[i] as number,
      answer.se[i] as number,
    ),
  );
  for (const [name, average] of Object.entries(averages)) {
    const theirs = answer.agg[name as keyof typeof averages];
    rows.push(...both(`average, ${name}`, average, theirs['overall.att'], theirs['overall.se']));
  }
  return {
    title: 'Group-time effects, 500 counties, never treated, no covariate',
    from: 'R package did 2.5.1, analytic errors',
    command: 'npm test -- --only groupTimeReference',
    rows,
  };
}

function variantTable(answers: Answers): DigitTable {
  const rows: Digits[] = [];
  for (const comparison of ['nevertreated', 'notyettreated'] as const)
    for (const method of ['dr', 'reg', 'ipw'] as const)
      for (const formula of ['~1', '~lpop'] as const) {
        const name = `${comparison} ${method} ${formula}`;
        const answer = answers[name] as Answer;
        const { effects, averages } = estimatesOf(comparison, method, formula === '~lpop');
        const pairs = effects.flatMap(({ effect, standardError }, i) => [
          [answer.att[i] as number, effect] as const,
          [answer.se[i] as number, standardError ?? NaN] as const,
        ]);
        for (const [average, { effect, standardError }] of Object.entries(averages)) {
          const theirs = answer.agg[average as keyof typeof averages];
          pairs.push([theirs['overall.att'], effect], [theirs['overall.se'], standardError ?? NaN]);
        }
        rows.push(largestApart(name, pairs));
      }
  return {
    title: 'Group-time effects, all twelve ways',
    from: 'R package did 2.5.1; its logit ends before it has converged, and Tandem’s is made to end there too for this table',
    command: 'npm test -- --only groupTimeReference',
    rows,
  };
}

function twoWayTable({ twfe_mpdta: answer }: Answers): DigitTable {
  const fit = twoWayFixedEffects(readMpdta());
  if (!fit.ok) throw new Error(fit.reason);
  return {
    title: 'Two-way fixed effects, 500 counties',
    from: 'R package fixest 0.12.2, errors clustered by county',
    command: 'npm test -- --only twoWayFixedEffects',
    rows: [
      { what: 'coefficient', outside: answer.coef, tandem: fit.coefficient },
      { what: 'standard error', outside: answer.se_cluster_county, tandem: fit.standardError },
    ],
  };
}

/** Effects of units that start at different times. */
export function groupTimeDigits(): readonly DigitTable[] {
  const answers = readAnswers<Answers>('did_fixest.json');
  return [plainTable(answers), variantTable(answers), twoWayTable(answers)];
}

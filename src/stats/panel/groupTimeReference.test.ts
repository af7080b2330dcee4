import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { skipWithoutMpdta, mpdtaYear, readMpdta } from '../../../test/mpdta.ts';
import { groupTimeAverages } from './groupTimeAverages.ts';
import { type GroupTimeOptions, groupTimeEffects } from './groupTimeEffects.ts';
import type { GroupTimeEstimate } from './groupTimeEstimate.ts';

// The outside answers: R package did 2.5.1 on mpdta, analytic errors, in did_fixest.json. Its logit ends before it
// has converged, so `logit: 'deviance'` compares the formulas, and the default shows what the early end is worth.

type Average = {
  readonly 'overall.att': number;
  readonly 'overall.se': number;
  readonly egt: readonly number[];
  readonly 'att.egt': readonly number[];
  readonly 'se.egt': readonly number[];
};
type Answer = {
  readonly group: readonly number[];
  readonly t: readonly number[];
  readonly att: readonly number[];
  readonly se: readonly number[];
  readonly W: readonly [readonly [number]];
  readonly Wpval: readonly [readonly [number]];
  readonly agg: Readonly<Record<'simple' | 'dynamic' | 'group' | 'calendar', Average>>;
};

const comparisons = { nevertreated: 'never treated', notyettreated: 'not yet treated' } as const;
const methods = { dr: 'doubly robust', reg: 'regression', ipw: 'inverse probability' } as const;
const variants = Object.entries(comparisons).flatMap(([theirs, comparison]) =>
  Object.entries(methods).flatMap(([short, method]) =>
    ['~1', '~lpop'].map((formula) => ({
      name: `${theirs} ${short} ${formula}`,
      comparison,
      method,
      formula,
    })),
  ),
);

function estimatesOf(options: GroupTimeOptions, formula: string) {
  const { covariates, ...rest } = readMpdta();
  const fit = groupTimeEffects(formula === '~1' ? rest : { ...rest, covariates }, options);
  assert.ok(fit.ok);
  return { fit, averages: groupTimeAverages(fit) };
}

/** Every estimate beside the answer of R: group-time effects, then the four averages with their parts. */
function pairsOf(
  { fit, averages }: ReturnType<typeof estimatesOf>,
  answer: Answer,
): [string, number, number][] {
  const pairs: [string, number, number][] = [];
  const pair = (name: string, found: GroupTimeEstimate | undefined, effect: number, error: number) => {
    pairs.push([`${name} effect`, found?.effect ?? Number.NaN, effect]);
    pairs.push([`${name} error`, found?.standardError ?? Number.NaN, error]);
  };
  assert.equal(fit.effects.length, 12);
  for (const [i, effect] of fit.effects.entries()) {
    assert.deepEqual([effect.group + mpdtaYear, effect.time + mpdtaYear], [answer.group[i], answer.t[i]]);
    pair(`${answer.group[i]} in ${answer.t[i]}`, effect, answer.att[i] as number, answer.se[i] as number);
  }
  const average = (
    name: keyof Answer['agg'],
    overall: GroupTimeEstimate,
    parts: readonly (readonly [number, GroupTimeEstimate])[],
  ) => {
    const theirs = answer.agg[name];
    pair(name, overall, theirs['overall.att'], theirs['overall.se']);
    if (name === 'simple') return;
    assert.deepEqual(
      parts.map(([at]) => at),
      theirs.egt,
    );
    for (const [i, [at, part]] of parts.entries())
      pair(`${name} ${at}`, part, theirs['att.egt'][i] as number, theirs['se.egt'][i] as number);
  };
  const { simple, dynamic, group, calendar } = averages;
  average('simple', simple, []);
  average(
    'dynamic',
    dynamic.overall,
    dynamic.byExposure.map((part) => [part.exposure, part]),
  );
  average(
    'group',
    group.overall,
    group.byGroup.map((part) => [part.group + mpdtaYear, part]),
  );
  average(
    'calendar',
    calendar.overall,
    calendar.byTime.map((part) => [part.time + mpdtaYear, part]),
  );
  pairs.push(['Wald statistic', fit.preTest?.statistic ?? Number.NaN, answer.W[0][0]]);
  return pairs;
}

function furthest(pairs: readonly (readonly [string, number, number])[]): readonly [string, number] {
  const apart = pairs.map(([name, found, expected]) => [name, Math.abs(found / expected - 1)] as const);
  assert.ok(apart.every(([, distance]) => Number.isFinite(distance)));
  return apart.reduce((most, one) => (one[1] > most[1] ? one : most));
}

describe('on the minimum wages of 500 counties, beside the R package did 2.5.1', {
  skip: skipWithoutMpdta,
}, () => {
  const answers = skipWithoutMpdta
    ? {}
    : (JSON.parse(readFileSync('../shared/reference/numerics/did_fixest.json', 'utf8')) as Record<
        string,
        Answer
      >);

  for (const { name, comparison, method, formula } of variants)
    test(`${name}: 30 effects, their errors and the pre-test agree to 1e-11 when the logit ends as in R`, () => {
      const pairs = pairsOf(
        estimatesOf({ comparison, method, logit: 'deviance' }, formula),
        answers[name] as Answer,
      );
      assert.equal(pairs.length, 61);
      const [where, distance] = furthest(pairs);
      assert.ok(distance < 1e-11, `${where} is ${distance} apart`);
    });

  for (const { name, comparison, method, formula } of variants) {
    // The logit of the group of 2004 is the one that R leaves earliest: 2.0e-9 of its effect on that year.
    const most = name === 'nevertreated ipw ~lpop' ? 3e-9 : 1e-9;
    test(`${name}: with a converged logit all agree to ${most}, the p-value to its five digits`, () => {
      const found = estimatesOf({ comparison, method }, formula);
      const [where, distance] = furthest(pairsOf(found, answers[name] as Answer));
      assert.ok(distance < most, `${where} is ${distance} apart`);
      const p = (answers[name] as Answer).Wpval[0][0];
      assert.ok(Math.abs((found.fit.preTest?.p ?? 1) - p) <= 5e-6, `${found.fit.preTest?.p} is not ${p}`);
    });
  }
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { empiricalBayes } from './empiricalBayes.ts';
import { summariseGroup } from './groupSummary.ts';

const folder = '../shared/reference/numerics';
const skip = existsSync(`${folder}/hsb.csv`) ? false : `${folder}/hsb.csv is not there: no school was shrunk`;

type Reference = {
  readonly hsb: {
    readonly mu: number;
    readonly se_mu: number;
    readonly tau2: number;
    readonly sigma2: number;
    readonly reml: number;
    readonly school: readonly string[];
    readonly n: readonly number[];
    readonly u: readonly number[];
    readonly cond_sd: readonly number[];
  };
  readonly hsb_ml: {
    readonly mu: number;
    readonly tau2: number;
    readonly sigma2: number;
    readonly deviance: number;
  };
};

function close(actual: number | undefined, expected: number, within: number): void {
  assert.ok(Math.abs((actual ?? Number.NaN) / expected - 1) <= within, `${actual} is not ${expected}`);
}

function readSchools(): Map<string, number[]> {
  const schools = new Map<string, number[]>();
  for (const line of readFileSync(`${folder}/hsb.csv`, 'utf8').trim().split('\n').slice(1)) {
    const [school = '', score] = line.replaceAll('"', '').split(',');
    const scores = schools.get(school) ?? [];
    schools.set(school, scores);
    scores.push(Number(score));
  }
  return schools;
}

// The criterion was also minimised with 50 digits (Python's decimal, golden section): lme4 stops 1e-8 from it.

test('High School and Beyond, REML: lme4 to 2e-8 with all 160 school effects, the minimum to 1e-12', {
  skip,
}, (t) => {
  const { hsb } = JSON.parse(readFileSync(`${folder}/empirical_bayes.json`, 'utf8')) as Reference;
  const schools = readSchools();
  const answer = empiricalBayes(hsb.school.map((school) => summariseGroup(schools.get(school) ?? [])));
  assert.ok(answer.ok && answer.converged);
  const { model, withinVariance, criterion, groups } = answer;
  t.diagnostic(`tau2 ${model.modelVariance}, lme4 ${hsb.tau2}; sigma2 ${withinVariance}, lme4 ${hsb.sigma2}`);
  close(model.modelVariance, 8.61402475069645, 1e-12);
  close(withinVariance, 39.14832189899642, 1e-12);
  close(model.coefficients[0], 12.6369738115863, 1e-13);
  close(Math.sqrt(model.covariance[0]?.[0] ?? 0), 0.244393559709739, 1e-12);
  close(criterion, 47116.7934835494, 1e-13);
  close(model.modelVariance, hsb.tau2, 2e-8);
  close(withinVariance, hsb.sigma2, 1e-9);
  close(model.coefficients[0], hsb.mu, 1e-9);
  close(criterion, hsb.reml, 1e-12);
  assert.equal(groups.length, 160);
  for (const [i, group] of groups.entries()) {
    close(group.effect, hsb.u[i] as number, 1e-8);
    close(group.conditionalDeviation, hsb.cond_sd[i] as number, 1e-8);
    assert.ok(group.effectError > group.conditionalDeviation ** 2);
  }
});

test('High School and Beyond, ML: variance between 8.553, within 39.148, deviance 47115.81', { skip }, () => {
  const { hsb_ml: lme4 } = JSON.parse(readFileSync(`${folder}/empirical_bayes.json`, 'utf8')) as Reference;
  const answer = empiricalBayes([...readSchools().values()].map(summariseGroup), { method: 'ml' });
  assert.ok(answer.ok);
  close(answer.model.modelVariance, 8.55346421856449, 1e-12);
  close(answer.criterion, 47115.8102245177, 1e-13);
  close(answer.model.modelVariance, lme4.tau2, 2e-8);
  close(answer.withinVariance, lme4.sigma2, 1e-8);
  close(answer.model.coefficients[0], lme4.mu, 1e-9);
  close(answer.criterion, lme4.deviance, 1e-12);
});

test('six dyestuff batches of five: variance 1764.05 between and 2451.25 within, as the analysis of variance has them', () => {
  // Davies & Goldsmith (1972), lme4's Dyestuff: equal sizes make REML the closed form of the analysis of variance.
  const yields = [
    [1545, 1440, 1440, 1520, 1580],
    [1540, 1555, 1490, 1560, 1495],
    [1595, 1550, 1605, 1510, 1560],
    [1445, 1440, 1595, 1465, 1545],
    [1595, 1630, 1515, 1635, 1625],
    [1520, 1455, 1450, 1480, 1445],
  ];
  const answer = empiricalBayes(yields.map(summariseGroup));
  assert.ok(answer.ok);
  close(answer.withinVariance, 2451.25, 1e-12);
  close(answer.model.modelVariance, 1764.05, 1e-11);
  close(answer.model.coefficients[0], 1527.5, 1e-13);
  close(answer.criterion, 319.6543, 1e-7);
});

test('batches whose means are closer than chance makes them have variance 0 between and no effects', () => {
  const answer = empiricalBayes(
    [
      [1, 5],
      [2, 4.2],
      [0, 6],
    ].map(summariseGroup),
  );
  assert.ok(answer.ok);
  assert.equal(answer.model.modelVariance, 0);
  for (const { effect, conditionalDeviation } of answer.groups)
    assert.deepEqual([effect, conditionalDeviation], [0, 0]);
});

test('two groups, groups of one value each and values without spread are refused; a group of nothing is no group', () => {
  assert.deepEqual(
    empiricalBayes(
      [
        [1, 2],
        [3, 4],
      ].map(summariseGroup),
    ),
    {
      ok: false,
      reason: 'fewer than three groups',
    },
  );
  const flat = { ok: false, reason: 'no value differs from the mean of its group' };
  assert.deepEqual(empiricalBayes([[1], [2], [3]].map(summariseGroup)), flat);
  assert.deepEqual(
    empiricalBayes(
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ].map(summariseGroup),
    ),
    flat,
  );
  assert.throws(() => summariseGroup([]), /at least one value/);
  assert.throws(() => summariseGroup([1, Number.NaN]), /not finite/);
  assert.throws(() => empiricalBayes([{ n: 0, mean: 1, squares: 0 }]), RangeError);
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { groupDistances } from './groupDistances.ts';
import { optimalPairMatching } from './optimalPairMatching.ts';

const folder = '../shared/reference/numerics';
const skip = existsSync(`${folder}/lalonde.csv`) ? false : `${folder} is not there: no pairs were compared`;

type Pairs = readonly (readonly [string, string])[];
type Reference = {
  readonly nearest_mahal: { readonly pairs: Pairs; readonly total: number };
  readonly optimal_mahal: { readonly pairs: Pairs; readonly total: number };
  readonly nuclear: {
    readonly pair12_total: number;
    readonly pair12: readonly (string | null)[];
    readonly rows: readonly string[];
  };
};

function readRows(file: string): string[][] {
  const lines = readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.replaceAll('"', '').split(','));
}

function distancesOf(
  rows: readonly string[][],
  isTreated: (row: string[]) => boolean,
  factors: (row: string[]) => number[],
) {
  const treated = rows.filter(isTreated);
  const controls = rows.filter((row) => !isTreated(row));
  const answer = groupDistances(treated.map(factors), controls.map(factors));
  assert.ok(answer.ok);
  const names = (group: readonly string[][]) => group.map(([name = '']) => name);
  return { distances: answer.distances, treated: names(treated), controls: names(controls) };
}

function lalonde() {
  return distancesOf(
    readRows('lalonde.csv'),
    (row) => row[1] === '1',
    ([, , age, education, race, married, noDegree, earned74, earned75]) => [
      ...[age, education, married, noDegree, earned74, earned75].map(Number),
      Number(race === 'black'),
      Number(race === 'hispan'),
    ],
  );
}

const reference = (): Reference => JSON.parse(readFileSync(`${folder}/matching.json`, 'utf8')) as Reference;

test('lalonde, 185 treated: the pairs of MatchIt 4.5.1 have its totals 304.043164045 (optimal) and 342.810198659 (nearest)', {
  skip,
}, () => {
  const { distances, treated, controls } = lalonde();
  const { optimal_mahal, nearest_mahal } = reference();
  for (const { pairs, total } of [optimal_mahal, nearest_mahal]) {
    const sum = pairs.reduce(
      (all, [one, other]) => all + (distances[treated.indexOf(one)]?.[controls.indexOf(other)] ?? Number.NaN),
      0,
    );
    assert.ok(Math.abs(sum - total) < 1e-9, `${sum} is not ${total}`);
  }
  // Nearest neighbour by hand, in the order of the file, the first of equally near controls.
  const left = new Set(controls.keys());
  const greedy = distances.reduce((sum, row) => {
    const least = Math.min(...[...left].map((control) => row[control] as number));
    const chosen = [...left].find((control) => (row[control] as number) <= least + 1e-12) ?? -1;
    left.delete(chosen);
    return sum + least;
  }, 0);
  assert.ok(Math.abs(greedy - 342.810198658628) < 1e-9, String(greedy));
});

test('lalonde: the true optimum is 304.042249060, 0.00091 below what MatchIt calls optimal, and its dual proves it', {
  skip,
}, () => {
  // optmatch, which MatchIt calls, solves rounded distances (its `tol`); HiGHS 1.15.3 on the unrounded linear program
  // of 79,365 pairs gives 304.04224906006897.
  const { distances } = lalonde();
  const answer = optimalPairMatching(distances);
  assert.ok(answer.ok);
  assert.ok(Math.abs(answer.total - 304.04224906006897) < 1e-9, String(answer.total));
  assert.ok(Math.abs(answer.total - answer.bound) < 1e-9, `${answer.total} ${answer.bound}`);
  assert.ok(Math.abs(reference().optimal_mahal.total - answer.total - 0.000914984867) < 1e-9);
  assert.equal(new Set(answer.controls.flat()).size, 185);
});

test('nuclear plants, two controls for each of ten: optmatch total 20.1422032798 and its sets', {
  skip,
}, () => {
  const { distances, treated, controls } = distancesOf(
    readRows('nuclearplants.csv'),
    (row) => row[6] === '1',
    ([, , , , t2, capacity]) => [Number(capacity), Number(t2)],
  );
  const { pair12_total, pair12, rows } = reference().nuclear;
  const answer = optimalPairMatching(distances, 2);
  assert.ok(answer.ok);
  assert.ok(Math.abs(answer.total - pair12_total) < 1e-9, String(answer.total));
  const setOf = (name: string | undefined) => pair12[rows.indexOf(name ?? '')];
  for (const [i, own] of answer.controls.entries())
    for (const control of own) assert.equal(setOf(controls[control]), setOf(treated[i]));
});

test('in 500 random tables with forbidden pairs, 1:1 and 1:2, total and refusal are those of trying all', () => {
  const generator = xoroshiro128plus(1989);
  const draw = (most: number) => uniformInt(generator, 0, most);
  let refused = 0;
  for (let turn = 0; turn < 500; turn++) {
    const ratio = 1 + draw(1);
    const treated = 1 + draw(ratio === 1 ? 4 : 2);
    const controls = treated * ratio + draw(2);
    const real = turn % 2 === 0;
    const distances = Array.from({ length: treated }, () =>
      Array.from({ length: controls }, () =>
        draw(9) < 4 ? Infinity : real ? draw(1_000_000) / 99_991 : draw(5),
      ),
    );
    const places = distances.flatMap((row) => Array.from({ length: ratio }, () => row));
    const best = (from: number, used: number): number =>
      places[from]?.reduce(
        (least, one, control) =>
          used & (1 << control) ? least : Math.min(least, one + best(from + 1, used | (1 << control))),
        Infinity,
      ) ?? 0;
    const expected = best(0, 0);
    const answer = optimalPairMatching(distances, ratio);
    if (expected === Infinity) {
      refused++;
      assert.deepEqual(answer, {
        ok: false,
        reason: 'too few pairs are allowed to match every treated unit',
      });
      continue;
    }
    assert.ok(answer.ok);
    assert.ok(Math.abs(answer.total - expected) < 1e-9, `${answer.total} is not ${expected}`);
    assert.ok(Math.abs(answer.bound - expected) < 1e-9, `${answer.bound} does not prove ${expected}`);
    assert.ok(answer.controls.every((own) => own.length === ratio));
  }
  assert.ok(refused > 50 && refused < 450, `${refused} refused`);
});

test('three treated and two controls, a negative distance, rows of unequal length and half a control are refused', () => {
  assert.deepEqual(
    optimalPairMatching([
      [1, 2],
      [1, 2],
      [1, 2],
    ]),
    {
      ok: false,
      reason: 'fewer controls than the treated units need',
    },
  );
  assert.deepEqual(optimalPairMatching([]), { ok: true, controls: [], total: 0, bound: 0 });
  assert.throws(() => optimalPairMatching([[1, -1]]), /0 or more, not -1/);
  assert.throws(() => optimalPairMatching([[1, 2], [1]]), /1 distances, the first has 2/);
  assert.throws(() => optimalPairMatching([[1]], 0.5), /not 0.5/);
});

test('distances between groups: factors that repeat each other or do not vary within groups are refused', () => {
  const repeated = { ok: false, reason: 'factors repeat each other or do not vary' };
  assert.deepEqual(
    groupDistances(
      [
        [1, 2],
        [2, 4],
      ],
      [
        [3, 6],
        [5, 10],
      ],
    ),
    repeated,
  );
  assert.deepEqual(groupDistances([[1], [1]], [[3], [3]]), repeated);
  assert.deepEqual(groupDistances([[1]], [[2]]), { ok: false, reason: 'fewer than three units' });
  assert.throws(() => groupDistances([[1]], [[2, 3]]), /same factors/);
  // Within variance (0.5 + 0.5) / 2 = 0.5: from 1 to 5 are 4 / sqrt(0.5).
  const answer = groupDistances([[1], [2]], [[5], [6]]);
  assert.ok(answer.ok);
  assert.ok(Math.abs((answer.distances[0]?.[0] ?? 0) - 4 / Math.sqrt(0.5)) < 1e-12);
});

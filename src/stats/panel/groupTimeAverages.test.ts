import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GroupTimeAverages, groupTimeAverages } from './groupTimeAverages.ts';
import { groupTimeEffects } from './groupTimeEffects.ts';
import type { GroupTimeEstimate } from './groupTimeEstimate.ts';
import type { StaggeredPanel } from './staggeredPanel.ts';

function close(actual: number, expected: number, within = 1e-12): void {
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

/** Nine units at four times: three start at 2, two at 3, four never. */
const panel: StaggeredPanel = {
  units: 9,
  times: 4,
  outcomes: Float64Array.from(
    [
      [1, 2, 9, 12],
      [2, 4, 7, 14],
      [3, 3, 7, 7],
      [0, 3, 4, 20],
      [1, 1, 4, 12],
      [5, 6, 8, 9],
      [1, 1, 3, 5],
      [4, 6, 5, 8],
      [2, 3, 4, 6],
    ].flat(),
  ),
  firstTreated: [2, 2, 2, 3, 3, null, null, null, null],
};

function averagesOf(given: StaggeredPanel): GroupTimeAverages {
  const fit = groupTimeEffects(given);
  assert.ok(fit.ok);
  return groupTimeAverages(fit);
}

/** Every average by one name each. */
function named({
  simple,
  dynamic,
  group,
  calendar,
}: GroupTimeAverages): readonly (readonly [string, GroupTimeEstimate])[] {
  return [
    ['simple', simple],
    ['dynamic', dynamic.overall],
    ...dynamic.byExposure.map((part) => [`exposure ${part.exposure}`, part] as const),
    ['group', group.overall],
    ...group.byGroup.map((part) => [`group ${part.group}`, part] as const),
    ['calendar', calendar.overall],
    ...calendar.byTime.map((part) => [`time ${part.time}`, part] as const),
  ];
}

test('effects of 11/3 and 5 on three units and 10 on two average as the sizes and the counts say', () => {
  // Never treated move by 1, 1, 2 on average; by hand: 14/3 - 1, 8 - 3, 12 - 2; before: 1 - 1, 3/2 - 1, 2 - 1.
  const found = new Map(named(averagesOf(panel)).map(([name, { effect }]) => [name, effect]));
  const expected = {
    simple: (3 * (11 / 3) + 3 * 5 + 2 * 10) / 8,
    'exposure -2': 1.5 - 1,
    'exposure -1': 2 / 5,
    'exposure 0': (3 * (11 / 3) + 2 * 10) / 5,
    'exposure 1': 5,
    dynamic: ((3 * (11 / 3) + 2 * 10) / 5 + 5) / 2,
    'group 2': (11 / 3 + 5) / 2,
    'group 3': 10,
    group: (3 * ((11 / 3 + 5) / 2) + 2 * 10) / 5,
    'time 2': 11 / 3,
    'time 3': (3 * 5 + 2 * 10) / 5,
    calendar: (11 / 3 + (3 * 5 + 2 * 10) / 5) / 2,
  };
  assert.deepEqual([...found.keys()].toSorted(), Object.keys(expected).toSorted());
  for (const [name, effect] of Object.entries(expected)) {
    const value = found.get(name) ?? Number.NaN;
    assert.ok(Math.abs(value - effect) < 1e-12, `${name}: ${value} is not ${effect}`);
  }
});

test('the influence of a unit on every average is what one more copy of it does, among 200 copies of all', () => {
  const base = named(averagesOf(panel));
  for (let unit = 0; unit < panel.units; unit++) {
    const rows = [...Array.from({ length: 200 * panel.units }, (_, i) => i % panel.units), unit];
    const copied = named(
      averagesOf({
        units: rows.length,
        times: 4,
        outcomes: Float64Array.from(
          { length: 4 * rows.length },
          (_, k) => panel.outcomes[4 * (rows[Math.floor(k / 4)] as number) + (k % 4)] as number,
        ),
        firstTreated: rows.map((row) => panel.firstTreated[row] ?? null),
      }),
    );
    for (const [k, [name, { effect, influence }]] of base.entries()) {
      const found = rows.length * ((copied[k]?.[1].effect as number) - effect);
      assert.ok(
        Math.abs(found - (influence[unit] as number)) < 0.02 * Math.max(...influence.map(Math.abs)),
        `${name}, unit ${unit}: ${found} is not ${influence[unit]}`,
      );
    }
  }
});

test('the error is the root of the summed squares of the influence over the nine units', () => {
  for (const [, { standardError, influence, interval, effect }] of named(averagesOf(panel))) {
    close(standardError as number, Math.sqrt(influence.reduce((sum, value) => sum + value ** 2, 0)) / 9);
    close((interval?.[1] as number) - effect, 1.959963984540054 * (standardError as number));
  }
});

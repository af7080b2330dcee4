import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReleasedCell, ReleasedTable } from '../../vocabulary/release.ts';
import { tandemDefault } from '../policies/tandemDefault.ts';
import { loadSolver } from '../solver.ts';
import { attackRelease } from './attackRelease.ts';
import type { EarlierRelease } from './countedState.ts';
import type { CountedTable } from './countedTable.ts';
import { protectCounts } from './protectCounts.ts';

const solver = await loadSolver();
const district = '10621660000000';
const [oak, elm, ash] = ['10621666000001', '10621666000002', '10621666000003'] as const;
const clock = () => 0;
const policy = tandemDefault;

type Row = readonly [place: string, grade: string, group: string, n: number, numerator: number];

function counted(rows: readonly Row[], measure = 'chronic_absence'): CountedTable {
  const slices = rows.map(([place, grade, group, n, numerator]) => {
    return { place, grade, group, n, numerator, value: ((100 * numerator) / n).toFixed(1) };
  });
  const hashes = { definition: 'd'.repeat(64), rule: 'e'.repeat(64) };
  return { measure, ...hashes, schoolYear: 2024, counts: 'rate', slices };
}

/** Every count as it is: what would leave without any protection. */
function naked({ slices, ...table }: CountedTable): ReleasedTable {
  const cells = slices.map((slice): ReleasedCell => ({ ...slice, seen: 'shown' }));
  return { ...table, cells, discrepancies: [] };
}

function blank(table: ReleasedTable, ...hidden: readonly string[]): ReleasedTable {
  const cells = table.cells.map((cell): ReleasedCell => {
    const { place, grade, group } = cell;
    const isHidden = hidden.includes(`${place} ${group}`);
    return isHidden ? { place, grade, group, seen: 'suppressed', reason: 'small numbers' } : cell;
  });
  return { ...table, cells };
}

const protect = (table: CountedTable, earlier: readonly EarlierRelease[] = []) =>
  protectCounts(solver, { district, policy, tables: [table], earlier, clock, seconds: 0 });
const attack = (table: ReleasedTable, earlier: readonly ReleasedTable[] = []) => {
  const all = earlier.map((one) => [one]);
  return attackRelease(solver, { district, policy, tables: [table], earlier: all, clock, seconds: 1 });
};
const cellOf = (table: ReleasedTable | undefined, place: string, group: string) =>
  table?.cells.find((cell) => cell.place === place && cell.group === group);

const genders = counted([
  [district, 'all', 'ALL', 108, 50],
  [district, 'all', 'F', 52, 24],
  [district, 'all', 'M', 49, 22],
  [district, 'all', 'X', 7, 4],
]);

test('7 students of 108 follow by subtraction when they alone are blank; protected, they may be 1 to 55', () => {
  const one = attack(blank(naked(genders), `${district} X`));
  const found = one.counts.find(({ group, count }) => group === 'X' && count === 'n');
  assert.deepEqual([one.ok, found?.lower, found?.upper, found?.verdict], [false, 7, 7, 'exposed']);

  const { tables, hidden, figures } = protect(genders);
  const cells = tables[0]?.cells.map(({ group, seen }) => `${group} ${seen}`);
  assert.deepEqual(cells, ['ALL shown', 'F shown', 'M suppressed', 'X suppressed']);
  assert.deepEqual(
    hidden
      .filter(({ count }) => count === 'n')
      .map(({ group, lower, upper, why }) => [group, lower, upper, why]),
    [
      ['M', 1, 55, 'protects another cell'],
      ['X', 1, 55, 'few students'],
    ],
  );
  assert.deepEqual([figures.objective, figures.bound, figures.shown, figures.suppressed], [49, 49, 2, 2]);
  const reasons = tables[0]?.cells.flatMap((cell) => (cell.seen === 'suppressed' ? [cell.reason] : []));
  assert.deepEqual(reasons, ['small numbers', 'small numbers']);
  const after = attack(tables[0] as ReleasedTable);
  assert.deepEqual([after.ok, after.exposed, after.problems], [true, 0, []]);
});

test('two students who came between two releases are not told from their difference', () => {
  const before = counted([[district, 'all', 'ALL', 100, 40]]);
  const now = counted([[district, 'all', 'ALL', 102, 42]]);
  const earlier = { tables: protect(before).tables, counts: [before] };
  assert.equal(cellOf(earlier.tables[0], district, 'ALL')?.seen, 'shown');

  const leak = attack(naked(now), [naked(before)]);
  const change = leak.counts.find(({ left, count }) => left !== null && count === 'n');
  assert.deepEqual([leak.ok, change?.lower, change?.upper, change?.verdict], [false, 2, 2, 'exposed']);

  const { tables, hidden } = protect(now, [earlier]);
  assert.equal(cellOf(tables[0], district, 'ALL')?.seen, 'suppressed');
  assert.ok(hidden.some(({ left, value }) => left === 'change since an earlier release' && value === 2));
  const later = protect(counted([[district, 'all', 'ALL', 140, 60]]), [earlier]);
  assert.equal(cellOf(later.tables[0], district, 'ALL')?.seen, 'shown', '40 who came are no small group');
});

test('a school of 7 that moved away between two releases does not follow from what the district lost', () => {
  const rows: readonly Row[] = [
    [oak, 'all', 'ALL', 50, 20],
    [elm, 'all', 'ALL', 60, 25],
  ];
  const before = counted([[district, 'all', 'ALL', 117, 49], ...rows, [ash, 'all', 'ALL', 7, 4]]);
  const now = counted([[district, 'all', 'ALL', 110, 45], ...rows]);
  const first = protect(before);
  assert.equal(cellOf(first.tables[0], ash, 'ALL')?.seen, 'suppressed');
  const earlier = { tables: first.tables, counts: [before] };
  const leak = attack(naked(now), first.tables);
  const change = leak.counts.find(({ place, count, left }) => place === district && left && count === 'n');
  assert.deepEqual([change?.lower, change?.upper, change?.verdict], [-7, -7, 'exposed']);
  const { tables, hidden } = protect(now, [earlier]);
  const seen = tables[0]?.cells.map((cell) => cell.seen);
  assert.deepEqual(seen, ['suppressed', 'suppressed', 'shown']);
  const lost = hidden.find(({ place, left, count }) => place === district && left && count === 'n');
  assert.deepEqual([lost?.value, lost?.lower, lost?.upper], [-7, -56, -1]);
  assert.equal(attack(tables[0] as ReleasedTable, first.tables).ok, true);
});

test('20 of 20 do not follow from 35 of 50 and 15 of 30, nor 0 of 20 from their complements', () => {
  for (const [all, women, men] of [
    [35, 15, 20],
    [15, 15, 0],
  ] as const) {
    const table = counted([
      [district, 'all', 'ALL', 50, all],
      [district, 'all', 'F', 30, women],
      [district, 'all', 'M', 20, men],
    ]);
    const naive = naked(table);
    const coded: ReleasedCell = {
      place: district,
      grade: 'all',
      group: 'M',
      seen: 'coded',
      n: 20,
      ...(men === 0 ? { from: 0, to: 15 } : { from: 85, to: 100 }),
    };
    const leak = attack({ ...naive, cells: [...naive.cells.slice(0, 2), coded] });
    const found = leak.counts.find(({ group, count }) => group === 'M' && count === 'numerator');
    assert.deepEqual([found?.lower, found?.upper, found?.verdict], [men, men, 'exposed']);

    const { tables } = protect(table);
    const [seenAll, seenWomen, seenMen] = (tables[0] as ReleasedTable).cells;
    assert.deepEqual(seenMen, coded);
    assert.ok(seenAll?.seen === 'coded' || seenWomen?.seen === 'coded');
    assert.equal(attack(tables[0] as ReleasedTable).ok, true);
  }
});

test('a rate with one decimal tells its numerator for every n up to 500, so a hidden one shows no rate', () => {
  for (let n = 11; n <= 500; n++) {
    const rates = new Set(
      Array.from({ length: n + 1 }, (_, numerator) => Math.round((1000 * numerator) / n)),
    );
    assert.equal(rates.size, n + 1, `n ${n}`);
  }
  const { tables } = protect(counted([[district, 'all', 'ALL', 26, 2]]));
  assert.deepEqual(tables[0]?.cells, [
    { place: district, grade: 'all', group: 'ALL', seen: 'coded', n: 26, from: 0, to: 12 },
  ]);
});

test('three who are not disadvantaged follow from 30 and 27, so one of the two is hidden', () => {
  const table = counted([
    [district, 'all', 'ALL', 30, 12],
    [district, 'all', 'SED', 27, 11],
  ]);
  const leak = attack(naked(table));
  const found = leak.counts.find(({ left, count }) => left === 'ALL but not SED' && count === 'n');
  assert.deepEqual([found?.lower, found?.verdict], [3, 'exposed']);
  const { tables } = protect(table);
  assert.deepEqual(
    tables[0]?.cells.map(({ seen }) => seen),
    ['shown', 'suppressed'],
  );
});

test('5 who were counted as men and are not any more follow from what was told before: the table is held', () => {
  const all: Row = [district, 'all', 'ALL', 40, 20];
  const women: Row = [district, 'all', 'F', 22, 10];
  const before = counted([all, women, [district, 'all', 'M', 18, 10]]);
  const now = counted([all, women, [district, 'all', 'M', 13, 6], [district, 'all', 'X', 5, 4]]);
  const { tables, held } = protect(now, [{ tables: protect(before).tables, counts: [before] }]);
  assert.deepEqual(tables, []);
  assert.equal(held[0]?.reason, 'no suppression protects the count');
  assert.deepEqual([held[0]?.at.group, held[0]?.measures], ['M', ['chronic_absence']]);
});

test('students of one cohort in two measures: what one hides the other does not show', () => {
  const rows = (numerators: readonly number[]): readonly Row[] =>
    [
      ['ALL', 108],
      ['F', 52],
      ['M', 49],
      ['X', 7],
    ].map(([group, n], at) => [district, 'all', group as string, n as number, numerators[at] as number]);
  const tables = [
    counted(rows([90, 44, 40, 6]), 'acgr'),
    counted(rows([12, 5, 6, 1]), 'dropout_4yr'),
    counted([[district, 'all', 'ALL', 90, 60]], 'ag_of_grads'),
  ];
  const released = protectCounts(solver, { district, policy, tables, earlier: [], clock, seconds: 0 });
  const seen = released.tables.map(({ cells }) => cells.map((cell) => cell.seen).join(' '));
  assert.deepEqual(seen.slice(0, 2), Array(2).fill('shown shown suppressed suppressed'));
  const all = attackRelease(solver, {
    district,
    policy,
    earlier: [],
    clock,
    seconds: 1,
    tables: [...released.tables.slice(0, 1), blank(naked(tables[1] as CountedTable), `${district} X`)],
  });
  assert.ok(
    all.counts.some(({ group, upper, verdict }) => group === 'X' && upper === 7 && verdict === 'exposed'),
  );
});

test('every English learner counts as unduplicated by definition: 2 of the 12 others follow from 50 of 60 and 48 learners, whose rate is a range; protected, they do not', () => {
  const pupils = counted(
    [
      [district, 'all', 'ALL', 60, 50],
      [district, 'all', 'EL', 48, 48],
    ],
    'upc',
  );
  const cells = naked(pupils).cells.map((cell): ReleasedCell => {
    const { place, grade, group } = cell;
    return group === 'EL' ? { place, grade, group, seen: 'coded', n: 48, from: 94, to: 100 } : cell;
  });
  const of = (found: ReturnType<typeof attack>) =>
    found.counts.find(({ left, count }) => left === 'ALL but not EL' && count === 'numerator');
  const told = of(attack({ ...naked(pupils), cells }));
  assert.deepEqual([told?.lower, told?.upper, told?.verdict], [2, 2, 'exposed']);

  const [table] = protect(pupils).tables;
  assert.ok(table);
  assert.equal(cellOf(table, district, 'EL')?.seen, 'coded');
  const after = attack(table);
  // It may be any number by now, and needs no more.
  assert.deepEqual([after.ok, of(after)], [true, undefined]);
});

test('one reclassified student of a gender that had no learners is in no slice: by how much the genders fall short of 70 is not told', () => {
  const reclassified = counted(
    [
      [district, 'all', 'ALL', 700, 70],
      [district, 'all', 'F', 340, 39],
      [district, 'all', 'M', 360, 30],
    ],
    'reclass_rate_dataquest',
  );
  const [table] = protect(reclassified).tables;
  assert.ok(table);
  assert.deepEqual(
    table.discrepancies.map(({ relation, count, by }) => [relation, count, by]),
    [['gender', 'numerator', null]],
  );
  assert.equal(attack(table).ok, true);
  const told = attack({ ...naked(reclassified), discrepancies: table.discrepancies });
  assert.deepEqual([told.ok, told.counts.map(({ lower, upper }) => [lower, upper])], [false, [[1, 1]]]);
});

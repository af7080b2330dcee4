import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { races } from './communities.ts';
import { generateSampleState } from './generateSampleState.ts';
import type { Metric, OutcomeRow, Subgroup } from './outcomesLayout.ts';

/** Rows of one small state, which `of` finds by place, metric, year and group. */
type Figures = {
  readonly rows: readonly OutcomeRow[];
  readonly schools: readonly OutcomeRow[];
  readonly of: Lookup;
};
type Lookup = (row: OutcomeRow, group: Subgroup, metric?: Metric) => OutcomeRow | undefined;

const seeds = fc.sample(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { numRuns: 5, seed: 2008 });

/** Small states of eight districts of all kinds with their counties and schools, one a seed. */
const states: readonly Figures[] = seeds.map((seed) => {
  const state = generateSampleState({ seed, districts: 8 });
  const synthetic = [...state.districtRows()].filter((row) => row.source_dataset.startsWith('tandem'));
  const schools = [...state.schoolRows()];
  const rows = [...synthetic, ...schools];
  const keyed = new Map(rows.map((row) => [key(row.cds, row.metric, row.school_year, row.subgroup), row]));
  assert.equal(keyed.size, rows.length, 'a place, metric, year and group occurs twice');
  const of: Lookup = (row, group, metric = row.metric) =>
    keyed.get(key(row.cds, metric, row.school_year, group));
  return { rows, schools, of };
});

function key(cds: string, metric: string, year: string, group: string): string {
  return `${cds} ${metric} ${year} ${group}`;
}

const isMean = (row: OutcomeRow) => row.metric.endsWith('distance_from_standard');

test('a numerator never exceeds its denominator, and a rate is 100 n/d to one decimal with halves away from zero', () => {
  for (const { rows } of states) {
    for (const { numerator, denominator, value } of rows) {
      if (numerator === null || denominator === null || value === null) continue;
      assert.ok(numerator <= denominator);
      const tenths = BigInt(Math.round(Number(value) * 10));
      const [n, d] = [BigInt(numerator), BigInt(denominator)];
      assert.ok(
        d === 0n ? tenths === 0n : 2n * tenths * d <= 2000n * n + d && 2000n * n + d < 2n * (tenths + 1n) * d,
      );
    }
  }
});

test('reliability follows the number of students: suppressed under 11, small-sample under 30, blanks as the state leaves them', () => {
  for (const { rows, of } of states) {
    for (const row of rows) {
      const cohort =
        row.metric === 'a_g_completion_rate' ? of(row, row.subgroup, 'four_year_graduation_rate') : row;
      const n = cohort?.denominator ?? null;
      const coded = isMean(row) || row.metric === 'college_career_prepared_rate';
      if (row.reliability === 'not-available')
        assert.ok(isMean(row) && row.denominator === 0 && row.value === null);
      else if (row.reliability === 'suppressed') {
        assert.deepEqual([row.value, row.numerator], [null, null]);
        assert.equal(row.denominator !== null, coded);
        if (coded) assert.ok(row.denominator !== null && row.denominator < 11);
      } else {
        assert.ok(n !== null && n >= 11 && row.value !== null);
        assert.equal(row.reliability, n < 30 ? 'small-sample' : 'reliable');
        assert.equal(row.numerator === null, isMean(row));
      }
    }
  }
});

test('graduates are the denominator of A-G, and graduates with dropouts are at most the cohort', () => {
  let compared = 0;
  for (const { rows, of } of states) {
    for (const row of rows) {
      if (row.metric !== 'four_year_graduation_rate') continue;
      assert.equal(of(row, row.subgroup, 'a_g_completion_rate')?.denominator, row.numerator);
      const dropout = of(row, row.subgroup, 'four_year_dropout_rate');
      assert.equal(dropout?.denominator, row.denominator);
      assert.ok((dropout?.numerator ?? 0) + (row.numerator ?? 0) <= (row.denominator ?? 0));
      compared += 1;
    }
  }
  assert.ok(compared > 200, String(compared));
});

test('races with not reported, and genders, sum to all students where nothing is suppressed, and leave at most 10 a suppressed group', () => {
  let exact = 0;
  for (const { rows, of } of states) {
    for (const row of rows) {
      if (row.subgroup !== 'all' || row.denominator === null || isMean(row)) continue;
      if (row.metric === 'college_career_prepared_rate' || row.metric === 'a_g_completion_rate') continue;
      const partitions: readonly (readonly Subgroup[])[] =
        row.level === 'school' || row.metric === 'college_going_rate_12_month'
          ? [races]
          : [races, ['female', 'male', 'non_binary', 'gender_missing']];
      for (const partition of partitions) {
        const parts = partition.flatMap((group) => of(row, group) ?? []);
        const hidden = parts.filter((part) => part.denominator === null).length;
        const left = row.denominator - parts.reduce((sum, part) => sum + (part.denominator ?? 0), 0);
        assert.ok(left >= 0 && left <= 10 * hidden, `${row.cds} ${row.metric} leaves ${left}`);
        if (hidden === 0) exact += 1;
      }
    }
  }
  assert.ok(exact > 30, String(exact));
});

test('no group is larger than all students, long-term learners are learners, and spans TK-8 and 9-12 make all grades', () => {
  for (const { rows, of } of states) {
    for (const row of rows) {
      if (row.denominator === null) continue;
      const all = of(row, 'all');
      assert.ok(
        all && all.denominator !== null && row.denominator <= all.denominator,
        `${row.cds} ${row.subgroup}`,
      );
      if (row.subgroup === 'long_term_english_learners') {
        assert.ok(row.denominator <= (of(row, 'english_learners')?.denominator ?? 0));
      }
      if (row.subgroup === 'grades_tk_8') {
        const upper = of(row, 'grades_9_12')?.denominator ?? 0;
        assert.equal(row.denominator + upper, all.denominator);
      }
    }
  }
});

test('distances: learners are learners only plus recently reclassified, and the two test forms weighted by n give the mean of all', () => {
  let weighed = 0;
  for (const { rows, of } of states) {
    for (const row of rows) {
      if (!isMean(row) || row.denominator === null) continue;
      if (row.subgroup === 'english_learners') {
        const parts = [of(row, 'english_learners_only'), of(row, 'recently_reclassified')];
        assert.equal(
          parts.reduce((sum, part) => sum + (part?.denominator ?? 0), 0),
          row.denominator,
        );
      }
      if (row.subgroup !== 'all' || row.level === 'school') continue;
      const forms = [of(row, 'smarter_balanced_assessment'), of(row, 'alternate_assessment')];
      if (forms.some((part) => !part?.value)) continue;
      const total = forms.reduce((sum, part) => sum + (part?.denominator ?? 0) * Number(part?.value), 0);
      assert.ok(Math.abs(total - row.denominator * Number(row.value)) <= 0.1 * row.denominator + 1e-6);
      weighed += 1;
    }
  }
  assert.ok(weighed > 40, String(weighed));
});

test('schools sum to the district or more in absence and suspension, exactly in the cohort, to the district or less in tests', () => {
  let [moved, untested] = [0, 0];
  for (const { rows, schools } of states) {
    const sums = new Map<string, { n: number; hidden: boolean }>();
    for (const row of schools) {
      const at = key(`${row.cds.slice(0, 7)}0000000`, row.metric, row.school_year, row.subgroup);
      const sum = sums.get(at) ?? { n: 0, hidden: false };
      sums.set(at, { n: sum.n + (row.denominator ?? 0), hidden: sum.hidden || row.denominator === null });
    }
    for (const row of rows) {
      if (row.level !== 'district' || row.denominator === null) continue;
      const sum = sums.get(key(row.cds, row.metric, row.school_year, row.subgroup));
      if (!sum || sum.hidden) continue;
      const at = `${row.cds} ${row.metric} ${row.subgroup}: ${sum.n} of ${row.denominator}`;
      if (row.metric === 'chronic_absenteeism_rate' || row.metric === 'suspension_rate') {
        assert.ok(sum.n >= row.denominator && sum.n <= 1.05 * row.denominator + 5, at);
        if (sum.n > row.denominator) moved += 1;
      } else if (isMean(row)) {
        assert.ok(sum.n <= row.denominator, at);
        if (sum.n < row.denominator) untested += 1;
      } else if (row.metric === 'a_g_completion_rate') continue;
      else assert.equal(sum.n, row.denominator, at);
    }
  }
  assert.ok(moved > 20 && untested > 20, `${moved} ${untested}`);
});

test('a county is the sum of its districts, count by count, where none is suppressed', () => {
  let compared = 0;
  for (const { rows } of states) {
    const sums = new Map<string, { n: number; numerator: number; hidden: boolean }>();
    for (const row of rows) {
      if (row.level !== 'district') continue;
      const at = key(row.cds.slice(0, 2), row.metric, row.school_year, row.subgroup);
      const sum = sums.get(at) ?? { n: 0, numerator: 0, hidden: false };
      sums.set(at, {
        n: sum.n + (row.denominator ?? 0),
        numerator: sum.numerator + (row.numerator ?? 0),
        hidden: sum.hidden || row.reliability === 'suppressed',
      });
    }
    for (const row of rows) {
      if (row.level !== 'county' || row.value === null) continue;
      const sum = sums.get(key(row.cds.slice(0, 2), row.metric, row.school_year, row.subgroup));
      assert.ok(sum);
      if (sum.hidden) continue;
      assert.equal(sum.n, row.denominator);
      assert.equal(sum.numerator, row.numerator ?? 0);
      compared += 1;
    }
  }
  assert.ok(compared > 500, String(compared));
});

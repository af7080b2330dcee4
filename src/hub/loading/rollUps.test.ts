import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { quantile } from '../../stats/quantile.ts';
import { newUuid } from '../store/uuid.ts';
import { asOperator, asVisitor } from '../store/view.ts';
import {
  selectBands,
  selectDistrict,
  selectMeasureSpreads,
  selectSimilarDistricts,
} from '../evidence/evidence.store.ts';
import { layouts } from '../../layouts/layouts.ts';
import { loadFile } from './loadFile.store.ts';
import { makeBands, makeRollUps } from './rollUps.store.ts';
import { similarityFactors } from '../matching/similarityFactor.ts';

const header =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';
const groups = [
  ['english_learners', 13],
  ['socioeconomically_disadvantaged', 29],
  ['students_with_disabilities', 7],
  ['hispanic_latino', 23],
  ['white', 11],
] as const;

const cdsOf = (i: number, office = false) => `10${office ? '10' : '62'}${String(100 + i)}0000000`;

/** Ninety-nine districts of four types and a county office; size and shares follow from the type, results from the number. */
function rows(): string[] {
  const all: string[] = [];
  for (let i = 0; i < 100; i++) {
    const office = i === 99;
    const row = (year: number, metric: string, group: string, figures: string, dataset: string) => {
      const name = `${year - 1}-${year % 100}`;
      all.push(
        `district,${cdsOf(i, office)},District ${i},${name},${metric},${group},${figures},reliable,cde_${dataset}_${name.replace('-', '_')}`,
      );
    };
    const type = i % 4;
    const n = 2000 + type * 400 + (i % 3) * 20;
    row(2024, 'suspension_rate', 'all', `5,${n / 20},${n}`, 'suspension');
    for (const [group, step] of groups) {
      const part = Math.round((n * (20 + ((type * step) % 40))) / 200) * 2;
      row(2024, 'suspension_rate', group, `50,${part / 2},${part}`, 'suspension');
    }
    row(2024, 'chronic_absenteeism_rate', 'all', `25,${n / 4},${n}`, 'chronic_absenteeism');
    row(
      2024,
      'chronic_absenteeism_rate',
      'grades_9_12',
      `50,${(n / 20) * (type % 9)},${(n / 10) * (type % 9)}`,
      'chronic_absenteeism',
    );
    for (const year of [2023, 2024]) {
      const result = -40 + (i % 11) + (year === 2024 ? ((i * 7) % 13) / 2 : 0);
      row(
        year,
        'math_distance_from_standard',
        'all',
        `${result},,${200 + i * 10}`,
        'academic_indicator_math',
      );
    }
  }
  return all.filter((text) => !text.includes(',0,0,reliable'));
}

onEachEngine('the roll-ups', (store) => {
  const party = cdsOf(0);
  let partyId = '';

  test('give each district up to 15 similar ones with the parts of their distance, county offices left out', async () => {
    const source = {
      name: 'district.csv',
      async *open() {
        yield [header, ...rows()].join('\n');
      },
    };
    const report = await loadFile(store(), source, { layouts, at: new Date() });
    assert.equal(report.outcome, 'loaded', JSON.stringify(report.findings[0]));
    const made = await makeRollUps(store());
    assert.equal(made.districts, 99);
    assert.equal(made.bands, 0, 'no partnership, no bands');
    await asVisitor(store(), null, async (view) => {
      partyId = (await selectDistrict(view, party))?.districtId ?? '';
      const similar = await selectSimilarDistricts(view, partyId);
      assert.ok(similar.length > 0 && similar.length <= 15);
      assert.deepEqual(
        similar.map(({ distance }) => distance),
        similar.map(({ distance }) => distance).toSorted((a, b) => a - b),
      );
      for (const { distance, contributions } of similar) {
        assert.deepEqual(
          Object.keys(contributions).toSorted(),
          similarityFactors.map(({ id }) => id).toSorted(),
        );
        const sum = Object.values(contributions).reduce((total, value) => total + value, 0);
        assert.ok(Math.abs(sum - distance * distance) < 1e-9);
      }
      const office = await selectDistrict(view, cdsOf(99, true));
      assert.deepEqual(await selectSimilarDistricts(view, office?.districtId ?? ''), []);
    });
  });

  test('give the spread of a mean measure with the number of changes behind it', async () => {
    await asVisitor(store(), null, async (view) => {
      const spreads = await selectMeasureSpreads(view);
      assert.deepEqual(
        spreads.map(({ measureId, group }) => [measureId, group]),
        [['math_dfs', 'ALL']],
      );
      assert.ok((spreads[0]?.withinVariance ?? 0) > 0 && (spreads[0]?.pairs ?? 0) <= 100);
    });
  });

  test('give a party the quartiles of type 7 over its similar districts, and none from fewer than 5', async () => {
    await store().transaction(async (connection) => {
      const id = newUuid(new Date());
      await connection.query("insert into partnership values ($1, 'one', 'One', 2026, false, now())", [id]);
      await connection.query('insert into party values ($1, $2, 1)', [id, partyId]);
    });
    const { bands } = await makeRollUps(store());
    await asVisitor(store(), null, async (view) => {
      const all = await selectBands(view, partyId);
      assert.equal(all.length, bands);
      const [band] = await selectBands(view, partyId, { measureId: 'math_dfs' });
      const similar = await selectSimilarDistricts(view, partyId);
      const results = similar.map(({ name }) => -40 + (Number(name.split(' ')[1]) % 11));
      assert.deepEqual(
        [band?.schoolYear, band?.group, band?.grade, band?.districts],
        [2023, 'ALL', 'all', similar.length],
      );
      assert.deepEqual(
        [band?.lowest, band?.lowerQuartile, band?.median, band?.upperQuartile, band?.highest].map(Number),
        [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(results, share)),
      );
    });
    await store().transaction((connection) =>
      connection.query(
        'delete from similar_district where district_id = $1 and similar_id not in (select similar_id from similar_district where district_id = $1 limit 4)',
        [partyId],
      ),
    );
    assert.equal(await asOperator(store(), makeBands), 0);
  });
});

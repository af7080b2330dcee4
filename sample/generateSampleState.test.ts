import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Papa from 'papaparse';
import { cdsLevel, districtOfCds, parseCds } from '../src/vocabulary/cds.ts';
import { parseSchoolYear } from '../src/vocabulary/schoolYear.ts';
import { findCitedFact } from './citedFacts.ts';
import { citedDistricts } from './citedDistricts.ts';
import { defaultSeed, generateSampleState, type SampleState } from './generateSampleState.ts';
import { outcomeColumns, schoolColumns } from './outcomesLayout.ts';
import { toCsv } from './toCsv.ts';

const whole = generateSampleState();
const districtRows = [...whole.districtRows()];
const schoolRows = [...whole.schoolRows()];

function hashOf(state: SampleState): string {
  const hash = createHash('sha256');
  for (const piece of toCsv(outcomeColumns, state.districtRows())) hash.update(piece);
  for (const piece of toCsv(outcomeColumns, state.schoolRows())) hash.update(piece);
  for (const piece of toCsv(schoolColumns, state.schools)) hash.update(piece);
  return hash.digest('hex');
}

test('the default state has 60 synthetic districts, 2 cited ones, 10 counties, and at most 120,000 rows', () => {
  const places = (level: string, prefix: string) =>
    new Set(
      districtRows
        .filter((row) => row.level === level && row.source_dataset.startsWith(prefix))
        .map((row) => row.cds),
    );
  assert.equal(places('district', 'tandem_sample_').size, 60);
  assert.equal(places('county', 'tandem_sample_').size, 10);
  assert.deepEqual([...places('district', 'cde_')], ['10621660000000', '19647250000000']);
  assert.deepEqual([...places('state', 'cde_')], ['00000000000000']);
  assert.ok(districtRows.length > 25_000 && districtRows.length < 36_000, String(districtRows.length));
  assert.ok(districtRows.length + schoolRows.length <= 120_000, String(schoolRows.length));
});

test('816 rows keep the publisher’s dataset names, every other row and every school row says tandem_sample_', () => {
  const cited = districtRows.filter((row) => row.source_dataset.startsWith('cde_'));
  assert.equal(cited.length, 816);
  const realPlaces = new Set(['00000000000000', '10621660000000', '19647250000000']);
  for (const row of districtRows) {
    assert.equal(
      row.source_dataset.startsWith('cde_'),
      realPlaces.has(row.cds),
      `${row.cds} ${row.source_dataset}`,
    );
    assert.match(row.source_dataset, /^(cde|tandem_sample)_[a-z0-9_]+_202[234]_2[345]$/);
  }
  assert.ok(schoolRows.every((row) => row.source_dataset.startsWith('tandem_sample_')));
});

test('every row reads back through CSV as the layout: 11 columns, codes of their level, years, numbers', () => {
  const text = [...toCsv(outcomeColumns, districtRows)].join('');
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(meta.fields, [...outcomeColumns]);
  assert.equal(data.length, districtRows.length);
  for (const [index, row] of data.entries()) {
    const cds = parseCds(row['cds'] ?? '');
    assert.ok(cds, row['cds']);
    assert.equal(cdsLevel(cds), row['level']);
    assert.ok(parseSchoolYear(row['school_year'] ?? ''));
    assert.match(row['value'] ?? '', /^(-?\d+(\.[1-9])?)?$/);
    assert.match(`${row['numerator']},${row['denominator']}`, /^\d*,\d*$/);
    assert.equal(row['name'], districtRows[index]?.name);
  }
  assert.ok(data.some((row) => row['name']?.includes(',')));
});

test('every metric, group and year of the sample is one that the state publishes of its own places', (t) => {
  const file = '../shared/data/standards/published-fresno-longbeach/published_2022-23_to_2024-25.csv';
  if (!existsSync(file)) {
    t.skip(`NOT COMPARED: ${file} is not there, so the words of the layout are unchecked`);
    return;
  }
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const published = new Set(
    data.map((row) => [row['metric'], row['subgroup'], row['school_year']].join(' ')),
  );
  const rare = new Set(['gender_missing']);
  const seen = new Set(
    [...districtRows, ...schoolRows].map((row) => [row.metric, row.subgroup, row.school_year].join(' ')),
  );
  for (const words of seen) if (!rare.has(words.split(' ')[1] ?? '')) assert.ok(published.has(words), words);
  const groups = new Set(districtRows.map((row) => row.subgroup));
  assert.equal(groups.size, 32);
  for (const words of published) if (!rare.has(words.split(' ')[1] ?? '')) assert.ok(seen.has(words), words);
});

test('every school row has its school in the list, and every listed school a sample code 99xxxxx in a district of the state', () => {
  const listed = new Set(whole.schools.map((school) => school.cds));
  assert.equal(listed.size, whole.schools.length);
  assert.ok(schoolRows.every((row) => listed.has(row.cds)));
  const districts = new Map(districtRows.map((row) => [row.cds, row.name]));
  for (const school of whole.schools) {
    const cds = parseCds(String(school.cds));
    assert.ok(cds && /^\d{7}99\d{5}$/.test(cds), String(school.cds));
    assert.equal(school.district_cds, districtOfCds(cds));
    assert.equal(districts.get(String(school.district_cds)), school.district);
    assert.match(String(school.grade_span), /^(K|\d{1,2})–\d{1,2}$/);
    assert.ok(
      Number(school.lat) > 32.5 &&
        Number(school.lat) < 42 &&
        Number(school.lon) < -114 &&
        Number(school.lon) > -124.5,
    );
    assert.ok(Number(school.enrollment) > 0);
  }
});

test('each cited district has 12 schools named Sample, whose pooled mathematics is within 8 points of its published figure', () => {
  for (const { cds } of Object.values(citedDistricts)) {
    const own = whole.schools.filter((school) => school.district_cds === cds);
    assert.equal(own.length, 12);
    assert.ok(own.every((school) => /^Sample (Elementary|Middle|High) \d$/.test(String(school.school))));
    const codes = new Set(own.map((school) => school.cds));
    const tested = schoolRows.filter(
      (row) =>
        codes.has(row.cds) &&
        row.metric === 'math_distance_from_standard' &&
        row.subgroup === 'all' &&
        row.school_year === '2023-24',
    );
    const students = tested.reduce((sum, row) => sum + (row.denominator ?? 0), 0);
    const mean = tested.reduce((sum, row) => sum + (row.denominator ?? 0) * Number(row.value), 0) / students;
    assert.ok(Math.abs(mean - (findCitedFact(cds, 'math_dfs', 'ALL', 2024)?.value ?? 0)) < 8, String(mean));
  }
});

test('poverty shows in mathematics (correlation below -0.5 over 60 districts), and yearly progress differs between districts', () => {
  const figure = (cds: string, metric: string, group: string, year: string) =>
    districtRows.find(
      (row) => row.cds === cds && row.metric === metric && row.subgroup === group && row.school_year === year,
    );
  const synthetic = [
    ...new Set(districtRows.filter((row) => row.level === 'district').map((row) => row.cds)),
  ].slice(2);
  const points = synthetic.flatMap((cds) => {
    const all = figure(cds, 'suspension_rate', 'all', '2022-23')?.denominator;
    const poor = figure(cds, 'suspension_rate', 'socioeconomically_disadvantaged', '2022-23')?.denominator;
    const first = figure(cds, 'math_distance_from_standard', 'all', '2022-23');
    const last = figure(cds, 'math_distance_from_standard', 'all', '2024-25');
    return all && poor && first?.value && last?.value
      ? [{ share: poor / all, level: Number(first.value), change: Number(last.value) - Number(first.value) }]
      : [];
  });
  assert.ok(points.length >= 58);
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [share, level, change] = [mean((p) => p.share), mean((p) => p.level), mean((p) => p.change)];
  const together = mean((p) => (p.share - share) * (p.level - level));
  const correlation =
    together / Math.sqrt(mean((p) => (p.share - share) ** 2) * mean((p) => (p.level - level) ** 2));
  assert.ok(correlation < -0.5, String(correlation));
  const spread = Math.sqrt(mean((p) => (p.change - change) ** 2));
  assert.ok(spread > 4 && spread < 14, String(spread));
});

test('the same seed gives the same bytes, three other seeds give three others', () => {
  const ofSeed = (seed: number) => hashOf(generateSampleState({ seed, districts: 3 }));
  const first = ofSeed(defaultSeed);
  assert.equal(ofSeed(defaultSeed), first);
  assert.equal(new Set([first, ofSeed(1), ofSeed(2), ofSeed(3)]).size, 4);
});

test('the rows can be read twice, and the first 5 districts are the same in the state of 5 as in that of 60', () => {
  assert.deepEqual([...whole.districtRows()].slice(-50), districtRows.slice(-50));
  const five = generateSampleState({ districts: 5 });
  const rows = [...five.districtRows()].filter((row) => row.level === 'district');
  const codes = new Set(rows.map((row) => row.cds));
  assert.equal(codes.size, 7);
  assert.deepEqual(
    rows,
    districtRows.filter((row) => codes.has(row.cds)),
  );
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Papa from 'papaparse';
import { citedEnrolmentRows } from './citedEnrolment.ts';
import { citedFacts, citedRows, findCitedFact } from './citedFacts.ts';
import { citedDistricts } from './citedDistricts.ts';
import { outcomeColumns } from './outcomesLayout.ts';
import { rateText } from './publishedText.ts';

const published = '../shared/data/standards/published-fresno-longbeach/published_2022-23_to_2024-25.csv';

test('all 786 cited rows equal the published file to the letter, and no published figure of their groups is left out', (t) => {
  if (!existsSync(published)) {
    t.skip(`NOT COMPARED: ${published} is not there, so the cited figures are unchecked`);
    return;
  }
  const { data } = Papa.parse<Record<string, string>>(readFileSync(published, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const lineOf = (row: Record<string, unknown>) =>
    outcomeColumns.map((column) => row[column] ?? '').join('|');
  const rows = [...citedRows()];
  const groups = new Set<string>(rows.map((row) => row.subgroup));
  assert.equal(groups.size, 12);
  const expected = data.filter((row) => groups.has(row['subgroup'] ?? '') && row['value'] !== '').map(lineOf);
  assert.equal(expected.length, 786);
  assert.deepEqual(rows.map(lineOf).sort(), expected.sort());
});

test('every cited rate follows from its own counts: 570 rates, 216 distances without numerator', () => {
  const rates = citedFacts.filter((fact) => fact.numerator !== null);
  assert.equal(rates.length, 570);
  for (const { numerator, denominator, value, measure, placeName } of rates) {
    assert.equal(rateText(numerator ?? 0, denominator), String(value), `${placeName} ${measure}`);
  }
  const distances = citedFacts.filter((fact) => fact.numerator === null);
  assert.equal(distances.length, 216);
  assert.ok(distances.every((fact) => fact.measure === 'math_dfs' || fact.measure === 'ela_dfs'));
});

test('the seed figures of 2023-24: Fresno math -75.8 and A-G 2,291 of 4,369; nothing of foster youth in 2030', () => {
  const { cds } = citedDistricts.fresno;
  assert.equal(findCitedFact(cds, 'math_dfs', 'ALL', 2024)?.value, -75.8);
  const courses = findCitedFact(cds, 'ag_of_grads', 'ALL', 2024);
  assert.deepEqual([courses?.numerator, courses?.denominator], [2291, 4369]);
  assert.equal(findCitedFact(cds, 'math_dfs', 'FOS', 2030), undefined);
});

test('all 30 cited rows on enrolment equal the published file to the letter', (t) => {
  const rows = [...citedEnrolmentRows()];
  assert.equal(rows.length, 30);
  if (!existsSync(published)) {
    t.skip(`NOT COMPARED: ${published} is not there, so the cited figures are unchecked`);
    return;
  }
  const lineOf = (row: Record<string, unknown>) =>
    outcomeColumns.map((column) => row[column] ?? '').join('|');
  const { data } = Papa.parse<Record<string, string>>(readFileSync(published, 'utf8'), { header: true });
  const lines = new Set(data.map(lineOf));
  assert.deepEqual(
    rows.map(lineOf).filter((line) => !lines.has(line)),
    [],
  );
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { apiColumns, apiRows } from './apiRows.ts';
import { citedDistricts } from './citedDistricts.ts';

const published = '../shared/data/california/api-2003-2013/panel.csv.gz';
const codes: readonly string[] = Object.values(citedDistricts).map(({ cds }) => cds);
const rows = [...apiRows()];

test('62 districts have a row in each of 11 years; the invented 60 say (sample) in their county', () => {
  assert.equal(rows.length, 62 * 11);
  const invented = rows.filter(({ county }) => String(county).endsWith('(sample)'));
  assert.equal(new Set(invented.map(({ cds }) => cds)).size, 60);
  assert.ok(
    rows.every(({ cds, county }) => codes.includes(String(cds)) !== String(county).endsWith('(sample)')),
  );
});

test('the same seed gives the same rows, another seed others, and the cited ones stay', () => {
  assert.deepEqual([...apiRows(2008)], [...apiRows(2008)]);
  const other = [...apiRows(2009)];
  assert.deepEqual(other.slice(0, 22), rows.slice(0, 22));
  assert.notDeepEqual(other.slice(22), rows.slice(22));
});

test('every index lies between 200 and 1,000, and a gain is its growth less its base', () => {
  for (const { api_growth, api_base_prev, growth } of rows) {
    for (const index of [Number(api_growth), Number(api_base_prev)]) assert.ok(index >= 200 && index <= 1000);
    assert.equal(growth, Number(api_growth) - Number(api_base_prev));
  }
});

test('the cited growth, base and number of scores of two districts in 11 years are the state’s own', (t) => {
  if (!existsSync(published)) {
    t.skip(`NOT COMPARED: ${published} is not there, so the cited index is unchecked`);
    return;
  }
  const { data } = Papa.parse<Record<string, string>>(gunzipSync(readFileSync(published)).toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const compared = ['year', 'cds', 'district', 'stype', 'n_scores', 'api_growth', 'api_base_prev'] as const;
  const lineOf = (row: Readonly<Record<string, unknown>>) =>
    compared.map((column) => String(row[column] ?? '')).join('|');
  const expected = data
    .filter((row) => codes.includes(row['cds'] ?? '') && row['group'] === 'ALL')
    .map(lineOf);
  assert.equal(expected.length, 22);
  assert.deepEqual(
    rows
      .filter(({ cds }) => codes.includes(String(cds)))
      .map(lineOf)
      .sort(),
    expected.sort(),
  );
  assert.equal(apiColumns.length, 13);
});

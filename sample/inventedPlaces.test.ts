import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { inventedDistricts } from './inventedPlaces.ts';

const schoolList = '../shared/data/california/outcomes-2023-2025/schools.csv.gz';

test('60 districts: 27 unified, 23 elementary, 10 high, of 400 to 90,000 students, in 10 of the 58 counties, never Fresno or Los Angeles', () => {
  const count = (kind: string) => inventedDistricts.filter((district) => district.kind === kind).length;
  assert.deepEqual([count('unified'), count('elementary'), count('high')], [27, 23, 10]);
  const sizes = inventedDistricts.map((district) => district.students);
  assert.deepEqual([Math.min(...sizes), Math.max(...sizes)], [400, 90_000]);
  const codes = new Set(inventedDistricts.map((district) => district.county.code));
  assert.equal(codes.size, 10);
  assert.ok(
    [...codes].every((code) => Number(code) >= 1 && Number(code) <= 58 && code !== '10' && code !== '19'),
  );
  assert.equal(new Set(inventedDistricts.map((district) => district.name)).size, 60);
});

test('no invented place is a district, city, county or school of the real list, and no real code is one of the sample', (t) => {
  if (!existsSync(schoolList)) {
    t.skip(`NOT COMPARED: ${schoolList} is not there, so the invented names are unchecked`);
    return;
  }
  const text = gunzipSync(readFileSync(schoolList)).toString('utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  assert.equal(data.length, 9946);
  const names = data.flatMap((row) => [row['district'], row['city'], row['county'], row['school']]);
  const real = [...new Set(names)].map(
    (name) => ` ${(name ?? '').toLowerCase().replaceAll(/[^a-z]+/g, ' ')} `,
  );
  const words = inventedDistricts.flatMap(({ place, county }) => [
    place,
    county.name.replace(' (sample)', ' county'),
  ]);
  for (const word of new Set(words)) {
    const looked = ` ${word.toLowerCase()} `;
    assert.deepEqual(
      real.filter((name) => name.includes(looked)),
      [],
      word,
    );
  }
  const districtCodes = new Set(data.map((row) => (row['district_cds'] ?? '').slice(2, 7)));
  assert.ok(inventedDistricts.every(({ position }) => !districtCodes.has(String(99_000 + position))));
  assert.ok(data.every((row) => (row['cds'] ?? '').slice(7, 9) !== '99'));
});

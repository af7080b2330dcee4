import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortDistrictName, shortDistrictNames } from './shortDistrictName.ts';

test('the short name drops what kind of district it is', () => {
  const names = {
    'Fresno Unified': 'Fresno',
    'Long Beach Unified': 'Long Beach',
    'Sacramento City Unified': 'Sacramento City',
    'East Side Union High': 'East Side',
    'Corona-Norco Unified': 'Corona-Norco',
    'Lakeport Unified School District': 'Lakeport',
    'Union Elementary': 'Union',
    'Fresno County Office of Education': 'Fresno County Office of Education',
  };
  for (const [name, short] of Object.entries(names)) assert.equal(shortDistrictName(name), short);
});

test('two districts of one short name keep their whole names', () => {
  assert.deepEqual(shortDistrictNames(['Anaheim Elementary', 'Fresno Unified', 'Anaheim Union High']), [
    'Anaheim Elementary',
    'Fresno',
    'Anaheim Union High',
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cds } from '../../vocabulary/cds.ts';
import { wholeDistrict } from '../evidence/figureRow.ts';
import type { Place } from '../../layouts/layout.ts';
import { placeRegister } from './placeRegister.ts';

const fresno = '10621660000000' as Cds;
const addams = '10621661030642' as Cds;

function place(cds: Cds, name: string | null, more: Partial<Place> = {}): Place {
  return { cds, name, districtName: null, county: null, ...more };
}

function register(newestYear = 0, name?: string) {
  let last = 0;
  const known = {
    districtId: 'known',
    cds: fresno,
    level: 'district',
    county: 'Fresno',
    nces: null,
  } as const;
  const districts = name === undefined ? [] : [{ ...known, name }];
  return placeRegister({ districts, schools: [], newestYear }, () => `id${++last}`);
}

const of = (schoolYear: number | null, synthetic = false) => ({ schoolYear, synthetic });

test('a place is named once and keeps its id; a district’s school id is all zeros', () => {
  const places = register();
  const ids = places.find(place(fresno, 'Fresno Unified'), of(2024));
  assert.deepEqual(ids, { districtId: 'id1', schoolId: wholeDistrict });
  assert.deepEqual(places.find(place(fresno, null), of(2024)), ids);
  assert.deepEqual(
    places.take().districts.map(({ cds, name }) => [cds, name]),
    [[fresno, 'Fresno Unified']],
  );
  assert.deepEqual(places.take(), { districts: [], schools: [] });
});

test('a place that nobody has named is not known, and a school needs its district named', () => {
  const places = register();
  assert.equal(places.find(place(fresno, null), of(2024)), undefined);
  assert.equal(places.find(place(addams, 'Addams Elementary'), of(2024)), undefined);
  const ids = places.find(place(addams, 'Addams Elementary', { districtName: 'Fresno Unified' }), of(2024));
  assert.equal(ids?.districtId, 'id1');
  assert.notEqual(ids?.schoolId, wholeDistrict);
});

test('the newest school year names a place: 2013 does not rename what 2025 called it, 2025 renames what 2013 did', () => {
  const nameAfter = (newestYear: number, year: number, synthetic = false) => {
    const places = register(newestYear, 'Fresno Unified');
    places.find(place(fresno, 'Fresno City Unified'), of(year, synthetic));
    return places.take().districts[0]?.name ?? 'Fresno Unified';
  };
  assert.equal(nameAfter(2025, 2013), 'Fresno Unified');
  assert.equal(nameAfter(2013, 2025), 'Fresno City Unified');
  assert.equal(nameAfter(2013, 2025, true), 'Fresno Unified', 'a synthetic file renames nothing');
});

test('within one file the newest year wins, whatever the order of its rows', () => {
  for (const years of [
    [2003, 2013],
    [2013, 2003],
  ]) {
    const places = register();
    for (const year of years) places.find(place(fresno, `Name of ${year}`), of(year));
    assert.deepEqual(
      places.take().districts.map(({ name }) => name),
      ['Name of 2013'],
    );
  }
});

test('a name that is only the code again gives way to any name, and takes none away', () => {
  const places = register(2025, '10621660000000');
  places.find(place(fresno, 'Fresno Unified'), of(2004));
  assert.equal(places.take().districts[0]?.name, 'Fresno Unified');
  places.find(place(fresno, '10621660000000'), of(2025));
  assert.deepEqual(places.take().districts, []);
});

test('a district has the county its file says, or else the name of the county with its first two digits', () => {
  const places = register();
  places.find(place('10000000000000' as Cds, 'Fresno'), of(2024));
  places.find(place(fresno, 'Fresno Unified'), of(2024));
  places.find(place('19647250000000' as Cds, 'Long Beach Unified', { county: 'Los Angeles' }), of(2024));
  assert.deepEqual(
    places.take().districts.map(({ level, county }) => [level, county]),
    [
      ['county', null],
      ['district', 'Fresno'],
      ['district', 'Los Angeles'],
    ],
  );
});

test('a federal code said before the district is named is kept until it is', () => {
  const places = register();
  places.setNces(fresno, '0614550');
  places.find(place(fresno, 'Fresno Unified'), of(2019));
  assert.equal(places.take().districts[0]?.nces, '0614550');
});

test('a listing keeps what it says of a school', () => {
  const places = register();
  const details = {
    city: 'Fresno',
    charter: false,
    gradeSpan: 'K–6',
    enrolment: 757,
    latitude: 36.7,
    longitude: -119.8,
  };
  places.list({ place: place(addams, 'Addams Elementary', { districtName: 'Fresno Unified' }), ...details });
  const [school] = places.take().schools;
  assert.deepEqual([school?.name, school?.enrolment, school?.gradeSpan], ['Addams Elementary', 757, 'K–6']);
});

test('a district is found by its name and county, and not when two share them', () => {
  const known = (cds: string) =>
    ({
      districtId: cds,
      cds,
      level: 'district',
      name: 'Jefferson Elementary',
      county: 'San Mateo',
      nces: null,
    }) as const;
  const one = placeRegister({ districts: [known('41689160000000')], schools: [], newestYear: 0 }, () => '');
  assert.equal(one.findDistrict('Jefferson Elementary', 'San Mateo'), '41689160000000');
  assert.equal(one.findDistrict('Jefferson Elementary', 'San Benito'), undefined);
  const two = placeRegister(
    { districts: [known('41689160000000'), known('41689160000001')], schools: [], newestYear: 0 },
    () => '',
  );
  assert.equal(two.findDistrict('Jefferson Elementary', 'San Mateo'), undefined);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sliceRelations } from './sliceRelations.ts';

const district = '10621660000000';
const [oak, elm] = ['10621666000001', '10621666000002'] as const;
const slice = (place: string, grade: string, group: string) => ({ place, grade, group });

function named(slices: Parameters<typeof sliceRelations>[0]): readonly string[] {
  const text = (at: number) => Object.values(slices[at] ?? {}).join(' ');
  return sliceRelations(slices, district).map(
    ({ name, whole, parts, exact }) =>
      `${text(whole)} by ${name}: ${parts.map(text).join(', ')}${exact ? '' : ' and who is left'}`,
  );
}

test('4 slices of a district and its schools add up in one way each: by group, by grade and by school', () => {
  assert.deepEqual(
    named([
      slice(district, 'all', 'ALL'),
      slice(oak, 'all', 'ALL'),
      slice(elm, 'all', 'ALL'),
      slice(oak, '3', 'ALL'),
      slice(oak, '3', 'HI'),
      slice(oak, '3', 'SED'),
    ]),
    [
      `${district} all ALL by schools: ${oak} all ALL, ${elm} all ALL`,
      `${oak} all ALL by grades of all: ${oak} 3 ALL`,
      `${oak} 3 ALL by race: ${oak} 3 HI`,
      `${oak} 3 ALL by ALL but not SED: ${oak} 3 SED and who is left`,
    ],
  );
});

test('a detail that schools do not tell adds up to nothing: no shortfall tells the size of the whole', () => {
  const slices = [slice(district, '3', 'HI'), slice(oak, 'all', 'ALL'), slice(elm, 'all', 'ALL')];
  assert.deepEqual(named(slices), []);
});

test('English learners are those who learn and the recently reclassified where tests say so, else those who learn', () => {
  const groups = (...codes: readonly string[]) =>
    named(codes.map((group) => slice(district, 'all', group))).map(
      (one) => one.split(' by ')[1]?.split(':')[0],
    );
  assert.deepEqual(groups('EL', 'ELO', 'RFP'), ['English learners']);
  assert.deepEqual(groups('ALL', 'EL', 'RFP', 'EO'), [
    'ALL but not EL',
    'ALL but not EO',
    'ALL but not EL RFP EO',
  ]);
});

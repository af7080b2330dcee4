import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Coverage, coverageText, supersedes } from './coverage.ts';

const district: Coverage = {
  sample: false,
  levels: ['district', 'county', 'state'],
  counties: ['19', '00', '10'],
  years: [2023, 2024],
  datasets: ['cde_suspension_2023_24', 'cde_acgr_2022_23'],
};

test('the order in which a file says things does not change its coverage', () => {
  const turned = {
    ...district,
    levels: district.levels.toReversed(),
    counties: district.counties.toReversed(),
    years: [2024, 2023],
    datasets: district.datasets.toReversed(),
  };
  assert.equal(coverageText(turned), coverageText(district));
});

test('a file supersedes one that covers the same, and none that covers another level, county, year or dataset', () => {
  const text = coverageText(district);
  assert.ok(supersedes(text, text));
  assert.ok(!supersedes(text, coverageText({ ...district, levels: ['school'] })));
  assert.ok(!supersedes(text, coverageText({ ...district, counties: ['10'] })));
  assert.ok(!supersedes(text, coverageText({ ...district, years: [2023] })));
  assert.ok(!supersedes(text, coverageText({ ...district, datasets: ['cde_acgr_2022_23'] })));
});

test('a published file supersedes the sample’s, whatever that covers; the sample never supersedes a published one', () => {
  const text = coverageText(district);
  const sample = coverageText({
    sample: true,
    levels: ['school'],
    counties: ['04'],
    years: [2025],
    datasets: ['tandem_sample_cci_2024_25'],
  });
  assert.ok(supersedes(text, sample));
  assert.ok(!supersedes(sample, text));
});

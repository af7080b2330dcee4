import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focusAreas, roles } from '../src/vocabulary/partnership.ts';
import { findCitedFact } from './citedFacts.ts';
import { citedDistricts } from './citedDistricts.ts';
import { samplePartnership } from './partnership.ts';
import { partnershipFacts } from './partnershipFacts.ts';

const { people, benchmarks, withoutBenchmark } = samplePartnership;

test('11 people with different .example addresses in lower case; each side has a sponsor, a coordinator and a research lead', () => {
  assert.equal(new Set(people.map((person) => person.email)).size, 11);
  for (const { email } of people) assert.match(email, /^[a-z.-]+@(fresno|longbeach|facilitator)\.example$/);
  for (const role of ['sponsor', 'coordinator', 'research-lead']) {
    const sides = people.filter((person) => person.role === role).map((person) => person.district);
    assert.deepEqual(sides, ['fresno', 'longBeach'], role);
  }
  const known = new Set<string>(roles.map((role) => role.id));
  assert.ok(people.every((person) => known.has(person.role)));
});

test('6 benchmarks of both districts begin at the published figures of 2022-23: Fresno math -80.6, Long Beach -47.3', () => {
  assert.equal(benchmarks.length, 6);
  assert.deepEqual(
    benchmarks[0]?.targets.map((target) => target.baselineValue),
    [-80.6, -47.3],
  );
  for (const { measure, group, targets } of benchmarks) {
    assert.deepEqual(
      targets.map((target) => target.district),
      ['fresno', 'longBeach'],
    );
    for (const { district, baselineYear, baselineValue } of targets) {
      assert.equal(
        findCitedFact(citedDistricts[district].cds, measure, group, baselineYear)?.value,
        baselineValue,
      );
    }
  }
});

test('the two targets of a benchmark differ in year and value and lie above the baseline', () => {
  for (const { measure, targets } of benchmarks) {
    for (const { targetValue, baselineValue, targetYear, baselineYear } of targets) {
      assert.ok(targetValue > baselineValue, measure);
      assert.ok(targetYear > baselineYear);
    }
    assert.notEqual(targets[0]?.targetValue, targets[1]?.targetValue, measure);
    assert.notEqual(targets[0]?.targetYear, targets[1]?.targetYear, measure);
  }
});

test('of 12 targets 3 are shown as agreed, 5 as proposed, 4 as placeholders, and every reason says that it is a sample', () => {
  const targets = benchmarks.flatMap((benchmark) => benchmark.targets);
  const count = (provenance: string) => targets.filter((target) => target.provenance === provenance).length;
  assert.deepEqual([count('agreed'), count('proposed'), count('placeholder')], [3, 5, 4]);
  assert.ok(
    targets.every(
      (target) => target.reason.startsWith('Sample') && target.planGoal.text.startsWith('Sample'),
    ),
  );
});

test('every focus area either has a benchmark or says why not: leadership', () => {
  const has = new Set<string>(benchmarks.map((benchmark) => benchmark.focusArea));
  const missing = focusAreas.map((area) => area.id).filter((id) => !has.has(id));
  assert.deepEqual(missing, ['leadership']);
  assert.deepEqual(
    withoutBenchmark.map((area) => area.focusArea),
    ['leadership'],
  );
});

test('the facts are those of the fact sheet: 2008, two districts, 7 board members in March 2009, a quotation of 22 January 2008', () => {
  assert.equal(samplePartnership.startedYear, 2008);
  assert.deepEqual(
    partnershipFacts.districts.map((district) => district.nces),
    ['0614550', '0622500'],
  );
  assert.equal(partnershipFacts.board.length, 7);
  assert.equal(partnershipFacts.asOf, '2009-03');
  assert.equal(partnershipFacts.quote.date, '2008-01-22');
});

test('the fact sheet has a quotation with speaker and day, a contact, a board of seven and a superintendent, each with its source', () => {
  const { statements } = samplePartnership;
  assert.deepEqual(
    statements.map(({ part, heading }) => [part, heading]),
    [
      ['quote', 'Quotation'],
      ['contact', 'Fresno Unified School District'],
      ['board', 'Board of Education'],
      ['board', 'Superintendent'],
    ],
  );
  assert.equal(statements[2]?.words.split('\n').length, 7);
  assert.ok(statements.every(({ source }) => source.includes('March 2009')));
});

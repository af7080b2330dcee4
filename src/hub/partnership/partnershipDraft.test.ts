import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePartnershipDraft } from './partnershipDraft.ts';

const right = {
  slug: 'a-b',
  name: 'A and B',
  startedYear: 2024,
  districts: ['10621660000000', '19647250000000'],
  people: [{ email: ' One@A.org ', name: 'One', role: 'coordinator', district: '10621660000000' }],
};

test('a description is read, its addresses made small, what is left out made plain', () => {
  const parsed = parsePartnershipDraft(right);
  assert.ok(parsed.ok);
  const draft = parsed.value;
  assert.equal(draft.people[0]?.email, 'one@a.org');
  assert.equal(draft.people[0]?.focusArea, null);
  assert.deepEqual(draft.benchmarks, []);
});

const series = {
  baseline: { year: 2023, value: '-81.4' },
  provenance: 'proposed',
  reason: 'why',
  targets: [{ year: 2028, value: '-60' }],
};
const benchmark = {
  focusArea: 'mathematics',
  measure: 'math_dfs',
  group: 'ALL',
  wording: 'w',
  series: { '10621660000000': series },
};
const person = right.people[0];

const wrong: [change: object, line: string][] = [
  [{ slug: 'A b' }, 'slug: must be small letters, digits and single hyphens'],
  [{ name: undefined }, 'name: is missing'],
  [{ districts: ['10621660000000'] }, 'districts: must name at least two districts'],
  [{ districts: ['10621660000000', '10621660000000'] }, 'districts.1: is named twice'],
  [
    { districts: ['10621660000000', '10621660106575'] },
    'districts.1: must be a district’s County-District-School code: 14 digits, the last seven zeros',
  ],
  [{ people: [{ ...person, role: 'sponsor' }] }, 'people: must have a coordinator'],
  [
    { people: [person, { ...person, email: 'ONE@a.org' }] },
    'people.1.email: is named twice: one person has one role',
  ],
  [{ people: [{ ...person, email: 'x' }] }, 'people.0.email: must be a mail address'],
  [
    { people: [{ ...person, district: '34674390000000' }] },
    'people.0.district: must be one of the partnership’s districts',
  ],
  [{ benchmarks: [{ ...benchmark, measure: 'nope' }] }, 'benchmarks.0.measure: must be the id of a measure'],
  [
    { benchmarks: [{ ...benchmark, group: 'XX' }] },
    'benchmarks.0.group: must be the code of a student group',
  ],
  [{ benchmarks: [{ ...benchmark, grade: 'x' }] }, 'benchmarks.0.grade: must be a grade'],
  [
    { benchmarks: [{ ...benchmark, series: { '34674390000000': series } }] },
    'benchmarks.0.series.34674390000000: must be one of the partnership’s districts',
  ],
  [
    {
      benchmarks: [
        { ...benchmark, series: { '10621660000000': { ...series, baseline: { year: 2023, value: '1e3' } } } },
      ],
    },
    'benchmarks.0.series.10621660000000.baseline.value: must be a decimal number in quotes, such as "-12.5"',
  ],
  [{ extra: 1 }, 'the file: Unrecognized key: "extra"'],
];

for (const [change, line] of wrong) {
  test(`a description is refused with "${line}"`, () => {
    assert.deepEqual(parsePartnershipDraft({ ...right, ...change }), { ok: false, problems: [line] });
  });
}

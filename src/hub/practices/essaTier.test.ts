import assert from 'node:assert/strict';
import { test } from 'node:test';
import { essaTier, type StudyFields } from './essaTier.ts';

/** A trial that reaches tier 1; each case says what is different. */
const trial: StudyFields = {
  design: 'randomised trial',
  students: 350,
  groupsOfTen: null,
  districts: 2,
  favourable: true,
  unfavourable: false,
  attrition: 'low',
  baselineShown: true,
  samePopulation: true,
  sameSetting: true,
};
const matched = { ...trial, design: 'matched comparison', attrition: null } as const;
const related = { ...trial, design: 'correlational', attrition: null, baselineShown: false } as const;
const rationale = {
  ...related,
  design: 'rationale',
  favourable: false,
  students: null,
  districts: null,
} as const;

type Case = readonly [
  what: string,
  studies: readonly StudyFields[],
  tier: number | null,
  missing: RegExp | null,
];
const cases: readonly Case[] = [
  ['a randomised trial of 350 students in 2 districts like ours', [trial], 1, null],
  ['a regression discontinuity', [{ ...trial, design: 'regression discontinuity' }], 1, null],
  ['50 classrooms of ten, the students not told', [{ ...trial, students: null, groupsOfTen: 50 }], 1, null],
  [
    'two trials that make up the sample together',
    [
      { ...trial, students: 200, districts: 1 },
      { ...trial, students: 150, districts: 1 },
    ],
    1,
    null,
  ],
  [
    'a trial of 349 students',
    [{ ...trial, students: 349 }],
    3,
    /^Tier 2 takes 350 students \(349 so far\)\.$/,
  ],
  ['a trial in 1 district', [{ ...trial, districts: 1 }], 3, /^Tier 2 takes two districts or more\.$/],
  [
    'a trial with high attrition and equal groups at the start',
    [{ ...trial, attrition: 'high' }],
    2,
    /^Tier 1 takes low attrition\.$/,
  ],
  [
    'a trial whose attrition is not told, groups not shown alike',
    [{ ...trial, attrition: null, baselineShown: false }],
    3,
    /^Tier 2 takes proof that both groups were alike at the start\.$/,
  ],
  [
    'a trial with students like ours in schools unlike ours',
    [{ ...trial, sameSetting: false }],
    2,
    /^Tier 1 takes schools like ours\.$/,
  ],
  [
    'a trial with nobody like us',
    [{ ...trial, samePopulation: false, sameSetting: false }],
    3,
    /^Tier 2 takes students or schools like ours\.$/,
  ],
  [
    'a trial without a favourable effect',
    [{ ...trial, favourable: false }],
    null,
    /^Tier 4 takes a rationale/,
  ],
  ['a matched comparison', [matched], 2, /^Tier 1 takes a randomised trial or a regression discontinuity\.$/],
  [
    'a matched comparison whose groups are not shown alike',
    [{ ...matched, baselineShown: false }],
    3,
    /alike at the start/,
  ],
  [
    'a small matched comparison in 1 district',
    [{ ...matched, students: 80, districts: 1 }],
    3,
    /^Tier 2 takes 350 students \(80 so far\) and two districts or more\.$/,
  ],
  [
    'a correlational study',
    [related],
    3,
    /^Tier 2 takes a matched comparison with equal groups at the start, or better\.$/,
  ],
  ['a rationale alone', [rationale], null, /^Tier 4 takes an effort to find out/],
  ['nothing', [], null, /^Tier 4 takes a rationale/],
  [
    'a good trial and one that found harm',
    [trial, { ...trial, favourable: false, unfavourable: true }],
    null,
    /^Tier 4/,
  ],
  [
    'a good trial and a correlation the other way',
    [trial, { ...related, favourable: false, unfavourable: true }],
    1,
    null,
  ],
];

test(`the tier of ${cases.length} sets of studies is the department's, with what the next one takes`, () => {
  for (const [what, studies, tier, missing] of cases) {
    const derived = essaTier(studies, false);
    assert.equal(derived.tier, tier, what);
    assert.match(derived.because, /^[A-Z].*\.$/, what);
    if (missing) assert.match(derived.missing ?? '', missing, what);
    else assert.equal(derived.missing, null, what);
  }
});

test('a rationale reaches tier 4 once somebody finds out whether it works, and 3 takes 2 things more', () => {
  assert.equal(essaTier([rationale], true).tier, 4);
  assert.equal(
    essaTier([rationale], true).missing,
    'Tier 3 takes a statistically significant favourable effect and a study with controls for selection bias.',
  );
});

test('an unfavourable effect closes tiers 1 to 3, and the sentence says so', () => {
  const harmful = essaTier([trial, { ...matched, unfavourable: true }], true);
  assert.equal(harmful.tier, 4);
  assert.match(harmful.because, /tiers 1 to 3 are closed/);
});

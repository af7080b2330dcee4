import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LaterResult, type PaceQuestion, pace } from './pace.ts';
import { type PaceWords, paceSentence } from './paceSentence.ts';

const words: PaceWords = { subject: 'Fresno', unit: 'points', decimals: 1, students: 36_000 };

function say(question: Partial<PaceQuestion>, other: Partial<PaceWords> = {}): string {
  return paceSentence(
    pace({
      direction: 'up',
      baseline: { year: 2023, value: -80.6, variance: 0.4 },
      target: { year: 2028, value: -45 },
      later: results(-75.8, -71),
      latestYear: 2025,
      ...question,
    }),
    { ...words, ...other },
  );
}

function results(...values: number[]): LaterResult[] {
  return values.map((value, i) => ({ year: 2024 + i, value, variance: 0.4 }));
}

const absence: Partial<PaceQuestion> = {
  direction: 'down',
  baseline: { year: 2023, value: 35, variance: 0.03 },
  later: [
    { year: 2024, value: 33.2, variance: 0.03 },
    { year: 2025, value: 31.4, variance: 0.03 },
  ],
  target: { year: 2028, value: 20 },
};

test('behind: what was gained, what is needed, until when', () => {
  assert.equal(
    say({}),
    'Fresno gained 4.8 points a year since 2022-23; 8.7 a year are needed to reach −45 by 2027-28.',
  );
  assert.equal(
    say(absence, { unit: 'percent' }),
    'Fresno came down 1.8 percentage points a year since 2022-23; 3.8 a year are needed to reach 20 % by 2027-28.',
  );
});

test('on pace: enough, or within the band', () => {
  assert.equal(
    say({ target: { year: 2028, value: -60 } }),
    'Fresno gained 4.8 points a year since 2022-23, enough for the 3.7 a year needed to reach −60 by 2027-28.',
  );
  assert.equal(
    say({
      target: { year: 2028, value: -56 },
      baseline: { year: 2023, value: -80.6, variance: 0.001 },
      later: results(-75.8, -71).map((one) => ({ ...one, variance: 0.001 })),
    }),
    'Fresno gained 4.8 points a year since 2022-23, within 15 % of the 5.0 a year needed to reach −56 by 2027-28.',
  );
});

test('moving away: what was lost, and the gain that is needed', () => {
  assert.equal(
    say({ later: results(-83.2, -85.8) }),
    'Fresno lost 2.6 points a year since 2022-23; a gain of 13.6 points a year is needed to reach −45 by 2027-28.',
  );
  const rising = [
    { year: 2024, value: 36, variance: 0.03 },
    { year: 2025, value: 37, variance: 0.03 },
  ];
  assert.equal(
    say({ ...absence, later: rising }, { unit: 'percent' }),
    'Fresno went up 1.0 percentage points a year since 2022-23; a fall of 5.7 percentage points a year is needed to reach 20 % by 2027-28.',
  );
});

test('met: before its year, and in it', () => {
  assert.equal(
    say({ target: { year: 2028, value: -72 } }),
    'Fresno stood at −71.0 in 2024-25, already at the target of −72 by 2027-28.',
  );
  assert.equal(
    say({ target: { year: 2025, value: -72 } }),
    'Fresno reached the target of −72 by 2024-25: the result was −71.0.',
  );
});

test('a target year that is over without it: not reached', () => {
  assert.equal(
    say({ target: { year: 2025, value: -65 } }),
    'Fresno did not reach −65 by 2024-25: the result was −71.0.',
  );
});

test('cannot tell: the interval and the number of students stand in the sentence', () => {
  const few = { baseline: { year: 2023, value: -80.6, variance: 200 } };
  const later = results(-75.8, -71).map((one) => ({ ...one, variance: 200 }));
  assert.equal(
    say({ ...few, later }, { subject: 'English learners in Fresno', students: 70 }),
    'Cannot tell: English learners in Fresno gained 4.8 points a year since 2022-23 (between a loss of 11.6 and a gain of 21.2); 8.7 a year are needed to reach −45 by 2027-28, and with 70 students chance alone could make the difference.',
  );
  assert.equal(
    say({ target: { year: 2028, value: -54.5 } }),
    'Cannot tell: Fresno gained 4.8 points a year since 2022-23 (between 4.1 and 5.5); 5.5 a year are needed to reach −54.5 by 2027-28, and with 36,000 students chance alone could make the difference.',
  );
});

test('below 100 students a clear pace carries its interval and the students, from 100 on it does not', () => {
  const target = { year: 2028, value: -60 };
  assert.equal(
    say({ target }, { students: 99 }),
    'Fresno gained 4.8 points a year since 2022-23 (between 4.1 and 5.5, 99 students), enough for the 3.7 a year needed to reach −60 by 2027-28.',
  );
  assert.doesNotMatch(say({ target }, { students: 100 }), /students/);
  assert.match(
    say(absence, { unit: 'percent', students: 64 }),
    /came down 1\.8 .*\(between 1\.6 and 2\.0, 64 students\)/,
  );
});

test('too early says how many results there are, too few students how many are withheld', () => {
  assert.equal(
    say({ latestYear: 2024 }),
    'Too early to tell: Fresno has one result since 2022-23 and two are needed; to reach −45 by 2027-28 takes 7.7 points a year.',
  );
  assert.equal(
    say({ later: [], latestYear: 2023 }),
    'Too early to tell: Fresno has no result since 2022-23 and two are needed; to reach −45 by 2027-28 takes 7.1 points a year.',
  );
  const hidden: LaterResult[] = [...results(-75.8), { year: 2025, withheld: 'few students' }];
  assert.equal(
    say({ later: hidden }),
    'Too few students to tell: 1 of 2 results is withheld since 2022-23 to protect them; the target of Fresno is −45 by 2027-28.',
  );
});

test('no number of students, no right to the results, no result for the target year: each says so', () => {
  const uncounted = [...results(-75.8), { year: 2025, value: -71, variance: null }];
  assert.match(
    say({ later: uncounted }),
    /^Cannot tell: how many students stand behind the results of Fresno is not/,
  );
  const withheld: LaterResult[] = [
    { year: 2024, withheld: 'agreement' },
    { year: 2025, withheld: 'not reported' },
  ];
  assert.equal(
    say({ later: withheld }),
    'Cannot tell: 2 of 2 results are withheld since 2022-23; the target of Fresno is −45 by 2027-28.',
  );
  assert.equal(
    say({ target: { year: 2026, value: -60 }, latestYear: 2026 }),
    'Cannot tell: no result of Fresno is shown for 2025-26, the year of the target −60.',
  );
});

test('when the newest result is withheld the sentence says from when to when', () => {
  const later: LaterResult[] = [...results(-75.8, -71), { year: 2026, withheld: 'few students' }];
  assert.match(
    say({ later, latestYear: 2026 }),
    /^Fresno gained 4\.8 points a year from 2022-23 to 2024-25; /,
  );
});

test('no movement is no movement, and a small rate is not rounded away', () => {
  assert.equal(
    say({ later: results(-80.6, -80.6) }),
    'Fresno did not move since 2022-23; to reach −45 by 2027-28 takes 11.9 points a year.',
  );
  assert.equal(
    say(
      {
        direction: 'down',
        baseline: { year: 2023, value: 6.6, variance: 0.0001 },
        later: [
          { year: 2024, value: 6.55, variance: 0.0001 },
          { year: 2025, value: 6.5, variance: 0.0001 },
        ],
        target: { year: 2028, value: 5.9 },
      },
      { unit: 'percent' },
    ),
    'Fresno came down 0.05 percentage points a year since 2022-23; 0.20 a year are needed to reach 5.9 % by 2027-28.',
  );
});

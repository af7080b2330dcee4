import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DistrictProfile, SharedSpace } from './districtProfile.ts';
import { pairSimilarity } from './pairSimilarity.ts';
import { similarityFactors } from './similarityFactor.ts';

/** Factors of mean 0.3 and deviation 0.1 that do not go together: the squared distance is the sum of squared steps. */
const space: SharedSpace = {
  means: similarityFactors.map(() => 0.3),
  deviations: similarityFactors.map(() => 0.1),
  lower: similarityFactors.map((_, i) => [...Array.from({ length: i }, () => 0), 1]),
};

function profile(factors: Partial<DistrictProfile['factors']>): DistrictProfile {
  const all = Object.fromEntries(similarityFactors.map(({ id }) => [id, 0.3]));
  return {
    districtId: 'a',
    schoolYear: 2025,
    students: 1000,
    ownStudents: 900,
    ownYear: 2024,
    factors: { ...all, ...factors },
  };
}

const one = { name: 'Fresno', profile: profile({}), unduplicated: { percent: '89.0', schoolYear: 2024 } };

test('two districts 3.16 apart where 2 is the most are not similar, said with shares, the factors and the caution of homeless counts', () => {
  const other = {
    name: 'Long Beach',
    profile: profile({ homeless: 0.6, asian: 0.4 }),
    unduplicated: { percent: '64.5', schoolYear: 2024 },
  };
  const { verdict, title, sentences, cautions } = pairSimilarity(one, other, { caliper: 2, space });
  assert.equal(verdict, 'not similar');
  assert.match(title, /not similar districts/);
  assert.match(
    sentences[0] ?? '',
    /89\.0\u202f% of the students in Fresno and 64\.5\u202f% in Long Beach \(2023-24\)/,
  );
  assert.match(
    sentences[1] ?? '',
    /^They differ most in homeless students \(30\.0\u202f% in Fresno, 60\.0\u202f% in Long Beach\), Asian students \(30\.0\u202f% in Fresno, 40\.0\u202f% in Long Beach\)\.$/,
  );
  assert.match(
    sentences[2] ?? '',
    /^Their distance is 3\.16; districts up to 2\.00 are called similar\. Each is judged/,
  );
  assert.equal(cautions.length, 1);
});

test('1 apart is similar under a caliper of 2; shares of two different years are not set beside each other', () => {
  const other = {
    name: 'B',
    profile: profile({ asian: 0.4 }),
    unduplicated: { percent: '1', schoolYear: 2023 },
  };
  const { verdict, sentences } = pairSimilarity(one, other, { caliper: 2, space });
  assert.equal(verdict, 'similar');
  assert.equal(sentences.length, 2);
});

test('a missing factor, a missing profile and a missing comparison each say that it cannot be told', () => {
  const { homeless: _, ...known } = profile({}).factors;
  const without = { ...one, profile: { ...profile({}), factors: known } };
  for (const [other, compared] of [
    [without, { caliper: 2, space }],
    [
      { ...one, profile: undefined },
      { caliper: 2, space },
    ],
    [one, undefined],
  ] as const)
    assert.equal(pairSimilarity(one, other, compared).verdict, 'cannot be compared');
});

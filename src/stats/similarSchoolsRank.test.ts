import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { similarSchoolsRank } from './similarSchoolsRank.ts';

const file = '../shared/reference/numerics/simrank_2011.csv';
const skip = existsSync(file) ? false : `${file} is not there: no published rank was compared`;

test('all 7,906 ranks that California published for 2011 are reproduced', { skip }, (t) => {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const schools = lines.map((line) => {
    const [, type = '', performance, rank, characteristics] = line.split(',');
    return {
      type,
      performance: Number(performance),
      rank: Number(rank),
      characteristics: Number(characteristics),
    };
  });
  let agree = 0;
  for (const type of ['E', 'M', 'H']) {
    const ofType = schools.filter((school) => school.type === type);
    const answer = similarSchoolsRank(ofType);
    assert.ok(answer.ok);
    const right = ofType.filter(({ rank }, i) => answer.ranks[i] === rank).length;
    t.diagnostic(`${type}: ${right} of ${ofType.length}`);
    agree += right;
  }
  assert.equal(agree, 7906);
});

test('of 101 schools each is compared with all others: 9 below give rank 1, 10 rank 2, 100 rank 10', () => {
  const schools = Array.from({ length: 101 }, (_, i) => ({ characteristics: i % 7, performance: 500 + i }));
  const answer = similarSchoolsRank(schools);
  assert.ok(answer.ok);
  assert.deepEqual(
    [0, 9, 10, 55, 99, 100].map((i) => answer.ranks[i]),
    [1, 1, 2, 6, 10, 10],
  );
});

test('a hundred equals count half: rank 6 for everybody', () => {
  const answer = similarSchoolsRank(
    Array.from({ length: 101 }, () => ({ characteristics: 1, performance: 700 })),
  );
  assert.ok(answer.ok);
  assert.deepEqual(new Set(answer.ranks), new Set([6]));
});

test('100 schools are too few, and a school without an index is refused', () => {
  const one = { characteristics: 1, performance: 700 };
  const few = { ok: false, reason: 'fewer than 101 schools of the type' };
  assert.deepEqual(similarSchoolsRank(Array.from({ length: 100 }, () => one)), few);
  assert.throws(
    () => similarSchoolsRank([{ ...one, characteristics: Number.NaN }]),
    /index of characteristics/,
  );
});

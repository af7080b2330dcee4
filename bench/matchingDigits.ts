import { readFileSync } from 'node:fs';
import { groupDistances } from '../src/stats/pairing/groupDistances.ts';
import { optimalPairMatching } from '../src/stats/pairing/optimalPairMatching.ts';
import { similarSchoolsRank } from '../src/stats/similarSchoolsRank.ts';
import { readAnswers } from '../test/prop99.ts';
import type { DigitTable } from './digitTable.ts';

type Row = readonly string[];
type Pairs = readonly (readonly [string, string])[];
type Answers = {
  readonly optimal_mahal: { readonly total: number; readonly pairs: Pairs };
  readonly nuclear: { readonly pair12_total: number };
};

function readRows(file: string): Row[] {
  const lines = readFileSync(`../shared/reference/numerics/${file}`, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.replaceAll('"', '').split(','));
}

function distancesOf(
  rows: readonly Row[],
  isTreated: (row: Row) => boolean,
  factors: (row: Row) => readonly number[],
) {
  const groups = [rows.filter(isTreated), rows.filter((row) => !isTreated(row))] as const;
  const answer = groupDistances(groups[0].map(factors), groups[1].map(factors));
  if (!answer.ok) throw new Error(answer.reason);
  const names = (group: readonly Row[]) => group.map(([name = '']) => name);
  return { distances: answer.distances, treated: names(groups[0]), controls: names(groups[1]) };
}

function totalOf(distances: readonly ArrayLike<number>[], ratio: number): number {
  const answer = optimalPairMatching(distances, ratio);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.total;
}

function pairTable(): DigitTable {
  const answers = readAnswers<Answers>('matching.json');
  const lalonde = distancesOf(
    readRows('lalonde.csv'),
    (row) => row[1] === '1',
    ([, , age, education, race, married, noDegree, earned74, earned75]) => [
      ...[age, education, married, noDegree, earned74, earned75].map(Number),
      Number(race === 'black'),
      Number(race === 'hispan'),
    ],
  );
  const plants = distancesOf(
    readRows('nuclearplants.csv'),
    (row) => row[6] === '1',
    ([, , , , t2, capacity]) => [Number(capacity), Number(t2)],
  );
  const { total, pairs } = answers.optimal_mahal;
  const ofTheirPairs = pairs.reduce((sum, [one, other]) => {
    const row = lalonde.distances[lalonde.treated.indexOf(one)];
    return sum + (row?.[lalonde.controls.indexOf(other)] ?? NaN);
  }, 0);
  const ours = totalOf(lalonde.distances, 1);
  return {
    title: 'Optimal pair matching, Mahalanobis distances',
    from: 'R packages MatchIt 4.5.1 and optmatch 0.10.8.9002; the optimum of the unrounded problem: HiGHS 1.15.3, linear program of 79,365 pairs',
    command: 'npm test -- --only optimalPairMatching',
    rows: [
      {
        what: 'lalonde, 185 pairs: MatchIt’s pairs, by Tandem’s distances',
        outside: total,
        tandem: ofTheirPairs,
      },
      { what: 'lalonde: MatchIt’s total and the optimum', outside: total, tandem: ours },
      { what: 'lalonde: the optimum', outside: 304.04224906006897, tandem: ours },
      {
        what: 'nuclear plants, 10 × 2: total',
        outside: answers.nuclear.pair12_total,
        tandem: totalOf(plants.distances, 2),
      },
    ],
  };
}

function rankTable(): DigitTable {
  const schools = readRows('simrank_2011.csv').map(([, type = '', performance, rank, characteristics]) => ({
    type,
    performance: Number(performance),
    rank: Number(rank),
    characteristics: Number(characteristics),
  }));
  const names = { E: 'elementary', M: 'middle', H: 'high' } as const;
  const rows = Object.entries(names).map(([type, name]) => {
    const ofType = schools.filter((school) => school.type === type);
    const answer = similarSchoolsRank(ofType);
    if (!answer.ok) throw new Error(answer.reason);
    const agree = ofType.filter(({ rank }, i) => answer.ranks[i] === rank).length;
    return { what: `${name} schools whose rank agrees`, outside: ofType.length, tandem: agree };
  });
  return {
    title: 'Similar schools rank, California 2011',
    from: 'the ranks that the California Department of Education published',
    command: 'npm test -- --only similarSchoolsRank',
    rows,
  };
}

/** Who is paired with whom, and who ranks where among like schools. */
export function matchingDigits(): readonly DigitTable[] {
  return [pairTable(), rankTable()];
}

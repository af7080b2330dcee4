import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFigures, type Verdict, type WhatIfCounts } from './explainFigures.ts';
import { nextStep } from './nextStep.ts';
import { type PublicFigure, sliceKey, type VaultCount } from './publicFigure.ts';
import { verdictSentence } from './verdictSentence.ts';
import { combineChanges, parseWhatIf, whatIfKey, whatIfPhrase } from './whatIf.ts';

type Rate = readonly [numerator: number, n: number];
const names = new Map([['before:7', 'late.txt (2024-09-20)']]);

function figure(group: string, [numerator, n]: Rate, measure = 'suspension'): PublicFigure {
  const value = ((100 * numerator) / n).toFixed(1);
  const slice = { measure, year: 2024, school: '00000000000000', grade: 'all', group };
  const from = { file: 1, line: 2, dataset: 'd', publisher: 'CDE', title: 'T', difference: null };
  return { ...slice, ...from, seen: 'shown', n, numerator, value, reason: null };
}

/** Counts by what-if, then by `measure group`. */
function countsOf(all: Readonly<Record<string, Readonly<Record<string, Rate>>>>): WhatIfCounts {
  const found = new Map<string, VaultCount>();
  for (const [whatIf, own] of Object.entries(all)) {
    for (const [key, [numerator, n]] of Object.entries(own)) {
      const [measure = '', group = ''] = key.split(' ');
      const slice = { measure, year: 2024, school: '00000000000000', grade: 'all', group };
      found.set(`${whatIf}|${sliceKey(slice)}`, { n, numerator, sum: null, denominator: null });
    }
  }
  return {
    computed: () => Object.keys(all).filter((key) => key !== ''),
    count: (whatIf, slice) => found.get(`${whatIf}|${sliceKey(slice)}`) ?? null,
  };
}

function judge(figures: readonly PublicFigure[], counts: WhatIfCounts): Verdict[] {
  return explainFigures(figures, counts).flatMap(({ verdicts }) => verdicts);
}

test('without charter schools the counts are the state’s: explained, and by how many others', () => {
  const [all, girls] = judge(
    [figure('ALL', [40, 1000]), figure('F', [15, 480])],
    countsOf({
      '': { 'suspension ALL': [50, 1100], 'suspension F': [20, 520] },
      charters: { 'suspension ALL': [40, 1000], 'suspension F': [15, 480] },
      secondary: { 'suspension ALL': [50, 1101], 'suspension F': [20, 520] },
    }),
  );
  assert.deepEqual(
    [all?.status, all?.by?.whatIf, all?.by?.explains, girls?.status],
    ['explained', 'charters', 2, 'explained'],
  );
  assert.equal(
    all && verdictSentence(all, names, 2),
    'The state’s 4.0 % (40 of 1,000) is the vault’s figure without charter schools. As it stands the vault counts 4.5 % (50 of 1,100): +0.5 percentage points, +100 students. The same explains 2 of the 2 figures of this measure and year that differ.',
  );
  assert.match((all && nextStep(all, all)) ?? '', /^Look at the list of schools/);
});

test('a cause that would make an equal figure wrong explains nothing: a publisher counts by one rule', () => {
  const [all, girls] = judge(
    [figure('ALL', [40, 1000]), figure('F', [15, 480])],
    countsOf({
      '': { 'suspension ALL': [50, 1100], 'suspension F': [15, 480] },
      charters: { 'suspension ALL': [40, 1000], 'suspension F': [14, 470] },
    }),
  );
  assert.deepEqual([all?.status, girls?.status], ['unexplained', 'equal']);
  const [tried] = all?.tried ?? [];
  assert.deepEqual([tried?.fits, tried?.breaks], [true, 1]);
});

test('the same value of other students is not an explanation: 6 of 180 is not 5 of 150', () => {
  const [all] = judge(
    [figure('ALL', [5, 150])],
    countsOf({ '': { 'suspension ALL': [12, 210] }, charters: { 'suspension ALL': [6, 180] } }),
  );
  assert.deepEqual([all?.status, all?.nearest?.whatIf], ['unexplained', 'charters']);
  assert.match(
    (all && verdictSentence(all, names, 1)) ?? '',
    /differ: \+2\.4 percentage points, \+60 students\. No known cause explains it\. Closest comes the vault’s figure without charter schools: 3\.3 %, which leaves 0\.0 percentage points, \+30 students\.$/,
  );
  assert.match((all && nextStep(all, all)) ?? '', /^Look at who is counted, SENR of 2023-24 first/);
});

test('suspensions of any length are the figure next door; two causes together come after each alone', () => {
  const counts = countsOf({
    '': { 'suspension ALL': [50, 1100], 'suspension_any ALL': [70, 1100] },
    charters: { 'suspension ALL': [40, 1000], 'suspension_any ALL': [61, 1000] },
  });
  const [next] = judge([figure('ALL', [70, 1100])], counts);
  assert.deepEqual([next?.by?.whatIf, next?.by?.neighbour?.id], ['', 'measure suspension_any']);
  const [both] = judge([figure('ALL', [61, 1000])], counts);
  assert.deepEqual([both?.by?.whatIf, both?.by?.neighbour?.id], ['charters', 'measure suspension_any']);
  assert.match(
    (both && verdictSentence(both, names, 1)) ?? '',
    /is the vault’s figure of suspensions of any length, without charter schools\./,
  );
});

test('withheld of 7 says nothing more; withheld of 25 asks to look; nobody in the vault is not in the vault', () => {
  const withheld = {
    ...figure('FOS', [1, 7]),
    seen: 'suppressed',
    value: null,
    reason: 'few students',
  } as const;
  const few = judge([{ ...withheld, n: null }], countsOf({ '': { 'suspension FOS': [1, 7] } }))[0];
  const many = judge([{ ...withheld, n: null }], countsOf({ '': { 'suspension FOS': [1, 25] } }))[0];
  assert.deepEqual([few?.status, few && nextStep(few, undefined)], ['withheld', null]);
  assert.equal(
    few && verdictSentence(few, names, 0),
    'The state withheld it (few students). The vault counts 7 students.',
  );
  assert.match((many && verdictSentence(many, names, 0)) ?? '', /more than the 10 or fewer/);
  const none = judge([figure('HOM', [3, 30])], countsOf({ '': {} }))[0];
  assert.equal(none?.status, 'not in the vault');
});

test('a group that alone differs points at the extract that says who is in it', () => {
  const verdicts = judge(
    [figure('ALL', [40, 1000]), figure('SWD', [9, 100])],
    countsOf({ '': { 'suspension ALL': [40, 1000], 'suspension SWD': [9, 104] } }),
  );
  const [all, group] = verdicts;
  assert.match(
    (group && nextStep(group, all)) ?? '',
    /^All students agree, this group does not: look at who is in it, in SPRG \(programmes\) of 2023-24\.$/,
  );
});

test('a district with fewer students than the state counts is asked about the school it has no rows of', () => {
  const [all] = judge([figure('ALL', [44, 1100])], countsOf({ '': { 'suspension ALL': [40, 1000] } }));
  assert.match(
    (all && nextStep(all, all, ['River Charter'])) ?? '',
    /^The state’s files name a school of which the vault has no student in 2023-24 \(River Charter\): look whether/,
  );
});

test('three changes of three families make 3 pairs and 1 triple; one charter is not left out beside all of them', () => {
  const changes = ['charters', 'penalty', 'alternate'].map((cause) => ({ cause, about: null }));
  assert.deepEqual([combineChanges(changes, 2).length, combineChanges(changes, 3).length], [3, 1]);
  const charters = [
    { cause: 'charters', about: null },
    { cause: 'charter', about: '10621669900001' },
  ];
  assert.equal(combineChanges(charters, 2).length, 0);
  const key = whatIfKey([
    { cause: 'penalty', about: null },
    { cause: 'before', about: '7' },
  ]);
  assert.equal(key, 'before:7 + penalty');
  assert.equal(
    whatIfPhrase(parseWhatIf(key), names),
    'as the vault stood before late.txt (2024-09-20) was loaded and without participation penalty records',
  );
});

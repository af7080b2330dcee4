import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beforeAndAfter } from './beforeAfter.ts';
import type { Cycle, CycleSide, SeenFigure } from './cycle.ts';
import { cycleStanding, nextStep, sideStanding } from './cycleStanding.ts';
import { keptCount, ownCountText as counted } from './ownCount.ts';
import { predictionOutcome } from './prediction.ts';

const ownCountText = (own: Parameters<typeof counted>[0]) => counted(own)?.replaceAll(/\s/g, ' ');

const side: CycleSide = {
  districtId: 'f',
  version: 1,
  schools: 3,
  schoolNames: null,
  namesShared: false,
  leader: { personId: null, name: 'Lee', email: 'lee@x.example' },
  startsOn: '2026-10-01',
  studyOn: '2026-11-25',
  moved: null,
  handed: null,
  entries: 0,
  did: null,
  studied: null,
  acted: null,
};
const about = { entry: 1, words: 'w', madeAt: new Date('2026-11-25T10:00:00Z'), madeBy: 'Lee', byLink: true };
const ended = (act: 'adopt' | 'abandon'): CycleSide => ({
  ...side,
  acted: { ...about, step: 'act', act, reason: act === 'adopt' ? 'worked' : 'did not work' },
});
const cycleOf = (...sides: CycleSide[]) => ({ sides }) as unknown as Cycle;

test('a test is planned, runs from its first day, is due on its day of study and late 14 days after', () => {
  const on = (today: string) => sideStanding(side, today);
  assert.deepEqual(
    ['2026-09-30', '2026-10-01', '2026-11-24', '2026-11-25', '2026-12-08', '2026-12-09'].map(on),
    ['planned', 'running', 'running', 'study due', 'study due', 'study late'],
  );
});

test('a cycle stands as the side that waits; two that ended alike ended so, two that did not ended differently', () => {
  const on = '2026-11-01';
  assert.equal(cycleStanding(cycleOf(ended('adopt'), side), on), 'running');
  assert.equal(cycleStanding(cycleOf(ended('adopt'), ended('adopt')), on), 'adopt');
  assert.equal(cycleStanding(cycleOf(ended('adopt'), ended('abandon')), on), 'ended differently');
});

test('what is logged next is do, then study, then act, then nothing', () => {
  const did = { ...side, did: { ...about, step: 'do', done: 'as planned' } as const };
  const studied: CycleSide = {
    ...did,
    studied: { ...about, step: 'study', own: keptCount(null, null, 11), figures: [] },
  };
  assert.deepEqual([side, did, studied, ended('adopt')].map(nextStep), ['do', 'study', 'act', null]);
});

test('10 students are too few: neither number is kept; 11 are shown as a percent', () => {
  assert.deepEqual(keptCount('wrote a page', { numerator: 7, n: 10 }, 11), {
    counted: 'wrote a page',
    numerator: null,
    n: null,
    tooFew: true,
  });
  assert.equal(ownCountText(keptCount(null, { numerator: 7, n: 10 }, 11)), 'Too few to show');
  assert.equal(ownCountText(keptCount(null, { numerator: 7, n: 11 }, 11)), '64 % of 11 students');
  assert.equal(ownCountText(keptCount(null, { numerator: 7, n: 14 }, 15)), 'Too few to show');
  assert.equal(ownCountText(keptCount(null, { numerator: 7, n: 9 }, 5)), 'Too few to show');
  assert.equal(ownCountText(keptCount(null, null, 11)), undefined);
});

test('all of 24 students, or none, are shown as a range: neither says something of each one', () => {
  const text = (numerator: number, n: number) => ownCountText(keptCount(null, { numerator, n }, 11));
  assert.equal(text(24, 24), '95 % or more of 24 students');
  assert.equal(text(0, 24), '5 % or less of 24 students');
  assert.equal(text(1, 12), '9 % or less of 12 students');
  assert.equal(text(12, 24), '50 % of 24 students');
});

test('before is the newest year that was over when the test began, after the newest in which it ran', () => {
  const seen = (year: number, from: SeenFigure['from'] = 'public') => ({
    year,
    value: `${year}`,
    n: 20,
    from,
  });
  const figures = [seen(2024), seen(2026), seen(2025), seen(2026, 'release'), seen(2027, 'release')];
  assert.deepEqual(beforeAndAfter(figures, '2026-10-01'), {
    before: seen(2026),
    after: seen(2027, 'release'),
  });
  assert.deepEqual(beforeAndAfter(figures, '2026-06-30'), {
    before: seen(2025),
    after: seen(2027, 'release'),
  });
  assert.deepEqual(beforeAndAfter([seen(2026)], '2026-10-01'), { before: seen(2026), after: null });
});

test('a prediction of +3 came true at +3, fell short at +2, went the other way at −2; without a later figure it is too early', () => {
  const at = (value: string) => ({ year: 2026, value, n: 20, from: 'public' as const });
  const rises = { prediction: 'rises', amount: '3' } as const;
  const outcome = (after: string) => predictionOutcome(rises, { before: at('10'), after: at(after) }, 0.1);
  assert.deepEqual(['13', '12', '10.05', '8'].map(outcome), [
    'as predicted',
    'less than predicted',
    'not as predicted',
    'the other way',
  ]);
  assert.equal(predictionOutcome(rises, { before: at('10'), after: null }, 0.1), 'too early');
  const falls = { prediction: 'falls', amount: '3' } as const;
  assert.equal(predictionOutcome(falls, { before: at('10'), after: at('6.5') }, 0.1), 'as predicted');
  const stays = { prediction: 'stays', amount: null } as const;
  assert.equal(predictionOutcome(stays, { before: at('10'), after: at('10.05') }, 0.1), 'as predicted');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellStatus } from './cellStatus.ts';
import type { Judgement } from './gridCell.ts';

test('each of the twelve pairs of level and progress has its status; better beside worse is as expected and contradictory', () => {
  const levels: Judgement[] = ['better', 'as expected', 'worse'];
  const table = levels.map((level) =>
    [...levels, null].map((progress) => {
      const { status, contradictory } = cellStatus(level, progress);
      return contradictory ? `${status}, contradictory` : status;
    }),
  );
  assert.deepEqual(table, [
    ['strength', 'strength', 'as expected, contradictory', 'strength'],
    ['strength', 'as expected', 'need', 'as expected'],
    ['as expected, contradictory', 'need', 'need', 'need'],
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../vocabulary/finding.ts';
import { toldFindings } from './toldFindings.ts';

const finding = (severity: Finding['severity'], line: number): Finding => ({
  severity,
  rule: 'rateMustFollowFromItsCounts',
  file: 'a.csv',
  line,
  column: 'value',
  message: 'it does not follow',
  remedy: 'nothing to do',
});
const notes = [1, 2, 3, 4, 5].map((line) => finding('note', line));

test('five notes of one rule are told as three and a line that counts the other two', () => {
  const lines = toldFindings(notes, false);
  assert.equal(lines.length, 4);
  assert.equal(lines[3], '  and 2 more notes of rateMustFollowFromItsCounts (--notes lists them)');
});

test('every note is told when all are asked for, and every error always', () => {
  assert.equal(toldFindings(notes, true).length, 5);
  assert.equal(
    toldFindings(
      [6, 7, 8, 9, 10].map((line) => finding('error', line)),
      false,
    ).length,
    5,
  );
});

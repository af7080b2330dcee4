import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordRows } from '../../test/recordLayout.ts';
import { yearInFileName, yearMustBeInFileName } from './yearInFileName.ts';

test('lcffem23p1.xlsx is of 2023-24, and lcffem.xlsx of no year', () => {
  assert.equal(yearInFileName('lcffem23p1.xlsx', /^lcffem(\d{2})p\d/i), 2024);
  assert.equal(yearInFileName('lcffem.xlsx', /^lcffem(\d{2})p\d/i), undefined);
});

test('a file without its year is refused once, however many rows it has', () => {
  const { findings } = recordRows(yearMustBeInFileName('data.xlsx', 'district_23.xlsx'), [
    ['a'],
    ['b'],
    ['c'],
  ]);
  assert.deepEqual(
    findings.map(({ severity, rule, line }) => [severity, rule, line]),
    [['error', 'yearMustBeInFileName', 2]],
  );
});

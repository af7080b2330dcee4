import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordRows } from '../../test/recordLayout.ts';
import { hasColumns, headerWord, type PublicRow, publicRows } from './publicRow.ts';

const header = ['County', 'District', 'School', 'Code', 'Students \nA-1', 'Share'];

function read(cells: readonly string[], look: (row: PublicRow) => unknown) {
  const rowOf = publicRows(header, ['N/A', '*']);
  let seen: unknown;
  const { findings } = recordRows(
    (row, _line, sink) => {
      seen = look(rowOf(row, sink));
    },
    [cells],
  );
  return { seen, rules: findings.map(({ severity, rule }) => `${severity} ${rule}`) };
}

test('a line break in a header is a space to the reader', () => {
  assert.equal(headerWord('Students \nA-1 '), 'Students A-1');
  assert.ok(hasColumns(header, ['Students A-1']));
  assert.ok(!hasColumns(header, ['Students']));
  assert.deepEqual(
    read(['', '', '', '', ' 17 ', ''], (row) => row.count('Students A-1')),
    { seen: 17, rules: [] },
  );
});

test('“N/A”, “*” and a blank are no count; -3, 1.5 and 1,234 refuse the file', () => {
  for (const none of ['N/A', '*', ''])
    assert.deepEqual(
      read(['', '', '', '', none, ''], (row) => row.count('Students A-1')),
      { seen: null, rules: [] },
    );
  for (const wrong of ['-3', '1.5', '1,234'])
    assert.deepEqual(
      read(['', '', '', '', wrong, ''], (row) => row.count('Students A-1')),
      { seen: null, rules: ['error countMustBeAWholeNumber'] },
    );
});

test('a required count that is blank refuses the file', () => {
  assert.deepEqual(
    read(['', '', '', '', '', ''], (row) => row.requiredCount('Students A-1')),
    { seen: null, rules: ['error countMustBeThere'] },
  );
});

test('100 is a percentage; 100.1 and -0.1 are none', () => {
  assert.deepEqual(
    ['100', '100.1', '-0.1'].map(
      (cell) => read(['', '', '', '', '', cell], (row) => row.percent('Share')).rules,
    ),
    [[], ['error percentageMustBe0To100'], ['error percentageMustBe0To100']],
  );
});

test('a code is read whole, in three cells or with hyphens; one with 13 digits refuses the file', () => {
  assert.equal(
    read(['10', '62166', '0000000', '', '', ''], (row) => row.cds('County', 'District', 'School')).seen,
    '10621660000000',
  );
  assert.equal(
    read(['', '', '', '10-62166-0000000', '', ''], (row) => row.cds('Code')).seen,
    '10621660000000',
  );
  assert.deepEqual(
    read(['1', '62166', '0000000', '', '', ''], (row) => row.cds('County', 'District', 'School')),
    {
      seen: undefined,
      rules: ['error cdsMustHave14Digits'],
    },
  );
});

test('asking for a column that is not there is a fault of the layout', () => {
  assert.throws(() => read(['', '', '', '', '', ''], (row) => row.text('Colour')), /no column “Colour”/);
});

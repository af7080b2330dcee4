import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJj } from './parseJj.ts';

/** The 2 x 2 table 5 7 | 12, 9 4 | 13, 14 11 | 25, as tau-ARGUS writes it. */
const lines = [
  '0',
  '9',
  '0 25.000000 25.000000 s 0.000000 100.000000 2.500000 2.500000 0.000000',
  '1 12.000000 12.000000 s 0.000000 100.000000 1.200000 1.200000 0.000000',
  '2 13.000000 13.000000 z 0.000000 100.000000 0.000000 0.000000 0.000000',
  '3 14.000000 14.000000 s 0.000000 100.000000 0.000000 0.000000 0.000000',
  '4 5.000000 5.000000 u 0.000000 100.000000 2.000000 3.000000 4.000000',
  '5 9.000000 8.500000 m 0.000000 100.000000 0.900000 0.900000 0.000000',
  '6 11.000000 11.000000 s 0.000000 100.000000 0.000000 0.000000 0.000000',
  '7 7.000000 7.000000 s 0.000000 100.000000 0.000000 0.000000 0.000000',
  '8 4.000000 4.000000 s 0.000000 100.000000 0.000000 0.000000 0.000000',
  '6',
  '0 3 : 0 (-1) 1 (1) 2 (1)',
  '0.0 3 : 3(-1) 4(1) 5(1)',
  '0 3 : 6 (-1) 7 (1) 8 (1)',
  '0 3 : 0 (-1) 3 (1) 6 (1)',
  '0 3 : 1 (-1) 4 (1) 7 (1)',
  '0 3 : 2 (-1) 5 (1) 8 (1)',
];

function problems(changed: readonly string[]): string {
  const read = parseJj(changed.join('\n'));
  return read.ok ? '' : read.problems.join('\n');
}

test('nine cells and six relations are read: u is sensitive with its three levels, z fixed, m hidden already', () => {
  for (const end of ['\n', '\r\n']) {
    const read = parseJj(`${lines.join(end)}${end}`);
    assert.ok(read.ok);
    const { cells, relations, objective } = read.table;
    assert.deepEqual([cells.length, relations.length, objective], [9, 6, 'value']);
    assert.deepEqual(cells[4], {
      id: '4',
      value: 5,
      weight: 5,
      status: 'sensitive',
      lower: 0,
      upper: 100,
      protectLower: 2,
      protectUpper: 3,
      protectWidth: 4,
    });
    assert.deepEqual([cells[2]?.status, cells[5]?.status, cells[5]?.weight], ['fixed', 'suppressed', 8.5]);
    assert.deepEqual([cells[0]?.protectLower, cells[5]?.protectLower], [0, 0]);
    assert.deepEqual(relations[1], {
      rhs: 0,
      terms: [
        [3, -1],
        [4, 1],
        [5, 1],
      ],
    });
  }
});

test('nine broken files are refused with the line', () => {
  const bad: [changed: readonly string[], sentence: RegExp][] = [
    [['1', ...lines.slice(1)], /line 1 must be 0/],
    [lines.with(1, 'nine'), /line 2 must be a count, not "nine"/],
    [lines.slice(0, 7), /cut off: line 8 is missing/],
    [lines.slice(0, -1), /cut off: line 18 is missing/],
    [lines.with(4, '2 13.0 13.0 z 0 100 0 0'), /line 5 must have index, value, cost, status/],
    [lines.with(4, '2 13.0 13.0 q 0 100 0 0 0'), /line 5: status must be s, u, z, m or x, not "q"/],
    [lines.with(12, '0 3 : 0 (-1) 1 (1)'), /line 13 must be: right-hand side/],
    [lines.with(12, '0 3 : 0 (-1) 1 (1) 99 (1)'), /line 13 names cell 99/],
    [lines.with(6, '4 6.0 5.0 u 0 100 2 3 4'), /relation 2 .* off by 1/],
  ];
  for (const [changed, sentence] of bad) assert.match(problems(changed), sentence);
});

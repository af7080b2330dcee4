import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTable } from './parseTable.ts';

const cells = [
  { id: 'a', value: 9, status: 'sensitive', protectLower: 5, protectUpper: 5 },
  { id: 'b', value: 31 },
  { id: 't', value: 40, weight: 1, status: 'fixed', upper: null },
];
const relations = [
  {
    rhs: 0,
    terms: [
      ['a', 1],
      ['b', 1],
      ['t', -1],
    ],
  },
];

function problems(table: object): readonly string[] {
  const read = parseTable(JSON.stringify(table));
  return read.ok ? [] : read.problems;
}

test('a table of three cells is read with its defaults: weight |value|, lower 0, no upper bound, by value', () => {
  const read = parseTable(JSON.stringify({ cells, relations }));
  assert.ok(read.ok);
  const { cells: parsed, objective, integer } = read.table;
  assert.deepEqual([objective, integer], ['value', false]);
  assert.deepEqual(parsed[1], {
    id: 'b',
    value: 31,
    weight: 31,
    status: 'safe',
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
    protectLower: 0,
    protectUpper: 0,
    protectWidth: 0,
  });
  assert.deepEqual([parsed[2]?.weight, parsed[2]?.upper], [1, Number.POSITIVE_INFINITY]);
  assert.deepEqual(read.table.relations, [
    {
      rhs: 0,
      terms: [
        [0, 1],
        [1, 1],
        [2, -1],
      ],
    },
  ]);
});

test('a term given twice adds up, and one that cancels is left out', () => {
  const terms = [
    ['a', 2],
    ['b', 1],
    ['t', -1],
    ['a', -1],
    ['b', 1],
    ['b', -1],
  ];
  const read = parseTable(JSON.stringify({ cells, relations: [{ rhs: 0, terms }] }));
  assert.ok(read.ok);
  assert.deepEqual(read.table.relations[0]?.terms, [
    [0, 1],
    [1, 1],
    [2, -1],
  ]);
});

test('sixteen bad tables are refused, each with its cell, key or relation by name and the difference', () => {
  const changed = (id: string, change: object) =>
    cells.map((cell) => (cell.id === id ? { ...cell, ...change } : cell));
  const bad: [table: object, sentence: RegExp][] = [
    [{ cells, relations, colour: 1 }, /unknown key "colour"/],
    [{ cells: changed('a', { protect: 5 }), relations }, /cell "a": unknown key "protect"/],
    [{ cells, relations: [{ ...relations[0], note: '' }] }, /relation 1: unknown key "note"/],
    [
      { cells: changed('b', { value: 30 }), relations },
      /relation 1 \("a", "b", "t"\) .*add up to -1, not 0: off by -1$/,
    ],
    [
      { cells: [...cells, { id: 'a', value: 9, status: 'fixed' }], relations },
      /cell "a" is given twice, as sensitive and as fixed/,
    ],
    [{ cells, relations: [{ rhs: 0, terms: [['z', 1]] }] }, /relation 1 names "z", which is not a cell/],
    [{ cells: changed('b', { value: -31 }), relations }, /cell "b": -31 is a negative count/],
    [{ cells: changed('b', { upper: 30 }), relations }, /cell "b": its value 31 is above its upper bound 30/],
    [{ cells: changed('b', { lower: 32 }), relations }, /cell "b": its value 31 is below its lower bound 32/],
    [
      { cells: changed('t', { protectUpper: 1 }), relations },
      /cell "t" is fixed and asks for protection at once/,
    ],
    [{ cells: changed('a', { status: 'hidden' }), relations }, /cell "a": status must be .*not "hidden"/],
    [{ cells: changed('a', { value: '9' }), relations }, /cell "a": value must be a number, not "9"/],
    [
      { cells: changed('a', { protectLower: -1 }), relations },
      /protectLower must be a number of at least 0, not -1/,
    ],
    [{ cells: changed('b', { value: 30.5 }), relations, integer: true }, /30\.5 is not whole/],
    [{ cells, relations, objective: 'cost' }, /objective must be value, count or weight, not "cost"/],
    [{ cells: [], relations }, /at least one cell/],
  ];
  for (const [table, sentence] of bad) assert.match(problems(table).join('\n'), sentence);
});

test('JSON that was cut off, is empty or is none says so', () => {
  const text = JSON.stringify({ cells, relations });
  for (const length of [text.length - 1, text.length - 20, 40]) {
    const read = parseTable(text.slice(0, length));
    assert.ok(!read.ok);
    assert.match(read.problems[0] ?? '', /is cut off after \d+ characters/);
  }
  const said = (content: string) => {
    const read = parseTable(content);
    return read.ok ? '' : read.problems[0];
  };
  assert.equal(said('  '), 'the file is empty');
  assert.match(said('{"cells": [,]}') ?? '', /is not JSON/);
  assert.equal(said('correct horse battery'), 'this is not JSON: see tandem protect --help');
  assert.match(said('[]') ?? '', /must be a JSON object/);
});

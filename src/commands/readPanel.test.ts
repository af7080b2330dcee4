import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPanel } from './readPanel.ts';

const columns = { unit: 'district', time: 'year', outcome: 'gain', treated: 'treated' };

/** Four districts in 2006 to 2009; A is treated from 2008 on. Line 2 is A in 2006, line 6 is B in 2006. */
const whole = [
  'district,year,gain,treated',
  ...['A', 'B', 'C', 'D'].flatMap((district, i) =>
    [2006, 2007, 2008, 2009].map((year, t) => {
      const gain = 10 + 3 * i + t + (district === 'A' && t >= 2 ? 5 : 0);
      return `${district},${year},${gain},${district === 'A' && year >= 2008 ? 1 : 0}`;
    }),
  ),
];

function read(
  text: string | Uint8Array,
  { startsOnce = true, delimiter = undefined as string | undefined } = {},
) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readPanel(bytes, { name: 'gains.csv', columns, delimiter }, { startsOnce });
}

/** Each finding as `line column rule: message`. */
function findingsOf(text: string | Uint8Array, options = {}): string[] {
  const found = read(text, options);
  assert.ok(!found.ok, 'the panel was taken');
  for (const { remedy } of found.findings) assert.ok(remedy.length > 10, 'a finding says what to do');
  return found.findings.map(({ line, column, rule, message }) => `${line} ${column} ${rule}: ${message}`);
}

function lines(...changed: [line: number, text: string | null][]): string {
  const all: (string | null)[] = [...whole];
  for (const [line, text] of changed) all[line - 1] = text;
  return all.filter((line) => line !== null).join('\n');
}

test('sixteen rows are four districts at four years, A treated from the third on', () => {
  const found = read(whole.join('\n'));
  assert.ok(found.ok);
  const { panel, notes } = found;
  assert.deepEqual(
    [panel.unitNames, panel.timeNames],
    [
      ['A', 'B', 'C', 'D'],
      ['2006', '2007', '2008', '2009'],
    ],
  );
  assert.deepEqual(panel.starts, [2, null, null, null]);
  assert.deepEqual([...panel.outcomes.subarray(0, 8)], [10, 11, 17, 18, 13, 14, 15, 16]);
  assert.deepEqual([panel.timesAreNumbers, notes], [true, []]);
});

test('byte order mark, CRLF, quotes, semicolons, tabs, bars and blank lines change nothing', () => {
  const plain = read(whole.join('\n'));
  const quoted = whole.map((line) => line.replaceAll(/[^,]+/g, '"$&"')).join('\r\n');
  for (const text of [
    `\uFEFF${whole.join('\r\n')}\r\n\r\n`,
    quoted,
    whole.join('\n').replaceAll(',', ';'),
    whole.join('\n').replaceAll(',', '\t'),
    whole.join('\n').replaceAll(',', ' | '),
  ])
    assert.deepEqual(read(text), plain);
  assert.deepEqual(read(whole.join('\n').replaceAll(',', '^'), { delimiter: '^' }), plain);
});

test('rows in another order give the same outcomes; units go by the order of the file', () => {
  const [header = '', ...rows] = whole;
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      const found = read([header, ...shuffled].join('\n'));
      assert.ok(found.ok);
      const { unitNames, outcomes } = found.panel;
      const first = [...new Set(shuffled.map((row) => row.slice(0, 1)))];
      assert.deepEqual(unitNames, first);
      for (const [i, name] of unitNames.entries())
        assert.equal(outcomes[4 * i + 3], name === 'A' ? 18 : 13 + 3 * ['A', 'B', 'C', 'D'].indexOf(name));
    }),
    { seed: 3, numRuns: 50 },
  );
});

test('numbers sort as numbers (9, 10, and 9.0 is 9), ISO dates as dates, other words as text with a note', () => {
  const timesOf = (...names: string[]) => {
    const text = whole.join('\n').replaceAll(/200[6-9]/g, (year) => names[Number(year) - 2006] ?? '');
    const found = read(text);
    assert.ok(found.ok);
    return { names: found.panel.timeNames, notes: found.notes.map(({ rule }) => rule) };
  };
  assert.deepEqual(timesOf('8', '9.0', '10', '11'), { names: ['8', '9', '10', '11'], notes: [] });
  assert.deepEqual(timesOf('2008-08-31', '2008-09-01', '2008-10-01', '2009-01-01').notes, []);
  assert.deepEqual(timesOf('2005-06', '2006-07', '2007-08', '2008-09'), {
    names: ['2005-06', '2006-07', '2007-08', '2008-09'],
    notes: ['timesInTheOrderOfText'],
  });
});

const one: [what: string, text: string, findings: string[]][] = [
  ['an outcome in words', lines([3, 'A,2007,n.a.,0']), ['3 gain outcomeMustBeNumber: "n.a." is no number']],
  ['a decimal comma', lines([3, 'A,2007,"10,5",0']), ['3 gain outcomeMustBeNumber: "10,5" is no number']],
  ['an infinite outcome', lines([3, 'A,2007,1e999,0']), ['3 gain outcomeMustBeNumber: "1e999" is no number']],
  ['a hexadecimal outcome', lines([3, 'A,2007,0x1F,0']), ['3 gain outcomeMustBeNumber: "0x1F" is no number']],
  ['a blank outcome', lines([6, 'B,2006, ,0']), ['6 gain outcomeMustBeNumber: the outcome is blank']],
  ['a treated of 2', lines([6, 'B,2006,13,2']), ['6 treated treatedMustBeZeroOrOne: "2" is neither 0 nor 1']],
  [
    'a treated of yes',
    lines([6, 'B,2006,13,yes']),
    ['6 treated treatedMustBeZeroOrOne: "yes" is neither 0 nor 1'],
  ],
  [
    'a unit-time twice',
    lines([17, 'D,2009,22,0\nB,2006,13,0']),
    ['18 null unitTimeMustStandOnce: B at 2006 stands on line 6 already'],
  ],
  [
    'a row too short',
    lines([6, 'B,2006']),
    ['6 null rowMustFitHeader: the header has 4 fields and this row 2'],
  ],
  [
    'a row too long',
    lines([6, 'B,2006,13,0,9']),
    ['6 null rowMustFitHeader: the header has 4 fields and this row 5'],
  ],
  [
    'one row missing',
    lines([6, null]),
    ['null null panelMustBeBalanced: of 16 unit-times (4 units at 4 times) 1 is missing: B 2006'],
  ],
  [
    'a treatment that ends',
    lines([5, 'A,2009,18,0']),
    ['5 null treatmentMustNotEnd: A is treated from 2008 on but not at 2009'],
  ],
  [
    'two starts',
    lines([9, 'B,2009,16,1']),
    ['null null treatmentMustStartOnce: treated units start at different times: from 2008 A; from 2009 B'],
  ],
  [
    'nobody treated',
    lines([4, 'A,2008,17,0'], [5, 'A,2009,18,0']),
    ['null null somebodyMustBeTreated: no unit is treated at any time'],
  ],
  [
    'one time before',
    lines([3, 'A,2007,11,1']),
    ['null null twoTimesMustComeBefore: only 2006 lies before the treatment'],
  ],
  [
    'no time before',
    lines([2, 'A,2006,10,1'], [3, 'A,2007,11,1']),
    ['null null twoTimesMustComeBefore: the treatment begins at the first time, 2006'],
  ],
  ['a blank unit', lines([17, 'D,2009,22,0\n,2009,3,0']), ['18 district unitMustBeNamed: the unit is blank']],
  ['a blank time', lines([17, 'D,2009,22,0\nD,,3,0']), ['18 year timeMustBeNamed: the time is blank']],
  ['nothing', '', ['null null fileMustHoldRows: the file is empty']],
  ['a header alone', whole[0] ?? '', ['null null fileMustHoldRows: no row follows the header']],
  [
    'two columns not there',
    whole.join('\n').replace('district,year', 'leas,years'),
    [
      '1 district columnMustBeThere: the header has no such column; it has "leas", "years", "gain", "treated"',
      '1 year columnMustBeThere: the header has no such column; it has "leas", "years", "gain", "treated"',
    ],
  ],
  [
    'a column twice',
    whole.join('\n').replace('district,year,gain', 'district,gain,gain'),
    [
      '1 year columnMustBeThere: the header has no such column; it has "district", "gain", "gain", "treated"',
      '1 gain columnMustBeOne: the header has this column more than once',
    ],
  ],
];
for (const [what, text, findings] of one) {
  test(`${what} is found with its place and a remedy`, () => {
    assert.deepEqual(findingsOf(text), findings);
  });
}

test('every unit treated, and an outcome of 7 in every row, are found', () => {
  const all = whole.map((line) => line.replace(/(200[89],\d+),0$/, '$1,1')).join('\n');
  assert.deepEqual(findingsOf(all), [
    'null null somebodyMustNotBeTreated: all 4 units are treated, so there is nobody to compare with',
  ]);
  const same = whole.map((line) => line.replace(/(200\d),\d+/, '$1,7')).join('\n');
  assert.deepEqual(findingsOf(same), ['null gain outcomeMustVary: the outcome is 7 in every row']);
});

test('five troubles in one file are told at once', () => {
  const text = lines(
    [3, 'A,2007,x,0'],
    [5, 'A,2009,18,0'],
    [6, null],
    [10, 'C,2006,16,maybe'],
    [17, 'D,2008,9,0'],
  );
  const rules = findingsOf(text).map((finding) => /\w+(?=:)/.exec(finding)?.[0]);
  assert.deepEqual(rules, [
    'outcomeMustBeNumber',
    'treatedMustBeZeroOrOne',
    'unitTimeMustStandOnce',
    'panelMustBeBalanced',
    'treatmentMustNotEnd',
  ]);
});

test('40 missing unit-times are counted and the first twenty named', () => {
  const years = Array.from({ length: 42 }, (_, i) => 1970 + i);
  const rows = ['A', 'B'].flatMap((district) =>
    years.map((year) => `${district},${year},${year % 7},${district === 'A' && year > 1990 ? 1 : 0}`),
  );
  const found = read([whole[0], ...rows, 'C,1970,1,0', 'C,1971,2,0'].join('\n'));
  assert.ok(!found.ok);
  assert.deepEqual([found.missing.count, found.missing.first.length], [40, 20]);
  assert.deepEqual(found.missing.first[0], { unit: 'C', time: '1972' });
  assert.match(found.findings[0]?.message ?? '', /C 1972, .*, C 1991 and 20 more$/);
});

test('of 500 unreadable outcomes twenty are kept and all counted', () => {
  const rows = Array.from({ length: 500 }, (_, i) => `D${i},2006,?,0`);
  const found = read([whole[0], ...rows].join('\n'));
  assert.ok(!found.ok);
  assert.equal(found.counts.get('outcomeMustBeNumber'), 500);
  assert.equal(found.findings.filter(({ rule }) => rule === 'outcomeMustBeNumber').length, 20);
});

test('a row that is missing is not taken for another start', () => {
  const text = lines([8, null], [9, 'B,2009,16,1']);
  assert.deepEqual(findingsOf(text), [
    'null null panelMustBeBalanced: of 16 unit-times (4 units at 4 times) 1 is missing: B 2008',
  ]);
});

test('where units may start at different times, starts 2008 and 2009 are both kept', () => {
  const found = read(lines([9, 'B,2009,16,1']), { startsOnce: false });
  assert.ok(found.ok);
  assert.deepEqual(found.panel.starts, [2, 3, null, null]);
});

test('a workbook and a file in Latin-1 are told apart from text', () => {
  assert.deepEqual(findingsOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0xff)), [
    'null null fileMustBeText: this is an Excel workbook',
  ]);
  assert.match(
    findingsOf(Buffer.from(whole.join('\n').replaceAll('A', 'Ñ'), 'latin1')).join(),
    /textMustBeUtf8/,
  );
});

test('units named like parts of an object are units like others', () => {
  const found = read(whole.join('\n').replaceAll('A', '__proto__').replaceAll('B', 'constructor'));
  assert.ok(found.ok);
  assert.deepEqual(found.panel.unitNames, ['__proto__', 'constructor', 'C', 'D']);
});

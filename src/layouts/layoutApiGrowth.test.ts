import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  californiaFiles,
  type Recorded,
  recordFile,
  recordRows,
  rowUnder,
  saidTwice,
  tally,
} from '../../test/recordLayout.ts';
import { layoutApiGrowth } from './layoutApiGrowth.ts';
import { layoutApiPanel } from './layoutApiPanel.ts';

/** The header of 2004 as far as it matters here: the base of White students is called WH_API04 again. */
const header2004 =
  'CDS,RTYPE,STYPE,SNAME,DNAME,CNAME,VALID,API04,API03,WH_NUM,WH_SIG,WH_API04,WH_API04,SD_NUM,SD_SIG,SD_API04,SD_API03'.split(
    ',',
  );
const header2013 =
  'CDS,RTYPE,STYPE,SNAME,DNAME,CNAME,VALID,API13,API12,DI_NUM,DI_SIG,DI_API13,DI_API12'.split(',');

function district2013(cells: Readonly<Record<string, string>>): Recorded {
  const fresno = {
    CDS: '10621660000000',
    RTYPE: 'D',
    DNAME: 'Fresno Unified',
    CNAME: 'Fresno',
    VALID: '52000',
    API13: '723',
    API12: '726',
  };
  return recordRows(layoutApiGrowth.open(header2013, '2013.csv'), [
    rowUnder(header2013, { ...fresno, ...cells }),
  ]);
}

function figures({ cells }: Recorded): string[] {
  return cells.map(({ subject, figure }) => {
    const what =
      figure.seen === 'shown' ? figure.value : figure.seen === 'coded' ? figure.text : figure.reason;
    return `${subject.measure} ${subject.schoolYear} ${subject.group} ${what} of ${figure.n}`;
  });
}

test('knows the headers of 2004 and 2013, and refuses that of 2010, whose layout nobody has read', () => {
  assert.ok(layoutApiGrowth.matches(header2004));
  assert.ok(layoutApiGrowth.matches(header2013));
  assert.ok(!layoutApiGrowth.matches(header2013.map((name) => name.replace('13', '10').replace('12', '09'))));
});

test('the second WH_API04 of 2004 is the base of 2003', () => {
  const row =
    '10621660000000,D,1,,Fresno Unified,Fresno,55126,622,610,9771,Yes,740,730,44452,Yes,589,575'.split(',');
  assert.deepEqual(figures(recordRows(layoutApiGrowth.open(header2004, '2004.csv'), [row])), [
    'api_growth 2004 ALL 622 of 55126',
    'api_base 2004 ALL 610 of null',
    'api_growth 2004 WH 740 of 9771',
    'api_base 2004 WH 730 of null',
    'api_growth 2004 SED 589 of 44452',
    'api_base 2004 SED 575 of null',
  ]);
});

test('a blank growth is withheld, for few students below 11 scores; a group of nobody says nothing', () => {
  assert.deepEqual(figures(district2013({ DI_NUM: '10' })).slice(2), [
    'api_growth 2013 SWD few students of 10',
  ]);
  assert.deepEqual(figures(district2013({ DI_NUM: '11' })).slice(2), [
    'api_growth 2013 SWD not reported of 11',
  ]);
  assert.deepEqual(figures(district2013({ DI_NUM: '0' })).slice(2), []);
});

test('the letter C is no valid base in 2004 and a change of demographics from 2005 on; B is no valid base', () => {
  const row = ',S,E,Adams,Fresno Unified,Fresno,20,622,C,,,,,,,,'.replace(',', '10621661030642,').split(',');
  const of2004 = recordRows(layoutApiGrowth.open(header2004, '2004.csv'), [row]);
  assert.equal(figures(of2004)[1], 'api_base 2004 ALL no valid base of null');
  assert.equal(
    figures(district2013({ API12: 'C' }))[1],
    'api_base 2013 ALL significant demographic changes of null',
  );
  assert.equal(figures(district2013({ API12: 'B' }))[1], 'api_base 2013 ALL no valid base of null');
});

test('the last row of all commas is passed over', () => {
  const recorded = recordRows(layoutApiGrowth.open(header2013, '2013.csv'), [header2013.map(() => '')]);
  assert.deepEqual([recorded.cells.length, recorded.findings.length], [0, 0]);
});

test('the record types M, F, A and B are schools in 2004 and unknown in 2013', () => {
  const types = [...'MFAB'];
  for (const RTYPE of types) {
    const school = {
      CDS: '10621661030642',
      RTYPE,
      SNAME: 'Addams',
      DNAME: 'Fresno Unified',
      VALID: '300',
      API04: '600',
    };
    const recorded = recordRows(layoutApiGrowth.open(header2004, '2004.csv'), [rowUnder(header2004, school)]);
    assert.deepEqual([recorded.cells.length, recorded.findings.length], [1, 0], RTYPE);
    assert.equal(recorded.cells[0]?.place.districtName, 'Fresno Unified');
  }
  assert.deepEqual(
    types.map((RTYPE) => district2013({ RTYPE }).findings[0]?.rule),
    types.map(() => 'recordTypeMustBeKnown'),
  );
});

test('wrong codes, levels, counts and indices name their column', () => {
  const findings = [
    district2013({ CDS: '1062166' }),
    district2013({ RTYPE: 'S' }),
    district2013({ VALID: 'many' }),
    district2013({ API13: '72.3' }),
    district2013({ API12: '1100' }),
    district2013({ DI_NUM: '30', DI_API13: 'X' }),
  ].map(({ findings: [first] }) => [first?.severity, first?.rule, first?.column]);
  assert.deepEqual(findings, [
    ['error', 'cdsMustBeACode', 'CDS'],
    ['error', 'levelMustFitItsCode', 'RTYPE'],
    ['error', 'countMustBeWhole', 'VALID'],
    ['error', 'indexMustFitItsScale', 'API13'],
    ['error', 'indexMustFitItsScale', 'API12'],
    ['error', 'indexMustFitItsScale', 'DI_API13'],
  ]);
});

const { folder, skip } = californiaFiles();

test('the four files of the state load without a finding, and say of districts what the panel of all years says', {
  skip,
}, async () => {
  const panel = await recordFile(`${folder}/api-2003-2013/panel.csv.gz`, [layoutApiPanel]);
  assert.deepEqual([panel.rows, panel.findings, saidTwice(panel)], [120_049, [], []]);
  const keyOf = ({ place, subject }: Recorded['cells'][number]) =>
    [place.cds, subject.measure, subject.schoolYear, subject.group].join(' ');
  const inPanel = new Map(panel.cells.map((cell) => [keyOf(cell), cell.figure]));
  for (const year of [2004, 2008, 2009, 2013]) {
    const file = await recordFile(`${folder}/api-2003-2013/${year}-growth-api.csv.gz`, [layoutApiGrowth]);
    assert.deepEqual([file.findings, saidTwice(file)], [[], []]);
    const districts = file.cells.filter(({ place }) => place.cds.endsWith('0000000'));
    const alike = tally(districts, (cell) => {
      const there = inPanel.get(keyOf(cell));
      return there ? String(JSON.stringify(there) === JSON.stringify(cell.figure)) : 'not in the panel';
    });
    assert.ok((alike.true ?? 0) > 8000, JSON.stringify(alike));
    assert.deepEqual([alike.false ?? 0, alike['not in the panel'] ?? 0], [0, 0], String(year));
  }
});

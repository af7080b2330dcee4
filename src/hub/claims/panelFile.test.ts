import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import Papa from 'papaparse';
import type { ClaimPanel } from './claimPanel.ts';
import { estimateCommandText, hashPanel, panelFile } from './panelFile.ts';

const panel: ClaimPanel = {
  years: [2008, 2009],
  firstTreatedYear: 2009,
  districts: [
    { cds: '1', label: 'Fresno Unified', treated: true, synthetic: false, values: [0.1 + 0.2, -1 / 3] },
    { cds: '2', label: 'Igo, Ono, Platina "Union"', treated: false, synthetic: false, values: [0, 1e-7] },
  ],
  excluded: [],
  outsideRule: 0,
  yearsWithoutStudents: [],
  yearsWithoutOutcome: [],
  sourceIds: [],
};

test('a panel’s file has a row a district and year, and treated is 1 from the first treated year on', () => {
  const { data } = Papa.parse<Record<string, string>>(panelFile(panel), {
    header: true,
    skipEmptyLines: true,
  });
  assert.deepEqual(
    data.map(({ district, school_year, treated }) => [district, school_year, treated]),
    [
      ['Fresno Unified', '2008', '0'],
      ['Fresno Unified', '2009', '1'],
      ['Igo, Ono, Platina "Union"', '2008', '0'],
      ['Igo, Ono, Platina "Union"', '2009', '0'],
    ],
  );
});

test('a number read back from the file is the number itself, to the last bit', () => {
  const { data } = Papa.parse<Record<string, string>>(panelFile(panel), {
    header: true,
    skipEmptyLines: true,
  });
  assert.deepEqual(
    data.map(({ outcome }) => Number(outcome)),
    [0.1 + 0.2, -1 / 3, 0, 1e-7],
  );
});

test('the fingerprint is the SHA-256 of the file, so that one digit of one year changes it', () => {
  assert.equal(hashPanel(panel), createHash('sha256').update(panelFile(panel)).digest('hex'));
  const [first, ...others] = panel.districts;
  assert.ok(first);
  const changed = { ...panel, districts: [{ ...first, values: [0.3, -1 / 3] }, ...others] };
  assert.notEqual(hashPanel(changed), hashPanel(panel));
});

test('the command names the file, its columns, the method and what was registered to matter', () => {
  const text = estimateCommandText('panel.csv', {
    question: 'q',
    evidence: 'e',
    outcome: { measureId: 'chronic_absence', group: 'ALL', taken: 'gain' },
    treated: ['1'],
    firstYear: 2004,
    firstTreatedYear: 2009,
    lastYear: 2013,
    method: 'sdid',
    donors: { kind: 'similar', unifiedOnly: false },
    smallestThatMatters: '0.5',
  });
  assert.equal(
    text,
    'tandem estimate panel.csv --unit district --time school_year --outcome outcome --treated treated --method sdid --matters 0.5 --better down --outcome-unit "percentage points a year"',
  );
});

test('a level has no pace: its command names no good direction, that of a yearly gain does', () => {
  const terms = {
    question: 'q',
    evidence: 'e',
    outcome: { measureId: 'math_dfs', group: 'ALL', taken: 'level' },
    treated: ['10621660000000'],
    firstYear: 2019,
    firstTreatedYear: 2023,
    lastYear: 2025,
    method: 'sdid',
    donors: { kind: 'similar', unifiedOnly: false },
    smallestThatMatters: '2',
  } as const;
  assert.doesNotMatch(estimateCommandText('p.csv', terms), /--better/);
  const gain = { ...terms, outcome: { ...terms.outcome, taken: 'gain' } } as const;
  assert.match(estimateCommandText('p.csv', gain), /--better up --outcome-unit "points a year"$/);
});

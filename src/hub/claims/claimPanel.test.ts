import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeClaimPanel, type PanelSources, statisticsPanel } from './claimPanel.ts';
import type { ClaimTerms } from './claimTerms.ts';
import type { Candidate } from './donorPool.ts';
import { panelProblemSentence, yearList } from './panelProblemSentence.ts';

const terms: ClaimTerms = {
  question: 'q',
  evidence: 'e',
  outcome: { measureId: 'math_dfs', group: 'ALL', taken: 'level' },
  treated: ['1'],
  firstYear: 2004,
  firstTreatedYear: 2007,
  lastYear: 2008,
  method: 'sdid',
  donors: { kind: 'students', least: 1000, unifiedOnly: true },
  smallestThatMatters: '2',
};

type Made = { values?: readonly (number | null)[]; n?: readonly (number | null)[]; synthetic?: boolean };

/** A district with values for 2004 on; null where the figure is missing. */
function district(cds: string, name: string, { values, n, synthetic = false }: Made = {}): Candidate {
  const own = values ?? [10, 11, 12, 13, 14].map((value) => value + Number(cds));
  return {
    districtId: `id ${cds}`,
    cds,
    name,
    outcome: (year) => {
      const value = own[year - 2004] ?? null;
      if (value === null) return undefined;
      const students = n ? (n[year - 2004] ?? null) : 5000;
      const figure = { measureId: 'math_dfs', year, value, n: students, sourceId: `s${year}`, synthetic };
      return { value, n: students, figures: [figure] };
    },
  };
}

const fresno = district('1', 'Fresno Unified');
const others = [2, 3, 4, 5].map((i) => district(String(i), `Place ${9 - i} Unified`));
const sources = (more: Partial<PanelSources> = {}): PanelSources => ({
  treated: [fresno],
  candidates: others,
  similar: new Set(),
  ...more,
});
const panelOf = (asked: ClaimTerms, more: Partial<PanelSources> = {}) => {
  const made = makeClaimPanel(asked, sources(more));
  assert.ok(made.ok, made.ok ? '' : panelProblemSentence(made.problem));
  return made.panel;
};
const problemOf = (asked: ClaimTerms, more: Partial<PanelSources> = {}) => {
  const made = makeClaimPanel(asked, sources(more));
  assert.ok(!made.ok, 'a panel was made');
  return { ...made.problem, sentence: panelProblemSentence(made.problem) };
};

test('a panel holds every year of the claim and of each district, rows in the order of names', () => {
  const panel = panelOf(terms);
  assert.deepEqual(panel.years, [2004, 2005, 2006, 2007, 2008]);
  assert.deepEqual(
    panel.districts.map(({ label, treated }) => [label, treated]),
    [
      ['Fresno Unified', true],
      ['Place 4 Unified', false],
      ['Place 5 Unified', false],
      ['Place 6 Unified', false],
      ['Place 7 Unified', false],
    ],
  );
  const numbers = statisticsPanel(panel);
  assert.deepEqual([numbers.units, numbers.times, numbers.treated, numbers.firstTreated], [5, 5, [0], 3]);
  assert.deepEqual([...numbers.outcomes.subarray(0, 5)], [11, 12, 13, 14, 15]);
  assert.deepEqual(panel.sourceIds, ['s2004', 's2005', 's2006', 's2007', 's2008']);
});

test('a district without one of the years is left out by name with the years it lacks', () => {
  const hole = district('6', 'Hole Unified', { values: [1, null, 3, null, 5] });
  const panel = panelOf(terms, { candidates: [...others, hole] });
  assert.deepEqual(panel.excluded, [{ cds: '6', name: 'Hole Unified', missing: [2005, 2007] }]);
  assert.equal(panel.districts.length, 5);
});

test('too small in one year before the start, or not unified, is outside the rule; after the start size is not looked at', () => {
  const small = district('6', 'Small Unified', { n: [5000, 999, 5000, 5000, 5000] });
  const high = district('7', 'Tall Union High');
  const shrank = district('8', 'Shrank Unified', { n: [5000, 5000, 5000, 12, 12] });
  const panel = panelOf(terms, { candidates: [...others, small, high, shrank] });
  assert.equal(panel.outsideRule, 2);
  assert.deepEqual(panel.excluded, []);
  assert.ok(panel.districts.some(({ label }) => label === 'Shrank Unified'));
});

test('a year in which nobody’s number of students is published is passed over by the rule, and told', () => {
  const n = [null, 5000, 5000, 5000, 5000];
  const candidates = [2, 3, 4].map((i) => district(String(i), `Place ${i} Unified`, { n }));
  const panel = panelOf(terms, { treated: [district('1', 'Fresno Unified', { n })], candidates });
  assert.deepEqual(panel.yearsWithoutStudents, [2004]);
  assert.equal(panel.districts.length, 4);
});

test('a year in which nobody has the outcome is no year of the panel, one not published yet neither', () => {
  const values = [1, null, 3, 4, 5];
  const all = ['1', '2', '3', '4'].map((cds) => district(cds, `Place ${cds} Unified`, { values }));
  const asked = { ...terms, firstYear: 2003, lastYear: 2010 };
  const panel = panelOf(asked, { treated: all.slice(0, 1), candidates: all.slice(1) });
  assert.deepEqual(panel.years, [2004, 2006, 2007, 2008]);
  assert.deepEqual(panel.yearsWithoutOutcome, [2003, 2005]);
});

test('the similar districts are those of the caliper, whatever their size', () => {
  const similar = new Set(['id 2', 'id 3', 'id 4']);
  const panel = panelOf({ ...terms, donors: { kind: 'similar', unifiedOnly: false } }, { similar });
  assert.deepEqual(
    panel.districts.map(({ cds }) => cds),
    ['1', '4', '3', '2'],
  );
  assert.equal(panel.outsideRule, 1);
});

test('two districts of one name are told apart by their codes, and made-up figures are marked', () => {
  const twins = [
    district('6', 'Washington Unified'),
    district('7', 'Washington Unified', { synthetic: true }),
  ];
  const panel = panelOf(terms, { candidates: [...others, ...twins] });
  assert.deepEqual(
    panel.districts.flatMap(({ label, synthetic }) => (label.startsWith('W') ? [[label, synthetic]] : [])),
    [
      ['Washington Unified 6', false],
      ['Washington Unified 7', true],
    ],
  );
});

test('no district inside the caliper is refused', () => {
  const { reason, sentence } = problemOf({ ...terms, donors: { kind: 'similar', unifiedOnly: false } });
  assert.equal(reason, 'no similar district');
  assert.match(sentence, /nothing fair to compare with/);
});

test('no district of the size asked for is refused with the number', () => {
  const { sentence } = problemOf({
    ...terms,
    donors: { kind: 'students', least: 60_000, unifiedOnly: true },
  });
  assert.match(sentence, /^No other district has at least 60,000 students/);
});

test('two districts to compare one with are too few: three are needed, and those left out are counted', () => {
  const hole = district('6', 'Hole Unified', { values: [1, null, 3, 4, 5] });
  const { sentence } = problemOf(terms, { candidates: [...others.slice(0, 2), hole] });
  assert.match(
    sentence,
    /^Only 2 districts have the outcome in every year; 1 more lack some years\. At least 3/,
  );
});

test('one year before the start is refused, none too, and no year after it', () => {
  assert.match(
    problemOf({ ...terms, firstTreatedYear: 2005 }).sentence,
    /one year before the start only \(2003-04\)/,
  );
  const late = { ...terms, firstYear: 2009, firstTreatedYear: 2012, lastYear: 2013 };
  assert.match(problemOf(late).sentence, /No district has a figure of the outcome before the start/);
  const future = { ...terms, firstTreatedYear: 2009, lastYear: 2012 };
  assert.match(problemOf(future).sentence, /after the start yet/);
});

test('a district of the claim that misses years others have is refused by name and year', () => {
  const hole = district('1', 'Fresno Unified', { values: [1, 2, null, null, 5] });
  const { sentence } = problemOf(terms, { treated: [hole] });
  assert.match(
    sentence,
    /^The outcome is missing for Fresno Unified 2005-06 and 2006-07, where other districts/,
  );
});

test('years are told as runs: three in a row by their ends', () => {
  assert.equal(yearList([2004]), '2003-04');
  assert.equal(yearList([2004, 2005]), '2003-04 and 2004-05');
  assert.equal(yearList([2009, 2004, 2005, 2006]), '2003-04 to 2005-06 and 2008-09');
});

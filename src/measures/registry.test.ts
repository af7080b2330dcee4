import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { MeasureDefinition } from '../vocabulary/measure.ts';
import { findMeasure, measureById, measures } from './registry.ts';

type Fact = Record<
  | 'id'
  | 'domain'
  | 'name'
  | 'numerator'
  | 'denominator'
  | 'exclusions'
  | 'grades'
  | 'unit'
  | 'direction'
  | 'aggregation'
  | 'min_n'
  | 'source'
  | 'evidence'
  | 'verify_with'
  | 'inputs',
  string
>;
const factsFile = '../shared/data/standards/measures.json';

test('42 measures are current and 2 ended after 2013, all 44 with ids of their own', () => {
  const ended = measures.filter((one) => one.endedAfter !== null);
  assert.equal(measures.length - ended.length, 42);
  assert.deepEqual(
    ended.map((one) => [one.id, one.endedAfter, one.unit, one.direction]),
    [
      ['api_growth', 2013, 'index', 'up'],
      ['api_base', 2013, 'index', 'up'],
    ],
  );
  assert.equal(new Set(measures.map((one) => one.id)).size, 44);
});

test('a short name fits a heading of 50 letters and belongs to one measure only', () => {
  assert.deepEqual(
    measures.filter((one) => one.shortName.length > 50 || one.shortName === '').map((one) => one.id),
    [],
  );
  assert.equal(new Set(measures.map((one) => one.shortName)).size, 44);
});

test('the API base says that growth(y) compares with base(y-1) of the same file, never with growth(y-1)', () => {
  const words = 'growth(y) compares only with base(y-1) of the same file, never with growth(y-1)';
  assert.ok(measureById('api_base').aggregation?.includes(words));
});

test('findMeasure finds math_dfs and not math, measureById throws on math', () => {
  assert.equal(findMeasure('math_dfs')?.shortName, 'Mathematics, distance from standard');
  assert.equal(findMeasure('math'), undefined);
  assert.throws(() => measureById('math'), /no measure has the id math/);
});

test('all 15 facts of each of the 37 measures agree with the standards file', (t) => {
  if (!existsSync(factsFile)) return t.skip(`${factsFile} is not there: the facts were NOT compared`);
  const { measures: facts } = JSON.parse(readFileSync(factsFile, 'utf8')) as { measures: Fact[] };
  assert.equal(facts.length, 37);
  for (const [at, fact] of facts.entries()) {
    assert.deepEqual(factsOf(measureById(fact.id)), expected(facts, at), fact.id);
  }
});

/** The fields of a definition that come from the standards file. */
function factsOf(one: MeasureDefinition) {
  const { version: _version, shortName: _short, decimals: _decimals, endedAfter: _ended, ...rest } = one;
  return rest;
}

function expected(facts: Fact[], at: number) {
  const fact = facts[at] as Fact;
  const said = (field: keyof Fact) => spelledOut(facts, at, field);
  const optional = (field: keyof Fact) => (said(field) === '-' ? null : said(field));
  const one = measureById(fact.id);
  const [direction, directionNote] = directionOf(fact.direction);
  const [evidence, evidenceNote] = evidenceOf(said('evidence'));
  return {
    id: fact.id,
    name: fact.name,
    domain: fact.domain,
    focusArea: focusAreas[fact.domain] ?? null,
    numerator: said('numerator'),
    denominator: said('denominator'),
    exclusions: optional('exclusions'),
    grades: optional('grades'),
    unit: fact.unit.startsWith('scale-score points')
      ? 'points'
      : fact.unit === '0-100'
        ? 'index'
        : unitOf(fact.unit),
    unitNote: fact.unit.startsWith(one.unit) ? after(fact.unit, one.unit) : fact.unit,
    direction,
    directionNote,
    aggregation: optional('aggregation'),
    minimumN: optional('min_n'),
    source: said('source'),
    evidence,
    evidenceNote,
    verifyWith: optional('verify_with'),
    inputs: optional('inputs'),
  };
}

const focusAreas: Record<string, string> = {
  math: 'mathematics',
  english_learners: 'english-learners',
  leadership: 'leadership',
  readiness: 'college-career',
  careers: 'college-career',
};

function unitOf(text: string): string {
  return ['per thousand', 'percent', 'points', 'rating', 'hours', 'letter', 'flag'].find((unit) =>
    text.includes(unit),
  ) as string;
}

function directionOf(text: string): [string, string | null] {
  const [word, direction] = (
    [
      ['higher better', 'up'],
      ['lower better', 'down'],
      ['fewer better', 'down'],
      ['context', 'context'],
    ] as const
  ).find(([start]) => text.startsWith(start)) as [string, string];
  return [direction, word === 'fewer better' ? text : after(text, word) || null];
}

function evidenceOf(text: string): [string[], string] {
  const tags = new Set([...text.matchAll(/(?<![A-Za-z])[VSMD](?![A-Za-z])/g)].map(([tag]) => tag));
  if (/^[VSMD](\/[VSMD])*$/.test(text)) return [[...tags], ''];
  return tags.size === 1 ? [[...tags], text.slice(2)] : [[...tags], text];
}

function after(text: string, word: string): string {
  return text
    .slice(word.length)
    .replace(/^[,; ]+/, '')
    .replace(/^\((.*)\)$/, '$1');
}

/** `as math_dfs; …` and `as above` with the other measure's words in their place, and files named for a reader. */
function spelledOut(facts: Fact[], at: number, field: keyof Fact): string {
  const fact = facts[at] as Fact;
  const match = /^((?:[VSMD] )?)as (\w+)(.*)$/s.exec(fact[field]);
  const to =
    match?.[2] === 'above'
      ? at - 1
      : facts.findIndex((one) => one.id === match?.[2]?.replace(/^dfs$/, 'math_dfs'));
  let text = fact[field];
  if (match && to >= 0) {
    const rest = (match[3] ?? '').replace(/^ \+/, '; also').replace(/^ /, ', ');
    const words = spelledOut(facts, to, field);
    text = `${match[1]}${match[1] === '' ? words : words.replace(/^[VSMD] /, '')}${rest}`;
  }
  return readersWords.reduce((so, [from, words]) => so.replace(from, words), text);
}

const readersWords: readonly (readonly [string, string])[] = [
  ['dashboard_mry.csv', '2024 Dashboard download of Monterey County'],
  ['published_* file', 'published district figures'],
  ['; elpac-elpi-levels.json', '; the table of ELPAC and ELPI levels'],
  ['level table in elpac-elpi-levels.json', 'with the table of ELPAC and ELPI levels'],
  ['CCI rules list in standards.md', "CDE's rules of the College/Career Indicator, 2024"],
  [
    'own definition, parameters in standards.md',
    'own definition: growth = median wage at or above the area median of all occupations, entry education reachable by the pathway, and growth at least 1.5 times the area average or annual openings at or above the 90th percentile',
  ],
];

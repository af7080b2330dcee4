import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseClaimDraft, parseClaimSubject } from './claimDraft.ts';

const parties = [
  { cds: '10621660000000', position: 1 },
  { cds: '19647250000000', position: 2 },
];
const subject = parseClaimSubject('api_growth', 'ALL', 'gain');
assert.ok(subject);
const whole = {
  question: ' Did the yearly gain change? ',
  evidence: 'Two points a year or more.',
  'treated-1': '10621660000000',
  'treated-2': '19647250000000',
  firstYear: '2004',
  firstTreatedYear: '2009',
  lastYear: '2013',
  method: 'sdid',
  donors: 'students',
  least: '10,000',
  unifiedOnly: 'yes',
  smallest: '2.50',
};
const whose = { thisYear: 2027, ownCds: '10621660000000' };
const errorsOf = (more: Record<string, string>) => {
  const parsed = parseClaimDraft({ ...whole, ...more }, subject, parties, whose);
  return parsed.ok ? {} : Object.fromEntries(parsed.errors);
};

test('a whole form fixes every term; numbers lose what says nothing', () => {
  const parsed = parseClaimDraft(whole, subject, parties, whose);
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value, {
    question: 'Did the yearly gain change?',
    evidence: 'Two points a year or more.',
    outcome: { measureId: 'api_growth', group: 'ALL', taken: 'gain' },
    treated: ['10621660000000', '19647250000000'],
    firstYear: 2004,
    firstTreatedYear: 2009,
    lastYear: 2013,
    method: 'sdid',
    donors: { kind: 'students', least: 10000, unifiedOnly: true },
    smallestThatMatters: '2.5',
  });
});

test('a claim about the partner alone is the partner’s to register; somebody of no district may ask about one', () => {
  const partnerOnly = { ...whole, 'treated-1': '' };
  const refused = parseClaimDraft(partnerOnly, subject, parties, whose);
  assert.ok(!refused.ok);
  assert.deepEqual(
    [...refused.errors],
    [['treated', 'A claim about other districts alone is theirs to register: tick your own, too.']],
  );
  assert.ok(parseClaimDraft(partnerOnly, subject, parties, { thisYear: 2027, ownCds: null }).ok);
});

test('each missing part gets a sentence at its field', () => {
  const parsed = parseClaimDraft({}, subject, parties, whose);
  assert.ok(!parsed.ok);
  assert.deepEqual([...parsed.errors.keys()].sort(), [
    'donors',
    'evidence',
    'firstTreatedYear',
    'firstYear',
    'lastYear',
    'method',
    'question',
    'smallest',
    'treated',
  ]);
});

test('one year before the start, a last year before it and forty years are refused at their fields', () => {
  assert.match(errorsOf({ firstYear: '2008' })['firstYear'] ?? '', /at least two school years/);
  assert.match(errorsOf({ lastYear: '2008' })['lastYear'] ?? '', /cannot lie before the start/);
  assert.match(errorsOf({ firstYear: '1990', lastYear: '2030' })['lastYear'] ?? '', /no more than 40/);
});

test('nothing, zero, a minus and words are no smallest change that matters', () => {
  for (const smallest of ['', '0', '-2', 'two', '2,5', '1e3'])
    assert.match(errorsOf({ smallest })['smallest'] ?? '', /above zero/, smallest);
});

test('the rule of size needs its number; the rule of likeness does not', () => {
  assert.match(errorsOf({ least: '' })['least'] ?? '', /as in 10,000/);
  assert.deepEqual(errorsOf({ donors: 'similar', least: '' }), {});
});

test('a box that was sent for a district of another partnership ticks nothing', () => {
  assert.match(errorsOf({ 'treated-1': 'x', 'treated-2': 'y' })['treated'] ?? '', /Tick the districts/);
});

test('the level of the index, its base and an unknown group are no subject', () => {
  assert.equal(parseClaimSubject('api_growth', 'ALL', 'level'), undefined);
  assert.equal(parseClaimSubject('api_base', 'ALL', 'gain'), undefined);
  assert.equal(parseClaimSubject('math_dfs', 'XX', 'gain'), undefined);
  assert.equal(parseClaimSubject('math_dfs', 'EL', 'level')?.taken, 'level');
});

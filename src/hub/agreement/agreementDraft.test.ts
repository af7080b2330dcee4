import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAgreementDraft } from './agreementDraft.ts';
import { writtenOf } from './writtenTerms.ts';

const parties = [
  { cds: '10621660000000', position: 1 },
  { cds: '19647250000000', position: 2 },
];
const form = {
  title: 'What we show each other',
  validFrom: '2026-01-01',
  validUntil: '2027-06-30',
  daysSeenAfterEnd: '30',
  grants: '1',
  'grant1-giver': 'every',
  'grant1-measure-math_dfs': 'math_dfs',
  'grant1-scope': 'district',
  'grant1-firstYear': '2024',
  'grant1-lastYear': '2027',
  'grant1-smallestGroup': '11',
  'grant1-embargoDays': '0',
  'grant1-publication': 'never',
};
let made = 0;
const context = {
  parties,
  today: '2025-12-01',
  newId: () => `01890000-0000-7000-8000-0000000000${String(++made).padStart(2, '0')}`,
  earlier: [],
};

function errorsOf(changes: Readonly<Record<string, string>>): string[] {
  const parsed = parseAgreementDraft({ ...form, ...changes }, context);
  return parsed.ok ? [] : [...parsed.errors.keys()];
}

test('“each to the other” becomes a grant of each district to the other, alike in all else', () => {
  const parsed = parseAgreementDraft(form, context);
  assert.ok(parsed.ok);
  assert.deepEqual(
    parsed.value.grants.map(({ from, to, smallestGroup }) => [from, to, smallestGroup]),
    [
      ['10621660000000', ['19647250000000'], 11],
      ['19647250000000', ['10621660000000'], 11],
    ],
  );
});

test('each field that is not right is named, and the threshold cannot be lowered', () => {
  assert.deepEqual(errorsOf({ 'grant1-smallestGroup': '10' }), ['grant1-smallestGroup']);
  assert.deepEqual(errorsOf({ 'grant1-measure-math_dfs': 'api_base' }), ['grant1-measure']);
  assert.deepEqual(errorsOf({ validUntil: '2027-02-30' }), ['validUntil']);
  assert.deepEqual(errorsOf({ validUntil: '2025-12-31' }), ['validUntil']);
  assert.deepEqual(errorsOf({ validFrom: '2025-01-01', validUntil: '2025-11-30' }), ['validUntil']);
  assert.deepEqual(errorsOf({ validUntil: '2031-01-31' }), ['validUntil']);
  assert.deepEqual(errorsOf({ reviewOn: '2028-01-01' }), ['reviewOn']);
  assert.deepEqual(errorsOf({ 'grant1-lastYear': '2023' }), ['grant1-lastYear']);
  assert.deepEqual(errorsOf({ 'grant1-giver': '33669770000000' }), ['grant1-giver']);
});

test('terms written into the form and read again are the same terms, ids of the grants too', () => {
  const first = parseAgreementDraft(form, context);
  assert.ok(first.ok);
  const { note: _, ...rest } = first.value;
  const terms = {
    format: 'tandem agreement 1' as const,
    agreement: '01890000-0000-7000-8000-000000000001',
    partnership: 'fresno-long-beach',
    parties: [],
    ...rest,
  };
  const again = parseAgreementDraft(writtenOf(terms, parties), { ...context, earlier: rest.grants });
  assert.ok(again.ok);
  assert.deepEqual(again.value, { ...rest, note: '' });
});

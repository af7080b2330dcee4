import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAccountString, parseCode } from './accountCode.ts';
import { exchangeOf } from './exchange.ts';
import { flexibilityResults } from './flexibilityResults.ts';
import { firstYearUnder, visibleResult } from './flexibilityResult.ts';
import { flexibilityStanding } from './flexibilityStanding.ts';
import { parseFlexibilityDraft } from './flexibilityDraft.ts';
import { leverageOf, leverageSentence } from './leverage.ts';
import { parseSourceDraft } from './sourceDraft.ts';
import { spannedMonths } from './spannedMonths.ts';

const period = { fromDay: '2026-07-01', untilDay: '2027-06-30' };

test('whether a flexibility is in force follows from its decision and its days', () => {
  const standing = (decision: 'requested' | 'granted' | 'denied', today: string) =>
    flexibilityStanding({ decision, ...period }, today);
  assert.equal(standing('granted', '2026-06-30'), 'granted, to begin');
  assert.equal(standing('granted', '2026-07-01'), 'in force');
  assert.equal(standing('granted', '2027-06-30'), 'in force');
  assert.equal(standing('granted', '2027-07-01'), 'over');
  assert.equal(standing('requested', '2028-01-01'), 'requested');
  assert.equal(standing('denied', '2026-08-01'), 'denied');
});

test('leverage is outside and freed dollars for each own dollar: $3 grant and $1.50 freed by $2 own are $2.25', () => {
  const sources = [
    { kind: 'foundation', amountCents: 300 },
    { kind: 'district general', amountCents: 200 },
    { kind: 'state general', amountCents: 9900 },
  ] as const;
  const freed = [
    { decision: 'granted', ...period, freedCents: 150 },
    { decision: 'requested', ...period, freedCents: 7700 },
  ] as const;
  assert.equal(leverageOf(sources, freed, '2026-08-01').centsPerDollar, 225);
  assert.equal(leverageOf(sources, freed, '2026-06-01').centsPerDollar, 150);
  const none = leverageOf(sources.slice(0, 1), [], '2026-08-01');
  assert.equal(none.centsPerDollar, null);
  assert.match(leverageSentence(none), /^Cannot say: there are \$3 of grants/);
});

test('a school year counts from half a year under the flexibility on', () => {
  assert.equal(firstYearUnder('2026-07-01'), 2027);
  assert.equal(firstYearUnder('2026-12-31'), 2027);
  assert.equal(firstYearUnder('2027-01-01'), 2027);
  assert.equal(firstYearUnder('2027-01-02'), 2028);
});

for (const [paceStatus, newestYear, result] of [
  ['behind', 2026, 'too early'],
  ['behind', 2027, 'no effect visible yet'],
  ['moving away', 2027, 'no effect visible yet'],
  ['on pace', 2027, 'pace on track'],
  ['met', 2027, 'pace on track'],
  ['cannot tell', 2027, 'cannot tell'],
  [null, 2027, 'cannot tell'],
] as const)
  test(`from July 2026, a pace ${paceStatus} with results up to ${newestYear} shows: ${result}`, () => {
    const answer = visibleResult({ paceStatus, newestYear, fromDay: '2026-07-01' });
    assert.equal(answer.result, result);
    assert.doesNotMatch(answer.sentence, /caused|because of|thanks to/);
  });

const source = {
  name: 'Sample grant',
  kind: 'grant',
  district: 'f',
  resourceCode: '9010',
  restricted: 'yes',
  ...period,
  amount: '$1.2 million',
};

test('a funding source is read with its cents; a short code, a period backwards and zero dollars are refused at their fields', () => {
  const right = parseSourceDraft(source, { own: 'f', isChange: false });
  assert.deepEqual(right.ok && [right.value.amountCents, right.value.districtId, right.value.reason], [
    120_000_000,
    'f',
    null,
  ]);
  const wrong = parseSourceDraft(
    { ...source, district: 'other', resourceCode: '910', untilDay: '2026-06-01', amount: '0' },
    { own: 'f', isChange: true },
  );
  assert.deepEqual(!wrong.ok && [...wrong.errors.keys()].sort(), [
    'amount',
    'district',
    'reason',
    'resourceCode',
    'untilDay',
  ]);
});

test('a flexibility is decided on a day that is over, by an authority that is named, and moves money from one source to another', () => {
  const context = {
    own: 'f',
    isChange: false,
    today: '2026-11-25',
    sourceIds: ['a'],
    engagementIds: ['w'],
    benchmarkIds: ['b', 'c'],
  };
  const form = {
    title: 'Block grant',
    district: 'both',
    ruleWords: 'Funds for one purpose may serve another.',
    ruleCitation: 'Education Code 1 (invented)',
    authority: 'other',
    decision: 'granted',
    requestedOn: '2026-05-01',
    decidedOn: '2026-12-01',
    ...period,
    freed: '5',
    fromSource: 'a',
    toSource: 'a',
    useWords: 'Coaches',
    'benchmark-b': 'b',
    'benchmark-z': 'z',
  };
  const wrong = parseFlexibilityDraft(form, context);
  assert.deepEqual(!wrong.ok && [...wrong.errors.keys()].sort(), ['authorityWords', 'decidedOn', 'toSource']);
  const right = parseFlexibilityDraft(
    { ...form, authority: 'statute', decidedOn: '6/1/2026', toSource: '' },
    context,
  );
  assert.deepEqual(right.ok && [right.value.decidedOn, right.value.districtId, right.value.benchmarkIds], [
    '2026-06-01',
    null,
    ['b'],
  ]);
});

test('the months of some days are whole months, February of a leap year too', () => {
  assert.deepEqual(spannedMonths(['2028-02-10', '2027-12-31']), {
    fromDay: '2027-12-01',
    untilDay: '2028-02-29',
  });
  assert.equal(spannedMonths([]), null);
});

test('only hours that both confirmed count, at the giving district’s rate: 2.5 h at $68 are $170; without a rate nothing is valued', () => {
  const hours = [
    { givesId: 'f', receivesId: 'l', quarterHours: 10, state: 'confirmed', engagementId: null },
    { givesId: 'f', receivesId: 'l', quarterHours: 40, state: 'waiting', engagementId: null },
    { givesId: 'l', receivesId: 'f', quarterHours: 6, state: 'confirmed', engagementId: null },
  ];
  const inKind = [
    { districtId: 'l', valueCents: 400_00 },
    { districtId: 'l', valueCents: null },
  ];
  const all = { hours, inKind, rates: [{ districtId: 'f', centsPerHour: 68_00 }] };
  const none = { gifts: 0, giftsCents: 0, giftsNotValued: 0 };
  assert.deepEqual(exchangeOf('f', all), {
    quarterHoursGiven: 10,
    quarterHoursReceived: 6,
    hoursCents: 170_00,
    ...none,
  });
  assert.deepEqual(exchangeOf('l', all), {
    quarterHoursGiven: 6,
    quarterHoursReceived: 10,
    hoursCents: null,
    gifts: 2,
    giftsCents: 400_00,
    giftsNotValued: 1,
  });
});

test('an account string gives resource and object; anything else is none; 100 is 0100', () => {
  const codes = { resource: '7390', object: '4310' };
  for (const text of ['01-7390-0-1110-1000-4310-000-0000', '01.7390.0.1110.1000.4310', '0173900111010004310'])
    assert.deepEqual(parseAccountString(text), codes, text);
  for (const text of ['', '7390', '01-739-0-1110-1000-4310', '01-7390-0-1110-1000-431x'])
    assert.equal(parseAccountString(text), undefined, text);
  assert.deepEqual(parseCode('100.0'), { code: '0100', isFilled: true });
  assert.equal(parseCode('12345'), undefined);
});

test('a claim is quoted only where it is about this measure, group and district, and whole', () => {
  const party = { districtId: 'f', cds: '1', shortName: 'Fresno' };
  const standing = { party, pace: null, newest: undefined };
  const benchmarks = [
    { benchmark: { id: 'b' }, measure: { id: 'math_dfs' }, group: { code: 'EL' }, standings: [standing] },
  ];
  const claim = {
    id: 'c',
    state: { whole: true },
    registration: {
      question: 'Did it?',
      outcome: { measure: 'math_dfs', group: 'EL' },
      treated: [{ cds: '1' }],
    },
  };
  const findings = [{ claimId: 'c', sentence: 'It cannot be told.' }];
  const tied = { benchmarkIds: ['b'], districtId: null, fromDay: '2026-07-01' };
  const gradeOf = (claims: readonly (typeof claim)[], said = findings) =>
    flexibilityResults({ benchmarks, claims, findings: said }, tied)[0];
  assert.equal(gradeOf([claim])?.claim?.sentence, 'It cannot be told.');
  assert.equal(gradeOf([claim])?.grade, 'estimated');
  assert.equal(gradeOf([claim], [])?.grade, 'registered');
  assert.equal(gradeOf([{ ...claim, state: { whole: false } }])?.grade, 'pace only');
  const others = { ...claim.registration, treated: [{ cds: '2' }] };
  assert.equal(gradeOf([{ ...claim, registration: others }])?.grade, 'pace only');
});

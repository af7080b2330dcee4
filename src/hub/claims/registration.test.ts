import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { hashText, readRegistration, sealRegistration, termsOf } from './registration.ts';
import { registrationMustBeWhole } from './registrationMustBeWhole.ts';

const registration: Parameters<typeof sealRegistration>[0] = {
  claim: '01a208f6-6c29-7e69-938f-dd6802031c86',
  partnership: { slug: 'a-b', name: 'A–B' },
  question: 'Did it move faster?',
  evidence: 'Two points a year.',
  outcome: {
    measure: 'api_growth',
    definitions: { api_growth: 'f'.repeat(64) },
    group: 'ALL',
    grade: 'all',
    taken: 'gain',
  },
  treated: [{ cds: '10621660000000', name: 'Fresno Unified' }],
  years: { first: 2004, firstTreated: 2009, last: 2013 },
  method: 'sdid',
  donors: { kind: 'students', least: 10000, unifiedOnly: true },
  smallestThatMatters: '2',
  yearsAlreadySeen: [2009],
  replaces: null,
  registeredAt: '2026-11-25T17:00:00.000Z',
  registeredBy: { name: 'Jordan Vale', role: 'Coordinator' },
};
const sealed = sealRegistration(registration);

test('a registration is JSON without white space, its keys in order, and the fingerprint is that of its bytes', () => {
  assert.match(
    sealed.text,
    /^\{"claim":"01a208f6[^ ]*","donors":\{"kind":"students","least":10000,"unifiedOnly":true\}/,
  );
  assert.equal(sealed.hash, createHash('sha256').update(Buffer.from(sealed.text, 'utf8')).digest('hex'));
  assert.deepEqual(readRegistration(sealed.text), { format: 'tandem claim 1', ...registration });
});

test('the order in which the parts were written changes nothing, one letter of the question everything', () => {
  const turned = Object.fromEntries(Object.entries(registration).toReversed()) as typeof registration;
  assert.equal(sealRegistration(turned).hash, sealed.hash);
  const other = sealRegistration({ ...registration, question: 'Did it move faster!' });
  assert.notEqual(other.hash, sealed.hash);
});

test('a registration with a part too many or too few was never written by Tandem', () => {
  assert.throws(() => readRegistration(sealed.text.replace('"claim"', '"extra":1,"claim"')), /extra/);
  assert.throws(() => readRegistration(sealed.text.replace('"method":"sdid",', '')), /method/);
});

test('terms come back as they were fixed', () => {
  const terms = termsOf(readRegistration(sealed.text));
  assert.deepEqual(
    [terms.treated, terms.firstYear, terms.firstTreatedYear, terms.lastYear, terms.outcome.taken],
    [['10621660000000'], 2004, 2009, 2013, 'gain'],
  );
});

test('a registration is whole only when text, fingerprint and history agree', () => {
  const kept = { registration: sealed.text, hash: sealed.hash };
  const why = (one: typeof kept, inHistory: string | undefined) => {
    const state = registrationMustBeWhole(one, inHistory);
    return state.whole ? 'whole' : state.why;
  };
  assert.equal(why(kept, sealed.hash), 'whole');
  const changed = { ...kept, registration: sealed.text.replace('"2"', '"9"') };
  assert.match(why(changed, sealed.hash), /does not have the fingerprint/);
  assert.match(
    why({ ...changed, hash: hashText(changed.registration) }, sealed.hash),
    /not the one in the history/,
  );
  assert.match(why(kept, undefined), /holds no line/);
});

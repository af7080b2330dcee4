import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exampleTerms, fresnoCds, longBeachCds } from '../../../test/exampleTerms.ts';
import {
  type AgreementVersion,
  canBeEnded,
  liveGrants,
  partyTo,
  standingOf,
  waitingFor,
} from './standing.ts';

const parties = [fresnoCds, longBeachCds] as const;
const terms = exampleTerms({ daysSeenAfterEnd: 30 });
const first: AgreementVersion = { version: 1, step: 'proposed', cds: parties[0], terms };
const second: AgreementVersion = {
  version: 2,
  step: 'countered',
  cds: parties[1],
  terms: { ...terms, grants: terms.grants.slice(0, 1) },
};
const both = (version: number) => parties.map((cds) => ({ version, cds }));

function stateOn(today: string, agreement: Partial<Parameters<typeof standingOf>[0]>): string {
  const whole = { versions: [first], signings: [], endings: [], ...agreement };
  return standingOf(whole, today).state;
}

describe('how an agreement stands', () => {
  test('nobody types it: it follows from who put forward, who signed, and the day', () => {
    assert.equal(stateOn('2026-02-01', { versions: [{ ...first, step: 'drafted' }] }), 'draft');
    assert.equal(stateOn('2026-02-01', {}), 'proposed');
    assert.equal(stateOn('2026-02-01', { signings: both(1).slice(0, 1) }), 'proposed');
    assert.equal(stateOn('2026-02-01', { versions: [first, second] }), 'countered');
    assert.equal(stateOn('2027-07-01', {}), 'lapsed');
    assert.equal(stateOn('2025-12-31', { signings: both(1) }), 'signed');
    assert.equal(stateOn('2026-01-01', { signings: both(1) }), 'active');
    assert.equal(stateOn('2027-05-01', { signings: both(1) }), 'expiring');
    assert.equal(stateOn('2027-04-30', { signings: both(1) }), 'active');
    assert.equal(stateOn('2027-06-30', { signings: both(1) }), 'expiring');
    assert.equal(stateOn('2027-07-01', { signings: both(1) }), 'ended');
    assert.equal(stateOn('2026-02-01', { signings: both(1), endings: [{ grantId: null }] }), 'ended');
  });

  test('a counter-proposal changes nothing of what is signed until all have signed it', () => {
    const countered = { versions: [first, second], signings: both(1), endings: [] };
    const standing = standingOf(countered, '2026-02-01');
    assert.deepEqual([standing.state, standing.inForce?.version, standing.open?.version], ['active', 1, 2]);
    assert.equal(liveGrants(countered, '2026-02-01').length, 2);
    const signed = { ...countered, signings: [...both(1), ...both(2)] };
    assert.equal(standingOf(signed, '2026-02-01').inForce?.version, 2);
    assert.equal(liveGrants(signed, '2026-02-01').length, 1);
  });

  test('terms that begin later leave those before in force until their day, also when these end later', () => {
    const later = {
      ...second,
      terms: { ...second.terms, validFrom: '2026-07-01', validUntil: '2026-12-31' },
    };
    const amended = { versions: [first, later], signings: [...both(1), ...both(2)], endings: [] };
    const on = (today: string) => {
      const { state, inForce } = standingOf(amended, today);
      return [state, inForce?.version, liveGrants(amended, today).length];
    };
    assert.deepEqual(on('2026-06-30'), ['active', 1, 2]);
    assert.deepEqual(on('2026-07-01'), ['active', 2, 1]);
    assert.deepEqual(on('2027-02-01'), ['ended', undefined, 0]);
    const gap = { ...later, terms: { ...later.terms, validFrom: '2027-09-01', validUntil: '2028-06-30' } };
    const between = standingOf({ ...amended, versions: [first, gap] }, '2027-07-10');
    assert.deepEqual([between.state, between.inForce], ['signed', null]);
  });

  test('a grant can be taken back as long as its figures are seen, after the last day too; a draft binds nobody', () => {
    const agreement = { versions: [first], signings: both(1), endings: [] };
    assert.equal(canBeEnded(agreement, '2027-07-30'), true);
    assert.equal(canBeEnded(agreement, '2027-07-31'), false);
    assert.equal(canBeEnded({ ...agreement, signings: [] }, '2026-02-01'), false);
    assert.deepEqual(partyTo(first, { cds: parties[1] }), { cds: parties[1] });
    assert.equal(partyTo(first, { cds: '34674390000000' }), undefined);
  });

  test('what was shared is seen for as many days after the end as was agreed, and takes nothing new', () => {
    const agreement = { versions: [first], signings: both(1), endings: [] };
    const on = (today: string) => liveGrants(agreement, today).map((one) => one.takesReleases);
    assert.deepEqual(on('2025-12-31'), []);
    assert.deepEqual(on('2027-06-30'), [true, true]);
    assert.deepEqual(on('2027-07-30'), [false, false]);
    assert.deepEqual(on('2027-07-31'), []);
  });

  test('a grant taken back hides at once and leaves the others; an agreement ended hides all, days or not', () => {
    const agreement = { versions: [first], signings: both(1) };
    const grantId = terms.grants[0]?.id ?? null;
    const left = liveGrants({ ...agreement, endings: [{ grantId }] }, '2026-02-01');
    assert.deepEqual(
      left.map(({ clause }) => clause.id),
      [terms.grants[1]?.id],
    );
    assert.deepEqual(liveGrants({ ...agreement, endings: [{ grantId: null }] }, '2027-07-02'), []);
  });

  test('a version waits for a district until that has signed it, never as a draft, and not after its last day', () => {
    const district = { cds: longBeachCds };
    const waits = (agreement: Partial<Parameters<typeof standingOf>[0]>, today = '2026-02-01') =>
      waitingFor({ versions: [first], signings: [], endings: [], ...agreement }, district, today)?.version;
    assert.equal(waits({}), 1);
    assert.equal(waits({ signings: [{ version: 1, cds: fresnoCds }] }), 1);
    assert.equal(waits({ signings: [{ version: 1, cds: longBeachCds }] }), undefined);
    assert.equal(waits({ versions: [{ ...first, step: 'drafted' }] }), undefined);
    assert.equal(waits({}, '2027-07-01'), undefined);
    assert.equal(waits({ versions: [first, second], signings: both(1) }), 2);
    assert.equal(waits({ signings: both(1), endings: [{ grantId: null }] }), undefined);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadSolver } from '../../stats/pairing/loadSolver.ts';
import type { OfferStanding } from './capacityLeft.ts';
import type { GridCell, GridLevel } from '../matching/gridCell.ts';
import { type Giver, placesLeft, proposeMatches, type WaitingNeed } from './proposals.ts';
import { leastNeed, proposalWeight, weigh, weighCell } from './proposalWeight.ts';

const today = '2026-11-25';
const solver = await loadSolver();

function cellOf(measureId: string, status: GridCell['status'], effect: number): GridCell {
  const level: GridLevel = {
    effect,
    interval: [effect - 1.959963984540054, effect + 1.959963984540054],
    practical: 0.5,
    judgement: status === 'strength' ? 'better' : status === 'need' ? 'worse' : 'as expected',
    pValue: 0.01,
    adjusted: 0.01,
    districts: 100,
    value: 0,
    valueInterval: [-1, 1],
    n: 100,
    expected: 0,
  };
  return {
    measureId,
    group: 'ALL',
    schoolYear: 2025,
    status,
    unjudged: null,
    contradictory: false,
    level,
    progress: null,
  };
}

const needOf = (id: string, districtId: string, measureId: string, effect = -2): WaitingNeed => ({
  id,
  name: `${measureId}, ${districtId}`,
  districtId,
  focusArea: 'mathematics',
  measureId,
  group: 'ALL',
  cell: cellOf(measureId, 'need', effect),
});

function giverOf(districtId: string, strengths: Readonly<Record<string, number>>, visits: number): Giver {
  const offer: OfferStanding = {
    focusArea: 'mathematics',
    term: { schoolYear: 2027, season: 'spring' },
    offered: { visits, hours: 0 },
    used: { visits: 0, hours: 0 },
    until: '2027-06-30',
    personLeft: false,
  };
  return {
    districtId,
    offers: [offer],
    find: (measureId) => {
      const effect = strengths[measureId];
      return effect === undefined ? undefined : cellOf(measureId, 'strength', effect);
    },
  };
}

test('an effect of 2 with a standard error of 1 and a practical difference of 0.5 weighs 0.4 deviations, 97.7 % sure', () => {
  const { size, certainty } = weigh({ effect: -2, interval: [-3.96, -0.04], practical: 0.5 });
  assert.ok(Math.abs(size - 0.4) < 1e-12);
  assert.ok(Math.abs(certainty - 0.9772) < 1e-3);
});

test('twice as large a need is worth twice as much; a need the figures call none counts 0.1 at even odds; no strength, no worth', () => {
  const strength = { size: 0.5, certainty: 0.9 };
  const need = { size: 0.4, certainty: 1 };
  assert.ok(Math.abs(proposalWeight(need, strength) - 0.18) < 1e-12);
  assert.ok(Math.abs(proposalWeight({ ...need, size: 0.8 }, strength) - 0.36) < 1e-12);
  assert.equal(proposalWeight({ size: 0, certainty: 1 }, strength), proposalWeight(leastNeed, strength));
  assert.equal(proposalWeight(need, { size: 0, certainty: 1 }), 0);
});

test('only the part that makes a cell what it is weighs', () => {
  const cell = cellOf('a', 'need', -2);
  assert.equal(weighCell(cell, 'strength'), undefined);
  assert.equal(weighCell(undefined, 'need'), undefined);
  assert.equal(weighCell({ ...cell, level: null }, 'need'), undefined);
  assert.ok(Math.abs((weighCell(cell, 'need')?.size ?? 0) - 0.4) < 1e-12);
});

test('2 visits and 5 hours in open terms are room for 4 needs; terms that are over, used up or of another focus area for none', () => {
  const offer = giverOf('b', {}, 2).offers[0] as OfferStanding;
  const offers: OfferStanding[] = [
    { ...offer, offered: { visits: 2, hours: 5 } },
    { ...offer, until: '2026-11-24' },
    { ...offer, used: { visits: 2, hours: 0 } },
    { ...offer, focusArea: 'leadership' },
  ];
  assert.equal(placesLeft(offers, 'mathematics', today), 4);
});

test('with 1 visit for 2 needs the larger is proposed, and its runner-up is the smaller at half the loss', () => {
  const needs = [needOf('n1', 'a', 'x', -2), needOf('n2', 'a', 'y', -4)];
  const plan = proposeMatches(solver, needs, [giverOf('b', { x: 3, y: 3 }, 1)], today);
  assert.ok(plan.ok);
  assert.deepEqual(
    plan.proposals.map(({ needId, giverId }) => [needId, giverId]),
    [['n2', 'b']],
  );
  const [proposal] = plan.proposals;
  assert.deepEqual(
    proposal?.runnerUp.instead.map(({ needId }) => needId),
    ['n1'],
  );
  assert.ok(proposal && proposal.runnerUp.loss > 0.4 && proposal.runnerUp.loss < 0.6);
  assert.deepEqual(plan.without, [{ needId: 'n1', why: 'capacity goes to other needs' }]);
});

test('nothing is proposed where nobody is strong, where the strong offer nothing, and to one’s own district', () => {
  const needs = [needOf('n1', 'a', 'x'), needOf('n2', 'a', 'y'), needOf('n3', 'b', 'x')];
  const plan = proposeMatches(solver, needs, [giverOf('b', { x: 3 }, 0), giverOf('a', {}, 5)], today);
  assert.ok(plan.ok);
  assert.deepEqual(plan.proposals, []);
  assert.deepEqual(
    plan.without.map(({ needId, why }) => [needId, why]),
    [
      ['n1', 'the strong offer nothing'],
      ['n3', 'nobody is strong'],
      ['n2', 'nobody is strong'],
    ],
  );
});

test('proposals come by the names of the needs, whatever their worth and the order they were given in', () => {
  const needs = ['z', 'm', 'a'].map((measure, i) => needOf(`n${i}`, 'a', measure, -2 - i));
  const givers = [giverOf('b', { z: 9, m: 1, a: 3 }, 3)];
  const names = (order: readonly WaitingNeed[]) => {
    const plan = proposeMatches(solver, order, givers, today);
    return plan.ok ? plan.proposals.map(({ needId }) => needId) : [];
  };
  assert.deepEqual(names(needs), ['n2', 'n1', 'n0']);
  assert.deepEqual(names(needs.toReversed()), ['n2', 'n1', 'n0']);
});

test('no plan that keeps the capacities is worth more, over 60 random partnerships of 3 districts with every plan tried', () => {
  const measures = ['u', 'v', 'w'];
  const districts = ['a', 'b', 'c'];
  const strengths = fc.dictionary(fc.constantFrom(...measures), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          at: fc.nat({ max: 2 }),
          of: fc.nat({ max: 2 }),
          effect: fc.integer({ min: -6, max: -1 }),
        }),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      fc.array(fc.record({ strengths, visits: fc.nat({ max: 2 }) }), { minLength: 3, maxLength: 3 }),
      (drawn, giving) => {
        const needs = drawn.map(({ at, of, effect }, i) =>
          needOf(`n${i}`, districts[at] as string, measures[of] as string, effect),
        );
        const givers = giving.map((one, i) => giverOf(districts[i] as string, one.strengths, one.visits));
        const plan = proposeMatches(solver, needs, givers, today);
        assert.ok(plan.ok);
        const worth = plan.proposals.reduce((sum, { weight }) => sum + weight, 0);
        assert.ok(Math.abs(worth - bestByTrial(needs, givers)) < 1e-9);
        assert.equal(plan.proposals.length + plan.without.length, needs.length);
      },
    ),
    { numRuns: 60, seed: 2008 },
  );
});

/** The worth of the best plan, found by trying each giver, or none, for each need in turn. */
function bestByTrial(needs: readonly WaitingNeed[], givers: readonly Giver[]): number {
  const left = new Map(givers.map((giver) => [giver, placesLeft(giver.offers, 'mathematics', today)]));
  const from = (i: number): number => {
    const need = needs[i];
    if (!need) return 0;
    let best = from(i + 1);
    for (const giver of givers) {
      const strength = weighCell(giver.find(need.measureId, need.group), 'strength');
      const places = left.get(giver) ?? 0;
      if (giver.districtId === need.districtId || !strength || places === 0) continue;
      left.set(giver, places - 1);
      const weight = proposalWeight(weighCell(need.cell, 'need') ?? leastNeed, strength);
      best = Math.max(best, weight + from(i + 1));
      left.set(giver, places);
    }
    return best;
  };
  return from(0);
}

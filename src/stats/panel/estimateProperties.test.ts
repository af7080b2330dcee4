import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Effect, PanelMethod } from './effect.ts';
import { estimateEffect } from './estimateEffect.ts';
import type { Panel } from './panel.ts';
import { placeboEffects } from './placeboEffects.ts';

const methods = ['sdid', 'sc', 'did'] as const;

function estimate(panel: Panel, method: PanelMethod): Effect {
  const effect = estimateEffect(panel, { method });
  assert.ok(effect.ok);
  return effect;
}

function near(found: number, expected: number, tolerance: number, what: string): void {
  assert.ok(Math.abs(found - expected) <= tolerance, `${what}: ${found} is not ${expected} to ${tolerance}`);
}

type Shape = {
  readonly seed: number;
  readonly donors: number;
  readonly treated: number;
  readonly before: number;
};

/** Levels, a common trend, one factor and noise; the treated, whose rows come last, are like the others. */
function randomPanel({ seed, donors, treated, before }: Shape, after = 3): Panel {
  const random = xoroshiro128plus(seed);
  const draw = () => 2 * (uniformFloat64(random) + uniformFloat64(random) + uniformFloat64(random)) - 3;
  const times = before + after;
  const factor = Array.from({ length: times }, draw);
  const outcomes = new Float64Array((donors + treated) * times);
  for (let row = 0; row < donors + treated; row++) {
    const level = 50 + 10 * draw();
    const loading = 3 * draw();
    for (let t = 0; t < times; t++)
      outcomes[row * times + t] = level + 2 * t + loading * (factor[t] as number) + draw();
  }
  const rows = Array.from({ length: treated }, (_, k) => donors + k);
  return { units: donors + treated, times, outcomes, treated: rows, firstTreated: before };
}

function changed(panel: Panel, change: (value: number, row: number, time: number) => number): Panel {
  const outcomes = panel.outcomes.map((value, k) =>
    change(value, Math.floor(k / panel.times), k % panel.times),
  );
  return { ...panel, outcomes };
}

const shapes = fc.record({
  seed: fc.nat(),
  donors: fc.integer({ min: 1, max: 30 }),
  treated: fc.integer({ min: 1, max: 4 }),
  before: fc.integer({ min: 2, max: 20 }),
});
const runs = { numRuns: 150, seed: 20 };

test('a constant added to each unit, or the same trend to all, leaves the effect where it was', () => {
  fc.assert(
    fc.property(shapes, fc.integer({ min: -9, max: 9 }), (shape, slope) => {
      const panel = randomPanel(shape);
      for (const method of methods) {
        const { estimate: plain } = estimate(panel, method);
        const trending = changed(panel, (value, _row, t) => value + slope * t + 5);
        near(estimate(trending, method).estimate, plain, 1e-6, `${method} with a trend`);
        if (method === 'sc') continue;
        const shifted = changed(panel, (value, row) => value + 7 * ((row * 5) % 11));
        near(estimate(shifted, method).estimate, plain, 1e-6, `${method} shifted`);
      }
    }),
    runs,
  );
});

test('in another unit of measurement, times -1,000 or times a thousandth, the effect is the same in that unit', () => {
  fc.assert(
    fc.property(shapes, fc.constantFrom(-1000, -1, 0.001, 1024), (shape, factor) => {
      const panel = randomPanel(shape);
      for (const method of methods) {
        const { estimate: plain, donorWeights } = estimate(panel, method);
        const scaled = estimate(
          changed(panel, (value) => factor * value),
          method,
        );
        near(scaled.estimate / factor, plain, 1e-6, method);
        for (const [k, weight] of donorWeights.entries())
          near(scaled.donorWeights[k] as number, weight, 1e-6, method);
      }
    }),
    runs,
  );
});

test('units in another order have the same effect and carry their weights with them', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const panel = randomPanel(shape);
      const { units, times, treated } = panel;
      const outcomes = new Float64Array(units * times);
      const placeOf = (row: number) => units - 1 - row;
      for (let row = 0; row < units; row++)
        outcomes.set(panel.outcomes.subarray(row * times, (row + 1) * times), placeOf(row) * times);
      const turned = { ...panel, outcomes, treated: treated.map(placeOf).sort((a, b) => a - b) };
      for (const method of methods) {
        const plain = estimate(panel, method);
        const again = estimate(turned, method);
        near(again.estimate, plain.estimate, 1e-7, method);
        for (const [k, row] of plain.donors.entries()) {
          const there = again.donors.indexOf(placeOf(row));
          near(again.donorWeights[there] as number, plain.donorWeights[k] as number, 1e-7, method);
        }
      }
    }),
    runs,
  );
});

test('a donor listed twice shares its weight with itself, and synthetic control stays the same', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const panel = randomPanel({ ...shape, before: shape.donors + 4 });
      const first = panel.outcomes.slice(0, panel.times);
      const twice: Panel = {
        ...panel,
        units: panel.units + 1,
        outcomes: Float64Array.from([...first, ...panel.outcomes]),
        treated: panel.treated.map((row) => row + 1),
      };
      const plain = estimate(panel, 'sc');
      const doubled = estimate(twice, 'sc');
      near(doubled.estimate, plain.estimate, 1e-7, 'effect');
      const half = (plain.donorWeights[0] as number) / 2;
      near(doubled.donorWeights[0] as number, half, 1e-7, 'weight');
      near(doubled.donorWeights[1] as number, half, 1e-7, 'weight of the copy');
    }),
    runs,
  );
});

test('without noise a planted effect of 4.25 is found to 1e-6 by each method, where the treated is a mean of donors', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const panel = randomPanel({ ...shape, treated: 1 });
      const { times, treated, firstTreated, outcomes } = panel;
      const own = treated[0] as number;
      const flat = changed(panel, (_value, row, t) => (outcomes[row * times] as number) + 3 * Math.sin(t));
      const meanOf = (t: number) => {
        let sum = 0;
        for (let row = 0; row < own; row++) sum += flat.outcomes[row * times + t] as number;
        return sum / own;
      };
      const planted = changed(flat, (value, row, t) =>
        row < own ? value : meanOf(t) + (t >= firstTreated ? 4.25 : 0),
      );
      for (const method of methods) near(estimate(planted, method).estimate, 4.25, 1e-6, method);
    }),
    runs,
  );
});

test('every answer comes with its proof to 1e-12: random panels, and panels of few whole numbers full of ties', () => {
  fc.assert(
    fc.property(shapes, fc.boolean(), (shape, whole) => {
      const panel = randomPanel(shape);
      const tried = whole ? changed(panel, (value) => Math.round(value / 20)) : panel;
      for (const method of ['sdid', 'sc'] as const) {
        const effect = estimateEffect(tried, { method });
        if (!effect.ok) continue;
        assert.ok(Number.isFinite(effect.estimate));
        for (const certificate of [effect.unitCertificate, effect.timeCertificate]) {
          if (certificate === null) continue;
          const { stationarity, dual, primal } = certificate;
          assert.ok(Math.max(stationarity, dual, primal) <= 1e-12, JSON.stringify(certificate));
        }
      }
    }),
    { numRuns: 600, seed: 21 },
  );
});

test('where nothing happened, p is uniform: 400 panels with 19 donors fall into quarters of about 100', () => {
  for (const method of methods) {
    const ranks = new Float64Array(4);
    for (let seed = 1; seed <= 400; seed++) {
      const panel = randomPanel({ seed, donors: 19, treated: 1, before: 8 });
      const placebos = placeboEffects(panel, estimate(panel, method));
      assert.ok(placebos.ok);
      assert.ok(placebos.p >= 0.05 && placebos.p <= 1);
      (ranks[Math.min(3, Math.ceil(placebos.p * 4 - 1e-9) - 1)] as number)++;
    }
    const distance = ranks.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    assert.ok(distance < 16.27, `${method}: quarters ${ranks}, chi-square ${distance}`);
  }
});

test('a planted effect of 30 is further from zero than all 19 placebos, so p is 1 / 20', () => {
  const panel = randomPanel({ seed: 3, donors: 19, treated: 1, before: 8 });
  const planted = changed(panel, (value, row, t) => (row === 19 && t >= 8 ? value + 30 : value));
  for (const method of methods) {
    const placebos = placeboEffects(planted, estimate(planted, method));
    assert.ok(placebos.ok);
    assert.equal(placebos.p, 1 / 20);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { normalQuantile } from '../normalQuantile.ts';
import { fayHerriot } from './fayHerriot.ts';
import type { FayHerriotModel } from './fayHerriotModel.ts';
import { judgeArea } from './judgeArea.ts';

test('an area of variance 4 against a model of variance 1: each term of the two errors by hand', () => {
  const model: FayHerriotModel = {
    method: 'ml',
    coefficients: [10, 2],
    covariance: [
      [0.5, -0.1],
      [-0.1, 0.25],
    ],
    modelVariance: 1,
    varianceOfModelVariance: 0.25,
    biasOfModelVariance: -0.125,
    areas: 20,
  };
  // gamma 0.2; x'Cx = 0.5 - 0.6 + 2.25 = 2.15; g1 0.8; 2 g3 = 2 x 0.64 / 5 x 0.25 = 0.064; - bias x 0.64 = 0.08.
  const area = judgeArea(model, 21, 4, [1, 3]);
  assert.equal(area.expected, 16);
  assert.ok(Math.abs(area.expectedVariance - 2.15) < 1e-14);
  assert.ok(Math.abs(area.effect - 1) < 1e-14);
  assert.ok(Math.abs(area.estimate - 17) < 1e-14);
  assert.ok(Math.abs(area.estimateError - (0.8 + 0.64 * 2.15 + 0.064 + 0.08)) < 1e-14);
  assert.ok(Math.abs(area.effectError - (0.8 + 0.04 * 2.15 + 0.064 + 0.08)) < 1e-14);
});

/** Thirty areas in five sizes of sampling error, as Datta, Rao & Smith (2005) have them, with a factor. */
const deviations = Array.from({ length: 30 }, (_, i) => [0.7, 0.6, 0.5, 0.4, 0.3][i % 5] as number);
const design = deviations.map((_, i) => [1, (i % 6) - 2.5]);

for (const method of ['reml', 'ml'] as const)
  test(`in 1,500 draws of thirty areas the ${method.toUpperCase()} errors are within 5 % of what is seen, inside and outside the fit`, (t) => {
    const generator = xoroshiro128plus(2008);
    const normal = () => normalQuantile(uniformFloat64(generator) + 2 ** -60);
    const seen = { estimate: 0, effect: 0, outside: 0 };
    const told = { estimate: 0, effect: 0, outside: 0 };
    let covered = 0;
    const draws = 1500;
    for (let draw = 0; draw < draws; draw++) {
      const effects = deviations.map(() => normal());
      const values = effects.map(
        (effect, i) =>
          5 + 0.5 * (design[i]?.[1] as number) + effect + Math.sqrt(deviations[i] as number) * normal(),
      );
      const fit = fayHerriot(values, deviations, design, { method });
      assert.ok(fit.ok);
      for (const [i, area] of fit.areas.entries()) {
        const effect = effects[i] as number;
        const truth = 5 + 0.5 * (design[i]?.[1] as number) + effect;
        seen.estimate += (area.estimate - truth) ** 2;
        seen.effect += (area.effect - effect) ** 2;
        told.estimate += area.estimateError;
        told.effect += area.effectError;
        if (Math.abs(area.effect - effect) <= 1.959964 * Math.sqrt(area.effectError)) covered++;
      }
      const effect = normal();
      const other = judgeArea(fit.model, 7 + effect + Math.sqrt(0.5) * normal(), 0.5, [1, 4]);
      seen.outside += (other.effect - effect) ** 2;
      told.outside += other.effectError;
    }
    const ratios = [told.estimate / seen.estimate, told.effect / seen.effect, told.outside / seen.outside];
    const coverage = covered / (draws * deviations.length);
    t.diagnostic(
      `told over seen: ${ratios.map((ratio) => ratio.toFixed(3)).join(', ')}; the 95 % interval of the effect holds ${(100 * coverage).toFixed(1)} %`,
    );
    assert.ok(Math.abs((ratios[0] as number) - 1) < 0.05 && Math.abs((ratios[1] as number) - 1) < 0.05);
    assert.ok(Math.abs((ratios[2] as number) - 1) < 0.1, String(ratios[2]));
    assert.ok(coverage > 0.94 && coverage < 0.965, String(coverage));
  });

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomEffectsMean } from './randomEffectsMean.ts';

function close(actual: number, expected: number, within = 1e-10): void {
  assert.ok(Math.abs(actual / expected - 1) <= within, `${actual} is not ${expected}`);
}

// Expected digits: metafor 3.8-1, rma(yi, vi, method = ..., control = list(threshold = 1e-14)).

test('eight schools (Rubin 1981): mean 7.68561672496 and nothing between them by DL, ML and REML; Q 4.7070788644', () => {
  const effects = [28, 8, -3, 7, -1, 1, 18, 12];
  const variances = [15, 10, 16, 11, 9, 11, 10, 18].map((deviation) => deviation ** 2);
  for (const method of ['dl', 'ml', 'reml'] as const) {
    const answer = randomEffectsMean(effects, variances, { method });
    assert.ok(answer.ok);
    assert.equal(answer.betweenVariance, 0);
    close(answer.mean, 7.68561672495604);
    close(answer.standardError, 4.0719191584023);
    close(answer.chiSquare, 4.70707886440016);
    assert.equal(answer.degreesOfFreedom, 7);
  }
});

test('thirteen BCG trials vary by 0.309 (DL), 0.313 (REML), 0.280 (ML), Q 152.23', () => {
  const risks = [
    -0.889311333920205449, -1.585388657201430629, -1.348073148299693269, -1.441551190021305384,
    -0.21754732221129558, -0.786115585818863982, -1.620898223598391752, 0.011952333523840508,
    -0.469417648738149396, -1.371344803472784424, -0.339358828338390595, 0.445913400571378737,
    -0.017313948216879815,
  ];
  const variances = [
    0.3255847650039613295, 0.194581121398143847, 0.415367965367965386, 0.0200100319022475728,
    0.0512101721696308632, 0.0069056184559087574, 0.2230172475723151693, 0.0039615792978177295,
    0.0564342104632489655, 0.0730247936130289099, 0.0124122139715597199, 0.5325058452001527609,
    0.0714046596839862935,
  ];
  for (const [method, between, mean, variance] of [
    ['dl', 0.308760262862376, -0.714117222073227, 0.0319487345714821],
    ['reml', 0.313243258136481, -0.714532342158139, 0.0323213935330863],
    ['ml', 0.280028137268644, -0.711199135474181, 0.0295485128676788],
  ] as const) {
    const answer = randomEffectsMean(risks, variances, { method });
    assert.ok(answer.ok);
    close(answer.betweenVariance, between);
    close(answer.mean, mean);
    close(answer.standardError ** 2, variance);
    close(answer.chiSquare, 152.233008082373);
  }
});

test('two areas are too few, a variance of -1 is no variance', () => {
  assert.deepEqual(randomEffectsMean([1, 2], [1, 1]), { ok: false, reason: 'fewer than three areas' });
  assert.throws(() => randomEffectsMean([1, 2, 3], [1, -1, 1]), /positive, not -1/);
});

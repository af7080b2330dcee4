import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FayHerriot, fayHerriot } from './fayHerriot.ts';
import type { VarianceMethod } from './fayHerriotModel.ts';
import { judgeArea } from './judgeArea.ts';

function close(actual: number | undefined, expected: number, within: number): void {
  const distance = Math.abs((actual ?? Number.NaN) - expected);
  assert.ok(distance <= within * Math.max(1e-3, Math.abs(expected)), `${actual} is not ${expected}`);
}

function fit(...given: Parameters<typeof fayHerriot>): FayHerriot {
  const answer = fayHerriot(...given);
  assert.ok(answer.ok, JSON.stringify(answer));
  assert.equal(answer.converged, true);
  return answer;
}

// Thirteen trials of the BCG vaccine: log relative risk, its variance, absolute latitude (metafor's dat.bcg).
const risks = [
  -0.889311333920205449, -1.585388657201430629, -1.348073148299693269, -1.441551190021305384,
  -0.21754732221129558, -0.786115585818863982, -1.620898223598391752, 0.011952333523840508,
  -0.469417648738149396, -1.371344803472784424, -0.339358828338390595, 0.445913400571378737,
  -0.017313948216879815,
];
const riskVariances = [
  0.3255847650039613295, 0.194581121398143847, 0.415367965367965386, 0.0200100319022475728,
  0.0512101721696308632, 0.0069056184559087574, 0.2230172475723151693, 0.0039615792978177295,
  0.0564342104632489655, 0.0730247936130289099, 0.0124122139715597199, 0.5325058452001527609,
  0.0714046596839862935,
];
const latitudes = [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33].map((latitude) => [1, latitude]);

// Expected digits: metafor 3.8-1, rma(yi, vi, mods = ~ablat, control = list(threshold = 1e-14)), blup(), ranef().
const metafor: Readonly<Record<VarianceMethod, Readonly<Record<string, readonly number[]>>>> = {
  reml: {
    coefficients: [0.2514682100073704, -0.0291017250116497],
    covariance: [6.20485166156634e-2, -1.62018707452011e-3, -1.62018707452011e-3, 5.17727338158894e-5],
    variance: [0.0763479639552027],
    logLikelihood: [-8.08732005827573],
    blup: [
      -1.00247207489400347, -1.41570542366038477, -1.02938219425115296, -1.4042279042137229,
      -0.18113718195206571, -0.80626270924994792, -0.63796349532548025, 0.00510516284735104,
      -0.49698432585941676, -1.17553003495521269, -0.32999011638439829, -0.56408089944809348,
      -0.35153245262526878,
    ],
    blupError: [
      0.2734499508532102, 0.275123022151833, 0.2771713928024687, 0.1315339180659744, 0.187809627488383,
      0.0804262821149899, 0.2598391293646908, 0.0619348911587114, 0.1862011632124168, 0.2036040357592242,
      0.1052487409064654, 0.2748970563690344, 0.1989519432572237,
    ],
    effect: [
      0.0265356156112109, -0.0665787580270241, -0.058577953769238, -0.1424064136153111, -0.0542829668079906,
      0.2227449812552664, -0.3364989301115072, 0.1319593779914262, 0.0372940394477535, -0.2047257944732976,
      -0.0576272761820749, 0.1448078159289748, 0.3573562627517994,
    ],
    effectError: [
      0.250112907322199, 0.240924273265205, 0.254774653005421, 0.192126494197993, 0.202294518600146,
      0.151339601290884, 0.241088498523039, 0.172279823881995, 0.191090692725736, 0.204545931394824,
      0.160751630988524, 0.258756631460937, 0.199916271830621,
    ],
  },
  ml: {
    coefficients: [0.282107173896205, -0.0295093353884547],
    covariance: [3.50380581300892e-2, -9.21828802144668e-4, -9.21828802144668e-4, 3.01152497810814e-5],
    variance: [0.0343514424812415],
    logLikelihood: [-7.68566552841413],
    blup: [
      -1.004183749581302187, -1.377590973126958218, -0.987134946402094759, -1.37191812208918007,
      -0.148099393965228948, -0.82464451751946144, -0.457733032689578045, 0.000219857345318821,
      -0.497531817604778381, -1.089749553094500278, -0.31539154795866875, -0.622761686731871267,
      -0.472648149908809045,
    ],
    blupError: [
      0.2026623675065761, 0.2169476492021684, 0.2021855783059786, 0.1242399290085056, 0.1623232944809215,
      0.0780520241751153, 0.19477192376117, 0.0610305436300401, 0.1553733200494882, 0.1682960735599745,
      0.0996775033854771, 0.1960631622339822, 0.1624233222780954,
    ],
    effect: [
      0.012119833614498, -0.0366847006581571, -0.029850033983204, -0.1195398557857427, -0.0465852078115233,
      0.1916590656763388, -0.1791628342051445, 0.1017340434990244, 0.0171130639872925, -0.1324646406756095,
      -0.0663306848626898, 0.0689392071909275, 0.2190527440139899,
    ],
    effectError: [
      0.176590854343019, 0.172493233937163, 0.178297861982411, 0.144464635935963, 0.152199706581594,
      0.119253967651962, 0.173090505867836, 0.128618885475882, 0.149620504693308, 0.156396269902028,
      0.124025180698318, 0.179709298126333, 0.15469738862018,
    ],
  },
};

for (const method of ['reml', 'ml'] as const)
  test(`thirteen BCG trials by latitude: metafor's ${method.toUpperCase()} coefficients, predictions and errors to 1e-9`, () => {
    const { model, areas, logLikelihood } = fit(risks, riskVariances, latitudes, { method });
    const known = { ...model, varianceOfModelVariance: 0, biasOfModelVariance: 0 };
    const exact = risks.map((risk, i) =>
      judgeArea(known, risk, riskVariances[i] as number, latitudes[i] as number[]),
    );
    const found: Readonly<Record<string, readonly number[]>> = {
      coefficients: model.coefficients,
      covariance: model.covariance.flat(),
      variance: [model.modelVariance],
      logLikelihood: [logLikelihood],
      blup: areas.map((area) => area.estimate),
      blupError: exact.map((area) => Math.sqrt(area.estimateError)),
      effect: areas.map((area) => area.effect),
      effectError: exact.map((area) => Math.sqrt(area.effectError)),
    };
    for (const [what, expected] of Object.entries(metafor[method])) {
      assert.equal(found[what]?.length, expected.length);
      for (const [i, value] of expected.entries()) close(found[what]?.[i], value, 1e-9);
    }
    for (const { expected, effect, estimate } of areas) close(expected + effect, estimate, 1e-12);
  });

test('six trials of lidocaine differ no more than chance: variance 0, every area at the mean 0.02944432034', () => {
  // metafor 3.8-1, dat.hine1989, risk differences.
  const differences = [
    0.028026237328562909, 0, 0.019711129991503824, 0.017961165048543684, 0.035334476843910799,
    0.044031311154598823,
  ];
  const variances = [
    0.0017757477454934036, 0.00375657400450788879, 0.00081323398897812532, 0.0010899751950853233,
    0.00080114032990701879, 0.00061320306135560787,
  ];
  const ones = differences.map(() => [1]);
  const reml = fit(differences, variances, ones);
  const ml = fit(differences, variances, ones, { method: 'ml' });
  for (const { model } of [reml, ml]) {
    assert.equal(model.modelVariance, 0);
    close(model.coefficients[0], 0.0294443203447639, 1e-12);
    close(model.covariance[0]?.[0], 0.000170780908423641, 1e-12);
  }
  close(reml.logLikelihood, 11.723857428389, 1e-12);
  close(ml.logLikelihood, 14.2466036906886, 1e-12);
  for (const area of reml.areas) {
    assert.equal(area.effect, 0);
    close(area.estimate, 0.0294443203447639, 1e-12);
    // Nothing is left of gamma, but that the variance is 0 is not known for certain.
    assert.ok(area.effectError > 0 && area.estimateError > area.expectedVariance);
  }
});

// Expenditure on fresh milk in 43 areas, its standard deviation and major area: data set `milk` of the R package sae.
const milk: readonly (readonly [value: number, deviation: number, major: number])[] = [
  [1.099, 0.163, 1],
  [1.075, 0.08, 1],
  [1.105, 0.083, 1],
  [0.628, 0.109, 1],
  [0.753, 0.119, 1],
  [0.981, 0.141, 1],
  [1.257, 0.202, 1],
  [1.095, 0.127, 2],
  [1.405, 0.168, 2],
  [1.356, 0.178, 2],
  [0.615, 0.1, 2],
  [1.46, 0.201, 2],
  [1.338, 0.148, 2],
  [0.854, 0.143, 2],
  [1.176, 0.149, 3],
  [1.111, 0.145, 3],
  [1.257, 0.135, 3],
  [1.43, 0.172, 3],
  [1.278, 0.137, 3],
  [1.292, 0.163, 3],
  [1.002, 0.125, 3],
  [1.183, 0.247, 3],
  [1.044, 0.14, 3],
  [1.267, 0.171, 3],
  [1.193, 0.106, 3],
  [0.791, 0.121, 4],
  [0.795, 0.121, 4],
  [0.759, 0.259, 4],
  [0.796, 0.106, 4],
  [0.565, 0.089, 4],
  [0.886, 0.225, 4],
  [0.952, 0.205, 4],
  [0.807, 0.119, 4],
  [0.582, 0.067, 4],
  [0.684, 0.106, 4],
  [0.787, 0.126, 4],
  [0.44, 0.092, 4],
  [0.759, 0.132, 4],
  [0.77, 0.1, 4],
  [0.8, 0.113, 4],
  [0.756, 0.083, 4],
  [0.865, 0.121, 4],
  [0.64, 0.129, 4],
];

// Published: eblupFH and mseFH of sae 1.3, which stops at a relative change of 1e-4 in the variance; areas 1 to 6, 22, 43.
const published = {
  reml: {
    coefficients: [0.968189, 0.1327801, 0.2269462, -0.2413011],
    errors: [0.06936208, 0.10300072, 0.09232981, 0.08161707],
    estimates: [1.0219703, 1.0476018, 1.0679513, 0.760817, 0.8461574, 0.9743727, 1.1923057, 0.681087],
    meanSquares: [
      0.01346022, 0.005372876, 0.00570199, 0.00854174, 0.009579594, 0.011670632, 0.017243977, 0.009903626,
    ],
  },
  ml: {
    coefficients: [0.9677986, 0.1278756, 0.2266909, -0.2425804],
    errors: [0.06590747, 0.09840939, 0.08813973, 0.07753875],
    estimates: [1.0161733, 1.0436968, 1.0628168, 0.7753489, 0.8554903, 0.9735857, 1.1921598, 0.6840976],
    meanSquares: [
      0.013579953, 0.005512868, 0.005850584, 0.008735454, 0.009774528, 0.011840745, 0.017193729, 0.01003714,
    ],
  },
} as const;

for (const method of ['reml', 'ml'] as const)
  test(`milk in 43 areas: the published ${method.toUpperCase()} coefficients, estimates and mean squared errors of sae`, () => {
    const { model, areas } = fit(
      milk.map(([value]) => value),
      milk.map(([, deviation]) => deviation ** 2),
      milk.map(([, , major]) => [1, ...[2, 3, 4].map((other) => (major === other ? 1 : 0))]),
      { method },
    );
    const answer = published[method];
    const shown = [0, 1, 2, 3, 4, 5, 21, 42].map((i) => areas[i]);
    if (method === 'reml') close(model.modelVariance, 0.01855022, 1e-4);
    for (const [i, value] of answer.coefficients.entries()) close(model.coefficients[i], value, 2e-5);
    for (const [i, value] of answer.errors.entries())
      close(Math.sqrt(model.covariance[i]?.[i] ?? Number.NaN), value, 2e-5);
    for (const [i, value] of answer.estimates.entries()) close(shown[i]?.estimate, value, 2e-5);
    for (const [i, value] of answer.meanSquares.entries()) close(shown[i]?.estimateError, value, 1e-4);
  });

test('thirteen trials moved by 100, or with values 10 times as large, give the same shrinking', () => {
  const plain = fit(risks, riskVariances, latitudes);
  const moved = fit(
    risks.map((risk) => risk + 100),
    riskVariances,
    latitudes.map(([one = 1, latitude = 0]) => [one, latitude * 1e6]),
  );
  const scaled = fit(
    risks.map((risk) => risk * 10),
    riskVariances.map((variance) => variance * 100),
    latitudes,
  );
  close(scaled.model.modelVariance, plain.model.modelVariance * 100, 1e-10);
  for (const [i, area] of plain.areas.entries()) {
    close(moved.areas[i]?.effect, area.effect, 1e-9);
    close(moved.areas[i]?.effectError, area.effectError, 1e-9);
    close(scaled.areas[i]?.estimate, area.estimate * 10, 1e-9);
    close(scaled.areas[i]?.estimateError, area.estimateError * 100, 1e-9);
  }
});

test('a model kept as JSON judges a trial that it was not fitted to', () => {
  const { model } = fit(risks, riskVariances, latitudes);
  const kept = JSON.parse(JSON.stringify(model)) as typeof model;
  const area = judgeArea(kept, -0.5, 0.05, [1, 20]);
  // 0.2514682100073704 - 20 x 0.0291017250116497; 0.0763479639552027 / (0.0763479639552027 + 0.05).
  close(area.expected, -0.3305662902256236, 1e-9);
  close(area.shrinkFactor, 0.604267464, 1e-8);
  close(area.effect, area.shrinkFactor * (-0.5 - area.expected), 1e-14);
  assert.deepEqual(judgeArea(model, -0.5, 0.05, [1, 20]), area);
});

test('columns that repeat others are named: the third is twice the second, the fifth is empty', () => {
  const design = latitudes.map(([, latitude = 0], i) => [1, latitude, 2 * latitude, i, 0]);
  assert.deepEqual(fayHerriot(risks, riskVariances, design), {
    ok: false,
    reason: 'columns of the design repeat each other',
    columns: [2, 4],
  });
});

test('three areas are too few for two columns, four are enough', () => {
  const few = { ok: false, reason: 'fewer areas than columns of the design and two more' };
  const first = (count: number) =>
    fayHerriot(risks.slice(0, count), riskVariances.slice(0, count), latitudes.slice(0, count));
  assert.deepEqual(first(3), few);
  assert.equal(first(4).ok, true);
  assert.deepEqual(fayHerriot([], [], []), few);
});

test('a variance of 0, values that are not finite and unequal lengths are refused', () => {
  const ones = [[1], [1], [1]];
  assert.throws(() => fayHerriot([1, 2, 3], [1, 0, 1], ones), /variance is positive, not 0/);
  assert.throws(() => fayHerriot([1, 2, Number.NaN], [1, 1, 1], ones), /not finite/);
  assert.throws(() => fayHerriot([1, 2, 3], [1, 1], ones), /3 values, 2 variances, 3 rows/);
  assert.throws(() => fayHerriot([1, 2, 3], [1, 1, 1], [[1], [1, 2], [1]]), /2 values, the first has 1/);
  const { model } = fit([1, 5, 3], [1, 1, 1], ones);
  assert.throws(() => judgeArea(model, 1, -1, [1]), /positive, not -1/);
  assert.throws(() => judgeArea(model, 1, 1, [1, 2]), /2 values, the model 1 coefficients/);
});

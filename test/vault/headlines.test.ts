import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calibrate } from '../../sample/students/calibrate.ts';
import {
  type Headline,
  headlines,
  type Headlines,
  publishedHeadlines,
} from '../../sample/students/headlineFigures.ts';
import { fresnoLike, longBeachLike } from '../../sample/students/studentDistrict.ts';
import { headlineMeasures } from './headlineMeasures.ts';

// More students show that the differences are chance: TANDEM_HEADLINE_STUDENTS=20000 takes a minute.
const students = Number(process.env.TANDEM_HEADLINE_STUDENTS ?? 2100);
const size = { seed: 8, students, firstYear: 2021, lastYear: 2026 };
const districts = [
  { of: 'fresno', name: 'Fresno', district: fresnoLike(size) },
  { of: 'longBeach', name: 'Long Beach', district: longBeachLike(size) },
] as const;

/** Of a mean of n scores (their spread is about 115 points), or of a percent of n. */
function standardError(headline: Headline, published: number, n: number): number {
  if (headline === 'math' || headline === 'ela') return 115 / Math.sqrt(n);
  return Math.sqrt((published * (100 - published)) / n);
}

for (const { of, name, district } of districts) {
  test(`eleven headline measures of ${students} students like those of ${name} lie within 3.3 standard errors of the state’s figures`, (t) => {
    const { figures, counted } = headlineMeasures(district, 2025);
    for (const headline of headlines) {
      const published = publishedHeadlines[headline][of];
      const error = standardError(headline, published, counted[headline]);
      const told = `${headline} ${figures[headline].toFixed(2)}, published ${published}, of ${counted[headline]}`;
      t.diagnostic(told);
      assert.ok(Math.abs(figures[headline] - published) <= 3.3 * error, `${told}: more than 3.3 x ${error}`);
    }
  });
}

test('calibrate brings every figure of a small district nearer, each by its own intercept', () => {
  const wished: Headlines = { ...published('fresno'), math: -40, ela: -10, absence: 20, suspension: 10 };
  const district = fresnoLike({ seed: 3, students: 500, firstYear: 2021, lastYear: 2025 });
  const measured = (one: typeof district) => headlineMeasures(one, 2025).figures;
  const { reached } = calibrate(district, wished, measured, 4);
  const before = measured(district);
  for (const headline of ['math', 'ela', 'absence', 'suspension'] as const) {
    const [far, near] = [before, reached].map((one) => Math.abs(one[headline] - wished[headline]));
    assert.ok((near ?? 0) < 0.4 * (far ?? 0), `${headline} was ${far} away and is ${near}`);
  }
});

function published(of: 'fresno' | 'longBeach'): Headlines {
  return Object.fromEntries(
    headlines.map((headline) => [headline, publishedHeadlines[headline][of]]),
  ) as unknown as Headlines;
}

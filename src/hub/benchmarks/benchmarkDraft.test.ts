import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureById } from '../../measures/registry.ts';
import { parseSeriesDraft, parseWording, type SeriesContext, schoolYearOn } from './benchmarkDraft.ts';
import { parseTargetValue } from './parseTargetValue.ts';

const figures = [
  { year: 2023, value: '-80.6' },
  { year: 2025, value: '-71.0' },
];
const context: SeriesContext = {
  measure: measureById('math_dfs'),
  prefix: '1-',
  figures,
  currentYear: 2027,
  pastTargets: [],
};
const whole = {
  '1-baseline': '2023',
  '1-target-2028': '−45',
  '1-provenance': 'proposed',
  '1-reason': 'Eight points a year is what grade 8 did.',
};
const errorsOf = (form: Record<string, string>, more: Partial<SeriesContext> = {}) => {
  const parsed = parseSeriesDraft(form, { ...context, ...more });
  return parsed.ok ? {} : Object.fromEntries(parsed.errors);
};

test('a whole form makes a series that starts from the published figure', () => {
  assert.deepEqual(parseSeriesDraft(whole, context), {
    ok: true,
    value: {
      baseline: { year: 2023, value: '-80.6' },
      provenance: 'proposed',
      reason: 'Eight points a year is what grade 8 did.',
      planGoal: null,
      targets: [{ year: 2028, value: '-45' }],
    },
  });
});

test('a benchmark without a reason gets a sentence at the reason', () => {
  assert.deepEqual(errorsOf({ ...whole, '1-reason': '  ' }), {
    '1-reason': 'Give the reason for these targets: both districts will read it.',
  });
});

test('a target for a school year that is over gets a sentence at that year', () => {
  assert.deepEqual(errorsOf({ ...whole, '1-target-2026': '-60' }), {
    '1-target-2026': 'The school year 2025-26 is over: a target must lie ahead.',
  });
});

test('a group without data gets a sentence at the baseline', () => {
  assert.match(errorsOf(whole, { figures: [] })['1-baseline'] ?? '', /nothing to start from/);
});

test('a last target that is no better than the baseline is refused, and absence must fall', () => {
  assert.match(
    errorsOf({ ...whole, '1-target-2028': '-81' })['1-target-2028'] ?? '',
    /must be better.*higher/,
  );
  const absence = { measure: measureById('chronic_absence'), figures: [{ year: 2023, value: '34.6' }] };
  assert.match(
    errorsOf({ ...whole, '1-target-2028': '36' }, absence)['1-target-2028'] ?? '',
    /must be better.*lower/,
  );
  assert.deepEqual(errorsOf({ ...whole, '1-target-2028': '20' }, absence), {});
});

test('no target at all gets a sentence at the first year', () => {
  assert.deepEqual(errorsOf({ ...whole, '1-target-2028': '' }), {
    '1-target-2027': 'Give a target for at least one school year.',
  });
});

test('targets of years past stay in the new version', () => {
  const parsed = parseSeriesDraft(whole, { ...context, pastTargets: [{ year: 2026, value: '-70' }] });
  assert.ok(parsed.ok);
  assert.deepEqual(
    parsed.value.targets.map((target) => target.year),
    [2026, 2028],
  );
});

test('a target is decimal text within what its unit allows', () => {
  assert.deepEqual(parseTargetValue('52.4 %', 'percent'), { ok: true, value: '52.4' });
  assert.deepEqual(parseTargetValue('–45.5', 'points'), { ok: true, value: '-45.5' });
  assert.deepEqual(parseTargetValue('52,4', 'percent'), {
    ok: false,
    message: 'Write decimals with a point, as in 52.4.',
  });
  assert.deepEqual(parseTargetValue('101', 'percent'), {
    ok: false,
    message: 'A target in percent lies between 0 and 100.',
  });
  assert.equal(parseTargetValue('soon', 'percent').ok, false);
  assert.equal(parseTargetValue('1e9', 'percent').ok, false);
});

test('a school year begins in July', () => {
  assert.equal(schoolYearOn(new Date('2026-06-30T12:00:00Z')), 2026);
  assert.equal(schoolYearOn(new Date('2026-07-01T12:00:00Z')), 2027);
});

test('a benchmark needs wording of at most 300 characters', () => {
  assert.equal(parseWording({ wording: '' }).ok, false);
  assert.equal(parseWording({ wording: 'x'.repeat(301) }).ok, false);
  assert.deepEqual(parseWording({ wording: ' Every child counts. ' }), {
    ok: true,
    value: 'Every child counts.',
  });
});

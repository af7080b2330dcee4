import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureById } from '../../measures/registry.ts';
import { schoolYear } from '../../vocabulary/schoolYear.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import { indexFigures } from '../evidence/figures.ts';
import { indexSpreads } from '../evidence/figureVariance.ts';
import { answerBenchmarkCondition } from './benchmarkCondition.ts';
import type { BenchmarkTerms, SpendTerms } from './condition.ts';
import { answerReportCondition } from './reportCondition.ts';
import { answerSpendCondition } from './spendCondition.ts';

const group = findStudentGroup('EL');
assert.ok(group);

/** Graduation rates of 1,000 English learners by school year. */
function evidence(values: Readonly<Record<number, number>>) {
  const figures = indexFigures(
    Object.entries(values).map(([year, value]) => ({
      schoolId: '',
      subject: {
        measure: 'acgr',
        schoolYear: schoolYear(Number(year)),
        grade: 'all' as const,
        group: 'EL' as const,
      },
      figure: { seen: 'shown' as const, n: 1000, numerator: Math.round(value * 10), value: String(value) },
      sourceId: '',
    })),
  );
  return {
    measure: measureById('acgr'),
    group: group as NonNullable<typeof group>,
    district: 'Fresno',
    figures,
    spreads: indexSpreads([]),
  };
}

const reached: BenchmarkTerms = {
  kind: 'target reached',
  dueOn: '2027-12-31',
  benchmarkId: 'b',
  districtId: 'd',
  schoolYear: 2027,
  baseline: { year: 2023, value: '70' },
  target: { year: 2027, value: '86' },
};

for (const [values, status] of [
  [{ 2023: 70, 2024: 75 }, 'too early'],
  [{ 2023: 70, 2024: 75, 2025: 80 }, 'on track'],
  [{ 2023: 70, 2024: 70.5, 2025: 71 }, 'behind'],
  [{ 2023: 70, 2024: 65, 2025: 60 }, 'behind'],
  [{ 2023: 70, 2024: 80, 2025: 86 }, 'met'],
  [{ 2023: 70, 2024: 75, 2025: 80, 2026: 83, 2027: 85.9 }, 'not met'],
  [{ 2023: 70, 2024: 75, 2025: 80, 2026: 83, 2027: 86 }, 'met'],
  [{ 2023: 70, 2024: 75, 2025: 80, 2026: 83, 2027: 85.9, 2028: 90 }, 'not met'],
] as const)
  test(`a target of 86 by 2026-27 with ${JSON.stringify(values)} is ${status}`, () =>
    assert.equal(answerBenchmarkCondition(reached, evidence(values), '2026-11-25').status, status));

test('once its day is over and the results of its year are not out, it cannot be told; reached before, it is met', () => {
  const late = answerBenchmarkCondition(reached, evidence({ 2023: 70, 2024: 75, 2025: 80 }), '2028-01-01');
  assert.equal(late.status, 'cannot tell');
  assert.match(late.sentence, /its day is over, and the results of 2026-27 are not out/);
  assert.equal(
    answerBenchmarkCondition(reached, evidence({ 2023: 70, 2025: 87 }), '2028-01-01').status,
    'met',
  );
});

const paced: BenchmarkTerms = {
  ...reached,
  kind: 'pace on track',
  schoolYear: 2025,
  target: { year: 2028, value: '90' },
};
for (const [values, status] of [
  [{ 2023: 70, 2024: 75 }, 'too early'],
  [{ 2023: 70, 2024: 75, 2025: 80 }, 'met'],
  [{ 2023: 70, 2024: 71, 2025: 72 }, 'not met'],
  [{ 2023: 70, 2024: 75, 2025: 80, 2026: 60 }, 'met'],
] as const)
  test(`a pace that is enough with the results of 2024-25, with ${JSON.stringify(values)}, is ${status}`, () =>
    assert.equal(answerBenchmarkCondition(paced, evidence(values), '2025-11-25').status, status));

const report = { kind: 'report sent', dueOn: '2026-12-15' } as const;
for (const [sentOn, today, status, sentence] of [
  ['2026-12-10', '2027-01-01', 'met', 'The report was sent 5 days before its day.'],
  ['2026-12-15', '2027-01-01', 'met', 'The report was sent on its day.'],
  ['2026-12-16', '2027-01-01', 'not met', 'The report was sent, one day late.'],
  [null, '2026-12-15', 'too early', 'The report is due today.'],
  [null, '2026-11-25', 'too early', 'The report is due in 20 days.'],
  [null, '2026-12-17', 'not met', 'The report is 2 days late: nobody has recorded that it was sent.'],
] as const)
  test(`a report due on 2026-12-15, sent ${sentOn}, is ${status} on ${today}`, () =>
    assert.deepEqual(answerReportCondition(report, sentOn, today), { status, sentence }));

const least: SpendTerms = {
  kind: 'spend at least',
  dueOn: '2027-06-30',
  amountCents: 100_000_00,
  engagementId: null,
  objects: null,
};
for (const [terms, spentCents, ledgerUntil, status] of [
  [least, 100_000_00, '2026-10-31', 'met'],
  [least, 99_999_99, '2027-06-30', 'not met'],
  [least, 10_00, '2026-09-15', 'too early'],
  [least, 43_000_00, '2026-12-31', 'on track'],
  [least, 42_000_00, '2026-12-31', 'behind'],
  [least, 0, null, 'cannot tell'],
  [least, 0, '2026-06-30', 'cannot tell'],
  [{ ...least, kind: 'spend at most' }, 99_999_99, '2026-12-31', 'on track'],
  [{ ...least, kind: 'spend at most' }, 100_000_01, '2026-12-31', 'not met'],
  [{ ...least, kind: 'spend at most' }, 100_000_00, '2027-06-30', 'met'],
] as const)
  test(`${terms.kind} $100,000 from July 2026 to June 2027, ${spentCents} cents seen until ${ledgerUntil}, is ${status}`, () => {
    const answer = answerSpendCondition(terms, {
      fromDay: '2026-07-01',
      spentCents,
      ledgerUntil,
      ledgerMissing: null,
    });
    assert.equal(answer.status, status, answer.sentence);
  });

test('a month without a ledger leaves a limit and a minimum open, but not what is spent already', () => {
  const gap = { fromDay: '2026-07-01', ledgerUntil: '2027-06-30', ledgerMissing: '2026-09-01' };
  const most: SpendTerms = { ...least, kind: 'spend at most' };
  const status = (terms: SpendTerms, spentCents: number) =>
    answerSpendCondition(terms, { ...gap, spentCents }).status;
  assert.equal(status(least, 50_000_00), 'cannot tell');
  assert.equal(status(least, 100_000_00), 'met');
  assert.equal(status(most, 50_000_00), 'cannot tell');
  assert.equal(status(most, 100_000_01), 'not met');
});

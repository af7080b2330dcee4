import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ledgerCoverage, ledgerKnownUntil } from './ledgerCoverage.ts';

const file = (districtId: string, fromDay: string, untilDay: string, state = 'applied') => ({
  districtId,
  holds: 'spending' as const,
  state,
  fromDay,
  untilDay,
});

test('months that follow each other leave no gap; a replaced file covers nothing', () => {
  const months = [
    file('f', '2026-08-01', '2026-08-31'),
    file('f', '2026-07-01', '2026-07-31'),
    file('f', '2026-09-01', '2026-09-30', 'superseded'),
  ];
  assert.deepEqual(ledgerCoverage(months, ['f'], '2026-07-01'), { until: '2026-08-31', missing: null });
  assert.deepEqual(ledgerCoverage(months, ['f'], '2026-08-15'), { until: '2026-08-31', missing: null });
});

test('a month that nobody brought is told by its first day, and so are days before the first file', () => {
  const months = [file('f', '2026-07-01', '2026-07-31'), file('f', '2026-09-01', '2026-09-30')];
  assert.deepEqual(ledgerCoverage(months, ['f'], '2026-07-01'), {
    until: '2026-09-30',
    missing: '2026-08-01',
  });
  assert.deepEqual(ledgerCoverage(months, ['f'], '2026-06-15').missing, '2026-06-15');
});

test('of 2 districts the one that is behind decides, and one without a ledger leaves nothing known', () => {
  const both = [file('f', '2026-07-01', '2026-09-30'), file('l', '2026-07-01', '2026-07-31')];
  assert.equal(ledgerCoverage(both, ['f', 'l'], '2026-07-01').until, '2026-07-31');
  assert.equal(ledgerCoverage(both.slice(0, 1), ['f', 'l'], '2026-07-01').until, null);
  assert.equal(ledgerKnownUntil(both, 'f'), '2026-09-30');
  assert.equal(ledgerKnownUntil([], 'f'), null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureById } from './registry.ts';
import { findVariant, variants } from './variants.ts';

test('the 2 variants belong to measures of the registry and explain themselves in one sentence', () => {
  assert.equal(variants.length, 2);
  for (const one of variants) {
    assert.ok(measureById(one.measure));
    assert.match(one.note, /^DataQuest [^.]*\.$/);
  }
});

test('suspension of cde_suspension_2023_24 is a variant, graduation of cde_acgr_2023_24 is none', () => {
  assert.match(findVariant('suspension', 'cde_suspension_2023_24')?.note ?? '', /any length of time/);
  assert.match(findVariant('chronic_absence', 'cde_chronic_absenteeism_2024_25')?.note ?? '', /all grades/);
  assert.equal(findVariant('acgr', 'cde_acgr_2023_24'), undefined);
  assert.equal(findVariant('suspension', 'cde_acgr_2023_24'), undefined);
});

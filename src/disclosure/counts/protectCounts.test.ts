import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCounts, drawnDistrict as district } from '../../../test/drawCounts.ts';
import { attackSuppression } from '../attackSuppression.ts';
import { linkedTable } from '../linkedTable.ts';
import { hashPolicy, type Policy } from '../policies/policy.ts';
import { californiaDashboard } from '../policies/californiaDashboard.ts';
import { policyByHash, policyPacks } from '../policies/policyPacks.ts';
import { rulesOfPolicy } from '../policies/rulesOfPolicy.ts';
import { tandemDefault } from '../policies/tandemDefault.ts';
import { emptyProof } from '../proof.ts';
import { loadSolver } from '../solver.ts';
import { isGuarded } from '../suppression.ts';
import { attackRelease } from './attackRelease.ts';
import { codedRange, numeratorsOf } from './codedRange.ts';
import { countedState } from './countedState.ts';
import type { CountedSlice, CountedTable } from './countedTable.ts';
import { countTable } from './countTable.ts';
import { protectCluster } from './protectCluster.ts';
import { protectCounts } from './protectCounts.ts';
import { sayCounts } from './sayCounts.ts';

const solver = await loadSolver();
const options = { district, earlier: [], clock: () => 0, seconds: 0 };
const shape = { schools: 2, studentsPerSchool: 45, grades: ['7', '8'] };

test('of 4 made-up districts nothing is exposed to a reader of the release, under every policy', () => {
  let hidden = 0;
  for (const [seed, policy] of policyPacks.entries()) {
    const measure = { measure: 'chronic_absence', rate: 0.3, allGradesOnly: true };
    const tables = drawCounts({ ...shape, studentsPerSchool: 90 }, [measure], seed + 1);
    const released = protectCounts(solver, { ...options, policy, tables });
    assert.deepEqual(released.held, [], policy.id);
    const attack = attackRelease(solver, { ...options, policy, tables: released.tables, seconds: 60 });
    assert.deepEqual([attack.ok, attack.exposed, attack.unanswered], [true, 0, 0], policy.id);
    for (const { value, lower, upper } of released.hidden)
      assert.ok(lower <= value + 1e-6 && value <= upper + 1e-6, `${lower} ${value} ${upper}`);
    hidden += attack.counts.length;
  }
  assert.ok(hidden > 150, `${hidden}`);
});

test('what the vault says an attacker finds is what an attacker with the release alone finds, in 2 districts', () => {
  let compared = 0;
  for (const seed of [11, 12]) {
    const tables = drawCounts(shape, [{ measure: 'suspension', rate: 0.2, allGradesOnly: true }], seed);
    const question = { ...options, policy: tandemDefault, seconds: 0, clock: () => 0 };
    const released = protectCounts(solver, { ...question, tables });
    const attack = attackRelease(solver, { ...question, tables: released.tables, seconds: 60 });
    const key = (one: { place: string; grade: string; group: string; count: string; left: string | null }) =>
      `${one.place} ${one.grade} ${one.group} ${one.count} ${one.left}`;
    const found = new Map(attack.counts.map((one) => [key(one), one]));
    for (const one of released.hidden) {
      const other = found.get(key(one));
      if (!other || !one.exact || one.left) continue;
      compared++;
      assert.ok(Math.abs(other.lower - one.lower) < 1e-5, `${key(one)} ${other.lower} ${one.lower}`);
      assert.ok(other.upper === one.upper || Math.abs(other.upper - one.upper) < 1e-5, key(one));
    }
  }
  assert.ok(compared > 50, `${compared}`);
});

test('whoever is a group of one learns counts of others unless the policy knows of her', () => {
  const learnt = (policy: Policy): number => {
    let exposed = 0;
    const means = { measure: 'math_dfs', rate: 0, counts: 'mean with penalty records' } as const;
    for (const seed of [1, 24]) {
      const tables = drawCounts({ schools: 3, studentsPerSchool: 70, grades: ['7', '8'] }, [means], seed);
      const state = countedState({ district, policy }, tables, []);
      const result = protectCluster(solver, state, { clock: () => 0, seconds: 0, objective: 'students' });
      assert.ok(result.ok);
      const rules = state.rules.map((one) => ({ ...one, singleton: 1 }));
      const seen = sayCounts({ ...state, rules }, { counts: 'sizes', insiders: true });
      const linked = linkedTable(countTable(state.model, seen).table);
      const guarded = [...linked.values.keys()].filter((cell) => isGuarded(linked, cell));
      exposed += attackSuppression(solver, linked, linked.hidden, emptyProof(linked), guarded).exposures
        .length;
    }
    return exposed;
  };
  const blind = { ...tandemDefault, singleton: { rule: null, source: '' } };
  const [without, within] = [learnt(blind), learnt(tandemDefault)];
  assert.ok(without > within, `${without} without, ${within} with`);
});

test('a coded range is narrower the more students there are, and tells every small part apart from none', () => {
  const rules = rulesOfPolicy(tandemDefault, 'chronic_absence');
  const top = [11, 20, 30, 60, 1000].map((n) => codedRange(rules, n, 0)?.to);
  assert.deepEqual(top, [27, 15, 10, 5, 5]);
  for (let n = 11; n < 200; n++)
    for (const numerator of [0, 1, 2, 3])
      assert.deepEqual(numeratorsOf(rules, n, codedRange(rules, n, numerator) ?? { from: 0, to: 0 }), [0, 3]);
  assert.equal(codedRange(rules, 30, 4), undefined);
  assert.deepEqual(codedRange(rules, 30, 27), { from: 90, to: 100 });
  const ladder = rulesOfPolicy(policyPacks[1] as Policy, 'chronic_absence');
  assert.deepEqual(
    [15, 30, 60, 200, 5000].map((n) => codedRange(ladder, n, 0)?.to),
    [20, 10, 5, 2, 1],
  );
});

test('an agreement raises a threshold and never lowers it; adults among partners need 5, in public 11', () => {
  const threshold = (measure: string, asked = {}) => rulesOfPolicy(tandemDefault, measure, asked).threshold;
  assert.equal(threshold('chronic_absence', { smallestGroup: 5 }), 11);
  assert.equal(threshold('chronic_absence', { smallestGroup: 20 }), 20);
  assert.deepEqual(
    [threshold('principal_retention'), threshold('principal_retention', { audience: 'public' })],
    [5, 11],
  );
});

test('every policy is found by its hash, and a changed line changes it', () => {
  for (const policy of policyPacks) assert.equal(policyByHash(hashPolicy(policy)), policy);
  assert.equal(new Set(policyPacks.map(hashPolicy)).size, 4);
  const lower = { ...californiaDashboard, smallestGroup: { rule: 10, source: 'nobody' } };
  assert.equal(policyByHash(hashPolicy(lower)), undefined);
});

test('counts that contradict themselves are refused by name', () => {
  const one: CountedSlice = { place: district, grade: 'all', group: 'F', n: 20, numerator: 5, value: '25.0' };
  const [table] = drawCounts(shape, [{ measure: 'chronic_absence', rate: 0.3 }], 1);
  const refuse = (slices: readonly CountedSlice[], expected: RegExp) =>
    assert.throws(
      () =>
        protectCounts(solver, {
          ...options,
          policy: tandemDefault,
          tables: [{ ...(table as CountedTable), slices }],
        }),
      expected,
    );
  refuse([one, one], /chronic_absence 2024, 10621660000000 all F is given twice/);
  refuse([{ ...one, n: -3 }], /n must be a whole number of at least 1/);
  refuse([{ ...one, numerator: -1 }], /numerator must be a whole number of at least 0/);
  refuse([{ ...one, numerator: 21 }], /numerator is greater than its n/);
  refuse([{ ...one, numerator: null }], /a rate needs a numerator/);
});

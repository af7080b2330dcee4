import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleRelease, newSigner, signedBy } from '../../test/exampleRelease.ts';
import { hashPolicy } from '../disclosure/policies/policy.ts';
import { tandemDefault } from '../disclosure/policies/tandemDefault.ts';
import type { Release } from '../vocabulary/release.ts';
import { hashRelease } from './hashRelease.ts';
import { publicKeyText } from './signRelease.ts';
import { verifyRelease, type VerifyWith } from './verifyRelease.ts';

const example = exampleRelease();
const [table] = example.tables as [Release['tables'][number]];
const [shown, ...others] = table.cells;
assert.ok(shown?.seen === 'shown');
const policy = { id: 'tandem-default', version: 1, hash: hashPolicy(tandemDefault), threshold: 11 };
const release: Release = {
  ...example,
  tables: [{ ...table, cells: [{ ...shown, value: '40.00' }, ...others] }],
  certificate: { ...example.certificate, policy },
};
const today = '2026-11-25';
const rules = new Map([[table.measure, table.rule]]);
const results = (one: Release, given: Partial<VerifyWith> = {}, people?: Parameters<typeof signedBy>[1]) =>
  Object.fromEntries(
    verifyRelease(signedBy(one, people), { today, knownRules: rules, ...given }).map(({ check, result }) => [
      check,
      result,
    ]),
  );

test('what can be worked out holds, what needs more is not checked, what only the vault has is trusted', () => {
  assert.deepEqual(results(release), {
    signatures: 'holds',
    definitions: 'holds',
    rules: 'holds',
    cells: 'holds',
    certificate: 'holds',
    chain: 'holds',
    grant: 'not checked',
    'what only the vault knows': 'trusted',
  });
});

test('foreign keys, unknown SQL, a rate its counts do not give, an unknown policy and a second without its first', () => {
  const ana = newSigner('Ana Ruiz');
  const ben = newSigner('Ben Cho');
  const knownSigners = [ana, ben].map((one) => ({ ...one, publicKey: publicKeyText(one.privateKey) }));
  assert.equal(results(release, { knownSigners }, [ana, ben]).signatures, 'holds');
  assert.equal(results(release, { knownSigners }, [ana, newSigner('Ben Cho')]).signatures, 'fails');
  assert.equal(results(release, { knownSigners }, [ana, { ...ben, name: 'Cy Low' }]).signatures, 'fails');
  assert.equal(results(release, { knownRules: new Map() }).rules, 'trusted');
  const raised = { ...release, tables: [{ ...table, cells: [{ ...shown, value: '41.00' }, ...others] }] };
  assert.equal(results(raised).cells, 'fails');
  assert.equal(results(example).certificate, 'fails');
  const narrow = { ...release, certificate: { ...release.certificate, narrowest: 0.9 } };
  assert.equal(results(narrow).certificate, 'fails');
  const low = { ...release, certificate: { ...release.certificate, policy: { ...policy, threshold: 5 } } };
  assert.equal(results(low).certificate, 'fails');
  const first = hashRelease(release);
  const second = {
    ...release,
    sequence: 2,
    previous: first,
    certificate: { ...release.certificate, audited: [first] },
  };
  assert.deepEqual(
    [
      results(second).chain,
      results(second, { earlier: [release] }).chain,
      results(second, { earlier: [] }).chain,
    ],
    ['not checked', 'holds', 'not checked'],
  );
});

test('a second whose earlier one is another, or was made under another grant, and what is told less of', () => {
  const first = hashRelease(release);
  const second = (one: Partial<Release['certificate']>): Release => ({
    ...release,
    sequence: 2,
    previous: first,
    certificate: { ...release.certificate, audited: [first], ...one },
  });
  const checks = (one: Release, given: Partial<VerifyWith> = {}) =>
    new Map(
      verifyRelease(signedBy(one), { today, ...given }).map((each) => [
        each.check,
        `${each.result}: ${each.sentences.join(' ')}`,
      ]),
    );
  const other = { ...release, madeAt: '2026-11-24T08:00:00.000Z' };
  assert.match(
    checks(second({}), { earlier: [other] }).get('chain') ?? '',
    /^fails: Release 1 that is known/,
  );
  const elsewhere = second({ auditedUnder: ['019ab000-0000-7000-8000-00000000000e'] });
  assert.match(
    checks(elsewhere).get('chain') ?? '',
    /^not checked: .*1 of them was made under another grant than this, perhaps for another partnership/,
  );
  const less = second({ lessened: 1200, held: [{ measure: 'suspension', schoolYear: 2026 }] });
  assert.match(
    checks(less).get('certificate') ?? '',
    /^holds: .* 1,200 hidden counts cannot be made .* Not told at all, .*: suspension of 2026\./,
  );
});

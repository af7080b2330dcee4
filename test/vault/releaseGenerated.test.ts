import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { generateDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import { readRelease } from '../../src/release/readRelease.ts';
import { sealRelease } from '../../src/release/sealRelease.ts';
import { verifyRelease } from '../../src/release/verifyRelease.ts';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { findRule } from '../../src/vault/measuring/ruleText.ts';
import { prepareRelease } from '../../src/vault/release/prepareRelease.store.ts';
import { protectInThread } from '../../src/vault/release/protectInThread.ts';
import { sealDraft } from '../../src/vault/release/sealDraft.store.ts';
import { signDraft } from '../../src/vault/release/signDraft.store.ts';
import { registerSigner } from '../../src/vault/release/signers.store.ts';
import { keyOf, newSigner } from '../exampleRelease.ts';
import { fillVault } from './fillVault.ts';
import { openTestVault } from './openTestVault.ts';
import { exampleGrant } from './releaseDistrict.ts';

const vault = await openTestVault();
after(() => vault.close());
const at = new Date('2026-11-25T08:00:00Z');
const measure = 'chronic_absence';

test('400 generated students become a signed release of 2025 that holds from outside, and tells no group under 11', async () => {
  const size = { seed: 5, students: 400, firstYear: 2025, lastYear: 2025 };
  const rows: Record<string, unknown[]> = {};
  for (const part of generateDistrict(fresnoLike(size)))
    for (const [table, some] of Object.entries(part)) (rows[table] ??= []).push(...some);
  await fillVault(vault, rows as never);
  await measureVault(vault, { year: 2025, measure, now: () => at });
  const grant = exampleGrant({ measures: [measure], scope: 'district' });
  const made = { software: 'tandem 0.0.0', solver: 'HiGHS' };
  const asked = { grant, now: at, made, protect: protectInThread, seconds: 1 };
  const { draft } = await prepareRelease(vault, asked);
  const { outside, cells } = draft.preview;
  assert.deepEqual([outside.exposed, outside.problems], [0, []]);
  assert.ok(cells.some(({ why }) => why === 'few students'));
  const signers = [newSigner('Ana Ruiz'), newSigner('Ben Cho')];
  for (const signer of signers) {
    await registerSigner(vault, keyOf(signer), { at, by: 'maria' });
    await signDraft(vault, { hash: draft.hash, privateKey: signer.privateKey, at });
  }
  const read = readRelease(sealRelease((await sealDraft(vault, at)).signed));
  assert.ok(read.ok);
  const told = read.signed.release.tables.flatMap((table) => table.cells);
  assert.ok(told.length > 100 && told.every((cell) => cell.seen === 'suppressed' || cell.n >= 11));
  const checks = verifyRelease(read.signed, {
    grant,
    knownSigners: signers.map((one) => keyOf(one)),
    knownRules: new Map([[measure, findRule(measure)?.hash ?? '']]),
    today: '2026-11-25',
  });
  assert.deepEqual(
    checks.filter(({ result }) => result !== 'holds').map(({ check }) => check),
    ['what only the vault knows'],
  );
});

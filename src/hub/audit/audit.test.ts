import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { asOperator, asVisitor, noPartnership } from '../store/view.ts';
import { findBrokenAuditLine, insertAuditLine, selectAuditLines } from './audit.store.ts';
import { canonicalJson } from '../../vocabulary/canonicalJson.ts';
import { chainStart, hashAuditLine } from './auditLine.ts';

const chain = { partnershipId: noPartnership, personId: null };
const at = new Date('2026-01-05T10:00:00.123Z');

onEachEngine('the audit chain', (store) => {
  test('links five acts, each to the one before, and is found whole', async () => {
    for (let i = 1; i <= 5; i++) {
      await asVisitor(store(), null, (view) =>
        insertAuditLine(
          view,
          chain,
          { act: 'did', subject: `thing ${i}`, detail: { z: i, a: [1, { y: null, b: 'ü' }] } },
          at,
        ),
      );
    }
    const lines = await asVisitor(store(), null, (view) => selectAuditLines(view, noPartnership, 0, 10));
    assert.deepEqual(
      lines.map((line) => line.seq),
      [5, 4, 3, 2, 1],
    );
    assert.deepEqual(Buffer.from(lines[3]?.previous_hash ?? []), Buffer.from(lines[4]?.hash ?? []));
    assert.equal(
      await asVisitor(store(), null, (view) => findBrokenAuditLine(view, noPartnership)),
      undefined,
    );
  });

  test('counts two acts at once as two links, not one', async () => {
    const before = await asVisitor(store(), null, (view) => selectAuditLines(view, noPartnership, 0, 1));
    const act = { act: 'did', subject: 'at once', detail: {} };
    await Promise.all(
      [1, 2, 3].map(() => asVisitor(store(), null, (view) => insertAuditLine(view, chain, act, at))),
    );
    const [newest] = await asVisitor(store(), null, (view) => selectAuditLines(view, noPartnership, 0, 1));
    assert.equal(newest?.seq, (before[0]?.seq ?? 0) + 3);
    assert.equal(
      await asVisitor(store(), null, (view) => findBrokenAuditLine(view, noPartnership)),
      undefined,
    );
  });

  test('takes back the line with the act when the transaction fails', async () => {
    const count = () => asVisitor(store(), null, (view) => selectAuditLines(view, noPartnership, 0, 100));
    const before = (await count()).length;
    await assert.rejects(
      asVisitor(store(), null, async (view) => {
        await insertAuditLine(view, chain, { act: 'did', subject: 'in vain', detail: {} }, at);
        throw new Error('the act failed');
      }),
      /the act failed/,
    );
    assert.equal((await count()).length, before);
  });

  test('cannot be altered by the application, and shows the first line that was altered behind its back', async () => {
    const alter = 'update audit set detail = \'{"z": 99}\' where partnership_id = $1 and seq = 2';
    await assert.rejects(
      store().transaction(async (connection) => {
        await connection.query(
          "select set_config('role', 'tandem_app', true), set_config('tandem.partnership', $1, true)",
          [noPartnership],
        );
        await connection.query(alter, [noPartnership]);
      }),
      /permission denied/,
    );
    await store().transaction((connection) => connection.query(alter, [noPartnership]));
    const broken = await asOperator(store(), (view) => findBrokenAuditLine(view, noPartnership));
    assert.equal(broken?.seq, 2);
  });
});

test('canonical JSON has its keys in order and no white space', () => {
  assert.equal(
    canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined, e: true }),
    '{"b":[1,{"c":"x","d":null}],"e":true}',
  );
});

test('a line of the same act one millisecond later has another hash', () => {
  const line = { ...chain, seq: 1, at, act: 'did', subject: 'x', detail: {} };
  const later = { ...line, at: new Date(at.getTime() + 1) };
  assert.notDeepEqual(hashAuditLine(chainStart, line), hashAuditLine(chainStart, later));
});

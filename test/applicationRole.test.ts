import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createPartnership } from '../src/hub/partnership/createPartnership.store.ts';
import { type Connection, sqlState } from '../src/hub/store/database.ts';
import { parseStatements } from '../src/vocabulary/sqlStatements.ts';
import { asMember, asOperator } from '../src/hub/store/view.ts';
import { onEachEngine } from './engines.ts';
import { draftOf, everyMember, insertDistricts } from './randomPartnerships.ts';

const at = new Date('2025-11-03T17:00:00Z');

onEachEngine('the application role', (store) => {
  /** Runs as a member would, then one more statement; answers its SQLSTATE, or null when it went through. */
  async function tryAs(text: string): Promise<string | null> {
    try {
      await store().transaction(async (connection: Connection) => {
        await connection.query("select set_config('role', 'tandem_app', true)");
        await connection.query(text);
        throw new Error('undo');
      });
    } catch (error) {
      return sqlState(error) ?? null;
    }
    return null;
  }

  test('may not touch what makes the rules', async () => {
    const forbidden = [
      'alter table benchmark disable row level security',
      'drop policy benchmark_is_seen_inside on benchmark',
      'create table stray (id int)',
      "update audit set act = 'x'",
      'delete from audit',
      'truncate audit',
      'delete from benchmark',
      'update membership set role = role',
      'insert into partnership select * from partnership',
      'insert into person select * from person',
      'insert into cell select * from cell',
      'update target set value = 0',
    ];
    for (const text of forbidden) assert.equal(await tryAs(text), '42501', text);
  });

  test('gets an error, not the rows, when row security is switched off', async () => {
    const state = await store()
      .transaction(async (connection) => {
        await connection.query("select set_config('role', 'tandem_app', true)");
        await connection.query('set local row_security = off');
        await connection.query('select * from benchmark');
      })
      .then(
        () => null,
        (error: unknown) => sqlState(error),
      );
    assert.equal(state, '42501');
  });

  test('is left with the transaction: the next one is nobody', async () => {
    const random = {
      districts: ['10621660000000', '19647250000000'],
      people: [],
      coordinator: 0,
      benchmarks: [],
    };
    await insertDistricts(store(), at);
    await asOperator(store(), (view) => createPartnership(view, draftOf(random, 'one'), false, at));
    const [member] = await everyMember(store());
    assert.ok(member);
    await asMember(store(), member, async () => undefined);
    const [row] = await store().transaction((connection) =>
      connection.query(
        "select current_user = 'tandem_app' as still, coalesce(current_setting('tandem.person', true), '') as person",
      ),
    );
    assert.deepEqual(row, { still: false, person: '' });
  });

  test('can be left only by a statement that says so, and no statement of the hub does', async () => {
    // `reset role` inside the transaction does lead back to the owner of the tables: what protects is that statements are fixed
    // text with parameters, that one parameterised statement cannot carry a second, and that none of them names a role.
    const escaping = /\b(set|reset|authorization|row_security|begin|commit|rollback|do|call|copy)\b/i;
    const allowed = /\bupdate\s+\w+(\s+\w+)?\s+set\b|\bdo\s+(update\s+set|nothing)\b|\bset\s+\w+\s*=/gi;
    const found: string[] = [];
    let count = 0;
    for (const file of globSync('src/hub/**/*.sql')) {
      for (const { name, text } of parseStatements(readFileSync(file, 'utf8'), file).values()) {
        count++;
        if (text.includes(';')) found.push(`${file} ${name}: two statements`);
        for (const [, setting] of text.matchAll(/\bset_config\(\s*(?:'([\w.]+)')?/g)) {
          if (!setting || /^(role|session_authorization|tandem\..*)$/.test(setting))
            found.push(`${file} ${name}: set_config of ${setting ?? 'something worked out'}`);
        }
        const rest = text.replace(/'[^']*'/g, "''").replace(allowed, '');
        if (escaping.test(rest)) found.push(`${file} ${name}: ${escaping.exec(rest)?.[0]}`);
      }
    }
    assert.ok(count > 40, `${count} statements`);
    assert.deepEqual(found, []);
    await assert.rejects(
      store().transaction((connection) => connection.query('select $1::int; reset role', [1])),
      (error) => sqlState(error) === '42601',
    );
  });
});

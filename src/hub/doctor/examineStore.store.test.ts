import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { fillStore, idOf } from '../../../test/filledStore.ts';
import { type Config, readConfig } from '../config.ts';
import type { Database } from '../store/database.ts';
import type { Check } from './check.ts';
import { examineStore } from './examineStore.store.ts';

const config = readConfig({}, {});
const withMail: Config = { ...config, mail: { smtpUrl: 'smtp://localhost', from: 'tandem@example.org' } };

/** What is not well in a store after some statements, which are taken back. */
async function found(
  database: Database,
  statements: string[],
  { at = new Date(), config: used = config } = {},
): Promise<string[]> {
  const checks: Check[] = [];
  const undo = new Error('undo');
  await database
    .transaction(async (connection) => {
      for (const statement of statements) await connection.query(statement);
      const inside = {
        ...database,
        transaction: <T>(run: (c: typeof connection) => Promise<T>) => run(connection),
      };
      checks.push(...(await examineStore(inside, used, at)).checks);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return checks.filter(({ well }) => !well).map(({ what, says }) => `${what}: ${says}`);
}

onEachEngine('a doctor', (store, engine) => {
  test('finds an empty store well, in 9 checks', async () => {
    const { checks, storeBytes } = await examineStore(store(), config, new Date());
    assert.deepEqual(
      checks.map(({ what, well }) => [what, well]),
      [
        'store',
        'schema',
        'row-level security',
        'application role',
        'acts',
        'loaded files',
        'definitions',
        'mail',
        'clock',
      ].map((what) => [what, true]),
    );
    assert.ok(storeBytes > 1_000_000);
    assert.match(checks[0]?.says ?? '', engine === 'embedded' ? /PostgreSQL 18/ : /PostgreSQL \d\d/);
  });

  test('counts 2 chains of 6 acts and 1 loaded file, and names the 7 measures without a definition', async () => {
    await fillStore(store());
    const { checks } = await examineStore(store(), config, new Date());
    const says = Object.fromEntries(checks.map(({ what, says }) => [what, says]));
    assert.match(says.acts ?? '', /^2 chains of 6 acts/);
    assert.match(says['loaded files'] ?? '', /^1, of which 0 were superseded/);
    assert.match(says.mail ?? '', /no mail server is set up; 1 stay/);
    assert.match(
      says.definitions ?? '',
      /^f\.csv \(d\) gives figures of \S+ without a definition, and 6 more/,
    );
    await store().transaction(async (connection) => {
      await connection.query("delete from cell where measure_id <> '_a'");
    });
    assert.deepEqual(await found(store(), []), []);
  });

  test('finds an act whose words were changed, the last act taken away, and all of them taken away', async () => {
    const changed = `update audit set subject = 'other' where partnership_id = '${idOf(20)}' and seq = 2`;
    assert.match((await found(store(), [changed])).join(), /^acts of A–B: line 2 does not follow/);
    const last = `delete from audit where partnership_id = '${idOf(20)}' and seq = 3`;
    assert.match((await found(store(), [last])).join(), /ends with line 2 and should end with line 3/);
    assert.match(
      (await found(store(), ['delete from audit'])).join(),
      /ends with line 0 and should end with line 3.*line 0/,
    );
    assert.match(
      (await found(store(), ['delete from audit_head'])).join(),
      /ends with line 3 and should end with line 0/,
    );
  });

  test('finds row-level security off, a table without a policy, and a role that may change acts or owns a table', async () => {
    assert.match(
      (await found(store(), ['alter table audit disable row level security'])).join(),
      /^row-level security: off or without a policy on audit:/,
    );
    assert.match(
      (await found(store(), ['drop policy target_is_seen_inside on target'])).join(),
      /^row-level security: .* on target:/,
    );
    assert.deepEqual(
      await found(store(), ['grant delete on audit to tandem_app', 'alter table mail owner to tandem_app']),
      ['application role: tandem_app owns a table, may change or delete acts; take that away'],
    );
  });

  test('finds mail that waits for 2 hours, was tried in vain, or is given up, where a mail server is set up', async () => {
    const sql = (set: string) => [`update mail set made_at = now() - interval '2 hours' ${set}`];
    const look = async (set: string) => (await found(store(), sql(set), { config: withMail })).join();
    assert.match(await look(''), /^mail: 1 wait, 1 of them longer than an hour, 0 tried in vain;/);
    assert.match(
      await look(", last_error = 'ECONNREFUSED', attempts = 3"),
      /1 tried in vain \(ECONNREFUSED\)/,
    );
    assert.match(
      await look(", last_error = '550', attempts = 18"),
      /^mail: 1 could not be sent and are given up \(550\)/,
    );
    assert.equal(await look(', sent_at = now()'), '');
  });

  test('finds a clock 3 hours before what is written, and one 3 hours from the server', async () => {
    const hours = 3 * 3_600_000;
    const ahead = new Date(Date.now() + hours);
    assert.match(
      (await found(store(), [], { at: ahead })).join(),
      /^clock: this machine says .*, the database /,
    );
    assert.match(
      (await found(store(), ["update loaded_file set loaded_at = now() + interval '3 hours'"])).join(),
      /^clock: the store holds something of .*, which is still to come/,
    );
  });

  test('finds a file that is hidden by one that is not there', async () => {
    const statement = `update loaded_file set superseded_at = now(), superseded_by = '${idOf(99)}'`;
    assert.match(
      (await found(store(), [statement])).join(),
      /^loaded files: 1 of 1 files are superseded by a file/,
    );
  });

  test('looks no further than the schema of a store that is older, newer or other', async () => {
    const look = async (statement: string) => (await found(store(), [statement])).join();
    assert.match(
      await look("delete from migration where name > '0002'"),
      /^schema: the store is older than this program; starting the hub brings it forward by 0002-evidence\.sql, 0003/,
    );
    assert.match(
      await look("insert into migration values ('9999-x.sql', 'a', now())"),
      /^schema: a newer Tandem has changed the store \(9999-x\.sql\)/,
    );
    assert.match(
      await look("update migration set sha256 = 'a' where name like '0001%'"),
      /^schema: the store went through another 0001-people/,
    );
    assert.match(await look('drop table migration'), /^schema: the store is older/);
  });
});

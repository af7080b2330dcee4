import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPartnership } from '../src/hub/partnership/createPartnership.ts';
import { parsePartnershipDraft } from '../src/hub/partnership/partnershipDraft.ts';
import { type Connection, type Database, sqlState } from '../src/hub/store/database.ts';
import { parseStatements, type Statement } from '../src/hub/store/statements.ts';
import { newUuid } from '../src/hub/store/uuid.ts';
import {
  asMember,
  asOperator,
  asVisitor,
  type Member,
  noPartnership,
  type View,
} from '../src/hub/store/view.ts';
import { roles } from '../src/vocabulary/partnership.ts';
import { z } from 'zod';
import { onEachEngine } from './engines.ts';

const codes = ['10621660000000', '19647250000000', '34674390000000', '33669770000000'];
const at = new Date('2025-11-03T17:00:00Z');

/** A partnership to be made: which districts, which of five people in which role, how many benchmarks. */
const drafts = fc.array(
  fc.record({
    districts: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 2, maxLength: 3 }),
    people: fc.uniqueArray(fc.record({ who: fc.nat({ max: 4 }), role: fc.constantFrom(...roles) }), {
      selector: ({ who }) => who,
      maxLength: 5,
    }),
    coordinator: fc.nat({ max: 4 }),
    benchmarks: fc.uniqueArray(fc.constantFrom('math_dfs', 'ela_dfs', 'suspension'), { maxLength: 3 }),
  }),
  { minLength: 2, maxLength: 4 },
);
type Draft =
  typeof drafts extends fc.Arbitrary<infer T> ? (T extends readonly (infer D)[] ? D : never) : never;

function draftFile(draft: Draft, slug: string) {
  const people = draft.people.filter(({ who }) => who !== draft.coordinator);
  return {
    slug,
    name: `Partnership ${slug}`,
    startedYear: 2020,
    districts: draft.districts,
    people: [{ who: draft.coordinator, role: { id: 'coordinator' } }, ...people].map(({ who, role }) => ({
      email: `person-${who}@district.example`,
      name: `Person ${who}`,
      role: role.id,
      district: draft.districts[who % draft.districts.length],
    })),
    statements: [{ part: 'note', heading: slug, words: 'words', saidBy: null, asOf: null, source: null }],
    benchmarks: draft.benchmarks.map((measure) => ({
      focusArea: 'mathematics',
      measure,
      group: 'ALL',
      wording: `Move ${measure}`,
      series: Object.fromEntries(
        draft.districts.map((cds) => [
          cds,
          {
            baseline: { year: 2023, value: '10' },
            provenance: 'proposed',
            reason: 'a test',
            targets: [{ year: 2028, value: '12' }],
          },
        ]),
      ),
    })),
  };
}

const statement = (text: string, ...parameters: string[]): Statement => ({ name: 'test', text, parameters });

/** Every table whose rows name a partnership, but for the public directory. */
async function tablesOfPartnerships(database: Database): Promise<string[]> {
  const rows = await database.transaction((connection) =>
    connection.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('partnership', 'party') order by 1`,
    ),
  );
  return rows.map((row) => String(row.relname));
}

/** How many rows of each partnership a view sees in a table. */
async function countSeen(view: View, table: string): Promise<Record<string, number>> {
  const rows = await view.rows(
    statement(`select partnership_id, count(*)::int as n from ${table} group by 1 order by 1`),
    {},
    z.object({ partnership_id: z.string(), n: z.number() }),
  );
  return Object.fromEntries(rows.map((row) => [row.partnership_id, row.n]));
}

async function everyMember(database: Database): Promise<Member[]> {
  const rows = await database.transaction((connection) =>
    connection.query(
      'select m.*, p.slug, p.name from membership m join partnership p using (partnership_id)',
    ),
  );
  return rows.map((row) => ({
    personId: String(row.person_id),
    name: 'n',
    role: row.role as Member['role'],
    districtId: null,
    partnership: { id: String(row.partnership_id), slug: String(row.slug), name: 'n', isSample: false },
  }));
}

async function makeDistricts(database: Database): Promise<void> {
  await database.transaction(async (connection) => {
    for (const cds of codes) {
      await connection.query(
        "insert into district (district_id, cds, level, name) values ($1, $2, 'district', $2) on conflict do nothing",
        [newUuid(at), cds],
      );
    }
  });
}

onEachEngine('rows of partnerships', (store) => {
  test('a member sees every row of their partnership and none of another, over 12 random sets of partnerships', async () => {
    await makeDistricts(store());
    const tables = await tablesOfPartnerships(store());
    let round = 0;
    const filled = new Set<string>();
    await fc.assert(
      fc.asyncProperty(drafts, async (set) => {
        round++;
        for (const [i, draft] of set.entries()) {
          const file = parsePartnershipDraft(draftFile(draft, `round-${round}-${i}`), 'test');
          await asOperator(store(), (view) => createPartnership(view, file, false, at));
        }
        const all: Record<string, Record<string, number>> = {};
        for (const table of tables) all[table] = await asOperator(store(), (view) => countSeen(view, table));
        const members = (await everyMember(store())).filter(({ partnership }) =>
          partnership.slug.startsWith(`round-${round}-`),
        );
        for (const member of members) {
          const { id } = member.partnership;
          const seen = await asMember(store(), member, async (view) => {
            const counts: Record<string, Record<string, number>> = {};
            for (const table of tables) counts[table] = await countSeen(view, table);
            return counts;
          });
          for (const table of tables) {
            const own = all[table]?.[id] ?? 0;
            if (own > 0) filled.add(table);
            const { [id]: inside = 0, ...elsewhere } = seen[table] ?? {};
            assert.equal(inside, own, `${table}: rows of one's own partnership`);
            if (table === 'membership') {
              for (const count of Object.values(elsewhere)) assert.equal(count, 1, 'one’s own memberships');
            } else assert.deepEqual(elsewhere, {}, `${table}: rows of other partnerships`);
          }
        }
      }),
      { numRuns: 12, seed: 2008 },
    );
    assert.deepEqual(
      tables.filter((table) => !filled.has(table)),
      [],
      'these tables had no row in this test: let draftFile or this test write some',
    );
  });

  test('a visitor sees no row of any partnership; somebody signed in sees their own memberships', async () => {
    const [member] = await everyMember(store());
    assert.ok(member);
    for (const table of await tablesOfPartnerships(store())) {
      const seen = await asVisitor(store(), null, (view) => countSeen(view, table));
      assert.deepEqual(
        Object.keys(seen).filter((id) => id !== noPartnership),
        [],
        table,
      );
    }
    const mine = await asVisitor(store(), member.personId, (view) =>
      view.rows(
        statement('select distinct person_id from membership'),
        {},
        z.object({ person_id: z.string() }),
      ),
    );
    assert.deepEqual(mine, [{ person_id: member.personId }]);
  });

  test('a member writes into no other partnership, and changes nothing there', async () => {
    const members = await everyMember(store());
    const member = members[0];
    const other = members.find(({ partnership }) => partnership.id !== member?.partnership.id);
    assert.ok(member && other);
    const their = other.partnership.id;
    await assert.rejects(
      asMember(store(), member, (view) =>
        view.run(
          statement(
            "insert into benchmark values ($1::uuid, $2::uuid, 'mathematics', 'x', 'ALL', 'all', 'w', now(), $3::uuid)",
            'partnership',
            'id',
            'person',
          ),
          { partnership: their, id: newUuid(at), person: member.personId },
        ),
      ),
      (error) => sqlState(error) === '42501',
    );
    const changed = await asMember(store(), member, (view) =>
      view.rows(
        statement(
          "update benchmark set wording = 'mine' where partnership_id = $1::uuid returning 1 as one",
          'their',
        ),
        { their },
        z.object({ one: z.number() }),
      ),
    );
    assert.deepEqual(changed, []);
  });
});

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
    const [member] = await everyMemberOf(store());
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

async function everyMemberOf(database: Database): Promise<Member[]> {
  await makeDistricts(database);
  const draft: Draft = { districts: codes.slice(0, 2), people: [], coordinator: 0, benchmarks: [] };
  const file = parsePartnershipDraft(draftFile(draft, 'one'), 'test');
  await asOperator(database, (view) => createPartnership(view, file, false, at));
  return everyMember(database);
}

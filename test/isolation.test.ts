import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { createPartnership } from '../src/hub/partnership/createPartnership.store.ts';
import { type Database, sqlState } from '../src/hub/store/database.ts';
import type { Statement } from '../src/vocabulary/sqlStatements.ts';
import { newUuid } from '../src/hub/store/uuid.ts';
import { asMember, asOperator, asVisitor, noPartnership, type View } from '../src/hub/store/view.ts';
import { onEachEngine } from './engines.ts';
import { fillAgreements } from './filledAgreements.ts';
import { fillClaims } from './filledClaims.ts';
import { fillCommitments } from './filledCommitments.ts';
import { fillCycles } from './filledCycles.ts';
import { fillEngagements, fillJointAsks } from './filledEngagements.ts';
import { fillFactSheet } from './filledFactSheet.ts';
import { fillLinks } from './filledLinks.ts';
import { fillNeeds } from './filledNeeds.ts';
import { fillPractices } from './filledPractices.ts';
import { fillReleases } from './filledReleases.ts';
import { fillReminders } from './filledReminders.ts';
import { fillSheets } from './filledSheets.ts';
import { fillReplies } from './filledReplies.ts';
import { fillResources } from './filledResources.ts';
import { fillReviews } from './filledReviews.ts';
import { fillSuccession } from './filledSuccession.ts';
import { draftOf, everyMember, insertDistricts, randomPartnerships } from './randomPartnerships.ts';

const at = new Date('2025-11-03T17:00:00Z');

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

onEachEngine('rows of partnerships', (store) => {
  test('a member sees every row of their partnership and none of another, over 12 random sets of partnerships', async () => {
    await insertDistricts(store(), at);
    const tables = await tablesOfPartnerships(store());
    let round = 0;
    const filled = new Set<string>();
    await fc.assert(
      fc.asyncProperty(randomPartnerships, async (set) => {
        round++;
        for (const [i, draft] of set.entries()) {
          const slug = `round-${round}-${i}`;
          const { id, people } = await asOperator(store(), (view) =>
            createPartnership(view, draftOf(draft, slug), false, at),
          );
          const [person] = people;
          await store().transaction(async (connection) => {
            const filling = {
              partnershipId: id,
              personId: person?.personId ?? '',
              words: slug,
              at: at.toISOString(),
            };
            await fillClaims(connection, { ...filling, districtIds: [newUuid(at)] });
            const parties = await connection.query(
              'select district_id from party where partnership_id = $1 order by position',
              [id],
            );
            const [first, second] = parties.map((row) => String(row.district_id));
            const made = () => newUuid(at);
            const [linkId, engagementId] = [made(), made()];
            await fillNeeds(connection, {
              ...filling,
              districtIds: [first ?? '', second ?? ''],
              ids: [made(), made(), made(), made(), made()],
            });
            await fillAgreements(connection, {
              ...filling,
              districtIds: [first ?? '', second ?? ''],
              agreementId: made(),
            });
            await fillCommitments(connection, {
              ...filling,
              districtIds: [first ?? '', second ?? ''],
              ids: [made(), made(), made(), made()],
            });
            await fillLinks(connection, {
              ...filling,
              districtId: first ?? '',
              linkId,
              tokenHash: randomBytes(32),
            });
            await fillResources(connection, {
              ...filling,
              districtId: first ?? '',
              ids: [made(), made(), made(), made(), made(), made(), made()],
            });
            await fillReleases(connection, {
              ...filling,
              districtId: first ?? '',
              ids: [made(), made()],
              tokenHash: randomBytes(32),
            });
            const work = {
              ...filling,
              districtIds: [first ?? '', second ?? ''],
              ids: [made(), engagementId, made(), made(), made()],
            } as const;
            await fillEngagements(connection, work);
            await fillJointAsks(connection, work);
            await fillReminders(connection, filling);
            await fillSheets(connection, { ...filling, districtId: first ?? '', importId: made() });
            await fillReviews(connection, {
              ...filling,
              districtIds: [first ?? '', second ?? ''],
              ids: [made(), made(), made(), made(), made()],
            });
            await fillFactSheet(connection, { ...filling, sheetId: made() });
            await fillPractices(connection, {
              ...filling,
              districtIds: [first ?? '', second ?? ''],
              ids: [made(), made(), made(), made()],
            });
            await fillSuccession(connection, {
              ...filling,
              districtId: first ?? '',
              ids: [made(), made()],
            });
            await fillReplies(connection, {
              ...filling,
              linkId,
              replyId: made(),
              tokenHash: randomBytes(32),
            });
            await fillCycles(connection, {
              ...filling,
              districtId: first ?? '',
              engagementId,
              linkId,
              cycleId: made(),
            });
          });
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
      { numRuns: 6, seed: 2008 },
    );
    assert.deepEqual(
      tables.filter((table) => !filled.has(table)),
      [],
      'these tables had no row in this test: let draftOf write some',
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

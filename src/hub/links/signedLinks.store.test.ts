import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { z } from 'zod';
import { onEachEngine } from '../../../test/engines.ts';
import { type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import { insertMemberAct, selectAuditLines } from '../audit/audit.store.ts';
import { selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { type Database, sqlState } from '../store/database.ts';
import { newUuid } from '../store/uuid.ts';
import { actorOf, asMember, noPerson } from '../store/view.ts';
import type { Statement } from '../../vocabulary/sqlStatements.ts';
import {
  asLinkHolder,
  findSignedLink,
  type FoundLink,
  insertSignedLink,
  lockSignedLink,
  revokeSignedLink,
  selectSignedLinks,
  standingOf,
  useSignedLink,
} from './signedLinks.store.ts';

const statement = (text: string, ...parameters: string[]): Statement => ({ name: 'test', text, parameters });
const Count = z.object({ n: z.number() });

onEachEngine('signed links', (store) => {
  let hub: HubUnderTest;
  const subjectId = newUuid(new Date('2025-11-03T17:00:00Z'));
  before(async () => {
    hub = await hubUnderTest(store());
  });
  const holder = { name: 'Sam Teacher', email: 'sam@school.example' };

  async function give(
    database: Database,
    until = '2025-11-30',
    kind: 'cycle' | 'hours' = 'cycle',
  ): Promise<{ token: string; link: FoundLink }> {
    const token = await asMember(database, hub.member('coordinator'), (view) =>
      insertSignedLink(view, { kind, subjectId, holder, until }, hub.clock.now),
    );
    const link = await findSignedLink(database, token);
    assert.ok(link);
    return { token, link };
  }

  test('a token of 43 characters finds its link; the store holds its hash alone', async () => {
    const { token, link } = await give(store());
    assert.equal(token.length, 43);
    assert.equal(link.holderName, 'Sam Teacher');
    assert.equal(link.madeBy, 'Test Coordinator');
    assert.equal(link.slug, 'fresno-long-beach');
    assert.equal(await findSignedLink(store(), `${token.slice(1)}x`), undefined);
    assert.equal(await findSignedLink(store(), 'x'), undefined);
    const rows = await store().transaction((connection) =>
      connection.query(
        'select row_to_json(l)::text || row_to_json(t)::text as kept from signed_link l join signed_link_token t using (link_id)',
      ),
    );
    assert.ok(rows.length > 0 && rows.every(({ kept }) => !String(kept).includes(token)));
  });

  test('a link is good until its day and no longer than 400 days', async () => {
    const { link } = await give(store(), '2025-11-03');
    assert.equal(standingOf(link, new Date('2025-11-04T07:59:00Z')), 'good');
    assert.equal(standingOf(link, new Date('2025-11-04T08:00:00Z')), 'expired');
    await assert.rejects(give(store(), '2025-11-02'), /cannot be good until 2025-11-02/);
    await assert.rejects(give(store(), '2027-01-01'), /cannot be good until 2027-01-01/);
  });

  test('its holder is inside one partnership, as nobody: 8 members of it are seen, none of another', async () => {
    const { link } = await give(store());
    const seen = await asLinkHolder(store(), link, 'reading', async (view) => ({
      members: await selectMembers(view),
      parties: await selectParties(view),
      elsewhere: await view.row(
        statement('select count(*)::int as n from membership where partnership_id <> $1::uuid', 'own'),
        { own: view.member.partnership.id },
        Count,
      ),
      links: await selectSignedLinks(view, { subjectId: newUuid(hub.clock.now) }),
      actor: actorOf(view),
      member: view.member,
    }));
    assert.equal(seen.members.length, 8);
    assert.deepEqual(
      seen.parties.map(({ shortName }) => shortName),
      ['Fresno', 'Long Beach'],
    );
    assert.equal(seen.elsewhere.n, 0);
    assert.deepEqual(seen.links, []);
    assert.deepEqual(seen.actor, { personId: null, linkId: link.id });
    assert.equal(seen.member.personId, noPerson);
    assert.equal(seen.member.role, 'external-partner');
  });

  test('reading cannot write, and a row that names a person as its maker is refused while acting', async () => {
    const { link } = await give(store());
    await assert.rejects(
      asLinkHolder(store(), link, 'reading', (view) => useSignedLink(view, link, hub.clock.now)),
      (error) => sqlState(error) === '25006',
    );
    await assert.rejects(
      asLinkHolder(store(), link, 'acting', (view) =>
        insertSignedLink(view, { kind: 'cycle', subjectId, holder, until: '2025-11-30' }, hub.clock.now),
      ),
      (error) => sqlState(error) === '23503',
    );
  });

  test('an act by a link stands in the history without a person, with the holder’s name, mail and giver', async () => {
    const { link } = await give(store());
    await asLinkHolder(store(), link, 'acting', (view) =>
      insertMemberAct(view, { act: 'said so', subject: 'x', detail: { a: 1 } }, hub.clock.now),
    );
    const [line] = await asMember(store(), hub.member('coordinator'), (view) =>
      selectAuditLines(view, link.partnershipId, 0, 1),
    );
    assert.equal(line?.person_id, null);
    assert.deepEqual(line?.detail, {
      a: 1,
      by: 'Sam Teacher',
      mail: 'sam@school.example',
      linkOf: 'Test Coordinator',
      link: link.id,
    });
  });

  test('of 3 who use a link for one use at once, 1 finds it good', async () => {
    const { link } = await give(store(), '2025-11-30', 'hours');
    const found = await Promise.all(
      [1, 2, 3].map(() =>
        asLinkHolder(store(), link, 'acting', async (view) => {
          const standing = await lockSignedLink(view, link, hub.clock.now);
          if (standing === 'good') await useSignedLink(view, link, hub.clock.now);
          return standing;
        }),
      ),
    );
    assert.deepEqual(found.sort(), ['good', 'used up', 'used up']);
  });

  test('a coordinator takes a link of their district back once; another district’s and another partnership’s stay', async () => {
    const { token, link } = await give(store());
    const revoke = (role: 'coordinator' | 'sponsor') =>
      asMember(store(), hub.member(role), (view) => revokeSignedLink(view, link.id, hub.clock.now));
    assert.equal(hub.member('sponsor').districtId === hub.member('coordinator').districtId, false);
    assert.equal(await revoke('sponsor'), false);
    assert.equal(await revoke('coordinator'), true);
    assert.equal(await revoke('coordinator'), false);
    const now = await findSignedLink(store(), token);
    assert.ok(now && standingOf(now, hub.clock.now) === 'revoked');
  });
});

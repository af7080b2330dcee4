import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import {
  districtsOf,
  otherMember,
  someCapacity,
  someDraft,
  someEvidence,
  someStrength,
} from '../../../test/needsInStore.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { selectAuditLines } from '../audit/audit.store.ts';
import { newUuid } from '../store/uuid.ts';
import { asMember, type Member } from '../store/view.ts';
import {
  type Ask,
  type Asked,
  insertAsk,
  insertAskAnswer,
  selectAskAnswers,
  selectAsks,
} from './asks.store.ts';
import { insertCapacity, selectOffers, selectOfferVersions } from './capacity.store.ts';
import type { Wanted } from './capacityLeft.ts';
import {
  insertNeed,
  insertNeedChange,
  insertNeedClosing,
  type Need,
  selectOptionalNeed,
} from './needs.store.ts';
import type { Term } from './term.ts';

const at = new Date('2025-11-03T17:00:00Z');
const fall: Term = { schoolYear: 2026, season: 'fall' };
const spring: Term = { schoolYear: 2026, season: 'spring' };
const visit: Wanted = { kind: 'visit' };

onEachEngine('asks and capacity in the store', (store) => {
  let hub: HubUnderTest;
  let asker: Member;
  let host: Member;
  before(async () => {
    hub = await hubUnderTest(store());
    asker = hub.member('coordinator');
    host = hub.member('school');
  });
  const theirs = () => districtsOf(hub).theirs;
  const offer = (term: Term, basedOn: number, visits: number, hours = 0) =>
    asMember(store(), host, (view) =>
      insertCapacity(
        view,
        { districtId: theirs(), focusArea: 'mathematics', term },
        basedOn,
        someCapacity(host.personId, visits, hours),
        at,
      ),
    );
  const offered = () =>
    asMember(store(), host, async (view) =>
      (await selectOffers(view)).map(({ term, version, offered: all, used }) => [
        term.season,
        version,
        all.visits - used.visits,
        all.hours - used.hours,
      ]),
    );
  const needOf = async (group: StudentGroupCode): Promise<Need> => {
    const cell = { districtId: districtsOf(hub).ours, measureId: 'math_dfs', group };
    const need = await asMember(store(), asker, async (view) => {
      const { id } = await insertNeed(view, cell, someDraft(asker.personId), { ...someEvidence, group }, at);
      return selectOptionalNeed(view, id);
    });
    assert.ok(need);
    return need;
  };
  const ask = (need: Need, wanted: Wanted = visit, term = spring, thenMs = 0): Promise<Asked> =>
    asMember(store(), asker, async (view) => {
      const asked = await insertAsk(
        view,
        {
          id: newUuid(at),
          need,
          asked: { districtId: theirs(), shortName: 'Long Beach' },
          insteadOf: null,
          evidence: { ...someStrength, group: need.group },
          compose: (to) => ({ subject: `ask about ${need.group}`, body: `Hello ${to.name}` }),
          term,
          wanted,
          words: 'May we come?',
        },
        at,
      );
      await setTimeout(thenMs);
      return asked;
    });
  const askAbout = async (need: Need): Promise<Ask> => {
    const found = (await asMember(store(), asker, (view) => selectAsks(view, { needId: need.id }))).at(-1);
    assert.ok(found);
    return found;
  };
  const answer = (one: Ask, basedOn: number, member: Member, state: 'accepted' | 'withdrawn') =>
    asMember(store(), member, (view) =>
      insertAskAnswer(
        view,
        one,
        {
          basedOn,
          answer:
            state === 'accepted' ? { state, proposedOn: '2026-02-10', words: null } : { state, words: null },
          suggested: null,
          mails: [],
          act: `${state} an ask`,
        },
        at,
      ),
    );

  test('an offer is versioned: a change of an old version is refused, and both versions stay', async () => {
    assert.deepEqual(await offer(spring, 0, 3), { done: true });
    assert.deepEqual(await offer(spring, 0, 5), { done: false, reason: 'changed meanwhile' });
    assert.deepEqual(await offer(spring, 7, 5), { done: false, reason: 'changed meanwhile' });
    assert.deepEqual(await offer(spring, 1, 1, 4), { done: true });
    const place = { districtId: theirs(), focusArea: 'mathematics', term: spring } as const;
    const versions = await asMember(store(), host, (view) => selectOfferVersions(view, place));
    assert.deepEqual(
      versions.map(({ version, visits, hours, contactName }) => [version, visits, hours, contactName]),
      [
        [2, 1, 4, host.name],
        [1, 3, 0, host.name],
      ],
    );
    assert.deepEqual(await offered(), [['spring', 2, 1, 4]]);
    const [line] = await asMember(store(), host, (view) => selectAuditLines(view, host.partnership.id, 0, 1));
    assert.equal(
      line?.act,
      'changed the offer to 1 visit and 4 hours of calls in mathematics, spring 2025-26',
    );
  });

  test('of two asks at once for the last visit one is made, with its mail, and one is told the next free term', async () => {
    await offer({ schoolYear: 2027, season: 'fall' }, 0, 1);
    const [one, other] = [await needOf('EL'), await needOf('SWD')];
    const before = (await hub.mails()).length;
    // The first does not commit before the second has had the time to read what is free.
    const outcomes = await Promise.all([
      ask(one, visit, spring, 300),
      setTimeout(100).then(() => ask(other)),
    ]);
    assert.deepEqual(outcomes.map(({ done }) => done).toSorted(), [false, true]);
    const refused = outcomes.find(({ done }) => !done);
    assert.ok(refused && !refused.done && refused.reason === 'nothing free');
    assert.deepEqual(refused.next, { schoolYear: 2027, season: 'fall' });
    const mails = await hub.mails();
    assert.deepEqual(
      [mails.length - before, mails[0]?.to, mails[0]?.body],
      [1, emailOf('school'), `Hello ${host.name}`],
    );
    assert.deepEqual((await offered()).at(0), ['spring', 2, 0, 4]);
  });

  test('hours are used by calls, and no more than are left', async () => {
    const need = await needOf('HOM');
    assert.equal((await ask(need, { kind: 'call', hours: 5 })).done, false);
    assert.deepEqual(await ask(need, { kind: 'call', hours: 3 }), { done: true });
    assert.deepEqual((await offered()).at(0), ['spring', 2, 0, 1]);
  });

  test('an offer is not lowered below what is asked for', async () => {
    assert.deepEqual(await offer(spring, 2, 0, 4), { done: false, reason: 'less than is promised' });
    assert.deepEqual(await offer(spring, 2, 1, 2), { done: false, reason: 'less than is promised' });
    assert.deepEqual(await offer(spring, 2, 1, 3), { done: true });
  });

  test('a district with an unanswered ask about a need is not asked about it again, of 3 at once too', async () => {
    await offer(fall, 0, 9);
    const need = await needOf('FOS');
    const outcomes = await Promise.all([1, 2, 3].map(() => ask(need, visit, fall, 100)));
    assert.equal(outcomes.filter(({ done }) => done).length, 1);
    assert.ok(outcomes.every((one) => one.done || one.reason === 'unanswered'));
  });

  test('an answer of an old version is refused; of two at once one counts', async () => {
    const one = (await asMember(store(), host, (view) => selectAsks(view))).find(
      ({ group }) => group === 'FOS',
    );
    assert.ok(one);
    const outcomes = await Promise.all([
      answer(one, 1, host, 'accepted'),
      answer(one, 1, asker, 'withdrawn'),
    ]);
    assert.deepEqual(outcomes.map(({ done }) => done).toSorted(), [false, true]);
    const answers = await asMember(store(), host, (view) => selectAskAnswers(view, one.id));
    assert.equal(answers.length, 1);
  });

  test('an ask that is taken back gives its visit free again, and the next may ask', async () => {
    const need = await needOf('MIG');
    assert.equal((await ask(need)).done, false);
    const taken = (await asMember(store(), asker, (view) => selectAsks(view))).find(
      (one) => ['EL', 'SWD'].includes(one.group) && one.state === 'asked',
    );
    assert.ok(taken);
    assert.deepEqual(await answer(taken, 1, asker, 'withdrawn'), { done: true });
    assert.deepEqual(await answer(taken, 2, asker, 'withdrawn'), {
      done: false,
      reason: 'answered meanwhile',
    });
    assert.deepEqual(await ask(need), { done: true });
    const made = await askAbout(need);
    assert.deepEqual([made.state, made.to.email, made.need], ['asked', emailOf('school'), 'See it taught.']);
  });

  const close = (need: Need, basedOn: number) =>
    asMember(store(), asker, (view) =>
      insertNeedClosing(view, need, basedOn, { reason: 'met', words: null, mergedInto: null }, at),
    );

  test('a need that is being asked about meanwhile is not closed, and a closed or moved one is not asked about', async () => {
    const need = await needOf('ALL');
    const [asked, closed] = await Promise.all([
      ask(need, visit, fall, 300),
      setTimeout(100).then(() => close(need, 1)),
    ]);
    assert.deepEqual(asked, { done: true });
    assert.deepEqual(closed, { done: false, reason: 'unanswered' });
    const other = await needOf('SED');
    assert.deepEqual(await close(other, 1), { done: true });
    assert.deepEqual(await ask(other, visit, fall), { done: false, reason: 'changed meanwhile' });
    const moved = await needOf('AA');
    const change = {
      wording: 'See it read.',
      focusArea: 'leadership',
      ownerId: asker.personId,
      words: 'It is about reading.',
    } as const;
    await asMember(store(), asker, (view) => insertNeedChange(view, moved, 1, change, at));
    assert.deepEqual(await ask(moved, visit, fall), { done: false, reason: 'changed meanwhile' });
  });

  test('another partnership sees neither offers nor asks', async () => {
    const other = await otherMember(hub);
    assert.deepEqual(await asMember(store(), other, (view) => selectOffers(view)), []);
    assert.deepEqual(await asMember(store(), other, (view) => selectAsks(view)), []);
  });
});

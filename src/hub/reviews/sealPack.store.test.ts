import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import { someDraft, someEvidence } from '../../../test/needsInStore.ts';
import { hashPack } from '../../release/hashPack.ts';
import { Pack } from '../../vocabulary/pack.ts';
import { PackFile } from '../../vocabulary/packFile.ts';
import { insertNeed } from '../needs/needs.store.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember, type Member, type MemberView } from '../store/view.ts';
import { assemblePack } from './assemblePack.store.ts';
import { draftHash } from './draftHash.ts';
import { changedSince, packFingerprint } from './packItems.ts';
import { readPackFile, selectLastSealedPack, selectOptionalPack } from './packs.store.ts';
import { insertReview, type Review, selectOptionalReview } from './reviews.store.ts';
import { sealReview, signPack, unlockPack } from './sealPack.store.ts';

const at = new Date('2026-10-20T17:00:00Z');
const minutesLater = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const plan = {
  title: 'Fall review 2026',
  plannedOn: '2026-10-20',
  periodFrom: '2026-07-01',
  periodUntil: '2026-10-19',
  focusArea: null,
  signDays: 21,
};
const noMails = () => [];

onEachEngine('a sealed pack', (store) => {
  let hub: HubUnderTest;
  let fresno: Member;
  let longBeach: Member;
  let reviewId = '';
  let first = '';
  const as = <T>(member: Member, run: (view: MemberView) => Promise<T>) => asMember(store(), member, run);
  const read = async (view: MemberView): Promise<Review> => {
    const review = await selectOptionalReview(view, reviewId);
    assert.ok(review);
    return review;
  };
  const looked = (member: Member, when: Date) =>
    as(member, async (view) => assemblePack(view, await read(view), when));
  const seal = (member: Member, lookedAt: string, when: Date) =>
    as(member, async (view) => sealReview(view, await read(view), lookedAt, noMails, when));
  const sign = (member: Member, hash: string, when: Date) =>
    as(member, async (view) => {
      const own = (await selectParties(view)).find(({ districtId }) => districtId === member.districtId);
      assert.ok(own);
      return signPack(view, own, { reviewId, hash }, noMails, when);
    });
  const confirmNeed = (group: 'EL' | 'SWD') =>
    as(fresno, (view) =>
      insertNeed(
        view,
        { districtId: fresno.districtId ?? '', measureId: 'math_dfs', group },
        someDraft(fresno.personId),
        someEvidence,
        at,
      ),
    );

  before(async () => {
    hub = await hubUnderTest(store(), { now: at });
    fresno = hub.member('coordinator');
    longBeach = hub.member('sponsor');
    reviewId = await as(fresno, (view) => insertReview(view, 'sponsors', plan, [], at));
  });

  test('the draft is the same for people of both districts, to the last letter but the minute', async () => {
    const [ours, theirs] = [await looked(fresno, at), await looked(longBeach, minutesLater(7))];
    assert.equal(draftHash(ours), draftHash(theirs));
    assert.deepEqual(Pack.parse(ours), ours);
  });

  test('what changed since somebody looked is not sealed, and the change is named', async () => {
    const before = await looked(longBeach, at);
    await confirmNeed('EL');
    const refused = await seal(longBeach, draftHash(before), minutesLater(1));
    assert.deepEqual(refused, { done: false, reason: 'changed meanwhile' });
    const [change, ...rest] = changedSince(packFingerprint(before), await looked(longBeach, at));
    assert.equal(rest.length, 0);
    assert.deepEqual(
      [change?.section, change?.title, change?.was],
      ['Needs', 'Fresno: See it taught.', null],
    );
  });

  test('of two who seal at once the first wins, the second is told, and one pack is there', async () => {
    const draft = draftHash(await looked(fresno, at));
    const both = await Promise.all([
      seal(fresno, draft, minutesLater(2)),
      seal(longBeach, draft, minutesLater(2)),
    ]);
    assert.deepEqual(both.map(({ done }) => done).sort(), [false, true]);
    const lost = both.find(({ done }) => !done);
    assert.deepEqual(lost, { done: false, reason: 'sealed already' });
    const { packs } = await as(fresno, read);
    assert.deepEqual([packs.length, packs[0]?.seal, packs[0]?.signUntil], [1, 1, '2026-11-10']);
    first = packs[0]?.hash ?? '';
  });

  test('whatever becomes of the rooms, the pack stays the same under the same hash', async () => {
    const was = await as(fresno, (view) => selectOptionalPack(view, first));
    await confirmNeed('SWD');
    const is = await as(longBeach, (view) => selectOptionalPack(view, first));
    assert.deepEqual(is?.pack, was?.pack);
    assert.equal(is?.pack.needs.length, 1);
    assert.equal(hashPack(is?.pack), first);
  });

  test('it is signed once by each district; the last sealed pack is one that both signed', async () => {
    assert.deepEqual(await sign(longBeach, first, minutesLater(3)), { done: true, byAll: false });
    assert.deepEqual(await sign(longBeach, first, minutesLater(4)), {
      done: false,
      reason: 'signed already',
    });
    assert.equal(await as(fresno, selectLastSealedPack), undefined);
    const late = new Date('2026-11-11T17:00:00Z');
    assert.deepEqual(await sign(fresno, first, late), { done: false, reason: 'past its last day' });
    assert.deepEqual(await sign(fresno, first, minutesLater(5)), { done: true, byAll: true });
    assert.equal((await as(longBeach, selectLastSealedPack))?.kept.hash, first);
  });

  test('its file holds what it says, 2 signatures, and 3 lines of the history whose hashes can be worked out', async () => {
    const file = PackFile.parse(await as(fresno, (view) => readPackFile(view, first)));
    assert.equal(hashPack(file.pack), file.hash);
    assert.deepEqual(
      file.signatures.map(({ cds }) => cds),
      ['19647250000000', '10621660000000'],
    );
    assert.deepEqual(
      file.history.map(({ act }) => act),
      ['sealed a pack', 'signed a pack', 'signed a pack'],
    );
    assert.ok(file.history.every(({ detail }) => detail.packHash === first));
  });

  test('unlocked once with a reason, it stays beside the pack that is sealed in its place', async () => {
    const why = { reason: 'figure wrong', words: 'A need was missing.' };
    const unlock = (member: Member) =>
      as(member, (view) => unlockPack(view, { reviewId, hash: first }, why, [], minutesLater(6)));
    assert.equal(await unlock(longBeach), true);
    assert.equal(await unlock(fresno), false);
    assert.equal(await as(fresno, selectLastSealedPack), undefined);
    const again = await looked(fresno, minutesLater(7));
    assert.deepEqual([again.review.seal, again.review.supersedes, again.needs.length], [2, first, 2]);
    const sealed = await seal(fresno, draftHash(again), minutesLater(8));
    assert.ok(sealed.done);
    const file = await as(fresno, (view) => readPackFile(view, first));
    assert.equal(file?.supersededBy, sealed.hash);
    assert.match(file?.unlocked?.reason ?? '', /A figure in it is wrong: A need was missing/);
    assert.deepEqual(await sign(fresno, first, minutesLater(9)), { done: false, reason: 'unlocked' });
  });
});

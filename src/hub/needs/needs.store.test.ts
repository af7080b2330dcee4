import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { onEachEngine } from '../../../test/engines.ts';
import { type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import { districtsOf, otherMember, someDraft, someEvidence } from '../../../test/needsInStore.ts';
import { findBrokenAuditLine, selectAuditLines } from '../audit/audit.store.ts';
import { asMember, type Member } from '../store/view.ts';
import {
  insertComparisonNote,
  selectComparisonNotes,
  withdrawComparisonNote,
} from './comparisonNotes.store.ts';
import { selectKeptEvidence } from './keptEvidence.store.ts';
import {
  insertNeed,
  insertNeedChange,
  insertNeedClosing,
  insertNeedReopening,
  type Need,
  type NeedCell,
  selectNeeds,
  selectNeedVersions,
  selectOptionalNeed,
} from './needs.store.ts';

const at = new Date('2025-11-03T17:00:00Z');
const later = new Date('2026-01-03T17:00:00Z');

onEachEngine('needs in the store', (store) => {
  let hub: HubUnderTest;
  let member: Member;
  let cell: NeedCell;
  before(async () => {
    hub = await hubUnderTest(store());
    member = hub.member('coordinator');
    cell = { districtId: districtsOf(hub).ours, measureId: 'math_dfs', group: 'EL' };
  });
  const confirm = (about: NeedCell) =>
    asMember(store(), member, async (view) => {
      const confirmed = await insertNeed(view, about, someDraft(member.personId), someEvidence, at);
      await setTimeout(100);
      return confirmed;
    });
  const read = async (id: string): Promise<Need> => {
    const need = await asMember(store(), member, (view) => selectOptionalNeed(view, id));
    assert.ok(need);
    return need;
  };
  const needOf = async (group: Need['group']): Promise<Need> => {
    const need = (await asMember(store(), member, selectNeeds)).find((one) => one.group === group);
    assert.ok(need);
    return need;
  };
  const lastAct = async () =>
    (await asMember(store(), member, (view) => selectAuditLines(view, member.partnership.id, 0, 1)))[0];

  test('a confirmed need keeps what the grid said to the last digit, and its line says who', async () => {
    const made = await confirm(cell);
    assert.ok(made.done);
    const [version] = await asMember(store(), member, (view) => selectNeedVersions(view, made.id));
    assert.deepEqual(
      [version?.step, version?.wording, version?.ownerId],
      ['confirmed', 'See it taught.', member.personId],
    );
    const kept = await asMember(store(), member, (view) =>
      selectKeptEvidence(view, [version?.evidenceId ?? '']),
    );
    assert.deepEqual(
      [...kept.values()].map(({ evidence }) => evidence),
      [someEvidence],
    );
    assert.deepEqual([...kept.values()][0]?.keptAt, at);
    const line = await lastAct();
    assert.deepEqual(
      [line?.act, line?.person_id, line?.detail.measureId],
      ['confirmed a need', member.personId, 'math_dfs'],
    );
  });

  test('evidence without level and progress, of nothing at hand, is kept as such', async () => {
    const nothing = {
      ...someEvidence,
      status: 'not judged',
      schoolYear: null,
      figure: null,
      level: null,
      progress: null,
    } as const;
    const figureOnly = { ...nothing, schoolYear: 2024, figure: { value: 3, n: null } };
    for (const [group, evidence] of [
      ['MIG', nothing],
      ['FOS', figureOnly],
    ] as const) {
      const made = await asMember(store(), member, (view) =>
        insertNeed(view, { ...cell, group }, someDraft(member.personId), { ...evidence, group }, at),
      );
      const [version] = await asMember(store(), member, (view) => selectNeedVersions(view, made.id));
      const id = version?.evidenceId ?? '';
      const kept = await asMember(store(), member, (view) => selectKeptEvidence(view, [id]));
      assert.deepEqual(kept.get(id)?.evidence, { ...evidence, group });
    }
  });

  test('a second need of the same district, measure and group is refused and leads to the first, of 4 at once too', async () => {
    const first = await needOf('EL');
    assert.deepEqual(await confirm(cell), { done: false, reason: 'exists', id: first.id });
    const other = { ...cell, group: 'SWD' } as const;
    const made = await Promise.all([1, 2, 3, 4].map(() => confirm(other)));
    assert.equal(made.filter(({ done }) => done).length, 1);
    assert.equal(new Set(made.map(({ id }) => id)).size, 1);
  });

  test('of two changes of one version the second is told so, and nothing of the first is lost', async () => {
    const need = await needOf('EL');
    const change = (wording: string) =>
      asMember(store(), member, (view) =>
        insertNeedChange(view, need, 1, { ...someDraft(member.personId), wording, words: 'Clearer' }, later),
      );
    const outcomes = await Promise.all([change('First'), change('Second')]);
    assert.equal(outcomes.filter(({ done }) => done).length, 1);
    const now = await read(need.id);
    assert.deepEqual(
      [now.version, ['First', 'Second'].includes(now.wording), now.changedAt],
      [2, true, later],
    );
    const versions = await asMember(store(), member, (view) => selectNeedVersions(view, need.id));
    assert.deepEqual(
      versions.map(({ version, words }) => [version, words]),
      [
        [2, 'Clearer'],
        [1, null],
      ],
    );
    const line = await lastAct();
    assert.deepEqual([line?.act, line?.detail.reason], ['changed a need', 'Clearer']);
  });

  test('a closed need makes room for another, and is opened again only once that one is closed', async () => {
    const need = await needOf('EL');
    const close = (one: Need) =>
      asMember(store(), member, (view) =>
        insertNeedClosing(
          view,
          one,
          one.version,
          { reason: 'set aside', words: null, mergedInto: null },
          later,
        ),
      );
    const reopen = (one: Need) =>
      asMember(store(), member, (view) =>
        insertNeedReopening(view, one, one.version, { words: 'It is back', evidence: someEvidence }, later),
      );
    assert.deepEqual(await reopen(need), { done: false, reason: 'changed meanwhile' });
    assert.deepEqual(await close(need), { done: true });
    assert.deepEqual(await close(need), { done: false, reason: 'changed meanwhile' });
    const closed = await read(need.id);
    assert.deepEqual([closed.isOpen, closed.version], [false, 3]);
    const second = await confirm(cell);
    assert.ok(second.done);
    assert.deepEqual(await reopen(closed), { done: false, reason: 'exists' });
    assert.deepEqual(await close(await read(second.id)), { done: true });
    assert.deepEqual(await reopen(closed), { done: true });
    const versions = await asMember(store(), member, (view) => selectNeedVersions(view, need.id));
    assert.deepEqual(
      versions.map(({ step, evidenceId }) => [step, evidenceId !== null]),
      [
        ['reopened', true],
        ['closed', false],
        ['changed', false],
        ['confirmed', true],
      ],
    );
  });

  test('a note is withdrawn by its author alone, once, and stays with the day it was', async () => {
    const author = hub.member('school');
    const subject = { districtId: cell.districtId, measureId: 'math_dfs', group: 'EL' } as const;
    const noteId = await asMember(store(), author, (view) =>
      insertComparisonNote(view, subject, { reason: 'unusual year', words: 'Smoke.' }, at),
    );
    assert.equal(
      await asMember(store(), member, (view) => withdrawComparisonNote(view, noteId, later)),
      undefined,
    );
    assert.ok(await asMember(store(), author, (view) => withdrawComparisonNote(view, noteId, later)));
    assert.equal(
      await asMember(store(), author, (view) => withdrawComparisonNote(view, noteId, later)),
      undefined,
    );
    const notes = await asMember(store(), member, (view) => selectComparisonNotes(view, subject));
    assert.deepEqual(
      notes.map(({ words, withdrawnAt }) => [words, withdrawnAt]),
      [['Smoke.', later]],
    );
    assert.equal((await lastAct())?.act, 'withdrew a note on a comparison');
  });

  test('notes are found by cell or by the similar district they are about', async () => {
    const { ours, theirs } = districtsOf(hub);
    const draft = { reason: 'counted differently', words: 'Homeless students.' } as const;
    await asMember(store(), member, (view) =>
      insertComparisonNote(view, { districtId: ours, similarId: theirs }, draft, at),
    );
    const found = (filter: Parameters<typeof selectComparisonNotes>[1]) =>
      asMember(store(), member, async (view) => (await selectComparisonNotes(view, filter)).length);
    assert.deepEqual(
      [
        await found({}),
        await found({ measureId: 'math_dfs' }),
        await found({ similarId: theirs }),
        await found({ districtId: theirs }),
      ],
      [2, 1, 1, 0],
    );
  });

  test('another partnership sees none of it, and the chain of lines is whole', async () => {
    const other = await otherMember(hub);
    assert.deepEqual(await asMember(store(), other, selectNeeds), []);
    assert.deepEqual(await asMember(store(), other, (view) => selectComparisonNotes(view)), []);
    const [need] = await asMember(store(), member, selectNeeds);
    assert.equal(
      await asMember(store(), other, (view) => selectOptionalNeed(view, need?.id ?? '')),
      undefined,
    );
    const broken = await asMember(store(), member, (view) =>
      findBrokenAuditLine(view, member.partnership.id),
    );
    assert.equal(broken, undefined);
  });
});

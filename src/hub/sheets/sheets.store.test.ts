import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { editSheets, setCell } from '../../../test/editSheets.ts';
import { onEachEngine } from '../../../test/engines.ts';
import { type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import type { Browser, Page } from '../../../test/browserUnderTest.ts';
import {
  insertCommitment,
  insertCommitmentStep,
  selectCommitments,
} from '../commitments/commitments.store.ts';
import { selectMembers } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';

const now = new Date('2026-03-02T18:00:00Z');
const awkward = '=1+1 "quoted", \'single\' & <b>';

onEachEngine('a workbook out and back', (store) => {
  let hub: HubUnderTest;
  let browser: Browser;
  const sheets = () => `${hub.home}/work/sheets`;
  const standing = () => asMember(store(), hub.member('coordinator'), (view) => selectCommitments(view));
  const workbook = async () => {
    const response = await browser.getBytes(`${sheets()}/partnership.xlsx`);
    return response;
  };
  /** Brings a workbook in; the page of its differences, or the form with a sentence. */
  const bring = async (file: Uint8Array): Promise<Page & { readonly at: string }> => {
    const page = await browser.upload(sheets(), 'workbook', file, sheets());
    return page.location ? { ...(await browser.get(page.location)), at: page.location } : { ...page, at: '' };
  };
  const apply = async ({ at, text }: { readonly at: string; readonly text: string }) => {
    const changes = /name="changes" value="(\w+)"/.exec(text)?.[1] ?? '';
    return browser.post(at, { changes }, { from: at });
  };

  before(async () => {
    hub = await hubUnderTest(store(), { now });
    browser = await hub.signInAs('coordinator');
    const member = hub.member('coordinator');
    await asMember(store(), member, async (view) => {
      const owner = (await selectMembers(view)).find(({ personId }) => personId === member.personId);
      assert.ok(owner && member.districtId);
      const draft = {
        owner: { personId: owner.personId, name: owner.name, email: owner.email },
        deputy: null,
        engagementId: null,
        benchmarkId: null,
        contactId: null,
      };
      for (const [what, due] of [
        [awkward, '2026-04-01'],
        ['Share the form', '2026-05-01'],
        ['Plan the visit', '2026-06-01'],
      ] as const)
        await insertCommitment(view, member.districtId, { ...draft, what, due }, () => [], now);
    });
  });

  test('a workbook that nobody changed changes nothing, whatever its cells hold', async () => {
    const same = await bring(await workbook());
    assert.match(same.text, /nothing would change/);
    assert.doesNotMatch(same.text, /Apply/);
    const saved = await bring(await editSheets(await workbook(), (rows) => rows));
    assert.match(saved.text, /nothing would change/);
  });

  test('a done one, a day typed as 6/15/2026 with its reason and a new row are shown, then applied as a whole, once', async () => {
    const edited = await editSheets(await workbook(), (rows, sheet) => {
      if (sheet !== 'Commitments') return rows;
      setCell(rows, 'Share the form', 'State', 'Done');
      setCell(rows, 'Plan the visit', 'Due', '6/15/2026');
      setCell(rows, 'Plan the visit', 'Why', 'It is more work than we thought');
      setCell(rows, 'Plan the visit', 'In your own words', 'Two schools more');
      const heading = rows[0] ?? [];
      const fresh = heading.map(() => null as unknown);
      fresh[heading.indexOf('What is promised')] = 'Write it down';
      fresh[heading.indexOf('Due')] = new Date('2026-07-01T00:00:00Z');
      fresh[heading.indexOf('Owner')] = 'Kim Teacher';
      fresh[heading.indexOf('Owner’s mail')] = 'kim@school.example';
      return [...rows, fresh];
    });
    const preview = await bring(edited);
    assert.match(preview.text, /3 rows would change/);
    assert.match(preview.text, /2026-06-01 → 2026-06-15/);
    assert.deepEqual(
      (await standing()).map(({ state }) => state),
      ['open', 'open', 'open'],
    );
    const applied = await apply(preview);
    assert.equal(applied.status, 303);
    assert.deepEqual(
      (await standing()).map(({ what, due, state }) => [what, due, state]),
      [
        [awkward, '2026-04-01', 'open'],
        ['Share the form', '2026-05-01', 'done'],
        ['Plan the visit', '2026-06-15', 'open'],
        ['Write it down', '2026-07-01', 'open'],
      ],
    );
    const again = await apply(preview);
    assert.equal(again.status, 409);
    assert.equal((await standing()).length, 4);
  });

  test('rows that are deleted delete nothing; what somebody changed meanwhile stays, and the same cell changed twice is asked about', async () => {
    const before = await workbook();
    const [first] = await standing();
    assert.ok(first);
    await asMember(store(), hub.member('coordinator'), (view) =>
      insertCommitmentStep(
        view,
        first,
        first.version,
        { step: 'worded', what: 'Worded here', words: null },
        [],
        now,
      ),
    );
    const shorter = await bring(
      await editSheets(before, (rows, sheet) => (sheet === 'Commitments' ? rows.slice(0, 2) : rows)),
    );
    assert.match(shorter.text, /nothing would change/);
    assert.match(shorter.text, /3 rows of your district are not in the file: nothing happens to them/);
    const merged = await bring(
      await editSheets(before, (rows, sheet) => {
        if (sheet === 'Commitments') setCell(rows, awkward, 'State', 'done');
        return rows;
      }),
    );
    assert.equal((await apply(merged)).status, 303);
    assert.deepEqual((await standing()).map(({ what, state }) => [what, state])[0], ['Worded here', 'done']);
    const clash = await bring(
      await editSheets(before, (rows, sheet) => {
        if (sheet === 'Commitments') setCell(rows, awkward, 'What is promised', 'Worded there');
        return rows;
      }),
    );
    assert.match(clash.text, /Somebody changed the same cells here since this file was made/);
    assert.match(clash.text, /Worded here → Worded there/);
  });

  test('a move without reason, a day that is none, an id nobody knows, and what is no workbook are refused with a sentence; nothing is done', async () => {
    const before = (await standing()).map(({ version }) => version);
    const wrong = await bring(
      await editSheets(await workbook(), (rows, sheet) => {
        if (sheet !== 'Commitments') return rows;
        setCell(rows, 'Plan the visit', 'Due', '13/40/2026');
        setCell(rows, 'Write it down', 'Id', 'another');
        return rows;
      }),
    );
    assert.match(wrong.text, /2 rows stand in the way/);
    assert.match(wrong.text, /There is no such day|Choose why the day moves/);
    assert.match(wrong.text, /Nothing here has this id/);
    for (const [bytes, says] of [
      [new TextEncoder().encode('a,b\n1,2'), /is no Excel workbook/],
      [new Uint8Array(6 << 20), /larger than 5 MB/],
    ] as const) {
      const page = await bring(bytes);
      assert.equal(page.status, 422);
      assert.match(page.text, says);
    }
    assert.deepEqual(
      (await standing()).map(({ version }) => version),
      before,
    );
  });

  test('a file of more than 64 MB is refused before it is read, one of 6 MB with a sentence; nothing is done', async () => {
    const stood = await standing();
    assert.equal((await bring(new Uint8Array(65 << 20))).status, 413);
    const large = await bring(new Uint8Array(6 << 20));
    assert.equal(large.status, 422);
    assert.match(large.text, /larger than 5 MB/);
    assert.deepEqual(await standing(), stood);
  });
});

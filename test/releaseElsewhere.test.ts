import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { selectOptionalPartnershipId } from '../src/hub/releases/arrivals.store.ts';
import { releaseRows } from '../src/hub/releases/releaseRows.ts';
import { insertRelease } from '../src/hub/releases/releases.store.ts';
import { asOperator } from '../src/hub/store/view.ts';
import { hashRelease } from '../src/release/hashRelease.ts';
import type { Grant } from '../src/vocabulary/grant.ts';
import type { Release } from '../src/vocabulary/release.ts';
import {
  addSigningPeople,
  agreeOnGrant,
  bringBy,
  doorFile,
  doorPath,
  doorRelease,
  registerBoth,
  wordsOf,
} from './doorUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { signedBy } from './exampleRelease.ts';
import { type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const now = new Date('2026-11-25T17:00:00Z');
const foreignGrant = '019ab000-0000-7000-8000-00000000000e';

onEachEngine('a district in two partnerships', (store) => {
  let hub: HubUnderTest;
  let grant: Grant;
  /** Release 1 of the vault, made for another partnership. */
  let foreign: Release;
  before(async () => {
    hub = await hubUnderTest(store(), { now });
    grant = await agreeOnGrant(hub, now);
    await addSigningPeople(hub, now);
    await registerBoth(hub);
    const named = { id: foreignGrant, hash: 'b'.repeat(64), partnership: 'other' };
    foreign = doorRelease(grant, { grant: named });
  });
  const bring = async (release: Release) => bringBy(await hub.signInAs('coordinator'), doorFile(release));
  /** The next of the chain; of sixty so many counted, all others as in the first. */
  const following = (
    audited: readonly Release[],
    changed: Partial<Release> = {},
    { auditedUnder, schoolYear = 2025 }: { auditedUnder?: string[]; schoolYear?: number } = {},
  ): Release => {
    const { certificate, tables } = doorRelease(grant);
    return doorRelease(grant, {
      sequence: audited.length + 1,
      previous: audited.at(-1) ? hashRelease(audited.at(-1) as Release) : null,
      tables: tables.map((table) => ({
        ...table,
        schoolYear,
        cells: table.cells.map((cell) =>
          cell.seen === 'shown' ? { ...cell, numerator: 30, value: '50.00' } : cell,
        ),
      })),
      certificate: {
        ...certificate,
        audited: audited.map(hashRelease),
        auditedUnder: auditedUnder ?? audited.map((one) => one.grant.id),
      },
      ...changed,
    });
  };

  test('what it says was made for this partnership and is not here is asked for, and so is what it does not say of', async () => {
    const own = following([foreign], {}, { auditedUnder: [grant.id] });
    assert.match(
      wordsOf(await bring(own)),
      /It is release 2 of its vault, and release 1 of this partnership is not here: bring that first\./,
    );
    const { auditedUnder: _none, ...certificate } = own.certificate;
    assert.match(wordsOf(await bring({ ...own, certificate })), /release 1 of this partnership is not here/);
  });

  test('its second release enters where the first went elsewhere, and says what it rests on', async () => {
    const second = following([foreign]);
    const page = wordsOf(await bring(second));
    assert.match(page, /The release is in/);
    assert.match(
      page,
      /Its vault made release 1 for other partnerships: that nothing is given away together with that, the two signers answer for/,
    );
    const shown = wordsOf(
      await (await hub.signInAs('sponsor')).get(`${doorPath}/releases/${hashRelease(second)}`),
    );
    assert.match(shown, /Earlier releases tried against 1, of them 1 under another grant than this/);
    const swapped = following([doorRelease(grant), second], {}, { auditedUnder: [foreignGrant, grant.id] });
    assert.match(
      wordsOf(await bring(swapped)),
      /It names other releases before release 2 than that one itself names/,
    );
  });

  test('once the other partnership of the same hub has it, both are attacked together: a planted difference is refused', async () => {
    const second = following([foreign]);
    await asOperator(store(), async (view) => {
      const other = await selectOptionalPartnershipId(view, 'other');
      const rows = releaseRows(hashRelease(foreign), signedBy(foreign));
      await insertRelease(view, other ?? '', rows, doorFile(foreign), now);
    });
    // Of the year that the foreign one tells, 24 of 60 there and 30 of 60 here: six more would be known.
    const leak = following([foreign, second], {}, { schoolYear: 2026 });
    assert.match(
      wordsOf(await bring(leak)),
      /withheld counts can be worked out more closely than its policy allows/,
    );
    const taking = following([foreign, second], { supersedes: hashRelease(foreign) }, { schoolYear: 2024 });
    assert.match(
      wordsOf(await bring(taking)),
      /The release whose place it takes was made for another partnership/,
    );
    const third = following([foreign, second], {}, { schoolYear: 2024 });
    const page = wordsOf(await bring(third));
    assert.match(page, /The release is in/);
    assert.doesNotMatch(page, /for other partnerships/);
  });
});

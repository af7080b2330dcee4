import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { exampleRelease, signedBy } from '../../../test/exampleRelease.ts';
import { type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import { hashRelease } from '../../release/hashRelease.ts';
import { sealRelease } from '../../release/sealRelease.ts';
import type { Release } from '../../vocabulary/release.ts';
import { asMember, asOperator } from '../store/view.ts';
import { selectArrivals } from './arrivals.store.ts';
import { decideWaiting, receiveRelease } from './receiveRelease.store.ts';
import { releaseRows } from './releaseRows.ts';
import { insertRelease } from './releases.store.ts';
import { selectSharedFigures } from './sharedFigures.store.ts';
import type { Sight } from './sights.ts';

const at = new Date('2026-11-25T17:00:00Z');
const first = exampleRelease();
const firstHash = hashRelease(first);
/** The school's figure corrected, its English learners left out; seen by the partner from December on. */
const second = exampleRelease({
  sequence: 2,
  previous: firstHash,
  supersedes: firstHash,
  embargoUntil: '2026-12-01',
  tables: first.tables.map((table) => ({
    ...table,
    cells: table.cells
      .filter(({ group }) => group !== 'EL')
      .map((cell) => (cell.seen === 'shown' ? { ...cell, numerator: 30, value: '50.00' } : cell)),
  })),
});

onEachEngine('releases in the store', (store) => {
  let hub: HubUnderTest;
  before(async () => {
    hub = await hubUnderTest(store(), { now: at });
    for (const release of [first, second]) await keep(release);
  });
  const partnershipId = () => hub.member('coordinator').partnership.id;
  const keep = (release: Release) => {
    const signed = signedBy(release);
    const rows = releaseRows(hashRelease(release), signed);
    return asOperator(store(), (view) => insertRelease(view, partnershipId(), rows, sealRelease(signed), at));
  };
  const own: Sight = { grantId: first.grant.id, cds: first.district.cds, limits: null };
  const given: Sight = {
    ...own,
    limits: { measures: ['math_met_pct'], schools: true, firstYear: 2024, lastYear: 2027, smallestGroup: 11 },
  };
  const seen = async (sight: Sight, today: string): Promise<string[]> => {
    const figures = await asMember(store(), hub.member('sponsor'), (view) =>
      selectSharedFigures(view, [sight], { measureId: 'math_met_pct', today }),
    );
    return figures.map(({ group, value, from, to, reason }) =>
      [group, value ?? reason ?? `${from}-${to}`].join(' '),
    );
  };

  test('a corrected release speaks alone: what it leaves out is not shown from the one before', async () => {
    assert.deepEqual(await seen(own, '2026-11-25'), ['ALL 50.00', 'FOS small numbers']);
    assert.deepEqual(await seen(given, '2026-12-01'), ['ALL 50.00', 'FOS small numbers']);
  });

  test('until its embargo ends the partner sees the one before it, whole', async () => {
    assert.deepEqual(await seen(given, '2026-11-30'), ['ALL 40.0', 'EL 0-20', 'FOS small numbers']);
  });

  test('stricter terms hold for what is here: measures, years, schools, and the range of a group that is now too small', async () => {
    const under = (limits: Partial<NonNullable<Sight['limits']>>) =>
      seen({ ...given, limits: { ...given.limits, ...limits } as Sight['limits'] }, '2026-11-30');
    assert.deepEqual(await under({ smallestGroup: 20 }), ['ALL 40.0', 'EL agreement', 'FOS small numbers']);
    assert.deepEqual(await under({ schools: false }), []);
    assert.deepEqual(await under({ measures: ['ela_met_pct'] }), []);
    assert.deepEqual(await under({ firstYear: 2027 }), []);
  });

  test('a file that Tandem itself fails on is refused and let go, and the next one is still decided', async () => {
    await store().transaction((connection) =>
      connection.query("update release set file = '\\x00' where sequence = 1", []),
    );
    const districtId = hub.member('coordinator').districtId;
    const bringer = { via: 'page', districtId, personId: null, tokenId: null } as const;
    const third = sealRelease(signedBy(exampleRelease({ sequence: 3 })));
    const bring = () => receiveRelease(store(), partnershipId(), third, bringer, () => at);
    await assert.rejects((await bring()).decided, /the kept file of release .* is not what it was/);
    const [refused] = await asOperator(store(), (view) => selectArrivals(view, partnershipId()));
    assert.equal(refused?.state, 'refused');
    assert.match(refused?.sentences.join() ?? '', /by a fault of this Tandem, not of the file/);
    const { decided } = await receiveRelease(store(), partnershipId(), Buffer.from('no'), bringer, () => at);
    assert.match((await decided).sentences.join(), /not compressed as a release file is/);
    const faults: unknown[] = [];
    await decideWaiting(
      store(),
      () => at,
      (error) => faults.push(error),
    );
    assert.deepEqual(faults, []);
  });
});

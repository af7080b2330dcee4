import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { districtsUnderTest } from './hubUnderTest.ts';
import { type NeedsUnderTest, needsUnderTest } from './needsUnderTest.ts';

const id = '01890000-0000-7000-8000-0000000000bb';

onEachEngine('the targets of a district', (store) => {
  let hub: NeedsUnderTest;
  let targets = '';
  const series = (prefix: string, target: string, reason: string) => ({
    [`${prefix}baseline`]: '2025',
    [`${prefix}target-2028`]: target,
    [`${prefix}provenance`]: 'proposed',
    [`${prefix}reason`]: reason,
  });
  before(async () => {
    hub = await needsUnderTest(store());
    targets = `${hub.home}/benchmarks/${id}/districts/${districtsUnderTest[0].cds}/targets`;
    const { personId, partnership } = hub.member('coordinator');
    await store().transaction((connection) =>
      connection.query(
        "insert into benchmark values ($1, $2, 'mathematics', 'math_dfs', 'ALL', 'all', 'Closer to the standard', now(), $3)",
        [partnership.id, id, personId],
      ),
    );
  });

  test('of two people who edit them at once the second is told who was quicker and why, with their own still below; nothing of either is lost', async () => {
    const form = await hub.coordinator.get(targets);
    const prefix = /name="(\d+-)baseline"/.exec(form.text)?.[1] ?? '';
    const first = { ...series(prefix, '100', 'The board asks for it.'), version: '0' };
    const second = { ...series(prefix, '120', 'Two coaches more.'), version: '0' };
    assert.equal((await hub.lead.post(targets, first)).status, 303);
    const refused = await hub.coordinator.post(targets, second);
    assert.equal(refused.status, 422);
    assert.match(
      wordsOf(refused),
      /Test Focus-area lead changed them first: The board asks for it\. Yours are still below/,
    );
    assert.match(refused.text, /value="120"/);
    assert.match(refused.text, /Two coaches more\./);
    const version = /name="version" value="(\d+)"/.exec(refused.text)?.[1] ?? '';
    assert.equal((await hub.coordinator.post(targets, { ...second, version })).status, 303);
    const kept = wordsOf(await hub.coordinator.get(`${hub.home}/benchmarks/${id}`));
    for (const words of ['The board asks for it.', 'Two coaches more.'])
      assert.ok(kept.includes(words), words);
  });

  test('the other district’s targets, an address that is no id and a version that is no number change nothing', async () => {
    assert.equal((await hub.host.post(targets, {})).status, 403);
    assert.equal((await hub.coordinator.get(targets.replace(id, '-'.repeat(36)))).status, 404);
    const prefix = /name="(\d+-)baseline"/.exec((await hub.coordinator.get(targets)).text)?.[1] ?? '';
    for (const version of ['', '-1', '1e3', '99999999999999999999', 'two'])
      assert.equal(
        (await hub.coordinator.post(targets, { ...series(prefix, '130', 'Again.'), version })).status,
        422,
        version,
      );
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});

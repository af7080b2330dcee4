import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { asMember } from '../store/view.ts';

onEachEngine('the history of a partnership', (store) => {
  let hub: HubUnderTest;
  before(async () => {
    hub = await hubUnderTest(store());
    await asMember(store(), hub.member('sponsor'), async (view) => {
      for (let i = 2; i <= 61; i++) {
        const act = { act: `did <thing> ${i}`, subject: `thing ${i}`, detail: { reason: 'why & how' } };
        await insertMemberAct(view, act, hub.clock.now);
      }
    });
  });
  const numbersOf = (text: string) =>
    [...text.matchAll(/did &lt;thing&gt; (\d+) \(why &amp; how\)/g)].map(([, n]) => Number(n));

  test('61 acts fill two pages, newest first, each act once', async () => {
    const browser = await hub.signInAs('school');
    const first = await browser.get(`${hub.home}/history`);
    assert.match(first.text, /The chain of lines is whole\./);
    const earlier = /href="([^"]*history\?before=\d+)"/.exec(first.text)?.[1] ?? '';
    assert.equal(earlier, `${hub.home}/history?before=12`);
    const second = await browser.get(earlier);
    assert.doesNotMatch(second.text, /Earlier acts/);
    assert.match(second.text, /The operator forged the partnership\./);
    const numbers = [...numbersOf(first.text), ...numbersOf(second.text)];
    assert.deepEqual(
      numbers,
      Array.from({ length: 60 }, (_, i) => 61 - i),
    );
    assert.equal(numbersOf(first.text).length, 50);
  });

  test('a place that is no number shows the newest page', async () => {
    const browser = await hub.signInAs('school');
    for (const before of ['x', '-1', '1e9', '99999999999999999999']) {
      const page = await browser.get(`${hub.home}/history?before=${before}`);
      assert.equal(page.status, 200);
      assert.equal(numbersOf(page.text)[0], 61, before);
    }
  });

  test('an act dated back by a day stands under the 61 of today, though its line is the last', async () => {
    const { now } = hub.clock;
    await asMember(store(), hub.member('sponsor'), (view) =>
      insertMemberAct(
        view,
        { act: 'did <thing> 0', subject: 'thing 0', detail: { reason: 'why & how' } },
        new Date(now.getTime() - 86_400_000),
      ),
    );
    const browser = await hub.signInAs('school');
    const first = await browser.get(`${hub.home}/history`);
    assert.equal(numbersOf(first.text)[0], 61);
    assert.match(first.text, /The chain of lines is whole\./);
    const second = await browser.get(`${hub.home}/history?before=12`);
    assert.equal(numbersOf(second.text).at(-1), 0);
    assert.match(second.text, /Details<span class="visually-hidden"> of line 62</);
  });

  test('a line changed in the database is named', async () => {
    await store().transaction((connection) =>
      connection.query(
        "update audit set subject = 'another thing' where seq = 30 and act = 'did <thing> 30' and partnership_id = $1",
        [hub.member('sponsor').partnership.id],
      ),
    );
    const page = await (await hub.signInAs('school')).get(`${hub.home}/history`);
    assert.match(page.text, /The chain of lines is broken at line 30\./);
  });
});

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { insertAsk, insertAskAnswer, selectOptionalAsk } from '../src/hub/needs/asks.store.ts';
import { insertCapacity } from '../src/hub/needs/capacity.store.ts';
import { insertNeed, selectOptionalNeed } from '../src/hub/needs/needs.store.ts';
import { newUuid } from '../src/hub/store/uuid.ts';
import { asMember } from '../src/hub/store/view.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { districtsOf, someCapacity, someDraft, someEvidence, someStrength } from './needsInStore.ts';
import { type WorkUnderTest, workUnderTest } from './workUnderTest.ts';

const term = { schoolYear: 2026, season: 'spring' } as const;

onEachEngine('work from an ask', (store) => {
  let hub: WorkUnderTest;
  let ask = '';
  before(async () => {
    hub = await workUnderTest(store());
    ask = await askOfFresno(hub);
  });
  const answer = async () => {
    const host = hub.member('school');
    await asMember(store(), host, async (view) => {
      const made = await selectOptionalAsk(view, ask);
      assert.ok(made);
      const accepted = { state: 'accepted', proposedOn: '2026-02-10', words: null } as const;
      const written = { basedOn: 1, answer: accepted, suggested: null, mails: [], act: 'accepted an ask' };
      await insertAskAnswer(view, made, written, hub.clock.now);
    });
  };

  test('work is begun from an ask once it is accepted, once, and its need, area and sides come along', async () => {
    const { fresno, longBeach, home, work, newWork, holders } = hub;
    const form = `${work}/engagements/new?ask=${ask}`;
    assert.equal((await fresno.get(form)).status, 403);
    assert.doesNotMatch((await fresno.get(`${home}/matching/asks/${ask}`)).text, /Start the work/);
    await answer();
    const page = await fresno.get(`${home}/matching/asks/${ask}`);
    assert.ok(page.text.includes(`href="${form}"`), wordsOf(page));
    const empty = await fresno.get(form);
    assert.match(wordsOf(empty), /Long Beach helps Fresno: See it taught\./);
    assert.doesNotMatch(empty.text, /name="side"/);
    const need = /<option value="([0-9a-f-]{36})" selected>Fresno: See it taught/.exec(empty.text)?.[1];
    assert.ok(need);
    const made = await fresno.post(form, { ...newWork, need });
    assert.equal(made.status, 303);
    const [mail] = await hub.newMails();
    assert.match(mail?.subject ?? '', /Fresno has planned the work it asked for/);
    const again = await longBeach.post(form, { ...newWork, need });
    assert.equal(again.status, 422);
    assert.match(wordsOf(again), /Work has been begun from this ask already/);
    const place = made.location ?? '';
    assert.match(
      wordsOf(await longBeach.get(place)),
      /Offered Next, and yours: Long Beach agrees to the plan/,
    );
    assert.equal((await longBeach.post(`${place}/agree`, { ...holders, version: '1' })).status, 303);
    const agreed = wordsOf(await fresno.get(place));
    assert.match(agreed, /Fresno is helped .*Long Beach helps .*Grew from an ask/);
  });
});

/** Fresno asks Long Beach for a visit about a need; answers the ask's id. */
async function askOfFresno(hub: WorkUnderTest): Promise<string> {
  const { ours, theirs } = districtsOf(hub);
  const { now: at } = hub.clock;
  const host = hub.member('school');
  const asker = hub.member('coordinator');
  await asMember(hub.database, host, (view) =>
    insertCapacity(
      view,
      { districtId: theirs, focusArea: 'mathematics', term },
      0,
      someCapacity(host.personId, 2, 0),
      at,
    ),
  );
  return asMember(hub.database, asker, async (view) => {
    const cell = { districtId: ours, measureId: 'math_dfs', group: 'EL' } as const;
    const confirmed = await insertNeed(view, cell, someDraft(asker.personId), someEvidence, at);
    const need = await selectOptionalNeed(view, confirmed.id);
    assert.ok(need);
    const id = newUuid(at);
    const asked = await insertAsk(
      view,
      {
        id,
        need,
        asked: { districtId: theirs, shortName: 'Long Beach' },
        insteadOf: null,
        evidence: someStrength,
        compose: () => ({ subject: 'sign-in aside', body: '' }),
        term,
        wanted: { kind: 'visit' },
        words: 'May we come?',
      },
      at,
    );
    assert.ok(asked.done);
    return id;
  });
}

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from './browserUnderTest.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { emailOf } from './hubUnderTest.ts';
import { hostEmail } from './needsUnderTest.ts';
import { type WorkUnderTest, workUnderTest } from './workUnderTest.ts';

/** Where a form that was answered with a redirect leads. */
function placeOf(page: Page): string {
  assert.equal(page.status, 303, wordsOf(page).slice(0, 1200));
  return page.location ?? '';
}

onEachEngine('work of two districts', (store) => {
  let hub: WorkUnderTest;
  before(async () => {
    hub = await workUnderTest(store());
  });

  test('Fresno asks for help, Long Beach offers it, Fresno agrees, and each step mails the other side once', async () => {
    const { fresno, longBeach, work, newWork, holders, newMails } = hub;
    const form = `${work}/engagements/new?mode=assistance`;
    assert.match(wordsOf(await fresno.get(`${work}/engagements/new`)), /How will you work together\?/);
    const empty = await fresno.post(form, {});
    assert.equal(empty.status, 422);
    assert.match(empty.text, /id="side-error"[\s\S]*Choose who helps whom/);
    const place = placeOf(await fresno.post(form, { ...newWork, side: 'get' }));
    const [asked] = await newMails();
    assert.deepEqual([asked?.to, asked?.subject], [hostEmail, 'Fresno asks you for help: Number sense']);
    assert.match(wordsOf(await longBeach.get(place)), /Next, and yours: Long Beach answers the ask/);
    assert.equal((await fresno.post(`${place}/offer`, { ...holders, version: '1' })).status, 409);
    const offer = { ...holders, ownerName: 'Lou Owner', ownerEmail: 'lou@lb.example', version: '1' };
    const days = { startsOn: '11/1/2025', endsOn: 'June 30, 2026' };
    assert.equal(
      (await longBeach.post(`${place}/offer`, { ...offer, ...days, endsOn: '31/6/2026' })).status,
      422,
    );
    placeOf(await longBeach.post(`${place}/offer`, { ...offer, ...days }));
    const [offered] = await newMails();
    assert.deepEqual(
      [offered?.to, offered?.subject],
      ['ola@district.example', 'Long Beach offers its help: Number sense'],
    );
    placeOf(await fresno.post(`${place}/agree`, { ...holders, version: '2' }));
    const [agreed] = await newMails();
    assert.equal(agreed?.to, 'lou@lb.example');
    assert.match(wordsOf(await fresno.get(place)), /Partner assistance Number sense .* Under way/);
  });

  test('a form of an older version is not sent: 409, with what was written and what the other did', async () => {
    const { fresno, longBeach, work, newWork, newMails } = hub;
    const place = await only(`${work}`);
    const change = { ...newWork, title: 'Number sense in grade 3', words: 'Grade 3 first.', version: '3' };
    placeOf(
      await longBeach.post(`${place}/change`, { ...change, brings: 'Visits', ownerEmail: 'lou@lb.example' }),
    );
    await newMails();
    const stale = await fresno.post(`${place}/change`, { ...change, title: 'Fractions' });
    assert.equal(stale.status, 409);
    assert.match(wordsOf(stale), /Somebody was quicker: the work has changed/);
    assert.match(stale.text, /value="Fractions"/);
    assert.deepEqual(await newMails(), []);
  });

  test('a transfer test with a no goes on; with 5 times yes and the helper’s word it closes the work as transferred', async () => {
    const { fresno, longBeach, work, newMails } = hub;
    const place = await only(work);
    const answers = (last: string, version: string) => ({
      ...Object.fromEntries(
        [1, 2, 3, 4].flatMap((i) => [
          [`answer-${i}`, 'yes'],
          [`words-${i}`, 'Ola'],
        ]),
      ),
      'answer-5': last,
      'words-5': 'Reclassified by June',
      version,
    });
    assert.equal((await longBeach.post(`${place}/test`, answers('yes', '4'))).status, 409);
    assert.doesNotMatch((await fresno.get(`${place}/close`)).text, /value="capacity transferred"/);
    placeOf(await fresno.post(`${place}/test`, answers('no', '4')));
    assert.match((await newMails())[0]?.body ?? '', /4 of 5 answers are yes/);
    assert.doesNotMatch((await longBeach.get(`${place}/verdict`)).text, /value="passed"/);
    assert.equal((await longBeach.post(`${place}/verdict`, { verdict: 'passed', version: '5' })).status, 422);
    placeOf(
      await longBeach.post(`${place}/verdict`, { verdict: 'not yet', words: 'Measure it.', version: '5' }),
    );
    placeOf(await fresno.post(`${place}/test`, answers('yes', '6')));
    assert.equal((await fresno.post(`${place}/verdict`, { verdict: 'passed', version: '7' })).status, 409);
    placeOf(await longBeach.post(`${place}/verdict`, { verdict: 'passed', version: '7' }));
    const page = wordsOf(await fresno.get(place));
    assert.match(page, /Closed: it worked Closed: Capacity transferred: they can do it alone\./);
    assert.match(page, /Test 1/);
    assert.match(
      wordsOf(await fresno.get(`${hub.home}/history`)),
      /confirmed the transfer test and closed the work/,
    );
  });

  test('work begins from an accepted ask only, and others than the two districts’ own people do nothing in it', async () => {
    const { fresno, work } = hub;
    const place = await only(work);
    const ask = '01a208f6-6c29-7e69-938f-dd6802031c86';
    assert.equal((await fresno.get(`${work}/engagements/new?ask=${ask}`)).status, 403);
    for (const role of ['facilitator', 'school', 'external-partner'] as const) {
      const browser = await hub.signInAs(role);
      assert.equal((await browser.get(place)).status, 200, role);
      assert.equal((await browser.get(`${place}/change`)).status, 403, role);
      assert.equal((await browser.post(`${place}/close`, { version: '8' })).status, 403, role);
    }
    assert.equal((await fresno.get(`${place}/burn`)).status, 404);
    assert.notEqual(emailOf('school'), '');
  });

  async function only(work: string): Promise<string> {
    const page = await hub.fresno.get(work);
    const place = /href="([^"]*\/work\/engagements\/[0-9a-f-]{36})"/.exec(page.text)?.[1];
    assert.ok(place, wordsOf(page));
    return place;
  }
});

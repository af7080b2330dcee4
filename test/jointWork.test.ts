import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Browser } from './browserUnderTest.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { type WorkUnderTest, workUnderTest } from './workUnderTest.ts';

onEachEngine('joint work and work with external groups', (store) => {
  let hub: WorkUnderTest;
  let place = '';
  before(async () => {
    hub = await workUnderTest(store());
  });
  const send = async (browser: Browser, path: string, form: Readonly<Record<string, string>>) => {
    const page = await browser.post(path, form);
    return page.status === 303 ? (page.location ?? '') : `${page.status}: ${wordsOf(page)}`;
  };
  const begin = async (mode: string, more: Readonly<Record<string, string>>) => {
    const made = await send(hub.fresno, `${hub.work}/engagements/new?mode=${mode}`, {
      ...hub.newWork,
      ...more,
    });
    assert.match(made, /\/work\/engagements\//);
    assert.equal(await send(hub.longBeach, `${made}/agree`, { ...hub.holders, version: '1' }), made);
    return made;
  };

  test('a version that changed meanwhile is not signed off; one that both signed and use lets the work close as done', async () => {
    const { fresno, longBeach } = hub;
    place = await begin('joint', { product: 'A unit of lessons' });
    const product = (version: string) => ({ words: 'First', place: 'Folder 1', version });
    assert.match(
      await send(fresno, `${place}/sign-off`, { version: '0' }),
      /409: .*There is no version to sign off yet/,
    );
    assert.equal(await send(fresno, `${place}/product`, product('0')), place);
    assert.equal(await send(fresno, `${place}/sign-off`, { version: '1' }), place);
    assert.equal(await send(longBeach, `${place}/product`, product('1')), place);
    const late = await send(longBeach, `${place}/sign-off`, { version: '1' });
    assert.match(late, /409: .*was quicker.*Nothing is lost/);
    for (const browser of [longBeach, fresno])
      assert.equal(await send(browser, `${place}/sign-off`, { version: '2' }), place);
    assert.match(
      await send(fresno, `${place}/sign-off`, { version: '2' }),
      /409: .*Fresno has signed this version off/,
    );
    assert.doesNotMatch((await fresno.get(`${place}/close`)).text, /value="joint product"/);
    assert.equal(
      await send(fresno, `${place}/use`, { uses: '2', adaptation: 'Later bus', version: '2' }),
      place,
    );
    assert.equal(await send(longBeach, `${place}/use`, { uses: '2', version: '2' }), place);
    const page = wordsOf(await fresno.get(place));
    assert.match(page, /Signed off by both Next, and yours: What it was for is done/);
    assert.match(page, /Fresno has adapted version 2: Later bus/);
    assert.match((await fresno.get(`${place}/close`)).text, /value="joint product"/);
  });

  test('a pilot that did not work stays with what was seen, told by its own district once', async () => {
    const { fresno, longBeach } = hub;
    const pilot = {
      name: 'Two schools',
      place: 'Grade 3',
      startsOn: '2025-11-02',
      endsOn: '2025-11-01',
      version: '2',
    };
    assert.match(await send(fresno, `${place}/pilot`, pilot), /422: .*The pilot ends before it begins/);
    assert.equal(await send(fresno, `${place}/pilot`, { ...pilot, endsOn: '2025-12-01' }), place);
    const about = /pilot-result\?about=[0-9a-f-]{36}/.exec((await fresno.get(place)).text)?.[0];
    assert.ok(about);
    const result = { result: 'did not work', words: 'Too long for one lesson', version: '2' };
    assert.match(
      await send(longBeach, `${place}/${about}`, result),
      /409: .*Your district has no such pilot/,
    );
    assert.equal(await send(fresno, `${place}/${about}`, result), place);
    assert.match(
      await send(fresno, `${place}/${about}`, result),
      /409: .*was said by Test Coordinator already/,
    );
    assert.match(wordsOf(await longBeach.get(place)), /It did not work\. Too long for one lesson/);
  });

  test('a joint ask goes out only when both agreed to its wording; what it secures counts in cents until it is withdrawn', async () => {
    const { fresno, longBeach, work } = hub;
    const partner = await send(fresno, `${work}/partners/new`, {
      name: 'Valley University',
      kind: 'university',
    });
    assert.match(partner, /\/work\/partners\//);
    const id = partner.split('/').at(-1) ?? '';
    const external = await begin('external', { [`partner-${id}`]: id });
    assert.equal(
      await send(fresno, `${external}/wording`, { wording: 'Two instructors.', version: '0' }),
      external,
    );
    assert.match(
      await send(fresno, `${external}/send`, { sentOn: '2025-11-03', version: '1' }),
      /409: .*Both agree to the wording first/,
    );
    assert.equal(
      await send(longBeach, `${external}/wording`, { wording: 'Three instructors.', version: '1' }),
      external,
    );
    assert.match(await send(longBeach, `${external}/agree-wording`, { version: '1' }), /409/);
    assert.equal(await send(fresno, `${external}/agree-wording`, { version: '2' }), external);
    assert.match(
      await send(fresno, `${external}/send`, { sentOn: '2025-12-24', version: '2' }),
      /422: .*lies ahead/,
    );
    assert.equal(await send(fresno, `${external}/send`, { sentOn: 'Nov 2, 2025', version: '2' }), external);
    const answer = { partner: id, answer: 'in part', answeredOn: '2025-11-03', words: 'Two.', version: '2' };
    assert.equal(await send(longBeach, `${external}/answer`, answer), external);
    const days = { securedOn: '2025-11-03', startsOn: '2026-01-01', endsOn: '2026-06-30', version: '2' };
    const secured = { partner: id, what: 'Two instructors', amount: '184,000.50', ...days };
    assert.match(await send(fresno, `${external}/secure`, { ...secured, inKind: 'Rooms' }), /422/);
    assert.equal(await send(fresno, `${external}/secure`, secured), external);
    assert.match(wordsOf(await longBeach.get(external)), /Resources secured .*\$184,000\.50/);
    assert.match(wordsOf(await longBeach.get(`${work}/partners`)), /Valley University .*\$184,000\.50/);
    const about = /withdraw\?about=[0-9a-f-]{36}/.exec((await fresno.get(external)).text)?.[0] ?? '';
    assert.equal(
      await send(fresno, `${external}/${about}`, { words: 'Entered twice.', version: '2' }),
      external,
    );
    assert.match(wordsOf(await longBeach.get(external)), /Two instructors Withdrawn: Entered twice\./);
    assert.match(wordsOf(await longBeach.get(`${work}/partners`)), /nothing yet/);
  });

  test('suspended work says why and is taken up again; what failed stays readable with its reason, and the feed tells it', async () => {
    const { fresno, longBeach, work, newMails } = hub;
    await newMails();
    assert.match(
      await send(fresno, `${place}/suspend`, { version: '2' }),
      /422: .*Choose why the work rests/,
    );
    assert.equal(await send(fresno, `${place}/suspend`, { reason: 'staff left', version: '2' }), place);
    const [rests] = await newMails();
    assert.match(
      `${rests?.subject} ${rests?.body}`,
      /Fresno lets the work rest.*Key staff left, or a post is vacant/s,
    );
    assert.match(wordsOf(await longBeach.get(place)), /Suspended Next, and yours: The work rests/);
    assert.equal(await send(longBeach, `${place}/resume`, { endsOn: '2026-09-30', version: '3' }), place);
    assert.match(
      await send(fresno, `${place}/close`, { reason: 'staff left', version: '4' }),
      /422: .*what others should know/,
    );
    const why = { reason: 'staff left', words: 'Nobody else knew it.', version: '4' };
    assert.equal(await send(fresno, `${place}/close`, why), place);
    const list = wordsOf(await longBeach.get(work));
    assert.match(list, /Tried, did not work .*Key staff left, and nobody took over\. Nobody else knew it\./);
    assert.match(wordsOf(await longBeach.get(`${work}?state=ours`)), /Nothing at present/);
    const feed = wordsOf(await longBeach.get(`${work}/feed?district=10621660000000&area=mathematics`));
    assert.match(
      feed,
      /Test Coordinator closed the work: Number sense \(key staff left, and nobody took over\)\./,
    );
    assert.doesNotMatch(feed, /Pat Host [a-z]/);
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});

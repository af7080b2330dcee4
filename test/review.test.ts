import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { before, test } from 'node:test';
import { hashPack } from '../src/release/hashPack.ts';
import { addPerson } from '../src/hub/partnership/changePeople.store.ts';
import { insertSigner, letSigner } from '../src/hub/releases/signers.store.ts';
import { asMember, asOperator } from '../src/hub/store/view.ts';
import { signPack } from '../src/release/signPack.ts';
import { publicKeyText } from '../src/release/signRelease.ts';
import type { Cds } from '../src/vocabulary/cds.ts';
import { PackFile } from '../src/vocabulary/packFile.ts';
import type { Browser, Page } from './browserUnderTest.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { districtsUnderTest, type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const [fresno, longBeach] = districtsUnderTest;
const benchmark = {
  focusArea: 'mathematics',
  measure: 'math_dfs',
  group: 'ALL',
  wording: 'Bring all students closer to the standard',
};
const plan = {
  level: 'sponsors',
  title: 'Fall review 2025',
  plannedOn: '11/3/2025',
  periodFrom: '2025-07-01',
  periodUntil: 'Nov 2, 2025',
  signDays: '21',
};
const fieldOf = ({ text }: Page, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '').replaceAll('&quot;', '"');

onEachEngine('a review from its plan to what is said in public', (store) => {
  let hub: HubUnderTest;
  let coordinator: Browser;
  let fresnoSponsor: Browser;
  let longBeachSponsor: Browser;
  let reviews = '';
  let review = '';
  let pack = '';
  before(async () => {
    hub = await hubUnderTest(store());
    reviews = `${hub.home}/reviews`;
    await makeBenchmark(hub);
    coordinator = await hub.signInAs('coordinator');
    longBeachSponsor = await hub.signInAs('sponsor');
    fresnoSponsor = await hub.signInByMail(await addFresnoSponsor(hub));
  });

  test('a plan with a day that is no day and a period that ends before it begins is refused at both fields', async () => {
    const wrong = { ...plan, plannedOn: '31.11.2025', periodUntil: '2025-06-01' };
    const page = await coordinator.post(`${reviews}/new`, wrong);
    assert.equal(page.status, 422);
    for (const field of ['plannedOn', 'periodUntil'])
      assert.match(page.text, new RegExp(`id="${field}-error"`));
    assert.match(wordsOf(await coordinator.get(reviews)), /No review is planned/);
  });

  test('planned for today, it is in preparation; what people put on the agenda stands there, and the partner cannot take it off', async () => {
    const made = await coordinator.post(`${reviews}/new`, plan);
    assert.equal(made.status, 303);
    review = made.location ?? '';
    assert.equal((await coordinator.post(`${review}/items`, { words: 'Who tells the boards' })).status, 303);
    const page = await longBeachSponsor.get(review);
    for (const words of [/In preparation/, /Who tells the boards/, /Put on by Fresno/, /has set no targets/])
      assert.match(wordsOf(page), words);
    assert.doesNotMatch(page.text, /withdraw/);
    const item = /items\/([0-9a-f-]{36})\/withdraw/.exec((await coordinator.get(review)).text)?.[1];
    const refused = await longBeachSponsor.post(`${review}/items/${item}/withdraw`, {});
    assert.equal(refused.status, 409);
    assert.match(wordsOf(await coordinator.get(review)), /Who tells the boards/);
  });

  test('what changed since a superintendent looked at the draft is shown, and nothing is sealed', async () => {
    const draft = await longBeachSponsor.get(`${review}/draft`);
    const looked = { looked: fieldOf(draft, 'looked'), items: fieldOf(draft, 'items') };
    await coordinator.post(`${review}/items`, { words: 'Visits in spring' });
    const refused = await longBeachSponsor.post(`${review}/seal`, looked);
    assert.equal(refused.status, 409);
    assert.match(wordsOf(refused), /Nothing was sealed: something changed since you looked at it/);
    assert.match(wordsOf(refused), /Visits in spring/);
  });

  test('sealed once; the second person is told that somebody was quicker', async () => {
    const draft = await coordinator.get(`${review}/draft`);
    const looked = { looked: fieldOf(draft, 'looked'), items: fieldOf(draft, 'items') };
    const sealed = await coordinator.post(`${review}/seal`, looked);
    assert.equal(sealed.status, 303);
    pack = sealed.location ?? '';
    const second = await longBeachSponsor.post(`${review}/seal`, looked);
    assert.equal(second.status, 409);
    assert.match(wordsOf(second), /somebody else has sealed this review meanwhile/);
    assert.equal((await coordinator.post(`${review}/items`, { words: 'Too late' })).status, 409);
  });

  test('only superintendents sign, each once; before both have signed nothing is previewed or decided', async () => {
    assert.equal((await coordinator.post(`${pack}/sign`, {})).status, 403);
    assert.equal((await fresnoSponsor.post(`${pack}/sign`, {})).status, 303);
    assert.equal((await fresnoSponsor.post(`${pack}/sign`, {})).status, 409);
    const early = await coordinator.post(`${pack}/statements`, {
      'part-fact-sheet': 'fact-sheet',
      previewUntil: '2025-11-10',
    });
    assert.equal(early.status, 409);
    assert.equal((await coordinator.get(`${review}/decide`)).status, 409);
    assert.match(
      wordsOf(await longBeachSponsor.get(reviews)),
      /Waits for your district Fall review 2025 To sign until/,
    );
    assert.equal((await longBeachSponsor.post(`${pack}/sign`, {})).status, 303);
    assert.doesNotMatch(wordsOf(await longBeachSponsor.get(reviews)), /Waits for your district/);
    assert.match(wordsOf(await coordinator.get(reviews)), /Signed by all/);
  });

  test('its page says what was sealed although the benchmark is worded anew, and the file is what its hash names', async () => {
    const was = wordsOf(await coordinator.get(pack));
    await store().transaction((connection) =>
      connection.query("update benchmark set wording = 'Something else altogether'"),
    );
    assert.equal(wordsOf(await coordinator.get(pack)), was);
    assert.match(was, /Bring all students closer to the standard/);
    const file = PackFile.parse(JSON.parse((await coordinator.get(`${pack}/pack.json`)).text));
    assert.equal(hashPack(file.pack), file.hash);
    assert.equal(file.signatures.length, 2);
    assert.equal(file.history.length, 3);
  });

  test('a decision quotes what the pack showed; one district proposes, only the other agrees', async () => {
    const about = /option value="(benchmark-[0-9a-f-]{36})"/.exec(
      (await coordinator.get(`${review}/decide`)).text,
    )?.[1];
    const draft = { about: about ?? '', choice: 'adapt', reason: 'off pace', words: 'Grade 8 first.' };
    const empty = await coordinator.post(`${review}/decide`, { about: draft.about });
    assert.equal(empty.status, 422);
    assert.equal((await coordinator.post(`${review}/decide`, draft)).status, 303);
    assert.equal((await coordinator.post(`${review}/decide`, draft)).status, 422);
    assert.match(wordsOf(await longBeachSponsor.get(reviews)), /A decision to answer/);
    const waiting = await longBeachSponsor.get(review);
    const decision = /decisions\/([0-9a-f-]{36})"/.exec(waiting.text)?.[1];
    assert.equal(
      (await fresnoSponsor.post(`${review}/decisions/${decision}`, { agrees: 'yes' })).status,
      409,
    );
    const why = await longBeachSponsor.post(`${review}/decisions/${decision}`, { agrees: 'no', words: '' });
    assert.equal(why.status, 422);
    assert.equal(
      (await longBeachSponsor.post(`${review}/decisions/${decision}`, { agrees: 'yes' })).status,
      303,
    );
    assert.match(
      wordsOf(await coordinator.get(review)),
      /Agreed by all What was seen: “No pace could be worked out/,
    );
  });

  test('a line for the press may be said only after both consented, the preview of 7 days and the embargo', async () => {
    const line = 'Both districts keep to their targets.';
    const preview = { pressLine: line, previewUntil: '2025-11-10', embargoUntil: '2025-11-20' };
    const short = await coordinator.post(`${pack}/statements`, { ...preview, previewUntil: '2025-11-04' });
    assert.equal(short.status, 422);
    assert.equal((await coordinator.post(`${pack}/statements`, preview)).status, 303);
    const page = await fresnoSponsor.get(`${pack}/statements`);
    const path = /action="([^"]*\/statements\/[0-9a-f-]{36})"/.exec(page.text)?.[1] ?? '';
    const yes = { answer: 'consents', version: '0' };
    assert.equal((await fresnoSponsor.post(path, yes)).status, 303);
    const stale = await fresnoSponsor.post(path, { answer: 'objects', reason: 'timing', version: '0' });
    assert.equal(stale.status, 409);
    assert.match(
      wordsOf(await coordinator.get(`${pack}/statements`)),
      /Long Beach Unified has not answered yet: silence is no consent/,
    );
    assert.equal((await longBeachSponsor.post(path, { answer: 'objects', version: '0' })).status, 422);
    assert.equal((await longBeachSponsor.post(path, yes)).status, 303);
    assert.match(wordsOf(await coordinator.get(`${pack}/statements`)), /0 of 1 statement may be said/);
    hub.clock.advance(60 * 24 * 18);
    const later = await hub.signInByMail('coordinator@fresno-long-beach.example');
    assert.match(
      wordsOf(await later.get(`${pack}/statements`)),
      /1 of 1 statement may be said in public today/,
    );
  });

  test('a signature by a registered key stands in the file beside the 2 of the hub; by an unknown key it is refused', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const member = hub.member('sponsor');
    const signer = { name: 'Test Signer', role: 'Superintendent' };
    const hash = pack.split('/').at(-1) ?? '';
    const signature = JSON.stringify(
      signPack(hash, { ...signer, cds: longBeach.cds, privateKey }, hub.clock.now),
    );
    const sponsor = await hub.signInByMail('sponsor@fresno-long-beach.example');
    const unknown = await sponsor.post(`${pack}/key-signature`, { signature });
    assert.equal(unknown.status, 422);
    assert.match(wordsOf(unknown), /Your district has not registered this key/);
    const publicKey = publicKeyText(privateKey);
    const draft = { ...signer, mail: 'sponsor@fresno-long-beach.example', publicKey };
    const id = await asMember(store(), member, (view) =>
      insertSigner(view, member.districtId ?? '', draft, hub.clock.now),
    );
    const waits = await sponsor.post(`${pack}/key-signature`, { signature });
    assert.match(wordsOf(waits), /Your district has not registered this key/);
    const other = { ...hub.member('school'), districtId: member.districtId };
    await asMember(store(), other, (view) =>
      letSigner(view, member.districtId ?? '', id ?? '', hub.clock.now),
    );
    assert.equal((await sponsor.post(`${pack}/key-signature`, { signature })).status, 303);
    const file = PackFile.parse(JSON.parse((await sponsor.get(`${pack}/pack.json`)).text));
    assert.deepEqual([file.signatures.length, file.keySignatures[0]?.name], [2, 'Test Signer']);
  });

  test('the file of a pack with a released figure is not given once its grant holds no more; its fingerprint still stands there', async () => {
    const hash = pack.split('/').at(-1) ?? '';
    const write = (released: unknown) =>
      store().transaction((connection) =>
        connection.query(
          "update pack set content = jsonb_set(content::jsonb, '{released}', $1::jsonb)::text where pack_hash = $2",
          [JSON.stringify(released), hash],
        ),
      );
    await write([releasedFigure]);
    const sponsor = await hub.signInByMail('sponsor@fresno-long-beach.example');
    const refused = await sponsor.get(`${pack}/pack.json`);
    assert.equal(refused.status, 409);
    assert.match(wordsOf(refused), /holds released figures whose grant was taken back or has ended/);
    assert.ok(refused.text.includes(hash));
    assert.ok(!refused.text.includes(releasedFigure.text));
    await write([]);
  });

  test('unlocked with a reason, nothing may be said from it any more', async () => {
    const sponsor = await hub.signInByMail('sponsor@fresno-long-beach.example');
    assert.equal((await sponsor.post(`${pack}/unlock`, { reason: 'figure wrong', words: '' })).status, 422);
    const why = { reason: 'figure wrong', words: 'The baseline is not ours.' };
    assert.equal((await sponsor.post(`${pack}/unlock`, why)).status, 303);
    assert.match(wordsOf(await sponsor.get(`${pack}/statements`)), /0 of 1 statement may be said/);
    assert.match(
      wordsOf(await sponsor.get(pack)),
      /Unlocked by Test Superintendent .* The baseline is not ours/,
    );
  });
});

/** Came through a grant that is in no agreement now. */
const releasedFigure = {
  cds: longBeach.cds,
  measure: 'math_met_pct',
  definition: 'd'.repeat(64),
  schoolYear: 2025,
  grade: '8',
  group: { code: 'EL', name: 'English learners' },
  seen: 'shown',
  text: '47.31 %',
  n: 25,
  value: '47.31',
  release: 'e'.repeat(64),
  grant: 'a grant',
  publication: 'never',
};

async function makeBenchmark(hub: HubUnderTest): Promise<void> {
  const { personId, partnership } = hub.member('coordinator');
  await hub.database.transaction((connection) =>
    connection.query(
      "insert into benchmark values ($1, '01890000-0000-7000-8000-0000000000bb', $2, $3, $4, 'all', $5, now(), $6)",
      [partnership.id, benchmark.focusArea, benchmark.measure, benchmark.group, benchmark.wording, personId],
    ),
  );
}

/** The superintendent of the partnership under test is Long Beach's; Fresno gets one. */
async function addFresnoSponsor(hub: HubUnderTest): Promise<string> {
  const email = 'superintendent@example.org';
  await asOperator(hub.database, (view) =>
    addPerson(
      view,
      'fresno-long-beach',
      {
        email,
        name: 'Fresno Superintendent',
        role: 'sponsor',
        district: fresno.cds as Cds,
        focusArea: null,
      },
      hub.clock.now,
    ),
  );
  return email;
}

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Browser } from '../../../test/browserUnderTest.ts';
import { claimsUnderTest, wordsOf } from '../../../test/claimsUnderTest.ts';
import { onEachEngine } from '../../../test/engines.ts';
import { type HubUnderTest, hubUnderTest, partnershipSlug } from '../../../test/hubUnderTest.ts';
import { addPerson } from '../partnership/changePeople.store.ts';
import { PersonDraft } from '../partnership/partnershipDraft.ts';
import { asMember, asOperator } from '../store/view.ts';
import { searchPractices } from './practices.store.ts';

const host = {
  email: 'host@longbeach.example',
  name: 'Pat Host',
  role: 'coordinator',
  district: '19647250000000',
};

const described = {
  name: 'Number talks',
  done: 'Teachers ask students to reason aloud about one sum for ten minutes, every day.',
  focusArea: 'mathematics',
  strategy: 'rigor',
  measure: 'math_dfs',
  group: 'EL',
  'grade-6-8': '6-8',
};

onEachEngine('the library of practices', (store) => {
  let hub: HubUnderTest;
  let fresno: Browser;
  let longBeach: Browser;
  let library = '';
  let practice = '';
  before(async () => {
    hub = await hubUnderTest(store());
    await asOperator(store(), (view) =>
      addPerson(view, partnershipSlug, PersonDraft.parse(host), hub.clock.now),
    );
    fresno = await hub.signInAs('coordinator');
    longBeach = await hub.signInByMail(host.email);
    library = `${hub.home}/practices`;
  });

  test('an empty library says what to do; a bare form is refused at 7 fields; a practice is entered', async () => {
    assert.match(wordsOf(await fresno.get(library)), /The library is empty/);
    const bare = await fresno.post(`${library}/new`, { name: ' ' });
    assert.equal(bare.status, 422);
    assert.equal(bare.text.match(/class="field-error"/g)?.length, 7);
    const made = await fresno.post(`${library}/new`, described);
    assert.equal(made.status, 303);
    practice = made.location ?? '';
    const page = wordsOf(await longBeach.get(practice));
    assert.match(page, /Number talks No evidence tier/);
    assert.match(page, /No study is recorded, so no tier can be claimed/);
  });

  test('a study of 400 students in 2 districts makes it tier 2, and withdrawn it counts no more', async () => {
    const study = {
      citation: 'Doe (2019), invented',
      design: 'matched comparison',
      students: '400',
      districts: '2',
      favourable: 'yes',
      unfavourable: 'no',
      baselineShown: 'yes',
      samePopulation: 'yes',
      sameSetting: 'no',
    };
    assert.equal((await longBeach.post(`${practice}/studies/new`, { ...study, design: '' })).status, 422);
    assert.equal((await longBeach.post(`${practice}/studies/new`, study)).status, 303);
    const page = await fresno.get(practice);
    assert.match(wordsOf(page), /Tier 2: moderate evidence/);
    assert.match(
      wordsOf(page),
      /Tier 1 takes a randomised trial or a regression discontinuity and schools like ours\./,
    );
    const withdraw = /action="([^"]+\/withdraw)"/.exec(page.text)?.[1] ?? '';
    assert.equal((await fresno.post(withdraw, {})).status, 303);
    assert.match(wordsOf(await fresno.get(practice)), /No evidence tier.*1 withdrawn/);
  });

  test('Long Beach takes it up with a change, Fresno begins from there; only each says what came of it', async () => {
    const changed = {
      since: '8/12/2024',
      setting: 'middle',
      schools: '4',
      'change-length': 'length',
      changed: 'Three times a week instead of daily.',
      why: 'The bell schedule leaves no more.',
    };
    assert.equal((await longBeach.post(`${practice}/adoptions/new`, { ...changed, why: '' })).status, 422);
    assert.equal((await longBeach.post(`${practice}/adoptions/new`, changed)).status, 303);
    const first = adoptionsOn((await fresno.get(practice)).text)[0] ?? '';
    const begun = { from: first, since: '2025-01-15', setting: 'middle' };
    assert.equal((await fresno.post(`${practice}/adoptions/new`, begun)).status, 303);
    const page = await fresno.get(practice);
    assert.match(page.text, /<ul class="lineage"><li>.*Long Beach.*<ul><li>.*Fresno/s);
    const result = { version: '0', result: 'works', words: 'Students explain more.' };
    assert.equal((await fresno.post(`${practice}/adoptions/${first}/result`, result)).status, 403);
    assert.equal((await longBeach.post(`${practice}/adoptions/${first}/result`, result)).status, 303);
    const stale = await longBeach.post(`${practice}/adoptions/${first}/result`, result);
    assert.equal(stale.status, 422);
    assert.match(wordsOf(stale), /Pat Host said what came of it while you were writing: works\./);
    assert.match(stale.text, /Students explain more\./);
  });

  test('what did not work names whom, where and why, and stands on the list as plainly as the rest', async () => {
    const own = adoptionsOn((await fresno.get(practice)).text).at(-1) ?? '';
    const failed = { version: '0', result: 'did not work', words: 'Newcomers fell silent.' };
    const bare = await fresno.post(`${practice}/adoptions/${own}/result`, failed);
    assert.equal(bare.status, 422);
    assert.match(bare.text, /id="reason-error"/);
    const whole = { ...failed, group: 'EL', setting: 'middle', reason: 'students differ' };
    assert.equal((await fresno.post(`${practice}/adoptions/${own}/result`, whole)).status, 303);
    const list = wordsOf(await longBeach.get(library));
    assert.match(list, /Tried, did not work somewhere/);
    assert.match(
      list,
      /Fresno: Tried, did not work for English learners \(middle schools\): our students differ/,
    );
  });

  test('words are found in the practice, in how it was changed and in what did not work, in any ending', async () => {
    for (const [words, found] of [
      ['reasoning', /students to <mark>reason<\/mark> aloud/],
      ['schedules', /In how it was changed: .*bell <mark>schedule<\/mark>/],
      ['"fell silent" newcomer', /In what did not work: <mark>Newcomers<\/mark>/],
    ] as const) {
      const page = await longBeach.get(`${library}?words=${encodeURIComponent(words)}`);
      assert.match(page.text, found, words);
    }
    const filtered = wordsOf(
      await longBeach.get(`${library}?words=reason&outcome=did+not+work&area=mathematics`),
    );
    assert.match(filtered, /1 practice with “reason”/);
    assert.match(wordsOf(await longBeach.get(`${library}?words=reason&tier=2`)), /Nothing fits/);
  });

  test('11 awkward searches are each answered with a page', async () => {
    const long = 'x'.repeat(100_000);
    for (const words of [
      '"',
      'the of and',
      '((&|!:*<->',
      '-reason',
      "'; drop",
      'a:b:c',
      '\\',
      '中文',
      '\u0000\u0001',
      '%',
      long.slice(0, 3000),
    ]) {
      const page = await fresno.get(`${library}?words=${encodeURIComponent(words)}`);
      assert.equal(page.status, 200, words.slice(0, 20));
    }
    assert.match(wordsOf(await fresno.get(`${library}?words=the+of+and`)), /cannot be looked for/);
    const hits = await asMember(store(), hub.member('coordinator'), (view) => searchPractices(view, long));
    assert.equal(hits, 'too common');
  });

  test('describing it anew is a version with its reason, and the slower of two loses nothing', async () => {
    const change = {
      ...described,
      version: '1',
      name: 'Number talks, short',
      words: 'Eight minutes are enough.',
    };
    assert.equal((await fresno.post(`${practice}/change`, { ...change, words: '' })).status, 422);
    assert.equal((await fresno.post(`${practice}/change`, change)).status, 303);
    const stale = await longBeach.post(`${practice}/change`, { ...change, name: 'Number talks, long' });
    assert.equal(stale.status, 422);
    assert.match(stale.text, /value="Number talks, long"/);
    assert.match(wordsOf(stale), /Test Coordinator described it anew while you were writing/);
    assert.match(
      wordsOf(await longBeach.get(practice)),
      /Version 2: Number talks, short Why: Eight minutes are enough\./,
    );
  });

  test('a registered question linked to it stands on its page, for both districts, as not worked out yet', async () => {
    const claim = await (await claimsUnderTest(store())).register();
    const id = claim.split('/').at(-1) ?? '';
    const change = { ...described, version: '2', claim: id, words: 'It has a question now.' };
    const unknown = { ...change, claim: '018f0000-0000-7000-8000-000000000000' };
    const refused = await fresno.post(`${practice}/change`, unknown);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /id="claim-error"/);
    assert.equal((await fresno.post(`${practice}/change`, change)).status, 303);
    const page = await longBeach.get(practice);
    assert.match(
      wordsOf(page),
      /The question is registered and has not been worked out yet: Did the yearly gain change\?/,
    );
    assert.ok(page.text.includes(`href="${claim}"`));
  });

  test('a school and a facilitator see it and change nothing', async () => {
    const school = await hub.signInAs('school');
    assert.equal((await school.get(practice)).status, 200);
    assert.equal((await school.post(`${library}/new`, described)).status, 403);
    assert.equal((await (await hub.signInAs('facilitator')).get(`${library}/new`)).status, 403);
    assert.doesNotMatch((await school.get(practice)).text, /Take it up|Withdraw/);
  });
});

/** The ids of the adoptions on a practice's page, in the order of the tree. */
function adoptionsOn(text: string): string[] {
  return [...text.matchAll(/\/adoptions\/new\?from=([0-9a-f-]{36})/g)].map((match) => match[1] ?? '');
}

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { emailOf, type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import { onEachEngine } from '../../../test/engines.ts';
import { insertCommitment } from '../commitments/commitments.store.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { insertCondition } from '../resources/conditions.store.ts';
import { insertFundingSource } from '../resources/sources.store.ts';
import { asMember } from '../store/view.ts';
import { isMailHour, makeDueMail } from './startDailyMail.store.ts';

const day = (n: number) => new Date(`2026-03-0${n}T18:00:00Z`);
const grant = {
  name: 'Block grant',
  kind: 'state categorical',
  resourceCode: null,
  restricted: false,
  fromDay: '2025-07-01',
  untilDay: '2026-06-30',
  amountCents: 64_000_000,
  words: null,
  reason: null,
} as const;
const baseUrl = 'https://tandem.example';

onEachEngine('mail that goes out by itself', (store) => {
  let hub: HubUnderTest;
  const due = (n: number) =>
    makeDueMail(
      { database: store(), baseUrl, mailLeaves: false, onFault: (error) => assert.fail(String(error)) },
      day(n),
    );
  /** Mails made since the last look, by whom they are to, oldest first. */
  const seen = new Set<string>();
  const fresh = async () => {
    const all = (await hub.mails()).toReversed().filter(({ id }) => !seen.has(id));
    for (const { id } of all) seen.add(id);
    return all;
  };

  before(async () => {
    hub = await hubUnderTest(store(), { now: day(1) });
    const member = hub.member('coordinator');
    await asMember(store(), member, async (view) => {
      const [party] = await selectParties(view);
      const owner = { personId: null, name: 'Kim Teacher', email: 'kim@school.example' };
      const draft = {
        what: 'Send the placement rules',
        due: '2026-03-03',
        owner,
        deputy: { personId: null, name: 'Dee Puty', email: 'dee@school.example' },
        engagementId: null,
        benchmarkId: null,
        contactId: null,
      };
      await insertCommitment(view, party?.districtId ?? '', draft, () => [], day(3));
    });
    await fresh();
  });

  test('on the day itself nobody is reminded; on the next its owner and deputy alone, by a link, and not a second time that day', async () => {
    await due(3);
    assert.deepEqual(
      (await fresh()).filter(({ subject }) => /past its day/.test(subject)),
      [],
    );
    await due(4);
    const [mail, ...more] = (await fresh())
      .filter(({ subject }) => /past its day|Late: /.test(subject))
      .toSorted((a, b) => b.to.localeCompare(a.to));
    assert.deepEqual([mail?.to, more.map(({ to }) => to)], ['kim@school.example', ['dee@school.example']]);
    assert.match(more[0]?.body ?? '', /Kim Teacher owns it and was told today, too; you stand in/);
    const token = /https:\/\/tandem\.example(\/links\/[\w-]+)\n/.exec(mail?.body ?? '')?.[1];
    const page = await hub.visitor().get(token ?? '');
    assert.equal(page.status, 200);
    assert.match(page.text, /Send the placement rules/);
    await due(4);
    assert.deepEqual(await fresh(), []);
  });

  test('a week goes once to each member who did not turn it off, and says what changed', async () => {
    const browser = await hub.signInAs('facilitator');
    await browser.post(`${hub.home}/people/mail`, { wanted: 'no' });
    await fresh();
    await due(9);
    const week = (await fresh()).filter(({ body }) => /What changed/.test(body));
    const to = week.map((mail) => mail.to);
    assert.ok(to.includes(emailOf('sponsor')) && to.includes(emailOf('school')));
    assert.ok(!to.includes(emailOf('coordinator')), 'who did all of it is not told of it');
    assert.ok(!to.includes(emailOf('facilitator')));
    assert.equal(new Set(to).size, to.length);
    assert.match(week[0]?.body ?? '', /wrote down a commitment: Send the placement rules/);
    await due(9);
    assert.deepEqual(await fresh(), []);
  });

  test('a review that is late is told to the coordinator once a week; a report due in 14 days to finance, once', async () => {
    const coordinator = await hub.signInAs('coordinator');
    const { districtId } = hub.member('coordinator');
    const plan = { level: 'sponsors', title: 'Winter review', plannedOn: '2026-03-02', signDays: '21' };
    const period = { periodFrom: '2025-07-01', periodUntil: '2026-03-01' };
    hub.clock.now = day(1);
    assert.equal((await coordinator.post(`${hub.home}/reviews/new`, { ...plan, ...period })).status, 303);
    await asMember(store(), hub.member('coordinator'), async (view) => {
      const sourceId = await insertFundingSource(view, { ...grant, districtId }, day(1));
      const terms = { kind: 'report sent', dueOn: '2026-03-22' } as const;
      await insertCondition(view, { flexibilityId: null, sourceId }, { terms, words: null }, day(1));
    });
    await fresh();
    const told = async (n: number) => {
      await due(n);
      return (await fresh())
        .map(({ subject, to }) => `${subject} to ${to}`)
        .filter((one) => /^(Late review|Report due)/.test(one))
        .toSorted();
    };
    const late = `Late review: Winter review to ${emailOf('coordinator')}`;
    assert.deepEqual(await told(5), [late]);
    assert.deepEqual(await told(6), []);
    assert.equal((await told(9)).length, 2);
    assert.deepEqual(await told(9), []);
  });

  test('nobody of another partnership is mailed of this one', async () => {
    const all = await hub.mails();
    const other = all.filter(({ to, body }) => to === 'coordinator@other.example' && /placement/.test(body));
    assert.deepEqual(other, []);
  });
});

test('people are mailed from 6 in the morning to 8 in the evening in California, in summer and in winter', () => {
  assert.deepEqual(
    ['2026-01-05T13:59:00Z', '2026-01-05T14:00:00Z', '2026-01-06T03:59:00Z', '2026-01-06T04:00:00Z'].map(
      (at) => isMailHour(new Date(at)),
    ),
    [false, true, true, false],
  );
  assert.deepEqual(
    ['2026-07-06T12:59:00Z', '2026-07-06T13:00:00Z'].map((at) => isMailHour(new Date(at))),
    [false, true],
  );
});

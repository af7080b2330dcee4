import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Browser } from '../../../test/browserUnderTest.ts';
import { wordsOf } from '../../../test/claimsUnderTest.ts';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import type { UnsentMail } from '../mail/mail.store.ts';

onEachEngine('a visit', (store) => {
  let hub: HubUnderTest;
  let coordinator: Browser;
  let principal: Browser;
  let list = '';
  let page = '';
  let link = '';
  const seen = new Set<string>();
  async function newMails(): Promise<UnsentMail[]> {
    const found = (await hub.mails()).filter(
      ({ id, body }) => !seen.has(id) && !body.includes('open this link to sign in'),
    );
    for (const { id } of found) seen.add(id);
    const key = ({ to, subject }: UnsentMail) => `${to} ${subject}`;
    return found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  }
  const linkIn = ({ body }: UnsentMail) => /\/links\/\S+/.exec(body)?.[0] ?? '';

  before(async () => {
    hub = await hubUnderTest(store());
    coordinator = await hub.signInAs('coordinator');
    principal = await hub.signInAs('school');
    list = `${hub.home}/work/contacts`;
  });

  const form = () => ({
    kind: 'visit',
    title: 'Two classrooms',
    day: '2025-11-12',
    from: '9:00 AM',
    to: '12:30',
    place: 'Sample Middle 1; office, left',
    purpose: 'See a lesson',
    host: hub.member('school').districtId ?? '',
    firstQuestion: 'What comes first?',
    offersBack: 'A morning on newcomers',
    [`member-${hub.member('coordinator').personId}`]: 'on',
    [`member-${hub.member('school').personId}`]: 'on',
    'others-1': 'Lee Ono, lee@fresno.example',
  });

  test('planned with two members and one person without account, who each get the brief and a calendar file by mail', async () => {
    assert.equal((await coordinator.post(`${list}/new`, {})).status, 422);
    const made = await coordinator.post(`${list}/new`, form());
    assert.equal(made.status, 303);
    page = made.location ?? '';
    const [outside, member, ...others] = await newMails();
    assert.equal(others.length, 0);
    assert.ok(outside && member);
    assert.deepEqual([outside.to, member.to], ['lee@fresno.example', emailOf('school')]);
    assert.match(
      outside.body,
      /When: Wednesday, November 12, 2025, 9:00 AM to 12:30 PM PST\nWhere: Sample Middle 1; office, left/,
    );
    assert.match(member.body, /\/links\/\S+\n[\s\S]*\/links\/\S+\/calendar\.ics\n/);
    assert.notEqual(linkIn(member), linkIn(outside));
    link = linkIn(outside);
    const brief = wordsOf(await hub.visitor().get(link));
    for (const part of [
      'Two classrooms',
      'What comes first?',
      'A morning on newcomers',
      'Test School',
      'Lee Ono',
    ])
      assert.ok(brief.includes(part), `${part}: ${brief.slice(0, 2000)}`);
    assert.match(wordsOf(await principal.get(`${page}/brief`)), /The question they bring What comes first\?/);
  });

  test('the calendar file is the same for both: one uid, 17:00 UTC, sequence 0; after a change sequence 1 and everybody is told', async () => {
    const file = await principal.get(`${page}/calendar.ics`);
    assert.match(file.headers.get('content-type') ?? '', /^text\/calendar/);
    assert.match(file.text, /DTSTART:20251112T170000Z\r\nDTEND:20251112T203000Z/);
    const uid = /UID:(\S+)/.exec(file.text)?.[1];
    const own = await hub.visitor().get(`${link}/calendar.ics`);
    assert.equal(/UID:(\S+)/.exec(own.text)?.[1], uid);
    assert.match(own.text, /SEQUENCE:0\r\n/);
    assert.equal((await coordinator.get(`${page}/change`)).status, 200);
    const change = { ...form(), version: '1', day: '11/13/2025', from: '10:00' };
    assert.equal((await coordinator.post(`${page}/change`, change)).status, 303);
    const mails = await newMails();
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ['Changed: Two classrooms', 'Changed: Two classrooms'],
    );
    const after = (await hub.visitor().get(`${link}/calendar.ics`)).text;
    assert.match(after, /DTSTART:20251113T180000Z/);
    assert.match(after, /SEQUENCE:1\r\n/);
    assert.ok(after.includes(`UID:${uid}`));
    const late = await principal.post(`${page}/change`, { ...change, purpose: 'My other purpose' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Nothing of yours is lost[\s\S]*My other purpose/);
  });

  test('the agenda holds what somebody put on it, and those who see and own nothing put nothing on it', async () => {
    assert.equal((await principal.post(`${page}/agenda`, { item: 'Bell times' })).status, 303);
    assert.match(wordsOf(await coordinator.get(page)), /Bell times Test School Take off/);
    for (const role of ['facilitator', 'external-partner'] as const)
      assert.equal(
        (await (await hub.signInAs(role)).post(`${page}/agenda`, { item: 'x' })).status,
        403,
        role,
      );
  });

  const minutes = () => ({
    version: '2',
    notes: 'Two lessons.\n\nNobody was left out.',
    'attended-1': 'on',
    'attended-2': 'on',
    'attended-3': 'on',
    'what-2': 'Bring the newcomer tasks',
    'owner-2': `else ${hub.member('school').districtId}`,
    'owner-2Name': 'Uma Teacher',
    'owner-2Email': 'uma@longbeach.example',
    'due-2': '2025-12-08',
    'decision-1': 'Same list of reasons in both',
    'reason-1': 'so that results can be laid side by side',
    'what-1': 'Send the letters',
    'owner-1': hub.member('focus-area-lead').personId,
    'due-1': '2025-12-01',
    'gave-1': '1.5',
    'gave-2': '4',
    focusArea: 'mathematics',
  });

  test('after it the page asks whether it was held; minutes with a wrong row keep nothing of the others', async () => {
    hub.clock.advance(12 * 24 * 60);
    coordinator = await hub.signInByMail(emailOf('coordinator'));
    principal = await hub.signInByMail(emailOf('school'));
    assert.match(wordsOf(await coordinator.get(list)), /Was it held\?.*Two classrooms/);
    const wrong = await coordinator.post(`${page}/minutes`, {
      ...minutes(),
      'reason-1': '',
      'gave-2': 'four',
      'owner-2Email': 'uma',
    });
    assert.equal(wrong.status, 422);
    for (const id of ['reason-1-error', 'gave-2-error', 'owner-2Email-error'])
      assert.ok(wrong.text.includes(`id="${id}"`), id);
    assert.match(wordsOf(await coordinator.get(`${hub.home}/work/commitments`)), /Nothing is promised yet/);
  });

  test('one form writes minutes, a decision, a promise of the district of its owner and hours of both sides', async () => {
    assert.equal((await coordinator.post(`${page}/minutes`, minutes())).status, 303);
    const text = wordsOf(await principal.get(page));
    for (const part of [
      /Minutes Two lessons\. Nobody was left out\./,
      /Same list of reasons in both Because: so that results can be laid side by side/,
      /Promised here .*Send the letters/,
      /Bring the newcomer tasks.*Uma Teacher/,
      /Long Beach gave Fresno 4 h Waits for you/,
      /Fresno gave Long Beach 1\.5 h Waits for you/,
    ])
      assert.match(text, part);
    const hours = wordsOf(await principal.get(`${hub.home}/work/hours`));
    assert.match(hours, /We gave 0 h and got 0 h; 5\.5 h wait for your confirmation\./);
    const mails = await newMails();
    assert.deepEqual(
      mails.map(({ to, subject }) => [to, subject]),
      [
        [emailOf('focus-area-lead'), 'Yours to do by December 1, 2025: Send the letters'],
        ['lee@fresno.example', 'Three questions after: Two classrooms'],
        [emailOf('school'), 'Hours to confirm: 2 entries of Fresno'],
        [emailOf('school'), 'Three questions after: Two classrooms'],
        [emailOf('sponsor'), 'Hours to confirm: 2 entries of Fresno'],
        ['uma@longbeach.example', 'Yours to do by December 8, 2025: Bring the newcomer tasks'],
      ],
    );
    assert.match(mails[2]?.body ?? '', /Fresno gave Long Beach 1\.5 h\n[\s\S]*\/work\/hours#waiting\n$/);
    link = linkIn(mails[1] as UnsentMail);
  });

  test('Long Beach confirms one entry with one press and disputes the other; only what both confirmed counts', async () => {
    const text = (await principal.get(`${hub.home}/work/hours`)).text;
    const [first, second] = [...text.matchAll(/action="([^"]+\/answer)"/g)].map(([, action]) => action ?? '');
    assert.ok(first && second);
    const confirmed = { version: '1', answer: 'confirmed', from: 'list' };
    assert.equal((await coordinator.post(first, confirmed)).status, 403);
    assert.equal((await principal.post(first, confirmed)).status, 303);
    assert.equal((await principal.post(first, confirmed)).status, 409);
    assert.equal((await principal.post(second, { version: '1', answer: 'disputed' })).status, 422);
    const dispute = { version: '1', answer: 'disputed', reason: 'hours differ', words: 'It was less.' };
    assert.equal((await principal.post(second, dispute)).status, 303);
    const balance = wordsOf(await coordinator.get(`${hub.home}/work/hours`));
    assert.match(balance, /Disputed It was less\./);
    assert.match(balance, /We gave (1\.5|0) h and got (0|4) h; (1\.5|4) h are disputed\./);
  });

  test('a guest without account says what she took away by her link, once; the page shows it with her name', async () => {
    const visitor = hub.visitor();
    assert.match(wordsOf(await visitor.get(link)), /Three questions.*What did you take away\?/);
    assert.equal((await visitor.post(link, {}, { from: link })).status, 422);
    const note = { tookAway: 'Call the family first', willTry: 'One school', shouldHaveAsked: '' };
    assert.equal((await visitor.post(link, note, { from: link })).status, 200);
    assert.match(wordsOf(await coordinator.get(page)), /Call the family first Will try: One school Lee Ono/);
    assert.equal((await visitor.get(link)).status, 403);
  });

  test('a visit made a call, then cancelled, says why, tells everybody, and its file takes it off the calendar', async () => {
    const call = { ...form(), kind: 'call', title: 'Figures', day: '2025-12-10', 'others-1': '' };
    const made = (await coordinator.post(`${list}/new`, { ...call, kind: 'visit' })).location ?? '';
    const other = { ...call, version: '1', kind: 'call' };
    assert.equal((await coordinator.post(`${made}/change`, { ...other, kind: 'party' })).status, 422);
    assert.equal((await coordinator.post(`${made}/change`, other)).status, 303);
    assert.match((await coordinator.get(`${made}/change`)).text, /value="call"[^>]* checked/);
    await newMails();
    assert.equal((await coordinator.post(`${made}/cancel`, { version: '2' })).status, 422);
    const off = { version: '2', reason: 'later', words: 'The pilot goes on.' };
    assert.equal((await coordinator.post(`${made}/cancel`, off)).status, 303);
    const [mail] = await newMails();
    assert.match(mail?.body ?? '', /Why: It is put off: another one will be planned\. The pilot goes on\./);
    const file = (await principal.get(`${made}/calendar.ics`)).text;
    assert.match(file, /METHOD:CANCEL\r\n[\s\S]*STATUS:CANCELLED/);
    assert.equal((await coordinator.post(`${made}/minutes`, { ...minutes(), version: '3' })).status, 409);
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { createHub } from '../src/hub/createHub.ts';
import { makeOutboxAccess } from '../src/hub/mail/outboxAccess.ts';
import { selectUnsentMail, type UnsentMail } from '../src/hub/mail/mail.store.ts';
import {
  createPartnership,
  requirePartnershipDraft,
} from '../src/hub/partnership/createPartnership.store.ts';
import { routes as everyRoute } from '../src/hub/routes.ts';
import type { Database } from '../src/hub/store/database.ts';
import { newUuid } from '../src/hub/store/uuid.ts';
import { asOperator, type Member } from '../src/hub/store/view.ts';
import type { LogLine } from '../src/hub/web/logLine.ts';
import type { Hub, Route } from '../src/hub/web/route.ts';
import { type RoleId, roles } from '../src/vocabulary/partnership.ts';
import { type Browser, browserUnderTest } from './browserUnderTest.ts';

/** A hub with two partnerships: `fresno-long-beach` with a person in every role, `other` with a coordinator. */
export type HubUnderTest = {
  readonly hub: Hub;
  readonly database: Database;
  readonly clock: { now: Date; readonly advance: (minutes: number) => void };
  readonly log: readonly LogLine[];
  /** A browser nobody is signed in with. */
  readonly visitor: (remoteAddress?: string) => Browser;
  /** Signs a person of `fresno-long-beach` in through the mailed link; the same browser each time for a role. */
  readonly signInAs: (role: RoleId) => Promise<Browser>;
  /** Asks for a sign-in link and answers its address from the mail. */
  readonly askForLink: (email: string, browser?: Browser) => Promise<string>;
  readonly signInByMail: (email: string, browser?: Browser) => Promise<Browser>;
  /** Mail that waits in the store, newest first. */
  readonly mails: () => Promise<UnsentMail[]>;
  readonly home: '/partnerships/fresno-long-beach';
  /** The person of a role as a store function's view takes them. */
  readonly member: (role: RoleId) => Member;
};

export const partnershipSlug = 'fresno-long-beach';
export const districtsUnderTest = [
  { cds: '10621660000000', name: 'Fresno Unified' },
  { cds: '19647250000000', name: 'Long Beach Unified' },
  { cds: '34674390000000', name: 'Sacramento City Unified' },
  { cds: '33669770000000', name: 'Alvord Unified' },
] as const;

/** The mail address of the person of a role in `fresno-long-beach`. */
export const emailOf = (role: RoleId) => `${role}@fresno-long-beach.example`;
export const otherEmail = 'coordinator@other.example';

type Options = {
  readonly routes?: readonly Route[];
  readonly now?: Date;
  readonly baseUrl?: string;
  readonly proxies?: number;
  readonly replyAddress?: string;
};

/**
 * The real hub on a real store, with a clock that stands still until it is advanced. It can be made more than once on the same store: the partnerships
 * are made the first time.
 */
export async function hubUnderTest(database: Database, options: Options = {}): Promise<HubUnderTest> {
  const clock = {
    now: options.now ?? new Date('2025-11-03T17:00:00Z'),
    advance: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
  };
  const baseUrl = options.baseUrl ?? 'http://127.0.0.1:8080';
  const log: LogLine[] = [];
  const hub: Hub = {
    database,
    config: {
      store: { folder: 'not used' },
      host: '127.0.0.1',
      port: 8080,
      baseUrl,
      mail: null,
      proxies: options.proxies ?? 0,
      replyAddress: options.replyAddress ?? null,
    },
    now: () => clock.now,
    log: (line) => log.push(line),
    outbox: makeOutboxAccess(),
  };
  const members = await makePartnerships(database, clock.now);
  const app = createHub(hub, options.routes ?? everyRoute);
  const visitor = (remoteAddress?: string) => browserUnderTest(app, baseUrl, remoteAddress);
  const mails = () => selectUnsentMail(database, 1000);

  async function askForLink(email: string, browser = visitor()): Promise<string> {
    const earlier = new Set((await mails()).map(({ id }) => id));
    const asked = await browser.post('/sign-in', { email });
    assert.equal(asked.status, 200, `asking for a link was answered ${asked.status}`);
    const mail = (await mails()).find(({ id, to }) => to === email && !earlier.has(id));
    const link = /https?:\/\/\S+\/sign-in\/\S+/.exec(mail?.body ?? '')?.[0];
    assert.ok(link, `no new sign-in mail to ${email} is in the store`);
    return link;
  }

  async function signInByMail(email: string, browser = visitor()): Promise<Browser> {
    const link = await askForLink(email, browser);
    const signedIn = await browser.post(link, {}, { from: link });
    assert.equal(signedIn.status, 303, `the link was answered ${signedIn.status}`);
    return browser;
  }

  const browsers = new Map<RoleId, Promise<Browser>>();
  return {
    hub,
    database,
    clock,
    log,
    visitor,
    mails,
    askForLink,
    signInByMail,
    signInAs: (role) => {
      const browser = browsers.get(role) ?? signInByMail(emailOf(role));
      browsers.set(role, browser);
      return browser;
    },
    home: `/partnerships/${partnershipSlug}`,
    member: (role) => {
      const member = members.get(role);
      assert.ok(member);
      return member;
    },
  };
}

async function makePartnerships(database: Database, at: Date): Promise<ReadonlyMap<RoleId, Member>> {
  const [fresno, longBeach, sacramento, alvord] = districtsUnderTest;
  const ours = {
    slug: partnershipSlug,
    name: 'Fresno–Long Beach Learning Partnership',
    startedYear: 2008,
    districts: [fresno.cds, longBeach.cds],
    people: roles.map(({ id, name }, i) => ({
      email: emailOf(id),
      name: `Test ${name}`,
      role: id,
      district: [fresno.cds, longBeach.cds, null][i % 3],
      focusArea: id === 'focus-area-lead' ? 'mathematics' : null,
    })),
  };
  const other = {
    slug: 'other',
    name: 'Another Partnership',
    startedYear: 2020,
    districts: [sacramento.cds, alvord.cds],
    people: [{ email: otherEmail, name: 'Other Coordinator', role: 'coordinator', district: sacramento.cds }],
  };
  await database.transaction(async (connection) => {
    for (const { cds, name } of districtsUnderTest) {
      await connection.query(
        "insert into district (district_id, cds, level, name) values ($1, $2, 'district', $3) on conflict (cds) do nothing",
        [newUuid(at), cds, name],
      );
    }
  });
  const isThere = await database.transaction((connection) =>
    connection.query('select 1 as one from partnership where slug = $1', [partnershipSlug]),
  );
  if (isThere.length === 0) {
    await asOperator(database, async (view) => {
      await createPartnership(view, requirePartnershipDraft(ours, 'test'), false, at);
      await createPartnership(view, requirePartnershipDraft(other, 'test'), false, at);
    });
  }
  return readMembers(database);
}

async function readMembers(database: Database): Promise<ReadonlyMap<RoleId, Member>> {
  const rows = await database.transaction((connection) =>
    connection.query(
      `select m.role, m.district_id, p.person_id, p.name, s.partnership_id, s.name as partnership_name
       from membership m join person p using (person_id) join partnership s using (partnership_id) where s.slug = $1`,
      [partnershipSlug],
    ),
  );
  return new Map(
    rows.map((row) => [
      row.role as RoleId,
      {
        personId: String(row.person_id),
        name: String(row.name),
        role: row.role as RoleId,
        districtId: row.district_id as string | null,
        partnership: {
          id: String(row.partnership_id),
          slug: partnershipSlug,
          name: String(row.partnership_name),
          isSample: false,
        },
      },
    ]),
  );
}

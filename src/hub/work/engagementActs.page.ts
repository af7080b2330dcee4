import type { ButtonTone } from '../../page/button.ts';
import type { Content } from '../../page/html.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk } from '../web/route.ts';
import { type EngagementParty, type Holder, partyIn } from './engagement.ts';
import type { EngagementReading } from './engagementReading.store.ts';
import type { EngagementWritten, Told } from './engagements.store.ts';
import { tellOthers } from './tellOthers.ts';
import { engagementPath } from './workPlace.page.ts';

/** Who is about to do something in an engagement, for which of its districts. */
export type Situation = {
  readonly ask: MemberAsk;
  readonly reading: EngagementReading;
  readonly own: EngagementParty;
  readonly ownParty: Party;
  /** The other district of the engagement. */
  readonly other: Party;
  /** People of the own district. */
  readonly people: readonly Holder[];
  /** Calendar date. */
  readonly today: string;
};

export type Written = Readonly<Record<string, string>>;

export type ActOutcome =
  | EngagementWritten
  | { readonly done: false; readonly reason: 'errors'; readonly errors: FieldErrors };

/** One thing that people of a district can do in an engagement, with the form by which they do it. */
export type EngagementAct = {
  /** Its place under the engagement's own. */
  readonly id: string;
  readonly title: (situation: Situation) => string;
  readonly lead: (situation: Situation) => Content;
  readonly submit: (situation: Situation) => string;
  readonly tone?: ButtonTone;
  /** Why it cannot be done as things stand, in a sentence; null when it can. */
  readonly whyNot: (situation: Situation) => string | null;
  /** The version of what is read and changed: a form that is based on another is stale. */
  readonly version: (situation: Situation) => number;
  readonly fields: (
    situation: Situation,
    written: Written,
    errors: FieldErrors,
  ) => Content | Promise<Content>;
  readonly write: (situation: Situation, basedOn: number) => Promise<ActOutcome>;
};

/** The situation of somebody of one of an engagement's districts; undefined for anybody else. */
export function situationOf(ask: MemberAsk, reading: EngagementReading): Situation | undefined {
  const { engagement, parties, members } = reading;
  const own = partyIn(engagement, ask.member.districtId);
  const ownParty = parties.find(({ districtId }) => districtId === own?.districtId);
  const other = parties.find(
    ({ districtId }) => districtId !== own?.districtId && partyIn(engagement, districtId),
  );
  if (!own || !ownParty || !other) return undefined;
  const people = members
    .filter(({ districtId }) => districtId === own.districtId)
    .map(({ personId, name, email }) => ({ personId, name, email }));
  return { ask, reading, own, ownParty, other, people, today: calendarDay(ask.hub.now()) };
}

type Telling = {
  /** For the history: `agreed to the plan`. */
  readonly act: string;
  /** For the mail, after the district's name: `agrees to the plan`. */
  readonly did: string;
  readonly next: string;
  readonly words?: string | null;
  /** Nobody is written to about what they need not do anything about. */
  readonly isQuiet?: boolean;
  /** Whether those who stand in are told, too. */
  readonly toDeputies?: boolean;
};

/** The act as the history says it, with the mails to the other side. */
export function toldOf({ ask, reading, ownParty }: Situation, telling: Telling): Told {
  const { act, did, next, words = null, isQuiet, toDeputies } = telling;
  const { engagement, members } = reading;
  const address = `${ask.hub.config.baseUrl}${engagementPath(ask.home, engagement.id)}`;
  const about = { engagement, members, from: ask.member, district: ownParty.shortName };
  return { act, mails: isQuiet ? [] : tellOthers({ ...about, did, next, words, address, toDeputies }) };
}

/** Writes as the member who asks. */
export function writeAs(
  { ask }: Situation,
  write: (view: MemberView, at: Date) => Promise<EngagementWritten>,
) {
  return asMember(ask.hub.database, ask.member, (view) => write(view, ask.hub.now()));
}

/** What a form answers whose fields are not right. */
export function fieldErrors(errors: FieldErrors): ActOutcome {
  return { done: false, reason: 'errors', errors };
}

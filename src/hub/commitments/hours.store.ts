import { z } from 'zod';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { reasonName } from '../needs/needReasons.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import { actorOf, type DistrictId, type MemberView } from '../store/view.ts';
import { disputeReasons, type HourKindId, hourKinds } from './hourKinds.ts';
import { type CountedHours, hoursText } from './hoursBalance.ts';
import type { HoursAmount, HoursAnswer } from './hoursDraft.ts';

const sql = readStatements(import.meta.url, [
  'selectHours',
  'insertHours',
  'advanceHours',
  'insertHoursVersion',
]);

const HoursRow = z.object({
  id: z.string(),
  givesId: z.string(),
  receivesId: z.string(),
  enteredId: z.string(),
  focusArea: z.enum(focusAreas.map(({ id }) => id) as [FocusAreaId, ...FocusAreaId[]]),
  engagementId: z.string().nullable(),
  contactId: z.string().nullable(),
  askId: z.string().nullable(),
  version: z.number(),
  state: z.enum(['waiting', 'confirmed', 'disputed', 'withdrawn']),
  day: z.string(),
  quarterHours: z.number(),
  kind: z.enum(hourKinds.map(({ id }) => id) as [HourKindId, ...HourKindId[]]),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  changedAt: z.date(),
  changedBy: z.string(),
  enteredBy: z.string(),
});
/** Working time one district gave another, as the entry stands. `reason`, `words` and `changedBy` are of the last act on it. */
export type SharedHours = z.infer<typeof HoursRow> & CountedHours;

type Only = { readonly engagementId?: string; readonly contactId?: string };

/** The hours of both sides, newest day first, whether they count or not; of one engagement or contact where given. */
export function selectHours(view: MemberView, only: Only = {}): Promise<SharedHours[]> {
  const { engagementId = null, contactId = null } = only;
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectHours, { partnershipId, hoursId: null, engagementId, contactId }, HoursRow);
}

export function selectOptionalHours(view: MemberView, hoursId: string): Promise<SharedHours | undefined> {
  const partnershipId = view.member.partnership.id;
  return view.optionalRow(
    sql.selectHours,
    { partnershipId, hoursId, engagementId: null, contactId: null },
    HoursRow,
  );
}

export type NewHours = HoursAmount & {
  readonly givesId: DistrictId;
  readonly receivesId: DistrictId;
  /** The one of the two for which they are entered. */
  readonly enteredId: DistrictId;
  readonly focusArea: FocusAreaId;
  readonly engagementId: string | null;
  readonly contactId: string | null;
  readonly askId: string | null;
};

/** Enters hours; they count once the other district has confirmed them. */
export async function insertHours(view: MemberView, hours: NewHours, at: Date): Promise<string> {
  const id = newUuid(at);
  const { personId, partnership } = view.member;
  const { day, quarterHours, kind, words, ...about } = hours;
  await view.run(sql.insertHours, { partnershipId: partnership.id, hoursId: id, ...about, at, personId });
  await insertVersion(view, id, 1, { state: 'waiting', day, quarterHours, kind, reason: null, words }, at);
  await insertHoursAct(view, { ...hours, id }, `entered ${hoursText(quarterHours)} of shared work`, {}, at);
  return id;
}

export type HoursWritten =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' | 'not yours' | 'over' };

/** The district that did not enter them confirms or disputes hours as it saw them; disputed ones may be confirmed later. */
export async function insertHoursAnswer(
  view: MemberView,
  hours: SharedHours,
  basedOn: number,
  answer: HoursAnswer,
  at: Date,
): Promise<HoursWritten> {
  if (!isAskedAbout(hours, view.member.districtId)) return { done: false, reason: 'not yours' };
  if (hours.state !== 'waiting' && hours.state !== 'disputed') return { done: false, reason: 'over' };
  const reason = answer.state === 'disputed' ? answer.reason : null;
  const act = `${answer.state} ${hoursText(hours.quarterHours)} of shared work`;
  const detail = { reason: reason && inSentence(reasonName(disputeReasons, reason)), words: answer.words };
  const { day, quarterHours, kind } = hours;
  const values = { state: answer.state, day, quarterHours, kind, reason, words: answer.words };
  return advance(view, hours, basedOn, values, { act, detail }, at);
}

/** The district that entered them corrects hours that are not confirmed yet: the other is asked again. */
export function insertHoursCorrection(
  view: MemberView,
  hours: SharedHours,
  basedOn: number,
  amount: HoursAmount,
  at: Date,
): Promise<HoursWritten> {
  const act = `corrected shared work from ${hoursText(hours.quarterHours)} to ${hoursText(amount.quarterHours)}`;
  return ownChange(view, hours, basedOn, { ...amount, state: 'waiting', reason: null }, act, at);
}

/** The district that entered them takes hours back that are not confirmed yet. */
export function insertHoursWithdrawal(
  view: MemberView,
  hours: SharedHours,
  basedOn: number,
  at: Date,
): Promise<HoursWritten> {
  const { day, quarterHours, kind } = hours;
  const values = { state: 'withdrawn', day, quarterHours, kind, reason: null, words: null } as const;
  return ownChange(view, hours, basedOn, values, `took back ${hoursText(quarterHours)} of shared work`, at);
}

/** Whether a district is the one that is to confirm. */
export function isAskedAbout(
  { enteredId, givesId, receivesId }: Pick<SharedHours, 'enteredId' | 'givesId' | 'receivesId'>,
  districtId: DistrictId | null,
): boolean {
  return districtId !== enteredId && (districtId === givesId || districtId === receivesId);
}

type VersionValues = Pick<SharedHours, 'state' | 'day' | 'quarterHours' | 'kind' | 'reason' | 'words'>;
type Act = { readonly act: string; readonly detail: Readonly<Record<string, unknown>> };

async function ownChange(
  view: MemberView,
  hours: SharedHours,
  basedOn: number,
  values: VersionValues,
  act: string,
  at: Date,
): Promise<HoursWritten> {
  if (hours.enteredId !== view.member.districtId) return { done: false, reason: 'not yours' };
  if (hours.state !== 'waiting' && hours.state !== 'disputed') return { done: false, reason: 'over' };
  return advance(view, hours, basedOn, values, { act, detail: { words: values.words } }, at);
}

async function advance(
  view: MemberView,
  hours: SharedHours,
  basedOn: number,
  values: VersionValues,
  { act, detail }: Act,
  at: Date,
): Promise<HoursWritten> {
  const about = { partnershipId: view.member.partnership.id, hoursId: hours.id, version: basedOn + 1 };
  const isNext = basedOn === hours.version;
  if (!isNext || !(await view.optionalRow(sql.advanceHours, about, z.object({ id: z.string() }))))
    return { done: false, reason: 'changed meanwhile' };
  await insertVersion(view, hours.id, basedOn + 1, values, at);
  await insertHoursAct(view, { ...hours, ...values }, act, detail, at);
  return { done: true };
}

function insertVersion(
  view: MemberView,
  hoursId: string,
  version: number,
  values: VersionValues,
  at: Date,
): Promise<void> {
  return view.run(sql.insertHoursVersion, {
    partnershipId: view.member.partnership.id,
    hoursId,
    version,
    ...values,
    at,
    personId: actorOf(view).personId,
    byName: view.holder?.name ?? null,
  });
}

function insertHoursAct(
  view: MemberView,
  hours: Omit<NewHours, 'words'> & { readonly id: string },
  act: string,
  detail: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  const { id, givesId, receivesId, enteredId, focusArea, engagementId, contactId, day, quarterHours, kind } =
    hours;
  const about = { districtId: enteredId, givesId, receivesId, focusArea, engagementId, contactId };
  const amount = { day, quarterHours, kind };
  return insertMemberAct(
    view,
    { act, subject: `hours ${id}`, detail: { ...about, ...amount, ...detail } },
    at,
  );
}

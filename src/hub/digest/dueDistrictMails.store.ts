import { formatDate } from '../../vocabulary/formatDate.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { insertMail } from '../mail/mail.store.ts';
import { homeOf } from '../partnership/homeOf.ts';
import { type PartnershipMember, selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { selectConditions } from '../resources/conditions.store.ts';
import { ownerOf } from '../resources/ownerOf.ts';
import { readResources } from '../resources/resourceReading.store.ts';
import { reviewStanding } from '../reviews/reviewStanding.ts';
import { selectReviews } from '../reviews/reviews.store.ts';
import type { MemberView } from '../store/view.ts';
import { conditionAlarms, conditionMail, lateReviewMail } from './districtAlarms.ts';
import { noteTold } from './digestChoices.store.ts';
import { mondayOf } from './reminders.ts';

type Sending = { readonly baseUrl: string; readonly at: Date };

/** Mails the coordinators of both districts which reviews are late, once for each review and week. Answers how many mails were made. */
export async function dueReviewMails(view: MemberView, { baseUrl, at }: Sending): Promise<number> {
  const today = calendarDay(at);
  const parties = await selectParties(view);
  const home = `${baseUrl}${homeOf(view.member.partnership)}`;
  const late = [];
  for (const review of await selectReviews(view)) {
    if (reviewStanding(review, parties, today).state !== 'late') continue;
    if (!(await noteTold(view, `late review ${review.id} in the week of ${mondayOf(today)}`, at))) continue;
    const sentence = `It was planned for ${formatDate(review.plannedOn)}, and nothing was sealed.`;
    late.push({ title: review.title, sentence, address: `${home}/reviews/${review.id}` });
  }
  if (late.length === 0) return 0;
  const told = (await selectMembers(view)).filter(
    ({ role, districtId }) => role === 'coordinator' && districtId !== null,
  );
  for (const to of told) await insertMail(view, { to: to.email, ...lateReviewMail(to, late) }, at);
  return told.length;
}

/**
 * Mails finance people the conditions that have turned behind or not met, and reports that are due in two weeks: once for each condition and
 * state. They are looked at once a day. Answers how many mails were made.
 */
export async function dueConditionMails(view: MemberView, { baseUrl, at }: Sending): Promise<number> {
  const today = calendarDay(at);
  if ((await selectConditions(view)).length === 0) return 0;
  if (!(await noteTold(view, `conditions were looked at on ${today}`, at))) return 0;
  const reading = await readResources(view, today);
  const home = `${baseUrl}${homeOf(view.member.partnership)}/resources`;
  const told = new Map<PartnershipMember, Parameters<typeof conditionMail>[1][number][]>();
  const members = await selectMembers(view);
  for (const { condition, turned, about } of conditionAlarms(reading.conditions, today)) {
    const { flexibilityId, sourceId, answer } = condition;
    const flexibility = reading.flexibilities.find(({ id }) => id === flexibilityId);
    const owner = ownerOf(reading, condition);
    if (!owner || (flexibility && flexibility.decision !== 'granted')) continue;
    if (!(await noteTold(view, about, at))) continue;
    const address = flexibilityId ? `${home}/flexibilities/${flexibilityId}` : `${home}/sources/${sourceId}`;
    const title = 'title' in owner ? owner.title : owner.name;
    const line = { title, sentence: answer.sentence, address, turned };
    for (const to of financeOf(members, owner.districtId)) told.set(to, [...(told.get(to) ?? []), line]);
  }
  for (const [to, lines] of told) await insertMail(view, { to: to.email, ...conditionMail(to, lines) }, at);
  return told.size;
}

/** Finance people of each district whose money it is; of one that has none, its coordinators. */
function financeOf(members: readonly PartnershipMember[], districtId: string | null): PartnershipMember[] {
  const own = members.filter((one) => one.districtId !== null && [null, one.districtId].includes(districtId));
  return [...Map.groupBy(own, (one) => one.districtId).values()].flatMap((people) => {
    const finance = people.filter(({ role }) => role === 'finance');
    return finance.length > 0 ? finance : people.filter(({ role }) => role === 'coordinator');
  });
}

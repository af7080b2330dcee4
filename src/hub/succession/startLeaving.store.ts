import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Mail } from '../mail/mail.store.ts';
import { type PartnershipMember, selectMembers } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { selectDeputies } from './deputies.store.ts';
import { handoverMail } from './handoverMail.ts';
import { sealHandover } from './handoverPack.ts';
import { readHandover } from './handoverReading.store.ts';
import { insertHandoverPack, insertLeaving, type NewLeaving } from './leavings.store.ts';

/** `leaves already`: somebody has said so before. */
export type Started =
  | { readonly done: true; readonly id: string }
  | { readonly done: false; readonly reason: 'leaves already' };

/** How those whom it concerns are told: the address of a handover's page, and the last day written out. */
export type Telling = { readonly addressOf: (leavingId: string) => string; readonly lastDay: string };

/** Says that a member leaves, keeps what they hand over as it is today, and tells whom it concerns; null: nobody is written to. */
export async function startLeaving(
  view: MemberView,
  leaving: NewLeaving,
  telling: Telling | null,
  at: Date,
): Promise<Started> {
  const { leaver, leavesOn, successor } = leaving;
  const id = await insertLeaving(view, leaving, at);
  if (!id) return { done: false, reason: 'leaves already' };
  const about = { leaver, leavesOn, successor: successor?.name ?? null, today: calendarDay(at) };
  const sealed = sealHandover(await readHandover(view, about));
  const mails = telling === null ? [] : await mailsFor(view, id, leaving, telling);
  await insertHandoverPack(view, { id, ...leaver }, sealed, mails, at);
  return { done: true, id };
}

async function mailsFor(
  view: MemberView,
  id: string,
  { leaver, successor }: NewLeaving,
  { addressOf, lastDay }: Telling,
): Promise<Mail[]> {
  const { partnership, personId } = view.member;
  const deputy = (await selectDeputies(view)).get(leaver.personId)?.deputy ?? null;
  const coordinators = (await selectMembers(view)).filter(
    ({ role, districtId }) => role === 'coordinator' && districtId === leaver.districtId,
  );
  const address = addressOf(id);
  const told = new Map<string, Mail>();
  const tell = (
    to: Pick<PartnershipMember, 'name' | 'email'> & { readonly personId: string | null },
    as: Parameters<typeof handoverMail>[0]['as'],
  ) => {
    if (to.personId === personId || told.has(to.email)) return;
    const words = {
      to,
      as,
      leaver: leaver.name,
      partnership: partnership.name,
      lastDay,
      successor: successor?.name ?? null,
      address: to.personId === null ? null : address,
    };
    told.set(to.email, { to: to.email, ...handoverMail(words) });
  };
  tell(leaver, 'leaver');
  if (successor) tell(successor, 'successor');
  if (deputy) tell(deputy, 'deputy');
  for (const coordinator of coordinators) tell(coordinator, 'coordinator');
  return [...told.values()];
}

import { citedDistricts } from '../../sample/citedDistricts.ts';
import { sampleDeputies, sampleHandover, sampleLeaver } from '../../sample/sampleHandover.ts';
import { insertCommitment } from '../hub/commitments/commitments.store.ts';
import { insertContact, selectOptionalContact } from '../hub/contacts/contacts.store.ts';
import { insertMinutes } from '../hub/contacts/minutes.store.ts';
import { addPerson } from '../hub/partnership/changePeople.store.ts';
import { PersonDraft } from '../hub/partnership/partnershipDraft.ts';
import { type PartnershipMember, selectMembers } from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, asOperator, type Member, type MemberView } from '../hub/store/view.ts';
import { insertDeputy } from '../hub/succession/deputies.store.ts';
import { endMembership } from '../hub/succession/endMembership.store.ts';
import { handOver } from '../hub/succession/handOver.store.ts';
import { type Holding, partOf } from '../hub/succession/holding.ts';
import { selectHoldings } from '../hub/succession/holdings.store.ts';
import { startLeaving } from '../hub/succession/startLeaving.store.ts';
import { selectEngagements } from '../hub/work/engagements.store.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

const dayMs = 86_400_000;

/**
 * Names deputies, and lets a former mathematics lead leave as one would: what was promised, the pack of that day, most of it handed over, one
 * thing left behind.
 */
export async function loadSampleHandover(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  const { by, successor, words, begunDaysAgo, endedDaysAgo, commitments, call } = sampleHandover;
  const ago = (days: number) => new Date(now().getTime() - days * dayMs);
  const person = { ...sampleLeaver, district: citedDistricts[sampleLeaver.district].cds };
  const begunAt = ago(begunDaysAgo);
  await asOperator(database, (view) =>
    addPerson(view, coordinator.partnership.slug, PersonDraft.parse(person), ago(begunDaysAgo + 200)),
  );
  const begun = await asMember(database, coordinator, async (view) => {
    const members = await selectMembers(view);
    const named = (name: string): PartnershipMember => {
      const member = members.find((one) => one.name === name);
      if (!member) throw new Error(`the sample has no ${name}`);
      return member;
    };
    const acting = actingAs(view, named(by));
    for (const { of, deputy } of sampleDeputies) {
      const who = typeof deputy === 'string' ? named(deputy) : { personId: null, ...deputy };
      await insertDeputy(
        acting,
        named(of),
        0,
        { personId: who.personId, name: who.name, email: who.email },
        begunAt,
      );
    }
    const leaver = named(sampleLeaver.name);
    const { personId, name, email, districtId } = leaver;
    const joint =
      (await selectEngagements(view)).find(({ mode, state }) => mode === 'joint' && state !== 'closed')?.id ??
      null;
    await keepCall(actingAs(view, leaver), leaver, named(call.with), joint, ago(call.daysAgo));
    const rest = { deputy: null, benchmarkId: null, contactId: null };
    for (const { what, dueInDays, isJoint } of commitments) {
      const due = calendarDay(new Date(now().getTime() + dueInDays * dayMs));
      const draft = {
        what,
        due,
        owner: { personId, name, email },
        engagementId: isJoint ? joint : null,
        ...rest,
      };
      await insertCommitment(
        actingAs(view, leaver),
        districtId ?? '',
        draft,
        () => [],
        ago(begunDaysAgo + 30),
      );
    }
    const leavesOn = calendarDay(ago(endedDaysAgo));
    const leaving = { leaver, leavesOn, successor: named(successor), words };
    const started = await startLeaving(acting, leaving, null, begunAt);
    if (!started.done) throw new Error('the handover of the sample was not begun');
    const isHanded = ({ title }: Holding) => commitments.some((one) => one.what === title && one.isHanded);
    for (const holding of (await selectHoldings(view)).filter((one) => partOf(one, leaver) && isHanded(one)))
      await handOver(
        acting,
        holding,
        named(successor),
        `Handed over: ${name} leaves.`,
        ago(begunDaysAgo - 5),
      );
    return { leavingId: started.id, member: acting.member };
  });
  const ended = await endMembership(database, begun.member, begun.leavingId, ago(endedDaysAgo - 1));
  if (!ended.done) throw new Error(`the membership of the sample did not end: ${ended.reason}`);
}

/** One call that was held, with its minutes. */
async function keepCall(
  view: MemberView,
  leaver: PartnershipMember,
  other: PartnershipMember,
  engagementId: string | null,
  startsAt: Date,
): Promise<void> {
  const { title, purpose, notes, decision, reason } = sampleHandover.call;
  const nobody = async () => [];
  const id = await insertContact(
    view,
    {
      kind: 'call',
      title,
      purpose,
      startsAt,
      endsAt: new Date(startsAt.getTime() + dayMs / 24),
      place: 'by phone',
      hostId: leaver.districtId ?? '',
      firstQuestion: null,
      secondQuestion: null,
      offersBack: null,
      practical: null,
      engagementId,
      people: [
        { ...guestOf(leaver), side: 'host' },
        { ...guestOf(other), side: 'guest' },
      ],
    },
    nobody,
    startsAt,
  );
  const contact = await selectOptionalContact(view, id);
  if (!contact) throw new Error('the call of the sample was not planned');
  const draft = {
    notes,
    attended: new Set([leaver.email, other.email]),
    decisions: [{ decision, reason }],
    commitments: [],
    hours: [],
    focusArea: null,
  };
  const mails = { ofCommitment: nobody, toAttended: nobody, ofHours: async () => {} };
  const basedOn = { version: contact.version, minutesVersion: 1 };
  const written = await insertMinutes(
    view,
    contact,
    basedOn,
    draft,
    mails,
    new Date(startsAt.getTime() + dayMs),
  );
  if (!written.done) throw new Error('the call of the sample has no minutes');
}

function guestOf({ personId, name, email }: PartnershipMember) {
  return { personId, name, email };
}

/** The view of somebody of the sample, in the transaction that is open. */
function actingAs(view: MemberView, { personId, name, role, districtId }: PartnershipMember): MemberView {
  return { ...view, member: { ...view.member, personId, name, role, districtId } };
}

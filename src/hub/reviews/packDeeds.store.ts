import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { selectHours } from '../commitments/hours.store.ts';
import { selectContacts } from '../contacts/contacts.store.ts';
import { selectContactDecisions, selectMinutes } from '../contacts/minutes.store.ts';
import type { Cycle } from '../cycles/cycle.ts';
import { actReasons, acts, changeKinds, listedName } from '../cycles/cycleLists.ts';
import { cycleStanding, isEnded } from '../cycles/cycleStanding.ts';
import { selectCycles } from '../cycles/cycles.store.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import type { PackPeriod } from './packWork.store.ts';

type Deeds = Required<Pick<Pack, 'hours' | 'contacts' | 'cycles'>>;

/** What was done in the period: hours, contacts held with their minutes, cycles; of these engagements, or all. */
export async function readPackDeeds(
  view: MemberView,
  parties: readonly Party[],
  engagements: readonly { readonly id: string }[],
  isWhole: boolean,
  period: PackPeriod,
): Promise<Deeds> {
  const ofThese = new Set(engagements.map(({ id }) => id));
  const isOfThese = (id: string | null) => isWhole || (id !== null && ofThese.has(id));
  return {
    hours: await readHours(view, parties, isOfThese, period),
    contacts: await readContacts(view, isOfThese, period),
    cycles: (await selectCycles(view))
      .filter(({ engagementId }) => isOfThese(engagementId))
      .map((cycle) => packCycle(cycle, parties, period.today))
      .filter(({ endedOn }) => endedOn === null || endedOn >= period.from),
  };
}

async function readHours(
  view: MemberView,
  parties: readonly Party[],
  isOfThese: (engagementId: string | null) => boolean,
  { from, until }: PackPeriod,
): Promise<Deeds['hours']> {
  const entries = (await selectHours(view)).filter(
    ({ day, engagementId }) => day >= from && day <= until && isOfThese(engagementId),
  );
  return parties.flatMap((giver) =>
    parties.flatMap((receiver) => {
      const own = entries.filter(
        ({ givesId, receivesId }) => givesId === giver.districtId && receivesId === receiver.districtId,
      );
      const sum = (isConfirmed: boolean) =>
        own
          .filter(({ state }) => (isConfirmed ? state === 'confirmed' : state === 'waiting'))
          .reduce((total, { quarterHours }) => total + quarterHours, 0);
      if (own.length === 0) return [];
      return {
        givenBy: giver.cds,
        receivedBy: receiver.cds,
        confirmedHours: String(sum(true) / 4),
        unconfirmedHours: String(sum(false) / 4),
      };
    }),
  );
}

async function readContacts(
  view: MemberView,
  isOfThese: (engagementId: string | null) => boolean,
  { from, until }: PackPeriod,
): Promise<Deeds['contacts']> {
  const decided = await selectContactDecisions(view);
  const held = (await selectContacts(view)).filter(({ state, startsAt, engagementId }) => {
    const day = calendarDay(startsAt);
    return state === 'held' && day >= from && day <= until && isOfThese(engagementId);
  });
  const contacts: Deeds['contacts'] = [];
  for (const { id, kind, title, startsAt, engagementId } of held) {
    const [minutes] = await selectMinutes(view, id);
    contacts.push({
      id,
      kind,
      title,
      heldOn: calendarDay(startsAt),
      engagement: engagementId,
      minutes: minutes?.notes ?? null,
      decisions: decided
        .filter(({ contactId }) => contactId === id)
        .map(({ decision, reason }) => `${decision} (${reason})`),
    });
  }
  return contacts;
}

function packCycle(cycle: Cycle, parties: readonly Party[], today: string): Deeds['cycles'][number] {
  const standing = cycleStanding(cycle, today);
  const nameOf = (districtId: string) =>
    parties.find((party) => party.districtId === districtId)?.shortName ?? '';
  const ended = cycle.sides.flatMap(({ districtId, acted }) => (acted ? [{ districtId, acted }] : []));
  const last = ended
    .map(({ acted }) => calendarDay(acted.madeAt))
    .sort()
    .at(-1);
  const outcome = ended
    .map(({ districtId, acted }) => {
      const act = acts.find(({ id }) => id === acted.act)?.past ?? acted.act;
      return `${nameOf(districtId)}: ${act.toLowerCase()} (${listedName(actReasons, acted.reason)})`;
    })
    .join('; ');
  const learnt = cycle.sides.flatMap(({ studied, acted }) => acted?.words ?? studied?.words ?? []).join(' ');
  return {
    id: cycle.id,
    engagement: cycle.engagementId,
    cds: parties.find(({ districtId }) => districtId === cycle.districtId)?.cds ?? null,
    title: cycle.idea,
    change: listedName(changeKinds, cycle.changeKind),
    state: standing,
    outcome: isEnded(standing) ? outcome : null,
    learnt: learnt || null,
    endedOn: isEnded(standing) ? (last ?? null) : null,
  };
}

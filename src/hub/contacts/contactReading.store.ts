import { findMeasure } from '../../measures/registry.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { type Commitment, selectCommitments } from '../commitments/commitments.store.ts';
import { type SharedHours, selectHours } from '../commitments/hours.store.ts';
import type { Cycle } from '../cycles/cycle.ts';
import { actReasons, acts, listedName } from '../cycles/cycleLists.ts';
import { selectCycles } from '../cycles/cycles.store.ts';
import { estimateText } from '../needs/evidenceSentence.ts';
import type { KeptEvidence } from '../needs/keptEvidence.ts';
import { selectKeptEvidence } from '../needs/keptEvidence.store.ts';
import { selectNeedVersions, selectOptionalNeed } from '../needs/needs.store.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from '../work/engagement.ts';
import { selectOptionalEngagement } from '../work/engagements.store.ts';
import { type AgendaItem, type AgendaPart, generatedAgenda } from './agenda.ts';
import { californiaClock } from './californiaTime.ts';
import {
  type Contact,
  type OwnAgendaItem,
  selectAgendaItems,
  selectOptionalContact,
} from './contacts.store.ts';
import {
  type ContactDecision,
  type ContactNote,
  type Minutes,
  selectContactDecisions,
  selectContactNotes,
  selectMinutes,
} from './minutes.store.ts';

/** The need behind a contact in its district's words, with what the figures said when it was confirmed. */
export type BriefNeed = {
  readonly id: string;
  readonly district: string;
  readonly wording: string;
  /** `Mathematics, distance from standard: English learners`. */
  readonly about: string;
  readonly evidence: string;
  readonly synthetic: boolean;
};

/** Everything that stands about one contact. */
export type ContactReading = {
  readonly contact: Contact;
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
  readonly engagement: Engagement | undefined;
  readonly need: BriefNeed | undefined;
  readonly agenda: readonly AgendaPart[];
  readonly items: readonly OwnAgendaItem[];
  readonly minutes: readonly Minutes[];
  readonly decisions: readonly ContactDecision[];
  readonly notes: readonly ContactNote[];
  /** Promised at this contact. */
  readonly commitments: readonly Commitment[];
  readonly hours: readonly SharedHours[];
};

/** One contact with its brief, agenda, minutes and what came of it; undefined when the partnership has no such contact. */
export async function readContact(view: MemberView, contactId: string): Promise<ContactReading | undefined> {
  const contact = await selectOptionalContact(view, contactId);
  if (!contact) return undefined;
  const parties = await selectParties(view);
  const { engagementId } = contact;
  const engagement = engagementId ? await selectOptionalEngagement(view, engagementId) : undefined;
  const of = engagementId ? { engagementId } : {};
  const nameOf = (id: string) =>
    parties.find(({ districtId }) => districtId === id)?.shortName ?? 'One of us';
  const cycles = engagementId ? await selectCycles(view, of) : [];
  return {
    contact,
    parties,
    members: await selectMembers(view),
    engagement,
    need: engagement?.needId ? await readNeedOf(view, engagement.needId, nameOf) : undefined,
    agenda: generatedAgenda({
      commitments: await selectCommitments(view, of),
      results: cycles.flatMap((cycle) => resultOf(cycle)).slice(0, 3),
      waiting: cycles.flatMap((cycle) => waitingOf(cycle, nameOf)).slice(0, 3),
      nameOf,
      on: californiaClock(contact.startsAt).day,
    }),
    items: await selectAgendaItems(view, contactId),
    minutes: await selectMinutes(view, contactId),
    decisions: await selectContactDecisions(view, contactId),
    notes: await selectContactNotes(view, contactId),
    commitments: await selectCommitments(view, { contactId }),
    hours: await selectHours(view, { contactId }),
  };
}

async function readNeedOf(
  view: MemberView,
  needId: string,
  nameOf: (districtId: string) => string,
): Promise<BriefNeed | undefined> {
  const need = await selectOptionalNeed(view, needId);
  const measure = need && findMeasure(need.measureId);
  if (!need || !measure) return undefined;
  const ids = (await selectNeedVersions(view, needId)).flatMap(({ evidenceId }) => evidenceId ?? []);
  const kept = [...(await selectKeptEvidence(view, ids)).values()].toSorted(
    (a, b) => b.keptAt.getTime() - a.keptAt.getTime(),
  )[0];
  return {
    id: needId,
    district: nameOf(need.districtId),
    wording: need.wording,
    about: `${measure.shortName}: ${inSentence(studentGroupName(need.group))}`,
    evidence: kept ? briefEvidence(kept.evidence, measure) : '',
    synthetic: kept?.evidence.synthetic ?? false,
  };
}

/** The figure and what would be expected, in one sentence: `−71.6 points in 2024-25, 8,614 students, where −52.8 points would be expected.` */
function briefEvidence({ figure, level, schoolYear }: KeptEvidence, measure: MeasureDefinition): string {
  if (!figure || schoolYear === null) return '';
  const students = figure.n === null ? '' : `, ${formatNumber(figure.n)} students`;
  const expected = level
    ? `, where ${estimateText(level.expected, measure)} would be expected of a district that serves such students`
    : '';
  return `${estimateText(figure.value, measure)} in ${schoolYearName(schoolYear)}${students}${expected}.`;
}

/** What a test said, once a district has acted on it. */
function resultOf({ id, idea, sides }: Cycle): AgendaItem[] {
  return sides
    .flatMap(({ acted }) => acted ?? [])
    .slice(0, 1)
    .map(({ act, reason }) => ({
      title: idea,
      due: null,
      why: `${listedName(acts, act)}: ${inSentence(listedName(actReasons, reason))}`,
      path: `/work/cycles/${id}`,
    }));
}

/** A test that was studied and waits for somebody to say what follows. */
function waitingOf({ id, idea, sides }: Cycle, nameOf: (districtId: string) => string): AgendaItem[] {
  return sides
    .filter(({ studied, acted }) => studied && !acted)
    .slice(0, 1)
    .map(({ districtId }) => ({
      title: idea,
      due: null,
      why: `${nameOf(districtId)} has its result: adopt, adapt or abandon?`,
      path: `/work/cycles/${id}`,
    }));
}

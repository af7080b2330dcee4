import { addDays } from '../vocabulary/addDays.ts';
import { type CitedDistrict, citedDistricts } from '../../sample/citedDistricts.ts';
import { type SampleCycle, sampleCycles, type SampleSide } from '../../sample/sampleCycles.ts';
import { sideOf } from '../hub/cycles/cycle.ts';
import type { SideDraft } from '../hub/cycles/cycleDraft.ts';
import { readBeforeAfter } from '../hub/cycles/cycleFigures.store.ts';
import {
  insertCycle,
  insertCycleLog,
  insertJoinedSide,
  selectOptionalCycle,
} from '../hub/cycles/cycles.store.ts';
import { fewestStudents } from '../hub/cycles/ownCount.ts';
import { tellLeader } from '../hub/cycles/tellLeader.store.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member, type MemberView } from '../hub/store/view.ts';
import { selectEngagements } from '../hub/work/engagements.store.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/**
 * Plans and logs the tests of the sample, each as the person who would, on days counted from today; none where the sample has no work
 * to test in. `baseUrl` is where the sample is served; null where mail leaves, so that nobody is written to.
 */
export async function loadSampleCycles(
  database: Database,
  coordinator: Member,
  baseUrl: string | null,
  now: () => Date,
): Promise<void> {
  await asMember(database, coordinator, async (view) => {
    const sample: Sample = {
      view,
      baseUrl,
      at: now(),
      parties: await selectParties(view),
      members: await selectMembers(view),
    };
    const engagements = await selectEngagements(view);
    const ids: string[] = [];
    for (const planned of sampleCycles) {
      const engagement = engagements.find(({ mode, state }) => mode === planned.mode && state !== 'closed');
      if (engagement) ids.push(await loadCycle(sample, planned, engagement.id, ids));
    }
  });
}

type Sample = {
  readonly view: MemberView;
  readonly baseUrl: string | null;
  readonly at: Date;
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
};

async function loadCycle(
  sample: Sample,
  planned: SampleCycle,
  engagementId: string,
  earlier: readonly string[],
): Promise<string> {
  const { sides, follows, idea, changeKind, measureId, group, prediction, amount } = planned;
  const [first, ...others] = sides;
  if (!first) throw new Error('a test of the sample has no side');
  const { districtId } = partyOf(sample, first.district);
  const followsId = follows === null ? null : (earlier[follows] ?? null);
  const side = draftOf(sample, first);
  const draft = { idea, changeKind, measureId, group, prediction, amount, side };
  const begun = momentOf(sample, first.startsIn);
  const id = await insertCycle(
    viewOf(sample, first.by),
    { engagementId, followsId, districtId, draft },
    begun,
  );
  for (const one of others) {
    const { districtId: other } = partyOf(sample, one.district);
    const at = momentOf(sample, one.startsIn);
    await insertJoinedSide(viewOf(sample, one.by), id, other, draftOf(sample, one), at);
  }
  for (const one of sides) await logSide(sample, id, one);
  return id;
}

async function logSide(sample: Sample, cycleId: string, side: SampleSide): Promise<void> {
  const { view, parties, baseUrl, at } = sample;
  const { districtId, name } = partyOf(sample, side.district);
  const cycle = await selectOptionalCycle(view, cycleId);
  const current = cycle && sideOf(cycle, districtId);
  if (!cycle || !current) throw new Error('a test of the sample was not planned');
  if (side.log) {
    const figures = await readBeforeAfter(view, cycle, parties, { today: calendarDay(at), publicOnly: true });
    const logged = { basedOn: current.entries, draft: side.log.draft, figures, fewest: fewestStudents };
    const written = await insertCycleLog(
      viewOf(sample, side.by),
      cycleId,
      districtId,
      logged,
      momentOf(sample, side.log.onDay),
    );
    if (!written.done) throw new Error(`a test of the sample was not logged: ${written.reason}`);
  }
  if (side.log?.draft.acted) return;
  const by = memberOf(sample, side.by);
  const told = { districtId, district: name, side: draftOf(sample, side) };
  await tellLeader(viewOf(sample, side.by), cycle, told, by, baseUrl === null ? null : { baseUrl }, at);
}

function draftOf(sample: Sample, side: SampleSide): SideDraft {
  const { schools, schoolNames, leader, startsIn, studiedIn } = side;
  const today = calendarDay(sample.at);
  const member = typeof leader === 'string' ? memberOf(sample, leader) : undefined;
  return {
    schools,
    schoolNames,
    namesShared: false,
    leader: member
      ? { personId: member.personId, name: member.name, email: member.email }
      : { personId: null, ...(leader as Exclude<typeof leader, string>) },
    startsOn: addDays(today, startsIn),
    studyOn: addDays(today, studiedIn),
  };
}

function momentOf({ at }: Sample, days: number): Date {
  return new Date(at.getTime() + Math.min(days, 0) * 86_400_000);
}

function partyOf({ parties }: Sample, district: CitedDistrict): Party {
  const party = parties.find(({ cds }) => cds === citedDistricts[district].cds);
  if (!party) throw new Error(`the sample has no ${district}`);
  return party;
}

function memberOf({ members }: Sample, name: string): PartnershipMember {
  const member = members.find((one) => one.name === name);
  if (!member) throw new Error(`the sample has no ${name}`);
  return member;
}

/** The view of somebody of the sample, in the transaction that is open. */
function viewOf(sample: Sample, name: string): MemberView {
  const { view } = sample;
  const { personId, role, districtId } = memberOf(sample, name);
  return { ...view, member: { ...view.member, personId, name, role, districtId } };
}

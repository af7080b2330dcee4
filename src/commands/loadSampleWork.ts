import { type CitedDistrict, citedDistricts } from '../../sample/citedDistricts.ts';
import {
  type SampleEngagement,
  type SamplePart,
  samplePartner,
  sampleWork,
  sampleWorkStory,
} from '../../sample/sampleWork.ts';
import { selectBenchmarks } from '../hub/benchmarks/benchmarks.store.ts';
import { selectNeeds } from '../hub/needs/needs.store.ts';
import { selectMembers, selectParties } from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member, type MemberView } from '../hub/store/view.ts';
import { beginEngagement } from '../hub/work/beginEngagement.store.ts';
import type { Holder } from '../hub/work/engagement.ts';
import {
  type EngagementWritten,
  insertEngagementMove,
  selectOptionalEngagement,
} from '../hub/work/engagements.store.ts';
import {
  insertJointAsk,
  insertJointAskAgreement,
  insertJointAskSending,
  insertPartnerAnswer,
} from '../hub/work/jointAsks.store.ts';
import { agreeing, changingPartners, closing } from '../hub/work/moves.ts';
import { insertExternalPartner } from '../hub/work/partners.store.ts';
import {
  insertPilot,
  insertPilotResult,
  insertProductUse,
  insertProductVersion,
  insertSignOff,
  selectProduct,
} from '../hub/work/products.store.ts';
import { insertSecuredResource } from '../hub/work/securedResources.store.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/** Begins the work of the sample and carries it on, each act as the person who would and on a day of the last months. Nobody is written to. */
export async function loadSampleWork(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  await asMember(database, coordinator, async (view) => {
    const stage = await stageOf(view, now());
    const partnerId = await insertExternalPartner(
      stage.as('Jordan Vale'),
      {
        name: samplePartner.name,
        kind: samplePartner.kind,
        contact: samplePartner.contact,
        words: samplePartner.words,
      },
      stage.at(-64),
    );
    await failBridge(stage, await begin(stage, sampleWork.summerBridge));
    await begin(stage, sampleWork.reclassification);
    await developRule(stage, await begin(stage, sampleWork.algebra));
    await askUniversity(stage, await begin(stage, sampleWork.readiness, [partnerId]), partnerId);
  });
}

type Stage = {
  readonly view: MemberView;
  /** The view of somebody of the sample, in the transaction that is open. */
  readonly as: (name: string) => MemberView;
  readonly holder: (name: string) => Holder;
  readonly districtOf: (district: CitedDistrict) => string;
  /** A moment and a calendar date so many days from now. */
  readonly at: (days: number) => Date;
  readonly day: (days: number) => string;
};

async function stageOf(view: MemberView, now: Date): Promise<Stage> {
  const parties = await selectParties(view);
  const members = await selectMembers(view);
  const memberOf = (name: string) => {
    const member = members.find((one) => one.name === name);
    if (!member) throw new Error(`the sample has no ${name}`);
    return member;
  };
  const at = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);
  return {
    view,
    at,
    day: (days) => calendarDay(at(days)),
    as: (name) => {
      const { personId, role, districtId } = memberOf(name);
      return { ...view, member: { ...view.member, personId, name, role, districtId } };
    },
    holder: (name) => {
      const { personId, email } = memberOf(name);
      return { personId, name, email };
    },
    districtOf: (district) => {
      const party = parties.find(({ cds }) => cds === citedDistricts[district].cds);
      if (!party) throw new Error(`the sample has no ${district}`);
      return party.districtId;
    },
  };
}

const told = (act: string) => ({ act, mails: [] });

function sure(written: EngagementWritten): void {
  if (!written.done) throw new Error(`the sample’s work was not written: ${written.reason}`);
}

function partOf({ holder }: Stage, { brings, owner, deputy }: SamplePart) {
  return { brings, owner: holder(owner), deputy: holder(deputy) };
}

/** Begins a piece of work as the owner of its first part, and agrees to it as that of its second; answers its id. */
async function begin(
  stage: Stage,
  sample: SampleEngagement,
  partnerIds: readonly string[] = [],
): Promise<string> {
  const { view, as, day, at, districtOf } = stage;
  const { mode, first, second, title, purpose, product, focusArea, strategy } = sample;
  const [measure, group] = sample.benchmark ?? [];
  const need = (await selectNeeds(view)).find(({ wording }) => wording === sample.need);
  const benchmark = (await selectBenchmarks(view)).find(
    (one) => one.measureId === measure && one.group === group,
  );
  const what = { title, purpose, product, focusArea, strategy };
  const serves = { needId: need?.id ?? null, benchmarkId: benchmark?.id ?? null };
  const days = { startsOn: day(sample.startsIn), endsOn: day(sample.endsIn) };
  const begun = await beginEngagement(
    as(first.owner),
    {
      mode,
      draft: { ...what, ...serves, ...days, partnerIds, own: partOf(stage, first), weHelp: true },
      own: { districtId: districtOf(first.district), shortName: '' },
      otherId: districtOf(second.district),
      askId: null,
      members: [],
      addressOf: null,
    },
    at(sample.begunIn),
  );
  const move = agreeing(districtOf(second.district), { ...partOf(stage, second), words: null });
  const agreed = { move, told: told('agreed to the plan') };
  sure(await insertEngagementMove(as(second.owner), begun.id, 1, agreed, at(sample.agreedIn)));
  return begun.id;
}

async function failBridge({ as, at, districtOf }: Stage, id: string): Promise<void> {
  const why = { reason: 'staff left', words: sampleWorkStory.failure } as const;
  const move = closing(districtOf('fresno'), why);
  sure(
    await insertEngagementMove(as('Jordan Vale'), id, 2, { move, told: told('closed the work') }, at(-130)),
  );
}

/** Two versions of the placement rule; one pilot is over, one is under way, and Long Beach has signed the second version off. */
async function developRule({ view, as, at, day, districtOf }: Stage, id: string): Promise<void> {
  const [first, second] = sampleWorkStory.versions;
  const lead = as('Morgan Reyes-Hill');
  sure(
    await insertProductVersion(lead, id, 0, { draft: first, told: told('put version 1 forward') }, at(-50)),
  );
  const pilot = async (basedOn: number, index: 0 | 1, days: number) => {
    const { district, by, name, place, startsIn, endsIn } = sampleWorkStory.pilots[index];
    const draft = { name, place, startsOn: day(startsIn), endsOn: day(endsIn) };
    const planned = { districtId: districtOf(district), draft, told: told(`planned a pilot, “${name}”`) };
    sure(await insertPilot(as(by), id, basedOn, planned, at(days)));
  };
  await pilot(1, 0, -48);
  const { result, words } = sampleWorkStory.pilots[0];
  const [held] = (await selectProduct(view, id)).pilots;
  if (!held) throw new Error('the sample has no pilot');
  const seen = {
    draft: { result, words },
    told: told(`said what came of the pilot “${held.name}”: ${result}`),
  };
  sure(await insertPilotResult(lead, id, held, seen, at(-18)));
  sure(
    await insertProductVersion(
      as('Jordan Vale'),
      id,
      1,
      { draft: second, told: told('put version 2 forward') },
      at(-14),
    ),
  );
  await pilot(2, 1, -13);
  for (const [district, by, version, adaptation] of [
    ['longBeach', 'Morgan Reyes-Hill', 2, null],
    ['fresno', 'Jordan Vale', 1, sampleWorkStory.adaptation],
  ] as const) {
    const draft = { version, adaptation };
    const use = { districtId: districtOf(district), draft, told: told(`uses version ${version}`) };
    sure(await insertProductUse(as(by), id, 2, use, at(-9)));
  }
  const signed = { districtId: districtOf('longBeach'), told: told('signed version 2 off') };
  sure(await insertSignOff(lead, id, 2, signed, at(-4)));
}

/** The joint ask is agreed, sent and answered; an amount and something in kind are secured. */
async function askUniversity(
  { view, as, at, day, districtOf }: Stage,
  id: string,
  partnerId: string,
): Promise<void> {
  const [fresno, longBeach] = [as('Jordan Vale'), as('Avery Stone')];
  const brings = (await selectOptionalEngagement(view, id))?.partners.map((partner) => ({
    ...partner,
    brings: samplePartner.brings,
    exclusivity: samplePartner.exclusivity,
  }));
  const move = changingPartners(districtOf('fresno'), brings ?? []);
  const written = { move, told: told('wrote down what the partners bring') };
  sure(await insertEngagementMove(fresno, id, 2, written, at(-54)));
  const wording = { districtId: districtOf('fresno'), wording: sampleWorkStory.jointAsk };
  sure(await insertJointAsk(fresno, id, 0, { ...wording, told: told('worded the joint ask') }, at(-52)));
  const agreed = {
    districtId: districtOf('longBeach'),
    told: told('agreed to the wording of the joint ask'),
  };
  sure(await insertJointAskAgreement(longBeach, id, 1, agreed, at(-47)));
  const sent = { sentOn: day(-46), told: told('sent the joint ask') };
  sure(await insertJointAskSending(fresno, id, 1, sent, at(-46)));
  const draft = {
    partnerId,
    answer: 'in part',
    answeredOn: day(-25),
    words: sampleWorkStory.answer,
  } as const;
  const answered = told(`wrote down that ${samplePartner.name} said “Yes, in part”`);
  sure(await insertPartnerAnswer(longBeach, id, 1, { draft, told: answered }, at(-25)));
  for (const secured of sampleWorkStory.secured) {
    const days = { securedOn: day(-20), startsOn: day(-20), endsOn: day(700) };
    const given = {
      draft: { ...secured, ...days, partnerId, words: null },
      told: told(`wrote down what ${samplePartner.name} gives, ${secured.what}`),
    };
    sure(await insertSecuredResource(fresno, id, given, at(-20)));
  }
}

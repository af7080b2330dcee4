import { type CitedDistrict, citedDistricts } from '../../sample/citedDistricts.ts';
import {
  dayBack,
  sampleBudget,
  sampleEarlierLedger,
  sampleFaultyLedger,
  sampleFlexibility,
  sampleGifts,
  sampleLedger,
  sampleRate,
  sampleRules,
  type SampleSourceKey,
  sampleSources,
} from '../../sample/sampleResources.ts';
import { schoolYearOn } from '../hub/benchmarks/benchmarkDraft.ts';
import { readPartnership } from '../hub/benchmarks/benchmarkReading.store.ts';
import { type Party, selectMembers, selectParties } from '../hub/partnership/partnership.store.ts';
import type { ConditionTerms } from '../hub/resources/condition.ts';
import {
  insertCondition,
  insertConditionStep,
  selectOptionalCondition,
} from '../hub/resources/conditions.store.ts';
import { insertFlexibility } from '../hub/resources/flexibilities.store.ts';
import { insertHourRate, insertInKind } from '../hub/resources/inKind.store.ts';
import { insertLedgerImport } from '../hub/resources/ledger.store.ts';
import { applyLedger, guessLedger } from '../hub/resources/ledgerPreview.store.ts';
import { insertLedgerRule } from '../hub/resources/ledgerRules.store.ts';
import type { LedgerHolding } from '../hub/resources/resourceKinds.ts';
import { insertFundingSource } from '../hub/resources/sources.store.ts';
import { targetChoices } from '../hub/resources/targetChoices.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member, type MemberView } from '../hub/store/view.ts';
import { selectEngagements } from '../hub/work/engagements.store.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';
import type { ModeId } from '../vocabulary/partnership.ts';

/** Writes down the money of the sample and brings its ledgers by the way every ledger takes, each as the person who would. */
export async function loadSampleResources(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  await asMember(database, coordinator, async (view) => {
    const sample = await readSample(view, now());
    const sources = await writeSources(sample);
    const flexibilityId = await writeFlexibility(sample, sources);
    await setRules(sample, sources, flexibilityId);
    await bringLedgers(sample);
    await writeConditions(sample, sources, flexibilityId);
    await writeGifts(sample);
  });
}

type Sample = {
  readonly view: MemberView;
  readonly parties: readonly Party[];
  readonly at: Date;
  readonly today: string;
  /** Last day of the school year after the one under way. */
  readonly until: string;
  readonly work: ReadonlyMap<ModeId, string>;
  readonly viewOf: (district: CitedDistrict) => MemberView;
};

async function readSample(view: MemberView, at: Date): Promise<Sample> {
  const parties = await selectParties(view);
  const members = await selectMembers(view);
  const engagements = await selectEngagements(view);
  const viewOf = (district: CitedDistrict): MemberView => {
    const party = parties.find(({ cds }) => cds === citedDistricts[district].cds);
    const own = members.filter(({ districtId }) => districtId === party?.districtId);
    const who = own.find(({ role }) => role === 'finance') ?? own.find(({ role }) => role === 'coordinator');
    if (!who) throw new Error(`nobody of ${district} keeps money in the sample`);
    const { personId, name, role, districtId } = who;
    return { ...view, member: { ...view.member, personId, name, role, districtId } };
  };
  return {
    view,
    parties,
    at,
    today: calendarDay(at),
    until: `${schoolYearOn(at) + 1}-06-30`,
    work: new Map(engagements.map(({ mode, id }) => [mode, id])),
    viewOf,
  };
}

function districtOf({ parties }: Sample, district: CitedDistrict): string {
  const party = parties.find(({ cds }) => cds === citedDistricts[district].cds);
  if (!party) throw new Error(`the sample has no ${district}`);
  return party.districtId;
}

type SourceIds = ReadonlyMap<SampleSourceKey, string>;

async function writeSources(sample: Sample): Promise<SourceIds> {
  const ids = new Map<SampleSourceKey, string>();
  for (const { key, district, amount, fromDay, ...source } of sampleSources) {
    const draft = {
      ...source,
      districtId: district && districtOf(sample, district),
      amountCents: amount,
      fromDay: fromDay ?? dayBack(sample.today, 4, 1),
      untilDay: sample.until,
      reason: null,
    };
    ids.set(key, await insertFundingSource(sample.viewOf(district ?? 'fresno'), draft, sample.at));
  }
  return ids;
}

async function writeFlexibility(sample: Sample, sources: SourceIds): Promise<string> {
  const { view, work, until, at } = sample;
  const { benchmarks } = await readPartnership(view);
  const { freed, mode, benchmarks: meant, ...rest } = sampleFlexibility;
  const tied = benchmarks.filter(({ benchmark }) =>
    (meant as readonly string[]).includes(`${benchmark.measureId} ${benchmark.group}`),
  );
  return insertFlexibility(
    sample.viewOf('fresno'),
    {
      ...rest,
      districtId: districtOf(sample, 'fresno'),
      authority: 'statute',
      decision: 'granted',
      untilDay: until,
      freedCents: freed,
      fromSourceId: sources.get('block') ?? null,
      toSourceId: null,
      engagementIds: [work.get(mode) ?? []].flat(),
      benchmarkIds: tied.map(({ benchmark }) => benchmark.id),
      reason: null,
    },
    at,
  );
}

async function setRules(sample: Sample, sources: SourceIds, flexibilityId: string): Promise<void> {
  for (const { district, resourceCode, holdsText, source, isFlexibility, mode } of sampleRules) {
    const engagementId = (mode && sample.work.get(mode)) ?? null;
    if (mode && !engagementId) continue;
    const belongs = {
      sourceId: source && (sources.get(source) ?? null),
      flexibilityId: isFlexibility ? flexibilityId : null,
      engagementId,
    };
    const terms = { resourceCode, objects: null, holdsText, ...belongs };
    await insertLedgerRule(sample.viewOf(district), districtOf(sample, district), terms, sample.at);
  }
}

async function bringLedgers(sample: Sample): Promise<void> {
  const { today, until } = sample;
  const year = { fromDay: '2024-07-01', untilDay: until };
  const before = { fromDay: '2024-07-01', untilDay: dayBack(today, 4, 0) };
  await bring(
    sample,
    'fresno',
    'spending',
    'fresno-block-grant-earlier-years.csv',
    sampleEarlierLedger(today),
    before,
  );
  await bring(sample, 'fresno', 'spending', 'fresno-general-ledger.csv', sampleLedger('fresno', today), null);
  await bring(
    sample,
    'longBeach',
    'spending',
    'long-beach-ledger.csv',
    sampleLedger('longBeach', today),
    null,
  );
  await bring(sample, 'fresno', 'budget', 'block-grant-budget.csv', sampleBudget, year);
  await bring(sample, 'fresno', 'spending', 'fresno-this-month.csv', sampleFaultyLedger(today), null);
}

async function bring(
  sample: Sample,
  district: CitedDistrict,
  holds: LedgerHolding,
  fileName: string,
  text: string,
  period: { readonly fromDay: string; readonly untilDay: string } | null,
): Promise<void> {
  const view = sample.viewOf(district);
  const bytes = new TextEncoder().encode(text);
  const guess = await guessLedger(bytes, holds, undefined);
  const file = { districtId: districtOf(sample, district), holds, fileName, bytes };
  const { id } = await insertLedgerImport(
    view,
    { ...file, mapping: guess.mapping, period: period ?? guess.period },
    sample.at,
  );
  const applied = await applyLedger(view, id, { basedOn: 1, replaced: null }, sample.at);
  const isMeantToWait = fileName === 'fresno-this-month.csv';
  if (applied.done === isMeantToWait)
    throw new Error(`${fileName} of the sample was taken otherwise than meant`);
}

async function writeConditions(sample: Sample, sources: SourceIds, flexibilityId: string): Promise<void> {
  const { view, at, today, until } = sample;
  const mine = sample.viewOf('fresno');
  const { benchmarks } = await readPartnership(view);
  const math = benchmarks.find(
    ({ benchmark }) => benchmark.measureId === 'math_dfs' && benchmark.group === 'EL',
  );
  const [choice] = math ? targetChoices([math], districtOf(sample, 'fresno')) : [];
  const ofFlexibility = { flexibilityId, sourceId: null };
  const add = (of: Parameters<typeof insertCondition>[1], terms: ConditionTerms, words: string | null) =>
    insertCondition(mine, of, { terms, words }, at);
  if (choice) {
    const { key: _, ...about } = choice;
    const terms = {
      kind: 'target reached',
      dueOn: `${choice.target.year}-12-31`,
      schoolYear: choice.target.year,
    } as const;
    await add(
      ofFlexibility,
      { ...terms, ...about },
      'If it is not reached, the grant goes back to its one purpose.',
    );
  }
  const spending = { engagementId: null, objects: null };
  const sent = await add(
    ofFlexibility,
    { kind: 'report sent', dueOn: dayBack(today, 1, 15) },
    'The yearly report on its use.',
  );
  const report = await selectOptionalCondition(mine, sent);
  if (report)
    await insertConditionStep(
      mine,
      report,
      1,
      { step: 'sent', sentOn: dayBack(today, 1, 11), reason: 'By mail to the waiver office (invented).' },
      at,
    );
  const cap = { kind: 'spend at most', dueOn: until, amountCents: 12_000_00, ...spending } as const;
  await add(
    ofFlexibility,
    { ...cap, objects: { first: '5801', last: '5899' } },
    'Five in a hundred for administration.',
  );
  const used = {
    kind: 'spend at least',
    dueOn: until,
    amountCents: sampleFlexibility.freed,
    ...spending,
  } as const;
  await add(ofFlexibility, used, 'What is freed and not used for this goes back to its one purpose.');
  const foundation = sources.get('foundation');
  if (!foundation) throw new Error('the sample has no foundation');
  const least = { kind: 'spend at least', dueOn: until, amountCents: 250_000_00, ...spending } as const;
  await add({ flexibilityId: null, sourceId: foundation }, least, 'What is not spent goes back.');
}

async function writeGifts(sample: Sample): Promise<void> {
  const { at, today, work } = sample;
  for (const { district, kind, back, day, description, value, mode } of sampleGifts) {
    const draft = { kind, day: dayBack(today, back, day), description, valueCents: value };
    const engagementId = work.get(mode) ?? null;
    await insertInKind(sample.viewOf(district), districtOf(sample, district), { ...draft, engagementId }, at);
  }
  const { district, ...rate } = sampleRate;
  await insertHourRate(sample.viewOf(district), districtOf(sample, district), 0, rate, at);
}

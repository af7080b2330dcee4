import { z } from 'zod';
import { Pack } from '../../vocabulary/pack.ts';
import { Cds, Cents, Day, Hash, Named } from '../../vocabulary/packParts.ts';
import { PackClaim, PackHours, PackResources } from '../../vocabulary/packWork.ts';

const whole = Pack.shape;
const Count = z.int().nonnegative();

/** Students of a group in a year, as the state counts whom a district enrolled at some time in it. */
const PublicStudents = z.strictObject({
  cds: Cds,
  group: z.strictObject({ code: z.string(), name: z.string() }),
  schoolYear: z.int(),
  students: Count.nullable(),
  source: z.string(),
});

const PublicPromise = z.strictObject({
  baseline: z.strictObject({ year: z.int(), value: z.string() }),
  targets: z.array(z.strictObject({ year: z.int(), value: z.string() })),
  provenance: z.enum(['agreed', 'proposed', 'placeholder']),
  planGoal: z.string().nullable(),
});

const district = whole.benchmarks.element.shape.districts.element.shape;

const PublicBenchmark = z.strictObject({
  focusArea: Named,
  measure: z.string(),
  definition: Hash,
  group: z.strictObject({ code: z.string(), name: z.string() }),
  wording: z.string(),
  districts: z.array(
    z.strictObject({
      cds: Cds,
      promise: PublicPromise.nullable(),
      newest: district.newest,
      pace: district.pace,
    }),
  ),
});

const PublicEngagement = z.strictObject({
  mode: Named,
  title: z.string(),
  focusArea: Named,
  strategy: Named,
  state: z.string(),
  /** What a closed one came to; why, the districts keep to themselves. */
  came: z.enum(['worked', 'did not work', 'ended']).nullable(),
  parties: z.array(z.strictObject({ cds: Cds, part: z.string() })),
  externalPartners: z.array(z.string()),
});

const PublicFlexibility = z.strictObject({
  cds: Cds.nullable(),
  rule: z.string(),
  authority: z.string(),
  from: Day,
  until: Day,
  state: z.string(),
  dollars: Cents.nullable(),
  use: z.string(),
  conditions: z.array(z.strictObject({ words: z.string(), status: z.string() })),
});

/**
 * What of a sealed pack the public may read: everything a fact sheet says is made from this, so that minutes, names of
 * owners, needs, reasons and released figures cannot get onto one. Optional sections were not kept by whoever sealed.
 */
export const PublicPart = z.strictObject({
  software: whole.software,
  isSample: whole.isSample,
  partnership: whole.partnership,
  districts: whole.districts,
  sponsors: whole.sponsors,
  review: z.strictObject({ title: z.string(), level: Named, periodFrom: Day, periodUntil: Day }),
  madeAt: whole.madeAt,
  asOf: whole.asOf,
  sources: whole.sources,
  definitions: whole.definitions,
  students: z.array(PublicStudents),
  benchmarks: z.array(PublicBenchmark),
  statements: whole.statements,
  claims: z.array(PackClaim),
  engagements: z.array(PublicEngagement).optional(),
  commitments: z.strictObject({ made: Count, done: Count }).optional(),
  hours: z.array(PackHours).optional(),
  contacts: z.strictObject({ held: Count }).optional(),
  cycles: z.strictObject({ run: Count, ended: Count }).optional(),
  flexibilities: z.array(PublicFlexibility).optional(),
  resources: PackResources.optional(),
});
export type PublicPart = z.infer<typeof PublicPart>;
export type PublicBenchmark = PublicPart['benchmarks'][number];
export type PublicEngagement = NonNullable<PublicPart['engagements']>[number];
export type PublicFlexibility = NonNullable<PublicPart['flexibilities']>[number];

/** Engagements that both sides have not agreed to are nobody's to announce. */
const agreedStates: readonly string[] = ['agreed', 'testing', 'suspended', 'closed'];

type PackEngagement = NonNullable<Pack['engagements']>[number];

function isPublic({ state, outcome }: PackEngagement): boolean {
  return agreedStates.includes(state) && !outcome?.startsWith('not begun');
}

/** The pack tells what it came to and why; only the first is of the public. */
function cameOf({ state, outcome }: PackEngagement): PublicEngagement['came'] {
  if (state !== 'closed') return null;
  const [came] = outcome?.split(':') ?? [];
  return came === 'worked' || came === 'did not work' ? came : 'ended';
}

/** Sources and definitions of public figures only: those of released ones would say what was released. */
export function publicPartOf(pack: Pack): PublicPart {
  const figures = [
    ...pack.context.map(({ figure }) => figure),
    ...pack.benchmarks.flatMap(({ districts }) => districts.flatMap(({ newest }) => newest ?? [])),
  ];
  const sources = new Set(figures.map(({ source }) => source));
  const measures = new Set(pack.benchmarks.map(({ measure }) => measure));
  const { review, commitments, contacts, cycles } = pack;
  return {
    software: pack.software,
    isSample: pack.isSample,
    partnership: pack.partnership,
    districts: pack.districts,
    sponsors: pack.sponsors,
    review: {
      title: review.title,
      level: review.level,
      periodFrom: review.periodFrom,
      periodUntil: review.periodUntil,
    },
    madeAt: pack.madeAt,
    asOf: pack.asOf,
    sources: pack.sources.filter(({ id }) => sources.has(id)),
    definitions: pack.definitions.filter(({ measure }) => measures.has(measure)),
    students: pack.context.map(({ cds, group, figure }) => ({
      cds,
      group,
      schoolYear: figure.schoolYear,
      students: figure.seen === 'shown' ? figure.n : null,
      source: figure.source,
    })),
    benchmarks: pack.benchmarks.map(({ focusArea, measure, definition, group, wording, districts }) => ({
      focusArea,
      measure,
      definition,
      group,
      wording,
      districts: districts.map(({ cds, promise, newest, pace }) => ({
        cds,
        promise: promise && {
          baseline: promise.baseline,
          targets: promise.targets,
          provenance: promise.provenance,
          planGoal: promise.planGoal,
        },
        newest,
        pace,
      })),
    })),
    statements: pack.statements,
    claims: pack.claims,
    engagements: pack.engagements?.filter(isPublic).map((one) => ({
      mode: one.mode,
      title: one.title,
      focusArea: one.focusArea,
      strategy: one.strategy,
      state: one.state,
      came: cameOf(one),
      parties: one.parties.map(({ cds, part }) => ({ cds, part })),
      externalPartners: one.externalPartners.map(({ name }) => name),
    })),
    commitments: commitments && {
      made: commitments.length,
      done: commitments.filter(({ status }) => status === 'done').length,
    },
    hours: pack.hours,
    contacts: contacts && { held: contacts.length },
    cycles: cycles && {
      run: cycles.length,
      ended: cycles.filter(({ outcome }) => outcome !== null).length,
    },
    // What was asked for, denied or given back is nobody's to announce.
    flexibilities: pack.flexibilities
      ?.filter(({ state }) => state === 'in force')
      .map(({ cds, rule, authority, from, until, state, dollars, use, conditions }) => ({
        cds,
        rule,
        authority,
        from,
        until,
        state,
        dollars,
        use,
        conditions: conditions.map(({ words, status }) => ({ words, status })),
      })),
    resources: pack.resources,
  };
}

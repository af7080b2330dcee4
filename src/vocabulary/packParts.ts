import { z } from 'zod';

export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
export const Day = z.iso.date();
export const Instant = z.iso.datetime();
export const Cds = z.string().regex(/^\d{14}$/);
/** A number as ASCII decimal text, in the unit of the measure it belongs to: no reader rounds it another way. */
export const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
/** Whole cents of a dollar. */
export const Cents = z.int();
/** One of a closed list: its id for programs, its name for people. */
export const Named = z.strictObject({ id: z.string(), name: z.string() });
/** A school year by the calendar year in which it ends. */
export const Year = z.int();

/** A district of the partnership; `position` (1, 2, …) is its place on every page and no rank. */
export const PackDistrict = z.strictObject({
  cds: Cds,
  name: z.string(),
  shortName: z.string(),
  position: z.int().positive(),
});

/** A published dataset; figures name it by `id`. `schoolYear` is null for a dataset of several years. */
export const PackSource = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  dataset: z.string(),
  schoolYear: Year.nullable(),
  fileName: z.string(),
  sha256: Hash,
  loadedOn: Day,
  /** Invented by the sample's generator. */
  synthetic: z.boolean(),
});

/** What a measure of the pack means; `hash` is over its whole definition: figures compare only where it is equal. */
export const PackDefinition = z.strictObject({
  measure: z.string(),
  version: z.int(),
  hash: Hash,
  name: z.string(),
  shortName: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  exclusions: z.string().nullable(),
  unit: z.string(),
  decimals: z.int().nonnegative(),
  direction: z.enum(['up', 'down', 'context']),
  publisherSource: z.string(),
});

/** `text` is how a page writes it: `−92.0`, `52.4 %`. A figure that is not shown has a reason and nothing else. */
export const PackFigure = z.discriminatedUnion('seen', [
  z.strictObject({
    seen: z.literal('shown'),
    schoolYear: Year,
    value: z.string(),
    text: z.string(),
    n: z.int().nonnegative().nullable(),
    numerator: z.int().nonnegative().nullable(),
    source: z.string(),
    definition: Hash,
  }),
  z.strictObject({
    seen: z.literal('withheld'),
    schoolYear: Year,
    reason: z.string(),
    source: z.string(),
  }),
]);

const YearValue = z.strictObject({ year: Year, value: Decimal });

/** How fast a district moves against its last target; paces are in the measure's unit a year, with their sign. */
export const PackPace = z.strictObject({
  status: z.enum(['met', 'on pace', 'behind', 'moving away', 'cannot tell', 'too early', 'too few students']),
  /** The whole plain sentence, as it was shown. */
  sentence: z.string(),
  requiredPerYear: Decimal.nullable(),
  actualPerYear: Decimal.nullable(),
  /** 90 % interval of the actual pace. */
  interval: z.tuple([Decimal, Decimal]).nullable(),
});

/** One measure and group that both districts promised to move, each by its own targets. */
export const PackBenchmark = z.strictObject({
  id: z.string(),
  focusArea: Named,
  measure: z.string(),
  definition: Hash,
  group: z.strictObject({ code: z.string(), name: z.string() }),
  wording: z.string(),
  /** One for each district, in the order of `districts`. */
  districts: z.array(
    z.strictObject({
      cds: Cds,
      /** Null: the district has set no targets. */
      promise: z
        .strictObject({
          version: z.int().positive(),
          baseline: YearValue,
          targets: z.array(YearValue),
          provenance: z.enum(['agreed', 'proposed', 'placeholder']),
          planGoal: z.string().nullable(),
          reason: z.string(),
        })
        .nullable(),
      /** Null: nothing is loaded. */
      newest: PackFigure.nullable(),
      pace: PackPace.nullable(),
    }),
  ),
});

/** A figure about whom a district serves: students of a year, or a group of them. */
export const PackContextFigure = z.strictObject({
  cds: Cds,
  /** `students` for all, else the group. */
  what: z.string(),
  group: z.strictObject({ code: z.string(), name: z.string() }),
  figure: PackFigure,
});

/**
 * A figure that a district released from its vault, seen by every district of the partnership on the pack's day: through
 * a grant in force, after its embargo. Only `publication: 'with consent'` may ever be published.
 */
export const PackReleasedFigure = z.strictObject({
  cds: Cds,
  measure: z.string(),
  definition: Hash,
  schoolYear: Year,
  grade: z.string(),
  group: z.strictObject({ code: z.string(), name: z.string() }),
  seen: z.enum(['shown', 'coded', 'withheld']),
  /** How a page writes it, or why it is withheld. */
  text: z.string(),
  n: z.int().nonnegative().nullable(),
  value: z.string().nullable(),
  release: Hash,
  grant: z.string(),
  publication: z.enum(['never', 'with consent']),
});

import { z } from 'zod';
import {
  Cds,
  Day,
  Hash,
  Instant,
  Named,
  PackBenchmark,
  PackContextFigure,
  PackDefinition,
  PackDistrict,
  PackReleasedFigure,
  PackSource,
} from './packParts.ts';
import {
  PackAgreement,
  PackClaim,
  PackCommitment,
  PackContact,
  PackCycle,
  PackDecision,
  PackEngagement,
  PackFlexibility,
  PackHours,
  PackNeed,
  PackResources,
  PackStatement,
} from './packWork.ts';

/**
 * What both districts had before them in a review, frozen: named by the SHA-256 of its canonical JSON (`canonicalJson`,
 * UTF-8; `hashPack`), and never changed. It holds only what every district of the partnership may see, whoever sealed it.
 * Pages of a sealed pack, the fact sheet and its open data are made from this and from nothing else.
 *
 * Lists are in the order in which pages show them. A section that is absent was not kept by the program that sealed it; an
 * empty one was, and had nothing in it. Later versions of the format only add optional parts.
 */
export const Pack = z.strictObject({
  format: z.literal('tandem pack 1'),
  /** Which program wrote it (`tandem 0.2.0`), and the number of the newest migration of its store. */
  software: z.string(),
  schema: z.int().nonnegative(),
  /** True in a sample: figures or people are invented, and every page made from the pack says so. */
  isSample: z.boolean(),
  partnership: z.strictObject({
    name: z.string(),
    slug: z.string(),
    startedYear: z.int(),
    /** The focus areas and strategies the partnership works by, as the vocabulary lists them. */
    focusAreas: z.array(Named.extend({ on: z.string() })),
    strategies: z.array(Named),
  }),
  districts: z.array(PackDistrict).min(1),
  /** Who answered for each district: its sponsors. */
  sponsors: z.array(z.strictObject({ cds: Cds, name: z.string(), role: z.string() })),
  review: z.strictObject({
    id: z.string(),
    level: Named,
    title: z.string(),
    /** The day it was planned for, and the period it looks back on. */
    plannedOn: Day,
    periodFrom: Day,
    periodUntil: Day,
    /** The focus areas it looks at; all of them unless it is a focus-area review. */
    focusAreas: z.array(Named),
    /** 1 for the first pack of the review, 2 after it was unlocked or lapsed unsigned; `supersedes` is then the one before. */
    seal: z.int().positive(),
    supersedes: Hash.nullable(),
    /** The newest pack signed by all districts before this review, with which it is compared. */
    previous: Hash.nullable(),
  }),
  madeAt: Instant,
  /** The day (in California) on which figures, dues and grants were read. */
  asOf: Day,
  /** What the review's agenda held: generated items, and those that people put on it. */
  agenda: z.array(z.strictObject({ kind: z.string(), words: z.string(), from: z.string().nullable() })),
  sources: z.array(PackSource),
  definitions: z.array(PackDefinition),
  /** Whom the districts serve: at least all students of each. */
  context: z.array(PackContextFigure),
  benchmarks: z.array(PackBenchmark),
  statements: z.array(PackStatement),
  agreements: z.array(PackAgreement),
  claims: z.array(PackClaim),
  needs: z.array(PackNeed),
  released: z.array(PackReleasedFigure).optional(),
  engagements: z.array(PackEngagement).optional(),
  commitments: z.array(PackCommitment).optional(),
  hours: z.array(PackHours).optional(),
  contacts: z.array(PackContact).optional(),
  cycles: z.array(PackCycle).optional(),
  flexibilities: z.array(PackFlexibility).optional(),
  resources: PackResources.optional(),
  decisions: z.array(PackDecision).optional(),
});
export type Pack = z.infer<typeof Pack>;
export type PackBenchmark = Pack['benchmarks'][number];
export type PackFigure = NonNullable<PackBenchmark['districts'][number]['newest']>;

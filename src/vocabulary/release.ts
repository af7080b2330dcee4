import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Day = z.iso.date();
const Instant = z.iso.datetime();
const Cds = z.string().regex(/^\d{14}$/);
const Whole = z.int().nonnegative();

/**
 * One slice as readers may see it. `place` is a district or a school. A rate shows `n` and `numerator`, a mean `n` and
 * `value` (decimal text in the measure's own unit). A coded cell shows `n` and a range of the rate rounded to whole
 * percent, ends included; 0 to 100 tells n alone. A suppressed one shows nothing: `reason` never tells whether the
 * cell itself is small or hides another, since that alone would bound the count.
 */
const ReleasedCell = z.discriminatedUnion('seen', [
  z.strictObject({
    place: Cds,
    grade: z.string(),
    group: z.string(),
    seen: z.literal('shown'),
    n: Whole,
    numerator: Whole.nullable(),
    value: z.string(),
  }),
  z.strictObject({
    place: Cds,
    grade: z.string(),
    group: z.string(),
    seen: z.literal('coded'),
    n: Whole,
    from: z.int().min(0).max(100),
    to: z.int().min(0).max(100),
  }),
  z.strictObject({
    place: Cds,
    grade: z.string(),
    group: z.string(),
    seen: z.literal('suppressed'),
    reason: z.enum(['small numbers', 'agreement']),
  }),
]);

/** The cells of one measure in one school year, under the definition and the rule that made them. */
const ReleasedTable = z.strictObject({
  measure: z.string(),
  definition: Hash,
  rule: Hash,
  schoolYear: z.int(),
  counts: z.enum(['rate', 'mean with penalty records', 'ratio']),
  cells: z.array(ReleasedCell),
  /**
   * Where parts do not add up to their whole: `parts` minus `whole` in students (a student who moved counts at both
   * schools), told because the proof assumes that readers know it. `count` is n, numerator, or their complement.
   */
  discrepancies: z.array(
    z.strictObject({
      relation: z.string(),
      place: Cds,
      grade: z.string(),
      group: z.string(),
      count: z.enum(['n', 'numerator']),
      by: z.int().nullable(),
    }),
  ),
});

/** What the vault proved of the tables before anybody signed. */
const Certificate = z.strictObject({
  /** Id, version and hash of the policy pack, and the smallest number of students it lets stand. */
  policy: z.strictObject({ id: z.string(), version: z.int(), hash: Hash, threshold: z.int().positive() }),
  solver: z.string(),
  shown: Whole,
  coded: Whole,
  suppressed: Whole,
  primary: Whole,
  complementary: Whole,
  /** Students hidden by complementary cells, and what no suppression can go below; equal when proven optimal. */
  objective: z.number(),
  bound: z.number(),
  /**
   * The smallest of (interval found / interval required) over all hidden counts; below 1 only where nothing that could
   * be hidden besides would give more. Null: nothing hidden.
   */
  narrowest: z.number().nullable(),
  /**
   * Hidden counts that nothing withheld could make as uncertain as the policy asks (a group of one grade only, say): they
   * have all that they can be given. This and what follows is not in releases of an older Tandem.
   */
  lessened: Whole.optional(),
  /** Measures of a year that are not told at all, and of which schools tell less than was asked. */
  held: z.array(z.strictObject({ measure: z.string(), schoolYear: z.int() })).optional(),
  coarser: z
    .array(
      z.strictObject({
        measure: z.string(),
        schoolYear: z.int(),
        left: z.enum(['groups by grade', 'groups and grades']),
      }),
    )
    .optional(),
  /** SHA-256 of every earlier release that this one was audited against, oldest first: all that the vault ever released. */
  audited: z.array(Hash),
  /** The id of the grant under which each of those was made: a hub tells by it which of them are not its own. */
  auditedUnder: z.array(z.uuid()).optional(),
});

/** What two people of a district sign, and the only thing that leaves a vault. */
export const Release = z.strictObject({
  format: z.literal('tandem release 1'),
  district: z.strictObject({ cds: Cds, name: z.string() }),
  /** The grant under which it is shared: its id, the hash of its clauses' canonical JSON. */
  grant: z.strictObject({ id: z.string(), hash: Hash, partnership: z.string() }),
  /** 1, 2, 3 … of this vault; `previous` is the hash of the release before, null for the first. */
  sequence: z.int().positive(),
  previous: Hash.nullable(),
  /** The release whose figures these take the place of, if any. */
  supersedes: Hash.nullable(),
  madeAt: Instant,
  /** Nobody but the district sees it before that day. */
  embargoUntil: Day.nullable(),
  software: z.string(),
  tables: z.array(ReleasedTable),
  certificate: Certificate,
});

/**
 * Ed25519 over the UTF-8 bytes of the canonical JSON of `{ format: 'tandem signature 1', release, name, role, publicKey,
 * signedAt }`, where `release` is the hash that names the release: so who signed and when cannot be changed afterwards.
 * The raw 32 bytes of the key and the 64 of the signature, in base64.
 */
export const ReleaseSignature = z.strictObject({
  name: z.string().min(1),
  role: z.string().min(1),
  publicKey: z.string(),
  signedAt: Instant,
  signature: z.string(),
});

/** The release file: gzip of the canonical JSON of this. A release is named by the SHA-256 of its own canonical JSON. */
export const SignedRelease = z.strictObject({ release: Release, signatures: z.array(ReleaseSignature) });

export type Release = z.infer<typeof Release>;
export type SignedRelease = z.infer<typeof SignedRelease>;
export type ReleasedTable = z.infer<typeof ReleasedTable>;
export type ReleasedCell = z.infer<typeof ReleasedCell>;
export type ReleaseCertificate = z.infer<typeof Certificate>;
export type ReleaseSignature = z.infer<typeof ReleaseSignature>;

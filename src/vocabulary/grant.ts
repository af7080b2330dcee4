import { z } from 'zod';

/**
 * What a district lets another party see, as a clause of an agreement says it; its hash is the SHA-256 of its
 * canonical JSON. The vault reads it from a file, the hub keeps it: both hold the same text.
 */
export const Grant = z.strictObject({
  format: z.literal('tandem grant 1'),
  /** UUID of the grant. */
  id: z.uuid(),
  agreement: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  partnership: z.string(),
  /** CDS code of the district that gives, and of those that may see. */
  from: z.string().regex(/^\d{14}$/),
  to: z.array(z.string().regex(/^\d{14}$/)).min(1),
  measures: z.array(z.string()).min(1),
  /** Places whose figures may be released: the district as a whole, or its schools too. */
  scope: z.enum(['district', 'schools']),
  firstYear: z.int(),
  lastYear: z.int(),
  /** No count below this is shown; never under 11. */
  smallestGroup: z.int().min(11),
  /** Days from the making of a release until the other parties see it. */
  embargoDays: z.int().nonnegative(),
  validFrom: z.iso.date(),
  validUntil: z.iso.date(),
  /** Whether figures of this grant may be published, which needs consent for each statement besides. */
  publication: z.enum(['never', 'with consent']),
});

export type Grant = z.infer<typeof Grant>;
